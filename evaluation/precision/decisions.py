"""Checks about decisions (CC4xx), on baselines and comments that are generated for what is found in a story.

Every finding of a story becomes an entry of a baseline, some with a last day that is over, and gets a comment beside
one of its figures; as many comments of the same checks stand where nothing is found. Then a desk goes on working: files
are renamed and wrapped anew, an article is left out, one figure is corrected to what the other side prints. What was
done to a finding's own passages says whether it must still be there:

  there  nothing, or what is left of it still stands on two sides,
  gone   fewer than two of its sides are left (or its only one was touched), or its sides print the same by now,
  open   anything between: one of its figures was corrected in another's name, an article that it needs for its count of
         origins is away.
"""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import partial
from random import Random

from claimcheck.api import compare_articles
from claimcheck.model.baseline import NO_DECISIONS, Accepted, Decisions, acceptable
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.rules import Rules
from claimcheck.model.text import Spot
from claimcheck.triage.accept import Word, accept
from evaluation.model import Place
from evaluation.mutations.answers import article_of, place_of
from evaluation.mutations.text import Edit, apply
from evaluation.precision.material import Asked, Work, known
from evaluation.precision.outcomes import Case, On, Outcome
from evaluation.stories import body_start

EXPIRED, UNMATCHED, STALE = "CC401", "CC402", "CC403"
TODAY = date(2030, 1, 15)
DAYS = (None, TODAY, TODAY + timedelta(days=1), TODAY - timedelta(days=1), TODAY - timedelta(days=30))
"""Last days of entries; today's still holds."""
LEFT_OUT = 2
"""So many articles of a story are left out, one at a time."""
FILE = "baseline.yaml"
_MARKS = tuple("#-*>0123456789<")
_FULL = 60
"""A line of wrapped prose has so many characters."""


class Fate(StrEnum):
    """Whether a finding must still be there after what was done to the folder."""

    THERE = "there"
    GONE = "gone"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a desk did: articles that are `away`, and edits that put one finding right (`corrected` is its id). With
    `moved`, files are renamed, and wrapped anew where they hold no comments.
    """

    name: str
    moved: bool = False
    away: frozenset[str] = frozenset()
    edits: Mapping[str, tuple[Edit, ...]] | None = None
    corrected: str | None = None
    touched: frozenset[Place] = frozenset()


def on_baselines(asked: Asked) -> list[Work]:
    """Every story."""
    return [partial(_decided, name, asked.seed) for name in asked.stories]


def _decided(name: str, seed: int) -> list[Case]:
    documents = known(name).story.documents
    report = compare_articles([article_of(doc, text) for doc, text in documents.items()], Rules())
    findings = tuple(f for f in report.findings if acceptable(f.check) and f.claims)
    if not findings:
        return []
    chance = Random(f"{seed} {name}")  # noqa: S311 a draw, no secret
    cases: list[Case] = []
    for scene in _scenes(findings, documents, chance):
        cases += _with_baseline(name, scene, findings, chance)
        cases += _with_comments(name, scene, findings, report.claims, chance)
    return cases


def _scenes(findings: Sequence[Finding], documents: Mapping[str, str], chance: Random) -> Iterator[Scene]:
    yield Scene(name="moved", moved=True)
    involved = sorted({place_of(claim).doc for finding in findings for claim in finding.claims})
    for doc in chance.sample(involved, min(LEFT_OUT, len(involved))):
        if len(documents) > 1:
            yield Scene(name=f"without {doc}", away=frozenset({doc}))
    opposed = [finding for finding in findings if len(finding.sides) == 2]
    if opposed:
        yield _correction(chance.choice(opposed), documents)


def _correction(finding: Finding, documents: Mapping[str, str]) -> Scene:
    """The side with fewer figures printed as the other one has it."""
    wrong, right = sorted(finding.sides, key=len)
    model = place_of(right[0])
    words = documents[model.doc][model.start : model.end]
    edits: dict[str, tuple[Edit, ...]] = {}
    for place in map(place_of, wrong):
        edits[place.doc] = (*edits.get(place.doc, ()), Edit(place.start, place.end, words))
    return Scene(
        name=f"corrected {finding.check}", edits=edits, corrected=finding.id, touched=frozenset(map(place_of, wrong))
    )


def fate(finding: Finding, scene: Scene) -> Fate:
    """Whether the finding must still be there: see the head of this module."""
    if finding.id == scene.corrected:
        return Fate.GONE
    places = [[place_of(claim) for claim in side] for side in finding.sides]
    every = [place for side in places for place in side]
    if any(place.shared(spot) for place in every for spot in scene.touched):
        return Fate.OPEN
    if all(place.doc not in scene.away for place in every):
        return Fate.THERE
    left = [side for side in places if any(place.doc not in scene.away for place in side)]
    if len(left) < 2:
        return Fate.GONE
    return Fate.THERE if finding.check.startswith("CC1") else Fate.OPEN


# --- baselines ---


def _with_baseline(name: str, scene: Scene, findings: Sequence[Finding], chance: Random) -> Iterator[Case]:
    entries = accept(tuple(findings), Word(reason="checked"), NO_DECISIONS).entries
    dated = [
        replace(entry, expires=chance.choice(DAYS), at=Spot(FILE, number, 1)) for number, entry in enumerate(entries, 1)
    ]
    decisions = Decisions(accepted=tuple(dated), baseline=FILE, today=TODAY)
    texts = _after(known(name).story.documents, scene, chance, {})
    report = compare_articles([article_of(doc, text) for doc, text in texts.items()], Rules(), decisions=decisions)
    by_id, by_place = {str(finding.id): finding for finding in findings}, {entry.at: entry for entry in dated}
    for told in report.findings:
        if told.check in (EXPIRED, UNMATCHED) and told.at is not None:
            entry = by_place[told.at]
            found = fate(by_id[entry.id], scene)
            outcome = _expired(entry, found) if told.check == EXPIRED else _lapsed(found)
            detail = f"{name}: {scene.name}: until {entry.expires}: {entry.message}"
            yield Case(code=told.check, on=On.BASELINES, outcome=outcome, detail=detail)


def _expired(entry: Accepted, found: Fate) -> Outcome:
    over = entry.expires is not None and entry.expires < TODAY
    if found is Fate.OPEN:
        return Outcome.UNKNOWN
    return Outcome.SO if over and found is Fate.THERE else Outcome.NOT_SO


def _lapsed(found: Fate) -> Outcome:
    return {Fate.GONE: Outcome.SO, Fate.THERE: Outcome.NOT_SO, Fate.OPEN: Outcome.UNKNOWN}[found]


# --- comments ---


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comment:
    """A comment at the end of a line; `fate` is that of what it speaks of, GONE where it speaks of nothing."""

    doc: str
    at: int
    code: str
    fate: Fate
    about: str


def _with_comments(
    name: str, scene: Scene, findings: Sequence[Finding], claims: Sequence[Claim], chance: Random
) -> Iterator[Case]:
    documents = known(name).story.documents
    comments = list(_comments(documents, scene, findings, claims, chance))
    inserted: dict[str, list[Edit]] = {}
    for number, comment in enumerate(comments):
        words = f" <!-- claimcheck: ignore {comment.code} comment {number} -->"
        inserted.setdefault(comment.doc, []).append(Edit(comment.at, comment.at, words))
    texts = _after(documents, scene, chance, inserted)
    report = compare_articles([article_of(doc, text) for doc, text in texts.items()], Rules())
    numbers = {ignore.at: int(ignore.reason.rpartition(" ")[2]) for a in report.articles for ignore in a.ignores}
    for told in report.findings:
        if told.check == STALE and told.at is not None:
            comment = comments[numbers[told.at]]
            detail = f"{name}: {scene.name}: {comment.code} at {comment.about}"
            yield Case(code=STALE, on=On.BASELINES, outcome=_lapsed(comment.fate), detail=detail)


def _comments(
    documents: Mapping[str, str], scene: Scene, findings: Sequence[Finding], claims: Sequence[Claim], chance: Random
) -> Iterator[_Comment]:
    """One at each finding, and as many of the same checks at lines on which these find nothing."""
    lines: dict[tuple[str, str, int], list[Finding]] = {}
    for finding in findings:
        for place in map(place_of, finding.claims):
            lines.setdefault((finding.check, place.doc, _line_end(documents, place)), []).append(finding)
    taken: set[tuple[str, str, int]] = set()
    for finding in findings:
        in_text = [p for p in map(place_of, finding.claims) if p.start >= body_start(documents[p.doc])]
        if in_text:
            place = chance.choice(in_text)
            yield from _new(taken, (finding.check, place.doc, _line_end(documents, place)), lines, scene)
        free = [p for p in map(place_of, claims) if p.start >= body_start(documents[p.doc])]
        place = chance.choice(free)
        if (finding.check, place.doc, _line_end(documents, place)) not in lines:
            yield from _new(taken, (finding.check, place.doc, _line_end(documents, place)), lines, scene)


def _new(
    taken: set[tuple[str, str, int]],
    line: tuple[str, str, int],
    lines: Mapping[tuple[str, str, int], Sequence[Finding]],
    scene: Scene,
) -> Iterator[_Comment]:
    if line not in taken:
        taken.add(line)
        spoken_of = lines.get(line, ())
        fates = {fate(finding, scene) for finding in spoken_of}
        best = next((f for f in (Fate.THERE, Fate.OPEN) if f in fates), Fate.GONE)
        about = spoken_of[0].message if spoken_of else f"nothing, {line[1]}@{line[2]}"
        yield _Comment(doc=line[1], at=line[2], code=line[0], fate=best, about=about)


def _line_end(documents: Mapping[str, str], place: Place) -> int:
    text = documents[place.doc]
    end = text.find("\n", place.end)
    return len(text) if end < 0 else end


# --- the folder afterwards ---


def _after(
    documents: Mapping[str, str], scene: Scene, chance: Random, inserted: Mapping[str, Sequence[Edit]]
) -> dict[str, str]:
    """The articles as they lie there after the scene, with what was inserted."""
    edits = scene.edits or {}
    texts = {
        doc: apply(text, (*edits.get(doc, ()), *inserted.get(doc, ())))
        for doc, text in documents.items()
        if doc not in scene.away
    }
    if not scene.moved:
        return texts
    names = [f"{number:02}.md" for number in range(len(texts))]
    chance.shuffle(names)
    width = None if inserted else chance.randrange(66, 100)
    return {name: _wrapped(text, width) for name, text in zip(names, texts.values(), strict=True)}


def _wrapped(text: str, width: int | None) -> str:
    """Paragraphs of plain prose in lines of another length; tables and lists stay."""
    if width is None:
        return text
    body = body_start(text)
    blocks = (
        block if _structured(block) else textwrap.fill(block, width, break_on_hyphens=False)
        for block in text[body:].split("\n\n")
    )
    return text[:body] + "\n\n".join(blocks)


def _structured(block: str) -> bool:
    """Whether its line ends mean something: tables, lists, lines that end before they are full."""
    lines = block.splitlines()
    return "|" in block or any(line[:1] in _MARKS for line in lines) or any(len(line) < _FULL for line in lines[:-1])
