"""A figure of a draft that no source has.

## What it does
With `--draft`: warns of a figure of the draft for which no source has a comparable one, or only older ones, or only
sources that tell the draft's own text. A number of one significant digit ("three", 500) is a note, and so is one that
agrees with a source's figure in like words, hedge included: the two could only not be tied to each other. Where a
source has the number with another scale or unit, or with digits swapped or changed, the hint names it, and where it is
told in the same words the figure counts as contradicted, or as one that lost its hedge.

## Why it matters
Nothing at hand says where the figure comes from. It may be the reporter's own, and then wants a source in the text; or
it may have slipped so far that its counterpart is no longer known by its words.

## Example
> The sweep led to 617 arrests and 38 injuries.

The sources have the arrests; none has the injuries.

## Near miss
> The sweep led to more than 600 arrests.

A source says 617: the figure is supported.

## How to fix it
Add the article that the figure comes from to the sources, attribute it in the text, or take it out.

## How to suppress it
`<!-- claimcheck: ignore CC304 reason -->` beside the figure, or `CC304: off` under `checks` in rules.yaml.
"""

from collections.abc import Iterator

from claimcheck.checks.base import CheckInfo, Context, Family, Observation
from claimcheck.checks.wording import quoted, source_name
from claimcheck.compare.facing import facings
from claimcheck.compare.nearby import Nearby, nearby
from claimcheck.model.claim import Claim
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Severity
from claimcheck.model.quantity import Qualifier
from claimcheck.model.review import Facing

INFO = CheckInfo(
    code="CC304", name="not in any source", severity=Severity.WARNING, family=Family.EDITORIAL, drafts_only=True
)
_TELLING = 2


def find(context: Context) -> Iterator[Observation]:
    """One observation for each figure of a draft that no source speaks of."""
    if not context.drafts:
        return
    sources = [c for article, own in context.claims.items() if article not in context.drafts for c in own]
    home = {claim.id: group for group in context.groups for claim in group.cluster.claims}
    for claim_id, facing in facings(context.groups, context.drafts, context.articles).items():
        if not facing.spoken_of:
            cluster = home[claim_id].cluster
            near = Nearby() if facing.earlier or facing.copies else nearby(facing.claim, sources, context.policy)
            yield Observation(
                operation=cluster.operation,
                metric=cluster.metric,
                message=f"{quoted(facing.claim)} is in no source{_but(facing, context)}",
                sides=((facing.claim,),),
                suggestion=_hint(near, context),
                severity=_severity(facing.claim, near),
            )


def _severity(claim: Claim, near: Nearby) -> Severity:
    if near.hedged and claim.quantity.qualifier is Qualifier.EXACT:
        return Severity.WARNING
    return Severity.WARNING if _telling(claim) and near.agrees is None else Severity.NOTE


def _hint(near: Nearby, context: Context) -> str | None:
    found = near.agrees or near.slipped
    if found is None:
        return None
    verb = "may stand for" if near.agrees is not None else "may be a slip of"
    return f"{verb} {quoted(found)}, {found.metric.name}, in {_name(found, context)}"


def _but(facing: Facing, context: Context) -> str:
    if facing.earlier:
        latest = max((w.claim for w in facing.earlier), key=lambda c: (str(c.as_of or ""), c.id))
        day = f" of {latest.as_of}" if latest.as_of else ""
        return f"; they have only older values, {quoted(latest)}{day} in {_name(latest, context)}"
    if facing.copies:
        return f" but {_name(facing.copies[0].claim, context)}, which tells the draft's own text"
    return ""


def _name(claim: Claim, context: Context) -> str:
    article = context.articles.get(claim.article)
    return claim.article if article is None else source_name(article)


def _telling(claim: Claim) -> bool:
    """Two significant digits and up; a range counts by its ends."""
    quantity = claim.quantity
    ends = (quantity.value,) if quantity.value is not None else (quantity.interval.low, quantity.interval.high)
    return any(end is not None and len(significant_digits(end)) >= _TELLING for end in ends)
