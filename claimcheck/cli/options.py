"""The options that compare, report and extract share, parsed into one frozen value."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import reduce
from typing import ParamSpec, TypedDict, TypeVar

import click

from claimcheck.cli.values import Codes, Day, FormatName

_P = ParamSpec("_P")
_R = TypeVar("_R")

COLORS = ("auto", "always", "never")
GATES = ("error", "warning", "note", "never")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What the command line asks for. `fail_on` and `rules` are None where it leaves them to the configuration."""

    paths: tuple[str, ...]
    format: str
    output: str | None
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
    output: str | None
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


def reading(default_format: str) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """PATH…, --rules, and how the result is shown."""
    return _together(
        click.argument("paths", nargs=-1, metavar="[PATH]..."),
        click.option("--format", "-f", type=FormatName(), default=default_format, show_default=True, help="As what."),
        click.option("--output", "-o", metavar="FILE", help="Write there instead of to standard output."),
        click.option("--rules", metavar="FILE", help="Rules file; default: rules.yaml, looked for upwards from here."),
        click.option("--color", type=click.Choice(COLORS), default="auto", show_default=True, help="Colour the text."),
        click.option(
            "--verbose", "-v", is_flag=True, help="Also comparisons, lone figures, skipped numbers and what may stand."
        ),
        click.option("--quiet", "-q", is_flag=True, help="Show the findings' lines alone."),
    )


def inputs() -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """What a command reads that compares and shows no report."""
    return _together(
        click.argument("paths", nargs=-1, metavar="[PATH]..."),
        click.option("--rules", metavar="FILE", help="Rules file; default: rules.yaml, looked for upwards from here."),
        click.option("--draft", multiple=True, metavar="FILE", help="Hold this draft's figures against the articles."),
    )


def gating() -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """What is under review, which checks count, and what fails the run."""
    return _together(
        click.option("--draft", multiple=True, metavar="FILE", help="Hold this draft's figures against the articles."),
        click.option("--fail-on", type=click.Choice(GATES), help="Least severity that exits with 1.  [default: error]"),
        click.option("--select", type=Codes(), multiple=True, help="Only these checks; CC1 means all of CC1xx."),
        click.option("--ignore", type=Codes(), multiple=True, help="Not these checks."),
        click.option(
            "--baseline", metavar="FILE", help="Accepted findings; default: claimcheck-baseline.yaml, if any."
        ),
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
    """The options of a command that reads and shows."""
    return Request(
        paths=given["paths"],
        format=given["format"],
        output=given["output"],
        rules=given["rules"],
        color=given["color"],
        verbose=given["verbose"],
        quiet=given["quiet"],
    )


def gated_request(given: Gating) -> Request:
    """The options of a command that also judges."""
    return replace(
        read_request(given),
        drafts=given["draft"],
        fail_on=given["fail_on"],
        select=frozenset[str]().union(*given["select"]),
        ignore=frozenset[str]().union(*given["ignore"]),
        decided=Decided(
            baseline=given["baseline"],
            without=given["no_baseline"],
            today=given["today"],
            changed_since=given["changed_since"],
        ),
    )


def _together(
    *decorators: Callable[[Callable[_P, _R]], Callable[_P, _R]],
) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    return lambda command: reduce(lambda inner, decorate: decorate(inner), reversed(decorators), command)
