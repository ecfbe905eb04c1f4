"""Paths as given to the files that are to be read: folders walked in sorted order, every file once."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claimcheck.errors import Fault, Place, os_fault


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: `id` is its path as given with forward slashes, `real` the same for the system."""

    id: str
    real: str

    @property
    def suffix(self) -> str:
        """The lower-case suffix, with the dot."""
        return _suffix(self.real)


@dataclass(slots=True)
class _Walk:
    suffixes: frozenset[str]
    found: list[Found] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)


def walk(paths: Sequence[str], suffixes: frozenset[str]) -> tuple[list[Found], list[Fault]]:
    """The files under `paths` that end in one of `suffixes`, and what is wrong with the paths.

    Inside folders other files are no articles and hidden ones are passed over; a file named by itself must be one that
    can be read. A folder reached twice, by a link to its parent for example, is walked once.
    """
    state = _Walk(suffixes)
    for path in paths:
        try:
            _visit_given(path, state)
        except (OSError, ValueError) as error:
            state.faults.append(_fault(path, error))
    return state.found, state.faults


def _visit_given(path: str, state: _Walk) -> None:
    if not path:
        raise ValueError("it is empty")
    mode = os.stat(path).st_mode
    if stat.S_ISDIR(mode):
        before = len(state.found), len(state.faults)
        known = os.path.realpath(path) in state.seen
        for file in _files(path, state):
            _add(file, state)
        if not known and before == (len(state.found), len(state.faults)):
            state.faults.append(_empty(path, state))
    elif not stat.S_ISREG(mode):
        state.faults.append(Fault(Place(_id(path)), "neither a file nor a folder"))
    elif _suffix(path) not in state.suffixes:
        state.faults.append(_unknown(path, state.suffixes))
    else:
        _add(path, state)


def _files(folder: str, state: _Walk) -> Iterator[str]:
    real = os.path.realpath(folder)
    if real in state.seen:
        return
    state.seen.add(real)
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        state.faults.append(os_fault(_id(folder), error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = os.path.join(folder, entry.name)
        if entry.is_dir():
            yield from _files(path, state)
        elif _suffix(path) in state.suffixes:
            yield path


def _add(path: str, state: _Walk) -> None:
    real = os.path.realpath(path)
    if real in state.seen:
        return
    state.seen.add(real)
    if os.path.exists(path) and not os.path.isfile(path):
        state.faults.append(Fault(Place(_id(path)), "neither a file nor a folder"))
    else:
        state.found.append(Found(_id(path), path))


def _empty(path: str, state: _Walk) -> Fault:
    kinds = " or ".join(sorted(state.suffixes))
    return Fault(Place(_id(path)), "no articles in this folder", f"articles are files that end in {kinds}")


def _unknown(path: str, suffixes: frozenset[str]) -> Fault:
    what = f'no loader for "{_suffix(path)}" files' if _suffix(path) else "no loader for files without a suffix"
    return Fault(Place(_id(path)), what, "articles are files that end in " + " or ".join(sorted(suffixes)))


def _fault(path: str, error: OSError | ValueError) -> Fault:
    if isinstance(error, OSError):
        return os_fault(_id(path), error)
    return Fault(Place(_id(path)) if path else None, f"not a usable path: {error}")


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _id(path: str) -> str:
    """As given, with forward slashes; bytes that are no UTF-8 are written out in hex, so that ids stay distinct."""
    return os.fsencode(path).decode("utf-8", "backslashreplace").replace(os.sep, "/")
