"""What is listed at the end: the articles, the numbers that are no claims, the checks, and the receipt."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from claimcheck.errors import Place
from claimcheck.model.claim import Skipped
from claimcheck.model.report import Coverage, Report
from claimcheck.protocols import CheckNote
from claimcheck.report.html.groups import table
from claimcheck.report.html.markup import NOTHING, Html, join, lines, tag, web_address
from claimcheck.report.html.passages import place_code
from claimcheck.report.view import Places, plural

_SECTIONS = ("What it does", "Why it matters", "How to fix it")
_CODE = re.compile(r"`([^`]+)`")


def articles(report: Report) -> Html:
    """Every article with its source, its day and how many figures it has; copies name what they count as."""
    claims: dict[str, int] = {}
    for claim in report.claims:
        claims[claim.article] = claims.get(claim.article, 0) + 1
    rows = [
        tag(
            "tr",
            tag("td", article.source or "–"),
            tag("td", article.date.isoformat() if article.date else "–", class_="day"),
            tag(
                "td", _title(article.title, article.url), _copy(report.origins.get(article.id, article.id), article.id)
            ),
            tag("td", str(claims.get(article.id, 0)), class_="fig"),
            tag("td", place_code(Place(article.path)), class_="at"),
        )
        for article in report.articles
    ]
    return table(("Source", "Date", "Title", "Figures", "File"), rows)


def skipped(report: Report, places: Places) -> Html:
    """The numbers that are no claims, by reason, the most frequent first."""
    ordered = sorted(report.skipped, key=lambda one: (-report.coverage.skipped.get(one.reason, 0), one.reason.value))
    blocks = []
    for reason, ones in groupby(ordered, key=lambda one: one.reason.value):
        rows = [tag("li", tag("span", one.surface, class_="fig"), " ", place_code(_place(places, one))) for one in ones]
        blocks.append(tag("details", tag("summary", reason, " ", tag("small", str(len(rows)))), tag("ul", *rows)))
    return join(blocks, "\n")


def checks(notes: Iterable[CheckNote], used: Mapping[str, str]) -> Html:
    """An explanation of every check that speaks on this page; those without a note are named at least."""
    known = {note.code: note for note in notes}
    return join((_check(code, name, known.get(code)) for code, name in sorted(used.items())), "\n")


def receipt(coverage: Coverage) -> Html:
    """The receipt as a bar of three parts, and as a sum that adds up."""
    parts = (
        ("compared", coverage.compared),
        ("alone", coverage.alone),
        ("skipped", sum(coverage.skipped.values())),
    )
    if coverage.numbers == 0:
        return tag("p", "No numbers were found.", class_="receipt")
    total = f"{plural(coverage.numbers, 'number')} = "
    shown = join((tag("span", tag("b", f"{count:,}"), f" {name}", class_=name) for name, count in parts), " + ")
    return tag("div", _bar(parts, coverage.numbers), tag("p", total, shown), class_="receipt")


def _bar(parts: Sequence[tuple[str, int]], numbers: int) -> Html:
    rects, at = [], 0
    for name, count in parts:
        start, width = (round(100 * n / numbers, 2) for n in (at, count))
        rects.append(tag("rect", x=f"{start}%", width=f"{width}%", height=10, class_=name))
        at += count
    return tag("svg", *rects, class_="bar", aria_hidden="true")


def _title(title: str, url: str | None) -> Html | str:
    address = web_address(url)
    name = title or "untitled"
    return tag("a", name, href=address, rel="noopener noreferrer", target="_blank") if address else name


def _copy(origin: str, own: str) -> Html:
    return join([" ", tag("small", f"counts as one source with {origin}")]) if origin != own else NOTHING


def _check(code: str, name: str, note: CheckNote | None) -> Html:
    head = tag("h3", tag("b", code), " ", name)
    about = [_section(note, heading) for heading in _SECTIONS] if note else []
    hint = tag("p", tag("code", f"claimcheck explain {code}"), " prints its page.", class_="more")
    return tag("section", lines(head, *about, hint), id=f"check-{code}", class_="check-note", tabindex=-1)


def _section(note: CheckNote, heading: str) -> Html:
    """One section of a check's page. Of its markdown only paragraphs and code are used, so only they are known here."""
    _, _, after = note.page.partition(f"## {heading}\n")
    text = after.partition("\n## ")[0].strip()
    paragraphs = [tag("p", _inline(" ".join(part.split()))) for part in text.split("\n\n")]
    return tag("div", tag("h4", heading), *paragraphs) if text else NOTHING


def _inline(text: str) -> Html:
    return join(tag("code", part) if n % 2 else part for n, part in enumerate(_CODE.split(text)))


def _place(places: Places, one: Skipped) -> Place:
    return Place(places.article(one.article).path, *places.line_column(one.article, one.span))
