"""Everything that one run concluded."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimcheck.model.claim import Claim, Skipped, SkipReason
from claimcheck.model.finding import Finding, Group, Severity
from claimcheck.model.text import Article, ArticleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The receipt: every number is compared, alone, or skipped for a reason. numbers = compared + alone + skipped."""

    numbers: int
    compared: int
    alone: int
    skipped: Mapping[SkipReason, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A run's result, in total and stated order: articles by id, claims by article and offset, findings by severity
    (gravest first), then check, then first claim. `origins` names each article's origin.
    """

    articles: tuple[Article, ...]
    origins: Mapping[ArticleId, str]
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    groups: tuple[Group, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
    notices: tuple[str, ...] = field(default=())

    def count(self, severity: Severity) -> int:
        """How many unsuppressed findings have this severity."""
        return sum(1 for f in self.findings if f.severity is severity and f.suppressed is None)
