"""Several results of one run, and what a run says of the place that it takes place in."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Outcome, StubApi
from gate_factory import many
from report_factory import clean, lantern

Run = Callable[..., Outcome]
pytestmark = pytest.mark.usefixtures("desk", "api")


def hosted(monkeypatch: pytest.MonkeyPatch, root: Path) -> Path:
    """As in a step of a job of GitHub's that checked out into `root`; the file of the job's summary."""
    told = {
        "GITHUB_ACTIONS": "true",
        "GITHUB_WORKSPACE": str(root),
        "GITHUB_SERVER_URL": "https://code.example",
        "GITHUB_REPOSITORY": "desk/news",
        "GITHUB_SHA": "0a1b",
        "GITHUB_STEP_SUMMARY": str(root / "summary.md"),
    }
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    return root / "summary.md"


def test_each_format_goes_to_its_file_and_the_first_to_standard_output(claimcheck: Run, desk: Path) -> None:
    outcome = claimcheck("compare", "--output", "sarif=a.sarif", "-o", "junit=b.xml")
    assert outcome.code == 1
    assert "CC102 error" in outcome.out
    assert json.loads((desk / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (desk / "b.xml").read_text("utf-8").startswith("<?xml")


def test_a_plain_file_has_the_format_that_is_asked_for(claimcheck: Run, desk: Path) -> None:
    outcome = claimcheck("report", "-f", "csv", "-o", "a.csv", "-o", "md=a.md")
    assert (outcome.code, outcome.out) == (1, "")
    assert (desk / "a.csv").read_bytes().startswith(b"finding,state,")
    assert (desk / "a.md").read_text("utf-8").startswith("# Figures")


def test_files_with_an_equals_sign_can_be_named(claimcheck: Run, desk: Path) -> None:
    assert claimcheck("compare", "-o", "./out=1.txt").out == ""
    assert claimcheck("compare", "-o", "Out=2.txt").out == ""
    assert (desk / "out=1.txt").read_text("utf-8") == (desk / "Out=2.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("-o", "a", "-o", "b"), "--output b: a second file needs its format: --output FORMAT=b"),
        (("-o", "sarif=a", "-o", "json=./a"), "a: two results for one file"),
        (("-o", "sarfi=a"), 'unknown format "sarfi"; did you mean "sarif"?'),
        (("-o", "sarfi=a"), "for a file of that name write ./sarfi=a"),
        (("-o", "sarif="), '"sarif=" names no file'),
    ],
)
def test_outputs_that_make_no_sense(claimcheck: Run, desk: Path, args: tuple[str, ...], said: str) -> None:
    outcome = claimcheck("compare", *args)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert not (desk / "a").exists()


def test_one_sink_may_take_several_results(claimcheck: Run) -> None:
    assert claimcheck("compare", "-o", "sarif=/dev/null", "-o", "json=/dev/null").code == 1


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "junit", "rdjson"])
def test_a_format_of_findings_is_not_taken_for_claims(claimcheck: Run, name: str) -> None:
    for args in (("-f", name), ("-o", f"{name}=a")):
        outcome = claimcheck("extract", *args)
        assert outcome.code == 2
        assert f'"{name}" shows findings, and extract makes none' in outcome.err
    assert name not in claimcheck("extract", "--help").out
    assert name in claimcheck("compare", "--help").out


def test_the_log_has_the_checks_and_the_exit_code(api: StubApi, claimcheck: Run) -> None:
    run = json.loads(claimcheck("compare", "-f", "sarif").out)["runs"][0]
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} >= {"CC101", "CC304"}
    assert run["invocations"][0] == {"executionSuccessful": True, "exitCode": 1}
    api.report = clean()
    assert json.loads(claimcheck("compare", "-f", "sarif").out)["runs"][0]["invocations"][0]["exitCode"] == 0


def test_the_test_report_follows_the_gate(claimcheck: Run) -> None:
    assert 'failures="2"' in claimcheck("compare", "-f", "junit", "--fail-on", "warning").out
    assert 'failures="1"' in claimcheck("compare", "-f", "junit").out
    assert 'failures="0"' in claimcheck("compare", "-f", "junit", "--fail-on", "never").out


def test_in_a_job_of_githubs_paths_are_the_repositorys(
    claimcheck: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = hosted(monkeypatch, desk.parent)
    summary.write_text("# Before\n", "utf-8")
    outcome = claimcheck("compare", "-f", "github")
    assert f"file={desk.name}/news/daily-a.md," in outcome.out
    told = summary.read_text("utf-8")
    assert told.startswith("# Before\n# Figures compared\n")
    assert f"(https://code.example/desk/news/blob/0a1b/{desk.name}/news/daily-a.md?plain=1#L6)" in told
    log = json.loads(claimcheck("compare", "-f", "sarif").out)
    assert log["runs"][0]["artifacts"][0]["location"]["uri"] == f"{desk.name}/news/agency.md"


def test_only_annotations_come_with_a_summary(claimcheck: Run, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = hosted(monkeypatch, desk)
    claimcheck("compare", "-f", "sarif")
    assert not summary.exists()
    claimcheck("compare", "-q", "-o", "github=annotations.txt")
    assert "<details>" in summary.read_text("utf-8")


def test_without_a_summary_to_write_to_there_is_none(claimcheck: Run) -> None:
    outcome = claimcheck("compare", "-f", "github")
    assert outcome.out.startswith("::error file=news/daily-a.md,")
    assert outcome.err == ""


def test_a_summary_stays_within_what_github_takes(
    api: StubApi, claimcheck: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = hosted(monkeypatch, desk)
    summary.write_text("x" * 1_000_000, "utf-8")
    api.report = many(errors=900)
    claimcheck("compare", "-f", "github")
    assert 1_000_000 < summary.stat().st_size <= 1024 * 1024
    assert "left out" in summary.read_text("utf-8")


def test_in_a_job_of_gitlabs_paths_are_the_repositorys(
    claimcheck: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (
        ("GITLAB_CI", "true"),
        ("CI_PROJECT_DIR", str(desk.parent)),
        ("CI_PROJECT_URL", "https://code.example/desk"),
        ("CI_COMMIT_SHA", "0a1b"),
    ):
        monkeypatch.setenv(name, value)
    entries = json.loads(claimcheck("compare", "-f", "gitlab").out)
    assert entries[0]["location"]["path"] == f"{desk.name}/news/daily-a.md"
    link = f"https://code.example/desk/-/blob/0a1b/{desk.name}/news/daily-a.md?plain=1#L6"
    assert f"({link})" in claimcheck("report").out


def test_links_lead_from_the_documents_folder(claimcheck: Run, desk: Path) -> None:
    (desk / "out" / "deep").mkdir(parents=True)
    claimcheck("report", "-o", "out/deep/figures.md")
    assert "](../../news/daily-a.md#L6)" in (desk / "out" / "deep" / "figures.md").read_text("utf-8")
    claimcheck("report", "-o", "figures.md")
    assert "](news/daily-a.md#L6)" in (desk / "figures.md").read_text("utf-8")


def test_nothing_is_written_when_a_format_fails(
    api: StubApi, claimcheck: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    api.report = lantern()

    def fail(*_: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr("claimcheck.report.junit.render", fail)
    assert claimcheck("compare", "-o", "sarif=a.sarif", "-o", "junit=b.xml").code == 2
    assert not (desk / "a.sarif").exists()


def test_what_kept_a_run_from_checking_is_annotated(
    claimcheck: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosted(monkeypatch, desk.parent)
    (desk / "corpus" / "b.md").write_bytes(b"caf\xe9")
    outcome = claimcheck("compare", "-f", "github", "corpus", "none.md")
    assert outcome.code == 2
    first, second = outcome.out.splitlines()
    assert first.startswith(f"::error file={desk.name}/corpus/b.md,line=1,col=4,title=could not check::byte 0xE9")
    assert second.startswith("::error title=could not check::none.md: No such file or directory%0Ahint: check the ")
    assert "corpus/b.md:1:4: error: byte 0xE9" in outcome.err
    assert claimcheck("compare", "corpus", "none.md").out == ""
