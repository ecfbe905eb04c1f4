"""The parts of `compare`: sections with a finding, then with -v all pairs, then the groups that agree."""

from rich import box
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimcheck.model.finding import Finding, Group, Severity
from claimcheck.model.report import Report
from claimcheck.printable import one_line
from claimcheck.protocols import RenderOptions
from claimcheck.report.differing import slip_of
from claimcheck.report.terminal.cells import figure_width, longest_word, passage_text, source_width
from claimcheck.report.view import (
    SUSPECT,
    Places,
    Row,
    Section,
    agreeing,
    circumstances,
    decided,
    figure,
    place_of,
    plural,
    sections,
    typical,
)

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_DATE_WIDTH = 10
_SOURCE_WIDTH = 14
_FIGURE_WIDTH = 16
_PASSAGE_WIDTH = 22
_FRAME = 2 * 5 + 4  # a blank on either side of five columns, and one between neighbours


def parts(report: Report, places: Places, options: RenderOptions, width: int) -> list[RenderableType]:
    """Everything between the top of the screen and the receipt."""
    found: list[RenderableType] = []
    for section in sections(report, suppressed=options.verbose):
        found += [_title(section), *([_table(section, places, options, width)] if section.rows else [])]
        found += [finding_line(finding, places, named=options.verbose) for finding in section.findings]
        found.append("")
    if options.verbose:
        found += [line for group in report.groups for line in _pairs(group)]
        found += _not_compared(report, places)
    groups = agreeing(report, lone=options.verbose)
    if groups:
        found += [_agreeing(groups, width), ""]
    return found


def finding_lines(report: Report, places: Places) -> list[RenderableType]:
    """The lines of the findings that count."""
    return [finding_line(finding, places, digits=False) for finding in report.findings if finding.suppressed is None]


def _title(section: Section) -> Text:
    title = Text(one_line(f"{section.operation} · {section.metric}"), style="bold")
    return title.append(f"  {section.verdict}", style="not bold dim") if section.verdict else title


def _table(section: Section, places: Places, options: RenderOptions, width: int) -> Table:
    sources = [places.source(row.claim) for row in section.rows]
    free = width - 1 - _DATE_WIDTH - _FRAME
    least = min(longest_word(sources), _SOURCE_WIDTH)
    figures = figure_width((figure(row.claim) for row in section.rows), width)
    figures = min(figures, max(free - least - _PASSAGE_WIDTH, _FIGURE_WIDTH))
    source = max(min(source_width(sources, width), free - figures - _PASSAGE_WIDTH), least)
    room = max(free - figures - source, _PASSAGE_WIDTH)
    table = Table(box=box.SIMPLE_HEAD, expand=False, show_edge=False)
    table.add_column("", width=1, min_width=1, no_wrap=True)
    table.add_column("source", width=source, overflow="fold")
    table.add_column("figure", width=figures, justify="right", overflow="fold")
    table.add_column("as of", width=_DATE_WIDTH, min_width=_DATE_WIDTH, no_wrap=True)
    table.add_column("passage", width=room, overflow="fold")
    for row in section.rows:
        table.add_row(*_cells(row, places, options, room))
    return table


def _cells(row: Row, places: Places, options: RenderOptions, room: int) -> tuple[Text, Text, Text, Text, Text]:
    odd = row.mark == SUSPECT
    style = "bold red" if odd else ""
    day = places.as_of(row.claim)
    words = passage_text(row.claim, None if options.verbose else 2 * room, style or "bold", plain=not options.color)
    if told := circumstances(row.claim):
        words.append(f" ({told})", style="dim")
    return (
        Text(row.mark, style=style),
        Text(places.source(row.claim)),
        Text(figure(row.claim), style=style),
        Text(day.isoformat() if day else "–"),
        words,
    )


def finding_line(finding: Finding, places: Places, *, named: bool = False, digits: bool = True) -> Text:
    """The finding's line with its hint; with `digits` those that differ, where one figure is a slip of another; `named`
    with its id too, for `claimcheck explain`.
    """
    place = place_of(finding, places)
    line = Text(f"{place}: " if place else "")
    line.append(f"{finding.check} {finding.severity.value}", style=_STYLES[finding.severity])
    line.append(f": {one_line(finding.message)}")
    if said := decided(finding):
        line.append(f" [{said}]", style="dim")
    if finding.suggestion:
        line.append("\n  hint: ", style="dim").append(one_line(finding.suggestion))
    if digits and (differing := slip_of(finding)):
        line.append("\n  digits: ", style="dim").append(differing)
    if named:
        line.append(f"\n  trail: claimcheck explain {finding.id}", style="dim")
    return line


def _pairs(group: Group) -> list[RenderableType]:
    if not group.comparisons:
        return []
    head = Text(one_line(f"{group.cluster.operation} · {group.cluster.metric}"), style="bold")
    lines = [Text(one_line(f"{p.a} / {p.b}: {p.verdict.value}: {p.why}"), style="dim") for p in group.comparisons]
    return [head, *(Padding(line, (0, 0, 0, 2)) for line in lines), ""]


def _not_compared(report: Report, places: Places) -> list[RenderableType]:
    claims = {claim.id: claim for claim in report.claims}
    lines: list[RenderableType] = []
    for pair in report.not_compared():
        ends = " / ".join(f"{figure(claims[end])} ({places.of(claims[end])})" for end in (pair.a, pair.b))
        lines.append(Padding(Text(one_line(f"{ends}: {pair.why}"), style="dim"), (0, 0, 0, 2)))
    return [Text("not compared", style="bold"), *lines, ""] if lines else []


def _agreeing(groups: tuple[Group, ...], width: int) -> Table:
    shown = [(group, figure(typical(group))) for group in groups]
    figures = figure_width((text for _, text in shown), width)
    table = Table(box=box.SIMPLE_HEAD, expand=False, show_edge=False)
    table.add_column("agreeing: operation", overflow="fold", max_width=max(width // 3, 20))
    table.add_column("metric", overflow="fold")
    table.add_column("figure", width=figures, justify="right", overflow="fold")
    table.add_column("sources", justify="right", no_wrap=True, min_width=7)
    table.add_column("verdict", no_wrap=True, min_width=10)
    above = ""
    for group, text in shown:
        operation = one_line(group.cluster.operation)
        cells = ("" if operation == above else operation, one_line(group.cluster.metric), text)
        table.add_row(*(Text(cell) for cell in cells), Text(str(group.origins)), Text(group.verdict.value))
        above = operation
    table.caption = f"{plural(len(groups), 'group')} without a finding"
    table.caption_justify = "left"
    return table
