"""Every format over one report, as a shell would see it: command, exit code, both streams. `make golden` rewrites them;
read the diff before you keep it.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Outcome

from claimcheck.protocols import View
from claimcheck.report import registry

HERE = Path(__file__).parent
DOCS = HERE.parents[1] / "docs"
REWRITE = os.environ.get("UPDATE_GOLDEN") == "1"

CASES = {
    "compare-text": ("compare",),
    "compare-text-80": ("compare",),
    "compare-text-200": ("compare",),
    "compare-text-color": ("compare", "--color", "always"),
    "compare-text-verbose": ("compare", "--verbose"),
    "compare-text-quiet": ("compare", "--quiet"),
    "compare-json": ("compare", "--format", "json", "--verbose"),
    "compare-markdown": ("report",),
    "compare-html": ("report", "--format", "html"),
    "explain-80": ("explain", "cc102", "corpus"),
    "explain-color": ("explain", "cc102-assets", "corpus", "--color", "always"),
    "explain-unknown": ("explain", "cc103-assets", "corpus"),
    "extract-text": ("extract", "--verbose"),
    "extract-json": ("extract", "--format", "json"),
    "extract-html": ("extract", "--format", "html"),
    "extract-markdown": ("extract", "--format", "md", "--verbose"),
    "faults": ("compare", "missing.md", "--rules", "missing.yaml"),
}


def kept(path: Path, text: str) -> str:
    if REWRITE:
        path.write_text(text, "utf-8")
    return path.read_text("utf-8")


@pytest.mark.usefixtures("desk", "api")
@pytest.mark.parametrize("name", CASES)
def test_golden(name: str, claimcheck: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch) -> None:
    width = name.rpartition("-")[2]
    if width.isdigit():
        monkeypatch.setenv("COLUMNS", width)
    outcome = claimcheck(*CASES[name])
    text = f"$ claimcheck {' '.join(CASES[name])}\n{outcome.out}[stderr]\n{outcome.err}[exit {outcome.code}]\n"
    assert text == kept(HERE / f"{name}.txt", text)


def test_every_format_has_a_golden_for_both_views() -> None:
    """Of the views that it shows: here, or byte for byte in test_format_golden.py."""
    raw = {path.name for path in (HERE / "formats").iterdir()}
    for view in View:
        golden = {name.split("-")[1] for name in CASES if name.startswith(view.value)}
        golden |= {name.partition(".")[2] for name in raw if name.startswith(view.value)}
        assert set(registry.main_names(view)) == golden


def test_no_golden_is_left_over() -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == set(CASES)


@pytest.mark.usefixtures("desk")
def test_the_published_schema_is_the_programs(claimcheck: Callable[..., Outcome]) -> None:
    text = claimcheck("rules", "schema").out
    assert text == kept(DOCS / "rules.schema.json", text), "make golden writes it anew"
