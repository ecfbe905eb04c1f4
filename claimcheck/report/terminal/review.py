"""The parts of `compare --draft`: each figure with its standing, the passages, the findings, the receipt."""

import textwrap
from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Report
from claimcheck.model.review import Witness
from claimcheck.printable import one_line
from claimcheck.protocols import RenderOptions
from claimcheck.report.review import MARKS, Told, copies, counts, others, told
from claimcheck.report.terminal.comparison import finding_line
from claimcheck.report.view import Places, decided, figure, passage

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan", None: "green"}
_INDENT = "      "
_LINES = 2


def parts(report: Report, places: Places, options: RenderOptions, width: int) -> list[RenderableType]:
    """Everything between the top of the screen and the run's own receipt."""
    found: list[RenderableType] = []
    for review in report.drafts:
        found.append(Text(one_line(f"draft {review.document}"), style="bold"))
        if same := copies(review, places):
            found.append(Text(one_line(same), style="yellow"))
        found.append("")
        for one in told(review, report, places, verbose=options.verbose):
            found += _figure(one, places, options, width)
        rest = others(review, report)
        found += [finding_line(finding, places, named=options.verbose) for finding in rest]
        found += [""] if rest else []
        found += [Text(counts(review.receipt), style="bold"), ""]
    return found


def lines(report: Report, places: Places) -> list[RenderableType]:
    """A line, and its hint, for each figure that a desk must look at and for each finding beside them."""
    found: list[RenderableType] = []
    for review in report.drafts:
        rows = told(review, report, places, verbose=False)
        found += [_line(one, places) for one in rows if one.figure.severity is not None]
        rest = others(review, report)
        found += [finding_line(finding, places, digits=False) for finding in rest if finding.suppressed is None]
    return found


def _line(one: Told, places: Places) -> Text:
    severity = one.figure.severity
    code = f"{one.findings[0].check} " if one.findings else ""
    said = one.findings[0].message if one.findings else f"{_head(one)}: {one.standing}"
    line = Text(f"{places.of(one.figure.claim)}: ")
    line.append(f"{code}{severity.value if severity else ''}", style=_STYLES[severity])
    line.append(f": {one_line(said)}")
    if one.findings and one.findings[0].suggestion:
        line.append("\n  hint: ", style="dim").append(one_line(one.findings[0].suggestion))
    return line


def _head(one: Told) -> str:
    return f'"{figure(one.figure.claim)}", {one.figure.claim.metric.name}'


def _figure(one: Told, places: Places, options: RenderOptions, width: int) -> Iterator[RenderableType]:
    line, column = places.line_column(one.figure.claim.article, one.figure.claim.span)
    severity = one.figure.severity
    tail = f" [{severity.value}]" if severity else ""
    style = _STYLES[severity]
    words = f"{MARKS[one.figure.standing]} {line}:{column} {_head(one)}: {one.standing}{tail}"
    for number, part in enumerate(_wrapped(one_line(words), " ", _INDENT, width)):
        yield Text(part, style=style if number == 0 else "")
    for witness in one.witnesses:
        yield from _witness(witness, places, options, width)
    for finding in one.findings:
        yield from _finding(finding, options, width)
    if one.witnesses or one.findings:
        yield ""


def _witness(witness: Witness, places: Places, options: RenderOptions, width: int) -> Iterator[RenderableType]:
    """Where it stands and the words around it; with -v the whole sentence and why the ladder decided so."""
    claim = witness.claim
    room = None if options.verbose else _LINES * (width - len(_INDENT) - 2) - len("……»«")
    shown = passage(claim, room)
    why = f" ({witness.verdict.value}: {witness.why})" if options.verbose else ""
    yield from (Text(part, style="dim") for part in _wrapped(f"{places.of(claim)}{why}", _INDENT, _INDENT, width))
    words = f"{shown.before}»{shown.figure}«{shown.after}"
    yield from (Text(part) for part in _wrapped(words, f"{_INDENT}  ", f"{_INDENT}  ", width))


def _finding(finding: Finding, options: RenderOptions, width: int) -> Iterator[RenderableType]:
    text = f"{finding.check} {finding.severity.value}: {finding.message}"
    if said := decided(finding):
        text += f" [{said}]"
    yield from (Text(part) for part in _wrapped(one_line(text), _INDENT, f"{_INDENT}  ", width))
    if finding.suggestion:
        hint = one_line(f"hint: {finding.suggestion}")
        yield from (Text(part) for part in _wrapped(hint, f"{_INDENT}  ", f"{_INDENT}  ", width))
    if options.verbose:
        yield Text(f"{_INDENT}  trail: {finding.id}", style="dim")


def _wrapped(text: str, first: str, rest: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
