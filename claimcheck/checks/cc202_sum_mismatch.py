"""A total that is not the sum of the parts listed with it.

## What it does
Adds up the parts of a list that the sentence says is complete ("15 people: 12 firefighters and three civilians", "12
firefighters and three civilians, 15 people in all") and compares the sum with the total.

## Why it matters
Readers add up. When the sum is off, the total or a part is wrong, and no other source is needed to see it.

## Example
> The fire injured 15 people: 12 firefighters and four civilians.

12 and 4 are 16.

## Near miss
> The fire injured 15 people, including 12 firefighters and two civilians.

"Including" does not promise that the list is complete: nothing is reported.

## How to fix it
See which of the numbers the source gives; if the list is not complete, write "including".

## How to suppress it
`--ignore CC202` for one run, or `checks: {CC202: off}` in rules.yaml.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise

from claimcheck.checks.base import CheckInfo, Context, Family, Observation
from claimcheck.checks.wording import figure, quoted
from claimcheck.model.claim import Aspect, Claim, MentionKind
from claimcheck.model.finding import Severity
from claimcheck.model.policy import WordingPolicy
from claimcheck.model.quantity import Dimension, Qualifier
from claimcheck.model.text import SentenceKind, Span

INFO = CheckInfo(code="CC202", name="sum mismatch", severity=Severity.WARNING, family=Family.INSIDE)

_LINKS = frozenset({",", ";", "and", "plus"})
_NOUN_WORDS = 6
_PARTS = 2


def find(context: Context) -> Iterator[Observation]:
    """One observation for each complete list that does not add up."""
    for article in sorted(context.claims):
        in_order = sorted(context.claims[article], key=lambda claim: (claim.sentence.index, claim.span.start))
        for _, sentence in groupby(in_order, key=lambda claim: claim.sentence.index):
            yield from _in_sentence(tuple(sentence), context.policy.wording)


def _in_sentence(claims: tuple[Claim, ...], wording: WordingPolicy) -> Iterator[Observation]:
    if len(claims) <= _PARTS or not all(map(_plain_count, claims)) or _open_list(claims[0], wording):
        return
    first, last = claims[0], claims[-1]
    if _announced(first, claims[1:], wording):
        yield from _compare(first, claims[1:])
    elif _summed_up(last, claims[:-1], wording):
        yield from _compare(last, claims[:-1])


def _plain_count(claim: Claim) -> bool:
    quantity = claim.quantity
    plain = quantity.qualifier is Qualifier.EXACT and quantity.value is not None and quantity.per is None
    prose = claim.sentence.kind in (SentenceKind.PROSE, SentenceKind.LIST_ITEM)
    level = claim.aspect is Aspect.LEVEL and claim.kind is MentionKind.AMOUNT
    return plain and prose and level and quantity.unit.dimension is Dimension.COUNT


def _open_list(claim: Claim, wording: WordingPolicy) -> bool:
    text = claim.sentence.text.casefold()
    return any(re.search(rf"\b{re.escape(cue)}\b", text) for cue in wording.open_cues)


def _announced(total: Claim, parts: tuple[Claim, ...], wording: WordingPolicy) -> bool:
    """Total, a word or two, a cue for completeness, then the parts and nothing between them but their nouns."""
    lead = _between(total, parts[0]).casefold().strip()
    return any(lead.endswith(cue) for cue in wording.sum_cues) and len(lead.split()) <= _PARTS + 2 and _listed(parts)


def _summed_up(total: Claim, parts: tuple[Claim, ...], wording: WordingPolicy) -> bool:
    """The parts, then the total with a cue that it is one."""
    end = total.span.end - total.sentence.span.start
    tail = total.sentence.text[end:].casefold()
    return any(cue in tail for cue in wording.total_cues) and _listed((*parts, total))


def _listed(parts: tuple[Claim, ...]) -> bool:
    """Whether nothing but the counted nouns and a comma or "and" stands between the parts."""
    gaps = [re.sub(r"([,;])", r" \1 ", _between(a, b).casefold()).split() for a, b in pairwise(parts)]
    return all(gap and gap[-1] in _LINKS and len(gap) <= _NOUN_WORDS for gap in gaps)


def _between(a: Claim, b: Claim) -> str:
    start = a.sentence.span.start
    return Span(a.span.end - start, b.span.start - start).of(a.sentence.text)


def _compare(total: Claim, parts: tuple[Claim, ...]) -> Iterator[Observation]:
    added = sum((part.quantity.value or Decimal(0) for part in parts), Decimal(0))
    if added == total.quantity.value:
        return
    terms = " and ".join(quoted(part) for part in parts)
    yield Observation(
        operation=total.operation.name,
        metric=total.metric.name,
        message=f"{terms} add up to {figure(added, total)}, not to {quoted(total)}",
        sides=((total,), parts),
    )
