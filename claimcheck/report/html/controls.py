"""Search and filters, hidden until the script is there to serve them, and the keys that work on the page."""

from collections.abc import Iterable

from claimcheck.model.finding import Severity
from claimcheck.model.report import Report
from claimcheck.protocols import View
from claimcheck.report.html.findings import state_of
from claimcheck.report.html.markup import Html, join, lines, tag
from claimcheck.report.view import Places

_KEYS = (
    ("/", "search"),
    ("j", "next finding"),
    ("k", "previous finding"),
    ("x", "show everything again"),
    ("?", "these keys"),
    ("Esc", "leave the search, close this"),
)


def controls(report: Report, places: Places, view: View) -> Html:
    """The search, one filter for each thing that there are two of, and how many findings (or figures) are shown."""
    noun = "figure" if view is View.EXTRACT else "finding"
    every = _of_figures(report, places) if view is View.EXTRACT else _of_findings(report, places)
    filters = [_filter(name, values) for name, values in every if len(values) > 1]
    search = tag("input", type="search", id="q", name="q", placeholder="words, figures, paths", autocomplete="off")
    clear = tag("button", "Show everything", type="button", id="clear", hidden=True)
    help_ = tag("button", "Keys ", tag("kbd", "?"), type="button", id="help")
    return tag(
        "form",
        lines(
            tag("div", tag("label", "Search", for_="q"), search, class_="field search"),
            tag("details", tag("summary", "Filters"), *filters, id="filters", open=True) if filters else "",
            tag("p", tag("output", "", id="shown", for_="q", aria_live="polite"), class_="count"),
            tag("p", clear, help_, class_="actions"),
        ),
        id="controls",
        role="search",
        aria_label=f"Filter the {noun}s",
        data_noun=noun,
        hidden=True,
    )


def nothing() -> Html:
    """What stands in the place of the findings when the filters leave none."""
    button = tag("button", "Show everything", type="button")
    return tag("p", "Nothing fits the filters. ", button, id="nothing", hidden=True)


def shortcuts() -> Html:
    """The dialog that lists the keys, and lets them be switched off for those whose tools use them."""
    rows = [join([tag("dt", tag("kbd", key)), tag("dd", what)]) for key, what in _KEYS]
    switch = tag("label", tag("input", type="checkbox", id="keys", checked=True), " Single keys work on this page")
    close = tag("form", tag("button", "Close"), method="dialog")
    head = tag("h2", "Keys", id="keys-title")
    return tag("dialog", head, tag("dl", *rows), tag("p", switch), close, id="shortcuts", aria_labelledby="keys-title")


def _of_figures(report: Report, places: Places) -> Iterable[tuple[str, list[str]]]:
    yield "operation", _sorted(claim.operation.name for claim in report.claims)
    yield "metric", _sorted(claim.metric.name for claim in report.claims)
    yield "source", _sorted(map(places.source, report.claims))


def _of_findings(report: Report, places: Places) -> Iterable[tuple[str, list[str]]]:
    found = report.findings
    clusters = [group.cluster for group in report.groups if len(group.cluster.claims) > 1]
    yield "severity", [s.value for s in reversed(Severity) if any(f.severity is s for f in found)]
    yield "check", _sorted(f"{finding.check} {finding.name}" for finding in found)
    yield "operation", _sorted([*(f.operation for f in found), *(c.operation for c in clusters)])
    yield "metric", _sorted([*(f.metric for f in found), *(c.metric for c in clusters)])
    yield "source", _sorted(map(places.source, report.claims))
    yield "state", _sorted(map(state_of, found))


def _filter(name: str, values: Iterable[str]) -> Html:
    options = [tag("option", "all", value=""), *(tag("option", value or "none", value=value) for value in values)]
    menu = tag("select", *options, id=f"by-{name}", name=name)
    return tag("div", tag("label", name.capitalize(), for_=f"by-{name}"), menu, class_="field")


def _sorted(values: Iterable[str]) -> list[str]:
    return sorted({value for value in values if value}, key=lambda value: (value.casefold(), value))
