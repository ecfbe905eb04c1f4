"""The run as JSON, schema_version 1; docs/json-schema.md says what each field means."""

from claimcheck import __version__
from claimcheck.model.finding import Finding, Group, Severity
from claimcheck.model.report import Report
from claimcheck.protocols import RenderOptions, View
from claimcheck.report import plain
from claimcheck.report.jsontext import Json, dumps
from claimcheck.report.reviewjson import drafts
from claimcheck.report.trailjson import apart, trail
from claimcheck.report.view import Places

NAMES = ("json",)
SCHEMA_VERSION = 1


def render(report: Report, options: RenderOptions) -> str:
    """See `claimcheck.protocols.ReportFormat`."""
    return dumps(document(report, options)) + "\n"


def document(report: Report, options: RenderOptions) -> dict[str, Json]:
    """The run as plain values, keys in the published order."""
    places = Places(report.articles)
    found: dict[str, Json] = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "claimcheck", "version": __version__},
        "documents": [plain.document(article, report) for article in report.articles],
        "claims": [plain.claim(claim, places) for claim in report.claims],
        "skipped": [plain.skipped(skipped, places) for skipped in report.skipped],
    }
    if options.view is View.COMPARE:
        found |= _conclusions(report, options.verbose)
    found["coverage"] = plain.coverage(report.coverage)
    if options.view is View.COMPARE:
        found["summary"] = _summary(report)
    return found


def _conclusions(report: Report, verbose: bool) -> dict[str, Json]:
    found: dict[str, Json] = {"groups": [plain.group(group) for group in report.groups]}
    if verbose:
        found["comparisons"] = [row for group in report.groups for row in _comparisons(group)]
        found["apart"] = apart(report)
    found["findings"] = [_finding(finding) for finding in report.findings]
    found["absent"] = [plain.absent(entry) for entry in report.absent]
    if report.drafts:
        found["drafts"] = drafts(report.drafts)
    return found


def _comparisons(group: Group) -> list[Json]:
    return [
        {"group": group.cluster.id, "a": pair.a, "b": pair.b, "verdict": pair.verdict.value, "why": pair.why}
        for pair in group.comparisons
    ]


def _finding(finding: Finding) -> dict[str, Json]:
    suppressed = finding.suppressed
    return {
        "id": finding.id,
        "check": finding.check,
        "name": finding.name,
        "severity": finding.severity.value,
        "operation": finding.operation,
        "metric": finding.metric,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "suspect": finding.suspect.id if finding.suspect else None,
        "claims": [claim.id for claim in finding.claims],
        "sides": [[claim.id for claim in side] for side in finding.sides],
        "suppressed": {"by": suppressed.by, "reason": suppressed.reason} if suppressed else None,
        "state": finding.state.value if finding.state else None,
        "at": {"path": at.path, "line": at.line, "column": at.column} if (at := finding.at) else None,
        "trail": trail(finding),
    }


def _summary(report: Report) -> dict[str, Json]:
    gravest_first = sorted(Severity, key=lambda severity: -severity.rank)
    return {
        "documents": len(report.articles),
        "claims": len(report.claims),
        "groups": len(report.groups),
        "findings": {severity.value: report.count(severity) for severity in gravest_first},
    }
