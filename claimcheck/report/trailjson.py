"""The trail of a finding, and the pairs that were not compared, as plain values for the JSON document."""

from decimal import Decimal

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Copy, Decision, Explanation, Finding, Support, Tie
from claimcheck.model.report import Report
from claimcheck.report.jsontext import Json
from claimcheck.report.plain import label


def trail(finding: Finding) -> dict[str, Json]:
    """How the finding came about; docs/json-schema.md says what each field means."""
    told = finding.trail
    return {
        "ties": [_tie(tie) for tie in told.ties],
        "facets": [_facets(claim) for claim in finding.claims],
        "comparisons": [_decision(decision) for decision in told.decisions],
        "left_out": told.left_out,
        "causes": [_cause(cause) for cause in told.causes],
        "sides": [_support(support) for support in told.supports],
        "suspect": told.suspect,
        "doubts": list(told.doubts),
        "severity": list(told.severity),
        "copies": [_copy(copy) for copy in told.copies],
        "steps": list(told.steps),
    }


def apart(report: Report) -> list[Json]:
    """The pairs that were not compared."""
    return [{"a": pair.a, "b": pair.b, "why": pair.why} for pair in report.not_compared()]


def _tie(tie: Tie) -> dict[str, Json]:
    reasons: list[Json] = [{"says": reason.says, "weight": _weight(reason.weight)} for reason in tie.reasons]
    return {"a": tie.a, "b": tie.b, "score": _weight(tie.score), "reasons": reasons}


def _weight(value: float) -> Decimal:
    return Decimal(f"{value:.2f}")


def _facets(claim: Claim) -> dict[str, Json]:
    """The circumstances under which the claim was compared: those of its group, where its own were passed over."""
    return {
        "claim": claim.id,
        "scope": label(claim.scope),
        "period": label(claim.period),
        "status": claim.status.value,
        "aspect": claim.aspect.value,
        "attribution": label(claim.attribution),
        "as_of": claim.as_of.isoformat() if claim.as_of else None,
        "evidence": [evidence.what for evidence in claim.evidence],
    }


def _decision(decision: Decision) -> dict[str, Json]:
    pair = decision.comparison
    rungs: list[Json] = [
        {"verdict": refusal.verdict.value, "fails": refusal.fails, "unless": list(refusal.unless)}
        for refusal in decision.refusals
    ]
    found: dict[str, Json] = {"a": pair.a, "b": pair.b, "verdict": pair.verdict.value, "why": pair.why}
    return {**found, "pairs": decision.pairs, "rungs": rungs}


def _cause(cause: Explanation) -> dict[str, Json]:
    return {"check": cause.check, "name": cause.name, "fit": cause.fit, "words": cause.words}


def _support(support: Support) -> dict[str, Json]:
    return {
        "claims": list(support.claims),
        "origins": list(support.origins),
        "weight": support.weight,
        "primary": support.primary,
    }


def _copy(copy: Copy) -> dict[str, Json]:
    return {
        "copy": copy.copy,
        "original": copy.original,
        "alike": copy.alike,
        "one_origin": copy.one_origin,
        "directed": copy.directed,
    }
