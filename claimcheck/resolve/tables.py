"""Table rows: the first cell names what every figure of the row measures, and arithmetic tells the columns apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Aspect, Direction, Facet, Mention
from claimcheck.model.quantity import Dimension

_LABEL_REACH = 4
_TIME = re.compile(r"(?:(?P<part>q[1-4]|[1-4]q|h[12])\s*)?(?:fy\s*)?(?P<year>(?:19|20)\d\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What a figure is in its row: a level now or a year earlier, or the change between the two."""

    aspect: Aspect = Aspect.LEVEL
    direction: Direction | None = None
    period: Facet | None = None


def label_of(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words of the row's first cell, up to the first bar or figure."""
    found: list[Token] = []
    for token in tokens:
        if token.tag is Tag.FIGURE or (token.lower in ("|", ":") and found):
            break
        if token.tag in (Tag.WORD, Tag.NAME, Tag.PARTICIPLE, Tag.VERB) or token.lower == "per":
            found.append(token)
    return tuple(found)


def item_label(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words before the colon that opens a list item: "iPhone: 46.9 million units, $37.2 billion revenue"; none when
    they are a sentence of their own ("The tally reads: …") or too many for a label.
    """
    for at, token in enumerate(tokens[: _LABEL_REACH + 1]):
        if token.lower == ":":
            label = tokens[:at]
            return tuple(label) if all(t.tag in (Tag.WORD, Tag.NAME) for t in label) else ()
    return ()


def column_times(row: str) -> tuple[Facet | None, ...]:
    """The time of each column that a row of headings names ("| | Q4 2018 | Q3 2018 | Q4 2017 |"), None for the first
    one, which the table is about, and for columns of no time.
    """
    found: list[Facet | None] = []
    first: tuple[str, int] | None = None
    for cell in _cells(row):
        match = _TIME.fullmatch(cell)
        if match is None:
            found.append(None)
            continue
        part, year = (match.group("part") or "").lower(), int(match.group("year"))
        own = first is None or (part, year) == first
        first = first or (part, year)
        earlier = (part, year) == (first[0], first[1] - 1)
        key = "year earlier" if earlier else f"{year} {part}".strip()
        found.append(None if own else Facet(key=key, label=cell))
    return tuple(found)


def cell_of(row: str, at: int) -> int:
    """Which cell of a row the character at `at` stands in, from 0."""
    return row.count("|", 0, at) - row.startswith("|")


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.removeprefix("|").removesuffix("|").split("|")]


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


def _way(change: Decimal) -> Direction | None:
    return None if change == 0 else Direction.DOWN if change < 0 else Direction.UP
