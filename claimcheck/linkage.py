"""Average linkage, the loop that every clustering here shares: best pair first, as long as two clusters may join."""

from collections.abc import Callable, Mapping, Sequence

Pair = tuple[int, int]


def agglomerate(
    count: int,
    scores: Mapping[Pair, float],
    threshold: float,
    may_join: Callable[[Sequence[int], Sequence[int]], bool],
) -> list[list[int]]:
    """Places 0 to `count` - 1 in clusters, each in order, by their first places. Pairs are taken best first down to the
    threshold, ties in order of places; two clusters become one where `may_join` holds of their members.
    """
    members = {i: [i] for i in range(count)}
    home = list(range(count))
    for (a, b), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < threshold:
            break
        left, right = sorted((home[a], home[b]))
        if left != right and may_join(members[left], members[right]):
            for i in members[right]:
                home[i] = left
            members[left] = sorted(members[left] + members.pop(right))
    return [members[key] for key in sorted(members)]


def pairs_between(left: Sequence[int], right: Sequence[int]) -> list[Pair]:
    """Every pair of a place of `left` and one of `right`, the smaller place first."""
    return [(min(i, j), max(i, j)) for i in left for j in right]
