"""Measures checks: every material once, however many of them it serves, in this process or over several."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from claimcheck.checks.base import CheckInfo
from evaluation.precision.material import Asked, Work
from evaluation.precision.measures import Measure, measures_of
from evaluation.precision.outcomes import Case
from evaluation.precision.rows import Row, row


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The checks' rows, in their order, and the cases behind them."""

    rows: tuple[Row, ...]
    cases: tuple[Case, ...]


def measure(infos: Sequence[CheckInfo], asked: Asked, jobs: int) -> Measured:
    """A row for each of the checks. What else is measured beside a check changes nothing in its row."""
    own = {info.code: measures_of(info) for info in infos}
    cases = []
    for wanted in dict.fromkeys(measure for measures in own.values() for measure in measures):
        codes = {code for code, measures in own.items() if wanted in measures}
        cases += [case for case in _cases(wanted, asked, jobs) if case.code in codes]
    rows = (
        row(code, (m.on for m in measures), cases, asked.command(code), asked.seed) for code, measures in own.items()
    )
    return Measured(rows=tuple(rows), cases=tuple(cases))


def _cases(wanted: Measure, asked: Asked, jobs: int) -> Iterator[Case]:
    work = wanted.work(asked)
    if jobs <= 1:
        for part in work:
            yield from part()
        return
    with ProcessPoolExecutor(jobs) as pool:
        for done in pool.map(_do, work):
            yield from done


def _do(work: Work) -> list[Case]:
    return work()
