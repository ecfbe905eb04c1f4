"""Ages of persons, and scores of games and votes: kept as figures of their own kinds."""

from claimcheck.extract.figures import Figure, read_figure
from claimcheck.extract.numerals import ONE, ZERO, Numeral
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import MentionKind
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import Qualifier, UnitId

_DASHES = frozenset("-–‐‑")


def age_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Figure | None:
    """ "Robinson, 42, told", "a 42-year-old", "aged 18-45", "65 and older"."""
    if not (t.is_number(i) or t.low[i] in lex.numerals.cardinals):
        return None
    headed = i > floor and t.low[i - 1] in lex.cues.age_heads
    if not headed and not _apposed(t, i, floor) and not _tailed(t, i, lex):
        return None
    figure = read_figure(t, i, lex, floor)
    if figure is None:
        return None
    value = figure.numeral.value
    if value is None or value > 125 or value != value.to_integral_value():
        return None
    year = lex.units.by_id[UnitId("year")]
    if figure.unit.id not in ("count", "year", "month", "week", "day"):
        return None
    figure.kind = MentionKind.AGE
    if figure.unit.id == "count":
        figure.unit = year
    while t.low[figure.end] in lex.cues.age_tails or (
        t.text[figure.end] in _DASHES and t.low[figure.end + 1] in lex.cues.age_tails
    ):
        figure.end += 1
    return figure


def _apposed(t: Tokens, i: int, floor: int) -> bool:
    """ "Robinson, 42, told": between commas after a name."""
    if (
        i < 2
        or i - 1 < floor
        or not t.is_number(i)
        or len(t.text[i]) > 3
        or t.text[i - 1] != ","
        or t.text[i + 1] not in (",", ".", ";", ")")
    ):
        return False
    return t.is_capital(i - 2) and len(t.text[i - 2]) > 1 and int(t.text[i]) < 115 if t.text[i].isdecimal() else False


def _tailed(t: Tokens, i: int, lex: Lexicon) -> bool:
    j = i + 1
    if t.text[j] in _DASHES:
        j += 1
    if t.low[j] in ("year", "years", "month", "months", "week", "weeks", "day", "days"):
        j += 1
        if t.text[j] in _DASHES:
            j += 1
        return t.low[j] in lex.cues.age_tails
    if t.low[j] in ("and", "or") and t.low[j + 1] in ("older", "younger"):
        return True
    return False


def score_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Figure | None:
    """ "won 3-2", "a 5-4 decision"."""
    if not (
        t.text[i].isdecimal()
        and t.text[i + 1] in _DASHES
        and t.text[i + 2].isdecimal()
        and t.glued(i)
        and t.glued(i + 1)
    ):
        return None
    if len(t.text[i]) > 3 or len(t.text[i + 2]) > 3 or (i > floor and (t.glued(i - 1) and t.text[i - 1] not in '(“"')):
        return None
    near = t.low[max(floor, i - 8, 0) : i]
    if t.low[i + 3] not in lex.cues.score_nouns and not any(low in lex.cues.score_verbs for low in near):
        return None
    if t.low[i + 3] in lex.units.names or t.text[i + 3] == "%":
        return None
    first, second = int(t.text[i]), int(t.text[i + 2])
    if second == first + 1 and t.low[i + 3] not in lex.cues.score_nouns:
        return None
    left, right = sorted((first, second))
    numeral = Numeral(i, i + 3, ONE * left, ONE, ZERO, 1)
    figure = Figure(i, i + 3, i, i + 3, numeral, upper=Numeral(i, i + 3, ONE * right, ONE, ZERO, 1))
    figure.qualifier = Qualifier.BETWEEN
    figure.kind = MentionKind.SCORE
    return figure
