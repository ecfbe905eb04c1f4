"""A figure in the wrong unit, or wrongly converted.

## What it does
Reports a figure whose digits are the others' but whose unit is not ("480 pounds" for "480 kilograms"), one that was
converted with the factor upside down, and one that does not convert into what the others say at all; when it is the
conversion of another number of the same story, that number is named.

## Why it matters
Conversions are made at the desk, in a hurry, from a list of figures: the eye slips a line, the calculator divides
where it should multiply.

## Example
> The agency reported 480 kilograms of fentanyl powder and 420 firearms.
>
> Agents seized 926 pounds of fentanyl powder.

480 kilograms are 1,058 pounds. 926 pounds are 420 kilograms: the number of firearms, converted.

## Near miss
> Agents seized 1,058 pounds of fentanyl powder.

That converts: nothing is reported.

## How to fix it
Convert again from the original figure, or print the original unit.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC103 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC103` for one run, or `checks: {CC103: off}` in rules.yaml.
"""

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.base import Cause, CheckInfo, Context, Family
from claimcheck.checks.versus import Versus, versus
from claimcheck.checks.wording import figure, quoted, sensible, unit_name
from claimcheck.compare.intervals import ratio, read, share_apart
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Disagreement, Severity
from claimcheck.model.quantity import Dimension

INFO = CheckInfo(code="CC103", name="unit slip", severity=Severity.ERROR, family=Family.ACROSS)

_CONVERTIBLE = frozenset(Dimension) - {Dimension.COUNT, Dimension.MONEY, Dimension.OTHER, Dimension.MAGNITUDE}
_SAME_DIGITS, _WRONG_SOURCE, _UPSIDE_DOWN = Decimal("0.97"), Decimal("0.96"), Decimal("0.95")
_OTHER_UNIT = Decimal("0.55")
_NEAR = Decimal("0.005")
_FAR = Decimal(5)
_TELLING = 20


def fit(disagreement: Disagreement, context: Context) -> Cause | None:
    """The best of the ways in which a unit goes wrong, None when the odd figure is in the others' own unit."""
    ends = versus(disagreement)
    original = _original(ends)
    if original is None:
        return None
    ways = (_same_digits(ends, original), _upside_down(ends, original), _other_number(ends, original, context))
    return next((cause for cause in ways if cause is not None), _plain_wrong(ends, original))


def _original(ends: Versus) -> Claim | None:
    """The first of the others' own figures in another unit than the odd one's."""
    unit = ends.odd.quantity.unit
    if unit.dimension not in _CONVERTIBLE or ends.odd.quantity.value is None:
        return None
    own = (c for c in ends.others if c.restates is None and c.quantity.value is not None)
    return next((c for c in own if c.quantity.unit.id != unit.id and c.quantity.unit.comparable_to(unit)), None)


def _same_digits(ends: Versus, original: Claim) -> Cause | None:
    if ends.odd.quantity.value != original.quantity.value:
        return None
    names = unit_name(ends.odd.quantity.unit, Decimal(2)), unit_name(original.quantity.unit, Decimal(2))
    return Cause(
        score=_SAME_DIGITS,
        words=f"the wrong unit, {names[0]} for {names[1]}",
        suggestion=ends.should_read(figure(original.quantity.value or Decimal(0), original)),
    )


def _upside_down(ends: Versus, original: Claim) -> Cause | None:
    """Divided by the factor where it should have been multiplied."""
    ours, theirs = ends.odd.quantity, original.quantity
    if ours.value is None or theirs.value is None or ours.unit.offset or theirs.unit.offset:
        return None
    wrong = theirs.value * ours.unit.factor / theirs.unit.factor
    if share_apart(wrong, ours.value) > _NEAR:
        return None
    return Cause(score=_UPSIDE_DOWN, words="a conversion the wrong way round", suggestion=_converted(ends, original))


def _other_number(ends: Versus, original: Claim, context: Context) -> Cause | None:
    """The odd figure is a right conversion of another number that stands beside the figure in these articles."""
    ours, theirs = ends.odd.quantity, original.quantity
    if ours.value is None:
        return None
    reading = read(ends.odd)
    for other in _beside(ends, context):
        value = other.quantity.value
        if value is None or value < _TELLING or value == theirs.value:
            continue
        if share_apart(theirs.unit.to_base(value), reading.value or Decimal(0)) <= context.policy.conversion.slip:
            words = f"a conversion of another number, {quoted(other)} ({other.metric.name})"
            return Cause(score=_WRONG_SOURCE, words=words, suggestion=_converted(ends, original))
    return None


def _beside(ends: Versus, context: Context) -> Iterator[Claim]:
    """Other figures of the odd figure's article, then of the others' articles."""
    for article in dict.fromkeys(claim.article for claim in (ends.odd, *ends.others)):
        for claim in context.claims.get(article, ()):
            if claim.quantity.unit.id != ends.odd.quantity.unit.id and claim.metric.id != ends.odd.metric.id:
                yield claim


def _plain_wrong(ends: Versus, original: Claim) -> Cause | None:
    """No way to say how it went wrong, but most others have another unit, and the size is right."""
    in_our_unit = [c for c in ends.others if c.restates is None and c.quantity.unit.id == ends.odd.quantity.unit.id]
    if 2 * len(in_our_unit) >= len(ends.others):
        return None
    ours, theirs = read(ends.odd).value, read(original).value
    times = None if ours is None or theirs is None else ratio(ours, theirs)
    if times is None or times > _FAR:
        return None
    return Cause(score=_OTHER_UNIT, words="a wrong conversion", suggestion=_converted(ends, original))


def _converted(ends: Versus, original: Claim) -> str | None:
    base, unit = read(original).value, ends.odd.quantity.unit
    printed = next((c for c in ends.others if c.quantity.unit.id == unit.id and c.restates is None), None)
    if printed is not None and printed.quantity.value is not None:
        return ends.should_read(figure(printed.quantity.value, ends.odd))
    if base is None:
        return None
    return ends.should_read(figure(sensible((base - unit.offset) / unit.factor), ends.odd))
