"""The findings in Reviewdog's diagnostic format, rdjson. Columns count bytes of UTF-8 there, and an end is excluded."""

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Report
from claimcheck.printable import one_line
from claimcheck.protocols import RenderOptions, Site, View
from claimcheck.report.jsontext import Json, dumps
from claimcheck.report.spots import Spots, leading, live, others

NAMES = ("rdjson",)
VIEWS = (View.COMPARE,)
_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def render(report: Report, options: RenderOptions) -> str:  # noqa: ARG001 the shape of every format
    """See `claimcheck.protocols.ReportFormat`. Paths stand as given: Reviewdog runs in the same folder."""
    spots = Spots(report, Site())
    found: dict[str, Json] = {
        "source": {"name": "claimcheck"},
        "diagnostics": [_diagnostic(finding, spots) for finding in live(report.findings)],
    }
    return dumps(found) + "\n"


def _diagnostic(finding: Finding, spots: Spots) -> dict[str, Json]:
    claim = leading(finding)
    hint = f"\nhint: {one_line(finding.suggestion)}" if finding.suggestion else ""
    found: dict[str, Json] = {
        "message": f"{finding.name}: {one_line(finding.message)}{hint}",
        "location": _location(claim, spots) if claim else _elsewhere(finding, spots),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.check},
    }
    if against := others(finding):
        found["related_locations"] = [
            {"message": spots.words(other), "location": _location(other, spots)} for other in against
        ]
    return found


def _location(claim: Claim, spots: Spots) -> dict[str, Json]:
    text, span, spot = spots.article(claim).text, claim.span, spots.of(claim)
    start = _bytes(text, span.start - spot.column + 1, span.start)
    end = _bytes(text, span.end - spot.end_column + 1, span.end)
    return {
        "path": spot.path,
        "range": {"start": {"line": spot.line, "column": start}, "end": {"line": spot.end_line, "column": end}},
    }


def _elsewhere(finding: Finding, spots: Spots) -> dict[str, Json]:
    """Whole lines, where no figure is."""
    spot = spots.first(finding)
    return {"path": spot.path, "range": {"start": {"line": spot.line}}} if spot else {"path": "."}


def _bytes(text: str, line: int, offset: int) -> int:
    """The column, in bytes from 1, of the character at `offset`, in the line that starts at `line`."""
    return len(text[line:offset].encode("utf-8", "surrogatepass")) + 1
