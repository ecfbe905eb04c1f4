"""Two figures, each told by some claims: how well they fit one thing, and what keeps them apart."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.group.links import Link, restated, two_claimants
from claimcheck.group.pairs import Pair
from claimcheck.group.reconcile import usual
from claimcheck.model.claim import Claim

_CIRCUMSTANCE = 1.5
"""What it costs when only one of two figures has a scope or a period."""

Links = Sequence[tuple[Pair, Link]]


@dataclass(frozen=True, slots=True)
class Fit:
    """The evidence between two figures. `barred` names what keeps them apart whatever the score; `best` is the pair of
    claims that speaks for them most.
    """

    score: float
    barred: str | None
    best: Pair


def fit(left: Sequence[int], right: Sequence[int], links: Links, claims: Sequence[Claim]) -> Fit:
    """How well the figures of the claims `left` and `right` fit; `links` are the links between the two."""
    unbarred = [entry for entry in links if entry[1].barred is None]
    best = max(unbarred or links, key=lambda entry: (entry[1].score, entry[0]))[0]
    if 2 * len(unbarred) <= len(links):
        bars = Counter(found.barred for _, found in links if found.barred is not None)
        return Fit(0.0, min(bars, key=lambda why: (-bars[why], why)), best)
    if _told_apart(left, right, links, claims):
        return Fit(0.0, "one article tells both, and so tells them apart", best)
    score = _score(unbarred, min((left, right), key=len))
    if any(found.near for _, found in links):
        return Fit(score, None, best)
    differing, clash = _circumstances([claims[i] for i in left], [claims[j] for j in right])
    return Fit(score - _CIRCUMSTANCE * differing, clash, best)


def _score(links: Links, few: Sequence[int]) -> float:
    """Each claim of the figure with fewer claims by its best pair, the average of these, raised half way to the best:
    several wordings of a figure give several chances to be alike.
    """
    best: dict[int, float] = {}
    for pair, found in links:
        own = pair[0] if pair[0] in few else pair[1]
        best[own] = max(best.get(own, found.score), found.score)
    return (max(best.values()) + sum(best.values()) / len(best)) / 2


def _told_apart(left: Sequence[int], right: Sequence[int], links: Links, claims: Sequence[Claim]) -> bool:
    near = {pair for pair, found in links if found.near}
    for i in left:
        for j in right:
            a, b = claims[i], claims[j]
            if a.article != b.article or restated(a, b):
                continue
            if (min(i, j), max(i, j)) not in near and not two_claimants(a, b):
                return True
    return False


def _circumstances(left: Sequence[Claim], right: Sequence[Claim]) -> tuple[int, str | None]:
    """How many of scope and period only one figure has, and the clash where both have one under different names."""
    lacking = 0
    scopes = "scope", usual([c.scope for c in left]), usual([c.scope for c in right])
    periods = "period", usual([c.period for c in left]), usual([c.period for c in right])
    for name, a, b in (scopes, periods):
        if a is not None and b is not None and a.key != b.key:
            return lacking, f"another {name}: “{a.label}” and “{b.label}”"
        lacking += (a is None) != (b is None)
    return lacking, None
