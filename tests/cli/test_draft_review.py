"""`claimcheck compare --draft`: what is read as draft and as source, what is told of it, and with which code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Outcome, StubApi

Run = Callable[..., Outcome]

SOURCE = "---\ntitle: Raids\nsource: {name}\ndate: 2025-09-08\n---\n{text}\n"
AGENCY = "Police arrested 617 people in Operation Lantern on Monday. They seized 480 kilograms of heroin in the raids."
WIRE = "In all 617 people were arrested by police in Operation Lantern. The raids brought in 480 kilograms of heroin."


@pytest.fixture
def sources(desk: Path) -> Path:
    """A folder of two sources that agree."""
    for path in (desk / "corpus").iterdir():
        path.unlink()
    (desk / "corpus" / "agency.md").write_text(SOURCE.format(name="Agency", text=AGENCY), "utf-8")
    (desk / "corpus" / "wire.md").write_text(SOURCE.format(name="Wire", text=WIRE), "utf-8")
    return desk


def draft(folder: Path, text: str, name: str = "draft.md", title: str = "Raids on Monday") -> str:
    (folder / name).write_text(f"---\ntitle: {title}\ndate: 2025-09-09\n---\n{text}\n", "utf-8")
    return name


def standings(outcome: Outcome) -> list[list[tuple[str, str]]]:
    """For every draft the printed figures with their standings."""
    document = json.loads(outcome.out)
    claims = {claim["id"]: claim["quantity"]["text"] for claim in document["claims"]}
    return [[(claims[f["claim"]], f["standing"]) for f in review["figures"]] for review in document["drafts"]]


def test_a_draft_in_order(claimcheck: Run, sources: Path) -> None:
    name = draft(sources, "Operation Lantern ended with 617 people arrested, and 480 kilograms of heroin were seized.")
    outcome = claimcheck("compare", "--draft", name, "corpus")
    assert (outcome.code, outcome.err) == (0, "")
    assert 'draft draft.md\n\n ✓ 5:30 "617"' in outcome.out
    assert "supported exactly by Agency and Wire" in outcome.out
    assert "2 figures: 2 supported (2 exactly), 0 contradicted, 0 stale" in outcome.out


def test_a_slip_closes_the_gate_and_is_named(claimcheck: Run, sources: Path) -> None:
    name = draft(sources, "Operation Lantern ended with 671 people arrested, and 480 kilograms of heroin were seized.")
    outcome = claimcheck("compare", "--draft", name, "corpus")
    assert outcome.code == 1
    assert "contradicted by Agency and Wire [error]" in " ".join(outcome.out.split())
    assert "CC104 error" in outcome.out


def test_a_figure_in_no_source_is_a_warning(claimcheck: Run, sources: Path) -> None:
    name = draft(sources, "Operation Lantern ended with 617 people arrested and 38 horses fed.")
    assert claimcheck("compare", "--draft", name, "corpus").code == 0
    assert claimcheck("compare", "--draft", name, "--fail-on", "warning", "corpus").code == 1
    outcome = claimcheck("compare", "--draft", name, "--fail-on", "warning", "--ignore", "CC304", "corpus")
    assert outcome.code == 0
    assert "in no source" in outcome.out


def test_quiet_is_one_line_for_each_figure_to_look_at(claimcheck: Run, sources: Path) -> None:
    name = draft(sources, "Operation Lantern ended with 617 people arrested and 38 horses fed.")
    lines = claimcheck("compare", "-q", "--draft", name, "corpus").out.splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("draft.md:5:54: CC304 warning: horses")


def test_headline_caption_and_table_are_figures_of_the_draft(claimcheck: Run, sources: Path) -> None:
    text = (
        "Police closed Operation Lantern.\n\n![The raids led to 671 arrests](raid-2025-12.jpg)\n\n"
        "| Item | Seized |\n|---|---|\n| Heroin | 480 kilograms |"
    )
    name = draft(sources, text, title="Operation Lantern leads to 617 arrests")
    found = standings(claimcheck("compare", "-f", "json", "--draft", name, "corpus"))
    assert [text for text, _ in found[0]] == ["617", "671", "480 kilograms"]


def test_drafts_do_not_speak_for_each_other(claimcheck: Run, sources: Path) -> None:
    one = draft(sources, "Operation Lantern ended with 38 horses fed by police in the raids.", "one.md")
    two = draft(sources, "Police fed 38 horses in the raids of Operation Lantern, they said.", "two.md")
    outcome = claimcheck("compare", "-f", "json", "--draft", two, "--draft", one, "corpus")
    assert standings(outcome) == [[("38", "in no source")], [("38", "in no source")]]
    document = json.loads(outcome.out)
    assert [review["document"] for review in document["drafts"]] == ["one.md", "two.md"]
    alone = json.loads(claimcheck("compare", "-f", "json", "--draft", one, "corpus").out)
    assert document["drafts"][0] == alone["drafts"][0]
    coverage = document["coverage"]
    assert coverage["numbers"] == coverage["compared"] + coverage["alone"] + sum(coverage["skipped"].values())


def test_a_draft_among_the_sources_is_left_out_of_them(claimcheck: Run, sources: Path) -> None:
    draft(sources / "corpus", "Operation Lantern ended with 38 horses fed.")
    outcome = claimcheck("compare", "-f", "json", "--draft", "corpus/../corpus/draft.md", "corpus")
    assert standings(outcome) == [[("38", "in no source")]]
    assert len(json.loads(outcome.out)["documents"]) == 3


def test_a_copy_of_the_draft_is_no_support(claimcheck: Run, sources: Path) -> None:
    text = "Operation Lantern ended with 38 horses fed by police, who had come with hay from the city of Leeds."
    name = draft(sources, text)
    draft(sources / "corpus", text, "copy.md")
    outcome = claimcheck("compare", "--draft", name, "corpus")
    assert "corpus/copy.md tells the draft's own text and does not count as support" in outcome.out
    assert "in no source but copy, which tells the draft's own text" in " ".join(outcome.out.split())


def test_what_the_sources_quarrel_about_is_left_out(claimcheck: Run, sources: Path) -> None:
    (sources / "corpus" / "late.md").write_text(SOURCE.format(name="Late", text=WIRE.replace("480", "48")), "utf-8")
    name = draft(sources, "Operation Lantern ended with 617 people arrested.")
    document = json.loads(claimcheck("compare", "-f", "json", "--draft", name, "corpus").out)
    assert document["findings"] == []
    assert "CC1" in claimcheck("compare", "-q", "corpus").out


@pytest.mark.parametrize("format_name", ["text", "markdown", "json"])
@pytest.mark.usefixtures("sources")
def test_every_format_tells_every_figure(claimcheck: Run, desk: Path, format_name: str) -> None:
    name = draft(desk, "Operation Lantern ended with 617 people arrested and 38 horses fed.")
    text = claimcheck("compare", "-f", format_name, "--draft", name, "corpus").out
    assert "617" in text
    assert "38" in text
    assert "in no source" in text
    assert "\x1b" not in text


def test_eighty_columns_hold(claimcheck: Run, sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    name = draft(sources, "Operation Lantern ended with 671 people arrested and 38 horses fed.")
    assert max(map(len, claimcheck("compare", "--draft", name, "corpus").out.splitlines())) <= 80


def test_drafts_and_sources_are_handed_on_apart(api: StubApi, claimcheck: Run, desk: Path) -> None:
    name = draft(desk, "Forty held.")
    claimcheck("report", "--draft", name, "--select", "CC1", "corpus")
    assert [*api.drafts, *api.articles, *api.select] == ["draft.md", "corpus/a.md", "CC1"]


@pytest.mark.usefixtures("api")
def test_faults_are_2(claimcheck: Run, desk: Path) -> None:
    outcome = claimcheck("compare", "--draft", "none.md", "corpus")
    assert outcome.code == 2
    assert outcome.err.startswith("none.md: error: No such file or directory\n")
    outcome = claimcheck("compare", "--draft", "corpus/a.md", "corpus")
    assert outcome.code == 2
    assert outcome.err.startswith("corpus/a.md: error: no sources beside the draft\n  hint: name the articles")
    (desk / "rules.yaml").write_text("operation: x\n", "utf-8")
    assert "2 faults, nothing was checked" in claimcheck("compare", "--draft", "none.md", "corpus").err
