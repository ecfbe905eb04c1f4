"""A report as three pandas frames, for counting, joining and plotting. pandas is imported here and nowhere else."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from claimcheck.errors import ClaimcheckError
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.report import plain
from claimcheck.report.view import Places, place_of

if TYPE_CHECKING:
    from pandas import DataFrame

Cell: TypeAlias = object
Row: TypeAlias = Mapping[str, Cell]

_NUMBERS = ("value", "low", "high")
_DAYS = ("date", "as_of")
CLAIMS = (
    *("id", "group", "document", "source", "date", "operation", "metric", "scope", "period", "status", "aspect"),
    *("attribution", "as_of", "text", "value", "low", "high", "unit", "dimension", "qualifier", "per"),
    *("line", "column", "start", "end", "sentence"),
)
GROUPS = ("id", "operation", "metric", "unit", "verdict", "claims", "origins")
FINDINGS = (
    *("id", "check", "name", "severity", "operation", "metric", "message", "suggestion", "document", "line", "column"),
    *("suspect", "claims", "sides", "state", "suppressed_by", "suppressed_reason"),
)


class Frames(NamedTuple):
    """One row a claim, a group, a finding; each frame's index is the `id` that the others name it by."""

    claims: "DataFrame"
    groups: "DataFrame"
    findings: "DataFrame"


def frames(report: Report, *, exact: bool) -> Frames:
    """The report's frames; see `claimcheck.library.report.Report.to_pandas`."""
    places = Places(report.articles)
    home: dict[str, str] = {}
    for group in report.groups:
        for claim in group.cluster.claims:
            home.setdefault(claim.id, group.cluster.id)
    return Frames(
        claims=_frame([_claim(claim, places, home.get(claim.id)) for claim in report.claims], CLAIMS, exact=exact),
        groups=_frame([plain.group(group) for group in report.groups], GROUPS, exact=exact),
        findings=_frame([_finding(finding, places) for finding in report.findings], FINDINGS, exact=exact),
    )


def _frame(rows: Sequence[Row], columns: Sequence[str], *, exact: bool) -> "DataFrame":
    try:
        import pandas
    except ModuleNotFoundError as error:
        hint = "install the extra: pip install 'claimcheck-news[notebook]'"
        raise ClaimcheckError(None, "pandas is not installed", hint) from error
    frame = pandas.DataFrame(list(rows), columns=list(columns))
    for name in _NUMBERS:
        if name in frame and not exact:
            frame[name] = frame[name].astype(float)
    for name in _DAYS:
        if name in frame:
            frame[name] = pandas.to_datetime(frame[name])
    return frame.set_index("id")


def _claim(claim: Claim, places: Places, group: str | None) -> Row:
    article, quantity = places.article(claim.article), claim.quantity
    line, column = places.line_column(claim.article, claim.span)
    return {
        "id": claim.id,
        "group": group,
        "document": claim.article,
        "source": article.source,
        "date": article.date,
        "operation": claim.operation.name,
        "metric": claim.metric.name,
        "scope": plain.label(claim.scope),
        "period": plain.label(claim.period),
        "status": claim.status.value,
        "aspect": claim.aspect.value,
        "attribution": plain.label(claim.attribution),
        "as_of": claim.as_of,
        "text": quantity.surface,
        "value": quantity.value,
        "low": quantity.interval.low,
        "high": quantity.interval.high,
        "unit": str(quantity.unit.id),
        "dimension": quantity.unit.dimension.value,
        "qualifier": quantity.qualifier.value,
        "per": quantity.per,
        "line": line,
        "column": column,
        "start": claim.span.start,
        "end": claim.span.end,
        "sentence": claim.sentence.text,
    }


def _finding(finding: Finding, places: Places) -> Row:
    place = place_of(finding, places)
    return {
        "id": finding.id,
        "check": finding.check,
        "name": finding.name,
        "severity": finding.severity.value,
        "operation": finding.operation,
        "metric": finding.metric,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "document": place.path if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "suspect": finding.suspect.id if finding.suspect else None,
        "claims": [claim.id for claim in finding.claims],
        "sides": [[claim.id for claim in side] for side in finding.sides],
        "state": finding.state.value if finding.state else None,
        "suppressed_by": finding.suppressed.by if finding.suppressed else None,
        "suppressed_reason": finding.suppressed.reason if finding.suppressed else None,
    }
