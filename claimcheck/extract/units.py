"""Units around a number: signs before it ("US$"), names after it ("square miles", "-mile", "%")."""

from decimal import Decimal
from typing import NamedTuple

from claimcheck.extract.numeral import DASHES, ONE
from claimcheck.extract.phrases import behind
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon, UnitName, Units
from claimcheck.model.quantity import Dimension, Unit, UnitId

DEGREE = UnitId("degree")
TIMES = UnitId("times")
_METER = UnitId("meter")
_CODE = 3
_SHORT_MONEY = 4
_LINKED = 2
_LENGTH_LINKS = frozenset({"of", "at", "to", "is", "was", ":", "|"})


class UnitAt(NamedTuple):
    """A unit and the token it begins at (before a number) or ends before (after a number)."""

    unit: Unit
    scale: Decimal
    at: int
    per: str | None = None


def sign_before(t: Tokens, first: int, lex: Lexicon, floor: int) -> UnitAt | None:
    """The currency written before token `first`: "$", "US $", "Rs", "EUR". Signs with letters count as written only."""
    if first <= floor:
        return None
    entries = lex.units.signs.get(t.low[first - 1])
    if entries is None:
        return None
    for words, name in entries:
        at = first - len(words)
        if at < floor or (len(words) > 1 and (t.low[at] != words[0] or tuple(t.low[at:first]) != words)):
            continue
        if len(t.text[at]) == 1 and t.is_word(at) and len(words) == 1 and not t.glued(at):
            continue  # "the S&P 500" is no sum of pesos
        if name.exact is None or t.surface(at, first) == name.exact:
            return UnitAt(name.unit, name.scale, at)
    return None


def unit_before(t: Tokens, first: int, lex: Lexicon, floor: int) -> UnitAt | None:
    """A unit that is written before its number: "magnitude 6.8", "a magnitude of 6.8"."""
    entry = behind(lex.units.heads, t, first, floor)
    return None if entry is None else UnitAt(lex.units.by_id[entry[0]], ONE, entry[1])


def unit_after(t: Tokens, j: int, lex: Lexicon) -> UnitAt | None:
    """The unit that begins at token `j`, after a number, perhaps after a hyphen: "-mile", "square miles", "%"."""
    k = j + 1 if t.text[j] in DASHES and t.glued(j) and (j == 0 or t.glued(j - 1)) else j
    entries = lex.units.names.get(t.low[k])
    if entries is None:
        return None
    for words, name in entries:
        end = k + 1 if len(words) == 1 else _words_end(t, k, words)
        if end is not None and _allowed(t, k, end, name, lex):
            return _temperature(t, UnitAt(name.unit, name.scale, end, name.per), lex.units)
    return None


def _words_end(t: Tokens, k: int, words: tuple[str, ...]) -> int | None:
    """The token after a name of several words at token `k`, which may be hyphenated: "square-foot"."""
    for word in words:
        if t.text[k] in DASHES and word not in DASHES:
            k += 1
        if t.low[k] != word:
            return None
        k += 1
    return k


def _allowed(t: Tokens, k: int, end: int, name: UnitName, lex: Lexicon) -> bool:
    """Whether a name is written as this unit must be: currency codes in capitals, shy symbols glued to digits."""
    if name.exact is not None and t.surface(k, end) != name.exact:
        return False
    text = t.text[k]
    if name.unit.dimension is Dimension.MONEY and not _money_word(t, k, end, name):
        return False
    if name.unit.dimension is Dimension.MONEY and len(text) <= _SHORT_MONEY and end == k + 1 and name.scale == 1:
        if not text.islower() and text[0].isalpha() and not text.isupper():
            return text.istitle() and len(text) > _CODE
        if text.isupper() and text.isalpha():
            return len(text) == _CODE or t.glued(k - 1)
    if name.shy:
        tied = t.glued(end - 1) and (t.is_word(end) or t.text[end] in DASHES)
        if not t.glued(k - 1):
            if t.text[end] in ("|", "/") or t.low[end] in lex.numerals.of:
                return len(text) == 1 and t.is_number(k - 1) and not text.isupper()
            return name.unit.id == _METER and (t.low[end] in lex.cues.lengths or _measures(t, k, end, lex))
        return not (t.is_word(k) and tied)
    return True


def _measures(t: Tokens, k: int, end: int, lex: Lexicon) -> bool:
    """Whether a number and its "m" at token `k` are told for a length: "crested at 8.9 m", "17 m in diameter"."""
    heads = lex.cues.length_heads
    before = k > _LINKED and t.low[k - 2] in _LENGTH_LINKS and t.low[k - 3] in heads
    return before or (t.low[end] == "in" and t.low[end + 1] in heads)


def _money_word(t: Tokens, k: int, end: int, name: UnitName) -> bool:
    """Whether a currency's sign belongs to the number before it: "2p", not "$15-$20" nor "5 P"."""
    if len(t.text[k]) == 1 and t.is_word(k) and end == k + 1:
        return name.scale != 1 and t.glued(k - 1) and t.text[k].islower()
    return t.is_word(k) or not (t.is_number(end) and t.glued(end - 1))


def _temperature(t: Tokens, found: UnitAt, units: Units) -> UnitAt:
    """As in "100 degrees Fahrenheit", "100 degrees F": the scale's name follows the word "degrees"."""
    if found.unit.id != DEGREE:
        return found
    at = found.at
    for words, name in units.names.get(t.low[at], ()):
        if len(words) == 1 and name.unit.dimension is Dimension.TEMPERATURE and not name.shy:
            return UnitAt(name.unit, ONE, at + 1)
    letter = units.degree_letters.get(t.low[at]) if t.is_capital(at) else None
    return found if letter is None else UnitAt(units.by_id[letter], ONE, at + 1)
