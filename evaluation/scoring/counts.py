"""What every stage's score is made of, and how scores add up."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Counts:
    """Right answers, false answers, and answers that were missed."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """Share of the answers that are right; None when nothing was answered."""
        return _ratio(self.right, self.right + self.false)

    @property
    def recall(self) -> float | None:
        """Share of what there is that was answered; None when there is nothing."""
        return _ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None when there is nothing to answer."""
        if self.right + self.missed == 0:
            return None
        return _ratio(2 * self.right, 2 * self.right + self.false + self.missed)


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


class Stage(StrEnum):
    """The stages that are measured, in the order of the pipeline."""

    EXTRACTION = "extraction"
    GROUPING = "grouping"
    FINDINGS = "findings"


class Outcome(StrEnum):
    """What became of one case. The last two are not scored."""

    RIGHT = "right"
    MISS = "miss"
    FALSE = "false"
    UNLABELLED = "unlabelled"
    AMBIGUOUS = "ambiguous"

    @property
    def wrong(self) -> bool:
        """Whether the case costs recall or precision."""
        return self in (Outcome.MISS, Outcome.FALSE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One thing to get right. `id` names it the same way in every run; `detail` says what this run made of it."""

    id: str
    outcome: Outcome
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One stage over one set.

    `measures` holds the stage's figures by name, the strictest last; `breakdown` the same by kind of conflict and by
    check; `tallies` counts that belong to no measure.
    """

    stage: Stage
    set: str
    measures: dict[str, Counts]
    breakdown: dict[str, Counts] = field(default_factory=dict)
    tallies: dict[str, int] = field(default_factory=dict)
    cases: tuple[Case, ...] = ()

    @property
    def strictest(self) -> Counts:
        """The measure that the stage is judged by."""
        return list(self.measures.values())[-1]


def total(stage: Stage, name: str, scores: Iterable[Score]) -> Score:
    """The sum over any choice of sets (all, all but one, …): every figure weighs the same, whichever set it is from."""
    measures: dict[str, Counts] = {}
    breakdown: dict[str, Counts] = {}
    tallies: Counter[str] = Counter()
    for score in scores:
        for into, parts in ((measures, score.measures), (breakdown, score.breakdown)):
            for key, counts in parts.items():
                into[key] = into.get(key, Counts()) + counts
        tallies.update(score.tallies)
    return Score(stage=stage, set=name, measures=measures, breakdown=breakdown, tallies=dict(tallies))
