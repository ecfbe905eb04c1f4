"""The exit status: decided here once, whatever the format."""

from collections.abc import Iterable
from enum import IntEnum, StrEnum

from claimcheck.model.finding import Finding, Severity
from claimcheck.model.review import DraftReview


class ExitStatus(IntEnum):
    """What a run's exit code says; docs/exit-codes.md."""

    CLEAN = 0
    """Checked, and nothing at or over the gate."""
    FINDINGS = 1
    """Checked, and at least one finding at or over the gate."""
    COULD_NOT_CHECK = 2
    """Bad usage, bad rules, an unreadable article, a result that could not be written."""


class FailOn(StrEnum):
    """The gate: the least severity that makes a run fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


def status(findings: Iterable[Finding], fail_on: FailOn, drafts: Iterable[DraftReview] = ()) -> ExitStatus:
    """FINDINGS when an unsuppressed finding, or a figure of a draft, is as grave as `fail_on` or graver."""
    if fail_on is FailOn.NEVER:
        return ExitStatus.CLEAN
    gate = Severity(fail_on.value).rank
    grave = [finding.severity for finding in findings if finding.suppressed is None]
    grave += [f.severity for draft in drafts for f in draft.figures if f.severity is not None]
    return ExitStatus.FINDINGS if any(severity.rank >= gate for severity in grave) else ExitStatus.CLEAN
