"""The fit of the `differ` scale: rows as the key and the tool's stages give them, weights, and what is left out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from math import exp
from pathlib import Path
from random import Random

import factories
import pytest

from claimcheck.api import extract_claims
from claimcheck.config.vocabulary import read_vocabulary, read_weights
from claimcheck.group import group
from claimcheck.group.joining import join
from claimcheck.model.rules import Rules
from evaluation.linking.__main__ import main
from evaluation.linking.crossval import Judged, average_precision, leave_one_out, recall_at
from evaluation.linking.fit import HELD, PRIOR, FitError, Weights, decision, fit, solve
from evaluation.linking.labels import Relation, read_labels
from evaluation.linking.rows import BY_HAND, Label, Row, linked_figures, story_rows, told_otherwise
from evaluation.model import ItemList, KeyClaim, KeyItem, Place, Story
from evaluation.mutations.answers import article_of
from evaluation.stories import STORIES, load_story

ARTICLES = {
    "a.md": "Police arrested 412 people in Operation Gannet, a raid on Port Ellis. The port has 3,000 workers.\n",
    "b.md": "Operation Gannet, the raid on Port Ellis, ended with 412 people arrested, police said.\n",
    "c.md": "Police arrested 437 people in Operation Gannet, in a raid on Port Ellis. The town has 2,400 workers.\n",
}
KEY = """
event: port raid
conflicts:
  - metric: people arrested
    kind: value
    claims:
      - {doc: a.md, quote: 412 people, side: A}
      - {doc: b.md, quote: 412 people, side: A}
      - {doc: c.md, quote: 437 people, side: B}
    why: one of them is wrong
distinct:
  - metric: workers
    claims:
      - {doc: a.md, quote: "3,000 workers"}
      - {doc: c.md, quote: "2,400 workers"}
    why: those of the port and those of the town
"""


def raid(folder: Path) -> Story:
    for doc, text in ARTICLES.items():
        (folder / doc).write_text(text, encoding="utf-8")
    (folder / "key.yaml").write_text(KEY, encoding="utf-8")
    return load_story(folder)


def row(story: str, amounts: Mapping[str, float], *, positive: bool = True, weight: float = 1.0) -> Row:
    label = Label.CONFLICT if positive else Label.UNSAID
    return Row(story=story, label=label, weight=weight, amounts=tuple(sorted(amounts.items())))


def drawn(truth: Mapping[str, float], count: int) -> list[Row]:
    """Rows of two features, labelled by chance as `truth` has it."""
    random = Random(7)  # noqa: S311 - made-up rows, no secret
    rows = []
    for n in range(count):
        amounts = {PRIOR: 1.0, "said": random.choice((0.0, 1.0)), "shared": random.uniform(0, 2)}
        z = sum(truth[name] * amount for name, amount in amounts.items())
        rows.append(row(f"s{n % 3}", amounts, positive=random.random() < 1 / (1 + exp(-z))))
    return rows


def ranking(letters: str) -> list[Judged]:
    """From the top: + for one thing, - for two."""
    return [Judged(-float(n), letter == "+") for n, letter in enumerate(letters)]


# --- fit ---


def test_a_fit_finds_the_weights_that_made_the_rows() -> None:
    truth = {PRIOR: -1.5, "said": 2.0, "shared": -0.8}
    assert fit(drawn(truth, 4000), {}) == pytest.approx(truth, abs=0.2)


def test_weights_come_by_name_and_those_held_stay() -> None:
    rows = drawn({PRIOR: -1.5, "said": 2.0, "shared": -0.8}, 300)
    found = fit(rows, {"shared": 3.0, "never.seen": -1.0})
    assert list(found) == ["never.seen", PRIOR, "said", "shared"]
    assert (found["shared"], found["never.seen"]) == (3.0, -1.0)
    assert found[PRIOR] < fit(rows, {})[PRIOR]  # it makes up for what is held too high


def test_a_row_of_weight_two_is_two_rows() -> None:
    rows = [row("a", {PRIOR: 1, "said": n % 2}, positive=n % 3 > 0) for n in range(12)]
    heavy = [row("a", dict(r.amounts), positive=r.label.positive, weight=2) for r in rows]
    assert fit(heavy, {}) == pytest.approx(fit(rows * 2, {}))


def test_a_feature_that_parts_the_rows_cleanly_gets_no_endless_weight() -> None:
    rows = [row("a", {PRIOR: 1, "said": float(n % 2)}, positive=n % 2 == 1) for n in range(40)]
    assert 1 < fit(rows, {})["said"] < 10


def test_rows_of_one_kind_give_no_weights() -> None:
    with pytest.raises(FitError, match="one thing"):
        fit([row("a", {PRIOR: 1})] * 3, {})


def test_solve() -> None:
    assert solve([[4, 1, 0], [1, 3, 1], [0, 1, 2]], [6, 10, 8]) == pytest.approx([1, 2, 3])


def test_a_feature_without_a_weight_says_nothing() -> None:
    assert decision(row("a", {"said": 2, "new": 5}), {"said": 1.5}) == 3


# --- crossval ---


@pytest.mark.parametrize(
    ("letters", "area"),
    [("++--", 1.0), ("+-+-", (1 + 2 / 3) / 2), ("-++-", (1 / 2 + 2 / 3) / 2), ("--", 0.0), ("", 0.0)],
)
def test_average_precision(letters: str, area: float) -> None:
    assert average_precision(ranking(letters)) == pytest.approx(area)


def test_rows_of_one_value_are_cut_together() -> None:
    tied = [Judged(1.0, positive) for positive in (True, False, False, True)]
    assert average_precision(tied) == average_precision(tied[::-1]) == 0.5


def test_recall_at_a_precision() -> None:
    found = ranking("+-+++-+")
    assert recall_at(found, 1.0) == 1 / 5
    assert recall_at(found, 0.8) == 4 / 5  # lower down than the first cut below 0.8
    assert recall_at(found, 0.7) == 1.0
    assert recall_at(ranking("-+"), 0.6) == 0.0


def test_no_story_is_judged_by_weights_that_it_chose() -> None:
    rows = [row(story, {f"only.{story}": 1.0}, positive=n % 2 == 0) for n, story in enumerate("abcab")]
    trained: list[set[str]] = []

    def train(chosen: Sequence[Row]) -> Weights:
        trained.append({r.story for r in chosen})
        return {name: 9.0 for r in chosen for name, _ in r.amounts}

    found = leave_one_out(rows, train)
    assert trained == [{"b", "c"}, {"a", "c"}, {"a", "b"}]
    assert [entry.value for entry in found] == [0.0] * len(rows)
    assert sum(entry.positive for entry in found) == 3


# --- labels ---


def item(which: ItemList, claims: Iterable[tuple[int, str | None]], *, apart: bool = False) -> KeyItem:
    told = tuple(KeyClaim(place=Place("a.md", at, at + 2), quote="", side=side) for at, side in claims)
    return KeyItem(list=which, metric="m", kind="", why="", claims=told, apart=apart)


PLACES = [Place("a.md", at, at + 2) for at in (0, 10, 20, 20)]


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([item(ItemList.CONFLICTS, [(0, "A"), (10, "A")])], Relation.AGREE),
        ([item(ItemList.CONFLICTS, [(0, "A"), (10, "B")])], Relation.CONFLICT),
        ([item(ItemList.CONFLICTS, [(0, None), (10, None)])], Relation.CONFLICT),
        ([item(ItemList.COMPATIBLE, [(0, None), (10, None)])], Relation.AGREE),
        ([item(ItemList.COMPATIBLE, [(0, None), (10, None)], apart=True)], Relation.PARTS),
        ([item(ItemList.DISTINCT, [(0, None), (10, None)])], Relation.DISTINCT),
        ([item(ItemList.DISTINCT, [(0, "A"), (10, "A")])], None),
        (
            [item(ItemList.COMPATIBLE, [(0, None), (10, None)]), item(ItemList.CONFLICTS, [(0, "A"), (10, "B")])],
            Relation.CONFLICT,
        ),
    ],
)
def test_what_the_key_says_of_two_claims(items: list[KeyItem], said: Relation | None) -> None:
    assert read_labels(items, PLACES).between([1], [0]) is said


def test_a_passage_of_two_claims_says_nothing() -> None:
    assert not read_labels([item(ItemList.COMPATIBLE, [(0, None), (20, None)])], PLACES).relations


def test_what_the_key_leaves_open() -> None:
    known = read_labels([item(ItemList.AMBIGUOUS, [(0, None), (10, None)])], PLACES)
    assert known.open == {0, 1}
    assert not known.relations


# --- rows ---


def test_a_story_to_rows(tmp_path: Path) -> None:
    found = story_rows(raid(tmp_path))
    labels = Counter(r.label for r in found.rows)
    assert labels[Label.RETOLD] == 2  # 412 in a.md and in b.md; 437 has no other telling
    assert (labels[Label.CONFLICT], labels[Label.DISTINCT]) == (1, 1)
    assert found.barred == 0
    assert {r.story for r in found.rows} == {tmp_path.name}
    for one in found.rows:
        amounts = dict(one.amounts)
        assert amounts[PRIOR] == 1
        assert amounts["dimension.count"] == 1
        assert not any(name.startswith(BY_HAND) for name in amounts)
        assert set(amounts) <= set(read_weights().differ.weights)
    conflict = next(r for r in found.rows if r.label is Label.CONFLICT)
    assert dict(conflict.amounts)["pool.support"] == 1  # two articles tell 412


def test_figures_are_linked_as_the_tool_links_them() -> None:
    story = load_story(STORIES / "anom-sting")
    articles = [article_of(doc, text) for doc, text in story.documents.items()]
    claims = extract_claims(articles, Rules()).claims
    linked = linked_figures(claims)
    joined = join(len(linked.nodes), linked.fits, read_weights().differ.threshold)
    together = [[claims[i].id for node in own for i in linked.nodes[node]] for own in joined]
    clusters = group(claims, {a.id: str(a.id) for a in articles}, read_vocabulary(), read_weights()).clusters
    assert sorted(map(sorted, together)) == sorted(sorted(c.id for c in k.claims) for k in clusters)


@pytest.mark.parametrize(
    ("printed", "value"),
    [("412", 564), ("1", 2), ("2", 3), ("16.55 kg", Decimal("22.6735")), ("$1.7 million", 2_329_000)],
)
def test_a_figure_told_otherwise(printed: str, value: Decimal | int) -> None:
    claim = factories.claim(printed)
    other = told_otherwise(claim)
    assert other.quantity.value == value
    assert other.quantity.interval.contains(Decimal(value))
    assert (other.id, other.sentence, other.metric) == (claim.id, claim.sentence, claim.metric)


def test_a_range_told_otherwise_has_other_ends() -> None:
    interval = told_otherwise(factories.claim("between 100 and 200")).quantity.interval
    assert (interval.low, interval.high) == (Decimal(137), Decimal(274))


# --- the command ---


def test_the_features_held_have_a_weight() -> None:
    assert set(read_weights().differ.weights) >= HELD


def test_one_story_alone_cannot_be_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--set", "bennu-sample", "--jobs", "1"]) == 2
    assert capsys.readouterr().err.startswith("error: a fit needs")


def test_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--set", "bennu-sample", "anom-sting", "--weights", "--jobs", "1"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("2 stories, ")
    assert "left out in turn: average precision 0." in out
    assert "\naction.other" in out
