"""`python -m evaluation.linking`: weights of the `differ` scale as the labelled stories would choose them, and how they
judge a story that had no say. Nothing is written: the weights in linking.yaml are set by hand from these.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from claimcheck.config.vocabulary import read_weights
from evaluation.linking.crossval import Judged, average_precision, judged, leave_one_out, recall_at
from evaluation.linking.fit import HELD, FitError, Weights, fit
from evaluation.linking.rows import Label, Row, StoryRows, story_rows
from evaluation.stories import StoryError, load_stories, story_names

PRECISIONS = (0.95, 0.9, 0.8, 0.7)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 0 for a finished run whatever the figures, 2 otherwise."""
    options = _options(arguments)
    now = read_weights().differ.weights
    train = partial(fit, held={name: now[name] for name in HELD})
    try:
        stories = load_stories(options.set or story_names())
        chosen = [story for story in stories if options.set or not story.known]
        with ProcessPoolExecutor(options.jobs) as pool:
            found = list(pool.map(story_rows, chosen))
            rows = [row for story in found for row in story.rows]
            ranking = leave_one_out(rows, train, pool.map)
        print("\n".join(_counts(found)))
        print(_figures("left out in turn", ranking))
        if options.weights:
            print(_figures("linking.yaml", judged(rows, now)))
            print("\n".join(_weights(train(rows), now, rows)))
    except (OSError, StoryError, FitError) as fault:
        print(f"error: {fault}", file=sys.stderr)
        return 2
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evaluation.linking", description=__doc__)
    parser.add_argument(
        "--set", nargs="+", choices=story_names(), metavar="NAME", help="stories (default: all that are not known)"
    )
    parser.add_argument("--weights", action="store_true", help="print the weights beside those of linking.yaml")
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (default: one per core)"
    )
    return parser.parse_args(arguments)


def _counts(stories: Sequence[StoryRows]) -> Iterator[str]:
    labels = Counter(row.label for story in stories for row in story.rows)
    positive = sum(count for label, count in labels.items() if label.positive)
    told = ", ".join(f"{labels[label]} {label}" for label in Label)
    yield f"{len(stories)} stories, {labels.total()} rows, {positive} of one thing ({told})"
    yield f"{sum(story.barred for story in stories)} more told otherwise are barred, whatever the weights"


def _figures(name: str, ranking: Sequence[Judged]) -> str:
    at = ", ".join(f"{recall_at(ranking, precision):.3f} at {precision}" for precision in PRECISIONS)
    return f"{name}: average precision {average_precision(ranking):.3f}; recall by precision: {at}"


def _weights(fitted: Weights, now: Weights, rows: Sequence[Row]) -> Iterator[str]:
    """A line for each feature: fitted, as it is now, and how many rows have it."""
    told = Counter(name for row in rows for name, amount in row.amounts if amount)
    yield f"{'feature':24}{'fitted':>8}{'now':>8}{'rows':>7}"
    for name, weight in fitted.items():
        held = "  held" if name in HELD else ""
        yield f"{name:24}{weight:8.2f}{now[name]:8.2f}{told[name]:7}{held}"


if __name__ == "__main__":
    sys.exit(main())
