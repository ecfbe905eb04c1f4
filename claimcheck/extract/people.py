"""Ages of persons, and scores of games and votes: kept as figures of their own kinds."""

from claimcheck.extract.figure import Figure
from claimcheck.extract.figures import read_figure
from claimcheck.extract.numeral import DASHES, ONE, ZERO, Numeral
from claimcheck.extract.phrases import behind
from claimcheck.extract.rates import is_counted
from claimcheck.extract.units import unit_after
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import MentionKind
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import Qualifier, UnitId

_YEAR = UnitId("year")
_COUNT = UnitId("count")
_AGE_UNITS = frozenset(UnitId(name) for name in ("count", "year", "month", "week", "day"))
_OLDEST = 125
_APPOSED_END = frozenset((",", ".", ";", ")", ""))
_NEAR = 8
_MOST_SETS = 5
_SET = 4
_TENS = 10


def age_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Figure | None:
    """As in "Robinson, 42, told", "a 42-year-old", "aged 18-45", "65 and older", "people over 45", "in his 40s"."""
    if not (t.is_number(i) or t.low[i] in lex.numerals.cardinals):
        return None
    decade = _decade_of_life(t, i, lex, floor) or _all_over(t, i, lex, floor)
    if decade is not None:
        return decade
    headed = i > floor and t.low[i - 1] in lex.cues.age_heads
    apposed = _apposed(t, i, lex, floor)
    subject = _of_subject(t, i, lex, floor)
    told = headed or apposed or subject or _tailed(t, i, lex) or _of_people(t, i, lex, floor)
    if not (told or _of_one(t, i, lex, floor)):
        return None
    figure = (
        Figure.of(Numeral(i, i + 1, ONE * int(t.text[i]), ONE, ZERO, 2)) if apposed else read_figure(t, i, lex, floor)
    )
    return None if figure is None or not _is_age(figure) else _aged(t, figure, lex, floor)


def _is_age(figure: Figure) -> bool:
    value = figure.numeral.value
    if value is None or figure.unit.id not in _AGE_UNITS or figure.per is not None:
        return False
    return figure.numeral.scaled or value <= _OLDEST


def _aged(t: Tokens, figure: Figure, lex: Lexicon, floor: int) -> Figure:
    """`figure` as an age, over the words that say so."""
    figure.kind = MentionKind.AGE
    bound = behind(lex.qualifiers.before, t, figure.first, floor) if figure.qualifier is Qualifier.EXACT else None
    if bound is not None and t.low[bound[1]] in lex.cues.age_prepositions:
        figure.qualifier, figure.first = bound
    if figure.unit.id == _COUNT:
        figure.unit = lex.units.by_id[_YEAR]
    while t.low[figure.end] in lex.cues.age_tails or (
        t.text[figure.end] in DASHES and t.low[figure.end + 1] in lex.cues.age_tails
    ):
        figure.end += 1
    return figure


def _apposed(t: Tokens, i: int, lex: Lexicon, floor: int) -> bool:
    """As in "Robinson, 42, told": between commas after a name."""
    if i < 2 or i - 1 < floor or not t.text[i].isdecimal() or len(t.text[i]) > 3:
        return False
    if t.text[i - 1] != "," or t.text[i + 1] not in _APPOSED_END or t.text[i - 2].isupper():
        return False
    named = (t.is_capital(i - 2) and len(t.text[i - 2]) > 1) or t.low[i - 2] in lex.cues.age_subjects
    return named and int(t.text[i]) < _OLDEST


def _tailed(t: Tokens, i: int, lex: Lexicon) -> bool:
    """As in "-year-old", "years old", "and older", and the same after a range, "17 to 24 years old"."""
    j = i + 1
    if t.low[j] in lex.qualifiers.to or t.low[j] in lex.qualifiers.conjunctions or t.text[j] in DASHES:
        j = j + 2 if t.is_number(j + 1) or t.low[j + 1] in lex.numerals.cardinals else j
    while t.low[j] in lex.numerals.scales:
        j += 1
    j += t.text[j] in DASHES
    if t.low[j] in lex.cues.age_units:
        j += 1
        j += t.text[j] in DASHES
        return t.low[j] in lex.cues.age_tails
    return t.low[j + 1] in lex.cues.age_bounds and (
        t.low[j] in lex.qualifiers.conjunctions or t.low[j] in lex.qualifiers.alternatives
    )


def _of_people(t: Tokens, i: int, lex: Lexicon, floor: int) -> bool:
    """As in "people over 45", "children under five": a bound after persons, and nothing counted after it."""
    if i - 2 < floor or t.low[i - 1] not in lex.cues.age_prepositions or t.low[i - 2] not in lex.cues.age_people:
        return False
    if t.is_number(i) and len(t.text[i]) > 2:
        return False
    return not is_counted(t.low[i + 1], lex) and t.low[i + 1] not in lex.units.names


def _of_one(t: Tokens, i: int, lex: Lexicon, floor: int) -> bool:
    """As in "a man of 28 from Rotterdam", "a girl of six months": one person, and nothing counted behind the number."""
    if i - 2 < floor or t.low[i - 1] not in lex.numerals.of or t.low[i - 2] not in lex.cues.age_persons:
        return False
    if t.is_number(i) and len(t.text[i]) > 2:
        return False
    return t.low[i + 1] in lex.cues.age_units or not is_counted(t.low[i + 1], lex)


def _of_subject(t: Tokens, i: int, lex: Lexicon, floor: int) -> bool:
    """As in "he was 23 when he joined"."""
    if i - 2 < floor or t.low[i - 1] not in lex.cues.copulas or t.low[i - 2] not in lex.cues.age_subjects:
        return False
    return len(t.text[i]) <= 2 and t.low[i + 1] in lex.cues.age_clauses


def _decade_of_life(t: Tokens, i: int, lex: Lexicon, floor: int) -> Figure | None:
    """As in "in his 40s", "in her late 20s": ten years of age."""
    if t.text[i + 1] in DASHES and t.low[i + 2] in lex.cues.age_somethings:
        return _ten_years(t, i, i + 3, lex)
    if not (t.text[i].isdecimal() and len(t.text[i]) == 2 and t.glued(i)) or t.low[i + 1] not in lex.cues.age_decades:
        return None
    j = i - 1
    while j > floor and t.low[j] in lex.calendar.decade_heads:
        j -= 1
    if j < floor or j < 0 or t.low[j] not in lex.cues.age_pronouns:
        return None
    return _ten_years(t, i, i + 2, lex)


def _all_over(t: Tokens, i: int, lex: Lexicon, floor: int) -> Figure | None:
    """As in "the over-65s", "under 25s": everyone above or below an age."""
    if not (t.text[i].isdecimal() and t.glued(i)) or t.low[i + 1] not in lex.cues.age_decades:
        return None
    j = i - 2 if t.text[i - 1] in DASHES else i - 1
    bound = behind(lex.qualifiers.before, t, j + 1, floor)
    if bound is None or t.low[j] not in lex.cues.age_prepositions or int(t.text[i]) > _OLDEST:
        return None
    figure = Figure.of(Numeral(i, i + 2, ONE * int(t.text[i]), ONE, ZERO, 2))
    figure.qualifier, figure.first = bound
    figure.kind, figure.unit = MentionKind.AGE, lex.units.by_id[_YEAR]
    return figure


def _ten_years(t: Tokens, i: int, end: int, lex: Lexicon) -> Figure | None:
    start = lex.numerals.cardinals.get(t.low[i], ONE * int(t.text[i]) if t.text[i].isdecimal() else None)
    if start is None or start > _OLDEST:
        return None
    low = Numeral(i, end, start, ONE, ZERO, 2)
    figure = Figure.of(low)
    figure.upper = low._replace(value=start + _TENS - 1)
    figure.qualifier, figure.kind, figure.unit = Qualifier.BETWEEN, MentionKind.AGE, lex.units.by_id[_YEAR]
    return figure


def score_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Figure | None:
    """As in "won 3-2", "a 5-4 decision"."""
    if not _paired(t, i, floor, lex):
        return None
    near = t.low[_chain(t, i) : i]
    noun = t.low[i + 3] in lex.cues.score_nouns
    falling = t.text[i + 1] in DASHES and int(t.text[i]) >= int(t.text[i + 2]) and not t.is_capital(i + 3)
    falling = falling and t.text[i + 3] != "/"
    if not noun and not falling and not any(low in lex.cues.score_verbs for low in near):
        return None
    if unit_after(t, i + 3, lex) is not None or t.low[i + 3] in lex.cues.count_nouns or t.text[i + 3] in DASHES:
        return None
    first, second = int(t.text[i]), int(t.text[i + 2])
    if second > first and not noun and t.is_word(i + 3) and t.low[i + 3] not in lex.cues.function_words:
        return None
    left, right = sorted((first, second))
    figure = Figure.of(Numeral(i, i + 3, ONE * left, ONE, ZERO, 1))
    figure.upper = Numeral(i, i + 3, ONE * right, ONE, ZERO, 1)
    figure.qualifier, figure.kind = Qualifier.BETWEEN, MentionKind.SCORE
    return figure


def _chain(t: Tokens, i: int) -> int:
    """From where to look for a verb of winning: over the sets before this one, "beat Ruud 6-4, 7-5"."""
    k = i
    for _ in range(_MOST_SETS):
        if k < _SET or t.text[k - 1] != "," or not t.is_number(k - 2) or t.text[k - 3] not in DASHES:
            break
        k -= _SET
    return max(0, k - _NEAR)


def _paired(t: Tokens, i: int, floor: int, lex: Lexicon) -> bool:
    """Whether two short numbers are glued by a dash and stand alone, or fall over a "to": "51 to 49"."""
    if t.low[i + 1] in lex.cues.vote_joints and t.text[i].isdecimal() and t.text[i + 2].isdecimal():
        return len(t.text[i]) < 4 and int(t.text[i]) > int(t.text[i + 2]) and not t.is_capital(i + 3)
    if not (t.text[i].isdecimal() and t.text[i + 1] in DASHES and t.text[i + 2].isdecimal()):
        return False
    if not (t.glued(i) and t.glued(i + 1)) or len(t.text[i]) > 3 or len(t.text[i + 2]) > 3 or t.text[i + 3] == "%":
        return False
    return i <= floor or i == 0 or not t.glued(i - 1) or t.text[i - 1] in '(“"'
