"""The pairs across the sides of a finding, each with the rungs that did not hold."""

from collections.abc import Iterator

from claimcheck.compare.cluster import ClaimsByArticle, beside
from claimcheck.compare.fold import fold
from claimcheck.compare.pair import pair_of
from claimcheck.compare.sides import OPPOSED
from claimcheck.compare.unless import refusals
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.finding import Comparison, Decision, Group, Refusal
from claimcheck.model.policy import Policy

Sides = tuple[tuple[Claim, ...], ...]


def decisions(
    group: Group, sides: Sides, lead: tuple[Claim, Claim] | None, policy: Policy, claims_by_article: ClaimsByArticle
) -> tuple[tuple[Decision, ...], int]:
    """One decision for every two different figures on different sides: that of the `lead` first, then opposed pairs,
    then in claim order; and how many were left out above `policy.trail.decisions`.
    """
    classes = fold(group.cluster.claims)
    class_of = {claim.id: number for number, members in enumerate(classes) for claim in members}
    together: dict[tuple[int, int], list[Comparison]] = {}
    for comparison in _across(group, sides):
        a, b = sorted((class_of[comparison.a], class_of[comparison.b]))
        together.setdefault((a, b), []).append(comparison)
    first = tuple(sorted(class_of[claim.id] for claim in lead)) if lead is not None else None
    ranked = sorted(together, key=lambda pair: (pair != first, together[pair][0].verdict not in OPPOSED))
    distinct = tuple(members[0] for members in classes)[: policy.max_distinct]

    def refused(a: int, b: int) -> tuple[Refusal, ...]:
        around = beside(classes[a] + classes[b], claims_by_article)
        return refusals(pair_of(classes[a][0], classes[b][0], policy, distinct, around))

    def decision(a: int, b: int) -> Decision:
        alike = together[a, b]
        opposed = alike[0].verdict in OPPOSED
        return Decision(comparison=alike[0], refusals=refused(a, b) if opposed else (), pairs=len(alike))

    told = ranked[: policy.trail.decisions]
    return tuple(decision(a, b) for a, b in told), len(ranked) - len(told)


def _across(group: Group, sides: Sides) -> Iterator[Comparison]:
    side_of: dict[ClaimId, int] = {claim.id: number for number, side in enumerate(sides) for claim in side}
    for comparison in group.comparisons:
        a, b = side_of.get(comparison.a), side_of.get(comparison.b)
        if a is not None and b is not None and a != b:
            yield comparison
