"""The YAML head of an article: its keys, their values, and where the title's words stand."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import yaml

from claimcheck.errors import Fault, Place
from claimcheck.lines import LineIndex
from claimcheck.model.text import Span

_OPEN = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_KEY_FIRST = re.compile(r"[A-Za-z_][\w-]*[ \t]*:(?:\s|\Z)")
# The everyday head, one plain or simply quoted value a line, needs no YAML parser (a millisecond an article).
_LINE = re.compile(r'([A-Za-z_][\w-]*):[ \t]+(?:"([^"\\\r\n]*)"|([A-Za-z0-9][^\r\n]*?))[ \t]*\r?(?:\n|\Z)')
_NOT_PLAIN = re.compile(r": |:\Z| #")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One value: its text (None: an explicit null), where it starts, and its words' span if they stand on one line as
    they are.
    """

    value: str | None
    start: int
    span: Span | None


@dataclass(frozen=True, slots=True)
class Head:
    """The scalar entries by key (lists and mappings are allowed and passed over), and where the body starts."""

    entries: dict[str, Entry]
    body: int


def split(path: str, text: str) -> Head | Fault:
    """The head of `text`; one without front matter has no entries and its body starts at 0."""
    opened = _OPEN.match(text)
    if opened is None:
        return Head({}, 0)
    closed = _CLOSE.search(text, opened.end())
    if closed is None:
        if _KEY_FIRST.match(text, opened.end()) is None:
            return Head({}, 0)
        return Fault(Place(path, 1, 1), 'front matter is not closed; expected a line "---" after it', None)
    block = text[opened.end() : closed.start()]
    everyday = _everyday(block, opened.end())
    entries = everyday if everyday is not None else _parsed(path, text, block, opened.end())
    return entries if isinstance(entries, Fault) else Head(entries, closed.end())


def _everyday(block: str, shift: int) -> dict[str, Entry] | None:
    entries: dict[str, Entry] = {}
    at = 0
    while at < len(block):
        found = _LINE.match(block, at)
        if found is None or found[1] in entries:
            return None
        group = 2 if found[2] is not None else 3
        value = found[group]
        if group == 3 and _NOT_PLAIN.search(value):
            return None
        span = Span(found.start(group) + shift, found.end(group) + shift)
        null = group == 3 and value in _NULLS
        entries[found[1]] = Entry(None if null else value, span.start, None if null else span)
        at = found.end()
    return entries


def _parsed(path: str, text: str, block: str, shift: int) -> dict[str, Entry] | Fault:
    # The pure parser: libyaml overruns the C stack on hostile nesting, this one raises RecursionError.
    try:
        root = yaml.compose(block, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        return _yaml_fault(path, text, shift, error)
    except RecursionError:
        return Fault(Place(path, 2, 1), "front matter is nested too deeply", "expected lines of the form  key: value")
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        return Fault(Place(path, 2, 1), "front matter is not a mapping", "expected lines of the form  key: value")
    return _entries(path, text, shift, root.value)


def _entries(
    path: str, text: str, shift: int, pairs: Iterable[tuple[yaml.Node, yaml.Node]]
) -> dict[str, Entry] | Fault:
    entries: dict[str, Entry] = {}
    for key, node in pairs:
        if not isinstance(key, yaml.ScalarNode) or not isinstance(node, yaml.ScalarNode):
            continue
        if key.value in entries:
            place = _place(path, text, key.start_mark.index + shift)
            return Fault(place, f'"{key.value}" is given twice in the front matter', "keep one of the two")
        entries[key.value] = _entry(node, text, shift)
    return entries


def _entry(node: yaml.ScalarNode, text: str, shift: int) -> Entry:
    start, end = node.start_mark.index + shift, node.end_mark.index + shift
    if node.tag == "tag:yaml.org,2002:null":
        return Entry(None, start, None)
    words = Span(start + 1, end - 1) if node.style in ("'", '"') else Span(start, end)
    plain = node.style not in ("|", ">") and words.of(text) == node.value
    return Entry(node.value, start, words if plain and words.start < words.end else None)


def _yaml_fault(path: str, text: str, shift: int, error: yaml.YAMLError) -> Fault:
    hint = "put values that hold a colon, a # or quotation marks between quotation marks"
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        place = _place(path, text, min(error.problem_mark.index + shift, len(text)))
        return Fault(place, f"front matter is not valid YAML: {error.problem}", hint)
    if isinstance(error, yaml.reader.ReaderError):
        place = _place(path, text, min(error.position + shift, len(text)))
        return Fault(place, f"front matter holds a character that YAML forbids: U+{_code(error):04X}", None)
    return Fault(Place(path, 2, 1), f"front matter is not valid YAML: {error}", hint)


def _code(error: yaml.reader.ReaderError) -> int:
    return error.character if isinstance(error.character, int) else ord(error.character)


def _place(path: str, text: str, offset: int) -> Place:
    return Place(path, *LineIndex.of(text).place(offset))
