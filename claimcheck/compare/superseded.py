"""Figures that differ because time passed between them."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from claimcheck.compare.agree import counted, ratio_of
from claimcheck.compare.fold import key
from claimcheck.compare.intervals import Reading, share_apart
from claimcheck.compare.moments import one_moment
from claimcheck.compare.pair import Pair
from claimcheck.compare.told import denied, former, moving
from claimcheck.model.claim import COUNTED_SHARE, Aspect, Claim, both_claimed, same_facet
from claimcheck.model.digits import changed, misprint, significant_digits
from claimcheck.model.quantity import Dimension, Qualifier

_TELLING_DIGITS = 3
_VOTING = "vote"
_SEVERAL = 2
_A_LITTLE = Decimal("1.5")
_HEDGED = Decimal("1.1")
_ROOM = 2
"""Shares of votes counted are rounded, and not all votes are in them."""
_FIRST = 50
_ABSOLUTE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})\b.*)?$")
_DECEMBER = 12
_MONTHS_OF_COUNTING = 2


def superseded(pair: Pair) -> str | None:
    """A later count of something that grows, another day's level of something that goes up and down, or a figure that
    its own article tells as a former one. What one article tells of two claimants it tells of one moment.
    """
    if pair.rescaled or (pair.a.article == pair.b.article and both_claimed(pair.a, pair.b)):
        return _former(pair)
    return _volatile(pair) or _still_counted(pair) or _former(pair) or _grown(pair) or _risen_together(pair)


def _volatile(pair: Pair) -> str | None:
    if not (pair.a.metric.volatile or pair.b.metric.volatile):
        return None
    if pair.a.as_of is None or pair.b.as_of is None or _swapped(pair):
        return None
    if pair.a.as_of == pair.b.as_of:
        return f"{pair.a.metric.name} can change within a day"
    return f"{pair.a.metric.name} goes up and down, and the figures are of {pair.a.as_of} and {pair.b.as_of}"


def _still_counted(pair: Pair) -> str | None:
    """Votes and shares of them, where an article says that only a part of the votes was counted ("with 99.08 percent of
    the votes counted"), and the figures are as near as such counts are.
    """
    if pair.a.metric.entity == pair.b.metric.entity == COUNTED_SHARE:
        return "the votes were still being counted"
    if _VOTING not in (pair.a.metric.action, pair.b.metric.action):
        return None
    for claim in pair.beside:
        share = claim.quantity.unit.dimension is Dimension.PROPORTION and claim.metric.entity == COUNTED_SHARE
        left = 1 - claim.quantity.base_range()[1]
        if share and left > 0 and _within(pair, left):
            return f'the votes were still being counted, "{claim.quantity.surface}" of them by then'
    return None


def _within(pair: Pair, left: Decimal) -> bool:
    """Whether what was left to count, a share of all, can make the difference: of a number of votes, or of a share."""
    a, b = pair.left.value, pair.right.value
    if a is None or b is None:
        return False
    shares = pair.a.quantity.unit.dimension is Dimension.PROPORTION
    return (abs(a - b) if shares else share_apart(a, b)) <= _ROOM * left


def _former(pair: Pair) -> str | None:
    """One article says that its figure does not hold, or tells it as what was said before while the other tells its own
    as the present one.
    """
    wording = pair.policy.wording
    for claim, surface in zip((pair.a, pair.b), pair.surfaces, strict=True):
        if denied(claim, wording):
            return f"{surface} is told as one that does not hold"
    old = [all(former(c, wording) for c in _told_again(claim, pair)) for claim in (pair.a, pair.b)]
    one_time = pair.a.period is not None and same_facet(pair.a.period, pair.b.period)
    if old[0] is old[1] or one_time or Aspect.CHANGE in (pair.a.aspect, pair.b.aspect):
        return None
    return f"{pair.surfaces[old.index(True)]} is told as a former figure"


def _told_again(claim: Claim, pair: Pair) -> Iterator[Claim]:
    """The claim, and whatever of the articles around says the same in every respect."""
    yield claim
    told = key(claim)
    for other in pair.beside:
        if other.id != claim.id and other.quantity.value == claim.quantity.value and key(other) == told:
            yield other


def _grown(pair: Pair) -> str | None:
    first, second = pair.a.as_of, pair.b.as_of
    if first is None or second is None or _swapped(pair) or _excludes(pair.left, pair.right) or not may_grow(pair):
        return None
    if all(_settled(claim) for claim in (pair.a, pair.b)):
        return None
    why = _over_time(pair, first, second)
    return None if why is None or one_moment(pair) else why


def _settled(claim: Claim) -> bool:
    """Whether the figure is of a year or a day long past when its article was written: nobody counts any more."""
    days = _ABSOLUTE.match(claim.period.key) if claim.period is not None else None
    if days is None or claim.as_of is None:
        return False
    year, month = int(days["year"]), int(days["month"] or _DECEMBER)
    return (claim.as_of.year - year) * _DECEMBER + claim.as_of.month - month > _MONTHS_OF_COUNTING


def _over_time(pair: Pair, first: date, second: date) -> str | None:
    """How the time between the two days explains the difference."""
    if abs((first - second).days) <= 1 and not _fell(pair, first, second):
        hours = not _rough(pair) and _within_hours(pair, first, second)
        return f"{pair.a.metric.name} grows from hour to hour" if hours else None
    early, late = (pair.left, pair.right) if first < second else (pair.right, pair.left)
    days = f"{min(first, second)} and {max(first, second)}"
    if _reaches(late, early):
        return f"{pair.a.metric.name} only grows, and the figures are of {days}"
    if _small_fall(early, late, pair):
        return f"a correction of less than {pair.policy.correction * 100:f} percent between {days}"
    return None


def _risen_together(pair: Pair) -> str | None:
    """A list told anew some days later with every number a little higher: what is searched for is found bit by bit
    ("3,801 petrol bombs and 558 bottles", "4,296 petrol bombs, 671 bottles").
    """
    first, second = pair.a.as_of, pair.b.as_of
    counted = pair.a.quantity.unit.dimension is Dimension.COUNT
    if not counted or first is None or second is None or first == second:
        return None
    early, late = (pair.a, pair.b) if first < second else (pair.b, pair.a)
    ways = [_way(old, new) for old, new in ((early, late), *_list_beside(early, late, pair))]
    if len(ways) < _SEVERAL or not all(ways):
        return None
    return f"all numbers of the list rose between {min(first, second)} and {max(first, second)}"


def _list_beside(early: Claim, late: Claim, pair: Pair) -> Iterator[tuple[Claim, Claim]]:
    """The other counts of the two sentences that have one name and two numbers."""
    for old in pair.beside:
        for new in pair.beside:
            units = old.quantity.unit.id == new.quantity.unit.id == early.quantity.unit.id
            beside = _in_sentence(old, early) and _in_sentence(new, late)
            named = (old.metric.entity, old.metric.modifiers) == (new.metric.entity, new.metric.modifiers)
            if units and beside and named and old.quantity.value != new.quantity.value:
                yield old, new


def _in_sentence(claim: Claim, other: Claim) -> bool:
    one = claim.article == other.article and claim.sentence.index == other.sentence.index
    return one and claim.id != other.id and claim.aspect is Aspect.LEVEL


def _way(old: Claim, new: Claim) -> bool:
    """Whether the later count is the earlier one, a little higher."""
    before, after = old.quantity.value, new.quantity.value
    return before is not None and after is not None and 0 < before < after <= before * _A_LITTLE


def may_grow(pair: Pair) -> bool:
    """Whether the count only grows: by what it counts, by what several others of the group count, or because the words
    around one of its figures say so.
    """
    if pair.a.metric.grows or pair.b.metric.grows:
        return True
    around = pair.group[:_FIRST]
    if sum(claim.metric.grows for claim in around) >= _SEVERAL:
        return True
    wording = pair.policy.wording
    return pair.a.as_of != pair.b.as_of and any(moving(claim, wording) for claim in (pair.a, pair.b, *around))


def _reaches(late: Reading, early: Reading) -> bool:
    """Whether the later figure can be the earlier one, grown. "At least 63" has been counted: it is no 64 grown."""
    high = counted(late) if late.qualifier is Qualifier.AT_LEAST else late.interval.high
    return high is None or early.interval.low is None or high >= early.interval.low


def _fell(pair: Pair, first: date, second: date) -> bool:
    """Whether a bare count of one day is the lower one of the next. That can be the time zone, but of the counts that
    articles tell so two in three were stale or wrong in the labelled stories; a hedged one says little of its hour.
    """
    bare_counts = pair.left.exact and pair.right.exact
    return first != second and bare_counts and not _higher_is_later(pair, first, second)


def _rough(pair: Pair) -> bool:
    times = ratio_of(pair)
    hedged = pair.left.qualifier.is_rough or pair.right.qualifier.is_rough
    return hedged and (times is None or times > _HEDGED)


def _within_hours(pair: Pair, first: date, second: date) -> bool:
    """Whether the figures are so near that hours can lie between them; the order is not known within a day. What rises
    from one day to the next may rise by more.
    """
    times = ratio_of(pair)
    rises = first != second and _higher_is_later(pair, first, second)
    most = pair.policy.daily_growth if rises else pair.policy.hourly_growth
    return times is None or times <= most


def _higher_is_later(pair: Pair, first: date, second: date) -> bool:
    if pair.left.value is None or pair.right.value is None:
        return False
    return (pair.left.value < pair.right.value) is (first < second)


def _swapped(pair: Pair) -> bool:
    """Whether the figures are one number as printed with digits swapped (617 and 671): a slip, not growth, nor how much
    it was at another hour.
    """
    a, b = pair.a.quantity, pair.b.quantity
    if a.value is None or b.value is None or a.unit.id != b.unit.id or a.value == b.value:
        return False
    left, right = significant_digits(a.value), significant_digits(b.value)
    return sorted(left) == sorted(right) and len(left) >= _TELLING_DIGITS


def _excludes(a: Reading, b: Reading) -> bool:
    """Whether they bound one number to either side ("up to 400", "more than 400")."""
    if a.value is None or a.value != b.value:
        return False
    return (a.qualifier.is_lower_bound and b.qualifier.is_upper_bound) or (
        a.qualifier.is_upper_bound and b.qualifier.is_lower_bound
    )


def _digit_changed(a: Decimal, b: Decimal) -> bool:
    """Whether one digit of four or more makes the difference: "2,724" and "2,714" are a slip sooner than a recount."""
    digits = significant_digits(a), significant_digits(b)
    return len(digits[0]) > _TELLING_DIGITS and changed(*digits)


def _small_fall(early: Reading, late: Reading, pair: Pair) -> bool:
    """Whether a measurement was corrected a little, or a large count; a small count is taken at its word."""
    if not (early.exact and late.exact) or early.value is None or late.value is None:
        return False
    if misprint(early.value, late.value) or _digit_changed(early.value, late.value):
        return False
    small_count = pair.a.quantity.unit.dimension is Dimension.COUNT and early.value < pair.policy.exact_below
    return not small_count and share_apart(early.value, late.value) <= pair.policy.correction
