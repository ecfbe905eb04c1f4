"""Grouping: pairs of claims that the key calls one thing must share a group, pairs it calls distinct must not."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

from evaluation.model import ItemList, KeyClaim, KeyItem, Place, Story, ToolGroup
from evaluation.output import squeezed
from evaluation.scoring.counts import Case, Counts, Outcome, Score, Stage
from evaluation.scoring.links import places, sides_touched

Pair: TypeAlias = tuple[KeyClaim, KeyClaim]


def score_grouping(story: Story, groups: Sequence[ToolGroup], run: str) -> Score:
    """Pairwise score, with the counts of distinct items thrown together and of compatible items seen to agree."""
    camps = [(places(group.claims), group.verdict) for group in groups]
    together, apart = wanted_pairs(story)
    cases = [_case(pair, True, camps) for pair in together] + [_case(pair, False, camps) for pair in apart]
    joined = sum(c.outcome is Outcome.RIGHT for c in cases[: len(together)])
    thrown = sum(c.outcome is Outcome.FALSE for c in cases)
    return Score(
        stage=Stage.GROUPING,
        set=run,
        measures={"pairs": Counts(joined, thrown, len(together) - joined)},
        tallies=_item_tallies(story.items, camps) | {"kept apart": len(apart) - thrown},
        cases=tuple(cases),
    )


def wanted_pairs(story: Story) -> tuple[list[Pair], list[Pair]]:
    """Pairs that should share a group and pairs that must not, each pair of places once.

    A pair that some item calls distinct is never wanted together.
    """
    apart = {_places(pair): pair for pair in _pairs(story, distinct=True)}
    together = {_places(pair): pair for pair in _pairs(story, distinct=False)}
    return [pair for key, pair in together.items() if key not in apart], list(apart.values())


def _pairs(story: Story, *, distinct: bool) -> Iterator[Pair]:
    for item in story.items:
        for a, b in combinations(item.claims, 2):
            if a.place.shared(b.place):
                continue
            same_side = a.side is not None and a.side == b.side
            if distinct:
                wanted = item.list is ItemList.DISTINCT and not same_side
            else:
                wanted = _one_thing(item, same_side=same_side) and _one_axis(a, b, story)
            if wanted:
                yield (a, b) if a.place < b.place else (b, a)


def _one_thing(item: KeyItem, *, same_side: bool) -> bool:
    if item.list is ItemList.CONFLICTS:
        return same_side
    return item.list is ItemList.COMPATIBLE and (same_side or not item.apart)


def _one_axis(a: KeyClaim, b: KeyClaim, story: Story) -> bool:
    """Whether both passages hold figures of one sort: a fall in percent is not listed under the sum it leads to."""
    sorts_a, sorts_b = _sorts(a, story), _sorts(b, story)
    return not sorts_a or not sorts_b or bool(sorts_a & sorts_b)


def _sorts(claim: KeyClaim, story: Story) -> frozenset[str]:
    return frozenset(_sort(label.unit) for label in story.labels or () if label.place.shared(claim.place))


def _sort(unit: str) -> str:
    if unit in ("count", "percent", "percentage point"):
        return unit
    return "money" if re.fullmatch("[A-Z]{3}", unit) and unit != "BTU" else "measure"


def _places(pair: Pair) -> tuple[Place, Place]:
    return pair[0].place, pair[1].place


def _case(pair: Pair, wanted: bool, camps: Sequence[tuple[list[Place], str]]) -> Case:
    linked = any(all(any(c.place.shared(p) for p in camp) for c in pair) for camp, _ in camps)
    outcome = Outcome.RIGHT if linked == wanted else Outcome.MISS if wanted else Outcome.FALSE
    relation = "with" if wanted else "apart from"
    a, b = (f"{c.place.doc}:{c.place.start}: {squeezed(c.quote)}" for c in pair)
    return Case(id=f"{a} | {relation} | {b}", outcome=outcome)


def _item_tallies(items: Sequence[KeyItem], camps: Sequence[tuple[list[Place], str]]) -> dict[str, int]:
    distinct = [i for i in items if i.list is ItemList.DISTINCT]
    compatible = [i for i in items if i.list is ItemList.COMPATIBLE]
    return {
        "misgrouped": sum(any(len(sides_touched(i, camp)) > 1 for camp, _ in camps) for i in distinct),
        "distinct": len(distinct),
        "agreed": sum(
            any(verdict != "conflict" and len(sides_touched(i, camp)) > 1 for camp, verdict in camps)
            for i in compatible
        ),
        "compatible": len(compatible),
    }
