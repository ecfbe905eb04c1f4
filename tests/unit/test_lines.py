"""Offsets to lines and columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.lines import LineIndex


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [("", 0, (1, 1)), ("ab\ncd", 1, (1, 2)), ("ab\ncd", 3, (2, 1)), ("a\r\nb\rc", 3, (2, 1)), ("a\r\nb\rc", 5, (3, 1))],
)
def test_place(text: str, offset: int, place: tuple[int, int]) -> None:
    assert LineIndex.of(text).place(offset) == place


@given(st.text(alphabet="ab\r\n", max_size=30))
def test_places_grow_with_offsets(text: str) -> None:
    index = LineIndex.of(text)
    places = [index.place(offset) for offset in range(len(text) + 1)]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
