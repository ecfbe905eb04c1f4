"""A draft's figure that was compared with nothing, or only with older values, and the source's figure that it slipped
from.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from claimcheck.compare.nearby import Nearby, nearby
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.digits import same_digits
from claimcheck.model.finding import Verdict
from claimcheck.model.policy import Policy
from claimcheck.model.quantity import Qualifier
from claimcheck.model.review import Facing, Witness

_WHY = "no source has the figure, and in the same words this one is told"


def reached(facings: Mapping[ClaimId, Facing], sources: Iterable[Claim], policy: Policy) -> Mapping[ClaimId, Facing]:
    """The facings, where the words alone reach a source's figure with that figure in place: the hedged one that the
    draft tells bare, or the one that the draft's is a slip of.
    """
    listed = tuple(sources)
    return {claim: _reached(facing, listed, policy) for claim, facing in facings.items()}


def _reached(facing: Facing, sources: Iterable[Claim], policy: Policy) -> Facing:
    if facing.spoken_of or facing.copies:
        return facing
    slips = tuple(w for w in facing.earlier if _scrambled(facing.claim, w.claim))
    if slips:
        return replace(facing, opposed=tuple(replace(w, verdict=Verdict.CONFLICT) for w in slips))
    near = nearby(facing.claim, sources, policy)
    grown = facing.earlier and (near.slipped is None or not _scrambled(facing.claim, near.slipped))
    return _in_its_words(facing, near) if near.sure and not grown else facing


def _in_its_words(facing: Facing, near: Nearby) -> Facing:
    if near.slipped is not None:
        return replace(facing, opposed=(Witness(claim=near.slipped, verdict=Verdict.CONFLICT, why=_WHY),))
    if near.agrees is not None and near.hedged and facing.claim.quantity.qualifier is Qualifier.EXACT:
        return replace(facing, hedged=(Witness(claim=near.agrees, verdict=Verdict.BOUNDED, why=_WHY),))
    return facing


def _scrambled(claim: Claim, earlier: Claim) -> bool:
    """Whether the older value's own digits stand in the draft, at another scale or in another order: what grows comes
    to that by no chance.
    """
    a, b = claim.quantity, earlier.quantity
    return a.value is not None and b.value is not None and a.unit.id == b.unit.id and same_digits(a.value, b.value)
