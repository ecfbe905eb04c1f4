"""Figures and names in plain words, for messages and suggestions."""

import re
from decimal import ROUND_HALF_EVEN, Decimal

from claimcheck.compare.wording import unit_name as unit_name
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Dimension
from claimcheck.model.text import Article

SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_SCALE_WORD = re.compile(r"(?:\b|(?<=\d))(?:hundred|thousand|million|billion|trillion|[mb]n|tn|[kmb])\b", re.IGNORECASE)
_BEFORE_DIGITS = re.compile(r"(?:\b[A-Z]{1,3}\s?)?[$£€¥₹₩₽₺₪₫฿₴₦]\s?(?=\(?\d)|\b[A-Z]{3}\s(?=\d)")
_AFTER_DIGITS = re.compile(
    r"\d\s?-?(?:(?:hundred|thousand|million|billion|trillion)\b\s?)?([^\W\d_]{3,}s)$", re.IGNORECASE
)
_NO_DIGIT = re.compile(r"[^0-9.]")
_NUMBER = re.compile(r"[0-9]+(?:[.][0-9]+)?")
_STATED = {Decimal(10**9): "billions", Decimal(10**6): "millions", Decimal(10**3): "thousands"}
_SHORT_ENOUGH = 4
_WHOLE_FROM = 100


def quoted(claim: Claim) -> str:
    """The figure as printed, on one line, in quotes, with the scale that its table states for it."""
    scale = _stated_scale(claim)
    return f'"{" ".join(claim.quantity.surface.split())}"' + (f" (in {scale})" if scale else "")


def _stated_scale(claim: Claim) -> str | None:
    """The scale that a table tells apart from its figures ("Amounts in millions"), None for a figure with its own."""
    value, digits = claim.quantity.value, _NO_DIGIT.sub("", claim.quantity.surface)
    if value is None or scale_word(claim) is not None or not _NUMBER.fullmatch(digits) or not Decimal(digits):
        return None
    return _STATED.get(abs(value) / Decimal(digits))


def source_name(article: Article) -> str:
    """How a reader knows the article: its source, else its path."""
    return article.source or article.path


def scale_word(claim: Claim) -> str | None:
    """The scale word of a printed figure ("million", "bn"), None when it has none."""
    found = _SCALE_WORD.findall(claim.quantity.surface)
    return found[-1].lower() if found else None


def figure(value: Decimal, like: Claim) -> str:
    """`value` of the claim's unit written the way the claim writes: "$1.7 million", "1,058 pounds", "42"."""
    unit, number = like.quantity.unit, plain(value)
    if unit.dimension is Dimension.MONEY:
        sign, name = (p.search(like.quantity.surface) for p in (_BEFORE_DIGITS, _AFTER_DIGITS))
        return f"{sign.group()}{number}" if sign else f"{number} {name.group(1) if name else unit.id}"
    if unit.dimension is Dimension.COUNT:
        return number
    return f"{number} {unit_name(unit, value)}"


def plain(value: Decimal) -> str:
    """A number as newspapers print it: 42, 1,058, 16.55, 1.7 million."""
    for size, word in SCALES:
        scaled = (value / size).normalize()
        if abs(value) >= size and len(scaled.as_tuple().digits) <= _SHORT_ENOUGH:
            return f"{scaled:,f} {word}"
    return f"{value.normalize():,f}"


def sensible(value: Decimal) -> Decimal:
    """A converted value at a precision worth printing: whole from 100, one decimal from 1, two digits below."""
    if abs(value) >= 1 or value == 0:
        step = Decimal(1) if abs(value) >= _WHOLE_FROM else Decimal("0.1")
    else:
        step = Decimal(1).scaleb(value.adjusted() - 1)
    return value.quantize(step, rounding=ROUND_HALF_EVEN)
