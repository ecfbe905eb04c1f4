"""Units around a number: signs before it ("US$"), names after it ("square miles", "%"), and the second unit of rates."""

from decimal import Decimal
from typing import NamedTuple

from claimcheck.extract.phrases import behind
from claimcheck.language.lemmas import noun_lemma
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon, UnitName, Units
from claimcheck.model.quantity import Dimension, Unit, UnitId

_DASHES = frozenset("-‐‑–")
_NONE: dict[str, str] = {}
_AGAIN = frozenset(("ago", "earlier", "later", "before", "after", "prior", "old"))


class UnitAt(NamedTuple):
    """A unit and the token it begins at (before a number) or ends before (after a number)."""

    unit: Unit
    scale: Decimal
    at: int


def sign_before(t: Tokens, first: int, lex: Lexicon, floor: int) -> UnitAt | None:
    """The currency written before token `first`: "$", "US $", "Rs", "EUR"."""
    entry = behind(lex.units.signs, t, first, floor)
    if entry is None:
        return None
    name, at = entry
    sign = t.text[first - 1]
    if sign.isalpha() and not _is_code(t, at, first, name):
        return None
    return UnitAt(name.unit, name.scale, at)


def _is_code(t: Tokens, at: int, first: int, name: UnitName) -> bool:
    """Whether a currency code in letters is written as codes are: EUR, Rs, RM, not "real 5" or "all"."""
    written = t.surface(at, first)
    return (written.isupper() and len(written) > 1) or written in (
        "Rs",
        "Tk",
        "Rp",
        "Dh",
        "Dhs",
        "Ksh",
        "KSh",
        "Sh",
        "Fr",
    )


def unit_after(t: Tokens, j: int, lex: Lexicon) -> UnitAt | None:
    """The unit that begins at token `j`, after a number, perhaps after a hyphen: "-mile", "square miles", "%"."""
    k = j + 1 if t.text[j] in _DASHES and t.glued(j) and t.glued(j - 1) else j
    entries = lex.units.names.get(t.low[k])
    if entries is None:
        return None
    low = t.low
    for words, name in entries:
        end = k + len(words)
        if (len(words) == 1 or tuple(low[k:end]) == words) and _allowed(t, k, end, name):
            return _temperature(t, UnitAt(name.unit, name.scale, end), lex.units)
    return None


def _allowed(t: Tokens, k: int, end: int, name: UnitName) -> bool:
    if name.exact is not None and t.surface(k, end) != name.exact:
        return False
    if (
        name.unit.dimension is Dimension.MONEY
        and len(t.text[k]) <= 4
        and end == k + 1
        and name.scale == 1
        and not t.text[k].islower()
    ):
        return t.text[k].isupper() and (len(t.text[k]) == 3 or t.glued(k - 1))
    if name.shy:
        return t.glued(k - 1) and not (t.is_word(k) and t.glued(k) and t.is_word(end))
    return True


def _temperature(t: Tokens, found: UnitAt, units: Units) -> UnitAt:
    """ "100 degrees Fahrenheit": the scale's name follows the word "degrees"."""
    if found.unit.id != "degree":
        return found
    entries = units.names.get(t.low[found.at], ())
    for words, name in entries:
        if len(words) == 1 and name.unit.dimension is Dimension.TEMPERATURE:
            return UnitAt(name.unit, Decimal(1), found.at + 1)
    letter = {"f": "degree Fahrenheit", "c": "degree Celsius"}.get(t.low[found.at])
    return (
        UnitAt(units.by_id[UnitId(letter)], Decimal(1), found.at + 1)
        if letter and t.text[found.at].isupper()
        else found
    )


def rate_after(t: Tokens, j: int, lex: Lexicon, *, money: bool) -> tuple[str, int] | None:
    """The second unit of a rate at token `j` ("per barrel", "a day", "/kg", "per 100,000 people") and the token after it."""
    units = lex.units
    low = t.low[j]
    if low in units.per:
        return _per(t, j + 1, lex)
    if low in units.rate_articles and t.low[j + 1] in units.rate_nouns and t.low[j + 2] not in _AGAIN:
        return noun_lemma(t.low[j + 1], _NONE), j + 2
    if (
        t.text[j] == "-"
        and t.low[j + 1] in units.rate_articles
        and t.text[j + 2] == "-"
        and t.low[j + 3] in units.rate_nouns
    ):
        return noun_lemma(t.low[j + 3], _NONE), j + 4
    return None


def _per(t: Tokens, k: int, lex: Lexicon) -> tuple[str, int] | None:
    if t.is_number(k):
        number = t.text[k].replace(",", "")
        scale = lex.numerals.scales.get(t.low[k + 1])
        if scale is not None and number.isdecimal():
            return str(int(number) * int(scale)), k + 2
        return (number, k + 1) if number.isdecimal() and len(number) < 12 else None
    scale = lex.numerals.scales.get(t.low[k])
    if scale is not None:
        return str(int(scale)), k + 1
    found = unit_after(t, k, lex)
    if found is not None and found.unit.dimension not in (Dimension.MONEY, Dimension.PROPORTION):
        return str(found.unit.id), found.at
    return (noun_lemma(t.low[k], _NONE), k + 1) if t.is_word(k) else None
