"""Findings: what disagrees, how grave it is, the passages side by side, the plot, and how it came about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from claimcheck.model.baseline import Accepted
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.finding import Finding, Group, Severity, Trail
from claimcheck.model.report import Report
from claimcheck.report.html.markup import NOTHING, Html, join, lines, name_of, tag
from claimcheck.report.html.passages import distinct, odd_digits, passage_block
from claimcheck.report.html.plot import SUSPECT_WORD, plot
from claimcheck.report.view import Places, plural

_SHAPES = {Severity.ERROR: "■", Severity.WARNING: "▲", Severity.NOTE: "●"}
_FEW = 3
WITH_SUSPECT = "with the suspect"


@dataclass(frozen=True, slots=True)
class _Side:
    """Claims that agree, the head over their passages, and the word for one of them in the plot."""

    claims: tuple[Claim, ...]
    head: str
    word: str


def findings(report: Report, places: Places) -> Html:
    """Every finding in the report's order, each an article of its own."""
    home = {claim.id: group for group in report.groups for claim in group.cluster.claims}
    return join((_finding(finding, places, home) for finding in report.findings), "\n")


def badge(severity: Severity, *, many: bool = False) -> Html:
    """The severity as a shape and a word, so that colour is an addition."""
    shape = tag("span", _SHAPES[severity], aria_hidden="true")
    return tag("span", shape, " ", severity.value + ("s" if many else ""), class_=f"badge {severity.value}")


def anchor(finding: Finding) -> str:
    """The id of the finding's element."""
    return f"finding-{name_of(finding.id)}"


def state_of(finding: Finding) -> str:
    """How the finding stands to what was decided: suppressed, in the baseline or not, or "open" where there is none."""
    if finding.suppressed is not None:
        return "suppressed"
    return finding.state.value if finding.state else "open"


def absent(entries: Iterable[Accepted]) -> Html:
    """Baseline entries that nothing was found for any more."""
    rows = [
        tag("li", tag("b", entry.check), f" {entry.message} ", tag("small", f"accepted: {entry.reason}"))
        for entry in entries
    ]
    return tag("ul", join(rows, "\n"), class_="absent") if rows else NOTHING


def _finding(finding: Finding, places: Places, home: Mapping[ClaimId, Group]) -> Html:
    sides = _sides(finding)
    group = next((home[claim.id] for claim in finding.claims if claim.id in home), None)
    every = {claim.id: claim for claim in (*finding.claims, *(group.cluster.claims if group else ()))}
    words = {claim.id: side.word for side in sides for claim in side.claims}
    if finding.suspect is not None:
        words[finding.suspect.id] = SUSPECT_WORD
    name = anchor(finding)
    return tag(
        "article",
        lines(
            tag("header", _top(finding, name)),
            tag("h3", _title(finding.operation, finding.metric), id=f"{name}-title"),
            tag("p", _message(finding), class_="message"),
            tag("p", tag("b", "Likely fix: "), finding.suggestion, class_="fix") if finding.suggestion else "",
            _decision(finding),
            plot(tuple(every.values()), places, words),
            _passages(sides, places, finding.suspect),
            _how(finding.trail),
        ),
        id=name,
        class_=f"finding {finding.severity.value}" + (" suppressed" if finding.suppressed else ""),
        tabindex=-1,
        aria_labelledby=f"{name}-title",
        **_facets(finding, places, every.values()),
    )


def _facets(finding: Finding, places: Places, claims: Iterable[Claim]) -> dict[str, str]:
    """What the filters go by."""
    sources = dict.fromkeys(places.source(claim) for claim in claims)
    return {
        "data_severity": finding.severity.value,
        "data_check": f"{finding.check} {finding.name}",
        "data_operation": finding.operation,
        "data_metric": finding.metric,
        "data_sources": "\n".join(sources),
        "data_state": state_of(finding),
    }


def _top(finding: Finding, name: str) -> Html:
    check = tag("a", tag("b", finding.check), f" {finding.name}", href=f"#check-{finding.check}", class_="check")
    state = tag("span", finding.state.value, class_="chip") if finding.state else ""
    hidden = tag("span", "suppressed", class_="chip") if finding.suppressed else ""
    link = tag("a", finding.id, href=f"#{name}", class_="self", aria_label=f"Link to finding {finding.id}")
    return join((part for part in (badge(finding.severity), check, state, hidden, link) if part), "\n")


def _title(operation: str, metric: str) -> Html:
    named = join([tag("small", operation), " "]) if operation else NOTHING
    return join([named, metric or "figure"])


def _message(finding: Finding) -> str:
    """The message without the words that the title has said."""
    heads = (f"{finding.metric}, {finding.operation}: ", f"{finding.metric}: ")
    head = next((head for head in heads if finding.message.startswith(head)), "")
    return finding.message.removeprefix(head)


def _decision(finding: Finding) -> Html:
    hidden = finding.suppressed
    if hidden is None:
        return NOTHING
    return tag("p", tag("b", f"Suppressed by {hidden.by}: "), hidden.reason, class_="decision")


def _sides(finding: Finding) -> tuple[_Side, ...]:
    """In the finding's order, but the suspect's side first: that is where to look."""
    suspect = finding.suspect
    if len(finding.sides) == 1:
        return (_Side(finding.sides[0], "", ""),)
    sides = []
    for number, claims in enumerate(finding.sides):
        if suspect is None:
            word = f"side {chr(ord('A') + number % 26)}"
            sides.append(_Side(claims, f"S{word[1:]} · {_count(claims)}", word))
        elif any(claim.id == suspect.id for claim in claims):
            head = "Stands alone" if len(claims) == 1 else f"The suspect · {_count(claims)}"
            sides.insert(0, _Side(claims, head, WITH_SUSPECT))
        else:
            sides.append(_Side(claims, f"Against it · {_count(claims)}", ""))
    return tuple(sides)


def _count(claims: Sequence[Claim]) -> str:
    return plural(len({claim.article for claim in claims}), "article")


def _passages(sides: Sequence[_Side], places: Places, suspect: Claim | None) -> Html:
    columns = [_column(side, places, sides, suspect) for side in sides]
    shape = " alone" if suspect is not None else ""
    return tag("div", join(columns, "\n"), class_=f"sides n{min(len(columns), 3)}{shape}")


def _column(side: _Side, places: Places, sides: Sequence[_Side], suspect: Claim | None) -> Html:
    others = [claim for other in sides if other is not side for claim in distinct(other.claims)]
    blocks = [
        passage_block(
            claim,
            places,
            label=SUSPECT_WORD if claim == suspect else "",
            odd=odd_digits(claim, [suspect] if suspect is not None and claim != suspect else others),
        )
        for claim in _varied(side.claims)
    ]
    more = len(blocks) - _FEW
    shown, folded = (blocks, []) if more < 2 else (blocks[:_FEW], blocks[_FEW:])
    rest = tag("details", tag("summary", f"{more} more that agree"), *folded) if folded else ""
    odd = " odd" if side.word == WITH_SUSPECT else ""
    head = tag("h4", side.head) if side.head else ""
    return tag("section", lines(head, tag("div", *shown, class_="shown"), rest), class_=f"side-of{odd}")


def _varied(claims: Sequence[Claim]) -> list[Claim]:
    """Each figure as printed once before any is shown again, so that what is folded away is only more of the same."""
    first = distinct(claims)
    return [*first, *(claim for claim in claims if claim not in first)]


def _how(trail: Trail) -> Html:
    """How the finding came about, folded."""
    rows = [*_steps(trail)]
    if not rows:
        return NOTHING
    listed = tag("dl", join((join([tag("dt", head), tag("dd", text)]) for head, text in rows), "\n"))
    return tag("details", tag("summary", "How this came about"), listed, class_="how")


def _steps(trail: Trail) -> Iterable[tuple[str, str]]:
    for number, cause in enumerate(trail.causes):
        words = f": {cause.words}" if cause.words else ""
        yield ("Cause" if number == 0 else "Considered"), f"{cause.check} {cause.name}{words} (fit {cause.fit})"
    for support in trail.supports:
        primary = ", a primary source among them" if support.primary else ""
        yield "Support", f"{', '.join(support.origins)}: weight {support.weight}{primary}"
    if trail.suspect:
        yield "Suspect", trail.suspect
    yield from (("Severity", step) for step in trail.severity)
    yield from (("Doubt", doubt) for doubt in trail.doubts)
    yield from (("Step", step) for step in trail.steps)
