"""Two numbers that make one range: "3 to 5", "between 3 and 5", "$3-5 million", "30–40%", "two or three"."""

from decimal import Decimal

from claimcheck.extract.figure import Figure
from claimcheck.extract.numeral import ZERO, Numeral
from claimcheck.extract.numerals import read_numeral
from claimcheck.extract.units import UnitAt, sign_before, unit_after
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import Dimension, Qualifier

_DASHES = frozenset("-–—‐‑−")
_FREE = frozenset((Dimension.PROPORTION, Dimension.POINTS))
_NEARBY = 5
_VERB_REACH = 6
_SCALABLE = 1000
_LEAP = 5
_COUNTED_LEAP = 3


def read_range(t: Tokens, figure: Figure, own: UnitAt | None, lex: Lexicon, floor: int, *, continental: bool) -> None:
    """Widen `figure` to the range that it begins, if it begins one; `own` is the unit directly after its number."""
    numeral = figure.numeral
    if numeral.value is None:
        return
    joint = own.at if own is not None else numeral.end
    if own is None and t.text[joint] in _DASHES and t.glued(joint - 1) and t.low[joint + 1] in lex.qualifiers.to:
        joint += 1  # "5- to 10-year", "five-to-ten years"
    between = figure.first > floor and t.low[figure.first - 1] in lex.qualifiers.between
    if not _links(t, joint, lex, between=between):
        return
    k, sign = _sign_at(t, joint + 1 + _is_tied(t, joint, lex), lex)
    minus = t.text[k] in _DASHES and t.glued(k) and t.is_number(k + 1) and t.low[joint] in lex.qualifiers.to
    k += minus
    if not _may_begin(t, joint, k, numeral, lex):
        return
    upper = read_numeral(t, k, lex, joint + 1, money=figure.signed or sign is not None, continental=continental)
    if upper is None or upper.value is None or upper.first > k or (minus and not figure.negative):
        return
    if not _same_unit(t, figure, own, sign, upper, lex):
        return
    lower = _shared_scale(numeral, upper, own)
    if figure.negative and not minus:
        lower = lower._replace(value=-numeral.value)
    elif minus and (lower.value or 0) > upper.value:
        lower, upper = upper, lower
    if _plausible(t, figure, lower, upper, joint, lex, between=between, own=own):
        figure.negative = minus
        _widen(t, figure, lower, upper, sign, own, lex, floor)


def _sign_at(t: Tokens, k: int, lex: Lexicon) -> tuple[int, UnitAt | None]:
    """Where the second number begins, over a currency sign before it."""
    for size in (1, 2, 3):
        if t.is_number(k + size) and not t.is_number(k):
            sign = sign_before(t, k + size, lex, k)
            return (k + size, sign) if sign is not None and sign.at == k else (k, None)
    return k, None


def _links(t: Tokens, j: int, lex: Lexicon, *, between: bool) -> bool:
    """Whether token `j` can join the two ends of a range."""
    low = t.low[j]
    if between:
        return low in lex.qualifiers.conjunctions or t.text[j] in _DASHES or _is_tied(t, j, lex)
    if low in lex.qualifiers.to:
        return low not in lex.qualifiers.spans_of_time
    if low in lex.qualifiers.alternatives:
        return True
    return t.text[j] in _DASHES and (t.glued(j) == t.glued(j - 1))


def _is_tied(t: Tokens, j: int, lex: Lexicon) -> bool:
    """Whether dashes tie token `j` to both ends of a range: "five-to-ten"."""
    ends = t.text[j - 1] in _DASHES and t.text[j + 1] in _DASHES
    return t.low[j] in lex.qualifiers.to and ends and t.glued(j - 1) and t.glued(j)


def _may_begin(t: Tokens, joint: int, k: int, numeral: Numeral, lex: Lexicon) -> bool:
    """Whether a number that could end the range begins at token `k`."""
    words = lex.numerals
    if t.text[joint] in _DASHES:
        return t.is_number(k) or (numeral.spelled and t.low[k] in words.cardinals)
    return t.is_number(k) or t.low[k] in words.articles or t.low[k] in words.cardinals or t.low[k] in words.scales


def _same_unit(
    t: Tokens, figure: Figure, own: UnitAt | None, sign: UnitAt | None, upper: Numeral, lex: Lexicon
) -> bool:
    """Whether the second number has the unit of the first: "fell 12.3 percent to 16.2 million" is no range."""
    after = unit_after(t, upper.end, lex)
    if own is not None and not figure.signed:
        return sign is None and after is not None and after.unit.id == own.unit.id
    if figure.signed:
        if sign is not None and sign.unit.id != figure.unit.id:
            return False
        return after is None or after.unit.dimension is Dimension.MONEY or sign is not None
    return sign is None or figure.numeral.value is None


def _shared_scale(lower: Numeral, upper: Numeral, own: UnitAt | None) -> Numeral:
    """As in "3 to 5 million": the second number's scale word counts for the first, if the range then rises."""
    if own is not None or lower.scaled or not upper.scaled or lower.value is None or upper.value is None:
        return lower
    if lower.value >= _SCALABLE or lower.value * upper.scale >= upper.value:
        return lower
    return lower.times(upper.scale)


def _plausible(
    t: Tokens,
    figure: Figure,
    lower: Numeral,
    upper: Numeral,
    joint: int,
    lex: Lexicon,
    *,
    between: bool,
    own: UnitAt | None,
) -> bool:
    """Whether two numbers make a range: rising, of a like size, and not a change "from 3 to 5"."""
    low, high = lower.value, upper.value
    if low is None or high is None:
        return False
    if between:
        return True
    tables = lex.qualifiers
    if t.low[joint] in tables.alternatives:
        return ZERO < low < high <= low + _NEARBY and own is None and lower.scaled == upper.scaled
    if high <= low:
        return False
    if t.low[joint] not in tables.to:
        return True
    if figure.signed and low * _LEAP <= high and t.low[figure.first - 1] in tables.change:
        return False  # "up $2 to $72.50"
    return not _is_change(t, figure.first - 1, upper, low, lex)


def _is_change(t: Tokens, at: int, upper: Numeral, low: Decimal, lex: Lexicon) -> bool:
    """Whether the words up to token `at` make "3 to 5" a change: "rose from 3 to 5", "fell 300 to 35,000"."""
    tables = lex.qualifiers
    before = t.low[at] if at >= 0 else ""
    if before in tables.from_words:
        if at and t.low[at - 1] in tables.range_verbs and t.low[at - 1] not in tables.change:
            return False  # "rose anywhere from 5 to 12 percent"
        return any(low in tables.change for low in t.low[max(0, at - _VERB_REACH) : at])
    moved = any(low in tables.change for low in t.low[max(0, at - _VERB_REACH) : at])
    if before in lex.units.difference_before and moved:
        leap = _COUNTED_LEAP if low >= _SCALABLE else _LEAP
        return upper.value is not None and low * leap <= upper.value
    if before in tables.change and before not in tables.range_verbs:
        after = unit_after(t, upper.end, lex)
        return after is None or after.unit.dimension not in _FREE
    return False


def _widen(
    t: Tokens,
    figure: Figure,
    lower: Numeral,
    upper: Numeral,
    sign: UnitAt | None,
    own: UnitAt | None,
    lex: Lexicon,
    floor: int,
) -> None:
    figure.numeral, figure.upper = lower, upper
    figure.number_end = figure.end = max(lower.end, upper.end)
    figure.qualifier = Qualifier.BETWEEN
    before = t.low[figure.first - 1] if figure.first > floor else ""
    if before in lex.qualifiers.between or before in lex.qualifiers.from_words:
        figure.first -= 1
    given = own if sign is None else sign
    if given is not None and not figure.signed:
        figure.unit, figure.scale, figure.signed = given.unit, given.scale, sign is not None
