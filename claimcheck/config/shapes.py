"""The shapes that a value in rules.yaml can have. schema.py is written in them; the validator and the published JSON
Schema both read that one table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words, not empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regex:
    """A regular expression in Python's syntax."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """true or false."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day, YYYY-MM-DD."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """An exact decimal between `low` and `high`, ends included (None: no end)."""

    low: Decimal | None = None
    high: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of `values`; `what` names such a thing in messages ("check", "pack"). With `file`, the path of a YAML file
    may stand instead of one.
    """

    what: str
    values: tuple[str, ...]
    file: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list of `item`; where `single` holds, a lone item may stand for a list of one."""

    item: "Shape"
    single: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A mapping whose keys are one of `keys` and whose values all have one shape."""

    keys: Choice
    value: "Shape"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a record: its shape, what it means (shown by editors), and whether it must be there."""

    shape: "Shape"
    doc: str
    required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A mapping with these keys and no others; `what` names such a record in messages. `unique` is a key whose value
    must differ between the records of one list.
    """

    what: str
    keys: Mapping[str, Key]
    unique: str | None = field(default=None)


Shape: TypeAlias = Text | Regex | Flag | Day | Number | Choice | Listing | Table | Record
