"""Times of day: "1:25 p.m. ET", "2 pm", "14:30", "9.30am", "10-11 a.m.", "1900 GMT"."""

from claimcheck.extract.skips import Skip
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import SkipReason
from claimcheck.model.lexicon import Lexicon

_DASHES = frozenset("-–—‐‑")
_HOURS_A_DAY = 2400


def clock_at(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """The time of day that begins at number `i`."""
    end = _minutes_end(t, i + 1)
    meridiem = _meridiem_end(t, end, lex) or _range_end(t, i, end, lex)
    if meridiem is None:
        if end == i + 1 and not _military(t, i, lex):
            return None
        meridiem = end
    return Skip(i, _zone_end(t, meridiem, lex), SkipReason.TIME_OF_DAY)


def _minutes_end(t: Tokens, end: int) -> int:
    """Past the minutes and seconds after an hour: ":25", ":25:03"."""
    while t.text[end] == ":" and t.glued(end - 1) and t.glued(end) and is_sixtieth(t.text[end + 1]):
        end += 2
    return end


def is_sixtieth(text: str) -> bool:
    """Whether it is written as minutes or seconds are behind a colon: "09", "59", "35.2"."""
    minutes, point, _ = text.partition(".")
    return len(minutes) == 2 and minutes.isdecimal() and minutes < "60" and (bool(point) or len(text) == 2)


def _range_end(t: Tokens, i: int, end: int, lex: Lexicon) -> int | None:
    """The end of "10-11 a.m." and "10:00-11:30"; `end` is the token after the first hour."""
    joined = t.text[end] in _DASHES or t.low[end] in lex.qualifiers.to
    if not joined or not t.text[end + 1].isdecimal() or len(t.text[end + 1]) > 2:
        return None
    further = _minutes_end(t, end + 2)
    meridiem = _meridiem_end(t, further, lex)
    if meridiem is None and end > i + 1 and further > end + 2:
        return further
    return meridiem


def _military(t: Tokens, i: int, lex: Lexicon) -> bool:
    """As in "1900 GMT"."""
    text = t.text[i]
    return text.isdecimal() and len(text) == 4 and t.low[i + 1] in lex.calendar.clock_tails and int(text) < _HOURS_A_DAY


def clock_after(t: Tokens, j: int, lex: Lexicon) -> int | None:
    """The token after "o'clock" or "p.m." at token `j`, after an hour in words."""
    end = _meridiem_end(t, j, lex)
    return end if end is not None and not t.low[j].isalpha() else None


def _meridiem_end(t: Tokens, j: int, lex: Lexicon) -> int | None:
    low = t.low[j]
    if low not in lex.calendar.meridiems:
        return None
    return j + 1


def _zone_end(t: Tokens, j: int, lex: Lexicon) -> int:
    if t.low[j] not in lex.calendar.zones or not t.is_capital(j):
        return j
    return j + 2 if t.low[j + 1] in lex.calendar.zone_tails else j + 1
