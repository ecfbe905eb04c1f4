"""`python -m evaluation`: measure the tool on the labelled stories. Exit 0 for a finished run, 2 otherwise."""

import argparse
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation.diff import compare_runs
from evaluation.record import RecordError, read_record, write_record
from evaluation.run import Measured, Run, measure, runs_of, totals
from evaluation.scoring.counts import Outcome, Score, Stage
from evaluation.stories import StoryError, load_stories, story_names
from evaluation.table import console, print_breakdown, print_cases, print_difference, print_table
from evaluation.tool import installed_tool

SHOW = {
    "misses": Outcome.MISS,
    "false": Outcome.FALSE,
    "unlabelled": Outcome.UNLABELLED,
    "ambiguous": Outcome.AMBIGUOUS,
    "right": Outcome.RIGHT,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns the exit code."""
    options = _options(arguments)
    try:
        earlier = read_record(options.diff) if options.diff else None
        runs = runs_of(load_stories(options.set or story_names()))
    except (RecordError, OSError, StoryError) as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 2
    measured = measure(shlex.split(options.cmd), runs, options.stage or list(Stage))
    _print_run(measured, runs, options.show)
    if measured.failures:
        print("\n".join(f"error: {failure}" for failure in measured.failures), file=sys.stderr)
        return 2
    if options.json:
        write_record(options.json, measured.scores)
    if earlier is not None:
        _print_diff(earlier, measured.scores, runs)
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description="Measure the tool on labelled stories.")
    parser.add_argument("--set", nargs="+", choices=story_names(), metavar="NAME", help="stories (default: all)")
    parser.add_argument("--stage", nargs="+", type=Stage, choices=list(Stage), metavar="STAGE", help="default: all")
    parser.add_argument("--show", type=_outcomes, default=[], metavar="WHAT,…", help=f"list cases: {', '.join(SHOW)}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the run's figures")
    parser.add_argument("--diff", type=Path, metavar="FILE", help="say what moved since an earlier run's --json")
    parser.add_argument("--cmd", default=shlex.quote(installed_tool()), help="the tool (default: %(default)s)")
    return parser.parse_args(arguments)


def _outcomes(text: str) -> list[Outcome]:
    words = [word.strip() for word in text.split(",") if word.strip()]
    if unknown := [word for word in words if word not in SHOW]:
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(unknown)}; known: {', '.join(SHOW)}")
    return [SHOW[word] for word in words]


def _print_run(measured: Measured, runs: Sequence[Run], show: Sequence[Outcome]) -> None:
    out = console()
    sums = totals(measured.scores, runs)
    if measured.scores:
        print_table(out, measured.scores, sums)
    findings = [score for score in sums if score.stage is Stage.FINDINGS]
    if findings:
        print_breakdown(out, findings[0])
    unscored = [run.name for run in runs if run.story.labels is None and run.rules is None]
    if unscored:
        out.print(f"figures not labelled, extraction not measured: {', '.join(unscored)}", soft_wrap=True)
    print_cases(out, measured.scores, show)


def _print_diff(earlier: Sequence[Score], now: Sequence[Score], runs: Sequence[Run]) -> None:
    """Totals are drawn over what both runs measured, so that they move only because the tool did."""
    both = {(s.stage, s.set) for s in earlier} & {(s.stage, s.set) for s in now}
    before, after = (totals([s for s in scores if (s.stage, s.set) in both], runs) for scores in (earlier, now))
    print_difference(console(), compare_runs([*earlier, *before], [*now, *after]))


if __name__ == "__main__":
    sys.exit(main())
