"""Drafts under review: the standing of every figure, its witnesses, and the receipt."""

from collections.abc import Iterable

from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.model.review import DraftReview
from claimcheck.report.html.findings import anchor, badge
from claimcheck.report.html.markup import Html, join, lines, name_of, tag
from claimcheck.report.html.passages import passage_block, place_code, sentence
from claimcheck.report.review import MARKS, Told, copies, counts, told
from claimcheck.report.view import Places, figure


def drafts(report: Report, places: Places, *, verbose: bool) -> Html:
    """Every draft with its receipt and its figures in text order."""
    return join((_draft(review, report, places, verbose) for review in report.drafts), "\n")


def _draft(review: DraftReview, report: Report, places: Places, verbose: bool) -> Html:
    same = copies(review, places)
    rows = (_figure(row, places) for row in told(review, report, places, verbose=verbose))
    return tag(
        "section",
        lines(
            tag("h3", places.article(review.document).path),
            tag("p", counts(review.receipt), class_="receipt"),
            tag("p", same, class_="told") if same else "",
            tag("ol", join(rows, "\n"), class_="standings"),
        ),
        class_="op",
    )


def _figure(row: Told, places: Places) -> Html:
    claim, standing = row.figure.claim, row.figure.standing
    mark = tag("span", MARKS[standing], class_="mark", aria_hidden="true")
    words = tag("span", row.standing, class_="standing")
    grave = badge(row.figure.severity) if row.figure.severity else ""
    sources = dict.fromkeys([places.source(claim), *(places.source(witness.claim) for witness in row.witnesses)])
    witnesses = [passage_block(witness.claim, places) for witness in row.witnesses]
    return tag(
        "li",
        lines(
            tag("p", join((part for part in (mark, tag("b", figure(claim)), words, grave) if part), " "), class_="top"),
            tag("blockquote", sentence(claim)),
            tag("p", place_code(places.of(claim)), " ", _links(row.findings), class_="at"),
            tag("details", tag("summary", "Sources"), *witnesses) if witnesses else "",
        ),
        class_=f"standing-of item {name_of(standing.value)}",
        data_operation=claim.operation.name,
        data_metric=claim.metric.name,
        data_sources="\n".join(sources),
    )


def _links(findings: Iterable[Finding]) -> Html:
    return join((tag("a", f"finding {one.check}", href=f"#{anchor(one)}") for one in findings), " ")
