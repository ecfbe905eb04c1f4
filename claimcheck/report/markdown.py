"""The report as a markdown document: for a pull request, a shared folder, an editor's inbox."""

from collections.abc import Iterable, Sequence

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Group, Severity
from claimcheck.model.report import Report
from claimcheck.protocols import RenderOptions, View
from claimcheck.report import reviewmark
from claimcheck.report.marktext import cell, escape, figure_cell, link, table
from claimcheck.report.view import (
    Places,
    Row,
    Section,
    agreeing,
    circumstances,
    decided,
    figure,
    fixed,
    passage,
    place_of,
    receipt,
    sections,
    summary,
    typical,
)

NAMES = ("markdown", "md")
_ROOM = 160
_ICONS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}


def render(report: Report, options: RenderOptions) -> str:
    """See `claimcheck.protocols.ReportFormat`."""
    places = Places(report.articles)
    if options.view is View.EXTRACT:
        blocks = ["# Claims", *_claims(report, places), *_skipped(report, places, options.verbose)]
    elif report.drafts:
        blocks = ["# Drafts reviewed", f"**{summary(report)}**"]
        blocks += reviewmark.blocks(report, places, verbose=options.verbose)
    else:
        blocks = ["# Figures compared", f"**{summary(report)}**", *_findings(report, places)]
        blocks += _agreeing(report, places, options.verbose)
    blocks += [f"> {escape(notice)}" for notice in report.notices]
    return "\n\n".join([*blocks, "## Coverage", escape(receipt(report.coverage))]) + "\n"


def _findings(report: Report, places: Places) -> Iterable[str]:
    yield "## Findings"
    if not report.findings:
        yield "None."
    for section in sections(report):
        yield f"### {escape(section.operation)} · {escape(section.metric)}"
        for finding in section.findings:
            yield _finding(finding, places)
        if section.rows:
            yield _section(section, places)
    if report.absent:
        yield "## Fixed"
        yield "\n".join(f"- {escape(line)}" for line in fixed(report))


def _finding(finding: Finding, places: Places) -> str:
    place = place_of(finding, places)
    head = f"{_ICONS[finding.severity]} **{finding.check} {finding.severity.value}**"
    where = f" at {link(place)}" if place else ""
    hint = f"  \n*Hint:* {escape(finding.suggestion)}" if finding.suggestion else ""
    silenced = f" *({escape(said)})*" if (said := decided(finding)) else ""
    return f"{head}{where}: {escape(finding.message)}{silenced}{hint}"


def _section(section: Section, places: Places) -> str:
    rows = [_row(row, places) for row in section.rows]
    return table(("", "Source", "Figure", "As of", "Passage", "Where"), rows, right=frozenset({2}))


def _row(row: Row, places: Places) -> Sequence[str]:
    day = places.as_of(row.claim)
    return (
        row.mark,
        cell(places.source(row.claim)),
        figure_cell(figure(row.claim), odd=row.mark == "✗"),
        day.isoformat() if day else "–",
        _passage(row.claim),
        link(places.of(row.claim)),
    )


def _passage(claim: Claim) -> str:
    shown = passage(claim, _ROOM)
    told = circumstances(claim)
    tail = f" *({cell(told)})*" if told else ""
    return f"{cell(shown.before)}<mark>{cell(shown.figure)}</mark>{cell(shown.after)}{tail}"


def _agreeing(report: Report, places: Places, verbose: bool) -> Iterable[str]:
    groups = agreeing(report, lone=verbose)
    if not groups:
        return
    yield f"## Agreeing\n\n<details><summary>{len(groups)} groups without a finding</summary>"
    rows = [_group_row(group, places) for group in groups]
    yield table(("Operation", "Metric", "Figure", "Sources", "Verdict", "Where"), rows, right=frozenset({2, 3}))
    yield "</details>"


def _group_row(group: Group, places: Places) -> Sequence[str]:
    claim = typical(group)
    return (
        cell(group.cluster.operation),
        cell(group.cluster.metric),
        figure_cell(figure(claim), odd=False),
        str(group.origins),
        group.verdict.value,
        link(places.of(claim)),
    )


def _claims(report: Report, places: Places) -> Iterable[str]:
    rows = [
        (
            figure_cell(figure(claim), odd=False),
            cell(claim.metric.name),
            cell(claim.operation.name),
            cell(circumstances(claim)),
            link(places.of(claim)),
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
