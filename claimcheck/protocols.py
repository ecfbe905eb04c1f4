"""What the edges must offer: the shape of a loader and of a report format."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from claimcheck.errors import Fault
from claimcheck.model.finding import Severity
from claimcheck.model.report import Report
from claimcheck.model.text import Article


class Loader(Protocol):
    """A module of claimcheck/load/ that reads one kind of file."""

    SUFFIXES: frozenset[str]
    """Lower-case file suffixes that it answers for, with the dot."""

    def read(self, path: str, data: bytes) -> Article | tuple[Fault, ...]:
        """The article in `data`, or everything that keeps it from being one. `path` is as given, forward slashes."""
        ...


class View(StrEnum):
    """What of a report is shown: the comparison, or the claims alone."""

    COMPARE = "compare"
    EXTRACT = "extract"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckNote:
    """A check for people who read a report: its code, its name in words, the gravest severity it gives, and its page of
    documentation, markdown with the sections that every check has.
    """

    code: str
    name: str
    severity: Severity
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """How to show a report. `width` counts terminal cells; `verbose` adds every comparison, lone figure and skipped
    number; `quiet` leaves the finding lines only. `checks` explain the codes (empty: they stand unexplained). Formats
    use what concerns them.
    """

    view: View = View.COMPARE
    verbose: bool = False
    quiet: bool = False
    color: bool = False
    width: int = 100
    checks: tuple[CheckNote, ...] = ()


class ReportFormat(Protocol):
    """A module of claimcheck/report/ that turns a report into text."""

    NAMES: tuple[str, ...]
    """What `--format` calls it; the first is the name in docs."""

    def render(self, report: Report, options: RenderOptions) -> str:
        """The whole document, ending in a line end."""
        ...
