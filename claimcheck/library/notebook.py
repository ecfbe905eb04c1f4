"""A report as a few lines of HTML, for a notebook's cell. Everything that comes from articles is escaped."""

from collections.abc import Iterable, Sequence
from html import escape

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.printable import one_line
from claimcheck.report.review import counts
from claimcheck.report.view import Places, passage, place_of, plural, receipt, summary

ROWS = 20
"""A cell is to be looked at; the whole is in `to_pandas` and `render`."""
PASSAGE = 90
_LEFT = ' style="text-align:left;vertical-align:top"'
_LEAST = ' style="text-align:left;vertical-align:top;white-space:nowrap"'


def findings_table(report: Report) -> str:
    """The summary, the gravest findings, and the receipt."""
    places = Places(report.articles)
    shown = [finding for finding in report.findings if finding.suppressed is None]
    rows = [_finding(finding, places) for finding in shown[:ROWS]]
    drafts = (f"{review.document}: {counts(review.receipt)}" for review in report.drafts)
    return _block(
        summary(report),
        _table(("severity", "check", "finding", "where"), rows) if rows else "<p>No findings.</p>",
        _more(len(shown), "finding"),
        *(f"<p>{escape(one_line(line))}</p>" for line in (*drafts, receipt(report.coverage))),
    )


def claims_table(report: Report) -> str:
    """The first figures with what they were taken for, and the receipt."""
    places = Places(report.articles)
    rows = [_claim(claim, places) for claim in report.claims[:ROWS]]
    return _block(
        f"{plural(len(report.articles), 'article')}, {plural(len(report.claims), 'claim')}",
        _table(("figure", "metric", "operation", "passage", "where"), rows) if rows else "",
        _more(len(report.claims), "claim"),
        f"<p>{escape(receipt(report.coverage))}</p>",
    )


def _finding(finding: Finding, places: Places) -> Sequence[str]:
    hint = f"<br><i>{_text(finding.suggestion)}</i>" if finding.suggestion else ""
    check = f"{_text(finding.check)} {_text(finding.name)}"
    return _text(finding.severity), check, _text(finding.message) + hint, _text(place_of(finding, places) or "")


def _claim(claim: Claim, places: Places) -> Sequence[str]:
    around = passage(claim, PASSAGE)
    words = f"{escape(around.before)}<b>{escape(around.figure)}</b>{escape(around.after)}"
    names = (claim.quantity.surface, claim.metric.name, claim.operation.name)
    return *map(_text, names), words, _text(places.of(claim))


def _table(heads: Iterable[str], rows: Iterable[Sequence[str]]) -> str:
    head = "".join(f"<th{_LEAST}>{name}</th>" for name in heads)
    body = "".join(f"<tr>{''.join(f'<td{_LEFT}>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _more(count: int, noun: str) -> str:
    return f"<p>… and {plural(count - ROWS, f'more {noun}')}</p>" if count > ROWS else ""


def _block(head: str, *parts: str) -> str:
    return f"<div><p><b>{escape(head)}</b></p>{''.join(parts)}</div>"


def _text(value: object) -> str:
    return escape(one_line(str(value)))
