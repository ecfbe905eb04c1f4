"""A right number on the wrong thing: another metric's figure.

## What it does
Reports a rare exact figure that one article puts on something else than the others do (4,460 shelters told as 4,460
dead), while the others have another figure for what it names; and two figures of one article that are swapped against
the others. Two origins must put it on the other thing; against a draft one source is enough where the number has four
digits that tell. Where articles already disagree, it is the likeliest cause when the odd number stands on another thing
in the odd article or in one that contradicts it: anywhere for a number of three digits, in the same sentence for a
plainer one; or, less surely, when the odd article close by has what the others say of this on something else, as nobody
else does. Also the number of all under the name of some: "150 passengers", where others have 144 passengers and six
crew; and the number of two deeds under the graver one: "550 killed", where others have 550 killed and wounded.

## Why it matters
Figures are copied from lists, and the eye slips a line. The number looks right, because it stands in the source, so a
check against the source's numbers passes it.

## Example
> The quake killed 9,018 people and destroyed 4,460 shelters, the ministry said.
>
> The quake killed 4,460 people.

## Near miss
> The quake destroyed 4,460 buildings.

Shelters are buildings: where no other article has another figure for buildings, nothing is reported. Neither is a
figure that other articles give to both things.

## How to fix it
Find the figure in the source and copy the words of its line with it.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC107 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC107` for one run, or `checks: {CC107: off}` in rules.yaml.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from claimcheck.checks.base import Cause, CheckInfo, Context, Family, Observation, acts_differ, number_of
from claimcheck.checks.borrowed import NO_THING, changed_places, lender
from claimcheck.checks.joint_deeds import joint_told_as_one
from claimcheck.checks.messages import told_by
from claimcheck.checks.part_names import whole_told_as_part
from claimcheck.checks.passages import bare
from claimcheck.checks.versus import Versus, by_firmness, readings
from claimcheck.checks.weighing import Scales, scales
from claimcheck.checks.wording import quoted
from claimcheck.compare.ladder import judge
from claimcheck.compare.pair import pair_of
from claimcheck.model.claim import Aspect, Claim, by_content, one_holder
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Disagreement, Severity, Verdict
from claimcheck.model.quantity import Dimension

INFO = CheckInfo(code="CC107", name="other metric's figure", severity=Severity.ERROR, family=Family.ACROSS)

_RARE = 3
_VERY_RARE = 4
_OPPOSED = frozenset({Verdict.CONFLICT, Verdict.SUPERSEDED, Verdict.LOOSE_BOUND, Verdict.DISPUTED})
_NO_LABEL = frozenset({Dimension.DURATION, Dimension.TEMPERATURE, Dimension.SPEED, Dimension.MAGNITUDE})
_SWAPPED, _SURE, _LIKELY = Decimal("0.96"), Decimal("0.93"), Decimal("0.7")


def fit(disagreement: Disagreement, context: Context) -> Cause | None:
    """The odd figure's number is what others, or its own article, give to another thing. Where the evidence is balanced
    this tells which figure is the wrong one, unless it holds for both.
    """
    weights = scales(context)
    tried = [(ends, _cause(ends, context, weights)) for ends in readings(disagreement)]
    found = [(ends, cause) for ends, cause in tried if cause is not None]
    if not found:
        return None
    ends, cause = max(found, key=lambda one: one[1].score)
    if ends.settled or len(found) > 1 or not ends.alone:
        return cause
    return replace(cause, suggestion=ends.blamed().should_say(), suspect=ends.odd)


def _cause(ends: Versus, context: Context, weights: Scales) -> Cause | None:
    found = (_surely(ends, context, weights), _perhaps(ends, context, weights))
    return max((cause for cause in found if cause is not None), key=lambda cause: cause.score, default=None)


def _surely(ends: Versus, context: Context, weights: Scales) -> Cause | None:
    """A rare number that independent others put on one other thing."""
    if not _rare(ends.odd):
        return None
    owners = _owners(ends.odd, filter(_rare, context.numbers.get(number_of(ends.odd), ())), weights)
    if not owners or _told_as(owners[0], ends.odd.article, context, ends.odd.quantity.value):
        return None
    swapped = _told_as(owners[0], ends.odd.article, context, ends.voice.quantity.value)
    sure = weights.firm(owners) and ends.settled
    score = _SWAPPED if swapped else _SURE if sure else _LIKELY
    return Cause(score=score, words=_words(_thing(owners[0]), swapped=swapped), suggestion=ends.should_say())


def _perhaps(ends: Versus, context: Context, weights: Scales) -> Cause | None:
    """A number that stands on another thing in the odd article or in one that contradicts it."""
    found = lender(ends, context, weights) or (changed_places(ends, context) if ends.settled else None)
    if found is None:
        return None
    words = _words(found.thing, swapped=found.swapped)
    return Cause(score=found.score, words=words, suggestion=ends.should_say())


def _words(thing: str, *, swapped: bool) -> str:
    return f"the figure of {thing}{', the two swapped' if swapped else ''}"


def find(context: Context) -> Iterator[Observation]:
    """One observation for each rare figure that stands on another thing than others put it on."""
    weights = scales(context)
    for told in context.numbers.values():
        same = tuple(filter(_rare, told))
        if len({claim.article for claim in same}) > 1:
            yield from _misplaced(same, context, weights)
    yield from whole_told_as_part(context, weights)
    yield from joint_told_as_one(context, weights)


def _rare(claim: Claim) -> bool:
    """Three digits that tell and up (four for money, which comes in round sums), and no age, price, time or share."""
    quantity = claim.quantity
    if not bare(claim) or claim.aspect is not Aspect.LEVEL or quantity.value is None or claim.restates is not None:
        return False
    if quantity.unit.dimension in _NO_LABEL or quantity.unit.dimension is Dimension.PROPORTION:
        return False
    needed = _VERY_RARE if quantity.unit.dimension is Dimension.MONEY else _RARE
    return len(significant_digits(quantity.value)) >= needed


def _owners(odd: Claim, same: Iterable[Claim], weights: Scales) -> tuple[Claim, ...]:
    """Those of the claims of the same number that are of other origins and give it to one other thing; none when
    anybody agrees with the odd figure, or when too few say so.
    """
    others = _of_others(odd, same, weights)
    if any((weights.together(c, odd) and not acts_differ(c, odd)) or one_holder(c, odd) for c in others):
        return ()
    apart = tuple(claim for claim in others if _other_thing(claim, odd))
    one_thing = len({(c.metric.entity, c.metric.action) for c in apart}) == 1
    if len(apart) < len(others) or not one_thing:
        return ()
    digits = len(significant_digits(odd.quantity.value or Decimal(0)))
    return apart if weights.firm(apart) or digits >= _VERY_RARE else ()


def _tellers_of_both(odd: Claim, same: Iterable[Claim], context: Context, weights: Scales) -> tuple[Claim, ...]:
    """Claims of the same number on whatever else, when two independent origins have it there and tell another figure
    for what the odd one names ("127 reports" and "seven people burned" against "127 people burned"). Then it does not
    matter that they call the other thing by several names.
    """
    if odd.metric.action is None or not odd.metric.known:
        return ()
    owners = _of_others(odd, same, weights)
    alike = any(c.metric.entity == odd.metric.entity or c.metric.action == odd.metric.action for c in owners)
    if alike or any(one_holder(c, odd) for c in owners) or not weights.firm(owners):
        return ()
    tellers = {claim.article for claim in _rivals(odd, context, weights)}
    return owners if all(claim.article in tellers for claim in owners) else ()


def _of_others(odd: Claim, same: Iterable[Claim], weights: Scales) -> tuple[Claim, ...]:
    """The claims of the same story that other origins make."""
    own = weights.origins_of((odd,))
    return tuple(c for c in same if c.operation.id == odd.operation.id and not weights.origins_of((c,)) & own)


def _other_thing(a: Claim, b: Claim) -> bool:
    """Whether both are known words, and for two things: another noun, or another thing done with it."""
    one, other = a.metric, b.metric
    if not (one.known and other.known) or {one.entity, other.entity} & NO_THING:
        return False
    if one.entity != other.entity:
        return one.action is None or other.action is None or one.action != other.action
    return acts_differ(a, b)


def _same_thing(a: Claim, b: Claim) -> bool:
    one, other = a.metric, b.metric
    return one.entity == other.entity and one.action == other.action and a.operation.id == b.operation.id


def _told_as(owner: Claim, article: str, context: Context, value: Decimal | None) -> bool:
    """Whether the article gives this number to the owner's thing."""
    return any(
        claim.quantity.value == value and _same_thing(claim, owner)
        for name in context.claims
        if name == article
        for claim in context.claims[name]
    )


def _misplaced(same: tuple[Claim, ...], context: Context, weights: Scales) -> Iterator[Observation]:
    for odd in same:
        owners = _owners(odd, same, weights) or _tellers_of_both(odd, same, context, weights)
        if not owners or not weights.lone((odd,)):
            continue
        if not weights.firm(owners) and odd.article not in context.drafts:
            continue
        rivals = tuple(sorted(_rivals(odd, context, weights), key=by_content))
        has_both = _told_as(owners[0], odd.article, context, odd.quantity.value)
        if rivals and (not has_both or (_one_figure(rivals) and weights.firm(rivals))):
            yield _observation(odd, owners, rivals, context)


def _one_figure(claims: tuple[Claim, ...]) -> bool:
    """Whether all say the same rare number: then an article that has it twice has it once too often."""
    return len({claim.quantity.value for claim in claims}) == 1 and _rare(claims[0])


def _rivals(odd: Claim, context: Context, weights: Scales) -> Iterator[Claim]:
    """What other origins say of the thing that the odd figure names, where it rules the odd figure out."""
    own = weights.origins_of((odd,))
    for article in sorted(context.claims):
        for claim in context.claims[article]:
            narrowed = odd.metric.modifiers and claim.metric.modifiers != odd.metric.modifiers
            alike = _same_thing(claim, odd) and not narrowed and bare(claim)
            if not alike or weights.origins_of((claim,)) & own:
                continue
            if judge(pair_of(claim, odd, context.policy)).verdict in _OPPOSED:
                yield claim


def _observation(odd: Claim, owners: tuple[Claim, ...], rivals: Iterable[Claim], context: Context) -> Observation:
    others = tuple(sorted(by_firmness(tuple(rivals)), key=lambda claim: _days_apart(claim, odd)))
    told = told_by(owners[0], tuple(sorted(owners, key=by_content)), context.articles)
    return Observation(
        operation=odd.operation.name,
        metric=odd.metric.name,
        message=f"{told_by(odd, (odd,), context.articles)} is the figure of {_thing(owners[0])} elsewhere, {told}",
        sides=(tuple(c for c in others if c.quantity.value == others[0].quantity.value), (odd,), owners),
        suspect=odd,
        suggestion=f"should read {quoted(others[0])}",
        severity=None if len({c.quantity.value for c in others}) == 1 else Severity.WARNING,
    )


def _days_apart(a: Claim, b: Claim) -> int:
    return 0 if a.as_of is None or b.as_of is None else abs((a.as_of - b.as_of).days)


def _thing(claim: Claim) -> str:
    return claim.metric.name
