"""Figures to clusters: average linkage with cannot-link constraints, best pair first."""

from collections.abc import Mapping, Sequence

from claimcheck.group.figures import Fit
from claimcheck.group.pairs import Pair

_NO_EVIDENCE = -5.0
_MORE_FIGURES = 0.5
"""How much better than the threshold a third figure of one thing has to fit, and every further one again."""


def join(count: int, fits: Mapping[Pair, Fit], threshold: float) -> list[int]:
    """For each of `count` figures its cluster, called by its first figure. Ties go to the smaller places."""
    clusters = {n: [n] for n in range(count)}
    home = list(range(count))
    for (m, n), found in sorted(fits.items(), key=lambda item: (-item[1].score, item[0])):
        if found.score < threshold:
            break
        left, right = sorted((home[m], home[n]))
        if left == right or not _may_join(clusters[left], clusters[right], fits, threshold):
            continue
        for k in clusters[right]:
            home[k] = left
        clusters[left] = sorted(clusters[left] + clusters.pop(right))
    return home


def _may_join(left: Sequence[int], right: Sequence[int], fits: Mapping[Pair, Fit], threshold: float) -> bool:
    found = [fits.get((min(m, n), max(m, n))) for m in left for n in right]
    if any(f is not None and f.barred is not None for f in found):
        return False
    least = threshold + _MORE_FIGURES * (len(left) + len(right) - 2)
    return sum(f.score if f is not None else _NO_EVIDENCE for f in found) >= least * len(found)
