"""`claimcheck compare`: what goes in, what comes out, and with which code."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Outcome, StubApi
from report_factory import clean

from claimcheck.config.schema import root
from claimcheck.model.finding import Severity

Run = Callable[..., Outcome]
pytestmark = pytest.mark.usefixtures("desk")


def test_without_a_path_the_corpus_and_rules_of_the_folder(api: StubApi, claimcheck: Run, desk: Path) -> None:
    (desk / "rules.yaml").write_text("checks: {CC101: note}\n", "utf-8")
    outcome = claimcheck("compare")
    assert api.articles == ("corpus/a.md",)
    assert api.rules is not None
    assert api.rules.severities == {"CC101": Severity.NOTE}
    assert (outcome.code, outcome.err) == (1, "")
    assert "CC102 error" in outcome.out


def test_without_a_corpus_there_is_a_hint(api: StubApi, claimcheck: Run, desk: Path) -> None:
    (desk / "corpus").rename(desk / "articles")
    outcome = claimcheck("compare")
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.startswith("corpus/: error: no path given")
    assert "hint: name the articles to check" in outcome.err
    assert claimcheck("compare", "articles").code == 1
    assert api.articles == ("articles/a.md",)


@pytest.mark.parametrize(("gate", "code"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_fail_on(api: StubApi, claimcheck: Run, gate: str, code: int) -> None:
    assert claimcheck("compare", "--fail-on", gate).code == code
    api.report = clean()
    assert claimcheck("compare", "--fail-on", gate).code == 0


@pytest.mark.usefixtures("api")
def test_the_gate_of_the_configuration_and_the_option_over_it(claimcheck: Run, desk: Path) -> None:
    (desk / "pyproject.toml").write_text('[tool.claimcheck]\nfail-on = "never"\n', "utf-8")
    assert claimcheck("compare").code == 0
    assert claimcheck("compare", "--fail-on", "error").code == 1


@pytest.mark.usefixtures("api")
def test_format_json_is_json(claimcheck: Run) -> None:
    assert json.loads(claimcheck("compare", "--format", "json").out)["schema_version"] == 1
    assert "comparisons" in json.loads(claimcheck("compare", "-f", "json", "-v").out)


def test_codes_are_handed_on(api: StubApi, claimcheck: Run) -> None:
    claimcheck("compare", "--select", "cc101,CC2", "--select", "CC104", "--ignore", "CC201")
    assert api.select == {"CC101", "CC2", "CC104"}
    assert api.ignore == {"CC201"}


@pytest.mark.usefixtures("api")
@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--select", "CC999"), 'unknown check "CC999"'),
        (("--format", "jsno"), 'unknown format "jsno"; did you mean "json"?'),
        (("--fail-on", "all"), "'all' is not one of"),
        (("--no-such",), "No such option"),
        (("--rules", "none.yaml"), "none.yaml: error: No such file or directory"),
        (("missing.md",), "missing.md: error: No such file or directory"),
    ],
)
def test_bad_usage_is_2_and_says_what_is_right(claimcheck: Run, args: tuple[str, ...], said: str) -> None:
    outcome = claimcheck("compare", *args)
    assert outcome.code == 2
    assert outcome.out == ""
    assert said in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.usefixtures("api")
def test_faults_of_articles_and_rules_are_told_together(claimcheck: Run, desk: Path) -> None:
    (desk / "corpus" / "b.md").write_bytes(b"caf\xe9")
    (desk / "rules.yaml").write_text("operation: x\n", "utf-8")
    outcome = claimcheck("compare")
    assert outcome.code == 2
    assert outcome.err.splitlines() == [
        'rules.yaml:1:1: error: unknown key in rules file "operation"; did you mean "operations"?',
        f"  hint: expected one of: {', '.join(sorted(root((), ()).keys))}",
        "corpus/b.md:1:4: error: byte 0xE9 at byte 3 is not UTF-8",
        "  hint: it reads as cp1252; save it as UTF-8, for example: iconv -f cp1252 -t utf-8 FILE > NEW",
        "claimcheck: 2 faults, nothing was checked",
    ]


@pytest.mark.usefixtures("api")
def test_output_is_whole_or_not_there(claimcheck: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = claimcheck("compare", "--output", "out.txt", "--color", "auto")
    assert (outcome.code, outcome.out) == (1, "")
    assert "CC102 error" in (desk / "out.txt").read_text("utf-8")
    os.chmod(desk / "out.txt", 0o640)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", fail)
        failed = claimcheck("compare", "--output", "out.txt", "--quiet")
    assert (failed.code, failed.err) == (2, "out.txt: error: cannot write: No space left on device\n")
    assert "passage" in (desk / "out.txt").read_text("utf-8")
    assert [path for path in desk.iterdir() if path.name.startswith(".claimcheck-")] == []
    claimcheck("compare", "--output", "out.txt")
    assert stat.S_IMODE((desk / "out.txt").stat().st_mode) == 0o640


@pytest.mark.usefixtures("api")
@pytest.mark.parametrize(
    ("path", "hint"), [("no/such/out.txt", "make the folder first: no/such"), ("corpus", "name a file, not a folder")]
)
def test_output_that_cannot_be_written(claimcheck: Run, path: str, hint: str) -> None:
    outcome = claimcheck("compare", "--output", path)
    assert outcome.code == 2
    assert f"hint: {hint}" in outcome.err


@pytest.mark.usefixtures("api")
def test_width_and_colour(claimcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in claimcheck("compare").out
    assert "\x1b" in claimcheck("compare", "--color", "always").out
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, claimcheck("compare").out.splitlines())) <= 60


def test_a_fault_of_ours_is_2_and_no_traceback(api: StubApi, claimcheck: Run) -> None:
    api.error = ZeroDivisionError("by zero")
    outcome = claimcheck("compare")
    assert outcome.code == 2
    assert "internal error in command_line.py:" in outcome.err
    assert "Traceback" not in outcome.err
    api.error = RecursionError()
    assert claimcheck("compare").code == 2


def test_an_interrupt_is_130(api: StubApi, claimcheck: Run) -> None:
    api.error = KeyboardInterrupt()
    outcome = claimcheck("compare")
    assert (outcome.code, outcome.out) == (130, "")
    assert outcome.err.strip().endswith("interrupted")


def test_the_projects_settings_stand_in_for_options(api: StubApi, claimcheck: Run, desk: Path) -> None:
    (desk / "wires").mkdir()
    (desk / "wires" / "b.md").write_text("Fifty held.\n", "utf-8")
    (desk / "pyproject.toml").write_text(
        '[tool.claimcheck]\npaths = "wires"\nselect = ["CC1", "CC2"]\nignore = "CC105"\n', "utf-8"
    )
    claimcheck("compare")
    assert api.articles == ("wires/b.md",)
    assert (api.select, api.ignore) == (frozenset({"CC1", "CC2"}), frozenset({"CC105"}))
    claimcheck("compare", "corpus", "--select", "CC3")
    assert api.articles == ("corpus/a.md",)
    assert (api.select, api.ignore) == (frozenset({"CC3"}), frozenset({"CC105"}))
    claimcheck("extract")
    assert api.articles == ("wires/b.md",)


def test_the_projects_draft_is_reviewed(api: StubApi, claimcheck: Run, desk: Path) -> None:
    (desk / "draft.md").write_text("Sixty held.\n", "utf-8")
    (desk / "pyproject.toml").write_text('[tool.claimcheck]\ndraft = "draft.md"\n', "utf-8")
    claimcheck("compare")
    assert (api.drafts, api.articles) == (("draft.md",), ("corpus/a.md",))


@pytest.mark.usefixtures("api")
def test_faults_of_the_settings_are_told_with_those_of_the_articles(claimcheck: Run, desk: Path) -> None:
    (desk / "pyproject.toml").write_text('[tool.claimcheck]\nselcet = "CC1"\n', "utf-8")
    outcome = claimcheck("compare", "missing.md")
    assert outcome.code == 2
    assert 'pyproject.toml:2:1: error: unknown key in [tool.claimcheck] "selcet"; did you mean "select"?' in outcome.err
    assert "missing.md: error:" in outcome.err
