"""How alike the words around two figures are, rare words counting more: what is left to compare where grammar fails."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2, sqrt

from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.quantity import Dimension
from claimcheck.model.text import ArticleId

BARE = frozenset(str(dimension.value) for dimension in Dimension)
"""Entities of claims that name nothing but what sort of figure it is."""
_METRIC_NEARNESS = 1.0
_SMALL = 20
_SMALL_FIGURE = 0.5

Bag = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one claim: `near` weighs each by rarity and nearness, `all` by rarity alone; the norms go with them.
    `beside` are the other figures of its sentence.
    """

    near: Bag
    near_norm: float
    all: Bag
    all_norm: float
    beside: frozenset[tuple[str, str]]


def wordings(claims: Sequence[Claim]) -> Mapping[ClaimId, Wording]:
    """Each claim's wording; how rare a word is, is counted over the sentences of its operation."""
    sentences: defaultdict[tuple[ArticleId, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        sentences[claim.article, claim.sentence.index].append(claim)
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    sizes: Counter[str] = Counter()
    for members in sentences.values():
        operation = str(members[0].operation.id)
        told[operation].update({word for claim in members for word, _ in claim.context})
        sizes[operation] += 1
    found: dict[ClaimId, Wording] = {}
    for members in sentences.values():
        figures = [(c.id, _figure(c)) for c in members]
        for claim in members:
            operation = str(claim.operation.id)
            beside = frozenset(f for i, f in figures if i != claim.id and f is not None)
            found[claim.id] = _wording(claim, told[operation], sizes[operation], beside)
    return found


def alike(a: Wording, b: Wording) -> tuple[float, float, float]:
    """Cosines of the near words and of all words, 0 to 1, and the weight of the words that stand near both figures."""
    return (
        _dot(a.near, b.near) / (a.near_norm * b.near_norm) if a.near and b.near else 0.0,
        _dot(a.all, b.all) / (a.all_norm * b.all_norm) if a.all and b.all else 0.0,
        sum(min(a.near[word], b.near[word]) for word in sorted(a.near) if word in b.near),
    )


def alongside(a: Wording, b: Wording) -> float:
    """How many figures both sentences hold besides the two; numbers below 20 count half."""
    return sum(_SMALL_FIGURE if _is_small(value) else 1.0 for value, _ in a.beside & b.beside)


def _wording(claim: Claim, told: Counter[str], size: int, beside: frozenset[tuple[str, str]]) -> Wording:
    scale = log2(size + 2)
    near: dict[str, float] = {}
    every: dict[str, float] = {}
    for word, nearness in claim.context:
        rarity = log2((size + 2) / (told[word] + 0.5)) / scale
        near[word] = nearness * rarity
        every[word] = rarity
    metric = claim.metric
    said = (metric.entity, metric.action or metric.entity, *metric.modifiers)
    for word in said:
        if word not in BARE:
            rarity = log2((size + 2) / (told[word] + 0.5)) / scale
            near[word] = max(near.get(word, 0.0), _METRIC_NEARNESS * rarity)
    return Wording(near=near, near_norm=_norm(near), all=every, all_norm=_norm(every), beside=beside)


def _norm(bag: Bag) -> float:
    return sqrt(sum(weight * weight for _, weight in sorted(bag.items()))) or 1.0


def _dot(a: Bag, b: Bag) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(small[word] * large[word] for word in sorted(small) if word in large)


def _figure(claim: Claim) -> tuple[str, str] | None:
    value = claim.quantity.value
    return None if value is None else (f"{value.normalize():f}", str(claim.quantity.unit.id))


def _is_small(value: str) -> bool:
    return abs(float(value)) < _SMALL
