"""Two coarse figures that clash only because both were made from a third one: 700,000 and 720,000 beside 714,707."""

import re
from dataclasses import replace

from claimcheck.compare.intervals import Reading, read
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.finding import Comparison, Verdict
from claimcheck.model.quantity import Qualifier

Claims = dict[ClaimId, Claim]
Partners = dict[ClaimId, set[ClaimId]]

_DECIMALS = re.compile(r"\d[.,]\d{1,2}(?!\d)")
_ONE_NUMBER = frozenset({Qualifier.EXACT, Qualifier.ABOUT})
_MADE_FROM = frozenset({Verdict.CONVERTED, Verdict.ROUNDED})


def reconciled(firsts: tuple[Claim, ...], judged: tuple[Comparison, ...]) -> tuple[Comparison, ...]:
    """The comparisons, conflicts turned to "rounded" where one bare, finer figure of the group agrees with both, and to
    "composed" where one figure is a sum of what the other tells in other words.

    `firsts` holds one claim of every class of equal figures.
    """
    claims = {claim.id: claim for claim in firsts}
    origins_of = _finer_partners(claims, judged)
    parts_of = _partners(judged, frozenset({Verdict.COMPOSED}))
    told_as = _partners(judged, frozenset(verdict for verdict in Verdict if verdict.agrees))
    settled = (_settled(comparison, claims, origins_of) for comparison in judged)
    return tuple(_composed(comparison, claims, parts_of, told_as) for comparison in settled)


def _partners(judged: tuple[Comparison, ...], verdicts: frozenset[Verdict]) -> Partners:
    found: Partners = {}
    for comparison in judged:
        if comparison.verdict in verdicts:
            found.setdefault(comparison.a, set()).add(comparison.b)
            found.setdefault(comparison.b, set()).add(comparison.a)
    return found


def _composed(comparison: Comparison, claims: Claims, parts_of: Partners, told_as: Partners) -> Comparison:
    """A sum explains the difference to every wording of its part: "$12.8 million" beside "about $1.7 million"."""
    if comparison.verdict is not Verdict.CONFLICT:
        return comparison
    for whole, part in ((comparison.a, comparison.b), (comparison.b, comparison.a)):
        summed = {c for c in parts_of.get(whole, ()) if read(claims[c]).qualifier in _ONE_NUMBER}
        shared = summed & told_as.get(part, set())
        if shared:
            words = [claims[claim].quantity.surface for claim in (part, min(shared), whole)]
            why = f'"{words[0]}" tells "{words[1]}", and that and "{words[2]}" are part and whole'
            return replace(comparison, verdict=Verdict.COMPOSED, why=why)
    return comparison


def _finer_partners(claims: Claims, judged: tuple[Comparison, ...]) -> Partners:
    """For every figure the bare figures of finer print that it may have been made from."""
    partners: Partners = {}
    for comparison in judged:
        if comparison.verdict in _MADE_FROM:
            for one, other in ((comparison.a, comparison.b), (comparison.b, comparison.a)):
                made, source = read(claims[one]), read(claims[other])
                if source.exact and (source.step < made.step or not made.exact) and not _miscut(claims[one], source):
                    partners.setdefault(one, set()).add(other)
    return partners


def _miscut(claim: Claim, source: Reading) -> bool:
    """Whether decimals were kept and are not the nearest: "46.8 million" for 46,889,000. Beside "46.9 million" one of
    the two is wrong. Whoever drops all of them ("16" for 16.55) shows that near is good enough.
    """
    made = read(claim)
    if not made.exact or made.value is None or source.value is None or not _DECIMALS.search(claim.quantity.surface):
        return False
    return abs(made.value - source.value) > made.half + source.half


def _settled(comparison: Comparison, claims: Claims, origins_of: Partners) -> Comparison:
    if comparison.verdict is not Verdict.CONFLICT:
        return comparison
    shared = origins_of.get(comparison.a, set()) & origins_of.get(comparison.b, set())
    if not shared:
        return comparison
    source = claims[min(shared)].quantity.surface
    a, b = (claims[end].quantity.surface for end in (comparison.a, comparison.b))
    return replace(comparison, verdict=Verdict.ROUNDED, why=f'"{a}" and "{b}" can both be made from "{source}"')
