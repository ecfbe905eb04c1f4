"""What grouping leaves for people to read: the evidence that tied claims together, and what was kept apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from claimcheck.group.evidence import Feature
from claimcheck.group.figures import Fit
from claimcheck.group.links import total
from claimcheck.linkage import Pair, pairs_between
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Apart, Reason, Tie
from claimcheck.model.vocabulary import Scale

_NEARLY = 1.5
_MOST = 200
_MOST_TIES = 40


def agreeing_ties(
    members: Sequence[int], evidence: Mapping[Pair, tuple[Feature, ...]], claims: Sequence[Claim], scale: Scale
) -> Iterator[Tie]:
    """For every claim of one figure the strongest link to another one of it, each link once."""
    told: set[Pair] = set()
    for i in members:
        own = [pair for pair in pairs_between([i], members) if pair != (i, i)]
        known = [pair for pair in own if pair in evidence]
        best = max(known, key=lambda pair: (total(evidence[pair], scale), pair), default=None)
        if best is not None and best not in told:
            told.add(best)
            yield _tie(best, evidence[best], claims, scale)


def differing_ties(
    nodes: Sequence[int], fits: Mapping[Pair, Fit], claims: Sequence[Claim], scale: Scale
) -> Iterator[Tie]:
    """The evidence between every two figures of a cluster, the strongest first and no more than `_MOST_TIES`."""
    known = [(m, n) for m, n in combinations(sorted(nodes), 2) if (m, n) in fits]
    for pair in sorted(known, key=lambda pair: (-fits[pair].score, pair))[:_MOST_TIES]:
        yield _tie(fits[pair].best, fits[pair].reasons, claims, scale)


def apart(
    fits: Mapping[Pair, Fit],
    home: Mapping[int, int],
    nodes: Sequence[Sequence[int]],
    claims: Sequence[Claim],
    threshold: float,
) -> Iterator[Apart]:
    """Figures of different articles that fit nearly well enough, or well enough but for a bar; best first."""
    likely: list[tuple[float, Pair, Fit]] = []
    for (m, n), found in fits.items():
        other = {claims[i].article for i in nodes[m]} != {claims[j].article for j in nodes[n]}
        close = found.barred is not None or found.score >= threshold - _NEARLY
        if home[m] != home[n] and close and other:
            likely.append((-found.score, found.best, found))
    for _, (i, j), found in sorted(likely, key=lambda entry: entry[:2])[:_MOST]:
        weak = f"the evidence that they are of one thing is too weak ({found.score:.1f})"
        yield Apart(a=claims[i].id, b=claims[j].id, why=found.barred or weak)


def _tie(pair: Pair, evidence: Iterable[Feature], claims: Sequence[Claim], scale: Scale) -> Tie:
    evidence = tuple(evidence)
    reasons = (Reason(says=f.says, weight=round(scale[f.name] * f.amount, 2)) for f in evidence)
    telling = sorted((r for r in reasons if r.weight), key=lambda r: (-abs(r.weight), r.says))
    score = round(total(evidence, scale), 2)
    return Tie(a=claims[pair[0]].id, b=claims[pair[1]].id, score=score, reasons=tuple(telling))
