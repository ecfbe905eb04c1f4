"""Years and times of day in words: "nineteen eighty-four", "twenty twenty-one", "four o'clock", "half past five"."""

from claimcheck.extract.clock import clock_after
from claimcheck.extract.numeral import DASHES
from claimcheck.extract.skips import Skip
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import SkipReason
from claimcheck.model.lexicon import Lexicon

_CENTURIES = range(16, 21)
_TENS = 10
_HOURS = 12


def spoken_at(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """The year or the time of day in words that begins at token `i`."""
    number = lex.numerals.cardinals.get(t.low[i])
    if number is None:
        past = t.low[i] in lex.numerals.denominators and t.low[i + 1] in lex.calendar.clock_links
        hour = lex.numerals.cardinals.get(t.low[i + 2])
        return Skip(i, i + 3, SkipReason.TIME_OF_DAY) if past and hour is not None and hour <= _HOURS else None
    if number <= _HOURS:
        end = clock_after(t, i + 1, lex)
        return None if end is None else Skip(i, end, SkipReason.TIME_OF_DAY)
    rest = lex.numerals.cardinals.get(t.low[i + 1])
    if int(number) not in _CENTURIES or rest is None or rest < _TENS:
        return None
    end = i + 2
    if not rest % _TENS and t.text[end] in DASHES and t.low[end + 1] in lex.numerals.cardinals:
        end += 2
    if t.low[end] in lex.numerals.scales or t.low[end] in lex.numerals.hundreds or t.text[end] in DASHES:
        return None
    return Skip(i, end, SkipReason.YEAR)
