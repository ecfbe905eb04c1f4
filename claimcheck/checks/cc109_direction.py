"""One article says that it rose, another that it fell, by the same amount.

## What it does
Reports a change of the same size in the same measure, told in two directions.

## Why it matters
The number was copied right and the verb wrong, which turns the story into its opposite; comparing numbers alone would
not see it.

## Example
> Exports fell 4.7 percent in March, the office said.
>
> Exports rose 4.7 percent in March.

## Near miss
> Exports rose 3.1 percent in March.

Another size is another disagreement. An article that tells of both directions ("rose 4.7 percent in March after a fall
of 4.7 percent in February") keeps them apart: nothing is reported.

## How to fix it
See which way it went in the source, and look at the signs in its tables: brackets and minus signs mean a fall.

## How to suppress it
`--ignore CC109` for one run, or `checks: {CC109: off}` in rules.yaml.
"""

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.alike import families, likeness, without_tellers_of_both
from claimcheck.checks.base import CheckInfo, Context, Family, Observation
from claimcheck.checks.messages import told_by
from claimcheck.checks.passages import Line, bare
from claimcheck.checks.weighing import Scales, scales
from claimcheck.checks.wording import quoted
from claimcheck.compare.facets import direction_of
from claimcheck.model.claim import Aspect, Claim, Direction
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Severity

INFO = CheckInfo(code="CC109", name="direction", severity=Severity.ERROR, family=Family.ACROSS)

_TELLING = 2


def find(context: Context) -> Iterator[Observation]:
    """One observation for each change that is told upwards and downwards."""
    weights = scales(context)
    for family in families(context, _is_change, lambda claim: (_size(claim), *likeness(claim))):
        up, down = without_tellers_of_both(_that_go(Direction.UP, family), _that_go(Direction.DOWN, family))
        if up and down and _telling(up[0]):
            yield _observation(up, down, context, weights)


def _is_change(claim: Claim) -> bool:
    return claim.aspect is Aspect.CHANGE and bare(claim) and direction_of(claim) is not None


def _size(claim: Claim) -> tuple[Decimal, str]:
    return abs(claim.quantity.value or Decimal(0)), str(claim.quantity.unit.id)


def _that_go(way: Direction, claims: Line) -> Line:
    return tuple(claim for claim in claims if direction_of(claim) is way)


def _telling(claim: Claim) -> bool:
    """Whether the size is a chance match neither by its digits nor by what it measures."""
    digits = len(significant_digits(claim.quantity.value or Decimal(0)))
    return digits >= _TELLING or (claim.metric.known and bool(claim.metric.modifiers))


def _observation(up: Line, down: Line, context: Context, weights: Scales) -> Observation:
    sides, suspect = weights.laid_out(up, down)
    told = ", against ".join(_told(side, context) for side in reversed(sides))
    balance = "" if suspect is not None else "; the evidence is balanced"
    others = None if suspect is None else f"the others say {_way(sides[0][0])} {quoted(sides[0][0])}"
    return Observation(
        operation=up[0].operation.name,
        metric=up[0].metric.name,
        message=f"{told}; the same change in two directions{balance}",
        sides=sides,
        suspect=suspect,
        suggestion=others,
        severity=None if up[0].metric.known and suspect is not None else Severity.WARNING,
    )


def _told(side: tuple[Claim, ...], context: Context) -> str:
    return f"{_way(side[0])} {told_by(side[0], side, context.articles)}"


def _way(claim: Claim) -> str:
    return "up" if direction_of(claim) is Direction.UP else "down"
