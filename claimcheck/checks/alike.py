"""Whether figures of different articles measure one thing, where their values cannot tell."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from claimcheck.checks.base import Context
from claimcheck.checks.borrowed import NO_THING
from claimcheck.checks.passages import after, bare, before, has_any, lines
from claimcheck.compare.facets import direction_of
from claimcheck.model.claim import Aspect, Claim, Direction
from claimcheck.model.digits import scale_misprint, significant_digits
from claimcheck.model.policy import WordingPolicy
from claimcheck.model.quantity import Dimension

_PLAIN, _RARE = 2, 3
_FEW_WORDS = 2
_BEFORE, _AFTER = 4, 2

Likeness = tuple[Any, ...]


def likeness(claim: Claim) -> Likeness:
    """Equal for claims of one operation, noun, action and words, of one part, time, standing and rate basis."""
    metric = claim.metric
    scope, period = (None if facet is None else facet.key for facet in (claim.scope, claim.period))
    thing = (claim.operation.id, metric.entity, metric.action, metric.modifiers)
    return (*thing, scope, period, claim.status, claim.quantity.per)


def anchored(context: Context, wanted: Callable[[Claim], bool]) -> Iterable[tuple[Claim, ...]]:
    """The wanted claims that stand beside one and the same rare figure in their sentences ("$62.9 billion, up 20
    percent"), those of one number together: whatever they are called, they are of one thing.
    """
    found: dict[Likeness, list[Claim]] = {}
    for line in lines(context):
        for claim, beside in ((a, b) for a, b in pairwise(line) if _anchor(a) or _anchor(b)):
            for change, anchor in ((claim, beside), (beside, claim)):
                if wanted(change) and _anchor(anchor) and change.restates is None:
                    key = (change.operation.id, size_of(change), anchor.quantity.value, anchor.quantity.unit.id)
                    found.setdefault(key, []).append(change)
    return tuple(tuple(dict.fromkeys(claims)) for claims in found.values())


def size_of(claim: Claim) -> Decimal:
    """The printed number without its sign."""
    return abs(claim.quantity.value or Decimal(0))


def _anchor(claim: Claim) -> bool:
    """Whether it is a bare level of three digits that tell, which two stories do not share by chance."""
    proportional = claim.quantity.unit.dimension in (Dimension.PROPORTION, Dimension.POINTS)
    level = bare(claim) and claim.aspect is Aspect.LEVEL and not proportional
    return level and len(significant_digits(claim.quantity.value or Decimal(0))) >= _RARE


def way_of(claim: Claim, wording: WordingPolicy) -> Direction | None:
    """Which way a change goes: as read, else by the words next to it ("20 percent more"); None when they do not say."""
    told = direction_of(claim)
    if told is not None:
        return told
    near = " ".join((*before(claim).split()[-_BEFORE:], "|", *after(claim).split()[:_AFTER]))
    up, down = has_any(near, wording.up_cues), has_any(near, wording.down_cues)
    if up == down:
        return None
    return Direction.UP if up else Direction.DOWN


def families(
    context: Context, wanted: Callable[[Claim], bool], key: Callable[[Claim], Likeness]
) -> Iterable[tuple[Claim, ...]]:
    """The wanted claims of all articles, those with one key together, in order of article and place."""
    found: dict[Likeness, list[Claim]] = {}
    for article in sorted(context.claims):
        for claim in context.claims[article]:
            if wanted(claim):
                found.setdefault(key(claim), []).append(claim)
    return tuple(tuple(claims) for claims in found.values())


def without_tellers_of_both(
    one: Iterable[Claim], other: Iterable[Claim]
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Both sides without the articles that stand on both: these tell the two apart."""
    left, right = tuple(one), tuple(other)
    both = {c.article for c in left} & {c.article for c in right}
    return tuple(c for c in left if c.article not in both), tuple(c for c in right if c.article not in both)


def tied(
    one: Iterable[Claim], other: Iterable[Claim], alike: Callable[[Claim, Claim], bool]
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Both sides without the articles that stand on both, each as far as it is alike to a claim of the other."""
    left, right = without_tellers_of_both(one, other)
    left = tuple(claim for claim in left if any(alike(claim, c) for c in right))
    return left, tuple(claim for claim in right if any(alike(claim, c) for c in left))


def with_others(
    side: tuple[Claim, ...], context: Context, wanted: Callable[[Claim], bool], *, apart: Iterable[Claim]
) -> tuple[Claim, ...]:
    """The side with the wanted claims of further articles that have its number, of two digits and up, in like words.
    Articles of `apart`, the other side, are left out.
    """
    taken = {claim.article for claim in (*side, *apart)}
    found = [
        claim
        for name in sorted(context.claims)
        if name not in taken
        for claim in context.claims[name]
        if wanted(claim) and any(_retells(claim, one) for one in side)
    ]
    return (*side, *found)


def _retells(claim: Claim, one: Claim) -> bool:
    same = size_of(claim) == size_of(one) and claim.quantity.unit.id == one.quantity.unit.id
    telling = len(significant_digits(size_of(claim))) >= _PLAIN
    return same and telling and claim.operation.id == one.operation.id and words_in_common(claim, one) >= _FEW_WORDS


def words_in_common(a: Claim, b: Claim) -> int:
    """How many of the words around the two figures are the same."""
    ours, theirs = ({word for word, _ in claim.context} for claim in (a, b))
    return len(ours & theirs)


def named_alike(a: Claim, b: Claim) -> bool:
    """Whether a noun or words tie two figures together."""
    named = a.metric.entity == b.metric.entity and a.metric.entity not in NO_THING
    return named or words_in_common(a, b) >= _FEW_WORDS


def told_apart(sides: Sequence[Iterable[Claim]]) -> bool:
    """Whether every claim of one of two sides stands in one sentence with a claim of the other: articles that tell both
    in a breath, the one beside the other, do not contradict each other. A figure and its own conversion are one, and
    one number in millions and in billions is no two.
    """
    if len(sides) != len(("one", "other")):
        return False
    one, other = (tuple(side) for side in sides)
    if any(a.article != b.article and scaled_alike(a, b) for a in one for b in other):
        return False
    return all(_beside(claim, other) for claim in one) or all(_beside(claim, one) for claim in other)


def scaled_alike(a: Claim, b: Claim) -> bool:
    """Whether two figures in one unit are one number but for a scale word: in millions and in billions."""
    x, y = a.quantity.value, b.quantity.value
    if x is None or y is None or a.quantity.unit.id != b.quantity.unit.id:
        return False
    return scale_misprint(x, y)


def _beside(claim: Claim, others: Iterable[Claim]) -> bool:
    return any(
        claim.article == c.article and claim.sentence.index == c.sentence.index and not _one_figure(claim, c)
        for c in others
    )


def _one_figure(a: Claim, b: Claim) -> bool:
    return a.restates == b.id or b.restates == a.id
