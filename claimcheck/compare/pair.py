"""Two claims side by side, with what a rung may look at."""

from dataclasses import dataclass

from claimcheck.compare.intervals import Reading, read
from claimcheck.model.claim import Claim
from claimcheck.model.digits import at_two_scales, scale_misprint
from claimcheck.model.policy import Policy

_TELLING_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two claims in stated order (`a` sorts before `b`), their readings, and the figures around them.

    `group`: one claim for every different figure of the cluster, the pair's own included. `beside`: every claim of the
    articles that print one of the two.
    """

    a: Claim
    b: Claim
    left: Reading
    right: Reading
    policy: Policy
    group: tuple[Claim, ...] = ()
    beside: tuple[Claim, ...] = ()

    @property
    def surfaces(self) -> tuple[str, str]:
        """The two figures as printed, quoted."""
        return f'"{self.a.quantity.surface}"', f'"{self.b.quantity.surface}"'

    @property
    def rescaled(self) -> bool:
        """Whether the figures are one number at two scales: no time, part, forecast or bound makes the one of the
        other.
        """
        a, b = self.a.quantity, self.b.quantity
        if a.value is None or b.value is None or a.unit.id != b.unit.id:
            return False
        return scale_misprint(a.value, b.value) or at_two_scales(a.value, b.value, _TELLING_DIGITS)


def pair_of(x: Claim, y: Claim, policy: Policy, group: tuple[Claim, ...] = (), beside: tuple[Claim, ...] = ()) -> Pair:
    """The pair in canonical order, so that everything after it is symmetric."""
    a, b = sorted((x, y), key=order)
    return Pair(a=a, b=b, left=read(a), right=read(b), policy=policy, group=group, beside=beside)


def order(claim: Claim) -> tuple[str, int, int, str]:
    """Total order of claims: article, place in it, id."""
    return (claim.article, claim.span.start, claim.span.end, claim.id)
