"""Sums restated in another currency at a rate that no other sum beside them has."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from claimcheck.checks.base import Context, Observation
from claimcheck.checks.passages import bare
from claimcheck.checks.style import figure
from claimcheck.checks.wording import quoted, sensible
from claimcheck.compare.intervals import read, share_apart
from claimcheck.compare.pair import order
from claimcheck.model.claim import Claim
from claimcheck.model.digits import likeness, one_slip
from claimcheck.model.quantity import Dimension

_DAYS = 45
_FEWEST = 2
_APART, _ALIKE = Decimal("0.12"), Decimal("0.06")
"""How far from the rate of the others a restatement has to be, and how far these may be from each other. Rates of a few
weeks lie within a few percent of each other, but sums of another year are restated at rates of then.
"""
_NEAR = Decimal("0.03")
_SLIP_DIGITS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Exchange:
    """A sum and its restatement; `rate` is what the first currency by code is worth in the other, `low` and `high` what
    the printed digits allow.
    """

    original: Claim
    restated: Claim
    rate: Decimal
    low: Decimal
    high: Decimal


def off_the_rate(context: Context) -> Iterator[Observation]:
    """One observation for each sum that is restated in another currency at another rate than all the others of those
    weeks, two at the least.
    """
    found: dict[tuple[str, str], list[_Exchange]] = {}
    for article in sorted(context.claims):
        for currencies, exchange in _exchanges(context.claims[article]):
            found.setdefault(currencies, []).append(exchange)
    for exchanges in found.values():
        for odd in exchanges:
            usual = _usual(odd, exchanges)
            if usual is not None and not odd.low * (1 - _APART) <= usual <= odd.high * (1 + _APART):
                yield _observation(odd, usual, context)


def _exchanges(claims: tuple[Claim, ...]) -> Iterator[tuple[tuple[str, str], _Exchange]]:
    for original, restated in restated_sums(claims):
        if original.period is not None or restated.period is not None:
            continue
        first, second = sorted((original, restated), key=_currency)
        (low, high), (other_low, other_high) = _ends(first), _ends(second)
        if min(low, other_low) <= 0:
            continue
        rate = (second.quantity.value or Decimal(1)) / (first.quantity.value or Decimal(1))
        exchange = _Exchange(
            original=original, restated=restated, rate=rate, low=other_low / high, high=other_high / low
        )
        yield (_currency(first), _currency(second)), exchange


def restated_sums(claims: tuple[Claim, ...]) -> Iterator[tuple[Claim, Claim]]:
    """The sums of an article that it says again in another currency, each with its restatement."""
    by_id = {claim.id: claim for claim in claims}
    for restated in claims:
        original = None if restated.restates is None else by_id.get(restated.restates)
        if original is None or not all(map(_is_sum, (original, restated))):
            continue
        if _currency(original) != _currency(restated) and original.quantity.per == restated.quantity.per:
            yield original, restated


def _currency(claim: Claim) -> str:
    return str(claim.quantity.unit.id)


def _is_sum(claim: Claim) -> bool:
    return claim.quantity.unit.dimension is Dimension.MONEY and claim.quantity.value is not None


def _ends(claim: Claim) -> tuple[Decimal, Decimal]:
    interval = read(claim).bare().interval
    value = claim.quantity.value or Decimal(0)
    half = claim.quantity.step / 2
    low = value - half if interval.low is None else min(interval.low, value - half)
    return low, value + half if interval.high is None else max(interval.high, value + half)


def _usual(odd: _Exchange, exchanges: list[_Exchange]) -> Decimal | None:
    """The rate of all other sums restated in those weeks; None where there are too few, or they differ."""
    day = odd.original.as_of
    sums = {odd.original.quantity.value, odd.restated.quantity.value}
    others: dict[tuple[Decimal | None, Decimal | None], Decimal] = {}
    for one in exchanges:
        numbers = one.original.quantity.value, one.restated.quantity.value
        when = one.original.as_of
        near = day is not None and when is not None and abs((day - when).days) <= _DAYS
        if near and one is not odd and not sums & set(numbers):
            others[numbers] = one.rate
    if len(others) < _FEWEST:
        return None
    usual = median(others.values())
    return usual if all(share_apart(rate, usual) <= _ALIKE for rate in others.values()) else None


def _observation(odd: _Exchange, usual: Decimal, context: Context) -> Observation:
    original, restated = odd.original, odd.restated
    forward = _currency(original) < _currency(restated)
    value = original.quantity.value or Decimal(0)
    right = sensible(value * usual if forward else value / usual)
    meant = _meant(original, restated, usual if not forward else 1 / usual, context)
    reads = figure(meant[0].quantity.value or Decimal(0), original) if meant else None
    advice = f'"{reads}"' if reads else f'about "{figure(_rounded(right, restated), restated)}"'
    wrong = original if meant else None
    return Observation(
        operation=restated.operation.name,
        metric=original.metric.name,
        message=f"{quoted(restated)} restates {quoted(original)} at another rate than all other sums of those weeks",
        sides=((restated, *meant), (original,)) if meant else ((original,), (restated,)),
        suspect=wrong,
        suggestion=f"{quoted(restated)} should read {advice}" if wrong is None else f"should read {advice}",
    )


def _meant(original: Claim, restated: Claim, rate: Decimal, context: Context) -> tuple[Claim, ...]:
    """Sums of other articles in the original's currency that the restatement does convert, and that the original is but
    for a slip: then the original is the wrong one.
    """
    value = (restated.quantity.value or Decimal(0)) * rate
    mine = original.quantity.value or Decimal(0)
    found = (
        claim
        for article in sorted(context.claims)
        for claim in context.claims[article]
        if claim.article != original.article and claim.quantity.unit.id == original.quantity.unit.id
    )
    return tuple(
        sorted(
            (
                c
                for c in found
                if bare(c)
                and c.quantity.value is not None
                and share_apart(c.quantity.value, value) <= _NEAR
                and (likeness(c.quantity.value, mine) >= _SLIP_DIGITS or one_slip(c.quantity.value, mine))
            ),
            key=order,
        )
    )


def _rounded(value: Decimal, like: Claim) -> Decimal:
    """`value` to the last digit that the claim's number has."""
    step = like.quantity.step
    return (value / step).to_integral_value() * step if step > 0 else value
