"""Times that an article names: years, halves, quarters, months and "a year earlier", as canonical period keys."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from claimcheck.resolve.stretches import (
    COUNTS,
    LATEST,
    MONTH,
    MONTHS,
    PART_OF,
    UP_TO,
    WEEKDAYS,
    last_day,
    latest_key,
    month_of,
    part_of_key,
    up_to_key,
)

_ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "1st": "1", "2nd": "2", "3rd": "3", "4th": "4"}
_ORDINAL = "|".join(_ORDINALS)
_REPORTED = 3
"""Months in which the results of a quarter or a half are news."""

_DAY = re.compile(rf"\b{MONTH}\s+(?P<day>\d{{1,2}})\b(?!,?\d)(?:,?\s+(?P<year>(?:19|20)\d\d))?", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d))?", re.IGNORECASE
)
_MONTH_YEAR = re.compile(rf"\b{MONTH}(?:\s+of)?,?\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_PART = re.compile(
    rf"\b(?P<ord>{_ORDINAL}|last|next|same|this|latest)[\s-]+"
    r"(?P<n>(?:\w+\s+)?)(?P<part>half|quarter|months?|weeks?|days?|year)\b"
    r"(?:\s+(?:of|in)\s+(?:(?:fiscal|financial)\s+(?:year\s+)?)?(?P<year>(?:19|20)\d\d|the year|this year|last year))?",
    re.IGNORECASE,
)
_MONTHS_TO = re.compile(
    rf"\b(?:months|quarter|year|period) (?:to|ended|ending|through|until)\s+(?:on\s+)?{MONTH}"
    r"(?:\s+\d{1,2}\b)?(?:,?\s+(?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_SHORT = re.compile(r"\b(?P<part>Q|H)(?P<n>[1-4])\b(?:,? (?:of )?(?:FY ?)?(?P<year>(?:19|20)\d\d|(?<=FY)\d\d)\b)?")
_SHORT_FIRST = re.compile(r"\b(?P<n>[1-4])(?P<part>Q|H)(?:,? ?(?:FY ?)?(?P<year>(?:19|20)\d\d|(?<=[QHY])\d\d))?\b")
_FISCAL = re.compile(r"\bFY ?[\u2019']?(?P<year>(?:(?:19|20)\d\d|\d\d))\b")
_NAMED_QUARTER = re.compile(rf"\b{MONTH} quarter\b", re.IGNORECASE)
_FULL_YEAR = re.compile(
    r"\b(?:full|whole|entire)[ -](?:fiscal |financial )?year\b|\bthe (?:fiscal|financial) year\b"
    r"|\bfor the year\b(?! (?:before|earlier|ago|to|ended|ending|that))",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:a|one) (?:year|month|week|quarter) (?:earlier|ago|before)\b"
    r"|\b(?:last|previous|prior) (?:year|month|week|quarter)\b"
    r"|\b(?:year|quarter|month|week)[ -](?:before|earlier|ago)\b(?:[ -](?:quarter|period|month|week|half)\b)?"
    r"|\b(?:last|previous|prior)-(?:year|month|week|quarter)\b(?: (?:quarter|period|month|week|half)\b)?"
    r"|\b(?:corresponding|comparable|equivalent) (?:quarter|period|months?|week|half)\b"
    r"|\b(?:twelve|12) months (?:earlier|ago|before)\b|\blast time\b(?= around| out|[.,;)]|$)"
    r"|\bsame (?:quarter|period|month|week|time) (?:of )?(?:a year|last year|the previous)\b|\byear[- ]earlier\b",
    re.IGNORECASE,
)
_MONTH_BACK, _DATE_REACH = 31, 30
_LONG_AGO = ("twelve", "12", "corresponding", "comparable", "equivalent")
_PARTS = ("year", "quarter", "month", "week", "period", "time")
_BACK = re.compile(
    rf"\b(?P<count>\d{{1,3}}|a few|several|a couple of|{'|'.join(COUNTS)})"
    r"\s+(?P<part>decade|year|month|week|day)s?\s+(?P<way>ago|earlier|before|previously|later)\b",
    re.IGNORECASE,
)
_LAST_MONTH = re.compile(rf"\b(?:last|this past) {MONTH}(?!\s+\d)", re.IGNORECASE)
_LAST_SEASON = re.compile(r"\b(?:last|previous) (?P<season>spring|summer|autumn|fall|winter|season)\b", re.IGNORECASE)
_SINCE = re.compile(
    rf"\bsince\s+(?:{MONTH}(?:\s+(?P<of>(?:19|20)\d\d)\b)?|(?P<year>(?:19|20)\d\d)|(?:last|the) \w+)", re.IGNORECASE
)
_YEAR = re.compile(r"(?<![\d$£€,.-])(?P<year>(?:19|20)\d\d)(?![\d,.]\d|[%\w])")
_TO_DATE = re.compile(r"\b(?:so far this year|this year|year to date|so far in (?:19|20)\d\d)\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def periods(text: str, published: date | None) -> tuple[tuple[int, int, str, str], ...]:
    """Times named in `text` as (start, end, key, label), in order, longest reading first; they do not overlap.

    Keys: "2018", "2024-10", "2025-08-25", "2025-h1", "q3", "year earlier", "since oct", "to date".
    """
    found: list[tuple[int, int, str, str]] = []
    taken: list[tuple[int, int]] = []

    def take(match: re.Match[str], key: str) -> None:
        start, end = match.span()
        end -= match.group().endswith(".")
        if all(end <= s or start >= e for s, e in taken):
            taken.append((start, end))
            found.append((start, end, key, text[start:end]))

    for pattern, key_of in _READINGS:
        for match in pattern.finditer(text):
            key = key_of(match, published)
            if key is not None:
                take(match, key)
    return tuple(sorted(found))


def _earlier_key(words: str, published: date | None) -> str:
    """As in "last month" of a dated article has a place in the calendar; "a year earlier" is told from another time."""
    if words.startswith(_LONG_AGO):
        return "year earlier"
    part = next(p for p in _PARTS if p in words)
    if published is None or words != f"last {part}":
        return f"{part} earlier"
    if part == "month":
        last = published.replace(day=1) - timedelta(days=1)
        return f"{last.year}-{last.month:02d}"
    return (published - timedelta(days=7)).isoformat() if part == "week" else f"{part} earlier"


def _back_key(match: re.Match[str], published: date | None) -> str | None:
    """As in "six years ago" of a dated article, its calendar year; what is counted back from another time than now, or
    from an unknown day, is only told from the present. None for days: those are the story's own.
    """
    part, way, told = (match.group(name).lower() for name in ("part", "way", "count"))
    count = int(told) if told.isdigit() else COUNTS.get(told, 0)
    if part == "day":
        return None
    if way == "ago" and count and published is not None:
        if part == "year":
            return str(published.year - count)
        if part == "month":
            months = published.year * 12 + published.month - 1 - count
            return f"{months // 12}-{months % 12 + 1:02d}"
        if part == "week":
            return (published - timedelta(weeks=count)).isoformat()
    return f"{told} {part} {'later' if way == 'later' else 'earlier'}"


def _since_key(match: re.Match[str], published: date | None) -> str:
    """As in "since August"; the year of a month is left out where the last such month is meant."""
    if not match.group("month"):
        return f"since {match.group('year') or 'then'}"
    year, name = match.group("of"), match.group("month")[:3].lower()
    last = _last_month(month_of(match["month"]), published) if published is not None else ""
    return f"since {name}" if not year or last.startswith(year) else f"since {name} {year}"


def _last_month(month: int, published: date | None) -> str:
    """The last such month up to the article's date."""
    if published is None:
        return MONTHS[month - 1]
    return f"{published.year - (month > published.month):04d}-{month:02d}"


def _ended_key(match: re.Match[str], published: date | None) -> str:
    """A stretch of time that ended in a month: the article's own when that is the last one there are results of."""
    month, year = month_of(match["month"]), match.group("year")
    if published is None:
        return f"to {year or ''}{MONTHS[month - 1]}"
    key = f"{year}-{month:02d}" if year else _last_month(month, published)
    months = (published.year - int(key[:4])) * 12 + published.month - month
    return "to date" if 0 <= months <= _REPORTED else f"to {key}"


def _day_key(match: re.Match[str], published: date | None) -> str:
    month, day = month_of(match["month"]), int(match.group("day"))
    year = int(match.group("year")) if match.group("year") else published.year if published else 0
    if published is not None and not match.group("year") and (month, day) > (published.month, published.day):
        year -= 1
    return f"{year:04d}-{month:02d}-{day:02d}"


def _short_key(match: re.Match[str], published: date | None) -> str:
    """As in "Q2", "H1 2020"; a quarter of another year has that year's name in its key."""
    told = _full_year(match.group("year")) if match.group("year") else None
    year = told or (str(published.year) if published else "")
    if match.group("part") == "H":
        return f"{year}-h{match.group('n')}"
    return _quarter_key(match.group("n"), told, published)


def _full_year(digits: str) -> str:
    """A year from its four digits or its last two: "FY23"."""
    return digits if len(digits) == len("2023") else f"20{digits}"


def _quarter_key(number: str, year: str | None, published: date | None) -> str:
    """A quarter by its number; one of a year that was over long before the article keeps its year."""
    passed = published is not None and year is not None and year.isdigit()
    if passed and published is not None and year is not None:
        months = (published.year - int(year)) * 12 + published.month - 3 * int(number)
        return f"{year}-q{number}" if months > 3 * _REPORTED else f"q{number}"
    return f"q{number}"


def _part_key(match: re.Match[str], published: date | None) -> str | None:
    ordinal, part = match.group("ord").lower(), match.group("part").lower().rstrip("s")
    count = match.group("n").strip().lower()
    year = match.group("year") or ""
    year = year if year.isdigit() else str(published.year) if published else ""
    if part in ("day", "week", "year") or (part == "month" and not count):
        return None
    if part == "quarter" and not count:
        return _quarter_key(_ORDINALS[ordinal], match.group("year"), published) if ordinal in _ORDINALS else None
    if part == "half" and not count and ordinal in _ORDINALS:
        return f"{year}-h{_ORDINALS[ordinal]}"
    if part == "month" and ordinal == "first":
        return f"{year}-h1" if count in ("six", "6") else f"{year}-first {count} months"
    return None


_READINGS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date | None], str | None]], ...] = (
    (PART_OF, part_of_key),
    (UP_TO, up_to_key),
    (LATEST, lambda match, _: latest_key(match)),
    (_EARLIER, lambda match, published: _earlier_key(match.group().lower(), published)),
    (_BACK, _back_key),
    (_LAST_MONTH, lambda match, published: _last_month(month_of(match["month"]), published)),
    (_LAST_SEASON, lambda match, _: f"{match.group('season').lower()} earlier"),
    (_SINCE, _since_key),
    (_MONTHS_TO, _ended_key),
    (_DAY, _day_key),
    (_DAY_FIRST, _day_key),
    (_MONTH_YEAR, lambda match, _: f"{match.group('year')}-{month_of(match.group('month')):02d}"),
    (_FULL_YEAR, lambda *_: "full year"),
    (_NAMED_QUARTER, lambda match, _: f"quarter of {match.group('month')[:3].lower()}"),
    (_PART, _part_key),
    (_SHORT, _short_key),
    (_SHORT_FIRST, _short_key),
    (_FISCAL, lambda match, _: _full_year(match.group("year"))),
    (_TO_DATE, lambda *_: "to date"),
    (_YEAR, lambda match, _: match.group("year")),
)
"""How times are written, longest reading first, and the key that each has; None for one that is no time of a count."""


_WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r"|yesterday|today)\b", re.IGNORECASE)


def days_named(text: str, published: date | None) -> frozenset[date]:
    """Days that `text` speaks of: "13 September 2025", "Aug. 25", weekdays as the last such day up to `published`."""
    return frozenset(day for _, day in _days_at(text, published))


def told_day(opening: str, published: date | None) -> date | None:
    """The day that an article is about: the first one of its opening that lies more than a month back and has its year
    there ("On 21 September 2013 gunmen attacked …"), else the day on which it was published.
    """
    for start, day in sorted(_days_at(opening, published)):
        dated = str(day.year) in opening[start : start + _DATE_REACH]
        if dated and published is not None and (published - day).days > _MONTH_BACK:
            return day
    return published


def within(key: str, period: str) -> bool:
    """Whether the time `key` lies inside `period` as rules.yaml writes it: "2025-08-25..2025-08-29", "2022", "2022-07".

    Keys without a calendar place of their own ("q3", "year earlier") lie inside nothing.
    """
    inner = _days(key)
    first, _, last = period.partition("..")
    start, end = _days(first.strip()), _days((last or first).strip())
    if inner is None or start is None or end is None:
        return False
    return start[0] <= inner[0] and inner[1] <= end[1]


_UP_TO = re.compile(
    r"\b(?:as of|as at|by|until|up to|through)\s+"
    r"(?:(?:the|early|late|mid-?day|noon|midnight|\d{1,2}(?::\d\d)?\s?[ap]\.?m\.?)\s+(?:on\s+)?)?"
    r"(?:(?:morning|afternoon|evening|night|end) (?:of|on) )?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def counted_up_to(text: str, published: date | None) -> date | None:
    """The day up to which the figures of a sentence were counted: "as of Sunday evening", "by Aug. 12". None where
    the sentence names no such day, or several.
    """
    if published is None:
        return None
    days = {day for start, day in _days_at(text, published) if _UP_TO.search(text[:start])}
    return days.pop() if len(days) == 1 and max(days) <= published else None


def _days_at(text: str, published: date | None) -> Iterator[tuple[int, date]]:
    """Where the text speaks of a day, and which."""
    for start, _, key, _ in periods(text, published):
        days = _days(key) if key.count("-") == len(("month", "day")) else None
        if days is not None:
            yield start, days[0]
    if published is not None:
        for match in _WEEKDAY.finditer(text):
            yield match.start(), last_day(match.group(1).lower(), published)


_INTO = re.compile(r"\b(?:in|during|throughout)(?: all of| the whole of)? $", re.IGNORECASE)
_ON_AND_ON = re.compile(r"^ ?(?:[-–—]|(?:to|and|through|until|or)\b)[^.;]{0,12}?\b(?:19|20)\d\d\b", re.IGNORECASE)


def stated(text: str, start: int, end: int, key: str, published: date | None) -> tuple[date, date] | None:
    """First and last day of the time that stands at `start` to `end` of `text` and was read as `key`, where the words
    put something into it: "in 2023", "during March 2023", "so far this year". None for a time that only bounds another
    ("since 2023", "from 2011 to 2018", "made by 2023"), and for one without a place in the calendar.
    """
    if key == "to date":
        this_year = published is not None and _TO_DATE.fullmatch(text[start:end])
        return (date(published.year, 1, 1), published) if published is not None and this_year else None
    if not _INTO.search(text[max(0, start - 24) : start]) or _ON_AND_ON.match(text[end : end + 40]):
        return None
    return _days(key)


def _days(text: str) -> tuple[date, date] | None:
    """First and last day of a year, a month or a day written as in ISO 8601; None for anything else."""
    parts = text.split("-")
    if not 1 <= len(parts) <= 3 or not all(p.isdigit() for p in parts) or len(parts[0]) != 4:
        return None
    numbers = [int(p) for p in parts]
    try:
        if len(numbers) == 1:
            return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
        if len(numbers) == 2:
            year, month = numbers
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        day = date(numbers[0], numbers[1], numbers[2])
        return day, day
    except ValueError:
        return None
