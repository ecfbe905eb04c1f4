"""A figure while it is being read, and the finished quantity that it becomes."""

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.extract.intervals import allowed
from claimcheck.extract.numeral import ONE, Numeral
from claimcheck.extract.qualifiers import glue_offset
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import MentionKind
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import COUNT_UNIT, Interval, Qualifier, Quantity, Unit
from claimcheck.model.text import Span


@dataclass(slots=True)
class Figure:
    """A figure while it is being read: tokens `first` to before `end`, its number `number_first` to `number_end`.

    `scale` turns what is written into the unit ("cents"); `table_scale` is the one stated for a whole table. `signed`:
    a currency stands before the number. `upper` is the other end of a range, `open_ends` says that the range excludes
    its ends ("more than 40 but fewer than 60").
    """

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
    open_ends: tuple[bool, bool] = (False, False)
    qualifier: Qualifier = Qualifier.EXACT
    per: str | None = None
    kind: MentionKind = MentionKind.AMOUNT
    margin: Decimal | None = None
    table_scale: Decimal = ONE

    @classmethod
    def of(cls, numeral: Numeral) -> "Figure":
        """A bare number."""
        return cls(numeral.first, numeral.end, numeral.first, numeral.end, numeral)

    @property
    def is_bare(self) -> bool:
        """Whether nothing but the number and its bound was written."""
        return self.unit is COUNT_UNIT and not self.signed and self.per is None


def quantity(t: Tokens, figure: Figure, lex: Lexicon, offset: int) -> Quantity:
    """The finished quantity; `offset` is where the text of `t` begins in its article."""
    start = t.start[figure.first] + glue_offset(t, figure.first, lex)
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
    """Value, interval and step of a figure, all multiplied by `factor`."""
    numeral, upper = figure.numeral, figure.upper
    size = abs(factor)
    step = numeral.step * size
    if upper is not None and numeral.value is not None and upper.value is not None:
        low, high = sorted((numeral.value * factor, upper.value * factor))
        low_open, high_open = figure.open_ends
        interval = Interval(low=low, high=high, low_open=low_open, high_open=high_open)
        return None, interval, min(step, upper.step * size)
    if numeral.value is None:
        return None, _order(figure, factor), step
    value = _trimmed(numeral.value * factor) if numeral.scaled else numeral.value * factor
    half = numeral.half * size
    if figure.table_scale != ONE and not half:
        half = figure.table_scale / 2
        step = figure.table_scale
    return value, allowed(value, half, numeral.digits, figure.qualifier, lex.qualifiers), step


def _order(figure: Figure, factor: Decimal) -> Interval:
    """What a bare order of magnitude allows: "more than tens of thousands" has no upper end."""
    numeral = figure.numeral
    low = None if numeral.low is None else numeral.low * factor
    high = None if numeral.high is None else numeral.high * factor
    if factor < 0:
        low, high = high, low
    if figure.qualifier.is_upper_bound:
        return Interval(low=None, high=high)
    return Interval(low=low, high=None if figure.qualifier.is_lower_bound else high)


def _trimmed(value: Decimal) -> Decimal:
    """A whole number without the decimals that scaling left: 11.1 million is 11100000, not 11100000.0."""
    whole = value.to_integral_value()
    return whole if whole == value else value
