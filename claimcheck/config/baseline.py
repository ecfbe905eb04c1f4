"""The file of accepted findings: read with every fault at once, written so that a change is one entry in a diff."""

import os
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

import yaml

from claimcheck.config.read import read_listed
from claimcheck.config.shapes import Choice, Day, Key, Listing, Record, Text
from claimcheck.config.tables import check_codes
from claimcheck.config.validate import Value
from claimcheck.errors import Place
from claimcheck.model.baseline import Accepted, acceptable
from claimcheck.model.text import Spot
from claimcheck.printable import one_line

VERSION = "1"
_HEAD = """\
# Findings that may stand, and why. `claimcheck baseline write` adds to it, `claimcheck baseline prune` takes out what
# is not found any more. Edit reason, owner and expires (the last day, YYYY-MM-DD) as you like; the rest is how a
# finding is known again.
"""
_T = TypeVar("_T")


def _schema() -> Record:
    text, texts = Text(), Listing(item=Text())
    check = Choice(what="check", values=tuple(filter(acceptable, check_codes())))
    entry = Record(
        what="entry",
        unique="id",
        keys={
            "id": Key(shape=text, required=True, doc="The finding's id."),
            "check": Key(shape=check, required=True, doc="The code of its check."),
            "operation": Key(shape=text, doc="The event that it is about."),
            "metric": Key(shape=text, doc="What is measured."),
            "message": Key(shape=text, doc="What disagrees."),
            "reason": Key(shape=text, required=True, doc="Why it may stand."),
            "owner": Key(shape=text, doc="Who answers for it."),
            "expires": Key(shape=Day(), doc="The last day on which it holds."),
            "articles": Key(shape=texts, doc="Its articles, seen from this file."),
            "sides": Key(shape=Listing(item=texts), doc="What its passages are known by."),
        },
    )
    return Record(
        what="baseline",
        keys={
            "schema_version": Key(shape=Choice(what="schema_version", values=(VERSION,)), doc="The file's form."),
            "accepted": Key(shape=Listing(item=entry), doc="The accepted findings."),
        },
    )


def read_baseline(path: str) -> tuple[Accepted, ...]:
    """The entries of the file, in their order. Raises InputFaults with every fault in it."""
    values, places = read_listed(path, _schema(), "accepted")
    items = _as(tuple, values.get("accepted", ()))
    return tuple(_entry(_as(dict, item), place) for item, place in zip(items, places, strict=True))


def unread(entries: Iterable[Accepted], path: str, read: Iterable[str]) -> frozenset[str]:
    """The ids of the entries with an article that exists and is not among the real paths that were `read`."""
    folder, here = os.path.dirname(path), frozenset(read)
    own = {entry.id: [os.path.realpath(os.path.join(folder, name)) for name in entry.articles] for entry in entries}
    return frozenset(name for name, files in own.items() if any(f not in here and os.path.isfile(f) for f in files))


def _entry(fields: Mapping[str, Value], place: Place) -> Accepted:
    return Accepted(
        id=_as(str, fields["id"]),
        check=_as(str, fields["check"]),
        operation=_text(fields, "operation") or "",
        metric=_text(fields, "metric") or "",
        message=_text(fields, "message") or "",
        reason=_as(str, fields["reason"]),
        owner=_text(fields, "owner"),
        expires=_as(date, fields["expires"]) if "expires" in fields else None,
        articles=_texts(fields.get("articles", ())),
        sides=tuple(map(_texts, _as(tuple, fields.get("sides", ())))),
        at=Spot(place.path, place.line, place.column),
    )


def _as(kind: type[_T], value: Value) -> _T:
    if not isinstance(value, kind):
        raise TypeError(f"the schema let {value!r} through where a {kind.__name__} belongs")
    return value


def _text(fields: Mapping[str, Value], key: str) -> str | None:
    return _as(str, fields[key]) if key in fields else None


def _texts(value: Value) -> tuple[str, ...]:
    return tuple(_as(str, item) for item in _as(tuple, value))


def to_yaml(entries: Iterable[Accepted]) -> str:
    """The file that holds these entries, by check and id."""
    listed = "".join(map(_written, sorted(entries, key=lambda entry: (entry.check, entry.id))))
    return f"{_HEAD}schema_version: {VERSION}\naccepted:" + (f"\n{listed}" if listed else " []\n")


def _written(entry: Accepted) -> str:
    scalars = {
        "id": entry.id,
        "check": entry.check,
        "operation": one_line(entry.operation),
        "metric": one_line(entry.metric),
        "message": one_line(entry.message),
        "reason": one_line(entry.reason),
        "owner": one_line(entry.owner or ""),
    }
    lines = [f"{key}: {_flow(value)}" for key, value in scalars.items() if value]
    if entry.expires is not None:
        lines.append(f"expires: {entry.expires.isoformat()}")
    if entry.articles:
        lines.append(f"articles: {_flow(list(entry.articles))}")
    if entry.sides:
        lines += ["sides:", *(f"  - {_flow(list(side))}" for side in entry.sides)]
    return "  - " + "\n    ".join(lines) + "\n"


def _flow(value: str | list[str]) -> str:
    """The value on one line, quoted where YAML asks for it."""
    text: str = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=float("inf"))
    return text.removesuffix("\n").removesuffix("\n...")
