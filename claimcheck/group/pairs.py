"""Which claims are weighed against each other, and the evidence that only the whole folder gives: who fits better."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

from claimcheck.group.evidence import Feature, Rivals
from claimcheck.group.links import Link, Scale, comparable, link
from claimcheck.group.wording import Wording, wordings
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.text import ArticleId
from claimcheck.model.vocabulary import Vocabulary

Pair = tuple[int, int]
_MAX_BLOCK = 400
_SMALL_STORY = 250
_KEY_WORDS = 8
_FULL_MARGIN = 3.0


def weigh(claims: Sequence[Claim], vocabulary: Vocabulary, scale: Scale) -> Mapping[Pair, Link]:
    """The evidence between every two claims that could be linked, by their places in `claims`."""
    said = wordings(claims)
    figures = Counter(_axis(claim) for claim in claims)
    namesakes = Counter((_axis(claim), claim.metric.entity) for claim in claims)
    found: dict[Pair, Link] = {}
    for block in _blocks(claims, said, vocabulary):
        for place, i in enumerate(block):
            for j in block[place + 1 :]:
                if (i, j) in found or not comparable(claims[i], claims[j]):
                    continue
                a, b = claims[i], claims[j]
                x, y = _axis(a), _axis(b)
                rivals = Rivals(
                    all=sqrt(figures[x] * figures[y]),
                    namesakes=sqrt(namesakes[x, a.metric.entity] * namesakes[y, b.metric.entity]),
                )
                found[i, j] = link(a, b, (said[a.id], said[b.id]), rivals, vocabulary, scale)
    return _with_rank(claims, found, scale)


def _axis(claim: Claim) -> tuple[ArticleId, str, str | None]:
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


def _with_rank(claims: Sequence[Claim], links: Mapping[Pair, Link], scale: Scale) -> Mapping[Pair, Link]:
    """Every link with how it ranks: whether each is the other's best by words in its article, and by how much."""
    ranks: defaultdict[tuple[int, ArticleId], list[tuple[float, int]]] = defaultdict(list)
    for (i, j), found in links.items():
        if claims[i].article != claims[j].article:
            ranks[i, claims[j].article].append((found.words, j))
            ranks[j, claims[i].article].append((found.words, i))
    for ranked in ranks.values():
        ranked.sort(key=lambda entry: (-entry[0], entry[1]))

    def margin(own: int, other: int, words: float) -> float:
        ranked = ranks[own, claims[other].article]
        rival = next((score for score, index in ranked if index != other), None)
        lead = _FULL_MARGIN if rival is None else words - rival
        return max(-_FULL_MARGIN, min(_FULL_MARGIN, lead))

    ranked_links: dict[Pair, Link] = {}
    for (i, j), found in links.items():
        if claims[i].article == claims[j].article:
            ranked_links[i, j] = found
            continue
        least = min(margin(i, j, found.words), margin(j, i, found.words))
        rank = [Feature("rank.margin", least, "how much better than the next best figure")]
        if least >= 0:
            rank.append(Feature("rank.best", 1.0, "each is the other's best match"))
        ranked_links[i, j] = found.with_more(rank, scale)
    return ranked_links
