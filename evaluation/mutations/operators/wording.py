"""Words beside a figure that turn its meaning: percentage points (CC106) and direction (CC109)."""

import re
from dataclasses import dataclass
from random import Random

from evaluation.mutations.figures import Figure
from evaluation.mutations.operators.base import Outcome, operator
from evaluation.mutations.printing import with_case
from evaluation.mutations.targets import Target
from evaluation.mutations.text import Edit
from evaluation.mutations.words import words

REACH = 60
"""Characters of the same sentence before a figure in which its verb is looked for."""
_NOT_A_DIRECTION = re.compile(
    r"\b(?:up|down)\s+(?:to|with|for|by the|in|on|and)\b|\b(?:made|set|picked|backed|end|ended|lined|summed)\s+up\b",
    re.IGNORECASE,
)


@operator("percentage-points")
def percentage_points(target: Target, chance: Random) -> Outcome | None:  # noqa: ARG001 nothing to choose
    """Percent for percentage points or the other way round, where the figure is a change or a difference."""
    word = target.figure.unit_word
    if word is None or target.figure.unit not in ("percent", "percentage point") or not _is_change(target):
        return None
    if target.figure.unit == "percentage point":
        return Outcome(edits=(Edit(word.start, word.end, "percent"),), settled=True)
    blank = "" if target.text[word.start - 1] == " " else " "
    return Outcome(edits=(Edit(word.start, word.end, f"{blank}percentage points"),), settled=True)


@operator("direction")
def direction(target: Target, chance: Random) -> Outcome | None:  # noqa: ARG001 nothing to choose
    """The opposite verb before a change, or noun behind it, that another article tells the same way."""
    found = direction_word(target.figure, target.text)
    if found is None:
        return None
    documents = target.material.story.documents
    others = [direction_word(peer, documents[peer.doc]) for peer in target.peers]
    if not any(other is not None and other.up == found.up for other in others):
        return None
    word = with_case(target.text[found.start : found.end], found.opposite)
    return Outcome(edits=(Edit(found.start, found.end, word or ""),), settled=True)


@dataclass(frozen=True, slots=True)
class Direction:
    """A direction word at its offsets, the word against it, and whether it points up."""

    start: int
    end: int
    opposite: str
    up: bool


def direction_word(figure: Figure, text: str) -> Direction | None:
    """The direction word that a change stands with: the last one before it in its sentence, or the next one behind."""
    return _before(figure, text) or _behind(figure, text)


def _before(figure: Figure, text: str) -> Direction | None:
    begin = max(text.rfind("\n", 0, figure.start), text.rfind(". ", 0, figure.start), figure.start - REACH) + 1
    for found in reversed(list(re.finditer(r"[A-Za-z]+", text[begin : figure.start]))):
        word, start, end = found[0].lower(), begin + found.start(), begin + found.end()
        if word in words().directions and not _NOT_A_DIRECTION.search(text, max(start - 8, 0), end + 8):
            if re.search(r"[\d;,:|]", text[end : figure.start]):
                return None
            return Direction(start, end, words().directions[word], word in words().upward)
    return None


def _behind(figure: Figure, text: str) -> Direction | None:
    found = re.compile(r"(?:[- ][a-z]+)?[- ]([a-z]+)").match(text, figure.end)
    if found is None or (word := found[1].lower()) not in words().directions_after:
        return None
    return Direction(found.start(1), found.end(1), words().directions_after[word], word in words().upward)


def _is_change(target: Target) -> bool:
    """Whether a word of change stands near before it."""
    figure, text = target.figure, target.text
    if direction_word(figure, text) is not None:
        return True
    near = re.split(r"[.,;\d]", text[max(0, figure.start - REACH // 2) : figure.start].lower())[-1]
    return bool(words().change_words & set(near.split()))
