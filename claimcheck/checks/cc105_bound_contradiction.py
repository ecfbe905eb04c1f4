"""A bound that rules out what the others say.

## What it does
Reports "more than", "at least", "up to" or "fewer than" a number when the others' figure lies just on the wrong side of
it, and two bounds that leave nothing between them, in two articles or in one ("as many as 30,000 jobs" in the story,
"upwards of 30,000" further down). One source against one, a count to the last digit has the better claim than a bound,
unless the count moves.

## Why it matters
A bound is often put on by ear ("more than 700" sounds better than "nearly 700"); the number is right, the word is
wrong.

## Example
> The sweep led to 617 arrests.
>
> More than 700 people were arrested.

617 is not more than 700.

## Near miss
> More than 600 people were arrested.

617 is more than 600: nothing is reported.

## How to fix it
Change the bound ("nearly 700", "more than 600") or print the exact figure.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC105 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC105` for one run, or `checks: {CC105: off}` in rules.yaml.
"""

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.base import Cause, CheckInfo, Context, Family, Observation
from claimcheck.checks.versus import Versus, opposed_within, readings
from claimcheck.checks.wording import quoted
from claimcheck.compare.agree import representative
from claimcheck.compare.intervals import is_bound, ratio, read
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Disagreement, Severity

INFO = CheckInfo(code="CC105", name="bound contradiction", severity=Severity.ERROR, family=Family.ACROSS)
_SCORE = Decimal("0.75")


def fit(disagreement: Disagreement, context: Context) -> Cause | None:
    """A bound on either end, and figures close enough that the bound is what is wrong."""
    ends = readings(disagreement)[0]
    bound = next((claim for claim in (ends.odd, ends.voice) if is_bound(claim.quantity.qualifier)), None)
    a, b = representative(read(ends.odd)), representative(read(ends.voice))
    times = None if a is None or b is None else ratio(a, b)
    if bound is None or times is None or times > context.policy.bound_ratio:
        return None
    other = ends.voice if bound is ends.odd else ends.odd
    words = f"the wrong bound, {quoted(bound)} rules out {quoted(other)}"
    told = ends if ends.settled else next(filter(_counted, readings(disagreement)), None)
    if told is None or told.settled:
        return Cause(score=_SCORE, words=words, suggestion=ends.others_say())
    return Cause(score=_SCORE, words=words, suggestion=told.blamed().others_say(), suspect=told.odd)


def find(context: Context) -> Iterator[Observation]:
    """One observation for each number that an article itself bounds from both sides."""
    for a, b, _ in opposed_within(context):
        if a.quantity.value is not None and a.quantity.value == b.quantity.value:
            yield Observation(
                operation=a.operation.name,
                metric=a.metric.name,
                message=f"{quoted(a)} and {quoted(b)}, in one article, leave no number between them",
                sides=((a,), (b,)),
                severity=Severity.WARNING,
            )


def _counted(ends: Versus) -> bool:
    """Whether a lone bound stands against a number that somebody counted to its last digit. Where the count may have
    moved on neither is the wrong one for that.
    """
    moves = any(_moves(claim) for claim in (ends.odd, ends.voice))
    told = read(ends.voice)
    return ends.alone and is_bound(ends.odd.quantity.qualifier) and told.exact and told.step <= told.fine and not moves


def _moves(claim: Claim) -> bool:
    return claim.metric.grows or claim.metric.volatile
