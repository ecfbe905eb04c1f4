"""Shared fixtures. Being here also puts tests/ on the import path, for the factories that several folders share."""

import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import ModuleType

import pytest
from ci_scratch import checkout, hosted, index, machine
from command_line import Outcome, StubApi
from report_factory import lantern

from claimcheck.cli.main import run

__all__ = ["checkout", "hosted", "index", "machine"]
"""Fixtures of ci_scratch.py."""
CI = (
    "GITHUB_ACTIONS",
    "GITHUB_WORKSPACE",
    "GITHUB_SERVER_URL",
    "GITHUB_REPOSITORY",
    "GITHUB_SHA",
    "GITHUB_STEP_SUMMARY",
    "GITLAB_CI",
    "CI_PROJECT_DIR",
    "CI_PROJECT_URL",
    "CI_COMMIT_SHA",
)
"""What CI jobs set: a test says for itself whether it runs in one."""


@pytest.fixture
def api(monkeypatch: pytest.MonkeyPatch) -> StubApi:
    stub = StubApi(lantern())
    module = ModuleType("claimcheck.api")
    vars(module).update(
        compare_articles=stub.compare_articles, review_drafts=stub.review_drafts, extract_claims=stub.extract_claims
    )
    monkeypatch.setitem(sys.modules, "claimcheck.api", module)
    return stub


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a corpus of one article, no colour, no width of its own, in no CI job."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.md").write_text("---\ntitle: A\n---\nForty held.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "CLAIMCHECK_TRACEBACK", *CI):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def claimcheck(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    def call(*args: str) -> Outcome:
        out, err = TextIOWrapper(BytesIO(), "utf-8"), TextIOWrapper(BytesIO(), "utf-8")
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = run(args)
        texts = []
        for stream in (out, err):
            stream.flush()
            buffer = stream.buffer
            assert isinstance(buffer, BytesIO)
            texts.append(buffer.getvalue().decode("utf-8"))
        return Outcome(code, *texts)

    return call
