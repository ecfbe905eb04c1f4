"""The drafts' reviews as blocks of a markdown document."""

from collections.abc import Iterable

from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.report.marktext import cell, escape, figure_cell, link, table
from claimcheck.report.review import MARKS, Told, copies, counts, others, told
from claimcheck.report.view import Places, decided, figure, passage, place_of

_ROOM = 160


def blocks(report: Report, places: Places, *, verbose: bool) -> Iterable[str]:
    """For each draft its receipt, a table of its figures, and the findings about it."""
    for review in report.drafts:
        yield f"## Draft {escape(review.document)}"
        yield f"**{escape(counts(review.receipt))}**"
        if same := copies(review, places):
            yield f"> {escape(same)}"
        rows = told(review, report, places, verbose=verbose)
        yield table(("", "Figure", "Metric", "Standing", "Passages", "Where"), [_row(row, places) for row in rows])
        findings = [*(f for row in rows for f in row.findings), *others(review, report)]
        if findings:
            yield "### Findings"
            yield "\n".join(_finding(finding, places) for finding in dict.fromkeys(findings))


def _row(row: Told, places: Places) -> tuple[str, ...]:
    claim = row.figure.claim
    severity = f" ({row.figure.severity.value})" if row.figure.severity else ""
    odd = severity != ""
    return (
        MARKS[row.figure.standing],
        figure_cell(figure(claim), odd=odd),
        cell(claim.metric.name),
        cell(f"{row.standing}{severity}"),
        "<br>".join(_passage(row, number, places) for number in range(len(row.witnesses))),
        link(places.of(claim)),
    )


def _passage(row: Told, number: int, places: Places) -> str:
    claim = row.witnesses[number].claim
    shown = passage(claim, _ROOM)
    words = f"{cell(shown.before)}<mark>{cell(shown.figure)}</mark>{cell(shown.after)}"
    return f"{link(places.of(claim))} {words}"


def _finding(finding: Finding, places: Places) -> str:
    place = place_of(finding, places)
    where = f" at {link(place)}" if place else ""
    silenced = f" *({escape(said)})*" if (said := decided(finding)) else ""
    hint = f" *Hint:* {escape(finding.suggestion)}" if finding.suggestion else ""
    return f"- **{finding.check} {finding.severity.value}**{where}: {escape(finding.message)}{silenced}{hint}"
