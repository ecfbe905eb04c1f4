"""The tables of docs/rules.md are those that the schema makes, one for every record."""

import re
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import cast

DOCS = Path(__file__).parents[2] / "docs"
GENERATOR = runpy.run_path(str(DOCS / "generate_rules.py"))


def test_the_tables_are_fresh() -> None:
    made = cast("Callable[[], str]", GENERATOR["page"])()
    assert (DOCS / "rules.md").read_text("utf-8") == made, "run python docs/generate_rules.py"


def test_every_record_has_its_table() -> None:
    marked = re.findall(r"<!-- keys: (.+?) -->", (DOCS / "rules.md").read_text("utf-8"))
    records = cast("Callable[[], set[str]]", GENERATOR["record_names"])()
    assert sorted(marked) == sorted([*records, *["end"] * len(records)])


def test_the_generator_writes_nothing_that_a_table_cannot_hold() -> None:
    rows = [line for line in (DOCS / "rules.md").read_text("utf-8").splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {4}
