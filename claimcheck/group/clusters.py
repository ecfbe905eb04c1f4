"""Claims to clusters: figures that agree first, then figures that differ and yet speak of one thing."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from claimcheck.group.evidence import Feature
from claimcheck.group.figures import Fit, fits
from claimcheck.group.joining import join
from claimcheck.group.links import Link, total
from claimcheck.group.nodes import agreeing
from claimcheck.group.pairs import ranked, weigh
from claimcheck.group.reconcile import reconciled
from claimcheck.group.trail import agreeing_ties, apart, differing_ties
from claimcheck.linkage import Pair
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Cluster, GroupId, Grouping, Tie
from claimcheck.model.text import ArticleId
from claimcheck.model.vocabulary import Vocabulary, Weights

_EACH_ITS_OWN: Mapping[ArticleId, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """Claims as figures: `nodes` are places of claims that tell one figure, `evidence` what made them so, by places;
    `links` is every weighed pair of claims, `fits` how well every two figures fit one thing.
    """

    nodes: Sequence[Sequence[int]]
    links: Mapping[Pair, Link]
    evidence: Mapping[Pair, tuple[Feature, ...]]
    fits: Mapping[Pair, Fit]


def linked(
    claims: Sequence[Claim],
    vocabulary: Vocabulary,
    weights: Weights,
    origin_of: Mapping[ArticleId, str] = _EACH_ITS_OWN,
) -> Linked:
    """The claims joined where their figures agree, and the figures weighed against each other. Articles that
    `origin_of` does not name are origins of their own.
    """
    links = weigh(claims, vocabulary, weights.slack)
    ranks = ranked(claims, links, weights.agree)
    evidence = {
        pair: (*link.reasons, *ranks[pair]) for pair, link in links.items() if link.near and link.barred is None
    }
    scores = {pair: total(features, weights.agree) for pair, features in evidence.items()}
    nodes = agreeing(len(claims), scores, weights.agree.threshold)
    return Linked(
        nodes=nodes, links=links, evidence=evidence, fits=fits(nodes, claims, links, weights.differ, origin_of)
    )


def group(
    claims: Sequence[Claim], origin_of: Mapping[ArticleId, str], vocabulary: Vocabulary, weights: Weights
) -> Grouping:
    """Every claim in exactly one cluster, clusters in order of their first claim."""
    found = linked(claims, vocabulary, weights, origin_of)
    nodes, threshold = found.nodes, weights.differ.threshold
    together = join(len(nodes), found.fits, threshold)
    clusters = []
    for own in together:
        ties = [t for n in own for t in agreeing_ties(nodes[n], found.evidence, claims, weights.agree)]
        ties.extend(differing_ties(own, found.fits, claims, weights.differ))
        members = sorted(i for n in own for i in nodes[n])
        clusters.append((members[0], _cluster([claims[i] for i in members], origin_of, ties)))
    home = {n: cluster for cluster, own in enumerate(together) for n in own}
    return Grouping(
        clusters=tuple(cluster for _, cluster in sorted(clusters, key=lambda entry: entry[0])),
        apart=tuple(apart(found.fits, home, nodes, claims, threshold)),
    )


def group_id(claims: Iterable[Claim]) -> GroupId:
    """The id of a cluster of these claims, whatever their order."""
    digest = hashlib.sha256("\n".join(sorted(claim.id for claim in claims)).encode()).hexdigest()
    return GroupId(f"g-{digest[:10]}")


def _cluster(claims: Sequence[Claim], origin_of: Mapping[ArticleId, str], ties: Sequence[Tie]) -> Cluster:
    claims = reconciled(claims)
    lead = min(claims, key=lambda c: (not c.metric.known, len(c.metric.name), c.metric.name))
    return Cluster(
        id=group_id(claims),
        operation=lead.operation.name,
        metric=lead.metric.name,
        claims=tuple(claims),
        origin_of=tuple(origin_of[c.article] for c in claims),
        ties=tuple(ties),
    )
