"""The markdown report shows articles' words as words."""

import pytest
from report_factory import clean, lantern

from claimcheck.errors import Place
from claimcheck.protocols import RenderOptions, View
from claimcheck.report.marktext import cell, escape, link
from claimcheck.report.registry import named


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", "a &#124; b"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("`code` *bold* _it_", "&#96;code&#96; \\*bold\\* \\_it\\_"),
        ("[a](b) ![c](d)", "\\[a\\](b) \\!\\[c\\](d)"),
        ("@desk #12", "&#64;desk &#35;12"),
        ("see https://x.example and www.y.example", "see https&#58;//x.example and www&#46;y.example"),
        ("two\nlines", "two lines"),
        ("\x1b[31m", "␛\\[31m"),
    ],
)
def test_nothing_becomes_markup(text: str, shown: str) -> None:
    assert cell(text) == shown


def test_a_line_start_opens_no_list() -> None:
    assert escape("- 5 held") == "\\- 5 held"
    assert escape("1. first") == "1\\. first"


def test_links_survive_odd_paths() -> None:
    assert link(Place("a b/(c).md", 3, 7)) == "[a b/(c).md:3:7](a%20b/%28c%29.md#L3)"


@pytest.mark.parametrize("view", list(View))
def test_every_table_row_has_as_many_cells_as_its_head(view: View) -> None:
    text = named("markdown").render(lantern(), RenderOptions(view=view, verbose=True))
    for block in text.split("\n\n"):
        rows = [line.count(" | ") for line in block.splitlines() if line.startswith("|")]
        assert len(set(rows)) <= 1, block


def test_findings_come_first_and_details_are_folded() -> None:
    text = named("md").render(lantern(), RenderOptions())
    order = ["# Figures compared", "**CC102 error**", "**$1,700**".replace("$", "\\$"), "<details>", "## Coverage"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "None." in named("md").render(clean(), RenderOptions())
