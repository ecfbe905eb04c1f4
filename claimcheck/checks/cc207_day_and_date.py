"""A day of the week that its date does not fall on.

## What it does
Reads every day of the week that stands with a date ("Monday, September 19", "on Friday (24 November 2017)") and looks
it up in the calendar. Without a year the date is that of the year nearest to the article's own day; an article without
a day, or a date some months away from it, says nothing. Passages that give the same date its right day are named.

## Why it matters
One of the two is wrong, and no source is needed to see it. In 203 labelled stories 96 days stand with their dates;
three do not fit, and each of them is a mistake.

## Example
> The earthquake came at 1:15 p.m. on Monday, September 19, 2017.

19 September 2017 was a Tuesday.

## Near miss
> The earthquake came at 1:15 p.m. on Tuesday, September 19, 2017. Aid arrived on Monday, and September 19 became a day
> of mourning.

The first fits, and in the second the day and the date do not belong together.

## How to fix it
See in the source which of the two is meant.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC207 reason -->` beside the date, or `claimcheck baseline write`. The check:
`--ignore CC207` for one run, or `checks: {CC207: off}` in rules.yaml.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from claimcheck.checks.base import CheckInfo, Context, Family, Observation
from claimcheck.checks.messages import told_by
from claimcheck.checks.moments import as_claim, with_bracket
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Severity
from claimcheck.model.policy import WordingPolicy
from claimcheck.model.text import Article, Span

INFO = CheckInfo(code="CC207", name="day and date", severity=Severity.WARNING, family=Family.INSIDE)

_NEAR = 120
"""Days: a date without a year that lies further from the article's own day may be of another year."""
_GAP = r"\.?,?[ \t]+(?:the[ \t]+)?\(?"
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?[ \t]+(?P<year>\d{4}))?"


@dataclass(frozen=True, slots=True)
class _Calendar:
    """How days and months are written, and the pattern of a day of the week with its date."""

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A day of the week with its date: whether the calendar bears it out, and the words that say so."""

    day: date
    fits: bool
    found: re.Match[str]
    article: Article


def find(context: Context) -> Iterator[Observation]:
    """One observation for each day of the week that its date does not fall on, with those who have it right."""
    calendar = _calendar(context.policy.wording)
    told = [one for name in sorted(context.claims) for one in _told(context.articles[name], calendar)]
    for one in told:
        if not one.fits:
            right = [other for other in told if other.fits and other.day == one.day]
            yield _observation(one, right, context)


def _told(article: Article, calendar: _Calendar) -> Iterator[_Told]:
    found = (match for pattern in calendar.patterns for match in pattern.finditer(article.text))
    for match in sorted(found, key=lambda one: one.start()):
        day = _meant(match, article, calendar)
        if day is not None:
            fits = day.weekday() == calendar.weekdays[match["weekday"].casefold()]
            yield _Told(day=day, fits=fits, found=match, article=article)


@cache
def _calendar(wording: WordingPolicy) -> _Calendar:
    weekdays = _spellings(wording.weekdays)
    months = _spellings(wording.months)
    weekday = rf"\b(?P<weekday>{'|'.join(sorted(weekdays, key=len, reverse=True))})"
    month = rf"(?P<month>{'|'.join(sorted(months, key=len, reverse=True))})\b\.?"
    forms = (
        rf"{weekday}{_GAP}{month}[ \t]+{_ORDINAL}\b{_YEAR}",
        rf"{weekday}{_GAP}{_ORDINAL}[ \t]+(?:of[ \t]+)?{month}{_YEAR}",
    )
    return _Calendar(weekdays, months, tuple(re.compile(form, re.IGNORECASE) for form in forms))


def _spellings(rows: tuple[str, ...]) -> Mapping[str, int]:
    return {word: place for place, row in enumerate(rows) for word in row.split()}


def _meant(found: re.Match[str], article: Article, calendar: _Calendar) -> date | None:
    """The date, in the year that stands with it or the one nearest to the article's day."""
    month, day = calendar.months[found["month"].casefold()] + 1, int(found["day"])
    if found["year"]:
        return _date(int(found["year"]), month, day)
    own = article.date
    if own is None:
        return None
    near = [told for year in (own.year - 1, own.year, own.year + 1) if (told := _date(year, month, day)) is not None]
    nearest = min(near, key=lambda told: abs((told - own).days), default=None)
    return nearest if nearest is not None and abs((nearest - own).days) < _NEAR else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _observation(one: _Told, right: list[_Told], context: Context) -> Observation:
    claim = _claim(one.found, one.article, context)
    others = tuple(_claim(other.found, other.article, context) for other in right)
    weekday = context.policy.wording.weekdays[one.day.weekday()].split()[0].title()
    says = f", as {told_by(others[0], others, context.articles)} says" if others else ""
    return Observation(
        operation=claim.operation.name,
        metric=claim.metric.name,
        message=f'"{claim.quantity.surface}" is a {weekday} by the calendar of {one.day.year}{says}',
        sides=(others, (claim,)) if others else ((claim,),),
        suspect=claim if others else None,
        suggestion=f"see whether {weekday} is meant, or another date",
    )


def _claim(found: re.Match[str], article: Article, context: Context) -> Claim:
    printed = Span(found.start(), found.start() + len(found.group().rstrip(".")))
    span = with_bracket(article.text, printed)
    return as_claim("date", int(found["day"]), (span, Span(*found.span("day"))), article, context)
