"""Numbers printed as a passage prints its own, and what one claim says in the style of another."""

from dataclasses import replace
from decimal import Decimal

import pytest
from factories import article, claim

from claimcheck.api import extract_claims
from claimcheck.checks.style import figure, hedge_of, with_sign, with_unit
from claimcheck.checks.wording import quoted, retold
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.rules import Rules

_WORDS = "The agency says that {} were counted on Friday."


def _read(figure: str) -> Claim:
    """The figure as extraction reads it in a sentence."""
    (found,) = extract_claims([article("a.md", _WORDS.format(figure))], Rules()).claims
    return found


@pytest.mark.parametrize(
    ("value", "like", "printed"),
    [
        pytest.param("1700000", "nearly $1,700", "$1.7 million", id="a scale word where the passage lacks it"),
        pytest.param("1697313", "nearly $1,700", "$1,697,313", id="a full number where a scale word shortens nothing"),
        pytest.param("1058", "926 lbs", "1,058 lbs", id="the passage's word for the unit"),
        pytest.param("1200000000", "£1.3m", "£1.2bn", id="short scale words"),
        pytest.param("21400000000", "$22.2 billion", "$21.4 billion", id="the passage's scale word"),
        pytest.param("168000", "about $168,000 million", "$168,000", id="no scale word where none is needed"),
        pytest.param("11111483", "nearly $113 million", "$11.1 million", id="no more digits than a scale word bears"),
        pytest.param("1411750000", "1,411.17 million", "1,411.75 million", id="as many digits as the passage has"),
        pytest.param("1560000", "1,650,000", "1,560,000", id="full digits beside full digits"),
        pytest.param("2020144", "2.002.144", "2.020.144", id="points between thousands"),
        pytest.param("3184", "3148", "3184", id="no separators"),
        pytest.param("2.6", "26%", "2.6%", id="a glued percent sign"),
        pytest.param("2.6", "26 per cent", "2.6 per cent", id="the passage's word for percent"),
        pytest.param("42", "617", "42", id="a count"),
        pytest.param("850000", "8 lakh", "8.5 lakh", id="Indian scale words"),
        pytest.param("3.5", "$3.05", "$3.50", id="cents"),
        pytest.param("1", "926 pounds", "1 pound", id="one of a unit"),
        pytest.param("500000", "0.85 million", "0.5 million", id="less than one million, where the passage has such"),
    ],
)
def test_a_number_in_the_style_of_a_passage(value: str, like: str, printed: str) -> None:
    assert figure(Decimal(value), _read(like)) == printed


def test_what_extraction_reads_only_among_its_like() -> None:
    cell = claim("5.2 million")
    comma = replace(cell, quantity=replace(cell.quantity, surface="5,2 million"))
    assert figure(Decimal(5_300_000), comma) == "5,3 million"
    assert figure(Decimal(40), claim("1 mi")) == "40 miles"
    (third,) = extract_claims([article("a.md", "About a third of voters came.")], Rules()).claims
    assert figure(Decimal("0.34"), third) == "34 percent"


def test_a_change_takes_the_passages_sign() -> None:
    table = replace(_read("-2.9%"), aspect=Aspect.CHANGE)
    assert figure(Decimal("2.6"), table) == "-2.6%"
    assert figure(Decimal("-2.6"), replace(_read("2.9%"), aspect=Aspect.CHANGE)) == "2.6%"


@pytest.mark.parametrize(
    ("figure", "words"),
    [("617", ""), ("Nearly 617", "nearly "), ("more than $617", "more than "), ("617 or more", None)],
)
def test_the_words_that_hedge(figure: str, words: str | None) -> None:
    assert hedge_of(_read(figure)) == words


@pytest.mark.parametrize(
    ("text", "like", "told"),
    [
        pytest.param("2,209 kilograms", "926 lbs", '"4,870 lbs"', id="converted into the passage's unit"),
        pytest.param("approximately 5.25 million", "4.41 million", '"approximately 5.25 million"', id="its own hedge"),
        pytest.param("5.25 million", "nearly 4.41 million", '"5.25 million"', id="and not the passage's"),
        pytest.param("seven", "four", '"seven"', id="words beside words"),
        pytest.param("seven", "14", '"7"', id="digits beside digits"),
        pytest.param("between 40 and 50", "617", '"between 40 and 50"', id="a range as printed"),
        pytest.param("617 or more", "542", '"617 or more"', id="a hedge behind the number as printed"),
        pytest.param("12 percent", "542", '"12 percent"', id="another dimension as printed"),
    ],
)
def test_a_claim_retold_in_the_style_of_another(text: str, like: str, told: str) -> None:
    assert retold(_read(text), _read(like)) == told


def test_a_figure_retold_in_its_own_style_is_itself() -> None:
    for text in ("$1.7 million", "nearly £1.2bn", "16,466 pounds", "about 2.6 per cent", "more than 714,000", "3184"):
        assert retold(_read(text), _read(text)) == quoted(_read(text))


def test_a_table_tells_its_scale_beside_the_figure() -> None:
    cell = claim("$1,539")
    table = replace(cell, quantity=replace(cell.quantity, value=Decimal(1_539_000_000)))
    assert retold(_read("$1.54 billion"), table) == '"$1,540" (in millions)'
    assert retold(table, _read("$1.5 billion")) == '"$1.539 billion"'


def test_points_between_thousands_are_no_tables_scale() -> None:
    cell = claim("45.586")
    assert quoted(replace(cell, quantity=replace(cell.quantity, value=Decimal(45_586)))) == '"45.586"'


def test_another_unit_and_another_currency() -> None:
    assert with_unit(_read("4,870 kilograms"), _read("1 lb").quantity.unit) == "4,870 pounds"
    assert with_sign(_read("nearly €14.1 billion"), _read("$14.125 billion")) == "$14.1 billion"
    assert with_sign(_read("14 million euros"), _read("$14 million")) is None
