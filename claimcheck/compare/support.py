"""Who stands behind each side, and why that singles a claim out or does not."""

from decimal import Decimal

from claimcheck.compare.weights import OUTLET, PRIMARY, Standings
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Disagreement, Group, Support

_TWO_SIDES = 2


def supports(group: Group, sides: tuple[tuple[Claim, ...], ...], standings: Standings) -> tuple[Support, ...]:
    """The support of every side, in their order; each origin counts once, with its weightiest article."""
    origins = group.cluster.origins()
    return tuple(_support(side, {c.id: origins.get(c.id, c.article) for c in side}, standings) for side in sides)


def _support(side: tuple[Claim, ...], origins: dict[str, str], standings: Standings) -> Support:
    weights: dict[str, Decimal] = {}
    for claim in side:
        origin, weight = origins[claim.id], standings.get(claim.article, OUTLET).weight
        weights[origin] = max(weight, weights.get(origin, weight))
    return Support(
        claims=tuple(claim.id for claim in side),
        origins=tuple(sorted(weights)),
        weight=sum(weights.values(), Decimal(0)),
        primary=any(standings.get(claim.article, OUTLET).kind == PRIMARY for claim in side),
    )


def why_suspect(disagreement: Disagreement, found: tuple[Support, ...]) -> str:
    """Why the suspect is one, or why nobody is, in words."""
    if len(found) != _TWO_SIDES:
        return f"nobody is singled out: {len(found)} sides that all differ"
    best, odd = found
    many = len(best.origins)
    if disagreement.suspect is not None:
        others = "a primary source" if many == 1 else f"{many} independent origins"
        more = ", a primary source among them" if best.primary and many > 1 else ""
        return f"one origin stands alone against {others}{more}"
    if len(odd.origins) > 1:
        return f"nobody is singled out: {many} origins against {len(odd.origins)}"
    if odd.primary:
        return "nobody is singled out: the one that stands alone is a primary source"
    return "nobody is singled out: one origin against one"
