"""Why a pair came down to its rung: for every rung above it, what fails, and what would have to differ for it to hold.

Whatever is said to make a rung hold has been tried: the pair was changed that way and judged again.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from claimcheck.compare.agree import bounded, converted, loose_bound, rounded, same
from claimcheck.compare.composed import composed
from claimcheck.compare.facets import incomparable, separate_forecasts
from claimcheck.compare.fails import (
    comparable,
    gap_of,
    no_forecasts,
    not_bounded,
    not_composed,
    not_converted,
    not_loose,
    not_rounded,
    not_same,
    not_superseded,
    percent,
    plain,
    undisputed,
    up,
)
from claimcheck.compare.intervals import read, share_apart
from claimcheck.compare.ladder import LADDER, Rung, disputed, judge
from claimcheck.compare.pair import Pair
from claimcheck.compare.superseded import superseded
from claimcheck.model.claim import Aspect, Claim, ClaimId, Facet, Status
from claimcheck.model.finding import Refusal
from claimcheck.model.quantity import Interval, Qualifier, Quantity

Change = tuple[str, Pair]
"""What would be different, in words that follow "if", and the pair as it then would be."""

_SIGN = re.compile(r"(?:\b[A-Z]{1,3})?[^\w\s-]\s?$")
_OTHER = Facet(key="\0other", label="another")
_SOME_DAY = date(2000, 1, 1)
_LATER = timedelta(days=2)


def refusals(pair: Pair) -> tuple[Refusal, ...]:
    """Every rung above the one that decides the pair, in the ladder's order."""
    return tuple(_refusals(pair))


def _refusals(pair: Pair) -> Iterator[Refusal]:
    for verdict, rung in LADDER:
        if rung(pair) is not None:
            return
        fails, changes = _RUNGS[rung]
        held = (words for words, changed in changes(pair) if judge(changed).verdict is verdict and rung(changed))
        yield Refusal(verdict=verdict, fails=fails(pair), unless=tuple(held))


def _none(pair: Pair) -> Iterator[Change]:  # noqa: ARG001 the shape of every list of changes
    yield from ()


def _other_circumstances(pair: Pair) -> Iterator[Change]:
    yield "one of them covered another part (scope)", _with(pair, b=replace(pair.b, scope=_OTHER))
    yield "one of them covered another time (period)", _with(pair, b=replace(pair.b, period=_OTHER))
    other = Aspect.LEVEL if pair.b.aspect is not Aspect.LEVEL else Aspect.CHANGE
    yield f"one of them told a {other}, not a {pair.b.aspect}", _with(pair, b=replace(pair.b, aspect=other))
    yield "one of them were suspected or a target", _with(pair, b=replace(pair.b, status=Status.TARGET))


def _hedged(pair: Pair) -> Iterator[Change]:
    """One figure with an "about" that just reaches the other, and a tolerance that does."""
    for claim in (pair.a, pair.b):
        share = _reach_needed(claim, pair)
        if share is None or share > pair.policy.trail.reach:
            continue
        reach = abs(claim.quantity.value or Decimal(0)) * share
        about = _quantity(claim.quantity, Qualifier.ABOUT, reach, reach)
        words = f"“{_number(claim)}” were hedged, with an “about” that reaches {percent(share)}"
        yield words, _changed(pair, claim, replace(claim, quantity=about))
    if pair.left.exact and pair.right.exact and pair.left.value is not None and pair.right.value is not None:
        least = up(share_apart(pair.left.value, pair.right.value))
        if least <= pair.policy.trail.reach:
            tolerances = {**pair.policy.tolerances, pair.a.metric.name: least}
            policy = replace(pair.policy, tolerances=tolerances)
            yield f"rules.yaml tolerated {percent(least)} for “{pair.a.metric.name}”", replace(pair, policy=policy)


def _reach_needed(claim: Claim, pair: Pair) -> Decimal | None:
    """How far, as a part of itself, a plain figure would have to reach to take in the other one's number."""
    other = pair.right if claim is pair.a else pair.left
    own = pair.left if claim is pair.a else pair.right
    if not own.exact or not own.value or other.value is None:
        return None
    return up(abs(own.value - other.value) / abs(own.value))


def _bound(pair: Pair) -> Iterator[Change]:
    """The lower figure as a lower bound, the higher one as an upper bound."""
    if pair.left.value is None or pair.right.value is None or pair.left.value == pair.right.value:
        return
    low, high = (pair.a, pair.b) if pair.left.value < pair.right.value else (pair.b, pair.a)
    if low.quantity.qualifier is not Qualifier.AT_LEAST:
        least = _quantity(low.quantity, Qualifier.AT_LEAST, Decimal(0), None)
        yield f"one of them said “at least {_number(low)}”", _changed(pair, low, replace(low, quantity=least))
    if high.quantity.qualifier is not Qualifier.AT_MOST:
        most = _quantity(high.quantity, Qualifier.AT_MOST, None, Decimal(0))
        yield f"one of them said “up to {_number(high)}”", _changed(pair, high, replace(high, quantity=most))


def _as_forecasts(pair: Pair) -> Iterator[Change]:
    a, b = (replace(claim, status=Status.PROJECTED) for claim in (pair.a, pair.b))
    yield "both were forecasts", _with(pair, a=a, b=b)


def _with_the_rest(pair: Pair) -> Iterator[Change]:
    """A third figure beside the larger one that is just the difference."""
    a, b = pair.a.quantity.value, pair.b.quantity.value
    if a is None or b is None or a == b or pair.a.quantity.unit.id != pair.b.quantity.unit.id:
        return
    large = pair.a if a > b else pair.b
    gap = abs(a - b)
    exact = replace(_quantity(large.quantity, Qualifier.EXACT, Decimal(0), Decimal(0)), value=gap, surface=plain(gap))
    rest = replace(large, id=ClaimId("\0rest"), restates=None, quantity=replace(exact, interval=_point(gap)))
    words = f"{gap_of(pair)} of the same stood beside one of them, as the other part of a total"
    yield words, replace(pair, beside=(*pair.beside, rest))


def _later(pair: Pair) -> Iterator[Change]:
    """The higher figure as a later count of something that only grows."""
    if pair.left.value is None or pair.right.value is None:
        return
    low, high = (pair.a, pair.b) if pair.left.value < pair.right.value else (pair.b, pair.a)
    day = low.as_of or _SOME_DAY
    grows = low.metric.grows or high.metric.grows
    late = replace(high, as_of=day + _LATER, metric=replace(high.metric, grows=True))
    early = replace(low, as_of=day)
    then = f"“{_number(high)}” were a later day's count than “{_number(low)}”"
    words = then if grows else f"“{high.metric.name}” could only grow (rules.yaml: grows) and {then}"
    yield words, _with(pair, a=early, b=late) if low is pair.a else _with(pair, a=late, b=early)


def _two_claimants(pair: Pair) -> Iterator[Change]:
    left = pair.a.attribution or Facet(key="\0one", label="one")
    yield (
        "each figure were another claimant's word",
        _with(pair, a=replace(pair.a, attribution=left), b=replace(pair.b, attribution=_OTHER)),
    )


Fails = Callable[[Pair], str]
Changes = Callable[[Pair], Iterator[Change]]
_RUNGS: dict[Rung, tuple[Fails, Changes]] = {
    incomparable: (comparable, _other_circumstances),
    same: (not_same, _none),
    converted: (not_converted, _none),
    rounded: (not_rounded, _hedged),
    bounded: (not_bounded, _bound),
    separate_forecasts: (no_forecasts, _as_forecasts),
    composed: (not_composed, _with_the_rest),
    superseded: (not_superseded, _later),
    loose_bound: (not_loose, _bound),
    disputed: (undisputed, _two_claimants),
}


def explained() -> frozenset[Rung]:
    """The rungs that this module can speak of: all but the one that always holds."""
    return frozenset(_RUNGS)


def _with(pair: Pair, a: Claim | None = None, b: Claim | None = None) -> Pair:
    left, right = a or pair.a, b or pair.b
    return replace(pair, a=left, b=right, left=read(left), right=read(right))


def _changed(pair: Pair, old: Claim, new: Claim) -> Pair:
    return _with(pair, a=new) if old is pair.a else _with(pair, b=new)


def _quantity(quantity: Quantity, qualifier: Qualifier, below: Decimal | None, above: Decimal | None) -> Quantity:
    """The number under another qualifier, reaching so far `below` and `above` itself (None: without end)."""
    value = quantity.value or Decimal(0)
    interval = Interval(low=None if below is None else value - below, high=None if above is None else value + above)
    return replace(quantity, qualifier=qualifier, interval=interval)


def _point(value: Decimal) -> Interval:
    return Interval(low=value, high=value)


def _number(claim: Claim) -> str:
    """The printed figure without its hedge, currency sign and unit included."""
    quantity = claim.quantity
    start = quantity.number.start - quantity.span.start
    if not 0 < start < len(quantity.surface):
        return " ".join(quantity.surface.split())
    sign = _SIGN.search(quantity.surface[:start])
    return " ".join(quantity.surface[sign.start() if sign else start :].split())
