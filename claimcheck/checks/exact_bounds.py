"""Bounds on exact numbers: "no more than 19,526" says the number itself, so that 19,516 beside it is a slip, though the
bound admits it.
"""

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.advice import either
from claimcheck.checks.base import Context, Observation, number_of
from claimcheck.checks.messages import opposed
from claimcheck.checks.slips import Slip, slip_between
from claimcheck.checks.versus import by_firmness
from claimcheck.checks.weighing import Scales, scales
from claimcheck.checks.wording import in_quotes
from claimcheck.compare.intervals import is_bound
from claimcheck.model.claim import Claim
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Group, Severity, Verdict
from claimcheck.model.quantity import Qualifier

_EXACT = 4
"""Digits that tell from which nobody rounds for a bound."""


def admitted(context: Context) -> Iterator[Observation]:
    """One observation for each bare number of a group that is one digit away from such a bound."""
    weights = scales(context)
    for group in context.groups:
        for bound, bare, found in _pairs(group):
            ours, theirs = (_like(claim, group) for claim in (bound, bare))
            if {c.article for c in ours}.isdisjoint(c.article for c in theirs):
                yield _observation((ours, theirs), found, group, context, weights)


def _pairs(group: Group) -> Iterator[tuple[Claim, Claim, Slip]]:
    """Each pair of numbers once."""
    by_id = {claim.id: claim for claim in group.cluster.claims}
    seen: set[object] = set()
    for comparison in group.comparisons:
        if comparison.verdict is not Verdict.BOUNDED:
            continue
        pair = by_id[comparison.a], by_id[comparison.b]
        bound = next((claim for claim in pair if is_bound(claim.quantity.qualifier)), None)
        bare = next((claim for claim in pair if claim.quantity.qualifier is Qualifier.EXACT), None)
        if bound is None or bare is None or not (_exact(bound) and _exact(bare)) or _moved(bound, bare):
            continue
        found, numbers = slip_between(bound, bare), frozenset(map(number_of, pair))
        if found is not None and numbers not in seen and _as_long(bound, bare):
            seen.add(numbers)
            yield bound, bare, found


def _exact(claim: Claim) -> bool:
    value = claim.quantity.value
    return value is not None and len(significant_digits(value)) >= _EXACT


def _as_long(a: Claim, b: Claim) -> bool:
    """Whether both have as many digits: one of fewer is a rounding, or at another scale."""
    values = [claim.quantity.value for claim in (a, b)]
    return len({(None if v is None else v.adjusted()) for v in values}) == 1


def _moved(bound: Claim, bare: Claim) -> bool:
    """Whether the count may have gone on from one to the other."""
    if bound.quantity.qualifier.is_upper_bound:
        return False
    grows = any(claim.metric.grows or claim.metric.volatile for claim in (bound, bare))
    return grows or bound.as_of != bare.as_of


def _like(claim: Claim, group: Group) -> tuple[Claim, ...]:
    return tuple(other for other in group.cluster.claims if number_of(other) == number_of(claim))


def _observation(
    two: tuple[tuple[Claim, ...], tuple[Claim, ...]], found: Slip, group: Group, context: Context, weights: Scales
) -> Observation:
    sides, suspect = weights.laid_out(*two)
    right, wrong = (by_firmness(side)[0] for side in sides)
    cause = f"{found.words} in a bound on an exact number"
    return Observation(
        operation=group.cluster.operation,
        metric=group.cluster.metric,
        message=opposed(sides, cause, context.articles, settled=suspect is not None),
        sides=sides,
        suspect=suspect,
        suggestion=_advice(right, wrong, context, settled=suspect is not None),
        severity=Severity.WARNING,
    )


def _advice(right: Claim, wrong: Claim, context: Context, *, settled: bool) -> str:
    """The other's number in each passage; its own bound stays."""
    first, second = (in_quotes(_value(claim), like) for claim, like in ((right, wrong), (wrong, right)))
    return f"should read {first}" if settled else either((first, wrong), (second, right), context.articles)


def _value(claim: Claim) -> Decimal:
    """The printed number; only asked of claims that have one."""
    return claim.quantity.value or Decimal(0)
