"""`python -m evaluation.precision`: measures how often each check is right. Exit 0 for a finished run, 2 otherwise."""

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from rich import box
from rich.console import Console
from rich.table import Table

from claimcheck.checks.registry import all_checks
from evaluation.precision.material import Asked
from evaluation.precision.outcomes import Case, Worth
from evaluation.precision.page import HEADS, cells, told
from evaluation.precision.record import RECORD, RecordError, merged, read_record, write_record
from evaluation.precision.rows import Row
from evaluation.precision.run import measure
from evaluation.stories import StoryError, story_names
from evaluation.table import console

COUNT = 400
_CODES = tuple(check.info.code for check in all_checks())


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns the exit code."""
    options = _options(arguments)
    infos = [check.info for check in all_checks() if check.info.code in (options.check or _CODES)]
    asked = Asked(stories=tuple(options.set or story_names()), seed=options.seed, count=options.count)
    try:
        earlier = read_record(options.write) if options.write else ()
        measured = measure(infos, asked, options.jobs)
        rows = [
            row if row.judged or not options.reason else replace(row, reason=options.reason) for row in measured.rows
        ]
        if options.write:
            write_record(merged(earlier, rows, _CODES), options.write)
    except (OSError, RecordError, StoryError) as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 2
    _print(console(), rows)
    _print_cases(console(), measured.cases, options.show)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.precision", description=__doc__)
    parser.add_argument("--check", nargs="+", choices=_CODES, metavar="CODE", help="checks (default: all)")
    parser.add_argument("--set", nargs="+", choices=story_names(), metavar="NAME", help="stories (default: all)")
    parser.add_argument("--seed", type=int, default=1, help="of every draw (default: %(default)s)")
    parser.add_argument(
        "--count", type=int, default=COUNT, help="about how many errors are drawn (default: %(default)s)"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes")
    parser.add_argument("--show", nargs="+", type=Worth, choices=list(Worth), default=[], help="list these cases")
    parser.add_argument(
        "--write", nargs="?", type=Path, const=RECORD, metavar="FILE", help=f"keep the rows (in {RECORD.name})"
    )
    parser.add_argument("--reason", metavar="TEXT", help="why nothing could be judged, for rows of which that is so")
    return parser.parse_args(arguments)


def _print(out: Console, rows: Iterable[Row]) -> None:
    table = Table(box=box.SIMPLE if out.is_terminal else box.ASCII2, show_edge=False, pad_edge=False)
    for head in ("check", *map(str.lower, HEADS), "open", "on"):
        table.add_column(head, no_wrap=head != "on")
    for row in rows:
        counted = "; ".join(f"{tally.on.value}: {told(tally)}" for tally in row.tallies)
        table.add_row(row.code, *cells(row), str(row.of(Worth.OPEN)), counted)
    out.print(table)


def _print_cases(out: Console, cases: Sequence[Case], show: Sequence[Worth]) -> None:
    for worth in show:
        for case in (case for case in cases if case.outcome.worth is worth):
            out.print(f"{worth}: {case.code}: {case.on.value}: {case.outcome.value}: {case.detail}", soft_wrap=True)


if __name__ == "__main__":
    sys.exit(main())
