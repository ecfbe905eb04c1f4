"""Checks that name a cause for figures that disagree: on the labelled stories, on errors put in, and on rewriting."""

from functools import partial

from evaluation.mutations.generate import draw
from evaluation.mutations.kinds import kinds
from evaluation.mutations.run import answer_on
from evaluation.precision.keys import against_each_other
from evaluation.precision.material import Asked, Work, known, told
from evaluation.precision.mutants import on_mutants
from evaluation.precision.outcomes import Case, On

REWRITES = 4
"""One rewrite is drawn for so many errors."""


def on_stories(asked: Asked) -> list[Work]:
    """Every story as it is, held against its key."""
    return [partial(_story_as_it_is, name) for name in asked.stories]


def on_errors(asked: Asked) -> list[Work]:
    """The yardstick's errors, of every kind."""
    chosen = [kind for kind in kinds() if kind.is_error]
    mutants = draw([known(name) for name in asked.stories], chosen, asked.count, asked.seed, asked.least)
    return on_mutants(asked, mutants, On.ERRORS)


def on_rewrites(asked: Asked) -> list[Work]:
    """The yardstick's harmless rewrites, of every kind."""
    chosen = [kind for kind in kinds() if not kind.is_error]
    mutants = draw([known(name) for name in asked.stories], chosen, asked.count // REWRITES, asked.seed, asked.least)
    return on_mutants(asked, mutants, On.REWRITES)


def _story_as_it_is(name: str) -> list[Case]:
    story = known(name).story
    return [
        Case(
            code=raised.check,
            on=On.STORIES,
            outcome=against_each_other(raised, story.items),
            detail=told(name, story.documents, raised.sides),
        )
        for raised in answer_on(name, None).findings
    ]
