"""Rows of a table, a list or a run of short lines ("Yes: 1,429,981"), with the row that is their total."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from claimcheck.checks.parts import Partition
from claimcheck.checks.passages import Line, before, has_any, lines_of
from claimcheck.checks.sums import ADD_UP, complete, makes, of_one_unit
from claimcheck.compare.intervals import share_apart
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.policy import Policy, WordingPolicy
from claimcheck.model.quantity import Qualifier
from claimcheck.model.text import SentenceKind

_NAMED = re.compile(r"[^:\d|]{1,60}(?=:\s)")
_CELL = re.compile(r"\|?\s*([^|]*)")
_ROWS = 2
_MANY = 40
_TRIED = 10
_NEAR = Decimal("0.3")

Rows = tuple[Line, ...]


def columns(claims: Line, policy: Policy) -> Iterator[Partition]:
    """Every total of a table or list of one article that the rows above it do not make."""
    for rows in _runs(claims):
        start = 0
        for place, row in enumerate(rows):
            if _is_total(row, policy.wording):
                for total in row:
                    yield from _wrong(total, rows[start:place], policy)
                start = place + 1


def _runs(claims: Line) -> Iterator[Rows]:
    """Rows that follow each other without any other sentence with figures between."""
    run: list[Line] = []
    for line in lines_of(claims):
        if run and not (_is_row(line) and line[0].sentence.index - run[-1][0].sentence.index == 1):
            yield tuple(run)
            run = []
        if _is_row(line):
            run.append(line)
    yield tuple(run)


def _is_row(line: Line) -> bool:
    sentence = line[0].sentence
    return sentence.kind in (SentenceKind.TABLE_ROW, SentenceKind.LIST_ITEM) or bool(_NAMED.match(sentence.text))


def _is_total(row: Line, wording: WordingPolicy) -> bool:
    """Whether the row's name says that it is the total."""
    text = row[0].sentence.text
    table = row[0].sentence.kind is SentenceKind.TABLE_ROW
    found = _CELL.match(text) if table else _NAMED.match(text)
    name = "" if found is None else found.group(1 if table else 0)
    return len(name.split()) <= _ROWS and has_any(name, wording.total_names)


def _wrong(total: Claim, rows: Rows, policy: Policy) -> Iterator[Partition]:
    """The total with the figures of its column, where every row has one and no rows of them make it."""
    above = [[claim for claim in row if _column(claim) == _column(total)] for row in rows]
    if len(rows) < _ROWS or len(rows) > _MANY or any(len(cells) != 1 for cells in above):
        return
    cells = tuple(claim for (claim,) in above)
    if not all(map(_adds, (total, *cells))) or not of_one_unit((total, *cells)):
        return
    parts = complete(cells)
    if share_apart(parts.added, total.quantity.value or Decimal(0)) <= _NEAR and not _some_make(total, cells, policy):
        yield Partition(total=total, parts=parts)


def _some_make(total: Claim, cells: Line, policy: Policy) -> bool:
    """Whether all or, in a short table, some of the figures make the total: the others may be parts of parts."""
    sizes = range(1, len(cells) + 1) if len(cells) <= _TRIED else (len(cells),)
    return any(makes((total,), complete(some), policy) for size in sizes for some in combinations(cells, size))


def _column(claim: Claim) -> int:
    """The column of a table; in other rows all figures of a unit are of one."""
    return before(claim).count("|") if claim.sentence.kind is SentenceKind.TABLE_ROW else 0


def _adds(claim: Claim) -> bool:
    level = claim.aspect is Aspect.LEVEL and claim.quantity.unit.dimension in ADD_UP
    return level and claim.quantity.qualifier is Qualifier.EXACT and claim.quantity.value is not None
