"""The language tables from disk: YAML to a frozen Lexicon, read once per process."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TypeVar, cast

import yaml

from claimcheck.language.scan import Tokens
from claimcheck.model.calendar import Calendar
from claimcheck.model.lexicon import (
    Cues,
    Lexicon,
    Numerals,
    Order,
    Phrases,
    Qualifiers,
    UnitName,
    Units,
    Width,
)
from claimcheck.model.quantity import Dimension, Qualifier, Unit, UnitId

T = TypeVar("T")
Table = Mapping[str, object]

# The base loader guesses no types: "no" stays a word, 0.1 stays the text it is until it becomes an exact Decimal.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DATA = files("claimcheck") / "data"
_JOINTS = frozenset("-‐‑–/⁄")  # of "3-million", "3/4"
_READ_BACKWARDS = ("heads", "before", "not_bounds")
_CERTAIN_LENGTH = 3
_ENDLESS = 12


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """The tables of `language`. Raises FileNotFoundError when there is no such folder."""
    return Lexicon(
        language=language,
        numerals=_numerals(_read(f"{language}/numerals.yaml")),
        units=_units(_read("units.yaml"), _read(f"{language}/units.yaml")),
        qualifiers=_qualifiers(_read(f"{language}/qualifiers.yaml")),
        calendar=_record(Calendar, _read(f"{language}/calendar.yaml")),
        cues=_cues(_read(f"{language}/non_claims.yaml")),
    )


def phrases(entries: Iterable[tuple[str, T]], *, backwards: bool = False) -> Phrases[T]:
    """A phrase table of written phrases, keyed by first word (last, if `backwards`), longest phrase first."""
    found: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for written, meaning in entries:
        tokens = Tokens(written)
        words = tuple(tokens.low[: tokens.n])
        found.setdefault(words[-1 if backwards else 0], []).append((words, meaning))
    return {key: tuple(sorted(many, key=lambda entry: -len(entry[0]))) for key, many in found.items()}


def _read(name: str) -> Table:
    text = (_DATA / name).read_text(encoding="utf-8")
    return cast("Table", yaml.load(text, Loader=_LOADER))  # noqa: S506  (the base loader makes nothing but text, lists, maps)


def _strings(value: object) -> list[str]:
    return cast("list[str]", value)


def _pairs(value: object) -> Mapping[str, str]:
    return cast("Mapping[str, str]", value)


def _lists(value: object) -> Mapping[str, list[str]]:
    return cast("Mapping[str, list[str]]", value)


def _tables(value: object) -> Mapping[str, Table]:
    return cast("Mapping[str, Table]", value)


def _decimal(written: str) -> Decimal:
    """An exact number: "0.1", "1/2". A fraction without end keeps six places, as figures do."""
    over, _, under = written.partition("/")
    if not under:
        return Decimal(over)
    exact = Decimal(over) / Decimal(under)
    return exact if len(exact.as_tuple().digits) < _ENDLESS else exact.quantize(Decimal("0.000001"))


def _decimals(value: object) -> dict[str, Decimal]:
    return {word: _decimal(number) for word, number in _pairs(value).items()}


def _record(kind: Callable[..., T], raw: Table, **given: object) -> T:
    """A record filled by field name from a table, each value read as the field's type says; `given` fields are kept."""
    values = dict(given)
    for field in fields(kind):  # type: ignore[arg-type]  # callers pass dataclasses; Callable keeps T precise
        if field.name not in given:
            values[field.name] = _value(field.type, raw[field.name], backwards=field.name.endswith(_READ_BACKWARDS))
    return kind(**values)


def _value(kind: object, entry: object, *, backwards: bool) -> object:
    if kind == frozenset[str]:
        return frozenset(word.lower() for word in _strings(entry))
    if kind == Phrases[bool]:
        return phrases(((phrase, True) for phrase in _strings(entry)), backwards=backwards)
    if kind == Phrases[str]:
        return phrases(((phrase, phrase) for phrase in _strings(entry)), backwards=backwards)
    if kind == Phrases[Decimal]:
        return phrases(((phrase, _decimal(number)) for phrase, number in _pairs(entry).items()), backwards=backwards)
    if kind == Phrases[Qualifier]:
        listed = ((phrase, Qualifier(name)) for name, many in _lists(entry).items() for phrase in many)
        return phrases(listed, backwards=backwards)
    if kind == Mapping[str, Decimal]:
        return _decimals(entry)
    if kind == Mapping[str, Order]:
        return {word: Order(low=Decimal(low), high=Decimal(high)) for word, (low, high) in _lists(entry).items()}
    if kind == Mapping[str, Qualifier]:
        return {word: Qualifier(name) for word, name in _pairs(entry).items()}
    if kind is bool:
        return entry == "yes"
    if kind is Decimal:
        return _decimal(cast("str", entry))
    raise TypeError(f"no way to read a table as {kind}")


def _numerals(raw: Table) -> Numerals:
    cardinals, folds = _decimals(raw["cardinals"]), _strings(raw["folds"])
    folded = {word + fold: number for word, number in cardinals.items() for fold in folds if number > 1}
    multipliers = folded | _decimals(raw["multipliers"])
    begin = (
        "scales",
        "dozens",
        "orders",
        "glyphs",
        "denominators",
        "hundreds",
        "halves",
        "ordinals",
        "articles",
        "zero",
    )
    triggers = frozenset(cardinals) | frozenset(multipliers)
    triggers |= frozenset(word for key in begin for word in cast("Iterable[str]", raw[key]))
    after = ("glyphs", "scales", "suffixes", "dozens", "conjunctions")
    going_on = frozenset(word for key in after for word in cast("Iterable[str]", raw[key])) | _JOINTS
    return _record(Numerals, raw, cardinals=cardinals, multipliers=multipliers, triggers=triggers, going_on=going_on)


def _cues(raw: Table) -> Cues:
    """The cues, with all the heads of codes in one set: whatever is not among them need not be looked for."""
    cues = _record(Cues, raw, code_heads=frozenset[str]())
    phrases_before = (cues.bill_heads, cues.docket_heads, cues.post_box_heads)
    heads = cues.isbn | cues.call_words | cues.states | cues.short_code_states | cues.coordinate_words
    return replace(cues, code_heads=heads.union(*phrases_before))


def _qualifiers(raw: Table) -> Qualifiers:
    widths = {
        Qualifier(kind): tuple(Width(below=Decimal(below), above=Decimal(above)) for below, above in _pairs_list(entry))
        for kind, entry in _tables(raw["widths"]).items()
    }
    return _record(Qualifiers, raw, widths=widths)


def _pairs_list(value: object) -> list[list[str]]:
    return cast("list[list[str]]", value)


def _units(raw: Table, words: Table) -> Units:
    by_id = {
        UnitId(written): _unit(written, Dimension(dimension), entry)
        for dimension, members in _tables(raw["dimensions"]).items()
        for written, entry in _tables(members).items()
    }
    entries = {UnitId(w): e for members in _tables(raw["dimensions"]).values() for w, e in _tables(members).items()}
    signs = [(s, by_id[unit]) for unit, entry in entries.items() for s in _strings(entry.get("signs", []))]
    marks = ((s, UnitName(unit=unit, shy=len(s) == 1 and s.isalpha())) for s, unit in signs)
    known = phrases([*_cased([*_symbols(by_id, entries), *marks]), *_names(by_id, words)])
    lettered = ((s, UnitName(unit=unit, exact=s if any(map(str.isalpha, s)) else None)) for s, unit in signs)
    return _record(
        Units,
        words,
        by_id=by_id,
        names=known,
        signs=phrases(lettered, backwards=True),
        certain=_certain(known),
        heads=phrases(((s, UnitId(a)) for a, many in _lists(words["heads"]).items() for s in many), backwards=True),
        strengths={noun: UnitId(unit) for unit, nouns in _lists(words["strengths"]).items() for noun in nouns},
        degree_letters={letter: UnitId(unit) for letter, unit in _pairs(words["degree_letters"]).items()},
        differences={UnitId(a): UnitId(b) for a, b in _pairs(raw["differences"]).items()},
        compounds={UnitId(a): frozenset(map(UnitId, many)) for a, many in _lists(raw["compounds"]).items()},
        other_dollars={UnitId(a): frozenset(many) for a, many in _lists(words["other_dollars"]).items()},
        dollar_statements=phrases(
            (s, UnitId(a)) for a, many in _lists(words["dollar_statements"]).items() for s in many
        ),
    )


def _names(by_id: Mapping[UnitId, Unit], words: Table) -> Iterable[tuple[str, UnitName]]:
    for section in ("names", "money"):
        for unit, many in _lists(words[section]).items():
            for written in many:
                yield from _spellings(by_id[UnitId(unit)], written)
    for written, (measured, per) in _lists(words["rates"]).items():
        yield written, UnitName(unit=by_id[UnitId(measured)], per=per)


def _certain(names: Phrases[UnitName]) -> frozenset[str]:
    """Unit words of one token that are hardly ever anything else: not shy, and no mere letter or two."""
    return frozenset(
        word
        for word, ways in names.items()
        if len(word) >= _CERTAIN_LENGTH and any(len(parts) == 1 and not name.shy for parts, name in ways)
    )


def _unit(written_id: str, dimension: Dimension, entry: Table) -> Unit:
    factor, offset = _decimal(str(entry.get("factor", "1"))), _decimal(str(entry.get("offset", "0")))
    high = _decimal(str(entry["factor_high"])) if "factor_high" in entry else None
    return Unit(id=UnitId(written_id), dimension=dimension, factor=factor, offset=offset, factor_high=high)


def _symbols(by_id: Mapping[UnitId, Unit], entries: Mapping[UnitId, Table]) -> Iterable[tuple[str, UnitName]]:
    for unit, entry in entries.items():
        for key in ("symbols", "shy", "cased"):
            for written in _strings(entry.get(key, [])):
                exact = written if key == "cased" else None
                yield written, UnitName(unit=by_id[unit], shy=key == "shy", exact=exact)


def _cased(symbols: list[tuple[str, UnitName]]) -> list[tuple[str, UnitName]]:
    """Symbols that another unit's symbol equals but for case are held to their exact spelling."""
    shared = Counter(lower for lower, _ in {(written.lower(), name.unit.id) for written, name in symbols})
    return [
        (written, replace(name, exact=written) if shared[written.lower()] > 1 else name) for written, name in symbols
    ]


def _spellings(unit: Unit, written: str) -> list[tuple[str, UnitName]]:
    """Singular and plural of a unit's name; "0.01 cent" is a hundredth of the unit."""
    head, _, rest = written.partition(" ")
    scaled = head[:1].isdigit()
    word = rest if scaled else written
    name = UnitName(unit=unit, scale=_decimal(head) if scaled else Decimal(1), shy=len(word) == 1 and word.isalpha())
    return [(word, name)] if word.endswith("s") else [(word, name), (word + "s", name)]
