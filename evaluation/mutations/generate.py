"""Mutants and rewrites of the stories, drawn by weight; the same for the same seed, whatever else is drawn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from random import Random

from evaluation.model import Place
from evaluation.mutations.agree import agrees
from evaluation.mutations.figures import Figure, figure_at
from evaluation.mutations.gather import everything, targets
from evaluation.mutations.kinds import Kind, Needs
from evaluation.mutations.named import named_by
from evaluation.mutations.operators import OPERATORS, Outcome
from evaluation.mutations.operators.rewrites import shuffled_paragraphs
from evaluation.mutations.targets import Material, Target
from evaluation.mutations.text import Origin, Piece, apply, moved, origin

COPY = "zz-wire-copy.md"
"""The name of a copied article; it sorts last, so that nothing else moves."""
LEAST = 40
"""Mutants of a kind that are drawn where there are so many, however rare the kind, so that its rates mean something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A story with one thing changed.

    `changed` are the articles that differ (or are new), whole; `origins` say where their places came from. `place` is
    the changed figure as it stands now, None where no single figure changed; `before` and `now` are its words,
    `figure` is what it was. `checks` are the codes that name the cause, `voices` the independent origins that print the
    unchanged figure, `peers` the places where the others do.
    """

    id: str
    story: str
    kind: Kind
    changed: Mapping[str, str]
    origins: Mapping[str, Origin]
    place: Place | None
    figure: Figure | None
    before: str
    now: str
    voices: int
    checks: tuple[str, ...] = ()
    peers: tuple[Place, ...] = ()


def draw(
    known: Sequence[Material], chosen: Sequence[Kind], count: int, seed: int, least: int | None = None
) -> list[Mutant]:
    """About `count` mutants of the chosen kinds (more where many kinds are rare), by kind and then by chance. `least`
    of each kind where there are so many, None for LEAST.
    """
    pools = {kind.id: sorted(_all_of(known, kind, seed), key=partial(_lot, seed)) for kind in chosen}
    there = {name: len(pool) for name, pool in pools.items()}
    quotas = _quotas({k.id: k.weight for k in chosen}, there, count, LEAST if least is None else least)
    return [mutant for kind in chosen for mutant in pools[kind.id][: quotas[kind.id]]]


def _lot(seed: int, mutant: Mutant) -> bytes:
    """Sorts by a hash of the id, so that a draw does not depend on what else there is."""
    return sha256(f"{seed} {mutant.id}".encode()).digest()


def _quotas(weights: Mapping[str, int], there: Mapping[str, int], count: int, least: int) -> dict[str, int]:
    """Shares of `count` by weight, at least `least` each, none more than there are; what is short is spread again."""
    whole = sum(weights.values()) or 1
    quotas = {k: min(there[k], max(least, count * w // whole)) for k, w in weights.items()}
    while (missing := count - sum(quotas.values())) > 0:
        open_kinds = [k for k in weights if quotas[k] < there[k]]
        if not open_kinds:
            break
        share = sum(weights[k] for k in open_kinds)
        for k in open_kinds:
            more = max(1, missing * weights[k] // share)
            quotas[k] = min(there[k], quotas[k] + min(more, max(0, count - sum(quotas.values()))))
    return quotas


def _all_of(known: Sequence[Material], kind: Kind, seed: int) -> Iterator[Mutant]:
    for material in known:
        if kind.id == "reordered":
            yield from _reordered(material, kind, seed)
        elif kind.id == "wire-copy":
            yield from _copied(material, kind)
        else:
            yield from _mutated(material, kind, seed)


def _mutated(material: Material, kind: Kind, seed: int) -> Iterator[Mutant]:
    """Every figure that the kind can be made of, in up to its number of variants."""
    for target in _targets_for(material, kind.needs):
        made: set[str] = set()
        for variant in range(kind.variants):
            figure = target.figure
            name = f"{material.story.name}/{figure.doc}@{figure.start}/{kind.id}/{variant}"
            outcome = OPERATORS[kind.id](target, Random(f"{seed} {name}"))  # noqa: S311 a draw, no secret
            mutant = outcome and _checked(target, kind, outcome, name)
            if mutant and mutant.changed[figure.doc] not in made:
                made.add(mutant.changed[figure.doc])
                yield mutant


def _targets_for(material: Material, needs: Needs) -> list[Target]:
    if needs is Needs.ARTICLE:
        return everything(material)
    found = targets(material)
    if needs is Needs.DATES:
        return [t for t in found if t.earlier]
    if needs is Needs.REPEATS:
        return [t for t in found if t.repeats]
    if needs is Needs.PARTS:
        return [t for t in found if t.parts]
    return [t for t in found if t.peers and not t.again]


def _checked(target: Target, kind: Kind, outcome: Outcome, name: str) -> Mutant | None:
    """The mutant, if its figure reads as a figure and stands to the others as its kind says."""
    doc, text = target.figure.doc, target.text
    figure = outcome.figure or target.figure
    changed = apply(text, outcome.edits)
    start, end = moved(figure.start, figure.end, outcome.edits)
    now = figure_at(doc, changed, start, end)
    if changed == text or not _as_meant(target, kind, outcome, now):
        return None
    return Mutant(
        id=name,
        story=target.material.story.name,
        kind=kind,
        changed={doc: changed},
        origins={doc: origin(doc, len(text), outcome.edits)},
        place=Place(doc, start, end),
        figure=figure,
        before=" ".join(text[figure.start : figure.end].split()),
        now=" ".join(changed[start:end].split()),
        voices=target.origins if target.peers else 1,
        peers=tuple(Place(f.doc, f.start, f.end) for f in target.peers),
        checks=named_by(target, kind, outcome, now),
    )


def _as_meant(target: Target, kind: Kind, outcome: Outcome, now: Figure | None) -> bool:
    """Errors must disagree with all that agreed, and come to agree with nothing else; rewrites must go on agreeing."""
    if outcome.settled:
        return True
    if now is None:
        return False
    if not kind.is_error:
        return all(agrees(now, f) for f in (target.figure, *target.peers))
    if any(agrees(now, f) for f in (target.figure, *target.peers)):
        return False
    if any(
        agrees(now, f) and not (f.hedge.is_bound and agrees(target.figure, f))
        for f in target.others
        if f not in target.earlier
    ):
        return False
    borrowed = kind.id in ("other-metrics-figure", "swapped-figures")
    return borrowed or not any(f.value == now.value and f.unit == now.unit for f in target.beside)


def _reordered(material: Material, kind: Kind, seed: int) -> Iterator[Mutant]:
    for doc, text in material.story.documents.items():
        name = f"{material.story.name}/{doc}/{kind.id}"
        order = shuffled_paragraphs(text, Random(f"{seed} {name}"))  # noqa: S311 a draw, no secret
        if order is None:
            continue
        pieces, parts, at = [], [], 0
        for start, end in order:
            parts.append(text[start:end])
            pieces.append(Piece(start, at, end - start))
            at += end - start + 2
        yield _whole(material, kind, name, {doc: "\n\n".join(parts) + "\n"}, {doc: Origin(doc, tuple(pieces))})


def _copied(material: Material, kind: Kind) -> Iterator[Mutant]:
    """Another outlet runs the article word for word."""
    for doc, text in material.story.documents.items():
        name = f"{material.story.name}/{doc}/{kind.id}"
        lines = text.split("\n")
        at = next((n for n, line in enumerate(lines) if line.startswith("source:")), None)
        if at is None:
            continue
        lines[at] = "source: The Afternoon Wire"
        copy = "\n".join(lines)
        shift = len(copy) - len(text)
        head = text.index("\n---\n", 3)
        pieces = (Piece(0, 0, 0), Piece(head, head + shift, len(text) - head))
        yield _whole(material, kind, name, {COPY: copy}, {COPY: Origin(doc, pieces)})


def _whole(
    material: Material, kind: Kind, name: str, changed: Mapping[str, str], came_from: Mapping[str, Origin]
) -> Mutant:
    return Mutant(
        id=name,
        story=material.story.name,
        kind=kind,
        changed=changed,
        origins=came_from,
        place=None,
        figure=None,
        before="",
        now="",
        voices=0,
    )
