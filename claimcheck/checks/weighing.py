"""Who stands alone against whom, for checks that lay out their sides themselves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimcheck.checks.base import Context
from claimcheck.compare.weights import PRIMARY, Standings
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.finding import GroupId

_MAJORITY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Scales:
    """The origin of every grouped claim and the standing of every article."""

    origins: Mapping[ClaimId, str]
    standings: Standings
    homes: Mapping[ClaimId, GroupId]

    def together(self, a: Claim, b: Claim) -> bool:
        """Whether one group holds both: then they are of one thing."""
        return a.id in self.homes and self.homes[a.id] == self.homes.get(b.id)

    def origins_of(self, claims: Iterable[Claim]) -> frozenset[str]:
        """The independent origins that speak in these claims; an ungrouped claim's is its article."""
        return frozenset(self.origins.get(claim.id, claim.article) for claim in claims)

    def firm(self, claims: Iterable[Claim]) -> bool:
        """Whether two independent origins say so, or a primary source."""
        told = tuple(claims)
        return len(self.origins_of(told)) >= _MAJORITY or self._primary(told)

    def lone(self, claims: Iterable[Claim]) -> bool:
        """Whether one origin says so, and no primary source."""
        told = tuple(claims)
        return len(self.origins_of(told)) == 1 and not self._primary(told)

    def _primary(self, claims: Iterable[Claim]) -> bool:
        return any(
            claim.article in self.standings and self.standings[claim.article].kind == PRIMARY for claim in claims
        )

    def laid_out(
        self, one: Iterable[Claim], other: Iterable[Claim]
    ) -> tuple[tuple[tuple[Claim, ...], ...], Claim | None]:
        """Two sides, the better supported first, and the claim that stands alone; None: the evidence is balanced."""
        a, b = tuple(one), tuple(other)
        if (len(self.origins_of(a)), self._primary(a)) < (len(self.origins_of(b)), self._primary(b)):
            a, b = b, a
        return (a, b), (b[0] if self.firm(a) and self.lone(b) else None)


def scales(context: Context) -> Scales:
    """The scales of a run."""
    return Scales(origins=context.origin_of, standings=context.standings, homes=context.group_of)
