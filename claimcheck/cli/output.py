"""Text to standard output or, whole or not at all, to a file."""

import inspect
import os
import shutil
import stat
import sys
import tempfile
from dataclasses import replace

import click

from claimcheck.checks.registry import all_checks
from claimcheck.cli.options import Request
from claimcheck.cli.site import job_summary, site
from claimcheck.errors import OutputError, Place
from claimcheck.model.finding import Severity
from claimcheck.model.report import Report
from claimcheck.protocols import CheckNote, RenderOptions
from claimcheck.report import registry
from claimcheck.triage.gate import ExitStatus, FailOn

PIPED_WIDTH = 100
ANNOTATIONS = "github"
_SUMMARY = 1024 * 1024
"""GitHub takes so many bytes of summary from one step, and drops a longer one whole."""


def judged(gate: FailOn, code: ExitStatus) -> RenderOptions:
    """What formats may tell of the verdict."""
    return RenderOptions(gate=None if gate is FailOn.NEVER else Severity(gate.value), exit_code=code.value)


def emit(report: Report, request: Request, options: RenderOptions) -> None:
    """Render the report in every format asked for, then write each where it was asked: nothing is written when one of
    them cannot be rendered. In a job of GitHub's the github format comes with the job's summary.
    """
    options = replace(options, verbose=request.verbose, quiet=request.quiet, checks=_notes())
    targets = [(request.format, request.output), *request.outputs]
    texts = [(_rendered(report, name, path, request.color, options), path) for name, path in targets]
    for text, path in texts:
        write(text, path)
    if any(name == ANNOTATIONS for name, _ in targets) and (summary := job_summary()):
        room = _SUMMARY - summary.size
        told = replace(options, site=site(None), verbose=False, quiet=False, room=room)
        append(registry.named("markdown").render(report, told), summary.path, room)


def _rendered(report: Report, name: str, path: str | None, color: str, options: RenderOptions) -> str:
    here = replace(options, site=site(path), color=colored(color, path), width=screen_width(path))
    return registry.named(name).render(report, here)


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


def read_at_leisure(text: str, *, color: bool) -> None:
    """To standard output; page by page where a person sits at a terminal that the text does not fit on."""
    rows = shutil.get_terminal_size((PIPED_WIDTH, 24)).lines
    person = sys.stdout.isatty() and sys.stdin.isatty() and os.environ.get("TERM") != "dumb"
    if person and text.count("\n") >= rows:
        click.echo_via_pager(text, color=color)
    else:
        write(text, None)


def append(text: str, path: str, room: int) -> None:
    """Add UTF-8 to the end of a file, where it has `room` for so many bytes. Raises OutputError."""
    data = text.encode("utf-8", "backslashreplace")
    if len(data) > room:
        return
    try:
        with open(path, "ab") as stream:
            stream.write(data)
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
