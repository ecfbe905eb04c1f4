"""How well weights judge a story that had no say in them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from evaluation.linking.fit import Weights, decision
from evaluation.linking.rows import Row


@dataclass(frozen=True, slots=True)
class Judged:
    """A row's decision value, and whether its figures are of one thing."""

    value: float
    positive: bool


class Mapped(Protocol):
    """`map`, or the `map` of a pool of processes."""

    def __call__(
        self, train: Callable[[Sequence[Row]], Weights], others: Iterable[Sequence[Row]], /
    ) -> Iterable[Weights]:
        """`train` of each of `others`, in order."""


def leave_one_out(rows: Sequence[Row], train: Callable[[Sequence[Row]], Weights], mapped: Mapped = map) -> list[Judged]:
    """Every row judged by the weights that `train` draws from all other stories; story by story."""
    stories = sorted({row.story for row in rows})
    weights = mapped(train, [[row for row in rows if row.story != story] for story in stories])
    return [
        one
        for story, chosen in zip(stories, weights, strict=True)
        for one in judged((row for row in rows if row.story == story), chosen)
    ]


def judged(rows: Iterable[Row], weights: Weights) -> list[Judged]:
    """The rows as `weights` judge them."""
    return [Judged(decision(row, weights), row.label.positive) for row in rows]


def average_precision(ranking: Iterable[Judged]) -> float:
    """Precision at every step down the ranking, each weighed by the recall that the step gains; 0 without positives."""
    area = before = 0.0
    for precision, recall in _steps(ranking):
        area += precision * (recall - before)
        before = recall
    return area


def recall_at(ranking: Iterable[Judged], precision: float) -> float:
    """The best recall of all cuts that are at least so precise; 0 when none is."""
    return max((recall for reached, recall in _steps(ranking) if reached >= precision), default=0.0)


def _steps(ranking: Iterable[Judged]) -> Iterator[tuple[float, float]]:
    """Precision and recall of every cut, from the top; rows of one value fall on the same side."""
    entries = sorted(ranking, key=lambda row: -row.value)
    wanted = sum(row.positive for row in entries)
    right = 0
    for count, row in enumerate(entries, start=1):
        right += row.positive
        if wanted and (count == len(entries) or entries[count].value != row.value):
            yield right / count, right / wanted
