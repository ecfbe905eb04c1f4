"""Which of two figures is the wrong one, where counting the sources inside a group does not tell."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from claimcheck.checks.base import Context, acts_differ, number_of
from claimcheck.checks.passages import usable_part
from claimcheck.checks.style import scale_word
from claimcheck.checks.versus import Versus, by_firmness, tellers
from claimcheck.checks.weighing import Scales, scales
from claimcheck.compare.weights import PRIMARY
from claimcheck.model.claim import Aspect, Claim, by_content, same_facet
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Disagreement
from claimcheck.model.quantity import Dimension, Qualifier

_TWO, _MAJORITY = 2, 2
_PLAIN, _RARE = 2, 3
_WHOLE, _MILLION = Decimal(100), Decimal(1_000_000)
_UNMEASURED = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.PROPORTION, Dimension.POINTS, Dimension.DURATION})


def singled_out(disagreement: Disagreement, context: Context) -> Disagreement:
    """The disagreement with its suspect, also where it takes more than the count of the sides' origins: bounds that
    admit a number do not tell it, and the number of one side may stand in other origins' articles outside the group
    that have nothing of the other side's number, whatever they call it.
    """
    if disagreement.suspect is not None:
        return replace(disagreement, suspect=_likest(disagreement.suspect, disagreement))
    if len(disagreement.sides) != _TWO:
        return disagreement
    weights = scales(context)
    sides = tuple(map(tellers, disagreement.sides))
    own = [weights.origins_of(side) for side in sides]
    outside = [set(_backers(side, other, disagreement, context, weights)) for side, other in (sides, sides[::-1])]
    if outside[0] & outside[1]:
        return disagreement
    for here, there in ((0, 1), (1, 0)):
        backed = own[here] | (outside[here] - own[there])
        alone = own[there] | outside[there]
        if len(alone) == 1 and len(backed) >= _MAJORITY and weights.lone(sides[there]):
            return replace(disagreement, suspect=_likest(_voice(sides[there]), disagreement))
    return disagreement


def _voice(side: tuple[Claim, ...]) -> Claim:
    return min(side, key=lambda claim: (claim.quantity.qualifier is not Qualifier.EXACT, by_content(claim)))


def _likest(suspect: Claim, disagreement: Disagreement) -> Claim:
    """Where the suspect's article has its number more than once, the one that is told of what the others count."""
    home = next(side for side in disagreement.sides if suspect in side)
    voice = by_firmness(next(side for side in disagreement.sides if side is not home))[0].metric
    again = [c for c in home if c.article == suspect.article and number_of(c) == number_of(suspect)]
    return min(
        again, key=lambda c: (c.metric.entity != voice.entity, c.metric.action != voice.action, c is not suspect)
    )


def _backers(
    side: Iterable[Claim], other: Iterable[Claim], disagreement: Disagreement, context: Context, weights: Scales
) -> Iterator[str]:
    """The origins outside the group that print one of the side's numbers of the same thing, as far as words tell, and
    none of the other side's.
    """
    ours = {number_of(claim): claim for claim in side if _tells(claim)}
    theirs = {number_of(claim) for claim in other}
    grouped = {claim.id for claim in disagreement.group.cluster.claims}
    for number, own in ours.items():
        for claim in context.numbers.get(number, ()):
            if claim.id in grouped or not _backs(claim, own):
                continue
            if theirs.isdisjoint(map(number_of, context.claims[claim.article])):
                yield from weights.origins_of((claim,))


def _tells(claim: Claim) -> bool:
    value = claim.quantity.value
    return usable_part(claim) and value is not None and len(significant_digits(value)) >= _PLAIN


def _backs(claim: Claim, own: Claim) -> bool:
    """Whether it is the same number of the same thing: with its noun and circumstances; a rare number, or one with a
    unit of measure, whatever words stand around it, as long as they are not known for two things.
    """
    one, other = claim.metric, own.metric
    if claim.operation.id != own.operation.id or not usable_part(claim):
        return False
    if own.quantity.unit.dimension not in _UNMEASURED:
        return True
    if one.entity == other.entity and (one.action == other.action or None in (one.action, other.action)):
        return same_facet(claim.scope, own.scope) and same_facet(claim.period, own.period)
    value = abs(own.quantity.value or Decimal(0))
    large = own.quantity.unit.dimension is Dimension.COUNT and value >= _MILLION
    rare = large or len(significant_digits(value)) >= _RARE
    return rare and claim.aspect is own.aspect and not (one.known and other.known)


def may_be_blamed(claim: Claim, context: Context) -> bool:
    """Whether a cause may single it out by itself: a primary source is no suspect, whatever it seems to have done."""
    standing = context.standings.get(claim.article)
    return standing is None or standing.kind != PRIMARY


def shown_wrong(ends: Versus, other: Claim, context: Context) -> bool:
    """Whether of two figures, one a slip of the other, the odd one shows that it is the one that slipped: it cannot be,
    while the other can; or the other is told twice by its article, or by a third one, and the odd one once.
    """
    if _impossible(ends.odd):
        return not _impossible(other)
    if _told_again(other, context) and not _told_again(ends.odd, context):
        return True
    return _told_by_a_third(other, ends.odd, context) and not _told_by_a_third(ends.odd, other, context)


def _impossible(claim: Claim) -> bool:
    """A share of more than the whole, a part of a person."""
    quantity, value = claim.quantity, claim.quantity.value
    if value is None or claim.aspect not in (Aspect.LEVEL, Aspect.SHARE) or quantity.per is not None:
        return False
    if quantity.unit.dimension is Dimension.PROPORTION:
        return value > _WHOLE and quantity.unit.id == "percent"
    counted = quantity.unit.dimension is Dimension.COUNT and claim.metric.known
    return counted and scale_word(claim) is None and value != value.to_integral_value()


def _told_again(claim: Claim, context: Context) -> bool:
    """Whether its article says the same once more: in another unit beside it, or with the same noun elsewhere."""
    return any(
        other.restates == claim.id
        or claim.restates == other.id
        or (number_of(other) == number_of(claim) and other.metric.entity == claim.metric.entity)
        for other in context.claims.get(claim.article, ())
        if other.id != claim.id
    )


def _told_by_a_third(claim: Claim, rival: Claim, context: Context) -> bool:
    """Whether an article of neither's origin has the number, of whatever event: for a slip of it nothing more has to be
    known than that it is of the same noun, or too large for chance.
    """
    weights, value = scales(context), abs(claim.quantity.value or Decimal(0))
    if len(significant_digits(value)) < _PLAIN:
        return False
    own = weights.origins_of((claim, rival))
    others = [
        c for c in context.numbers.get(number_of(claim), ()) if usable_part(c) and not weights.origins_of((c,)) & own
    ]
    large = value >= _MILLION and claim.quantity.unit.dimension is Dimension.COUNT
    return any(large or _one_noun(c, claim) for c in others)


def _one_noun(a: Claim, b: Claim) -> bool:
    return a.metric.entity == b.metric.entity and not acts_differ(a, b)
