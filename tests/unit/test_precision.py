"""The checks' precision: what is right and wrong is told apart, the record's sums hold, and the command measures."""

from collections import Counter
from dataclasses import replace
from datetime import date
from math import sqrt
from pathlib import Path

import pytest
import yaml
from report_factory import AGENCY, DAILY_A, article, claim, finding

from claimcheck.checks.base import CheckInfo, Family
from claimcheck.checks.registry import all_checks
from claimcheck.model.finding import Severity
from evaluation.model import ItemList, KeyClaim, KeyItem, Place, Story
from evaluation.mutations.answers import Answer, Raised, in_process
from evaluation.mutations.figures import read_figures
from evaluation.mutations.generate import LEAST, Mutant, draw
from evaluation.mutations.kinds import kind_of, kinds
from evaluation.mutations.targets import Material, Target
from evaluation.mutations.text import Edit, apply, moved, origin
from evaluation.precision.__main__ import main
from evaluation.precision.decisions import Fate, Scene, fate
from evaluation.precision.hedges import taken_out
from evaluation.precision.keys import against_each_other, alone, lost
from evaluation.precision.material import Asked, known
from evaluation.precision.measures import USUAL, measures_of
from evaluation.precision.mutants import changed_places, newly_raised
from evaluation.precision.outcomes import Case, On, Outcome, Worth
from evaluation.precision.page import HEADS, cells, paragraph
from evaluation.precision.record import RECORD, RecordError, merged, read_record, write_record
from evaluation.precision.rows import SMALL, Row, Tally, row, wilson
from evaluation.precision.run import measure

SMALL_STORY = "dea-sinaloa"
HEDGED = ("dea-sinaloa", "gree-recall")
TEXTS = {
    "a.md": "They held 617 people and took 46 cars.",
    "b.md": "Some 617 people were held; 41 cars.",
    "c.md": "In all, 617 people were held.",
}


def place(doc: str, quote: str, texts: dict[str, str] = TEXTS) -> Place:
    start = texts[doc].index(quote)
    return Place(doc, start, start + len(quote))


def item(which: ItemList, *places: Place, sides: str = "") -> KeyItem:
    named = (
        KeyClaim(place=p, quote="", side=side) for p, side in zip(places, sides or [None] * len(places), strict=True)
    )
    return KeyItem(list=which, metric="", kind="", why="", claims=tuple(named))


def story(*items: KeyItem, texts: dict[str, str] = TEXTS) -> Story:
    return Story(
        name="raid",
        known=False,
        documents=texts,
        items=items,
        labels=None,
        no_claims=(),
        unlabelled_before={},
        rules=None,
    )


def material(told: Story, days: tuple[int, ...] = ()) -> Material:
    """The story with its figures, each article of an origin and a day of its own."""
    docs = tuple(told.documents)
    return Material(
        story=told,
        figures={doc: tuple(read_figures(doc, text)) for doc, text in told.documents.items()},
        dates={doc: date(2024, 1, day) for doc, day in zip(docs, days or (1,) * len(docs), strict=True)},
        origin_of={doc: doc for doc in docs},
        near_misses=frozenset(),
    )


def raised(check: str, *sides: Place) -> Raised:
    return Raised(check=check, grave=True, sides=tuple((side,) for side in sides), suspect=None, suggestion="")


def answer(*findings: Raised) -> Answer:
    return Answer(figures=(), groups=(), findings=findings)


# --- rows ---


@pytest.mark.parametrize(
    ("right", "whole", "low", "high"),
    [(0, 10, 0.0, 0.278), (8, 10, 0.49, 0.943), (10, 10, 0.722, 1.0), (81, 263, 0.255, 0.366)],
)
def test_wilsons_interval(right: int, whole: int, low: float, high: float) -> None:
    """The last is the example of Newcombe (1998), https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E."""
    assert wilson(right, whole) == (low, high)


def test_what_is_open_stays_out_of_precision() -> None:
    cases = [
        Case(code=code, on=On.STORIES, outcome=outcome, detail="")
        for code, outcome, times in (
            ("CC101", Outcome.HIT, 3),
            ("CC101", Outcome.WIDE, 1),
            ("CC101", Outcome.UNLABELLED, 9),
            ("CC104", Outcome.FALSE, 5),
        )
        for _ in range(times)
    ]
    made = row("CC101", (On.STORIES, On.ERRORS), cases, "again", 1)
    assert [made.of(worth) for worth in Worth] == [3, 1, 9]
    assert (made.precision, made.small) == (0.75, True)
    assert made.tallies[1] == Tally(on=On.ERRORS, counts={})
    nothing = row("CC105", (On.STORIES,), cases, "again", 1)
    assert (nothing.precision, nothing.interval, nothing.judged) == (None, None, 0)


# --- the record ---


def measured(code: str, right: int, wrong: int, reason: str | None = None) -> Row:
    counts = {o: n for o, n in ((Outcome.HIT, right), (Outcome.FALSE, wrong)) if n}
    return Row(code=code, command="again", seed=1, tallies=(Tally(on=On.STORIES, counts=counts),), reason=reason)


def test_a_record_reads_back_as_it_was_written(tmp_path: Path) -> None:
    rows = (measured("CC101", 3, 1), measured("CC102", 0, 0, "never seen"))
    write_record(reversed(rows), tmp_path / "p.yaml")
    assert read_record(tmp_path / "p.yaml") == rows
    assert read_record(tmp_path / "none.yaml") == ()


@pytest.mark.parametrize(
    "change", [("precision: 0.75", "precision: 0.85"), ("hit: 3", "hit: 4"), ("hit", "hits"), ("material:", "on:")]
)
def test_a_record_that_was_touched_is_refused(tmp_path: Path, change: tuple[str, str]) -> None:
    path = tmp_path / "p.yaml"
    write_record([measured("CC101", 3, 1)], path)
    text = path.read_text("utf-8")
    path.write_text(text.replace(*change), encoding="utf-8")
    assert path.read_text("utf-8") != text
    with pytest.raises(RecordError):
        read_record(path)


def test_new_rows_take_the_place_of_old_ones_and_a_reason_stays_while_it_is_needed() -> None:
    before = [
        measured("CC101", 3, 1),
        measured("CC102", 0, 0, "never seen"),
        measured("CC103", 0, 0, "rare"),
        measured("CC999", 1, 0),
    ]
    now = [measured("CC102", 0, 0), measured("CC103", 1, 0), measured("CC104", 2, 0)]
    rows = merged(before, now, ("CC101", "CC102", "CC103", "CC104"))
    assert [(r.code, r.judged, r.reason) for r in rows] == [
        ("CC101", 4, None),
        ("CC102", 0, "never seen"),
        ("CC103", 1, None),
        ("CC104", 2, None),
    ]


def test_the_arithmetic_of_the_record_holds() -> None:
    """By the counts as they stand in the file, and by Wilson's interval solved as the equation that it comes from."""
    for entry in yaml.safe_load(RECORD.read_text("utf-8")):
        counts: Counter[str] = Counter()
        for material in entry["measured"]:
            for name, count in material.items():
                if name != "material":
                    counts[Outcome(name).worth] += count
        right, wrong = entry["right"], entry["wrong"]
        whole = right + wrong
        assert (right, wrong, entry["open"]) == (counts["right"], counts["wrong"], counts["open"]), entry["code"]
        assert entry["small"] is (whole < SMALL)
        if not whole:
            assert (entry["precision"], entry["interval"]) == (None, None)
            continue
        assert entry["precision"] == pytest.approx(right / whole, abs=0.0006)
        low, high = entry["interval"]
        assert 0 <= low <= entry["precision"] <= high <= 1
        for bound in (low, high):
            if 0 < bound < 1:  # the bound is rounded: 1.96 lies between what its neighbours give
                near = [_distance(right / whole, bound + step, whole) for step in (-0.0006, 0.0006)]
                assert min(near) <= 1.96 <= max(near), entry["code"]


def _distance(share: float, bound: float, whole: int) -> float:
    """How many standard errors of `bound` the share lies from it."""
    bound = min(max(bound, 1e-9), 1 - 1e-9)
    return abs(share - bound) / sqrt(bound * (1 - bound) / whole)


def test_every_row_says_how_it_was_measured() -> None:
    infos = {check.info.code: check.info for check in all_checks()}
    for made in read_record():
        assert made.command.startswith(f"python -m evaluation.precision --check {made.code} --seed {made.seed} ")
        assert [tally.on for tally in made.tallies] == [
            on for on in On if on in {measure.on for measure in measures_of(infos[made.code])}
        ]


# --- causes ---


def test_findings_on_a_story_are_what_its_key_makes_of_them() -> None:
    a, b, c = place("a.md", "617"), place("b.md", "617"), place("c.md", "617")
    cars, other_cars = place("a.md", "46"), place("b.md", "41")
    items = (item(ItemList.COMPATIBLE, a, b, c), item(ItemList.CONFLICTS, cars, other_cars, sides="AB"))
    assert against_each_other(raised("CC101", cars, other_cars), items) is Outcome.HIT
    assert against_each_other(raised("CC101", a, b), items) is Outcome.FALSE
    assert against_each_other(raised("CC101", a, other_cars), items) is Outcome.UNLABELLED


@pytest.fixture
def slip() -> Mutant:
    """617 told as 671 in a.md."""
    edits = (Edit(10, 13, "671"),)
    text = TEXTS["a.md"]
    (figure, *_) = read_figures("a.md", text)
    return Mutant(
        id="raid/a.md@10/transposed-digits/0",
        story="raid",
        kind=kind_of("transposed-digits"),
        changed={"a.md": apply(text, edits)},
        origins={"a.md": origin("a.md", len(text), edits)},
        place=Place("a.md", *moved(10, 13, edits)),
        figure=figure,
        before="617",
        now="671",
        voices=3,
        checks=("CC104",),
    )


def outcomes(mutant: Mutant, found: Answer, before: Answer = answer(), *items: KeyItem) -> list[Outcome]:  # noqa: B008
    return [case.outcome for case in newly_raised(mutant, found, before, material(story(*items)), On.ERRORS)]


def test_a_new_finding_at_the_change_names_the_cause_or_another(slip: Mutant) -> None:
    changed, peer = Place("a.md", 10, 13), place("c.md", "617")
    assert outcomes(slip, answer(raised("CC104", changed, peer), raised("CC101", changed, peer))) == [
        Outcome.NAMED,
        Outcome.OTHER_CAUSE,
    ]
    harmless = replace(slip, kind=kind_of("rounded"), checks=())
    assert outcomes(harmless, answer(raised("CC104", changed, peer))) == [Outcome.HARMLESS]
    on_scale = replace(slip, checks=("CC102",))
    assert outcomes(on_scale, answer(raised("CC303", changed))) == [Outcome.NAMED]


def test_what_was_there_before_is_not_new_whatever_its_cause_is_called(slip: Mutant) -> None:
    cars = (place("a.md", "46"), place("b.md", "41"))
    assert outcomes(slip, answer(raised("CC104", *cars)), answer(raised("CC101", *cars))) == []
    lost_before = answer(raised("CC302", place("b.md", "617"), place("a.md", "617")))
    now = answer(raised("CC104", Place("a.md", 10, 13), place("b.md", "617")))
    assert outcomes(slip, now, lost_before) == [Outcome.NAMED]


def test_what_is_new_elsewhere_is_wrong_unless_the_key_has_it(slip: Mutant) -> None:
    cars = (place("a.md", "46"), place("b.md", "41"))
    found = answer(raised("CC101", *cars))
    assert outcomes(slip, found) == [Outcome.ELSEWHERE]
    assert outcomes(slip, found, answer(), item(ItemList.CONFLICTS, *cars, sides="AB")) == [Outcome.REAL]
    assert outcomes(slip, found, answer(), item(ItemList.AMBIGUOUS, *cars)) == [Outcome.AMBIGUOUS]
    assert outcomes(slip, found, answer(), item(ItemList.DISTINCT, *cars)) == [Outcome.ELSEWHERE]


def test_all_that_was_put_in_counts_as_changed(slip: Mutant) -> None:
    text = "They held 617 people and took 40 cars."
    edits = (Edit(10, 13, "40"), Edit(30, 32, "617"))
    swapped = replace(slip, origins={"a.md": origin("a.md", len(text), edits)}, place=Place("a.md", 10, 12))
    after = apply(text, edits)
    assert {after[p.start : p.end] for p in changed_places(swapped)} == {"40", "617"}
    assert changed_places(replace(slip, place=None)) == ()


def test_a_first_look_draws_few_of_each_kind() -> None:
    few, many = (Asked(stories=(SMALL_STORY,), seed=1, count=count) for count in (40, 400))
    assert (few.least, many.least) == (4, LEAST)
    drawn = draw([known(SMALL_STORY)], kinds(), few.count, few.seed, few.least)
    assert max(Counter(mutant.kind.id for mutant in drawn).values()) < LEAST
    assert len(drawn) < len(draw([known(SMALL_STORY)], kinds(), few.count, few.seed))


# --- hedges ---


def hedge(texts: dict[str, str], which: ItemList | None, days: tuple[int, int] = (1, 1)) -> Outcome:
    """What a note that a.md's 617 lacks b.md's hedge is worth."""
    hedged, bare = place("b.md", "617", texts), place("a.md", "617", texts)
    items = () if which is None else (item(which, bare, hedged),)
    told = material(story(*items, texts=texts), days)
    return lost(raised("CC302", hedged, bare), told)


def test_a_hedge_is_lost_where_one_thing_has_it_before_the_same_number() -> None:
    texts = {"a.md": "They held 617 people.", "b.md": "They held some 617 people."}
    assert hedge(texts, ItemList.COMPATIBLE) is Outcome.SO
    assert hedge(texts, ItemList.DISTINCT) is Outcome.NOT_SO
    assert hedge(texts, None) is Outcome.UNKNOWN
    assert hedge({**texts, "b.md": "They held 617 people."}, ItemList.COMPATIBLE) is Outcome.NOT_SO
    assert hedge({**texts, "a.md": "They held over 617 people."}, ItemList.COMPATIBLE) is Outcome.NOT_SO


def test_what_was_hedged_later_only_was_not_lost() -> None:
    texts = {"a.md": "They held 617 people.", "b.md": "They held some 617 people."}
    assert hedge(texts, ItemList.COMPATIBLE, days=(1, 2)) is Outcome.NOT_SO
    assert hedge(texts, ItemList.COMPATIBLE, days=(2, 1)) is Outcome.SO


def test_an_old_hedge_that_comes_to_light_elsewhere_is_no_fault(slip: Mutant) -> None:
    """The rewriting of one article leaves two others over, of which one did lose a hedge."""
    hedged, bare = place("b.md", "617"), place("c.md", "617")
    found = answer(raised("CC302", hedged, bare))
    assert outcomes(slip, found, answer(), item(ItemList.COMPATIBLE, hedged, bare)) == [Outcome.REAL]
    assert outcomes(slip, found, answer(), item(ItemList.DISTINCT, hedged, bare)) == [Outcome.ELSEWHERE]
    assert outcomes(slip, found) == [Outcome.UNKNOWN]


def test_a_hedge_is_taken_out_where_another_origin_has_it_too() -> None:
    mutants = [mutant for name in HEDGED for mutant in taken_out(name)]
    assert mutants
    for mutant in mutants:
        assert mutant.figure is not None
        assert mutant.figure.qualifier is not None
        assert mutant.before == f"{mutant.figure.qualifier.text} {mutant.now}"


# --- figures that nobody else has ---


def test_a_figure_is_alone_where_no_other_origin_prints_one_that_agrees() -> None:
    told = material(story())
    held, cars = place("a.md", "617"), place("a.md", "46")
    agreeing = Target(material=told, figure=told.figures["a.md"][0], peers=told.figures["c.md"])
    docs = tuple(TEXTS)
    assert alone(told, (agreeing,), (cars,), docs) is Outcome.SO
    assert alone(told, (agreeing,), (held,), docs) is Outcome.NOT_SO
    assert alone(told, (), (held,), docs) is Outcome.UNKNOWN
    assert alone(told, (), (Place("a.md", 0, 4),), docs) is Outcome.UNKNOWN
    assert alone(told, (agreeing,), (held,), ("a.md",)) is Outcome.SO
    same = replace(told, origin_of=dict.fromkeys(TEXTS, "a.md"))
    assert alone(same, (), (held,), docs) is Outcome.SO


# --- decisions ---


def test_what_was_done_to_its_passages_decides_whether_a_finding_is_still_there() -> None:
    agency, daily = article("articles/agency.md", AGENCY), article("articles/daily.md", DAILY_A)
    other = article("articles/other.md", DAILY_A)
    sides = [
        [claim(agency, "42", "42", "arrests")],
        [claim(daily, "42", "42", "arrests"), claim(other, "42", "42", "arrests")],
    ]
    across = finding("CC104", Severity.ERROR, "", sides)
    without = {doc: Scene(name="", away=frozenset({doc})) for doc in ("agency.md", "daily.md", "third.md")}
    assert fate(across, Scene(name="", moved=True)) is Fate.THERE
    assert fate(across, without["third.md"]) is Fate.THERE
    assert fate(across, without["daily.md"]) is Fate.THERE
    assert fate(across, without["agency.md"]) is Fate.GONE
    assert fate(finding("CC302", Severity.NOTE, "", sides), without["daily.md"]) is Fate.OPEN
    assert fate(finding("CC205", Severity.ERROR, "", sides[:1]), without["agency.md"]) is Fate.GONE
    put_right = Scene(name="", corrected=across.id, touched=frozenset({Place("agency.md", 0, 200)}))
    assert fate(across, put_right) is Fate.GONE
    assert fate(finding("CC101", Severity.ERROR, "another", sides), put_right) is Fate.OPEN


def test_a_generated_baseline_has_entries_that_lapse_and_the_same_ones_each_time() -> None:
    infos = [check.info for check in all_checks() if check.info.family is Family.DECISIONS]
    asked = Asked(stories=(SMALL_STORY,), seed=1, count=1)
    first, again = (measure(infos, asked, jobs=1) for _ in range(2))
    assert first == again
    assert all(made.of(Worth.RIGHT) for made in first.rows)
    told = {case.detail.split(": ")[1] for case in first.cases}
    assert "moved" in told
    assert any(scene.startswith("without") for scene in told)


# --- documentation, the command ---


def test_small_counts_are_marked_in_the_documentation() -> None:
    few, many, none = measured("CC101", 3, 1), measured("CC101", 30, 10), measured("CC101", 0, 0, "Never seen.")
    assert cells(few) == ("75%", "3 of 4 (few)", "30% to 95%", "3 of 4")
    assert cells(many)[1] == "30 of 40"
    assert cells(none) == cells(None) == ("–",) * len(HEADS)
    assert "an anecdote" in paragraph(few)
    assert "an anecdote" not in paragraph(many)
    assert "3 hit, 1 false alarm" in paragraph(few)
    assert "Never seen." in paragraph(none)


def test_a_check_that_nobody_has_thought_of_is_measured_as_usual() -> None:
    for family, code in ((Family.INSIDE, "CC299"), (Family.EDITORIAL, "CC399")):
        info = CheckInfo(code=code, name="new", severity=Severity.NOTE, family=family)
        assert measures_of(info) == USUAL
    about_decisions = CheckInfo(code="CC499", name="new", severity=Severity.NOTE, family=Family.DECISIONS)
    assert [measure.on for measure in measures_of(about_decisions)] == [On.BASELINES]


def test_one_command_measures_a_check_anew_and_leaves_the_other_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "precision.yaml"
    write_record([measured("CC101", 3, 1), measured("CC301", 9, 9)], path)
    wanted = ["--check", "CC301", "--set", SMALL_STORY, "--jobs", "1", "--write", str(path)]
    assert main([*wanted, "--show", "right"]) == 0
    shown, written = capsys.readouterr().out, path.read_bytes()
    kept, made = read_record(path)
    assert kept == measured("CC101", 3, 1)
    notes = [
        f for f in in_process(known(SMALL_STORY).story.documents, frozenset({"CC301"})).findings if f.check == "CC301"
    ]
    assert sum(made.of(worth) for worth in Worth) == len(notes) > 0
    assert made.command == f"python -m evaluation.precision --check CC301 --seed 1 --count 400 --set {SMALL_STORY}"
    assert shown.count("right: CC301: labelled stories: as it says") == made.of(Worth.RIGHT) > 0
    assert main(wanted) == 0
    assert path.read_bytes() == written


def test_a_record_that_is_wrong_is_not_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "precision.yaml"
    path.write_text("- code: CC101\n", encoding="utf-8")
    assert main(["--check", "CC301", "--set", SMALL_STORY, "--jobs", "1", "--write", str(path)]) == 2
    assert "not a record of precision" in capsys.readouterr().err
    assert path.read_text("utf-8") == "- code: CC101\n"
