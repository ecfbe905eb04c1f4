"""Percent where percentage points are meant, or the other way round.

## What it does
Reports a change that one article prints in percent and others in percentage points, the same number of the same
measure; and a difference between two percentages that is called percent, inside one article ("from 3 percent to 5
percent, up 2 percent") or where another one tells both levels ("fell by 1.5% to 9.3%" beside "margin: 9.3% (10.8%)").

## Why it matters
A rate that goes from 3 to 5 percent rises by 2 percentage points and by 67 percent. Readers are told a change that is
many times too small or too large.

## Example
> Unemployment rose 2 percentage points, the office said.
>
> Unemployment rose 2 percent.

## Near miss
> Unemployment rose from 3 percent to 5 percent, up 67 percent.

That follows from the levels: nothing is reported. Neither is an article that gives both forms, for it tells them apart.

## How to fix it
Subtract one percentage from the other for points, divide for percent, and name which it is; the suggestion shows how it
would read.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC106 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC106` for one run, or `checks: {CC106: off}` in rules.yaml.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from claimcheck.checks.advice import either
from claimcheck.checks.alike import (
    anchored,
    families,
    likeness,
    named_alike,
    size_of,
    tied,
    way_of,
    with_others,
    without_tellers_of_both,
)
from claimcheck.checks.base import CheckInfo, Context, Family, Observation, number_of
from claimcheck.checks.borrowed import NO_THING
from claimcheck.checks.messages import balance, told_by
from claimcheck.checks.passages import Line, bare, before, between, lines, usable_part
from claimcheck.checks.weighing import Scales, scales
from claimcheck.checks.wording import plain, quoted
from claimcheck.model.claim import Aspect, Claim, ClaimId, Direction
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Severity
from claimcheck.model.quantity import Dimension

INFO = CheckInfo(code="CC106", name="percent against percentage points", severity=Severity.ERROR, family=Family.ACROSS)

_FROM, _TO = re.compile(r"\bfrom\s*$", re.IGNORECASE), re.compile(r"^\s*(?:,\s*)?to\s*$", re.IGNORECASE)
_BACK = re.compile(r"^\s*(?:,\s*)?(?:up |down )?from\s*$", re.IGNORECASE)
_HUNDRED = Decimal(100)
_PROPORTIONS = frozenset({Dimension.PROPORTION, Dimension.POINTS})
_TELLING = 2


def find(context: Context) -> Iterator[Observation]:
    """One observation for each change told in both units, and for each difference of levels told in the wrong one."""
    weights, told = scales(context), set[Claim]()
    alike = families(context, _is_change, lambda claim: (size_of(claim), *likeness(claim)))
    for family in (*alike, *anchored(context, _is_proportion), *_of_one_number(context)):
        yield from _told_in_both(family, context, weights, told)
    sentences = tuple(lines(context))
    for line in sentences:
        yield from _difference_of_levels(line)
    beside = {claim.id: line for line in sentences for claim in line}
    for line in sentences:
        yield from _difference_elsewhere(line, beside, context, weights)


def _of_one_number(context: Context) -> Iterator[Line]:
    """Percents and points of one story that are one number, of two digits or more, as far as words tie them together:
    a story seldom has a number as both.
    """
    for family in families(context, _is_telling, lambda claim: (claim.operation.id, size_of(claim))):
        percent, points = tied(
            (claim for claim in family if not _in_points(claim)), filter(_in_points, family), named_alike
        )
        yield (*percent, *points)


def _is_telling(claim: Claim) -> bool:
    proportion = claim.quantity.unit.dimension in _PROPORTIONS and usable_part(claim)
    return proportion and len(significant_digits(size_of(claim))) >= _TELLING


def _is_change(claim: Claim) -> bool:
    return claim.aspect is Aspect.CHANGE and _is_proportion(claim)


def _is_proportion(claim: Claim) -> bool:
    return claim.quantity.unit.dimension in _PROPORTIONS and bare(claim)


def _told_in_both(family: Line, context: Context, weights: Scales, told: set[Claim]) -> Iterator[Observation]:
    """One way at a time; a change without a way goes with either."""
    ways = {claim: way_of(claim, context.policy.wording) for claim in family}
    known: list[Direction | None] = [w for w in Direction if w in ways.values()]
    for way in known or [None]:
        same = [claim for claim in family if ways[claim] in (way, None)]
        in_points = [claim for claim in same if _in_points(claim)]
        in_percent = [claim for claim in same if not _in_points(claim)]
        percent, points = without_tellers_of_both(in_percent, in_points)
        if percent and points and told.isdisjoint((*percent, *points)):
            percent, points = _everywhere(percent, points, way, context)
            told.update((*percent, *points))
            yield _across(percent, points, context, weights)


def _everywhere(percent: Line, points: Line, way: Direction | None, context: Context) -> tuple[Line, Line]:
    """Both sides with the articles that tell the same change in like words."""

    def wanted(claim: Claim) -> bool:
        return _is_proportion(claim) and way_of(claim, context.policy.wording) in (way, None)

    return with_others(percent, context, wanted, apart=points), with_others(points, context, wanted, apart=percent)


def _in_points(claim: Claim) -> bool:
    return claim.quantity.unit.dimension is Dimension.POINTS


def _across(percent: Line, points: Line, context: Context, weights: Scales) -> Observation:
    sides, suspect = weights.laid_out(percent, points)
    told = ", against ".join(told_by(side[0], side, context.articles) for side in reversed(sides))
    return Observation(
        operation=points[0].operation.name,
        metric=points[0].metric.name,
        message=f"{told}; probably percent and percentage points mixed up{balance(settled=suspect is not None)}",
        sides=sides,
        suspect=suspect,
        suggestion=_advice(sides[0][0], sides[1][0], suspect, context),
        severity=Severity.WARNING if suspect is None else None,
    )


def _advice(right: Claim, wrong: Claim, suspect: Claim | None, context: Context) -> str:
    if suspect is not None:
        return f"should read {quoted(right)}"
    return either((quoted(right), wrong), (quoted(wrong), right), context.articles)


def _difference_of_levels(line: Line) -> Iterator[Observation]:
    """A change in percent that is the difference of the two levels told with it, and not their ratio."""
    changes = [c for c in line if _is_change(c) and not _in_points(c)]
    pairs = tuple(_levels(line))
    if len(changes) != 1 or len(pairs) != 1:
        return
    (change,), ((start, end),) = changes, pairs
    by, low, high = (size_of(c) for c in (change, start, end))
    if abs(high - low) != by or by == 0 or low == 0:
        return
    relative = _in_percent_of(low, high)
    if abs(relative - by) <= max(change.quantity.step, Decimal(1)):
        return
    right = _as_points(change)
    yield Observation(
        operation=change.operation.name,
        metric=change.metric.name,
        message=f"from {quoted(start)} to {quoted(end)} is {right}, or {relative:.0f} percent, not {quoted(change)}",
        sides=((start, end), (change,)),
        suspect=change,
        suggestion=f'should read "{right}"',
    )


def _difference_elsewhere(
    line: Line, beside: Mapping[ClaimId, Line], context: Context, weights: Scales
) -> Iterator[Observation]:
    """A change in percent that leads to a level in percent ("fell by 1.5% to 9.3%"), where another origin tells both
    levels ("9.3% (10.8%)") and the change is their difference.
    """
    changes = [c for c in line if _is_change(c) and not _in_points(c)]
    levels = [c for c in line if c.aspect is not Aspect.CHANGE and _is_proportion(c) and not _in_points(c)]
    if len(changes) != 1 or len(levels) != 1:
        return
    (change,), (level,) = changes, levels
    by, own = size_of(change), weights.origins_of((change,))
    if change.metric.entity != level.metric.entity and change.metric.entity not in NO_THING:
        return
    for other in context.numbers.get(number_of(level), ()):
        one_thing = other.metric.entity == level.metric.entity and other.operation.id == level.operation.id
        if not one_thing or weights.origins_of((other,)) & own:
            continue
        for former in beside.get(other.id, ()):
            before = size_of(former)
            told = _is_proportion(former) and former.aspect is not Aspect.CHANGE and former is not other
            if not (told and before and abs(before - size_of(level)) == by):
                continue
            if abs(_in_percent_of(before, size_of(level)) - by) > 1:
                yield _elsewhere(change, level, (former, other), context)
                return


def _in_percent_of(start: Decimal, end: Decimal) -> Decimal:
    return abs(end / start - 1) * _HUNDRED


def _as_points(change: Claim) -> str:
    by = size_of(change)
    return f"{plain(by)} percentage point{'' if by == 1 else 's'}"


def _elsewhere(change: Claim, level: Claim, told: tuple[Claim, Claim], context: Context) -> Observation:
    right = _as_points(change)
    return Observation(
        operation=change.operation.name,
        metric=level.metric.name,
        message=f"from {quoted(told[0])} to {told_by(told[1], told[1:], context.articles)} is {right}, "
        f"not {quoted(change)}",
        sides=(told, (change,)),
        suspect=change,
        suggestion=f'should read "{right}"',
    )


def _levels(line: Line) -> Iterator[tuple[Claim, Claim]]:
    """As in "From 3 percent to 5 percent", "to 5 percent from 3 percent"."""
    levels = [c for c in line if c.aspect is not Aspect.CHANGE and bare(c) and _percent_or_bare(c)]
    for a, b in pairwise(levels):
        if (
            b.quantity.unit.dimension is not Dimension.PROPORTION
            and a.quantity.unit.dimension is not Dimension.PROPORTION
        ):
            continue
        if _TO.match(between(a, b)) and _FROM.search(before(a)):
            yield a, b
        elif _BACK.match(between(a, b)):
            yield b, a


def _percent_or_bare(claim: Claim) -> bool:
    """Percent, or the number before it in "from 3 to 5 percent"."""
    return claim.quantity.unit.id in ("percent", "count")
