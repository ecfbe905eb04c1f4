"""The pages of docs/checks are those that the checks' docstrings make."""

import runpy
from pathlib import Path
from typing import cast

DOCS = Path(__file__).parents[2] / "docs"


def test_pages_are_fresh() -> None:
    pages = cast("dict[str, str]", runpy.run_path(str(DOCS / "generate_checks.py"))["pages"]())
    written = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "checks").glob("*.md")}
    assert written == pages, "run python docs/generate_checks.py"
