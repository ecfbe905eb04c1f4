"""Which of two figures of one article others have too: the other one is the wrong one."""

from collections.abc import Iterator

from claimcheck.checks.base import Context, number_of
from claimcheck.checks.weighing import scales
from claimcheck.compare.intervals import read_quantity
from claimcheck.compare.rounding import conversion_window
from claimcheck.model.claim import Claim
from claimcheck.model.digits import significant_digits

_PLAIN = 2


def nobody_elses(a: Claim, b: Claim, context: Context) -> Claim | None:
    """The one of the two that no article of another origin has, where one has the other; None where that does not tell
    them apart.
    """
    told_a, told_b = (any(_elsewhere(claim, context)) for claim in (a, b))
    return None if told_a == told_b else b if told_a else a


def backed(claim: Claim, against: Claim, context: Context) -> tuple[Claim, ...]:
    """The claim, and what articles of other origins tell of its thing that agrees with it and not with `against`."""
    weights = scales(context)
    own = weights.origins_of((claim,))
    others = (other for other in _grouped_with(claim, context) if not weights.origins_of((other,)) & own)
    return (
        claim,
        *(o for o in others if _same_quantity(o, claim, context) and not _same_quantity(o, against, context)),
    )


def _elsewhere(claim: Claim, context: Context) -> Iterator[Claim]:
    """Where other origins print the number, two digits or more of it, with the same noun, or the same quantity in the
    claim's group.
    """
    weights = scales(context)
    own, value = weights.origins_of((claim,)), claim.quantity.value
    plain = value is not None and len(significant_digits(value)) >= _PLAIN
    for other in context.numbers.get(number_of(claim), ()) if plain else ():
        if other.metric.entity == claim.metric.entity and not weights.origins_of((other,)) & own:
            yield other
    for other in _grouped_with(claim, context):
        if not weights.origins_of((other,)) & own and _same_quantity(other, claim, context):
            yield other


def _grouped_with(claim: Claim, context: Context) -> tuple[Claim, ...]:
    home = context.group_of.get(claim.id)
    return next((group.cluster.claims for group in context.groups if group.cluster.id == home), ())


def _same_quantity(a: Claim, b: Claim, context: Context) -> bool:
    if not a.quantity.unit.comparable_to(b.quantity.unit):
        return False
    windows = [conversion_window(read_quantity(claim.quantity).bare(), context.policy) for claim in (a, b)]
    return windows[0].meets(windows[1])
