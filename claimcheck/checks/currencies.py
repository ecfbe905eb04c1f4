"""One sum told in two currencies: the digits of the others, with another sign before them."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import combinations

from claimcheck.checks.advice import either
from claimcheck.checks.alike import named_alike, tied
from claimcheck.checks.base import Context, Observation
from claimcheck.checks.headlines import over_the_text
from claimcheck.checks.messages import opposed
from claimcheck.checks.passages import bare, between
from claimcheck.checks.style import with_sign
from claimcheck.checks.versus import by_firmness
from claimcheck.checks.weighing import Scales, scales
from claimcheck.checks.wording import quoted
from claimcheck.compare.pair import order
from claimcheck.model.claim import Claim
from claimcheck.model.digits import rounded_digits, significant_digits
from claimcheck.model.finding import Severity
from claimcheck.model.quantity import Dimension, Qualifier, UnitId
from claimcheck.model.text import SentenceKind

_RARE = 3
_SEVERAL = 2
_BESIDE = len(" (or about ")

Sum = tuple[str, tuple[int, ...], int]


def told_in_another(context: Context) -> Iterator[Observation]:
    """One observation for each sum that one origin tells in a currency of its own: of a rare one, and of any that is
    the only one of its article in that currency.
    """
    weights, told = scales(context), set[Claim]()
    for alike, families in ((_alike, _by_digits(context)), (_alike_but_stray, _by_size(context))):
        for sums in families:
            for currencies in combinations(sorted({claim.quantity.unit.id for claim in sums}), 2):
                sides = [tuple(claim for claim in sums if claim.quantity.unit.id == unit) for unit in currencies]
                one, other = tied(sides[0], sides[1], partial(alike, context=context))
                if one and other and told.isdisjoint((*one, *other)):
                    told.update((*one, *other))
                    yield _observation(one, other, context, weights)


def headlined_in_another(context: Context) -> Iterator[Observation]:
    """One observation for each sum of a headline that its text tells in another currency, and never in the headline's
    own.
    """
    for name in sorted(context.claims):
        sums = [c for c in context.claims[name] if c.quantity.unit.dimension is Dimension.MONEY and bare(c)]
        text = [claim for claim in sums if claim.sentence.kind is SentenceKind.PROSE and not over_the_text(claim)]
        for head in filter(over_the_text, sums):
            told = [claim for claim in text if claim.quantity.value == head.quantity.value]
            other = [c for c in told if c.quantity.unit.id != head.quantity.unit.id and _signs_differ(head, c, context)]
            if other and len(other) == len(told) and not _converted(other[0], context.claims[name]):
                yield Observation(
                    operation=other[0].operation.name,
                    metric=other[0].metric.name,
                    message=f"the headline says {quoted(head)}, the text {quoted(other[0])}",
                    sides=(tuple(other), (head,)),
                    suggestion=f"should read {quoted(other[0])}, or {quoted(head)} in the text",
                    severity=Severity.WARNING,
                )


def _by_digits(context: Context) -> Iterable[tuple[Claim, ...]]:
    """Sums of one story whose first digits are alike, where not all are of one currency."""
    found: dict[Sum, list[Claim]] = {}
    for name in sorted(context.claims):
        for claim in context.claims[name]:
            value = claim.quantity.value
            if _rare(claim) and value is not None and not _converted(claim, context.claims[name]):
                digits = rounded_digits(significant_digits(value), _RARE)
                found.setdefault((claim.operation.id, digits, value.adjusted()), []).append(claim)
    return _of_several_currencies(found.values())


def _by_size(context: Context) -> Iterable[tuple[Claim, ...]]:
    """Sums of one story that are equal, or rounded to what the others say, where not all are of one currency."""
    found: dict[tuple[str, str], list[Claim]] = {}
    for name in sorted(context.claims):
        for claim in context.claims[name]:
            value = claim.quantity.value
            if _sum(claim) and value and not _converted(claim, context.claims[name]):
                found.setdefault((claim.operation.id, f"{value:.0e}"), []).append(claim)
    return _of_several_currencies(found.values())


def _of_several_currencies(families: Iterable[Sequence[Claim]]) -> tuple[tuple[Claim, ...], ...]:
    return tuple(tuple(sums) for sums in families if len({claim.quantity.unit.id for claim in sums}) > 1)


def _alike_but_stray(a: Claim, b: Claim, context: Context) -> bool:
    """Whether two sums are equal or one is the other rounded, and one of them is the only one of its article, where all
    the others, several, are in one other currency: in that of the other sum.
    """
    if not _signs_differ(a, b, context) or not _rounds(a, b):
        return False
    return any(_stray_from((x,), context) == y.quantity.unit.id for x, y in ((a, b), (b, a)))


def _rounds(a: Claim, b: Claim) -> bool:
    x, y = (claim.quantity.value or Decimal(0) for claim in (a, b))
    few, many = sorted((significant_digits(x), significant_digits(y)), key=len)
    return x.adjusted() == y.adjusted() and few == rounded_digits(many, len(few))


def _rare(claim: Claim) -> bool:
    return _sum(claim) and len(significant_digits(claim.quantity.value or Decimal(0))) >= _RARE


def _sum(claim: Claim) -> bool:
    told = bare(claim) or claim.quantity.qualifier is Qualifier.ABOUT
    return claim.quantity.unit.dimension is Dimension.MONEY and told


def _converted(claim: Claim, told: Iterable[Claim]) -> bool:
    """Whether it is told in another currency right beside it: "$48 million (£38 million)"."""
    for other in told:
        if other.quantity.unit.dimension is not Dimension.MONEY or other.quantity.unit.id == claim.quantity.unit.id:
            continue
        if (
            other.restates == claim.id
            or claim.restates == other.id
            or _in_brackets_behind(*sorted((claim, other), key=order))
        ):
            return True
    return False


def _in_brackets_behind(first: Claim, second: Claim) -> bool:
    gap = between(first, second) if first.sentence.index == second.sentence.index else ""
    return "(" in gap and len(gap) <= _BESIDE


def _alike(a: Claim, b: Claim, context: Context) -> bool:
    """Whether their signs tell the currencies apart, and the two are one number of nothing known to be two things, or
    words tie them together.
    """
    known = a.metric.known and b.metric.known and a.metric.entity != b.metric.entity
    one_number = a.quantity.value == b.quantity.value and not known
    return _signs_differ(a, b, context) and (one_number or named_alike(a, b))


def _signs_differ(a: Claim, b: Claim, context: Context) -> bool:
    """Whether the signs tell the currencies apart: which dollars are meant is read from elsewhere, and no slip."""
    surfaces = [claim.quantity.surface.casefold() for claim in (a, b)]
    return not any(_all_have(surfaces, names.split()) for names in context.policy.wording.shared_currencies)


def _all_have(surfaces: Iterable[str], names: Iterable[str]) -> bool:
    """Whether each of the surfaces has one of the signs and names."""
    return all(any(name in surface for name in names) for surface in surfaces)


def _observation(one: tuple[Claim, ...], other: tuple[Claim, ...], context: Context, weights: Scales) -> Observation:
    sides, suspect = weights.laid_out(one, other)
    strays = [side for side in sides if suspect is None and _stray(side, context) and weights.lone(side)]
    if len(strays) == 1:
        sides, suspect = (next(side for side in sides if side is not strays[0]), strays[0]), strays[0][0]
    right, wrong = (by_firmness(side)[0] for side in sides)
    return Observation(
        operation=right.operation.name,
        metric=right.metric.name,
        message=opposed(sides, "the wrong currency", context.articles, settled=suspect is not None),
        sides=sides,
        suspect=suspect,
        suggestion=_advice(right, wrong, suspect, context),
        severity=None if weights.firm(sides[0]) and suspect is not None else Severity.WARNING,
    )


def _advice(right: Claim, wrong: Claim, suspect: Claim | None, context: Context) -> str:
    """The sum with the right sign, as the other passage prints it."""
    first, second = ((with_sign(a, b), quoted(b)) for a, b in ((wrong, right), (right, wrong)))
    readings = tuple(printed if told is None else f'"{told}"' for told, printed in (first, second))
    if suspect is not None:
        return f"should read {readings[0]}"
    return either((readings[0], wrong), (readings[1], right), context.articles)


def _stray(side: tuple[Claim, ...], context: Context) -> bool:
    """Whether the article has all its other sums, several, in one other currency."""
    return _stray_from(side, context) is not None


def _stray_from(side: tuple[Claim, ...], context: Context) -> UnitId | None:
    """The one other currency in which the article has all its other sums, several."""
    (first, *_) = side
    others = [
        claim.quantity.unit.id
        for claim in context.claims.get(first.article, ())
        if claim.quantity.unit.dimension is Dimension.MONEY and claim not in side
    ]
    is_stray = len(others) >= _SEVERAL and len(set(others)) == 1 and others[0] != first.quantity.unit.id
    return others[0] if is_stray else None
