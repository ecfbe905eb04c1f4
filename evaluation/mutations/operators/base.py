"""What an operator is, and the table of all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from evaluation.mutations.figures import Figure
from evaluation.mutations.targets import Target
from evaluation.mutations.text import Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Edits of the target's article, and the figure that is wrong afterwards.

    `figure` is that figure as it stood before (None: the target's own). `settled`: the operator itself answers for the
    disagreement, as the value is not what changed ("fell" for "rose"); otherwise the new figure is read back and must
    disagree with all that agreed before. `slip`: the kind of error that was made, where the kind asked for tells only
    the place (a headline).
    """

    edits: tuple[Edit, ...]
    figure: Figure | None = None
    settled: bool = False
    slip: str | None = None


Operator = Callable[[Target, Random], Outcome | None]

OPERATORS: dict[str, Operator] = {}


def operator(name: str) -> Callable[[Operator], Operator]:
    """Puts the function into the table under the name that kinds.yaml calls it by."""

    def register(function: Operator) -> Operator:
        if name in OPERATORS:
            raise ValueError(f"two operators of one name: {name}")
        OPERATORS[name] = function
        return function

    return register


def renumbered(target: Target, number: str | None) -> Outcome | None:
    """The target's number replaced by other words; None for None."""
    if number is None or number == target.figure.number.text:
        return None
    part = target.figure.number
    return Outcome(edits=(Edit(part.start, part.end, number),))
