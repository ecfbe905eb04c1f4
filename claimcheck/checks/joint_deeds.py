"""The number of two deeds told of the graver one: "550 killed", where others have 550 killed and wounded."""

from collections.abc import Iterable, Iterator

from claimcheck.checks.base import Context, Observation
from claimcheck.checks.messages import told_by
from claimcheck.checks.weighing import Scales
from claimcheck.model.claim import Aspect, Claim, by_content
from claimcheck.model.finding import Severity
from claimcheck.model.quantity import Dimension

_FEWEST = 20
"""Smaller counts are alike by chance."""
_AND = " and "
_PEOPLE = "people"


def joint_told_as_one(context: Context, weights: Scales) -> Iterator[Observation]:
    """One observation for each number that some give to two deeds together and others to the graver one alone. That
    the milder one is told alone is no mistake: homes "damaged" are often those damaged or destroyed.
    """
    for told in context.numbers.values():
        joint = tuple(c for c in told if _counts(c) and _AND in (c.metric.action or ""))
        for operation, kind, graver in dict.fromkeys(_graver(c, context) for c in joint):
            both = _in_order(c for c in joint if _graver(c, context) == (operation, kind, graver))
            corrected = {c.article for c in both}  # an article that tells it both ways has put it right itself
            alone = (c for c in told if _counts(c) and c.metric.action == graver and c.operation.id == operation)
            single = _in_order(c for c in alone if _kind(c, context) == kind and c.article not in corrected)
            if graver and single and not weights.origins_of(single) & weights.origins_of(both):
                yield _observation(both, single, context, weights)


def _counts(claim: Claim) -> bool:
    value = claim.quantity.value
    count = claim.quantity.unit.dimension is Dimension.COUNT and claim.aspect is Aspect.LEVEL
    return count and value is not None and value >= _FEWEST


def _graver(claim: Claim, context: Context) -> tuple[str, str, str]:
    """The operation, who or what it is done to, and the graver of the two deeds; empty where no vocabulary says so."""
    acts = (claim.metric.action or "").split(_AND)
    graver = next((act for act in acts if act in context.policy.wording.grave_acts), "")
    return str(claim.operation.id), _kind(claim, context), graver


def _kind(claim: Claim, context: Context) -> str:
    """The noun; all people are one: "550 soldiers killed" and "550 killed and wounded"."""
    return _PEOPLE if claim.metric.entity in context.policy.persons else claim.metric.entity


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=by_content))


def _observation(both: tuple[Claim, ...], single: tuple[Claim, ...], context: Context, weights: Scales) -> Observation:
    sides, suspect = weights.laid_out(both, single)
    first, other = both[0], single[0]
    lone = suspect if suspect in single else None
    return Observation(
        operation=first.operation.name,
        metric=other.metric.name,
        message=f"{told_by(other, single, context.articles)} is told of {other.metric.name} alone, "
        f"{told_by(first, both, context.articles)} of {first.metric.name} together",
        sides=sides,
        suspect=lone,
        suggestion=f"should say {first.metric.name}" if lone is not None else None,
        severity=Severity.WARNING,
    )
