"""How alike two numbers are by their digits: slips of the keyboard and lost scales beside numbers that are near."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model.digits import likeness, one_slip

NUMBERS = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(10) ** 12, places=2)


@pytest.mark.parametrize(
    ("a", "b", "digits"),
    [
        pytest.param("3337", "3373", 3, id="two digits swapped"),
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
