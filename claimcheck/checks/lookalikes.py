"""What the others say of the odd figure's thing outside its group: the figure that it may be a slip of."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal

from claimcheck.checks.base import Cause, Context, acts_differ, digits_of, number_of, thing_of
from claimcheck.checks.passages import usable_part
from claimcheck.checks.versus import Versus, by_firmness, readings
from claimcheck.checks.weighing import scales
from claimcheck.checks.wording import quoted
from claimcheck.compare.intervals import ratio
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.finding import Disagreement

_PLAIN, _RARE, _VERY_RARE = 2, 3, 4
_LARGE = 1_000_000
_SURE, _MOST = Decimal("0.8"), Decimal("0.74")
"""A slip of another figure has to be a sure one, and explains less than any sure one of the figures in the group."""
_FAR = 3

Causes = Callable[[Versus, Context], Iterable[Cause]]
"""How a check explains the odd figure by the others, in any number of ways."""


def slip_of_lookalike(disagreement: Disagreement, causes: Causes, context: Context) -> Cause | None:
    """The best of a check's causes with a lookalike in place of the others, where one origin alone has the odd figure:
    that is the wrong one. None where both figures of a balanced disagreement have one, or none fits well.
    """
    found = [_best(ends, causes, context) for ends in readings(disagreement) if ends.alone]
    named = [cause for cause in found if cause is not None]
    return named[0] if len(named) == 1 else None


def _best(ends: Versus, causes: Causes, context: Context) -> Cause | None:
    tried = [
        replace(cause, score=_MOST, words=f"{cause.words}, as others tell {quoted(other)}", suspect=ends.odd)
        for other in _lookalikes(ends, context)
        for cause in causes(replace(ends, others=(other,), settled=True), context)
        if cause.score >= _SURE
    ]
    return next(iter(tried), None)


def _lookalikes(ends: Versus, context: Context) -> tuple[Claim, ...]:
    """The figures with the odd one's noun and unit that other origins print outside its group and its own article does
    not print at all: a slip can take a figure so far from its fellows that it is held against something else. The
    number must be too long for chance, or several origins have it and those in the group are far from the odd one; none
    when anybody else has the odd number.
    """
    odd, weights = ends.odd, scales(context)
    own = weights.origins_of((odd,))
    if any(not weights.origins_of((claim,)) & own for claim in context.numbers.get(number_of(odd), ())):
        return ()
    at_home = {number_of(claim) for claim in context.claims.get(odd.article, ())}
    told: dict[object, list[Claim]] = {}
    for claim in context.things.get(thing_of(odd), ()):
        if number_of(claim) not in at_home and _alike(claim, odd) and not weights.together(claim, odd):
            told.setdefault(number_of(claim), []).append(claim)
    found = (tuple(same) for same in told.values())
    far = _far_apart(odd, ends.voice)
    return tuple(
        by_firmness(same)[0]
        for same in found
        if digits_of(same[0]) >= _VERY_RARE or (far and weights.firm(same) and _tells(same[0]))
    )


def _alike(claim: Claim, odd: Claim) -> bool:
    """Whether nothing else is done with it or told of it, as far as words tell."""
    levels = claim.aspect is Aspect.LEVEL and odd.aspect is Aspect.LEVEL
    return usable_part(claim) and levels and not acts_differ(claim, odd)


def _far_apart(a: Claim, b: Claim) -> bool:
    values = (a.quantity.value, b.quantity.value)
    times = None if None in values else ratio(*(value or Decimal(0) for value in values))
    return times is None or times > _FAR


def _tells(claim: Claim) -> bool:
    """Whether several origins do not print the number of two things by chance."""
    large = abs(claim.quantity.value or Decimal(0)) >= _LARGE
    return digits_of(claim) >= (_PLAIN if large else _RARE)
