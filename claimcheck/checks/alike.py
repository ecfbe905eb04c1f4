"""Whether figures of different articles measure one thing, where their values cannot tell."""

from collections.abc import Callable, Iterable
from typing import Any

from claimcheck.checks.base import Context
from claimcheck.model.claim import Claim

Likeness = tuple[Any, ...]


def likeness(claim: Claim) -> Likeness:
    """Equal for claims of one operation, noun, action and words, of one part, time, standing and rate basis."""
    metric = claim.metric
    scope, period = (None if facet is None else facet.key for facet in (claim.scope, claim.period))
    thing = (claim.operation.id, metric.entity, metric.action, metric.modifiers)
    return (*thing, scope, period, claim.status, claim.quantity.per)


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
