"""What every measure works on: the stories with their figures, read once in each process, and findings as places."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256

from evaluation.model import Place, ToolClaim, ToolFinding
from evaluation.mutations.agree import agrees
from evaluation.mutations.answers import Raised
from evaluation.mutations.figures import Figure
from evaluation.mutations.gather import material, targets
from evaluation.mutations.generate import LEAST, Mutant
from evaluation.mutations.targets import Material, Target
from evaluation.mutations.text import Origin
from evaluation.output import squeezed
from evaluation.precision.outcomes import Case
from evaluation.stories import load_stories, story_names

Work = Callable[[], list[Case]]
"""A part of a measurement that one process does: a function of a module, or a partial of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a measurement is made of: stories by name, the seed of every draw, and about how many errors are drawn."""

    stories: tuple[str, ...]
    seed: int
    count: int

    @property
    def least(self) -> int:
        """How many of a kind are drawn, however rare it is: fewer than the yardstick draws where few are asked for."""
        return min(LEAST, self.count // 10)

    def command(self, code: str) -> str:
        """What measures one check so."""
        words = [
            "python -m evaluation.precision",
            "--check",
            code,
            "--seed",
            str(self.seed),
            "--count",
            str(self.count),
        ]
        return " ".join(words if self.stories == tuple(story_names()) else [*words, "--set", *self.stories])


@cache
def known(name: str) -> Material:
    """A story with its figures."""
    return material(load_stories([name])[0])


@cache
def agreeing(name: str) -> tuple[Target, ...]:
    """The story's figures that another origin prints alike, as one thing."""
    return tuple(target for target in targets(known(name)) if target.peers)


def told_elsewhere(story: Material, figure: Figure, docs: Sequence[str]) -> bool:
    """Whether one of the articles `docs` of another origin prints a figure, of whatever thing, that agrees with it."""
    home = story.origin_of
    others = (f for doc in docs if home[doc] != home[figure.doc] for f in story.figures[doc])
    return any(agrees(figure, other) for other in others)


def read_at(story: Material, place: Place) -> Figure | None:
    """The yardstick's own reading of the figure at a place; None where it reads none."""
    own = story.figures.get(place.doc, ())
    return next((f for f in own if place.start <= f.number.start < place.end), None)


def on(figure: Figure, place: Place) -> bool:
    """Whether the figure stands at the place, or overlaps it."""
    return place.shared(Place(figure.doc, figure.start, figure.end)) > 0


def places_of(raised: Raised) -> tuple[Place, ...]:
    """Every place that the finding speaks of."""
    return tuple(place for side in raised.sides for place in side)


def before_change(raised: Raised, origins: Mapping[str, Origin]) -> Raised:
    """The finding on a changed article with its places led back to the unchanged ones."""
    sides = tuple(tuple(_before(place, origins) for place in side) for side in raised.sides)
    return replace(raised, sides=sides, suspect=None if raised.suspect is None else _before(raised.suspect, origins))


def _before(place: Place, origins: Mapping[str, Origin]) -> Place:
    came_from = origins.get(place.doc)
    if came_from is None:
        return place
    start = came_from.of(place.start)
    return Place(came_from.doc, start, start + place.end - place.start)


def as_finding(raised: Raised) -> ToolFinding:
    """The finding as the scores take it: places and sides alone."""
    sides = tuple(tuple(map(_claim, side)) for side in raised.sides)
    claims = tuple(claim for side in sides for claim in side)
    return ToolFinding(check=raised.check, severity="", metric="", claims=claims, sides=sides if len(sides) > 1 else ())


def _claim(place: Place) -> ToolClaim:
    return ToolClaim(
        id=f"{place.doc}@{place.start}",
        document=place.doc,
        place=place,
        text="",
        value=None,
        low=None,
        high=None,
        unit="",
        bound=None,
    )


def by_lot(mutants: Iterable[Mutant], seed: int) -> list[Mutant]:
    """The mutants in an order by chance, which does not depend on what else there is."""
    return sorted(mutants, key=lambda mutant: sha256(f"{seed} {mutant.id}".encode()).digest())


def told(story: str, documents: Mapping[str, str], sides: Sequence[Sequence[Place]]) -> str:
    """A finding in a line, for people."""
    passages = (" = ".join(_words(documents, place) for place in side) for side in sides)
    return f"{story}: {' | '.join(passages)}"


def _words(documents: Mapping[str, str], place: Place) -> str:
    return f'{place.doc} "{squeezed(documents[place.doc][place.start : place.end])}"'
