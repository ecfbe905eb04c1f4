"""The draft trial: `python -m evaluation.drafts [--show]`.

Six drafts with planted errors and harmless re-tellings (tests/draft_review/key.yaml) are held against the articles that
they were written from. Printed is how many planted errors are named, and how many harmless figures raise a false alarm
(a warning or an error). Figures told just as a source has them are counted beside these.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests" / "draft_review"
STORIES = ROOT / "evaluation" / "stories"
ALARMS = frozenset({"warning", "error"})
PLANTED, HARMLESS, EXACT = "planted", "harmless", "exact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One figure of the key at its place in the draft; `standing` is what a planted error should be told as."""

    draft: str
    group: str
    quote: str
    kind: str
    start: int
    end: int
    standing: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the tool says of a mark: the standing, None for a number that it did not read as a claim; whether it weighs
    as a warning or an error, by itself or by a finding inside the draft (one across articles may have it on the side
    that is right); the codes and severities of all findings that touch it; and the hint of the one that decides.
    """

    mark: Mark
    standing: str | None
    alarm: bool
    checks: tuple[str, ...]
    hint: str = ""

    @property
    def named(self) -> bool:
        """Whether a planted error is told as what it is."""
        return self.alarm and self.standing == self.mark.standing

    def __str__(self) -> str:
        told = ", ".join((self.standing or "not read", *self.checks, *filter(None, [self.hint])))
        return f"{self.mark.draft}: {self.mark.group}: {self.mark.kind}: {self.mark.quote!r}: {told}"


def read_key(folder: Path = FOLDER) -> dict[str, tuple[str, tuple[Mark, ...]]]:
    """By draft the story that it was written from, and its marks. ValueError for a quote that is not there once."""
    entries: list[dict[str, Any]] = yaml.safe_load((folder / "key.yaml").read_text("utf-8"))
    return {e["draft"]: (e["sources"], tuple(_marks(e, (folder / e["draft"]).read_text("utf-8")))) for e in entries}


def _marks(entry: Mapping[str, Any], text: str) -> Iterator[Mark]:
    given = [(group, label) for group in (PLANTED, HARMLESS) for label in entry[group]]
    given += [(EXACT, {"quote": quote, "kind": "as printed"}) for quote in entry[EXACT]]
    for group, label in given:
        quote = str(label["quote"])
        if text.count(quote) != 1:
            raise ValueError(f"{entry['draft']}: {quote!r} is there {text.count(quote)} times")
        start = text.index(quote)
        yield Mark(
            draft=entry["draft"],
            group=group,
            quote=quote,
            kind=label["kind"],
            start=start,
            end=start + len(quote),
            standing=label.get("standing"),
        )


def review(draft: Path, sources: Path) -> dict[str, Any]:
    """The tool's JSON, from a folder without rules."""
    line = [sys.executable, "-m", "claimcheck", "compare", "--draft", str(draft), str(sources), "--format", "json"]
    with tempfile.TemporaryDirectory(prefix="claimcheck-drafts-") as folder:
        done = subprocess.run(line, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{draft.name}: exit code {done.returncode}: {done.stderr.strip()}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def answers(document: Mapping[str, Any], marks: Iterable[Mark]) -> Iterator[Answer]:
    """What the document of one draft says of each mark."""
    spans = {claim["id"]: claim["span"] for claim in document["claims"]}
    figures = {figure["claim"]: figure for figure in document["drafts"][0]["figures"]}
    for mark in marks:
        here = [claim for claim in figures if _shared(spans[claim], mark) > 0]
        claim = max(here, key=lambda one: _shared(spans[one], mark), default=None)
        findings = [f for f in document["findings"] if claim in f["claims"]]
        graves = [f for f in findings if f["severity"] in ALARMS and not f["check"].startswith("CC1")]
        deciding = [f for f in findings if claim is not None and f["id"] == figures[claim]["finding"]]
        yield Answer(
            mark=mark,
            standing=None if claim is None else figures[claim]["standing"],
            alarm=bool(graves) or (claim is not None and figures[claim]["severity"] in ALARMS),
            checks=tuple(f"{f['check']} {f['severity']}" for f in findings),
            hint=next((str(f["suggestion"]) for f in deciding if f["suggestion"]), ""),
        )


def _shared(span: Mapping[str, int], mark: Mark) -> int:
    return min(span["end"], mark.end) - max(span["start"], mark.start)


def main() -> None:
    """Runs every draft and prints the counts; with --show every planted error missed and every false alarm."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.drafts", description=__doc__)
    parser.add_argument("--show", action="store_true", help="list what was missed and the false alarms")
    show: bool = parser.parse_args().show
    found = [
        answer
        for draft, (story, marks) in read_key().items()
        for answer in answers(review(FOLDER / draft, STORIES / story), marks)
    ]
    for line in summary(found):
        print(line)
    for answer in found if show else ():
        if answer.mark.group == PLANTED and not answer.named:
            print(f"{'other' if answer.alarm else 'missed'}: {answer}")
        elif answer.mark.group != PLANTED and (answer.alarm or answer.standing != "supported"):
            print(f"{'false alarm' if answer.alarm else 'not supported'}: {answer}")


def summary(found: Iterable[Answer]) -> Iterator[str]:
    """The counts, a line for each group."""
    listed = list(found)
    planted = [a for a in listed if a.mark.group == PLANTED]
    named = sum(a.named for a in planted)
    alarmed = sum(a.alarm for a in planted)
    hinted = sum(a.alarm and not a.named and bool(a.hint) for a in planted)
    yield f"planted errors: {alarmed} of {len(planted)} raise a warning or an error"
    yield f"  {named} named as what they are, {hinted} more told with the source's figure in the hint"
    for group in (HARMLESS, EXACT):
        own = [a for a in listed if a.mark.group == group]
        false, right = sum(a.alarm for a in own), sum(a.standing == "supported" for a in own)
        words = "harmless re-tellings" if group == HARMLESS else "figures as printed"
        yield f"{words}: {false} of {len(own)} raise a false alarm, {right} are told as supported"


if __name__ == "__main__":
    main()
