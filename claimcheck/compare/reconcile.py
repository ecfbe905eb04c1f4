"""Two coarse figures that clash only because both were made from a third one: 700,000 and 720,000 beside 714,707."""

from dataclasses import replace

from claimcheck.compare.intervals import read
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.finding import Comparison, Verdict

_MADE_FROM = frozenset({Verdict.CONVERTED, Verdict.ROUNDED})


def reconciled(firsts: tuple[Claim, ...], judged: tuple[Comparison, ...]) -> tuple[Comparison, ...]:
    """The comparisons, conflicts turned to "rounded" where one bare, finer figure of the group agrees with both.

    `firsts` holds one claim of every class of equal figures.
    """
    claims = {claim.id: claim for claim in firsts}
    origins_of = _finer_partners(claims, judged)
    return tuple(_settled(comparison, claims, origins_of) for comparison in judged)


def _finer_partners(claims: dict[ClaimId, Claim], judged: tuple[Comparison, ...]) -> dict[ClaimId, set[ClaimId]]:
    """For every figure the bare figures of finer print that it may have been made from."""
    partners: dict[ClaimId, set[ClaimId]] = {}
    for comparison in judged:
        if comparison.verdict in _MADE_FROM:
            for one, other in ((comparison.a, comparison.b), (comparison.b, comparison.a)):
                made, source = read(claims[one]), read(claims[other])
                if source.exact and (source.step < made.step or not made.exact):
                    partners.setdefault(one, set()).add(other)
    return partners


def _settled(
    comparison: Comparison, claims: dict[ClaimId, Claim], origins_of: dict[ClaimId, set[ClaimId]]
) -> Comparison:
    if comparison.verdict is not Verdict.CONFLICT:
        return comparison
    shared = origins_of.get(comparison.a, set()) & origins_of.get(comparison.b, set())
    if not shared:
        return comparison
    source = claims[min(shared)].quantity.surface
    a, b = (claims[end].quantity.surface for end in (comparison.a, comparison.b))
    return replace(comparison, verdict=Verdict.ROUNDED, why=f'"{a}" and "{b}" can both be made from "{source}"')
