"""Sums that an article's figures make without saying so: 553, 332 and 106 structures in three towns, 991 in all."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from math import comb

from claimcheck.checks.passages import Line, usable_part
from claimcheck.checks.sums import ADD_UP
from claimcheck.model.claim import Claim
from claimcheck.model.digits import significant_digits

_SENTENCES = 6
_FIGURES = 8
_TERMS = (2, 3, 4)
_SURE = 10
"""The sums that could be made are at most a tenth of the numbers with as many digits: then none is right by chance."""


def makes_a_sum(value: Decimal, odd: Claim, claims: Line) -> bool:
    """Whether figures near `odd` in its article make a sum with `value` in its place, as total or part, and none with
    its own number; too few or too short ones say nothing.
    """
    near = _near(odd, claims)
    if len(significant_digits(value)) < min(_TERMS):
        return False
    figures = next((n for n in range(len(near), 1, -1) if _tries(n) * _SURE <= 10 ** len(significant_digits(value))), 0)
    close = near[:figures]
    return _holds(value, close) and not _holds(odd.quantity.value or Decimal(0), near)


def _tries(figures: int) -> int:
    """How many sums so many figures and one more can make."""
    return sum(comb(figures, size) for size in _TERMS)


def _near(odd: Claim, claims: Line) -> tuple[Decimal, ...]:
    """The different numbers of its unit around it, nearest first."""
    alike = [c for c in claims if c is not odd and c.quantity.unit == odd.quantity.unit and usable_part(c)]
    close = [c for c in alike if abs(c.sentence.index - odd.sentence.index) <= _SENTENCES and _adds(c)]
    close.sort(key=lambda c: (abs(c.span.start - odd.span.start), c.span.start))
    return tuple(dict.fromkeys(c.quantity.value or Decimal(0) for c in close))[:_FIGURES]


def _adds(claim: Claim) -> bool:
    return claim.quantity.unit.dimension in ADD_UP and bool(claim.quantity.value)


def _sums(values: tuple[Decimal, ...]) -> Iterator[Decimal]:
    for size in _TERMS:
        yield from (sum(some, Decimal(0)) for some in combinations(values, size))


def _holds(value: Decimal, near: tuple[Decimal, ...]) -> bool:
    """Whether some of the numbers add up to `value`, or with it to another one."""
    if any(added == value for added in _sums(near)):
        return True
    smaller = [one for one in near if one < max(near)]
    parts = [sum(some, value) for size in (1, 2, 3) for some in combinations(smaller, size)]
    return any(total in parts for total in near if total > value)
