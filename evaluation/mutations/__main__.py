"""`python -m evaluation.mutations`: what the tool makes of errors put into articles that agree."""

import argparse
import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from evaluation.mutations.docs import MarksError, write_page
from evaluation.mutations.folders import write_folders, write_record
from evaluation.mutations.gather import material
from evaluation.mutations.generate import Mutant, draw
from evaluation.mutations.kinds import kind_of, kinds
from evaluation.mutations.run import run
from evaluation.mutations.table import markdown, print_cases, print_tables
from evaluation.mutations.targets import Material
from evaluation.stories import StoryError, load_stories, story_names
from evaluation.table import console
from evaluation.tool import ToolError

COUNT = 2400
REWRITES = 4
"""One rewrite is drawn for so many mutants."""
SHOW = ("stories", "misses", "false", "causes", "suspects")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 0 for a finished run whatever the figures, 2 otherwise."""
    options = _options(arguments)
    names = options.set or story_names()
    try:
        stories = load_stories(names)
        mutants = _drawn(options, [material(story) for story in stories])
        if options.write:
            write_folders(options.write, stories, mutants, options.seed)
            return 0
        unchanged, judged = run(names, mutants, options.jobs, tuple(shlex.split(options.cmd)) or None)
        if options.write_docs:
            write_page(options.write_docs, markdown(unchanged, judged), _command(options))
    except (OSError, StoryError, ToolError, MarksError) as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 2
    print_tables(console(), unchanged, judged)
    print_cases(console(), unchanged, judged, options.show)
    if options.json:
        write_record(options.json, unchanged, judged, options.seed)
    return 0


def _drawn(options: argparse.Namespace, known: Sequence[Material]) -> list[Mutant]:
    chosen = [kind_of(name) for name in options.kind] if options.kind else list(kinds())
    errors, rewrites = [k for k in chosen if k.is_error], [k for k in chosen if not k.is_error]
    return [
        *draw(known, errors, options.count, options.seed),
        *draw(known, rewrites, options.count // REWRITES, options.seed),
    ]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.mutations", description=__doc__)
    every = [kind.id for kind in kinds()]
    parser.add_argument("--seed", type=int, default=1, help="of the draw (default: %(default)s)")
    parser.add_argument("--count", type=int, default=COUNT, help="about how many mutants (default: %(default)s)")
    parser.add_argument("--set", nargs="+", choices=story_names(), metavar="NAME", help="stories (default: all)")
    parser.add_argument("--kind", nargs="+", choices=every, metavar="ID", help=f"of {', '.join(every)} (default: all)")
    parser.add_argument("--show", type=_shown, default=[], metavar="WHAT,…", help=f"list cases: {', '.join(SHOW)}")
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (default: one per core)"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep the figures and every case")
    parser.add_argument("--write", type=Path, metavar="DIR", help="write the mutants as folders, run nothing")
    parser.add_argument("--write-docs", type=Path, metavar="FILE", help="write the tables into a page")
    parser.add_argument("--cmd", default="", help="another tool's command (default: claimcheck in this process)")
    return parser.parse_args(arguments)


def _shown(text: str) -> list[str]:
    told = [word.strip() for word in text.split(",") if word.strip()]
    if unknown := [word for word in told if word not in SHOW]:
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(unknown)}; known: {', '.join(SHOW)}")
    return told


def _command(options: argparse.Namespace) -> str:
    words = ["python -m evaluation.mutations", "--seed", str(options.seed), "--count", str(options.count)]
    for name in ("set", "kind"):
        words += [f"--{name}", *getattr(options, name)] if getattr(options, name) else []
    return " ".join(words)


if __name__ == "__main__":
    sys.exit(main())
