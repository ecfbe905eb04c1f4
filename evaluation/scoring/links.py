"""Which of the key's claims some of the tool's claims touch: common ground of the grouping and findings scores."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from evaluation.model import KeyItem, Place, ToolClaim


def places(claims: Iterable[ToolClaim]) -> list[Place]:
    """Where the claims stand; those without a place are left out."""
    return [c.place for c in claims if c.place is not None]


def touches(item: KeyItem, where: Sequence[Place]) -> bool:
    """Whether any claim of the item overlaps one of the places."""
    return bool(sides_touched(item, where))


def sides_touched(item: KeyItem, where: Sequence[Place]) -> frozenset[str]:
    """The item's sides that the places overlap; a claim without a named side is a side of its own."""
    return frozenset(
        claim.side or f"#{n}"
        for n, claim in enumerate(item.claims)
        if any(claim.place.shared(place) for place in where)
    )


def sets_sides_against_each_other(item: KeyItem, camps: Sequence[Sequence[Place]]) -> bool:
    """Whether two camps touch the item, and not with the same sides."""
    touched = [t for t in (sides_touched(item, camp) for camp in camps) if t]
    return any(a != b for a, b in combinations(touched, 2))


def splits_one_side(item: KeyItem, camps: Sequence[Sequence[Place]]) -> bool:
    """Whether two camps touch one and the same side of the item."""
    touched = [sides_touched(item, camp) for camp in camps]
    return any(a & b for a, b in combinations(touched, 2))
