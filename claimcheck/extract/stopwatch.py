"""Durations as a stopwatch shows them: "2:01:39", "1:44.35"."""

from decimal import Decimal

from claimcheck.extract.clock import is_sixtieth
from claimcheck.extract.figure import Figure
from claimcheck.extract.figures import qualify
from claimcheck.extract.numeral import ONE, ZERO, Numeral, significant
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import UnitId

_SECOND = UnitId("second")
_SIXTY = 60
_PARTS = 3


def stopwatch_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Figure | None:
    """The duration that begins at number `i`: hours, minutes and seconds, or minutes and seconds with a decimal. None
    for a time of day ("at 2:17:45", "02:17:45", "2:17:45 GMT") and for two numbers that may be either ("2:17").
    """
    parts = _parts(t, i)
    if parts is None or not (len(parts) == _PARTS or "." in parts[-1]):
        return None
    end = i + 2 * len(parts) - 1
    if _is_clock(t, i, end, lex):
        return None
    value = Decimal(0)
    for part in parts:
        value = value * _SIXTY + Decimal(part)
    decimals = len(parts[-1].partition(".")[2])
    step = ONE.scaleb(-decimals)
    half = step / 2 if decimals else ZERO
    figure = Figure.of(Numeral(i, end, value, step, half, significant(value)))
    figure.unit = lex.units.by_id[_SECOND]
    qualify(t, figure, lex, floor)
    return figure


def _parts(t: Tokens, i: int) -> list[str] | None:
    """The numbers between colons from token `i` on; None where anything else is glued to them."""
    if not t.text[i].isdecimal() or len(t.text[i]) > 2 or (i and t.glued(i - 1) and t.text[i - 1] in ":.-/"):
        return None
    parts, at = [t.text[i]], i
    while t.text[at + 1] == ":" and t.glued(at) and t.glued(at + 1) and is_sixtieth(t.text[at + 2]):
        at += 2
        parts.append(t.text[at])
    more = t.glued(at) and (t.text[at + 1] in ":-/" or t.is_word(at + 1)) and t.text[at + 1] != ""
    return None if more or len(parts) > _PARTS or any("." in p for p in parts[:-1]) else parts


def _is_clock(t: Tokens, i: int, end: int, lex: Lexicon) -> bool:
    """Whether the words around say that an hour of the day is told; a clock that "stopped at" a time measured it."""
    words = lex.calendar
    if t.low[end] in words.meridiems or (t.low[end] in words.zones and t.is_capital(end)) or t.low[end] in words.local:
        return True
    if t.text[i][0] == "0" and len(t.text[i]) == 2:
        return True
    at = i - 1
    return at >= 0 and t.low[at] in words.clock_heads and not (at and t.low[at - 1] in words.timed_heads)
