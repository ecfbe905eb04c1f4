"""A figure that is restated in another unit, wrongly.

## What it does
Compares a figure with its restatement in brackets or after a comma, in one article. Coarse rounding passes: "300 feet
(90 meters)", "2 ounces (60 grams)". Where other articles print one of the two figures for the same thing, the other one
is named as the wrong one. A sum restated in another currency is held against the rate of all other sums that the
articles of those weeks restate, two at the least: "$1.9 billion (£1.2 billion)" and "$340 million (£211 million)" leave
no room for "$237 million (£203 million)". Whatever the day's rate, "£13.3m ($16.58)" cannot be: a pound has been worth
between 1.05 and 2.12 dollars since 2000.

## Why it matters
Both figures stand side by side, so one of them is certainly wrong, and no other source is needed to see it.

## Example
> A 30-foot (48-kilometer) section of the bridge fell.

30 feet are 9 meters.

## Near miss
> A 30-foot (9-meter) section of the bridge fell.

## How to fix it
Convert again from the figure that the source gave.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC201 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC201` for one run, or `checks: {CC201: off}` in rules.yaml.
"""

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.base import CheckInfo, Context, Family, Observation
from claimcheck.checks.elsewhere import backed, nobody_elses
from claimcheck.checks.exchange import off_the_rate
from claimcheck.checks.wording import converted, figure, quoted
from claimcheck.checks.worth import never_so
from claimcheck.compare.intervals import is_bound, ratio, read_quantity
from claimcheck.compare.rounding import conversion_window
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Severity
from claimcheck.model.policy import Policy

INFO = CheckInfo(code="CC201", name="conversion mismatch", severity=Severity.ERROR, family=Family.INSIDE)

_CLOSE = Decimal("1.25")
"""A bound nearer than this to what it restates is a bound of it: "265 tons, or over half a million pounds"."""


def find(context: Context) -> Iterator[Observation]:
    """One observation for each restatement that does not convert, or not at the rate of the others."""
    for article in sorted(context.claims):
        by_id = {claim.id: claim for claim in context.claims[article]}
        for claim in context.claims[article]:
            original = None if claim.restates is None else by_id.get(claim.restates)
            if original is not None and _mismatch(original, claim, context.policy):
                yield _observation(original, claim, nobody_elses(original, claim, context), context)
    yield from off_the_rate(context)
    yield from never_so(context)


def _mismatch(original: Claim, restated: Claim, policy: Policy) -> bool:
    a, b = original.quantity, restated.quantity
    if not a.unit.comparable_to(b.unit) or a.unit.id == b.unit.id or a.per != b.per:
        return False
    left, right = read_quantity(a), read_quantity(b)
    if left.value is None or right.value is None:
        return not conversion_window(left, policy).meets(conversion_window(right, policy))
    bare_left, bare_right = left.bare(), right.bare()
    if is_bound(right.qualifier) and (ratio(left.value, right.value) or _CLOSE) < _CLOSE:
        return not conversion_window(bare_left, policy).meets(right.interval)
    return not conversion_window(bare_left, policy).meets(conversion_window(bare_right, policy))


def _in_its_unit(claim: Claim, like: Claim) -> str | None:
    """The claim's number as `like` would print it; None for a range."""
    value = converted(claim, like)
    return None if value is None else figure(value, like)


def _observation(original: Claim, restated: Claim, odd: Claim | None, context: Context) -> Observation:
    right = _in_its_unit(original, restated)
    is_really = "" if right is None else f", which is {right}"
    should_read = _in_its_unit(restated, original) if odd is original else right
    return Observation(
        operation=restated.operation.name,
        metric=restated.metric.name,
        message=f"{quoted(restated)} restates {quoted(original)}{is_really}",
        sides=(
            backed(original, restated, context) if odd is restated else (original,),
            backed(restated, original, context) if odd is original else (restated,),
        ),
        suspect=odd,
        suggestion=None if should_read is None else f'should read "{should_read}"',
    )
