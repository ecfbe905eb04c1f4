"""Dates, years, decades and times of day."""

import re

from claimcheck.extract.skips import Skip
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import SkipReason
from claimcheck.model.lexicon import Lexicon

_DASHES = frozenset("-–—‐‑")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})$")
_CLOCK = re.compile(r"\d{1,2}\.[0-5]\d$")
_COUNTED_AFTER = frozenset(
    ("more", "less", "over", "nearly", "almost", "least", "than", "about", "roughly", "approximately", "some", "fewer")
)


def date_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """The date or time of day that number `i` is part of."""
    text = t.text[i]
    if text.isdecimal():
        if len(text) <= 2:
            return _month_before(t, i, lex, floor) or _month_after(t, i, lex) or _numeric(t, i) or clock_at(t, i, lex)
        if len(text) == 4:
            return _month_year(t, i, lex, floor) or _numeric(t, i) or clock_at(t, i, lex) or year_at(t, i, lex)
        return None
    if _DOTTED.match(text):
        return Skip(i, i + 1, SkipReason.DATE)
    if _CLOCK.match(text):
        return clock_at(t, i, lex)
    return None


def _is_month(t: Tokens, j: int, lex: Lexicon) -> bool:
    return t.low[j] in lex.calendar.months and t.is_capital(j)


def _is_day(t: Tokens, i: int) -> bool:
    return t.text[i].isdecimal() and len(t.text[i]) <= 2 and 1 <= int(t.text[i]) <= 31


def _is_year(t: Tokens, i: int) -> bool:
    return len(t.text[i]) == 4 and _YEAR.match(t.text[i]) is not None


def _past_suffix(t: Tokens, j: int, lex: Lexicon) -> int:
    return j + 1 if t.low[j] in lex.numerals.ordinal_endings and t.glued(j - 1) else j


def _month_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> int | None:
    """The token of the month name directly before token `i`, over a full stop or "the"."""
    j = i - 1
    if j > floor and (t.text[j] == "." or t.low[j] == "the"):
        j -= 1
    return j if j >= floor and j >= 0 and _is_month(t, j, lex) else None


def _month_before(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """ "Aug. 25", "August 25-29, 2025", "Sept. 24 and 25, 2023"."""
    month = _month_at(t, i, lex, floor)
    if month is None or not _is_day(t, i):
        return None
    end = _past_suffix(t, i + 1, lex)
    if (
        (t.text[end] in _DASHES or t.low[end] in lex.qualifiers.to) and _is_day(t, end + 1) and t.text[end + 2] != "%"
    ) or (
        t.low[end] in lex.numerals.conjunctions and _is_day(t, end + 1) and not t.is_word(_past_suffix(t, end + 2, lex))
    ):
        end = _past_suffix(t, end + 2, lex)
    return Skip(month, _year_end(t, end, lex), SkipReason.DATE)


def _year_end(t: Tokens, end: int, lex: Lexicon) -> int:
    """Past the year after a day and month, if there is one."""
    k = end + 1 if t.text[end] == "," else end
    if _is_year(t, k) and not t.glued(k) | (t.low[k + 1] in lex.cues.count_nouns and t.text[end] == ","):
        return k + 1
    if _is_year(t, k) and t.low[k + 1] not in lex.cues.count_nouns:
        return k + 1
    return end


def _month_after(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """ "13 September 2025", "14th of May", "25-29 August", "25 to 29 August"."""
    if not _is_day(t, i):
        return None
    end = _past_suffix(t, i + 1, lex)
    if (
        t.text[end] in _DASHES or t.low[end] in lex.qualifiers.to or t.low[end] in lex.numerals.conjunctions
    ) and _is_day(t, end + 1):
        end = _past_suffix(t, end + 2, lex)
    if t.low[end] in lex.numerals.of:
        end += 1
    if t.text[end] in _DASHES and t.glued(end):
        end += 1
    if not _is_month(t, end, lex):
        return None
    end += 2 if t.text[end + 1] == "." and len(t.text[end]) <= 4 and _is_year(t, end + 2) else 1
    if t.text[end] in _DASHES and _is_year(t, end + 1):
        end += 1
    return Skip(i, _year_end(t, end, lex), SkipReason.DATE)


def _month_year(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """ "October 2024", "Sept., 2019"."""
    if not _is_year(t, i):
        return None
    j = i - 1
    while j > floor and t.text[j] in (".", ",", "of", "-"):
        j -= 1
    return Skip(j, i + 1, SkipReason.DATE) if j >= floor and j >= 0 and _is_month(t, j, lex) else None


def _numeric(t: Tokens, i: int) -> Skip | None:
    """ "10/28/2025", "2025-09-08", "28-10-2025"."""
    mark = t.text[i + 1]
    if (
        mark not in ("/", "-", "–")
        or t.text[i + 3] != mark
        or not (t.glued(i) and t.glued(i + 1) and t.glued(i + 2) and t.glued(i + 3))
    ):
        return None
    parts = (t.text[i], t.text[i + 2], t.text[i + 4])
    if not all(part.isdecimal() for part in parts):
        return None
    sizes = tuple(len(part) for part in parts)
    if (sizes[0] == 4 and sizes[1] <= 2 and sizes[2] <= 2) or (sizes[0] <= 2 and sizes[1] <= 2 and sizes[2] in (2, 4)):
        return Skip(i, i + 5, SkipReason.DATE)
    return None


def clock_at(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """ "1:25 p.m. ET", "2 pm", "14:30", "9.30am", "10-11 a.m.", "1900 GMT"."""
    end = i + 1
    minutes = False
    while (
        t.text[end] == ":"
        and t.glued(end - 1)
        and t.glued(end)
        and len(t.text[end + 1]) == 2
        and t.text[end + 1].isdecimal()
    ):
        end += 2
        minutes = True
    meridiem = _meridiem_end(t, end, lex)
    if (
        meridiem is None
        and t.text[end] in _DASHES | {"to"}
        and t.text[end + 1].isdecimal()
        and len(t.text[end + 1]) <= 2
    ):
        further = end + 4 if t.text[end + 2] == ":" and t.text[end + 3].isdecimal() else end + 2
        meridiem = _meridiem_end(t, further, lex)
        if meridiem is None and minutes and further == end + 4:
            meridiem = further
    if meridiem is None:
        whole = (
            len(t.text[i]) == 4
            and t.low[end] in ("gmt", "utc", "hrs", "hours")
            and int(t.text[i]) < 2400
            and t.text[end] != "hours"
        )
        if not minutes and not whole:
            return None
        meridiem = end
    return Skip(i, _zone_end(t, meridiem, lex), SkipReason.TIME_OF_DAY)


def _meridiem_end(t: Tokens, j: int, lex: Lexicon) -> int | None:
    low = t.low[j]
    if low not in lex.calendar.meridiems:
        return None
    if low == "am" and not t.glued(j - 1) and t.text[j] == "am" and t.low[j - 2] == "i":
        return None
    return j + 1


def _zone_end(t: Tokens, j: int, lex: Lexicon) -> int:
    if t.low[j] in lex.calendar.zones and t.is_capital(j):
        return j + 2 if t.low[j + 1] == "time" else j + 1
    return j


def year_at(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """A bare four-digit number that is a year, a decade ("1990s") or a span of years ("2011-2014", "2024/25")."""
    if not _is_year(t, i) or not _reads_as_year(t, i, lex):
        return None
    if t.glued(i) and t.low[i + 1] == "s":
        return Skip(i, i + 2, SkipReason.DECADE)
    if t.text[i + 1] in "-–—/" and t.text[i + 1] and t.text[i + 2].isdecimal() and len(t.text[i + 2]) in (2, 4):
        return Skip(i, i + 3, SkipReason.YEAR)
    return Skip(i, i + 1, SkipReason.YEAR)


def _reads_as_year(t: Tokens, i: int, lex: Lexicon) -> bool:
    before, after = t.low[i - 1] if i else "", t.low[i + 1]
    if before in lex.units.signs and not before.isalpha():
        return False
    if after == "%" or after in lex.numerals.scales or (after == "." and t.glued(i) and t.is_number(i + 2)):
        return False
    if t.glued(i) and t.is_word(i + 1) and after != "s":
        return t.is_capital(i + 1) and len(after) > 3
    if before in _COUNTED_AFTER and (
        t.is_word(i + 1) and not t.is_capital(i + 1) and after not in lex.cues.function_words
    ):
        return False
    measured = after in lex.units.names and after not in ("in", "quarter", "day", "season", "c", "a")
    if measured and before not in ("the", "in", "since"):
        return False
    if after in lex.cues.count_nouns:
        return before in ("in", "the", "since", "of", "by", "during") or before in lex.calendar.months
    if (
        before in lex.calendar.year_cues
        or not t.is_word(i + 1)
        or t.is_capital(i + 1)
        or after in lex.cues.function_words
    ):
        return int(t.text[i]) >= 1400
    return not (after.endswith("s") and not after.endswith("ss"))
