"""Two figures that differ, each told by some claims: how well they fit one thing, and what keeps them apart."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from heapq import nlargest
from math import exp, log, log2

from claimcheck.group.circumstances import OF_CLAIMS, circumstances, clash, one_sided
from claimcheck.group.evidence import Feature
from claimcheck.group.links import ANOTHER_HOLDER, RECKONED, SLIP, Link, misprinted, restated, total
from claimcheck.group.pairs import FULL_LAG, FULL_LEAD, rank
from claimcheck.linkage import Pair
from claimcheck.model.claim import Aspect, Claim, both_claimed
from claimcheck.model.digits import significant_digits
from claimcheck.model.quantity import Dimension
from claimcheck.model.text import ArticleId
from claimcheck.model.vocabulary import Scale

Links = Sequence[tuple[Pair, Link]]
Number = tuple[str, Decimal | None]
Tellers = Mapping[Number, set[ArticleId]]
"""The articles that have a number of a unit."""
Anchors = Sequence[frozenset[Number]]
"""By place of a claim, the rare numbers that stand beside it."""
_AGREEING = frozenset({"value.print", "value.same", "value.small", "value.near", "value.vague"})
_MOST_RIVALS = 8
_RARE = 3
_APART = "one article tells both, and so tells them apart"


@dataclass(frozen=True, slots=True)
class Fit:
    """The evidence between two figures and its weighed sum. `barred` names what keeps them apart whatever the sum;
    `best` is the pair of claims whose words fit best.
    """

    score: float
    reasons: tuple[Feature, ...]
    barred: str | None
    best: Pair


def fits(
    nodes: Sequence[Sequence[int]],
    claims: Sequence[Claim],
    links: Mapping[Pair, Link],
    scale: Scale,
    origin_of: Mapping[ArticleId, str],
) -> Mapping[Pair, Fit]:
    """The fit of every two figures of one unit, by their places in `nodes`.

    A figure that its article tells beside the other one's counterpart is no candidate for it: what remains of two
    articles when all that agrees is taken out speaks of few things, so few rivals are strong evidence.
    """
    between = _between(nodes, links)
    tellers, anchors = _tellers(claims), _anchors(claims)
    alone = {
        pair: _alone(nodes[pair[0]], nodes[pair[1]], found, claims, scale, origin_of, tellers, anchors)
        for pair, found in between.items()
    }
    partners = _partners(alone)
    return {
        (m, n): found
        if found.barred is not None
        else _among(found, _rivals(m, n, partners, alone, scale), _rivals(n, m, partners, alone, scale), scale)
        for (m, n), found in alone.items()
    }


def _tellers(claims: Sequence[Claim]) -> Tellers:
    found: defaultdict[Number, set[ArticleId]] = defaultdict(set)
    for claim in claims:
        found[_number(claim)].add(claim.article)
    return found


def _anchors(claims: Sequence[Claim]) -> Anchors:
    """Of every share and change the rare figures right beside it in its sentence: "fell 31 percent to $8.46 billion".
    Two of them beside one such figure are of one thing.
    """
    row: defaultdict[tuple[ArticleId, int], list[int]] = defaultdict(list)
    for place, claim in sorted(enumerate(claims), key=lambda entry: entry[1].span.start):
        row[claim.article, claim.sentence.index].append(place)
    found: list[frozenset[Number]] = [frozenset()] * len(claims)
    for places in row.values():
        for n, place in enumerate(places):
            if claims[place].quantity.unit.dimension is Dimension.PROPORTION:
                beside = (claims[other] for other in (*places[max(0, n - 1) : n], *places[n + 1 : n + 2]))
                found[place] = frozenset(_number(claim) for claim in beside if _is_anchor(claim))
    return found


def _is_anchor(claim: Claim) -> bool:
    value, dimension = claim.quantity.value, claim.quantity.unit.dimension
    level = claim.aspect is Aspect.LEVEL and dimension not in (Dimension.PROPORTION, Dimension.POINTS)
    return level and value is not None and len(significant_digits(value)) >= _RARE


def _number(claim: Claim) -> Number:
    return claim.quantity.unit.id, claim.quantity.value


def _partners(alone: Mapping[Pair, Fit]) -> Mapping[int, Sequence[tuple[float, int]]]:
    """Of every figure the few that fit it best, by their scores."""
    found: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for (m, n), fit in alone.items():
        if fit.barred is None:
            found[m].append((fit.score, n))
            found[n].append((fit.score, m))
    return {m: nlargest(_MOST_RIVALS, others) for m, others in found.items()}


def _rivals(
    m: int, n: int, partners: Mapping[int, Sequence[tuple[float, int]]], alone: Mapping[Pair, Fit], scale: Scale
) -> float:
    """The odds that `m` is another figure's thing and not that of `n`: a stranger's, or that of a partner as far as
    this one is not of one thing with `n` itself. Five tolls of one wreck are no rivals of each other.
    """
    odds = exp(scale["prior"])
    for score, other in partners.get(m, ()):
        if other != n:
            beside = alone.get((min(other, n), max(other, n)))
            apart = 1.0 if beside is None or beside.barred is not None else 1.0 / (1.0 + exp(beside.score))
            odds += exp(score) * apart
    return odds


def _between(nodes: Sequence[Sequence[int]], links: Mapping[Pair, Link]) -> Mapping[Pair, Links]:
    """The links between the claims of every two figures."""
    home = {i: n for n, members in enumerate(nodes) for i in members}
    found: dict[Pair, list[tuple[Pair, Link]]] = {}
    for (i, j), link in links.items():
        m, n = sorted((home[i], home[j]))
        if m != n:
            found.setdefault((m, n), []).append(((i, j), link))
    return found


def _alone(
    left: Sequence[int],
    right: Sequence[int],
    links: Links,
    claims: Sequence[Claim],
    scale: Scale,
    origin_of: Mapping[ArticleId, str],
    tellers: Tellers,
    anchors: Anchors,
) -> Fit:
    """The fit of two figures by their own claims. One that is the other but for a slip of the hand is of one thing with
    it, whatever is said of both, unless an article has the two numbers.
    """
    words = {pair: total(link.said, scale) for pair, link in links}
    unbarred = [entry for entry in links if entry[1].barred is None]
    slips = [entry for entry in unbarred if misprinted(*(claims[i].quantity for i in entry[0]))]
    if any(tellers[_number(claims[i])] & tellers[_number(claims[j])] for (i, j), _ in slips):
        return Fit(0.0, (), _APART, slips[0][0])
    best, link = max(slips or unbarred or links, key=lambda entry: (words[entry[0]], entry[0]))
    if any(found.barred == ANOTHER_HOLDER for _, found in links):
        return Fit(0.0, (), ANOTHER_HOLDER, best)
    against = [entry for entry in links if entry[1].barred != RECKONED]  # an adjusted figure may have a plain name
    if 2 * len(unbarred) <= len(against) and not slips:
        bars = Counter(found.barred for _, found in links if found.barred is not None)
        return Fit(0.0, (), min(bars, key=lambda why: (-bars[why], why)), best)
    if not slips and _told_apart(left, right, links, claims):
        return Fit(0.0, (), _APART, best)
    clashes = circumstances([claims[i] for i in left], [claims[j] for j in right])
    if any(anchors[i] & anchors[j] for (i, j), _ in links):
        clashes = tuple(one for one in clashes if None not in one)  # what only one of them says of it holds for both
    near = any(found.near for _, found in links)
    barred = None if near or slips else clash(clashes, claims[left[0]], claims[right[0]])
    if barred is not None:
        return Fit(0.0, (), barred, best)
    said = (f for f in link.said if not f.name.startswith(OF_CLAIMS))
    reasons = (*said, *one_sided(clashes), *_value(links), *_pool(left, right, unbarred, words, claims, origin_of))
    return Fit(total(reasons, scale), reasons, None, best)


def _value(links: Links) -> tuple[Feature, ...]:
    """What the values say, by the pair that is most like a slip."""
    order = (SLIP, "value.scale", "value.close", "value.near")
    rank = {name: place for place, name in enumerate(order)}
    figures = (f for _, found in links for f in found.figures)
    told = sorted(figures, key=lambda f: (rank.get(f.name, len(order)), f.name, -f.amount))
    return tuple(Feature("value.near", 1.0, f.says) if f.name in _AGREEING else f for f in told[:1])


def _pool(
    left: Sequence[int],
    right: Sequence[int],
    links: Links,
    words: Mapping[Pair, float],
    claims: Sequence[Claim],
    origin_of: Mapping[ArticleId, str],
) -> Iterator[Feature]:
    """What several tellings add: how well the others fit, and how many independent origins tell the better known
    figure.
    """
    few = min((left, right), key=len)
    best: dict[int, float] = {}
    for pair, _ in links:
        own = pair[0] if pair[0] in few else pair[1]
        best[own] = max(best.get(own, words[pair]), words[pair])
    yield Feature("pool.mean", sum(best.values()) / len(best) - max(best.values()), "the other tellings")
    support = max(len({origin_of.get(claims[i].article, claims[i].article) for i in side}) for side in (left, right))
    yield Feature("pool.support", log2(support), "sources that tell one of the two")


def _among(found: Fit, left: float, right: float, scale: Scale) -> Fit:
    """The fit beside that of all others; `left` and `right` are the odds that either figure
    is of another thing.
    """
    ahead = found.score - log(max(left, right))
    more = tuple(rank(max(-FULL_LAG, min(FULL_LEAD, ahead))))
    return Fit(found.score + total(more, scale), (*found.reasons, *more), None, found.best)


def _told_apart(left: Sequence[int], right: Sequence[int], links: Links, claims: Sequence[Claim]) -> bool:
    near = {pair for pair, found in links if found.near}
    for i in left:
        for j in right:
            a, b = claims[i], claims[j]
            if a.article != b.article or restated(a, b):
                continue
            if (min(i, j), max(i, j)) not in near and not both_claimed(a, b):
                return True
    return False
