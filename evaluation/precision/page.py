"""What the documentation of the checks says of their precision."""

from evaluation.precision.outcomes import Worth
from evaluation.precision.rows import SMALL, Row, Tally

HEADS = ("Precision", "Right of judged", "95% interval", "Something was wrong")
READ = f"""## How to read the precision

Of the findings of a check that can be judged, the share that was right, with the counts and the interval in which the
true share lies in 95 of 100 such measurements. `python -m evaluation.precision` measures it, on the labelled stories,
on errors put into them and on harmless rewriting of them; what right means for each check, and what stays out, is told
at the head of [evaluation/precision](../../evaluation/precision/__init__.py), and
[precision.yaml](../../evaluation/precision.yaml) has every count.

- The stories were in view while the checks were built. On a new story expect less.
- The interval takes findings for independent. Those of one story, and errors put into one figure, are not: it is
  narrower than it should be.
- A check across articles or inside one counts as wrong where there is an error of a kind that another check names: the
  desk is rightly called and given another reason. It may hold all the same (161 percent is impossible, whatever slip
  made it). The last column counts these in: findings at which something was wrong, whatever it was called. The rest are
  false alarms.
- How much there is to be right or wrong about is decided by the measurement, not by newsrooms: the figures compare
  checks, and builds, with each other.
- Under {SMALL} judged findings (*few*) a precision is an anecdote.
"""


def cells(row: Row | None) -> tuple[str, ...]:
    """The check's cells of the table below `HEADS`; dashes where nothing was measured."""
    if row is None or row.precision is None or row.interval is None:
        return ("–",) * len(HEADS)
    counts = f"{row.of(Worth.RIGHT)} of {row.judged}{' (few)' if row.small else ''}"
    return (_percent(row.precision), counts, _interval(row.interval), f"{row.called_for} of {row.judged}")


def paragraph(row: Row | None) -> str:
    """The check's precision in words, and what it was counted on."""
    if row is None:
        return "Precision: not measured.\n"
    return _head(row) + "".join(f"- {tally.on.value}: {told(tally)}\n" for tally in row.tallies)


def _head(row: Row) -> str:
    link = "[how to read it](index.md#how-to-read-the-precision)"
    if row.precision is None or row.interval is None:
        return f"Precision: nothing could be judged ({link}). {row.reason or ''}".rstrip() + "\n\n"
    counts = f"{row.of(Worth.RIGHT)} right, {row.of(Worth.WRONG)} wrong, {row.of(Worth.OPEN)} open"
    beside = "" if row.called_for == row.of(Worth.RIGHT) else f"; something was wrong at {row.called_for}"
    sure = f"95% interval {_interval(row.interval)}{'; so few that it is an anecdote' if row.small else ''}"
    return f"Precision: **{_percent(row.precision)}** ({counts}{beside}; {sure}),\n{link}.\n\n"


def told(tally: Tally) -> str:
    """The outcomes on one material, in words."""
    return ", ".join(f"{count} {outcome}" for outcome, count in tally.counts.items()) or "nothing raised"


def _percent(share: float) -> str:
    return f"{share * 100:.0f}%"


def _interval(ends: tuple[float, float]) -> str:
    low, high = map(_percent, ends)
    return f"{low} to {high}"
