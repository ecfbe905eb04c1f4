"""Which check is measured on what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimcheck.checks.base import CheckInfo, Family
from evaluation.precision import causes, decisions, hedges, lone, trial
from evaluation.precision.material import Asked, Work
from evaluation.precision.outcomes import On


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One material: `work` makes the parts of its measurement, each of which yields cases, of other checks too."""

    on: On
    work: Callable[[Asked], Sequence[Work]]


USUAL = (
    Measure(on=On.STORIES, work=causes.on_stories),
    Measure(on=On.ERRORS, work=causes.on_errors),
    Measure(on=On.REWRITES, work=causes.on_rewrites),
)
"""For every check that has no measure of its own."""
_ERRORS, _REWRITES, _TRIAL = USUAL[1], USUAL[2], Measure(on=On.TRIAL, work=trial.on_trial)
OWN = {
    "CC301": (Measure(on=On.STORIES, work=lone.on_stories),),
    "CC302": (
        Measure(on=On.STORIES, work=hedges.on_stories),
        _REWRITES,
        Measure(on=On.HEDGES, work=hedges.on_hedges_taken_out),
        _TRIAL,
    ),
    "CC303": (
        Measure(on=On.STORIES, work=lone.sums_on_stories),
        _ERRORS,
        _REWRITES,
        Measure(on=On.SUMS, work=lone.on_lone_sums),
    ),
    "CC304": (_TRIAL, Measure(on=On.DRAFTS, work=trial.on_articles)),
}
"""Checks that say something else than that figures disagree."""
DECISIONS = (Measure(on=On.BASELINES, work=decisions.on_baselines),)


def measures_of(info: CheckInfo) -> tuple[Measure, ...]:
    """What the check is measured on, in the order of `On`."""
    if info.family is Family.DECISIONS:
        return DECISIONS
    return OWN.get(info.code, USUAL)
