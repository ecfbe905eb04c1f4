"""Which claims are weighed against each other, and the evidence that only the whole folder gives: who fits better."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from math import log2, sqrt

from claimcheck.group.evidence import Feature
from claimcheck.group.links import Link, comparable, link, total
from claimcheck.group.wording import Wording, wordings
from claimcheck.linkage import Pair
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.text import ArticleId
from claimcheck.model.vocabulary import Scale, Vocabulary

_MAX_BLOCK = 400
_SMALL_STORY = 250
_KEY_WORDS = 8
FULL_LEAD, FULL_LAG = 3.0, 1.0


def weigh(claims: Sequence[Claim], vocabulary: Vocabulary, slack: Decimal) -> Mapping[Pair, Link]:
    """The evidence between every two claims that could be linked, by their places in `claims`."""
    said = wordings(claims)
    found: dict[Pair, Link] = {}
    for block in _blocks(claims, said, vocabulary):
        for place, i in enumerate(block):
            for j in block[place + 1 :]:
                a, b = claims[i], claims[j]
                if (i, j) not in found and comparable(a, b):
                    found[i, j] = link(a, b, (said[a.id], said[b.id]), vocabulary, slack)
    return found


def ranked(claims: Sequence[Claim], links: Mapping[Pair, Link], scale: Scale) -> Mapping[Pair, tuple[Feature, ...]]:
    """What the rest of the two articles says of every link: how many other figures there are of that unit and that
    entity, whether each claim is the other's best by words, and by how much.
    """
    figures = Counter(axis(claim) for claim in claims)
    namesakes = Counter((axis(claim), claim.metric.entity) for claim in claims)
    words = {pair: total(found.said, scale) for pair, found in links.items() if found.barred is None}
    margins = _margins(claims, words, scale["prior"])
    found: dict[Pair, tuple[Feature, ...]] = {}
    for i, j in words:
        x, y = axis(claims[i]), axis(claims[j])
        rivals = sqrt(figures[x] * figures[y])
        told = [Feature("rivals", log2(1 + rivals), "other figures of that unit")]
        one = claims[i].metric.entity
        if one == claims[j].metric.entity:
            alike = sqrt(namesakes[x, one] * namesakes[y, one])
            told.append(Feature("entity.namesakes", log2(alike), "other figures of that entity"))
        found[i, j] = (*told, *rank(margins[i, j])) if (i, j) in margins else tuple(told)
    return found


def rank(margin: float) -> Iterator[Feature]:
    """How much better two figures fit than the next best of either."""
    yield Feature("rank.margin", margin, "how much better than the next best figure")
    if margin >= 0:
        yield Feature("rank.best", 1.0, "each is the other's best match")


def axis(claim: Claim) -> tuple[ArticleId, str, str | None]:
    """An article's figures of one sort are rivals of each other."""
    unit = claim.quantity.unit
    sort = str(unit.id) if unit.dimension.value in ("money", "other") else unit.dimension.value
    return claim.article, sort, claim.quantity.per


def _blocks(claims: Sequence[Claim], said: Mapping[ClaimId, Wording], vocabulary: Vocabulary) -> Iterable[list[int]]:
    """Places of claims that could be linked: one operation and dimension, and an entity, a telling word, a kind or a
    figure in common. In a small story, all claims of one dimension.
    """
    blocks: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    sizes = Counter((claim.operation.id, claim.quantity.unit.dimension) for claim in claims)
    for index, claim in enumerate(claims):
        base = (claim.operation.id, claim.quantity.unit.dimension)
        if sizes[base] <= _SMALL_STORY:
            blocks[base].append(index)
            continue
        words = {claim.metric.entity, vocabulary.entity_kinds.get(claim.metric.entity), *claim.metric.modifiers}
        near = said[claim.id].near
        words.update(sorted(near, key=lambda word: (-near[word], word))[:_KEY_WORDS])
        for word in words - {None}:
            blocks[(*base, "word", word)].append(index)
        blocks[(*base, "stem", claim.metric.entity[:4])].append(index)
        if claim.quantity.value is not None:
            blocks[(*base, "figure", claim.quantity.value)].append(index)
    return (block[:_MAX_BLOCK] for block in blocks.values() if len(block) > 1)


def _margins(claims: Sequence[Claim], words: Mapping[Pair, float], stranger: float) -> Mapping[Pair, float]:
    """For every pair of two articles the smaller of both leads over the next best claim in the other's article."""
    entries: defaultdict[tuple[int, ArticleId], list[tuple[float, int]]] = defaultdict(list)
    across = {p: score for p, score in words.items() if claims[p[0]].article != claims[p[1]].article}
    for (i, j), score in across.items():
        entries[i, claims[j].article].append((score, j))
        entries[j, claims[i].article].append((score, i))
    best_two = {key: sorted(found, reverse=True)[:2] for key, found in entries.items()}
    return {
        (i, j): min(
            _lead(score, j, best_two[i, claims[j].article], stranger),
            _lead(score, i, best_two[j, claims[i].article], stranger),
        )
        for (i, j), score in across.items()
    }


def _lead(score: float, own: int, best_two: Iterable[tuple[float, int]], stranger: float) -> float:
    """How far `score` is ahead of the best that is not `own`, or of a `stranger`'s score; within bounds."""
    rival = max((other for other, index in best_two if index != own), default=stranger)
    return max(-FULL_LAG, min(FULL_LEAD, score - max(rival, stranger)))
