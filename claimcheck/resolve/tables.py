"""Table rows: the first cell names what every figure of the row measures, and arithmetic tells the columns apart."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import zip_longest

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Aspect, Direction, Facet, Mention
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.resolve.headings import Heading

_LABEL_REACH = 4
_BRACKET = 3
_MARK = 2
_HELD_AGAINST = frozenset({"vs", "vs.", "versus", "against", ","})
_IN_LABEL = frozenset({"(", ")", "per"})
_OR_NEGATIVE = frozenset({"loss", "deficit", "decrease", "decline"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a figure is in its row: a level now or a year earlier, or the change between the two; `words` head it."""

    aspect: Aspect = Aspect.LEVEL
    direction: Direction | None = None
    period: Facet | None = None
    words: tuple[Token, ...] = ()


def label_of(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words of the row's first cell, up to the first bar or figure. What stands in brackets there goes first, as it
    only narrows the rest down; marks of a unit ("$m"), the name of a negative sum ("Net income (loss)") and whose the
    sum is ("net loss attributable to the company") are left out.
    """
    found: list[Token] = []
    aside: list[Token] = []
    inside = False
    for token, behind in zip_longest(tokens, tokens[1:]):
        if token.tag is Tag.FIGURE or (token.lower in ("|", ":") and (found or aside)):
            break
        assigns = behind is not None and token.tag is Tag.ADVERB and behind.lower == "to"
        if found and assigns and not inside:
            break
        inside = token.lower == "(" or (inside and token.lower != ")")
        told = token.tag in (Tag.WORD, Tag.NAME, Tag.PARTICIPLE, Tag.VERB) or token.lower == "per"
        if told and not (inside and (len(token.text) <= _MARK or token.lower in _OR_NEGATIVE)):
            (aside if inside else found).append(token)
    return (*aside, *found)


def own_label(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The words that name a figure in a later cell of its row: "Killed: 22 | Wounded: 24"; none where no cell does."""
    bar = next((i for i in range(at - 1, -1, -1) if tokens[i].lower == "|"), None)
    if bar is None or tokens[at - 1].lower != ":" or any(t.tag is Tag.FIGURE for t in tokens[bar:at]):
        return ()
    return label_of(tokens[bar + 1 :])


def item_label(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words before the colon that opens a list item: "iPhone: 46.9 million units, $37.2 billion revenue"; none when
    they are a sentence of their own ("The tally reads: …") or too many for a label.
    """
    for at, token in enumerate(tokens[: _LABEL_REACH + _BRACKET + 1]):
        if token.lower == ":":
            label = label_of(tokens[:at])
            words = all(t.tag in (Tag.WORD, Tag.NAME) or t.lower in _IN_LABEL for t in tokens[:at])
            return label if words and len(label) <= _LABEL_REACH else ()
    return ()


def names_figure(tokens: Sequence[Token], at: int) -> bool:
    """Whether a list item's label is a cell's ("EPS (non-GAAP)", "Earnings per share"), and nothing stands between its
    colon and the figure but another figure that it is held against: "EPS (non-GAAP): $0.54 vs $0.49".
    """
    colon = next((i for i, t in enumerate(tokens[:at]) if t.lower == ":"), at)
    between = tokens[colon + 1 : at]
    cell = any(t.lower in _IN_LABEL for t in tokens[:colon])
    return cell and colon < at and all(t.tag is Tag.FIGURE or t.lower in _HELD_AGAINST for t in between)


def columns(mentions: Sequence[Mention]) -> tuple[Column, ...]:
    """The role of each figure of one row. "A | B | A−B | (A−B)/B" is what financial tables print; without that
    arithmetic every figure is a plain level.
    """
    values = [m.quantity.value for m in mentions]
    roles = [Column() for _ in mentions]
    if len(values) < 3 or None in values[:3]:
        return tuple(roles)
    now, then, change = (v if v is not None else Decimal(0) for v in values[:3])
    level = mentions[0].quantity.unit.dimension
    if any(m.quantity.unit.dimension is not level for m in mentions[:2]) or now - then != change:
        return tuple(roles)
    roles[1] = Column(period=Facet(key="year earlier", label="the earlier column"))
    roles[2] = Column(aspect=Aspect.CHANGE, direction=_way(change))
    if len(values) > 3 and values[3] is not None and mentions[3].quantity.unit.dimension is Dimension.PROPORTION:
        roles[3] = Column(aspect=Aspect.CHANGE, direction=_way(values[3]))
    return tuple(roles)


def headed(column: Column, heading: Heading | None, quantity: Quantity) -> Column:
    """The role of a figure in its row, with what the head of its column says, which goes before arithmetic."""
    if heading is None:
        return column
    if heading.change:
        way = None if quantity.value is None else _way(quantity.value)
        return Column(aspect=Aspect.CHANGE, direction=way)
    if heading.period is not None:
        return Column(period=heading.period)
    return replace(column, words=heading.words)


def timed(label: Sequence[Token], column: Column, row: Heading | None) -> tuple[Sequence[Token], Column]:
    """What names a figure, and its role, in a row that is called by a time: the head of its column, at that time."""
    if row is None or not column.words:
        return label, column
    return column.words, replace(column, words=(), period=row.period)


def _way(change: Decimal) -> Direction | None:
    return None if change == 0 else Direction.DOWN if change < 0 else Direction.UP
