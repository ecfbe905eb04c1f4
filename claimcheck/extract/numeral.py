"""The value that reading a number gives, and what its written digits say of its precision."""

from decimal import Decimal
from typing import NamedTuple

from claimcheck.model.digits import significant_digits

ONE = Decimal(1)
ZERO = Decimal(0)
TINY = Decimal("0.000001")
"""The digits kept of a fraction that never ends: a third is 0.333333."""
DASHES = frozenset("-‐‑–")


class Numeral(NamedTuple):
    """A number as written, from token `first` to before token `end`.

    `value` is None for a bare order of magnitude, which spans `low` to `high`. `step` is the last written digit's size,
    `half` how far rounding may have moved the value either way (zero: the number is taken as exact), `digits` how many
    significant digits are written. `scale` is the product of its scale words. `part` marks a fraction of a whole
    ("two-thirds"), `ratio` one of a number of things ("one in five").
    """

    first: int
    end: int
    value: Decimal | None
    step: Decimal
    half: Decimal
    digits: int
    spelled: bool = False
    scale: Decimal = ONE
    part: bool = False
    ratio: bool = False
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def scaled(self) -> bool:
        """Whether a scale word is part of the number."""
        return self.scale != ONE

    def times(self, factor: Decimal) -> "Numeral":
        """The same number in a scale that stands elsewhere: the 3 of "3 to 5 million"."""
        if self.value is None:
            return self
        half = self.step * factor / 2
        return self._replace(value=self.value * factor, step=self.step * factor, half=half, scale=factor)


class Head(NamedTuple):
    """The part of a number before any scale word. `step` is the size of its last written digit."""

    first: int
    value: Decimal
    step: Decimal
    end: int
    spelled: bool


def quotient(over: Decimal, under: Decimal) -> Decimal:
    """`over` / `under`, to six places when it never ends."""
    exact = over / under
    return exact if exact * under == over and len(exact.as_tuple().digits) < 12 else exact.quantize(TINY)


def round_step(value: Decimal) -> Decimal:
    """The size of the last digit of a whole number that is not zero: 700,000 may be rounded to 100,000."""
    if not value:
        return ONE
    exponent = value.normalize().as_tuple().exponent
    return ONE.scaleb(exponent) if isinstance(exponent, int) and exponent > 0 else ONE


def significant(value: Decimal) -> int:
    """How many digits of `value` are written to say something: 2 of 1,200,000."""
    return len(significant_digits(value))


def plain_numeral(head: Head) -> Numeral:
    """`head` as a number of its own."""
    value, digits = head.value, significant(head.value)
    if head.step != ONE:
        return Numeral(head.first, head.end, value, head.step, head.step / 2, digits, head.spelled)
    step = ONE if head.spelled and value < 100 else round_step(value)
    return Numeral(head.first, head.end, value, step, ZERO, digits, head.spelled)
