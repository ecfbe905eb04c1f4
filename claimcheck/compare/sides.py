"""From the pairs' verdicts to sides: who says what against whom, and who stands alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from types import MappingProxyType

from claimcheck.compare.fold import fold
from claimcheck.compare.intervals import is_bound
from claimcheck.compare.pair import order
from claimcheck.compare.weights import OUTLET, PRIMARY, Standings
from claimcheck.model.claim import Claim, ClaimId, by_content
from claimcheck.model.digits import misprint, one_slip, significant_digits
from claimcheck.model.finding import Disagreement, Group, Verdict
from claimcheck.model.quantity import Qualifier

OPPOSED = frozenset({Verdict.CONFLICT, Verdict.DISPUTED})
_JOINS = frozenset({Verdict.SAME, Verdict.CONVERTED, Verdict.ROUNDED, Verdict.BOUNDED, Verdict.SUPERSEDED})
_ALIKE = frozenset({Verdict.SAME, Verdict.CONVERTED})
_NO_STANDINGS: Standings = MappingProxyType({})
_MAJORITY = 2
_TELLING_DIGITS = 3

Node = int
Side = tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A group's different figures as nodes, with the verdict between any two and each one's support."""

    group: Group
    classes: tuple[tuple[Claim, ...], ...]
    verdicts: Mapping[tuple[Node, Node], Verdict]
    origins: Mapping[ClaimId, str]
    standings: Standings

    def between(self, a: Node, b: Node) -> Verdict:
        """The verdict of two figures; those beyond the policy's caps were not compared."""
        return self.verdicts.get((min(a, b), max(a, b)), Verdict.NOT_COMPARABLE)

    def opposed(self, a: Node, b: Node) -> bool:
        """Whether the two cannot both be true, and stand in different articles."""
        if self.between(a, b) not in OPPOSED:
            return False
        return len({claim.article for claim in self.classes[a] + self.classes[b]}) > 1

    def support(self, side: Side) -> Decimal:
        """The weights of the independent origins that say so, each origin counted once."""
        best: dict[str, Decimal] = {}
        for claim in self.claims(side):
            origin, weight = self.origins[claim.id], self.standings.get(claim.article, OUTLET).weight
            best[origin] = max(weight, best.get(origin, weight))
        return sum(best.values(), Decimal(0))

    def origin_count(self, side: Side) -> int:
        """How many independent origins say so."""
        return len({self.origins[claim.id] for claim in self.claims(side)})

    def primary(self, side: Side) -> bool:
        """Whether a primary source says so."""
        return any(self.standings.get(claim.article, OUTLET).kind == PRIMARY for claim in self.claims(side))

    def claims(self, side: Side) -> tuple[Claim, ...]:
        """The side's claims in claim order."""
        return tuple(sorted((claim for node in side for claim in self.classes[node]), key=order))


def disagreements(group: Group, standings: Standings = _NO_STANDINGS) -> tuple[Disagreement, ...]:
    """The group's disagreements, best supported figures first; empty when nothing is really against anything."""
    if not any(comparison.verdict in OPPOSED for comparison in group.comparisons):
        return ()
    table = _table(group, standings)
    found = (d for part in _components(table) for d in _disagreements_of(_sides(part, table), table))
    return tuple(sorted(found, key=lambda d: order(d.sides[-1][0])))


def _table(group: Group, standings: Standings) -> Table:
    classes = fold(group.cluster.claims)
    node_of = {members[0].id: node for node, members in enumerate(classes)}
    verdicts: dict[tuple[Node, Node], Verdict] = {}
    for comparison in group.comparisons:
        a, b = node_of.get(comparison.a), node_of.get(comparison.b)
        if a is not None and b is not None:
            verdicts[min(a, b), max(a, b)] = comparison.verdict
    origins = group.cluster.origins()
    return Table(group=group, classes=classes, verdicts=verdicts, origins=origins, standings=standings)


def _components(table: Table) -> Iterator[tuple[Node, ...]]:
    """Figures that are linked by opposition, each component once."""
    neighbours: dict[Node, set[Node]] = {}
    for a, b in combinations(range(len(table.classes)), 2):
        if table.opposed(a, b):
            neighbours.setdefault(a, set()).add(b)
            neighbours.setdefault(b, set()).add(a)
    seen: set[Node] = set()
    for start in sorted(neighbours):
        if start not in seen:
            component = _reachable(start, neighbours)
            seen |= component
            yield tuple(sorted(component))


def _reachable(start: Node, neighbours: Mapping[Node, set[Node]]) -> set[Node]:
    found, waiting = {start}, [start]
    while waiting:
        for node in neighbours[waiting.pop()] - found:
            found.add(node)
            waiting.append(node)
    return found


def _sides(component: tuple[Node, ...], table: Table) -> tuple[Side, ...]:
    """The component in sides without inner opposition; figures outside it join when they agree with one side only."""
    sides: list[list[Node]] = []
    for node in sorted(component, key=lambda n: _rank(n, table)):
        home = _home(node, sides, table)
        if home is None:
            sides.append([node])
        else:
            home.append(node)
    _attach(component, sides, table)
    return tuple(sorted((tuple(side) for side in sides), key=lambda s: _side_rank(s, table)))


def _rank(node: Node, table: Table) -> tuple[bool, Decimal, int]:
    """Plain figures before hedged ones, well supported before lone ones: sides form around the firmest. One that is
    printed "80" here and "eighty" there, today and tomorrow, is supported by all of them.
    """
    alike = tuple(n for n in range(len(table.classes)) if n == node or table.between(n, node) in _ALIKE)
    return (not _plain(table.classes[node][0]), -table.support(alike), node)


def _plain(claim: Claim) -> bool:
    return not is_bound(claim.quantity.qualifier) and claim.quantity.qualifier is not Qualifier.ORDER


def _side_rank(side: Side, table: Table) -> tuple[Decimal, tuple[object, ...]]:
    return (-table.support(side), min(map(by_content, table.claims(side))))


def _home(node: Node, sides: list[list[Node]], table: Table) -> list[Node] | None:
    open_sides = [side for side in sides if all(table.between(node, other) in _JOINS for other in side)]
    return max(open_sides, key=lambda side: table.support(tuple(side)), default=None)


def _attach(component: tuple[Node, ...], sides: list[list[Node]], table: Table) -> None:
    for node in range(len(table.classes)):
        if node in component:
            continue
        friends = [side for side in sides if any(table.between(node, other).agrees for other in side)]
        if len(friends) == 1 and all(table.between(node, other) in _JOINS for other in friends[0]):
            friends[0].append(node)


def _disagreements_of(sides: tuple[Side, ...], table: Table) -> Iterator[Disagreement]:
    """Odd ones out, each against a well supported side that it opposes, and then told of only once; opposition among
    the others side by side.
    """
    best, rest = sides[0], sides[1:]
    settled = table.origin_count(best) >= _MAJORITY or table.primary(best)
    odd = [side for side in rest if settled and _against(best, side, table)]
    for place, side in enumerate(odd):
        yield _disagreement((_meant(side, (best, *odd[:place]), table), side), table)
    told = frozenset(odd)
    others = [side for side in sides if side not in told]
    left = [pair for pair in combinations(others, 2) if _against(*pair, table)]
    if len(sides) > _MAJORITY and len(left) == len(sides) * (len(sides) - 1) // 2:
        yield _disagreement(sides, table)
        return
    for pair in left:
        yield _disagreement(pair, table)


def _meant(odd: Side, better: tuple[Side, ...], table: Table) -> Side:
    """The side that an odd figure is told against: the best supported one, unless it is a slip of the hand away from
    another one. Where a count was corrected, a slip in a copy of the new number is no matter of the old one.
    """
    slips = (side for side in better if _against(side, odd, table) and _slip_of(side, odd, table))
    return next(slips, better[0])


def _slip_of(a: Side, b: Side, table: Table) -> bool:
    """Whether a figure of the one side is one of the other's but for a slip that chance seldom makes."""
    ours, theirs = ({c.quantity.value for c in table.claims(side)} for side in (a, b))
    return any(x is not None and y is not None and _slip(x, y) for x in ours for y in theirs)


def _slip(x: Decimal, y: Decimal) -> bool:
    telling = min(len(significant_digits(x)), len(significant_digits(y))) >= _TELLING_DIGITS
    return misprint(x, y) or (telling and one_slip(x, y))


def _against(a: Side, b: Side, table: Table) -> bool:
    return any(table.opposed(x, y) for x in a for y in b)


def _disagreement(sides: tuple[Side, ...], table: Table) -> Disagreement:
    return Disagreement(
        group=table.group, sides=tuple(table.claims(side) for side in sides), suspect=_suspect(sides, table)
    )


def _suspect(sides: tuple[Side, ...], table: Table) -> Claim | None:
    """The claim that stands alone: one origin, not primary, against two independent ones or a primary source."""
    if len(sides) != _MAJORITY:
        return None
    best, odd = sides
    if table.origin_count(odd) != 1 or table.primary(odd):
        return None
    if table.origin_count(best) < _MAJORITY and not table.primary(best):
        return None
    claims = table.claims(odd)
    opposing = [c for n in odd if any(table.opposed(n, m) for m in best) for c in table.classes[n]]
    return min(opposing or claims, key=lambda c: (not _plain(c), by_content(c)))
