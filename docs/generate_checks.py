"""Writes docs/checks/*.md from the checks' docstrings and their measured precision (evaluation/precision.yaml). Run it
after changing one: python docs/generate_checks.py.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from claimcheck.checks.base import Check, CheckInfo  # noqa: E402 the path comes first
from claimcheck.checks.registry import all_checks  # noqa: E402
from evaluation.precision.page import HEADS, READ, cells, paragraph  # noqa: E402
from evaluation.precision.record import read_record  # noqa: E402
from evaluation.precision.rows import Row  # noqa: E402

FOLDER = ROOT / "docs" / "checks"
_HEAD = """# Checks

Generated from the checks themselves, and from what was measured of them, by `python docs/generate_checks.py`. How to
read the last columns is told below the table.

"""
_COLUMNS = ("Code", "Name", "Severity", "Where", "Unasked", *HEADS)


def pages() -> dict[str, str]:
    """Every page's file name and text, the index first."""
    measured = {row.code: row for row in read_record()}
    rows = [(check, measured.get(check.info.code)) for check in all_checks()]
    table = [_COLUMNS, ("---",) * len(_COLUMNS), *(_cells(check, row) for check, row in rows)]
    index = _HEAD + "".join(f"| {' | '.join(line)} |\n" for line in table) + "\n" + READ
    return {"index.md": index, **{_file(check.info): _page(check, row) for check, row in rows}}


def _cells(check: Check, row: Row | None) -> tuple[str, ...]:
    info = check.info
    asked = "yes" if info.default else "no"
    return (f"[{info.code}]({_file(info)})", info.name, info.severity, info.family, asked, *cells(row))


def _page(check: Check, row: Row | None) -> str:
    info = check.info
    asked = "" if info.default else ", only when asked for"
    head = f"# {info.code} {info.name}\n\n{info.family}, {info.severity}{asked}\n\n"
    return f"{head}{check.page.strip()}\n\n## How often it is right\n{paragraph(row)}"


def _file(info: CheckInfo) -> str:
    return f"{info.code.lower()}.md"


def main() -> None:
    """Writes every page and removes those of checks that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = pages()
    for stale in FOLDER.glob("*.md"):
        if stale.name not in wanted:
            stale.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
