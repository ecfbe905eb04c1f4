"""A cluster of claims to a group: every pair's verdict, and the group's verdict drawn from them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product
from types import MappingProxyType

from claimcheck.compare.fold import fold
from claimcheck.compare.ladder import judge
from claimcheck.compare.pair import order, pair_of
from claimcheck.compare.reconcile import reconciled
from claimcheck.compare.softened import softened
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Cluster, Comparison, Group, Verdict
from claimcheck.model.policy import Policy
from claimcheck.model.text import ArticleId

ClaimsByArticle = Mapping[ArticleId, tuple[Claim, ...]]
_NO_CLAIMS: ClaimsByArticle = MappingProxyType({})
_BESIDE_ARTICLES = 8

GRAVITY = (
    Verdict.CONFLICT,
    Verdict.DISPUTED,
    Verdict.SUPERSEDED,
    Verdict.LOOSE_BOUND,
    Verdict.COMPOSED,
    Verdict.BOUNDED,
    Verdict.ROUNDED,
    Verdict.CONVERTED,
    Verdict.SAME,
    Verdict.NOT_COMPARABLE,
)
"""A group takes the first of these that one of its pairs has."""


def compare(cluster: Cluster, policy: Policy, claims_by_article: ClaimsByArticle = _NO_CLAIMS) -> Group:
    """The cluster with a verdict for every pair, in claim order.

    `claims_by_article` is what the composed rung may look at; when empty, the cluster's own claims. Only different
    figures are judged, at most `policy.max_distinct` of them each with each; above `policy.max_pairs` claim pairs,
    `comparisons` lists one pair for each two different figures.
    """
    classes = fold(cluster.claims)
    firsts = tuple(members[0] for members in classes)
    around = claims_by_article or _by_article(cluster.claims)
    judged = softened(classes, reconciled(firsts, tuple(_judged(classes, policy, around))))
    expand = len(cluster.claims) * (len(cluster.claims) - 1) // 2 <= policy.max_pairs
    spread = _expanded(classes, judged) if expand else (*judged, *_within(classes))
    places = {claim.id: place for place, claim in enumerate(sorted(cluster.claims, key=order))}
    comparisons = tuple(sorted(spread, key=lambda c: (places[c.a], places[c.b])))
    return Group(cluster=cluster, comparisons=comparisons, verdict=_verdict(cluster, judged, classes))


def _by_article(claims: tuple[Claim, ...]) -> ClaimsByArticle:
    found: dict[ArticleId, tuple[Claim, ...]] = {}
    for claim in claims:
        found[claim.article] = (*found.get(claim.article, ()), claim)
    return found


def _judged(
    classes: tuple[tuple[Claim, ...], ...], policy: Policy, claims_by_article: ClaimsByArticle
) -> Iterator[Comparison]:
    group = tuple(members[0] for members in classes)[: policy.max_distinct]
    for i, j in combinations(range(len(classes)), 2):
        if j < policy.max_distinct or i < policy.max_core:
            around = beside(classes[i] + classes[j], claims_by_article)
            yield judge(pair_of(classes[i][0], classes[j][0], policy, group, around))


def beside(members: tuple[Claim, ...], claims_by_article: ClaimsByArticle) -> tuple[Claim, ...]:
    """Every claim of the articles that print `members`, as far as a rung may look."""
    articles = tuple(dict.fromkeys(claim.article for claim in members))[:_BESIDE_ARTICLES]
    return tuple(claim for article in articles for claim in claims_by_article.get(article, ()))


def _expanded(classes: tuple[tuple[Claim, ...], ...], judged: tuple[Comparison, ...]) -> Iterator[Comparison]:
    members = {group[0].id: group for group in classes}
    for comparison in judged:
        for x, y in product(members[comparison.a], members[comparison.b]):
            a, b = sorted((x, y), key=order)
            yield replace(comparison, a=a.id, b=b.id)
    for group in classes:
        yield from (_equal(a, b) for a, b in combinations(group, 2))


def _within(classes: tuple[tuple[Claim, ...], ...]) -> Iterator[Comparison]:
    return (_equal(group[0], group[1]) for group in classes if len(group) > 1)


def _equal(x: Claim, y: Claim) -> Comparison:
    a, b = sorted((x, y), key=order)
    return Comparison(a=a.id, b=b.id, verdict=Verdict.SAME, why=f'both say "{a.quantity.surface}"')


def _verdict(cluster: Cluster, judged: tuple[Comparison, ...], classes: tuple[tuple[Claim, ...], ...]) -> Verdict:
    found = {comparison.verdict for comparison in judged}
    if any(len(group) > 1 for group in classes):
        found.add(Verdict.SAME)
    articles = {claim.article for claim in cluster.claims}
    clash = found & {Verdict.CONFLICT, Verdict.DISPUTED} and len(articles) > 1
    if len(set(cluster.origin_of)) <= 1 and not clash:
        return Verdict.UNCORROBORATED
    return next((verdict for verdict in GRAVITY if verdict in found), Verdict.UNCORROBORATED)
