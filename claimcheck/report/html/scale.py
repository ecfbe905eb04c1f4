"""Numbers to places on an axis whose ticks are round and evenly spaced, linear or in powers of ten."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import count
from math import log10

_MOST_STEPS = 5
_DECADES = 2
"""Values that span more than this many powers of ten are drawn on a log scale."""
_NICE = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MARGIN = Decimal("0.06")
_LONE = Decimal("0.05")
_WORDS = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_LARGEST = 24
"""Beyond 10^24 or below 10^-24 no axis is drawn: no article means such a figure, and no reader sees one."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The ticks, evenly spaced from one end to the other; at least two."""

    ticks: tuple[Decimal, ...]
    log: bool

    @property
    def steps(self) -> int:
        """How many equal parts the ticks cut the axis into."""
        return len(self.ticks) - 1

    def percent(self, value: Decimal) -> float:
        """Where `value` stands, 0 at the first tick and 100 at the last; what lies outside, at the end."""
        low, high = self.ticks[0], self.ticks[-1]
        if self.log:
            at = 0.0 if value <= 0 else (log10(value) - log10(low)) / (log10(high) - log10(low))
        else:
            at = float((value - low) / (high - low))
        return round(min(max(at, 0.0), 1.0) * 100, 2)

    @property
    def labels(self) -> tuple[str, ...]:
        """The ticks for readers."""
        return tuple(map(readable, self.ticks))


def axis(values: Iterable[Decimal], *, whole: bool = False) -> Axis | None:
    """An axis that has room for all `values`; None when there are none, or one is beyond any axis. `whole` is for what
    is counted: there is no tick at half an arrest.
    """
    found = sorted(set(values))
    if not found or not all(map(_drawable, found)):
        return None
    low, high = found[0], found[-1]
    if low > 0 and high / low > Decimal(10) ** _DECADES:
        return _decades(low, high)
    return _even(low, high, whole=whole)


def readable(value: Decimal) -> str:
    """`value` as a newspaper would print it: 1.7 million, 714,707, 0.05."""
    for size, word in _WORDS:
        if abs(value) >= size:
            return f"{_plain(value / size)} {word}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    text = f"{round(value, 6):,f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


def _drawable(value: Decimal) -> bool:
    return value.is_finite() and (value == 0 or abs(value.adjusted()) < _LARGEST)


def _decades(low: Decimal, high: Decimal) -> Axis:
    first, last = low.adjusted(), high.adjusted() + (high != Decimal(10) ** high.adjusted())
    stride = -(-(last - first) // _MOST_STEPS)
    count = -(-(last - first) // stride)
    return Axis(tuple(Decimal(10) ** (first + stride * n) for n in range(count + 1)), log=True)


def _even(low: Decimal, high: Decimal, *, whole: bool) -> Axis:
    room = (high - low) * _MARGIN if high > low else (abs(low) * _LONE or Decimal(1))
    bottom, top = low - room, high + room
    if low >= 0:
        bottom = max(bottom, Decimal(0))
    step = _step(bottom, top, whole=whole)
    first, last = _ends(step, bottom, top)
    return Axis(tuple((first + n) * step for n in range(last - first + 1)), log=False)


def _step(bottom: Decimal, top: Decimal, *, whole: bool) -> Decimal:
    """The smallest round step that needs no more than `_MOST_STEPS` of them once both ends are ticks."""
    power = Decimal(10) ** ((top - bottom) / _MOST_STEPS).adjusted()
    sizes = (power * Decimal(10) ** shape * nice for shape in count() for nice in _NICE)
    return next(size for size in sizes if _fits(size, bottom, top) and not (whole and size % 1))


def _fits(step: Decimal, bottom: Decimal, top: Decimal) -> bool:
    first, last = _ends(step, bottom, top)
    return last - first <= _MOST_STEPS


def _ends(step: Decimal, bottom: Decimal, top: Decimal) -> tuple[int, int]:
    """How many steps from zero the first and the last tick are."""
    first = int((bottom / step).to_integral_value(ROUND_FLOOR))
    return first, max(int((top / step).to_integral_value(ROUND_CEILING)), first + 1)
