"""The evaluation's figures, held to answers worked out by hand on one small story."""

import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from evaluation.model import Output, Story
from evaluation.output import parse_output
from evaluation.scoring.counts import Counts, Outcome, Score
from evaluation.scoring.extraction import score_extraction
from evaluation.scoring.findings import score_findings
from evaluation.scoring.grouping import score_grouping
from evaluation.stories import load_story

FRONT = "---\ntitle: Raid nets 40 arrests\n---\n"
A = FRONT + "Police made 40 arrests and took 12 kilograms of heroin, nine cars and about $3 million on 5 May.\n"
B = FRONT + "At least 40 people were held; 120 kilograms of heroin, hundreds of pills and 3 to 5 boats were found.\n"
C = FRONT + "Officers held 41 people, found 12 kilograms (26 pounds) of heroin and nine cars. In 2019 they held 40.\n"
KEY = """
event: raid
domain: crime
known: false
conflicts:
  - metric: heroin
    kind: magnitude
    check: CC102
    suspect: b.md
    claims:
      - {doc: b.md, quote: 120 kilograms, side: A}
      - {doc: a.md, quote: 12 kilograms, side: B}
      - {doc: c.md, quote: 12 kilograms (26 pounds), side: B}
    why: a zero too many
  - metric: arrests
    kind: value
    claims:
      - {doc: a.md, quote: 40 arrests, side: A}
      - {doc: c.md, quote: 41 people, side: B}
    why: one of them is wrong
compatible:
  - metric: bound on arrests
    claims:
      - {doc: b.md, quote: At least 40 people}
      - {doc: c.md, quote: 41 people}
    why: a lower bound
  - metric: cars
    claims:
      - {doc: a.md, quote: nine}
      - {doc: c.md, quote: nine}
    why: the same
distinct:
  - metric: arrests of another year
    claims:
      - {doc: a.md, quote: 40 arrests}
      - {doc: c.md, quote: "40", nth: 1}
    why: another year
ambiguous:
  - metric: pills and boats
    claims:
      - {doc: b.md, quote: hundreds}
      - {doc: b.md, quote: 3 to 5}
    why: left open
"""
FIGURES = """
a.md:
  - {quote: "40", nth: 1, value: 40, bound: exact}
  - {quote: "40", nth: 2, value: 40, bound: exact}
  - {quote: 12 kilograms, value: 12, unit: kilogram, bound: exact}
  - {quote: nine, value: 9, bound: exact}
  - {quote: about $3 million, value: 3000000, unit: USD, bound: approx}
b.md:
  - {quote: "40", nth: 2, value: 40, bound: exact, open: true}
  - {quote: At least 40, value: 40, bound: min}
  - {quote: 120 kilograms, value: 120, unit: kilogram, bound: exact}
  - {quote: hundreds, value: 100, bound: order}
  - {quote: 3 to 5, low: 3, high: 5, bound: range}
_skipped:
  a.md:
    - {quote: 5 May, reason: date}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"a.md": A, "b.md": B, "c.md": C, "key.yaml": KEY, "figures.yaml": FIGURES}.items():
        (tmp_path / "raid").mkdir(exist_ok=True)
        (tmp_path / "raid" / name).write_text(text, encoding="utf-8")
    return tmp_path / "raid"


@pytest.fixture
def story(folder: Path) -> Story:
    return load_story(folder)


class Answer:
    """A tool's answer over the small story, put together claim by claim."""

    def __init__(self) -> None:
        self.texts = {"a.md": A, "b.md": B, "c.md": C}
        self.claims: list[dict[str, object]] = []
        self.groups: list[dict[str, object]] = []
        self.findings: list[dict[str, object]] = []

    def claim(
        self,
        doc: str,
        text: str,
        value: float | None = 0,
        unit: str = "count",
        qualifier: str = "exact",
        *,
        low: float | None = None,
        high: float | None = None,
        last: bool = False,
    ) -> str:
        whole = self.texts[doc]
        start = whole.rindex(text) if last else whole.index(text, len(FRONT))
        number = f"c{len(self.claims)}"
        self.claims.append(
            {
                "id": number,
                "document": f"articles/{doc}",
                "quantity": {
                    "text": text, "value": value, "low": low, "high": high, "unit": unit, "qualifier": qualifier,
                },
                "span": {"start": start, "end": start + len(text), "line": 1, "column": 1},
            }
        )  # fmt: skip
        return number

    def group(self, *claims: str, verdict: str = "same") -> None:
        self.groups.append({"id": f"g{len(self.groups)}", "verdict": verdict, "claims": claims})

    def finding(self, *sides: Sequence[str], **fields: object) -> None:
        claims = [claim for side in sides for claim in side]
        finding = {"check": "CC101", "severity": "error", "metric": "m", "claims": claims, "sides": sides}
        self.findings.append(finding | {"suspect": None, "suppressed": None} | fields)

    def json(self) -> str:
        answer = {"claims": self.claims, "groups": self.groups, "findings": self.findings}
        return json.dumps({"schema_version": 1} | answer)

    def output(self) -> Output:
        return parse_output(self.json(), self.texts)


def outcomes(score: Score) -> dict[str, Outcome]:
    return {case.id: case.outcome for case in score.cases}


# --- extraction ---


def test_extraction_is_scored_by_value_then_unit_then_bound(story: Story) -> None:
    answer = Answer()
    answer.claim("a.md", "40", 40)
    answer.claim("a.md", "12", 12)  # unit lost
    answer.claim("a.md", "about $3 million", 3000000, "USD", "at_most")  # bound wrong
    answer.claim("a.md", "5 May", 5)  # a date
    answer.claim("b.md", "120 kilograms", 12, "kilogram")  # value wrong
    answer.claim("b.md", "hundreds", None, qualifier="order", low=100, high=1000)
    answer.claim("b.md", "3 to 5", None, qualifier="between", low=3, high=5)
    answer.claim("c.md", "41", 41)  # nothing is labelled there
    score = score_extraction(story, answer.output().claims, "raid")
    assert score.measures == {
        "value": Counts(right=5, false=3, missed=4),
        "value+unit": Counts(right=4, false=4, missed=5),
        "value+unit+bound": Counts(right=3, false=5, missed=6),
    }
    details = {case.id: case.detail for case in score.cases}
    assert details["a.md: nine"] == "not found"
    assert details["a.md: 12 kilograms"].startswith("unit: '12' read as 12 count exact, label 12 kilogram exact")
    assert details[f"a.md:{A.index('5 May')}: 5 May"] == "no claim: date"


def test_open_labels_are_neither_wanted_nor_held_against_the_tool(story: Story) -> None:
    alone, both = Answer(), Answer()
    alone.claim("b.md", "40", 40)
    both.claim("b.md", "At least 40", 40, qualifier="at_least")
    both.claim("b.md", "40", 40)
    assert score_extraction(story, both.output().claims, "raid").strictest == Counts(right=1, missed=8)
    # a claim that agrees with the open label stays with it, and the bound is still missed
    assert score_extraction(story, alone.output().claims, "raid").strictest == Counts(missed=9)


def test_a_figure_found_twice_is_false_once(story: Story) -> None:
    answer = Answer()
    answer.claim("a.md", "12 kilograms", 12, "kilogram")
    answer.claim("a.md", "12", 12)
    assert score_extraction(story, answer.output().claims, "raid").strictest == Counts(right=1, false=1, missed=8)


def test_values_are_exact_decimals(story: Story) -> None:
    text = Answer().json().replace('"claims": []', '"claims": [%s]')
    claim = '{"id": "c", "document": "a.md", "span": {"start": 0, "end": 3}, "quantity": {"text": "---", %s}}'
    quantity = '"value": 16.55, "low": null, "high": 1e3, "unit": "kilogram", "qualifier": "exact"'
    (read,) = parse_output(text % (claim % quantity), story.documents).claims
    assert (read.value, read.low, read.high) == (Decimal("16.55"), None, Decimal(1000))


def test_articles_elsewhere_are_labelled_from_their_bodies_on(tmp_path: Path) -> None:
    (tmp_path / "corpus" / "raid").mkdir(parents=True)
    (tmp_path / "corpus" / "raid" / "a.md").write_text(A, encoding="utf-8")
    (tmp_path / "set").mkdir()
    key = "articles: ../corpus\nknown: true\ndocuments:\n  - {doc: raid/a.md}\n"
    (tmp_path / "set" / "key.yaml").write_text(key, encoding="utf-8")
    figures = 'raid/a.md:\n  - {quote: "40", value: 40, bound: exact}\n'
    (tmp_path / "set" / "figures.yaml").write_text(figures, encoding="utf-8")
    story = load_story(tmp_path / "set")
    assert story.labels is not None
    assert story.labels[0].place.start == A.index("40", len(FRONT))
    answer = Answer()
    answer.texts = {"raid/a.md": A}
    answer.claim("raid/a.md", "40", 40)
    answer.claim("raid/a.md", "40", 40)
    title = A.index("40")
    answer.claims[1]["span"] = {"start": title, "end": title + 2}
    score = score_extraction(story, parse_output(answer.json(), story.documents).claims, "set")
    assert score.strictest == Counts(right=1)


# --- grouping ---


def test_grouping_counts_pairs_and_the_items_thrown_together(story: Story) -> None:
    answer = Answer()
    forty, nine_a, nine_c = answer.claim("a.md", "40"), answer.claim("a.md", "nine"), answer.claim("c.md", "nine")
    other_year = answer.claim("c.md", "40", last=True)
    answer.group(nine_a, nine_c, verdict="conflict")
    answer.group(forty, other_year)
    score = score_grouping(story, answer.output().groups, "raid")
    # wanted: the two sides B of heroin, the bound on arrests, the cars; unwanted: the arrests of another year
    assert score.strictest == Counts(right=1, false=1, missed=2)
    assert score.tallies == {"misgrouped": 1, "distinct": 1, "agreed": 0, "compatible": 2, "kept apart": 0}


def test_items_marked_apart_ask_for_no_pair(folder: Path) -> None:
    story = load_story(folder, frozenset({"cars"}))
    assert score_grouping(story, (), "raid").strictest == Counts(missed=2)


# --- findings ---


def test_a_hit_sets_two_sides_of_a_conflict_against_each_other(story: Story) -> None:
    answer = Answer()
    wrong, right = answer.claim("b.md", "120 kilograms"), answer.claim("a.md", "12 kilograms")
    answer.finding([wrong], [right, answer.claim("c.md", "26 pounds")], check="CC102", suspect=wrong)
    score = score_findings(story, answer.output().findings, "raid")
    assert score.strictest == Counts(right=1, missed=1)
    assert score.tallies["hit"] == score.tallies["causes named"] == score.tallies["causes"] == 1
    assert score.breakdown == {
        "kind magnitude": Counts(right=1),
        "kind value": Counts(missed=1),
        "check CC102": Counts(right=1),
    }


def test_two_findings_on_one_conflict_find_it_once_and_may_miss_the_cause(story: Story) -> None:
    answer = Answer()
    wrong, right = answer.claim("b.md", "120 kilograms"), answer.claim("a.md", "12 kilograms")
    answer.finding([wrong], [right])
    answer.finding([wrong], [right], severity="warning")
    score = score_findings(story, answer.output().findings, "raid")
    assert score.strictest == Counts(right=1, missed=1)
    assert outcomes(score)["cause: heroin (magnitude)"] is Outcome.MISS


@pytest.mark.parametrize("fields", [{"severity": "note"}, {"suppressed": {"by": "inline", "reason": "known"}}])
def test_notes_and_suppressed_findings_are_not_scored(story: Story, fields: dict[str, object]) -> None:
    answer = Answer()
    answer.finding([answer.claim("a.md", "nine")], [answer.claim("c.md", "nine")], **fields)
    assert score_findings(story, answer.output().findings, "raid").strictest == Counts(missed=2)


def test_compatible_and_distinct_claims_set_against_each_other_are_false(story: Story) -> None:
    answer = Answer()
    answer.finding([answer.claim("a.md", "nine")], [answer.claim("c.md", "nine")])
    answer.finding([answer.claim("a.md", "40")], [answer.claim("c.md", "40", last=True)])
    score = score_findings(story, answer.output().findings, "raid")
    assert (score.tallies["false"], score.strictest) == (2, Counts(false=2, missed=2))


def test_one_side_of_a_conflict_split_is_false(story: Story) -> None:
    answer = Answer()
    answer.finding([answer.claim("a.md", "12 kilograms")], [answer.claim("c.md", "26 pounds")])
    assert score_findings(story, answer.output().findings, "raid").tallies["false"] == 1


def test_without_sides_every_claim_stands_against_every_other(story: Story) -> None:
    answer = Answer()
    claims = [answer.claim("b.md", "120 kilograms"), answer.claim("a.md", "12 kilograms")]
    answer.finding(claims)
    answer.findings[0]["sides"] = []
    assert score_findings(story, answer.output().findings, "raid").strictest == Counts(right=1, missed=1)
    answer.findings[0]["sides"] = [claims]
    assert score_findings(story, answer.output().findings, "raid").tallies["unlabelled"] == 1


def test_a_finding_over_two_unrelated_conflicts_is_wide(story: Story) -> None:
    answer = Answer()
    heroin = [answer.claim("b.md", "120 kilograms"), answer.claim("a.md", "12 kilograms")]
    arrests = [answer.claim("a.md", "40 arrests"), answer.claim("c.md", "41 people")]
    answer.finding([heroin[0], arrests[0]], [heroin[1], arrests[1]])
    score = score_findings(story, answer.output().findings, "raid")
    assert (score.tallies["wide"], score.strictest) == (1, Counts(false=1, missed=2))


@pytest.mark.parametrize(("beside", "judgement"), [(2, "hit"), (3, "wide")])
def test_a_finding_mostly_about_something_else_is_wide(story: Story, beside: int, judgement: str) -> None:
    answer = Answer()
    sides = [[answer.claim("b.md", "120 kilograms")], [answer.claim("a.md", "12 kilograms")]]
    sides += [[answer.claim("b.md", word)] for word in ("boats", "found", "pills")[:beside]]
    answer.finding(*sides)
    assert score_findings(story, answer.output().findings, "raid").tallies[judgement] == 1


def test_a_hit_that_drags_in_distinct_claims_is_mixed_found_and_false(story: Story) -> None:
    answer = Answer()
    answer.finding(
        [answer.claim("a.md", "40 arrests")],
        [answer.claim("c.md", "41 people"), answer.claim("c.md", "40", last=True)],
    )
    score = score_findings(story, answer.output().findings, "raid")
    assert (score.tallies["hit"], score.tallies["mixed"]) == (1, 1)
    assert score.strictest == Counts(right=1, false=1, missed=1)


def test_what_the_key_leaves_open_or_does_not_name_is_not_scored(story: Story) -> None:
    answer = Answer()
    answer.finding([answer.claim("b.md", "hundreds")], [answer.claim("b.md", "3 to 5")])
    answer.finding([answer.claim("a.md", "$3 million")], [answer.claim("b.md", "boats")])
    score = score_findings(story, answer.output().findings, "raid")
    assert (score.tallies["ambiguous"], score.tallies["unlabelled"]) == (1, 1)
    assert score.strictest == Counts(missed=2)


def test_a_span_that_does_not_hold_its_words_has_no_place(story: Story) -> None:
    answer = Answer()
    answer.finding([answer.claim("b.md", "120 kilograms")], [answer.claim("a.md", "12 kilograms")])
    answer.claims[1]["span"] = {"start": 0, "end": 3}
    score = score_findings(story, answer.output().findings, "raid")
    assert (score.tallies["unplaced"], score.tallies["unlabelled"]) == (1, 1)
