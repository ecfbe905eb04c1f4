"""Claims, clusters and articles in a few words, for tests of the stages after extraction.

A figure is written as "[qualifier] number[scale] [unit]": "16.55 kg", "$1.7 million", "more than 600", "between 3 and
5".
This is a small notation for tests, not the extractor.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import cast

from claimcheck.model.claim import (
    Aspect,
    Claim,
    ClaimId,
    Direction,
    Facet,
    MentionKind,
    Metric,
    MetricId,
    Operation,
    OperationId,
    Status,
)
from claimcheck.model.finding import Cluster, GroupId
from claimcheck.model.quantity import COUNT_UNIT, Dimension, Interval, Qualifier, Quantity, Unit, UnitId
from claimcheck.model.text import Article, ArticleId, Sentence, SentenceKind, Span

Spec = Mapping[str, object]


def _unit(name: str, dimension: Dimension, factor: str = "1", offset: str = "0") -> Unit:
    return Unit(id=UnitId(name), dimension=dimension, factor=Decimal(factor), offset=Decimal(offset))


KILOGRAM = _unit("kilogram", Dimension.MASS)
POUND = _unit("pound", Dimension.MASS, "0.45359237")
GRAM = _unit("gram", Dimension.MASS, "0.001")
OUNCE = _unit("ounce", Dimension.MASS, "0.028349523125")
DOLLAR = _unit("USD", Dimension.MONEY)
EURO = _unit("EUR", Dimension.MONEY)
MILE = _unit("mile", Dimension.LENGTH, "1609.344")
KILOMETER = _unit("kilometer", Dimension.LENGTH, "1000")
FOOT = _unit("foot", Dimension.LENGTH, "0.3048")
METER = _unit("meter", Dimension.LENGTH)
ACRE = _unit("acre", Dimension.AREA, "4046.8564224")
SQUARE_MILE = _unit("square mile", Dimension.AREA, "2589988.110336")
SQUARE_KILOMETER = _unit("square kilometer", Dimension.AREA, "1000000")
PERCENT = _unit("percent", Dimension.PROPORTION, "0.01")
POINT = _unit("percentage point", Dimension.POINTS)
CUP = _unit("cup", Dimension.VOLUME, "0.0002365882365")
MILLILITER = _unit("milliliter", Dimension.VOLUME, "0.000001")
CELSIUS = _unit("degree Celsius", Dimension.TEMPERATURE)
DAY = _unit("day", Dimension.DURATION, "86400")
MONTH = _unit("month", Dimension.DURATION, "2629800")
YEAR = _unit("year", Dimension.DURATION, "31557600")
FAHRENHEIT = _unit("degree Fahrenheit", Dimension.TEMPERATURE, str(Decimal(5) / 9), str(Decimal(-160) / 9))

UNITS = {
    "": COUNT_UNIT,
    "kg": KILOGRAM,
    "lb": POUND,
    "g": GRAM,
    "oz": OUNCE,
    "$": DOLLAR,
    "€": EURO,
    "mi": MILE,
    "km": KILOMETER,
    "ft": FOOT,
    "m": METER,
    "acres": ACRE,
    "sqmi": SQUARE_MILE,
    "sqkm": SQUARE_KILOMETER,
    "%": PERCENT,
    "points": POINT,
    "cup": CUP,
    "ml": MILLILITER,
    "days": DAY,
    "months": MONTH,
    "years": YEAR,
    "C": CELSIUS,
    "F": FAHRENHEIT,
}
_NAMES = {"kg": "kilograms", "lb": "pounds", "g": "grams", "oz": "ounces", "mi": "miles", "km": "kilometers"}
_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "nine": 9, "twelve": 12}
_QUALIFIERS = {
    "about": Qualifier.ABOUT,
    "roughly": Qualifier.ABOUT,
    "around": Qualifier.ABOUT,
    "nearly": Qualifier.NEARLY,
    "almost": Qualifier.NEARLY,
    "more than": Qualifier.MORE_THAN,
    "over": Qualifier.MORE_THAN,
    "at least": Qualifier.AT_LEAST,
    "fewer than": Qualifier.LESS_THAN,
    "up to": Qualifier.AT_MOST,
    "at most": Qualifier.AT_MOST,
}
_TENTH = Decimal("0.1")
_NUMBER = r"(?P<sign>[$€])?\s?(?P<number>-?[\d,]+(?:\.\d+)?|[a-z]+)(?:\s(?P<scale>thousand|million|billion|trillion))?"
_FIGURE = re.compile(
    rf"(?:(?P<hedge>{'|'.join(_QUALIFIERS)})\s)?{_NUMBER}(?:\s?(?P<unit>[A-Za-z%]+))?$",
)
_RANGE = re.compile(r"between (?P<low>[$\d,.]+) and (?P<high>[$\d,.]+)(?:\s(?P<unit>[A-Za-z%]+))?$")
_DIGITS = re.compile(r"-?\d[\d,.]*(?:\s(?:thousand|million|billion|trillion))?")
NO_SPAN = Span(0, 0)


def quantity(text: str, *, start: int = 0, per: str | None = None) -> Quantity:
    """The quantity that `text` notes."""
    ranged = _RANGE.match(text)
    if ranged:
        return _range(text, ranged, start, per)
    match = _FIGURE.match(text)
    if match is None:
        raise ValueError(f"not a figure of the test notation: {text!r}")
    value, step = _number(match["number"], match["scale"])
    unit = UNITS[match["sign"] or match["unit"] or ""]
    hedge = _QUALIFIERS[match["hedge"]] if match["hedge"] else Qualifier.EXACT
    scaled = match["scale"] is not None or "." in match["number"]
    interval = _interval(value, step if scaled else Decimal(0), hedge)
    return _built(text, value, step, unit, hedge, interval, start, per)


def _number(digits: str, scale: str | None) -> tuple[Decimal, Decimal]:
    value = Decimal(_WORDS[digits]) if digits in _WORDS else Decimal(digits.replace(",", ""))
    exponent = cast("int", value.as_tuple().exponent)
    step = Decimal(1).scaleb(exponent)
    if scale is None and exponent == 0 and value and digits not in _WORDS:
        step = Decimal(1).scaleb(cast("int", value.normalize().as_tuple().exponent))
    return (value.scaleb(_SCALES[scale]), step.scaleb(_SCALES[scale])) if scale else (value, step)


def _interval(value: Decimal, step: Decimal, hedge: Qualifier) -> Interval:
    wide = abs(value) * _TENTH
    if hedge is Qualifier.EXACT:
        return Interval(low=value - step / 2, high=value + step / 2)
    if hedge is Qualifier.ABOUT:
        return Interval(low=value - wide, high=value + wide)
    if hedge is Qualifier.NEARLY:
        return Interval(low=value - wide, high=value, high_open=True)
    if hedge.is_lower_bound:
        return Interval(low=value, high=None, low_open=hedge is Qualifier.MORE_THAN)
    return Interval(low=None, high=value, high_open=hedge is Qualifier.LESS_THAN)


def _range(text: str, match: re.Match[str], start: int, per: str | None) -> Quantity:
    low, high = sorted(Decimal(match[end].strip("$").replace(",", "")) for end in ("low", "high"))
    unit = DOLLAR if "$" in match["low"] else UNITS[match["unit"] or ""]
    return _built(text, None, Decimal(1), unit, Qualifier.BETWEEN, Interval(low=low, high=high), start, per)


def _built(
    text: str,
    value: Decimal | None,
    step: Decimal,
    unit: Unit,
    hedge: Qualifier,
    interval: Interval,
    start: int,
    per: str | None,
) -> Quantity:
    surface = re.sub(r"\b(kg|lb|g|oz|mi|km)$", lambda m: _NAMES[m[1]], text)
    span = Span(start, start + len(surface))
    digits = _DIGITS.search(surface)
    number = Span(start + digits.start(), start + digits.end()) if digits else span
    return Quantity(
        value=value, interval=interval, step=step, unit=unit, qualifier=hedge, surface=surface, span=span,
        number=number, per=per,
    )  # fmt: skip


def claim(text: str, **spec: object) -> Claim:
    """A claim with the figure `text`. Facets and metric fields by name: scope, period, as_of, status, aspect,
    attribution, direction, kind, metric, entity, action, known, grows, volatile, operation (its name), op (its id),
    article, sentence, paragraph, index, stands (how its sentence stands on the page), at (offset), restates, per,
    margin, stated (the first and the last day, "2023-01-01..2023-12-31").
    """
    at = cast("int", spec.get("at", 0))
    figure = quantity(text, start=at, per=cast("str | None", spec.get("per")))
    article = ArticleId(str(spec.get("article", "a.md")))
    as_of, margin, restates = spec.get("as_of"), spec.get("margin"), spec.get("restates")
    direction = spec.get("direction")
    return Claim(
        id=ClaimId(f"{article}:{at}:{figure.surface}"),
        article=article,
        sentence=_sentence(article, figure.surface, spec),
        quantity=figure,
        kind=MentionKind(str(spec.get("kind", "amount"))),
        metric=metric(spec),
        operation=Operation(
            id=OperationId(str(spec.get("op", "op"))), name=str(spec.get("operation", "Operation Lantern")), named=True
        ),
        scope=facet(spec.get("scope")),
        period=facet(spec.get("period")),
        as_of=date.fromisoformat(str(as_of)) if as_of is not None else None,
        status=Status(str(spec.get("status", "confirmed"))),
        announced=bool(spec.get("announced")),
        aspect=Aspect(str(spec.get("aspect", "level"))),
        direction=None if direction is None else Direction(str(direction)),
        attribution=facet(spec.get("attribution")),
        restates=None if restates is None else ClaimId(str(restates)),
        margin=None if margin is None else Decimal(str(margin)),
        stated=_days(spec.get("stated")),
    )


def _days(told: object) -> tuple[date, date] | None:
    if told is None:
        return None
    first, last = (date.fromisoformat(day) for day in str(told).split(".."))
    return first, last


def metric(spec: Spec) -> Metric:
    """The metric that a claim's specification names, "arrests" when it names none."""
    name = str(spec.get("metric", "arrests"))
    return Metric(
        id=MetricId(name),
        name=name,
        entity=str(spec.get("entity", name)),
        action=cast("str | None", spec.get("action")),
        known=bool(spec.get("known", True)),
        grows=bool(spec.get("grows", False)),
        volatile=bool(spec.get("volatile", False)),
    )


def facet(key: object) -> Facet | None:
    """A facet whose key and label are the same word."""
    return None if key is None else Facet(key=str(key), label=str(key))


def _sentence(article: ArticleId, surface: str, spec: Spec) -> Sentence:
    text = str(spec.get("sentence", f"They counted {surface}."))
    return Sentence(
        article=article,
        index=cast("int", spec.get("index", 0)),
        paragraph=cast("int", spec.get("paragraph", 0)),
        span=Span(0, len(text)),
        text=text,
        kind=SentenceKind(str(spec.get("stands", "prose"))),
    )


def cluster(claims: Iterable[Claim], origins: Mapping[str, str] | None = None) -> Cluster:
    """The claims as one cluster; every article is its own origin unless `origins` says otherwise."""
    listed = tuple(claims)
    named = origins or {}
    return Cluster(
        id=GroupId("g1"),
        operation=listed[0].operation.name,
        metric=listed[0].metric.name,
        claims=listed,
        origin_of=tuple(named.get(c.article, c.article) for c in listed),
    )


def article(name: str, text: str = "", *, source: str | None = None, url: str | None = None) -> Article:
    """An article whose whole text is its body."""
    return Article(
        id=ArticleId(name), path=name, title="", source=source, date=None, url=url, text=text,
        body=Span(0, len(text)), title_span=None,
    )  # fmt: skip
