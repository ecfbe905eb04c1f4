"""A figure that others tell otherwise, and that its own article gives away."""

from claimcheck.checks.versus import by_firmness
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Disagreement

Rivals = tuple[tuple[Claim, tuple[Claim, ...]], ...]


def rivals(disagreement: Disagreement) -> Rivals:
    """Every claim that may be the wrong one with those of the other sides, firmest first: the suspect alone where there
    is one.
    """
    sides = disagreement.sides
    return tuple(
        (claim, by_firmness(tuple(c for other in sides if other is not side for c in other)))
        for side in sides
        for claim in side
        if disagreement.suspect in (None, claim)
    )


def the_one(found: list[tuple[Claim, Claim, str]]) -> tuple[Claim, Claim, str] | None:
    """The one claim that gives itself away, with the figure that should stand there and why; None: none, or several."""
    return found[0] if len({odd.id for odd, _, _ in found}) == 1 else None
