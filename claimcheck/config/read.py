"""rules.yaml and the baseline from disk to validated values, with line and column for everything that is wrong."""

import re
from collections.abc import Iterator

import yaml

from claimcheck.config.schema import root
from claimcheck.config.shapes import Record
from claimcheck.config.validate import Validator, Value
from claimcheck.errors import Fault, InputFaults, Place, os_fault

MAX_BYTES = 5 * 1024 * 1024
_LONGEST_LINE = 1000
_MOST_BRACKETS = 2000


def read_values(path: str, record: Record) -> dict[str, Value]:
    """The values of the rules file at `path`. Raises InputFaults with every fault in it."""
    return parse_values(path, read_bytes(path, record), record)


def read_listed(path: str, record: Record, key: str) -> tuple[dict[str, Value], tuple[Place, ...]]:
    """The values of the file at `path`, and where each item of its list `key` starts. Raises InputFaults."""
    return parse_listed(path, read_bytes(path, record), record, key)


def parse_listed(path: str, data: bytes, record: Record, key: str) -> tuple[dict[str, Value], tuple[Place, ...]]:
    """As `read_listed`, from the file's bytes."""
    node = _compose(path, _decode(path, data))
    return _values(path, node, record), tuple(_items(path, node, key))


def parse_values(path: str, data: bytes, record: Record) -> dict[str, Value]:
    """The values in `data`, the bytes of a rules file. Raises InputFaults with every fault in it."""
    return _values(path, _compose(path, _decode(path, data)), record)


def read_bytes(path: str, record: Record) -> bytes:
    """The file's bytes. Raises InputFaults for one that cannot be read, or is too large for a file of this kind."""
    try:
        with open(path, "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputFaults([os_fault(path, error)]) from error
    if len(data) > MAX_BYTES:
        what = f"too large for a {record.what}"
        raise InputFaults([Fault(Place(path), what, f"the limit is {MAX_BYTES >> 20} MB")])
    return data


def _values(path: str, node: yaml.Node | None, record: Record) -> dict[str, Value]:
    if node is None:
        return {}
    validator = Validator(path)
    values = validator.value(node, record)
    if validator.faults:
        raise InputFaults(sorted(validator.faults, key=lambda fault: fault.where or Place("")))
    return values if isinstance(values, dict) else {}


def _items(path: str, node: yaml.Node | None, key: str) -> Iterator[Place]:
    for name, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if name.value == key:
            items = value.value if isinstance(value, yaml.SequenceNode) else [value]
            marks = (item.start_mark for item in items)
            yield from (Place(path, mark.line + 1, mark.column + 1) for mark in marks)


def _decode(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[data.rfind(b"\n", 0, error.start) + 1 : error.start].decode("utf-8", "replace")) + 1
        what = f"byte 0x{data[error.start]:02X} at byte {error.start} is not UTF-8"
        raise InputFaults([Fault(Place(path, line, column), what, "save the file as UTF-8")]) from error


def _compose(path: str, text: str) -> yaml.Node | None:
    try:
        node: yaml.Node | None = yaml.compose(text, Loader=_loader(text))
    except yaml.YAMLError as error:
        raise InputFaults([_yaml_fault(path, error)]) from error
    except RecursionError as error:
        raise InputFaults([Fault(Place(path), "nested too deeply")]) from error
    if isinstance(node, yaml.ScalarNode) and not node.value:
        return None  # a document mark and nothing after it
    return node


def _loader(text: str) -> type[yaml.SafeLoader]:
    """The fast loader where it is safe: hostile nesting overruns the stack of libyaml, bounded nesting does not."""
    brackets = text.count("[") + text.count("{")
    longest = max((len(line) for line in re.split(r"[\r\n]", text)), default=0)
    if brackets > _MOST_BRACKETS or longest > _LONGEST_LINE:
        return yaml.SafeLoader
    fast: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return fast


def _yaml_fault(path: str, error: yaml.YAMLError) -> Fault:
    hint = "put values that hold a colon, a # or quotation marks between quotation marks"
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        mark = error.problem_mark
        return Fault(Place(path, mark.line + 1, mark.column + 1), f"not valid YAML: {error.problem}", hint)
    return Fault(Place(path), f"not valid YAML: {error}", hint)


__all__ = ["parse_listed", "parse_values", "read_bytes", "read_listed", "read_values", "root"]
