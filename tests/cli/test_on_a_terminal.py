"""What a person at a terminal sees, and a pipe does not."""

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Outcome
from terminal import on_a_terminal

Run = Callable[..., Outcome]

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


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.md").write_text(f"The fair on pier {number} had {number + 40} stalls.\n", "utf-8")
    return tmp_path


def test_a_run_over_many_articles_tells_how_far_it_is(many: Path) -> None:
    code, shown = on_a_terminal("compare", "many", folder=many)
    assert code == 0
    assert "reading articles" in shown
    assert shown.rstrip().splitlines()[-1].count("60 articles") == 1, "the bar is gone in the end"


@pytest.mark.parametrize(
    ("options", "environment"), [(["--quiet"], {}), ([], {"TERM": "dumb"})], ids=["quiet", "dumb terminal"]
)
def test_nobody_is_told_who_does_not_want_to_be(many: Path, options: list[str], environment: dict[str, str]) -> None:
    code, shown = on_a_terminal("compare", "many", *options, folder=many, **environment)
    assert code == 0
    assert "reading articles" not in shown


def test_a_pipe_is_told_nothing(many: Path, claimcheck: Run) -> None:
    assert claimcheck("compare", str(many / "many")).err == ""


def test_a_short_run_shows_no_bar(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Forty held.\n", "utf-8")
    _, shown = on_a_terminal("compare", "a.md", folder=tmp_path)
    assert "reading articles" not in shown
