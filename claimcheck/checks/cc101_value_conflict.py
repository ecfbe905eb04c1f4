"""Two figures for one thing that cannot both be true.

## What it does
Reports figures of one metric and one operation that no reading reconciles: not rounding, not conversion, not a bound,
not a part of the other, not a later count.

## Why it matters
One of the articles is wrong, or they speak of different things that their words do not keep apart. Either way a reader
who sees both cannot know what happened. This is the fallback: a check that can name the cause speaks in its place.

## Example
> The agency said officers made 617 arrests during the week.
>
> A week of raids ended in 542 arrests, the agency said.

617 and 542 are both exact counts of the same arrests.

## Near miss
> More than 600 people were arrested during the week.

"More than 600" admits 617: nothing is reported.

## How to fix it
See which article cites the later or the primary statement and correct the other; where the evidence is balanced, the
suggestion has what would stand in either. If both stand because they count different things, say so in the text ("in
the first two days", "in the Omaha Division").

## How to suppress it
One finding: `<!-- claimcheck: ignore CC101 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC101` for one run, or `checks: {CC101: off}` in rules.yaml.
"""

from decimal import Decimal

from claimcheck.checks.base import Cause, CheckInfo, Context, Family
from claimcheck.checks.versus import versus
from claimcheck.model.finding import Disagreement, Severity

INFO = CheckInfo(code="CC101", name="value conflict", severity=Severity.ERROR, family=Family.ACROSS)
_FALLBACK = Decimal("0.1")


def fit(disagreement: Disagreement, context: Context) -> Cause | None:  # noqa: ARG001 the shape of every cause
    """Always fits, worse than any cause with a name."""
    return Cause(score=_FALLBACK, words="", suggestion=versus(disagreement).others_say())
