"""Hedges and bounds before a figure ("more than", "nearly") and after it ("or more", "-plus")."""

from typing import NamedTuple

from claimcheck.extract.phrases import ahead
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import Dimension, Qualifier, Unit

_WEAK = frozenset((Qualifier.EXACT, Qualifier.ABOUT))
_GLUED = {"more", "less", "fewer"}


class Bound(NamedTuple):
    """A qualifier and the token it begins at (before the figure) or ends before (after it)."""

    qualifier: Qualifier
    at: int


def bound_before(t: Tokens, first: int, lex: Lexicon, floor: int, unit: Unit) -> Bound | None:
    """The qualifier that ends just before token `first`: several in a row make one, and a bound outweighs "about"."""
    found: Bound | None = None
    at = first
    while True:
        step = _one_before(t, at, lex, floor, unit)
        if step is None:
            return found
        at = step.at
        strong = found is None or found.qualifier in _WEAK
        found = Bound(step.qualifier if strong else found.qualifier if found is not None else step.qualifier, at)


def _one_before(t: Tokens, end: int, lex: Lexicon, floor: int, unit: Unit) -> Bound | None:
    if end <= floor:
        return None
    entries = lex.qualifiers.before.get(t.low[end - 1])
    if entries is None:
        return _glued(t, end, floor)
    low = t.low
    for words, qualifier in entries:
        first = end - len(words)
        if first >= floor and (len(words) == 1 or tuple(low[first:end]) == words):
            if not _bounds(t, first, words, lex, unit):
                return None
            while (
                first > floor
                and low[first - 1] in lex.qualifiers.intensifiers
                and len(words) + 1
                and low[first - 1] != "only"
            ):
                first -= 1
            return Bound(qualifier, first)
    return _glued(t, end, floor)


def _bounds(t: Tokens, first: int, words: tuple[str, ...], lex: Lexicon, unit: Unit) -> bool:
    """Whether a preposition bounds the figure, rather than saying how long or where: "over five days" does not."""
    if words == ("over",) and unit.dimension is Dimension.DURATION:
        return first > 0 and t.low[first - 1] in lex.qualifiers.during
    if words == ("some",) and first > 0 and t.low[first - 1] in ("in", "by") and unit.dimension is Dimension.COUNT:
        return True
    if words == ("top",) and not t.start[first]:
        return False
    return True


def _glued(t: Tokens, end: int, floor: int) -> Bound | None:
    """ "pillsmore than": a scraped page lost the space before the qualifier. The surface then begins inside a token."""
    first = end - 2
    if t.low[end - 1] != "than" or first < floor:
        return None
    for word in ("more", "fewer", "less"):
        if t.low[first].endswith(word) and len(t.low[first]) > len(word) + 2:
            return Bound(Qualifier.MORE_THAN if word == "more" else Qualifier.LESS_THAN, first)
    return None


def glue_offset(t: Tokens, first: int) -> int:
    """How many characters of token `first` stand before the qualifier that is glued to its end."""
    low = t.low[first]
    if t.low[first + 1] != "than" or low in _GLUED:
        return 0
    for word in _GLUED:
        if low.endswith(word) and len(low) > len(word) + 2:
            return len(t.text[first]) - len(word)
    return 0


def bound_after(t: Tokens, j: int, lex: Lexicon) -> Bound | None:
    """The qualifier that begins at token `j`: "or more", "-plus", "or so"."""
    found = ahead(lex.qualifiers.after, t, j)
    if found is None:
        return None
    qualifier, end = found
    if t.low[j] in ("plus", "+") and not t.glued(j - 1) and t.low[j] == "plus":
        return None
    if end == j + 1 and t.low[j] in ("roughly", "approximately", "maximum", "max", "tops"):
        return Bound(qualifier, end) if not t.is_word(end) and not t.is_number(end) else None
    return Bound(qualifier, end)
