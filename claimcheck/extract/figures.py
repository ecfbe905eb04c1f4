"""One figure from a number outwards: sign, unit, range, rate, and the qualifiers around."""

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.extract.intervals import allowed
from claimcheck.extract.numerals import ONE, ZERO, Numeral, read_numeral, read_ratio
from claimcheck.extract.qualifiers import bound_after, bound_before, glue_offset
from claimcheck.extract.units import rate_after, sign_before, unit_after
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import MentionKind
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import COUNT_UNIT, Dimension, Interval, Qualifier, Quantity, Unit, UnitId
from claimcheck.model.text import Span

_DASHES = frozenset("-–—‐‑−")
_MINUS = frozenset("-−–")
_FRACTION = UnitId("fraction")
_PERCENT = UnitId("percent")


@dataclass(slots=True)
class Figure:
    """A figure while it is being read; token `first` up to and without `end`, its number `number_first` to `number_end`."""

    first: int
    end: int
    number_first: int
    number_end: int
    numeral: Numeral
    unit: Unit = COUNT_UNIT
    scale: Decimal = ONE
    signed: bool = False
    negative: bool = False
    upper: Numeral | None = None
    qualifier: Qualifier = Qualifier.EXACT
    per: str | None = None
    kind: MentionKind = MentionKind.AMOUNT
    margin: Decimal | None = None
    table_scale: Decimal = ONE


def read_figure(t: Tokens, i: int, lex: Lexicon, floor: int) -> Figure | None:
    """The figure whose number begins at token `i`; nothing before token `floor` is taken. None: no number is there."""
    sign = sign_before(t, i, lex, floor) if t.is_number(i) or t.low[i] in lex.numerals.glyphs else None
    opened = t.text[i - 1] == "(" and i - 1 > floor and t.text[i + 1] == ")"
    if sign is None and opened:
        sign = sign_before(t, i - 1, lex, floor)
    numeral = read_numeral(t, i, lex, floor, money=sign is not None)
    if numeral is None:
        return None
    if not numeral.part and numeral.value is not None and numeral.end == i + 1 and t.is_number(i):
        numeral = read_ratio(t, numeral.first, numeral.value, numeral.end, lex.numerals) or numeral
    figure = Figure(numeral.first, numeral.end, numeral.first, numeral.end, numeral)
    if sign is not None:
        figure.unit, figure.scale, figure.signed = sign.unit, sign.scale, True
        figure.first = sign.at
    if opened:
        _accounting(t, figure, sign is not None)
    else:
        _minus(t, figure, floor)
    _range(t, figure, lex, floor)
    _unit(t, figure, lex)
    _qualify(t, figure, lex, floor)
    return figure


def _accounting(t: Tokens, figure: Figure, money: bool) -> None:
    """ "(14.8)%", "$(0.25)": brackets as accountants write a minus."""
    if money or t.text[figure.end + 1] == "%":
        figure.negative = True
        figure.end += 1
        if not money:
            figure.first -= 1


def _minus(t: Tokens, figure: Figure, floor: int) -> None:
    """A minus sign is glued to the number and follows a space, a bracket or nothing; a dash is not."""
    at = figure.first - 1
    if at < floor or at < 0 or t.text[at] not in _MINUS or not t.glued(at):
        return
    if at > 0 and t.glued(at - 1) and t.text[at - 1] not in "(|[":
        return
    if t.text[at] == "–" and at > 0 and t.is_number(at - 1):
        return
    figure.negative = True
    figure.first = at


def _range(t: Tokens, figure: Figure, lex: Lexicon, floor: int) -> None:
    """The second number of "3 to 5", "between 3 and 5", "$3-5 million", "30–40%"."""
    numeral = figure.numeral
    if numeral.value is None or (numeral.part and False):
        return
    tables = lex.qualifiers
    own = unit_after(t, numeral.end, lex)
    j = own.at if own is not None else numeral.end
    between = figure.first > floor and t.low[figure.first - 1] in tables.between
    if not _links(t, j, between, lex):
        return
    k = j + 1
    sign = None
    if t.text[k] and lex.units.signs.get(t.low[k]) is not None and not t.is_number(k):
        sign = sign_before(t, k + 1, lex, k) or sign_before(t, k + 2, lex, k)
        k = k + 1 if sign is not None and sign_before(t, k + 1, lex, k) is not None else k + 2
    if (
        t.text[j] in _DASHES
        and not (t.is_number(k) and (t.is_number(numeral.end - 1) or numeral.scaled))
        and not numeral.spelled
    ):
        return
    if (
        t.low[k] not in lex.numerals.articles
        and not t.is_number(k)
        and t.low[k] not in lex.numerals.cardinals
        and t.low[k] not in lex.numerals.scales
    ):
        return
    upper = read_numeral(t, k, lex, k, money=figure.signed or sign is not None)
    if upper is None or upper.value is None or not _plausible(t, figure, upper, own is not None, between, lex):
        return
    lower = numeral
    if (
        upper.scaled
        and not numeral.scaled
        and not (own is not None)
        and upper.value > numeral.value
        and numeral.value < 1000
    ):
        size = max(ONE, upper.step)
        lower = _rescaled(t, numeral, upper, size)
    figure.numeral, figure.upper = lower, upper
    figure.number_end = figure.end = upper.end
    figure.qualifier = Qualifier.BETWEEN
    if between or (figure.first > floor and t.low[figure.first - 1] == "from"):
        figure.first -= 1
    if sign is not None and not figure.signed:
        figure.unit, figure.scale, figure.signed = sign.unit, sign.scale, True
    if own is not None and not figure.signed:
        figure.unit, figure.scale = own.unit, own.scale


def _rescaled(t: Tokens, lower: Numeral, upper: Numeral, size: Decimal) -> Numeral:
    """ "3 to 5 million": the scale word of the second number counts for the first."""
    del t
    factor = ONE
    while upper.value is not None and upper.value / (factor * 1000) >= 1 and size >= factor * 100:
        factor *= 1000
    value = lower.value * factor if lower.value is not None else None
    return lower._replace(value=value, step=lower.step * factor, half=lower.step * factor / 2, scaled=True)


def _links(t: Tokens, j: int, between: bool, lex: Lexicon) -> bool:
    low = t.low[j]
    if between:
        return low in lex.qualifiers.conjunctions or t.text[j] in _DASHES
    if low in lex.qualifiers.to or low == "or":
        return low not in ("through", "till", "until")
    return t.text[j] in _DASHES and (t.glued(j) == t.glued(j - 1))


def _plausible(t: Tokens, figure: Figure, upper: Numeral, own: bool, between: bool, lex: Lexicon) -> bool:
    """Whether two numbers make a range: rising, of a like size, and not a change "from 3 to 5"."""
    low, high = figure.numeral.value, upper.value
    if low is None or high is None:
        return False
    if between:
        return True
    joiner = t.low[figure.numeral.end] if not own else "to"
    if joiner == "or":
        return ZERO < low < high <= low + 5 and not own
    if high <= low and not (upper.scaled and not figure.numeral.scaled):
        return False
    if joiner == "to" or own:
        at = figure.first - 1
        if at >= 0 and t.low[at] == "from":
            return not any(low_word in lex.qualifiers.change for low_word in t.low[max(0, at - 6) : at])
        return not (
            at >= 0 and t.low[at] in lex.qualifiers.change and t.low[at] not in ("up", "down", "cut", "go", "raise")
        )
    return True


def _unit(t: Tokens, figure: Figure, lex: Lexicon) -> None:
    found = unit_after(t, figure.end, lex)
    numeral = figure.numeral
    if found is None and numeral.value is None and t.low[figure.end] in lex.numerals.of:
        found = unit_after(t, figure.end + 1, lex)
        if found is not None and found.unit.dimension is Dimension.DURATION:
            found = None
    if (
        found is None
        and numeral.part
        and t.low[figure.end] in lex.numerals.of
        and t.low[figure.end + 1] in lex.numerals.articles
    ):
        found = unit_after(t, figure.end + 2, lex)
    if found is not None and not figure.signed:
        if found.unit.id == "times":
            if t.low[found.at] in lex.units.comparatives or t.low[figure.end] in ("×", "x"):
                figure.unit, figure.end = found.unit, found.at
        else:
            figure.unit, figure.scale, figure.end = found.unit, found.scale, found.at
    elif found is not None and found.unit.dimension is Dimension.MONEY:
        figure.end = found.at
    elif numeral.part and not figure.signed:
        figure.unit = lex.units.by_id[_FRACTION]
    rate = rate_after(t, figure.end, lex, money=figure.signed)
    if rate is not None and figure.unit.dimension is not Dimension.DURATION:
        figure.per, figure.end = rate


def _qualify(t: Tokens, figure: Figure, lex: Lexicon, floor: int) -> None:
    before = bound_before(t, figure.first, lex, floor, figure.unit)
    after = bound_after(t, figure.end, lex)
    if before is not None:
        figure.first = before.at
        if figure.qualifier is not Qualifier.BETWEEN:
            figure.qualifier = before.qualifier
    if after is not None:
        figure.end = after.at
        if figure.qualifier is Qualifier.EXACT or figure.qualifier is Qualifier.ABOUT:
            figure.qualifier = after.qualifier
    if figure.numeral.value is None:
        figure.qualifier = (
            Qualifier.ORDER
            if figure.qualifier in (Qualifier.EXACT, Qualifier.ABOUT, Qualifier.NEARLY)
            else figure.qualifier
        )


def quantity(t: Tokens, figure: Figure, lex: Lexicon, offset: int) -> Quantity:
    """The finished quantity; `offset` is where the text of `t` begins in its article."""
    start = t.start[figure.first] + glue_offset(t, figure.first)
    end = t.end[figure.end - 1]
    factor = figure.scale * figure.table_scale * (-ONE if figure.negative else ONE)
    value, interval, step = _measured(figure, factor, lex)
    return Quantity(
        value=value,
        interval=interval,
        step=step,
        unit=figure.unit,
        qualifier=figure.qualifier,
        surface=t.source[start:end],
        span=Span(start + offset, end + offset),
        number=Span(t.start[figure.number_first] + offset, t.end[figure.number_end - 1] + offset),
        per=figure.per,
    )


def _measured(figure: Figure, factor: Decimal, lex: Lexicon) -> tuple[Decimal | None, Interval, Decimal]:
    numeral, upper = figure.numeral, figure.upper
    step = numeral.step * abs(factor)
    if upper is not None and numeral.value is not None and upper.value is not None:
        ends = sorted((numeral.value * factor, upper.value * factor))
        return None, Interval(low=ends[0], high=ends[1]), min(step, upper.step * abs(factor))
    if numeral.value is None:
        low = None if numeral.low is None else numeral.low * factor
        high = None if numeral.high is None else numeral.high * factor
        if figure.qualifier.is_upper_bound:
            return None, Interval(low=None, high=high), step
        return None, Interval(low=low, high=None if figure.qualifier.is_lower_bound else high), step
    value = numeral.value * factor
    half = numeral.half * abs(factor)
    if figure.table_scale != ONE and not half:
        half = figure.table_scale / 2
        step = figure.table_scale
    return value, allowed(value, half, numeral.digits, figure.qualifier, lex.qualifiers), step
