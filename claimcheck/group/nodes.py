"""Figures that several claims tell alike: claims that agree are joined first, and speak with one voice afterwards."""

from collections.abc import Mapping, Sequence

from claimcheck.linkage import Pair, agglomerate, pairs_between


def agreeing(count: int, scores: Mapping[Pair, float], threshold: float) -> list[list[int]]:
    """Places of claims in nodes: average linkage over `scores`, which hold the pairs whose figures agree and that
    nothing bars. Two nodes join when most of their pairs agree and the average of those reaches the threshold.
    """

    def may_join(left: Sequence[int], right: Sequence[int]) -> bool:
        pairs = pairs_between(left, right)
        fit = [scores[pair] for pair in pairs if pair in scores]
        return 2 * len(fit) >= len(pairs) and sum(fit) >= threshold * len(fit)

    return agglomerate(count, scores, threshold, may_join)
