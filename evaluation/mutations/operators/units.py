"""Unit slips: CC103 across articles, CC201 where the conversion stands beside the figure."""

from decimal import Decimal
from random import Random

from evaluation.mutations.figures import Figure
from evaluation.mutations.operators.base import Outcome, operator
from evaluation.mutations.printing import newsprint, to_digits
from evaluation.mutations.targets import Target
from evaluation.mutations.text import Edit
from evaluation.mutations.words import UnitWord, words

DIGITS = 3
"""Significant digits of a converted figure, when the figure itself has fewer."""
SYSTEMS = 30
"""Units that differ by more belong to one system (tonne and kilogram): nobody looks up a factor for them."""


@operator("wrong-unit")
def wrong_unit(target: Target, chance: Random) -> Outcome | None:
    """The same number of another unit: 480 pounds for 480 kilograms. Only the unit's word changes."""
    figure = target.figure
    unit, word = words().units.get(figure.unit), figure.unit_word
    if unit is None or word is None or not unit.taken_for or target.paired:
        return None
    other = words().units[chance.choice(unit.taken_for)]
    return Outcome(edits=(Edit(word.start, word.end, other.like(word.text, unit)),))


@operator("wrong-currency")
def wrong_currency(target: Target, chance: Random) -> Outcome | None:
    """The same sum in another currency: £48 million for $48 million."""
    sign = target.figure.currency
    if sign is None or target.paired or (options := words().currency_swaps.get(sign.text)) is None:
        return None
    if target.text[target.figure.end :].lstrip().startswith(("USD", "US ")):
        return None
    return Outcome(edits=(Edit(sign.start, sign.end, chance.choice(options)),), settled=True)


@operator("wrong-conversion")
def wrong_conversion(target: Target, chance: Random) -> Outcome | None:
    """Converted the wrong way round, without the figure it came from: 218 pounds for 480 kilograms."""
    figure = target.figure
    unit = words().units.get(figure.unit)
    if unit is None or not unit.taken_for or target.paired or figure.scale is not None:
        return None
    other = words().units[chance.choice(unit.taken_for)]
    if max(unit.size, other.size) > SYSTEMS * min(unit.size, other.size):
        return None
    printed = _converted(figure, other.size / unit.size, other, unit)
    end = figure.unit_word.end if figure.unit_word else figure.end
    return Outcome(edits=(Edit(figure.number.start, end, printed),))


@operator("wrong-restatement")
def wrong_restatement(target: Target, chance: Random) -> Outcome | None:
    """The conversion in brackets is wrong: turned the wrong way round, or a power of ten off."""
    figure, again = target.figure, target.restated
    if again is None or again.unit_word is None or again.scale is not None or figure.scale is not None:
        return None
    unit, other = words().units.get(figure.unit), words().units.get(again.unit)
    if unit is None or other is None or unit.dimension != other.dimension:
        return None
    factor = other.size / unit.size if chance.random() < 1 / 2 else unit.size / other.size * 10
    number = newsprint(to_digits(figure.value * factor, max(DIGITS, again.significant)))
    return Outcome(edits=(Edit(again.number.start, again.number.end, number),), figure=again, settled=True)


def _converted(figure: Figure, factor: Decimal, other: UnitWord, unit: UnitWord) -> str:
    """The figure times the factor, in the other unit, with its kind of unit word and the joint before it."""
    written = figure.unit_word.text if figure.unit_word else unit.plural
    value = to_digits(figure.value * factor, max(DIGITS, figure.significant))
    return f"{newsprint(value)} {other.like(written, unit)}"
