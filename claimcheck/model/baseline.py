"""Accepted findings: what a newsroom looked at, decided to live with, and wrote down."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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
    """

    id: str
    check: str
    operation: str
    metric: str
    message: str
    reason: str
    owner: str | None = None
    expires: date | None = None
