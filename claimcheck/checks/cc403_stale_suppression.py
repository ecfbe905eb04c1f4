"""A comment that silences nothing.

## What it does
Notes a comment in an article that asks to ignore a check where that check finds nothing. Only where the run can tell:
the check ran, and with `--draft` the article is a draft.

## Why it matters
The figure was corrected, or the comment stands at the wrong line. Left alone it silences the next finding of that check
at that place, which nobody has looked at.

## Example
> Police made 42 arrests. `<!-- claimcheck: ignore CC101 the first day's count -->`

Every other article says 42 by now.

## Near miss
> Police made 42 arrests. `<!-- claimcheck: ignore CC101 the first day's count -->`

Another article says 39: the comment silences that finding, and nothing is reported.

## How to fix it
Take the comment out, or move it to the line of the figure that it is about.

## How to suppress it
`--ignore CC403` for one run, or `checks: {CC403: off}` in rules.yaml.
"""

from collections.abc import Iterator

from claimcheck.checks.base import CheckInfo, Family, Observation
from claimcheck.model.baseline import Lapsed
from claimcheck.model.finding import Severity

INFO = CheckInfo(code="CC403", name="stale suppression", severity=Severity.NOTE, family=Family.DECISIONS)


def judge(lapsed: Lapsed) -> Iterator[Observation]:
    """One observation for each comment that silences nothing."""
    for ignore in lapsed.stale:
        yield Observation(
            operation="decisions",
            metric="comment",
            message=f"it ignores {ignore.code} ({ignore.reason}), and {ignore.code} finds nothing there",
            sides=(),
            suggestion="take the comment out, or move it to the line of its figure",
            at=ignore.at,
            key=f"{ignore.code} {ignore.reason}",
        )
