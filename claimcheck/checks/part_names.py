"""The number of all under the name of some: "150 passengers", where 144 passengers and six crew make 150."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, groupby, pairwise

from claimcheck.checks.base import Context, Observation
from claimcheck.checks.messages import told_by
from claimcheck.checks.passages import between, plain_count
from claimcheck.checks.weighing import Scales
from claimcheck.checks.wording import quoted
from claimcheck.model.claim import Claim, by_content
from claimcheck.model.finding import Severity

_FEWEST = 20
_JOINED = re.compile(r"^(?:\s[\w'’-]+){1,5}?,?\s*(?:,|and|plus|with|as well as)(?:\s[\w'’-]+){0,2}?\s+$", re.IGNORECASE)
_MOST_PARTS = 4

Name = tuple[str, str, frozenset[str], str | None, Decimal]
"""The operation, the noun, the words that narrow it down, what was done, and how many."""
Listed = tuple[Claim, tuple[Claim, ...]]
"""A part, and the whole list that it stands in."""


def whole_told_as_part(context: Context, weights: Scales) -> Iterator[Observation]:
    """One observation for each count that has the name of a part and the number of the whole list elsewhere."""
    parts = _parts(context)
    for article in sorted(context.claims):
        for odd in context.claims[article]:
            listed = parts.get(_name_of(odd, odd.quantity.value or Decimal(0)), ()) if plain_count(odd) else ()
            others = [one for one in listed if one[0].sentence != odd.sentence and not _shares(one[1], odd)]
            if others and not _agreed(odd, context, weights):
                yield _observation(odd, others, context, weights)


def _parts(context: Context) -> Mapping[Name, list[Listed]]:
    """Every part of a list by its own name and the number of the whole list."""
    found: dict[Name, list[Listed]] = {}
    for article in sorted(context.claims):
        counts = filter(plain_count, context.claims[article])
        for _, line in groupby(counts, key=lambda claim: claim.sentence.index):
            for run in _runs(tuple(line)):
                total = sum((c.quantity.value or Decimal(0) for c in run), Decimal(0))
                for part in run:
                    if total >= _FEWEST and part.metric.modifiers:
                        found.setdefault(_name_of(part, total), []).append((part, run))
    return found


def _runs(line: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """The whole lists of a sentence: counts joined one to the next, of things that all have different names."""
    joined = [bool(_JOINED.match(between(a, b))) for a, b in pairwise(line)]
    marks = (0, *accumulate(0 if one else 1 for one in joined))
    for _, pairs in groupby(zip(marks, line, strict=True), key=lambda pair: pair[0]):
        run = tuple(claim for _, claim in pairs)
        names = {(c.metric.entity, c.metric.modifiers) for c in run}
        if 1 < len(run) <= _MOST_PARTS and len(names) == len(run):
            yield run


def _name_of(claim: Claim, number: Decimal) -> Name:
    metric = claim.metric
    return str(claim.operation.id), metric.entity, metric.modifiers, metric.action, number


def _shares(run: Sequence[Claim], odd: Claim) -> bool:
    """Whether the list is of another part or time than the odd count."""
    return any((c.scope, c.period) != (odd.scope, odd.period) for c in run[:1])


def _agreed(odd: Claim, context: Context, weights: Scales) -> bool:
    """Whether another origin gives the same number the same name."""
    own, name = weights.origins_of((odd,)), _name_of(odd, odd.quantity.value or Decimal(0))
    same = (c for told in context.claims.values() for c in told if c.quantity.value == odd.quantity.value)
    return any(_name_of(c, name[-1]) == name and not weights.origins_of((c,)) & own for c in same)


def _observation(odd: Claim, listed: Sequence[Listed], context: Context, weights: Scales) -> Observation:
    ordered = sorted(listed, key=lambda one: by_content(one[0]))
    part, run = ordered[0]
    parts = tuple(one for one, _ in ordered)
    terms = " and ".join(quoted(claim) for claim in run)
    return Observation(
        operation=odd.operation.name,
        metric=odd.metric.name,
        message=f"{told_by(odd, (odd,), context.articles)} are all of {terms} together, "
        f"{told_by(part, parts, context.articles)}",
        sides=(parts, (odd,)),
        suspect=odd,
        suggestion=f"should read {quoted(part)}, or name all of them",
        severity=None if weights.firm(parts) else Severity.WARNING,
    )
