"""The words of dates and times that a language reads by, frozen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Words that turn numbers into dates and times. `shy_months` are months only with a capital ("march", "may")."""

    months: frozenset[str]
    shy_months: frozenset[str]
    meridiems: frozenset[str]
    zones: frozenset[str]
    year_cues: frozenset[str]
    eras: frozenset[str]
    day_articles: frozenset[str]
    date_heads: frozenset[str]
    counted_before: frozenset[str]
    datable: frozenset[str]
    year_starts: frozenset[str]
    clock_tails: frozenset[str]
    zone_tails: frozenset[str]
    clock_links: frozenset[str]
    decade_heads: frozenset[str]
