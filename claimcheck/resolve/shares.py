"""A share in brackets behind a count: "263,515 votes (45.5%)" tells what part of all votes those are."""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Aspect
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.ellipsis import MetricReading, Told

_WHOLE = 100
_POINT = "point"
_MOVE_REACH = 5
_PARTING = frozenset({Tag.FIGURE, Tag.STOP, Tag.COMMA})


def share_of_told(
    tokens: Sequence[Token], at: int, quantity: Quantity, told: Told, vocabulary: Vocabulary
) -> MetricReading | None:
    """The reading of a bare share in brackets: a share of what the count told before it counts, of the same noun and
    deed; behind a change that change said again ("fell 40 cents (1 percent)"). None for one that stands behind a sum
    ("$4.2 billion (31%)"), or behind a word that tells a change.
    """
    last, value = told.last, quantity.value
    bare = quantity.unit.dimension is Dimension.PROPORTION and value is not None and 0 <= value <= _WHOLE
    if not bare or last is None or not _in_brackets(tokens, at) or tokens[at].text[0] in "+-−–":
        return None
    index = at - 2
    while index > 0 and tokens[index].tag not in _PARTING:
        index -= 1
    if index < 0 or tokens[index].tag is not Tag.FIGURE:
        return None
    again = replace(last, dimension=Dimension.PROPORTION, elliptic=True, why=f"in brackets, of “{last.noun_text}”")
    if last.aspect is Aspect.CHANGE and last.dimension is not Dimension.PROPORTION:
        return again
    changing = vocabulary.grammar.rising | vocabulary.grammar.falling
    moved = any(t.lemma in changing for t in tokens[index + 1 : at]) or _moved_there(tokens, index, vocabulary)
    whole = last.dimension is Dimension.COUNT and last.metric.entity != _POINT and last.aspect is not Aspect.CHANGE
    return replace(again, aspect=Aspect.SHARE, direction=None) if whole and not moved else None


def _moved_there(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the count is where something moved, so that a share behind it may tell how far: "fell to 1.2 million"."""
    if not at or tokens[at - 1].lower != "to":
        return False
    changing = vocabulary.grammar.rising | vocabulary.grammar.falling
    return any(t.lemma in changing for t in tokens[max(0, at - _MOVE_REACH) : at - 1])


def _in_brackets(tokens: Sequence[Token], at: int) -> bool:
    """Whether brackets hold nothing but the figure."""
    return 1 < at < len(tokens) - 1 and (tokens[at - 1].text, tokens[at + 1].text) == ("(", ")")
