"""Dates as article heads write them."""

import re
from datetime import date, datetime

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/.-]*\d)")
_LEADING = re.compile(r"\s*(?:date:?[ \t]+)?(\d{4}-\d{2}-\d{2})(?!\d)", re.IGNORECASE)
_WORDS = ("%B %d, %Y", "%b %d, %Y", "%b. %d, %Y", "%B %d %Y", "%d %B %Y", "%d %b %Y", "%d %b. %Y", "%Y%m%d")


def parse_date(text: str) -> date | None:
    """The day that `text` names: an ISO date (a time of day after it is dropped), or one with the month in words."""
    text = text.strip()
    if found := _ISO.match(text):
        return _day(*(int(part) for part in found.groups()))
    for form in _WORDS:
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    return None


def leading_date(body: str) -> date | None:
    """The ISO date that opens `body`, bare or after the word "date"; None if there is none."""
    found = _LEADING.match(body)
    return parse_date(found[1]) if found else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
