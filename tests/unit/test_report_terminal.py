"""The terminal report: legible at any width, with and without colour, whatever an article holds."""

import re

import pytest
from report_factory import AGENCY, article, claim, clean, finding, group, lantern, report
from rich.cells import cell_len

from claimcheck.model.finding import Severity, Verdict
from claimcheck.protocols import RenderOptions, View
from claimcheck.report.registry import named

_ESCAPE = re.compile(r"\x1b\[[\d;]*m")


def screen(*, width: int = 100, color: bool = False, verbose: bool = False, quiet: bool = False) -> str:
    options = RenderOptions(width=width, color=color, verbose=verbose, quiet=quiet)
    return named("text").render(lantern(), options)


@pytest.mark.parametrize("width", [60, 80, 100, 200])
@pytest.mark.parametrize("view", list(View))
def test_no_line_is_wider_than_the_screen_and_no_figure_is_cut(width: int, view: View) -> None:
    text = named("text").render(lantern(), RenderOptions(width=width, view=view))
    assert max(cell_len(line) for line in text.splitlines()) <= width
    for figure in ("$1,697,313", "$1,700", "42", "39", "16.55 kilograms"):
        assert figure in text


def test_the_odd_figure_is_marked_without_colour() -> None:
    rows = screen().splitlines()
    assert [row for row in rows if row.startswith(" ✗")] == [row for row in rows if "»$1,700«" in row or "✗" in row][:1]
    assert any(row.startswith(" b   Daily B") for row in rows)


def test_colour_only_when_asked_for_and_changing_no_word() -> None:
    assert "\x1b" not in screen()
    coloured = screen(color=True)
    assert "\x1b[1;31m" in coloured
    words = _ESCAPE.sub("", coloured).split()
    assert "$1,700" in words


def test_an_article_cannot_steer_the_terminal() -> None:
    text = screen(width=200, color=True)
    assert "\x1b[31min red" not in text
    assert "[bold]were[/bold]" in text
    assert "␛[31min red" in text


def test_quiet_leaves_one_line_per_finding_and_its_hint() -> None:
    assert [line.split(": ")[0] for line in screen(width=60, quiet=True).splitlines()] == [
        "news/daily-a.md:6:62",
        "  hint",
        "news/daily-b.md:5:14",
    ]


def test_verbose_adds_every_comparison_and_lone_groups() -> None:
    text = screen(verbose=True)
    assert "news/agency.md#183 / news/daily-a.md#138: rounded: 16.6 rounds 16.55" in text
    assert "uncorroborated" in text
    assert "uncorroborated" not in screen()


def test_the_receipt_and_the_summary_close_the_screen() -> None:
    assert screen().splitlines()[-2:] == [
        "9 numbers: 7 compared, 1 alone, 1 skipped (year 1)",
        "3 articles, 8 claims, 4 groups: 1 error, 1 warning, 0 notes",
    ]
    assert named("text").render(clean(), RenderOptions()).endswith("0 errors, 0 warnings, 0 notes\n")


def test_a_figure_as_wide_as_the_screen_is_folded_and_not_cut() -> None:
    digits = ",".join(["123"] * 40)
    agency = article("a.md", AGENCY.replace("42", digits))
    shown = report([agency], [group([claim(agency, digits, digits.replace(",", ""), "stars")], Verdict.SAME)])
    text = named("text").render(shown, RenderOptions(width=80, view=View.EXTRACT))
    cells = "".join(re.findall(r"[\d,]+", " ".join(line[6:40] for line in text.splitlines()[3:-3])))
    assert digits in cells


def test_a_long_figure_takes_no_room_from_the_words_of_a_source() -> None:
    figure = "1,697,313 people and nearly a hundred of their animals"
    agency = article("a.md", AGENCY.replace("42", figure), source="Drug Enforcement Administration")
    other = article("b.md", AGENCY, source="Courier")
    claims = [claim(agency, figure, "1697313", "stars"), claim(other, "42", "42", "stars")]
    found = finding("CC101", Severity.ERROR, "42 here", [claims[:1], claims[1:]])
    shown = report([agency, other], [group(claims, Verdict.CONFLICT)], [found])
    text = named("text").render(shown, RenderOptions(width=80))
    assert {"Enforcement", "Administration"} <= set(text.split("CC101")[0].split())
