"""The figures as tables: on a terminal, and as markdown."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rich import box
from rich.console import Console
from rich.table import Table

from evaluation.mutations.judge import Judged, Miss
from evaluation.mutations.kinds import kind_of
from evaluation.mutations.run import Unchanged

ERROR_HEADS = ("error", "check", "n", "detected", "right cause", "right suspect", "right suggestion")
MISS_HEADS = ("why missed", "n", "share of the missed")
STORY_HEADS = ("story", "n", "detected", "never grouped", "link lost")
LEFT = ("story", "error", "check", "rewriting", "why missed")
HARMLESS_HEADS = ("rewriting", "n", "false alarms")
SHARE_HEAD = "Detected, kinds weighted as newsrooms make them"
PEER_HEAD = "of the detected, set against a figure that agreed before"
ORIGINALS = "as printed (agreeing figures)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    def __str__(self) -> str:
        return f"{self.part}/{self.whole} {percent(self.ratio)}" if self.whole else "-"

    @property
    def ratio(self) -> Fraction | None:
        """None of nothing."""
        return Fraction(self.part, self.whole) if self.whole else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One kind of error. Cause, suspect and suggestion are shares of the detected ones that could be judged by them."""

    name: str
    checks: str
    detected: Share
    cause: Share
    suspect: Share
    suggestion: Share

    @property
    def cells(self) -> tuple[str, ...]:
        """As the table prints them."""
        told = (str(self.detected), str(self.cause), str(self.suspect), str(self.suggestion))
        return (self.name, self.checks, str(self.detected.whole), *told)


def percent(ratio: Fraction | None) -> str:
    """Whole percents; a dash for None."""
    return "-" if ratio is None else f"{float(ratio) * 100:.0f}%"


def error_rows(judged: Sequence[Judged]) -> list[Row]:
    """A row for each kind in the order of kinds.yaml, and one for all of them."""
    errors = [j for j in judged if kind_of(j.kind).is_error]
    kinds = dict.fromkeys(j.kind for j in errors)
    rows = [_row(name, "/".join(kind_of(name).checks), [j for j in errors if j.kind == name]) for name in kinds]
    return [*rows, _row("all", "", errors)] if len(rows) > 1 else rows


def weighted(judged: Sequence[Judged]) -> Fraction | None:
    """The share detected if every kind came as often as its weight says; kinds without a mutant are left out."""
    shares = [(kind_of(row.name).weight, row.detected.ratio) for row in error_rows(judged) if row.name != "all"]
    told = [(weight, ratio) for weight, ratio in shares if ratio is not None]
    whole = sum(weight for weight, _ in told)
    return sum((weight * ratio for weight, ratio in told), Fraction()) / whole if whole else None


def miss_rows(judged: Iterable[Judged]) -> Sequence[tuple[str, ...]]:
    """Why errors were missed, as far as the tool's groups tell; most frequent first."""
    counted = Counter(j.miss for j in judged if j.miss is not None)
    whole = sum(counted.values())
    return [
        (why, str(n), percent(Fraction(n, whole))) for why, n in sorted(counted.items(), key=lambda c: (-c[1], c[0]))
    ]


def story_rows(judged: Iterable[Judged]) -> Sequence[tuple[str, ...]]:
    """For each story how many errors were found, and how many were out of reach as the figures were never grouped."""
    errors = [j for j in judged if kind_of(j.kind).is_error]
    rows = []
    for story in dict.fromkeys(sorted(j.story for j in errors)):
        own = [j for j in errors if j.story == story]
        apart, lost = (_share(j.miss == why for j in own) for why in (Miss.NEVER_LINKED, Miss.LINK_LOST))
        rows.append(
            (story, str(len(own)), str(_share(j.detected for j in own)), percent(apart.ratio), percent(lost.ratio))
        )
    return rows


def harmless_rows(unchanged: Sequence[Unchanged], judged: Sequence[Judged]) -> list[tuple[str, ...]]:
    """Figures that agree and are set apart all the same: as printed, and after each kind of rewriting."""
    rewrites = [j for j in judged if not kind_of(j.kind).is_error]
    apart = Share(part=sum(len(u.apart) for u in unchanged), whole=sum(u.figures for u in unchanged))
    rows: list[tuple[str, ...]] = [(ORIGINALS, str(apart.whole), str(apart))]
    for name in dict.fromkeys(j.kind for j in rewrites):
        own = _share(j.detected for j in rewrites if j.kind == name)
        rows.append((name, str(own.whole), str(own)))
    if rewrites:
        every = _share(j.detected for j in rewrites)
        rows.append(("all rewriting", str(every.whole), str(every)))
    return rows


def print_tables(out: Console, unchanged: Sequence[Unchanged], judged: Sequence[Judged]) -> None:
    """Both tables and the weighted share."""
    rows = error_rows(judged)
    if rows:
        _print(out, ERROR_HEADS, [row.cells for row in rows])
        out.print(f"{SHARE_HEAD}: {percent(weighted(judged))}")
        out.print(f"{PEER_HEAD}: {_share(j.against_peer for j in judged)}\n")
        _print(out, MISS_HEADS, miss_rows(judged))
    _print(out, HARMLESS_HEADS, harmless_rows(unchanged, judged))


def markdown(unchanged: Sequence[Unchanged], judged: Sequence[Judged]) -> str:
    """Both tables for a page."""
    parts = [
        _markdown(ERROR_HEADS, [row.cells for row in error_rows(judged)]),
        f"{SHARE_HEAD}: **{percent(weighted(judged))}**; {PEER_HEAD}: {_share(j.against_peer for j in judged)}.",
        _markdown(MISS_HEADS, miss_rows(judged)),
        _markdown(HARMLESS_HEADS, harmless_rows(unchanged, judged)),
    ]
    return "\n\n".join(parts)


def print_cases(out: Console, unchanged: Iterable[Unchanged], judged: Iterable[Judged], show: Sequence[str]) -> None:
    """The stories one a row, and what was missed or raised without reason, one a line."""
    cases = list(judged)
    if "stories" in show:
        _print(out, STORY_HEADS, story_rows(cases))
    if "misses" in show:
        for j in (j for j in cases if kind_of(j.kind).is_error and not j.detected):
            out.print(f'missed: {j.kind}: {j.id}: "{j.now}" for "{j.before}": {j.miss}', soft_wrap=True)
    if "causes" in show:
        for j in (j for j in cases if j.cause is False):
            out.print(f'other cause: {j.kind}: {j.id}: "{j.now}" for "{j.before}": {j.told}', soft_wrap=True)
    if "suspects" in show:
        for j in (j for j in cases if j.suspect is False):
            out.print(f'other suspect: {j.kind}: {j.id}: "{j.now}" for "{j.before}": {j.told}', soft_wrap=True)
    if "false" in show:
        for name in (name for u in unchanged for name in u.apart):
            out.print(f"false: as printed: {name}", soft_wrap=True)
        for j in (j for j in cases if not kind_of(j.kind).is_error and j.detected):
            out.print(f'false: {j.kind}: {j.id}: "{j.now}" for "{j.before}": {j.told}', soft_wrap=True)


def _row(name: str, checks: str, judged: Sequence[Judged]) -> Row:
    return Row(
        name=name,
        checks=checks,
        detected=_share(j.detected for j in judged),
        cause=_share(j.cause for j in judged),
        suspect=_share(j.suspect for j in judged),
        suggestion=_share(j.suggestion for j in judged),
    )


def _share(outcomes: Iterable[bool | None]) -> Share:
    told = [outcome for outcome in outcomes if outcome is not None]
    return Share(part=sum(told), whole=len(told))


def _print(out: Console, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    table = Table(box=box.SIMPLE if out.is_terminal else box.ASCII2, show_edge=False, pad_edge=False)
    for head in heads:
        table.add_column(head, no_wrap=True, justify="left" if head in LEFT else "right")
    for row in rows:
        table.add_row(*row)
    out.print(table)


def _markdown(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---" if head in LEFT else "--:" for head in heads], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
