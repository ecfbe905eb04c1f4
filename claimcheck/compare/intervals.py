"""Figures on one axis: what a claim's quantity allows, in the base unit of its dimension."""

from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.quantity import Dimension, Interval, Qualifier, Quantity, Unit

_ONE = Decimal(1)
_WHOLE_ONLY = frozenset({Dimension.COUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A quantity in its dimension's base unit.

    `interval` is what the words allow; for measured (not counted) bare numbers half the last written digit either side
    is added: "36 pounds" is 35.5 to 36.5. `value` is None for ranges and orders. `step` is the written step, `fine` the
    step when trailing zeros of a whole number are taken as written ("480" has step 10, fine 1).
    """

    value: Decimal | None
    interval: Interval
    step: Decimal
    fine: Decimal
    qualifier: Qualifier

    @property
    def exact(self) -> bool:
        """Whether it is a bare number: no hedge, no bound, no range."""
        return self.qualifier is Qualifier.EXACT and self.value is not None

    @property
    def half(self) -> Decimal:
        """Half the width of a bounded interval, 0 for an unbounded one."""
        if self.interval.low is None or self.interval.high is None:
            return Decimal(0)
        return (self.interval.high - self.interval.low) / 2

    def bare(self) -> "Reading":
        """The printed number without its hedge, to half its last digit either side; itself when there is no number."""
        if self.value is None or self.exact:
            return self
        around = Interval(low=self.value - self.fine / 2, high=self.value + self.fine / 2)
        return replace(self, interval=around, qualifier=Qualifier.EXACT)

    def unsigned(self) -> "Reading":
        """A negative bare number as its size; anything else as it is."""
        low, high = self.interval.low, self.interval.high
        if not self.exact or self.value is None or self.value >= 0 or low is None or high is None:
            return self
        return replace(self, value=-self.value, interval=Interval(low=-high, high=-low))


def read(claim: Claim) -> Reading:
    """The claim's quantity as a reading; a stated margin of error widens it. A change counts by its size: "(3.7)%" in
    a table is the fall "of 3.7 percent" in a text; which way it goes is a facet.
    """
    reading = read_quantity(claim.quantity, claim.margin)
    return reading.unsigned() if claim.aspect is Aspect.CHANGE else reading


def read_quantity(quantity: Quantity, margin: Decimal | None = None) -> Reading:
    """The quantity in base units, `margin` (in its own unit) added on both sides."""
    fine = fine_step(quantity)
    interval = quantity.interval
    if quantity.qualifier is Qualifier.EXACT and quantity.unit.dimension not in _WHOLE_ONLY:
        interval = _at_least_half(interval, fine)
    if margin is not None:
        interval = widened(interval, margin)
    unit = quantity.unit
    return Reading(
        value=None if quantity.value is None else unit.to_base(quantity.value),
        interval=in_base(interval, unit),
        step=quantity.step * unit.factor,
        fine=fine * unit.factor,
        qualifier=quantity.qualifier,
    )


def fine_step(quantity: Quantity) -> Decimal:
    """The last written digit's size when zeros count as written: 1 for "480", 0.01 for "16.55", in its own unit.

    A number with a scale word keeps its step: the interval shows it ("4 billion" is 3.5 to 4.5 billion).
    """
    low, high = quantity.interval.low, quantity.interval.high
    if quantity.qualifier is Qualifier.EXACT and low is not None and high is not None and high - low >= quantity.step:
        return quantity.step
    return min(quantity.step, _ONE) if quantity.step > 0 else _ONE


def in_base(interval: Interval, unit: Unit) -> Interval:
    """`interval` of `unit` in the dimension's base unit."""
    return replace(
        interval,
        low=None if interval.low is None else unit.to_base(interval.low),
        high=None if interval.high is None else unit.to_base_high(interval.high),
    )


def widened(interval: Interval, by: Decimal) -> Interval:
    """`interval` with `by` added at each end that is bounded."""
    if by == 0:
        return interval
    return replace(
        interval,
        low=None if interval.low is None else interval.low - by,
        high=None if interval.high is None else interval.high + by,
    )


def share_apart(a: Decimal, b: Decimal) -> Decimal:
    """Difference relative to the larger magnitude: 0 for equals, 0.02 for 98 and 100, 2 at most (opposite signs)."""
    largest = max(abs(a), abs(b))
    return Decimal(0) if largest == 0 else abs(a - b) / largest


def ratio(a: Decimal, b: Decimal) -> Decimal | None:
    """Larger over smaller magnitude, at least 1; None when signs differ or only one is zero."""
    if a == b:
        return _ONE
    if a == 0 or b == 0 or (a < 0) != (b < 0):
        return None
    big, small = max(abs(a), abs(b)), min(abs(a), abs(b))
    return big / small


def is_bound(qualifier: Qualifier) -> bool:
    """Whether the words set a limit on one side."""
    return qualifier.is_lower_bound or qualifier.is_upper_bound


def _at_least_half(interval: Interval, step: Decimal) -> Interval:
    if interval.low is None or interval.high is None or interval.high - interval.low >= step:
        return interval
    return widened(interval, (step - (interval.high - interval.low)) / 2)
