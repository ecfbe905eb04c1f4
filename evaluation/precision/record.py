"""The measured rows as a file: evaluation/precision.yaml, which the documentation is made from."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from evaluation.precision.outcomes import On, Outcome, Worth
from evaluation.precision.rows import Row, Tally

RECORD = Path(__file__).resolve().parent.parent / "precision.yaml"
HEAD = """# How often each check is right when it speaks, written by `python -m evaluation.precision --write`: nothing
# here is set by hand. One check anew: `python -m evaluation.precision --check CC101 --write`. What right, wrong and
# open mean: the head of evaluation/precision/__init__.py. `called for` are those right or with another cause: something
# was wrong there. `small` marks a count too small to lean on; `reason` says why nothing could be judged (`--reason`).
"""
_WIDTH = 118


class RecordError(ValueError):
    """The file is no record of precision, or says something that its own counts do not give."""


def read_record(path: Path = RECORD) -> tuple[Row, ...]:
    """The rows by code; none where there is no file. Raises RecordError for a file that is wrong, sums included."""
    if not path.exists():
        return ()
    try:
        return tuple(map(_row, yaml.safe_load(path.read_text("utf-8")) or []))
    except (yaml.YAMLError, KeyError, TypeError, AttributeError, ValueError) as fault:
        raise RecordError(f"{path}: not a record of precision ({type(fault).__name__}: {fault})") from fault


def write_record(rows: Iterable[Row], path: Path = RECORD) -> None:
    """Writes the rows by code."""
    told = [_entry(row) for row in sorted(rows, key=lambda one: one.code)]
    dumped = (yaml.safe_dump([entry], sort_keys=False, default_flow_style=None, width=_WIDTH) for entry in told)
    path.write_text(HEAD + "".join(dumped), encoding="utf-8")


def merged(earlier: Iterable[Row], now: Iterable[Row], known: Iterable[str]) -> tuple[Row, ...]:
    """The rows of `now` in place of earlier ones, without those of checks that are gone (not in `known`). A row with
    nothing judged keeps an earlier row's reason, unless it has one.
    """
    before = {row.code: row for row in earlier}
    rows = before | {row.code: _with_reason(row, before.get(row.code)) for row in now}
    return tuple(rows[code] for code in sorted(rows) if code in set(known))


def _with_reason(row: Row, before: Row | None) -> Row:
    if row.judged:
        return replace(row, reason=None)
    return row if row.reason is not None or before is None else replace(row, reason=before.reason)


def _entry(row: Row) -> dict[str, Any]:
    entry: dict[str, Any] = {"code": row.code, "precision": row.precision}
    entry["interval"] = None if row.interval is None else list(row.interval)
    entry |= {worth.value: row.of(worth) for worth in Worth}
    entry["called for"] = row.called_for
    entry["small"] = row.small
    if row.reason is not None:
        entry["reason"] = row.reason
    entry["measured"] = [
        {"material": tally.on.value, **{outcome.value: count for outcome, count in tally.counts.items()}}
        for tally in row.tallies
    ]
    return entry | {"command": row.command, "seed": row.seed}


def _row(entry: dict[str, Any]) -> Row:
    row = Row(
        code=entry["code"],
        command=entry["command"],
        seed=entry["seed"],
        tallies=tuple(_tally(dict(raw)) for raw in entry["measured"]),
        reason=entry.get("reason"),
    )
    if _entry(row) != entry:
        raise RecordError(f"{row.code}: what it says does not follow from its counts; measure it anew")
    return row


def _tally(raw: dict[str, Any]) -> Tally:
    on = On(raw.pop("material"))
    return Tally(on=on, counts={Outcome(name): int(count) for name, count in raw.items()})
