"""Dates and years: "Aug. 25-29, 2025", "2025-09-08", "the 1990s", "in 2019"."""

import re

from claimcheck.extract.clock import clock_at
from claimcheck.extract.skips import Skip
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import SkipReason
from claimcheck.model.lexicon import Lexicon

_DASHES = frozenset("-–—‐‑")
_YEAR = re.compile(r"(?:1[0-9]|20)\d\d$")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})$")
_CLOCK = re.compile(r"\d{1,2}\.[0-5]\d$")
_DATE_MARKS = frozenset("/-–")
_APOSTROPHES = frozenset("'’")
_MONTH_JOINTS = frozenset(".,-")
_OLDEST_BARE_YEAR = 1400
_SHORT_MONTH = 4
_LONG_TAIL = 3


def date_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """The date or time of day that number `i` is part of."""
    text = t.text[i]
    if text.isdecimal():
        if len(text) <= 2:
            return (
                _short_year(t, i)
                or _month_before(t, i, lex, floor)
                or _month_after(t, i, lex)
                or _numeric(t, i, lex)
                or clock_at(t, i, lex)
                or _short_decade(t, i, lex)
            )
        if len(text) == 4:
            return _month_year(t, i, lex, floor) or _numeric(t, i, lex) or clock_at(t, i, lex) or year_at(t, i, lex)
        return _era(t, i, lex)
    if _DOTTED.match(text):
        return Skip(i, i + 1, SkipReason.DATE)
    if _CLOCK.match(text):
        return clock_at(t, i, lex)
    return None


def _is_month(t: Tokens, j: int, lex: Lexicon) -> bool:
    low = t.low[j]
    return low in lex.calendar.months and (t.is_capital(j) or low not in lex.calendar.shy_months)


def _is_day(t: Tokens, i: int) -> bool:
    return t.text[i].isdecimal() and len(t.text[i]) <= 2 and 1 <= int(t.text[i]) <= 31


def _is_year(t: Tokens, i: int) -> bool:
    return len(t.text[i]) == 4 and _YEAR.match(t.text[i]) is not None


def _past_suffix(t: Tokens, j: int, lex: Lexicon) -> int:
    return j + 1 if t.low[j] in lex.numerals.ordinal_endings and t.glued(j - 1) else j


def _month_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> int | None:
    """The token of the month name directly before token `i`, over a full stop or "the"."""
    j = i - 1
    if j > floor and (t.text[j] == "." or t.low[j] in lex.calendar.day_articles):
        j -= 1
    return j if j >= floor and j >= 0 and _is_month(t, j, lex) else None


def _joins_days(t: Tokens, j: int, lex: Lexicon) -> bool:
    return t.text[j] in _DASHES or t.low[j] in lex.qualifiers.to or t.low[j] in lex.numerals.conjunctions


def _month_before(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """As in "Aug. 25", "August 25-29, 2025", "Sept. 24 and 25, 2023"."""
    month = _month_at(t, i, lex, floor)
    if month is None or not _is_day(t, i):
        return None
    end = _past_suffix(t, i + 1, lex)
    if _joins_days(t, end, lex) and _is_day(t, end + 1) and t.text[end + 2] != "%":
        further = _past_suffix(t, end + 2, lex)
        if t.low[end] not in lex.numerals.conjunctions or not t.is_word(further):
            end = further
    return Skip(month, _year_end(t, end, lex), SkipReason.DATE)


def _year_end(t: Tokens, end: int, lex: Lexicon) -> int:
    """Past the year after a day and month, if there is one."""
    k = end + 1 if t.text[end] == "," else end
    if not _is_year(t, k):
        return end
    counted = t.low[k + 1] in lex.cues.count_nouns
    return end if counted and (t.glued(k) or k == end or t.text[end] == ",") else k + 1


def _month_after(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """As in "13 September 2025", "14th of May", "25-29 August", "25 to 29 August"."""
    if not _is_day(t, i):
        return None
    end = _past_suffix(t, i + 1, lex)
    if _joins_days(t, end, lex) and _is_day(t, end + 1):
        end = _past_suffix(t, end + 2, lex)
    if t.low[end] in lex.numerals.of:
        end += 1
    if t.text[end] in _DASHES and t.glued(end):
        end += 1
    if not _is_month(t, end, lex):
        return None
    short = t.text[end + 1] == "." and len(t.text[end]) <= _SHORT_MONTH and _is_year(t, end + 2)
    end += 2 if short else 1
    if t.text[end] in _DASHES and _is_year(t, end + 1):
        end += 1
    if t.low[end] in lex.numerals.of and _is_year(t, end + 1):
        end += 1
    return Skip(i, _year_end(t, end, lex), SkipReason.DATE)


def _month_year(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """As in "October 2024", "Sept., 2019", "octubre de 2024"."""
    if not _is_year(t, i):
        return None
    j = i - 1
    while j > floor and (t.text[j] in _MONTH_JOINTS or t.low[j] in lex.numerals.of):
        j -= 1
    return Skip(j, i + 1, SkipReason.DATE) if j >= floor and j >= 0 and _is_month(t, j, lex) else None


def _numeric(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """As in "10/28/2025", "2025-09-08", "28-10-2025", and "on 3/15"."""
    mark = t.text[i + 1]
    if mark not in _DATE_MARKS or not (t.glued(i) and t.glued(i + 1)) or not t.text[i + 2].isdecimal():
        return None
    if t.text[i + 3] != mark or not (t.glued(i + 2) and t.glued(i + 3)) or not t.text[i + 4].isdecimal():
        named = mark == "/" and i > 0 and t.low[i - 1] in lex.calendar.date_heads
        return Skip(i, i + 3, SkipReason.DATE) if named and _is_day(t, i) and _is_day(t, i + 2) else None
    sizes = tuple(len(t.text[j]) for j in (i, i + 2, i + 4))
    if (sizes[0] == 4 and max(sizes[1:]) <= 2) or (max(sizes[:2]) <= 2 and sizes[2] in (2, 4)):
        return Skip(i, i + 5, SkipReason.DATE)
    return None


def _short_year(t: Tokens, i: int) -> Skip | None:
    """As in "the class of '99"."""
    if not i or t.text[i - 1] not in _APOSTROPHES or len(t.text[i]) < _LONG_TAIL - 1 or not t.glued(i - 1):
        return None
    alone = not t.glued(i) or not (t.is_word(i + 1) or t.text[i + 1] in _APOSTROPHES)
    return Skip(i, i + 1, SkipReason.YEAR) if alone and (i == 1 or not t.glued(i - 2)) else None


def _short_decade(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """As in "the '90s", "the 80s"."""
    if len(t.text[i]) != 2 or not t.glued(i) or t.low[i + 1] not in lex.cues.age_decades or t.text[i][1] != "0":
        return None
    j = i - 1
    while j > 0 and t.low[j] in lex.calendar.decade_heads:
        j -= 1
    aged = j >= 0 and (t.low[j] in lex.cues.age_pronouns or t.low[j] in lex.cues.age_prepositions)
    return None if aged else Skip(i, i + 2, SkipReason.DECADE)


def _era(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """As in "300 BC", "AD 79": a year however long."""
    if t.low[i + 1] in lex.calendar.eras and t.text[i + 1].isupper():
        return Skip(i, i + 2, SkipReason.YEAR)
    return None


def year_at(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """A bare four-digit number that is a year, a decade ("1990s") or a span of years ("2011-2014", "2024/25")."""
    era = _era(t, i, lex)
    if era is not None:
        return era
    if not _is_year(t, i) or not _reads_as_year(t, i, lex):
        return None
    if t.glued(i) and t.low[i + 1] in lex.cues.age_decades:
        return Skip(i, i + 2, SkipReason.DECADE)
    spanned = t.text[i + 1] in _DASHES or t.text[i + 1] == "/"
    if spanned and t.glued(i) and t.text[i + 2].isdecimal() and len(t.text[i + 2]) in (2, 4):
        return Skip(i, i + 3, SkipReason.YEAR)
    return Skip(i, i + 1, SkipReason.YEAR)


def _reads_as_year(t: Tokens, i: int, lex: Lexicon) -> bool:
    before, after = t.low[i - 1] if i else "", t.low[i + 1]
    if before in lex.units.signs and not before.isalpha():
        return False
    if i > 1 and t.is_number(i - 1) and t.glued(i - 2) and len(t.text[i - 2]) == 1 and t.is_capital(i - 2):
        return True  # "H1 2024"
    if after == "%" or after in lex.numerals.scales or (after == "." and t.glued(i) and t.is_number(i + 2)):
        return False
    if t.glued(i) and after in lex.cues.age_decades:
        return True
    if t.glued(i) and t.is_word(i + 1):
        return t.is_capital(i + 1) and len(after) > _LONG_TAIL
    function = after in lex.cues.function_words
    plain_word = t.is_word(i + 1) and not t.is_capital(i + 1) and not function
    if plain_word and i > 1 and before in lex.numerals.of and t.is_number(i - 2):
        return False  # "12 of 2000 seats"
    if before in lex.calendar.counted_before and plain_word:
        return False
    if after in lex.units.names and after not in lex.calendar.datable and before not in lex.calendar.year_starts:
        return False
    if after in lex.cues.count_nouns:
        return before in lex.calendar.year_starts or before in lex.calendar.months
    if before in lex.calendar.year_cues or not plain_word:
        return int(t.text[i]) >= _OLDEST_BARE_YEAR
    return not (after.endswith("s") and not after.endswith("ss"))
