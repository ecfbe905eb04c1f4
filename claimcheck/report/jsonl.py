"""The run as JSON Lines: one object a line, each of which can be read alone; docs/formats.md names the types.

Findings hold their claims whole, with the article each comes from, where the JSON document has ids.
"""

from collections.abc import Iterator

from claimcheck import __version__
from claimcheck.model.baseline import Accepted, BaselineState
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.protocols import RenderOptions, View
from claimcheck.report import plain
from claimcheck.report.jsontext import Json, line
from claimcheck.report.view import Places, place_of

NAMES = ("jsonl", "ndjson")


def render(report: Report, options: RenderOptions) -> str:
    """See `claimcheck.protocols.ReportFormat`."""
    rows = _told(report) if options.view is View.COMPARE else _read(report)
    return "".join(f"{line(row)}\n" for row in (*rows, _run(report)))


def _told(report: Report) -> Iterator[dict[str, Json]]:
    places = Places(report.articles)
    yield from (_finding(finding, report, places) for finding in report.findings)
    yield from (_absent(entry) for entry in report.absent)


def _read(report: Report) -> Iterator[dict[str, Json]]:
    places = Places(report.articles)
    yield from ({"type": "claim", **_claim(claim, report, places)} for claim in report.claims)
    yield from ({"type": "skipped", **plain.skipped(skipped, places)} for skipped in report.skipped)


def _finding(finding: Finding, report: Report, places: Places) -> dict[str, Json]:
    suppressed, place = finding.suppressed, place_of(finding, places)
    return {
        "type": "finding",
        "id": finding.id,
        "check": finding.check,
        "name": finding.name,
        "severity": finding.severity.value,
        "state": finding.state.value if finding.state else None,
        "suppressed": {"by": suppressed.by, "reason": suppressed.reason} if suppressed else None,
        "operation": finding.operation,
        "metric": finding.metric,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "place": {"path": place.path, "line": place.line, "column": place.column} if place else None,
        "suspect": finding.suspect.id if finding.suspect else None,
        "sides": [[_claim(claim, report, places) for claim in side] for side in finding.sides],
    }


def _claim(claim: Claim, report: Report, places: Places) -> dict[str, Json]:
    return {**plain.claim(claim, places), "document": plain.document(places.article(claim.article), report)}


def _absent(entry: Accepted) -> dict[str, Json]:
    told = plain.absent(entry)
    head: dict[str, Json] = {"type": "absent", "id": told["id"], "check": told["check"]}
    return {**head, "state": BaselineState.ABSENT.value, **told}


def _run(report: Report) -> dict[str, Json]:
    """The last line: that the run came to its end, and what was read."""
    return {
        "type": "run",
        "schema_version": 1,
        "tool": {"name": "claimcheck", "version": __version__},
        "documents": len(report.articles),
        "claims": len(report.claims),
        "coverage": plain.coverage(report.coverage),
    }
