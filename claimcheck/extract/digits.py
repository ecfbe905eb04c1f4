"""Digits with separators to exact decimals, by the convention of the article."""

import re
from decimal import Decimal
from typing import NamedTuple

MOST_DIGITS = 24
"""A longer run of digits is a code, not a figure, and would not fit exact decimals of 28 digits."""

_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$")
_DECIMAL = re.compile(r"\d+\.\d+$")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?$")
_COMMA_DECIMAL = re.compile(r"\d+,\d+$")
_SURE_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+$|\d{1,3}(?:\.\d{3}){2,}$|\d+,\d{1,2}$")


class Digits(NamedTuple):
    """A number in digits. `places` counts the decimals written; `grouped` says that thousands were set off."""

    value: Decimal
    places: int
    grouped: bool


def read_digits(text: str, *, continental: bool = False) -> Digits | None:
    """The number that `text` writes, None when its separators follow no convention ("1.2.3") or it is far too long.

    `continental` reads "1.234" as a thousand and more, and "3,5" as three and a half.

    >>> [str(read_digits(w).value) for w in ("1,234,567", "12,34,567", "3.50", "1.234.567")]
    ['1234567', '1234567', '3.50', '1234567']
    """
    if len(text) > MOST_DIGITS + 10:
        return None
    if text.isdecimal():
        return Digits(Decimal(text), 0, False) if len(text) <= MOST_DIGITS else None
    if continental and (_CONTINENTAL.match(text) or _COMMA_DECIMAL.match(text)):
        return _plain(text.replace(".", "").replace(",", "."), grouped="." in text)
    if _ENGLISH.match(text) or _INDIAN.match(text):
        return _plain(text.replace(",", ""), grouped=True)
    if _DECIMAL.match(text):
        return _plain(text, grouped=False)
    if is_continental(text) and "." in text:
        return _plain(text.replace(".", "").replace(",", "."), grouped=True)
    return None


def is_continental(text: str) -> bool:
    """Whether `text` can only be written by the continental convention: "1.234,5", "1.234.567", "3,5"."""
    return _SURE_CONTINENTAL.match(text) is not None


def _plain(text: str, *, grouped: bool) -> Digits | None:
    _, _, decimals = text.partition(".")
    return Digits(Decimal(text), len(decimals), grouped) if len(text) <= MOST_DIGITS else None
