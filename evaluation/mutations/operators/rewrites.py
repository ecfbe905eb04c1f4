"""What a careful desk does every day and no checker may mind."""

import re
from decimal import Decimal
from random import Random

from evaluation.mutations.figures import Hedge
from evaluation.mutations.operators.base import Outcome, operator, renumbered
from evaluation.mutations.operators.bounds import takes_qualifier, with_bound
from evaluation.mutations.printing import newsprint, to_digits, with_case
from evaluation.mutations.targets import Target
from evaluation.mutations.text import Edit
from evaluation.mutations.words import spelled, words
from evaluation.stories import body_start

CLOSE = Decimal("0.05")
"""How far off a rounded figure may be."""
IN_WORDS = 12


@operator("rounded")
def rounded(target: Target, chance: Random) -> Outcome | None:  # noqa: ARG001 the figure decides
    """An exact figure rounded to two digits, with the word that belongs to it: nearly $1.7 million for $1,697,313."""
    figure = target.figure
    if figure.significant < 3 or not takes_qualifier(target) or figure.hedge is not Hedge.EXACT or target.paired:
        return None
    value = to_digits(figure.value, 2)
    if abs(value - figure.value) > CLOSE * figure.value or value == figure.value:
        return None
    return Outcome(edits=(with_bound(target, "nearly" if value > figure.value else "more than", value),))


@operator("requalified")
def requalified(target: Target, chance: Random) -> Outcome | None:
    """A true bound or hedge in place of the figure: more than 600 or about 620 for 617."""
    figure = target.figure
    if figure.hedge is not Hedge.EXACT or not takes_qualifier(target) or figure.value < 20 or target.paired:
        return None
    step = Decimal(1).scaleb(figure.value.adjusted() - (0 if str(figure.value)[0] in "3456789" else 1))
    below = figure.value // step * step
    options = [("about", to_digits(figure.value, 2))]
    if below < figure.value <= below * Decimal("1.25"):
        options.append(("more than", below))
    phrase, value = chance.choice(options)
    return Outcome(edits=(with_bound(target, phrase, value),))


@operator("converted")
def converted(target: Target, chance: Random) -> Outcome | None:
    """The figure in another unit, rightly: 16,466 pounds for 7,469 kilograms; or in brackets behind it."""
    figure = target.figure
    unit, word = words().units.get(figure.unit), figure.unit_word
    if unit is None or word is None or not unit.taken_for or target.paired or figure.scale is not None:
        return None
    other = words().units[chance.choice(unit.taken_for)]
    value = to_digits(figure.value * unit.size / other.size, max(3, figure.significant))
    if value < 1:
        return None
    joint = "-" if target.text[word.start - 1] == "-" else " "
    printed = f"{newsprint(value)}{joint}{other.like(word.text, unit)}"
    if joint == " " and chance.random() < 1 / 2:
        return Outcome(edits=(Edit(figure.end, figure.end, f" ({printed})"),))
    return Outcome(edits=(Edit(figure.number.start, word.end, printed),))


@operator("written-out")
def written_out(target: Target, chance: Random) -> Outcome | None:  # noqa: ARG001 nothing to choose
    """Digits for words or words for digits: 12 for twelve, 1,560,000 for 1.56 million."""
    figure = target.figure
    if figure.scale is not None and figure.digits and figure.scale.text.lower() == "million":
        return Outcome(edits=(Edit(figure.number.start, figure.scale.end, f"{figure.value:,f}"),))
    if figure.scale is not None or figure.currency is not None or figure.unit == "percent":
        return None
    if not figure.digits:
        return renumbered(target, f"{figure.value:f}")
    glued = figure.unit_word is not None and target.text[figure.unit_word.start - 1] != " "
    if not figure.whole or figure.value > IN_WORDS or glued or not figure.noun:
        return None
    starts = re.search(r"(?:[.!?”\"]\s|\n)$", target.text[: figure.start]) is not None
    return renumbered(target, with_case("A" if starts else "a", spelled(int(figure.value))))


def shuffled_paragraphs(text: str, chance: Random) -> list[tuple[int, int]] | None:
    """The order of the article's pieces with every paragraph but the first elsewhere; None with too few of them."""
    body = body_start(text)
    spans = [m.span() for m in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text[body:])]
    paragraphs = [(body + a, body + b) for a, b in spans]
    rest = paragraphs[1:]
    if len(rest) < 2 or any(text[a] in "|#-*>" for a, _ in paragraphs):
        return None
    order = rest[:]
    while order == rest:
        chance.shuffle(order)
    return [(0, paragraphs[0][1]), *order]
