"""Writes the tables of docs/rules.md from the schema of rules.yaml: python docs/generate_rules.py.

A table stands between `<!-- keys: RECORD -->` and `<!-- keys: end -->`; what is around them is written by hand.
"""

import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from claimcheck.config.schema import root  # noqa: E402 the path comes first
from claimcheck.config.shapes import Choice, Day, Flag, Listing, Number, Record, Regex, Shape, Table, Text  # noqa: E402
from claimcheck.config.tables import check_codes  # noqa: E402
from claimcheck.config.vocabulary import pack_names  # noqa: E402

PAGE = ROOT / "docs" / "rules.md"
_BLOCK = re.compile(r"<!-- keys: (?P<record>(?!end)[a-z ]+) -->\n.*?<!-- keys: end -->\n", re.DOTALL)
_ELSEWHERE = {"pack": "names of [vocabulary packs](vocabulary.md)", "check": "[check](checks/index.md) codes"}
"""Choices that are too many to list, by what they are."""


def page() -> str:
    """docs/rules.md with its tables as the schema has them."""
    records = dict(_records(root(pack_names(), check_codes())))
    return _BLOCK.sub(lambda found: _table(found["record"], records[found["record"]]), PAGE.read_text("utf-8"))


def record_names() -> set[str]:
    """What records the schema has, and so which tables the page must hold."""
    return {what for what, _ in _records(root(pack_names(), check_codes()))}


def _records(record: Record) -> Iterator[tuple[str, Record]]:
    yield record.what, record
    for key in record.keys.values():
        if isinstance(key.shape, Listing) and isinstance(key.shape.item, Record):
            yield from _records(key.shape.item)


def _table(what: str, record: Record) -> str:
    rows = (
        f"| `{name}` | {_words(key.shape)}{', needed' if key.required else ''} | {key.doc} |\n"
        for name, key in record.keys.items()
    )
    head = "| Key | Value | Meaning |\n| --- | --- | --- |\n"
    return f"<!-- keys: {what} -->\n{head}{''.join(rows)}<!-- keys: end -->\n"


def _words(shape: Shape) -> str:
    """What may stand there, in words."""
    match shape:
        case Text():
            return "text"
        case Regex():
            return "regular expression"
        case Flag():
            return "true or false"
        case Day():
            return "day"
        case Number():
            return _number(shape.low, shape.high)
        case Choice():
            names = _ELSEWHERE.get(shape.what) or ", ".join(f"`{value}`" for value in shape.values)
            return f"{names}, paths of [rules files](#extends)" if shape.file else names
        case Listing(item=Record() as record):
            return f"list of [{record.what}s](#{record.what}s)"
        case Listing():
            item = _words(shape.item)
            return (
                item
                if isinstance(shape.item, Choice)
                else f"{item}, or a list of them"
                if shape.single
                else f"list: {item}"
            )
        case Table():
            return f"{_words(shape.keys)}, for each {_words(shape.value)}"
        case Record():
            return shape.what


def _number(low: Decimal | None, high: Decimal | None) -> str:
    if low is not None and high is not None:
        return f"a number from {low} to {high}"
    ends = [f"{low} or more"] * (low is not None) + [f"{high} or less"] * (high is not None)
    return ", ".join(["a number", *ends])


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
