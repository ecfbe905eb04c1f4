"""Figures that several claims tell alike: claims that agree are joined first, and speak with one voice afterwards."""

from collections.abc import Mapping, Sequence

from claimcheck.group.links import Link
from claimcheck.group.pairs import Pair


def agreeing(count: int, links: Mapping[Pair, Link], threshold: float) -> list[list[int]]:
    """Places of claims in nodes: average linkage over pairs whose figures agree, best pair first.

    Deterministic: ties go to the smaller places. A pair that was not weighed counts as no evidence.
    """
    members = {i: [i] for i in range(count)}
    home = list(range(count))
    near = [(pair, found) for pair, found in links.items() if found.near and found.barred is None]
    for (a, b), found in sorted(near, key=lambda item: (-item[1].score, item[0])):
        if found.score < threshold:
            break
        left, right = sorted((home[a], home[b]))
        if left != right and _joins(members[left], members[right], links, threshold):
            for i in members[right]:
                home[i] = left
            members[left] = sorted(members[left] + members.pop(right))
    return [members[key] for key in sorted(members)]


def _joins(left: Sequence[int], right: Sequence[int], links: Mapping[Pair, Link], threshold: float) -> bool:
    """Whether most pairs agree, and the average of those that do reaches the threshold."""
    found = [links.get((min(i, j), max(i, j))) for i in left for j in right]
    fit = [f.score for f in found if f is not None and f.near and f.barred is None]
    if 2 * len(fit) < len(found):
        return False
    return sum(fit) >= threshold * len(fit)
