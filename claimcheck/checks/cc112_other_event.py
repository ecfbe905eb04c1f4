"""A figure of another event, or of another time or part, told as this one's.

## What it does
Reports a figure that one article tells of an event while others, who tell the same number of the same thing, give it to
another event, to a time, or to a part, and have another figure for what the article speaks of. Two origins must have
that other figure, or a primary source, or the very article that has the number elsewhere. The number needs three digits
that tell, or two, where a second number of the passage is told beside it there as well.

## Why it matters
Background paragraphs hold last year's toll, the sum of all recalls, the count of the neighbouring town. A figure that
is lifted from there is printed as it was, so nobody who checks the number itself finds the mistake.

## Example
> The new recall is about 23 fires and $168,000 in damage. Older recalls had 450 fires and $19 million in damage.
>
> The new recall is about 23 fires and $168,000 in damage.
>
> The new recall is about 450 fires and $19 million in damage.

## Near miss
> The new recall is about 31 fires and $190,000 in damage.

No other event has these numbers: a value conflict, but no figure of another event.

## How to fix it
Look up what the number belongs to, and print the figure of this event.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC112 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC112` for one run, or `checks: {CC112: off}` in rules.yaml.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from claimcheck.checks.base import (
    Cause,
    CheckInfo,
    Context,
    Family,
    Observation,
    acts_differ,
    digits_of,
    number_of,
    thing_of,
)
from claimcheck.checks.borrowed import NO_THING
from claimcheck.checks.messages import told_by
from claimcheck.checks.versus import by_firmness, readings
from claimcheck.checks.weighing import Scales, scales
from claimcheck.checks.wording import quoted
from claimcheck.compare.ladder import judge
from claimcheck.compare.pair import pair_of
from claimcheck.compare.sides import OPPOSED
from claimcheck.model.claim import UNNAMED_PARTS, Aspect, Claim, MentionKind, same_facet
from claimcheck.model.finding import Disagreement, Severity
from claimcheck.model.quantity import Dimension

INFO = CheckInfo(code="CC112", name="another event", severity=Severity.WARNING, family=Family.ACROSS)

_TELLING, _RARE = 2, 3
_LIKELY = Decimal("0.88")
_SMALL = 10
_TIMES = frozenset({Dimension.DURATION, Dimension.MAGNITUDE})


def fit(disagreement: Disagreement, context: Context) -> Cause | None:
    """Others have the odd figure's number elsewhere. Where the evidence is balanced this tells which figure is the
    wrong one, unless it holds for both.
    """
    weights = scales(context)
    found = [(ends, owners) for ends in readings(disagreement) if (owners := _owners_of(ends.odd, context, weights))]
    if len(found) != 1:
        return None
    ends, owners = found[0]
    words = f"the figure of “{_place(owners[0], ends.odd)}”"
    if ends.settled or not ends.alone:
        return Cause(score=_LIKELY, words=words, suggestion=ends.should_say())
    return Cause(score=_LIKELY, words=words, suggestion=ends.blamed().should_say(), suspect=ends.odd)


def find(context: Context) -> Iterator[Observation]:
    """One observation for each figure that others have elsewhere, and another one for what it is told of."""
    weights = scales(context)
    for told in context.numbers.values():
        same = tuple(filter(_telling, told))
        for odd in same:
            owners = _owners(odd, same, context, weights)
            rivals = tuple(_rivals(odd, context, weights)) if owners else ()
            if rivals and weights.lone((odd,)) and (weights.firm(rivals) or _told_side_by_side(owners, rivals)):
                yield _observation(odd, owners, rivals, context)


def _telling(claim: Claim) -> bool:
    quantity = claim.quantity
    if claim.kind is not MentionKind.AMOUNT or quantity.value is None or quantity.per is not None:
        return False
    if claim.aspect is not Aspect.LEVEL or quantity.unit.dimension in _TIMES or claim.restates is not None:
        return False
    return digits_of(claim) >= _TELLING and abs(quantity.value) >= _SMALL


def _owners_of(odd: Claim, context: Context, weights: Scales) -> tuple[Claim, ...]:
    same = tuple(filter(_telling, context.numbers.get(number_of(odd), ())))
    return _owners(odd, same, context, weights) if _telling(odd) else ()


def _owners(odd: Claim, same: Sequence[Claim], context: Context, weights: Scales) -> tuple[Claim, ...]:
    """Those of the claims of the same telling number that are of other origins and give it to the same thing elsewhere;
    none when anybody gives it to what the odd one speaks of, or when chance could have made the number.
    """
    own = weights.origins_of((odd,))
    others = tuple(c for c in same if _one_thing(c, odd) and not weights.origins_of((c,)) & own)
    if not others or any(_settled(c, odd, weights) for c in others):
        return ()
    named = (c for c in others if c.scope is None or c.scope.key not in UNNAMED_PARTS)
    return tuple(c for c in named if digits_of(odd) >= _RARE or _share_another(c, odd, context))


def _share_another(a: Claim, b: Claim, context: Context) -> bool:
    """Whether the sentences of both have a second telling number in common."""
    numbers = [
        {
            (c.quantity.value, c.quantity.unit.id)
            for c in context.claims[one.article]
            if c.sentence.index == one.sentence.index and c.id != one.id and _telling(c)
        }
        for one in (a, b)
    ]
    return bool(numbers[0] & numbers[1])


def _one_thing(a: Claim, b: Claim) -> bool:
    """Whether nothing keeps the two apart; a bare unit ("acres") says what they are of only with what was done."""
    one, other = a.metric, b.metric
    if one.entity in NO_THING:
        return one.entity == other.entity and one.action == other.action and one.action is not None
    return one.entity == other.entity and not acts_differ(a, b)


def _settled(other: Claim, odd: Claim, weights: Scales) -> bool:
    """Whether the other article gives the number to the very same, or linking holds the two to be of one thing. Where
    it puts it into a time of which the odd one's says nothing, a rare number alone may have brought them together.
    """
    another_time = other.period is not None and odd.period is None
    return _one_place(other, odd) or (weights.together(other, odd) and not another_time)


def _told_side_by_side(owners: Iterable[Claim], rivals: Iterable[Claim]) -> bool:
    """Whether one article tells both, the number in its own place and the figure of this one; then no second source is
    needed for a rare number.
    """
    both = {claim.article for claim in rivals}
    return any(c.article in both and digits_of(c) >= _RARE for c in owners)


def _one_place(a: Claim, b: Claim) -> bool:
    return a.operation.id == b.operation.id and same_facet(a.scope, b.scope) and same_facet(a.period, b.period)


def _rivals(odd: Claim, context: Context, weights: Scales) -> Iterator[Claim]:
    """What other origins say of the very thing that the odd figure is told of, where it rules the odd one out; nothing
    where the odd one's own article says so too.
    """
    own = weights.origins_of((odd,))
    found = [
        claim
        for claim in context.things.get(thing_of(odd), ())
        if _one_thing(claim, odd)
        and _one_place(claim, odd)
        and _telling(claim)
        and judge(pair_of(claim, odd, context.policy)).verdict in OPPOSED
    ]
    if any(claim.article == odd.article for claim in found):
        return
    yield from (claim for claim in found if not weights.origins_of((claim,)) & own)


def _observation(odd: Claim, owners: tuple[Claim, ...], rivals: tuple[Claim, ...], context: Context) -> Observation:
    best = by_firmness(rivals)
    main = tuple(c for c in best if c.quantity.value == best[0].quantity.value)
    elsewhere = told_by(owners[0], owners, context.articles)
    return Observation(
        operation=odd.operation.name,
        metric=odd.metric.name,
        message=f"{told_by(odd, (odd,), context.articles)} is the figure of “{_place(owners[0], odd)}” for {elsewhere}",
        sides=(main, (odd,)),
        suspect=odd,
        suggestion=f"should read {quoted(main[0])}",
    )


def _place(owner: Claim, odd: Claim) -> str:
    """What the owner's figure is of, as far as it differs: its event, else its part or its time."""
    if owner.operation.id != odd.operation.id:
        return owner.operation.name
    part = owner.scope if not same_facet(owner.scope, odd.scope) else owner.period
    return owner.operation.name if part is None else part.label
