"""Runs the tool over the stories and scores every stage; adds the totals up."""

from collections.abc import Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from evaluation.model import Story
from evaluation.scoring.counts import Score, Stage, total
from evaluation.scoring.extraction import score_extraction
from evaluation.scoring.findings import score_findings
from evaluation.scoring.grouping import score_grouping
from evaluation.tool import ToolError, ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A story measured once. A run with `rules` is shown beside the others and stays out of the totals."""

    story: Story
    rules: Path | None = None

    @property
    def name(self) -> str:
        """The set's name in tables and records."""
        return self.story.name if self.rules is None else f"{self.story.name}+rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The scores of the runs that could be made, and why the others could not."""

    scores: tuple[Score, ...]
    failures: tuple[str, ...]


def runs_of(stories: Iterable[Story]) -> list[Run]:
    """Every story without rules; again with its rules where it has some."""
    return [
        run
        for story in stories
        for run in (Run(story=story), *([Run(story=story, rules=story.rules)] if story.rules else []))
    ]


def measure(command: Sequence[str], runs: Sequence[Run], stages: Collection[Stage]) -> Measured:
    """Scores of the wanted stages, in the order of stages, then runs. Runs go in parallel."""
    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(lambda run: _measure_one(command, run, stages), runs))
    scores = [s for answer in answers if not isinstance(answer, ToolError) for s in answer]
    order = list(Stage)
    return Measured(
        scores=tuple(sorted(scores, key=lambda score: order.index(score.stage))),
        failures=tuple(str(answer) for answer in answers if isinstance(answer, ToolError)),
    )


def _measure_one(command: Sequence[str], run: Run, stages: Collection[Stage]) -> list[Score] | ToolError:
    story, scores = run.story, []
    try:
        if Stage.EXTRACTION in stages and story.labels is not None:
            scores.append(score_extraction(story, ask(command, "extract", story, run.rules).claims, run.name))
        if Stage.GROUPING in stages or Stage.FINDINGS in stages:
            output = ask(command, "compare", story, run.rules)
            if Stage.GROUPING in stages:
                scores.append(score_grouping(story, output.groups, run.name))
            if Stage.FINDINGS in stages:
                scores.append(score_findings(story, output.findings, run.name))
    except ToolError as failure:
        return failure
    return scores


def totals(scores: Sequence[Score], runs: Sequence[Run]) -> list[Score]:
    """Per stage: over the stories that nobody knew while the tool was built, and over all when that differs."""
    fresh = {run.name for run in runs if run.rules is None and not run.story.known}
    every = {run.name for run in runs if run.rules is None}
    choices = [("total, not known before", fresh), ("total, all", every)]
    if fresh in (every, set()):
        choices = [("total", every)]
    return [
        total(stage, name, [s for s in scores if s.stage is stage and s.set in chosen])
        for stage in dict.fromkeys(score.stage for score in scores)
        for name, chosen in choices
    ]
