"""Figures that differ because time passed between them."""

from decimal import Decimal

from claimcheck.compare.agree import ratio_of
from claimcheck.compare.intervals import Reading, share_apart
from claimcheck.compare.pair import Pair
from claimcheck.model.claim import Claim
from claimcheck.model.digits import significant_digits

_TELLING_DIGITS = 3
_TWO_DIGITS = 10


def superseded(pair: Pair) -> str | None:
    """A later count of something that grows, or another day's level of something that goes up and down."""
    return _volatile(pair) or _grown(pair)


def _volatile(pair: Pair) -> str | None:
    if not (pair.a.metric.volatile or pair.b.metric.volatile):
        return None
    if pair.a.as_of is None or pair.b.as_of is None:
        return None
    if pair.a.as_of == pair.b.as_of:
        return f"{pair.a.metric.name} can change within a day"
    return f"{pair.a.metric.name} goes up and down, and the figures are of {pair.a.as_of} and {pair.b.as_of}"


def _grown(pair: Pair) -> str | None:
    if not (pair.a.metric.grows or pair.b.metric.grows):
        return None
    first, second = pair.a.as_of, pair.b.as_of
    if first is None or second is None or one_count(pair):
        return None
    if abs((first - second).days) <= 1:
        within_hours = not _same_digits(pair.left, pair.right) and _within(pair, pair.policy.hourly_growth)
        return f"{pair.a.metric.name} grows from hour to hour" if within_hours else None
    early, late = (pair.left, pair.right) if first < second else (pair.right, pair.left)
    if _same_digits(early, late):
        return None
    days = f"{min(first, second)} and {max(first, second)}"
    if _reaches(late, early):
        return f"{pair.a.metric.name} only grows, and the figures are of {days}"
    if _small_fall(early, late, pair):
        return f"a correction of less than {pair.policy.correction * 100:f} percent between {days}"
    return None


def one_count(pair: Pair) -> bool:
    """Whether both figures come from one and the same count: most other figures of their sentences, of two digits and
    up, are alike ("553 in Louisville, 332 in Superior and 102 …" beside "… and 106 …"). Then no time lies between them.
    """
    ours, theirs = _told_with(pair.a, pair), _told_with(pair.b, pair)
    return 2 * len(ours & theirs) > max(len(ours), len(theirs))


def _told_with(claim: Claim, pair: Pair) -> frozenset[tuple[Decimal, str]]:
    return frozenset(
        (abs(other.quantity.value), str(other.quantity.unit.id))
        for other in pair.beside
        if other.article == claim.article
        and other.sentence.index == claim.sentence.index
        and other.id != claim.id
        and other.quantity.value is not None
        and abs(other.quantity.value) >= _TWO_DIGITS
    )


def _within(pair: Pair, times: Decimal) -> bool:
    """Whether the larger figure is at most `times` the smaller; ranges and orders are taken to be."""
    ratio = ratio_of(pair)
    return ratio is None or ratio <= times


def _reaches(late: Reading, early: Reading) -> bool:
    if late.interval.high is None or early.interval.low is None:
        return True
    return late.interval.high >= early.interval.low


def _same_digits(a: Reading, b: Reading) -> bool:
    """Whether the figures are one number at two scales (1,697 and 1.697 million) or with digits swapped (617 and 671):
    a slip, not growth.
    """
    if a.value is None or b.value is None or a.value == b.value:
        return False
    left, right = significant_digits(a.value), significant_digits(b.value)
    return sorted(left) == sorted(right) and len(left) >= _TELLING_DIGITS


def _small_fall(early: Reading, late: Reading, pair: Pair) -> bool:
    if not (early.exact and late.exact) or early.value is None or late.value is None:
        return False
    return share_apart(early.value, late.value) <= pair.policy.correction
