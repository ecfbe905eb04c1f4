"""One printed figure: its value, its unit, its qualifier, and the interval of values its author could have meant."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from claimcheck.model.text import Span

UnitId = NewType("UnitId", str)


class Dimension(StrEnum):
    """What kind of thing a unit measures; figures of different dimensions never compare."""

    COUNT = "count"
    MONEY = "money"
    MASS = "mass"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    DURATION = "duration"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    TEMPERATURE_DIFFERENCE = "temperature difference"
    PROPORTION = "proportion"
    POINTS = "points"
    MULTIPLE = "multiple"
    ENERGY = "energy"
    POWER = "power"
    DATA = "data"
    PRESSURE = "pressure"
    MAGNITUDE = "magnitude"
    FREQUENCY = "frequency"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of measure: base value = written value * `factor` + `offset` (offset only for temperature levels).

    `factor_high` is the largest factor that the word may mean where the text does not tell ("ton": short, metric or
    long); None for every unit that is one thing.

    Money has the currency's ISO 4217 code as `id`, and each currency is its own base: currencies never convert.
    """

    id: UnitId
    dimension: Dimension
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)
    factor_high: Decimal | None = None

    def to_base(self, value: Decimal) -> Decimal:
        """`value` of this unit in the dimension's base unit."""
        return value * self.factor + self.offset

    def to_base_high(self, value: Decimal) -> Decimal:
        """The largest that `value` can be in the base unit; more than `to_base` only where the word is ambiguous."""
        return value * (self.factor_high or self.factor) + self.offset

    def comparable_to(self, other: "Unit") -> bool:
        """Whether figures in the two units can be put on one axis."""
        if self.dimension is not other.dimension:
            return False
        return self.id == other.id if self.dimension in _NO_CONVERSION else True


_NO_CONVERSION = frozenset({Dimension.MONEY, Dimension.OTHER, Dimension.MAGNITUDE})

COUNT_UNIT = Unit(id=UnitId("count"), dimension=Dimension.COUNT)


class Qualifier(StrEnum):
    """The hedge or bound on the number. MeasEval calls this a modifier; see docs/glossary.md."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    BETWEEN = "between"
    ORDER = "order"

    @property
    def is_lower_bound(self) -> bool:
        """Whether the true value lies at or above the printed one."""
        return self in (Qualifier.MORE_THAN, Qualifier.AT_LEAST)

    @property
    def is_upper_bound(self) -> bool:
        """Whether the true value lies at or below the printed one."""
        return self in (Qualifier.LESS_THAN, Qualifier.AT_MOST)

    @property
    def is_from_below(self) -> bool:
        """Whether the true value lies below the printed one, as a bound or as a hedge: "nearly 25,000" is fewer."""
        return self.is_upper_bound or self is Qualifier.NEARLY

    def faces(self, other: "Qualifier") -> bool:
        """Whether one number is told from two sides: "nearly 200", "more than 200"."""
        return (self.is_lower_bound and other.is_from_below) or (self.is_from_below and other.is_lower_bound)

    @property
    def is_rough(self) -> bool:
        """Whether the printed number is near the true one, to no side for certain or by an order only ("dozens")."""
        return self in (Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.ORDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Values a figure allows. None at an end means unbounded; an open end is not itself allowed."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False

    def contains(self, value: Decimal) -> bool:
        """Whether `value` is allowed."""
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return not (self.high is not None and (value > self.high or (self.high_open and value == self.high)))

    def meets(self, other: "Interval") -> bool:
        """Whether some value is allowed by both."""
        return not (self._below(other) or other._below(self))

    def _below(self, other: "Interval") -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure as one article printed it.

    `value` is the number in `unit` after scale words ("$11.1 million" is 11100000); None for ranges ("3 to 5") and
    for orders without a number of their own ("dozens"). `step` is the last written digit's size, in `unit`:
    "1.2 million" has 100000, "714,707" has 1, "700,000" has 100000 (trailing zeros of whole numbers may be rounding).
    `interval` is what the written words allow, in `unit`: "$11.1 million" 11.05 to 11.15 million, "more than 600" open
    above 600, "714,707" just itself. `per` is the second unit of a rate ("barrel", "100000 person", "share").
    `surface` is the printed text at `span`, qualifier and unit included, counted noun excluded.
    `number` is the part of `span` that holds the number itself, without qualifier and unit.
    """

    value: Decimal | None
    interval: Interval
    step: Decimal
    unit: Unit
    qualifier: Qualifier
    surface: str
    span: Span
    number: Span
    per: str | None = None

    def base_range(self) -> tuple[Decimal, Decimal]:
        """The values meant, in the dimension's base unit, written precision included. A bound reaches to twice its
        value (half, for an upper one): nobody writes "more than 600" for 3,000.
        """
        low, high = self.interval.low, self.interval.high
        if low is None:
            low = (high or Decimal(0)) / 2
        if high is None:
            high = low * 2
        ends = sorted((self.unit.to_base(low), self.unit.to_base_high(high)))
        return ends[0], ends[1]

    def __neg__(self) -> "Quantity":
        """The quantity with the other sign, as printed otherwise."""
        low, high = self.interval.low, self.interval.high
        turned = Interval(
            low=None if high is None else -high,
            high=None if low is None else -low,
            low_open=self.interval.high_open,
            high_open=self.interval.low_open,
        )
        return replace(self, value=None if self.value is None else -self.value, interval=turned)

    def near(self, other: "Quantity", slack: Decimal) -> bool:
        """Whether the two could be one figure told twice: their ranges meet, rounding of whole numbers included.

        Rounding reaches half the last written digit, but no further than the relative `slack`. Two neighbours at the
        last digit (58 and 59) are not one.
        """
        if not self.unit.comparable_to(other.unit):
            return False
        (low, high), (other_low, other_high) = self._rounded_range(slack), other._rounded_range(slack)
        if self.value is not None and self.value == other.value and self.unit == other.unit:
            return True
        return low < other_high and other_low < high

    def _rounded_range(self, slack: Decimal) -> tuple[Decimal, Decimal]:
        low, high = self.base_range()
        room = Decimal(0) if self.value is None else min(self.step / 2, slack * abs(self.value)) * self.unit.factor
        return low - room, high + room
