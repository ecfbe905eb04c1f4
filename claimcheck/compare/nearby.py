"""For a figure that nothing was compared with: the source's figure that it may have come from, right or slipped."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.compare.agree import ratio_of
from claimcheck.compare.ladder import judge
from claimcheck.compare.pair import order, pair_of
from claimcheck.model.claim import Claim
from claimcheck.model.digits import one_slip, same_digits, significant_digits
from claimcheck.model.finding import Verdict
from claimcheck.model.policy import Policy
from claimcheck.model.quantity import Qualifier

_AGREES = frozenset({Verdict.SAME, Verdict.ROUNDED, Verdict.CONVERTED})
_CLOSE = Decimal("1.1")
_WORDS, _SURE = 2, 4
_TELLING = 3
_NEAR = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """Claims of sources in the words of a draft's claim: one whose figure agrees with it, else one a slip apart; None
    where there is none. `sure`: so many words in common that it is told of the same thing.
    """

    agrees: Claim | None = None
    slipped: Claim | None = None
    sure: bool = False

    @property
    def hedged(self) -> bool:
        """Whether the figure that agrees is a hedged one."""
        return self.agrees is not None and self.agrees.quantity.qualifier is not Qualifier.EXACT


def nearby(claim: Claim, sources: Iterable[Claim], policy: Policy) -> Nearby:
    """What the sources have in like words. It says where to look; it is no comparison."""
    alike = [(_words(claim, other), other) for other in sources if _unit_of(claim, other)]
    ranked = [
        other
        for shared, other in sorted(alike, key=lambda x: (x[1].operation.id != claim.operation.id, -x[0], order(x[1])))
        if shared >= _WORDS
    ]
    agrees = next((other for other in ranked if _agrees(claim, other, policy)), None)
    slipped = None if agrees is not None else next((other for other in ranked if _slip(claim, other)), None)
    found = agrees or slipped
    return Nearby(agrees=agrees, slipped=slipped, sure=found is not None and _words(claim, found) >= _SURE)


def _unit_of(claim: Claim, other: Claim) -> bool:
    a, b = claim.quantity, other.quantity
    return claim.kind is other.kind and a.per == b.per and a.unit.comparable_to(b.unit)


def _words(a: Claim, b: Claim) -> int:
    """How many words stand near both figures; what is counted weighs as one more, and within a story as two."""
    own = {word for word, nearness in a.context if nearness >= _NEAR}
    shared = own & {word for word, nearness in b.context if nearness >= _NEAR}
    counted = a.metric.entity == b.metric.entity
    return len(shared) + counted + (counted and a.operation.id == b.operation.id)


def _agrees(claim: Claim, other: Claim, policy: Policy) -> bool:
    pair = pair_of(claim, replace(other, scope=claim.scope, period=claim.period, status=claim.status), policy)
    verdict = judge(pair).verdict
    if verdict is Verdict.BOUNDED and claim.quantity.qualifier is not Qualifier.EXACT:
        ratio = ratio_of(pair)
        return ratio is not None and ratio <= _CLOSE
    return verdict in _AGREES


def _slip(claim: Claim, other: Claim) -> bool:
    a, b = claim.quantity.value, other.quantity.value
    if a is None or b is None:
        return False
    if claim.quantity.unit.id != other.quantity.unit.id:
        return a == b and len(significant_digits(a)) >= _TELLING
    return one_slip(a, b) or same_digits(a, b)
