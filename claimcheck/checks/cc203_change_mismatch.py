"""A share or a change that does not follow from the figures told with it.

## What it does
Where one sentence or table row gives a level, what it changed from or by how much, and the change in percent, works out
one from the others ("fell 14.8 percent, from $1,539 million to $1,311 million"; "down $0.24, or 13.4%, to $1.74"). Does
the same for a share beside its part and its whole ("120 of 400, or 35 percent"; "17 percent of 12 million, or 3
million"), for a rate ("120 deaths among 400,000 residents, or 40 per 100,000"), for the two sides of a vote, for
"doubled" beside "200 percent more", and for a multiple beside its levels ("rose threefold from 10 to 20"; "150, three
times as many as the 75 of last year").

## Why it matters
The figures come from one hand, so when they do not fit, one of them was taken from another line of the report, rounded
twice or mistyped, and no other source is needed to see it.

## Example
> Earnings per share were $1.74, down $0.24, or 13.4 percent.

$0.24 less from $1.98 is 12.1 percent.

## Near miss
> Earnings per share were $1.55, down $0.25, or 13.9 percent.

0.25 of 1.80 is 13.9 percent: nothing is reported, and neither is a difference that rounding explains. A difference of
two percentages that is called percent is CC106. "Three times more" may be three times or four times as many.

## How to fix it
Look all three up in one place, and see that they are on the same footing (adjusted or not, quarter or year).

## How to suppress it
One finding: `<!-- claimcheck: ignore CC203 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC203` for one run, or `checks: {CC203: off}` in rules.yaml.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import cast

from claimcheck.checks.base import CheckInfo, Context, Family, Observation
from claimcheck.checks.multiples import multiples
from claimcheck.checks.passages import Line, before, lines
from claimcheck.checks.proportions import doubled, workings
from claimcheck.checks.wording import quoted
from claimcheck.compare.intervals import read
from claimcheck.model.claim import Aspect, Claim, Direction, MentionKind
from claimcheck.model.finding import Severity
from claimcheck.model.policy import Policy
from claimcheck.model.quantity import Dimension, Interval, Qualifier

INFO = CheckInfo(code="CC203", name="change mismatch", severity=Severity.WARNING, family=Family.INSIDE)

_HUNDRED = Decimal(100)
_EARLIER = "year earlier"


def find(context: Context) -> Iterator[Observation]:
    """One observation for each sentence whose level, change or share and percentage do not fit."""
    for line in lines(context):
        told = tuple(_in_sentence(line))
        yield from told or _shares(line, context.policy)
        yield from _times(line, context.policy)
        for word, percent, right in doubled(line, context.policy):
            message = f"what has {word} is {right} percent more, not {quoted(percent)}"
            yield _told((percent,), message, percent, f"{right} percent")


def _shares(line: Line, policy: Policy) -> Iterator[Observation]:
    for working in workings(line, policy):
        if not working.fits:
            right = f"{rounded_like(working.middle, working.percent)} {working.unit}"
            numbers = " and ".join(quoted(number) for number in working.numbers)
            really = f"{working.middle:.1f} {working.unit}"
            message = f"{numbers} make a {working.as_a} of {really}, not of {quoted(working.percent)}"
            yield _told((*working.numbers, working.percent), message, working.percent, right)


def _times(line: Line, policy: Policy) -> Iterator[Observation]:
    for one in multiples(line, policy):
        if not one.fits:
            message = f'{quoted(one.later)} is {one.middle:.1f} times {quoted(one.earlier)}, which is not "{one.words}"'
            yield Observation(
                operation=one.later.operation.name,
                metric=one.later.metric.name,
                message=message,
                sides=((one.earlier,), (one.later,)),
                suggestion=f"the levels make {one.middle:.1f} times",
            )


def rounded_like(value: Decimal, claim: Claim) -> str:
    """A percentage to as many digits as the claim writes."""
    places = max(0, -cast("int", claim.quantity.step.normalize().as_tuple().exponent))
    return f"{value:.{places}f}"


def _told(claims: tuple[Claim, ...], message: str, suspect: Claim, right: str) -> Observation:
    named = next((claim for claim in claims if claim.metric.known), suspect)
    return Observation(
        operation=suspect.operation.name,
        metric=named.metric.name,
        message=message,
        sides=tuple((claim,) for claim in claims),
        suspect=suspect,
        suggestion=f'should read "{right}"',
    )


def _in_sentence(claims: tuple[Claim, ...]) -> Iterator[Observation]:
    for percent in claims:
        if not _is_change(percent) or percent.quantity.unit.dimension is not Dimension.PROPORTION:
            continue
        same = [c for c in claims if _same_thing(c, percent) and not c.status.is_forward]
        now = _only(c for c in same if c.aspect is Aspect.LEVEL and c.period is None and not _is_base(c))
        earlier = _only(
            c for c in same if c.aspect is Aspect.LEVEL and c.period is not None and c.period.key == _EARLIER
        )
        by = _only(c for c in same if _is_change(c) and c.quantity.unit.dimension is not Dimension.PROPORTION)
        expected = _expected(now, earlier, by, percent.direction)
        if _points(now, earlier, percent):
            continue
        if now is not None and expected is not None and not expected.meets(read(percent).interval):
            yield _observation(now, earlier or by, percent, expected)


def _is_base(claim: Claim) -> bool:
    """Whether something moved away from the level: "down 45% from $2.9 billion"."""
    return before(claim).casefold().rstrip().endswith("from")


def _points(now: Claim | None, earlier: Claim | None, percent: Claim) -> bool:
    """Whether the percentage is the difference of two percentages, which CC106 tells."""
    if now is None or earlier is None or now.quantity.value is None or earlier.quantity.value is None:
        return False
    apart = abs(now.quantity.value - earlier.quantity.value)
    return now.quantity.unit.dimension is Dimension.PROPORTION and apart == abs(percent.quantity.value or Decimal(0))


def _is_change(claim: Claim) -> bool:
    exact = claim.quantity.qualifier is Qualifier.EXACT and claim.quantity.value is not None
    return exact and claim.aspect is Aspect.CHANGE and claim.kind is MentionKind.AMOUNT


def _same_thing(claim: Claim, percent: Claim) -> bool:
    """Whether a figure measures what the percentage is of: the same noun, operation and part, printed exactly."""
    exact = claim.quantity.qualifier is Qualifier.EXACT and claim.quantity.value is not None
    one = claim.metric.entity == percent.metric.entity and claim.metric.modifiers == percent.metric.modifiers
    return exact and one and claim.operation.id == percent.operation.id and claim.scope == percent.scope


def _only(claims: Iterable[Claim]) -> Claim | None:
    """The one claim of its role; None when there is none or a choice."""
    found = tuple(claims)
    return found[0] if len(found) == 1 else None


def _expected(now: Claim | None, past: Claim | None, by: Claim | None, way: Direction | None) -> Interval | None:
    """The size of the change, as a fraction, that the levels allow at their written precision."""
    if now is None:
        return None
    later = _ends(now)
    if past is not None and past.quantity.unit == now.quantity.unit:
        earlier = _ends(past)
    elif by is not None and by.quantity.unit == now.quantity.unit and way is not None:
        step = _ends(by)
        if step is None or later is None:
            return None
        sign = -1 if way is Direction.UP else 1
        ends = sorted(level + sign * change for level in later for change in step)
        earlier = (ends[0], ends[-1])
    else:
        return None
    if later is None or earlier is None or earlier[0] <= 0:
        return None
    changes = sorted(abs(end / start - 1) for end in later for start in earlier)
    return Interval(low=changes[0], high=changes[-1])


def _ends(claim: Claim) -> tuple[Decimal, Decimal] | None:
    interval = read(claim).interval
    return None if interval.low is None or interval.high is None else (interval.low, interval.high)


def _observation(now: Claim, other: Claim | None, percent: Claim, expected: Interval) -> Observation:
    middle = ((expected.low or Decimal(0)) + (expected.high or Decimal(0))) / 2 * _HUNDRED
    told = f"{quoted(now)} and {quoted(other)}" if other is not None else quoted(now)
    sides = ((now,), (other,), (percent,)) if other is not None else ((now,), (percent,))
    return Observation(
        operation=now.operation.name,
        metric=now.metric.name,
        message=f"{told} make a change of {middle:.1f} percent, not of {quoted(percent)}",
        sides=sides,
    )
