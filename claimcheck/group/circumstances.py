"""For which part two figures hold, and when: what keeps them apart, and what only weighs against them."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from claimcheck.group.evidence import Feature
from claimcheck.group.links import another_scale
from claimcheck.group.reconcile import usual
from claimcheck.model.claim import UNNAMED_PARTS, Claim, Facet, same_facet
from claimcheck.model.quantity import Dimension

Clash = tuple[str, Facet | None, Facet | None]
"""A circumstance by name, and what it is for either figure."""

OF_CLAIMS = ("scope.", "period.")
"""What single claims say of these counts no more: the usual circumstance of each figure does."""
_SINCE = "since"
_NEARLY_ALL = Decimal("1.25")
_ADDITIVE = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.MASS, Dimension.AREA, Dimension.VOLUME})


def circumstances(left: Sequence[Claim], right: Sequence[Claim]) -> tuple[Clash, ...]:
    """The scope and the period that most claims of each figure have, where these are not the same: a circumstance
    misread once does no harm where the figure is told again.
    """
    scopes = "scope", usual([c.scope for c in left]), usual([c.scope for c in right])
    periods = "period", usual([c.period for c in left]), usual([c.period for c in right])
    found = (scopes,) if _told_then(left, right) or _told_then(right, left) else (scopes, periods)
    return tuple(one for one in found if not same_facet(*one[1:]))


def _told_then(timed: Sequence[Claim], plain: Sequence[Claim]) -> bool:
    """Whether one figure names a time in the calendar and the other, without one, was told in that time: "in 2012" and
    an article of that year.
    """
    if any(c.period is not None or c.as_of is None for c in plain):
        return False
    times = {c.stated for c in timed}
    within = times.pop() if len(times) == 1 else None
    return within is not None and all(c.as_of is not None and within[0] <= c.as_of <= within[1] for c in plain)


def clash(clashes: Iterable[Clash], left: Claim, right: Claim) -> str | None:
    """Two parts or two times, a time beside none, and a part smaller than the whole, which keep figures apart whatever
    the words. "Since Monday" and no time are often one time in other words.
    """
    for name, a, b in clashes:
        told = a or b
        timed = name == "period" and told is not None and not told.key.startswith(_SINCE)
        if timed and another_scale(left.quantity, right.quantity):
            continue
        if timed or (a is not None and b is not None) or (name == "scope" and _is_part(a, left, right)):
            labels = [f"“{x.label}”" if x is not None else "none" for x in (a, b)]
            return f"another {name}: {labels[0]} and {labels[1]}"
    return None


def _is_part(scope: Facet | None, left: Claim, right: Claim) -> bool:
    """Whether the figure that holds for a part (the left one, if `scope` is its own) is far smaller than the other, as
    parts are. One that is as large, or larger, is no part of it: then either the part goes without saying or a figure
    is wrong, as where both are one number at two scales.
    """
    part, whole = (left.quantity, right.quantity) if scope is not None else (right.quantity, left.quantity)
    if another_scale(part, whole):
        return False
    high, low = part.base_range()[1], whole.base_range()[0]
    return part.unit.dimension in _ADDITIVE and 0 < high * _NEARLY_ALL < low


def one_sided(clashes: Iterable[Clash]) -> Iterator[Feature]:
    """A part or time that only one of the two has weighs against them, a part without a name hardly: the other article
    may tell it in other words.
    """
    for name, a, b in clashes:
        told = a or b
        if told is not None:
            unnamed = told.key in UNNAMED_PARTS or told.key.startswith(_SINCE)
            yield Feature(f"{name}.{'part' if unnamed else 'one'}", 1.0, f"only one has the {name} “{told.label}”")
