"""The mutation yardstick: its errors are those it says, its draw is the same each time, and its judgement is fair."""

import json
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from case_tables import Case, params

from evaluation.model import Place, Story
from evaluation.mutations.__main__ import main
from evaluation.mutations.agree import agrees
from evaluation.mutations.answers import Answer, Group, Raised, in_process
from evaluation.mutations.docs import MarksError, between_marks
from evaluation.mutations.figures import Figure, figure_at, read_figures
from evaluation.mutations.folders import write_folders
from evaluation.mutations.gather import everything, material, origins, targets
from evaluation.mutations.generate import Mutant, draw
from evaluation.mutations.judge import Miss, judge, set_apart
from evaluation.mutations.kinds import Needs, kind_of, kinds, sources
from evaluation.mutations.named import named_by
from evaluation.mutations.operators import OPERATORS, Outcome
from evaluation.mutations.table import error_rows, harmless_rows, story_rows, weighted
from evaluation.mutations.targets import Material, Target
from evaluation.mutations.text import Edit, apply, moved, origin
from evaluation.mutations.words import spelled, words
from evaluation.stories import STORIES, load_story

SEEDS = range(60)
SMALL = "dea-sinaloa"


def figure_in(doc: str, text: str, quote: str) -> Figure:
    start = text.index(quote)
    found = figure_at(doc, text, start, start + len(quote))
    assert found is not None, quote
    return found


def material_of(documents: dict[str, str]) -> Material:
    story = Story(
        name="raid",
        known=False,
        documents=documents,
        items=(),
        labels=None,
        no_claims=(),
        unlabelled_before={},
        rules=None,
    )
    figures = {doc: tuple(read_figures(doc, text)) for doc, text in documents.items()}
    return Material(
        story=story,
        figures=figures,
        dates=dict.fromkeys(documents),
        origin_of={doc: doc for doc in documents},
        near_misses=frozenset(),
    )


def target_of(case: Case) -> Target:
    peers = {f"{n}.md": text for n, text in enumerate(case.get("peers", []))}
    known = material_of({"a.md": case["text"], **peers})
    agreeing = tuple(known.figures[doc][0] for doc in peers)
    return Target(material=known, figure=figure_in("a.md", case["text"], case["figure"]), peers=agreeing)


# --- operators ---


@pytest.mark.parametrize("case", params("mutations/operators"))
def test_an_operator_prints_what_a_newsroom_would(case: Case) -> None:
    target = target_of(case)
    made = {_outcome(target, case["operator"], seed) for seed in SEEDS}
    if case.get("whole"):
        assert made == {case["whole"]}
    elif case["any_of"] is None:
        assert made == {None}
    else:
        wanted = {case["text"].replace(case["figure"], words, 1) for words in case["any_of"]}
        assert made & wanted if case.get("some") else made - {None} and made - {None} <= wanted


def _outcome(target: Target, name: str, seed: int) -> str | None:
    outcome = OPERATORS[name](target, Random(seed))  # noqa: S311 a draw, no secret
    return None if outcome is None else apply(target.text, outcome.edits)


def test_another_value_is_no_slip_of_a_key() -> None:
    target = target_of({"text": "They held 617 people.", "figure": "617"})
    for seed in SEEDS:
        text = _outcome(target, "other-value", seed)
        assert text is not None
        number = str(figure_in("a.md", text, text[10:]).value)
        differ = sum(a != b for a, b in zip(number, "617", strict=False))
        assert len(number) == 3
        assert differ > 1
        assert sorted(number) != sorted("617")


def test_small_numbers_in_words_become_other_words() -> None:
    target = target_of({"text": "Eight people were held.", "figure": "Eight"})
    made = {_outcome(target, "other-value", seed) for seed in SEEDS}
    assert "Eleven people were held." in made
    assert not any(text and text[0].islower() for text in made)


def test_a_stale_figure_is_one_that_others_had_replaced() -> None:
    known = material(load_story(STORIES / "transasia-235"))
    stale = {t.figure.number.text: {f.number.text for f in t.earlier} for t in targets(known) if t.earlier}
    assert stale["38"] == {"19"}  # of 7 February; 19 is of the 4th, 31 and 35 of the 5th
    assert stale["43"] == {"19", "31", "35"}


# --- what names an error ---


@pytest.mark.parametrize(
    ("text", "before", "now", "besides"),
    [
        pytest.param(
            "It held 33,000 pounds, or 15,000 kilograms.", "33,000 pounds", "2,000 pounds", ["CC201"], id="or"
        ),
        pytest.param("It held 15,000 kilograms (33,000 pounds).", "33,000 pounds", "2,000 pounds", ["CC201"], id="("),
        pytest.param("It held 33,000 pounds and 15,000 kilograms.", "33,000 pounds", "2,000 pounds", [], id="a part"),
        pytest.param("Turnout was 84.6%.", "84.6%", "884.6%", ["CC205"], id="more than all"),
        pytest.param("Turnout was 84.6%.", "84.6%", "94.6%", [], id="less than all"),
        pytest.param("There 48 of the 58 people died.", "48", "84", ["CC205"], id="more than the whole"),
        pytest.param("There 48 of the 58 people died.", "48", "49", [], id="less than the whole"),
        pytest.param("There 48 died, more than the 58 of May.", "48", "84", [], id="no part of it"),
    ],
)
def test_what_its_article_shows_names_an_error_as_well(text: str, before: str, now: str, besides: list[str]) -> None:
    target = target_of({"text": text, "figure": before})
    wrong = figure_in("a.md", text.replace(before, now), now)
    kind = kind_of("wrong-digit")
    assert named_by(target, kind, Outcome(edits=()), wrong) == (*kind.checks, *besides)
    assert named_by(target, kind_of("rounded"), Outcome(edits=()), wrong) == ()


def test_a_slip_in_a_sum_is_named_by_the_slip_where_others_print_the_figure() -> None:
    kind, alone = kind_of("broken-sum"), target_of({"text": "They held 617 people.", "figure": "617"})
    borne_out = target_of({"text": "They held 617 people.", "figure": "617", "peers": ["In all 617 were held."]})
    slip, other = (Outcome(edits=(), slip=name) for name in ("transposed-digits", "other-value"))
    assert named_by(borne_out, kind, slip, None) == ("CC202", "CC104")
    assert named_by(borne_out, kind, other, None) == named_by(alone, kind, slip, None) == ("CC202",)


# --- figures and agreement ---


@pytest.mark.parametrize("case", params("mutations/agree"))
def test_two_figures_agree_or_not_whichever_comes_first(case: Case) -> None:
    a, b = (next(read_figures(doc, case[doc])) for doc in "ab")
    assert agrees(a, b) is agrees(b, a) is case["agree"]


@pytest.mark.parametrize(
    "text",
    [
        "on Sept. 10, 2018",
        "at 10.52am",
        "the 19th time",
        "between $110 and $400",
        "in 2018",
        "flight GE235",
        "17 m",
        "the Century 16 in",
    ],
)
def test_numbers_that_are_no_figures_of_their_own_are_left_alone(text: str) -> None:
    assert not list(read_figures("a.md", text))


def test_a_figure_knows_its_parts() -> None:
    text = "They took nearly $1.7 million there."
    figure = figure_in("a.md", text, "nearly $1.7 million")
    parts = [figure.qualifier, figure.currency, figure.number, figure.scale]
    assert [p and text[p.start : p.end] for p in parts] == ["nearly", "$", "1.7", "million"]
    assert text[figure.start : figure.end] == "nearly $1.7 million"


def test_numbers_in_words_go_both_ways() -> None:
    for number in range(2, 100):
        word = spelled(number)
        assert word is not None
        assert [f.value for f in read_figures("a.md", f"They took {word} cars.")] == [number]


# --- edits ---


def test_edits_change_their_own_words_only_and_places_follow() -> None:
    text, edits = "They held 617 people and took 42 guns.", (Edit(10, 13, "6,117"), Edit(30, 32, "4"))
    changed = apply(text, edits)
    assert changed == "They held 6,117 people and took 4 guns."
    assert changed[slice(*moved(10, 13, edits))] == "6,117"
    assert changed[slice(*moved(14, 20, edits))] == "people"
    assert changed[slice(*moved(30, 32, edits))] == "4"
    came_from = origin("a.md", len(text), edits)
    assert [came_from.of(changed.index(word)) for word in ("They", "people", "guns", "6,117")] == [0, 14, 33, 10]


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply("617 people", (Edit(0, 3, "a"), Edit(2, 5, "b")))


# --- kinds and draws ---


@pytest.fixture(scope="module")
def known() -> Material:
    return material(load_story(STORIES / SMALL))


@pytest.fixture(scope="module")
def mutants(known: Material) -> list[Mutant]:
    return draw([known], kinds(), 5000, seed=3)


def test_every_kind_has_its_operator_and_every_weight_a_page() -> None:
    whole_articles = {"reordered", "wire-copy"}
    assert {kind.id for kind in kinds()} == set(OPERATORS) | whole_articles
    errors = [kind for kind in kinds() if kind.is_error]
    assert sum(kind.weight for kind in errors) == 100
    cited = {name for kind in errors for name in kind.sources}
    assert cited | {"guardian-80"} == set(sources())
    assert all(page["page"].startswith("http") and page["says"] for page in sources().values())


def test_a_direction_turns_into_its_opposite() -> None:
    table = words()
    for word, opposite in (*table.directions.items(), *table.directions_after.items()):
        assert (word in table.upward) is not (opposite in table.upward), word


def test_the_same_seed_draws_the_same_and_another_draws_others(known: Material) -> None:
    first, again = (draw([known], kinds(), 200, seed=3) for _ in range(2))
    assert first == again
    assert {m.id for m in first} != {m.id for m in draw([known], kinds(), 200, seed=4)}


def test_a_mutant_changes_its_figure_and_nothing_else(mutants: list[Mutant], known: Material) -> None:
    for mutant in (m for m in mutants if m.place is not None and m.kind.id != "swapped-figures"):
        (doc, text), place, was = next(iter(mutant.changed.items())), mutant.place, mutant.figure
        old = known.story.documents[doc]
        assert place is not None
        assert was is not None
        assert " ".join(text[place.start : place.end].split()) == mutant.now
        assert " ".join(old[was.start : was.end].split()) == mutant.before
        if mutant.kind.id != "direction":
            assert text[: place.start] == old[: place.start]
            assert text[place.end :].endswith(old[was.end :][-40:])
            assert mutant.now != mutant.before


def test_an_error_disagrees_with_all_that_agreed(mutants: list[Mutant], known: Material) -> None:
    by_place = {(t.figure.doc, t.figure.start): t for t in targets(known)}
    of_agreement = [m for m in mutants if m.kind.is_error and m.kind.needs is Needs.AGREEMENT]
    told_by_words = {"direction", "percentage-points", "wrong-currency"}
    assert len({m.kind.id for m in of_agreement}) > 10
    for mutant in of_agreement:
        assert mutant.place is not None
        assert mutant.figure is not None
        target = by_place[mutant.figure.doc, mutant.figure.start]
        now = figure_at(mutant.place.doc, mutant.changed[mutant.place.doc], mutant.place.start, mutant.place.end)
        assert now is not None, mutant
        assert mutant.kind.id in told_by_words or not any(agrees(now, peer) for peer in target.peers), mutant
        assert mutant.voices == target.origins > 1


def test_a_rewritten_figure_agrees_with_all_that_it_agreed_with(mutants: list[Mutant], known: Material) -> None:
    by_place = {(t.figure.doc, t.figure.start): t for t in targets(known)}
    rewritten = [m for m in mutants if not m.kind.is_error and m.place is not None]
    assert len({m.kind.id for m in rewritten}) == 4
    for mutant in rewritten:
        assert mutant.place is not None
        assert mutant.figure is not None
        now = figure_at(mutant.place.doc, mutant.changed[mutant.place.doc], mutant.place.start, mutant.place.end)
        assert now is not None
        assert all(agrees(now, peer) for peer in by_place[mutant.figure.doc, mutant.figure.start].peers), mutant


def test_paragraphs_move_whole_and_a_copy_has_another_source(mutants: list[Mutant], known: Material) -> None:
    for mutant in (m for m in mutants if m.kind.id == "reordered"):
        ((doc, text),) = mutant.changed.items()
        old = known.story.documents[doc]
        assert text != old
        assert sorted(text.split()) == sorted(old.split())
        for word in ("kilograms", "arrests"):
            if word in text:
                assert old[mutant.origins[doc].of(text.index(word)) :].startswith(word)
    copies = [m for m in mutants if m.kind.id == "wire-copy"]
    assert copies
    for mutant in copies:
        ((name, text),) = mutant.changed.items()
        came_from = mutant.origins[name]
        old = known.story.documents[came_from.doc]
        assert text.split("\n---\n", 1)[1] == old.split("\n---\n", 1)[1]
        assert old[came_from.of(len(text) - 30) :] == text[-30:]


def test_figures_of_a_conflict_are_never_changed(known: Material) -> None:
    closed = [c.place for item in known.story.items if item.list.value == "conflicts" for c in item.claims]
    for target in (*targets(known), *everything(known)):
        place = Place(target.figure.doc, target.figure.number.start, target.figure.number.end)
        assert not any(place.shared(other) for other in closed)


def test_a_copied_article_is_no_second_origin() -> None:
    text = "One two three four five six seven eight nine ten eleven twelve."
    assert origins(
        {"a.md": text, "b.md": text + " More.", "c.md": "Quite another story, told in its own words, here."}
    ) == {
        "a.md": "a.md",
        "b.md": "a.md",
        "c.md": "c.md",
    }


# --- judgement ---


@pytest.fixture
def mutant() -> Mutant:
    """617 told as 671 in a.md, where b.md and c.md print 617."""
    text = "They held 617 people."
    figure = figure_in("a.md", text, "617")
    edits = (Edit(10, 13, "671"),)
    return Mutant(
        id="raid/a.md@10/transposed-digits/0",
        story="raid",
        kind=kind_of("transposed-digits"),
        changed={"a.md": apply(text, edits)},
        origins={"a.md": origin("a.md", len(text), edits)},
        place=Place("a.md", 10, 13),
        figure=figure,
        before="617",
        now="671",
        voices=3,
        checks=("CC104",),
        peers=(Place("b.md", 5, 8), Place("c.md", 5, 8)),
    )


def raised(
    check: str = "CC104", suspect: str | None = "a.md", advice: str = 'should read "617"', at: int = 10
) -> Raised:
    place = Place("a.md", at, at + 3)
    return Raised(
        check=check,
        grave=True,
        sides=((Place("b.md", 5, 8), Place("c.md", 5, 8)), (place,)),
        suspect=None if suspect is None else (place if suspect == "a.md" else Place(suspect, 5, 8)),
        suggestion=advice,
    )


def answer(*findings: Raised, grouped: bool = True, read: bool = True) -> Answer:
    places = (*((Place("a.md", 10, 13),) if read else ()), Place("b.md", 5, 8), Place("c.md", 5, 8))
    groups = (Group(places=places, verdict="conflict"),) if grouped else ()
    return Answer(figures=places, groups=groups, findings=findings)


def test_a_finding_on_the_changed_figure_detects_it(mutant: Mutant) -> None:
    judged = judge(mutant, answer(raised()), answer())
    assert (judged.detected, judged.cause, judged.suspect, judged.suggestion) == (True, True, True, True)


@pytest.mark.parametrize(
    ("finding", "told"),
    [
        (raised(check="CC101"), (True, False, True, True)),
        (raised(suspect="b.md"), (True, True, False, True)),
        (raised(suspect=None), (True, True, False, True)),
        (raised(advice=""), (True, True, True, False)),
        (raised(advice='should read "671"'), (True, True, True, False)),
        (raised(at=300), (False, None, None, None)),
        (replace(raised(), grave=False), (False, None, None, None)),
    ],
)
def test_what_a_finding_says_is_judged_apart(mutant: Mutant, finding: Raised, told: tuple[bool | None, ...]) -> None:
    judged = judge(mutant, answer(finding), answer())
    assert (judged.detected, judged.cause, judged.suspect, judged.suggestion) == told


def test_what_was_found_before_is_not_found_again(mutant: Mutant) -> None:
    assert not judge(mutant, answer(raised()), answer(raised())).detected


def test_the_suspect_is_judged_only_against_two_others(mutant: Mutant) -> None:
    assert judge(replace(mutant, voices=2), answer(raised()), answer()).suspect is None


def test_a_miss_says_where_the_figure_got_lost(mutant: Mutant) -> None:
    there = answer()
    assert judge(mutant, answer(read=False), there).miss == Miss.UNREAD
    assert judge(mutant, answer(grouped=False), answer(grouped=False)).miss == Miss.NEVER_LINKED
    assert judge(mutant, answer(grouped=False), there).miss == Miss.LINK_LOST
    assert judge(mutant, answer(replace(raised(), grave=False)), there).miss == Miss.NOTE
    assert judge(mutant, there, there).miss == f"{Miss.NO_CONFLICT}: conflict"
    assert judge(replace(mutant, peers=()), there, there).miss == Miss.ALONE


def test_rewriting_is_a_false_alarm_and_has_no_cause(mutant: Mutant) -> None:
    judged = judge(replace(mutant, kind=kind_of("rounded"), checks=()), answer(raised()), answer())
    assert (judged.detected, judged.cause, judged.miss) == (True, None, None)


def test_where_no_figure_changed_any_new_disagreement_is_false(mutant: Mutant) -> None:
    moved_on = replace(mutant, kind=kind_of("reordered"), place=None, figure=None, checks=(), origins={})
    assert judge(moved_on, answer(raised()), answer()).detected
    assert not judge(moved_on, answer(raised()), answer(raised())).detected


def test_agreeing_figures_that_are_set_apart_are_counted() -> None:
    target = target_of({"text": "They held 617 people.", "figure": "617", "peers": ["They held 617 people."]})
    against = Raised(
        check="CC101",
        grave=True,
        sides=((Place("a.md", 10, 13),), (Place("0.md", 10, 13),)),
        suspect=None,
        suggestion="",
    )
    assert set_apart([target], [against]) == [target]
    assert set_apart([target], [replace(against, sides=((Place("0.md", 10, 13),),))]) == []


# --- the command ---


def test_claimcheck_is_asked_in_this_process() -> None:
    told = in_process(
        {
            "a.md": "Police arrested 40 people in the raid and seized 12 kilograms of heroin in Omaha on Monday.\n",
            "b.md": "In Omaha on Monday police seized 120 kilograms of heroin and arrested 40 people in the raid.\n",
        }
    )
    assert [f.check for f in told.findings if f.grave] == ["CC102"]
    assert told.findings[0].sides[0][0] in told.figures


def test_rows_count_what_was_judged(mutant: Mutant) -> None:
    judged = [judge(mutant, answer(raised()), answer()), judge(replace(mutant, id="other"), answer(), answer())]
    (row,) = error_rows(judged)
    assert row.cells == ("transposed-digits", "CC104", "2", "1/2 50%", "1/1 100%", "1/1 100%", "1/1 100%")
    assert weighted(judged) == pytest.approx(0.5)
    assert harmless_rows([], judged)[0][1:] == ("0", "-")
    assert story_rows(judged) == [("raid", "2", "1/2 50%", "0%", "0%")]


def test_mutants_are_written_out_for_other_tools(tmp_path: Path, mutants: list[Mutant], known: Material) -> None:
    chosen = [m for m in mutants if m.place is not None][:3]
    write_folders(tmp_path, [known.story], chosen, seed=3)
    manifest = json.loads((tmp_path / "manifest.json").read_text("utf-8"))
    for entry, mutant in zip(manifest["mutants"], chosen, strict=True):
        text = (tmp_path / entry["folder"] / entry["document"]).read_bytes().decode()
        span = entry["span"]
        assert " ".join(text[span["start"] : span["end"]].split()) == mutant.now == entry["now"]
        unchanged = (tmp_path / entry["original"] / entry["document"]).read_bytes().decode()
        assert unchanged == known.story.documents[entry["document"]]


def test_the_command_measures_and_keeps_its_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("evaluation.mutations.generate.LEAST", 2)
    record, page = tmp_path / "run.json", tmp_path / "page.md"
    wanted = ["--set", SMALL, "--kind", "wrong-unit", "rounded", "--count", "8", "--jobs", "1"]
    assert main([*wanted, "--json", str(record), "--write-docs", str(page), "--show", "stories,misses,false"]) == 0
    shown = capsys.readouterr().out
    assert "wrong-unit" in shown
    assert json.loads(record.read_text("utf-8"))["errors"]["wrong-unit"]["detected"][1] > 0
    assert "| wrong-unit | CC103 |" in page.read_text("utf-8")


def test_a_page_without_marks_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(MarksError):
        between_marks("# A page\n", "table")
    assert between_marks("a <!-- yardstick: begin -->old<!-- yardstick: end --> b", "new").split("\n")[1] == "new"
    page = tmp_path / "page.md"
    page.write_text("# A page\n")
    wanted = ["--set", SMALL, "--kind", "direction", "--count", "1", "--jobs", "1"]
    assert main([*wanted, "--write-docs", str(page)]) == 2
    assert page.read_text() == "# A page\n"
