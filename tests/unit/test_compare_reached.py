"""What the words alone reach for a draft's figure that was compared with nothing."""

from dataclasses import replace

import pytest
from factories import claim

from claimcheck.compare.reached import reached
from claimcheck.config.policy import default_policy
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Verdict
from claimcheck.model.review import Facing, Witness

WORDS = (("boiler", 1.0), ("scald", 1.0), ("inspector", 1.0))


def told(text: str, article: str, context: tuple[tuple[str, float], ...] = WORDS) -> Claim:
    return replace(claim(text, article=article), context=context)


def facing(draft: str, source: Claim, earlier: str | None = None) -> Facing:
    own = told(draft, "draft")
    before = () if earlier is None else (Witness(claim=told(earlier, "b"), verdict=Verdict.SUPERSEDED, why="older"),)
    return reached({own.id: Facing(claim=own, earlier=before)}, [source], default_policy())[own.id]


@pytest.mark.parametrize(
    ("draft", "source"), [("730", "370"), ("64.5 lb", "64.5 kg"), ("18,000", "1,800"), ("4,317", "4,371")]
)
def test_a_slip_is_set_against_the_figure_that_it_slipped_from(draft: str, source: str) -> None:
    found = facing(draft, told(source, "a"))
    assert [witness.claim.article for witness in found.opposed] == ["a"]


@pytest.mark.parametrize(("draft", "source"), [("730", "512"), ("64.5 lb", "18.3 kg"), ("40 lb", "40 kg")])
def test_near_miss_another_number(draft: str, source: str) -> None:
    assert not facing(draft, told(source, "a")).spoken_of


def test_near_miss_the_slip_of_a_figure_in_other_words() -> None:
    assert not facing("730", told("370", "a", (("boiler", 1.0),))).spoken_of


def test_a_hedge_that_the_draft_lost() -> None:
    assert facing("3,600", told("about 3,600", "a")).hedged
    assert not facing("about 3,600", told("about 3,600", "a")).spoken_of


def test_what_grew_is_a_slip_only_with_the_same_digits() -> None:
    assert facing("52", told("at least 25", "a"), earlier="24").opposed
    assert not facing("181", told("171", "a"), earlier="160").spoken_of
