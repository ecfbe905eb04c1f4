"""The bundled articles, end to end: what a desk sees that types `claimcheck compare`, with our rules and with none."""

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
SURGE = "corpus/sinaloa-surge"
WRONG = {
    f"{SURGE}/beltway-brief.md": ("CC103", "926 pounds", "1,058 pounds"),
    f"{SURGE}/evening-cable.md": ("CC102", "nearly $1,700", "$1.7 million"),
    f"{SURGE}/statehouse-square.md": ("CC104", "55 kilograms", "16.55 kilograms"),
}
Json = dict[str, Any]


@pytest.fixture(params=[True, False], ids=["with rules", "without rules"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return _desk(tmp_path, with_rules=request.param)


def _desk(folder: Path, *, with_rules: bool) -> Path:
    """A working folder with the corpus, and with the rules beside it or not."""
    (folder / ".git").mkdir()
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    if with_rules:
        shutil.copy(ROOT / "rules.yaml", folder)
    return folder


def claimcheck(desk: Path, *args: str, seed: str = "0") -> tuple[int, bytes]:
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "SYSTEMROOT")}
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", *args],
        cwd=desk,
        env={**kept, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed},
        capture_output=True,
        check=False,
    )
    assert not done.stderr, done.stderr.decode()
    return done.returncode, done.stdout


@pytest.fixture(scope="module", params=[True, False], ids=["with rules", "without rules"])
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Json:
    """What compare says of the whole corpus, run once for the tests that only look at it."""
    return compared(_desk(tmp_path_factory.mktemp("desk"), with_rules=request.param))[1]


def compared(desk: Path) -> tuple[int, Json]:
    code, out = claimcheck(desk, "compare", "--format", "json")
    return code, dict(json.loads(out))


def told(report: Json, finding: Json) -> tuple[str, tuple[str, str, str]]:
    claims = {c["id"]: c for c in report["claims"]}
    suspect = claims[finding["suspect"]]
    return suspect["document"], (finding["check"], suspect["quantity"]["text"], finding["suggestion"])


def test_the_three_wrong_figures_are_the_errors(desk: Path) -> None:
    code, report = compared(desk)
    assert code == 1
    errors = [f for f in report["findings"] if f["severity"] == "error"]
    found = dict(told(report, f) for f in errors)
    assert len(errors) == 3
    assert {name: (check, text) for name, (check, text, _) in found.items()} == {
        name: (check, text) for name, (check, text, _) in WRONG.items()
    }
    for name, (_, _, right) in WRONG.items():
        assert right in found[name][2]
    assert report["summary"]["findings"]["error"] == 3


def test_nothing_else_needs_a_look(report: Json) -> None:
    assert [f["message"] for f in report["findings"] if f["severity"] == "warning"] == []


def test_without_the_three_articles_the_gate_is_open(desk: Path) -> None:
    for name in WRONG:
        (desk / name).unlink()
    code, report = compared(desk)
    assert code == 0
    assert [f["message"] for f in report["findings"] if f["severity"] != "note"] == []


@pytest.mark.parametrize(
    ("document", "text"),
    [
        ("corpus/operation-last-mile/prairie-times.md", "26"),
        ("corpus/operation-last-mile/prairie-times.md", "87"),
        ("corpus/operation-last-mile/prairie-times.md", "60"),
        ("corpus/operation-last-mile/prairie-times.md", "more than 3,300"),
        (f"{SURGE}/beltway-brief.md", "more than 600"),
        (f"{SURGE}/gulf-courier.md", "More than 600"),
        (f"{SURGE}/agency.md", "617"),
        (f"{SURGE}/beltway-brief.md", "16,466 pounds"),
        (f"{SURGE}/beltway-brief.md", "4,870 pounds"),
        (f"{SURGE}/beltway-brief.md", "36.5 pounds"),
        (f"{SURGE}/gulf-courier.md", "16,466 pounds"),
        (f"{SURGE}/gulf-courier.md", "4,870 pounds"),
        (f"{SURGE}/gulf-courier.md", "$11.1 million"),
        (f"{SURGE}/evening-cable.md", "more than $11.1 million"),
        (f"{SURGE}/agency.md", "$11,111,483"),
        (f"{SURGE}/agency.md", "25"),
        (f"{SURGE}/northeast-dispatch.md", "171"),
        ("corpus/nepal-quake/morning-gazette.md", "1,394"),
        ("corpus/nepal-quake/pacific-tribune.md", "at least 42"),
    ],
)
def test_a_right_figure_raises_nothing(report: Json, document: str, text: str) -> None:
    own = {c["id"] for c in report["claims"] if (c["document"], c["quantity"]["text"]) == (document, text)}
    assert own
    told_wrong = [
        f for f in report["findings"] if f["suspect"] in own or (len(f["sides"]) < 2 and own & set(f["claims"]))
    ]
    assert [f["message"] for f in told_wrong] == []


def home(report: Json, document: str, text: str) -> str:
    """The group of a figure."""
    (claim,) = {c["id"] for c in report["claims"] if (c["document"], c["quantity"]["text"]) == (document, text)}
    (group,) = {g["id"] for g in report["groups"] if claim in g["claims"]}
    return str(group)


@pytest.mark.parametrize(
    ("document", "text", "primary"),
    [
        pytest.param("beltway-brief.md", "more than 600", "617"),
        ("gulf-courier.md", "More than 600", "617"),
        ("statehouse-square.md", "617", "617"),
        ("beltway-brief.md", "16,466 pounds", "7,469 kilograms"),
        ("gulf-courier.md", "4,870 pounds", "2,209 kilograms"),
        ("gulf-courier.md", "$11.1 million", "$11,111,483"),
        ("evening-cable.md", "420", "420"),
    ],
)
def test_a_right_figure_is_compared_and_not_only_passed_over(
    report: Json, document: str, text: str, primary: str
) -> None:
    assert home(report, f"{SURGE}/{document}", text) == home(report, f"{SURGE}/agency.md", primary)


def test_the_omaha_figures_are_not_held_against_the_whole(report: Json) -> None:
    folder = "corpus/operation-last-mile"
    assert home(report, f"{folder}/prairie-times.md", "87") != home(report, f"{folder}/network-politics.md", "3,337")
    assert home(report, f"{folder}/prairie-times.md", "60") != home(report, f"{folder}/network-politics.md", "8,497")


def test_the_receipt_accounts_for_every_number(report: Json) -> None:
    coverage = report["coverage"]
    assert coverage["numbers"] == len(report["claims"]) + len(report["skipped"])
    assert coverage["numbers"] == coverage["compared"] + coverage["alone"] + sum(coverage["skipped"].values())


@pytest.mark.parametrize("command", ["extract", "compare"])
def test_the_same_bytes_whatever_the_seed_of_hashing(desk: Path, command: str) -> None:
    first, second = (claimcheck(desk, command, "--format", "json", seed=seed) for seed in ("1", "4711"))
    assert first == second


@cache
def _spans() -> tuple[tuple[str, int, int, str], ...]:
    _, out = claimcheck(ROOT, "extract", "corpus", "--format", "json")
    return tuple(
        (c["document"], c["span"]["start"], c["span"]["end"], c["quantity"]["text"]) for c in json.loads(out)["claims"]
    )


def test_spans_are_offsets_into_the_files_as_they_lie() -> None:
    assert len(_spans()) > 200
    for document, start, end, text in _spans():
        assert (ROOT / document).read_text("utf-8")[start:end] == text
