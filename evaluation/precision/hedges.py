"""CC302, which says that a hedge was lost: on the stories by their keys, and where hedges are taken out."""

from collections.abc import Iterator
from functools import partial

from evaluation.model import Place
from evaluation.mutations.figures import Hedge
from evaluation.mutations.gather import targets
from evaluation.mutations.generate import Mutant
from evaluation.mutations.kinds import Kind, Needs
from evaluation.mutations.run import answer_on
from evaluation.mutations.targets import Target
from evaluation.mutations.text import Edit, apply, moved, origin
from evaluation.precision.keys import QUALIFIER, lost
from evaluation.precision.material import Asked, Work, by_lot, known, told
from evaluation.precision.mutants import on_mutants
from evaluation.precision.outcomes import Case, On

TAKEN_OUT = Kind(id="hedge-taken-out", needs=Needs.AGREEMENT, weight=0, checks=(QUALIFIER,))
"""No kind of the yardstick's: nothing disagrees afterwards."""


def on_stories(asked: Asked) -> list[Work]:
    """The notes on every story."""
    return [partial(_notes, name) for name in asked.stories]


def _notes(name: str) -> list[Case]:
    story = known(name)
    return [
        Case(
            code=QUALIFIER,
            on=On.STORIES,
            outcome=lost(raised, story),
            detail=told(name, story.story.documents, raised.sides),
        )
        for raised in answer_on(name, None).findings
        if raised.check == QUALIFIER
    ]


def on_hedges_taken_out(asked: Asked) -> list[Work]:
    """Figures that two origins hedge, one of them without its qualifier."""
    made = [mutant for name in asked.stories for mutant in taken_out(name)]
    return on_mutants(asked, by_lot(made, asked.seed)[: asked.count], On.HEDGES)


def taken_out(name: str) -> Iterator[Mutant]:
    """The story without the qualifier of a figure that another origin hedges too; none that its article repeats."""
    for target in targets(known(name)):
        figure, text, part = target.figure, target.text, target.figure.qualifier
        if part is None or target.again or not _hedged_elsewhere(target):
            continue
        begin = figure.number.start if figure.currency is None else figure.currency.start
        edits = (Edit(part.start, begin, ""),)
        start, end = moved(figure.start, figure.end, edits)
        changed = apply(text, edits)
        yield Mutant(
            id=f"{name}/{figure.doc}@{figure.start}/{TAKEN_OUT.id}",
            story=name,
            kind=TAKEN_OUT,
            changed={figure.doc: changed},
            origins={figure.doc: origin(figure.doc, len(text), edits)},
            place=Place(figure.doc, start, end),
            figure=figure,
            before=text[figure.start : figure.end],
            now=changed[start:end],
            voices=1,
            checks=TAKEN_OUT.checks,
        )


def _hedged_elsewhere(target: Target) -> bool:
    figure, home = target.figure, target.material.origin_of
    return any(
        (other.value, other.unit) == (figure.value, figure.unit)
        and other.hedge is not Hedge.EXACT
        and home[other.doc] != home[figure.doc]
        for other in target.others
    )
