"""Which digits of two printed numbers are marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.report.differing import differing


@pytest.mark.parametrize(
    ("a", "b", "marked"),
    [
        ("2,290", "2,209", ("2,2[9][0]", "2,2[0][9]")),
        ("617", "627", ("6[1]7", "6[2]7")),
        ("1,020", "120", ("1,[0]20", "120")),
        ("55", "16.55", ("55", "[1][6].55")),
        ("2.6", "26", ("2.6", "26")),
        ("480", "480", ("480", "480")),
        ("926", "1,058", ("926", "1,058")),
        ("four", "4", ("four", "4")),
        ("", "12", ("", "12")),
    ],
)
def test_a_slip_is_marked_and_what_has_nothing_in_common_is_not(a: str, b: str, marked: tuple[str, str]) -> None:
    places = differing(a, b)
    shown = tuple(
        "".join(f"[{char}]" if at in odd else char for at, char in enumerate(text))
        for text, odd in zip((a, b), places, strict=True)
    )
    assert shown == marked


@given(st.text("0123456789,. ", max_size=60), st.text("0123456789,. ", max_size=60))
def test_marks_lie_inside(a: str, b: str) -> None:
    ours, theirs = differing(a, b)
    assert all(a[at].isdigit() for at in ours)
    assert all(b[at].isdigit() for at in theirs)
