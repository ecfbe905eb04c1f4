"""A check's row: what was counted, its precision and how sure that is."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from evaluation.precision.outcomes import Case, On, Outcome, Worth

SMALL = 30
"""Below so many judged findings a precision is an anecdote."""
DIGITS = 3
"""Digits after the point that are kept of a share."""
_Z = 1.959963984540054
"""The normal distribution's 97.5th percentile: two-sided 95 percent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """The outcomes on one kind of material; those that never came are left out."""

    on: On
    counts: Mapping[Outcome, int]

    def of(self, worth: Worth) -> int:
        """How many were right, wrong or open."""
        return sum(count for outcome, count in self.counts.items() if outcome.worth is worth)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One check as measured by `command`. `tallies` has one for each material, in the order of `On`, empty ones too.

    `reason` says why nothing could be judged, None where something was or nobody has said so.
    """

    code: str
    command: str
    seed: int
    tallies: tuple[Tally, ...]
    reason: str | None = None

    def of(self, worth: Worth) -> int:
        """How many findings were right, wrong or open, over everything."""
        return sum(tally.of(worth) for tally in self.tallies)

    @property
    def judged(self) -> int:
        """The findings that count: right and wrong ones."""
        return self.of(Worth.RIGHT) + self.of(Worth.WRONG)

    @property
    def called_for(self) -> int:
        """The findings at which something was wrong, whether or not the check named what."""
        return sum(n for tally in self.tallies for outcome, n in tally.counts.items() if outcome.called_for)

    @property
    def precision(self) -> float | None:
        """Right / (right + wrong), rounded; None when nothing was judged."""
        return round(self.of(Worth.RIGHT) / self.judged, DIGITS) if self.judged else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's interval of 95 percent, rounded; None when nothing was judged."""
        return wilson(self.of(Worth.RIGHT), self.judged) if self.judged else None

    @property
    def small(self) -> bool:
        """Whether the count is too small to lean on."""
        return self.judged < SMALL


def wilson(right: int, whole: int) -> tuple[float, float]:
    """The share's interval by Wilson's score (1927), https://doi.org/10.1080/01621459.1927.10502953; `whole` over 0."""
    share, square = right / whole, _Z * _Z
    middle = (share + square / (2 * whole)) / (1 + square / whole)
    half = _Z * sqrt(share * (1 - share) / whole + square / (4 * whole * whole)) / (1 + square / whole)
    return round(max(0.0, middle - half), DIGITS), round(min(1.0, middle + half), DIGITS)


def row(code: str, materials: Iterable[On], cases: Iterable[Case], command: str, seed: int) -> Row:
    """The check's row over those of the cases that are its own; a tally for each of the materials."""
    counted: dict[On, Counter[Outcome]] = {on: Counter() for on in materials}
    for case in cases:
        if case.code == code:
            counted[case.on][case.outcome] += 1
    tallies = (
        Tally(on=on, counts={outcome: counted[on][outcome] for outcome in Outcome if counted[on][outcome]})
        for on in On
        if on in counted
    )
    return Row(code=code, command=command, seed=seed, tallies=tuple(tallies))
