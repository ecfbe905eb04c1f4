"""A conversion behind a hedged figure is as hedged as the figure: "roughly 2,200 kilograms (4,850 pounds)"."""

from dataclasses import replace

from claimcheck.compare.sides import OPPOSED
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.finding import Comparison
from claimcheck.model.quantity import Qualifier

Classes = tuple[tuple[Claim, ...], ...]


def softened(classes: Classes, judged: tuple[Comparison, ...]) -> tuple[Comparison, ...]:
    """The comparisons, opposition to a bare conversion turned to what its hedged original says to the same figure,
    where that agrees. A number that anybody prints without a hedge of its own stands for itself.
    """
    first_of = {claim.id: members[0] for members in classes for claim in members}
    verdicts = {frozenset((c.a, c.b)): c for c in judged}
    hedged = {members[0].id: _originals(members, first_of) for members in classes}

    def soft(comparison: Comparison) -> Comparison:
        if comparison.verdict not in OPPOSED:
            return comparison
        for one, other in ((comparison.a, comparison.b), (comparison.b, comparison.a)):
            for original in hedged[one]:
                told = verdicts.get(frozenset((original.id, other)))
                if told is not None and told.verdict.agrees:
                    restated, first = first_of[one].quantity.surface, original.quantity.surface
                    return replace(
                        comparison, verdict=told.verdict, why=f'"{restated}" restates "{first}", and {told.why}'
                    )
        return comparison

    return tuple(map(soft, judged))


def _originals(members: tuple[Claim, ...], first_of: dict[ClaimId, Claim]) -> tuple[Claim, ...]:
    """The hedged figures of the group that bare conversions restate; none unless all of them do."""
    told = [first_of.get(claim.restates) if claim.restates is not None else None for claim in members]
    found = tuple(one for one in told if one is not None and one.quantity.qualifier is not Qualifier.EXACT)
    bare = members[0].quantity.qualifier is Qualifier.EXACT
    return found if bare and len(found) == len(members) else ()
