"""Bounds that point the wrong way: CC105."""

from decimal import Decimal
from random import Random

from evaluation.mutations.figures import Figure, Hedge
from evaluation.mutations.operators.base import Outcome, operator
from evaluation.mutations.printing import newsprint, with_case
from evaluation.mutations.targets import Target
from evaluation.mutations.text import Edit
from evaluation.mutations.words import words

SMALLEST = 20
"""Counts below it are not rounded for a bound."""


@operator("wrong-bound")
def wrong_bound(target: Target, chance: Random) -> Outcome | None:
    """A bound beyond the figure ("more than 700" for 617, "fewer than 600"), or the other word before it."""
    figure = target.figure
    if figure.qualifier is not None:
        return _swapped(figure)
    if not takes_qualifier(target) or figure.value < SMALLEST:
        return None
    above = chance.random() < 3 / 4
    bound = _beyond(figure.value, above=above)
    less = "less than" if figure.unit or figure.currency else "fewer than"
    phrase = "more than" if above else less
    return Outcome(edits=(with_bound(target, phrase, bound),))


def takes_qualifier(target: Target) -> bool:
    """Whether words like "more than" can stand before it: not after "the", nor inside a compound."""
    figure, text = target.figure, target.text
    if figure.qualifier is not None or text[figure.end : figure.end + 1] == "-" or _hyphenated(figure, text):
        return False
    if not (figure.unit or figure.noun):
        return False
    before = text[max(0, figure.start - 30) : figure.start].lower().split()
    line_start = text.rfind("\n", 0, figure.start) + 1 == figure.start
    return line_start or not before or before[-1] not in words().no_qualifier_after


def with_bound(target: Target, phrase: str, value: Decimal) -> Edit:
    """The phrase and the value in place of currency, number and scale word, with a capital where one stood first."""
    figure = target.figure
    sign = figure.currency.text if figure.currency else ""
    starts = _starts_sentence(target.text, figure.start)
    words_before = with_case("A", phrase) if starts else phrase
    end = (figure.scale or figure.number).end
    return Edit(figure.start, end, f"{words_before} {sign}{newsprint(value)}")


def _starts_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(" ")
    return before.endswith((".", "\n", "!", "?", "”", '"')) or not before


def _hyphenated(figure: Figure, text: str) -> bool:
    return figure.unit_word is not None and text[figure.unit_word.start - 1] == "-"


def _beyond(value: Decimal, *, above: bool) -> Decimal:
    """The next round number (one digit, or two where that is far) on one side, at least two percent away."""
    for digits in (1, 2):
        step = Decimal(1).scaleb(value.adjusted() - digits + 1)
        down = (value // step) * step
        bound = down + step if above else down
        while abs(bound - value) * 50 < value:
            bound += step if above else -step
        if bound > 0 and max(bound, value) <= min(bound, value) * Decimal("1.35"):
            return bound
    return bound


def _swapped(figure: Figure) -> Outcome | None:
    """The opposite bound before the same number; only where a bound stands."""
    part = figure.qualifier
    if part is None or figure.hedge not in (Hedge.LOWER, Hedge.UPPER):
        return None
    other = words().bound_swaps.get(" ".join(part.text.lower().split()))
    word = with_case(part.text, other)
    return None if word is None else Outcome(edits=(Edit(part.start, part.end, word),))
