"""Axes with round ticks, and figures on them as dots and intervals."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_factory import allowing
from report_factory import KILOGRAM, USD, article, claim

from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Dimension, Qualifier, Unit, UnitId
from claimcheck.report.html.plot import plot
from claimcheck.report.html.scale import axis, readable
from claimcheck.report.view import Places

POUND = Unit(id=UnitId("pound"), dimension=Dimension.MASS, factor=Decimal("0.45359237"))
EUR = Unit(id=UnitId("EUR"), dimension=Dimension.MONEY)


@pytest.mark.parametrize(
    ("values", "labels", "log"),
    [
        (["420", "480"], ("400", "420", "440", "460", "480", "500"), False),
        (["39", "42"], ("38", "39", "40", "41", "42", "43"), False),
        (["0"], ("0", "0.2", "0.4", "0.6", "0.8", "1"), False),
        (["1700", "1697313"], ("1,000", "10,000", "100,000", "1 million", "10 million"), True),
        (["1", "100"], ("0", "25", "50", "75", "100", "125"), False),
        (["1", "101"], ("1", "10", "100", "1,000"), True),
        (["0", "5000000"], ("0", "2 million", "4 million", "6 million"), False),
        (["-3", "4"], ("−4", "−2", "0", "2", "4", "6"), False),
        (["0.001", "1000000000000"], ("0.001", "1", "1,000", "1 million", "1 billion", "1 trillion"), True),
    ],
)
def test_ticks_are_round(values: list[str], labels: tuple[str, ...], log: bool) -> None:
    found = axis(map(Decimal, values))
    assert found is not None
    assert (found.labels, found.log) == (labels, log)


def test_there_is_no_tick_at_half_a_thing_that_is_counted() -> None:
    found = axis([Decimal(3), Decimal(4)], whole=True)
    assert found is not None
    assert found.labels == ("2", "3", "4", "5")


@pytest.mark.parametrize("values", [[], ["1e40"], ["1e-40", "2"], ["Infinity"]])
def test_no_axis_for_what_cannot_be_drawn(values: list[str]) -> None:
    assert axis(map(Decimal, values)) is None


@given(st.lists(st.decimals(-(10**15), 10**15, allow_nan=False, places=4), min_size=1, max_size=6), st.booleans())
def test_every_value_has_a_place_in_order(values: list[Decimal], whole: bool) -> None:
    found = axis(values, whole=whole)
    assert found is not None
    assert 1 <= found.steps <= 5
    places = [found.percent(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
    assert all(found.ticks[0] <= value <= found.ticks[-1] for value in values)


@pytest.mark.parametrize(
    ("value", "text"),
    [("1700000", "1.7 million"), ("714707", "714,707"), ("0.05", "0.05"), ("-2500000000", "−2.5 billion"), ("0", "0")],
)
def test_numbers_read_as_in_a_newspaper(value: str, text: str) -> None:
    assert readable(Decimal(value)) == text


PAPER = article("a.md", "Of 480 kilograms, 1,058 pounds, $5 and 9 euros, more than 600, 12, 12, 3 to 5.\n", source="A")
PLACES = Places([PAPER])


def drawn(*claims: Claim, labels: dict[str, str] | None = None) -> str:
    return plot(claims, PLACES, {one.id: (labels or {}).get(one.quantity.surface, "") for one in claims})


def rows(text: str) -> list[str]:
    return re.findall(r"<li.*?</li>", text)


def test_other_units_are_converted_to_the_one_that_most_have() -> None:
    heavy = claim(PAPER, "480 kilograms", "480", "powder", unit=KILOGRAM)
    text = drawn(heavy, heavy, claim(PAPER, "1,058 pounds", "1058", "powder", unit=POUND))
    assert "(kilogram), converted where printed in another unit" in text
    assert "at 479.900727" in text


def test_what_shares_no_axis_is_not_drawn() -> None:
    dollars, euros = claim(PAPER, "$5", "5", "gate", unit=USD), claim(PAPER, "9 euros", "9", "gate", unit=EUR)
    assert drawn(dollars, euros) == ""
    assert drawn(dollars) == ""
    rate = replace(dollars, quantity=replace(dollars.quantity, per="share", surface="$5 per"))
    assert drawn(dollars, rate) == "", "a rate and a level have no axis in common"


def test_bounds_are_arrows_ranges_bars_and_exact_figures_dots() -> None:
    bound = allowing(claim(PAPER, "600", "600", "held"), "600", None, Qualifier.MORE_THAN)
    below = allowing(claim(PAPER, "12", "12", "held"), None, "12", Qualifier.LESS_THAN)
    span = allowing(claim(PAPER, "3 to 5", None, "held"), "3", "5", Qualifier.BETWEEN)
    exact = claim(PAPER, "9", "9", "held")
    first, second, third, fourth = rows(drawn(bound, below, span, exact))
    assert "3 to 5" in first
    assert 'class="allows"' in first
    assert "dot" not in first
    assert 'aria-label="at 9"' in second
    assert "allows" not in second
    assert 'aria-label="at most 12"' in third
    assert 'd="M0-5-7 0 0 5z"' in third
    assert 'class="dot open"' in third
    assert 'aria-label="at least 600"' in fourth
    assert 'd="M0-5 7 0 0 5z"' in fourth


def test_what_an_article_says_twice_is_one_row() -> None:
    text = drawn(
        claim(PAPER, "12", "12", "held"), claim(PAPER, "12", "12", "held", nth=1), claim(PAPER, "9", "9", "held")
    )
    assert [re.findall(r'class="fig">([^<]*)<', row) for row in rows(text)] == [["9"], ["12 ×2"]]


def test_rows_go_by_value_or_for_what_grows_by_day() -> None:
    late, early = (article(f"{n}.md", f"{n} dead\n", source=n, day=date(2024, 1, int(n))) for n in ("3", "9"))
    claims = [claim(early, "9", "9", "dead"), claim(late, "3", "3", "dead")]
    places = Places([late, early])
    by_value = plot(claims, places, {})
    grown = [replace(one, metric=replace(one.metric, grows=True)) for one in claims]
    swapped = [replace(grown[0], as_of=date(2024, 1, 1)), grown[1]]
    by_day = plot(swapped, places, {})
    assert by_value.index(">3<") < by_value.index(">9<")
    assert by_day.index(">9<") < by_day.index(">3<")
    assert "oldest first" in by_day


def test_a_suspect_differs_in_shape_and_in_words() -> None:
    one, other = claim(PAPER, "12", "12", "held"), claim(PAPER, "9", "9", "held")
    nine, twelve = rows(drawn(one, other, labels={"12": "suspect"}))
    assert '<li class="odd">' in twelve
    assert '<b class="side">suspect</b>' in twelve
    assert re.findall(r' d="([^"]*)"', nine) != re.findall(r' d="([^"]*)"', twelve)
