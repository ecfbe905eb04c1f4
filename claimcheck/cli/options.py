"""The options that compare, report and extract share, parsed into one frozen value."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial, reduce
from typing import ParamSpec, TypedDict, TypeVar

import click

from claimcheck.cli import completing
from claimcheck.cli.values import Codes, Day, FormatName, OutputTarget, Target
from claimcheck.protocols import View

_P = ParamSpec("_P")
_R = TypeVar("_R")

file_option = partial(click.option, metavar="FILE", shell_complete=completing.files)
codes_option = partial(click.option, type=Codes(), multiple=True, shell_complete=completing.codes)

COLORS = ("auto", "always", "never")
GATES = ("error", "warning", "note", "never")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asks for. `fail_on` and `rules` are None where it leaves them to the configuration.

    `format` goes to `output` (None: standard output), and each of `outputs` to a file of its own.
    """

    paths: tuple[str, ...]
    format: str
    output: str | None
    outputs: tuple[tuple[str, str], ...]
    rules: str | None
    color: str
    verbose: bool
    quiet: bool
    drafts: tuple[str, ...] = ()
    fail_on: str | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    decided: "Decided" = field(default_factory=lambda: Decided())


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What the command line says of decisions. `baseline` None: the one that is found, unless `without`; `today` None:
    the day that it is; `changed_since` None: all findings.
    """

    baseline: str | None = None
    without: bool = False
    today: date | None = None
    changed_since: str | None = None


class Reading(TypedDict):
    """What the options of `reading` hand to a command."""

    paths: tuple[str, ...]
    format: str
    output: tuple[Target, ...]
    rules: str | None
    color: str
    verbose: bool
    quiet: bool


class Gating(Reading):
    """What the options of `reading` and `gating` hand to a command."""

    draft: tuple[str, ...]
    fail_on: str | None
    select: tuple[frozenset[str], ...]
    ignore: tuple[frozenset[str], ...]
    baseline: str | None
    no_baseline: bool
    changed_since: str | None
    today: date | None


def reading(default_format: str, view: View) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """PATH…, --rules, and how the result is shown."""
    return _together(
        click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completing.files),
        click.option(
            "--format",
            "-f",
            type=FormatName(view),
            default=default_format,
            show_default=True,
            shell_complete=completing.formats,
            help="As what.",
        ),
        click.option(
            "--output",
            "-o",
            type=OutputTarget(view),
            multiple=True,
            metavar="[FORMAT=]FILE",
            shell_complete=completing.targets,
            help="Write there instead of to standard output; with FORMAT=, besides (repeatable).",
        ),
        file_option("--rules", help="Rules file; default: rules.yaml, looked for upwards from here."),
        click.option("--color", type=click.Choice(COLORS), default="auto", show_default=True, help="Colour the text."),
        click.option(
            "--verbose", "-v", is_flag=True, help="Also comparisons, lone figures, skipped numbers and what may stand."
        ),
        click.option("--quiet", "-q", is_flag=True, help="Show the findings' lines alone."),
    )


def inputs() -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """What a command reads that compares and shows no report."""
    return _together(
        click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=completing.files),
        file_option("--rules", help="Rules file; default: rules.yaml, looked for upwards from here."),
        file_option("--draft", multiple=True, help="Hold this draft's figures against the articles."),
    )


def gating() -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """What is under review, which checks count, and what fails the run."""
    return _together(
        file_option("--draft", multiple=True, help="Hold this draft's figures against the articles."),
        click.option("--fail-on", type=click.Choice(GATES), help="Least severity that exits with 1.  [default: error]"),
        codes_option("--select", help="Only these checks; CC1 means all of CC1xx."),
        codes_option("--ignore", help="Not these checks."),
        file_option("--baseline", help="Accepted findings; default: claimcheck-baseline.yaml, if any."),
        click.option("--no-baseline", is_flag=True, help="As if nothing had been accepted."),
        click.option(
            "--changed-since", metavar="REF", help="Only findings in articles changed since this git revision."
        ),
        today(),
    )


def today() -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """--today, for tests and for looking ahead: the day that expiry is judged by."""
    return click.option("--today", type=Day(), hidden=True, help="The day that it is.")


def read_request(given: Reading) -> Request:
    """The options of a command that reads and shows. Raises click.UsageError where one file would be written twice."""
    plain = [path for name, path in given["output"] if name is None]
    if len(plain) > 1:
        raise click.UsageError(f"--output {plain[1]}: a second file needs its format: --output FORMAT={plain[1]}")
    files = [os.path.realpath(path) for _, path in given["output"]]
    if doubled := [
        path for path in files if files.count(path) > 1 and (os.path.isfile(path) or not os.path.exists(path))
    ]:
        raise click.UsageError(f"--output {doubled[0]}: two results for one file")
    return Request(
        paths=given["paths"],
        format=given["format"],
        output=plain[0] if plain else None,
        outputs=tuple((name, path) for name, path in given["output"] if name is not None),
        rules=given["rules"],
        color=given["color"],
        verbose=given["verbose"],
        quiet=given["quiet"],
    )


def gated_request(given: Gating) -> Request:
    """The options of a command that also judges, with the project's settings where the command line is silent."""
    from claimcheck.cli.inputs import settled

    settings = settled()
    return replace(
        read_request(given),
        drafts=given["draft"] or settings.draft or (),
        fail_on=given["fail_on"] or settings.fail_on,
        select=codes(given["select"], settings.select),
        ignore=codes(given["ignore"], settings.ignore),
        decided=Decided(
            baseline=given["baseline"],
            without=given["no_baseline"],
            today=given["today"],
            changed_since=given["changed_since"],
        ),
    )


def codes(given: tuple[frozenset[str], ...], settled: frozenset[str] | None) -> frozenset[str]:
    """The codes of an option that can be repeated, else those that the project settles."""
    return frozenset[str]().union(*given) if given else settled or frozenset()


def _together(
    *decorators: Callable[[Callable[_P, _R]], Callable[_P, _R]],
) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    return lambda command: reduce(lambda inner, decorate: decorate(inner), reversed(decorators), command)
