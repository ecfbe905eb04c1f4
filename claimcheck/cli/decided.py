"""What holds for one run beside its articles: the baseline's entries, the day, and which articles changed."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import click

from claimcheck.cli.inputs import settled
from claimcheck.cli.options import Decided
from claimcheck.config.baseline import read_baseline, unread
from claimcheck.config.discover import BASELINE_FILE
from claimcheck.errors import Fault, InputFaults
from claimcheck.model.baseline import Accepted, Decisions
from claimcheck.model.text import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The baseline in use: its path (None: none is) and entries, or the faults that keep it from being read."""

    path: str | None
    accepted: tuple[Accepted, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_accepted(given: Decided, rules: str | None) -> Baseline:
    """The baseline that is asked for or found; `rules` is the rules file that was asked for."""
    path = _path(given, rules)
    try:
        return Baseline(path=path, accepted=read_baseline(path) if path is not None else ())
    except InputFaults as error:
        return Baseline(path=path, faults=error.faults)


def decisions(given: Decided, baseline: Baseline, articles: Iterable[Article]) -> Decisions:
    """What holds for a run over these articles. Raises ClaimcheckError for a revision that git does not know."""
    files = {os.path.realpath(article.path): article.path for article in articles}
    path = baseline.path
    return Decisions(
        accepted=baseline.accepted,
        baseline=path,
        today=given.today or date.today(),
        unread=unread(baseline.accepted, path, files) if path is not None else frozenset(),
        changed=_changed(given.changed_since, files, path),
    )


def _path(given: Decided, rules: str | None) -> str | None:
    """The file asked for, else the one that is found: beside the rules that were asked for, or here or above."""
    if given.without and given.baseline is not None:
        raise click.UsageError("--baseline and --no-baseline exclude each other")
    if given.without or given.baseline is not None:
        return given.baseline
    beside = os.path.join(os.path.dirname(rules), BASELINE_FILE) if rules else None
    if beside is not None and os.path.isfile(beside):
        return beside
    return settled().baseline


def seen_from(path: str, entry: Accepted) -> Accepted:
    """The entry with its articles' paths as seen from the baseline's folder."""
    folder = os.path.realpath(os.path.dirname(path))
    return replace(entry, articles=tuple(_relative(name, folder) for name in entry.articles))


def _relative(name: str, folder: str) -> str:
    try:
        return os.path.relpath(os.path.realpath(name), folder).replace(os.sep, "/")
    except ValueError:  # another drive on Windows
        return name


def _changed(ref: str | None, files: dict[str, str], baseline: str | None) -> frozenset[str] | None:
    if ref is None:
        return None
    from claimcheck.cli.changed import changed_files

    known = {**files, os.path.realpath(baseline): baseline} if baseline is not None else files
    changed = changed_files(ref)
    return frozenset(path for real, path in known.items() if real in changed)
