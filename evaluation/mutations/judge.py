"""What the findings on a changed story are worth, beside those on the story as it was.

A pair of figures that a finding sets against each other is *fresh* when no finding on the unchanged story does so;
places are compared as they stood before the change. A mutant is detected by a finding with a fresh pair that has the
changed figure in it; a rewritten figure is a false alarm on the same terms. Where no single figure changed (paragraphs
in another order, a copied article), every finding without any pair of before is a false alarm.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from evaluation.model import Place
from evaluation.mutations.agree import agrees
from evaluation.mutations.answers import Answer, Raised
from evaluation.mutations.figures import read_figures
from evaluation.mutations.generate import Mutant
from evaluation.mutations.targets import Target
from evaluation.mutations.text import Origin

Pair = frozenset[tuple[str, int]]
"""Two figures by article and offset in the unchanged story; one, for a finding inside a single figure."""
ENOUGH = 3
"""Independent origins from which one of them stands alone against the others."""


class Miss(StrEnum):
    """Why an error was not found, as far as the tool's own groups tell."""

    UNREAD = "not read as a figure"
    NEVER_LINKED = "not grouped with those it agreed with, even unchanged"
    LINK_LOST = "grouped before, not after the change"
    NO_CONFLICT = "grouped, and no conflict seen"
    NOTE = "a note only"
    ALONE = "inside one article, not seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One mutant or rewrite. None: not judged (nothing detected, too few origins, no figure to suggest).

    For a rewrite `detected` is a false alarm. `against_peer`: detected against a figure that agreed before, and not
    only against some other one. `told` names checks and suspects for people, `miss` why an error was not found.
    """

    id: str
    kind: str
    story: str
    before: str
    now: str
    detected: bool
    cause: bool | None
    suspect: bool | None
    suggestion: bool | None
    told: str
    against_peer: bool | None = None
    miss: str | None = None


def pairs_of(raised: Raised, origins: Mapping[str, Origin] | None = None) -> Iterator[tuple[Pair, tuple[Place, ...]]]:
    """The pairs that the finding sets against each other, each with the places as they stand in the changed text."""
    if len(raised.sides) > 1:
        couples = [(x, y) for a, b in combinations(raised.sides, 2) for x in a for y in b]
    else:
        alone = [place for side in raised.sides for place in side]
        couples = list(combinations(alone, 2)) or [(place, place) for place in alone]
    for couple in couples:
        yield frozenset(_before(place, origins or {}) for place in couple), couple


def known_pairs(findings: Iterable[Raised]) -> frozenset[Pair]:
    """Every pair that the findings on the unchanged story set against each other."""
    return frozenset(pair for raised in findings for pair, _ in pairs_of(raised))


def judge(mutant: Mutant, answer: Answer, before: Answer) -> Judged:
    """By the rules at the head of this module; `before` is the answer on the unchanged story."""
    known = known_pairs(before.grave)
    hits = [f for f in answer.grave if _counts(mutant, f, known)]
    is_error, place = mutant.kind.is_error, mutant.place
    found = bool(hits) and is_error
    return Judged(
        id=mutant.id,
        kind=mutant.kind.id,
        story=mutant.story,
        before=mutant.before,
        now=mutant.now,
        detected=bool(hits),
        cause=any(f.check in mutant.checks for f in hits) if found else None,
        suspect=any(_on(f.suspect, place) for f in hits) if found and mutant.voices >= ENOUGH else None,
        suggestion=any(_suggests(f, mutant) for f in hits) if found and mutant.kind.suggests else None,
        told="; ".join(f"{f.check} suspects {_suspected(f)}: {f.suggestion}".rstrip(": ") for f in hits),
        against_peer=any(_meets_peer(mutant, f) for f in hits) if found and mutant.peers else None,
        miss=_why_missed(mutant, answer, before) if is_error and not hits else None,
    )


def _meets_peer(mutant: Mutant, raised: Raised) -> bool:
    couples = [couple for _, couple in pairs_of(raised, mutant.origins)]
    return any(_holds(couple, mutant.place, mutant.peers) for couple in couples)


def _why_missed(mutant: Mutant, answer: Answer, before: Answer) -> str:
    place, was = mutant.place, mutant.figure
    if place is None or was is None or not any(_on(p, place) for p in answer.figures):
        return Miss.UNREAD
    if any(_on(p, place) for f in answer.findings for side in f.sides for p in side):
        return Miss.NOTE
    if not mutant.peers:
        return Miss.ALONE
    if any(_holds(g.places, place, mutant.peers) for g in answer.groups):
        verdicts = {g.verdict for g in answer.groups if _holds(g.places, place, mutant.peers)}
        return f"{Miss.NO_CONFLICT}: {', '.join(sorted(verdicts))}"
    old = Place(was.doc, was.start, was.end)
    linked = any(_holds(g.places, old, mutant.peers) for g in before.groups)
    return Miss.LINK_LOST if linked else Miss.NEVER_LINKED


def _holds(places: Iterable[Place], one: Place | None, peers: Iterable[Place]) -> bool:
    own = tuple(places)
    return any(_on(p, one) for p in own) and any(_on(p, peer) for p in own for peer in peers)


def set_apart(targets: Iterable[Target], findings: Iterable[Raised]) -> list[Target]:
    """The targets that the findings on the unchanged story set against a figure that they agree with."""
    couples = [couple for raised in findings for _, couple in pairs_of(raised)]
    return [
        t
        for t in targets
        if any(_both(couple, _whole(t), Place(p.doc, p.start, p.end)) for p in t.peers for couple in couples)
    ]


def _counts(mutant: Mutant, raised: Raised, known: Collection[Pair]) -> bool:
    pairs = list(pairs_of(raised, mutant.origins))
    if mutant.place is None:
        return not any(pair in known for pair, _ in pairs)
    return any(pair not in known and any(_on(p, mutant.place) for p in couple) for pair, couple in pairs)


def _before(place: Place, origins: Mapping[str, Origin]) -> tuple[str, int]:
    came_from = origins.get(place.doc)
    return (place.doc, place.start) if came_from is None else (came_from.doc, came_from.of(place.start))


def _on(place: Place | None, changed: Place | None) -> bool:
    return place is not None and changed is not None and place.shared(changed) > 0


def _whole(target: Target) -> Place:
    return Place(target.figure.doc, target.figure.start, target.figure.end)


def _both(couple: tuple[Place, ...], a: Place, b: Place) -> bool:
    return any(_on(p, a) for p in couple) and any(_on(p, b) for p in couple)


def _suggests(raised: Raised, mutant: Mutant) -> bool:
    """Whether the advice prints the figure as it was, or a figure that agrees with it."""
    figure = mutant.figure
    return figure is not None and any(agrees(f, figure) for f in read_figures("", raised.suggestion))


def _suspected(raised: Raised) -> str:
    return raised.suspect.doc if raised.suspect else "nobody"
