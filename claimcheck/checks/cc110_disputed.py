"""Two named claimants give figures that cannot both be true.

## What it does
Reports, as a warning that names both, figures that articles give in the name of different claimants: police and
organisers, army and rebels, company and union. An article that sets the two side by side is reported too: whatever else
is printed of that figure has to choose between them.

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

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.checks.base import Cause, CheckInfo, Context, Family, Observation
from claimcheck.checks.versus import by_firmness, disputed_share, opposed_within
from claimcheck.checks.wording import quoted
from claimcheck.compare.agree import representative
from claimcheck.compare.intervals import ratio, read
from claimcheck.compare.told import of_a_whole
from claimcheck.model.claim import Claim, by_content
from claimcheck.model.finding import Disagreement, Severity, Verdict

INFO = CheckInfo(code="CC110", name="disputed", severity=Severity.WARNING, family=Family.ACROSS)
_HALF = Decimal("0.5")


def fit(disagreement: Disagreement, context: Context) -> Cause | None:  # noqa: ARG001 the shape of every cause
    """Fits when named claimants speak in at least half of the opposed pairs."""
    share = disputed_share(disagreement)
    if share < _HALF:
        return None
    names = [_claimants(side) for side in disagreement.sides]
    told = " against ".join(" and ".join(labels) for labels in names if labels)
    return Cause(score=Decimal(1), words=f"a dispute, {told}", suggestion=_both(disagreement))


def _both(disagreement: Disagreement) -> str:
    """Every figure with its claimant; one that nobody is named for stands alone."""
    voices = (min(by_firmness(side), key=lambda claim: claim.attribution is None) for side in disagreement.sides)
    told = (f"{quoted(claim)}{''.join(f' ({name})' for name in _claimants((claim,)))}" for claim in voices)
    return f"print all figures with their claimants: {', '.join(told)}"


def find(context: Context) -> Iterator[Observation]:
    """One observation for each two claimants whose figures one article sets side by side.

    What is told as a part of one whole is no word against another part's: "Florida counts 14 of the patients".
    """
    for a, b, verdict in opposed_within(context):
        parts = of_a_whole(a) or of_a_whole(b)
        if verdict is Verdict.DISPUTED and not parts and _of_one_size(a, b, context):
            names = " against ".join((*_claimants((a,)), *_claimants((b,))))
            yield Observation(
                operation=a.operation.name,
                metric=a.metric.name,
                message=f"{quoted(a)} and {quoted(b)} in one article, a dispute, {names}",
                sides=((a,), (b,)),
            )


def _of_one_size(a: Claim, b: Claim, context: Context) -> bool:
    """Whether the figures can be of one thing at all: no claimants are a hundred times apart."""
    x, y = representative(read(a)), representative(read(b))
    times = None if x is None or y is None else ratio(x, y)
    return times is not None and times < context.policy.disputed_ratio


def _claimants(side: tuple[Claim, ...]) -> tuple[str, ...]:
    told = (claim.attribution for claim in sorted(side, key=by_content))
    return tuple(dict.fromkeys(who.label for who in told if who is not None))
