"""Claims to clusters: figures that agree first, then figures that differ and yet speak of one thing."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimcheck.group.links import Link, restated, two_claimants
from claimcheck.group.nodes import agreeing
from claimcheck.group.pairs import Pair, weigh
from claimcheck.model.claim import Claim, Evidence, Facet
from claimcheck.model.finding import Cluster, GroupId
from claimcheck.model.text import ArticleId
from claimcheck.model.vocabulary import Vocabulary, Weights

_NO_EVIDENCE = -5.0
_MORE_FIGURES = 0.5
_CIRCUMSTANCE = 0.7


def group(
    claims: Sequence[Claim], origin_of: Mapping[ArticleId, str], vocabulary: Vocabulary, weights: Weights
) -> tuple[Cluster, ...]:
    """Every claim in exactly one cluster, clusters in order of their first claim."""
    links = weigh(claims, vocabulary, weights)
    nodes = agreeing(len(claims), links, float(weights["threshold.agree"]))
    joined = _join(nodes, claims, links, float(weights["threshold.differ"]))
    return tuple(_cluster([claims[i] for i in members], origin_of) for members in sorted(joined))


def _join(
    nodes: Sequence[Sequence[int]], claims: Sequence[Claim], links: Mapping[Pair, Link], threshold: float
) -> list[list[int]]:
    """Average linkage over nodes with cannot-link constraints, best first; ties go to the smaller places."""
    home_of = {i: n for n, members in enumerate(nodes) for i in members}
    between: dict[Pair, list[tuple[Pair, Link]]] = {}
    for (i, j), found in links.items():
        m, n = sorted((home_of[i], home_of[j]))
        if m != n:
            between.setdefault((m, n), []).append(((i, j), found))
    scores: dict[Pair, float] = {}
    barred: set[Pair] = set()
    for pair, found_links in between.items():
        if _barred(nodes[pair[0]], nodes[pair[1]], found_links, claims):
            barred.add(pair)
        else:
            few = min((nodes[pair[0]], nodes[pair[1]]), key=len)
            open_links = [entry for entry in found_links if entry[1].barred is None]
            differ = _circumstances_differ(nodes[pair[0]], nodes[pair[1]], claims)
            if any(found.near for _, found in found_links):
                differ = 0
            scores[pair] = _score(open_links, few) - _CIRCUMSTANCE * differ
    clusters = {n: [n] for n in range(len(nodes))}
    home = list(range(len(nodes)))
    for (m, n), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < threshold:
            break
        left, right = sorted((home[m], home[n]))
        if left == right or not _may_join(clusters[left], clusters[right], scores, barred, threshold):
            continue
        for k in clusters[right]:
            home[k] = left
        clusters[left] = sorted(clusters[left] + clusters.pop(right))
    return [sorted(i for n in members for i in nodes[n]) for members in clusters.values()]


def _score(links: Sequence[tuple[Pair, Link]], few: Sequence[int]) -> float:
    """How well two figures fit: each claim of the one with fewer claims by its best pair, the average of these, raised
    half way to the best. Several wordings of a figure give several chances to be alike.
    """
    best: dict[int, float] = {}
    for pair, found in links:
        own = pair[0] if pair[0] in few else pair[1]
        best[own] = max(best.get(own, found.score), found.score)
    return (max(best.values()) + sum(best.values()) / len(best)) / 2


def _barred(
    left: Sequence[int], right: Sequence[int], links: Sequence[tuple[Pair, Link]], claims: Sequence[Claim]
) -> bool:
    """Whether the two figures cannot be of one thing: most of their pairs are barred, their circumstances differ, or an
    article tells both and so tells them apart.
    """
    if 2 * sum(found.barred is not None for _, found in links) >= len(links):
        return True
    return _told_apart(left, right, claims, links)


def _told_apart(
    left: Sequence[int], right: Sequence[int], claims: Sequence[Claim], links: Sequence[tuple[Pair, Link]]
) -> bool:
    near = {pair for pair, found in links if found.near}
    for i in left:
        for j in right:
            a, b = claims[i], claims[j]
            if a.article != b.article or restated(a, b):
                continue
            if (min(i, j), max(i, j)) not in near and not two_claimants(a, b):
                return True
    return False


def _circumstances_differ(left: Sequence[int], right: Sequence[int], claims: Sequence[Claim]) -> float:
    """How many of scope and period differ: 1 for each that only one figure has, all for each under two names."""
    differ = 0.0
    for facet in (lambda c: c.scope, lambda c: c.period):
        a, b = _usual([facet(claims[i]) for i in left]), _usual([facet(claims[j]) for j in right])
        if (a is None) != (b is None):
            differ += 1
        elif a is not None and b is not None and a.key != b.key:
            differ += float("inf")
    return differ


def _may_join(
    left: Sequence[int], right: Sequence[int], scores: Mapping[Pair, float], barred: set[Pair], threshold: float
) -> bool:
    pairs = [(min(m, n), max(m, n)) for m in left for n in right]
    if any(pair in barred for pair in pairs):
        return False
    figures = len(left) + len(right)
    least = threshold + _MORE_FIGURES * (figures - 2)
    return sum(scores.get(pair, _NO_EVIDENCE) for pair in pairs) >= least * len(pairs)


def _reconciled(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims of one cluster under the circumstances that most of them have. A scope or period that only some give, for
    a figure that agrees with the others', is told in other words by these: it is no reason not to compare.
    """
    usual_scope = _usual([c.scope for c in claims])
    usual_period = _usual([c.period for c in claims])
    return tuple(
        c
        if c.scope == usual_scope and c.period == usual_period
        else replace(c, scope=usual_scope, period=usual_period, evidence=(*c.evidence, *_passed_over(c)))
        for c in claims
    )


def _usual(facets: Sequence[Facet | None]) -> Facet | None:
    counts = Counter(f.key if f is not None else None for f in facets)
    key = max(counts, key=lambda k: (counts[k], k is None, k or ""))
    return next((f for f in facets if f is not None and f.key == key), None)


def _passed_over(claim: Claim) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(what=f"{name} “{facet.label}” passed over: the figure agrees with the others'", span=facet.span)
        for name, facet in (("scope", claim.scope), ("period", claim.period))
        if facet is not None
    )


def _cluster(claims: Sequence[Claim], origin_of: Mapping[ArticleId, str]) -> Cluster:
    claims = _reconciled(claims)
    lead = min(claims, key=lambda c: (not c.metric.known, len(c.metric.name), c.id))
    digest = hashlib.sha256("\n".join(sorted(c.id for c in claims)).encode()).hexdigest()[:10]
    return Cluster(
        id=GroupId(f"g-{digest}"),
        operation=lead.operation.name,
        metric=lead.metric.name,
        claims=tuple(claims),
        origin_of=tuple(origin_of[c.article] for c in claims),
    )
