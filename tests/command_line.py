"""What the tests of commands work with: an outcome, and a stand-in for the API."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.model.baseline import NO_DECISIONS, Decisions
from claimcheck.model.report import Report
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article
from claimcheck.protocols import SILENT, Progress


@dataclass(frozen=True, slots=True)
class Outcome:
    code: int
    out: str
    err: str


@dataclass(slots=True)
class StubApi:
    """Stands in for claimcheck.api: answers `report`, remembers what it was asked."""

    report: Report
    articles: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    rules: Rules | None = None
    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    decisions: Decisions = NO_DECISIONS
    error: BaseException | None = None

    def compare_articles(
        self,
        articles: Sequence[Article],
        rules: Rules,
        *,
        select: frozenset[str] = frozenset(),
        ignore: frozenset[str] = frozenset(),
        decisions: Decisions = NO_DECISIONS,
        progress: Progress = SILENT,
    ) -> Report:
        self.select, self.ignore, self.decisions = select, ignore, decisions
        return self.extract_claims(articles, rules, progress=progress)

    def review_drafts(
        self,
        drafts: Sequence[Article],
        sources: Sequence[Article],
        rules: Rules,
        *,
        select: frozenset[str] = frozenset(),
        ignore: frozenset[str] = frozenset(),
        decisions: Decisions = NO_DECISIONS,
        progress: Progress = SILENT,
    ) -> Report:
        self.select, self.ignore, self.decisions = select, ignore, decisions
        self.drafts = tuple(draft.id for draft in drafts)
        return self.extract_claims(sources, rules, progress=progress)

    def extract_claims(self, articles: Sequence[Article], rules: Rules, *, progress: Progress = SILENT) -> Report:
        progress.at("standing in")
        if self.error is not None:
            raise self.error
        self.articles, self.rules = tuple(article.id for article in articles), rules
        return self.report
