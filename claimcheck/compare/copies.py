"""A figure that changed on its way: one article tells in another's words, and has another figure in them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claimcheck.compare.sides import OPPOSED
from claimcheck.model.claim import Claim, ClaimId, by_content
from claimcheck.model.finding import Copy, Group
from claimcheck.model.policy import TrailPolicy
from claimcheck.model.text import ArticleId

Dates = Mapping[ArticleId, date | None]
ClaimsByArticle = Mapping[ArticleId, tuple[Claim, ...]]

_MASK = "\0"
_NUMBER = re.compile(r"\d[\d.,]*")
_WORD = re.compile(rf"{_MASK}|\w+")
_MOST_WORDS = 120
_PLACES = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What tells copies: every article's claims and day of publication, the suspect, and the thresholds."""

    claims: ClaimsByArticle
    dates: Dates
    suspect: Claim | None
    policy: TrailPolicy


def copies(group: Group, sides: Sequence[Sequence[Claim]], around: Around) -> tuple[Copy, ...]:
    """For every claim that is opposed to one of a better supported side the passage that it most likely copies, where
    there is one; in claim order. A claim of the same article is never a copy.
    """
    own = {claim.id for side in sides for claim in side}
    across = (c for c in group.comparisons if c.verdict in OPPOSED and c.a in own and c.b in own)
    opposed = {frozenset((c.a, c.b)) for c in across}
    origins = group.cluster.origins()
    found = []
    words: Words = {}
    for place, side in enumerate(sides):
        better = [claim for other in sides[:place] for claim in other]
        for claim in side:
            rivals = [c for c in better if c.article != claim.article and frozenset((c.id, claim.id)) in opposed]
            found += sorted(_likely(claim, rivals, origins, around, words), key=lambda entry: entry[0])[:1]
    return tuple(dict.fromkeys(copy for _, copy in sorted(found, key=lambda entry: entry[0][-1])))


Words = dict[ClaimId, tuple[str, ...]]
_Rank = tuple[bool, Decimal, str, tuple[object, ...]]


def _likely(
    claim: Claim, rivals: Sequence[Claim], origins: Mapping[ClaimId, str], around: Around, words: Words
) -> Iterator[tuple[_Rank, Copy]]:
    for rival in rivals:
        one_origin = origins.get(claim.id, claim.article) == origins.get(rival.id, rival.article)
        share = alike(_masked_once(claim, around, words), _masked_once(rival, around, words), around.policy)
        if share < around.policy.copy_alike and not one_origin:
            continue
        copy, original, directed = _direction(claim, rival, around)
        day = around.dates.get(original.article)
        rank = (not one_origin, -share, day.isoformat() if day else "", (by_content(rival), by_content(claim)))
        yield rank, Copy(copy=copy.id, original=original.id, alike=share, one_origin=one_origin, directed=directed)


def _masked_once(claim: Claim, around: Around, words: Words) -> tuple[str, ...]:
    if claim.id not in words:
        words[claim.id] = masked(claim, around.claims)
    return words[claim.id]


def _direction(claim: Claim, rival: Claim, around: Around) -> tuple[Claim, Claim, bool]:
    """Copy, original, and whether that is known: by the days of publication, else by who stands alone."""
    mine, theirs = around.dates.get(claim.article), around.dates.get(rival.article)
    if mine is not None and theirs is not None and mine != theirs:
        return (claim, rival, True) if mine > theirs else (rival, claim, True)
    return claim, rival, around.suspect is not None and claim.id == around.suspect.id


def masked(claim: Claim, claims: ClaimsByArticle) -> tuple[str, ...]:
    """The words of the claim's sentence with a mask in the place of every figure, at most 120 around its own."""
    sentence, text = claim.sentence, claim.sentence.text
    start = sentence.span.start
    spans = {c.span for c in claims.get(claim.article, ()) if c.sentence.index == sentence.index} | {claim.span}
    end, parts, own = len(text), [], 0
    for span in sorted(spans, reverse=True):
        low, high = span.start - start, span.end - start
        if 0 <= low <= high <= end:
            parts.append(text[high:end])
            end = low
            own = len(_WORD.findall(text[:low])) if span == claim.span else own
    words = _WORD.findall(_NUMBER.sub(_MASK, _MASK.join([text[:end], *reversed(parts)])).casefold())
    first = max(0, own - _MOST_WORDS // 2)
    return tuple(words[first : first + _MOST_WORDS])


def alike(a: Sequence[str], b: Sequence[str], policy: TrailPolicy) -> Decimal:
    """Twice the words in common and in one order over all words: 1 for one wording, 0 where a passage is too short to
    be anybody's own or the two cannot reach the threshold.
    """
    if min(len(a), len(b)) < policy.copy_words:
        return Decimal(0)
    total = len(a) + len(b)
    if Decimal(2 * (Counter(a) & Counter(b)).total()) / total < policy.copy_alike:
        return Decimal(0)
    head = _same(a, b)
    tail = _same(a[head:][::-1], b[head:][::-1])
    inner = _in_order(a[head : len(a) - tail], b[head : len(b) - tail])
    return (Decimal(2 * (head + inner + tail)) / total).quantize(_PLACES)


def _same(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words the two have in common from their beginning on."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _in_order(a: Sequence[str], b: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    above = [0] * (len(b) + 1)
    for word in a:
        row = [0]
        for place, other in enumerate(b):
            row.append(above[place] + 1 if word == other else max(above[place + 1], row[place]))
        above = row
    return above[-1]
