"""A hedged figure told as a plain one.

## What it does
Notes a bare figure where at least as many independent sources print the same number with a hedge or a bound: "nearly 44
million" told as "44 million".

## Why it matters
Each re-telling that drops a "nearly" makes the figure firmer than its source.

## Example
> Agents seized nearly 44 million pills, the agency said.
>
> The haul came to 44 million pills.

## Near miss
> Agents seized nearly 44 million pills, the agency said.
>
> The haul came to 43.9 million pills.

43.9 million is not the hedged number without its hedge: nothing is reported. Nor is it of "one" and "two".

## How to fix it
Put the hedge back.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC302 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC302` for one run, or `checks: {CC302: off}` in rules.yaml.
"""

from collections.abc import Iterator

from claimcheck.checks.base import CheckInfo, Context, Family, Observation
from claimcheck.checks.wording import quoted
from claimcheck.compare.facets import incomparable
from claimcheck.compare.intervals import read
from claimcheck.compare.pair import pair_of
from claimcheck.model.claim import Claim, by_content
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Group, Severity, Verdict
from claimcheck.model.policy import Policy
from claimcheck.model.quantity import Qualifier

INFO = CheckInfo(code="CC302", name="qualifier lost", severity=Severity.NOTE, family=Family.EDITORIAL)
_RETOLD = frozenset({Verdict.CONVERTED, Verdict.ROUNDED})
_ROUND_DIGITS = 3
_FEW = 3
"""Below it numbers are words of any text ("everyone who bought one"), and no hedge was lost."""
_HEDGES = frozenset(Qualifier) - {Qualifier.EXACT, Qualifier.BETWEEN, Qualifier.ORDER}


def find(context: Context) -> Iterator[Observation]:
    """One observation for each bare number of a group that others hedge."""
    for group in context.groups:
        origin_of = group.cluster.origins()
        for bare, hedged in _told_bare(group, context.policy):
            bare_origins = {origin_of[claim.id] for claim in bare}
            if len({origin_of[claim.id] for claim in hedged} - bare_origins) >= len(bare_origins):
                yield _observation(group, bare, hedged)


def _told_bare(group: Group, policy: Policy) -> Iterator[tuple[tuple[Claim, ...], tuple[Claim, ...]]]:
    seen: set[object] = set()
    for claim in group.cluster.claims:
        number = (claim.quantity.value, claim.quantity.unit.id)
        if not _round(claim) or number in seen:
            continue
        seen.add(number)
        alike = [c for c in group.cluster.claims if (c.quantity.value, c.quantity.unit.id) == number]
        alike = [c for c in alike if c is claim or incomparable(pair_of(claim, c, policy)) is None]
        bare = tuple(c for c in alike if c.quantity.qualifier is Qualifier.EXACT)
        hedged = tuple(c for c in alike if c.quantity.qualifier in _HEDGES)
        both = {c.article for c in bare} & {c.article for c in hedged}
        if hedged and not both and not _rounding_of_another(claim, group):
            yield bare, hedged


def _round(claim: Claim) -> bool:
    """A bare number that a hedge suits: "44 million", not "16.55", nor "one"."""
    value = claim.quantity.value
    bare = claim.quantity.qualifier is Qualifier.EXACT and value is not None
    return bare and value is not None and abs(value) >= _FEW and len(significant_digits(value)) <= _ROUND_DIGITS


def _rounding_of_another(bare: Claim, group: Group) -> bool:
    """Whether the bare number is a finer figure's rounding: "16 kilograms" beside "over 16" and "16.55 kilograms"."""
    by_id = {claim.id: claim for claim in group.cluster.claims}
    for comparison in group.comparisons:
        if bare.id in (comparison.a, comparison.b) and comparison.verdict in _RETOLD:
            other = by_id[comparison.b if comparison.a == bare.id else comparison.a]
            if other.quantity.qualifier is Qualifier.EXACT and read(other).step < read(bare).step:
                return True
    return False


def _observation(group: Group, bare: tuple[Claim, ...], hedged: tuple[Claim, ...]) -> Observation:
    firm, soft = (min(side, key=by_content) for side in (bare, hedged))
    return Observation(
        operation=group.cluster.operation,
        metric=group.cluster.metric,
        message=f"{quoted(firm)} is told elsewhere as {quoted(soft)}",
        sides=(hedged, bare),
        suspect=firm if len(bare) == 1 else None,
        suggestion=f"should read {quoted(soft)}",
    )
