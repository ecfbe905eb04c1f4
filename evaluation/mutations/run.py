"""Runs the tool over all mutants, in this process or over several, and judges every one."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache

from evaluation.model import Story
from evaluation.mutations.answers import Answer, by_command, in_process
from evaluation.mutations.gather import material, targets
from evaluation.mutations.generate import Mutant
from evaluation.mutations.judge import Judged, judge, set_apart
from evaluation.stories import STORIES, load_story

CHUNK = 20
"""Mutants handed to a process at a time."""

Command = tuple[str, ...] | None
"""Another tool's command line; None for claimcheck in this process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """The false alarms on a story as it is: of `figures` that agree, `apart` are set against one they agree with."""

    story: str
    figures: int
    apart: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Work for one process: a story, and some of its mutants; none for the story as it is."""

    story: str
    mutants: tuple[Mutant, ...]
    command: Command


def run(
    stories: Sequence[str], mutants: Sequence[Mutant], jobs: int, command: Command
) -> tuple[list[Unchanged], list[Judged]]:
    """Every story unchanged, and every mutant in its order."""
    originals = [Task(story=name, mutants=(), command=command) for name in stories]
    tasks = [Task(story=name, mutants=part, command=command) for name in stories for part in parts(mutants, name)]
    if jobs <= 1:
        unchanged, answers = [as_it_is(t) for t in originals], [judged(t) for t in tasks]
    else:
        with ProcessPoolExecutor(jobs) as pool:
            unchanged, answers = list(pool.map(as_it_is, originals)), list(pool.map(judged, tasks))
    order = {mutant.id: n for n, mutant in enumerate(mutants)}
    return unchanged, sorted((j for part in answers for j in part), key=lambda j: order[j.id])


def as_it_is(task: Task) -> Unchanged:
    """The story unchanged: which of its agreeing figures are set against each other."""
    story = _story(task.story)
    answer = answer_on(task.story, task.command)
    agreeing = [t for t in targets(material(story)) if t.peers]
    apart = set_apart(agreeing, answer.grave)
    names = tuple(
        f"{story.name}/{t.figure.doc}@{t.figure.start} {t.text[t.figure.start : t.figure.end]}" for t in apart
    )
    return Unchanged(story=story.name, figures=len(agreeing), apart=names)


def judged(task: Task) -> list[Judged]:
    """The task's mutants, each put in place of its article and shown to the tool."""
    story, before = _story(task.story), answer_on(task.story, task.command)
    return [judge(m, _ask(task.command, story, {**story.documents, **m.changed}), before) for m in task.mutants]


def parts(mutants: Sequence[Mutant], story: str) -> list[tuple[Mutant, ...]]:
    """The story's mutants, so many as one process takes at a time."""
    own = [m for m in mutants if m.story == story]
    return [tuple(own[n : n + CHUNK]) for n in range(0, len(own), CHUNK)]


@cache
def _story(name: str) -> Story:
    return load_story(STORIES / name)


@cache
def answer_on(name: str, command: Command) -> Answer:
    """What the tool says of the story as it is, asked once in each process."""
    story = _story(name)
    return _ask(command, story, story.documents)


def _ask(command: Command, story: Story, documents: Mapping[str, str]) -> Answer:
    return by_command(command, story, documents) if command else in_process(documents)
