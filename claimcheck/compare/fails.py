"""Why a rung of the ladder does not hold for a pair, in words; and the numbers in these words."""

from decimal import ROUND_UP, Decimal

from claimcheck.compare.agree import ratio_of
from claimcheck.compare.intervals import is_bound, share_apart
from claimcheck.compare.moments import one_count, one_moment
from claimcheck.compare.pair import Pair
from claimcheck.compare.superseded import may_grow
from claimcheck.compare.wording import unit_name
from claimcheck.model.claim import Claim, Facet, Status, same_facet
from claimcheck.model.quantity import Dimension, Qualifier

_PERCENT = Decimal("0.1")
_MANY = Decimal(2)


def comparable(pair: Pair) -> str:
    """What the two have in common."""
    claim, dimension = pair.a, pair.a.quantity.unit.dimension
    scope, period = _label(claim.scope, "the whole"), _label(claim.period, "the event's own")
    return f"one dimension ({dimension}), aspect ({claim.aspect}), scope ({scope}) and period ({period})"


def not_same(pair: Pair) -> str:
    """Why they are not one figure printed twice."""
    if pair.a.quantity.unit.id != pair.b.quantity.unit.id:
        names = [unit_name(claim.quantity.unit, _MANY) for claim in (pair.a, pair.b)]
        return f"in two units, {names[0]} and {names[1]}"
    if pair.left.value is not None and pair.left.value == pair.right.value:
        return "the same number under different words"
    return "two different figures"


def not_converted(pair: Pair) -> str:
    """Why neither is the other's conversion."""
    a, b = pair.a.quantity, pair.b.quantity
    if a.unit.id == b.unit.id:
        return (
            "counts are not converted"
            if a.unit.dimension is Dimension.COUNT
            else f"both are in {unit_name(a.unit, _MANY)}"
        )
    if a.value is None or b.value is None or is_bound(a.qualifier) or is_bound(b.qualifier):
        return "only plain numbers are taken for conversions"
    off = share_apart(a.unit.to_base(a.value), b.unit.to_base(b.value))
    return f"in one unit they are {percent(off)} apart, more than their print and a converter's rounding allow"


def not_rounded(pair: Pair) -> str:
    """Why neither rounds the other."""
    a, b = pair.left, pair.right
    if not (a.exact and b.exact) or a.value is None or b.value is None:
        return "neither is hedged with “about”" if not _about(pair) else _no_meeting(pair)
    if pair.a.quantity.unit.id != pair.b.quantity.unit.id:
        return f"in two units, and converted they are {gap_of(pair)} apart"
    if a.step == b.step:
        return f"they differ in digits that both write out, by {gap_of(pair)}"
    coarse = pair.surfaces[0] if a.step > b.step else pair.surfaces[1]
    return f"they are {gap_of(pair)} apart, and {coarse} rounds or cuts off no more than its last digits"


def not_bounded(pair: Pair) -> str:
    """Why no bound admits the other."""
    if pair.left.exact and pair.right.exact:
        return "neither is a bound, a range or hedged"
    return _no_meeting(pair) if not _far_bound(pair) else "the bound is too far off"


def _no_meeting(pair: Pair) -> str:
    a, b = (_allows(claim) for claim in (pair.a, pair.b))
    return f"{pair.surfaces[0]} allows {a}, {pair.surfaces[1]} allows {b}: nothing is in both"


def no_forecasts(pair: Pair) -> str:
    """Why they are not two forecasts that need not agree."""
    both = pair.a.status is Status.PROJECTED and pair.b.status is Status.PROJECTED
    if not both:
        return "they are not both forecasts"
    one = pair.a.attribution is not None and same_facet(pair.a.attribution, pair.b.attribution)
    return "two forecasts of one forecaster" if one else "one number at two scales, which no two forecasts are"


def not_composed(pair: Pair) -> str:
    """Why neither is known to be a part of the other."""
    if pair.left.value is None or pair.right.value is None:
        return "a range is no part or total"
    return f"no figure beside them makes up the difference of {gap_of(pair)}"


def not_superseded(pair: Pair) -> str:
    """Why no time is known to have moved the figure."""
    name = pair.a.metric.name
    if not may_grow(pair) and not any(claim.metric.volatile for claim in (pair.a, pair.b)):
        return f"nothing says that “{name}” only grows or changes from day to day"
    first, second = pair.a.as_of, pair.b.as_of
    if first is None or second is None:
        return "a date is missing"
    if one_count(pair):
        return "both come from one count: their sentences share another figure"
    if one_moment(pair):
        return "no time lies between them: their articles agree on another count that only grows"
    if pair.rescaled:
        return "one number at two scales, which no time makes of it"
    days = f"the figures are of {first} and {second}"
    if abs((first - second).days) <= 1:
        return f"{days}, too near for such a growth"
    return f"{days}, and the later one does not continue the earlier"


def not_loose(pair: Pair) -> str:
    """Why no loose bound admits the other."""
    if not (is_bound(pair.left.qualifier) or is_bound(pair.right.qualifier)):
        return "neither is a bound"
    return "the two bounds are one number but for a slip" if _far_bound(pair) else "the bound does not admit the other"


def undisputed(pair: Pair) -> str:
    """Why they are not two claimants' words."""
    a, b = pair.a.attribution, pair.b.attribution
    if a is not None and b is not None:
        return "one number at two scales" if pair.rescaled else f"{a.label} is the claimant of both"
    named = a or b
    return "no claimant is named" if named is None else f"only {named.label} is named as a claimant"


def _about(pair: Pair) -> bool:
    return Qualifier.ABOUT in (pair.left.qualifier, pair.right.qualifier)


def _far_bound(pair: Pair) -> bool:
    times = ratio_of(pair)
    bound = is_bound(pair.left.qualifier) or is_bound(pair.right.qualifier)
    return (
        bound
        and times is not None
        and times > pair.policy.loose_bound_ratio
        and pair.left.interval.meets(pair.right.interval)
    )


def _allows(claim: Claim) -> str:
    low, high = claim.quantity.interval.low, claim.quantity.interval.high
    if low is None or high is None:
        return f"up to {plain(high)}" if high is not None else f"from {plain(low)} up" if low is not None else "all"
    return plain(low) if low == high else f"{plain(low)} to {plain(high)}"


def gap_of(pair: Pair) -> str:
    """The difference of the two numbers, in their unit where they have one, else in percent."""
    a, b = pair.a.quantity, pair.b.quantity
    if a.value is None or b.value is None:
        return "an unknown amount"
    if a.unit.id != b.unit.id:
        return percent(share_apart(a.unit.to_base(a.value), b.unit.to_base(b.value)))
    gap = abs(a.value - b.value)
    return plain(gap) if a.unit.dimension is Dimension.COUNT else f"{plain(gap)} {unit_name(a.unit, gap)}"


def _label(facet: Facet | None, absent: str) -> str:
    return absent if facet is None else facet.label


def plain(value: Decimal) -> str:
    """A number in plain digits."""
    return f"{value.normalize():,f}"


def up(share: Decimal) -> Decimal:
    """A fraction rounded up to a tenth of a percent, so that it is never too little."""
    return (share * 100).quantize(_PERCENT, rounding=ROUND_UP) / 100


def percent(share: Decimal) -> str:
    """A fraction in percent, rounded up to a tenth."""
    return f"{plain(up(share) * 100)} percent"
