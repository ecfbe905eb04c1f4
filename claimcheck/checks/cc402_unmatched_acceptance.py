"""An accepted finding that is not found any more.

## What it does
Notes an entry of the baseline that speaks of no finding of this run. Only where the run can tell: its check ran, and
none of its articles was left out.

## Why it matters
The figure was corrected, or its article is gone. The entry does nothing, and may one day hide a finding that nobody
looked at.

## Example
> an entry that accepts 39 arrests against 42, after the 39 was corrected

## Near miss
> the same entry, in a run over another folder

The articles of the entry exist and were not read: nothing is reported.

## How to fix it
`claimcheck baseline prune` takes it out.

## How to suppress it
`--ignore CC402` for one run, or `checks: {CC402: off}` in rules.yaml.
"""

from collections.abc import Iterator

from claimcheck.checks.base import CheckInfo, Family, Observation
from claimcheck.model.baseline import Lapsed
from claimcheck.model.finding import Severity

INFO = CheckInfo(code="CC402", name="unmatched acceptance", severity=Severity.NOTE, family=Family.DECISIONS)


def judge(lapsed: Lapsed) -> Iterator[Observation]:
    """One observation for each entry that speaks of no finding."""
    for entry in lapsed.unmatched:
        yield Observation(
            operation="decisions",
            metric="baseline entry",
            message=f"not found any more: {entry.message or entry.id}",
            sides=(),
            suggestion="claimcheck baseline prune takes the entry out",
            at=entry.at,
            key=entry.id,
        )
