"""A figure with a digit wrong.

## What it does
Reports a figure that differs from the others by one slip of the keyboard: two digits swapped, one changed, dropped, or
doubled, a lost decimal point ("26 percent" for "2.6 percent"), lost leading digits ("55" for "16.55"); also from what
the others say, rounded ("nearly 800" beside 8,497) or converted. Where no such slip leads to the figures it is held
against, one may lead to what other articles tell of the same noun elsewhere: "9,147", set against four, is the 9,417 of
two others. A bound on an exact number says that number: "no more than 19,526" is reported beside 19,516, though it
admits it.

## Why it matters
It is the plain typing error; the right figure is nearly always in the source that was copied from.

## Example
> The haul included 16.55 kilograms of heroin.
>
> Among the drugs were 55 kilograms of heroin.

"55" is "16.55" without its beginning.

## Near miss
> Among the drugs were 16.5 kilograms of heroin.

The last digit was cut off, which is rounding: nothing is reported. A toll of 28 on one day and 29 on the next has
grown, and "more than 3,000" beside 3,337 is a round bound.

## How to fix it
Copy the figure again from the source.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC104 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC104` for one run, or `checks: {CC104: off}` in rules.yaml.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from claimcheck.checks.base import Cause, CheckInfo, Context, Family, Observation
from claimcheck.checks.blame import shown_wrong
from claimcheck.checks.exact_bounds import admitted
from claimcheck.checks.lookalikes import slip_of_lookalike
from claimcheck.checks.slips import Slip, slip_between
from claimcheck.checks.versus import Versus, readings
from claimcheck.checks.wording import converted
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Disagreement, Severity

INFO = CheckInfo(code="CC104", name="digit slip", severity=Severity.ERROR, family=Family.ACROSS)

_LONG = 3
_TELLING = Decimal("0.55")


def fit(disagreement: Disagreement, context: Context) -> Cause | None:
    """The likeliest slip between the odd figure and any of the others in its unit; in a balanced disagreement first one
    that tells which of the two figures is wrong.
    """
    found = (cause for ends in readings(disagreement) for cause in _causes(ends, context))
    best = max(found, key=lambda cause: (cause.score, cause.suspect is not None), default=None)
    return best or slip_of_lookalike(disagreement, _causes, context)


def find(context: Context) -> Iterator[Observation]:
    """One observation for each number that a bound on an exact number admits, and that is one digit away from it."""
    return admitted(context)


def _causes(ends: Versus, context: Context) -> Iterator[Cause]:
    for other in ends.others:
        found = slip_between(ends.odd, other)
        if found is None or _grew(ends.odd, other):
            continue
        blamed = not ends.settled and ends.alone and _tells(found, ends, other, context)
        told = ends.blamed() if blamed else ends
        yield Cause(
            score=found.score,
            words=found.words,
            suggestion=told.should_read(_instead(other, ends.odd)),
            suspect=ends.odd if blamed else None,
        )


def _tells(found: Slip, ends: Versus, other: Claim, context: Context) -> bool:
    """Whether the slip, or the figure itself, tells that the odd figure is the one that slipped."""
    return found.lossy or (found.score >= _TELLING and shown_wrong(ends, other, context))


def _grew(a: Claim, b: Claim) -> bool:
    """Whether a count of two digits that only grows is higher on the later day: that is growth, and no slip."""
    if not (a.metric.grows or b.metric.grows) or a.as_of is None or b.as_of is None or a.as_of == b.as_of:
        return False
    early, late = sorted((a, b), key=lambda claim: claim.as_of or date.min)
    short = max(len(significant_digits(_size(claim))) for claim in (a, b)) < _LONG
    return short and _size(late) >= _size(early)


def _instead(other: Claim, odd: Claim) -> Decimal:
    """The others' number in the odd figure's unit."""
    value = None if other.quantity.unit.id == odd.quantity.unit.id else converted(other, odd)
    return _size(other) if value is None else value


def _size(claim: Claim) -> Decimal:
    """The printed number, a change without its sign."""
    value = claim.quantity.value or Decimal(0)
    return abs(value) if claim.aspect is Aspect.CHANGE else value
