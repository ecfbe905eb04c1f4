"""The checks that name an error: those of its kind, and those that name what its own article shows of it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from evaluation.mutations.figures import Figure
from evaluation.mutations.kinds import Kind, kind_of
from evaluation.mutations.operators import Outcome
from evaluation.mutations.targets import Target

CONVERSION, SUM, IMPOSSIBLE = "CC201", "CC202", "CC205"
UNEXPLAINED = "other-value"
"""The slip that none is: a value that no check explains."""
WHOLE = Decimal(100)
_OF_THE = re.compile(r"\s+of\s+the\s+$")


def named_by(target: Target, kind: Kind, outcome: Outcome, now: Figure | None) -> tuple[str, ...]:
    """The codes, none twice; none for a rewrite."""
    return tuple(dict.fromkeys((*kind.checks, *_besides(target, outcome, now)))) if kind.is_error else ()


def _besides(target: Target, outcome: Outcome, now: Figure | None) -> Iterator[str]:
    """An error in a figure that its own article holds against another one is named as well by the check that says so.
    One in a sum, a headline or a repetition is named as well by the slip that it is, where other origins print the
    figure as it was.
    """
    if target.paired:
        yield CONVERSION
    if target.parts:
        yield SUM
    if now is not None and _impossible(target, now):
        yield IMPOSSIBLE
    if outcome.slip not in (None, UNEXPLAINED) and target.peers:
        yield from kind_of(outcome.slip or UNEXPLAINED).checks


def _impossible(target: Target, now: Figure) -> bool:
    """Whether a share came to be more than the whole, or a part more than what it is told to be a part of."""
    was = target.figure
    if was.unit == "percent":
        return was.value <= WHOLE < now.value
    following = (f for f in target.beside if f.start > was.end and f.unit == was.unit)
    whole = next(following, None)
    if whole is None or not _OF_THE.match(target.text[was.end : whole.start]):
        return False
    return was.value <= whole.value < now.value
