"""Digits of numbers, and the slips that a hand makes in them without meaning to."""

from collections.abc import Sequence
from decimal import Decimal

_TELLING = 3
_HALF = 5
_LONG = 5
_SCALE = 3
_KILO, _MILLION = Decimal(900), Decimal(1_000_000)
_SCALE_SLACK = Decimal("0.05")


def significant_digits(value: Decimal) -> tuple[int, ...]:
    """The digits of `value` without the zeros that end it: 1, 2 of 1,200,000. At least one, for 0 itself."""
    return value.normalize().as_tuple().digits


def one_slip(a: Decimal, b: Decimal) -> bool:
    """Whether two numbers are one slip apart: the same digits, two or more, at another scale; or, of three digits and
    up, one digit changed, two swapped, one lost.
    """
    left, right = sorted((significant_digits(a), significant_digits(b)), key=len)
    if a == b:
        return False
    if left == right:
        return len(left) > 1
    return len(right) >= _TELLING and (changed(left, right) or swapped(left, right) or dropped(left, right))


def digit_slip(a: Decimal, b: Decimal) -> bool:
    """Whether one digit changed, or two neighbours swapped, makes the difference between two numbers of one size. Of
    few digits chance does that as well: the caller says how many are enough.
    """
    left, right = significant_digits(a), significant_digits(b)
    return a.adjusted() == b.adjusted() and (changed(left, right) or swapped(left, right))


def transposed(a: Decimal | None, b: Decimal | None) -> bool:
    """Whether two numbers of one size, of three digits or more, differ by two neighbours that changed places."""
    if a is None or b is None or a.adjusted() != b.adjusted():
        return False
    left, right = significant_digits(a), significant_digits(b)
    return len(left) >= _TELLING and swapped(left, right)


def same_digits(a: Decimal, b: Decimal) -> bool:
    """Whether two numbers have the same two digits or more, at another scale or with neighbours swapped: 52 and 25."""
    left, right = significant_digits(a), significant_digits(b)
    return a != b and len(left) > 1 and (left == right or swapped(left, right))


def at_two_scales(a: Decimal | None, b: Decimal | None, least: int) -> bool:
    """Whether two numbers have the same digits, `least` or more, at two scales: $20.8 million and $20.8 billion."""
    if a is None or b is None or a == b:
        return False
    digits = significant_digits(a)
    return len(digits) >= least and digits == significant_digits(b)


def likeness(a: Decimal, b: Decimal) -> int:
    """How many digits say that one number is a slip of the other. At another scale ($1,697,313 and $1,700) these are
    the digits of the shorter one, which is the longer one rounded or cut off; at one scale all but the digit that
    slipped. 0 where neither holds.
    """
    short, long = sorted((significant_digits(a), significant_digits(b)), key=len)
    cut = len(short) >= _TELLING and short == long[: len(short)]
    if len(short) > 1 and a.adjusted() != b.adjusted() and (cut or short == rounded_digits(long, len(short))):
        return len(short)
    if a.adjusted() == b.adjusted() and len(short) >= _TELLING and swapped(short, long):
        return len(short)
    return len(short) - 1 if one_slip(a, b) else 0


def slips_in_scale(a: Decimal | None, b: Decimal | None) -> bool:
    """Whether two numbers are one at two scales, three digits or more of it, be it rounded or cut off."""
    return a is not None and b is not None and a.adjusted() != b.adjusted() and likeness(a, b) >= _TELLING


def misprint(a: Decimal, b: Decimal) -> bool:
    """Whether two numbers are hardly told of two things: they are one long number with a slip of the hand in it, or one
    number at two scales. In the 83 labelled stories of `evaluation/` every such pair is a mistake, where the articles
    are on one event and neither of them has both.
    """
    return scale_misprint(a, b) or _long_slip(a, b)


def scale_misprint(a: Decimal, b: Decimal) -> bool:
    """Whether a scale word makes the difference: the same digits, be they rounded or cut off, a thousand, a million or
    a billion times apart. Of numbers below a million chance makes two digits alike, but hardly three.
    """
    if a == 0 or b == 0 or a.adjusted() == b.adjusted() or (a.adjusted() - b.adjusted()) % _SCALE:
        return False
    short, long = sorted((significant_digits(a), significant_digits(b)), key=len)
    large = min(abs(a), abs(b)) >= _MILLION
    if len(short) >= (_TELLING - large):
        return short == long[: len(short)] or short == rounded_digits(long, len(short))
    return large and short == long


def is_scale(times: Decimal) -> bool:
    """Whether a factor is a thousand, a million or a billion, all but rounding."""
    return times >= _KILO and abs(times.scaleb(-round(times.adjusted() / _SCALE) * _SCALE) - 1) <= _SCALE_SLACK


def _long_slip(a: Decimal, b: Decimal) -> bool:
    short, long = sorted((significant_digits(a), significant_digits(b)), key=len)
    if a == b or len(long) < _LONG:
        return False
    return short == long or changed(short, long) or exchanged(short, long) or dropped(short, long)


def rounded_digits(digits: Sequence[int], keep: int) -> tuple[int, ...]:
    """The first digits, as rounding to so many leaves them; longer by one where it carries over."""
    kept = int("".join(map(str, digits[:keep]))) + (keep < len(digits) and digits[keep] >= _HALF)
    return significant_digits(Decimal(kept))


def changed(a: Sequence[object], b: Sequence[object]) -> bool:
    """One digit is another one: 617 and 627."""
    return len(a) == len(b) and len(_odd(a, b)) == 1


def swapped(a: Sequence[object], b: Sequence[object]) -> bool:
    """Two neighbouring digits changed places: 3,337 and 3,373."""
    if len(a) != len(b):
        return False
    odd = _odd(a, b)
    return len(odd) == 2 and odd[1] == odd[0] + 1 and (a[odd[0]], a[odd[1]]) == (b[odd[1]], b[odd[0]])


def exchanged(a: Sequence[object], b: Sequence[object]) -> bool:
    """Two digits, neighbours or not, changed places: 319,912 and 319,219."""
    return len(a) == len(b) and len(_odd(a, b)) == 2 and sorted(map(str, a)) == sorted(map(str, b))


def dropped(short: Sequence[object], long: Sequence[object]) -> bool:
    """The shorter number is the longer one without one of its digits: 1,020 and 120."""
    if len(long) != len(short) + 1:
        return False
    return any([*long[:n], *long[n + 1 :]] == [*short] for n in range(len(long)))


def _odd(a: Sequence[object], b: Sequence[object]) -> list[int]:
    return [n for n, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
