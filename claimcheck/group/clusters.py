"""Claims to clusters: figures that agree first, then figures that differ and yet speak of one thing."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.group.figures import Fit, Links, fit
from claimcheck.group.links import Link, Scale
from claimcheck.group.nodes import agreeing
from claimcheck.group.pairs import Pair, weigh
from claimcheck.group.reconcile import reconciled
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Apart, Cluster, GroupId, Grouping, Reason, Tie
from claimcheck.model.text import ArticleId
from claimcheck.model.vocabulary import Vocabulary, Weights

_NO_EVIDENCE = -5.0
_MORE_FIGURES = 0.5
"""How much better than the threshold a third figure of one thing has to fit, and every further one again."""
_NEARLY = 1.5
_MOST_APART = 200


def group(
    claims: Sequence[Claim], origin_of: Mapping[ArticleId, str], vocabulary: Vocabulary, weights: Weights
) -> Grouping:
    """Every claim in exactly one cluster, clusters in order of their first claim."""
    scale = Scale(weights)
    links = weigh(claims, vocabulary, scale)
    nodes = agreeing(len(claims), links, scale["threshold.agree"])
    joined = _join(nodes, claims, links, scale["threshold.differ"])
    clusters = tuple(_cluster(members, claims, origin_of, links, scale) for members in sorted(joined.members))
    return Grouping(clusters=clusters, apart=tuple(_apart(joined, nodes, claims, scale["threshold.differ"])))


@dataclass(frozen=True, slots=True)
class _Joined:
    """Clusters as places of claims, the fit of every two figures, and each figure's cluster."""

    members: list[list[int]]
    fits: Mapping[Pair, Fit]
    home: Sequence[int]


def _join(
    nodes: Sequence[Sequence[int]], claims: Sequence[Claim], links: Mapping[Pair, Link], threshold: float
) -> _Joined:
    """Average linkage over figures with cannot-link constraints, best first; ties go to the smaller places."""
    fits = {pair: fit(nodes[pair[0]], nodes[pair[1]], found, claims) for pair, found in _between(nodes, links).items()}
    clusters = {n: [n] for n in range(len(nodes))}
    home = list(range(len(nodes)))
    for (m, n), found in sorted(fits.items(), key=lambda item: (-item[1].score, item[0])):
        if found.score < threshold:
            break
        left, right = sorted((home[m], home[n]))
        if left == right or not _may_join(clusters[left], clusters[right], fits, threshold):
            continue
        for k in clusters[right]:
            home[k] = left
        clusters[left] = sorted(clusters[left] + clusters.pop(right))
    members = [sorted(i for n in inside for i in nodes[n]) for inside in clusters.values()]
    return _Joined(members, fits, home)


def _between(nodes: Sequence[Sequence[int]], links: Mapping[Pair, Link]) -> Mapping[Pair, Links]:
    """The links between the claims of every two figures."""
    home = {i: n for n, members in enumerate(nodes) for i in members}
    found: dict[Pair, list[tuple[Pair, Link]]] = {}
    for (i, j), link in links.items():
        m, n = sorted((home[i], home[j]))
        if m != n:
            found.setdefault((m, n), []).append(((i, j), link))
    return found


def _may_join(left: Sequence[int], right: Sequence[int], fits: Mapping[Pair, Fit], threshold: float) -> bool:
    found = [fits.get((min(m, n), max(m, n))) for m in left for n in right]
    if any(f is not None and f.barred is not None for f in found):
        return False
    least = threshold + _MORE_FIGURES * (len(left) + len(right) - 2)
    return sum(f.score if f is not None else _NO_EVIDENCE for f in found) >= least * len(found)


def _cluster(
    members: Sequence[int],
    claims: Sequence[Claim],
    origin_of: Mapping[ArticleId, str],
    links: Mapping[Pair, Link],
    scale: Scale,
) -> Cluster:
    own = reconciled([claims[i] for i in members])
    lead = min(own, key=lambda c: (not c.metric.known, len(c.metric.name), c.id))
    digest = hashlib.sha256("\n".join(sorted(c.id for c in own)).encode()).hexdigest()[:10]
    return Cluster(
        id=GroupId(f"g-{digest}"),
        operation=lead.operation.name,
        metric=lead.metric.name,
        claims=own,
        origin_of=tuple(origin_of[c.article] for c in own),
        ties=tuple(_ties(members, claims, links, scale)),
    )


def _ties(members: Sequence[int], claims: Sequence[Claim], links: Mapping[Pair, Link], scale: Scale) -> Iterator[Tie]:
    """For every member the strongest link to another one, each once."""
    told: set[Pair] = set()
    for i in members:
        own = [(min(i, j), max(i, j)) for j in members if i != j]
        known = [pair for pair in own if pair in links]
        if not known:
            continue
        best = max(known, key=lambda pair: (links[pair].score, pair))
        if best not in told:
            told.add(best)
            yield _tie(best, claims, links[best], scale)


def _tie(pair: Pair, claims: Sequence[Claim], link: Link, scale: Scale) -> Tie:
    reasons = (Reason(says=f.says, weight=round(scale.of(f), 2)) for f in link.reasons)
    telling = sorted((r for r in reasons if r.weight), key=lambda r: (-abs(r.weight), r.says))
    return Tie(a=claims[pair[0]].id, b=claims[pair[1]].id, score=round(link.score, 2), reasons=tuple(telling))


def _apart(
    joined: _Joined, nodes: Sequence[Sequence[int]], claims: Sequence[Claim], threshold: float
) -> Iterator[Apart]:
    """Figures of different articles that fit nearly well enough, or well enough but for a bar; best first."""
    likely = []
    for (m, n), found in joined.fits.items():
        other = {claims[i].article for i in nodes[m]} != {claims[j].article for j in nodes[n]}
        close = found.barred is not None or found.score >= threshold - _NEARLY
        if joined.home[m] != joined.home[n] and close and other:
            likely.append((-found.score, found.best, found))
    for _, (i, j), found in sorted(likely, key=lambda entry: entry[:2])[:_MOST_APART]:
        weak = f"the evidence that they are of one thing is too weak ({found.score:.1f})"
        yield Apart(a=claims[i].id, b=claims[j].id, why=found.barred or weak)
