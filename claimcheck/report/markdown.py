"""The report as a markdown document: for a pull request, a shared folder, an editor's inbox."""

from collections.abc import Iterable, Sequence

from claimcheck.model.finding import Group
from claimcheck.model.report import Report
from claimcheck.protocols import RenderOptions, Site, View
from claimcheck.report import findingmark, reviewmark
from claimcheck.report.marktext import cell, escape, figure_cell, folded, link, table
from claimcheck.report.view import Places, agreeing, circumstances, figure, plural, receipt, summary, typical

NAMES = ("markdown", "md")
_MARGIN = 200
"""Bytes kept free for the word that something is left out."""

Block = str | tuple[str, ...]
"""A block of the document; a table whose last rows may be left out comes as its lines."""


def render(report: Report, options: RenderOptions) -> str:
    """See `claimcheck.protocols.ReportFormat`."""
    places, site = Places(report.articles), options.site
    head: list[str] = []
    blocks: list[Block] = []
    if options.view is View.EXTRACT:
        head = ["# Claims"]
        blocks = [*_claims(report, places, site), *_skipped(report, places, options.verbose)]
    elif report.drafts:
        head = ["# Drafts reviewed", f"**{summary(report)}**"]
        blocks = [*reviewmark.blocks(report, places, verbose=options.verbose)]
    else:
        head = ["# Figures compared", f"**{summary(report)}**"]
        blocks = [*findingmark.findings(report, places, site, quiet=options.quiet)]
        blocks += [] if options.quiet else _agreeing(report, places, site, options.verbose)
    notices = [f"> {escape(notice)}" for notice in report.notices]
    tail = [*notices, "## Coverage", escape(receipt(report.coverage))]
    return "\n\n".join([*head, *_fitting(blocks, [*head, *tail], options.room), *tail]) + "\n"


def _fitting(blocks: Sequence[Block], others: Sequence[str], room: int | None) -> Iterable[str]:
    """The blocks, as many as fit beside the `others`. What is left out is counted."""
    left = None if room is None else room - _MARGIN - sum(_size(text) for text in others)
    dropped = 0
    for block in blocks:
        lines = (block,) if isinstance(block, str) else block
        if left is None:
            yield "\n".join(lines)
            continue
        kept = _head(lines, left)
        dropped += len(lines) - len(kept)
        if kept:
            text = "\n".join(kept)
            left -= _size(text)
            yield text
    if dropped:
        yield f"> {plural(dropped, 'part')} left out: there is no room for more here."


def _head(lines: Sequence[str], room: int) -> Sequence[str]:
    for count, line in enumerate(lines):
        room -= _size(line)
        if room < 0:
            return lines[:count] if count > 2 else ()  # a table without rows is none
    return lines


def _size(text: str) -> int:
    """Bytes, with the blank line that follows."""
    return len(text.encode("utf-8", "backslashreplace")) + 2


def _agreeing(report: Report, places: Places, site: Site, verbose: bool) -> Iterable[str]:
    groups = agreeing(report, lone=verbose)
    if not groups:
        return
    rows = [_group_row(group, places, site) for group in groups]
    shown = table(("Metric", "Figure", "Sources", "Verdict", "Where"), rows, right=frozenset({1, 2}))
    yield folded(f"{plural(len(groups), 'group')} without a finding", [shown])


def _group_row(group: Group, places: Places, site: Site) -> Sequence[str]:
    claim = typical(group)
    return (
        f"{cell(group.cluster.metric)}, {cell(group.cluster.operation)}",
        figure_cell(figure(claim), odd=False),
        str(group.origins),
        group.verdict.value,
        link(places.of(claim), site),
    )


def _claims(report: Report, places: Places, site: Site) -> Iterable[str]:
    rows = [
        (
            figure_cell(figure(claim), odd=False),
            cell(claim.metric.name),
            cell(claim.operation.name),
            cell(circumstances(claim)),
            link(places.of(claim), site),
        )
        for claim in report.claims
    ]
    yield table(("Figure", "Metric", "Operation", "Circumstances", "Where"), rows, right=frozenset({0}))


def _skipped(report: Report, places: Places, verbose: bool) -> Iterable[str]:
    if not verbose or not report.skipped:
        return
    yield "## Skipped"
    rows = []
    for skipped in report.skipped:
        line, column = places.line_column(skipped.article, skipped.span)
        path = places.article(skipped.article).path
        rows.append((cell(skipped.surface), skipped.reason.value, cell(f"{path}:{line}:{column}")))
    yield table(("Number", "Reason", "Where"), rows)
