"""One figure that two articles put into two different times.

## What it does
Reports a figure of two telling digits and up that articles tell of the same thing and with the same number, but one
"in 2023" and another "so far this year". Only times that the articles state count, and only those that have no day in
common.

## Why it matters
A wrong year is among the commonest corrections a newspaper prints: the number was copied with care, the year beside it
was typed from memory.

## Example
> October 28, 2025: So far this year the company has cut 48,000 jobs.
>
> October 28, 2025: It cut 48,000 jobs in 2023.

## Near miss
> October 28, 2025: It cut 12,000 jobs in 2023.

Another number for another year: nothing is reported.

## How to fix it
Look up when it was, and correct the article that has it wrong.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC111 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC111` for one run, or `checks: {CC111: off}` in rules.yaml.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from claimcheck.checks.base import CheckInfo, Context, Family, Observation
from claimcheck.checks.messages import told_by
from claimcheck.checks.weighing import Scales, scales
from claimcheck.model.claim import Aspect, Claim, by_content
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Severity
from claimcheck.model.quantity import Qualifier

INFO = CheckInfo(code="CC111", name="another time", severity=Severity.WARNING, family=Family.ACROSS)

_TELLING = 2
_HEDGED = frozenset({Qualifier.ORDER})

Times = tuple[date, date]


def find(context: Context) -> Iterator[Observation]:
    """One observation for each number of a group that its articles put into two times, the latest article against the
    others.
    """
    weights = scales(context)
    for group in context.groups:
        for same in _by_number(filter(_timed, group.cluster.claims)):
            yield from _apart(same, weights, context)


def _timed(claim: Claim) -> bool:
    """Whether the article puts the figure into a time, and the number is one that chance does not repeat."""
    value = claim.quantity.value
    if claim.stated is None or value is None or claim.quantity.qualifier in _HEDGED or claim.aspect is Aspect.CHANGE:
        return False
    return len(significant_digits(value)) >= _TELLING


def _by_number(claims: Iterable[Claim]) -> Iterator[tuple[Claim, ...]]:
    found: dict[tuple[object, ...], list[Claim]] = {}
    for claim in sorted(claims, key=by_content):
        found.setdefault((claim.quantity.value, claim.quantity.unit.id, claim.quantity.per), []).append(claim)
    return (tuple(same) for same in found.values() if len(same) > 1)


def _apart(same: tuple[Claim, ...], weights: Scales, context: Context) -> Iterator[Observation]:
    """The sides of the first two that have no day in common; an article that tells both times is no slip."""
    for a, b in combinations(same, 2):
        if a.article == b.article or not _disjoint(a, b):
            continue
        one = tuple(c for c in same if not _disjoint(c, a))
        other = tuple(c for c in same if not _disjoint(c, b) and c not in one)
        if {c.article for c in one} & {c.article for c in other}:
            continue
        sides, suspect = weights.laid_out(one, other)
        first, second = (told_by(side[0], side, context.articles) for side in sides)
        yield Observation(
            operation=a.operation.name,
            metric=a.metric.name,
            message=f"{first}, is of {_words(sides[0][0])}; {second}, is of {_words(sides[1][0])}",
            sides=sides,
            suspect=suspect,
            suggestion=None if suspect is None else f"the others have it for {_words(sides[0][0])}",
        )
        return


def _disjoint(a: Claim, b: Claim) -> bool:
    if a.stated is None or b.stated is None:
        return False
    return a.stated[1] < b.stated[0] or b.stated[1] < a.stated[0]


def _words(claim: Claim) -> str:
    """The stated time: its year where that is all of it or up to the article's day, else its days."""
    if claim.stated is None:
        return "no time"
    first, last = claim.stated
    january = (first.month, first.day) == (1, 1)
    if january and first.year == last.year and ((last.month, last.day) == (12, 31) or last == claim.as_of):
        return str(first.year)
    return f"{first} to {last}" if first != last else f"{first}"
