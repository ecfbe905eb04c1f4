"""Everything that one run concluded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from claimcheck.model.baseline import Accepted
from claimcheck.model.claim import Claim, Skipped, SkipReason
from claimcheck.model.finding import Apart, Finding, Group, Severity, Verdict
from claimcheck.model.review import DraftReview
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
    (gravest first), then check, then first claim. `origins` names each article's origin. `apart` are the likeliest
    pairs that grouping kept out of one group, best first. `absent` are the baseline's entries that nothing was found
    for, by check and id.

    `drafts` holds one review per draft, by id, when drafts were held against sources; `findings` are then those that
    touch a draft, and with several drafts a source's claim stands in one group for each.
    """

    articles: tuple[Article, ...]
    origins: Mapping[ArticleId, str]
    claims: tuple[Claim, ...]
    skipped: tuple[Skipped, ...]
    groups: tuple[Group, ...]
    findings: tuple[Finding, ...]
    coverage: Coverage
    notices: tuple[str, ...] = field(default=())
    apart: tuple[Apart, ...] = field(default=())
    absent: tuple[Accepted, ...] = field(default=())
    drafts: tuple[DraftReview, ...] = field(default=())

    def count(self, severity: Severity) -> int:
        """How many unsuppressed findings have this severity."""
        return sum(1 for f in self.findings if f.severity is severity and f.suppressed is None)

    def not_compared(self) -> Iterator[Apart]:
        """The pairs that might have been compared and were not: kept apart by grouping, then those inside a group whose
        circumstances differ, in order of groups.
        """
        yield from self.apart
        for group in self.groups:
            for pair in group.comparisons:
                if pair.verdict is Verdict.NOT_COMPARABLE:
                    yield Apart(a=pair.a, b=pair.b, why=pair.why)
