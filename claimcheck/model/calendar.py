"""The words of dates and times that a language reads by, frozen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Words that turn numbers into dates and times. `shy_months` are months only with a capital ("march", "may").
    `clock_heads` before a time with seconds, and `local` behind one, tell an hour of the day; behind one of
    `timed_heads` they tell a time that was taken ("stopped the clock at 2:01:39"). `period_ends` between a time and a
    month say that accounts are of that time ("the nine months ended Dec. 31"), with `period_relatives` before them and
    `period_joints` behind.
    """

    months: frozenset[str]
    shy_months: frozenset[str]
    meridiems: frozenset[str]
    zones: frozenset[str]
    year_cues: frozenset[str]
    eras: frozenset[str]
    day_articles: frozenset[str]
    period_ends: frozenset[str]
    period_relatives: frozenset[str]
    period_joints: frozenset[str]
    date_heads: frozenset[str]
    counted_before: frozenset[str]
    datable: frozenset[str]
    year_starts: frozenset[str]
    clock_tails: frozenset[str]
    zone_tails: frozenset[str]
    clock_links: frozenset[str]
    clock_heads: frozenset[str]
    timed_heads: frozenset[str]
    local: frozenset[str]
    decade_heads: frozenset[str]
