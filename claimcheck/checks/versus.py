"""The two ends of a disagreement: the odd figure, and what the others say."""

from dataclasses import dataclass
from decimal import Decimal

from claimcheck.compare.intervals import read
from claimcheck.compare.pair import order
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.finding import Disagreement, Verdict
from claimcheck.model.quantity import Qualifier

_OPPOSED = frozenset({Verdict.CONFLICT, Verdict.DISPUTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Versus:
    """The odd figure against the others. In a balanced disagreement `odd` is the voice of the weakest side, and
    `settled` is False: nothing says which side is wrong.
    """

    odd: Claim
    others: tuple[Claim, ...]
    settled: bool

    @property
    def voice(self) -> Claim:
        """The figure that best stands for the others."""
        return self.others[0]

    def should_read(self, figure: str) -> str | None:
        """The suggestion, only where the evidence singles a figure out."""
        return f'should read "{figure}"' if self.settled else None


def versus(disagreement: Disagreement) -> Versus:
    """The ends of a disagreement: its suspect (or the voice of its last side) against its first side."""
    odd = disagreement.suspect or by_firmness(disagreement.sides[-1])[0]
    side = by_firmness(next(s for s in disagreement.sides if odd not in s))
    opposed = opposed_to(odd, disagreement)
    others = sorted(side, key=lambda claim: claim.id not in opposed)
    return Versus(odd=odd, others=tuple(others), settled=disagreement.suspect is not None)


def opposed_to(claim: Claim, disagreement: Disagreement) -> frozenset[ClaimId]:
    """The claims that cannot be true beside this one."""
    against = (c for c in disagreement.group.comparisons if c.verdict in _OPPOSED)
    return frozenset(other for c in against for one, other in ((c.a, c.b), (c.b, c.a)) if one == claim.id)


def by_firmness(side: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Bare figures before hedged ones, originals before restatements, fine before coarse."""
    return tuple(sorted(side, key=_firmness))


def _firmness(claim: Claim) -> tuple[bool, bool, bool, Decimal, tuple[str, int, int, str]]:
    reading = read(claim)
    hedged = claim.quantity.qualifier is not Qualifier.EXACT
    return (claim.quantity.value is None, hedged, claim.restates is not None, reading.step, order(claim))


def disputed_share(disagreement: Disagreement) -> Decimal:
    """The part of the opposed pairs across the sides in which two named claimants speak, 0 to 1."""
    side_of = {claim.id: n for n, side in enumerate(disagreement.sides) for claim in side}
    opposed = [
        comparison.verdict
        for comparison in disagreement.group.comparisons
        if comparison.verdict in _OPPOSED
        and side_of.get(comparison.a) is not None
        and side_of.get(comparison.b) is not None
        and side_of[comparison.a] != side_of[comparison.b]
    ]
    if not opposed:
        return Decimal(0)
    return Decimal(sum(v is Verdict.DISPUTED for v in opposed)) / len(opposed)
