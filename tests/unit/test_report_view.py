"""What the formats for people share: passages, marks, sections."""

import pytest
from report_factory import AGENCY, article, claim, finding, group, lantern, report

from claimcheck.model.claim import Claim
from claimcheck.model.finding import Severity, Verdict
from claimcheck.report.view import Section, agreeing, passage, sections

LONG = "Officers spoke at length about raids in the north and said that 4,210 kilograms had been found in a barn there."


def told() -> Claim:
    return claim(article("a.md", LONG), "4,210 kilograms", "4210", "barn")


@pytest.mark.parametrize("room", range(0, 130, 5))
def test_a_passage_never_loses_its_figure_and_keeps_to_its_room(room: int) -> None:
    shown = passage(told(), room)
    assert shown.figure == "4,210 kilograms"
    assert len(shown.before) + len(shown.figure) + len(shown.after) <= max(room, len(shown.figure) + 4)
    words = f"{shown.before}{shown.figure}{shown.after}".strip("… ")
    assert words in LONG


def test_a_whole_sentence_is_shown_where_it_fits() -> None:
    shown = passage(told(), None)
    assert f"{shown.before}{shown.figure}{shown.after}" == LONG
    assert passage(told(), len(LONG)) == shown


def test_letters_for_one_balanced_finding_and_a_plain_mark_for_several() -> None:
    where = article("a.md", AGENCY)
    claims = [claim(where, figure, None, "m") for figure in ("42", "16.55", "2023")]
    whole = group(claims, Verdict.CONFLICT)
    one = finding("CC101", Severity.ERROR, "x", [claims[:1], claims[1:2]])
    two = finding("CC105", Severity.ERROR, "y", [claims[:1], claims[2:]])
    assert marks(sections(report([where], [whole], [one]))[0]) == ["a", "b", ""]
    assert marks(sections(report([where], [whole], [one, two]))[0]) == ["≠", "≠", "≠"]


def marks(section: Section) -> list[str]:
    return [row.mark for row in section.rows]


def test_sections_and_agreeing_groups_share_nothing() -> None:
    whole = lantern()
    shown = {row.claim.id for section in sections(whole) for row in section.rows}
    rest = {claim.id for group in agreeing(whole, lone=True) for claim in group.cluster.claims}
    assert shown.isdisjoint(rest)
    assert shown | rest == {claim.id for claim in whole.claims}
