"""The two ends of a disagreement: the odd figure, and what the others say."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.checks.base import Context
from claimcheck.checks.wording import in_quotes, retold
from claimcheck.compare.intervals import is_bound, read
from claimcheck.compare.sides import OPPOSED
from claimcheck.model.claim import Claim, ClaimId, by_content
from claimcheck.model.finding import Disagreement, Verdict
from claimcheck.model.quantity import Qualifier

_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Versus:
    """The odd figure against the others. In a balanced disagreement `odd` is the voice of the weakest side, and
    `settled` is False: nothing says which side is wrong, until a cause does (`blamed`). A cause may do so where `alone`
    says that only one origin has the odd figure.
    """

    odd: Claim
    others: tuple[Claim, ...]
    settled: bool
    alone: bool = False

    @property
    def voice(self) -> Claim:
        """The figure that best stands for the others."""
        return self.others[0]

    def blamed(self) -> "Versus":
        """These ends where the cause itself tells that the odd figure is the wrong one."""
        return replace(self, settled=True)

    def should_read(self, value: Decimal, like: Claim | None = None) -> str | None:
        """The number, printed as the odd passage prints its own (or as `like` does), where the evidence singles the odd
        figure out.
        """
        return f"should read {in_quotes(value, like or self.odd)}" if self.settled else None

    def should_say(self) -> str | None:
        """The others' figure as the odd passage would print it, where the evidence singles the odd figure out."""
        return f"should read {retold(self.voice, self.odd)}" if self.settled else None

    def others_say(self) -> str | None:
        """What the others say, as the odd passage would print it, where the evidence singles the odd figure out."""
        return f"the others say {retold(self.voice, self.odd)}" if self.settled else None


def versus(disagreement: Disagreement, odd: Claim | None = None) -> Versus:
    """The ends of a disagreement: its suspect (or the voice of its last side) against the first of the other sides.
    With `odd` that claim is the odd one, as something else than the count of the sources singles it out.
    """
    singled = odd or disagreement.suspect
    end = singled or by_firmness(disagreement.sides[-1])[0]
    side = by_firmness(next(s for s in disagreement.sides if end not in s))
    opposed = opposed_to(end, disagreement)
    others = sorted(side, key=lambda claim: claim.id not in opposed)
    return Versus(odd=end, others=tuple(others), settled=singled is not None, alone=_alone(end, disagreement))


def readings(disagreement: Disagreement) -> tuple[Versus, ...]:
    """The disagreement as the evidence has it; where that is balanced between two sides, also with the other side as
    the odd one, for the causes that tell by themselves which figure came from which.
    """
    ends = versus(disagreement)
    if ends.settled or len(disagreement.sides) != _TWO:
        return (ends,)
    turned = replace(versus(disagreement, ends.voice), settled=False)
    return (ends, turned) if turned.alone or not ends.alone else (ends,)


def _alone(claim: Claim, disagreement: Disagreement) -> bool:
    """Whether one origin speaks for the claim's side, in a disagreement of two."""
    origins = disagreement.group.cluster.origins()
    side = tellers(next(s for s in disagreement.sides if claim in s))
    return len(disagreement.sides) == _TWO and len({origins.get(c.id, c.article) for c in side}) == 1


def tellers(side: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """The claims that tell a side's number; bounds only admit it ("at least 34" both 51 and 35), and tell it where
    nobody else does.
    """
    return tuple(claim for claim in side if not is_bound(claim.quantity.qualifier)) or side


def opposed_to(claim: Claim, disagreement: Disagreement) -> frozenset[ClaimId]:
    """The claims that cannot be true beside this one."""
    against = (c for c in disagreement.group.comparisons if c.verdict in OPPOSED)
    return frozenset(other for c in against for one, other in ((c.a, c.b), (c.b, c.a)) if one == claim.id)


def opposed_within(context: Context) -> Iterator[tuple[Claim, Claim, Verdict]]:
    """Two figures of one group that one and the same article prints and that cannot both be true, with the verdict."""
    for group in context.groups:
        told = {claim.id: claim for claim in group.cluster.claims}
        for comparison in group.comparisons:
            a, b = told[comparison.a], told[comparison.b]
            if comparison.verdict in OPPOSED and a.article == b.article:
                yield a, b, comparison.verdict


def by_firmness(side: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Bare figures before hedged ones, originals before restatements, fine before coarse."""
    return tuple(sorted(side, key=_firmness))


def _firmness(claim: Claim) -> tuple[bool, bool, bool, Decimal, tuple[object, ...]]:
    reading = read(claim)
    hedged = claim.quantity.qualifier is not Qualifier.EXACT
    return (claim.quantity.value is None, hedged, claim.restates is not None, reading.step, by_content(claim))


def disputed_share(disagreement: Disagreement) -> Decimal:
    """The part of the opposed pairs across the sides in which two named claimants speak, 0 to 1."""
    side_of = {claim.id: n for n, side in enumerate(disagreement.sides) for claim in side}
    opposed = [
        comparison.verdict
        for comparison in disagreement.group.comparisons
        if comparison.verdict in OPPOSED
        and side_of.get(comparison.a) is not None
        and side_of.get(comparison.b) is not None
        and side_of[comparison.a] != side_of[comparison.b]
    ]
    if not opposed:
        return Decimal(0)
    return Decimal(sum(v is Verdict.DISPUTED for v in opposed)) / len(opposed)
