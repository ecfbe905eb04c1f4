"""How sure a disagreement is: error only where both figures cannot be true under the most charitable reading."""

from decimal import Decimal
from itertools import combinations, product

from claimcheck.checks.base import Context
from claimcheck.compare.intervals import Reading, ratio, read, widened
from claimcheck.model.claim import Claim, Status, both_claimed
from claimcheck.model.digits import is_scale
from claimcheck.model.finding import Disagreement, Severity
from claimcheck.model.policy import Policy
from claimcheck.model.quantity import Interval

_FAR_CLAIM = 5
Pairs = tuple[tuple[Claim, Claim], ...]
_SOFT_STATUS = frozenset({Status.ESTIMATED, Status.PRELIMINARY, Status.REPORTED, Status.PROJECTED, Status.TARGET})


def doubts(disagreement: Disagreement, context: Context, *, explained: bool) -> tuple[str, ...]:
    """The reasons why both sides might still be true; empty for a certain disagreement. `explained` means that a cause
    fits so well that chance, growth or another subject do not explain the figures better.
    """
    pairs = _pairs(disagreement)
    loose = () if explained else _loose_ties(pairs)
    return (*_softness(disagreement, pairs, context.policy), *loose)


def _softness(disagreement: Disagreement, pairs: Pairs, policy: Policy) -> tuple[str, ...]:
    found = {
        "one article gives both figures": _both_in_one_article(disagreement),
        "the articles name different claimants": all(_claimants_differ(a, b) for a, b in pairs),
        "a figure is an estimate or preliminary": all(_soft(a) or _soft(b) for a, b in pairs),
        "a hedged figure lies close to the other": all(_hedged_and_close(a, b, policy) for a, b in pairs),
        "one may be the other, roughly rounded": all(_roughly_equal(a, b, policy) for a, b in pairs),
    }
    return tuple(reason for reason, holds in found.items() if holds)


def _loose_ties(pairs: Pairs) -> tuple[str, ...]:
    found = {
        "the figure may have moved within the day": all(_may_have_moved(a, b) for a, b in pairs),
        "the figures may count different things": not any(_surely_linked(a, b) for a, b in pairs),
    }
    return tuple(reason for reason, holds in found.items() if holds)


def weakly_linked(disagreement: Disagreement, policy: Policy, *, explained: bool) -> bool:
    """Whether the evidence that the sides speak of one thing is weak for how far apart they are: without a cause, one
    source against another that has twice as much, or ten times whatever it is told by. Without any tie on record the
    evidence is not weak.
    """
    side_of = {claim.id: n for n, side in enumerate(disagreement.sides) for claim in side}
    ties = [t for t in disagreement.group.cluster.ties if t.a in side_of and t.b in side_of]
    best = max((t.score for t in ties if side_of[t.a] != side_of[t.b]), default=None)
    if best is not None and best < policy.weak_link:
        return True
    if explained:
        return False
    pairs = _pairs(disagreement)
    lone = disagreement.suspect is None and _of_lone_sources(disagreement)
    if lone and all(_far_apart(a, b, policy) and not _one_number(a, b) for a, b in pairs):
        return True
    return best is not None and best < policy.strong_link and all(_another_order(a, b, policy) for a, b in pairs)


def _of_lone_sources(disagreement: Disagreement) -> bool:
    """Whether no side is told by more than one origin."""
    origin = disagreement.group.cluster.origins()
    return all(len({origin[claim.id] for claim in side}) == 1 for side in disagreement.sides)


def _one_number(a: Claim, b: Claim) -> bool:
    """Whether the two print one number in two units, or at two scales: no two things have that by chance."""
    x, y = a.quantity, b.quantity
    times = _ratio(read(a), read(b))
    return (x.unit.id != y.unit.id and x.value == y.value) or (times is not None and is_scale(times))


def _another_order(a: Claim, b: Claim, policy: Policy) -> bool:
    times = _ratio(read(a), read(b))
    return times is not None and times > policy.unexplained_ratio and not is_scale(times)


def severity_of(gravest: Severity, reasons: tuple[str, ...], *, weak: bool = False) -> Severity:
    """`gravest`, a warning where there is doubt, a note where it is doubtful that the sides speak of one thing."""
    if weak:
        return Severity.NOTE
    return Severity.WARNING if reasons and gravest is Severity.ERROR else gravest


def _pairs(disagreement: Disagreement) -> Pairs:
    """Pairs across the sides; with a suspect, only its own."""
    sides = disagreement.sides
    pairs = ((a, b) for x, y in combinations(sides, 2) for a, b in product(x, y))
    suspect = disagreement.suspect
    return tuple((a, b) for a, b in pairs if suspect is None or suspect in (a, b))


def _both_in_one_article(disagreement: Disagreement) -> bool:
    articles = [{claim.article for claim in side} for side in disagreement.sides]
    return any(a & b for a, b in combinations(articles, 2))


def _claimants_differ(a: Claim, b: Claim) -> bool:
    """Whether two claimants are named, or the one who gives a far larger figure is."""
    if (a.attribution is None) == (b.attribution is None):
        return both_claimed(a, b)
    times = _ratio(read(a), read(b))
    return times is not None and times > _FAR_CLAIM


def _soft(claim: Claim) -> bool:
    return claim.status in _SOFT_STATUS


def _hedged_and_close(a: Claim, b: Claim, policy: Policy) -> bool:
    if not (a.quantity.qualifier.is_rough or b.quantity.qualifier.is_rough):
        return False
    times = _ratio(read(a), read(b))
    return times is not None and times < policy.clear_ratio


def _ratio(a: Reading, b: Reading) -> Decimal | None:
    left = a.value if a.value is not None else a.interval.low
    right = b.value if b.value is not None else b.interval.low
    return None if left is None or right is None else ratio(left, right)


def _roughly_equal(a: Claim, b: Claim, policy: Policy) -> bool:
    """Whether trailing zeros of either figure, read as rounding, would cover the difference: 600 for 617."""
    return _rough(read(a), policy).meets(_rough(read(b), policy))


def _rough(reading: Reading, policy: Policy) -> Interval:
    if not reading.exact or reading.value is None:
        return reading.interval
    zeros = reading.step / 2 if reading.step > reading.fine else Decimal(0)
    return widened(reading.interval, min(zeros, abs(reading.value) * policy.rounding.bare_cap))


def _may_have_moved(a: Claim, b: Claim) -> bool:
    grows = a.metric.grows or b.metric.grows
    if grows or a.metric.volatile or b.metric.volatile:
        return a.as_of is None or b.as_of is None or abs((a.as_of - b.as_of).days) <= 1
    known = a.metric.known and b.metric.known
    return not known and a.as_of is not None and b.as_of is not None and a.as_of != b.as_of


def _surely_linked(a: Claim, b: Claim) -> bool:
    if a.metric.id == b.metric.id:
        return True
    actions = {a.metric.action, b.metric.action} - {None}
    return a.metric.known and b.metric.known and a.metric.entity == b.metric.entity and len(actions) <= 1


def _far_apart(a: Claim, b: Claim, policy: Policy) -> bool:
    times = _ratio(read(a), read(b))
    return times is None or times > policy.loose_bound_ratio
