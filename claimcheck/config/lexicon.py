"""The language tables from disk: YAML to a frozen Lexicon, read once per process."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TypeVar, cast

import yaml

from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import (
    Calendar,
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


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """The tables of `language`. Raises FileNotFoundError when there is no such folder."""
    numerals = _numerals(_read(f"{language}/numerals.yaml"))
    return Lexicon(
        language=language,
        numerals=numerals,
        units=_units(_read("units.yaml"), _read(f"{language}/units.yaml")),
        qualifiers=_qualifiers(_read(f"{language}/qualifiers.yaml")),
        calendar=_words(Calendar, _read(f"{language}/calendar.yaml")),
        cues=_words(Cues, _read(f"{language}/non_claims.yaml")),
    )


def _read(name: str) -> Table:
    text = (_DATA / name).read_text(encoding="utf-8")
    return cast("Table", yaml.load(text, Loader=_LOADER))  # noqa: S506  (the base loader makes nothing but text, lists, maps)


def _strings(value: object) -> list[str]:
    return cast("list[str]", value)


def _pairs(value: object) -> Mapping[str, str]:
    return cast("Mapping[str, str]", value)


def _table(value: object) -> Mapping[str, Table]:
    return cast("Mapping[str, Table]", value)


def phrases(entries: Iterable[tuple[str, T]], *, backwards: bool = False) -> Phrases[T]:
    """A phrase table of written phrases, keyed by first word (last, if `backwards`), longest phrase first."""
    found: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for written, meaning in entries:
        tokens = Tokens(written)
        words = tuple(tokens.low[: tokens.n])
        found.setdefault(words[-1 if backwards else 0], []).append((words, meaning))
    return {key: tuple(sorted(many, key=lambda entry: -len(entry[0]))) for key, many in found.items()}


def _decimals(value: object) -> dict[str, Decimal]:
    return {word: _decimal(number) for word, number in _pairs(value).items()}


def _decimal(written: str) -> Decimal:
    over, _, under = written.partition("/")
    return Decimal(over) / Decimal(under) if under else Decimal(over)


def _orders(value: object) -> dict[str, Order]:
    ends = cast("Mapping[str, list[str]]", value)
    return {word: Order(low=Decimal(low), high=Decimal(high)) for word, (low, high) in ends.items()}


def _numerals(raw: Table) -> Numerals:
    decimals = {
        key: _decimals(raw[key])
        for key in ("cardinals", "scales", "suffixes", "dozens", "glyphs", "denominators", "multipliers")
    }
    sets = {
        key: frozenset(_strings(raw[key]))
        for key in ("hundreds", "halves", "ordinals", "ordinal_endings", "folds", "articles", "conjunctions", "of")
    }
    orders = _orders(raw["orders"])
    keys = ("cardinals", "scales", "dozens", "glyphs", "denominators", "multipliers")
    triggers = (
        frozenset(word for key in keys for word in decimals[key])
        | sets["hundreds"]
        | sets["halves"]
        | sets["ordinals"]
        | frozenset(orders)
    )
    return Numerals(
        cardinals=decimals["cardinals"],
        hundreds=sets["hundreds"],
        scales=decimals["scales"],
        suffixes=decimals["suffixes"],
        dozens=decimals["dozens"],
        orders=orders,
        vague=_orders(raw["vague"]),
        glyphs=decimals["glyphs"],
        denominators=decimals["denominators"],
        halves=sets["halves"],
        ordinals=sets["ordinals"],
        ordinal_endings=sets["ordinal_endings"],
        multipliers=decimals["multipliers"],
        folds=sets["folds"],
        articles=sets["articles"],
        conjunctions=sets["conjunctions"],
        of=sets["of"],
        out_of=phrases((phrase, True) for phrase in _strings(raw["out_of"])),
        fraction_step=_decimal(cast("str", raw["fraction_step"])),
        triggers=triggers,
    )


def _units(raw: Table, words: Table) -> Units:
    by_id: dict[UnitId, Unit] = {}
    names: list[tuple[str, UnitName]] = []
    signs: list[tuple[str, UnitName]] = []
    symbols: list[tuple[str, UnitName]] = []
    for dimension, members in raw.items():
        for written_id, entry in _table(members).items():
            unit = _unit(written_id, Dimension(dimension), entry)
            by_id[unit.id] = unit
            symbols += [(written, UnitName(unit=unit)) for written in _listed(entry, "symbols")]
            symbols += [(written, UnitName(unit=unit, shy=True)) for written in _listed(entry, "shy")]
            signs += [(written, UnitName(unit=unit)) for written in _listed(entry, "signs")]
    symbols += signs
    names += _cased(symbols)
    for section in ("names", "money"):
        for written_id, written_names in cast("Mapping[str, list[str]]", words[section]).items():
            for written in written_names:
                names += _spellings(by_id[UnitId(written_id)], written)
    return Units(
        by_id=by_id,
        names=phrases(names),
        signs=phrases(signs, backwards=True),
        per=frozenset(_strings(words["per"])),
        rate_articles=frozenset(_strings(words["rate_articles"])),
        rate_nouns=frozenset(_strings(words["rate_nouns"])),
        times=frozenset(_strings(words["times"])),
        comparatives=frozenset(_strings(words["comparatives"])),
    )


def _unit(written_id: str, dimension: Dimension, entry: Table) -> Unit:
    factor = _decimal(str(entry.get("factor", "1")))
    return Unit(
        id=UnitId(written_id), dimension=dimension, factor=factor, offset=_decimal(str(entry.get("offset", "0")))
    )


def _listed(entry: Table, key: str) -> list[str]:
    return _strings(entry.get(key, []))


def _cased(symbols: list[tuple[str, UnitName]]) -> list[tuple[str, UnitName]]:
    """Symbols that another unit's symbol equals but for case are held to their exact spelling."""
    units = {(written.lower(), name.unit.id) for written, name in symbols}
    shared = Counter(lower for lower, _ in units)
    return [
        (
            written,
            UnitName(
                unit=name.unit, scale=name.scale, shy=name.shy, exact=written if shared[written.lower()] > 1 else None
            ),
        )
        for written, name in symbols
    ]


def _spellings(unit: Unit, written: str) -> list[tuple[str, UnitName]]:
    """Singular and plural of a unit's name; "0.01 cent" is a hundredth of the unit."""
    head, _, rest = written.partition(" ")
    scaled = head[:1].isdigit()
    name = UnitName(unit=unit, scale=_decimal(head) if scaled else Decimal(1))
    word = rest if scaled else written
    return [(word, name)] if word.endswith("s") else [(word, name), (word + "s", name)]


def _qualifiers(raw: Table) -> Qualifiers:
    plain = ("intensifiers", "during", "between", "conjunctions", "to", "change")
    return Qualifiers(
        before=_qualifier_phrases(raw["before"], backwards=True),
        after=_qualifier_phrases(raw["after"], backwards=False),
        margin=phrases((phrase, True) for phrase in _strings(raw["margin"])),
        widths={Qualifier(kind): _widths(entry) for kind, entry in cast("Table", raw["widths"]).items()},
        **{key: frozenset(_strings(raw[key])) for key in plain},
    )


def _qualifier_phrases(raw: object, *, backwards: bool) -> Phrases[Qualifier]:
    listed = cast("Mapping[str, list[str]]", raw)
    return phrases(((phrase, Qualifier(kind)) for kind, many in listed.items() for phrase in many), backwards=backwards)


def _widths(raw: object) -> tuple[Width, ...]:
    return tuple(Width(below=Decimal(below), above=Decimal(above)) for below, above in cast("list[list[str]]", raw))


def _words(kind: Callable[..., T], raw: Table) -> T:
    """A record of word sets and phrase tables, filled by field name; field types say which is which."""
    values: dict[str, object] = {}
    for field in fields(kind):  # type: ignore[arg-type]  # callers pass dataclasses; Callable keeps T precise
        entry = raw[field.name]
        if isinstance(entry, dict):
            values[field.name] = phrases((phrase, _decimal(number)) for phrase, number in _pairs(entry).items())
        elif "Mapping" in str(field.type):
            values[field.name] = phrases((phrase, True) for phrase in _strings(entry))
        else:
            values[field.name] = frozenset(word.lower() for word in _strings(entry))
    return kind(**values)
