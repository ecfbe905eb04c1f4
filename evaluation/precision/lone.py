"""CC301 and CC303, which say that no other source has a figure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from evaluation.mutations.answers import in_process
from evaluation.mutations.generate import Mutant, draw
from evaluation.mutations.kinds import Kind, Needs, kinds
from evaluation.mutations.run import answer_on
from evaluation.precision.causes import REWRITES
from evaluation.precision.keys import alone, spoilt
from evaluation.precision.material import Asked, Work, agreeing, by_lot, known, places_of, told, told_elsewhere
from evaluation.precision.mutants import on_mutants
from evaluation.precision.outcomes import Case, On

UNCORROBORATED, SUSPICIOUS = "CC301", "CC303"
SLIP = "CC102"
"""The check whose kinds of error spoil a sum's scale."""
_EVERY = 10**9
"""Draws all there are."""


def on_stories(asked: Asked) -> list[Work]:
    """CC301's notes on every story."""
    return [partial(_notes, name) for name in asked.stories]


def _notes(name: str) -> list[Case]:
    story = known(name)
    documents = story.story.documents
    return [
        Case(
            code=UNCORROBORATED,
            on=On.STORIES,
            outcome=alone(story, agreeing(name), places_of(raised), tuple(documents)),
            detail=told(name, documents, raised.sides),
        )
        for raised in in_process(documents, frozenset({UNCORROBORATED})).findings
        if raised.check == UNCORROBORATED
    ]


def sums_on_stories(asked: Asked) -> list[Work]:
    """CC303's notes on every story."""
    return [partial(_sums, name) for name in asked.stories]


def _sums(name: str) -> list[Case]:
    story = known(name).story
    return [
        Case(
            code=SUSPICIOUS,
            on=On.STORIES,
            outcome=spoilt(places_of(raised), story.items),
            detail=told(name, story.documents, raised.sides),
        )
        for raised in answer_on(name, None).findings
        if raised.check == SUSPICIOUS
    ]


def on_lone_sums(asked: Asked) -> list[Work]:
    """Sums of money that one origin prints, with their scale spoilt, and rewritten harmlessly."""
    spoiling = [kind for kind in kinds() if SLIP in kind.checks]
    harmless = [kind for kind in kinds() if not kind.is_error and kind.needs is Needs.AGREEMENT]
    mutants = [
        *by_lot(_lone(asked, spoiling), asked.seed)[: asked.count],
        *by_lot(_lone(asked, harmless), asked.seed)[: asked.count // REWRITES],
    ]
    return on_mutants(asked, mutants, On.SUMS)


def _lone(asked: Asked, chosen: Iterable[Kind]) -> Iterator[Mutant]:
    """What the kinds can make of lone sums, all of it."""
    freed = [replace(kind, needs=Needs.ARTICLE) for kind in chosen]
    made = draw([known(name) for name in asked.stories], freed, _EVERY, asked.seed)
    return (mutant for mutant in made if _of_a_lone_sum(mutant))


def _of_a_lone_sum(mutant: Mutant) -> bool:
    figure, story = mutant.figure, known(mutant.story)
    if figure is None or figure.currency is None:
        return False
    return not told_elsewhere(story, figure, tuple(story.story.documents))
