"""Findings are told of articles that speak for themselves; those that repeat them word for word are listed after."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from claimcheck.checks.fingerprint import distinct
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.finding import Finding
from claimcheck.model.text import ArticleId

Copies = Mapping[ClaimId, tuple[Claim, ...]]


def listing_copies(findings: Iterable[Finding], copies: Copies) -> tuple[Finding, ...]:
    """The findings with the claims that repeat theirs (`copies`, by the claim repeated) beside them. What an article
    says against itself is told of every copy by itself.
    """
    return tuple(distinct(told for finding in findings for told in _listed(finding, copies)))


def _listed(finding: Finding, copies: Copies) -> Iterator[Finding]:
    if len({claim.article for claim in finding.claims}) > 1:
        sides = (tuple(told for claim in side for told in (claim, *copies.get(claim.id, ()))) for side in finding.sides)
        yield replace(finding, sides=tuple(sides))
        return
    yield finding
    for article in sorted({copy.article for claim in finding.claims for copy in copies.get(claim.id, ())}):
        again = {claim.id: copy for claim in finding.claims if (copy := _in(article, claim, copies)) is not None}
        if all(claim.id in again for claim in finding.claims):
            sides = (tuple(again[claim.id] for claim in side) for side in finding.sides)
            suspect = None if finding.suspect is None else again.get(finding.suspect.id)
            yield replace(finding, sides=tuple(sides), suspect=suspect)


def _in(article: ArticleId, claim: Claim, copies: Copies) -> Claim | None:
    return next((copy for copy in copies.get(claim.id, ()) if copy.article == article), None)
