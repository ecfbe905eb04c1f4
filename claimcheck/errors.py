"""What can go wrong for reasons outside the program: one base class, few children, each with place, matter and hint."""

from collections.abc import Iterable
from dataclasses import dataclass

from claimcheck.printable import one_line


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A path and, where one is known, line and column from 1 (0: not known)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([one_line(self.path), *numbers])


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with the input: where, what, and what to do about it (None: nothing useful to say)."""

    where: Place | None
    what: str
    hint: str | None = None

    def __str__(self) -> str:
        head = f"{self.where}: error: " if self.where else "error: "
        tail = f"\n  hint: {one_line(self.hint)}" if self.hint else ""
        return f"{head}{one_line(self.what)}{tail}"


class ClaimcheckError(Exception):
    """Whatever keeps claimcheck from checking. The commands show it without a traceback and exit with 2."""

    def __init__(self, where: Place | None, what: str, hint: str | None = None) -> None:
        super().__init__(what)
        self.where = where
        self.what = what
        self.hint = hint

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything to tell, in order."""
        return (Fault(self.where, self.what, self.hint),)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class InputFaults(ClaimcheckError):  # noqa: N818  # it is a collection of faults, and reads as one
    """Articles or rules that cannot be used: every fault of every file, so that one run shows them all."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self._faults = tuple(faults)
        first = self._faults[0]
        super().__init__(first.where, first.what, first.hint)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything to tell, in order."""
        return self._faults


class OutputError(ClaimcheckError):
    """A result that could not be written where it was asked for."""


def os_fault(path: str, error: OSError) -> Fault:
    """The system's own words about `path`, with a hint for the usual causes."""
    return Fault(Place(path), error.strerror or str(error), _OS_HINTS.get(type(error)))


_OS_HINTS: dict[type[OSError], str] = {
    FileNotFoundError: "check the spelling, and the folder that you run this from",
    PermissionError: "give yourself the right to read it, or leave it out",
    IsADirectoryError: "name a file, not a folder",
}
