"""Articles that only repeat another one: left out while a folder is weighed, and listed beside what they repeat.

How rare a word is, how many figures and tellings there are, who bears out whom: a copy would have all of its article's
counted twice. It changes nothing of what is concluded but the lists of claims.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from claimcheck.group.clusters import group_id
from claimcheck.group.origins import shingles
from claimcheck.model.claim import Claim, ClaimId, Facet
from claimcheck.model.finding import Cluster
from claimcheck.model.text import Article, ArticleId

_NOTHING_NEW = 0.95
_TOO_COMMON = 50
"""How many articles a run of words is remembered for: what more of them have tells nothing."""
_ONE = Decimal(1)
Copies = Mapping[ClaimId, tuple[Claim, ...]]
"""The claims that repeat a claim, in the order of all claims; claims that nobody repeats are missing."""


def copies(articles: Iterable[Article], weights: Mapping[ArticleId, Decimal]) -> Mapping[ArticleId, ArticleId]:
    """The articles that repeat another one, whole or cut, each with the one that it repeats; that one repeats none.
    Those that would be repeated first come first.

    A copy has at least 19 of 20 of its runs of six words in common with the other. Of articles alike, the one whose
    word weighs most (`weights`; 1 where missing), then the longest, then the earliest is the one repeated; what its
    file is called decides only between articles of the same words.
    """
    ranked = sorted(((a, shingles(a)) for a in articles), key=lambda entry: _first(entry[0], entry[1], weights))
    kept: defaultdict[int, list[int]] = defaultdict(list)
    found: dict[ArticleId, ArticleId] = {}
    for place, (article, own) in enumerate(ranked):
        shared = Counter(home for shingle in own for home in kept.get(shingle, ()))
        best = max(shared, key=lambda home: (shared[home], -home), default=None)
        if best is not None and shared[best] >= _NOTHING_NEW * len(own):
            found[article.id] = ranked[best][0].id
            continue
        for shingle in own:
            if len(kept[shingle]) < _TOO_COMMON:
                kept[shingle].append(place)
    return found


def _first(
    article: Article, runs: frozenset[int], weights: Mapping[ArticleId, Decimal]
) -> tuple[Decimal, int, date, str, str, str, ArticleId]:
    body, weight = article.body.of(article.text), weights.get(article.id, _ONE)
    return (-weight, -len(runs), article.date or date.max, article.title, body, article.source or "", article.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """`own` are the claims to weigh, in the order of all; `copies` those that repeat them."""

    own: tuple[Claim, ...]
    copies: Copies


def set_aside(claims: Sequence[Claim], copied: Mapping[ArticleId, ArticleId]) -> SetAside:
    """The claims without those of copies; `copied` names for each copy the article that it repeats.

    A copy with a figure that the other does not have, of another day, or whose words are read otherwise there, stays,
    and may itself be what a further copy repeats.
    """
    told: defaultdict[ArticleId, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.article].append(claim)
    repeats: dict[ClaimId, ClaimId] = {}
    speaking: defaultdict[ArticleId, list[Mapping[tuple[object, int], ClaimId]]] = defaultdict(list)
    for article, home in (*((home, home) for home in dict.fromkeys(copied.values())), *copied.items()):
        said = _numbered(told[article])
        there = next((own for own in speaking[home] if all((words, 0) in own for words, _ in said)), None)
        if there is not None:
            repeats.update((claim, there.get(words) or there[words[0], 0]) for words, claim in said.items())
        else:
            speaking[home].append(said)
    found: defaultdict[ClaimId, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.id in repeats:
            found[repeats[claim.id]].append(claim)
    return SetAside(
        own=tuple(claim for claim in claims if claim.id not in repeats),
        copies={claim: tuple(again) for claim, again in found.items()},
    )


def with_copies(cluster: Cluster, copies: Copies, origin_of: Mapping[ArticleId, str]) -> Cluster:
    """The cluster with every copy of its claims, under the circumstances that linking left to what it repeats."""
    found = [
        replace(copy, scope=claim.scope, period=claim.period)
        for claim in cluster.claims
        for copy in copies.get(claim.id, ())
    ]
    if not found:
        return cluster
    claims = tuple(sorted((*cluster.claims, *found), key=lambda claim: (claim.article, claim.span, claim.id)))
    return replace(
        cluster,
        id=group_id(claims),
        claims=claims,
        origin_of=tuple(origin_of[claim.article] for claim in claims),
    )


def _numbered(claims: Iterable[Claim]) -> dict[tuple[object, int], ClaimId]:
    """The claims by what they say, and by how often the article has said it before them."""
    times: Counter[object] = Counter()
    found: dict[tuple[object, int], ClaimId] = {}
    for claim in claims:
        said = _said(claim)
        found[said, times[said]] = claim.id
        times[said] += 1
    return found


def _said(claim: Claim) -> tuple[object, ...]:
    """A figure in its sentence, and how it is read."""
    facets = (claim.scope, claim.period, claim.attribution)
    return (
        " ".join(claim.sentence.text.split()),
        claim.span.start - claim.sentence.span.start,
        claim.quantity.surface,
        claim.kind,
        claim.metric.id,
        claim.operation.id,
        *map(_key, facets),
        claim.as_of,
        claim.status,
        claim.aspect,
        claim.direction,
    )


def _key(facet: Facet | None) -> str | None:
    return None if facet is None else facet.key
