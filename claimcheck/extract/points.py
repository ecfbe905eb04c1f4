"""Points that are percentage points: what stands beside them is told in percent, and no game or index is spoken of."""

from itertools import pairwise

from claimcheck.extract.figure import Figure
from claimcheck.extract.numeral import DASHES
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import Dimension, UnitId

_POINT = UnitId("percentage point")
_MOST = 50
_RESTATES = frozenset((",", "or", "("))


def settle_points(t: Tokens, figures: list[Figure], lex: Lexicon) -> None:
    """As in "turnout was 67%, up 3.1 points", "a five-point lead in the poll"; not "30 points in the second half"."""
    _in_brackets(t, figures, lex)
    _fractions(t, figures, lex)
    named = [(figure, end) for figure in figures if (end := _names_points(t, figure, lex)) is not None]
    if not named or not lex.units.point_bars.isdisjoint(t.low):
        return
    polled = not lex.units.point_cues.isdisjoint(t.low)
    shares = [f for f in figures if f.unit.dimension is Dimension.PROPORTION]
    for figure, end in named:
        if polled or (shares and not _is_restated(t, end, shares)):
            figure.unit, figure.end = lex.units.by_id[_POINT], end


def _in_brackets(t: Tokens, figures: list[Figure], lex: Lexicon) -> None:
    """As in "SPD 20.5% (-5.2)", "Turnout: 72.2% (+6.1)": by how much a percentage has changed."""
    for before, figure in pairwise(figures):
        first = figure.first - (t.text[figure.first - 1] == "+")
        signed = first < figure.first or figure.negative
        enclosed = t.text[first - 1 : first] == ["("] and t.text[figure.end] == ")" and before.end == first - 1
        if signed and enclosed and figure.is_bare and before.unit.dimension is Dimension.PROPORTION:
            figure.unit = lex.units.by_id[_POINT]


def _fractions(t: Tokens, figures: list[Figure], lex: Lexicon) -> None:
    """As in "raised its rate by half a point", "by three-quarters of a point": of what is told in percent."""
    percents = any(f.unit.dimension is Dimension.PROPORTION and not f.numeral.part for f in figures)
    if not (percents or not lex.units.point_cues.isdisjoint(t.low)):
        return
    for figure in figures:
        at = figure.end
        while t.low[at] in lex.numerals.of or t.low[at] in lex.numerals.articles:
            at += 1
        value = figure.numeral.value
        if figure.numeral.part and value is not None and value < 1 and t.low[at] in lex.units.point_names:
            figure.numeral = figure.numeral._replace(part=False)
            figure.unit, figure.end = lex.units.by_id[_POINT], at + 1


def _names_points(t: Tokens, figure: Figure, lex: Lexicon) -> int | None:
    """The token after "points" or "-point" right behind a plain number that could be a distance of two shares."""
    value = figure.numeral.value if figure.upper is None else figure.upper.value
    if not figure.is_bare or value is None or abs(value) > _MOST or figure.numeral.part:
        return None
    at = figure.end + (t.text[figure.end] in DASHES and t.glued(figure.end))
    return at + 1 if t.low[at] in lex.units.point_names else None


def _is_restated(t: Tokens, end: int, shares: list[Figure]) -> bool:
    """Whether a percentage only says the points again: of an index, "fell 41 points, or 1.1%"."""
    return any(share.first > end and _RESTATES.issuperset(t.low[end : share.first]) for share in shares)
