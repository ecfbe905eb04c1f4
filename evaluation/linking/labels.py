"""What a story's key says of the claims that the tool reads, by their places among them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from evaluation.model import ItemList, KeyItem, Place

Pair = tuple[int, int]


class Relation(StrEnum):
    """What two claims are to each other. Where the key says several things, the first of these decides."""

    CONFLICT = "conflict"
    DISTINCT = "distinct"
    AGREE = "agree"
    PARTS = "parts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """`relations` of two claims, the smaller place first; `open` are the claims that the key leaves open."""

    relations: Mapping[Pair, Relation]
    open: frozenset[int]

    def between(self, left: Iterable[int], right: Sequence[int]) -> Relation | None:
        """What two figures are to each other, each told by some claims; None where the key says nothing of them."""
        pairs = {(min(i, j), max(i, j)) for i in left for j in right}
        said = {self.relations[pair] for pair in pairs if pair in self.relations}
        return next((relation for relation in Relation if relation in said), None)

    def agreeing(self) -> Mapping[int, tuple[int, ...]]:
        """By claim the others that tell its figure."""
        found: dict[int, list[int]] = {}
        for (i, j), relation in sorted(self.relations.items()):
            if relation is Relation.AGREE:
                found.setdefault(i, []).append(j)
                found.setdefault(j, []).append(i)
        return {i: tuple(others) for i, others in sorted(found.items())}


def read_labels(items: Iterable[KeyItem], places: Sequence[Place]) -> Known:
    """The key's items over claims that stand at `places`. A passage with several claims, or none, says nothing."""
    told: dict[Pair, set[Relation]] = {}
    undecided: set[int] = set()
    for item in items:
        found = list(_claims(item, places))
        if item.list is ItemList.AMBIGUOUS:
            undecided.update(i for i, _ in found)
            continue
        for (i, side), (j, other) in combinations(found, 2):
            relation = _relation(item, same_side=side == other)
            if i != j and relation is not None:
                told.setdefault((min(i, j), max(i, j)), set()).add(relation)
    relations = {pair: next(r for r in Relation if r in said) for pair, said in told.items()}
    return Known(relations=relations, open=frozenset(undecided))


def _claims(item: KeyItem, places: Sequence[Place]) -> Iterator[tuple[int, str]]:
    """The item's claims, each with its side; one without a named side is a side of its own."""
    for n, claim in enumerate(item.claims):
        here = [i for i, place in enumerate(places) if place.shared(claim.place)]
        if len(here) == 1:
            yield here[0], claim.side or f"#{n}"


def _relation(item: KeyItem, *, same_side: bool) -> Relation | None:
    if item.list is ItemList.COMPATIBLE:
        return Relation.PARTS if item.apart else Relation.AGREE
    if item.list is ItemList.CONFLICTS:
        return Relation.AGREE if same_side else Relation.CONFLICT
    return None if same_side else Relation.DISTINCT
