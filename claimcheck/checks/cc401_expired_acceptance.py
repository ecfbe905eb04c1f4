"""An accepted finding whose time is up.

## What it does
Warns of an entry of the baseline that has passed its last day while its finding is still there. The entry suppresses
nothing any more: the finding itself is told, and counts at the gate.

## Why it matters
A figure was let through until a certain day, until the agency publishes its final count for example. The day has come,
and somebody should look again.

## Example
> `expires: 2026-06-30`, and it is the first of July

## Near miss
> `expires: 2026-06-30`, and it is the thirtieth of June

The last day still counts: nothing is reported. Neither is an entry without `expires`.

## How to fix it
Correct the figure, or decide anew: `claimcheck baseline write` with a new reason and a new day.

## How to suppress it
`--ignore CC401` for one run, or `checks: {CC401: off}` in rules.yaml; the entry stays without effect.
"""

from collections.abc import Iterator

from claimcheck.checks.base import CheckInfo, Family, Observation
from claimcheck.model.baseline import Lapsed
from claimcheck.model.finding import Severity

INFO = CheckInfo(code="CC401", name="expired acceptance", severity=Severity.WARNING, family=Family.DECISIONS)


def judge(lapsed: Lapsed) -> Iterator[Observation]:
    """One observation for each expired entry whose finding is still there."""
    for entry in lapsed.expired:
        owner = f", {entry.owner}" if entry.owner else ""
        yield Observation(
            operation="decisions",
            metric="baseline entry",
            message=f"accepted until {entry.expires} ({entry.reason}{owner}), and still found: {entry.message}",
            sides=(),
            suggestion="correct the figure, or decide anew with claimcheck baseline write",
            at=entry.at,
            key=entry.id,
        )
