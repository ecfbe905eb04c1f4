"""A figure with a digit wrong.

## What it does
Reports a figure that differs from the others by one slip of the keyboard: two digits swapped, one changed, dropped, or
doubled, a lost decimal point ("26 percent" for "2.6 percent"), lost leading digits ("55" for "16.55").

## Why it matters
It is the plain typing error; the right figure is nearly always in the source that was copied from.

## Example
> The haul included 16.55 kilograms of heroin.
>
> Among the drugs were 55 kilograms of heroin.

"55" is "16.55" without its beginning.

## Near miss
> Among the drugs were 16.5 kilograms of heroin.

The last digit was cut off, which is rounding: nothing is reported.

## How to fix it
Copy the figure again from the source.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC104 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC104` for one run, or `checks: {CC104: off}` in rules.yaml.
"""

from decimal import Decimal

from claimcheck.checks.base import Cause, CheckInfo, Context, Family
from claimcheck.checks.versus import versus
from claimcheck.checks.wording import figure
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.digits import changed, dropped, swapped
from claimcheck.model.finding import Disagreement, Severity

INFO = CheckInfo(code="CC104", name="digit slip", severity=Severity.ERROR, family=Family.ACROSS)

_LONG = 3
_SHORT = 2
_FEW_DIGITS = Decimal("0.55")


def fit(disagreement: Disagreement, context: Context) -> Cause | None:  # noqa: ARG001 the shape of every cause
    """The likeliest slip between the odd figure and any of the others in its unit."""
    ends = versus(disagreement)
    best: Cause | None = None
    for other in ends.others:
        found = _slip_between(ends.odd, other)
        if found is not None and (best is None or found[0] > best.score):
            suggestion = ends.should_read(figure(_size(other), other))
            best = Cause(score=found[0], words=found[1], suggestion=suggestion)
    return best


def _slip_between(odd: Claim, other: Claim) -> tuple[Decimal, str] | None:
    ours, theirs = odd.quantity, other.quantity
    if ours.value is None or theirs.value is None or ours.unit.id != theirs.unit.id:
        return None
    if not (_has_digits(odd) and _has_digits(other)):
        return None
    return slip(*_written(abs(ours.value), abs(theirs.value)))


def slip(wrong: str, right: str) -> tuple[Decimal, str] | None:
    """How `wrong` comes from `right` (digits, perhaps with a point) by one slip, with a score; None if it does not."""
    ours, theirs = wrong.replace(".", ""), right.replace(".", "")
    if ours.lstrip("0") == theirs.lstrip("0"):
        return _point(wrong, right)
    found = _tail(ours, theirs) or _one_digit(ours, theirs)
    if found is None:
        return None
    score, words = found
    return (score if max(len(ours), len(theirs)) >= _LONG else min(score, _FEW_DIGITS)), words


def _point(wrong: str, right: str) -> tuple[Decimal, str] | None:
    if "." not in wrong and "." not in right:
        return None
    return Decimal("0.92"), "a lost decimal point" if "." not in wrong else "a misplaced decimal point"


def _tail(ours: str, theirs: str) -> tuple[Decimal, str] | None:
    if len(theirs) - len(ours) > 1 and len(ours) >= _SHORT and theirs.endswith(ours):
        return Decimal("0.9"), "lost leading digits"
    return None


def _one_digit(ours: str, theirs: str) -> tuple[Decimal, str] | None:
    if len(min(ours, theirs, key=len)) < _SHORT:
        return None
    if changed(ours, theirs):
        return Decimal("0.8"), "a wrong digit"
    if swapped(ours, theirs):
        return Decimal("0.9"), "two digits swapped"
    if dropped(ours, theirs):
        return Decimal("0.85"), "a dropped digit"
    return (Decimal("0.85"), "a digit too many") if dropped(theirs, ours) else None


def _size(claim: Claim) -> Decimal:
    """The printed number, a change without its sign."""
    value = claim.quantity.value or Decimal(0)
    return abs(value) if claim.aspect is Aspect.CHANGE else value


def _has_digits(claim: Claim) -> bool:
    return any(character.isdigit() for character in claim.quantity.surface)


def _written(a: Decimal, b: Decimal) -> tuple[str, str]:
    """Both numbers in plain digits, zeros that both end in taken off ("1.56 million" and "1.65 million": 156, 165)."""
    left, right = f"{a.normalize():f}", f"{b.normalize():f}"
    while "." not in left + right and left.endswith("0") and right.endswith("0") and len(min(left, right, key=len)) > 1:
        left, right = left[:-1], right[:-1]
    return left, right
