"""The options that compare, report and extract share, parsed into one frozen value."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from typing import ParamSpec, TypedDict, TypeVar

import click

from claimcheck.cli.values import Codes, FormatName, OutputTarget, Target
from claimcheck.protocols import View

_P = ParamSpec("_P")
_R = TypeVar("_R")

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


def reading(default_format: str, view: View) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """PATH…, --rules, and how the result is shown."""
    return _together(
        click.argument("paths", nargs=-1, metavar="[PATH]..."),
        click.option(
            "--format", "-f", type=FormatName(view), default=default_format, show_default=True, help="As what."
        ),
        click.option(
            "--output",
            "-o",
            type=OutputTarget(view),
            multiple=True,
            metavar="[FORMAT=]FILE",
            help="Write there instead of to standard output; with FORMAT=, besides (repeatable).",
        ),
        click.option("--rules", metavar="FILE", help="Rules file; default: rules.yaml, looked for upwards from here."),
        click.option("--color", type=click.Choice(COLORS), default="auto", show_default=True, help="Colour the text."),
        click.option("--verbose", "-v", is_flag=True, help="Show every comparison, lone figure and skipped number."),
        click.option("--quiet", "-q", is_flag=True, help="Show the findings' lines alone."),
    )


def gating() -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """What is under review, which checks count, and what fails the run."""
    return _together(
        click.option("--draft", multiple=True, metavar="FILE", help="Hold this draft's figures against the articles."),
        click.option("--fail-on", type=click.Choice(GATES), help="Least severity that exits with 1.  [default: error]"),
        click.option("--select", type=Codes(), multiple=True, help="Only these checks; CC1 means all of CC1xx."),
        click.option("--ignore", type=Codes(), multiple=True, help="Not these checks."),
    )


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
    """The options of a command that also judges."""
    return replace(
        read_request(given),
        drafts=given["draft"],
        fail_on=given["fail_on"],
        select=frozenset[str]().union(*given["select"]),
        ignore=frozenset[str]().union(*given["ignore"]),
    )


def _together(
    *decorators: Callable[[Callable[_P, _R]], Callable[_P, _R]],
) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    return lambda command: reduce(lambda inner, decorate: decorate(inner), reversed(decorators), command)
