"""A date or an hour as a claim of its own: extraction leaves them out, since they measure nothing."""

from bisect import bisect_right
from collections import Counter
from decimal import Decimal

from claimcheck.checks.base import Context
from claimcheck.model.claim import Claim, ClaimId, MentionKind, Metric, MetricId, Operation, OperationId
from claimcheck.model.quantity import COUNT_UNIT, Interval, Qualifier, Quantity
from claimcheck.model.text import Article, Sentence, SentenceKind, Span


def as_claim(what: str, value: int, at: tuple[Span, Span], article: Article, context: Context) -> Claim:
    """The moment that stands at a span of the article's text as a claim: `what` names what it is the moment of, `value`
    is the day or the hour, and `at` has the span of all of it and that of the day or hour alone.
    """
    span, number = at
    start = article.text.rfind("\n", 0, span.start) + 1
    end = article.text.find("\n", span.end)
    line = Span(start, len(article.text) if end < 0 else end)
    return Claim(
        id=ClaimId(f"{article.id}#moment@{span.start}"),
        article=article.id,
        sentence=Sentence(
            article=article.id, index=0, paragraph=0, span=line, text=line.of(article.text), kind=SentenceKind.PROSE
        ),
        quantity=Quantity(
            value=Decimal(value),
            interval=Interval(low=Decimal(value), high=Decimal(value)),
            step=Decimal(1),
            unit=COUNT_UNIT,
            qualifier=Qualifier.EXACT,
            surface=span.of(article.text),
            span=span,
            number=number,
        ),
        kind=MentionKind.AMOUNT,
        metric=Metric(id=MetricId(what), name=what, entity=what),
        operation=event_of(article, span, context),
    )


def with_bracket(text: str, span: Span) -> Span:
    """The span with the bracket that closes one opened in it: "6.02 p.m. (local time)", "Tuesday (May 12)"."""
    return Span(span.start, span.end + ("(" in span.of(text) and text.startswith(")", span.end)))


def event_of(article: Article, place: Span, context: Context, main: Operation | None = None) -> Operation:
    """The event that a place of the article speaks of: that of the figures of its sentence, else the `main` one of the
    article, which is worked out where it is not given.
    """
    own = context.claims[article.id]
    at = bisect_right(own, place.start, key=lambda claim: claim.sentence.span.start) - 1
    if at >= 0 and place.start < own[at].sentence.span.end:
        return own[at].operation
    return main_event(article, context) if main is None else main


def main_event(article: Article, context: Context) -> Operation:
    """The event that most figures of the article belong to; the article itself where it has none."""
    told = Counter(claim.operation for claim in context.claims[article.id]).most_common(1)
    return told[0][0] if told else Operation(id=OperationId(article.id), name=article.title or article.path)
