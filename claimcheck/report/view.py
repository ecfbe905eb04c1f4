"""What the formats for people share: places, passages, and which claims and findings belong in one table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from claimcheck.errors import Place
from claimcheck.lines import LineIndex
from claimcheck.model.baseline import BaselineState
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.finding import Finding, Group, Severity, Verdict
from claimcheck.model.report import Coverage, Report
from claimcheck.model.text import Article, ArticleId, Span
from claimcheck.printable import one_line

SUSPECT = "✗"
OPPOSED = "≠"
ELLIPSIS = "…"


class Places:
    """Where spans stand on disk; each article's lines are counted when first asked for."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._lines: dict[str, LineIndex] = {}

    def article(self, article: ArticleId) -> Article:
        """The article of this id."""
        return self._articles[article]

    def line_column(self, article: str, span: Span) -> tuple[int, int]:
        """Line and column, from 1, where `span` starts."""
        index = self._lines.get(article)
        if index is None:
            index = self._lines[article] = LineIndex.of(self._articles[ArticleId(article)].text)
        return index.place(span.start)

    def of(self, claim: Claim) -> Place:
        """The place of a claim's figure."""
        return Place(self.article(claim.article).path, *self.line_column(claim.article, claim.span))

    def source(self, claim: Claim) -> str:
        """Who says it: the source, or the path where none is known."""
        article = self.article(claim.article)
        return one_line(article.source or article.path)

    def as_of(self, claim: Claim) -> date | None:
        """The day for which the figure is told: its own, or the day of publication."""
        return claim.as_of or self.article(claim.article).date


@dataclass(frozen=True, slots=True)
class Passage:
    """A figure in its sentence, one line, control codes shown."""

    before: str
    figure: str
    after: str


def passage(claim: Claim, room: int | None = None) -> Passage:
    """The sentence around the figure; with `room`, cut to about so many characters, never at the figure's cost."""
    sentence = claim.sentence
    start, end = claim.span.start - sentence.span.start, claim.span.end - sentence.span.start
    if not 0 <= start <= end <= len(sentence.text):
        return Passage("", figure(claim), "")
    return passage_at(sentence.text, start, end, room)


def passage_at(text: str, start: int, end: int, room: int | None = None) -> Passage:
    """The passage `text` around its figure from `start` to `end`, cut as in `passage`."""
    before, shown, after = _flat(text[:start]).lstrip(), one_line(text[start:end]), _flat(text[end:]).rstrip()
    if room is None or len(before) + len(shown) + len(after) <= room:
        return Passage(before, shown, after)
    spare = max(room - len(shown), 0)
    left = min(len(before), max(spare // 2, spare - len(after)))
    return Passage(_tail(before, left), shown, _head(after, spare - left))


def figure(claim: Claim) -> str:
    """The figure as printed, on one line."""
    return one_line(claim.quantity.surface)


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in a section's table. `mark` is "✗" for a suspect; where none stands alone the side's letter, or "≠" when
    several findings draw the sides differently; "" for a claim that is not in dispute.
    """

    claim: Claim
    mark: str


@dataclass(frozen=True, slots=True)
class Section:
    """What is shown together: the claims of one group (or of findings outside any) and the findings about them."""

    operation: str
    metric: str
    verdict: str
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]


def sections(report: Report, *, suppressed: bool = True) -> tuple[Section, ...]:
    """One section per group with a finding, in the order of the report's findings; without `suppressed` none for those
    that may stand. Findings about decisions are one section without rows for each kind.
    """
    home = {claim.id: group for group in report.groups for claim in group.cluster.claims}
    together: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if suppressed or finding.suppressed is None:
            together.setdefault(_shown_with(finding, _home(finding, home)), []).append(finding)
    return tuple(_section(found, _home(found[0], home)) for found in together.values())


def _shown_with(finding: Finding, group: Group | None) -> str:
    if group is not None:
        return group.cluster.id
    return f"finding {finding.id}" if finding.claims else f"{finding.operation} {finding.metric}"


def agreeing(report: Report, *, lone: bool = False) -> tuple[Group, ...]:
    """The groups with no finding and more than one independent origin; with `lone`, the others too."""
    home = {claim.id: group.cluster.id for group in report.groups for claim in group.cluster.claims}
    told = {home[claim.id] for finding in report.findings for claim in finding.claims if claim.id in home}
    return tuple(
        group
        for group in report.groups
        if group.cluster.id not in told and (lone or group.verdict is not Verdict.UNCORROBORATED)
    )


def typical(group: Group) -> Claim:
    """The claim to show for a whole group: the most precise of those with the most common figure."""
    claims = group.cluster.claims
    counts: dict[object, int] = {}
    for claim in claims:
        counts[claim.quantity.value] = counts.get(claim.quantity.value, 0) + 1
    return min(claims, key=lambda claim: (claim.quantity.step, -counts[claim.quantity.value]))


def place_of(finding: Finding, places: Places) -> Place | None:
    """Where to look first: the suspect, or the first claim of the least supported side, or the decision's place."""
    if finding.at is not None:
        return Place(finding.at.path, finding.at.line, finding.at.column)
    claim = finding.suspect or (finding.sides[-1][0] if finding.sides and finding.sides[-1] else None)
    return places.of(claim) if claim else None


def receipt(coverage: Coverage) -> str:
    """The coverage receipt as one sentence."""
    reasons = sorted(coverage.skipped.items(), key=lambda item: (-item[1], item[0]))
    skipped = sum(coverage.skipped.values())
    tail = f" ({', '.join(f'{reason.value} {count}' for reason, count in reasons)})" if skipped else ""
    return (
        f"{plural(coverage.numbers, 'number')}: {coverage.compared} compared, {coverage.alone} alone,"
        f" {skipped} skipped{tail}"
    )


def summary(report: Report) -> str:
    """How much was read and what came of it, as one line."""
    counts = {severity: report.count(severity) for severity in Severity}
    found = ", ".join(
        plural(counts[severity], severity.value) for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    )
    hidden = sum(1 for finding in report.findings if finding.suppressed is not None)
    tail = f", {hidden} suppressed" if hidden else ""
    tail += f"; {standing}" if (standing := states(report)) else ""
    read = f"{plural(len(report.articles), 'article')}, {plural(len(report.claims), 'claim')}"
    return f"{read}, {plural(len(report.groups), 'group')}: {found}{tail}"


def states(report: Report) -> str:
    """How the findings stand to the baseline, "" where none is in use: 3 new, 2 unchanged, 1 fixed. Those about the
    baseline itself do not count.
    """
    known = [finding for finding in report.findings if finding.state is not None and finding.claims]
    if not known and not report.absent:
        return ""
    new = sum(1 for finding in known if finding.state is BaselineState.NEW and finding.suppressed is None)
    unchanged = sum(1 for finding in known if finding.state is BaselineState.UNCHANGED)
    return f"{new} new, {unchanged} unchanged, {len(report.absent)} fixed"


def decided(finding: Finding) -> str:
    """What was decided of the finding, to be put behind its message: who suppressed it and why, or that it is new;
    "" where there is nothing to say.
    """
    if finding.suppressed is not None:
        return one_line(f"suppressed by {finding.suppressed.by}: {finding.suppressed.reason}")
    return "new" if finding.state is BaselineState.NEW else ""


def fixed(report: Report) -> tuple[str, ...]:
    """What the baseline accepts and nothing was found for any more, one line each."""
    return tuple(one_line(f"{entry.id}: {entry.message or entry.reason}") for entry in report.absent)


def plural(count: int, noun: str) -> str:
    """The count with its noun: "1 claim", "2 claims"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def circumstances(claim: Claim) -> str:
    """Scope, period, status, aspect and claimant of a claim as far as they are not the usual ones."""
    facets = [facet.label for facet in (claim.scope, claim.period, claim.attribution) if facet is not None]
    kinds = [kind.value for kind, usual in ((claim.status, "confirmed"), (claim.aspect, "level")) if kind != usual]
    return one_line(", ".join([*facets, *kinds]))


def _home(finding: Finding, home: dict[ClaimId, Group]) -> Group | None:
    return next((home[claim.id] for claim in finding.claims if claim.id in home), None)


def _section(findings: Sequence[Finding], group: Group | None) -> Section:
    marks = _marks(findings)
    told = [claim for finding in findings for claim in finding.claims]
    others = group.cluster.claims if group else ()
    rows = tuple(Row(claim, marks.get(claim.id, "")) for claim in dict.fromkeys([*told, *others]))
    verdict = group.verdict.value if group else ""
    return Section(findings[0].operation, findings[0].metric, verdict, rows, tuple(findings))


def _marks(findings: Sequence[Finding]) -> dict[ClaimId, str]:
    marks = {finding.suspect.id: SUSPECT for finding in findings if finding.suspect is not None}
    balanced = [finding for finding in findings if finding.suspect is None and len(finding.sides) > 1]
    for finding in balanced:
        for number, side in enumerate(finding.sides):
            mark = _letter(number) if len(balanced) == 1 else OPPOSED  # letters of two findings would collide
            for claim in side:
                marks.setdefault(claim.id, mark)
    return marks


def _letter(number: int) -> str:
    return chr(ord("a") + number) if number < 26 else str(number + 1)


def _flat(text: str) -> str:
    """White space as single blanks, one at either end kept: it separates the figure from its neighbours."""
    core = one_line(text)
    if not core:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{core}{' ' if text[-1].isspace() else ''}"


def _tail(text: str, room: int) -> str:
    return text if len(text) <= room else ELLIPSIS + _from_word(text[len(text) - max(room - 1, 0) :])


def _head(text: str, room: int) -> str:
    return text if len(text) <= room else _from_word(text[: max(room - 1, 0)][::-1])[::-1] + ELLIPSIS


def _from_word(text: str) -> str:
    """`text` from its first blank on, so that no half word opens it, unless that would drop most of it."""
    blank = text.find(" ")
    return text[blank:] if 0 <= blank < len(text) // 2 else text
