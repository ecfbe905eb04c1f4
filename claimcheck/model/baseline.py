"""Accepted findings: what a newsroom looked at, decided to live with, and wrote down."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claimcheck.model.text import Ignore, Spot

ABOUT_DECISIONS = "CC4"
"""How the codes of checks begin that are about decisions themselves."""


def acceptable(code: str) -> bool:
    """Whether findings of this check can be accepted or ignored: those about decisions cannot."""
    return not code.startswith(ABOUT_DECISIONS)


class BaselineState(StrEnum):
    """How a finding stands to the baseline, in SARIF's words: not in it, in it, or in it and no longer found."""

    NEW = "new"
    UNCHANGED = "unchanged"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """One entry of a baseline. `id` is the finding's fingerprint; `check`, `operation`, `metric` and `message` say what
    it was, for people. `reason` says why it may stand, `owner` who answers for it, `expires` the last day on which it
    holds (None: for good).

    `articles` are the paths of its articles, `sides` the imprints of the passages of each side (both empty in an entry
    that was written by hand). `at` is the entry's own place, None for one that is not yet in a file.
    """

    id: str
    check: str
    operation: str
    metric: str
    message: str
    reason: str
    owner: str | None = None
    expires: date | None = None
    articles: tuple[str, ...] = ()
    sides: tuple[tuple[str, ...], ...] = ()
    at: Spot | None = None

    def holds_on(self, today: date | None) -> bool:
        """Whether it still suppresses on that day (None: a run that does not ask for the day)."""
        return today is None or self.expires is None or today <= self.expires


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What is handed to a run besides the articles: the baseline's entries, the day, and what is of interest.

    `baseline` is the path of the entries' file, None when no baseline is in use. `unread` are ids of entries about
    articles that exist and are not in this run: whether these are still found cannot be said. `changed` are the paths
    whose findings are asked for, None for all.
    """

    accepted: tuple[Accepted, ...] = ()
    baseline: str | None = None
    today: date | None = None
    unread: frozenset[str] = frozenset()
    changed: frozenset[str] | None = None


NO_DECISIONS = Decisions()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lapsed:
    """Decisions that do nothing any more: entries that have expired while their finding is still there, entries that
    nothing was found for, and comments that silence nothing.
    """

    expired: tuple[Accepted, ...] = ()
    unmatched: tuple[Accepted, ...] = ()
    stale: tuple[Ignore, ...] = ()
