"""How alike two numbers are by their digits: slips of the keyboard and lost scales beside numbers that are near."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.digits import digit_slip, likeness, misprint, one_slip, transposed

NUMBERS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10) ** 12, places=2)


@pytest.mark.parametrize(
    ("a", "b", "digits"),
    [
        pytest.param("3337", "3373", 4, id="two digits swapped"),
        pytest.param("617", "627", 2, id="one digit changed"),
        pytest.param("16.55", "1.655", 4, id="the point moved"),
        pytest.param("1697313", "1700", 2, id="rounded, and the scale lost"),
        pytest.param("1697313", "1700000", 0, id="rounded at one scale is no slip"),
        pytest.param("202500000000", "202000000", 3, id="cut off, and another scale"),
        pytest.param("1776688", "17", 0, id="two digits cut off: chance"),
        pytest.param("1996000", "2.0", 0, id="one digit says nothing"),
        pytest.param("9960", "10000000", 0, id="carried over to one digit"),
        pytest.param("1020", "120", 1, id="one digit dropped"),
        pytest.param("26", "2.6", 2, id="two digits at another scale"),
        pytest.param("26", "27", 0, id="two digits, one changed: chance"),
        pytest.param("714707", "714707", 0, id="the same number"),
        pytest.param("3337", "3482", 0, id="two digits changed"),
    ],
)
def test_likeness(a: str, b: str, digits: int) -> None:
    assert likeness(Decimal(a), Decimal(b)) == digits
    assert likeness(Decimal(b), Decimal(a)) == digits


@given(NUMBERS, NUMBERS)
def test_likeness_is_symmetric_and_covers_every_slip(a: Decimal, b: Decimal) -> None:
    assert likeness(a, b) == likeness(b, a)
    assert not one_slip(a, b) or likeness(a, b) > 0


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        pytest.param("306000000", "306000000000", True, id="million and billion"),
        pytest.param("9610000000", "9600000000000", True, id="and rounded"),
        pytest.param("8000000", "8000000000", True, id="one digit of a large number"),
        pytest.param("168000", "168000000000", True, id="three digits of a small one"),
        pytest.param("7.78", "7780000000", True, id="three digits that lost their scale word"),
        pytest.param("25000", "25000000", False, id="near miss: two digits of a small one"),
        pytest.param("1394", "1400000", False, id="near miss: and rounded"),
        pytest.param("8000", "8000000", False, id="near miss: one digit of a small one"),
        pytest.param("8000000", "8100000000", False, id="near miss: one digit of two"),
        pytest.param("4200000", "42000000", False, id="near miss: no scale word makes ten times"),
        pytest.param("22624", "226240", True, id="five digits at any scale"),
        pytest.param("206749248", "206749258", True, id="a digit of a long number"),
        pytest.param("91648", "91684", True, id="two of five digits swapped"),
        pytest.param("319912", "319219", True, id="two of six that are no neighbours"),
        pytest.param("13062917", "1062917", True, id="a digit of a long number lost"),
        pytest.param("1014", "1041", False, id="near miss: two of four digits swapped"),
        pytest.param("4283", "4383", False, id="near miss: a digit of four"),
        pytest.param("91648", "91648", False, id="near miss: the same number"),
        pytest.param("0", "8000000", False, id="near miss: nothing"),
    ],
)
def test_misprint(a: str, b: str, one: bool) -> None:
    assert misprint(Decimal(a), Decimal(b)) is one
    assert misprint(Decimal(b), Decimal(a)) is one


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        pytest.param("416", "516", True, id="one digit changed"),
        pytest.param("142", "124", True, id="two neighbours swapped"),
        pytest.param("16", "19", True, id="however few they are: the caller knows how many are enough"),
        pytest.param("1200", "1300", True, id="zeros at the end are no digits"),
        pytest.param("617", "716", False, id="near miss: two that are no neighbours"),
        pytest.param("16.55", "165.5", False, id="near miss: the same digits at another scale"),
        pytest.param("617", "62700", False, id="near miss: a digit changed at another scale"),
        pytest.param("1020", "120", False, id="near miss: a digit lost"),
        pytest.param("617", "617", False, id="near miss: the same number"),
    ],
)
def test_digit_slip(a: str, b: str, one: bool) -> None:
    assert digit_slip(Decimal(a), Decimal(b)) is one
    assert digit_slip(Decimal(b), Decimal(a)) is one


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        pytest.param("14.61", "14.16", True, id="two neighbours swapped"),
        pytest.param("142", "124", True, id="of three digits"),
        pytest.param("61", "16", False, id="near miss: two digits are too few"),
        pytest.param("14.61", "14.62", False, id="near miss: one digit changed"),
        pytest.param("1461", "14.16", False, id="near miss: another size"),
        pytest.param("14.61", "14.61", False, id="near miss: the same number"),
    ],
)
def test_transposed(a: str, b: str, one: bool) -> None:
    assert transposed(Decimal(a), Decimal(b)) is one
    assert transposed(Decimal(b), Decimal(a)) is one
