"""`import claimcheck`: the functions, the report that shows itself, faults as one exception, and a cheap import."""

import importlib
import json
import subprocess
import sys
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

import claimcheck
from claimcheck.library.notebook import ROWS
from claimcheck.model.claim import Status
from claimcheck.model.finding import FindingId
from claimcheck.model.report import Report as Run

HEAD = "---\nsource: {source}\ndate: 2025-03-03\n---\nThe agency ended Operation Lantern on Monday.\n\n"
A = HEAD.format(source="Harbour Post") + "Agents made 617 arrests. They seized 480 kilograms of cocaine.\n"
B = HEAD.format(source="City Wire") + "All told, 617 people were arrested. The raids brought in 480 kg of cocaine.\n"
C = HEAD.format(source="Late Edition") + "Agents made 671 arrests. The haul was weighed at 10 a.m. on Tuesday.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with three articles, one of them wrong, and nothing above that is a rules file."""
    (tmp_path / ".git").mkdir()
    for name, text in {"a.md": A, "b.md": B, "c.md": C}.items():
        (tmp_path / "story" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "story" / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def loaded() -> list[claimcheck.Article]:
    return [claimcheck.article(text, name) for name, text in {"a.md": A, "b.md": B, "c.md": C}.items()]


@pytest.mark.usefixtures("folder")
def test_a_folder_is_compared() -> None:
    report = claimcheck.compare("story")
    (finding,) = report.findings
    assert finding.suspect is not None
    assert finding.suspect.article == "story/c.md"
    assert (report.status(), report.status("never")) == (1, 0)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("paths", [["story/a.md", "story/b.md", "story/c.md"], [Path("story")], (p for p in ["story"])])
def test_paths_may_come_in_any_collection(paths: list[str | Path]) -> None:
    assert claimcheck.compare(paths) == claimcheck.compare("story")


@pytest.mark.usefixtures("folder")
def test_the_run_is_that_of_the_command() -> None:
    command = [sys.executable, "-m", "claimcheck", "compare", "-f", "json", "story"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout == claimcheck.compare("story").render("json")
    assert (
        json.loads(done.stdout, parse_float=Decimal)["findings"][0]["id"] == claimcheck.compare("story").findings[0].id
    )


def test_the_document_comes_as_plain_values() -> None:
    report = claimcheck.compare(loaded())
    document = report.to_dict()
    assert list(document) == list(json.loads(report.render("json")))
    assert document["schema_version"] == 1


def test_articles_may_come_from_memory() -> None:
    report = claimcheck.compare(loaded())
    assert [article.source for article in report.articles] == ["Harbour Post", "City Wire", "Late Edition"]
    assert len(report.findings) == 1


@pytest.mark.usefixtures("folder")
def test_articles_from_memory_and_from_disk_go_together() -> None:
    late = claimcheck.article(C, "late.md")
    assert len(claimcheck.compare(["story/a.md", "story/b.md", late]).findings) == 1


def test_two_articles_of_one_name_are_a_fault() -> None:
    with pytest.raises(claimcheck.ClaimcheckError, match=r"a\.md: error: two articles have this name"):
        claimcheck.compare([claimcheck.article(A, "a.md"), claimcheck.article(B, "a.md")])


def test_one_article_given_twice_is_no_fault() -> None:
    article = claimcheck.article(A, "a.md")
    assert len(claimcheck.compare([article, article]).articles) == 1


def test_no_articles_are_no_clean_run() -> None:
    for run in (claimcheck.compare, claimcheck.extract):
        with pytest.raises(claimcheck.ClaimcheckError, match="no articles given"):
            run([])


def test_the_name_says_how_an_article_is_read() -> None:
    with pytest.raises(claimcheck.ClaimcheckError, match="names that end in"):
        claimcheck.article(A, "a.pdf")
    with pytest.raises(claimcheck.ClaimcheckError, match="date"):
        claimcheck.article("---\ndate: someday\n---\nWords.\n")


@pytest.mark.usefixtures("folder")
def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(claimcheck.ClaimcheckError) as caught:
        claimcheck.compare(["no.md", "nothing.md"], rules="none.yaml", select="CC9")
    told = str(caught.value)
    assert [word for word in ("no.md", "nothing.md", "none.yaml", '"CC9"') if word not in told] == []
    assert len(caught.value.faults) == 4


@pytest.mark.usefixtures("folder")
def test_codes_are_taken_as_the_command_takes_them() -> None:
    (finding,) = claimcheck.compare("story").findings
    assert claimcheck.compare("story", ignore=finding.check.lower()).findings != (finding,)
    assert claimcheck.compare("story", ignore=["CC1", "CC2"]).findings == ()
    assert [f.id for f in claimcheck.compare("story", select=f"CC2,{finding.check}").findings] == [finding.id]


def test_rules_are_found_as_the_command_finds_them(folder: Path) -> None:
    (folder / "rules.yaml").write_text("operations: [{name: Lantern raids, aliases: [Operation Lantern]}]\n", "utf-8")
    named = {"Lantern raids"}
    assert {claim.operation.name for claim in claimcheck.compare("story").claims} == named
    assert {claim.operation.name for claim in claimcheck.compare("story", rules="rules.yaml").claims} == named
    assert {claim.operation.name for claim in claimcheck.compare("story", rules=claimcheck.Rules()).claims} != named


@pytest.mark.usefixtures("folder")
def test_a_draft_is_held_against_the_articles() -> None:
    report = claimcheck.compare("story", drafts="story/c.md")
    (review,) = report.drafts
    assert review.document == "story/c.md"
    assert "1 contradicted" in report._repr_html_()
    with pytest.raises(claimcheck.ClaimcheckError, match="no sources beside the draft"):
        claimcheck.compare("story/c.md", drafts="story/c.md")


def test_extract_reads_and_compares_nothing() -> None:
    found = claimcheck.extract(loaded())
    assert found.claims == claimcheck.compare(loaded()).claims
    assert "groups" not in found.to_dict()
    assert "617" in found.render("text")
    assert "<b>617</b>" in found._repr_html_()


def test_a_report_has_every_field_of_the_run() -> None:
    report = claimcheck.compare(loaded())
    assert isinstance(report, Run)
    assert [field.name for field in fields(report)] == [field.name for field in fields(Run)]


def test_a_wrong_name_is_answered_with_the_right_one() -> None:
    report = claimcheck.compare(loaded())
    with pytest.raises(claimcheck.ClaimcheckError, match='did you mean "markdown"'):
        report.render("markdwon")
    with pytest.raises(claimcheck.ClaimcheckError, match='did you mean "error"'):
        report.status("errr")


def test_frames_name_each_other() -> None:
    claims, groups, findings = claimcheck.compare(loaded()).to_pandas()
    assert list(claims.loc[findings.suspect, "text"]) == ["671"]
    assert set(claims.group) == set(groups.index)
    assert claims.value.sum() == 617 + 480 + 617 + 480 + 671
    assert claims.date.iloc[0] == datetime(2025, 3, 3)
    assert list(findings.sides.iloc[0][-1]) == [findings.suspect.iloc[0]]


def test_frames_can_keep_exact_numbers() -> None:
    claims = claimcheck.compare(loaded()).to_pandas(exact=True).claims
    assert list(claims.value.head(2)) == [Decimal(617), Decimal(480)]


def test_frames_of_nothing_have_their_columns() -> None:
    full, empty = (
        claimcheck.compare(loaded()).to_pandas(),
        claimcheck.compare(claimcheck.article("No figure.")).to_pandas(),
    )
    assert [list(frame.columns) for frame in empty] == [list(frame.columns) for frame in full]
    assert [len(frame) for frame in empty] == [0, 0, 0]


def test_the_json_has_no_field_of_a_claim_that_the_frame_lacks() -> None:
    report = claimcheck.compare(loaded())
    document = json.loads(report.render("json"))
    (claim, *_), (group, *_) = document["claims"], document["groups"]
    flat = {**claim, **claim.pop("quantity"), **claim.pop("span")}
    frames = report.to_pandas()
    assert set(flat) - set(frames.claims.columns) == {"id", "at", "quantity", "span"}
    assert set(group) - set(frames.groups.columns) == {"id"}


def test_without_pandas_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(claimcheck.ClaimcheckError, match=r"claimcheck-news\[notebook\]"):
        claimcheck.compare(loaded()).to_pandas()


def test_a_notebook_shows_the_findings_and_the_receipt() -> None:
    html = claimcheck.compare(loaded())._repr_html_()
    assert html.count("<tr>") == 2
    assert "671" in html
    assert "c.md:7:13" in html
    assert "compared" in html


def test_what_articles_say_is_escaped_in_a_notebook() -> None:
    hostile = HEAD.format(source="<script>alert(1)</script>") + 'Agents "made" <b onclick=x>671 arrests</b>.\n'
    articles = [*loaded()[:2], claimcheck.article(hostile, "<img src=x>.md")]
    for html in (claimcheck.compare(articles)._repr_html_(), claimcheck.extract(articles)._repr_html_()):
        assert "<script" not in html
        assert "<img" not in html
        assert "onclick" not in html or "&lt;b onclick" in html


def test_a_notebook_cell_is_not_flooded() -> None:
    report = claimcheck.compare(loaded())
    (finding,) = report.findings
    many = claimcheck.Report.of(
        Run(**{f.name: getattr(report, f.name) for f in fields(Run) if f.name != "findings"}, findings=(finding,) * 50)
    )
    html = many._repr_html_()
    assert html.count("<tr>") == ROWS + 1
    assert "… and 30 more findings" in html


def test_an_agreeing_report_says_so() -> None:
    assert "No findings." in claimcheck.compare(loaded()[:2])._repr_html_()


def test_the_functions_stay_where_the_stages_have_their_names() -> None:
    stages = [importlib.import_module(f"claimcheck.{name}") for name in ("compare", "extract")]
    assert all(isinstance(stage, ModuleType) for stage in stages)
    assert claimcheck.compare.__module__ == claimcheck.extract.__module__ == "claimcheck.library.run"


def test_everything_that_is_promised_is_there() -> None:
    assert [name for name in claimcheck.__all__ if name not in dir(claimcheck)] == []
    assert all(getattr(claimcheck, name) for name in claimcheck.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        claimcheck.nothing  # noqa: B018  # type: ignore[attr-defined]


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import claimcheck; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.split() in (["claimcheck"], ["claimcheck", "types"])


def test_a_report_is_frozen() -> None:
    report = claimcheck.compare(loaded())
    with pytest.raises(AttributeError):
        report.findings = ()  # type: ignore[misc]
    assert report.findings[0].id == FindingId(report.findings[0].id)
    assert report.claims[0].status is Status.CONFIRMED


def test_accepted_findings_are_told_and_weigh_nothing(folder: Path) -> None:
    (finding,) = claimcheck.compare("story").findings
    entry = f"  - {{id: {finding.id}, check: {finding.check}, reason: known, expires: 2025-06-30}}\n"
    (folder / "known.yaml").write_text(f'schema_version: "1"\naccepted:\n{entry}', "utf-8")
    report = claimcheck.compare("story", baseline="known.yaml")
    assert report.status() == 0
    assert list(report.to_pandas().findings.suppressed_reason) == ["known"]
    assert claimcheck.compare("story", baseline="known.yaml", today=date(2025, 6, 30)).status() == 0
    assert claimcheck.compare("story", baseline="known.yaml", today=date(2025, 7, 1)).status() == 1
    with pytest.raises(claimcheck.ClaimcheckError, match=r"other\.yaml"):
        claimcheck.compare("story", baseline="other.yaml")


def test_a_comment_silences_a_finding_and_a_wrong_code_is_a_fault() -> None:
    told = C.replace("Agents", "<!-- claimcheck: ignore CC104 their own count -->\nAgents")
    report = claimcheck.compare([*loaded()[:2], claimcheck.article(told, "c.md")])
    assert [finding.suppressed.reason for finding in report.findings if finding.suppressed] == ["their own count"]
    with pytest.raises(claimcheck.ClaimcheckError, match="CC149"):
        claimcheck.compare([*loaded()[:2], claimcheck.article(told.replace("CC104", "CC149"), "c.md")])
