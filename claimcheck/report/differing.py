"""Which characters of two printed numbers differ, for formats that mark them."""

import re
from collections.abc import Iterable
from decimal import Decimal
from difflib import SequenceMatcher

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding

Odd = frozenset[int]
"""Places of characters, in a claim's number as printed, that differ from the number it stands against."""

NONE: Odd = frozenset()

_MOST_CHANGES = 2
_LONGEST = 40
_DIGITS = re.compile(r"[0-9]+(\.[0-9]+)?")


def number(claim: Claim) -> str:
    """The number as printed, without qualifier and unit."""
    quantity, start = claim.quantity, claim.span.start
    inside = claim.span.covers(quantity.number)
    return quantity.surface[quantity.number.start - start : quantity.number.end - start] if inside else ""


def slip(claim: Claim, others: Iterable[Claim]) -> tuple[Odd, Claim, Odd] | None:
    """The first of `others` that the claim's number is a slip of, with what differs in the one and in the other."""
    for other in others:
        if other.quantity.unit == claim.quantity.unit and _in_digits(claim) and _in_digits(other):
            ours, theirs = differing(number(claim), number(other))
            if ours or theirs:
                return ours, other, theirs
    return None


def slip_of(finding: Finding) -> str:
    """The digits that differ between the suspect, or the last side, and what stands against it, in brackets:
    "5[8]0 / 5[3]0". Empty where the figures are no slip of one another.
    """
    if len(finding.sides) < 2:
        return ""
    odd = finding.suspect or finding.sides[-1][0]
    own = next((side for side in finding.sides if any(claim.id == odd.id for claim in side)), ())
    found = slip(odd, (claim for side in finding.sides if side is not own for claim in side))
    if found is None:
        return ""
    ours, other, theirs = found
    return f"{_bracketed(number(odd), ours)} / {_bracketed(number(other), theirs)}"


def _bracketed(text: str, odd: Odd) -> str:
    marked = "".join(f"[{char}]" if at in odd else char for at, char in enumerate(text))
    return marked.replace("][", "")


def _in_digits(claim: Claim) -> bool:
    """Whether the digits are the whole number, with no scale word ("1.7 million") or fraction beside them."""
    printed = number(claim).replace(",", "")
    return _DIGITS.fullmatch(printed) is not None and Decimal(printed) == claim.quantity.value


def differing(number: str, other: str) -> tuple[Odd, Odd]:
    """The places in `number` and in `other` where they differ, when that tells something: both are written in digits
    and are a slip of one another (a digit or two changed, swapped, lost or added). Otherwise none: every digit of two
    numbers that have nothing in common differs, and to mark them all marks nothing.

    >>> [sorted(places) for places in differing("2,290", "2,209")]
    [[3, 4], [3, 4]]
    >>> [sorted(places) for places in differing("55", "16.55")]
    [[], [0, 1]]
    """
    ours, theirs = _digits(number), _digits(other)
    if not (ours and theirs) or max(len(number), len(other)) > _LONGEST:
        return NONE, NONE
    a, b = "".join(char for _, char in ours), "".join(char for _, char in theirs)
    left, right = _odd_equal(a, b) if len(a) == len(b) else _odd(a, b)
    if not _tells(left, right, a, b):
        return NONE, NONE
    return frozenset(ours[at][0] for at in left), frozenset(theirs[at][0] for at in right)


def _digits(text: str) -> list[tuple[int, str]]:
    return [(at, char) for at, char in enumerate(text) if char.isdigit()]


def _odd_equal(a: str, b: str) -> tuple[list[int], list[int]]:
    odd = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return odd, odd


def _odd(a: str, b: str) -> tuple[list[int], list[int]]:
    left: list[int] = []
    right: list[int] = []
    for kind, a_from, a_to, b_from, b_to in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            left.extend(range(a_from, a_to))
            right.extend(range(b_from, b_to))
    return left, right


def _tells(left: list[int], right: list[int], a: str, b: str) -> bool:
    odd = max(len(left), len(right))
    return 0 < odd <= _MOST_CHANGES and 2 * min(len(a) - len(left), len(b) - len(right)) >= min(len(a), len(b))
