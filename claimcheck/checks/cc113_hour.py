"""Two hours for one deed.

## What it does
Reads the hours at which an event began, a craft took off, landed or was lost, somebody died ("the quake struck at 4:30
p.m.", "it took off at 10.52am local time") and holds those of one event against each other: hours of the place, and
hours with a zone (GMT, EST, PDT), as rough as they are told. An article that gives the deed several hours, or another
day of the week, says nothing, and 7:33 is not held against 10:33, which may be the hour of another zone.

## Why it matters
Hours of an accident or an attack are retyped, rounded and carried over time zones, and readers who were there notice.

## Example
> The earthquake struck at 4:10 p.m. Sunday, northeast of the town.

Two other articles have it strike at 4:30 p.m.

## Near miss
> The plane took off at 10:52 a.m. and crashed at 10:55 a.m., in a river.

One took off, one crashed; "at around 11 a.m." in another article would be 10:55 as well.

## How to fix it
Ask the agency that keeps the log; where both are meant (first call, first shot), say which one it is.

## How to suppress it
One finding: `<!-- claimcheck: ignore CC113 reason -->` beside the hour, or `claimcheck baseline write`. The check:
`--ignore CC113` for one run, or `checks: {CC113: off}` in rules.yaml.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claimcheck.checks.base import CheckInfo, Context, Family, Observation
from claimcheck.checks.hours import Hour, hours
from claimcheck.checks.messages import told_by
from claimcheck.checks.moments import as_claim, event_of, main_event
from claimcheck.model.finding import Severity
from claimcheck.model.text import ArticleId

INFO = CheckInfo(code="CC113", name="hour of a deed", severity=Severity.WARNING, family=Family.ACROSS)

Deed = tuple[str, str, str]
"""The event, what happened, and the zone in which the hour is told."""


def find(context: Context) -> Iterator[Observation]:
    """One observation for each hour that another article's of the same deed contradicts."""
    told: defaultdict[Deed, defaultdict[ArticleId, list[Hour]]] = defaultdict(lambda: defaultdict(list))
    for name in sorted(context.claims):
        main = main_event(context.articles[name], context)
        for hour in hours(context.articles[name], context.policy.wording):
            event = event_of(hour.article, hour.span, context, main)
            told[str(event.id), hour.deed, hour.zone][name].append(hour)
    for by_article in told.values():
        single = [own[0] for own in by_article.values() if all(own[0].fits(other) for other in own)]
        close = [one for one in single if not one.is_loose]
        yield from _contradictions(close if len(close) > 1 else single, context)


def _contradictions(told: Sequence[Hour], context: Context) -> Iterator[Observation]:
    """Each hour that contradicts the one that most articles have, the first of those that as many have."""
    best = max(told, key=lambda one: sum(one.fits(other) for other in told), default=None)
    if best is None:
        return
    backers = [one for one in told if one.fits(best)]
    for one in told:
        if all(one.contradicts(other) for other in backers) and not any(one.on_another_day(b) for b in backers):
            yield _observation(one, backers, context)


def _observation(odd: Hour, others: Sequence[Hour], context: Context) -> Observation:
    noun = f"hour of the {odd.deed}"
    own, *rest = (as_claim(noun, one.printed, (one.span, one.number), one.article, context) for one in (odd, *others))
    claims = tuple(rest)
    settled = len(others) > 1
    said = told_by(claims[0], claims, context.articles)
    return Observation(
        operation=own.operation.name,
        metric=own.metric.name,
        message=f"{told_by(own, (own,), context.articles)}, but {said}",
        sides=(claims, (own,)),
        suspect=own if settled else None,
        suggestion=f"see whether {said} is the same moment" if settled else "ask which of the two hours is right",
    )
