"""The page: a frame that lets nothing in from outside, the summary, the filters, and the parts in order."""

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files

from claimcheck import __version__
from claimcheck.model.finding import Severity
from claimcheck.model.report import Report
from claimcheck.protocols import RenderOptions, View
from claimcheck.report.html import drafts, findings, groups, lists
from claimcheck.report.html.controls import controls, nothing, shortcuts
from claimcheck.report.html.markup import NOTHING, Html, lines, raw, tag
from claimcheck.report.view import Places, plural

_GRAVEST_FIRST = sorted(Severity, key=lambda severity: -severity.rank)


def page(report: Report, options: RenderOptions) -> str:
    """The whole document, ending in a line end."""
    places = Places(report.articles)
    heading = _heading(report, options.view)
    body = lines(
        tag("a", "Skip to the findings", href="#main", class_="skip"),
        tag("header", _top(report, heading, options.view), class_="page"),
        tag(
            "div",
            controls(report, places, options.view),
            tag("main", lines(*_parts(report, places, options)), id="main"),
            id="frame",
        ),
        tag("footer", tag("p", f"claimcheck {__version__}. It never decides who is right: it shows who stands alone.")),
        shortcuts(),
        tag("script", raw(_shipped("page.js"))),
    )
    title = f"{_count(report)} · {heading}" if options.view is View.COMPARE else heading
    return f"<!doctype html>\n{tag('html', _head(title), tag('body', body), lang='en')}\n"


def _head(title: str) -> Html:
    policy = (
        f"default-src 'none'; style-src {_hash('page.css')}; script-src {_hash('page.js')}; img-src data:;"
        " base-uri 'none'; form-action 'none'"
    )
    return tag(
        "head",
        lines(
            "",
            tag("meta", charset="utf-8"),
            tag("meta", http_equiv="Content-Security-Policy", content=policy),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("meta", name="color-scheme", content="light dark"),
            tag("meta", name="referrer", content="no-referrer"),
            tag("link", rel="icon", href="data:,"),
            tag("title", title),
            tag("style", raw(_shipped("page.css"))),
        ),
    )


@cache
def _shipped(name: str) -> str:
    return (files("claimcheck.report.html") / name).read_text("utf-8")


@cache
def _hash(name: str) -> str:
    return f"'sha256-{b64encode(sha256(_shipped(name).encode()).digest()).decode()}'"


def _heading(report: Report, view: View) -> str:
    if view is View.EXTRACT:
        return "Figures found"
    return "Drafts reviewed" if report.drafts else "Figures compared"


def _count(report: Report) -> str:
    return ", ".join(plural(report.count(severity), severity.value) for severity in _GRAVEST_FIRST)


def _top(report: Report, heading: str, view: View) -> Html:
    read = f"{plural(len(report.articles), 'article')}, {plural(len(report.claims), 'figure')}"
    compared = "" if view is View.EXTRACT else f", {plural(len(report.groups), 'group')}"
    return lines(
        tag("h1", heading),
        tag("p", f"{read}{compared}", class_="read"),
        tag("div", _tally(report) if view is View.COMPARE else "", lists.receipt(report.coverage), class_="summary"),
        *(tag("p", notice, class_="notice") for notice in report.notices),
    )


def _tally(report: Report) -> Html:
    """How many findings of each severity; a click shows these alone."""
    cells = [_cell(report.count(one), findings.badge(one, many=report.count(one) != 1), f"#severity={one.value}")
             for one in _GRAVEST_FIRST]  # fmt: skip
    hidden = sum(1 for finding in report.findings if finding.suppressed is not None)
    if hidden:
        cells.append(_cell(hidden, tag("span", "suppressed", class_="badge"), "#state=suppressed"))
    if report.absent:
        cells.append(_cell(len(report.absent), tag("span", "no longer found", class_="badge"), "#absent"))
    return tag("ul", *cells, class_="tally", aria_label="Findings by severity")


def _cell(count: int, word: Html, link: str) -> Html:
    content = (tag("b", f"{count:,}"), " ", word)
    return tag("li", tag("a", *content, href=link) if count else tag("span", *content))


def _parts(report: Report, places: Places, options: RenderOptions) -> Iterable[Html]:
    if options.view is View.EXTRACT:
        yield _part("figures", "Figures", lines(groups.claims_table(report.claims, places), nothing()))
    else:
        found = findings.findings(report, places) or tag("p", "None.", class_="none")
        yield _part("findings", "Findings", lines(found, nothing()))
        yield _part("absent", "No longer found", findings.absent(report.absent))
    if not options.quiet:
        yield from _rest(report, places, options)
    used = {finding.check: finding.name for finding in report.findings}
    yield _part("checks", "The checks that speak here", lists.checks(options.checks, used))


def _rest(report: Report, places: Places, options: RenderOptions) -> Iterable[Html]:
    if options.view is View.COMPARE:
        yield _part("drafts", "Figures of the draft", drafts.drafts(report, places, verbose=options.verbose))
        several = groups.groups(report, places, pairs=options.verbose)
        yield _part("groups", "Figures side by side", several)
        yield _folded("alone", "Figures that stand alone", groups.lone(report, places))
    yield _folded("skipped", "Numbers that are no claims", lists.skipped(report, places))
    yield _folded("articles", "Articles read", lists.articles(report))


def _part(name: str, heading: str, content: Html) -> Html:
    if not content:
        return NOTHING
    return tag("section", lines(tag("h2", heading, id=f"{name}-title"), content), id=name, class_="part",
               aria_labelledby=f"{name}-title")  # fmt: skip


def _folded(name: str, heading: str, content: Html) -> Html:
    if not content:
        return NOTHING
    head = tag("summary", tag("h2", heading))
    return tag("details", lines(head, content), id=name, class_="part")
