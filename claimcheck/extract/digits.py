"""Digits with separators to exact decimals, by the convention of the article."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

MOST_DIGITS = 24
"""A longer run of digits is a code, not a figure, and would not fit exact decimals of 28 digits."""

_BOTH_WAYS = re.compile(r"(?:\d{1,3}(?:,\d{3})+\.\d{3}|\d{1,3}(?:\.\d{3})+,\d{3})$")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$")
_DECIMAL = re.compile(r"\d+\.\d+$")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?$")
_COMMA_DECIMAL = re.compile(r"\d+,\d+$")
_SURE_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+$|\d{1,3}(?:\.\d{3}){2,}$")
_LIKELY_CONTINENTAL = re.compile(r"\d+,\d{1,2}$")
_SURE_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$|\d+\.\d{1,2}$|\d+\.\d{4,}$")
# it begins with the digit it needs and only then looks at what stands before: a scan skips faster to a digit
_SEPARATED = re.compile(r"\d(?<![\w.,]\d)\d{0,11}[.,]\d{1,12}(?:[.,]\d{1,12}){0,6}(?!\w)")
_PLAIN = str.maketrans({"，": ",", "．": ".", "٬": ",", "٫": ".", "’": "", "'": ""})


class Digits(NamedTuple):
    """A number in digits. `places` counts the decimals written; `grouped` says that thousands were set off."""

    value: Decimal
    places: int
    grouped: bool


def read_digits(text: str, *, continental: bool = False) -> Digits | None:
    """The number that `text` writes, None when its separators follow no convention ("1.2.3") or it is far too long.

    `continental` reads "1.234" as a thousand and more, and "3,5" as three and a half. Nobody prints thousands with
    three decimals: "5,343.358" groups both ways.

    >>> [str(read_digits(w).value) for w in ("1,234,567", "12,34,567", "3.50", "1.234.567", "1'234")]
    ['1234567', '1234567', '3.50', '1234567', '1234']
    """
    if len(text) > MOST_DIGITS + 10:
        return None
    if text.isdecimal():
        return Digits(Decimal(text), 0, False) if len(text) <= MOST_DIGITS else None
    plain = text.translate(_PLAIN)
    if plain.isdecimal():
        return _exact(plain, grouped=True)
    if _BOTH_WAYS.match(plain):
        return _exact(plain.replace(".", "").replace(",", ""), grouped=True)
    if continental and (_CONTINENTAL.match(plain) or _COMMA_DECIMAL.match(plain)):
        return _exact(plain.replace(".", "").replace(",", "."), grouped="." in plain)
    if _ENGLISH.match(plain) or _INDIAN.match(plain):
        return _exact(plain.replace(",", ""), grouped=True)
    if _DECIMAL.match(plain):
        return _exact(plain, grouped=False)
    if _SURE_CONTINENTAL.match(plain):
        return _exact(plain.replace(".", "").replace(",", "."), grouped=True)
    return None


def is_continental(texts: Iterable[str], *, by_habit: bool) -> bool:
    """Whether an article writes "1.234,5" for what English writes "1,234.5". `by_habit`: its language does.

    One number that can only be continental decides it, or two that are likely to be (one beside "1.250"); any number
    that can only be English outweighs the likely ones.

    >>> is_continental(["1.234,5 tons and 2.500 more"], by_habit=False), is_continental(["3,5 or 1.25"], by_habit=False)
    (True, False)
    """
    likely = english = grouped = 0
    for found in _SEPARATED.finditer("\n".join(texts)):
        number = found.group()
        if _SURE_CONTINENTAL.match(number):
            return True
        likely += _LIKELY_CONTINENTAL.match(number) is not None
        english += _SURE_ENGLISH.match(number) is not None
        grouped += _CONTINENTAL.match(number) is not None
    return english < max(1, likely) if by_habit else likely + min(likely, grouped) >= 2 and not english


def _exact(text: str, *, grouped: bool) -> Digits | None:
    _, _, decimals = text.partition(".")
    return Digits(Decimal(text), len(decimals), grouped) if len(text) <= MOST_DIGITS else None
