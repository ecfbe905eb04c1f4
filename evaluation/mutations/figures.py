"""Figures in a text, read by a small reader of the yardstick's own: number, scale word, currency, unit, qualifier."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from evaluation.mutations.words import words


class Hedge(StrEnum):
    """What stands before a number: nothing, a bound, or a hedge."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    LOWER = "lower"
    UPPER = "upper"

    @property
    def is_bound(self) -> bool:
        """Whether it leaves one side open."""
        return self in (Hedge.LOWER, Hedge.UPPER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Words of a figure and their half-open offsets in the article."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure as it stands in article `doc`, from its qualifier or currency to its unit.

    `number` are the digits or number words; `value` includes the scale word. `step` is the last written digit's size
    (zeros that end a whole number may be rounding). `unit` is a unit's id, a currency sign, or empty for a count;
    `noun` the lower-case word that follows, empty when none does.
    """

    doc: str
    start: int
    end: int
    number: Part
    value: Decimal
    step: Decimal
    unit: str
    noun: str
    hedge: Hedge = Hedge.EXACT
    qualifier: Part | None = None
    currency: Part | None = None
    scale: Part | None = None
    unit_word: Part | None = None

    @property
    def digits(self) -> str:
        """The number without thousands separators; empty for number words."""
        plain = self.number.text.replace(",", "")
        return plain if plain[:1].isdigit() else ""

    @property
    def whole(self) -> bool:
        """Whether the number is printed without decimals."""
        return "." not in self.number.text

    @property
    def significant(self) -> int:
        """How many digits it has without leading zeros and the zeros that end a whole number."""
        return len(self.value.normalize().as_tuple().digits)


def read_figures(doc: str, text: str, start: int = 0, end: int | None = None) -> Iterator[Figure]:
    """Every figure between the offsets, in order. Years, dates, times, ordinals and ranges are left out."""
    for found in _pattern().finditer(text, start, len(text) if end is None else end):
        figure = _figure(doc, text, found)
        if figure is not None:
            yield figure


def figure_at(doc: str, text: str, start: int, end: int) -> Figure | None:
    """The first figure whose number begins inside the offsets."""
    line = text.rfind("\n", 0, start) + 1
    found = (f for f in read_figures(doc, text, line, min(len(text), end + 60)) if start <= f.number.start < end)
    return next(found, None)


def _either(options: list[str]) -> str:
    return "|".join(re.escape(o).replace(r"\ ", r"\s+") for o in sorted(options, key=len, reverse=True))


@cache
def _pattern() -> re.Pattern[str]:
    table = words()
    small = _either([*table.tens, *table.small])
    forms = [form for unit in table.units.values() for form in unit.forms]
    lettered = _either([f for f in forms if f[0].isalpha()])
    return re.compile(
        rf"""(?P<qualifier>(?<![\w-])(?:{_either(list(table.qualifiers))})\s+)?
        (?<![\w.,:/'’–-])(?P<currency>(?:{_either(list(table.currencies))})\s?)?
        (?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:{small})(?:-(?:{small}))?\b)
        (?P<scale>(?:\s|-)(?:{_either(list(table.scales))})\b|\s?bn\b|(?P<sign>\s?(?:{_either(list(table.scale_signs))}))\b)?
        (?P<unit>\s?%|(?:\s|-)?(?:{lettered})\b(?!/))?""",
        re.VERBOSE | re.IGNORECASE,
    )


_NOT_AFTER = re.compile(
    r"(?:st|nd|rd|th|s)\b|\s?[ap]\.?m\b|[:/]\d|\s?[-–—]\s?[$£€]?\d|[.,]\d|[a-z]|-year-old"
    r"|\s+(?:hundred|dozen|to\s+[$£€]?\d|and\s+a\s+half|or\s+\d)|\s?½",
    re.IGNORECASE,
)
_RANGE_BEFORE = re.compile(
    r"(?:\d[%\w]*\s+(?:to|or)|\bbetween\s+[^.]{1,30}\band|\bbetween|\bfrom|-|–)\s*$", re.IGNORECASE
)
_MONTH_BEFORE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s+$", re.IGNORECASE
)
_MONTH_AFTER = re.compile(
    r"\s+(?:january|february|march|april|may|june|july|august|september|october|november|dec)", re.IGNORECASE
)
_NAMED = re.compile(
    r"(?:\b[A-Z]{2,}|\b(?:[Hh]ighway|[Ff]light|[Rr]oute|[Nn]o\.|[Nn]umber|[Bb]oeing|iPhone|[Aa]rticle))[ -]$"
)
_NEXT_WORD = re.compile(r"[ \t-]+(?:new\s+|other\s+)?([a-z][a-z’'-]+)")
_NAME_BEFORE = re.compile(r"[a-z,] [A-Z][a-z]+ $")
_YEARS = range(1900, 2100)


def _figure(doc: str, text: str, found: re.Match[str]) -> Figure | None:
    number, currency, sign = _part(found, "number"), _part(found, "currency"), _part(found, "sign")
    scale, unit_word = _part(found, "scale"), _part(found, "unit")
    if number is None or (sign is not None and currency is None and sign.text.lower() != "bn"):
        return None  # a letter after a bare number ("17 m") is no scale word
    end = (unit_word or scale or number).end
    value = _value(number.text)
    if value is None or not _stands_alone(text, found, number, end, bare=not (currency or scale or unit_word)):
        return None
    times = _scale_of(scale)
    step = _step(number.text, value) * times
    following = _NEXT_WORD.match(text, end)
    qualifier = _part(found, "qualifier")
    return Figure(
        doc=doc,
        start=found.start(),
        end=end,
        number=number,
        value=value * times,
        step=step,
        unit=_unit_of(currency, unit_word),
        noun=following[1] if following else "",
        hedge=_hedge(qualifier),
        qualifier=qualifier,
        currency=currency,
        scale=scale,
        unit_word=unit_word,
    )


def _part(found: re.Match[str], name: str) -> Part | None:
    """A group's words without the blanks or hyphen around them."""
    whole = found[name]
    if not whole:
        return None
    lead = len(whole) - len(whole.lstrip(" \t\n-"))
    words_only = whole.strip(" \t\n-")
    start = found.start(name) + lead
    return Part(start=start, end=start + len(words_only), text=words_only)


def _value(number: str) -> Decimal | None:
    table = words()
    if number[0].isdigit():
        return Decimal(number.replace(",", ""))
    known = {**table.small, **table.tens}
    parts = number.lower().split("-")
    if len(parts) == 1:
        return Decimal(known[parts[0]])
    ten, unit = parts
    return (
        Decimal(table.tens[ten] + table.small[unit]) if ten in table.tens and table.small.get(unit, 10) < 10 else None
    )


def _stands_alone(text: str, found: re.Match[str], number: Part, end: int, *, bare: bool) -> bool:
    """Whether it is a figure by itself: no date, year, time, name or end of a range."""
    before = text[max(0, found.start() - 40) : found.start()]
    if found["qualifier"]:
        before = text[max(0, found.start() - 40) : number.start]
    if (
        _NOT_AFTER.match(text, end)
        or _RANGE_BEFORE.search(before)
        or _NAMED.search(text[max(0, number.start - 20) : number.start])
    ):
        return False
    if not bare:
        return True
    if _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(text, end) or _NAME_BEFORE.search(before):
        return False
    return not (number.text.isdigit() and int(number.text) in _YEARS)


def _scale_of(scale: Part | None) -> Decimal:
    table = words()
    if scale is None:
        return Decimal(1)
    word = scale.text.lower()
    return Decimal(1).scaleb(table.scales.get(word, table.scale_signs.get(word, 0)))


def _step(number: str, value: Decimal) -> Decimal:
    """The last written digit's size; for whole numbers that of their last digit other than zero."""
    if "." in number:
        return Decimal(1).scaleb(-len(number.partition(".")[2]))
    if value == 0:
        return Decimal(1)
    zeros = len(str(int(value))) - len(str(int(value)).rstrip("0"))
    return Decimal(1).scaleb(zeros) if number[0].isdigit() else Decimal(1)


def _unit_of(currency: Part | None, unit_word: Part | None) -> str:
    if currency is not None:
        return currency.text
    if unit_word is None:
        return ""
    written = " ".join(unit_word.text.lower().split())
    return next((u.id for u in words().units.values() if written in u.forms), "")


def _hedge(qualifier: Part | None) -> Hedge:
    if qualifier is None:
        return Hedge.EXACT
    return Hedge(words().qualifiers[" ".join(qualifier.text.lower().split())])
