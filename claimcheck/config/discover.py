"""Which rules, baseline and settings hold: rules.yaml, claimcheck-baseline.yaml, and [tool.claimcheck] of
pyproject.toml, looked for upwards.
"""

import os
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.config.suggest import unknown
from claimcheck.errors import Fault, InputFaults, Place, os_fault

RULES_FILE = "rules.yaml"
BASELINE_FILE = "claimcheck-baseline.yaml"
_KEYS = {
    "rules": "the path of a rules file",
    "baseline": "the path of a baseline",
    "fail-on": "error, warning, note or never",
}
_GATES = ("error", "warning", "note", "never")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What was found. `rules` and `baseline` are paths that can be opened from the working folder; None: nothing was
    found.
    """

    rules: str | None = None
    fail_on: str | None = None
    baseline: str | None = None


def discover(start: str | os.PathLike[str] = ".") -> Settings:
    """The nearest rules, baseline and gate at or above `start`, no higher than the repository's top folder.

    In one folder rules.yaml comes before the `rules` key of pyproject.toml, and the baseline likewise. Raises
    InputFaults for a broken [tool.claimcheck].
    """
    rules: str | None = None
    baseline: str | None = None
    fail_on: str | None = None
    for folder in _upwards(Path(start)):
        table = _tool_table(folder / "pyproject.toml")
        rules = rules or _file(folder, RULES_FILE, table.get("rules"))
        baseline = baseline or _file(folder, BASELINE_FILE, table.get("baseline"))
        fail_on = fail_on or table.get("fail-on")
    return Settings(rules=rules, fail_on=fail_on, baseline=baseline)


def _file(folder: Path, name: str, configured: str | None) -> str | None:
    """The file of that name in the folder, else the one that its pyproject.toml names."""
    if (folder / name).is_file():
        return _shown(folder / name)
    return None if configured is None else _shown(folder / configured)


def _upwards(start: Path) -> Iterator[Path]:
    """The folder and its parents, up to the one that holds a repository; as seen from the working folder."""
    absolute = start.absolute()
    for folder in (absolute, *absolute.parents):
        yield folder
        if (folder / ".git").exists():
            return


def _shown(path: Path) -> str:
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # another drive on Windows
        return str(path)


def _tool_table(path: Path) -> dict[str, str]:
    try:
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise InputFaults([os_fault(_shown(path), error)]) from error
    if b"claimcheck" not in data:
        return {}  # somebody else's file; whether it is well-formed is not our business
    try:
        text = data.decode("utf-8")
        table = tomllib.loads(text).get("tool", {}).get("claimcheck", {})
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise InputFaults([Fault(Place(_shown(path)), f"not valid TOML: {error}")]) from error
    return _checked(_shown(path), text, table)


def _checked(path: str, text: str, table: object) -> dict[str, str]:
    if not isinstance(table, dict):
        raise InputFaults([Fault(Place(path), "[tool.claimcheck] is not a table")])
    faults = [fault for key, value in table.items() if (fault := _fault(path, text, key, value))]
    if faults:
        raise InputFaults(faults)
    return {str(key): str(value) for key, value in table.items()}


def _fault(path: str, text: str, key: str, value: object) -> Fault | None:
    place = _key_place(path, text, key)
    if key not in _KEYS:
        return Fault(place, *unknown("key in [tool.claimcheck]", key, _KEYS))
    if not isinstance(value, str) or not value:
        return Fault(place, f'"{key}" is not text', f"expected {_KEYS[key]}")
    if key == "fail-on" and value not in _GATES:
        return Fault(place, *unknown("severity", value, _GATES))
    return None


def _key_place(path: str, text: str, key: str) -> Place:
    """The key's place (tomllib keeps none): the first line after the table's head that starts with the key."""
    head = re.search(r"^\s*\[\s*tool\s*\.\s*claimcheck\s*\]", text, re.MULTILINE)
    start = head.end() if head else 0
    found = re.compile(rf"^[ \t]*([\"']?){re.escape(key)}\1[ \t]*=", re.MULTILINE).search(text, start)
    if found is None:
        return Place(path)
    return Place(path, text.count("\n", 0, found.start()) + 1, 1)
