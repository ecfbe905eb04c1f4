"""Sums restated in another currency at a rate that the two have never had."""

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.base import Context, Observation
from claimcheck.checks.exchange import restated_sums
from claimcheck.checks.style import figure
from claimcheck.checks.wording import quoted
from claimcheck.model.claim import Claim
from claimcheck.model.policy import Policy

_SLACK = Decimal("1.3")
_SCALES = (3, 6, 9, -3, -6, -9)
_FIRST_YEAR = 2000
_LOCAL_DOLLAR = Decimal("0.45")
"""What the least of the dollars that a bare "$" may stand for is worth in US dollars."""


def never_so(context: Context) -> Iterator[Observation]:
    """One observation for each sum that its restatement misses whatever the day's rate: "£13.3m ($16.58)"."""
    for article in sorted(context.claims):
        for original, restated in restated_sums(context.claims[article]):
            rates = _rates(original, restated, context.policy) if _recent(original) and _recent(restated) else None
            if rates is not None and not _meets(original, restated, rates, 0):
                yield _observation(original, restated, rates)


def _recent(claim: Claim) -> bool:
    """Whether neither its article nor its period is of a year before the rates that are known."""
    year = "" if claim.period is None else claim.period.key[:4]
    told = claim.as_of is None or claim.as_of.year >= _FIRST_YEAR
    return told and not (year.isdecimal() and int(year) < _FIRST_YEAR)


def _rates(original: Claim, restated: Claim, policy: Policy) -> tuple[Decimal, Decimal] | None:
    """What the original's currency has been worth in that of the restatement; None where that is not known."""
    ours, theirs = (_worth(claim, policy) for claim in (original, restated))
    if ours is None or theirs is None:
        return None
    return ours[0] / theirs[1] / _SLACK, ours[1] / theirs[0] * _SLACK


def _worth(claim: Claim, policy: Policy) -> tuple[Decimal, Decimal] | None:
    """The least and the most that the currency has been worth, of all that the printed word may stand for."""
    found = policy.worth.get(str(claim.quantity.unit.id))
    surface = claim.quantity.surface.casefold()
    if found is None:
        return None
    if claim.quantity.unit.id == "USD" and "us" not in surface:
        return _LOCAL_DOLLAR, found[1]
    meant = [found, *(policy.worth[code] for code in _namesakes(surface, policy))]
    return min(low for low, _ in meant), max(high for _, high in meant)


def _namesakes(surface: str, policy: Policy) -> Iterator[str]:
    """The currencies that go by the name in the figure, where it has no code: "24,000 pesos" may be of any country."""
    for name, *others in map(str.split, policy.wording.shared_currencies):
        if name.isalpha() and name in surface and not any(code in surface for code in others):
            yield from (code.upper() for code in others if code.upper() in policy.worth)


def _meets(original: Claim, restated: Claim, rates: tuple[Decimal, Decimal], power: int) -> bool:
    value, told = original.quantity.value, restated.quantity.value
    if not value or told is None:
        return True
    return rates[0] <= told.scaleb(power) / value <= rates[1]


def _observation(original: Claim, restated: Claim, rates: tuple[Decimal, Decimal]) -> Observation:
    power = next((power for power in _SCALES if _meets(original, restated, rates, power)), None)
    told = restated.quantity.value or Decimal(0)
    reads = None if power is None else f'{quoted(restated)} should read "{figure(told.scaleb(power), restated)}"'
    return Observation(
        operation=restated.operation.name,
        metric=original.metric.name,
        message=f"{quoted(restated)} restates {quoted(original)} at a rate that the two currencies have never had",
        sides=((original,), (restated,)),
        suspect=None,
        suggestion=reads,
    )
