"""What moved between two runs: the measures of each stage and set, and the cases newly right and newly wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.scoring.counts import Case, Counts, Outcome, Score, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One measure that differs between the runs."""

    stage: Stage
    set: str
    measure: str
    before: Counts
    after: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One case that differs between the runs. None on a side: the case does not occur in that run."""

    stage: Stage
    set: str
    before: Case | None
    after: Case | None

    @property
    def case(self) -> Case:
        """The case as the later run tells it, or as the earlier one did when it is gone."""
        case = self.after or self.before
        if case is None:
            raise ValueError("a turn without a case")
        return case

    @property
    def newly_wrong(self) -> bool:
        """Wrong now, and not before."""
        return _wrong(self.after) and not _wrong(self.before)

    @property
    def newly_right(self) -> bool:
        """Wrong before, and right now: found, or no longer raised."""
        settled = self.after is None or self.after.outcome is Outcome.RIGHT
        return _wrong(self.before) and settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All that moved, over the stages and sets that both runs measured; `only_once` names the others."""

    moves: tuple[Move, ...]
    turns: tuple[Turn, ...]
    only_once: tuple[str, ...]


def compare_runs(before: Sequence[Score], after: Sequence[Score]) -> Difference:
    """What moved from `before` to `after`."""
    old = {(s.stage, s.set): s for s in before}
    new = {(s.stage, s.set): s for s in after}
    moves: list[Move] = []
    turns: list[Turn] = []
    for key in [k for k in new if k in old]:
        moves += _moves(old[key], new[key])
        turns += _turns(old[key], new[key])
    lone = [f"{stage} {name}" for stage, name in [*new, *old] if ((stage, name) in new) != ((stage, name) in old)]
    return Difference(moves=tuple(moves), turns=tuple(turns), only_once=tuple(lone))


def _moves(old: Score, new: Score) -> list[Move]:
    return [
        Move(stage=new.stage, set=new.set, measure=name, before=old.measures.get(name, Counts()), after=counts)
        for name, counts in new.measures.items()
        if counts != old.measures.get(name, Counts())
    ]


def _turns(old: Score, new: Score) -> list[Turn]:
    before, after = ({c.id: c for c in score.cases} for score in (old, new))
    turns = [
        Turn(stage=new.stage, set=new.set, before=before.get(i), after=after.get(i))
        for i in dict.fromkeys([*after, *before])
    ]
    return [t for t in turns if t.newly_right or t.newly_wrong]


def _wrong(case: Case | None) -> bool:
    return case is not None and case.outcome.wrong
