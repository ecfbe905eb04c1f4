"""What a tool says of a story, from claimcheck in this process or from any command."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claimcheck.api import compare_articles
from claimcheck.load.registry import loader_for
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Severity
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article
from evaluation.model import Place, Story, ToolClaim, ToolFinding
from evaluation.scoring.findings import NOT_SCORED
from evaluation.tool import ARTICLES, ask


@dataclass(frozen=True, slots=True, kw_only=True)
class Raised:
    """One finding. `grave`: of severity warning or error; the others count for nothing, but may explain a miss."""

    check: str
    grave: bool
    sides: tuple[tuple[Place, ...], ...]
    suspect: Place | None
    suggestion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Figures that the tool holds to be of one thing, and what it concluded of them."""

    places: tuple[Place, ...]
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All that a tool said of a story: the figures it read, how it grouped them, what it raised."""

    figures: tuple[Place, ...]
    groups: tuple[Group, ...]
    findings: tuple[Raised, ...]

    @property
    def grave(self) -> tuple[Raised, ...]:
        """The findings that count."""
        return tuple(f for f in self.findings if f.grave)


class LoadError(Exception):
    """An article that the tool cannot load: a mutant must never be one."""


def in_process(documents: Mapping[str, str], select: frozenset[str] = frozenset()) -> Answer:
    """What claimcheck, as it stands here, says of the articles without any rules; `select` as `--select`. Raises
    LoadError.
    """
    report = compare_articles([article_of(doc, text) for doc, text in documents.items()], Rules(), select=select)
    return Answer(
        figures=tuple(place_of(claim) for claim in report.claims),
        groups=tuple(
            Group(places=tuple(place_of(claim) for claim in group.cluster.claims), verdict=str(group.verdict))
            for group in report.groups
        ),
        findings=tuple(_raised(finding) for finding in report.findings if finding.suppressed is None),
    )


def by_command(command: Sequence[str], story: Story, documents: Mapping[str, str]) -> Answer:
    """What another tool says: see README.md for the JSON. Raises evaluation.tool.ToolError."""
    answer = ask(command, "compare", replace(story, documents=documents), None)
    return Answer(
        figures=_places(answer.claims),
        groups=tuple(Group(places=_places(group.claims), verdict=group.verdict) for group in answer.groups),
        findings=tuple(_told(finding) for finding in answer.findings),
    )


@lru_cache(maxsize=64)
def article_of(doc: str, text: str) -> Article:
    """The article as claimcheck loads it. Raises LoadError."""
    loaded = loader_for("." + doc.rpartition(".")[2]).read(f"{ARTICLES}/{doc}", text.encode())
    if isinstance(loaded, Article):
        return loaded
    raise LoadError("; ".join(fault.what for fault in loaded))


def _raised(finding: Finding) -> Raised:
    return Raised(
        check=finding.check,
        grave=finding.severity is not Severity.NOTE,
        sides=tuple(tuple(place_of(claim) for claim in side) for side in finding.sides),
        suspect=None if finding.suspect is None else place_of(finding.suspect),
        suggestion=finding.suggestion or "",
    )


def place_of(claim: Claim) -> Place:
    """Where the claim stands in an article that `article_of` loaded."""
    return Place(claim.article.removeprefix(f"{ARTICLES}/"), claim.span.start, claim.span.end)


def _told(finding: ToolFinding) -> Raised:
    sides = finding.sides or tuple((claim,) for claim in finding.claims)
    suspect = finding.suspect
    return Raised(
        check=finding.check,
        grave=finding.severity.lower() not in NOT_SCORED,
        sides=tuple(_places(side) for side in sides),
        suspect=None if suspect is None else suspect.place,
        suggestion=finding.suggestion or "",
    )


def _places(claims: Sequence[ToolClaim]) -> tuple[Place, ...]:
    return tuple(claim.place for claim in claims if claim.place is not None)
