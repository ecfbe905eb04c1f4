"""The findings in markdown: one table to see them all at a glance, and behind it each with its passages, folded."""

from collections.abc import Iterator, Sequence

from claimcheck.errors import Place
from claimcheck.model.baseline import BaselineState
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Report
from claimcheck.protocols import Site
from claimcheck.report.marktext import cell, escape, figure_cell, folded, link, summary_line, table
from claimcheck.report.spots import leading, live
from claimcheck.report.view import Places, Row, Section, circumstances, figure, passage, place_of, plural, sections

_ROOM = 160
_FEW = 2
ICONS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}


class Teller:
    """Writes findings for readers of one site."""

    def __init__(self, places: Places, site: Site) -> None:
        self._places = places
        self._site = site

    def overview(self, findings: Sequence[Finding]) -> tuple[str, ...]:
        """The lines of a table with one row for each finding, its head first."""
        return tuple(table(("", "Finding", "Figures", "Where"), map(self._glance, findings)).splitlines())

    def section(self, section: Section) -> str:
        """The findings of one group, and every claim of it with its passage."""
        first, *more = section.findings
        tail = f" and {len(more)} more" if more else ""
        title = f"{ICONS[first.severity]} <b>{first.check}</b> {summary_line(first.name)}{tail}: " + summary_line(
            f"{section.metric}, {section.operation}"
        )
        told = [self._finding(finding) for finding in section.findings]
        rows = [self._row(row) for row in section.rows]
        return folded(title, [*told, *([table(("", "Source", "Figure", "Passage"), rows)] if rows else [])])

    def accepted(self, findings: Sequence[Finding]) -> str:
        """The findings that somebody silenced, with the reasons."""
        rows = [
            (self._what(finding), self._figures(finding), _why(finding), self._where(finding)) for finding in findings
        ]
        title = f"🔇 {plural(len(findings), 'accepted finding')}"
        return folded(title, [table(("Finding", "Figures", "Decision", "Where"), rows)])

    def _glance(self, finding: Finding) -> Sequence[str]:
        icon = f"{ICONS[finding.severity]}&nbsp;{finding.severity.value}"
        return icon, self._what(finding), self._figures(finding), self._where(finding)

    def _what(self, finding: Finding) -> str:
        known = " (unchanged)" if finding.state is BaselineState.UNCHANGED and finding.suppressed is None else ""
        return f"**{finding.check}** {cell(finding.name)}{known}<br>{cell(finding.metric)}, {cell(finding.operation)}"

    def _figures(self, finding: Finding) -> str:
        """The figure to look at, and those that it stands against."""
        lead = leading(finding)
        if lead is None:
            return escape(finding.message)
        against = _distinct(_like(lead, side) for side in finding.sides if side and lead not in side)
        told = ", ".join(figure_cell(text, odd=False) for text in against[:_FEW])
        more = f" and {len(against) - _FEW} more" if len(against) > _FEW else ""
        return figure_cell(figure(lead), odd=True) + (f" against {told}{more}" if told else "")

    def _where(self, finding: Finding) -> str:
        lead, place = leading(finding), place_of(finding, self._places)
        if place is None:
            return ""
        return self._at(place, f"{self._places.source(lead)}, line {place.line}" if lead else None)

    def _at(self, place: Place, words: str | None = None) -> str:
        return link(Place(place.path, place.line), self._site, words)

    def _finding(self, finding: Finding) -> str:
        hidden = finding.suppressed
        silenced = f" *(suppressed by {escape(hidden.by)}: {escape(hidden.reason)})*" if hidden else ""
        hint = f"  \n*Hint:* {escape(finding.suggestion)}" if finding.suggestion else ""
        head = f"{ICONS[finding.severity]} **{finding.check} {finding.severity.value}**"
        return f"{head}: {escape(finding.message)}{silenced}{hint}"

    def _row(self, row: Row) -> Sequence[str]:
        day = self._places.as_of(row.claim)
        source = [
            cell(self._places.source(row.claim)),
            *([day.isoformat()] if day else []),
            self._at(self._places.of(row.claim)),
        ]
        shown = figure_cell(figure(row.claim), odd=row.mark == "✗")
        return row.mark, "<br>".join(source), shown, _passage(row.claim)


def findings(report: Report, places: Places, site: Site, *, quiet: bool) -> Iterator[str | tuple[str, ...]]:
    """The blocks, what matters most first; a table that may lose its last rows comes as its lines."""
    teller = Teller(places, site)
    silenced = [finding for finding in report.findings if finding.suppressed is not None]
    told = live(report.findings)
    yield "## Findings"
    yield teller.overview(told) if told else "None."
    if not quiet:
        yield from (teller.section(section) for section in sections(report) if live(section.findings))
    if silenced:
        yield teller.accepted(silenced)
    if report.absent:
        yield "## Fixed"
        yield "\n".join(f"- {escape(f'{entry.id}: {entry.message or entry.reason}')}" for entry in report.absent)


def _why(finding: Finding) -> str:
    hidden = finding.suppressed
    return cell(f"suppressed by {hidden.by}: {hidden.reason}") if hidden else ""


def _passage(claim: Claim) -> str:
    shown = passage(claim, _ROOM)
    told = circumstances(claim)
    tail = f" *({cell(told)})*" if told else ""
    return f"{cell(shown.before)}<mark>{cell(shown.figure)}</mark>{cell(shown.after)}{tail}"


def _like(lead: Claim, side: Sequence[Claim]) -> Claim:
    """The side's first claim in the unit of `lead`, which is easiest to compare, or else its first one."""
    return next((claim for claim in side if claim.quantity.unit == lead.quantity.unit), side[0])


def _distinct(claims: Iterator[Claim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(figure(claim) for claim in claims))
