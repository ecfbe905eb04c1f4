"""What a number under a qualifier allows."""

from decimal import Decimal

from claimcheck.model.lexicon import Qualifiers
from claimcheck.model.quantity import Interval, Qualifier

_REACH = Decimal("0.2")
"""What the last digit of an approximation may add to either side of it, as a share: "about 2 million" is no 1.5."""
_PLAIN = frozenset((Qualifier.EXACT, Qualifier.BETWEEN, Qualifier.ORDER))


def allowed(value: Decimal, half: Decimal, digits: int, qualifier: Qualifier, tables: Qualifiers) -> Interval:
    """The interval of `value`, which rounding may have moved by `half` either way and which has `digits` significant
    digits, under `qualifier`. Bounds hold at the printed value; approximations reach as far as the tables say.
    """
    if qualifier in _PLAIN:
        return Interval(low=value - half, high=value + half)
    if qualifier is Qualifier.MORE_THAN:
        return Interval(low=value, high=None, low_open=True)
    if qualifier is Qualifier.AT_LEAST:
        return Interval(low=value, high=None)
    if qualifier is Qualifier.LESS_THAN:
        return Interval(low=None, high=value, high_open=True)
    if qualifier is Qualifier.AT_MOST:
        return Interval(low=None, high=value)
    widths = tables.widths[qualifier]
    width = widths[min(digits, len(widths)) - 1]
    size = abs(value)
    half = min(half, size * _REACH)
    return Interval(low=value - max(size * width.below, half), high=value + max(size * width.above, half))
