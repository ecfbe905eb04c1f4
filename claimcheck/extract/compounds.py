"""Quantities in two or more units ("5 feet 10 inches", "2 hours and 15 minutes"), and figures with a stated margin."""

from claimcheck.extract.figure import Figure
from claimcheck.extract.numeral import DASHES, ONE, Numeral, significant
from claimcheck.extract.numerals import read_numeral
from claimcheck.extract.phrases import ahead
from claimcheck.extract.units import unit_after
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import Unit, UnitId

_FOOT, _INCH = UnitId("foot"), UnitId("inch")
_METER, _MINUTE, _SECOND = UnitId("meter"), UnitId("minute"), UnitId("second")
_FOOT_MARKS = frozenset("'’′")
_INCH_MARKS = frozenset('"”″')
_MOST_PARTS = 4
_LARGE = 1000


def read_compound(t: Tokens, figure: Figure, lex: Lexicon) -> None:
    """Add the smaller parts that follow a quantity; its value is then in the smallest unit."""
    if figure.upper is not None or figure.signed or figure.numeral.value is None:
        return
    if _primes(t, figure, lex):
        return
    if figure.unit.id == _METER and _seconds_follow(t, figure, lex):
        figure.unit = lex.units.by_id[_MINUTE]
    for _ in range(_MOST_PARTS):
        if figure.unit.id not in lex.units.compounds or not _one_part(t, figure, lex):
            return


def _seconds_follow(t: Tokens, figure: Figure, lex: Lexicon) -> bool:
    """Whether a part in seconds comes next, so that the "m" of "1m 18s" stands for minutes."""
    part = read_numeral(t, figure.end, lex, figure.end) if t.is_number(figure.end) else None
    found = None if part is None else unit_after(t, part.end, lex)
    return found is not None and found.unit.id == _SECOND


def _one_part(t: Tokens, figure: Figure, lex: Lexicon) -> bool:
    """Take one more part at the end of `figure`; whether there was one."""
    k = figure.end
    hyphen = t.text[k] in DASHES and t.glued(k) and t.glued(k - 1)
    k += hyphen or t.text[k] == ","
    k += t.low[k] in lex.numerals.conjunctions
    if not (t.is_number(k) or t.low[k] in lex.numerals.cardinals):
        return False
    part = read_numeral(t, k, lex, k)
    if part is None or part.value is None:
        return False
    found = unit_after(t, part.end, lex)
    if found is not None and found.unit.id in lex.units.compounds[figure.unit.id]:
        return _add(figure, part, found.unit, found.at)
    tall = t.glued(figure.end - 2) and not t.is_number(figure.end - 1) and _ends(t, part.end, lex)
    if found is None and figure.unit.id == _FOOT and ((hyphen and t.glued(k - 1)) or (tall and k == figure.end)):
        return _add(figure, part, lex.units.by_id[_INCH], part.end)
    return False


def _ends(t: Tokens, j: int, lex: Lexicon) -> bool:
    return not t.is_word(j) or t.low[j] in lex.cues.function_words or t.low[j] in lex.cues.lengths


def _primes(t: Tokens, figure: Figure, lex: Lexicon) -> bool:
    """5'10" as people's heights are written."""
    k = figure.numeral.end
    if t.text[k] not in _FOOT_MARKS or not t.glued(k) or not t.glued(k - 1) or not t.text[k + 1].isdecimal():
        return False
    if t.text[k + 2] not in _INCH_MARKS or not t.glued(k + 1):
        return False
    part = read_numeral(t, k + 1, lex, k + 1)
    if part is None:
        return False
    figure.unit = lex.units.by_id[_FOOT]
    return _add(figure, part, lex.units.by_id[_INCH], k + 3)


def _add(figure: Figure, part: Numeral, unit: Unit, end: int) -> bool:
    """Add `part` of `unit`, unless it is as large as one of the unit before: "two days, 30 hours" are two figures."""
    whole = figure.numeral
    ratio = figure.unit.factor / unit.factor
    if whole.value is None or part.value is None or part.value >= ratio or ratio <= ONE:
        return False
    if whole.value >= _LARGE or whole.value != whole.value.to_integral_value():
        return False
    value = whole.value * ratio + part.value
    value = value.to_integral_value() if value == value.to_integral_value() else value
    figure.numeral = part._replace(first=whole.first, value=value, digits=significant(value))
    figure.unit, figure.end, figure.number_end = unit, end, part.end
    return True


def read_margin(t: Tokens, figure: Figure, lex: Lexicon) -> None:
    """The stated margin directly after a figure: "52 percent, plus or minus 3 points", "4.5 ± 0.2 million"."""
    k = figure.end + (t.low[figure.end] in lex.cues.lengths)
    k += t.text[k] in (",", "(")
    link = ahead(lex.qualifiers.margin, t, k)
    if link is None or figure.upper is not None or figure.numeral.value is None:
        return
    margin = read_numeral(t, link[1], lex, link[1], money=figure.signed)
    if margin is None or margin.value is None:
        return
    end = margin.end
    if margin.scaled and not figure.numeral.scaled and figure.numeral.value < margin.scale:
        figure.numeral = figure.numeral.times(margin.scale)
    found = unit_after(t, end, lex)
    if found is not None:
        end = found.at
        if figure.is_bare:
            figure.unit, figure.scale = found.unit, found.scale
    figure.margin = margin.value * figure.scale
    figure.end = end + (t.text[k - 1] == "(" and t.text[end] == ")")
