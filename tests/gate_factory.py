"""A report with everything that a gate's formats have to tell: every severity, what was accepted, what is gone, and
words that are hostile to each format.
"""

from dataclasses import replace
from datetime import date

from report_factory import article, claim, finding, group, lantern, report

from claimcheck.model.baseline import Accepted, BaselineState
from claimcheck.model.finding import Severity, Suppression, Verdict
from claimcheck.model.report import Report
from claimcheck.protocols import CheckNote

HOSTILE = """---
title: =HYPERLINK("x") & </script> ]]>
source: '@desk, #12'
date: 2024-03-04
---
\U0001f415 Naïve:: 50% of “dogs” were <b>12</b> | `13` [dogs](x) {0} \\ ##[error] -3 cats, 7 vans.
"""
CHECKS = (
    CheckNote(
        code="CC101",
        name="name of CC101",
        severity=Severity.ERROR,
        page="Two figures.\n\n## What it does\nReports two figures\nof one thing.\n\n## How to fix it\nAsk.",
    ),
    CheckNote(code="CC102", name="other metric's figure", severity=Severity.WARNING, page="A slip."),
    CheckNote(code="CC302", name="name of CC302", severity=Severity.NOTE, page="A hedge."),
)
GONE = Accepted(
    id="CC104-0123456789ab",
    check="CC104",
    operation="Operation Lantern",
    metric="heroin",
    message="heroin: 55 kilograms here, 16.55 elsewhere",
    reason="corrected on Tuesday",
    owner="night desk",
)


def gate() -> Report:
    """An error, a warning and a note that are new; one finding in the baseline, one silenced in its article, one that
    the baseline holds in vain.
    """
    base = lantern()
    page = article(
        "news/ünïcode & co.md",
        HOSTILE,
        title='=HYPERLINK("x") & </script> ]]>',
        source="@desk, #12",
        day=date(2024, 3, 4),
    )
    dogs = [base.groups[3].cluster.claims[0], claim(page, "12", "12", "dogs", nth=1)]
    cats = [claim(page, "-3", "-3", "cats")]
    vans = [claim(page, "7 vans", "7", "=cmd|' /C calc'!A0")]
    error, warning = (replace(found, state=BaselineState.NEW) for found in base.findings)
    note = finding(
        "CC302", Severity.NOTE, "cats: 50% sure,\nnot :: more", [cats], suspect=cats[0], suggestion='should read "3"'
    )
    accepted = finding(
        "CC101",
        Severity.ERROR,
        "dogs: 12 here, 7 elsewhere",
        [dogs[:1], dogs[1:]],
        suppressed=Suppression(by="baseline", reason="two kennels, see the desk's note"),
    )
    inline = finding(
        "CC102",
        Severity.WARNING,
        "vans: a slip",
        [vans],
        suspect=vans[0],
        suppressed=Suppression(by="inline", reason="the agency's own count"),
    )
    groups = (*base.groups[:3], group(dogs, Verdict.CONFLICT), group(cats, Verdict.UNCORROBORATED))
    whole = report(
        [*base.articles, page],
        [*groups, group(vans, Verdict.UNCORROBORATED)],
        [
            error,
            replace(accepted, state=BaselineState.UNCHANGED),
            warning,
            replace(inline, state=BaselineState.NEW),
            replace(note, state=BaselineState.NEW),
        ],
        base.skipped,
    )
    return replace(whole, notices=("a notice [of] the run",), absent=(GONE,))


def many(errors: int, warnings: int = 0, notes: int = 0) -> Report:
    """A report with so many findings of each severity, all about one claim."""
    base = lantern()
    claims = base.groups[0].cluster.claims
    counts = {Severity.ERROR: errors, Severity.WARNING: warnings, Severity.NOTE: notes}
    findings = tuple(
        finding("CC101", severity, f"{severity.value} {number}", [claims[:1], claims[2:]])
        for severity, count in counts.items()
        for number in range(count)
    )
    return replace(base, findings=findings)
