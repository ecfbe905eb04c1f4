"""Slips of the keyboard: CC104, and other values that nothing explains: CC101."""

from decimal import Decimal
from random import Random

from evaluation.mutations.operators.base import Outcome, operator, renumbered
from evaluation.mutations.printing import with_digits, with_value
from evaluation.mutations.targets import Target

MANY = 3
"""Digits from which one can be dropped or doubled and the rest still be told."""
KEYS = "1234567890"
NEAR = Decimal("0.02")
"""How near to ten times a number counts as ten times."""
FIRST_APART, LAST_APART = 12, 45
"""By how many percent another plain value differs."""


@operator("transposed-digits")
def transposed(target: Target, chance: Random) -> Outcome | None:
    """Two neighbouring digits swapped: 671 for 617."""
    digits = target.figure.digits
    pairs = [n for n in range(len(digits) - 1) if digits[n : n + 2].isdigit() and digits[n] != digits[n + 1]]
    swapped = [digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :] for n in pairs]
    return _one_of(target, swapped, chance)


@operator("wrong-digit")
def wrong_digit(target: Target, chance: Random) -> Outcome | None:
    """One digit hit wrong: the key beside it in two cases of three, any other in the third. A number of one telling
    digit ("7", "2,000") becomes another value by that.
    """
    digits, places = target.figure.digits, _telling(target.figure.digits)
    if len(places) < MANY - 1:
        return None
    at = chance.choice(places)
    key = KEYS.index(digits[at])
    near = [KEYS[n] for n in (key - 1, key + 1) if 0 <= n < len(KEYS)]
    options = near if chance.random() < 2 / 3 else [k for k in KEYS if k != digits[at]]
    return _one_of(target, [digits[:at] + k + digits[at + 1 :] for k in options], chance)


@operator("dropped-digit")
def dropped_digit(target: Target, chance: Random) -> Outcome | None:
    """One digit left out: 67 for 617. Ending zeros stay, as leaving one out is a power of ten."""
    digits = target.figure.digits
    if len(digits.replace(".", "")) < MANY:
        return None
    return _one_of(target, [digits[:n] + digits[n + 1 :] for n in _telling(digits)], chance)


@operator("doubled-digit")
def doubled_digit(target: Target, chance: Random) -> Outcome | None:
    """One digit typed twice: 6,117 for 617."""
    digits = target.figure.digits
    price = "." in digits and target.figure.currency is not None and target.figure.scale is None
    if len(digits.replace(".", "")) < MANY - 1 or price:
        return None
    return _one_of(target, [digits[: n + 1] + digits[n:] for n in _telling(digits)], chance)


@operator("other-value")
def other_value(target: Target, chance: Random) -> Outcome | None:
    """A number near by that no slip explains: 584 for 617, eleven for eight."""
    figure = target.figure
    written = Decimal(figure.digits) if figure.digits else figure.value
    if figure.scale is not None and not figure.digits:
        return None
    share = Decimal(chance.randint(FIRST_APART, LAST_APART)) / 100
    value = written * (1 + share if chance.random() < 1 / 2 else 1 - share)
    step = figure.step / (figure.value / written)
    value = (value / step).to_integral_value() * step
    near = [value, value + step, value - step, value + 2 * step]
    return renumbered(target, next((p for v in near if (p := _unexplained(target, written, v)) is not None), None))


def _unexplained(target: Target, written: Decimal, value: Decimal) -> str | None:
    """The value as printed, if no slip of one key leads there."""
    if value <= 1 or value == written:
        return None
    printed = with_value(target.figure, value)
    if printed is None or not target.figure.digits:
        return printed
    old, new = target.figure.digits, printed.replace(",", "")
    alike = len(old) == len(new) and sum(a != b for a, b in zip(old, new, strict=True)) < 2
    short, long = sorted((old, new), key=len)
    dropped = len(long) == len(short) + 1 and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))
    return None if (alike and len(old) > 1) or dropped or sorted(old) == sorted(new) else printed


def _telling(digits: str) -> list[int]:
    """Places of the digits before the zeros that end a whole number."""
    end = len(digits) if "." in digits else len(digits.rstrip("0"))
    return [n for n, digit in enumerate(digits[:end]) if digit.isdigit()]


def _one_of(target: Target, options: list[str], chance: Random) -> Outcome | None:
    """One of the digit strings that is a number a paper would print and no power of ten away."""
    old = Decimal(target.figure.digits) if target.figure.digits else None
    fit = [
        d for d in dict.fromkeys(options) if old is not None and _printable(d) and not _power_of_ten(Decimal(d), old)
    ]
    return renumbered(target, with_digits(target.figure, chance.choice(fit))) if fit else None


def _printable(digits: str) -> bool:
    return digits[:1].isdigit() and not digits.endswith(".") and (digits[0] != "0" or digits.startswith("0."))


def _power_of_ten(a: Decimal, b: Decimal) -> bool:
    """Whether one is ten times the other, near enough to be told so: 849 for 8,497."""
    small, large = sorted((a, b))
    return abs(large / (small * 10) - 1) < NEAR if small else True
