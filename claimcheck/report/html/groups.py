"""Groups: everything that was put side by side, folded, with the plot and the passages of each."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.finding import Comparison, Finding, Group
from claimcheck.model.report import Report
from claimcheck.report.html.findings import anchor
from claimcheck.report.html.markup import NOTHING, Html, join, lines, name_of, tag
from claimcheck.report.html.passages import passage_block, place_code, sentence
from claimcheck.report.html.plot import plot
from claimcheck.report.view import Places, circumstances, figure, plural, typical

_TO_THE_RIGHT = frozenset({"Figure", "Figures"})


def groups(report: Report, places: Places, *, pairs: bool) -> Html:
    """The groups of several claims, under their operations; with `pairs`, the verdict on each pair too. What a finding
    shows already is linked to.
    """
    several = [group for group in report.groups if len(group.cluster.claims) > 1]
    found = _by_claim(report.findings)
    by_operation = groupby(several, key=lambda group: group.cluster.operation)
    blocks = ((name, [_group(group, places, found, pairs) for group in own]) for name, own in by_operation)
    return join((tag("section", tag("h3", name), "\n", join(own, "\n"), class_="op") for name, own in blocks), "\n")


def lone(report: Report, places: Places) -> Html:
    """The figures that nothing stood beside, as one table."""
    claims = [group.cluster.claims[0] for group in report.groups if len(group.cluster.claims) == 1]
    return claims_table(claims, places)


def claims_table(claims: Iterable[Claim], places: Places) -> Html:
    """Claims one below the other: what is printed, what it was taken for, and where."""
    rows = [
        tag(
            "tr",
            tag("td", figure(claim), class_="fig"),
            tag("td", claim.metric.name, _small(circumstances(claim))),
            tag("td", claim.operation.name),
            tag("td", sentence(claim), class_="quote"),
            tag("td", place_code(places.of(claim)), class_="at"),
            class_="item",
            data_operation=claim.operation.name,
            data_metric=claim.metric.name,
            data_sources=places.source(claim),
        )
        for claim in claims
    ]
    return table(("Figure", "Metric", "Operation", "Passage", "Where"), rows) if rows else NOTHING


def table(head: Sequence[str], rows: Sequence[Html]) -> Html:
    """A table that can be scrolled by itself, by keyboard too."""
    heads = (tag("th", name, scope="col", class_="fig" if name in _TO_THE_RIGHT else None) for name in head)
    top = tag("thead", tag("tr", *heads))
    body = tag("table", top, "\n", tag("tbody", join(rows, "\n")))
    return tag("div", body, class_="scroll", tabindex=0, role="region", aria_label=f"{head[0]} table")


def _by_claim(findings: Iterable[Finding]) -> dict[ClaimId, list[Finding]]:
    found: dict[ClaimId, list[Finding]] = {}
    for finding in findings:
        for claim in finding.claims:
            found.setdefault(claim.id, []).append(finding)
    return found


def _group(group: Group, places: Places, found: Mapping[ClaimId, Sequence[Finding]], pairs: bool) -> Html:
    cluster = group.cluster
    sources = dict.fromkeys(map(places.source, cluster.claims))
    head = tag(
        "summary",
        tag("span", cluster.metric, class_="metric"),
        "\n",
        tag("span", figure(typical(group)), class_="fig"),
        "\n",
        tag("span", plural(group.origins, "source"), class_="n"),
        "\n",
        tag("span", group.verdict.value, class_=f"verdict {name_of(group.verdict.value)}"),
    )
    told = {one.id: one for claim in cluster.claims for one in found.get(claim.id, ())}
    links = (tag("a", f"{one.check} {one.name}", href=f"#{anchor(one)}") for one in told.values())
    passages = [passage_block(claim, places) for claim in cluster.claims if claim.id not in found]
    body = lines(
        tag("p", "Shown with ", join(links, ", "), class_="more") if told else plot(cluster.claims, places, {}),
        tag("div", *passages, class_="passages") if passages else "",
        _pairs(group.comparisons, cluster.claims) if pairs else "",
    )
    return tag(
        "details",
        head,
        body,
        class_="group item",
        data_operation=cluster.operation,
        data_metric=cluster.metric,
        data_sources="\n".join(sources),
    )


def _pairs(comparisons: Iterable[Comparison], claims: Sequence[Claim]) -> Html:
    shown = {claim.id: figure(claim) for claim in claims}
    rows = [
        tag("li", f"{shown[pair.a]} / {shown[pair.b]}: ", tag("b", pair.verdict.value), f", {pair.why}")
        for pair in comparisons
    ]
    return tag("ul", join(rows, "\n"), class_="pairs") if rows else NOTHING


def _small(text: str) -> Html:
    return join([" ", tag("small", text)]) if text else NOTHING
