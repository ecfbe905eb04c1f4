"""The evaluation's way of running the tool, keeping its figures and telling two runs apart."""

import json
import sys
from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.diff import compare_runs
from evaluation.model import Story
from evaluation.output import AnswerError, parse_output
from evaluation.record import RecordError, read_record, write_record
from evaluation.run import Run, measure, runs_of, totals
from evaluation.scoring.counts import Case, Counts, Outcome, Score, Stage, total
from evaluation.scoring.findings import score_findings
from evaluation.stories import StoryError, load_stories, load_story, story_names
from evaluation.tool import ToolError, ask

ARTICLES = {"a.md": "They found 12 kilograms of heroin.\n", "b.md": "They found 120 kilograms of heroin.\n"}
KEY = """
known: false
conflicts:
  - metric: heroin
    kind: magnitude
    claims:
      - {doc: b.md, quote: 120 kilograms, side: A}
      - {doc: a.md, quote: 12 kilograms, side: B}
    why: a zero too many
"""
NOTHING = json.dumps({"schema_version": 1, "claims": [], "groups": [], "findings": []})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "raid").mkdir()
    for name, text in {**ARTICLES, "key.yaml": KEY}.items():
        (tmp_path / "raid" / name).write_text(text, encoding="utf-8")
    return tmp_path / "raid"


@pytest.fixture
def story(folder: Path) -> Story:
    return load_story(folder)


def hit() -> str:
    """An answer that finds the story's conflict."""
    claims = []
    for number, (doc, words) in enumerate({"a.md": "12 kilograms", "b.md": "120 kilograms"}.items()):
        start = ARTICLES[doc].index(words)
        quantity = {"text": words, "value": 1, "low": 1, "high": 1, "unit": "kilogram", "qualifier": "exact"}
        span = {"start": start, "end": start + len(words)}
        claims.append({"id": f"c{number}", "document": f"articles/{doc}", "quantity": quantity, "span": span})
    finding: dict[str, object] = {"check": "CC102", "severity": "error", "metric": "heroin", "claims": ["c0", "c1"]}
    finding |= {"sides": [["c0"], ["c1"]], "suspect": None, "suppressed": None}
    return json.dumps({"schema_version": 1, "claims": claims, "groups": [], "findings": [finding]})


# --- counts ---


def test_ratios_have_no_value_where_there_is_nothing_to_share() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (None, None, None)
    assert (Counts(false=2).precision, Counts(false=2).recall, Counts(false=2).f1) == (0.0, None, None)
    assert Counts(right=1, false=1, missed=3).f1 == pytest.approx(2 * 0.5 * 0.25 / 0.75)


def test_a_total_weighs_every_case_the_same_and_takes_any_choice_of_sets() -> None:
    scores = [
        Score(stage=Stage.FINDINGS, set=name, measures={"conflicts": Counts(right, 1, 0)}, tallies={"wide": right})
        for name, right in (("one", 1), ("two", 2), ("three", 3))
    ]
    without_two = total(Stage.FINDINGS, "left out: two", [s for s in scores if s.set != "two"])
    assert without_two.measures == {"conflicts": Counts(4, 2, 0)}
    assert without_two.tallies == {"wide": 4}


# --- records and differences ---


def run_of(*cases: Case, right: int) -> list[Score]:
    return [Score(stage=Stage.FINDINGS, set="raid", measures={"conflicts": Counts(right=right)}, cases=cases)]


def test_a_record_reads_back_as_it_was_written(tmp_path: Path, story: Story) -> None:
    scores = [score_findings(story, parse_output(hit(), story.documents).findings, "raid")]
    write_record(tmp_path / "run.json", scores)
    assert read_record(tmp_path / "run.json") == scores


@pytest.mark.parametrize("text", ["", "[]", '{"evaluation_version": 0}', '{"evaluation_version": 1}'])
def test_something_else_is_not_taken_for_a_record(tmp_path: Path, text: str) -> None:
    (tmp_path / "run.json").write_text(text, encoding="utf-8")
    with pytest.raises(RecordError):
        read_record(tmp_path / "run.json")


def test_the_difference_names_what_moved_and_which_cases_turned() -> None:
    before = run_of(
        Case(id="found", outcome=Outcome.MISS),
        Case(id="silenced", outcome=Outcome.FALSE),
        Case(id="lost", outcome=Outcome.RIGHT),
        Case(id="still missed", outcome=Outcome.MISS),
        right=1,
    )
    after = run_of(
        Case(id="found", outcome=Outcome.RIGHT),
        Case(id="lost", outcome=Outcome.MISS),
        Case(id="still missed", outcome=Outcome.MISS),
        Case(id="new alarm", outcome=Outcome.FALSE),
        Case(id="new and open", outcome=Outcome.UNLABELLED),
        right=2,
    )
    difference = compare_runs(before, after)
    assert [(m.set, m.before.right, m.after.right) for m in difference.moves] == [("raid", 1, 2)]
    assert {t.case.id for t in difference.turns if t.newly_right} == {"found", "silenced"}
    assert {t.case.id for t in difference.turns if t.newly_wrong} == {"lost", "new alarm"}
    assert compare_runs(before, before).turns == ()
    assert compare_runs([], after).only_once == ("findings raid",)


# --- stories ---


def test_all_faults_of_a_story_are_told_at_once(folder: Path) -> None:
    (folder / "key.yaml").write_text(KEY.replace("120 kilograms", "130 kilograms") + "rules: none.yaml\n")
    (folder / "figures.yaml").write_text("d.md:\n  - {quote: x, value: 1, bound: exact}\n", encoding="utf-8")
    with pytest.raises(StoryError) as raised:
        load_story(folder, frozenset({"boats"}))
    text = "\n".join(raised.value.faults)
    assert len(raised.value.faults) == 4
    assert "b.md: no occurrence 1 of '130 kilograms'" in text
    assert "no article d.md" in text
    assert "no such item: boats" in text
    assert "no rules file" in text


def test_the_labels_of_every_story_fit_its_articles() -> None:
    stories = load_stories(story_names())
    assert stories
    for story in stories:
        for labels in (story.labels or (), story.no_claims):
            places = [label.place for label in labels]
            assert len(set(places)) == len(places), f"{story.name}: a place is labelled twice"


# --- running the tool ---

FAKE = """
import pathlib, sys
verb, folder, *rest = sys.argv[1:]
assert rest == ["--format", "json"]
seen = sorted(p.as_posix() for p in pathlib.Path(".").rglob("*") if p.is_file())
assert [s for s in seen if s != "rules.yaml"] == ["articles/a.md", "articles/b.md"], seen
answer = "with-rules.json" if "rules.yaml" in seen else "answer.json"
sys.stdout.write(pathlib.Path(__file__).with_name(answer).read_text())
sys.exit(int(pathlib.Path(__file__).with_name("exit").read_text()))
"""


@pytest.fixture
def fake(tmp_path: Path) -> Path:
    (tmp_path / "answer.json").write_text(hit(), encoding="utf-8")
    (tmp_path / "with-rules.json").write_text(NOTHING, encoding="utf-8")
    (tmp_path / "exit").write_text("1")
    (tmp_path / "fake.py").write_text(FAKE, encoding="utf-8")
    return tmp_path / "fake.py"


def test_the_tool_sees_the_articles_and_nothing_else(story: Story, fake: Path) -> None:
    output = ask([sys.executable, str(fake)], "compare", story, None)
    assert [f.check for f in output.findings] == ["CC102"]


def test_a_story_with_rules_is_measured_twice_and_summed_once(folder: Path, fake: Path) -> None:
    (folder / "rules.txt").write_text("operations: []\n", encoding="utf-8")
    (folder / "key.yaml").write_text(KEY + "rules: rules.txt\ndocuments: [{doc: a.md}, {doc: b.md}]\n")
    runs = runs_of([load_story(folder)])
    measured = measure([sys.executable, str(fake)], runs, [Stage.FINDINGS])
    assert [(s.set, s.strictest.right) for s in measured.scores] == [("raid", 1), ("raid+rules", 0)]
    assert [(t.set, t.strictest.right) for t in totals(measured.scores, runs)] == [("total", 1)]


@pytest.mark.parametrize(("code", "answer"), [("2", None), ("0", "no json"), ("0", '{"schema_version": 2}')])
def test_a_tool_that_fails_is_told_apart_from_one_that_finds_nothing(
    story: Story, fake: Path, code: str, answer: str | None
) -> None:
    fake.with_name("exit").write_text(code)
    if answer is not None:
        fake.with_name("answer.json").write_text(answer)
    with pytest.raises(ToolError):
        ask([sys.executable, str(fake)], "compare", story, None)
    failed = measure([sys.executable, str(fake)], [Run(story=story)], list(Stage))
    assert (failed.scores, len(failed.failures)) == ((), 1)


def test_an_answer_without_its_fields_is_refused(story: Story) -> None:
    with pytest.raises(AnswerError):
        parse_output('{"schema_version": 1, "claims": [{"id": "c"}]}', story.documents)


def test_a_tool_that_is_not_there_ends_with_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--set", "bennu-sample", "--cmd", "no-such-claimcheck"]) == 2
    assert "no-such-claimcheck" in capsys.readouterr().err


def test_a_run_prints_a_table_keeps_its_figures_and_compares(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], story: Story, fake: Path
) -> None:
    monkeypatch.setattr("evaluation.__main__.load_stories", lambda _: [story])
    command = f"{sys.executable} {fake}"
    kept = tmp_path / "run.json"
    assert main(["--cmd", command, "--json", str(kept)]) == 0
    fake.with_name("answer.json").write_text(NOTHING)
    assert main(["--cmd", command, "--diff", str(kept), "--show", "misses"]) == 0
    printed = capsys.readouterr().out
    assert "miss: findings: raid: conflict: heroin (magnitude) -- a zero too many" in printed
    assert "newly wrong: findings: raid: conflict: heroin (magnitude)" in printed
    assert "conflicts found by kind: magnitude 1/1" in printed
