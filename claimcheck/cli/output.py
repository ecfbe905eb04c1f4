"""Text to standard output or, whole or not at all, to a file."""

import inspect
import os
import shutil
import stat
import sys
import tempfile

from claimcheck.checks.registry import all_checks
from claimcheck.cli.options import Request
from claimcheck.errors import OutputError, Place
from claimcheck.model.report import Report
from claimcheck.protocols import CheckNote, RenderOptions, View
from claimcheck.report import registry

PIPED_WIDTH = 100


def emit(report: Report, request: Request, view: View) -> None:
    """Render the report as asked and write it where asked."""
    options = RenderOptions(
        view=view,
        verbose=request.verbose,
        quiet=request.quiet,
        color=colored(request.color, request.output),
        width=screen_width(request.output),
        checks=_notes(),
    )
    write(registry.named(request.format).render(report, options), request.output)


def _notes() -> tuple[CheckNote, ...]:
    return tuple(
        CheckNote(code=one.info.code, name=one.info.name, severity=one.info.severity, page=inspect.cleandoc(one.page))
        for one in all_checks()
    )


def write(text: str, path: str | None) -> None:
    """Write UTF-8 to `path`, or to standard output for None. Raises OutputError."""
    data = text.encode("utf-8", "backslashreplace")
    if path is None:
        _to_stdout(data)
        return
    try:
        _to_file(data, path)
    except OSError as error:
        raise OutputError(Place(path), f"cannot write: {error.strerror or error}", _hint(path)) from error


def _to_stdout(data: bytes) -> None:
    stream = sys.stdout.buffer
    try:
        stream.write(data)
        stream.flush()
    except BrokenPipeError:
        # The reader has seen enough (head, less): no complaint, and the exit code stays the verdict's.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise OutputError(Place("standard output"), f"cannot write: {error.strerror or error}") from error


def _to_file(data: bytes, path: str) -> None:
    target = os.path.realpath(path)
    if os.path.exists(target) and not os.path.isfile(target):
        with open(target, "wb") as stream:  # a device or a pipe is written to as it is
            stream.write(data)
        return
    handle, draft = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".claimcheck-")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        os.chmod(draft, _mode(target))
        os.replace(draft, target)
    except BaseException:
        os.unlink(draft)
        raise


def _mode(target: str) -> int:
    if os.path.exists(target):
        return stat.S_IMODE(os.stat(target).st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _hint(path: str) -> str | None:
    folder = os.path.dirname(path) or "."
    if os.path.isdir(path):
        return "name a file, not a folder"
    return None if os.path.isdir(folder) else f"make the folder first: {folder}"


def colored(color: str, output: str | None) -> bool:
    """Whether to colour what goes to `output` (None: standard output), asked for "auto", "always" or "never"."""
    if color != "auto":
        return color == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or output is not None
    return not plain and sys.stdout.isatty()


def screen_width(output: str | None) -> int:
    """COLUMNS where it is set, else the terminal's, else 100: what a pipe or file gets does not hang on the screen."""
    piped = output is not None or not sys.stdout.isatty()
    return PIPED_WIDTH if piped and "COLUMNS" not in os.environ else shutil.get_terminal_size((PIPED_WIDTH, 24)).columns
