"""The figures as a table, and the lists beside it. Plain text when the output is no terminal."""

from collections.abc import Iterable, Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table

from evaluation.diff import Difference, Move
from evaluation.scoring.counts import Counts, Outcome, Score

NUMBERS = ("precision", "recall", "F1", "right", "missed", "false")


def console() -> Console:
    """Writes to standard output; wide enough for a row when nobody looks at a screen."""
    plain = Console(highlight=False, markup=False)
    return plain if plain.is_terminal else Console(highlight=False, markup=False, width=160)


def print_table(out: Console, sets: Sequence[Score], totals: Sequence[Score]) -> None:
    """One row per stage and set by the stage's strictest measure; the totals with every measure."""
    table = Table(box=box.SIMPLE if out.is_terminal else box.ASCII2, show_edge=False, pad_edge=False)
    for name in ("stage", "set", "measure"):
        table.add_column(name, no_wrap=True)
    for name in NUMBERS:
        table.add_column(name, justify="right", no_wrap=True)
    table.add_column("beside")
    for stage in dict.fromkeys(score.stage for score in sets):
        for score in (s for s in sets if s.stage is stage):
            name = list(score.measures)[-1]
            table.add_row(stage, score.set, name, *_numbers(score.strictest), _beside(score))
        for score in (s for s in totals if s.stage is stage):
            for name, counts in score.measures.items():
                beside = ", ".join(_counted(score)) if counts is score.strictest else ""
                table.add_row(stage, score.set, name, *_numbers(counts), beside)
        table.add_section()
    out.print(table)


def _numbers(counts: Counts) -> list[str]:
    ratios = [share(counts.precision), share(counts.recall), share(counts.f1)]
    return [*ratios, str(counts.right), str(counts.missed), str(counts.false)]


def share(ratio: float | None) -> str:
    """Three digits, or a dash where there is nothing to share."""
    return "-" if ratio is None else f"{ratio:.3f}"


def _beside(score: Score) -> str:
    """What the strictest measure leaves out."""
    looser = [f"{name} F1 {share(counts.f1)}" for name, counts in list(score.measures.items())[:-1]]
    return ", ".join([*looser, *_counted(score)])


def _counted(score: Score) -> list[str]:
    parts = _parts_of_whole(score.tallies)
    parts += [f"{n} {name}" for name, n in score.tallies.items() if n and name in _WORTH_A_WORD]
    if unlabelled := score.tallies.get("unlabelled"):
        worst = score.strictest + Counts(false=unlabelled)
        parts.append(f"precision {share(worst.precision)} if all unlabelled are false")
    return parts


_WORTH_A_WORD = ("wide", "mixed", "ambiguous", "unlabelled", "notes", "unplaced")


def _parts_of_whole(tallies: Mapping[str, int]) -> list[str]:
    wholes = (("misgrouped", "distinct"), ("agreed", "compatible"), ("causes named", "causes"))
    return [f"{part} {tallies[part]}/{tallies[whole]}" for part, whole in wholes if tallies.get(whole)]


def print_breakdown(out: Console, total: Score) -> None:
    """Recall by kind of conflict, and right and false findings by check."""
    kinds = {k.removeprefix("kind "): c for k, c in total.breakdown.items() if k.startswith("kind ")}
    checks = {k.removeprefix("check "): c for k, c in total.breakdown.items() if k.startswith("check ")}
    if kinds:
        told = ", ".join(f"{k} {c.right}/{c.right + c.missed}" for k, c in sorted(kinds.items()))
        out.print(f"conflicts found by kind: {told}", soft_wrap=True)
    if checks:
        told = ", ".join(f"{k} {c.right} hit, {c.false} false" for k, c in sorted(checks.items()))
        out.print(f"findings by check: {told}", soft_wrap=True)


def print_cases(out: Console, scores: Iterable[Score], wanted: Iterable[Outcome]) -> None:
    """The cases of the wanted outcomes, one a line."""
    for outcome in wanted:
        for score in scores:
            for case in score.cases:
                if case.outcome is outcome:
                    out.print(f"{outcome}: {score.stage}: {score.set}: {_line(case.id, case.detail)}", soft_wrap=True)


def print_difference(out: Console, difference: Difference) -> None:
    """Which measures moved, then the cases behind them."""
    for move in difference.moves:
        out.print(_moved(move), soft_wrap=True)
    right = [t for t in difference.turns if t.newly_right]
    wrong = [t for t in difference.turns if t.newly_wrong]
    for what, turns in (("newly right", right), ("newly wrong", wrong)):
        for turn in turns:
            where = f"{what}: {turn.stage}: {turn.set}"
            gone = "no longer raised" if turn.after is None else turn.case.detail
            out.print(f"{where}: {_line(turn.case.id, gone)}", soft_wrap=True)
    if difference.only_once:
        out.print(f"measured in one of the runs only: {', '.join(difference.only_once)}", soft_wrap=True)
    out.print(f"{len(difference.moves)} measures moved, {len(right)} cases newly right, {len(wrong)} newly wrong")


def _moved(move: Move) -> str:
    before, after = move.before, move.after
    told = (
        f"{name} {share(old)} -> {share(new)}"
        for name, old, new in (
            ("precision", before.precision, after.precision),
            ("recall", before.recall, after.recall),
            ("F1", before.f1, after.f1),
        )
        if share(old) != share(new)
    )
    counts = f"right {before.right} -> {after.right}, false {before.false} -> {after.false}"
    return f"moved: {move.stage}: {move.set}: {move.measure}: {', '.join([*told, counts])}"


def _line(name: str, detail: str) -> str:
    return f"{name} -- {detail}" if detail else name
