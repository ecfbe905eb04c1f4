"""What a person at a terminal sees, and a pipe does not."""

from pathlib import Path

import pytest
from terminal import on_a_terminal

PAGER = "sed s/^/paged:/"


def test_a_long_page_goes_through_the_pager(tmp_path: Path) -> None:
    code, shown = on_a_terminal("explain", "CC104", folder=tmp_path, PAGER=PAGER)
    assert code == 0
    assert "paged:CC104" in shown


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"LINES": "500"}], ids=["dumb", "fits"])
def test_there_is_no_pager_where_none_is_of_use(tmp_path: Path, environment: dict[str, str]) -> None:
    code, shown = on_a_terminal("explain", "CC104", folder=tmp_path, PAGER=PAGER, **environment)
    assert (code, "paged:" in shown) == (0, False)
    assert shown.startswith("CC104")
