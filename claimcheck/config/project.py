"""[tool.claimcheck] of a pyproject.toml: what a project settles once for every run, held to its keys and values."""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeAlias

from claimcheck.config.suggest import unknown
from claimcheck.config.tables import check_codes
from claimcheck.errors import Fault, InputFaults, Place, os_fault

PROJECT_FILE = "pyproject.toml"
GATES = ("error", "warning", "note", "never")

_TOML_PLACE = re.compile(r" \(at line (?P<line>\d+), column (?P<column>\d+)\)$")
_HEAD = re.compile(r"^\s*\[\s*tool\s*\.\s*claimcheck\s*\]", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a project settles; None: it leaves that open. Paths can be opened from the working folder, `select` and
    `ignore` hold check codes or their beginnings.
    """

    rules: str | None = None
    baseline: str | None = None
    fail_on: str | None = None
    select: frozenset[str] | None = None
    ignore: frozenset[str] | None = None
    paths: tuple[str, ...] | None = None
    draft: tuple[str, ...] | None = None

    def over(self, other: "Settings") -> "Settings":
        """These settings, and the other's where these leave something open."""
        names = (field.name for field in fields(self))
        return Settings(**{n: getattr(other if getattr(self, n) is None else self, n) for n in names})


class _Wrong(Exception):  # noqa: N818  # inside this module: what is wrong with a value, before it has a place
    def __init__(self, what: str, hint: str | None) -> None:
        super().__init__(what)
        self.what, self.hint = what, hint


def read_settings(folder: Path) -> Settings:
    """What the pyproject.toml in `folder` settles. Raises InputFaults with every fault in its [tool.claimcheck]."""
    path = folder / PROJECT_FILE
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise InputFaults([os_fault(shown(path), error)]) from error
    if b"claimcheck" not in data:
        return Settings()  # somebody else's file; whether it is well-formed is not our business
    try:
        text = data.decode("utf-8")
        tool = tomllib.loads(text).get("tool", {})
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputFaults([_not_toml(shown(path), str(error))]) from error
    return _checked(folder, text, tool.get("claimcheck", {}) if isinstance(tool, dict) else {})


def shown(path: Path) -> str:
    """The path as seen from the working folder, with forward slashes."""
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # another drive on Windows
        return str(path)


def _checked(folder: Path, text: str, table: object) -> Settings:
    path = shown(folder / PROJECT_FILE)
    if not isinstance(table, dict):
        raise InputFaults([Fault(Place(path), "[tool.claimcheck] is not a table")])
    found: dict[str, Any] = {}
    faults: list[Fault] = []
    for key, raw in table.items():
        try:
            found[key.replace("-", "_")] = _value(folder, key, raw)
        except _Wrong as error:
            faults.append(Fault(_place(path, text, key), error.what, error.hint))
    if faults:
        raise InputFaults(faults)
    return Settings(**found)


def _value(folder: Path, key: str, raw: object) -> "_Value":
    if key not in _KEYS:
        raise _Wrong(*unknown("key in [tool.claimcheck]", key, _KEYS))
    return _KEYS[key](folder, key, raw)


def _path(folder: Path, key: str, raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise _Wrong(f'"{key}" is not text', 'expected the path of a file, as in "desk/rules.yaml"')
    return shown(folder / raw)


def _paths(folder: Path, key: str, raw: object) -> tuple[str, ...]:
    return tuple(shown(folder / text) for text in _texts(key, raw, 'paths, as in ["stories/", "extra.md"]'))


def _gate(_folder: Path, key: str, raw: object) -> str:
    if not isinstance(raw, str):
        raise _Wrong(f'"{key}" is not text', f"expected one of: {', '.join(GATES)}")
    if raw not in GATES:
        raise _Wrong(*unknown("severity", raw, GATES))
    return raw


def _codes(_folder: Path, key: str, raw: object) -> frozenset[str]:
    codes = frozenset(text.strip().upper() for text in _texts(key, raw, 'codes of checks, as in ["CC301", "CC2"]'))
    for code in sorted(codes):
        if not any(known.startswith(code) for known in check_codes()):
            raise _Wrong(*unknown("check", code, check_codes()))
    return codes


def _texts(key: str, raw: object, expected: str) -> tuple[str, ...]:
    """The texts of a list, or of one text that stands for a list of one."""
    items = [raw] if isinstance(raw, str) else raw
    if not isinstance(items, list) or not all(isinstance(item, str) and item.strip() for item in items):
        raise _Wrong(f'"{key}" is not a list of texts', f"expected {expected}")
    return tuple(items)


_Value: TypeAlias = str | tuple[str, ...] | frozenset[str]

_KEYS: Mapping[str, Callable[[Path, str, object], _Value]] = {
    "rules": _path,
    "baseline": _path,
    "fail-on": _gate,
    "select": _codes,
    "ignore": _codes,
    "paths": _paths,
    "draft": _paths,
}


def _not_toml(path: str, error: str) -> Fault:
    hint = "text stands in quotation marks, a list in square brackets"
    found = _TOML_PLACE.search(error)
    if found is None:
        return Fault(Place(path), f"not valid TOML: {error}", hint)
    place = Place(path, int(found["line"]), int(found["column"]))
    return Fault(place, f"not valid TOML: {error[: found.start()]}", hint)


def _place(path: str, text: str, key: str) -> Place:
    """The key's place (tomllib keeps none): the first line after the table's head that starts with the key."""
    head = _HEAD.search(text)
    start = head.end() if head else 0
    found = re.compile(rf"^[ \t]*([\"']?){re.escape(key)}\1[ \t]*=", re.MULTILINE).search(text, start)
    if found is None:
        return Place(path)
    return Place(path, text.count("\n", 0, found.start()) + 1, 1)
