"""A run's figures as JSON, to be compared with a later run's."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from evaluation.scoring.counts import Case, Counts, Outcome, Score, Stage

VERSION = 1


class _RawCounts(TypedDict):
    right: int
    false: int
    missed: int


class _RawCase(TypedDict):
    id: str
    outcome: str
    detail: str


class _RawScore(TypedDict):
    stage: str
    set: str
    measures: dict[str, _RawCounts]
    breakdown: dict[str, _RawCounts]
    tallies: dict[str, int]
    cases: list[_RawCase]


class _Record(TypedDict):
    evaluation_version: int
    scores: list[_RawScore]


class RecordError(ValueError):
    """The file holds no figures of an evaluation run of this version."""


def write_record(path: Path, scores: Sequence[Score]) -> None:
    """Keeps the figures; the totals follow from them."""
    record = _Record(evaluation_version=VERSION, scores=[_raw(score) for score in scores])
    path.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read_record(path: Path) -> list[Score]:
    """The scores that write_record kept. Raises RecordError, OSError."""
    try:
        record: _Record = json.loads(path.read_text(encoding="utf-8"))
        if record["evaluation_version"] != VERSION:
            raise RecordError(f"{path}: version {record['evaluation_version']}, not {VERSION}")
        return [_score(raw) for raw in record["scores"]]
    except (json.JSONDecodeError, KeyError, TypeError) as fault:
        raise RecordError(f"{path}: not the figures of an evaluation run ({type(fault).__name__}: {fault})") from fault


def _raw(score: Score) -> _RawScore:
    return _RawScore(
        stage=score.stage,
        set=score.set,
        measures={name: _raw_counts(counts) for name, counts in score.measures.items()},
        breakdown={name: _raw_counts(counts) for name, counts in score.breakdown.items()},
        tallies=score.tallies,
        cases=[_RawCase(id=c.id, outcome=c.outcome, detail=c.detail) for c in score.cases],
    )


def _raw_counts(counts: Counts) -> _RawCounts:
    return _RawCounts(right=counts.right, false=counts.false, missed=counts.missed)


def _score(raw: _RawScore) -> Score:
    return Score(
        stage=Stage(raw["stage"]),
        set=raw["set"],
        measures={name: Counts(**counts) for name, counts in raw["measures"].items()},
        breakdown={name: Counts(**counts) for name, counts in raw["breakdown"].items()},
        tallies=raw["tallies"],
        cases=tuple(Case(id=c["id"], outcome=Outcome(c["outcome"]), detail=c["detail"]) for c in raw["cases"]),
    )
