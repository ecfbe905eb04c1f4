"""What the edges must offer: the shape of a loader, of a report format, and of whoever is told how far a run is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from claimcheck.errors import Fault
from claimcheck.model.finding import Severity
from claimcheck.model.report import Report
from claimcheck.model.text import Article

_T = TypeVar("_T")


class Progress(Protocol):
    """Is told how far a run is. A stage is a few words for people: "reading articles"."""

    def over(self, stage: str, items: Sequence[_T]) -> Iterable[_T]:
        """The items in order, of a stage that is over when they are."""
        ...

    def at(self, stage: str) -> None:
        """A stage begins whose length is not known."""
        ...


class _Silent:
    """Tells nobody."""

    def over(self, _stage: str, items: Sequence[_T]) -> Iterable[_T]:
        return items

    def at(self, _stage: str) -> None:
        pass


SILENT: Progress = _Silent()


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
class Site:
    """Where a run takes place, for readers who sit elsewhere: a code host, a page in another folder.

    `root` is the repository's folder and `here` the working folder, both absolute ("": not known, and paths stand as
    given). `links` is what a path goes behind to be opened: the code host's address of the repository's files when
    `root` is known, else the way from the document's folder to the working folder ("": they are the same).
    """

    root: str = ""
    here: str = ""
    links: str = ""


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
    number; `quiet` leaves the finding lines only. Formats use what concerns them.

    `gate` is the least severity that fails the run (None: none does) and `exit_code` what was decided by it; a format
    tells of both and decides neither. `checks` are all that there are, by code. `room` is the most bytes that the
    document may take, where the format can leave details out (None: any number).
    """

    view: View = View.COMPARE
    verbose: bool = False
    quiet: bool = False
    color: bool = False
    width: int = 100
    site: Site = Site()
    checks: tuple[CheckNote, ...] = ()
    gate: Severity | None = None
    exit_code: int = 0
    room: int | None = None


class ReportFormat(Protocol):
    """A module of claimcheck/report/ that turns a report into text."""

    NAMES: tuple[str, ...]
    """What `--format` calls it; the first is the name in docs. A module may also have VIEWS, a tuple of the views that
    it can show; without it, it shows all.
    """

    def render(self, report: Report, options: RenderOptions) -> str:
        """The whole document, ending in a line end."""
        ...
