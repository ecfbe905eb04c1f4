"""Errors that one article gives away: headline or repetition (CC204), sums (CC202), what cannot be (CC205)."""

import re
from dataclasses import replace
from random import Random

from evaluation.mutations.figures import Figure
from evaluation.mutations.operators.base import OPERATORS, Outcome, operator
from evaluation.mutations.printing import with_digits
from evaluation.mutations.targets import RANGE, RANGE_WORDS, Target
from evaluation.mutations.text import Edit
from evaluation.stories import body_start

TEN = 10
"""From ten on, a headline's figure is the one that the text prints alike; below, the noun has to be the same."""
SLIPS = ("wrong-digit", "transposed-digits", "other-value")
"""The errors that are made in a headline, a repetition or a part of a sum."""
_SHARE = re.compile(r"\s+(?:of|said|were|are|had|have|supported|voted)\b")


@operator("headline")
def headline(target: Target, chance: Random) -> Outcome | None:
    """The headline and the text print different numbers of one thing; either may be the wrong one."""
    figure, body = target.figure, body_start(target.text)
    across = [f for f in target.again if (f.start < body) != (figure.start < body)]
    if not any(figure.value >= TEN or _noun(f) == _noun(figure) for f in across):
        return None
    return None if any(_named(f, target.text) for f in (figure, *across)) else _slip(target, chance)


@operator("told-twice")
def told_twice(target: Target, chance: Random) -> Outcome | None:
    """Of two places in the text that print the same figure of the same thing, one is wrong."""
    body = body_start(target.text)
    again = [f for f in target.repeats if f.start >= body]
    return _slip(target, chance) if again and target.figure.start >= body else None


@operator("broken-sum")
def broken_sum(target: Target, chance: Random) -> Outcome | None:
    """A part or the total of a sum that the article tells is wrong."""
    return _slip(target, chance) if target.parts and not target.again else None


@operator("impossible-share")
def impossible_share(target: Target, chance: Random) -> Outcome | None:  # noqa: ARG001 nothing to choose
    """A share above a hundred percent: 161% of sales for 61%."""
    figure = target.figure
    if (
        figure.unit != "percent"
        or not _SHARE.match(target.text, figure.end)
        or not figure.digits
        or figure.value >= 100
    ):
        return None
    number = with_digits(figure, "1" + figure.digits if figure.value >= 10 else figure.digits.replace(".", "") + "00")
    return Outcome(edits=(Edit(figure.number.start, figure.number.end, number),), settled=True)


@operator("backwards-range")
def backwards_range(target: Target, chance: Random) -> Outcome | None:  # noqa: ARG001 nothing to choose
    """A range with its ends the wrong way round: between $400 and $110."""
    if target.figure.unit != RANGE:
        return None
    match = RANGE_WORDS.match(target.text, target.figure.start)
    if match is None:
        return None
    turned = f"{match['second']} and {match['first']}"
    return Outcome(edits=(Edit(match.start("first"), match.end("second"), turned),), settled=True)


def _named(figure: Figure, text: str) -> bool:
    """Whether it is the number of a name: "Century 16"."""
    return not (figure.noun or figure.unit) and re.search(r"[A-Z]\w* $", text[: figure.start]) is not None


def _noun(figure: Figure) -> str:
    return figure.noun.removesuffix("s")


def _slip(target: Target, chance: Random) -> Outcome | None:
    order = list(SLIPS)
    chance.shuffle(order)
    made = ((name, OPERATORS[name](target, chance)) for name in order)
    return next((replace(outcome, slip=name) for name, outcome in made if outcome is not None), None)
