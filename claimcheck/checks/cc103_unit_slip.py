"""A figure in the wrong unit, or wrongly converted.

## What it does
Reports a figure whose digits are the others' but whose unit is not ("480 pounds" for "480 kilograms"), one that was
converted with the factor upside down, and one that does not convert into what the others say at all, where nobody else
has its unit; when it is the conversion of another number of the same story, that number is named. Also a sum of money,
of three digits that tell, that one source prints with another currency's sign than the others do, or that a headline
prints with another one than its text, and a number of three digits that one source gives per month and the others per
week.

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

That converts: nothing is reported. Neither is a sum with its conversion in brackets behind it, nor one of two
currencies that share a sign or a name: "$48 million" may be Australian.

## How to fix it
Convert again from the original figure, or print the original unit.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC103 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC103` for one run, or `checks: {CC103: off}` in rules.yaml.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from claimcheck.checks.base import Cause, CheckInfo, Context, Family, Observation
from claimcheck.checks.bases import told_per_another
from claimcheck.checks.blame import shown_wrong
from claimcheck.checks.currencies import headlined_in_another, told_in_another
from claimcheck.checks.style import with_unit
from claimcheck.checks.versus import Versus, readings
from claimcheck.checks.wording import converted, quoted, unit_name
from claimcheck.compare.intervals import ratio, read, read_quantity, share_apart
from claimcheck.compare.rounding import conversion_window
from claimcheck.model.claim import Claim
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Disagreement, Severity
from claimcheck.model.policy import Policy
from claimcheck.model.quantity import Dimension, Unit

INFO = CheckInfo(code="CC103", name="unit slip", severity=Severity.ERROR, family=Family.ACROSS)

_CONVERTIBLE = frozenset(Dimension) - {Dimension.COUNT, Dimension.MONEY, Dimension.OTHER, Dimension.MAGNITUDE}
_SAME_DIGITS, _WRONG_SOURCE, _UPSIDE_DOWN = Decimal("0.97"), Decimal("0.96"), Decimal("0.95")
_UNPRINTED = Decimal("0.9")
_OTHER_UNIT = Decimal("0.55")
_NEAR, _CLOSE = Decimal("0.005"), Decimal("0.003")
_FAR, _APART = Decimal(5), Decimal("1.5")
_TELLING = 20
_DIGITS = 3


def fit(disagreement: Disagreement, context: Context) -> Cause | None:
    """The best of the ways in which a unit goes wrong; in a balanced disagreement first one that tells which of the two
    figures is wrong. None where no unit can have gone wrong.
    """
    found = (cause for ends in readings(disagreement) for cause in _causes(ends, context))
    return max(found, key=lambda cause: (cause.score, cause.suspect is not None), default=None)


def find(context: Context) -> Iterator[Observation]:
    """One observation for each sum of money that one origin tells in another currency than the others, and for each
    number that it tells per something else.
    """
    yield from told_in_another(context)
    yield from headlined_in_another(context)
    yield from told_per_another(context)


def _causes(ends: Versus, context: Context) -> Iterator[Cause]:
    """Against the first of the others' own figures in another unit, else with a unit that only other figures have."""
    odd = ends.odd.quantity
    if odd.unit.dimension not in _CONVERTIBLE or odd.value is None:
        return
    original = _original(ends)
    if original is None:
        ways = [_unprinted(ends, unit) for unit in _units_around(ends, context)]
    else:
        blamed = not ends.settled and ends.alone and shown_wrong(ends, original, context)
        told = ends.blamed() if blamed else ends
        direct = (
            _same_digits(told, original, context.policy),
            _upside_down(told, original),
            _plain_wrong(told, original),
        )
        named = next((cause for cause in direct if cause is not None), None)
        ways = [
            _other_number(ends, original, context),
            replace(named, suspect=ends.odd) if blamed and named is not None else named,
        ]
    yield from (cause for cause in ways if cause is not None)


def _original(ends: Versus) -> Claim | None:
    unit = ends.odd.quantity.unit
    own = (c for c in ends.others if c.restates is None and c.quantity.value is not None)
    return next((c for c in own if c.quantity.unit.id != unit.id and c.quantity.unit.comparable_to(unit)), None)


def _units_around(ends: Versus, context: Context) -> Iterator[Unit]:
    """The other units of the odd figure's dimension in these articles, each once."""
    own = ends.odd.quantity.unit
    seen = {own.id}
    for name in dict.fromkeys(claim.article for claim in (ends.odd, *ends.others)):
        for claim in context.claims.get(name, ()):
            unit = claim.quantity.unit
            if unit.id not in seen and unit.comparable_to(own):
                seen.add(unit.id)
                yield unit


def _same_digits(ends: Versus, original: Claim, policy: Policy) -> Cause | None:
    """The same number, or one that rounds to it where the units are far apart."""
    ours, theirs = ends.odd.quantity, original.quantity
    if ours.value != theirs.value and not _rounds_to(ends.odd, original, policy):
        return None
    names = unit_name(ours.unit, Decimal(2)), unit_name(theirs.unit, Decimal(2))
    return Cause(
        score=_SAME_DIGITS,
        words=f"the wrong unit, {names[0]} for {names[1]}",
        suggestion=ends.should_read(theirs.value or Decimal(0), original),
    )


def _rounds_to(odd: Claim, original: Claim, policy: Policy) -> bool:
    unit = original.quantity.unit
    times = ratio(odd.quantity.unit.factor, unit.factor)
    if times is None or times < _APART or odd.quantity.unit.offset or unit.offset:
        return False
    retold = read_quantity(replace(odd.quantity, unit=unit)).bare()
    return conversion_window(retold, policy).meets(conversion_window(read(original).bare(), policy))


def _upside_down(ends: Versus, original: Claim) -> Cause | None:
    """Divided by the factor where it should have been multiplied."""
    ours, theirs = ends.odd.quantity, original.quantity
    if ours.value is None or theirs.value is None or ours.unit.offset or theirs.unit.offset:
        return None
    wrong = theirs.value * ours.unit.factor / theirs.unit.factor
    if share_apart(wrong, ours.value) > _NEAR:
        return None
    return Cause(score=_UPSIDE_DOWN, words="a conversion the wrong way round", suggestion=_converted(ends, original))


def _unprinted(ends: Versus, unit: Unit) -> Cause | None:
    """The others have the odd figure's own unit. Converted into another one their number is the odd one: the number was
    taken over without its unit; or the odd one is that, converted once more.
    """
    ours, theirs = ends.odd.quantity, ends.voice.quantity
    if ours.value is None or theirs.value is None or not theirs.unit.comparable_to(ours.unit) or unit.offset:
        return None
    if len(significant_digits(ours.value)) < _DIGITS or ours.unit.offset or theirs.unit.offset:
        return None
    close = max(_CLOSE, min(_NEAR, ours.step / 2 / abs(ours.value)))
    taken = theirs.unit.to_base(theirs.value) / unit.factor
    if share_apart(taken, ours.value) <= close:
        names = unit_name(ours.unit, Decimal(2)), unit_name(unit, Decimal(2))
        advice = f'should read "{with_unit(ends.odd, unit)}"' if ends.settled else None
        return Cause(score=_UNPRINTED, words=f"the wrong unit, {names[0]} for {names[1]}", suggestion=advice)
    if share_apart(taken * ours.unit.factor / unit.factor, ours.value) <= close:
        words = f"a conversion of {unit_name(unit, Decimal(2))} the wrong way round"
        return Cause(score=_UNPRINTED, words=words, suggestion=_converted(ends, ends.voice))
    return None


def _other_number(ends: Versus, original: Claim, context: Context) -> Cause | None:
    """The odd figure is a right conversion of a number of something else that stands beside it in these articles: then
    it is the wrong one.
    """
    ours, theirs = ends.odd.quantity, original.quantity
    if ours.value is None or _of_one_system(ours.unit, theirs.unit):
        return None
    told = ends.blamed() if ends.alone else ends
    for other in _beside(ends, context):
        value = other.quantity.value
        if value is None or value < _TELLING or value == theirs.value:
            continue
        if (
            share_apart(theirs.unit.to_base(value), read(ends.odd).value or Decimal(0))
            <= context.policy.conversion.slip
        ):
            return Cause(
                score=_WRONG_SOURCE,
                words=f"a conversion of another number, {quoted(other)} ({other.metric.name})",
                suggestion=_converted(told, original),
                suspect=ends.odd if told.settled else None,
            )
    return None


def _beside(ends: Versus, context: Context) -> Iterator[Claim]:
    """Other figures of the odd figure's article, then of the others' articles, in units that do not convert into its
    own: what does convert is the same amount of something else, and no mistake in converting.
    """
    for article in dict.fromkeys(claim.article for claim in (ends.odd, *ends.others)):
        for claim in context.claims.get(article, ()):
            apart = not claim.quantity.unit.comparable_to(ends.odd.quantity.unit)
            if apart and claim.metric.id != ends.odd.metric.id:
                yield claim


def _plain_wrong(ends: Versus, original: Claim) -> Cause | None:
    """No way to say how it went wrong, but nobody else has the odd figure's unit, nor one that is a power of ten of it
    (a tonne is no factor to look up), and the size is right.
    """
    unit = ends.odd.quantity.unit
    if unit.dimension is Dimension.DURATION or any(
        _of_one_system(c.quantity.unit, unit) for c in ends.others if c.quantity.unit.comparable_to(unit)
    ):
        return None
    ours, theirs = read(ends.odd).value, read(original).value
    times = None if ours is None or theirs is None else ratio(ours, theirs)
    if times is None or times > _FAR:
        return None
    return Cause(score=_OTHER_UNIT, words="a wrong conversion", suggestion=_converted(ends, original))


def _of_one_system(a: Unit, b: Unit) -> bool:
    """Whether only the point moves between them: kilograms and tonnes."""
    times = ratio(a.factor, b.factor)
    return a.offset == b.offset and times is not None and significant_digits(times) == (1,)


def _converted(ends: Versus, original: Claim) -> str | None:
    """What the others say in the odd figure's unit: as one of them prints it, else converted."""
    unit = ends.odd.quantity.unit
    printed = next((c for c in ends.others if c.quantity.unit.id == unit.id and c.restates is None), None)
    value = converted(printed or original, ends.odd)
    return None if value is None else ends.should_read(value)
