"""Which standing a draft's figure has: the sources that speak of it are weighed against each other, the draft has no
vote.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from claimcheck.compare.weights import OUTLET, Standings
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.finding import Finding, Severity, Verdict
from claimcheck.model.review import DraftReview, Facing, Figure, How, Standing, Witness, is_firm
from claimcheck.model.text import ArticleId
from claimcheck.review.receipt import receipt

_CODES = {Standing.QUALIFIER_LOST: "CC302", Standing.STALE: "CC108", Standing.IN_NO_SOURCE: "CC304"}
"""The check that speaks of a standing; those of a contradiction are all the checks across articles."""
_BLAMED = {
    "CC107": Standing.CONTRADICTED,
    "CC108": Standing.STALE,
    "CC109": Standing.CONTRADICTED,
}
"""Checks that find fault with a figure without a conflict on the ladder, and what it then is."""
CODES = frozenset(_CODES.values())
_ACROSS = "CC1"
_FIRMNESS = tuple(How)
Origins = Mapping[ArticleId, str]


def review(
    draft: ArticleId,
    facings: Sequence[Facing],
    findings: Sequence[Finding],
    origins: Origins,
    standings: Standings,
    *,
    no_claims: int,
    silent: frozenset[str] = frozenset(),
) -> DraftReview:
    """The draft's figures in text order. `findings` are the run's, with the severities that hold; `silent` are codes of
    checks that were not asked for, whose standings are told and weigh nothing.
    """
    about: dict[ClaimId, list[Finding]] = {}
    for finding in findings:
        for claim in finding.claims:
            about.setdefault(claim.id, []).append(finding)
    ordered = sorted((f for f in facings if f.claim.article == draft), key=lambda f: (f.claim.span, f.claim.id))
    figures = tuple(_figure(f, about.get(f.claim.id, ()), origins, standings, silent) for f in ordered)
    same_text = (a for a, origin in origins.items() if a != draft and origin == origins[draft])
    return DraftReview(
        document=draft, figures=figures, copies=tuple(sorted(same_text)), receipt=receipt(figures, no_claims)
    )


def _figure(
    facing: Facing, about: Iterable[Finding], origins: Origins, standings: Standings, silent: frozenset[str]
) -> Figure:
    about = tuple(about)
    blamed = next((f for f in sorted(about, key=_gravest) if f.check in _BLAMED and f.suspect == facing.claim), None)
    standing = _standing(facing, origins, standings)
    if blamed is not None and standing in (Standing.SUPPORTED, Standing.IN_NO_SOURCE):
        standing = _BLAMED[blamed.check]
    agreeing = tuple(sorted(facing.agreeing, key=lambda w: (not is_firm(facing, w), *_firmness(w))))
    witnesses = {
        Standing.SUPPORTED: agreeing,
        Standing.CONTRADICTED: facing.opposed or _shown(blamed, facing.claim),
        Standing.STALE: facing.later or _shown(blamed, facing.claim),
        Standing.QUALIFIER_LOST: facing.hedged,
        Standing.IN_NO_SOURCE: (),
    }[standing]
    finding = blamed if blamed is not None and standing is _BLAMED[blamed.check] else None
    finding = finding or _deciding(standing, facing, about)
    return Figure(
        claim=facing.claim,
        standing=standing,
        how=agreeing[0].how if standing is Standing.SUPPORTED else None,
        witnesses=witnesses,
        against=facing.opposed if standing is Standing.SUPPORTED else (),
        earlier=facing.earlier if standing is Standing.IN_NO_SOURCE else (),
        copies=facing.copies,
        finding=finding.id if finding is not None else None,
        severity=_severity(standing, finding, silent),
    )


def _shown(blamed: Finding | None, claim: Claim) -> tuple[Witness, ...]:
    """What a finding outside the ladder puts against the draft's claim."""
    if blamed is None:
        return ()
    verdict = Verdict.SUPERSEDED if _BLAMED[blamed.check] is Standing.STALE else Verdict.CONFLICT
    others = (c for c in blamed.claims if c.article != claim.article)
    return tuple(Witness(claim=c, verdict=verdict, why=blamed.message) for c in others)


def _standing(facing: Facing, origins: Origins, standings: Standings) -> Standing:
    """A dispute among the sources does not contradict a draft that tells one side of it, as a source does."""
    if facing.hedged and _weight(facing.opposed, origins, standings) <= _weight(facing.hedged, origins, standings):
        return Standing.QUALIFIER_LOST
    firm = [witness for witness in facing.agreeing if is_firm(facing, witness)]
    clashes = [witness for witness in facing.opposed if not firm or witness.verdict is not Verdict.DISPUTED]
    if clashes and _weight(clashes, origins, standings) >= _weight(firm, origins, standings):
        return Standing.CONTRADICTED
    if facing.later:
        return Standing.STALE
    return Standing.IN_NO_SOURCE if not facing.agreeing or facing.outgrown else Standing.SUPPORTED


def _weight(witnesses: Iterable[Witness], origins: Origins, standings: Standings) -> Decimal:
    """Each origin once, with its weightiest article."""
    weights: dict[str, Decimal] = {}
    for witness in witnesses:
        article = witness.claim.article
        weight = standings.get(article, OUTLET).weight
        weights[origins[article]] = max(weight, weights.get(origins[article], weight))
    return sum(weights.values(), Decimal(0))


def _firmness(witness: Witness) -> tuple[int, str, int]:
    how = len(_FIRMNESS) if witness.how is None else _FIRMNESS.index(witness.how)
    return (how, witness.claim.article, witness.claim.span.start)


def _deciding(standing: Standing, facing: Facing, about: Iterable[Finding]) -> Finding | None:
    """The finding that says what the standing says, else one that sets the figure against a source."""
    code = _CODES.get(standing, _ACROSS)
    listed = list(about)
    said = [f for f in listed if f.check.startswith(code)]
    across = [f for f in listed if f.check.startswith(_ACROSS) and _apart(f, facing.claim, facing)]
    first = said if standing is not Standing.SUPPORTED else []
    missing = [f for f in listed if f.check == _CODES[Standing.IN_NO_SOURCE] and standing is not Standing.SUPPORTED]
    return next((f for told in (first, across, missing) for f in sorted(told, key=_gravest)), None)


def _apart(finding: Finding, claim: Claim, facing: Facing) -> bool:
    """Whether the finding has the claim on one side and on another a source's that differs from it."""
    other = {w.claim.id for w in (*facing.opposed, *facing.later)}
    home = [side for side in finding.sides if claim in side]
    return any(c.id in other for side in finding.sides if side not in home for c in side)


def _gravest(finding: Finding) -> tuple[int, str, str]:
    return (-finding.severity.rank, finding.check, finding.id)


def _severity(standing: Standing, finding: Finding | None, silent: frozenset[str]) -> Severity | None:
    """What the figure weighs at the gate; a suppressed finding and a check that was not asked for silence it."""
    if standing is Standing.SUPPORTED or (finding is not None and finding.suppressed is not None):
        return None
    if standing in (Standing.STALE, Standing.QUALIFIER_LOST) and _CODES[standing] not in silent:
        return Severity.WARNING if finding is None else finding.severity
    return finding.severity if finding is not None else None
