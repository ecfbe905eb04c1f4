"""Which findings are told of a draft, and how grave each one is for it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.finding import Finding, Severity
from claimcheck.model.review import Facing, Figure, Standing
from claimcheck.model.text import ArticleId

_SETTLED = "the sources support the draft here: the slip is elsewhere"
_STALE = "the draft has an older value, no wrong one"
_ALONE = "no source has the draft's figure, and some have another"
_LOST = "a draft should keep the hedge of its sources"


def of_draft(findings: Iterable[Finding], drafts: frozenset[ArticleId]) -> tuple[Finding, ...]:
    """Those with a claim of a draft, in their order; a hedge that the draft has and others lost is not its matter."""
    return tuple(f for f in findings if any(claim.article in drafts for claim in _concerned(f)))


def _concerned(finding: Finding) -> tuple[Claim, ...]:
    return finding.sides[-1] if finding.check == "CC302" and finding.sides else finding.claims


def graded(
    findings: Iterable[Finding], figures: Iterable[Figure], facings: Mapping[ClaimId, Facing], fixed: frozenset[str]
) -> tuple[Finding, ...]:
    """The findings with their severity for the draft: a note where the sources support the draft's figures, at most a
    warning where they are only stale, at least one where a figure is contradicted and in no source, and one for a lost
    qualifier. What rules.yaml gives to a check (`fixed`) holds.
    """
    standing = {figure.claim.id: figure.standing for figure in figures}
    return tuple(f if f.check in fixed else _graded(f, standing, facings) for f in findings)


def _graded(finding: Finding, standing: Mapping[ClaimId, Standing], facings: Mapping[ClaimId, Facing]) -> Finding:
    own = {standing[claim.id] for claim in finding.claims if claim.id in standing}
    if finding.check == "CC302":
        return _set(finding, Severity.WARNING, _LOST) if Standing.QUALIFIER_LOST in own else finding
    between = any(claim.id not in facings for claim in finding.claims)
    if not between or not finding.check.startswith("CC1"):
        return finding
    if own <= {Standing.SUPPORTED}:
        return _set(finding, Severity.NOTE, _SETTLED)
    alone = any(standing.get(c.id) is Standing.CONTRADICTED and not facings[c.id].agreeing for c in finding.claims)
    if alone and finding.severity is Severity.NOTE:
        return _set(finding, Severity.WARNING, _ALONE)
    if own <= {Standing.SUPPORTED, Standing.STALE} and finding.severity is Severity.ERROR:
        return _set(finding, Severity.WARNING, _STALE)
    return finding


def _set(finding: Finding, severity: Severity, why: str) -> Finding:
    if finding.severity is severity:
        return finding
    steps = (*finding.trail.severity, f"{severity.value} in this review: {why}")
    return replace(finding, severity=severity, trail=replace(finding.trail, severity=steps))
