"""A total whose parts stand in brackets behind it, or are the two halves of mankind: "142 seats (112 and 29)"."""

import re
from decimal import Decimal
from itertools import pairwise

from claimcheck.checks.lists import Told, listed
from claimcheck.checks.parts import Parts
from claimcheck.checks.passages import Line, after, between, has_any
from claimcheck.checks.sums import complete, exact_part, makes, of_one_unit
from claimcheck.compare.intervals import share_apart
from claimcheck.model.claim import Claim
from claimcheck.model.digits import digit_slip, significant_digits
from claimcheck.model.policy import Policy

_NEAR = Decimal("0.2")
_PARTS = 2
_TELLING = 3
_BRACKET = re.compile(r"^(?:\s+[^\s()\d,;:.]+){0,4}\s*\(([^()]*)\)")
_INCLUDING = re.compile(r"\b(?:including|among them|of whom|of them)\s+$")


def bracketed(line: Line, policy: Policy) -> Told:
    """The totals of one sentence that the numbers in the brackets right behind them do not make. Numbers there that are
    far from the total are some of it.
    """
    return tuple(found for total in line if (found := _parts_behind(total, line, policy)) is not None)


def in_two_halves(line: Line, policy: Policy) -> Told:
    """The totals of one sentence that men and women, or boys and girls, make but for one digit: "516 missing, including
    203 men and 213 women". Children or others may be left out of such a list, so what is off by more is none.
    """
    found: list[tuple[Claim, Parts]] = []
    for one, other in pairwise(line):
        total = next((c for c in reversed(line) if c.span.end <= one.span.start and exact_part(c)), None)
        if total is None or not _halves(one, other, policy) or _INCLUDING.search(between(total, one)) is None:
            continue
        parts = complete((one, other))
        if of_one_unit((total, one, other)) and _slipped(total, parts.added):
            found.append((total, parts))
    return tuple(found)


def _parts_behind(total: Claim, line: Line, policy: Policy) -> tuple[Claim, Parts] | None:
    behind = _BRACKET.match(after(total)) if exact_part(total) else None
    if behind is None or has_any(behind.group(1), policy.wording.open_cues):
        return None
    start, end = (total.span.end + behind.start(1), total.span.end + behind.end(1))
    inside = tuple(claim for claim in line if start <= claim.span.start and claim.span.end <= end)
    if len(inside) < _PARTS or inside[0].span.start != start or not all(map(exact_part, inside)):
        return None
    if not of_one_unit((total, *inside)) or not listed(inside):
        return None
    parts = complete(inside)
    near = share_apart(parts.added, total.quantity.value or Decimal(0)) <= _NEAR
    return (total, parts) if near and not makes((total,), parts, policy) else None


def _halves(one: Claim, other: Claim, policy: Policy) -> bool:
    nouns = {one.metric.entity, other.metric.entity}
    pairs = (set(pair.split()) for pair in policy.wording.halves)
    return nouns in pairs and all(map(exact_part, (one, other))) and listed((one, other))


def _slipped(total: Claim, added: Decimal) -> bool:
    """Whether one digit of three or more, or the order of two, makes the difference."""
    said = total.quantity.value or Decimal(0)
    return len(significant_digits(said)) >= _TELLING and digit_slip(said, added)
