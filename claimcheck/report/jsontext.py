"""JSON with exact decimals: the standard encoder would turn 16.55 into a binary float or a string."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from json.encoder import encode_basestring
from typing import TypeAlias

Json: TypeAlias = "bool | int | str | Decimal | Sequence[Json] | Mapping[str, Json] | None"

_SURROGATE = re.compile("[\ud800-\udfff]")


def dumps(value: "Json") -> str:
    """`value` as indented JSON, keys in the order given, Decimals as plain numbers, no character escaped in vain."""
    return "".join(_parts(value, "\n"))


def line(value: "Json") -> str:
    """`value` as JSON on one line, otherwise as `dumps` writes it."""
    return "".join(_parts(value, None))


def _parts(value: "Json", newline: str | None) -> Iterable[str]:
    if isinstance(value, str):
        yield _string(value)
    elif value is None or isinstance(value, bool):
        yield {None: "null", True: "true", False: "false"}[value]
    elif isinstance(value, int):
        yield str(value)
    elif isinstance(value, Decimal):
        yield number(value)
    elif isinstance(value, Mapping):
        pairs = ((f"{_string(key)}: ", item) for key, item in value.items())
        yield from _block("{", pairs, "}", newline)
    else:
        yield from _block("[", (("", item) for item in value), "]", newline)


def _block(opening: str, items: "Iterable[tuple[str, Json]]", closing: str, newline: str | None) -> Iterable[str]:
    """An object or list; `newline` None keeps it on one line."""
    inner = None if newline is None else newline + "  "
    between = ", " if inner is None else "," + inner
    empty = True
    yield opening
    for head, item in items:
        yield (inner or "") + head if empty else between + head
        yield from _parts(item, inner)
        empty = False
    yield closing if empty else (newline or "") + closing


def number(value: Decimal) -> str:
    """`value` as a JSON number without an exponent: 11100000 for 1.11E+7. Not-a-numbers are null."""
    if not value.is_finite():
        return "null"
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _string(text: str) -> str:
    # A lone surrogate has no UTF-8 form; it is written as an escape, as the standard encoder would.
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", encode_basestring(text))
