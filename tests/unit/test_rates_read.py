"""Shares, what they are of and what changed: the rate, the part and the change that the words around them tell."""

import pytest
from factories import article

from claimcheck.api import extract_claims
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.rules import Rules


def claim_of(text: str, figure: str) -> Claim:
    claims = extract_claims(
        [article("a.md", f"Reporters were told of it on a quiet afternoon.\n\n{text}")], Rules()
    ).claims
    return next(claim for claim in claims if claim.quantity.surface == figure)


@pytest.mark.parametrize(
    ("text", "figure", "entity"),
    [
        ("71% of the registered voters went to the polls.", "71%", "turnout"),
        ("About 69% of those registered had voted by the close.", "About 69%", "turnout"),
        ("Officials put participation at 72 per cent.", "72 per cent", "turnout"),
        ("Just 31 percent of the population is vaccinated.", "31 percent", "vaccination coverage"),
        ("Two-thirds of the children have been immunized.", "Two-thirds", "vaccination coverage"),
        ("The island has vaccine coverage of 31%.", "31%", "vaccination coverage"),
        ("Only 38% approve of the president.", "38%", "approval rating"),
        ("He has the approval of 38 percent of Americans.", "38 percent", "approval rating"),
        ("Some 8 percent of the workforce are unemployed.", "Some 8 percent", "unemployment"),
        ("Joblessness reached 8 percent.", "8 percent", "unemployment"),
        ("The shot was 95% effective.", "95%", "efficacy"),
        ("The beds were 94% occupied.", "94%", "occupancy"),
        ("The fund owns 19.9 percent of the company.", "19.9 percent", "stake"),
        ("The firm has 14% of the market.", "14%", "market share"),
        ("The disease kills 2.3 percent of patients.", "2.3 percent", "fatality rate"),
        ("About 31% of people live below the poverty line.", "About 31%", "poverty rate"),
        ("Some 6 percent of the ballots were spoiled.", "Some 6 percent", "rejected ballot"),
        # near misses: another deed, another whole, its denial
        ("45% of the voters voted for Barrow.", "45%", "voter"),
        ("69% of the registered voters did not vote.", "69%", "registered voter"),
        ("31 percent of the population is rural.", "31 percent", "population"),
        ("Some 8 percent of the workforce are women.", "Some 8 percent", "employee"),
        ("About 6 percent of the ballots were counted by noon.", "About 6 percent", "vote"),
        ("The fund sold 19.9 percent of the houses.", "19.9 percent", "home"),
    ],
)
def test_a_share_is_the_rate_that_its_whole_and_its_deed_tell(text: str, figure: str, entity: str) -> None:
    assert claim_of(text, figure).metric.entity == entity


@pytest.mark.parametrize(
    ("text", "figure", "entity", "part"),
    [
        ("52 percent of the refugees are children.", "52 percent", "refugee", {"child"}),
        ("Children make up 52% of the refugees.", "52%", "refugee", {"child"}),
        ("Of the refugees, 52 percent are children.", "52 percent", "refugee", {"child"}),
        ("Of the 2,816 structures destroyed, 86 percent were homes.", "86 percent", "structure", {"home"}),
        ("Homes accounted for 86 percent of the buildings lost.", "86 percent", "structure", {"home"}),
        ("Of the cases 27 percent are probable.", "27 percent", "case", {"probable"}),
        # near misses: no part is named
        ("52 percent of the refugees are in tents.", "52 percent", "refugee", set()),
        ("They took in 52 percent of the refugees.", "52 percent", "refugee", set()),
        ("Of course, 86 percent of the structures burned.", "86 percent", "structure", set()),
    ],
)
def test_a_share_of_a_whole_names_its_part(text: str, figure: str, entity: str, part: set[str]) -> None:
    claim = claim_of(text, figure)
    assert claim.aspect is Aspect.SHARE
    assert (claim.metric.entity, set(claim.metric.modifiers)) == (entity, part)


@pytest.mark.parametrize(
    ("text", "figure", "entity", "aspect"),
    [
        ("It had 288 million users, only 4.6% more than before.", "4.6%", "user", Aspect.CHANGE),
        ("The firm had 4,000 employees, 12% fewer than a year ago.", "12%", "employee", Aspect.CHANGE),
        ("Subscriber growth was 8%.", "8%", "subscriber", Aspect.CHANGE),
        ("The rise in rents was 5 percent.", "5 percent", "rent", Aspect.CHANGE),
        ("- Mac: 5.3 million units, $7.4 billion revenue (-2% units, +3% revenue)", "3%", "revenue", Aspect.CHANGE),
        ("- Mac: 5.3 million units, $7.4 billion revenue (-2% units, +3% revenue)", "-2%", "mac", Aspect.CHANGE),
        ("- iPad revenue -14% YoY", "-14%", "revenue", Aspect.CHANGE),
        # near misses: a name of its own, what is no change, another thing that changed
        ("Economic growth was 2.4 percent.", "2.4 percent", "growth", Aspect.LEVEL),
        ("The growth area was 8 percent.", "8 percent", "area", Aspect.LEVEL),
        ("It had 288 million users, and prices were 5% higher than before.", "5%", "price", Aspect.CHANGE),
    ],
)
def test_a_change_is_of_what_changed(text: str, figure: str, entity: str, aspect: Aspect) -> None:
    claim = claim_of(text, figure)
    assert (claim.metric.entity, claim.aspect) == (entity, aspect)


@pytest.mark.parametrize(
    ("text", "figure", "entity"),
    [
        (
            "The election goes to a runoff: Mr Macron had 24 percent, and Ms Le Pen 21.3 percent.",
            "21.3 percent",
            "vote",
        ),
        ("So it was.\n\n| Name | Votes | Share |\n|---|---|---|\n| Barrow | 263,515 | 45.5% |", "45.5%", "vote"),
        # near misses: no vote is told of, nobody has it, the column has a name of its own
        ("Of that Mr Macron had 24 percent, and Ms Le Pen 21.3 percent.", "21.3 percent", "proportion"),
        ("At the election turnout was 24 percent.", "24 percent", "turnout"),
        ("So it was.\n\n| Name | Votes | Turnout |\n|---|---|---|\n| Barrow | 263,515 | 45.5% |", "45.5%", "turnout"),
    ],
)
def test_a_share_that_somebody_has_is_of_the_vote(text: str, figure: str, entity: str) -> None:
    assert claim_of(text, figure).metric.entity == entity


@pytest.mark.parametrize(
    ("text", "figure", "entity"),
    [
        ("Voters rejected the plan by 71 percent.", "71 percent", "no share"),
        ("The result was 63 percent to 37 percent in favour.", "63 percent", "yes share"),
        ("The result was 63 percent to 37 percent in favour.", "37 percent", "no share"),
        ("Voters backed the treaty by 53 percent to 47 percent.", "47 percent", "no share"),
        ("- Vaud: no, 71%", "71%", "no share"),
        ("So it was.\n\n| Canton | Result |\n|---|---|\n| Vaud | 71% no |", "71%", "no share"),
        ("She won by just 0.4 percentage points.", "0.4 percentage points", "lead"),
        ("He was beaten by 0.4 per cent, or 31,000 votes.", "0.4 per cent", "lead"),
        ("The president lost by a slim margin of 0.7 percent.", "0.7 percent", "lead"),
        # near misses: a move from one to the other, no side, a loss of something, a margin of no contest
        ("Support fell from 63 percent to 37 percent.", "37 percent", "support"),
        ("So it was.\n\n| Canton | Result |\n|---|---|\n| Vaud | 71% men |", "71%", "vaud"),
        ("The firm lost revenue by 12 percent.", "12 percent", "revenue"),
        ("The firm had a margin of 12 percent.", "12 percent", "profit margin"),
    ],
)
def test_sides_and_margins_of_a_vote(text: str, figure: str, entity: str) -> None:
    assert claim_of(text, figure).metric.entity == entity


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        ("In Geneva 61 percent said no, and in Vaud 71 percent.", "61 percent", "geneva"),
        ("In Geneva 61 percent said no, and in Vaud 71 percent.", "71 percent", "vaud"),
        ("In Geneva 48 percent of voters turned out, in Vaud 52 percent.", "52 percent", "vaud"),
        ("So it was.\n\n| Canton | Result |\n|---|---|\n| Vaud | 71% no |", "71%", "vaud"),
        # near misses: no list
        ("In Vaud 71 percent said no.", "71 percent", "vaud"),
        ("In Geneva 61 percent said no, and on Sunday 71 percent.", "71 percent", "geneva"),
    ],
)
def test_each_share_of_a_list_has_its_own_place(text: str, figure: str, place: str) -> None:
    claim = claim_of(text, figure)
    assert (claim.scope and claim.scope.key, claim.attribution) == (place, None)
