"""`claimcheck explain`: a check's page, or the trail behind one finding."""

import inspect
import re
from collections.abc import Sequence

import click

from claimcheck.cli import completing
from claimcheck.cli.options import COLORS, file_option
from claimcheck.config.suggest import unknown

_FINDING = re.compile(r"CC\d{3}-[0-9a-f]*(?:-\d*)?", re.IGNORECASE)
_MOST_NEAR = 5


@click.command("explain", short_help="Print a check's page, or how a finding came about.")
@click.argument("what", metavar="CODE|FINDING-ID", shell_complete=completing.pages)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completing.files)
@file_option("--from", "source", help="JSON of an earlier run to take the finding from; - for stdin.")
@file_option("--rules", help="Rules file; default: rules.yaml, looked for upwards from here.")
@click.option("--color", type=click.Choice(COLORS), default="auto", show_default=True, help="Colour the text.")
def command(what: str, paths: tuple[str, ...], source: str | None, rules: str | None, color: str) -> None:
    """Print the page of the check with this CODE, or the whole trail behind one finding.

    A finding is named by its id in the JSON output, or by the beginning of it. It is taken from the JSON of an earlier
    run (--from), or else the articles are compared anew: those of PATH, or corpus/ as in compare.
    """
    what = what.strip()
    if source is not None and (paths or rules is not None):
        raise click.UsageError("--from takes the finding from that file: give it without PATH and --rules")
    if source is None and not paths and not _FINDING.fullmatch(what):
        _page(what)
    else:
        _trail(what, paths, source, rules, color)


def _page(code: str) -> None:
    from claimcheck.checks.registry import all_checks
    from claimcheck.cli.output import read_at_leisure

    pages = {check.info.code: check for check in all_checks()}
    check = pages.get(code.upper())
    if check is None:
        message, hint = unknown("check", code, pages)
        raise click.UsageError(f"{message}\n  hint: {hint}" if hint else message)
    read_at_leisure(f"{check.info.code} {inspect.cleandoc(check.page).strip()}\n", color=False)


def _trail(wanted: str, paths: tuple[str, ...], source: str | None, rules: str | None, color: str) -> None:
    from claimcheck.cli.output import colored, read_at_leisure, screen_width
    from claimcheck.cli.runs import compared, read_run
    from claimcheck.report.terminal.trail import draw

    document = compared(wanted, paths, rules) if source is None else read_run(source)
    findings = {str(finding["id"]): finding for finding in document["findings"]}
    finding = findings[_only(wanted, tuple(findings))]
    painted = colored(color, None)
    read_at_leisure(draw(document, finding, width=screen_width(None), color=painted), color=painted)


def _only(wanted: str, ids: Sequence[str]) -> str:
    """The one id that `wanted` begins; a usage error names the near ones when there is none, or several."""
    begun = [name for name in ids if name.casefold().startswith(wanted.casefold())]
    if len(begun) == 1 or wanted in begun:
        return wanted if wanted in begun else begun[0]
    if begun:
        raise click.UsageError(f'"{wanted}" begins {len(begun)} findings\n  hint: {_told("one of: ", begun)}')
    if not ids:
        raise click.UsageError(f'no finding "{wanted}": this run has no findings')
    raise click.UsageError(f'no finding "{wanted}" in this run\n  hint: {_told("there are: ", _near(wanted, ids))}')


def _near(wanted: str, ids: Sequence[str]) -> list[str]:
    """Those most like it, or else those of the same check, or else the first ones."""
    from difflib import get_close_matches

    code = wanted.partition("-")[0].upper()
    same = [name for name in ids if name.startswith(code)]
    alike = get_close_matches(wanted, ids, n=_MOST_NEAR, cutoff=0.6)
    return list(dict.fromkeys([*alike, *same])) or list(ids)


def _told(head: str, names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_NEAR} more" if len(names) > _MOST_NEAR else ""
    return f"{head}{', '.join(names[:_MOST_NEAR])}{more}"
