"""Whether parts make a whole, at the precision in which both are printed."""

from decimal import Decimal

from claimcheck.checks.parts import Parts
from claimcheck.checks.passages import bare, in_prose, usable_part
from claimcheck.compare.rounding import ends
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.policy import Policy
from claimcheck.model.quantity import Dimension, Interval

ADD_UP = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.MASS, Dimension.AREA, Dimension.VOLUME})
"""What is summed in news; lengths and times of several things seldom are."""


def summable(claim: Claim) -> bool:
    """Whether it is a number in running text, bare or "about" it, of things, money or stuff that can be added."""
    level = claim.aspect is Aspect.LEVEL and claim.restates is None and claim.quantity.unit.dimension in ADD_UP
    return level and usable_part(claim) and in_prose(claim)


def exact_part(claim: Claim) -> bool:
    """Whether it is summable and printed without a hedge."""
    return bare(claim) and summable(claim)


def of_one_unit(claims: tuple[Claim, ...]) -> bool:
    """Whether the figures, one at least, can be added to each other."""
    return all(claim.quantity.unit == claims[0].quantity.unit for claim in claims)


def makes(whole: tuple[Claim, ...], parts: Parts, policy: Policy) -> bool:
    """Whether the parts make up the figures of `whole` together: bare counts to the digit, all else as rounding and
    hedges allow.
    """
    claims = (*whole, *parts.claims)
    if all(bare(claim) and claim.quantity.unit.dimension is Dimension.COUNT for claim in claims):
        return value_of(whole) == parts.added
    ones = parts.count - len(parts.claims)
    return _together(whole, policy, 0).meets(_together(parts.claims, policy, ones))


def complete(claims: tuple[Claim, ...]) -> Parts:
    """The claims as the parts of a list that leaves none out."""
    return Parts(claims=claims, added=value_of(claims), count=len(claims), closed=True)


def value_of(claims: tuple[Claim, ...]) -> Decimal:
    """Their numbers added up."""
    return sum((claim.quantity.value or Decimal(0) for claim in claims), Decimal(0))


def _together(claims: tuple[Claim, ...], policy: Policy, ones: int) -> Interval:
    reach = [ends(claim, policy) for claim in claims]
    low, high = (sum((end[n] for end in reach), Decimal(ones)) for n in (0, 1))
    return Interval(low=low, high=high)
