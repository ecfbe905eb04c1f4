"""Which entry of a baseline speaks of which finding."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations

from claimcheck.model.baseline import Accepted, acceptable
from claimcheck.model.finding import Finding, FindingId
from claimcheck.model.imprint import figure_part, imprint

_ACROSS, _INSIDE = "CC1", "CC2"
Sides = tuple[tuple[str, ...], ...]


def imprints(finding: Finding) -> Sides:
    """What is recognised of the finding's passages, side by side: sorted, each once."""
    return tuple(tuple(sorted({imprint(claim) for claim in side})) for side in finding.sides)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """For findings, the entry that speaks of each; `found` are the ids of all entries that speak of any."""

    entry_of: Mapping[FindingId, Accepted]
    found: frozenset[str]


def match(findings: Iterable[Finding], accepted: Sequence[Accepted], today: date | None) -> Matches:
    """Every finding with its entry. An entry speaks of a finding that has its id, or in which passages that it accepted
    on two sides still stand on two sides; inside one article also all figures must be the same. One that has not
    expired goes before one that has.
    """
    by_mark: dict[str, list[Accepted]] = {}
    for entry in accepted:
        for mark in sorted({entry.id, *(mark for side in entry.sides for mark in side)}):
            by_mark.setdefault(mark, []).append(entry)
    entry_of: dict[FindingId, Accepted] = {}
    found: set[str] = set()
    for finding in findings:
        sides = imprints(finding)
        near = {e.id: e for mark in (finding.id, *(m for s in sides for m in s)) for e in by_mark.get(mark, ())}
        fitting = [e for e in near.values() if acceptable(finding.check) and _speaks_of(e, finding, sides)]
        found |= {entry.id for entry in fitting}
        best = min(fitting, key=lambda e: (not e.holds_on(today), e.id != finding.id, e.id), default=None)
        if best is not None:
            entry_of[finding.id] = best
    return Matches(entry_of=entry_of, found=frozenset(found))


def _speaks_of(entry: Accepted, finding: Finding, sides: Sides) -> bool:
    if entry.id == finding.id:
        return True
    if _kind(entry.check) != _kind(finding.check):
        return False
    if finding.check.startswith(_INSIDE) and _figures(entry.sides) != _figures(sides):
        return False
    return _opposed_as_before(entry.sides, sides)


def _kind(code: str) -> str:
    """All causes across articles are one kind: another article can make another cause likelier."""
    return _ACROSS if code.startswith(_ACROSS) else code


def _figures(sides: Sides) -> list[str]:
    return sorted({figure_part(mark) for side in sides for mark in side})


def _opposed_as_before(before: Sides, now: Sides) -> bool:
    if len(before) == 1 or len(now) == 1:
        return len(before) == len(now) and not set(before[0]).isdisjoint(now[0])
    shared = [[not set(old).isdisjoint(new) for new in now] for old in before]
    return any(
        shared[a][x] and shared[b][y]
        for a, b in permutations(range(len(before)), 2)
        for x, y in permutations(range(len(now)), 2)
        if a < b
    )
