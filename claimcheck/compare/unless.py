"""Why a pair came down to its rung: for every rung above it, what fails, and what would have to differ for it to hold.

Whatever is said to make a rung hold has been tried: the pair was changed that way and judged again.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_UP, Decimal

from claimcheck.compare.agree import bounded, converted, loose_bound, ratio_of, rounded, same
from claimcheck.compare.composed import composed
from claimcheck.compare.facets import incomparable, separate_forecasts
from claimcheck.compare.intervals import is_bound, read, share_apart
from claimcheck.compare.ladder import LADDER, Rung, disputed, judge
from claimcheck.compare.pair import Pair
from claimcheck.compare.superseded import one_count, superseded
from claimcheck.compare.wording import unit_name
from claimcheck.model.claim import Aspect, Claim, ClaimId, Facet, Status
from claimcheck.model.finding import Refusal
from claimcheck.model.quantity import Dimension, Interval, Qualifier, Quantity

Change = tuple[str, Pair]
"""What would be different, in words that follow "if", and the pair as it then would be."""

_SIGN = re.compile(r"(?:\b[A-Z]{1,3})?[^\w\s-]\s?$")
_MANY = Decimal(2)
_OTHER = Facet(key="\0other", label="another")
_PERCENT = Decimal("0.1")
_SOME_DAY = date(2000, 1, 1)
_LATER = timedelta(days=2)


def refusals(pair: Pair) -> tuple[Refusal, ...]:
    """Every rung above the one that decides the pair, in the ladder's order."""
    return tuple(_refusals(pair))


def _refusals(pair: Pair) -> Iterator[Refusal]:
    for verdict, rung in LADDER:
        if rung(pair) is not None:
            return
        fails, changes = _RUNGS[rung]
        held = (words for words, changed in changes(pair) if judge(changed).verdict is verdict and rung(changed))
        yield Refusal(verdict=verdict, fails=fails(pair), unless=tuple(held))


def _none(pair: Pair) -> Iterator[Change]:  # noqa: ARG001 the shape of every list of changes
    yield from ()


def _comparable(pair: Pair) -> str:
    claim, dimension = pair.a, pair.a.quantity.unit.dimension
    scope, period = _label(claim.scope, "the whole"), _label(claim.period, "the event's own")
    return f"one dimension ({dimension}), aspect ({claim.aspect}), scope ({scope}) and period ({period})"


def _other_circumstances(pair: Pair) -> Iterator[Change]:
    yield "one of them covered another part (scope)", _with(pair, b=replace(pair.b, scope=_OTHER))
    yield "one of them covered another time (period)", _with(pair, b=replace(pair.b, period=_OTHER))
    other = Aspect.LEVEL if pair.b.aspect is not Aspect.LEVEL else Aspect.CHANGE
    yield f"one of them told a {other}, not a {pair.b.aspect}", _with(pair, b=replace(pair.b, aspect=other))
    yield "one of them were suspected or a target", _with(pair, b=replace(pair.b, status=Status.TARGET))


def _not_same(pair: Pair) -> str:
    if pair.a.quantity.unit.id != pair.b.quantity.unit.id:
        names = [unit_name(claim.quantity.unit, _MANY) for claim in (pair.a, pair.b)]
        return f"in two units, {names[0]} and {names[1]}"
    if pair.left.value is not None and pair.left.value == pair.right.value:
        return "the same number under different words"
    return "two different figures"


def _not_converted(pair: Pair) -> str:
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
    return f"in one unit they are {_percent(off)} apart, more than their print and a converter's rounding allow"


def _not_rounded(pair: Pair) -> str:
    a, b = pair.left, pair.right
    if not (a.exact and b.exact) or a.value is None or b.value is None:
        return "neither is hedged with “about”" if not _about(pair) else _no_meeting(pair)
    if pair.a.quantity.unit.id != pair.b.quantity.unit.id:
        return f"in two units, and converted they are {_gap(pair)} apart"
    if a.step == b.step:
        return f"they differ in digits that both write out, by {_gap(pair)}"
    coarse = pair.surfaces[0] if a.step > b.step else pair.surfaces[1]
    return f"they are {_gap(pair)} apart, and {coarse} rounds or cuts off no more than its last digits"


def _hedged(pair: Pair) -> Iterator[Change]:
    """One figure with an "about" that just reaches the other, and a tolerance that does."""
    for claim in (pair.a, pair.b):
        share = _reach_needed(claim, pair)
        if share is None or share > pair.policy.trail.reach:
            continue
        reach = abs(claim.quantity.value or Decimal(0)) * share
        about = _quantity(claim.quantity, Qualifier.ABOUT, reach, reach)
        words = f"“{_number(claim)}” were hedged, with an “about” that reaches {_percent(share)}"
        yield words, _changed(pair, claim, replace(claim, quantity=about))
    if pair.left.exact and pair.right.exact and pair.left.value is not None and pair.right.value is not None:
        least = _up(share_apart(pair.left.value, pair.right.value))
        if least <= pair.policy.trail.reach:
            tolerances = {**pair.policy.tolerances, pair.a.metric.name: least}
            policy = replace(pair.policy, tolerances=tolerances)
            yield f"rules.yaml tolerated {_percent(least)} for “{pair.a.metric.name}”", replace(pair, policy=policy)


def _reach_needed(claim: Claim, pair: Pair) -> Decimal | None:
    """How far, as a part of itself, a plain figure would have to reach to take in the other one's number."""
    other = pair.right if claim is pair.a else pair.left
    own = pair.left if claim is pair.a else pair.right
    if not own.exact or not own.value or other.value is None:
        return None
    return _up(abs(own.value - other.value) / abs(own.value))


def _not_bounded(pair: Pair) -> str:
    if pair.left.exact and pair.right.exact:
        return "neither is a bound, a range or hedged"
    return _no_meeting(pair) if not _far_bound(pair) else "the bound is too far off"


def _no_meeting(pair: Pair) -> str:
    a, b = (_allows(claim) for claim in (pair.a, pair.b))
    return f"{pair.surfaces[0]} allows {a}, {pair.surfaces[1]} allows {b}: nothing is in both"


def _bound(pair: Pair) -> Iterator[Change]:
    """The lower figure as a lower bound, the higher one as an upper bound."""
    if pair.left.value is None or pair.right.value is None or pair.left.value == pair.right.value:
        return
    low, high = (pair.a, pair.b) if pair.left.value < pair.right.value else (pair.b, pair.a)
    if low.quantity.qualifier is not Qualifier.AT_LEAST:
        least = _quantity(low.quantity, Qualifier.AT_LEAST, Decimal(0), None)
        yield f"one of them said “at least {_number(low)}”", _changed(pair, low, replace(low, quantity=least))
    if high.quantity.qualifier is not Qualifier.AT_MOST:
        most = _quantity(high.quantity, Qualifier.AT_MOST, None, Decimal(0))
        yield f"one of them said “up to {_number(high)}”", _changed(pair, high, replace(high, quantity=most))


def _no_forecasts(pair: Pair) -> str:
    both = pair.a.status is Status.PROJECTED and pair.b.status is Status.PROJECTED
    return "two forecasts of one forecaster" if both else "they are not both forecasts"


def _as_forecasts(pair: Pair) -> Iterator[Change]:
    a, b = (replace(claim, status=Status.PROJECTED) for claim in (pair.a, pair.b))
    yield "both were forecasts", _with(pair, a=a, b=b)


def _not_composed(pair: Pair) -> str:
    if pair.left.value is None or pair.right.value is None:
        return "a range is no part or total"
    return f"no figure beside them makes up the difference of {_gap(pair)}"


def _with_the_rest(pair: Pair) -> Iterator[Change]:
    """A third figure beside the larger one that is just the difference."""
    a, b = pair.a.quantity.value, pair.b.quantity.value
    if a is None or b is None or a == b or pair.a.quantity.unit.id != pair.b.quantity.unit.id:
        return
    large = pair.a if a > b else pair.b
    gap = abs(a - b)
    exact = replace(_quantity(large.quantity, Qualifier.EXACT, Decimal(0), Decimal(0)), value=gap, surface=_plain(gap))
    rest = replace(large, id=ClaimId("\0rest"), restates=None, quantity=replace(exact, interval=_point(gap)))
    words = f"{_gap(pair)} of the same stood beside one of them, as the other part of a total"
    yield words, replace(pair, beside=(*pair.beside, rest))


def _not_superseded(pair: Pair) -> str:
    name = pair.a.metric.name
    if not any(claim.metric.grows or claim.metric.volatile for claim in (pair.a, pair.b)):
        return f"nothing says that “{name}” only grows or changes from day to day"
    first, second = pair.a.as_of, pair.b.as_of
    if first is None or second is None:
        return "a date is missing"
    if one_count(pair):
        return "both come from one count: their sentences share another figure"
    days = f"the figures are of {first} and {second}"
    if abs((first - second).days) <= 1:
        return f"{days}, too near for such a growth"
    return f"{days}, and the later one does not continue the earlier"


def _later(pair: Pair) -> Iterator[Change]:
    """The higher figure as a later count of something that only grows."""
    if pair.left.value is None or pair.right.value is None:
        return
    low, high = (pair.a, pair.b) if pair.left.value < pair.right.value else (pair.b, pair.a)
    day = low.as_of or _SOME_DAY
    grows = low.metric.grows or high.metric.grows
    late = replace(high, as_of=day + _LATER, metric=replace(high.metric, grows=True))
    early = replace(low, as_of=day)
    then = f"“{_number(high)}” were a later day's count than “{_number(low)}”"
    words = then if grows else f"“{high.metric.name}” could only grow (rules.yaml: grows) and {then}"
    yield words, _with(pair, a=early, b=late) if low is pair.a else _with(pair, a=late, b=early)


def _not_loose(pair: Pair) -> str:
    if not (is_bound(pair.left.qualifier) or is_bound(pair.right.qualifier)):
        return "neither is a bound"
    return "the two bounds are one number but for a slip" if _far_bound(pair) else "the bound does not admit the other"


def _undisputed(pair: Pair) -> str:
    a, b = pair.a.attribution, pair.b.attribution
    if a is not None and b is not None:
        return f"{a.label} is the claimant of both"
    named = a or b
    return "no claimant is named" if named is None else f"only {named.label} is named as a claimant"


def _two_claimants(pair: Pair) -> Iterator[Change]:
    left = pair.a.attribution or Facet(key="\0one", label="one")
    yield (
        "each figure were another claimant's word",
        _with(pair, a=replace(pair.a, attribution=left), b=replace(pair.b, attribution=_OTHER)),
    )


Fails = Callable[[Pair], str]
Changes = Callable[[Pair], Iterator[Change]]
_RUNGS: dict[Rung, tuple[Fails, Changes]] = {
    incomparable: (_comparable, _other_circumstances),
    same: (_not_same, _none),
    converted: (_not_converted, _none),
    rounded: (_not_rounded, _hedged),
    bounded: (_not_bounded, _bound),
    separate_forecasts: (_no_forecasts, _as_forecasts),
    composed: (_not_composed, _with_the_rest),
    superseded: (_not_superseded, _later),
    loose_bound: (_not_loose, _bound),
    disputed: (_undisputed, _two_claimants),
}


def explained() -> frozenset[Rung]:
    """The rungs that this module can speak of: all but the one that always holds."""
    return frozenset(_RUNGS)


def _with(pair: Pair, a: Claim | None = None, b: Claim | None = None) -> Pair:
    left, right = a or pair.a, b or pair.b
    return replace(pair, a=left, b=right, left=read(left), right=read(right))


def _changed(pair: Pair, old: Claim, new: Claim) -> Pair:
    return _with(pair, a=new) if old is pair.a else _with(pair, b=new)


def _quantity(quantity: Quantity, qualifier: Qualifier, below: Decimal | None, above: Decimal | None) -> Quantity:
    """The number under another qualifier, reaching so far `below` and `above` itself (None: without end)."""
    value = quantity.value or Decimal(0)
    interval = Interval(low=None if below is None else value - below, high=None if above is None else value + above)
    return replace(quantity, qualifier=qualifier, interval=interval)


def _point(value: Decimal) -> Interval:
    return Interval(low=value, high=value)


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
        return f"up to {_plain(high)}" if high is not None else f"from {_plain(low)} up" if low is not None else "all"
    return _plain(low) if low == high else f"{_plain(low)} to {_plain(high)}"


def _gap(pair: Pair) -> str:
    """The difference of the two numbers, in their unit where they have one, else in percent."""
    a, b = pair.a.quantity, pair.b.quantity
    if a.value is None or b.value is None:
        return "an unknown amount"
    if a.unit.id != b.unit.id:
        return _percent(share_apart(a.unit.to_base(a.value), b.unit.to_base(b.value)))
    gap = abs(a.value - b.value)
    return _plain(gap) if a.unit.dimension is Dimension.COUNT else f"{_plain(gap)} {unit_name(a.unit, gap)}"


def _number(claim: Claim) -> str:
    """The printed figure without its hedge, currency sign and unit included."""
    quantity = claim.quantity
    start = quantity.number.start - quantity.span.start
    if not 0 < start < len(quantity.surface):
        return " ".join(quantity.surface.split())
    sign = _SIGN.search(quantity.surface[:start])
    return " ".join(quantity.surface[sign.start() if sign else start :].split())


def _label(facet: Facet | None, absent: str) -> str:
    return absent if facet is None else facet.label


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def _up(share: Decimal) -> Decimal:
    """A fraction rounded up to a tenth of a percent, so that it is never too little."""
    return (share * 100).quantize(_PERCENT, rounding=ROUND_UP) / 100


def _percent(share: Decimal) -> str:
    return f"{_plain(_up(share) * 100)} percent"
