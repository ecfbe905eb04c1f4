"""Writes docs/checks/*.md from the checks' docstrings. Run it after changing one: python docs/generate_checks.py."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from claimcheck.checks.base import Check, CheckInfo  # noqa: E402 the path comes first
from claimcheck.checks.registry import all_checks  # noqa: E402

FOLDER = ROOT / "docs" / "checks"
_HEAD = """# Checks

Generated from the checks themselves by `python docs/generate_checks.py`.

| Code | Name | Severity | Where | Unasked |
|---|---|---|---|---|
"""


def pages() -> dict[str, str]:
    """Every page's file name and text, the index first."""
    checks = all_checks()
    index = _HEAD + "".join(map(_row, checks))
    return {"index.md": index, **{_file(check.info): _page(check) for check in checks}}


def _row(check: Check) -> str:
    info = check.info
    asked = "yes" if info.default else "no"
    return f"| [{info.code}]({_file(info)}) | {info.name} | {info.severity} | {info.family} | {asked} |\n"


def _page(check: Check) -> str:
    info = check.info
    asked = "" if info.default else ", only when asked for"
    return f"# {info.code} {info.name}\n\n{info.family}, {info.severity}{asked}\n\n{check.page.strip()}\n"


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
