"""YAML nodes held against shapes: the values, and every fault with its line and column."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import TypeAlias, assert_never

import yaml

from claimcheck.config.shapes import Choice, Day, Flag, Listing, Number, Record, Regex, Shape, Table, Text
from claimcheck.config.suggest import unknown
from claimcheck.errors import Fault, Place

Value: TypeAlias = "str | bool | date | Decimal | re.Pattern[str] | tuple[Value, ...] | dict[str, Value]"

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_NULL = "tag:yaml.org,2002:null"


class Validator:
    """Checks one file. `faults` fills up as values are read; a value with a fault comes back as None."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.faults: list[Fault] = []

    def value(self, node: yaml.Node, shape: Shape) -> Value | None:
        """What `node` says, if it has the shape."""
        match shape:
            case Text():
                return self._scalar(node, "text")
            case Regex():
                return self._read(node, "a regular expression", self._regex)
            case Flag():
                return self._read(node, "true or false", self._flag)
            case Day():
                return self._read(node, "a day", self._day)
            case Number():
                return self._read(node, "a number", lambda raw, at: self._number(raw, at, shape))
            case Choice():
                return self._read(node, f"a {shape.what}", lambda raw, at: self._choice(raw, at, shape))
            case Listing():
                return self._listing(node, shape)
            case Table():
                return self._table(node, shape)
            case Record():
                return self._record(node, shape)
            case _:
                assert_never(shape)

    def fault(self, node: yaml.Node, what: str, hint: str | None = None) -> None:
        """Note a fault at the start of `node`."""
        mark = node.start_mark
        self.faults.append(Fault(Place(self.path, mark.line + 1, mark.column + 1), what, hint))

    def _scalar(self, node: yaml.Node, expected: str) -> str | None:
        if not isinstance(node, yaml.ScalarNode):
            self.fault(node, f"expected {expected}, found {_kind(node)}")
            return None
        raw: str = node.value
        if node.tag == _NULL or not raw.strip():
            self.fault(node, f"expected {expected}, found nothing", "write a value, or take the key out")
            return None
        return raw

    def _read(self, node: yaml.Node, expected: str, reader: Callable[[str, yaml.Node], Value | None]) -> Value | None:
        raw = self._scalar(node, expected)
        return None if raw is None else reader(raw, node)

    def _regex(self, raw: str, node: yaml.Node) -> re.Pattern[str] | None:
        try:
            return re.compile(raw, re.IGNORECASE)
        except (re.error, RecursionError, OverflowError) as error:
            self.fault(node, f"not a regular expression: {error}", "a backslash before ( ) [ ] . * + ? makes it plain")
            return None

    def _flag(self, raw: str, node: yaml.Node) -> bool | None:
        flag = _FLAGS.get(raw.lower())
        if flag is None:
            self.fault(node, f'expected true or false, found "{raw}"')
        return flag

    def _day(self, raw: str, node: yaml.Node) -> date | None:
        if _DAY.fullmatch(raw):
            with suppress(ValueError):
                return date.fromisoformat(raw)
        self.fault(node, f'expected a day, found "{raw}"', "write it like 2026-05-31")
        return None

    def _number(self, raw: str, node: yaml.Node, shape: Number) -> Decimal | None:
        if _NUMBER.fullmatch(raw) is None:
            self.fault(node, f'expected a number, found "{raw}"', "write it like 0.05, without a percent sign")
            return None
        number = Decimal(raw)
        if (shape.low is not None and number < shape.low) or (shape.high is not None and number > shape.high):
            self.fault(node, f"{raw} is out of range", f"expected {_range(shape)}")
            return None
        return number

    def _choice(self, raw: str, node: yaml.Node, shape: Choice) -> str | None:
        if raw in shape.values or (shape.file and raw.endswith((".yaml", ".yml"))):
            return raw
        message, hint = unknown(shape.what, raw, shape.values)
        self.fault(node, message, f"{hint}; or the path of a file that ends in .yaml" if shape.file else hint)
        return None

    def _listing(self, node: yaml.Node, shape: Listing) -> tuple[Value, ...] | None:
        if isinstance(node, yaml.SequenceNode):
            items = [self.value(item, shape.item) for item in node.value]
            if isinstance(shape.item, Record) and shape.item.unique:
                self._distinct(node, shape.item.what, shape.item.unique)
            return tuple(item for item in items if item is not None)
        if shape.single and isinstance(node, yaml.ScalarNode):
            item = self.value(node, shape.item)
            return None if item is None else (item,)
        self.fault(node, f"expected a list, found {_kind(node)}", 'start each item on its own line with "- "')
        return None

    def _distinct(self, node: yaml.SequenceNode, what: str, key: str) -> None:
        lines: dict[str, int] = {}
        for name in _scalars_at(node, key):
            first = lines.setdefault(name.value.casefold(), name.start_mark.line + 1)
            if first != name.start_mark.line + 1:
                self.fault(name, f'{what} "{name.value}" is there already, on line {first}', "give both as one")

    def _table(self, node: yaml.Node, shape: Table) -> dict[str, Value] | None:
        pairs = self._pairs(node, shape.keys.what)
        if pairs is None:
            return None
        table: dict[str, Value] = {}
        for key, item in pairs:
            if self._choice(key.value, key, shape.keys) is None:
                continue
            value = self.value(item, shape.value)
            if value is not None:
                table[key.value] = value
        return table

    def _record(self, node: yaml.Node, shape: Record) -> dict[str, Value] | None:
        pairs = self._pairs(node, shape.what)
        if pairs is None:
            return None
        record: dict[str, Value] = {}
        for key, item in pairs:
            if key.value not in shape.keys:
                self.fault(key, *unknown(f"key in {shape.what}", key.value, shape.keys))
                continue
            value = self.value(item, shape.keys[key.value].shape)
            if value is not None:
                record[key.value] = value
        given = {key.value for key, _ in pairs}
        for name in (name for name, key in shape.keys.items() if key.required and name not in given):
            self.fault(node, f'{shape.what} without "{name}"', f'add a line "{name}: …"')
        return record

    def _pairs(self, node: yaml.Node, what: str) -> list[tuple[yaml.ScalarNode, yaml.Node]] | None:
        """The entries of a mapping with plain keys; a key given twice is a fault and counts once."""
        if not isinstance(node, yaml.MappingNode):
            self.fault(node, f"expected a mapping ({what}), found {_kind(node)}", 'expected lines of the form "key: …"')
            return None
        pairs: list[tuple[yaml.ScalarNode, yaml.Node]] = []
        seen: dict[str, int] = {}
        for key, item in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.fault(key, f"expected a key, found {_kind(key)}")
            elif key.value in seen:
                self.fault(key, f'key "{key.value}" is there already, on line {seen[key.value]}', "give both as one")
            else:
                seen[key.value] = key.start_mark.line + 1
                pairs.append((key, item))
        return pairs


def _scalars_at(node: yaml.SequenceNode, key: str) -> list[yaml.ScalarNode]:
    maps = [item for item in node.value if isinstance(item, yaml.MappingNode)]
    pairs = [pair for item in maps for pair in item.value]
    return [
        value
        for name, value in pairs
        if isinstance(name, yaml.ScalarNode) and name.value == key and isinstance(value, yaml.ScalarNode)
    ]


def _kind(node: yaml.Node) -> str:
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    if isinstance(node, yaml.MappingNode):
        return "a mapping"
    return f'"{node.value}"' if node.value else "nothing"


def _range(shape: Number) -> str:
    if shape.low is not None and shape.high is not None:
        return f"{shape.low} to {shape.high}"
    return f"{shape.low} or more" if shape.low is not None else f"{shape.high} or less"
