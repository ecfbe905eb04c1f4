"""The findings, or with extract the claims, as a table for spreadsheets: one row for each claim, RFC 4180.

No cell of text can run as a formula: where it starts like one, an apostrophe goes before it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from csv import DictWriter
from decimal import Decimal
from io import StringIO

from claimcheck.model.baseline import BaselineState
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.printable import one_line
from claimcheck.protocols import RenderOptions, View
from claimcheck.report.jsontext import number
from claimcheck.report.view import Places, circumstances, place_of

NAMES = ("csv",)
# Excel and its kin take a cell for a formula that starts with one of these, their full-width forms included.
_FORMULA = re.compile("[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_NUMBER = re.compile(r"-?[0-9][0-9.,]*")

_FINDING = (
    "finding",
    "state",
    "check",
    "name",
    "severity",
    "message",
    "suggestion",
    "suppressed_by",
    "reason",
    "side",
    "suspect",
)
_CLAIM = (
    "operation",
    "metric",
    "source",
    "date",
    "figure",
    "value",
    "low",
    "high",
    "unit",
    "qualifier",
    "circumstances",
    "sentence",
    "path",
    "line",
    "column",
    "url",
)

Cell = str | int | Decimal | None


def render(report: Report, options: RenderOptions) -> str:
    """See `claimcheck.protocols.ReportFormat`."""
    places = Places(report.articles)
    if options.view is View.EXTRACT:
        return _table(_CLAIM, (_claim(claim, places) for claim in report.claims))
    rows = [row for finding in report.findings for row in _finding(finding, places)]
    return _table((*_FINDING, *_CLAIM), [*rows, *_absent(report)])


def _table(columns: Iterable[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    out = StringIO()
    writer = DictWriter(out, tuple(columns))
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _finding(finding: Finding, places: Places) -> Iterator[Mapping[str, Cell]]:
    """A row for each claim of each side, or a single one where no claim is."""
    suppressed = finding.suppressed
    shared: dict[str, Cell] = {
        "finding": finding.id,
        "state": finding.state.value if finding.state else None,
        "check": finding.check,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "suppressed_by": suppressed.by if suppressed else None,
        "reason": suppressed.reason if suppressed else None,
        "operation": finding.operation,
        "metric": finding.metric,
    }
    if not finding.claims:
        place = place_of(finding, places)
        yield {**shared, **({"path": place.path, "line": place.line, "column": place.column} if place else {})}
    for side, claims in enumerate(finding.sides, 1):
        for claim in claims:
            suspect = "yes" if finding.suspect is not None and finding.suspect.id == claim.id else "no"
            yield {**_claim(claim, places), **shared, "side": side, "suspect": suspect}


def _claim(claim: Claim, places: Places) -> dict[str, Cell]:
    article = places.article(claim.article)
    line, column = places.line_column(claim.article, claim.span)
    quantity = claim.quantity
    return {
        "operation": claim.operation.name,
        "metric": claim.metric.name,
        "source": places.source(claim),
        "date": article.date.isoformat() if article.date else None,
        "figure": quantity.surface,
        "value": quantity.value,
        "low": quantity.interval.low,
        "high": quantity.interval.high,
        "unit": quantity.unit.id,
        "qualifier": quantity.qualifier.value,
        "circumstances": circumstances(claim),
        "sentence": claim.sentence.text,
        "path": article.path,
        "line": line,
        "column": column,
        "url": article.url,
    }


def _absent(report: Report) -> Iterator[Mapping[str, Cell]]:
    for entry in report.absent:
        yield {
            "finding": entry.id,
            "state": BaselineState.ABSENT.value,
            "check": entry.check,
            "message": entry.message,
            "reason": entry.reason,
            "operation": entry.operation,
            "metric": entry.metric,
        }


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, int):
        return str(value)
    text = one_line(value)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
