"""Claims to clusters: figures that agree first, then figures that differ and yet speak of one thing."""

import hashlib
from collections.abc import Mapping, Sequence

from claimcheck.group.figures import fits
from claimcheck.group.joining import join
from claimcheck.group.links import total
from claimcheck.group.nodes import agreeing
from claimcheck.group.pairs import ranked, weigh
from claimcheck.group.reconcile import reconciled
from claimcheck.group.trail import agreeing_ties, apart, differing_ties
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Cluster, GroupId, Grouping, Tie
from claimcheck.model.text import ArticleId
from claimcheck.model.vocabulary import Vocabulary, Weights


def group(
    claims: Sequence[Claim], origin_of: Mapping[ArticleId, str], vocabulary: Vocabulary, weights: Weights
) -> Grouping:
    """Every claim in exactly one cluster, clusters in order of their first claim."""
    links = weigh(claims, vocabulary, weights.slack)
    ranks = ranked(claims, links, weights.agree)
    evidence = {
        pair: (*link.reasons, *ranks[pair]) for pair, link in links.items() if link.near and link.barred is None
    }
    scores = {pair: total(features, weights.agree) for pair, features in evidence.items()}
    nodes = agreeing(len(claims), scores, weights.agree.threshold)
    between = fits(nodes, claims, links, weights.differ)
    home = join(len(nodes), between, weights.differ.threshold)
    together: dict[int, list[int]] = {}
    for node, cluster in enumerate(home):
        together.setdefault(cluster, []).append(node)
    clusters = []
    for own in together.values():
        ties = [t for n in own for t in agreeing_ties(nodes[n], evidence, claims, weights.agree)]
        ties.extend(differing_ties(own, between, claims, weights.differ))
        members = sorted(i for n in own for i in nodes[n])
        clusters.append((members[0], _cluster([claims[i] for i in members], origin_of, ties)))
    return Grouping(
        clusters=tuple(cluster for _, cluster in sorted(clusters, key=lambda entry: entry[0])),
        apart=tuple(apart(between, home, nodes, claims, weights.differ.threshold)),
    )


def _cluster(claims: Sequence[Claim], origin_of: Mapping[ArticleId, str], ties: Sequence[Tie]) -> Cluster:
    claims = reconciled(claims)
    lead = min(claims, key=lambda c: (not c.metric.known, len(c.metric.name), c.id))
    digest = hashlib.sha256("\n".join(sorted(c.id for c in claims)).encode()).hexdigest()[:10]
    return Cluster(
        id=GroupId(f"g-{digest}"),
        operation=lead.operation.name,
        metric=lead.metric.name,
        claims=tuple(claims),
        origin_of=tuple(origin_of[c.article] for c in claims),
        ties=tuple(ties),
    )
