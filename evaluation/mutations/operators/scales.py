"""Magnitude slips: CC102."""

from decimal import Decimal
from random import Random

from evaluation.mutations.operators.base import Outcome, operator, renumbered
from evaluation.mutations.printing import with_case, with_digits
from evaluation.mutations.targets import Target
from evaluation.mutations.text import Edit
from evaluation.mutations.words import words

IN_THOUSANDS = Decimal("0.3")
"""Share of the lost scale words of millions that are printed in thousands: $1,700 for $1.7 million."""


@operator("swapped-scale")
def swapped_scale(target: Target, chance: Random) -> Outcome | None:
    """Billion for million."""
    scale = target.figure.scale
    if scale is None or (options := words().scale_swaps.get(scale.text.lower())) is None:
        return None
    word = with_case(scale.text, chance.choice(options))
    return Outcome(edits=(Edit(scale.start, scale.end, word or ""),))


@operator("lost-scale")
def lost_scale(target: Target, chance: Random) -> Outcome | None:
    """The scale word left out ($110 for $110 million), or the thousands printed alone ($1,700 for $1.7 million)."""
    figure = target.figure
    if figure.scale is None or not figure.digits:
        return None
    written = Decimal(figure.digits)
    if figure.scale.text.lower() == "million" and chance.random() < IN_THOUSANDS and written < 1000:
        number = f"{(written * 1000).normalize():,f}"
        return Outcome(edits=(Edit(figure.number.start, figure.scale.end, number),))
    return Outcome(edits=(Edit(figure.number.end, figure.scale.end, ""),))


@operator("power-of-ten")
def power_of_ten(target: Target, chance: Random) -> Outcome | None:
    """A zero too many or too few: 6,170 for 617, 70,000 for 700,000."""
    figure, digits = target.figure, target.figure.digits
    if not digits or not figure.whole or len(digits) < 2:
        return None
    options = [digits + "0", *([digits[:-1]] if digits.endswith("0") else [])]
    return renumbered(target, with_digits(figure, chance.choice(options)))


@operator("moved-point")
def moved_point(target: Target, chance: Random) -> Outcome | None:
    """The decimal point lost or one place off: 26 percent or 0.26 for 2.6."""
    digits = target.figure.digits
    if "." not in digits:
        return None
    written = Decimal(digits)
    shifted = [
        f"{written.scaleb(len(digits.partition('.')[2])):f}",
        f"{written.scaleb(1):f}",
        f"{written.scaleb(-1):f}",
    ]
    fit = [d for d in shifted if Decimal(d) >= (1 if target.figure.scale else Decimal("0.1"))]
    return renumbered(target, with_digits(target.figure, chance.choice(fit))) if fit else None
