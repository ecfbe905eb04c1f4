"""Two named claimants give figures that cannot both be true.

## What it does
Reports, as a warning that names both, figures that articles give in the name of different claimants: police and
organisers, army and rebels, company and union.

## Why it matters
The articles are not wrong; the claimants disagree, and a text that prints only one of the figures takes a side without
saying so.

## Example
> Organisers put the crowd at three million.
>
> Police counted 110,000 people.

## Near miss
> Police counted between 110,000 and 150,000 people.
>
> Police counted 110,000 people.

One claimant, and the figures agree: nothing is reported.

## How to fix it
Print both figures with their claimants, or say why one is preferred.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC110 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC110` for one run, or `checks: {CC110: off}` in rules.yaml.
"""

from decimal import Decimal

from claimcheck.checks.base import Cause, CheckInfo, Context, Family
from claimcheck.checks.versus import disputed_share
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Disagreement, Severity

INFO = CheckInfo(code="CC110", name="disputed", severity=Severity.WARNING, family=Family.ACROSS)
_HALF = Decimal("0.5")


def fit(disagreement: Disagreement, context: Context) -> Cause | None:  # noqa: ARG001 the shape of every cause
    """Fits when named claimants speak in at least half of the opposed pairs."""
    share = disputed_share(disagreement)
    if share < _HALF:
        return None
    names = [_claimants(side) for side in disagreement.sides]
    told = " against ".join(" and ".join(labels) for labels in names if labels)
    return Cause(score=Decimal(1), words=f"a dispute, {told}")


def _claimants(side: tuple[Claim, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.attribution.label for claim in side if claim.attribution is not None))
