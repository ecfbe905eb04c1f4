"""The findings as a GitLab Code Quality report, which a merge request shows beside the lines.

GitLab takes an entry for a new problem whose fingerprint the target branch's report has not, and knows no suppressed
ones: those are left out.
"""

from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Report
from claimcheck.printable import one_line
from claimcheck.protocols import RenderOptions, View
from claimcheck.report.jsontext import Json, dumps
from claimcheck.report.spots import Spots, live

NAMES = ("gitlab",)
VIEWS = (View.COMPARE,)
_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def render(report: Report, options: RenderOptions) -> str:
    """See `claimcheck.protocols.ReportFormat`."""
    spots = Spots(report, options.site)
    return dumps([_entry(finding, spots) for finding in live(report.findings)]) + "\n"


def _entry(finding: Finding, spots: Spots) -> dict[str, Json]:
    hint = f" ({one_line(finding.suggestion)})" if finding.suggestion else ""
    return {
        "description": f"{one_line(finding.message)}{hint}",
        "check_name": f"{finding.check} {finding.name}",
        "fingerprint": finding.id,
        "severity": _SEVERITIES[finding.severity],
        "location": _location(finding, spots),
    }


def _location(finding: Finding, spots: Spots) -> dict[str, Json]:
    spot = spots.first(finding)
    if spot is None:
        return {"path": ".", "lines": {"begin": 1}}
    return {"path": spot.path, "lines": {"begin": spot.line, "end": spot.end_line}}
