"""Articles, claims, groups and the rest as plain values; docs/json-schema.md says what each field means."""

from claimcheck.model.baseline import Accepted
from claimcheck.model.claim import Claim, Facet, Skipped
from claimcheck.model.finding import Group
from claimcheck.model.quantity import Quantity
from claimcheck.model.report import Coverage, Report
from claimcheck.model.text import Article, Span
from claimcheck.report.jsontext import Json
from claimcheck.report.view import Places


def document(article: Article, report: Report) -> dict[str, Json]:
    """An article: who published it, and which articles it copies."""
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "source": article.source,
        "date": article.date.isoformat() if article.date else None,
        "url": article.url,
        "origin": report.origins.get(article.id, article.id),
    }


def claim(claim: Claim, places: Places) -> dict[str, Json]:
    """A claim with its figure, circumstances and sentence."""
    return {
        "id": claim.id,
        "document": claim.article,
        "operation": claim.operation.name,
        "metric": claim.metric.name,
        "scope": label(claim.scope),
        "period": label(claim.period),
        "status": claim.status.value,
        "aspect": claim.aspect.value,
        "attribution": label(claim.attribution),
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


def skipped(skipped: Skipped, places: Places) -> dict[str, Json]:
    """A number that is no claim, and why."""
    return {
        "document": skipped.article,
        "text": skipped.surface,
        "span": _span(skipped.article, skipped.span, places),
        "reason": skipped.reason.value,
    }


def group(group: Group) -> dict[str, Json]:
    """What the claims of one thing come to."""
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


def absent(entry: Accepted) -> dict[str, Json]:
    """An entry of the baseline that nothing was found for."""
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


def coverage(coverage: Coverage) -> dict[str, Json]:
    """The receipt."""
    skipped: dict[str, Json] = {reason.value: coverage.skipped[reason] for reason in sorted(coverage.skipped)}
    return {
        "numbers": coverage.numbers,
        "compared": coverage.compared,
        "alone": coverage.alone,
        "skipped": skipped,
    }


def label(facet: Facet | None) -> str | None:
    """What people call a circumstance, None for none."""
    return facet.label if facet else None
