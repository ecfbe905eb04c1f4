"""Which findings count, how grave they are, and whether they close the gate."""

from dataclasses import replace
from itertools import permutations

import pytest
from report_factory import lantern

from claimcheck.model.finding import Finding, Severity, Suppression
from claimcheck.model.rules import MetricRule, Rules
from claimcheck.triage.gate import ExitStatus, FailOn, status
from claimcheck.triage.severity import apply


def findings() -> tuple[Finding, ...]:
    error, warning = lantern().findings
    note = replace(warning, check="CC301", severity=Severity.NOTE)
    return error, warning, note


def codes(found: tuple[Finding, ...]) -> list[str]:
    return [finding.check for finding in found]


def test_uncorroborated_is_silent_unless_asked_for() -> None:
    assert codes(apply(findings(), Rules())) == ["CC102", "CC101"]
    assert codes(apply(findings(), Rules(severities={"CC301": Severity.NOTE}))) == ["CC102", "CC101", "CC301"]
    assert codes(apply(findings(), Rules(), select=frozenset({"CC301"}))) == ["CC301"]


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ({"CC1"}, set(), ["CC102", "CC101"]),
        ({"CC"}, {"CC101"}, ["CC102", "CC301"]),
        (set(), {"CC1"}, []),
        ({"CC2"}, set(), []),
    ],
)
def test_select_and_ignore_take_beginnings(select: set[str], ignore: set[str], left: list[str]) -> None:
    assert codes(apply(findings(), Rules(), select=frozenset(select), ignore=frozenset(ignore))) == left


def test_rules_set_severities_and_the_metrics_word_is_last() -> None:
    rules = Rules(severities={"CC102": Severity.NOTE, "CC101": None})
    (left,) = apply(findings(), rules)
    assert (left.check, left.severity) == ("CC102", Severity.NOTE)
    metric = MetricRule(name="assets", severity=Severity.WARNING)
    assert apply(findings(), replace(rules, metrics=(metric,)))[0].severity is Severity.WARNING


def test_order_does_not_hang_on_the_order_of_arrival() -> None:
    expected = apply(findings(), Rules(severities={"CC101": Severity.ERROR}))
    assert codes(expected) == ["CC101", "CC102"]
    for shuffled in permutations(findings()):
        assert apply(shuffled, Rules(severities={"CC101": Severity.ERROR})) == expected


@pytest.mark.parametrize(
    ("severity", "fail_on", "expected"),
    [
        (Severity.ERROR, FailOn.ERROR, ExitStatus.FINDINGS),
        (Severity.WARNING, FailOn.ERROR, ExitStatus.CLEAN),
        (Severity.WARNING, FailOn.WARNING, ExitStatus.FINDINGS),
        (Severity.NOTE, FailOn.WARNING, ExitStatus.CLEAN),
        (Severity.NOTE, FailOn.NOTE, ExitStatus.FINDINGS),
        (Severity.ERROR, FailOn.NEVER, ExitStatus.CLEAN),
    ],
)
def test_gate(severity: Severity, fail_on: FailOn, expected: ExitStatus) -> None:
    finding = replace(findings()[0], severity=severity)
    assert status([finding], fail_on) is expected
    silenced = replace(finding, suppressed=Suppression(by="baseline", reason="both stand"))
    assert status([silenced], fail_on) is ExitStatus.CLEAN


def test_nothing_found_is_clean() -> None:
    assert status([], FailOn.NOTE) is ExitStatus.CLEAN
