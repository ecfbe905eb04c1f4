"""Whose figure a number is: what else the odd article, and those that contradict it, give the same number to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.checks.base import Context, acts_differ, digits_of, number_of
from claimcheck.checks.versus import Versus
from claimcheck.checks.weighing import Scales
from claimcheck.compare.intervals import share_apart
from claimcheck.model.claim import Aspect, Claim, MentionKind, one_holder, same_facet
from claimcheck.model.quantity import Dimension

NO_THING = frozenset(dimension.value for dimension in Dimension)
"""Entities that only repeat the unit ("money", "count"): nothing in the text says what is counted."""

_PLAIN, _RARE = 2, 3
_TWICE = 2
_TOLD_APART, _IN_ITS_OWN, _SWAPPED = Decimal("0.92"), Decimal("0.9"), Decimal("0.96")
_SAME_SENTENCE, _SEVERAL, _ONE_DIGIT = Decimal("0.6"), Decimal("0.5"), Decimal("0.35")
_FEW_SWAPPED = Decimal("0.9")
_CONVERTED = Decimal("0.004")
_CLOSE_BY = 300
"""Characters: from farther away no eye slips."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lender:
    """A claim that gives the odd figure's number to another thing, how well that explains the odd figure (`score` as in
    Cause), and whether the odd article in turn gives that thing the figure of this one.
    """

    claim: Claim
    score: Decimal
    swapped: bool = False

    @property
    def thing(self) -> str:
        """What the number is given to there, in words."""
        metric, facet = self.claim.metric, self.claim.scope or self.claim.period
        if metric.entity not in NO_THING:
            return metric.name
        return f"another thing ({facet.label})" if facet is not None else "another thing"


def lender(ends: Versus, context: Context, weights: Scales) -> Lender | None:
    """The best of the claims from which the odd figure's number may come; None when nobody has it for another thing, or
    when articles have it for different ones. A number of two digits is alike by chance outside the sentence, unless
    several origins have it for one thing; one of a single digit always.
    """
    found = list(_lenders(ends, context, weights))
    if not _of_one_thing(one.claim for one in found if one.claim.article != ends.odd.article):
        return None
    origins: dict[str, set[str]] = {}
    for one in found:
        origins.setdefault(one.claim.metric.entity, set()).update(weights.origins_of((one.claim,)))
    told = [one for one in found if one.score or _told_by_several(one, origins, ends)]
    best = max(told, key=lambda one: (one.swapped, one.score), default=None)
    return best if best is None or best.score else Lender(claim=best.claim, score=_SEVERAL)


def changed_places(ends: Versus, context: Context) -> Lender | None:
    """Where the odd article, close by, gives the number that others have for this thing to another one, as nobody else
    does: the two may have changed places, though no other article tells what the odd number belongs to.
    """
    number = number_of(ends.voice)
    for claim in context.claims.get(ends.odd.article, ()):
        if number_of(claim) != number or claim.restates is not None or not _printed(claim) or digits_of(claim) < _PLAIN:
            continue
        close = abs(claim.span.start - ends.odd.span.start) <= _CLOSE_BY
        if close and _other_thing(claim, ends) and not _told_elsewhere(claim, context):
            return Lender(claim=claim, score=_SEVERAL, swapped=True)
    return None


def _told_elsewhere(claim: Claim, context: Context) -> bool:
    """Whether another article gives the thing this number."""
    same = context.numbers.get(number_of(claim), ())
    return any(other.article != claim.article and not _differs(other, claim) for other in same)


def _of_one_thing(claims: Iterable[Claim]) -> bool:
    """Whether some thing has the number in all articles that have it for things with a known name."""
    by_article: dict[str, set[str]] = {}
    for claim in (claim for claim in claims if claim.metric.known):
        by_article.setdefault(claim.article, set()).add(claim.metric.entity)
    return not by_article or bool(set.intersection(*by_article.values()))


def _told_by_several(one: Lender, origins: Mapping[str, set[str]], ends: Versus) -> bool:
    return digits_of(ends.odd) >= _PLAIN and len(origins[one.claim.metric.entity]) >= _TWICE


def _lenders(ends: Versus, context: Context, weights: Scales) -> Iterator[Lender]:
    for name in dict.fromkeys(claim.article for claim in (*ends.others, ends.odd)):
        for claim in context.claims.get(name, ()):
            if claim.id == ends.odd.id or claim.restates is not None or not _printed(claim):
                continue
            if not (_same_number(claim, ends.odd) or _same_digits_beside(claim, ends)):
                continue
            if _in_one_sentence(claim, ends.odd) or (_other_thing(claim, ends) and not _one(claim, ends.odd, weights)):
                swapped = _swapped(claim, ends, context)
                yield Lender(claim=claim, score=_score(claim, ends, swapped=swapped), swapped=swapped)


def _printed(claim: Claim) -> bool:
    """Whether it is one number, whatever hedge or bound stands before it: a line of a list that the eye slips to may
    have one.
    """
    quantity = claim.quantity
    return quantity.value is not None and quantity.per is None and claim.kind is MentionKind.AMOUNT


def _same_number(claim: Claim, odd: Claim) -> bool:
    """The same number of the same unit; a rare one also converted."""
    ours, theirs = odd.quantity, claim.quantity
    if ours.value is None or theirs.value is None:
        return False
    if number_of(claim) == number_of(odd):
        return True
    if ours.unit.id == theirs.unit.id or not ours.unit.comparable_to(theirs.unit) or digits_of(odd) < _PLAIN:
        return False
    return share_apart(ours.unit.to_base(ours.value), theirs.unit.to_base(theirs.value)) <= _CONVERTED


def _same_digits_beside(claim: Claim, ends: Versus) -> bool:
    """The same number of another kind of unit ("18 months" beside "18 mg"), in the sentence of one of the figures."""
    same = claim.quantity.value == ends.odd.quantity.value and digits_of(ends.odd) >= _PLAIN
    return same and any(_in_one_sentence(claim, other) for other in (ends.odd, *ends.others))


def _other_thing(claim: Claim, ends: Versus) -> bool:
    """Whether it is of another thing, part or time than the odd figure and the others, as far as words tell."""
    if claim.operation.id != ends.odd.operation.id:
        return False
    named = claim.metric.entity not in NO_THING or claim.scope is not None or claim.period is not None
    return named and all(_differs(claim, other) for other in (ends.odd, *ends.others))


def _one(a: Claim, b: Claim, weights: Scales) -> bool:
    """Whether one group holds both, unless they are known to be of two things: a rare number alone may do that."""
    return weights.together(a, b) and not (a.metric.known and b.metric.known and a.metric.entity != b.metric.entity)


def _differs(a: Claim, b: Claim) -> bool:
    if a.id == b.id:
        return False
    if (a.metric.entity != b.metric.entity and not one_holder(a, b)) or acts_differ(a, b) or _aspects_differ(a, b):
        return True
    return not (same_facet(a.scope, b.scope) and same_facet(a.period, b.period))


def _aspects_differ(a: Claim, b: Claim) -> bool:
    """Whether one is a share and the other a change: 61 percent of the revenue, and 20 percent more of it."""
    return {a.aspect, b.aspect} == {Aspect.SHARE, Aspect.CHANGE}


def _score(claim: Claim, ends: Versus, *, swapped: bool) -> Decimal:
    """0 where the place alone says too little."""
    digits, odd = digits_of(ends.odd), ends.odd
    if digits >= _RARE:
        return _SWAPPED if swapped else _IN_ITS_OWN if claim.article == odd.article else _TOLD_APART
    if swapped:
        return _FEW_SWAPPED if digits >= _PLAIN else _SAME_SENTENCE
    if not any(_in_one_sentence(claim, other) for other in (odd, *ends.others)):
        return Decimal(0)
    return _SAME_SENTENCE if digits >= _PLAIN else _ONE_DIGIT


def _in_one_sentence(a: Claim, b: Claim) -> bool:
    return a.article == b.article and a.id != b.id and a.sentence.index == b.sentence.index


def _swapped(claim: Claim, ends: Versus, context: Context) -> bool:
    """Whether the odd article gives the other thing the number that others have for this one."""
    return any(
        number_of(other) == number_of(ends.voice) and other.id != ends.odd.id and not _differs(other, claim)
        for other in context.claims.get(ends.odd.article, ())
    )
