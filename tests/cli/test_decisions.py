"""Decisions on the command line, with the real stages: a baseline from first entry to last, comments, changed files."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from command_line import Outcome

Call = Callable[..., Outcome]

AGENCY = """---
source: Border Agency
date: 2026-05-01
url: https://border.example.gov/lantern
---
Officers seized 2,209 kilograms of cocaine in Operation Lantern, the agency said.
"""
WIRE = """---
source: Harbour Wire
date: 2026-05-01
---
Operation Lantern ended with 2,209 kilograms of cocaine seized at the port of Tarn.
"""
DAILY = """---
source: Tarn Daily
date: 2026-05-01
---
Operation Lantern brought in a record haul. In all officers seized 2,290 kilograms of cocaine.
"""
LATER = """---
source: Evening Post
date: 2026-05-03
---
Some 14 ships were searched in Operation Lantern. A total of 2,209 kilograms of cocaine was seized there.
"""
FILE = "claimcheck-baseline.yaml"
WRITE = ("baseline", "write", "news", "--reason", "the daily stands by it", "--today", "2026-05-04")


@pytest.fixture
def story(desk: Path) -> Path:
    """A folder with three articles, one of which differs."""
    shutil.rmtree(desk / "corpus")
    (desk / "news").mkdir()
    for name, text in (("agency.md", AGENCY), ("wire.md", WIRE), ("daily.md", DAILY)):
        (desk / "news" / name).write_text(text, "utf-8")
    return desk


def told(outcome: Outcome) -> dict[str, object]:
    assert outcome.err == ""
    return cast("dict[str, object]", json.loads(outcome.out))


def findings(outcome: Outcome) -> list[tuple[object, object, object]]:
    """Check, state and who suppressed it."""
    found = cast("list[dict[str, dict[str, object]]]", told(outcome)["findings"])
    return [(f["check"], f["state"], (f["suppressed"] or {}).get("by")) for f in found]


def compare(claimcheck: Call, *args: str) -> Outcome:
    return claimcheck("compare", "news", "--format", "json", "--today", "2026-05-04", *args)


HELD = [("CC104", "unchanged", "baseline")]


def test_a_baseline_from_its_first_entry_to_its_last(story: Path, claimcheck: Call) -> None:
    before = compare(claimcheck)
    assert (before.code, findings(before)) == (1, [("CC104", None, None)])
    outcome = claimcheck(*WRITE, "--owner", "Mara", "--expires", "2026-12-31")
    assert outcome == Outcome(0, f"{FILE}: 1 added, 0 decided anew, 0 kept\n", "")
    after = compare(claimcheck)
    assert (after.code, findings(after)) == (0, HELD)
    assert "1 suppressed; 0 new, 1 unchanged, 0 fixed" in " ".join(claimcheck("compare", "news").out.split())
    shown = claimcheck("baseline", "show", "--today", "2027-01-01").out
    assert shown.startswith(f"{FILE}: 1 accepted finding\nCC104-")
    assert " until 2026-12-31 (expired), Mara: the daily stands by it\n" in shown
    (story / "news" / "daily.md").write_text(DAILY.replace("2,290", "2,209"), "utf-8")
    fixed = compare(claimcheck)
    assert (fixed.code, findings(fixed)) == (0, [("CC402", "new", None)])
    (absent,) = cast("list[dict[str, object]]", told(fixed)["absent"])
    assert (absent["check"], absent["reason"], absent["owner"]) == ("CC104", "the daily stands by it", "Mara")
    assert claimcheck("baseline", "prune", "news").out.startswith(f"{FILE}: 1 taken out, 0 kept\n  CC104-")
    assert "accepted: []" in (story / FILE).read_text("utf-8")
    assert findings(compare(claimcheck)) == []


def test_what_lasts(story: Path, claimcheck: Call) -> None:
    claimcheck(*WRITE)
    news = story / "news"
    (news / "later.md").write_text(LATER, "utf-8")
    assert findings(compare(claimcheck)) == HELD, "an article that agrees was added"
    (news / "wire.md").unlink()
    assert findings(compare(claimcheck)) == HELD, "one that agreed is gone"
    (news / "daily.md").rename(news / "0-tarn.md")
    assert findings(compare(claimcheck)) == HELD, "the file was renamed"
    (news / "0-tarn.md").write_text(DAILY.replace(" In all officers ", "\n\nIn all\nofficers "), "utf-8")
    assert findings(compare(claimcheck)) == HELD, "the paragraph was wrapped anew"
    (news / "0-tarn.md").write_text(DAILY.replace("2,290", "2,902"), "utf-8")
    assert [(check, state) for check, state, _ in findings(compare(claimcheck))] == [
        ("CC101", "new"),
        ("CC402", "new"),
    ], "another wrong figure is another finding"


def test_writing_again_keeps_reasons_and_learns_the_rest(story: Path, claimcheck: Call) -> None:
    claimcheck(*WRITE)
    (story / "news" / "later.md").write_text(LATER.replace("14 ships", "14 ships (9 of 12 ships)"), "utf-8")
    (story / "news" / "other.md").write_text("A range of 30 feet (48 kilometers) was searched.\n", "utf-8")
    outcome = claimcheck("baseline", "write", "news", "--reason", "second look", "--today", "2026-05-04")
    assert outcome.out == f"{FILE}: 1 added, 0 decided anew, 1 kept\n"
    text = (story / FILE).read_text("utf-8")
    assert text.index("check: CC104") < text.index("check: CC201"), "sorted"
    assert text.index("reason: the daily stands by it") < text.index("reason: second look")
    assert "articles: [news/agency.md, news/daily.md, news/later.md, news/wire.md]" in text
    assert claimcheck("baseline", "write", "news", "--reason", "third", "--today", "2026-05-04").code == 0
    assert (story / FILE).read_text("utf-8") == text, "nothing new: the same bytes"


@pytest.mark.usefixtures("story")
def test_an_expired_entry_suppresses_nothing_until_it_is_decided_anew(claimcheck: Call) -> None:
    claimcheck(*WRITE, "--expires", "2026-05-04")
    assert findings(compare(claimcheck)) == HELD
    late = compare(claimcheck, "--today", "2026-05-05")
    assert (late.code, findings(late)) == (1, [("CC104", "new", None), ("CC401", "new", None)])
    again = claimcheck(*WRITE, "--today", "2026-05-05", "--expires", "2026-06-01")
    assert again.out == f"{FILE}: 0 added, 1 decided anew, 0 kept\n"
    assert findings(compare(claimcheck, "--today", "2026-05-05")) == HELD


def test_only_some_are_accepted(story: Path, claimcheck: Call) -> None:
    (story / "news" / "other.md").write_text("A range of 30 feet (48 kilometers) was searched.\n", "utf-8")
    assert claimcheck(*WRITE, "--select", "CC2").out.startswith(f"{FILE}: 1 added")
    assert ("CC201", "unchanged", "baseline") in findings(compare(claimcheck))
    assert claimcheck(*WRITE, "--id", "cc104").out.startswith(f"{FILE}: 1 added")
    wrong = claimcheck(*WRITE, "--id", "CC999")
    assert wrong.code == 2
    assert 'no finding "CC999" in this run\n  hint: there are CC' in wrong.err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--expires", "2026-05-03"), "--expires 2026-05-03 is past"),
        (("--expires", "soon"), '"soon" is not a day; write it like 2026-05-31'),
        (("--reason", " "), "--reason is empty"),
    ],
)
def test_wrong_usage_of_write(story: Path, claimcheck: Call, args: tuple[str, ...], said: str) -> None:
    outcome = claimcheck(*WRITE, *args)
    assert outcome.code == 2
    assert said in outcome.err
    assert not (story / FILE).exists()


def test_a_partial_run_says_nothing_of_articles_that_it_did_not_read(story: Path, claimcheck: Call) -> None:
    claimcheck(*WRITE)
    (story / "other").mkdir()
    (story / "other" / "a.md").write_text("Forty held.\n", "utf-8")
    outcome = claimcheck("compare", "other", "--format", "json")
    assert (findings(outcome), told(outcome)["absent"]) == ([], [])
    assert claimcheck("baseline", "prune", "other").out == f"{FILE}: 0 taken out, 1 kept\n"
    assert claimcheck("baseline", "write", "other", "--reason", "x").out.endswith("0 kept\n")
    assert findings(compare(claimcheck)) == HELD


def test_where_the_baseline_is_looked_for(story: Path, claimcheck: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    (story / "desk").mkdir()
    claimcheck(*WRITE, "--file", "desk/accepted.yaml")
    assert "articles: [../news/agency.md," in (story / "desk" / "accepted.yaml").read_text("utf-8")
    assert findings(compare(claimcheck)) == [("CC104", None, None)]
    assert findings(compare(claimcheck, "--baseline", "desk/accepted.yaml")) == HELD
    (story / "pyproject.toml").write_text('[tool.claimcheck]\nbaseline = "desk/accepted.yaml"\n', "utf-8")
    assert findings(compare(claimcheck)) == HELD
    assert findings(compare(claimcheck, "--no-baseline")) == [("CC104", None, None)]
    (story / "desk" / "accepted.yaml").rename(story / "desk" / FILE)
    (story / "pyproject.toml").unlink()
    (story / "desk" / "rules.yaml").write_text("checks: {CC302: off}\n", "utf-8")
    assert findings(compare(claimcheck, "--rules", "desk/rules.yaml")) == HELD, "beside the rules that were asked for"
    monkeypatch.chdir(story / "desk")
    assert findings(claimcheck("compare", "../news", "--format", "json")) == HELD, "from another folder"


def test_faults_of_a_baseline_are_told_with_all_others(story: Path, claimcheck: Call) -> None:
    (story / FILE).write_text("accepted:\n  - id: CC104-1\n    check: CC14\n    expires: May\n", "utf-8")
    (story / "news" / "wire.md").write_text(WIRE + "<!-- claimcheck: ignore CC14 why -->\n", "utf-8")
    outcome = compare(claimcheck)
    assert outcome.code == 2
    assert [line for line in outcome.err.splitlines() if not line.startswith("  hint")] == [
        f'{FILE}:2:5: error: entry without "reason"',
        f'{FILE}:3:12: error: unknown check "CC14"; did you mean "CC104"?',
        f'{FILE}:4:14: error: expected a day, found "May"',
        'news/wire.md:6:25: error: unknown check "CC14"; did you mean "CC104"?',
        "claimcheck: 4 faults, nothing was checked",
    ]


@pytest.mark.parametrize("command", ["show", "prune"])
def test_no_baseline_to_work_on(story: Path, claimcheck: Call, command: str) -> None:
    outcome = claimcheck("baseline", command, *(["news"] if command == "prune" else []))
    assert (outcome.code, outcome.err) == (
        2,
        f"{FILE}: error: no baseline here or above\n  hint: claimcheck baseline write makes one\n",
    )
    assert not (story / FILE).exists()


def mark(story: Path, comment: str) -> None:
    text = DAILY.replace("In all officers", f"{comment}\nIn all officers")
    (story / "news" / "daily.md").write_text(text, "utf-8")


def test_a_comment_silences_its_check_and_is_told_when_it_is_stale(story: Path, claimcheck: Call) -> None:
    mark(story, "\n\n<!-- claimcheck: ignore CC104 the daily stands by it -->")
    outcome = compare(claimcheck)
    assert (outcome.code, findings(outcome)) == (0, [("CC104", None, "inline")])
    assert claimcheck(*WRITE).out.startswith(f"{FILE}: 0 added"), "what a comment silences is not taken in"
    (story / FILE).unlink()
    mark(story, "\n\n<!-- claimcheck: ignore CC103 the daily stands by it -->")
    outcome = compare(claimcheck)
    assert (outcome.code, findings(outcome)) == (1, [("CC104", None, None), ("CC403", None, None)])
    assert compare(claimcheck, "--select", "CC104").code == 1
    assert findings(compare(claimcheck, "--select", "CC104")) == [("CC104", None, None)]


def test_a_check_about_decisions_cannot_be_ignored_by_one(story: Path, claimcheck: Call) -> None:
    mark(story, "<!-- claimcheck: ignore CC403 never mind -->")
    outcome = compare(claimcheck)
    assert outcome.code == 2
    assert "news/daily.md:5:69: error: CC403 is about decisions and cannot be ignored by one\n" in outcome.err


def test_a_drafts_comment_keeps_its_figure_from_the_gate(story: Path, claimcheck: Call) -> None:
    draft = "Officers seized 2,290 kilograms of cocaine in Operation Lantern. {}\n"
    (story / "draft.md").write_text(draft.format(""), "utf-8")
    args = ("compare", "news", "--draft", "draft.md", "--format", "json")
    (story / "news" / "daily.md").unlink()
    assert claimcheck(*args).code == 1
    (story / "draft.md").write_text(draft.format("<!-- claimcheck: ignore CC104 by phone -->"), "utf-8")
    outcome = claimcheck(*args)
    assert (outcome.code, findings(outcome)) == (0, [("CC104", None, "inline")])
    (story / "draft.md").write_text(draft.format("<!-- claimcheck: ignore CC105 by phone -->"), "utf-8")
    assert ("CC403", None, None) in findings(claimcheck(*args))
    assert "CC403 note" in claimcheck(*args[:-2]).out
    assert claimcheck(*args, "--changed-since", "HEAD").code == 2


def git(story: Path, *args: str) -> None:
    name = ("-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *name, *args], cwd=story, check=True, capture_output=True)


@pytest.fixture
def repository(story: Path) -> Path:
    """The story in git, on a branch beside main."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    (story / ".git").rmdir()
    git(story, "init", "-q", "-b", "main")
    git(story, "add", ".")
    git(story, "commit", "-q", "-m", "first")
    git(story, "checkout", "-q", "-b", "desk")
    return story


def since(claimcheck: Call, ref: str = "main", *args: str) -> list[object]:
    return [check for check, _, _ in findings(compare(claimcheck, "--changed-since", ref, *args))]


def test_only_what_touches_changed_articles(repository: Path, claimcheck: Call) -> None:
    assert since(claimcheck) == []
    outcome = claimcheck("compare", "news", "--changed-since", "main")
    assert outcome.code == 0
    assert "0 of 3 articles changed: only findings that touch them are told, 1 more is left out" in outcome.out
    (repository / "news" / "other.md").write_text("A range of 30 feet (48 kilometers) was searched.\n", "utf-8")
    assert since(claimcheck) == ["CC201"], "a new file, not yet added"
    with (repository / "news" / "wire.md").open("a", encoding="utf-8") as stream:
        stream.write("Nobody was hurt.\n")
    assert since(claimcheck) == ["CC104", "CC201"], "an edit that is not committed; the other side changed"
    git(repository, "add", ".")
    assert since(claimcheck) == ["CC104", "CC201"], "staged"
    git(repository, "commit", "-q", "-m", "second")
    assert since(claimcheck) == ["CC104", "CC201"], "committed"
    assert since(claimcheck, "HEAD") == []


def test_renamed_files_and_what_others_did_meanwhile(
    repository: Path, claimcheck: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(repository, "mv", "news/daily.md", "news/tarn daily ü.md")
    git(repository, "commit", "-q", "-m", "renamed")
    assert since(claimcheck) == ["CC104"]
    git(repository, "checkout", "-q", "main")
    (repository / "news" / "agency.md").write_text(AGENCY + "Three ships were searched.\n", "utf-8")
    git(repository, "commit", "-q", "-a", "-m", "meanwhile")
    git(repository, "checkout", "-q", "desk")
    git(repository, "mv", "news/tarn daily ü.md", "news/daily.md")
    git(repository, "commit", "-q", "-m", "and back")
    assert since(claimcheck) == [], "what changed on main is no change of this branch"
    (repository / "news" / "daily.md").write_text(DAILY + "Three ships were searched.\n", "utf-8")
    monkeypatch.chdir(repository / "news")
    outcome = claimcheck("compare", ".", "--changed-since", "main", "--format", "json")
    assert [check for check, _, _ in findings(outcome)] == ["CC104"], "from a folder inside"


def test_a_changed_baseline_is_a_changed_file(repository: Path, claimcheck: Call) -> None:
    claimcheck(*WRITE, "--expires", "2026-05-04")
    assert since(claimcheck, "main", "--today", "2026-05-05") == ["CC401"]
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "accepted")
    assert since(claimcheck, "HEAD", "--today", "2026-05-05") == []


@pytest.mark.parametrize("ref", ["mian", "--output=x", "HEAD~40", ""])
def test_a_revision_that_git_does_not_know(repository: Path, claimcheck: Call, ref: str) -> None:
    outcome = claimcheck("compare", "news", f"--changed-since={ref}")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f'error: --changed-since: git knows no revision "{ref}"\n  hint: check the spelling')
    assert not (repository / "x").exists()


def test_revisions_without_a_common_commit(repository: Path, claimcheck: Call) -> None:
    git(repository, "checkout", "-q", "--orphan", "lone")
    git(repository, "commit", "-q", "-m", "lone")
    outcome = claimcheck("compare", "news", "--changed-since", "main")
    assert outcome.code == 2
    assert '"main" and what is checked out have no common commit' in outcome.err


def test_outside_a_repository(story: Path, claimcheck: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(story.parent))
    outcome = claimcheck("compare", "news", "--changed-since", "main")
    assert outcome.code == 2
    assert outcome.err.startswith("error: --changed-since: git cannot tell what changed: not a git repository")
    monkeypatch.setenv("PATH", str(story))
    assert "--changed-since: cannot run git" in claimcheck("compare", "news", "--changed-since", "main").err
