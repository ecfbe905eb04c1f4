"""Numbers below a thousand, and of hundreds, in words: "twenty-one", "two hundred and five", "twenty-one hundred"."""

from decimal import Decimal

from claimcheck.extract.fractions import and_part
from claimcheck.extract.numeral import DASHES, ONE, Head
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Numerals

_MOST_DECIMALS = 4
_TEN = 10


def spelled(t: Tokens, i: int, words: Numerals, start: Decimal | None = None) -> Head | None:
    """The number in words at token `i`; `start` is what was read before it ("a hundred" and …)."""
    group = start
    j = i
    while True:
        step = _next(t, j, group, words)
        if step is None:
            break
        group, j = step
    if group is None:
        return None
    decimals = _decimals(t, j, words)
    if decimals:
        places = len(decimals)
        value = group + Decimal(decimals).scaleb(-places)
        return Head(i, value, ONE.scaleb(-places), j + 1 + places, True)
    mixed = and_part(t, j, words)
    if mixed is not None:
        return Head(i, group + mixed.value, mixed.step, mixed.end, True)
    return Head(i, group, ONE, j, True)


def _decimals(t: Tokens, j: int, words: Numerals) -> str:
    """The digits of "point five", "point two five" at token `j`."""
    digits = ""
    while t.low[j] in words.decimal_points and len(digits) < _MOST_DECIMALS:
        digit = words.cardinals.get(t.low[j + 1 + len(digits)])
        if digit is None or digit >= _TEN:
            break
        digits += str(digit)
    return digits


def _next(t: Tokens, j: int, group: Decimal | None, words: Numerals) -> tuple[Decimal, int] | None:
    """The number read so far with the words at token `j`, and the token after them; None when they do not go on."""
    k = j
    if group is not None and (t.text[j] in DASHES or _joins(t.low[j], group, words)):
        k = j + 1
    low = t.low[k]
    number = words.cardinals.get(low)
    if number is not None and (group is None or fits(group, number)):
        return number if group is None else group + number, k + 1
    if low in words.hundreds and group is not None and 0 < group < 100 and (k == j or t.text[j] in DASHES):
        return group * 100, k + 1
    return None


def _joins(low: str, group: Decimal, words: Numerals) -> bool:
    """Whether a word joins parts of one number: "two hundred and five", "treinta y cinco"."""
    return (group >= 100 and low in words.conjunctions) or (low in words.tens_and and not group % 10)


def fits(group: Decimal, number: Decimal) -> bool:
    """Whether "group number" reads on as one number: twenty + five, a hundred + twelve."""
    if not number:
        return False
    if number < 10 and 20 <= group % 100 <= 90 and not group % 10:
        return True
    return group >= 100 and not group % 100 and number < 100
