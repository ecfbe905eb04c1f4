"""Linking in an order that the articles' content makes, whatever their files are called."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimcheck.group import clusters
from claimcheck.model.claim import Claim, by_content
from claimcheck.model.finding import Cluster, Grouping
from claimcheck.model.text import ArticleId
from claimcheck.model.vocabulary import Vocabulary, Weights


def group(
    claims: Sequence[Claim], origin_of: Mapping[ArticleId, str], vocabulary: Vocabulary, weights: Weights
) -> Grouping:
    """Every claim in exactly one cluster, clusters in order of their first claim and claims in the order given.

    Of links that are equally good the first one wins, and sums are taken in order: linking sees the claims in one order
    of their own.
    """
    place = {claim.id: number for number, claim in enumerate(claims)}
    found = clusters.group(sorted(claims, key=by_content), origin_of, vocabulary, weights)

    def in_order(cluster: Cluster) -> Cluster:
        told = sorted(cluster.claims, key=lambda claim: place[claim.id])
        return replace(cluster, claims=tuple(told), origin_of=tuple(origin_of[claim.article] for claim in told))

    ordered = sorted(map(in_order, found.clusters), key=lambda cluster: place[cluster.claims[0].id])
    return replace(found, clusters=tuple(ordered))
