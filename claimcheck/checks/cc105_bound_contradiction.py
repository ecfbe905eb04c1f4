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
from itertools import combinations

from claimcheck.checks.base import Cause, CheckInfo, Context, Family, Observation, digits_of, number_of
from claimcheck.checks.versus import Versus, opposed_within, readings
from claimcheck.checks.wording import quoted
from claimcheck.compare.agree import representative
from claimcheck.compare.intervals import is_bound, ratio, read
from claimcheck.model.claim import Claim, MentionKind, same_facet
from claimcheck.model.finding import Disagreement, Severity

INFO = CheckInfo(code="CC105", name="bound contradiction", severity=Severity.ERROR, family=Family.ACROSS)
_SCORE = Decimal("0.75")
_TELLING, _ROUND = 10, 2


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
    grouped = ((a, b) for a, b, _ in opposed_within(context) if a.quantity.value == b.quantity.value is not None)
    for a, b in dict.fromkeys((*grouped, *_bounded_twice(context))):
        yield Observation(
            operation=a.operation.name,
            metric=a.metric.name,
            message=f"{quoted(a)} and {quoted(b)}, in one article, leave no number between them",
            sides=((a,), (b,)),
            severity=Severity.WARNING,
        )


def _bounded_twice(context: Context) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of one article that give one noun one round number from two sides, whatever else is said of them: a bound
    that is told twice is seldom of two things. "As many as 141" and "at least 141" are both 141.
    """
    for article in sorted(context.claims):
        bounds: dict[tuple[object, ...], list[Claim]] = {}
        for claim in context.claims[article]:
            number, unit = number_of(claim)
            if _is_side(claim) and number is not None and abs(number) >= _TELLING and digits_of(claim) <= _ROUND:
                bounds.setdefault((number, unit, claim.quantity.per), []).append(claim)
        for same in bounds.values():
            facing = ((a, b) for a, b in combinations(same, 2) if a.quantity.qualifier.faces(b.quantity.qualifier))
            yield from ((a, b) for a, b in facing if _one_noun(a, b) and same_facet(a.period, b.period))


def _is_side(claim: Claim) -> bool:
    """Whether a number is told from one side only: "nearly 200", "up to 200", "more than 200"; no age, no forecast."""
    qualifier = claim.quantity.qualifier
    one_sided = qualifier.is_lower_bound or qualifier.is_from_below
    return one_sided and claim.kind is MentionKind.AMOUNT and not claim.status.is_forward


def _one_noun(a: Claim, b: Claim) -> bool:
    heads = {claim.metric.name.partition(" (")[0].rpartition(" ")[2] for claim in (a, b)}
    return a.metric.entity == b.metric.entity or len(heads) == 1


def _counted(ends: Versus) -> bool:
    """Whether a lone bound stands against a number that somebody counted to its last digit. Where the count may have
    moved on neither is the wrong one for that.
    """
    moves = any(_moves(claim) for claim in (ends.odd, ends.voice))
    told = read(ends.voice)
    return ends.alone and is_bound(ends.odd.quantity.qualifier) and told.exact and told.step <= told.fine and not moves


def _moves(claim: Claim) -> bool:
    return claim.metric.grows or claim.metric.volatile
