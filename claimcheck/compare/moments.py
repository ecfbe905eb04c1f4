"""Whether two articles tell of one moment: then a count that only grows cannot have grown between them."""

from collections.abc import Iterator

from claimcheck.compare.pair import Pair
from claimcheck.model.claim import Aspect, Claim

_TWO_DIGITS = 10


def one_moment(pair: Pair) -> bool:
    """Whether no time lies between the two figures: their sentences come from one count, or their articles, of one day,
    agree on another count that only grows ("12 dead" in both, "38 injured" in one and "59 injured" in the other). From
    one day to the next that holds for a figure that fell: the articles' dates alone could be those of two time zones.
    A rough figure is of no moment.
    """
    return (_near(pair) and _shared_counts(pair)) or one_count(pair)


def _near(pair: Pair) -> bool:
    first, second, a, b = pair.a.as_of, pair.b.as_of, pair.left.value, pair.right.value
    if first is None or second is None or abs((first - second).days) > 1:
        return False
    if pair.left.qualifier.is_rough or pair.right.qualifier.is_rough:
        return False
    return first == second or (a is not None and b is not None and (a < b) is (first > second))


def one_count(pair: Pair) -> bool:
    """Whether both figures come from one and the same count: most other figures of their sentences, of two digits and
    up, are alike ("553 in Louisville, 332 in Superior and 102 …" beside "… and 106 …"). From one day to another one
    count of those injured, or of a part, may stay while that of the dead grows.
    """
    ours, theirs = ({_print(c): c for c in _told_in(one, pair, one.sentence.index)} for one in (pair.a, pair.b))
    shared = ours.keys() & theirs.keys()
    moving = pair.a.as_of != pair.b.as_of and len(shared) == 1 and all(_moves(ours[p], pair) for p in shared)
    return not moving and 2 * len(shared) > max(len(ours), len(theirs))


def _moves(other: Claim, pair: Pair) -> bool:
    """Whether it is a growing count of something else, or of a part of both figures ("70 of them")."""
    least = min((c.quantity.value for c in (pair.a, pair.b) if c.quantity.value is not None), default=None)
    part = least is not None and other.quantity.value is not None and other.quantity.value < least
    return other.metric.grows and (part or other.metric.action not in (None, pair.a.metric.action))


def _shared_counts(pair: Pair) -> bool:
    """Other growing counts that both articles tell with one number; by their number and by what they count."""
    theirs: dict[tuple[object, ...], list[Claim]] = {}
    for claim in _told_in(pair.b, pair):
        if _counts_up(claim, pair):
            theirs.setdefault(_print(claim), []).append(claim)
    return any(
        _alike(claim, other)
        for claim in _told_in(pair.a, pair)
        if _counts_up(claim, pair)
        for other in theirs.get(_print(claim), ())
    )


def _told_in(one: Claim, pair: Pair, sentence: int | None = None) -> Iterator[Claim]:
    """The other figures of its article, or of one of its sentences, of two digits and up: smaller ones are alike by
    chance.
    """
    for other in pair.beside:
        if other.article != one.article or (sentence is not None and other.sentence.index != sentence):
            continue
        if other.id != one.id and other.quantity.value is not None and abs(other.quantity.value) >= _TWO_DIGITS:
            yield other


def _print(claim: Claim) -> tuple[object, ...]:
    value = claim.quantity.value
    return (None if value is None else abs(value), str(claim.quantity.unit.id))


def _counts_up(claim: Claim, pair: Pair) -> bool:
    """Whether it is another count that only grows, and neither of the two figures told again."""
    again = {_print(pair.a), _print(pair.b)}
    return claim.metric.grows and claim.aspect is Aspect.LEVEL and claim.restates is None and _print(claim) not in again


def _alike(a: Claim, b: Claim) -> bool:
    actions = {a.metric.action, b.metric.action} - {None}
    scopes = {facet.key for facet in (a.scope, b.scope) if facet is not None}
    return len(actions) <= 1 and len(scopes) <= 1
