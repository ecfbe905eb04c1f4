"""Claims to clusters: only claims that share a word or a figure are weighed, and the best pairs join first."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from claimcheck.group.links import Link, link, two_claimants
from claimcheck.model.claim import Claim, Evidence, Facet
from claimcheck.model.finding import Cluster, GroupId
from claimcheck.model.text import ArticleId
from claimcheck.model.vocabulary import Vocabulary, Weights

_MAX_BLOCK = 400
_CHANCE_BELOW = 20
_NO_LINK = Link(score=Decimal(0), reasons=())


def group(
    claims: Sequence[Claim], origin_of: Mapping[ArticleId, str], vocabulary: Vocabulary, weights: Weights
) -> tuple[Cluster, ...]:
    """Every claim in exactly one cluster, clusters in order of their first claim."""
    links, barred = _weigh(claims, vocabulary, weights)
    members = _join(len(claims), links, barred, weights.threshold)
    return tuple(_cluster([claims[i] for i in group], origin_of) for group in members)


def _blocks(claims: Sequence[Claim], vocabulary: Vocabulary) -> Iterable[list[int]]:
    """Indices of claims that could be linked: one operation and dimension, and an entity, a word, a kind or a figure in
    common.
    """
    blocks: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, claim in enumerate(claims):
        base = (claim.operation.id, claim.quantity.unit.dimension)
        words = {claim.metric.entity, vocabulary.entity_kinds.get(claim.metric.entity), *claim.metric.modifiers}
        for word in words - {None}:
            blocks[(*base, "word", word)].append(index)
        blocks[(*base, "stem", claim.metric.entity[:4])].append(index)
        if claim.quantity.value is not None:
            blocks[(*base, "figure", claim.quantity.value)].append(index)
    return (block[:_MAX_BLOCK] for block in blocks.values() if len(block) > 1)


def _weigh(
    claims: Sequence[Claim], vocabulary: Vocabulary, weights: Weights
) -> tuple[dict[tuple[int, int], Link], set[tuple[int, int]]]:
    """The pairs that may be linked, and the pairs that may not."""
    links: dict[tuple[int, int], Link] = {}
    for block in _blocks(claims, vocabulary):
        for place, i in enumerate(block):
            for j in block[place + 1 :]:
                if (i, j) not in links:
                    links[i, j] = link(claims[i], claims[j], vocabulary, weights)
    told = _told_by(claims, links, weights)
    barred = {
        pair
        for pair, found in links.items()
        if found.barred is not None or (not found.near and _has_counterpart(pair, links, claims, told))
    }
    return {pair: found for pair, found in links.items() if pair not in barred}, barred


def _told_by(
    claims: Sequence[Claim], links: Mapping[tuple[int, int], Link], weights: Weights
) -> Mapping[int, list[int]]:
    """For each claim, the claims of other articles that may well be the same figure; the very same number needs fewer
    words in common.
    """
    found: defaultdict[int, list[int]] = defaultdict(list)
    for (i, j), pair in links.items():
        value = claims[i].quantity.value
        same = value is not None and value == claims[j].quantity.value and value >= _CHANCE_BELOW
        enough = weights.threshold - weights["figure.counterpart_same" if same else "figure.counterpart"]
        if pair.near and pair.barred is None and pair.score >= enough:
            found[i].append(j)
            found[j].append(i)
    return found


def _has_counterpart(
    pair: tuple[int, int],
    links: Mapping[tuple[int, int], Link],
    claims: Sequence[Claim],
    told: Mapping[int, list[int]],
) -> bool:
    """Whether one of two figures that disagree stands in its article beside the other's counterpart: an article that
    also holds the other figure tells the two apart.
    """
    for own, other in (pair, pair[::-1]):
        for twin in told.get(other, ()):
            between = links.get((min(own, twin), max(own, twin)))
            apart = claims[twin].article == claims[own].article and twin != own
            if apart and not (between is not None and between.near) and not two_claimants(claims[own], claims[twin]):
                return True
    return False


def _join(
    count: int, links: Mapping[tuple[int, int], Link], barred: set[tuple[int, int]], threshold: Decimal
) -> list[list[int]]:
    """Average linkage with cannot-link constraints; deterministic: ties go to the smaller indices."""
    members = {i: [i] for i in range(count)}
    home = list(range(count))
    for (a, b), found in sorted(links.items(), key=lambda item: (-item[1].score, item[0])):
        if found.score < threshold:
            break
        left, right = sorted((home[a], home[b]))
        if left == right or not _may_join(members[left], members[right], links, barred, threshold):
            continue
        for i in members[right]:
            home[i] = left
        members[left] = sorted(members[left] + members.pop(right))
    return [members[key] for key in sorted(members)]


def _may_join(
    left: Sequence[int],
    right: Sequence[int],
    links: Mapping[tuple[int, int], Link],
    barred: set[tuple[int, int]],
    threshold: Decimal,
) -> bool:
    """Whether no pair is barred and the average score reaches the threshold. Pairs in which one side says too little
    are left out of the average as long as others speak.
    """
    pairs = [(min(i, j), max(i, j)) for i in left for j in right]
    if any(pair in barred for pair in pairs):
        return False
    found = [links.get(pair, _NO_LINK) for pair in pairs]
    speaking = [link.score for link in found if not link.silent] or [link.score for link in found]
    return sum(speaking, Decimal(0)) >= threshold * len(speaking)


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
