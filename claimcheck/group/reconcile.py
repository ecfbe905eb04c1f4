"""Circumstances that only some claims of a cluster give are told in other words by the rest."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claimcheck.model.claim import Claim, Evidence, Facet


def reconciled(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims of one cluster under the circumstances that most of them have. A scope or period that only some give, for
    a figure that agrees with the others', is told in other words by these: it is no reason not to compare.
    """
    usual_scope = usual([c.scope for c in claims])
    usual_period = usual([c.period for c in claims])
    return tuple(
        c
        if c.scope == usual_scope and c.period == usual_period
        else replace(c, scope=usual_scope, period=usual_period, evidence=(*c.evidence, *_passed_over(c)))
        for c in claims
    )


def usual(facets: Sequence[Facet | None]) -> Facet | None:
    """The circumstance that most have, None when most have none."""
    counts = Counter(f.key if f is not None else None for f in facets)
    key = max(counts, key=lambda k: (counts[k], k is None, k or ""))
    return next((f for f in facets if f is not None and f.key == key), None)


def _passed_over(claim: Claim) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(what=f"{name} “{facet.label}” passed over: the figure agrees with the others'", span=facet.span)
        for name, facet in (("scope", claim.scope), ("period", claim.period))
        if facet is not None
    )
