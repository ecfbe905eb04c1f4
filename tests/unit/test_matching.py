"""Which entry of a baseline speaks of which finding, as a table over the sides of both."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from factories import claim

from claimcheck.model.baseline import Accepted
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, FindingId, Severity
from claimcheck.triage.baseline import imprints, match

PASSAGES: Mapping[str, Claim] = {
    name: claim(figure, article=f"{name}.md", sentence=f"The {name} counted {figure} of them.", at=len(name) + 13)
    for name, figure in (("agency", "42"), ("wire", "42"), ("daily", "39"), ("post", "39"), ("radio", "24"))
}
Shape = str
"""Sides with | between, passages with blanks: "agency wire | daily"."""


def sides(shape: Shape) -> tuple[tuple[Claim, ...], ...]:
    return tuple(tuple(PASSAGES[name] for name in side.split()) for side in shape.split("|"))


def finding(shape: Shape, *, check: str = "CC101", name: str = "CC101-now") -> Finding:
    return Finding(
        id=FindingId(name), check=check, name="x", severity=Severity.ERROR, operation="o", metric="m", message="x",
        suggestion=None, suspect=None, sides=sides(shape),
    )  # fmt: skip


def entry(shape: Shape, *, check: str = "CC101", name: str = "CC101-then", expires: date | None = None) -> Accepted:
    made = imprints(finding(shape)) if shape else ()
    return Accepted(
        id=name, check=check, operation="o", metric="m", message="x", reason=name, sides=made, expires=expires
    )  # fmt: skip


@pytest.mark.parametrize(
    ("then", "now", "same"),
    [
        ("agency | daily", "agency | daily", True),
        ("agency | daily", "daily | agency", True),
        ("agency | daily", "agency wire | daily", True),
        ("agency | daily", "agency wire | daily post", True),
        ("agency wire | daily", "wire | daily", True),
        ("agency | daily | radio", "agency | radio", True),
        ("agency | daily", "agency | daily | radio", True),
        ("agency | daily", "wire | daily", False),
        ("agency | daily", "wire | post", False),
        ("agency | daily", "agency | radio", False),
        ("agency wire | daily", "agency | radio", False),
        ("daily", "daily post", True),
        ("daily", "agency | daily", False),
        ("agency daily | post", "agency | daily", False),
    ],
)
def test_passages_that_still_stand_against_each_other(then: Shape, now: Shape, *, same: bool) -> None:
    matches = match([finding(now)], [entry(then)], None)
    assert (matches.entry_of != {}) is same
    assert matches.found == (frozenset({"CC101-then"}) if same else frozenset())


@pytest.mark.parametrize(
    ("then", "now", "same"),
    [
        ("CC101", "CC104", True),
        ("CC101", "CC302", False),
        ("CC302", "CC303", False),
        ("CC204", "CC204", True),
        ("CC204", "CC202", False),
        ("CC401", "CC401", False),
    ],
)
def test_all_causes_across_articles_are_one_kind(then: str, now: str, *, same: bool) -> None:
    shape = "agency | daily"
    assert bool(match([finding(shape, check=now)], [entry(shape, check=then)], None).entry_of) is same


def test_inside_one_article_another_figure_is_another_mistake() -> None:
    """The sides of a sum are its total and its parts: one part that stayed does not make it the same."""
    then, now = entry("agency | daily post", check="CC202"), finding("agency | daily radio", check="CC202")
    assert match([now], [then], None).entry_of == {}
    assert match([replace(now, sides=sides("agency | daily post"))], [then], None).entry_of != {}


def test_an_entry_without_sides_is_known_by_its_id() -> None:
    assert match([finding("agency | daily")], [entry("", name="CC101-now")], None).entry_of != {}
    assert match([finding("agency | daily")], [entry("", name="CC101-other")], None).entry_of == {}


def test_an_entry_that_holds_goes_before_one_that_has_expired_and_one_with_the_id_before_others() -> None:
    shape, past = "agency | daily", date(2026, 1, 1)
    old = entry(shape, name="CC101-now", expires=past)
    near, exact = entry(shape, name="CC101-a"), entry(shape, name="CC101-now")
    said = finding(shape)
    assert match([said], [old, near], date(2026, 2, 1)).entry_of[said.id] is near
    assert match([said], [old, near], past).entry_of[said.id] is old
    assert match([said], [near, exact], None).entry_of[said.id] is exact
