"""Where a finding points, for formats that other programs read: paths as their reader knows them, lines, columns."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.report import Report
from claimcheck.model.text import Article, Span
from claimcheck.printable import one_line
from claimcheck.protocols import Site
from claimcheck.report.view import Places, place_of


@dataclass(frozen=True, slots=True)
class Region:
    """Words on their page. Lines and columns are from 1, columns count characters, the end column is the one behind the
    last character.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Spots:
    """The places of a report's claims, with paths as the site's readers know them."""

    def __init__(self, report: Report, site: Site) -> None:
        self.places = Places(report.articles)
        self._site = site

    def of(self, claim: Claim, span: Span | None = None) -> Region:
        """Where the claim's figure stands, or the words at another span of its article."""
        span = span or claim.span
        path = located(self.article(claim).path, self._site)
        start = self.places.line_column(claim.article, span)
        return Region(path, *start, *self.places.line_column(claim.article, Span(span.end, span.end)))

    def article(self, claim: Claim) -> Article:
        """The article of a claim."""
        return self.places.article(claim.article)

    def first(self, finding: Finding) -> Region | None:
        """Where to look first: the suspect, or the first claim of the least supported side, or where a finding without
        claims points, with no words there; None where it points nowhere.
        """
        if (claim := leading(finding)) is not None:
            return self.of(claim)
        place = place_of(finding, self.places)
        if place is None:
            return None
        line, column = max(place.line, 1), max(place.column, 1)
        return Region(located(place.path, self._site), line, column, line, column)

    def words(self, claim: Claim) -> str:
        """The figure and who prints it: "$1,700" in Daily A."""
        return f'"{one_line(claim.quantity.surface)}" in {self.places.source(claim)}'


def leading(finding: Finding) -> Claim | None:
    """The claim to show a finding at."""
    return finding.suspect or (finding.sides[-1][0] if finding.sides and finding.sides[-1] else None)


def others(finding: Finding) -> tuple[Claim, ...]:
    """The finding's other claims, best supported side first."""
    lead = leading(finding)
    return tuple(claim for claim in finding.claims if lead is None or claim.id != lead.id)


def live(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that nobody has silenced."""
    return tuple(finding for finding in findings if finding.suppressed is None)


def located(path: str, site: Site) -> str:
    """`path` from the repository's root, where that is known and holds it; else as given, without "./" in front."""
    if site.root and site.here:
        whole = posixpath.normpath(posixpath.join(site.here, path))
        root = site.root.rstrip("/")
        if whole.startswith(f"{root}/"):
            return whole[len(root) + 1 :]
    return posixpath.normpath(path)


def address(path: str) -> str:
    """`path` as a URI reference: relative, or file:// where it is absolute."""
    if path.startswith("/"):
        return f"file://{quoted(path)}"
    if path[1:3] == ":/":  # behind a drive's letter
        return f"file:///{quoted(path, safe='/:')}"
    return quoted(path)


def quoted(path: str, safe: str = "/") -> str:
    """`path` percent-encoded; bytes of a name that is no UTF-8 come out as they lie on disk."""
    return quote(path, safe, "utf-8", "surrogateescape")
