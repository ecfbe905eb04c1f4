"""A total, a number of heads and a sum for each that do not fit.

## What it does
Where one sentence tells a total, among how many it goes, and what that makes for each ("$1.2 million for 300 employees,
or $4,000 each"; "200 guests at $50 a head, $10,000 in all"), divides the one by the other, and allows for rounding.

## Why it matters
The three figures come from one hand and stand side by side, so one of them is certainly wrong. A sum that is a thousand
times too small or too large for each is the commonest slip with millions.

## Example
> The fund of $1.2 million goes to 300 employees, or $400 each.

It makes $4,000 for each.

## Near miss
> The fund of $1.2 million goes to 300 employees, and $400 each was paid at Christmas.

Nothing says that the $400 come from dividing the fund. Neither is a sum held against a total where a time ("a year") or
a third number stands between.

## How to fix it
Look up the total and the number of heads, and divide again.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC206 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC206` for one run, or `checks: {CC206: off}` in rules.yaml.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.base import CheckInfo, Context, Family, Observation
from claimcheck.checks.passages import Line, after, before, between, has_any, in_prose, lines, usable_part
from claimcheck.checks.wording import figure, quoted, sensible
from claimcheck.compare.intervals import read
from claimcheck.compare.rounding import ends, window
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.finding import Severity
from claimcheck.model.policy import Policy, WordingPolicy
from claimcheck.model.quantity import Dimension, Interval, Qualifier

INFO = CheckInfo(code="CC206", name="per-head mismatch", severity=Severity.WARNING, family=Family.INSIDE)

_OR = re.compile(
    r"^(?:\s+[\w'’-]+){0,4}?\s*(?:,\s*(?:or|that is|which is|which makes)|\(|\s[—–]\s*(?:or)?)\s*$", re.IGNORECASE
)
_AT = re.compile(r"^(?:\s+[\w'’-]+){1,3}?\s+(?:at|for|with)\s+$", re.IGNORECASE)
_GOES = re.compile(
    r"^[^.;:]{0,60}\b(?:for|to|among|between|by|of)\s+(?:the\s+|its\s+|their\s+|some\s+|all\s+)*$", re.IGNORECASE
)
_EACH = re.compile(r"^\s*(?:each|apiece|a head|per head|per capita)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:a total of|totall?ing|in all|altogether|comes? to|came to|makes|made)\s+$", re.IGNORECASE)
_HEADS = frozenset({"person", "head", "capita"})
_OF_ALL = 1


def find(context: Context) -> Iterator[Observation]:
    """One observation for each sum per head that total and number of heads do not make."""
    for line in lines(context):
        if in_prose(line[0]):
            for total, heads, each in _triples(line, context.policy.wording):
                makes = _divided(total, heads, context.policy)
                if makes is not None and not window(read(each), context.policy).meets(makes):
                    yield _observation(total, heads, each)


def _triples(line: Line, wording: WordingPolicy) -> Iterator[tuple[Claim, Claim, Claim]]:
    """Total, heads and the sum for each, as neighbours whose words tie them together."""
    for a, b, c in zip(line, line[1:], line[2:], strict=False):
        if _OR.match(between(b, c)) and _is_each(c, a, b):
            if _is_total(a, c) and _is_heads(b) and _GOES.match(between(a, b)):
                yield a, b, c
            elif _is_heads(a) and _is_total(b, c):
                yield b, a, c
        elif _is_heads(a) and _is_each(b, c, a) and _AT.match(between(a, b)) and _closes(c, b, wording):
            yield c, a, b


def _closes(claim: Claim, each: Claim, wording: WordingPolicy) -> bool:
    """Whether it is said to be the total of what is told for each."""
    said = _TOTAL.search(before(claim)) or has_any(" ".join(after(claim).split()[:3]), wording.total_cues)
    return bool(said) and _is_total(claim, each)


def _is_total(claim: Claim, each: Claim) -> bool:
    same = claim.quantity.unit == each.quantity.unit and claim.quantity.per is None
    measured = claim.quantity.unit.dimension in (Dimension.MONEY, Dimension.MASS, Dimension.VOLUME, Dimension.AREA)
    return same and measured and usable_part(claim) and claim.aspect is Aspect.LEVEL and not _EACH.match(after(claim))


def _is_heads(claim: Claim) -> bool:
    count = claim.quantity.unit.dimension is Dimension.COUNT and claim.aspect is Aspect.LEVEL
    return count and usable_part(claim) and (claim.quantity.value or Decimal(0)) > _OF_ALL


def _is_each(claim: Claim, one: Claim, other: Claim) -> bool:
    """Whether it is told for each: in those words, per person, or per one of what is counted beside it."""
    if claim.quantity.value is None or claim.quantity.qualifier not in (Qualifier.EXACT, Qualifier.ABOUT):
        return False
    per = claim.quantity.per
    if per is None:
        return _EACH.match(after(claim)) is not None
    counted = {word.strip(".,;:").casefold().removesuffix("s") for c in (one, other) for word in after(c).split()[:2]}
    return per in _HEADS or per in counted


def _divided(total: Claim, heads: Claim, policy: Policy) -> Interval | None:
    (low, high), (fewest, most) = ends(total, policy), ends(heads, policy)
    return None if fewest <= 0 else Interval(low=low / most, high=high / fewest)


def _observation(total: Claim, heads: Claim, each: Claim) -> Observation:
    share = (total.quantity.value or Decimal(0)) / (heads.quantity.value or Decimal(1))
    right = figure(sensible(share), each) + ("" if each.quantity.per else " each")
    return Observation(
        operation=each.operation.name,
        metric=total.metric.name,
        message=f"{quoted(total)} among {quoted(heads)} makes {right}, not {quoted(each)}",
        sides=((total,), (heads,), (each,)),
        suggestion=f'should read "{right}", or another total',
    )
