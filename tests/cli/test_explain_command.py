"""`claimcheck explain`: a check's page, or the trail behind one finding, now or from an earlier run."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_line import Outcome, StubApi
from report_factory import clean

Run = Callable[..., Outcome]
pytestmark = pytest.mark.usefixtures("desk")

TITLES = (
    "The claims",
    "Why they stand together",
    "What they were compared on",
    "How the pairs were judged",
    "What it would take",
    "Which copy changed it",
    "Why this cause",
    "Who says so",
    "Why this severity",
)


def _story(desk: Path) -> None:
    """Three outlets in the place of the desk's corpus: one copies another and swaps two digits."""
    (desk / "corpus" / "a.md").unlink()
    words = "Officers made {} arrests in Operation Lantern across twelve states during the week, the agency said."
    texts = {"a": words.format("3,337"), "b": words.format("3,373"), "c": "Operation Lantern led to 3,337 arrests."}
    for number, (name, text) in enumerate(texts.items(), 1):
        head = f"---\ntitle: Raids\nsource: Daily {name.upper()}\ndate: 2024-03-0{number}\n---\n"
        (desk / "corpus" / f"{name}.md").write_text(f"{head}{text}\n", "utf-8")


def _run(claimcheck: Run, *paths: str) -> Any:
    return json.loads(claimcheck("compare", "--format", "json", *paths).out)


def test_the_whole_trail_of_a_finding(claimcheck: Run, desk: Path) -> None:
    _story(desk)
    (finding,) = _run(claimcheck)["findings"]
    outcome = claimcheck("explain", finding["id"])
    assert (outcome.code, outcome.err) == (0, "")
    lines = outcome.out.splitlines()
    assert lines[0] == f"{finding['id']}: digit slip, error"
    assert [line for line in lines if line in TITLES] == list(TITLES)
    assert 'corpus/b.md copies corpus/a.md and has "3,373" where that has "3,337"' in " ".join(outcome.out.split())
    assert "Daily B copies Daily A" in finding["message"]


def test_it_is_the_same_from_a_file_from_a_pipe_and_from_the_articles(
    claimcheck: Run, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _story(desk)
    claimcheck("compare", "--format", "json", "--output", "run.json")
    finding = json.loads((desk / "run.json").read_text("utf-8"))["findings"][0]["id"]
    now = claimcheck("explain", finding)
    assert now.code == 0
    assert claimcheck("explain", finding, "--from", "run.json") == now
    assert claimcheck("explain", finding, "corpus") == now
    with (desk / "run.json").open("rb") as stream, monkeypatch.context() as patch:
        patch.setattr("sys.stdin", _Stdin(stream))
        assert claimcheck("explain", finding, "--from", "-") == now


class _Stdin:
    def __init__(self, buffer: object) -> None:
        self.buffer = buffer

    def read(self) -> str:
        raise AssertionError("bytes are asked for")


@pytest.mark.usefixtures("api")
def test_the_figure_that_is_marked_is_the_one_that_is_meant(claimcheck: Run, desk: Path) -> None:
    """Of two 42 in a sentence the one at the claim's own place."""
    assert "Police say <b>»42«</b> arrests | `42` were" in claimcheck("explain", "cc101", "corpus").out
    document = _run(claimcheck)
    (claim,) = (c for c in document["claims"] if c["id"] == "news/daily-a.md#70")
    claim["at"] = claim["sentence"].index("`42`") + 1
    (desk / "run.json").write_text(json.dumps(document), "utf-8")
    assert "Police say <b>42</b> arrests | `»42«` were" in claimcheck("explain", "cc101", "--from", "run.json").out


def test_every_number_of_a_tie_is_shown_and_adds_up(claimcheck: Run, desk: Path) -> None:
    _story(desk)
    (finding,) = _run(claimcheck)["findings"]
    text = " ".join(claimcheck("explain", finding["id"]).out.split())
    for tie in finding["trail"]["ties"]:
        weights = [reason["weight"] for reason in tie["reasons"]]
        assert sum(weights) == pytest.approx(tie["score"], abs=0.01 * len(weights))
        assert all(f"{reason['says']}" in text and f"{reason['weight']:+.2f}" in text for reason in tie["reasons"])
        assert f"{tie['score']:+.2f} in all" in text


@pytest.mark.parametrize("prefix", ["CC102-a", "cc102-assets", "CC102", "cc101-"])
@pytest.mark.usefixtures("api")
def test_the_beginning_of_an_id_will_do(claimcheck: Run, prefix: str) -> None:
    outcome = claimcheck("explain", prefix, "corpus")
    assert outcome.code == 0
    assert outcome.out.startswith(prefix.lower()[:6])


@pytest.mark.parametrize(
    ("wanted", "said", "hint"),
    [
        ("cc10", '"cc10" begins 2 findings', "hint: one of: cc102-assets, cc101-arrests"),
        ("CC109-ab", 'no finding "CC109-ab" in this run', "hint: there are: cc102-assets, cc101-arrests"),
        ("cc102-asets", 'no finding "cc102-asets" in this run', "hint: there are: cc102-assets"),
    ],
)
@pytest.mark.usefixtures("api")
def test_an_id_that_is_none_or_several_is_2_with_the_near_ones(
    claimcheck: Run, wanted: str, said: str, hint: str
) -> None:
    outcome = claimcheck("explain", wanted, "corpus")
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err
    assert hint in outcome.err


def test_a_run_without_findings_says_so(api: StubApi, claimcheck: Run) -> None:
    api.report = clean()
    assert "this run has no findings" in claimcheck("explain", "CC102-ab").err


def test_a_check_that_speaks_when_asked_is_asked(api: StubApi, claimcheck: Run) -> None:
    claimcheck("explain", "CC301-ab")
    assert api.select == {"CC"}
    claimcheck("explain", "CC101-ab")
    assert api.select == frozenset()


@pytest.mark.usefixtures("api")
def test_a_code_alone_is_still_the_checks_page(claimcheck: Run) -> None:
    page = claimcheck("explain", "CC104").out
    assert page.startswith("CC104 A figure with a digit wrong.\n")
    assert claimcheck("explain", " cc104 ").out == page


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": ]', "run.json:1:7: error: not JSON: Expecting value"),
        ("\ufffd" * 2, "run.json:1:1: error: not JSON"),
        ("[" * 100_000, "run.json: error: not JSON"),
        ("[]", "run.json: error: schema_version is missing"),
        ('{"schema_version": 7}', "run.json: error: schema_version is 7, expected 1"),
        ('{"schema_version": 1, "claims": []}', "run.json: error: findings is missing"),
        ('{"schema_version": 1, "findings": 3}', "run.json: error: findings is not a list"),
        ('{"schema_version": 1, "findings": [{"id": 3}]}', "run.json: error: findings[0].id is not text"),
        ('{"schema_version": 1, "findings": [{"id": "CC101-ab"}]}', "run.json: error: findings[0].trail is missing"),
    ],
)
def test_a_file_that_is_no_run_is_2_with_the_place(claimcheck: Run, desk: Path, text: str, said: str) -> None:
    (desk / "run.json").write_text(text, "utf-8")
    outcome = claimcheck("explain", "CC101-ab", "--from", "run.json")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(said)
    assert "internal error" not in outcome.err
    assert "hint: " in outcome.err


def test_bytes_that_are_no_text_and_files_that_are_not_there(claimcheck: Run, desk: Path) -> None:
    (desk / "run.json").write_bytes(b"\xff\xfe{")
    assert "run.json: error: not JSON" in claimcheck("explain", "CC101-ab", "--from", "run.json").err
    missing = claimcheck("explain", "CC101-ab", "--from", "none.json")
    assert (missing.code, missing.err.splitlines()[0]) == (2, "none.json: error: No such file or directory")


@pytest.mark.parametrize("more", [("corpus",), ("--rules", "rules.yaml")])
def test_a_file_or_articles_but_not_both(claimcheck: Run, more: tuple[str, ...]) -> None:
    outcome = claimcheck("explain", "CC101-ab", "--from", "run.json", *more)
    assert outcome.code == 2
    assert "--from takes the finding from that file" in outcome.err


def _damaged(value: Any, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    return [path for key in keys for path in ((*way, key), *_damaged(value[key], (*way, key)))]


@pytest.mark.usefixtures("api")
def test_whatever_is_damaged_in_the_file_is_a_fault_with_its_place_and_never_ours(claimcheck: Run, desk: Path) -> None:
    document = _run(claimcheck)
    for way in _damaged(document):
        broken = json.loads(json.dumps(document))
        inner = broken
        for key in way[:-1]:
            inner = inner[key]
        inner[way[-1]] = {"no": "thing of ours"}
        (desk / "run.json").write_text(json.dumps(broken), "utf-8")
        outcome = claimcheck("explain", "cc102-assets", "--from", "run.json")
        assert outcome.code in (0, 2)
        assert "internal error" not in outcome.err, way


@pytest.mark.usefixtures("api")
def test_width_colour_and_control_codes(claimcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    args = ("explain", "cc101", "corpus")
    assert not re.search("[\x00-\x09\x0b-\x1f]", claimcheck(*args).out)
    assert "\x1b[1m" in claimcheck(*args, "--color", "always").out
    for width in (60, 80, 100):
        monkeypatch.setenv("COLUMNS", str(width))
        assert max(map(len, claimcheck(*args).out.splitlines())) <= width


@pytest.mark.usefixtures("api")
def test_pairs_that_were_not_compared_are_told_when_asked(claimcheck: Run) -> None:
    plain, verbose = _run(claimcheck), json.loads(claimcheck("compare", "-f", "json", "-v").out)
    assert "apart" not in plain
    assert verbose["apart"] == [
        {"a": "news/agency.md#129", "b": "news/daily-b.md#139", "why": "words that never merge"}
    ]
    told = "42 (news/agency.md:7:15) / 7 (news/daily-b.md:5:65): words that never merge"
    assert told in " ".join(claimcheck("compare", "-v").out.split())
    assert "not compared" not in claimcheck("compare").out


def test_a_pair_of_one_group_under_other_circumstances_was_not_compared_either(claimcheck: Run, desk: Path) -> None:
    _story(desk)
    document = json.loads(claimcheck("compare", "-f", "json", "-v").out)
    inside = [pair for pair in document["comparisons"] if pair["verdict"] == "not comparable"]
    told = {(pair["a"], pair["b"], pair["why"]) for pair in document["apart"]}
    assert {(pair["a"], pair["b"], pair["why"]) for pair in inside} <= told
