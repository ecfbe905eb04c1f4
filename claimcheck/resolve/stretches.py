"""Stretches of time besides years and their parts: "the last week of June", "the week to Sunday", "past 24 hours"."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
COUNTS: Mapping[str, int] = {
    **{word: count for count, word in enumerate(_NUMBERS, 2)},
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "a": 1,
    "an": 1,
}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_FIRST = {"opening": "first", "1st": "first", "closing": "last", "final": "last"}

PART_OF = re.compile(
    r"\b(?P<ord>first|second|third|fourth|1st|last|final|opening|closing)[\s-]+(?P<n>(?:\w+\s+)?)"
    r"(?P<part>half|days?|weeks?|fortnight)\s+(?:of|in)\s+"
    rf"(?:{MONTH}(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?|the (?P<of>month|quarter|year)\b)",
    re.IGNORECASE,
)
UP_TO = re.compile(
    r"\b(?P<n>(?:\w+\s+)?)(?P<part>days?|weeks?|fortnight)\s+(?:up\s+)?(?:to|ending|ended|through)\s+(?:on\s+)?"
    rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)})\b|{MONTH}\s+(?P<day>\d{{1,2}})\b"
    rf"|(?P<first>\d{{1,2}})\s+{MONTH.replace('?P<month>', '?P<then>')})",
    re.IGNORECASE,
)
LATEST = re.compile(
    rf"\b(?:past|last|previous|preceding)\s+(?P<n>\d{{1,3}}|{'|'.join(COUNTS)})\s+(?P<part>hour|day|week|month)s?\b"
    r"(?!\s+(?:of|in|to)\b)",
    re.IGNORECASE,
)


def month_of(name: str) -> int:
    """The number of a month, by its name or the first letters of it."""
    return MONTHS.index(name[:3].lower()) + 1


def last_day(name: str, published: date) -> date:
    """The day that a weekday's name, "today" or "yesterday" means in an article of that day."""
    if name == "today":
        return published
    if name == "yesterday":
        return published - timedelta(days=1)
    return published - timedelta(days=(published.weekday() - WEEKDAYS.index(name)) % 7)


def part_of_key(match: re.Match[str], published: date | None) -> str | None:
    """The key of a part of a month: "2021-06-last week"; of "the last three days of the quarter" one without a year.
    None for the halves of a year, which have keys of their own, and for days that nobody counts ("the closing days").
    """
    told = match.group("ord").lower()
    part = match.group("part").lower().rstrip("s")
    if part == "day" and not match.group("n"):
        return None
    stretch = f"{_FIRST.get(told, told)} {_number(match.group('n'))}{part}"
    if match.group("of"):
        return None if part == "half" else f"{stretch} of {match.group('of').lower()}"
    return f"{_month_key(match.group('month'), match.group('year'), published)}-{stretch}"


def up_to_key(match: re.Match[str], published: date | None) -> str:
    """The key of some days up to one: "7 days to 2021-06-20"."""
    days = COUNTS.get(match.group("n").strip().lower(), 1)
    days = int(match.group("n")) if match.group("n").strip().isdigit() else days
    days *= _DAYS[match.group("part").lower().rstrip("s")]
    weekday = match.group("weekday")
    if weekday:
        end = last_day(weekday.lower(), published).isoformat() if published is not None else weekday.lower()
        return f"{days} days to {end}"
    month = match.group("month") or match.group("then")
    day = match.group("day") or match.group("first")
    return f"{days} days to {_month_key(month, None, published)}-{int(day):02d}"


def latest_key(match: re.Match[str]) -> str:
    """The key of a stretch that ends with the article: "last 24 hour"."""
    return f"last {_number(match.group('n'))}{match.group('part').lower()}"


def _number(word: str) -> str:
    """A count of a stretch as it stands in a key, empty for none."""
    told = word.strip().lower()
    return f"{COUNTS.get(told, told)} " if told else ""


def _month_key(name: str, year: str | None, published: date | None) -> str:
    """A month, of the year that is told or the last such month up to the article's day."""
    month = month_of(name)
    if year is None and published is None:
        return MONTHS[month - 1]
    told = year or (published.year - (month > published.month) if published is not None else "")
    return f"{told}-{month:02d}"
