"""A draft's review built by hand, for tests of formats that must not depend on what the stages find."""

from dataclasses import replace
from datetime import date
from typing import Any

from report_factory import AGENCY, DAILY_A, USD, article, claim, finding, group, report

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Severity, Verdict
from claimcheck.model.report import Report
from claimcheck.model.review import DraftReview, Figure, How, Standing, Witness
from claimcheck.review.receipt import receipt

DRAFT = """---
title: 42 held in Operation Lantern
date: 2024-03-03
---
In all 39 arrests were made, the police said, and $1,700 in assets was taken. The toll was 7 injured.
They had nearly 50 cars and 38 [bold]horses[/bold].
"""
COPY = "Officers had 38 horses. They had nearly 50 cars."


def witness(one: Claim, verdict: Verdict, why: str, how: How | None = None) -> Witness:
    return Witness(claim=one, verdict=verdict, why=why, how=how)


def lantern_draft() -> Report:
    """A draft with a figure of every standing, a copy among the sources, and a finding beside the figures."""
    draft = article("draft.md", DRAFT, title="42 held in Operation Lantern", day=date(2024, 3, 3))
    agency = article("news/agency.md", AGENCY, source="Agency", day=date(2024, 3, 1))
    daily = article("news/daily-a.md", DAILY_A, source="Daily A", day=date(2024, 3, 2))
    copy = article("news/copy.md", COPY)
    held, arrests = claim(draft, "42", "42", "arrests"), claim(draft, "39", "39", "arrests")
    told = [claim(agency, "42", "42", "arrests"), claim(daily, "42", "42", "arrests")]
    assets, whole = (
        claim(draft, "$1,700", "1700", "assets", unit=USD),
        claim(agency, "$1,697,313", "1697313", "assets", unit=USD),
    )
    hedged = claim(daily, "nearly* $1,700", "1700", "assets", unit=USD)
    injured, cars, horses = (claim(draft, text, text, name) for text, name in _LONE)
    herd = claim(copy, "38", "38", "horses")
    swap = finding("CC104", Severity.ERROR, 'arrests: "39" in draft, against "42" in Agency', [told, [arrests]],
                   suspect=arrests, suggestion='should read "42"')  # fmt: skip
    alone = finding("CC304", Severity.WARNING, 'horses: "38" is in no source', [[horses]])
    inside = finding("CC202", Severity.NOTE, "cars: the parts are more than the whole", [[cars]])
    figures = (
        _figure(held, Standing.SUPPORTED, [witness(one, Verdict.SAME, 'both say "42"', How.EXACTLY) for one in told]),
        _figure(arrests, Standing.CONTRADICTED, [witness(one, Verdict.CONFLICT, "42 is not 39") for one in told],
                finding=swap.id, severity=Severity.ERROR),
        _figure(assets, Standing.QUALIFIER_LOST, [witness(hedged, Verdict.BOUNDED, "just below")],
                severity=Severity.WARNING),
        _figure(injured, Standing.STALE, [witness(whole, Verdict.SUPERSEDED, "a later count")],
                severity=Severity.WARNING),
        _figure(cars, Standing.SUPPORTED, [witness(told[0], Verdict.ROUNDED, "at its precision", How.ROUNDING)],
                against=(witness(told[1], Verdict.CONFLICT, "42 is not 50"),)),
        _figure(horses, Standing.IN_NO_SOURCE, [], finding=alone.id, severity=Severity.WARNING,
                copies=(witness(herd, Verdict.SAME, 'both say "38"', How.EXACTLY),)),
    )  # fmt: skip
    groups = [
        group([held, arrests, *told], Verdict.CONFLICT),
        group([assets, whole, hedged], Verdict.CONFLICT),
        *(group([one], Verdict.UNCORROBORATED) for one in (injured, cars)),
        group([horses, herd], Verdict.UNCORROBORATED),
    ]
    review = DraftReview(document=draft.id, figures=figures, copies=(copy.id,), receipt=receipt(figures, 2))
    found = report([draft, agency, copy, daily], groups, [swap, alone, inside])
    return replace(found, drafts=(review,))


_LONE = (("7", "injured"), ("50", "cars"), ("38", "horses"))


def _figure(one: Claim, standing: Standing, witnesses: list[Witness], **more: Any) -> Figure:
    how = witnesses[0].how if standing is Standing.SUPPORTED else None
    plain = Figure(claim=one, standing=standing, how=how, witnesses=tuple(witnesses))
    return replace(plain, **more)
