"""Every format over one draft's review, as a shell would see it. `make golden` rewrites; read the diff."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Outcome, StubApi
from review_factory import lantern_draft

from claimcheck.report import registry

HERE = Path(__file__).parent / "review"
CASES = {
    "text-80": (),
    "text-color": ("--color", "always"),
    "text-verbose": ("--verbose",),
    "text-quiet": ("--quiet",),
    "markdown": ("--format", "markdown"),
    "json": ("--format", "json"),
    "html": ("--format", "html"),
}

FINDINGS_ALONE = {"claimreview", "csv", "github", "gitlab", "jsonl", "junit", "rdjson", "sarif"}
"""Formats that tell of a draft by the findings about it, as of any article."""


def kept(path: Path, text: str) -> str:
    if os.environ.get("UPDATE_GOLDEN") == "1":
        path.write_text(text, "utf-8")
    return path.read_text("utf-8")


@pytest.mark.parametrize("name", CASES)
def test_golden(
    name: str, desk: Path, api: StubApi, claimcheck: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "draft.md").write_text("Forty held.\n", "utf-8")
    api.report = lantern_draft()
    if name.endswith("-80"):
        monkeypatch.setenv("COLUMNS", "80")
    args = ("compare", "--draft", "draft.md", *CASES[name])
    outcome = claimcheck(*args)
    text = f"$ claimcheck {' '.join(args)}\n{outcome.out}[stderr]\n{outcome.err}[exit {outcome.code}]\n"
    assert text == kept(HERE / f"{name}.txt", text)


def test_every_format_tells_of_drafts() -> None:
    names = set(registry.main_names()) - FINDINGS_ALONE
    assert names == {name.split("-")[0] for name in CASES}


def test_no_golden_is_left_over() -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == set(CASES)
