"""One quantity said twice in two units, and what the second saying tells of an ambiguous unit in the first."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.model.claim import Mention
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import Dimension, Quantity, Unit, UnitId

_LINKS = frozenset(("(", "[", "(or", ", or", "/", "or", "(about", "(=", "=", "(or about", "—", "–", ", or about"))
_PLAIN = frozenset((Dimension.COUNT, Dimension.OTHER, Dimension.POINTS, Dimension.MULTIPLE, Dimension.DURATION))
_TON = UnitId("ton")
_TONS = (UnitId("tonne"), UnitId("short ton"), UnitId("long ton"))
_MASS_POUND, _STERLING = UnitId("pound"), UnitId("GBP")
_BARE = re.compile(r"(?<![A-Za-z.])\$")
_OTHER_DOLLAR = UnitId("other dollar")
_DOLLARS = Decimal("0.45"), Decimal("2.2")
"""What the dollars of one country have been worth in those of another since 2000, at least and at most."""
_CLOSE = Decimal("0.012")
_ROUGHLY = Decimal("0.1")
_MOST_WORDS = 4


def link_restated(mentions: list[Mention], first: int, text: str, offset: int, lex: Lexicon) -> None:
    """Link "480 kilograms (1,058.2 pounds)" and "$1.6bn (£1.2bn)" among `mentions` from index `first` on.

    `text` is the sentence that they stand in, at `offset` in its article.
    """
    for index in range(first + 1, len(mentions)):
        a, b = mentions[index - 1], mentions[index]
        between = text[a.quantity.span.end - offset : b.quantity.span.start - offset].strip().lower()
        loose = between not in _LINKS
        if loose and not _over_noun(between):
            continue
        b = mentions[index] = _as_difference(a.quantity, b, lex)
        if between == "(" and text[b.quantity.span.end - offset :].startswith(")"):
            b = mentions[index] = _in_other_dollars(a.quantity, b)
        known = _told_by(a.quantity, b.quantity, lex)
        if known is not None:
            a = mentions[index - 1] = replace(a, quantity=replace(a.quantity, unit=known))
        if _same_thing(a.quantity, b.quantity) and not (loose and not _agree(a.quantity, b.quantity)):
            mentions[index] = replace(b, restates=a.restates or a.quantity.span)


def _as_difference(a: Quantity, b: Mention, lex: Lexicon) -> Mention:
    """As in "rose by 1.5 degrees Celsius (2.7 Fahrenheit)": what restates a difference is one."""
    unit = lex.units.differences.get(b.quantity.unit.id)
    if unit is None or a.unit.dimension is not Dimension.TEMPERATURE_DIFFERENCE:
        return b
    return replace(b, quantity=replace(b.quantity, unit=lex.units.by_id[unit]))


def _in_other_dollars(a: Quantity, b: Mention) -> Mention:
    """As in "$2.5 billion ($3.2 billion)": the second sum is the first one in another country's dollars."""
    bare = b.quantity.surface.startswith("$") and a.surface.count("$") == 1 and _BARE.search(a.surface) is not None
    if not bare or a.unit != b.quantity.unit or not a.value or not b.quantity.value or a.value == b.quantity.value:
        return b
    low, high = _DOLLARS
    if not low < b.quantity.value / a.value < high:
        return b
    return replace(b, quantity=replace(b.quantity, unit=replace(a.unit, id=_OTHER_DOLLAR)))


def _same_thing(a: Quantity, b: Quantity) -> bool:
    if a.unit.dimension is not b.unit.dimension or a.unit.id == b.unit.id or a.per != b.per:
        return False
    return a.unit.dimension not in _PLAIN


def _over_noun(between: str) -> bool:
    """Whether the words between two figures are a short noun and a link: "of forest, or", "of forest ("."""
    head, mark, tail = between.partition(",") if "," in between else between.partition("(")
    words = head.split()
    if not mark or not 0 < len(words) <= _MOST_WORDS or not all(word.isalpha() for word in words):
        return False
    return mark + tail in _LINKS


def _agree(a: Quantity, b: Quantity) -> bool:
    """Whether two figures of one dimension are of one size."""
    if a.unit.dimension is Dimension.MONEY or a.value is None or b.value is None or not a.value:
        return False
    return abs(b.unit.to_base(b.value) / a.unit.to_base(a.value) - 1) < _ROUGHLY


def _told_by(a: Quantity, b: Quantity, lex: Lexicon) -> Unit | None:
    """The unit that `a` must mean for `b` to restate it: "5 tons (5,000 kg)" are metric, "£" pounds are no mass."""
    if a.unit.id == _MASS_POUND and b.unit.dimension is Dimension.MONEY:
        return lex.units.by_id[_STERLING]
    if a.unit.id != _TON or b.unit.dimension is not Dimension.MASS or not a.value or b.value is None:
        return None
    meant = b.unit.to_base(b.value) / a.value
    fits = [lex.units.by_id[ton] for ton in _TONS if abs(meant / lex.units.by_id[ton].factor - 1) < _CLOSE]
    return fits[0] if len(fits) == 1 else None


def settle_tons(mentions: Sequence[Mention], lex: Lexicon) -> list[Mention]:
    """Bare tons as the one kind of ton that the article names, if it names just one."""
    named = {m.quantity.unit.id for m in mentions if m.quantity.unit.id in _TONS}
    if len(named) != 1:
        return list(mentions)
    unit = lex.units.by_id[named.pop()]
    return [swapped(m, {_TON: unit}) for m in mentions]


def swapped(mention: Mention, units: Mapping[UnitId, Unit]) -> Mention:
    """`mention` with its unit replaced as `units` says."""
    unit = units.get(mention.quantity.unit.id)
    return mention if unit is None else replace(mention, quantity=replace(mention.quantity, unit=unit))
