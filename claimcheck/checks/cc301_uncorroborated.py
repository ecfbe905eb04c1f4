"""A figure that only one independent source gives.

## What it does
Notes figures for which no other independent article was found. Off unless it is selected, or a draft is reviewed.

## Why it matters
A figure with one source may be right; nothing at hand says so. Copies of one wire story are one source.

## Example
> Agents also took nearly $1,700 in other assets.

No other article gives the assets.

## Near miss
> The sweep led to 617 arrests.

Another outlet says "more than 600": the figure is not alone.

## How to fix it
Add a second source to the folder, or attribute the figure in the text.

## How to suppress it
`<!-- claimcheck: ignore CC301 reason -->` beside the figure, or leave CC301 unselected.
"""

from collections.abc import Iterator

from claimcheck.checks.base import CheckInfo, Context, Family, Observation
from claimcheck.checks.wording import quoted, source_name
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Group, Severity, Verdict

INFO = CheckInfo(
    code="CC301", name="uncorroborated figure", severity=Severity.NOTE, family=Family.EDITORIAL, default=False
)


def find(context: Context) -> Iterator[Observation]:
    """One observation for each group with one origin; with drafts, only for their figures."""
    for group in context.groups:
        claims = _asked_for(group, context)
        if group.verdict is Verdict.UNCORROBORATED and claims:
            article = context.articles.get(claims[0].article)
            where = "one article" if article is None else source_name(article)
            yield Observation(
                operation=group.cluster.operation,
                metric=group.cluster.metric,
                message=f"{quoted(claims[0])} stands in {where} alone",
                sides=(claims,),
            )


def _asked_for(group: Group, context: Context) -> tuple[Claim, ...]:
    if not context.drafts:
        return group.cluster.claims
    return tuple(claim for claim in group.cluster.claims if claim.article in context.drafts)
