"""Figures that differ because one is a part of the other: a third figure beside them makes up the difference."""

from claimcheck.compare.intervals import read, widened
from claimcheck.compare.pair import Pair
from claimcheck.compare.rounding import window
from claimcheck.model.claim import Aspect, Claim, MentionKind
from claimcheck.model.digits import significant_digits
from claimcheck.model.policy import Policy

_TELLING_DIGITS = 4


def composed(pair: Pair) -> str | None:
    """`small + x = large`, or both are parts of x, for a figure x that stands with one of the two. Chance sums are kept
    out: x counts the same thing in the same paragraph, or stands in the same sentence as `small` and both are written
    to four digits.
    """
    small, large = _ordered(pair)
    if small is None or large is None:
        return None
    for other in pair.beside:
        if _usable(other, small, large):
            if _adds_up(small, other, large, pair.policy):
                return _told(small, other, large)
            if _counts_the_same(other, small, large) and _adds_up(small, large, other, pair.policy):
                return _told(small, large, other)
    return None


def _told(part: Claim, rest: Claim, whole: Claim) -> str:
    return f'"{part.quantity.surface}" and "{rest.quantity.surface}" make up "{whole.quantity.surface}"'


def _ordered(pair: Pair) -> tuple[Claim | None, Claim | None]:
    a, b = pair.left.value, pair.right.value
    if a is None or b is None or a <= 0 or b <= 0 or a == b:
        return None, None
    return (pair.a, pair.b) if a < b else (pair.b, pair.a)


def _usable(other: Claim, small: Claim, large: Claim) -> bool:
    if other.id in (small.id, large.id) or other.aspect is not Aspect.LEVEL or other.kind is not MentionKind.AMOUNT:
        return False
    if other.restates is not None or other.quantity.unit.id != small.quantity.unit.id:
        return False
    if other.quantity.per != small.quantity.per:
        return False
    return _counts_the_same(other, small, large) or _coordinated(other, small)


def _counts_the_same(other: Claim, small: Claim, large: Claim) -> bool:
    near = any(c.article == other.article and c.sentence.paragraph == other.sentence.paragraph for c in (small, large))
    return near and other.metric.entity == small.metric.entity == large.metric.entity


def _coordinated(other: Claim, small: Claim) -> bool:
    together = other.article == small.article and other.sentence.index == small.sentence.index
    return together and _digits(other) >= _TELLING_DIGITS and _digits(small) >= _TELLING_DIGITS


def _digits(claim: Claim) -> int:
    """Significant digits as written, trailing zeros of whole numbers left out."""
    value = claim.quantity.value
    return 0 if value is None else len(significant_digits(value))


def _adds_up(small: Claim, other: Claim, large: Claim, policy: Policy) -> bool:
    part, rest, whole = read(small), read(other), read(large)
    if part.value is None or rest.value is None or not (part.exact and rest.exact) or rest.value <= 0:
        return False
    total = part.value + rest.value
    if (
        whole.value is not None
        and not whole.value <= total * policy.loose_bound_ratio <= whole.value * policy.loose_bound_ratio**2
    ):
        return False
    slack = part.half + rest.half
    return widened(window(whole, policy), slack).contains(total)
