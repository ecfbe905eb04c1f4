"""Figures that several claims tell alike: claims that agree are joined first, and speak with one voice afterwards."""

from collections.abc import Mapping, Sequence

from claimcheck.group.pairs import Pair


def agreeing(count: int, scores: Mapping[Pair, float], threshold: float) -> list[list[int]]:
    """Places of claims in nodes: average linkage over `scores`, which hold the pairs whose figures agree and that
    nothing bars; best pair first. Deterministic: ties go to the smaller places.
    """
    members = {i: [i] for i in range(count)}
    home = list(range(count))
    for (a, b), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < threshold:
            break
        left, right = sorted((home[a], home[b]))
        if left != right and _joins(members[left], members[right], scores, threshold):
            for i in members[right]:
                home[i] = left
            members[left] = sorted(members[left] + members.pop(right))
    return [members[key] for key in sorted(members)]


def _joins(left: Sequence[int], right: Sequence[int], scores: Mapping[Pair, float], threshold: float) -> bool:
    """Whether most pairs agree, and the average of those that do reaches the threshold."""
    pairs = [(min(i, j), max(i, j)) for i in left for j in right]
    fit = [scores[pair] for pair in pairs if pair in scores]
    return 2 * len(fit) >= len(pairs) and sum(fit) >= threshold * len(fit)
