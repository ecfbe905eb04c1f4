"""A figure taken from elsewhere: another metric's (CC107), or an old one (CC108)."""

from random import Random

from evaluation.mutations.agree import agrees, dimension
from evaluation.mutations.figures import Figure
from evaluation.mutations.operators.base import Outcome, operator, renumbered
from evaluation.mutations.printing import with_digits, with_value
from evaluation.mutations.targets import Target
from evaluation.mutations.text import Edit

NEAREST = 4
FAR = 300
"""How many of the figures near by a hurried hand may take, and from how many characters away."""
RATIO = 40
"""Figures more times apart are not mistaken for each other."""


@operator("other-metrics-figure")
def other_metrics_figure(target: Target, chance: Random) -> Outcome | None:
    """The number of something else in the article printed for this: 4,460 dead, where 4,460 shelters stand near by."""
    options = _near_by(target)
    if not options:
        return None
    figure, other = target.figure, chance.choice(options)
    end = (figure.scale or figure.number).end
    return Outcome(edits=(Edit(figure.number.start, end, _words_of(other, target)),))


@operator("swapped-figures")
def swapped_figures(target: Target, chance: Random) -> Outcome | None:
    """The numbers of two things change places."""
    options = [o for o in _near_by(target) if o.digits and target.figure.digits]
    if not options:
        return None
    pair = (target.figure, chance.choice(options))
    edits = [Edit(a.number.start, (a.scale or a.number).end, _words_of(b, target)) for a, b in (pair, pair[::-1])]
    return Outcome(edits=tuple(edits))


@operator("stale-figure")
def stale_figure(target: Target, chance: Random) -> Outcome | None:
    """What an earlier day's article said, printed as today's."""
    printed_here = {f.value for f in target.beside}
    options = [f for f in target.earlier if f.scale is None and f.value not in printed_here]
    if not options or target.figure.scale is not None or target.again:
        return None
    old = chance.choice(sorted(options, key=lambda f: (f.doc, f.start)))
    number = (
        with_digits(target.figure, old.digits)
        if target.figure.digits and old.digits
        else with_value(target.figure, old.value)
    )
    return renumbered(target, number)


def _near_by(target: Target) -> list[Figure]:
    """Figures of the same sort near by that tell something else: another noun, no item of the key in common."""
    figure = target.figure
    known = set(target.others)
    fit = [
        f
        for f in target.beside
        if f not in known
        and dimension(f) == dimension(figure)
        and f.unit == figure.unit
        and (f.unit or (f.noun and f.noun != figure.noun))
        and f.whole == figure.whole
        and bool(f.scale) == bool(figure.scale)
        and not f.hedge.is_bound
        and f.value > 1
        and max(f.value, figure.value) < RATIO * min(f.value, figure.value)
        and abs(f.start - figure.start) < FAR
        and not agrees(f, figure)
    ]
    return sorted(fit, key=lambda f: abs(f.start - figure.start))[:NEAREST]


def _words_of(figure: Figure, target: Target) -> str:
    """Number and scale word as they stand in the article."""
    return target.text[figure.number.start : (figure.scale or figure.number).end]
