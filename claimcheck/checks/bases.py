"""One rare number told per week by one and per month by another."""

from collections.abc import Iterator
from itertools import combinations

from claimcheck.checks.alike import named_alike, tied
from claimcheck.checks.base import Context, Number, Observation, digits_of
from claimcheck.checks.messages import opposed
from claimcheck.checks.versus import by_firmness
from claimcheck.checks.weighing import scales
from claimcheck.checks.wording import quoted
from claimcheck.compare.intervals import read
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Severity

_RARE = 3


def told_per_another(context: Context) -> Iterator[Observation]:
    """One observation for each number of three digits that articles of one story give on two bases, in like words."""
    found: dict[tuple[str, Number], list[Claim]] = {}
    for number, claims in context.numbers.items():
        for claim in claims:
            if claim.quantity.per is not None and read(claim).exact and digits_of(claim) >= _RARE:
                found.setdefault((claim.operation.id, number), []).append(claim)
    for told in found.values():
        for one, other in combinations(sorted({claim.quantity.per or "" for claim in told}), 2):
            left, right = tied(_on(one, told), _on(other, told), named_alike)
            if left and right:
                yield _observation(left, right, context)


def _on(basis: str, claims: list[Claim]) -> tuple[Claim, ...]:
    return tuple(claim for claim in claims if claim.quantity.per == basis)


def _observation(left: tuple[Claim, ...], right: tuple[Claim, ...], context: Context) -> Observation:
    sides, suspect = scales(context).laid_out(left, right)
    right_one = by_firmness(sides[0])[0]
    return Observation(
        operation=right_one.operation.name,
        metric=right_one.metric.name,
        message=opposed(sides, "per another unit", context.articles, settled=suspect is not None),
        sides=sides,
        suspect=suspect,
        suggestion=None if suspect is None else f"should read {quoted(right_one)}",
        severity=None if suspect is not None else Severity.WARNING,
    )
