"""The run as JSON, schema_version 1; docs/json-schema.md says what each field means."""

from claimcheck import __version__
from claimcheck.model.baseline import Accepted
from claimcheck.model.claim import Claim, Facet, Skipped
from claimcheck.model.finding import Finding, Group, Severity
from claimcheck.model.quantity import Quantity
from claimcheck.model.report import Coverage, Report
from claimcheck.model.text import Article, Span
from claimcheck.protocols import RenderOptions, View
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
        "documents": [_document(article, report) for article in report.articles],
        "claims": [_claim(claim, places) for claim in report.claims],
        "skipped": [_skipped(skipped, places) for skipped in report.skipped],
    }
    if options.view is View.COMPARE:
        found |= _conclusions(report, options.verbose)
    found["coverage"] = _coverage(report.coverage)
    if options.view is View.COMPARE:
        found["summary"] = _summary(report)
    return found


def _conclusions(report: Report, verbose: bool) -> dict[str, Json]:
    found: dict[str, Json] = {"groups": [_group(group) for group in report.groups]}
    if verbose:
        found["comparisons"] = [row for group in report.groups for row in _comparisons(group)]
        found["apart"] = apart(report)
    found["findings"] = [_finding(finding) for finding in report.findings]
    found["absent"] = [_absent(entry) for entry in report.absent]
    if report.drafts:
        found["drafts"] = drafts(report.drafts)
    return found


def _document(article: Article, report: Report) -> dict[str, Json]:
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "source": article.source,
        "date": article.date.isoformat() if article.date else None,
        "url": article.url,
        "origin": report.origins.get(article.id, article.id),
    }


def _claim(claim: Claim, places: Places) -> dict[str, Json]:
    return {
        "id": claim.id,
        "document": claim.article,
        "operation": claim.operation.name,
        "metric": claim.metric.name,
        "scope": _label(claim.scope),
        "period": _label(claim.period),
        "status": claim.status.value,
        "aspect": claim.aspect.value,
        "attribution": _label(claim.attribution),
        "as_of": claim.as_of.isoformat() if claim.as_of else None,
        "quantity": _quantity(claim.quantity),
        "span": _span(claim.article, claim.span, places),
        "sentence": claim.sentence.text,
        "at": claim.span.start - claim.sentence.span.start,
    }


def _quantity(quantity: Quantity) -> dict[str, Json]:
    return {
        "text": quantity.surface,
        "value": quantity.value,
        "low": quantity.interval.low,
        "high": quantity.interval.high,
        "unit": quantity.unit.id,
        "dimension": quantity.unit.dimension.value,
        "qualifier": quantity.qualifier.value,
        "per": quantity.per,
    }


def _span(article: str, span: Span, places: Places) -> dict[str, Json]:
    line, column = places.line_column(article, span)
    return {"start": span.start, "end": span.end, "line": line, "column": column}


def _skipped(skipped: Skipped, places: Places) -> dict[str, Json]:
    return {
        "document": skipped.article,
        "text": skipped.surface,
        "span": _span(skipped.article, skipped.span, places),
        "reason": skipped.reason.value,
    }


def _group(group: Group) -> dict[str, Json]:
    cluster = group.cluster
    return {
        "id": cluster.id,
        "operation": cluster.operation,
        "metric": cluster.metric,
        "unit": cluster.claims[0].quantity.unit.id if cluster.claims else None,
        "verdict": group.verdict.value,
        "claims": [claim.id for claim in cluster.claims],
        "origins": group.origins,
    }


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


def _absent(entry: Accepted) -> dict[str, Json]:
    return {
        "id": entry.id,
        "check": entry.check,
        "operation": entry.operation,
        "metric": entry.metric,
        "message": entry.message,
        "reason": entry.reason,
        "owner": entry.owner,
        "expires": entry.expires.isoformat() if entry.expires else None,
    }


def _coverage(coverage: Coverage) -> dict[str, Json]:
    skipped: dict[str, Json] = {reason.value: coverage.skipped[reason] for reason in sorted(coverage.skipped)}
    return {
        "numbers": coverage.numbers,
        "compared": coverage.compared,
        "alone": coverage.alone,
        "skipped": skipped,
    }


def _summary(report: Report) -> dict[str, Json]:
    gravest_first = sorted(Severity, key=lambda severity: -severity.rank)
    return {
        "documents": len(report.articles),
        "claims": len(report.claims),
        "groups": len(report.groups),
        "findings": {severity.value: report.count(severity) for severity in gravest_first},
    }


def _label(facet: Facet | None) -> str | None:
    return facet.label if facet else None
