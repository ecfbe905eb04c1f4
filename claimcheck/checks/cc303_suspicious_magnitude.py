"""A sum of money out of proportion to the one beside it, with no other source.

## What it does
Notes a sum that no other independent article gives and that is a thousand times smaller than another sum in the same
sentence, told of the same event.

## Why it matters
A lost scale word leaves exactly this trace: "$11.1 million in proceeds and nearly $1,700 in other assets".

## Example
> Agents seized more than $11.1 million in proceeds and nearly $1,700 in other assets.

## Near miss
> Agents seized more than $11.1 million in proceeds and nearly $1.7 million in other assets.

## How to fix it
Look the figure up in the source. If it is right, attribute it.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC303 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC303` for one run, or `checks: {CC303: off}` in rules.yaml.
"""

from collections.abc import Iterator

from claimcheck.checks.base import CheckInfo, Context, Family, Observation
from claimcheck.checks.wording import quoted
from claimcheck.compare.agree import representative
from claimcheck.compare.intervals import ratio, read
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.finding import Severity, Verdict
from claimcheck.model.policy import Policy
from claimcheck.model.quantity import Dimension

INFO = CheckInfo(code="CC303", name="suspicious magnitude", severity=Severity.NOTE, family=Family.EDITORIAL)


def find(context: Context) -> Iterator[Observation]:
    """One observation for each lone sum that its neighbour dwarfs; a pair of lone sums counts once, the smaller one."""
    for group in context.groups:
        if group.verdict is not Verdict.UNCORROBORATED:
            continue
        for claim in group.cluster.claims:
            neighbour = _giant_beside(claim, context)
            if neighbour is not None:
                yield Observation(
                    operation=group.cluster.operation,
                    metric=group.cluster.metric,
                    message=f"{quoted(claim)} is out of proportion to {quoted(neighbour)} beside it, "
                    "and no other source gives it",
                    sides=((claim,),),
                    suspect=claim,
                )


def _giant_beside(claim: Claim, context: Context) -> Claim | None:
    if not _sum_of_money(claim):
        return None
    for other in context.claims.get(claim.article, ()):
        if _beside(claim, other, context.policy) and _dwarfs(other, claim, context.policy):
            return other
    return None


def _sum_of_money(claim: Claim) -> bool:
    quantity = claim.quantity
    rate = quantity.per is not None or " per " in claim.metric.entity
    return quantity.unit.dimension is Dimension.MONEY and not rate and claim.aspect is Aspect.LEVEL


def _beside(claim: Claim, other: Claim, policy: Policy) -> bool:
    together = other.sentence.index == claim.sentence.index and other.operation.id == claim.operation.id
    alike = _sum_of_money(other) and other.quantity.unit.id == claim.quantity.unit.id
    gap = max(other.span.start - claim.span.end, claim.span.start - other.span.end)
    return together and alike and other.metric.action == claim.metric.action and gap <= policy.neighbour_gap


def _dwarfs(large: Claim, small: Claim, policy: Policy) -> bool:
    a, b = representative(read(large)), representative(read(small))
    if a is None or b is None or abs(a) <= abs(b):
        return False
    times = ratio(a, b)
    return times is not None and times >= policy.suspicious_ratio
