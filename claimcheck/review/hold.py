"""`hold`: a draft held against the sources that it was compared with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimcheck.compare.facing import facings
from claimcheck.compare.reached import reached
from claimcheck.compare.weights import Standings
from claimcheck.model.finding import Finding, Group
from claimcheck.model.policy import Policy
from claimcheck.model.review import DraftReview
from claimcheck.model.text import Article, ArticleId
from claimcheck.review.findings import graded, of_draft
from claimcheck.review.standing import review


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What a run over one draft and its sources concluded. `silent` are codes of checks that were not asked for,
    `fixed` those to which rules.yaml gives a severity.
    """

    groups: tuple[Group, ...]
    findings: tuple[Finding, ...]
    articles: Mapping[ArticleId, Article]
    origins: Mapping[ArticleId, str]
    standings: Standings
    policy: Policy
    silent: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()


def hold(draft: ArticleId, run: Compared, no_claims: int) -> tuple[DraftReview, tuple[Finding, ...]]:
    """The draft's review, and the findings that touch it with their severity for the draft, in the run's order."""
    sources = (claim for group in run.groups for claim in group.cluster.claims if claim.article != draft)
    beside = reached(facings(run.groups, frozenset({draft}), run.articles), sources, run.policy)

    def reviewed(findings: Iterable[Finding]) -> DraftReview:
        return review(
            draft,
            tuple(beside.values()),
            tuple(findings),
            run.origins,
            run.standings,
            no_claims=no_claims,
            silent=run.silent,
        )

    told = of_draft(run.findings, frozenset({draft}))
    weighed = graded(told, reviewed(told).figures, beside, run.fixed)
    return reviewed(weighed), weighed
