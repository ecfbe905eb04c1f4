"""Circumstances that make two figures incomparable: they speak of different things, so they cannot disagree."""

from collections.abc import Callable

from claimcheck.compare.pair import Pair
from claimcheck.model.claim import Aspect, Claim, Direction, Facet, Status, basis, same_facet
from claimcheck.model.digits import slips_in_scale, transposed
from claimcheck.model.quantity import Dimension, Qualifier

_ESTABLISHED = frozenset({Status.CONFIRMED, Status.PRELIMINARY, Status.ESTIMATED, Status.REPORTED})
_OPEN = frozenset({Status.SUSPECTED, Status.PROJECTED})


def status_kind(status: Status) -> str:
    """Statuses of one kind compare: confirmed, preliminary, estimated and reported all speak of the world as it is,
    what may be and what is forecast of what nobody knows yet.
    """
    return "established" if status in _ESTABLISHED else "open" if status in _OPEN else status.value


def direction_of(claim: Claim) -> Direction | None:
    """Which way a change goes, by its words or its sign; None when nothing says so."""
    value = claim.quantity.value
    if claim.direction is None and claim.aspect is Aspect.CHANGE and value is not None and value < 0:
        return Direction.DOWN
    return claim.direction


def incomparable(pair: Pair) -> str | None:
    """The first facet on which the pair differs, told in words, or None. One number at two scales is of one thing,
    however the words around it read.
    """
    facets = AXIS if pair.rescaled else FACETS
    return next((why for why in (facet(pair) for facet in facets) if why is not None), None)


def _kind(pair: Pair) -> str | None:
    return _differ("kind", pair.a.kind.value, pair.b.kind.value)


def _unit(pair: Pair) -> str | None:
    a, b = pair.a.quantity.unit, pair.b.quantity.unit
    if a.comparable_to(b):
        return None
    if a.dimension is b.dimension:
        return f"units that do not convert: {a.id} and {b.id}"
    return f"different dimensions: {a.dimension.value} and {b.dimension.value}"


def _per(pair: Pair) -> str | None:
    return _differ("rate basis", basis(pair.a) or "none", basis(pair.b) or "none")


def _aspect(pair: Pair) -> str | None:
    """A level in percent is a share of something, whether its words say of what or not: a turnout, "43 percent"."""
    percents = all(claim.quantity.unit.dimension is Dimension.PROPORTION for claim in (pair.a, pair.b))
    if percents and {pair.a.aspect, pair.b.aspect} == {Aspect.LEVEL, Aspect.SHARE}:
        return None
    return _differ("aspect", pair.a.aspect.value, pair.b.aspect.value)


def _direction(pair: Pair) -> str | None:
    a, b = direction_of(pair.a), direction_of(pair.b)
    return None if a is None or b is None else _differ("direction", a.value, b.value)


def _status(pair: Pair) -> str | None:
    a, b = pair.a, pair.b
    announced = (a.announced and b.status.is_forward) or (b.announced and a.status.is_forward)
    if announced or status_kind(a.status) == status_kind(b.status):
        return None
    return _differ("status", pair.a.status.value, pair.b.status.value)


def _scope(pair: Pair) -> str | None:
    return _facet("scope", "the whole", pair.a.scope, pair.b.scope)


def _period(pair: Pair) -> str | None:
    return _facet("period", "the event's own", pair.a.period, pair.b.period)


def _facet(name: str, absent: str, a: Facet | None, b: Facet | None) -> str | None:
    if same_facet(a, b):
        return None
    return f"different {name}: {a.label if a else absent} and {b.label if b else absent}"


def _differ(name: str, a: str, b: str) -> str | None:
    return None if a == b else f"different {name}: {a} and {b}"


def _limit(pair: Pair) -> str | None:
    """The two sides of one limit of age, or of who knows what: "under 18" and "over 18" are other people, "nearly 50"
    and "over 50" are not.
    """
    a, b = pair.left, pair.right
    strict = {a.qualifier, b.qualifier} == {Qualifier.LESS_THAN, Qualifier.MORE_THAN} and a.value == b.value
    aged = pair.a.quantity.unit.dimension is Dimension.DURATION or not (pair.a.metric.known or pair.b.metric.known)
    return f"{pair.surfaces[0]} and {pair.surfaces[1]} are the two sides of one limit" if strict and aged else None


Check = Callable[[Pair], str | None]
AXIS: tuple[Check, ...] = (_unit, _per)
FACETS: tuple[Check, ...] = (_kind, *AXIS, _limit, _aspect, _direction, _status, _scope, _period)


def separate_forecasts(pair: Pair) -> str | None:
    """Two forecasts that differ may both have been made; only forecasts of one forecaster can contradict each other,
    and one number at two scales, or with two of its digits swapped, is a slip.
    """
    if pair.a.status is not Status.PROJECTED or pair.b.status is not Status.PROJECTED:
        return None
    if pair.rescaled or slips_in_scale(pair.left.value, pair.right.value):
        return None
    if transposed(pair.left.value, pair.right.value):
        return None
    mine, theirs = pair.a.attribution, pair.b.attribution
    if mine is not None and theirs is not None and mine.key == theirs.key:
        return None
    return "two forecasts, which need not agree"
