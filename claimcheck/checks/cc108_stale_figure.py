"""An old figure printed as the present one.

## What it does
Reports a figure of something that only grows (a toll, an area burned) that an article prints although an earlier
article already had it, and others had moved on to a higher one before that article's date. A draft can still be brought
up to date: there one source with a later figure is enough. Where two articles disagree on what only grows, a count
below that of an earlier day is probably an old one too.

## Why it matters
Background paragraphs are carried from one day's text into the next; the figure in them ages. Nothing about the number
is wrong except that it is yesterday's.

## Example
> April 26: the quake killed 1,394 people.
>
> April 28: at least 4,352 people are dead. (two papers)
>
> April 29: the quake killed 1,394 people.

## Near miss
> April 29: by Sunday evening 1,394 deaths had been counted.

A figure that names its own day is no present one: nothing is reported.

## How to fix it
Take the latest count, or say of which day the figure is.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC108 reason -->` beside the figure, or `claimcheck baseline write`. The check:
`--ignore CC108` for one run, or `checks: {CC108: off}` in rules.yaml.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claimcheck.checks.alike import Likeness, families, likeness
from claimcheck.checks.base import Cause, CheckInfo, Context, Family, Observation
from claimcheck.checks.messages import told_by
from claimcheck.checks.passages import bare, before, has_any
from claimcheck.checks.versus import by_firmness
from claimcheck.checks.weighing import Scales, scales
from claimcheck.checks.wording import retold
from claimcheck.compare.agree import representative
from claimcheck.compare.intervals import read
from claimcheck.model.claim import Aspect, Claim, MentionKind, both_claimed
from claimcheck.model.finding import Disagreement, Severity
from claimcheck.model.quantity import Dimension, Qualifier

INFO = CheckInfo(code="CC108", name="stale figure", severity=Severity.WARNING, family=Family.ACROSS)

_SCORE, _ONE_MOVED_ON, _FELL = Decimal("0.91"), Decimal("0.6"), Decimal("0.52")
_MOVED_ON = 2
_LONG_AGO = 2
_TELLING = 10


def fit(disagreement: Disagreement, context: Context) -> Cause | None:
    """A claim of any side is an earlier article's figure, and the others had a higher one by its date; less surely
    where only one other had.
    """
    weights = scales(context)
    claims = [claim for side in reversed(disagreement.sides) for claim in side if _grows(claim)]
    tried = (_overtaken(claim, _series(claim, context), context, weights, least=1) for claim in claims)
    found = [one for one in tried if one is not None]
    if not found:
        return _behind(disagreement)
    one = next((o for o in found if len(weights.origins_of(o.newer)) >= _MOVED_ON), found[0])
    surely = len(weights.origins_of(one.newer)) >= _MOVED_ON or one.claim.article in context.drafts
    return Cause(
        score=_SCORE if surely else _ONE_MOVED_ON,
        words=f"the figure of {_day(one.older)}, since overtaken",
        suggestion=f"the others say {retold(one.voice, one.claim)}",
        suspect=one.claim,
    )


def _behind(disagreement: Disagreement) -> Cause | None:
    """What only grows is told lower than it was on an earlier day: an old count, or one that was never right."""
    told = (claim for side in disagreement.sides for claim in side if _grows(claim) and bare(claim))
    counts = sorted(told, key=_day)
    for late in counts:
        behind = (c for c in counts if _day(c) < _day(late) and _below(late, c) and not both_claimed(c, late))
        early = max(behind, key=_day, default=None)
        if early is not None:
            days = f"{_day(late)}, below that of {_day(early)}"
            return Cause(score=_FELL, words=f"an old count, as it only grows and the figure is of {days}")
    return None


def _below(claim: Claim, other: Claim) -> bool:
    ours, theirs = _number(claim), _number(other)
    return ours is not None and theirs is not None and _TELLING <= ours < theirs


def find(context: Context) -> Iterator[Observation]:
    """One observation for each figure that had been overtaken when it was printed."""
    weights = scales(context)
    for series in families(context, _grows, _key):
        for claim in series:
            found = _overtaken(claim, series, context, weights)
            if found is not None:
                yield _observation(found, context)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtaken:
    """A stale claim, the earlier one that it repeats, and the higher ones that others had by then."""

    claim: Claim
    older: Claim
    newer: tuple[Claim, ...]

    @property
    def voice(self) -> Claim:
        """The latest of the higher figures."""
        return max(by_firmness(self.newer), key=_day)


def _series(claim: Claim, context: Context) -> tuple[Claim, ...]:
    """Every figure of what the claim counts, whichever day's."""
    if not _grows(claim):
        return ()
    key = _key(claim)
    return tuple(c for name in sorted(context.claims) for c in context.claims[name] if _grows(c) and _key(c) == key)


def _grows(claim: Claim) -> bool:
    grows = claim.metric.grows and not claim.metric.volatile
    return grows and claim.aspect is Aspect.LEVEL and _number(claim) is not None


def _key(claim: Claim) -> Likeness:
    return (*likeness(claim), claim.quantity.unit.dimension)


def _number(claim: Claim) -> Decimal | None:
    """The number in base units of a dated bare figure or lower bound, None for what cannot be overtaken."""
    told = claim.quantity.qualifier is Qualifier.EXACT or claim.quantity.qualifier.is_lower_bound
    proportional = claim.quantity.unit.dimension is Dimension.PROPORTION
    amount = claim.kind is MentionKind.AMOUNT and claim.quantity.per is None
    if not told or proportional or not amount or claim.as_of is None:
        return None
    return representative(read(claim))


def _overtaken(
    claim: Claim, series: tuple[Claim, ...], context: Context, weights: Scales, least: int = _MOVED_ON
) -> Overtaken | None:
    """What the claim was overtaken by, where so many origins had moved on; one is enough against a draft."""
    ours = _number(claim)
    series = tuple(other for other in series if not both_claimed(other, claim))  # whose counts overtake none
    if ours is None or ours < _TELLING or not _present(claim, context):
        return None
    higher = [c for c in series if (_number(c) or ours) > ours and not read(c).interval.meets(read(claim).interval)]
    if any(c.article == claim.article for c in higher):
        return None
    newer = tuple(c for c in higher if _day(c) < _day(claim))
    older = [c for c in series if _number(c) == ours and c.article != claim.article]
    first = min(older, key=_day, default=None)
    if first is None or not newer or not _day(first) <= min(map(_day, newer)) or _day(first) == _day(claim):
        return None
    if len(weights.origins_of(newer)) < least and claim.article not in context.drafts:
        return None
    return Overtaken(claim=claim, older=first, newer=newer)


def _present(claim: Claim, context: Context) -> bool:
    """Whether the article tells the figure as the present one."""
    return not has_any(before(claim), context.policy.wording.past_cues)


def _observation(found: Overtaken, context: Context) -> Observation:
    claim, first = found.claim, min(map(_day, found.newer))
    ours, theirs = (told_by(c, side, context.articles) for c, side in ((claim, (claim,)), (found.voice, found.newer)))
    return Observation(
        operation=claim.operation.name,
        metric=claim.metric.name,
        message=f"{ours}, {_day(claim)}, is the figure of {_day(found.older)}; from {first} others had more, {theirs}",
        sides=(found.newer, (claim,)),
        suspect=claim,
        suggestion=f"the others say {retold(found.voice, claim)}",
        severity=None if (_day(claim) - first).days >= _LONG_AGO or claim.article in context.drafts else Severity.NOTE,
    )


def _day(claim: Claim) -> date:
    """The figure's day; only asked of claims that have one."""
    return claim.as_of or date.min
