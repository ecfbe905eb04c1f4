"""A figure that is off by a power of ten.

## What it does
Reports a figure that agrees with the others once it is multiplied by a power of ten: a lost or extra scale word
("$1,700" for "$1.7 million", "$168,000 million" for "$168,000"), a wrong one (million for billion), lost or extra
zeros. One source against one, a scale word that only one of them has tells which is wrong: words are left out by
mistake, and put behind full numbers ("$168,000 million"), not the other way round. Where nothing of the kind leads to
the figures it is held against, it may to what other articles tell of the same noun elsewhere.

## Why it matters
Million for billion is the most frequent kind of figure in newspapers' corrections columns, and the one that changes a
story most.

## Example
> Agents also seized $1,697,313 in assets.
>
> They took nearly $1,700 in other assets.

1,700 times a thousand is 1,697,313, rounded.

## Near miss
> Agents seized $1.7 million in assets.

That is rounding, not a slip: nothing is reported.

## How to fix it
Restore the scale word or the zeros; the suggestion shows the figure as it would read.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC102 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC102` for one run, or `checks: {CC102: off}` in rules.yaml.
"""

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.base import Cause, CheckInfo, Context, Family
from claimcheck.checks.blame import shown_wrong
from claimcheck.checks.lookalikes import slip_of_lookalike
from claimcheck.checks.style import parts, scale_name
from claimcheck.checks.versus import Versus, readings
from claimcheck.compare.intervals import Reading, in_base, read_quantity
from claimcheck.compare.rounding import conversion_window
from claimcheck.model.claim import Claim
from claimcheck.model.digits import rounded_digits, significant_digits
from claimcheck.model.finding import Disagreement, Severity
from claimcheck.model.policy import Policy
from claimcheck.model.quantity import Unit

INFO = CheckInfo(code="CC102", name="magnitude slip", severity=Severity.ERROR, family=Family.ACROSS)

_POWERS = (3, -3, 6, -6, 9, -9, 2, -2, 1, -1)
_THOUSANDS = 3
_ALIKE = 2
_BEFORE_A_SCALE = 4
_STRONG, _FAIR, _ROUNDED, _WEAK = Decimal("0.95"), Decimal("0.88"), Decimal("0.6"), Decimal("0.5")


def fit(disagreement: Disagreement, context: Context) -> Cause | None:
    """The power of ten that turns the odd figure into one of the others; in a balanced disagreement first one that
    tells which of the two figures is wrong.
    """
    found = [cause for ends in readings(disagreement) for cause in _causes(ends, context)]
    if not found:
        return slip_of_lookalike(disagreement, _causes, context)
    return next((cause for cause in found if cause.suspect is not None), found[0])


def _causes(ends: Versus, context: Context) -> Iterator[Cause]:
    value = ends.odd.quantity.value
    for power in _POWERS if value else ():
        for other in ends.others:
            if value is not None and _agrees_times(ends.odd, other, power, context.policy):
                blamed = (
                    not ends.settled
                    and ends.alone
                    and (_misprinted(ends.odd, other, power) or shown_wrong(ends, other, context))
                )
                told = ends.blamed() if blamed else ends
                yield Cause(
                    score=_score(ends.odd, other, power),
                    words=_words(ends.odd, other, power),
                    suggestion=told.should_read(value.scaleb(power)),
                    suspect=ends.odd if blamed else None,
                )
                return


def _misprinted(odd: Claim, other: Claim, power: int) -> bool:
    """Whether the odd figure lacks the scale word that the other has, or has one behind a number that needs none
    ("$168,000 million"): words are left out by mistake, and added to full numbers, not the other way round.
    """
    ours, theirs = scale_name(odd), scale_name(other)
    if power > 0:
        return ours is None and theirs is not None and not _full(other)
    return ours is not None and theirs is None and _full(odd)


def _full(claim: Claim) -> bool:
    """Whether four digits and more stand before the scale word."""
    whole = parts(claim)[1].partition(".")[0]
    return sum(character.isdigit() for character in whole) >= _BEFORE_A_SCALE


def _agrees_times(odd: Claim, other: Claim, power: int, policy: Policy) -> bool:
    if other.quantity.value is None or not other.quantity.unit.comparable_to(odd.quantity.unit):
        return False
    if power % _THOUSANDS != 0 and not _digits_in_common(odd, other):
        return False
    shifted, told = _shifted(odd, power).bare(), read_quantity(other.quantity).bare()
    return conversion_window(shifted, policy).meets(conversion_window(told, policy))


def _digits_in_common(odd: Claim, other: Claim) -> int:
    """How many digits the two have alike, the longer one rounded to the shorter one: zeros are lost without touching
    the digits before them. 0 where they differ.
    """
    values = (claim.quantity.value or Decimal(0) for claim in (odd, other))
    short, long = sorted(map(significant_digits, values), key=len)
    if odd.quantity.unit.id != other.quantity.unit.id or short == long:
        return len(short)
    return len(short) if len(short) >= _ALIKE and short == rounded_digits(long, len(short)) else 0


def _shifted(odd: Claim, power: int) -> Reading:
    """The odd figure's reading with its number moved by so many places."""
    reading, unit = read_quantity(odd.quantity), odd.quantity.unit
    scaled = Unit(id=unit.id, dimension=unit.dimension, factor=unit.factor.scaleb(power), offset=unit.offset)
    return Reading(
        value=None if odd.quantity.value is None else scaled.to_base(odd.quantity.value),
        interval=in_base(odd.quantity.interval, scaled),
        step=reading.step.scaleb(power),
        fine=reading.fine.scaleb(power),
        qualifier=reading.qualifier,
    )


def _score(odd: Claim, other: Claim, power: int) -> Decimal:
    """Scale words move by thousands; few digits agree by chance more easily."""
    digits = [len(significant_digits(claim.quantity.value or Decimal(1))) for claim in (odd, other)]
    if digits[0] < _ALIKE and scale_name(odd) is None:
        return _WEAK
    if power % _THOUSANDS == 0:
        return _STRONG
    return _FAIR if min(digits) > _ALIKE or digits[0] == digits[1] else _ROUNDED


def _words(odd: Claim, other: Claim, power: int) -> str:
    ours, theirs = scale_name(odd), scale_name(other)
    if power % _THOUSANDS != 0:
        return "lost zeros" if power > 0 else "extra zeros"
    if ours is not None and theirs is not None and ours != theirs:
        return f"the wrong scale word, {ours} for {theirs}"
    if power > 0:
        return "a lost scale word"
    return f"an extra scale word, {ours}" if ours is not None else "a scale word too many"
