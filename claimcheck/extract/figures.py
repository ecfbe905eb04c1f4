"""One figure from a number outwards: sign, range, unit, rate, and the qualifiers around."""

from decimal import Decimal

from claimcheck.extract.compounds import read_compound, read_margin
from claimcheck.extract.figure import Figure
from claimcheck.extract.fractions import and_part, read_ratio
from claimcheck.extract.numeral import DASHES, ONE, ZERO, Numeral
from claimcheck.extract.numerals import read_numeral
from claimcheck.extract.phrases import behind
from claimcheck.extract.qualifiers import bound_after, bound_before
from claimcheck.extract.ranges import read_range
from claimcheck.extract.rates import rate_after, rate_over_noun
from claimcheck.extract.units import TIMES, UnitAt, sign_before, unit_after, unit_before
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import COUNT_UNIT, Dimension, Qualifier, Unit, UnitId

_MINUS = frozenset("-−–")
_FRACTION = UnitId("fraction")
_YIELDING = frozenset((Qualifier.EXACT, Qualifier.ABOUT, Qualifier.NEARLY))


def read_figure(t: Tokens, i: int, lex: Lexicon, floor: int, *, continental: bool = False) -> Figure | None:
    """The figure whose number begins at token `i`; nothing before token `floor` is taken. None: no number is there."""
    sign, opened = _sign(t, i, lex, floor)
    numeral = read_numeral(t, i, lex, floor, money=sign is not None, continental=continental)
    if numeral is None:
        return None
    if not numeral.part and numeral.value is not None and numeral.end == i + 1 and t.is_number(i):
        numeral = read_ratio(t, numeral.first, numeral.value, numeral.end, lex.numerals) or numeral
    figure = Figure.of(numeral)
    if sign is not None:
        figure.unit, figure.scale, figure.signed = sign.unit, sign.scale, True
        figure.first = sign.at
    if opened:
        _accounting(t, figure, lex, money=sign is not None)
    else:
        _minus(t, figure, lex, floor)
    own = unit_after(t, numeral.end, lex)
    read_range(t, figure, own, lex, floor, continental=continental)
    _unit(t, figure, own if figure.end == numeral.end else unit_after(t, figure.end, lex), lex)
    _head(t, figure, lex, floor)
    read_compound(t, figure, lex)
    _rate(t, figure, lex)
    qualify(t, figure, lex, floor)
    read_margin(t, figure, lex)
    return figure


def read_single(t: Tokens, i: int, lex: Lexicon, floor: int) -> Figure | None:
    """As in "about a teaspoon", "a mile or so": "a" says one of a unit, where a bound shows that it measures."""
    if t.low[i + 1] not in lex.units.names or t.low[i + 1] in lex.units.not_single:
        return None
    found = unit_after(t, i + 1, lex)
    if found is None or found.unit.id == TIMES or t.text[found.at] in DASHES:
        return None
    figure = Figure.of(Numeral(i, i + 1, ONE, ONE, ZERO, 1, spelled=True))
    figure.unit, figure.scale, figure.end = found.unit, found.scale, found.at
    mixed = and_part(t, figure.end, lex.numerals)
    if mixed is not None:
        figure.numeral = figure.numeral._replace(value=ONE + mixed.value, step=mixed.step)
        figure.end = figure.number_end = mixed.end
    read_compound(t, figure, lex)
    told = figure.end > found.at
    _rate(t, figure, lex)
    qualify(t, figure, lex, floor)
    if is_other_time(t, figure, lex):
        return None
    return figure if told or figure.qualifier is not Qualifier.EXACT else None


def is_other_time(t: Tokens, figure: Figure, lex: Lexicon) -> bool:
    """As in "12 percent more than a year ago", "2,000 fewer than a year before": a time set beside a figure."""
    if figure.unit.dimension is not Dimension.DURATION or t.low[figure.end] not in lex.qualifiers.elsewhen:
        return False
    if t.low[figure.number_first - 1] not in lex.qualifiers.glued_tails or not figure.first:
        return False
    before = figure.first - 1
    if t.low[figure.first] in lex.qualifiers.levels:
        return True
    return (
        t.is_number(before) or not t.is_word(before) or t.low[before] in lex.units.names or _scale_word(t, before, lex)
    )


def is_period(t: Tokens, figure: Figure, lex: Lexicon) -> bool:
    """As in "the nine months ended Dec. 31", "in the three months to June": a time that accounts are of."""
    if figure.unit.dimension is not Dimension.DURATION or figure.per is not None:
        return False
    at = figure.end
    if t.low[at] in lex.calendar.period_relatives:
        at += 1
    if t.low[at] not in lex.calendar.period_ends:
        return False
    at += 1
    while t.low[at] in lex.calendar.period_joints:
        at += 1
    return t.low[at] in lex.calendar.months and t.is_capital(at)


def _scale_word(t: Tokens, at: int, lex: Lexicon) -> bool:
    return t.low[at] in lex.numerals.scales or t.low[at] in lex.numerals.cardinals


def _sign(t: Tokens, i: int, lex: Lexicon, floor: int) -> tuple[UnitAt | None, bool]:
    """The currency before number `i`, and whether the number stands alone in brackets: "$(377)"."""
    if not (t.is_number(i) or t.low[i] in lex.numerals.glyphs or t.text[i - 1 : i] == ["$"]):
        return None, False
    opened = i - 1 >= floor and t.text[i - 1] == "(" and t.text[i + 1] == ")"
    first = i - 1 if opened else i
    while first > floor and t.text[first - 1] in ("[", ".", "~") and t.glued(first - 1):
        first -= 1
    return sign_before(t, first, lex, floor), opened


def _accounting(t: Tokens, figure: Figure, lex: Lexicon, *, money: bool) -> None:
    """As in "(14.8)%", "$(0.25)": brackets as accountants write a minus."""
    if money or t.text[figure.end + 1] == "%":
        figure.negative = True
        figure.end += 1
        if not money:
            figure.first -= 1
        elif t.low[figure.end] in lex.numerals.scales:
            figure.numeral = figure.numeral.times(lex.numerals.scales[t.low[figure.end]])
            figure.end += 1


def _minus(t: Tokens, figure: Figure, lex: Lexicon, floor: int) -> None:
    """A minus sign is glued to the number and follows a space, a bracket or nothing; a dash is not."""
    at = figure.first - 1
    if at < floor or at < 0:
        return
    hedge = behind(lex.qualifiers.before, t, figure.first, floor)
    if t.low[at] in lex.numerals.minus and hedge is None and not (at and t.low[at - 1] in lex.qualifiers.alternatives):
        figure.negative, figure.first = True, at
        return
    if t.text[at] not in _MINUS or not t.glued(at):
        return
    if at > 0 and t.glued(at - 1) and t.text[at - 1] not in "(|[":
        return
    figure.negative, figure.first = True, at


def _unit(t: Tokens, figure: Figure, own: UnitAt | None, lex: Lexicon) -> None:
    """The unit after the number, over "of" where the number leads to it: "hundreds of kilos", "half of a mile"."""
    numeral = figure.numeral
    found = None if numeral.ratio else own or _over_of(t, figure, lex)
    if found is not None and figure.signed and found.at == figure.end + 1 and t.text[figure.end].istitle():
        found = None  # "the £85m Real Madrid paid"
    if found is None or (figure.signed and found.unit.dimension is not Dimension.MONEY):
        if numeral.part and not figure.signed:
            figure.unit = lex.units.by_id[_FRACTION]
        return
    if figure.signed:
        figure.end = found.at
        if found.unit.id != figure.unit.id and found.scale == ONE:
            figure.unit = found.unit
        return
    if found.unit.id == TIMES and not _multiplies(t, figure, found, lex):
        return
    figure.unit, figure.scale, figure.end = _difference(t, figure, found, lex), found.scale, found.at
    figure.per = found.per


def _head(t: Tokens, figure: Figure, lex: Lexicon, floor: int) -> None:
    """The unit before the number, when none stands after it."""
    if figure.unit is not COUNT_UNIT or figure.numeral.spelled:
        return
    found = unit_before(t, figure.first, lex, floor)
    if found is not None:
        figure.unit, figure.first = found.unit, found.at


def _over_of(t: Tokens, figure: Figure, lex: Lexicon) -> UnitAt | None:
    """The unit after "of": of orders any but a time span ("hundreds of years" is how long), of fractions after "a"."""
    j = figure.end
    if t.low[j] not in lex.numerals.of:
        return None
    if figure.numeral.value is None or figure.numeral.scaled:
        found = unit_after(t, j + 1, lex)
        return found if found is not None and found.unit.dimension is not Dimension.DURATION else None
    if figure.numeral.part and t.low[j + 1] in lex.numerals.articles:
        return unit_after(t, j + 2, lex)
    return None


def _multiplies(t: Tokens, figure: Figure, found: UnitAt, lex: Lexicon) -> bool:
    """Whether "times" compares ("three times as many") rather than counts occasions."""
    if t.low[figure.end] in lex.units.multiple_marks or t.low[found.at - 1] in lex.numerals.folds:
        return True
    value = figure.numeral.value
    if value is not None and value != value.to_integral_value():
        return True
    return t.low[found.at] in lex.units.comparatives


def _difference(t: Tokens, figure: Figure, found: UnitAt, lex: Lexicon) -> Unit:
    """Degrees by which a temperature differs are no level: "rose by 2 degrees Celsius", "3 °C warmer"."""
    other = lex.units.differences.get(found.unit.id)
    if other is None:
        return found.unit
    before = t.low[figure.first - 1] if figure.first else ""
    if before in lex.units.difference_before or t.low[found.at] in lex.units.difference_after:
        return lex.units.by_id[other]
    return found.unit


def _rate(t: Tokens, figure: Figure, lex: Lexicon) -> None:
    if figure.per is not None:
        return
    rate = rate_after(t, figure.end, lex)
    if rate is None and figure.unit is COUNT_UNIT:
        rate = rate_over_noun(t, figure.end, lex)
        if rate is not None and rate[0][0].isalpha():
            figure.per = rate[0]  # the noun of "5,000 cases a day" stays for its reader
            return
    if rate is not None and not (figure.unit.dimension is Dimension.DURATION and rate[0] == figure.unit.id):
        figure.per, figure.end = rate


def qualify(t: Tokens, figure: Figure, lex: Lexicon, floor: int) -> None:
    """The bounds and hedges around the figure; a range and an order keep what they are unless bounded."""
    first = figure.first
    if first - 1 > floor and t.low[first - 1] in lex.numerals.articles:
        first -= 1  # "at least a two-thirds vote"
    before = bound_before(t, first, figure.end, lex, floor, unit=figure.unit, numeral=figure.numeral)
    if before is not None:
        figure.first = before.at
        if figure.qualifier is not Qualifier.BETWEEN:
            figure.qualifier = before.qualifier
    after = bound_after(t, figure.end, lex)
    if after is not None:
        figure.end = after.at
        if figure.qualifier in (Qualifier.EXACT, Qualifier.ABOUT):
            figure.qualifier = after.qualifier
    if figure.numeral.value is None and figure.qualifier in _YIELDING:
        figure.qualifier = Qualifier.ORDER


def plain_count(i: int, value: Decimal) -> Figure:
    """A count of one token, as "no" is zero."""
    return Figure.of(Numeral(i, i + 1, value, ONE, ZERO, 1, spelled=True))
