"""Multiples in a word: "twice as many", "more than double the goal", "threefold", "a tenfold rise"."""

from claimcheck.extract.figure import Figure
from claimcheck.extract.figures import qualify
from claimcheck.extract.numeral import DASHES, ONE, ZERO, Numeral
from claimcheck.extract.units import TIMES
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import Qualifier


def multiple_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Figure | None:
    """The multiple at token `i`. None for "double room" and for "twice" of occasions."""
    factor = lex.numerals.multipliers.get(t.low[i])
    if factor is None:
        return None
    figure = Figure.of(Numeral(i, i + 1, factor, ONE, ZERO, 1, spelled=True))
    figure.unit = lex.units.by_id[TIMES]
    qualify(t, figure, lex, floor)
    if t.low[i] in lex.numerals.sure_multipliers or t.low[i].endswith(tuple(lex.numerals.folds)):
        return figure
    if t.text[i + 1] in DASHES and t.glued(i):
        return None
    hedged = figure.qualifier is not Qualifier.EXACT
    return figure if hedged or t.low[i + 1] in lex.units.comparatives else None
