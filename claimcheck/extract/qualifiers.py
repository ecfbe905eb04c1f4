"""Hedges and bounds before a figure ("more than", "nearly") and after it ("or more", "-plus")."""

from typing import NamedTuple

from claimcheck.extract.numeral import Numeral
from claimcheck.extract.phrases import ahead, behind
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import COUNT_UNIT, Dimension, Qualifier, Unit

_WEAK = frozenset((Qualifier.EXACT, Qualifier.ABOUT))
_TITLE_REACH = 4
_ANY_WRITING = 100


class Bound(NamedTuple):
    """A qualifier and the token it begins at (before the figure) or ends before (after it)."""

    qualifier: Qualifier
    at: int


def bound_before(
    t: Tokens, first: int, end: int, lex: Lexicon, floor: int, *, unit: Unit, numeral: Numeral
) -> Bound | None:
    """The qualifier that ends just before token `first` of a figure that ends before token `end`.

    Several in a row make one, and a bound outweighs "about".
    """
    found: Bound | None = None
    at = first
    while True:
        step = _one_before(t, at, lex, floor, unit)
        if step is None or not _bounds(t, step, at, end, lex, unit=unit, numeral=numeral):
            return found
        if found is not None and found.qualifier not in _WEAK and t.low[step.at] in lex.qualifiers.least:
            return found  # "buried under as much as 15 feet"
        qualifier = step.qualifier if found is None or found.qualifier in _WEAK else found.qualifier
        found = Bound(qualifier, _intensified(t, step.at, lex, floor))
        at = found.at


def _one_before(t: Tokens, end: int, lex: Lexicon, floor: int, unit: Unit) -> Bound | None:
    entry = behind(lex.qualifiers.before, t, end, floor)
    if entry is None:
        return _glued(t, end, lex, floor)
    lasting = unit.dimension is Dimension.DURATION
    if not lasting and behind(lex.qualifiers.not_bounds, t, end, floor) is not None:
        return None
    return Bound(*entry)


def _intensified(t: Tokens, first: int, lex: Lexicon, floor: int) -> int:
    while first > floor and t.low[first - 1] in lex.qualifiers.intensifiers:
        first -= 1
        if first > floor and t.low[first - 1] in lex.numerals.articles and t.low[first] in lex.qualifiers.trailing:
            first -= 1
    return first


def _bounds(t: Tokens, bound: Bound, at: int, end: int, lex: Lexicon, *, unit: Unit, numeral: Numeral) -> bool:
    """Whether a word bounds the figure, rather than saying how long, where or what: "over five days" does not."""
    if at - bound.at != 1:
        return True
    tables = lex.qualifiers
    word = t.low[bound.at]
    before = t.low[bound.at - 1] if bound.at else ""
    if word in tables.modal_only and before not in tables.modals:
        return False
    least = tables.least.get(word)
    if least is None:
        return True
    if unit.dimension is Dimension.DURATION:
        return word not in tables.lasting or before in tables.during
    if unit is not COUNT_UNIT or numeral.value is None or numeral.part:
        return True
    if numeral.value < least and (numeral.spelled or least >= _ANY_WRITING):
        return False
    return not any(low in tables.titles for low in t.low[end : end + _TITLE_REACH])


def _glued(t: Tokens, end: int, lex: Lexicon, floor: int) -> Bound | None:
    """As in "pillsmore than": a page lost the space before the qualifier. The surface then begins inside a token."""
    first = end - 2
    if first < floor or first < 0 or t.low[end - 1] not in lex.qualifiers.glued_tails:
        return None
    for word, qualifier in lex.qualifiers.glued.items():
        if t.low[first].endswith(word) and len(t.low[first]) > len(word) + 2:
            return Bound(qualifier, first)
    return None


def glue_offset(t: Tokens, first: int, lex: Lexicon) -> int:
    """How many characters of token `first` stand before the qualifier that is glued to its end."""
    low, glued = t.low[first], lex.qualifiers.glued
    if t.low[first + 1] not in lex.qualifiers.glued_tails or low in glued:
        return 0
    for word in glued:
        if low.endswith(word) and len(low) > len(word) + 2:
            return len(t.text[first]) - len(word)
    return 0


def bound_after(t: Tokens, j: int, lex: Lexicon) -> Bound | None:
    """The qualifier that begins at token `j`: "or more", "-plus", "or so"."""
    found = ahead(lex.qualifiers.after, t, j)
    if found is None:
        return None
    qualifier, end = found
    if t.low[j] in lex.qualifiers.glued_only and not t.glued(j - 1):
        return None
    if end == j + 1 and t.low[j] in lex.qualifiers.trailing and (t.is_word(end) or t.is_number(end)):
        return None
    return Bound(qualifier, end)
