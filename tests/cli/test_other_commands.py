"""report, extract, explain, rules, and the door itself."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Outcome, StubApi

from claimcheck import __version__
from claimcheck.cli.main import cli

Run = Callable[..., Outcome]
pytestmark = pytest.mark.usefixtures("desk")
ROOT = Path(__file__).parents[2]


@pytest.mark.usefixtures("api")
def test_report_is_markdown_and_exits_as_compare_does(claimcheck: Run) -> None:
    outcome = claimcheck("report")
    assert outcome.code == 1
    assert outcome.out.startswith("# Figures compared\n")
    assert claimcheck("report", "--fail-on", "never").code == 0
    assert claimcheck("report", "--format", "json").out == claimcheck("compare", "--format", "json").out


def test_extract_lists_claims_and_compares_nothing(api: StubApi, claimcheck: Run) -> None:
    outcome = claimcheck("extract", "corpus/a.md")
    assert api.articles == ("corpus/a.md",)
    assert outcome.code == 0
    assert "Operation Lantern" in outcome.out
    assert "CC10" not in outcome.out
    assert "findings" not in json.loads(claimcheck("extract", "--format", "json").out)
    assert claimcheck("extract", "missing.md").code == 2


def test_explain_prints_the_checks_page(claimcheck: Run) -> None:
    outcome = claimcheck("explain", "cc102")
    assert outcome.code == 0
    assert outcome.out.startswith("CC102")
    wrong = claimcheck("explain", "CC1102")
    assert wrong.code == 2
    assert 'unknown check "CC1102"; did you mean "CC1' in wrong.err


def test_rules_check(claimcheck: Run, desk: Path) -> None:
    assert claimcheck("rules", "check").code == 2
    (desk / "rules.yaml").write_text("operations: [{name: A}]\n", "utf-8")
    outcome = claimcheck("rules", "check")
    assert (outcome.code, outcome.out) == (0, "rules.yaml: ok: 1 operations, 0 metrics, 0 sources, 0 examples\n")
    (desk / "bad.yaml").write_text("operations: [{nam: A}]\n", "utf-8")
    bad = claimcheck("rules", "check", "bad.yaml")
    assert bad.code == 2
    assert 'bad.yaml:1:15: error: unknown key in operation "nam"; did you mean "name"?' in bad.err


def test_rules_show_and_schema(claimcheck: Run, desk: Path) -> None:
    (desk / "rules.yaml").write_text("operations: [{name: A}]\n", "utf-8")
    shown = claimcheck("rules", "show")
    assert shown.out.startswith("# rules.yaml\n")
    assert "- name: A" in shown.out
    assert json.loads(claimcheck("rules", "schema").out)["title"] == "claimcheck rules"


def test_version_and_help(claimcheck: Run) -> None:
    assert claimcheck("--version").out == f"claimcheck {__version__}\n"
    for name in cli.list_commands(None):  # type: ignore[arg-type]  # the context is not looked at
        outcome = claimcheck(name, "-h")
        assert outcome.code == 0
        assert outcome.out.startswith(f"Usage: claimcheck {name}")


def test_a_misspelt_command_is_met_with_the_right_one(claimcheck: Run) -> None:
    outcome = claimcheck("copmare")
    assert outcome.code == 2
    assert 'unknown command "copmare"; did you mean "compare"?' in outcome.err


def test_version_imports_no_stage_and_no_heavy_library() -> None:
    script = (
        "import sys; from claimcheck.cli.main import run; run(['--version']);"
        "heavy = ('rich', 'yaml', 'rapidfuzz', 'sentencex', 'difflib', 'claimcheck.report', 'claimcheck.load');"
        "print([name for name in heavy if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert out.splitlines()[-1] == "[]"


def test_a_reader_that_leaves_early_gets_no_complaint(desk: Path) -> None:
    """`claimcheck rules schema | head -1`, with the reader gone before the first byte."""
    script = "import sys; from claimcheck.cli.main import run; sys.exit(run(['rules', 'schema']))"
    read, write = os.pipe()
    os.close(read)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=desk, stdout=write, stderr=subprocess.PIPE, env=environment, check=False
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")
