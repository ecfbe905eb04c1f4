"""A figure that is off by a power of ten.

## What it does
Reports a figure that agrees with the others once it is multiplied by a power of ten: a lost or extra scale word
("$1,700" for "$1.7 million", "$168,000 million" for "$168,000"), a wrong one (million for billion), lost or extra
zeros.

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

from decimal import Decimal

from claimcheck.checks.base import Cause, CheckInfo, Context, Family
from claimcheck.checks.versus import versus
from claimcheck.checks.wording import figure, scale_word
from claimcheck.compare.intervals import Reading, in_base, read_quantity
from claimcheck.compare.rounding import conversion_window
from claimcheck.model.claim import Claim
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Disagreement, Severity
from claimcheck.model.policy import Policy
from claimcheck.model.quantity import Unit

INFO = CheckInfo(code="CC102", name="magnitude slip", severity=Severity.ERROR, family=Family.ACROSS)

_POWERS = (3, -3, 6, -6, 9, -9, 2, -2, 1, -1)
_THOUSANDS = 3
_ALIKE = 2
_STRONG, _FAIR, _WEAK = Decimal("0.95"), Decimal("0.88"), Decimal("0.5")


def fit(disagreement: Disagreement, context: Context) -> Cause | None:
    """The power of ten that turns the odd figure into one of the others."""
    ends = versus(disagreement)
    value = ends.odd.quantity.value
    if value is None or value == 0:
        return None
    for power in _POWERS:
        for other in ends.others:
            if _agrees_times(ends.odd, other, power, context.policy):
                suggestion = ends.should_read(figure(value.scaleb(power), ends.odd))
                return Cause(score=_score(ends.odd, power), words=_words(ends.odd, other, power), suggestion=suggestion)
    return None


def _agrees_times(odd: Claim, other: Claim, power: int, policy: Policy) -> bool:
    if other.quantity.value is None or not other.quantity.unit.comparable_to(odd.quantity.unit):
        return False
    shifted, told = _shifted(odd, power).bare(), read_quantity(other.quantity).bare()
    return conversion_window(shifted, policy).meets(conversion_window(told, policy))


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


def _score(odd: Claim, power: int) -> Decimal:
    """Scale words move by thousands; a single digit agrees by chance more easily."""
    value = odd.quantity.value or Decimal(1)
    if len(significant_digits(value)) < _ALIKE and scale_word(odd) is None:
        return _WEAK
    return _STRONG if power % _THOUSANDS == 0 else _FAIR


def _words(odd: Claim, other: Claim, power: int) -> str:
    ours, theirs = scale_word(odd), scale_word(other)
    if power % _THOUSANDS != 0:
        return "lost zeros" if power > 0 else "extra zeros"
    if ours is not None and theirs is not None and ours != theirs:
        return f"the wrong scale word, {ours} for {theirs}"
    if power > 0:
        return "a lost scale word"
    return f"an extra scale word, {ours}" if ours is not None else "a scale word too many"
