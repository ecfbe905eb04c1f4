"""The work of `claimcheck baseline`: a run beside the baseline, and the file that comes of it."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import click

from claimcheck.cli.decided import Baseline, decisions, read_accepted, seen_from
from claimcheck.cli.inputs import read_inputs, read_review, settled
from claimcheck.cli.options import Decided, codes
from claimcheck.cli.output import write
from claimcheck.config.baseline import to_yaml
from claimcheck.config.discover import BASELINE_FILE, Settings
from claimcheck.errors import ClaimcheckError, InputFaults, Place
from claimcheck.model.baseline import Accepted, Decisions
from claimcheck.model.finding import Finding
from claimcheck.printable import one_line

_HINT = "claimcheck baseline write makes one"
_MOST_TOLD = 5
_Chosen = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A comparison beside a baseline: where the file is or will be, what was found, and what was not found any more."""

    path: str
    decisions: Decisions
    findings: tuple[Finding, ...]
    absent: tuple[Accepted, ...]


def run(
    paths: tuple[str, ...],
    rules_path: str | None,
    drafts: tuple[str, ...],
    given: Decided,
    *,
    select: _Chosen = (),
    ignore: _Chosen = (),
    new: bool = False,
) -> Run:
    """Compare as `compare` does. With `new` the baseline need not be there yet."""
    from claimcheck.api import compare_articles, review_drafts

    missing = new and given.baseline is not None and not os.path.exists(given.baseline)
    baseline = Baseline(path=given.baseline) if missing else read_accepted(given, rules_path)
    project = settled()
    wanted, unwanted = codes(select, project.select), codes(ignore, project.ignore)
    drafts = drafts or project.draft or ()
    if drafts:
        own, articles, rules, settings = read_review(drafts, paths, rules_path, baseline.faults)
        decided = decisions(given, baseline, (*own, *articles))
        report = review_drafts(own, articles, rules, select=wanted, ignore=unwanted, decisions=decided)
    else:
        articles, rules, settings = read_inputs(paths, rules_path, baseline.faults)
        decided = decisions(given, baseline, articles)
        report = compare_articles(articles, rules, select=wanted, ignore=unwanted, decisions=decided)
    path = baseline.path or (_fresh(rules_path, settings) if new else _none())
    return Run(path=path, decisions=decided, findings=report.findings, absent=report.absent)


def read(given: Decided) -> tuple[str, tuple[Accepted, ...]]:
    """The baseline's path and entries. Raises InputFaults for one that cannot be used, or where there is none."""
    baseline = read_accepted(given, None)
    if baseline.faults:
        raise InputFaults(baseline.faults)
    return baseline.path or _none(), baseline.accepted


def chosen(ids: Sequence[str], findings: Iterable[Finding]) -> frozenset[str] | None:
    """The ids that the `ids` or their beginnings name, None for none given. Raises UsageError for one that names none
    or several.
    """
    known = [finding.id for finding in findings]
    return frozenset(_only(wanted, known) for wanted in ids) if ids else None


def _only(wanted: str, known: Sequence[str]) -> str:
    begun = [name for name in known if name.casefold().startswith(wanted.casefold())]
    exact = [name for name in begun if name.casefold() == wanted.casefold()]
    if len(exact or begun) == 1:
        return (exact or begun)[0]
    shown = ", ".join((begun or known)[:_MOST_TOLD]) or "none"
    what = f'"{wanted}" begins {len(begun)} findings' if begun else f'no finding "{wanted}" in this run'
    raise click.UsageError(f"{what}\n  hint: there are {shown}")


def save(path: str, entries: Iterable[Accepted]) -> None:
    """Write the file; entries of this run get their articles' paths as seen from it."""
    write(to_yaml(entry if entry.at is not None else seen_from(path, entry) for entry in entries), path)


def listed(path: str, entries: Sequence[Accepted], day: date) -> str:
    """The entries for people."""
    noun = "accepted finding" if len(entries) == 1 else "accepted findings"
    return "\n".join([f"{path}: {len(entries)} {noun}", *(_told(entry, day) for entry in entries)])


def _told(entry: Accepted, day: date) -> str:
    until = "for good" if entry.expires is None else f"until {entry.expires}"
    state = "" if entry.holds_on(day) else " (expired)"
    owner = f", {one_line(entry.owner)}" if entry.owner else ""
    message = f"\n  {one_line(entry.message)}" if entry.message else ""
    return f"{one_line(entry.id)} {until}{state}{owner}: {one_line(entry.reason)}{message}"


def _fresh(rules_path: str | None, settings: Settings) -> str:
    """Where a first baseline goes: beside the rules, else here."""
    return os.path.join(os.path.dirname(rules_path or settings.rules or ""), BASELINE_FILE).replace(os.sep, "/")


def _none() -> str:
    raise ClaimcheckError(Place(BASELINE_FILE), "no baseline here or above", _HINT)
