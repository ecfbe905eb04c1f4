"""How grave each finding is, and which are left out: the checks' own word, then the newsroom's, then the command's."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from claimcheck.model.finding import Finding, Severity
from claimcheck.model.rules import Rules

OFF_BY_DEFAULT = frozenset({"CC301"})
"""Checks that speak only when selected or given a severity: most figures of most days have one source."""


def apply(
    findings: Iterable[Finding],
    rules: Rules,
    *,
    select: frozenset[str] = frozenset(),
    ignore: frozenset[str] = frozenset(),
    off_by_default: frozenset[str] = OFF_BY_DEFAULT,
) -> tuple[Finding, ...]:
    """The findings that count, in report order, each with the severity that holds.

    `select` and `ignore` hold codes or their beginnings ("CC1" is every check across articles). With `select` only
    those checks count, off by default or not; `ignore` is stronger than `select`. A severity that rules.yaml gives to a
    check replaces the check's own; one that it gives to a metric replaces both; a check that is off there counts only
    when selected by its whole code.
    """
    by_metric = {rule.name: rule.severity for rule in rules.metrics if rule.severity is not None}
    kept = (
        replace(finding, severity=_severity(finding, rules.severities, by_metric))
        for finding in findings
        if _counts(finding.check, rules.severities, select, ignore, off_by_default)
    )
    return tuple(sorted(kept, key=report_order))


def report_order(finding: Finding) -> tuple[int, str, str, int, str]:
    """Gravest first, then check, then the first claim's place, then fingerprint."""
    first = finding.claims[0] if finding.claims else None
    spot = (finding.at.path, finding.at.line) if finding.at is not None else ("", 0)
    place = (first.article, first.span.start) if first is not None else spot
    return (-finding.severity.rank, finding.check, *place, finding.id)


def matches(code: str, chosen: frozenset[str]) -> bool:
    """Whether `code` is one of `chosen` or starts with one."""
    return any(code.startswith(prefix) for prefix in chosen)


def asked_for(code: str, rules: Rules, *, select: frozenset[str], ignore: frozenset[str]) -> bool:
    """Whether findings of the check count in this run, by options and rules."""
    return _counts(code, rules.severities, select, ignore, OFF_BY_DEFAULT)


def _counts(
    code: str,
    severities: Mapping[str, Severity | None],
    select: frozenset[str],
    ignore: frozenset[str],
    off_by_default: frozenset[str],
) -> bool:
    if matches(code, ignore):
        return False
    if code in select:
        return True
    if code in severities and severities[code] is None:
        return False
    if select:
        return matches(code, select)
    return code in severities or code not in off_by_default


def _severity(
    finding: Finding, by_check: Mapping[str, Severity | None], by_metric: Mapping[str, Severity | None]
) -> Severity:
    return by_metric.get(finding.metric) or by_check.get(finding.check) or finding.severity
