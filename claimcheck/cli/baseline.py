"""`claimcheck baseline`."""

from datetime import date
from typing import TYPE_CHECKING

import click

from claimcheck.cli.options import Decided, codes_option, file_option, inputs, today
from claimcheck.cli.values import Day

if TYPE_CHECKING:
    from claimcheck.cli.accepting import Run

_Chosen = tuple[frozenset[str], ...]
_file = file_option("--file", help="The baseline; default: claimcheck-baseline.yaml, here or above.")


@click.group("baseline", short_help="Accept findings, with reason, owner and expiry.")
def command() -> None:
    """Keep a file of findings that may stand.

    compare and report find it by its name, claimcheck-baseline.yaml, in the working folder or above, or take it from
    --baseline. What it holds is suppressed with its reason; what it does not hold is new.
    """


@command.command("write")
@inputs()
@codes_option("--select", help="Only findings of these checks.")
@codes_option("--ignore", help="Not those of these checks.")
@click.option("--id", "ids", multiple=True, metavar="ID", help="Only the finding with this id, or its beginning.")
@click.option("--reason", required=True, metavar="TEXT", help="Why they may stand.")
@click.option("--owner", metavar="NAME", help="Who answers for it.")
@click.option("--expires", type=Day(), metavar="DATE", help="The last day on which it holds, YYYY-MM-DD.")
@_file
@today()
def write(
    paths: tuple[str, ...],
    rules: str | None,
    draft: tuple[str, ...],
    select: _Chosen,
    ignore: _Chosen,
    ids: tuple[str, ...],
    reason: str,
    owner: str | None,
    expires: date | None,
    file: str | None,
    today: date | None,
) -> None:
    """Accept what is found now.

    Entries that are there already keep their reason, owner and day. Findings that a comment in an article silences are
    not taken in. One that has expired is decided anew.
    """
    from claimcheck.cli.accepting import chosen, run, save
    from claimcheck.triage.accept import Word, accept

    if not reason.strip():
        raise click.UsageError("--reason is empty\n  hint: say why the findings may stand, for whoever reads it next")
    done = run(paths, rules, draft, Decided(baseline=file, today=today), select=select, ignore=ignore, new=True)
    day = done.decisions.today
    if expires is not None and day is not None and expires < day:
        raise click.UsageError(f"--expires {expires} is past\n  hint: name the last day on which it holds")
    word = Word(reason=reason, owner=owner or None, expires=expires, only=chosen(ids, done.findings))
    updated = accept(done.findings, word, done.decisions)
    save(done.path, updated.entries)
    _say(f"{done.path}: {updated.added} added, {updated.renewed} decided anew, {updated.kept} kept{_left(done)}")


@command.command("prune")
@inputs()
@_file
@today()
def prune(
    paths: tuple[str, ...], rules: str | None, draft: tuple[str, ...], file: str | None, today: date | None
) -> None:
    """Take out the entries that nothing is found for any more.

    Entries about articles that exist and are not among PATH stay, and so do those of checks that do not run.
    """
    from claimcheck.cli.accepting import run, save

    done = run(paths, rules, draft, Decided(baseline=file, today=today))
    gone = {entry.id for entry in done.absent}
    stay = tuple(entry for entry in done.decisions.accepted if entry.id not in gone)
    if gone:
        save(done.path, stay)
    told = "".join(f"\n  {entry.id}: {entry.message or entry.reason}" for entry in done.absent)
    _say(f"{done.path}: {len(gone)} taken out, {len(stay)} kept{told}")


@command.command("show")
@_file
@today()
def show(file: str | None, today: date | None) -> None:
    """List the entries with reason, owner and expiry."""
    from claimcheck.cli.accepting import listed, read

    path, entries = read(Decided(baseline=file, today=today))
    _say(listed(path, entries, today or date.today()))


def _left(done: "Run") -> str:
    """What `write` says of entries that nothing was found for."""
    if not done.absent:
        return ""
    return f", {len(done.absent)} not found any more (claimcheck baseline prune takes them out)"


def _say(text: str) -> None:
    from claimcheck.cli.output import write as put

    put(f"{text}\n", None)
