"""Validated values to Rules: names become enums, lists become tuples, and what is left out takes its default."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from claimcheck.config.inherit import parse_inherited, read_inherited
from claimcheck.config.schema import root
from claimcheck.config.tables import check_codes
from claimcheck.config.validate import Value
from claimcheck.config.vocabulary import pack_names
from claimcheck.model.finding import Severity
from claimcheck.model.quantity import Dimension, Qualifier
from claimcheck.model.rules import MetricRule, OperationRule, Rules, SourceRule

_T = TypeVar("_T")
_Fields = Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A passage (or several, to be compared) and what the rules must make of it; None: nothing is expected there."""

    text: tuple[str, ...]
    operation: str | None = None
    metric: str | None = None
    expect: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesFile:
    """A rules file that was read: where it is (None: there is none, the defaults hold), its rules and its examples."""

    path: str | None
    rules: Rules
    examples: tuple[Example, ...] = ()


def read_rules(path: str | None) -> RulesFile:
    """The rules file at `path` over those that it extends, the defaults for None. Raises InputFaults with every
    fault in any of them.
    """
    if path is None:
        return RulesFile(path=None, rules=Rules())
    return _file(path, read_inherited(path, root(pack_names(), check_codes())))


def parse_rules(path: str, data: bytes) -> RulesFile:
    """As `read_rules`, from the file's bytes."""
    return _file(path, parse_inherited(path, data, root(pack_names(), check_codes())))


def _file(path: str, values: _Fields) -> RulesFile:
    rules = Rules(
        operations=tuple(_operation(item) for item in _records(values, "operations")),
        metrics=tuple(_metric(item) for item in _records(values, "metrics")),
        sources=tuple(_source(item) for item in _records(values, "sources")),
        severities=_frozen({code: _severity(value) for code, value in _table(values, "checks").items()}),
        widths=_frozen({Qualifier(name): _as(Decimal, width) for name, width in _table(values, "qualifiers").items()}),
        loose_bound_ratio=_get(values, "loose_bound_ratio", Decimal, Rules().loose_bound_ratio),
        packs=_texts(values, "extends"),
    )
    return RulesFile(path=path, rules=rules, examples=tuple(_example(item) for item in _records(values, "examples")))


def _operation(item: _Fields) -> OperationRule:
    return OperationRule(
        name=_as(str, item["name"]),
        aliases=_texts(item, "aliases"),
        patterns=tuple(_as(re.Pattern, pattern) for pattern in _items(item, "patterns")),
        period=_text(item, "period"),
        scope=_text(item, "scope"),
        agencies=_texts(item, "agencies"),
        excludes=_texts(item, "excludes"),
    )


def _metric(item: _Fields) -> MetricRule:
    dimension, severity = _text(item, "dimension"), _text(item, "severity")
    return MetricRule(
        name=_as(str, item["name"]),
        nouns=_texts(item, "nouns"),
        verbs=_texts(item, "verbs"),
        dimension=Dimension(dimension) if dimension else None,
        grows=_get(item, "grows", bool, False),
        tolerance=_get(item, "tolerance", Decimal, Decimal(0)),
        severity=Severity(severity) if severity else None,
    )


def _source(item: _Fields) -> SourceRule:
    return SourceRule(
        pattern=_as(re.Pattern, item["pattern"]),
        kind=_get(item, "kind", str, "outlet"),
        weight=_get(item, "weight", Decimal, Decimal(1)),
    )


def _example(item: _Fields) -> Example:
    return Example(
        text=_texts(item, "text"),
        operation=_text(item, "operation"),
        metric=_text(item, "metric"),
        expect=_text(item, "expect"),
    )


def _severity(value: Value) -> Severity | None:
    return None if value == "off" else Severity(_as(str, value))


def _as(kind: type[_T], value: Value) -> _T:
    if not isinstance(value, kind):
        raise TypeError(f"the schema let {value!r} through where a {kind.__name__} belongs")
    return value


def _get(fields: _Fields, key: str, kind: type[_T], default: _T) -> _T:
    return _as(kind, fields[key]) if key in fields else default


def _text(fields: _Fields, key: str) -> str | None:
    return _as(str, fields[key]) if key in fields else None


def _items(fields: _Fields, key: str) -> tuple[Value, ...]:
    return _as(tuple, fields.get(key, ()))


def _texts(fields: _Fields, key: str) -> tuple[str, ...]:
    return tuple(_as(str, item) for item in _items(fields, key))


def _records(fields: _Fields, key: str) -> tuple[_Fields, ...]:
    return tuple(_as(dict, item) for item in _items(fields, key))


def _table(fields: _Fields, key: str) -> _Fields:
    return _as(dict, fields.get(key, {}))


_K = TypeVar("_K")


def _frozen(mapping: dict[_K, _T]) -> Mapping[_K, _T]:
    return MappingProxyType(mapping)
