"""One article says that it rose, another that it fell, by the same amount.

## What it does
Reports a change of the same size in the same measure, told in two directions, and one sum that is a profit here and a
loss there.

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
One finding: `<!-- claimcheck: ignore CC109 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC109` for one run, or `checks: {CC109: off}` in rules.yaml.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from claimcheck.checks.advice import either
from claimcheck.checks.alike import anchored, families, likeness, size_of, way_of, with_others, without_tellers_of_both
from claimcheck.checks.base import CheckInfo, Context, Family, Observation
from claimcheck.checks.messages import balance, told_by
from claimcheck.checks.passages import Line, bare, has_any
from claimcheck.checks.weighing import Scales, scales
from claimcheck.checks.wording import quoted
from claimcheck.compare.ladder import judge
from claimcheck.compare.pair import pair_of
from claimcheck.model.claim import Aspect, Claim, Direction, basis
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Severity
from claimcheck.model.policy import WordingPolicy
from claimcheck.model.quantity import Dimension, Qualifier

INFO = CheckInfo(code="CC109", name="direction", severity=Severity.ERROR, family=Family.ACROSS)

_TELLING = 2


def find(context: Context) -> Iterator[Observation]:
    """One observation for each change that is told upwards and downwards."""
    weights, told = scales(context), set[Claim]()
    alike = families(context, _is_change, lambda claim: (size_of(claim), claim.quantity.unit.id, *likeness(claim)))
    for family in alike:
        yield from _both_ways(family, context, weights, told, anchors=False)
    for family in anchored(context, _is_percent):
        yield from _both_ways(family, context, weights, told, anchors=True)
    for family in _linked(context):
        yield from _both_ways(family, context, weights, told, anchors=False)
    for number in sorted(context.numbers, key=str):
        yield from _gained_and_lost(context.numbers[number], context, weights)


def _linked(context: Context) -> Iterator[Line]:
    """Changes of one size that linking holds for one, by whatever words, and whose directions alone set them apart."""
    for group in context.groups:
        sizes: dict[object, list[Claim]] = {}
        for claim in group.cluster.claims:
            if _is_change(claim) and len(significant_digits(size_of(claim))) >= _TELLING:
                sizes.setdefault((size_of(claim), claim.quantity.unit.id), []).append(claim)
        for same in sizes.values():
            ways = [claim for claim in same if claim.direction is not None]
            apart = {
                claim
                for claim in ways
                for other in ways
                if claim.direction is not other.direction and _agree_but_for_it(claim, other, context)
            }
            yield tuple(claim for claim in same if claim in apart)


def _agree_but_for_it(a: Claim, b: Claim, context: Context) -> bool:
    pair = pair_of(replace(a, direction=None), replace(b, direction=None), context.policy)
    return judge(pair).verdict.agrees


def _gained_and_lost(same: Line, context: Context, weights: Scales) -> Iterator[Observation]:
    """One sum as a profit and as a loss of one event, where no article has both."""
    for event in dict.fromkeys(claim.operation.id for claim in same):
        sums = [claim for claim in same if claim.operation.id == event and _is_result(claim)]
        ways = {claim: _sign_of(claim, context.policy.wording) for claim in sums}
        gain, loss = without_tellers_of_both(
            (claim for claim in sums if ways[claim] is Direction.UP),
            (claim for claim in sums if ways[claim] is Direction.DOWN),
        )
        if gain and loss and {basis(claim) for claim in (*gain, *loss)} == {basis(gain[0])}:
            names = {gain: gain[0].metric.name, loss: loss[0].metric.name}
            yield _observation(names, "one sum as a profit and as a loss", context, weights)


def _is_result(claim: Claim) -> bool:
    """Whether it is a sum whose digits are no chance: three of them, or two of what there is for each share."""
    money = claim.quantity.unit.dimension is Dimension.MONEY and claim.quantity.value is not None
    digits = len(significant_digits(claim.quantity.value or Decimal(0)))
    level = claim.aspect in (Aspect.LEVEL, Aspect.RATE) and claim.quantity.qualifier is Qualifier.EXACT
    return money and level and digits >= _TELLING + (basis(claim) is None)


def _sign_of(claim: Claim, wording: WordingPolicy) -> Direction | None:
    """Whether the words of the metric make it a profit or a loss; None for neither, for both, and for a profit whose
    sentence speaks of losing.
    """
    words = frozenset(f"{claim.metric.name} {claim.metric.entity}".casefold().replace("-", " ").split())
    gain, loss = (not words.isdisjoint(nouns) for nouns in (wording.gain_nouns, wording.loss_nouns))
    if gain is loss or (gain and has_any(claim.sentence.text, wording.loss_nouns)):
        return None
    return Direction.UP if gain else Direction.DOWN


def _is_change(claim: Claim) -> bool:
    return claim.aspect is Aspect.CHANGE and bare(claim)


def _is_percent(claim: Claim) -> bool:
    return claim.quantity.unit.id == "percent" and bare(claim)


def _both_ways(
    family: Line, context: Context, weights: Scales, told: set[Claim], *, anchors: bool
) -> Iterator[Observation]:
    ways = {claim: way_of(claim, context.policy.wording) for claim in family}
    up, down = without_tellers_of_both(
        (claim for claim in family if ways[claim] is Direction.UP),
        (claim for claim in family if ways[claim] is Direction.DOWN),
    )
    if up and down and (anchors or _telling(up[0])) and told.isdisjoint((*up, *down)):
        up, down = (
            with_others(up, context, lambda claim: _goes(claim, Direction.UP, context), apart=down),
            with_others(down, context, lambda claim: _goes(claim, Direction.DOWN, context), apart=up),
        )
        told.update((*up, *down))
        yield _observation({up: "up", down: "down"}, "the same change in two directions", context, weights)


def _goes(claim: Claim, way: Direction, context: Context) -> bool:
    return (_is_change(claim) or _is_percent(claim)) and way_of(claim, context.policy.wording) is way


def _telling(claim: Claim) -> bool:
    """Whether the size is a chance match neither by its digits nor by what it measures."""
    digits = len(significant_digits(size_of(claim)))
    return digits >= _TELLING or (claim.metric.known and bool(claim.metric.modifiers))


def _observation(names: Mapping[Line, str], cause: str, context: Context, weights: Scales) -> Observation:
    """Two lines, each by its name, that one `cause` sets against each other; the first gives event and metric."""
    one, other = names
    sides, suspect = weights.laid_out(one, other)
    told = ", against ".join(f"{names[side]} {told_by(side[0], side, context.articles)}" for side in reversed(sides))
    (first, right), (second, wrong) = ((f"{names[side]} {quoted(side[0])}", side[0]) for side in sides)
    balanced = either((first, wrong), (second, right), context.articles)
    return Observation(
        operation=one[0].operation.name,
        metric=one[0].metric.name,
        message=f"{told}; {cause}{balance(settled=suspect is not None)}",
        sides=sides,
        suspect=suspect,
        suggestion=f"the others say {first}" if suspect is not None else balanced,
        severity=None if suspect is not None else Severity.WARNING,
    )
