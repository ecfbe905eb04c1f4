"""Rules files that build on others: `extends` followed to the last file, and one laid on top of the other."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TypeAlias

from claimcheck.config.read import parse_listed, read_bytes
from claimcheck.config.shapes import Record
from claimcheck.config.validate import Value
from claimcheck.errors import Fault, InputFaults, Place

SUFFIXES = (".yaml", ".yml")
"""How an entry of `extends` ends that is no vocabulary pack but another rules file."""

_Values: TypeAlias = "dict[str, Value]"
_BY_NAME = ("operations", "metrics")
_ADDED = ("sources",)
_TABLES = ("qualifiers", "checks")
_OWN = ("examples",)
"""Keys whose items are told apart by name; whose items add up; that are tables; that are not handed down."""


def read_inherited(path: str, record: Record) -> _Values:
    """The values of the rules file at `path` over those of the files that it extends. Raises InputFaults with every
    fault in any of them.
    """
    return _started(record).file(path)


def parse_inherited(path: str, data: bytes, record: Record) -> _Values:
    """As `read_inherited`, from the file's bytes."""
    return _started(record).values(path, data)


def _started(record: Record) -> _Reader:
    return _Reader(record=record)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads each file once. `trail` leads from the first file to the one that is being read, as real paths."""

    record: Record
    known: dict[str, _Values] = field(default_factory=dict)
    trail: list[tuple[str, str]] = field(default_factory=list)

    def file(self, path: str) -> _Values:
        real = os.path.realpath(path)
        if real not in self.known:
            self.known[real] = self.values(path, read_bytes(path, self.record))
        return self.known[real]

    def values(self, path: str, data: bytes) -> _Values:
        own, places = parse_listed(path, data, self.record, "extends")
        faults: list[Fault] = []
        below: _Values = {}
        self.trail.append((os.path.realpath(path), path))
        for name, place in zip(_tuple(own.get("extends")), places, strict=True):
            if isinstance(name, str) and name.endswith(SUFFIXES):
                try:
                    below = _over(self._extended(path, name, place), below)
                except InputFaults as error:
                    faults += (fault for fault in error.faults if fault not in faults)
        self.trail.pop()
        if faults:
            raise InputFaults(faults)
        return _over(own, below)

    def _extended(self, path: str, name: str, place: Place) -> _Values:
        target = os.path.normpath(os.path.join(os.path.dirname(path), os.path.expanduser(name))).replace(os.sep, "/")
        reals = [real for real, _ in self.trail]
        if os.path.realpath(target) in reals:
            round_trip = [shown for _, shown in self.trail[reals.index(os.path.realpath(target)) :]]
            hint = f"take one of these out: {' extends '.join([*round_trip, round_trip[0]])}"
            raise InputFaults([Fault(place, f'"{name}" leads back to itself', hint)])
        if not os.path.isfile(target):
            hint = f"paths are seen from the folder of the file that names them; looked for {target}"
            raise InputFaults([Fault(place, f'no rules file "{name}"', hint)])
        return self.file(target)


def _over(top: _Values, below: _Values) -> _Values:
    """What holds where both speak: the top's word; what only one says holds as it is."""
    joined = {key: value for key, value in below.items() if key not in _OWN} | top
    for key in (key for key in joined if key in top and key in below):
        if key in _BY_NAME:
            joined[key] = _named(_tuple(top[key]), _tuple(below[key]))
        elif key in _ADDED:
            joined[key] = (*_tuple(top[key]), *_tuple(below[key]))
        elif key in _TABLES:
            joined[key] = _table(below[key]) | _table(top[key])
    packs = [pack for pack in (*_tuple(below.get("extends")), *_tuple(top.get("extends"))) if not _is_file(pack)]
    joined.pop("extends", None)
    return joined | ({"extends": tuple(dict.fromkeys(packs))} if packs else {})


def _named(top: tuple[Value, ...], below: tuple[Value, ...]) -> tuple[Value, ...]:
    own = {_name(item) for item in top}
    return (*top, *(item for item in below if _name(item) not in own))


def _name(item: Value) -> str:
    return str(_table(item)["name"]).casefold()


def _is_file(pack: Value) -> bool:
    return isinstance(pack, str) and pack.endswith(SUFFIXES)


def _tuple(value: Value | None) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else ()


def _table(value: Value) -> _Values:
    return value if isinstance(value, dict) else {}
