"""The markdown report shows articles' words as words."""

import pytest
from gate_factory import gate, many
from report_factory import clean, lantern

from claimcheck.errors import Place
from claimcheck.protocols import RenderOptions, Site, View
from claimcheck.report.marktext import cell, escape, folded, link, summary_line
from claimcheck.report.registry import named


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a | b", "a &#124; b"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("`code` *bold* _it_", "&#96;code&#96; \\*bold\\* \\_it\\_"),
        ("[a](b) ![c](d)", "\\[a\\](b) \\!\\[c\\](d)"),
        ("@desk #12 # @", "&#64;&#8203;desk &#35;&#8203;12 &#35; &#64;"),
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
    assert link(Place("a b/(c).md", 3, 7)) == "[a b/<wbr>(c).md:3:7](a%20b/%28c%29.md#L3)"


def test_links_lead_to_the_code_host_where_there_is_one() -> None:
    site = Site(root="/repo", here="/repo/desk", links="https://code.example/blob/1a/")
    assert link(Place("b/c.md", 3), site).endswith("](https://code.example/blob/1a/desk/b/c.md?plain=1#L3)")
    assert link(Place("c.txt", 3), site).endswith("](https://code.example/blob/1a/desk/c.txt#L3)")
    assert link(Place("c.md"), site).endswith("](https://code.example/blob/1a/desk/c.md)")
    assert link(Place("../c.md", 3), Site(links="../")).endswith("](../../c.md#L3)")


def test_what_is_folded_has_its_words_in_html() -> None:
    assert folded(summary_line("a <b> & `c` *d* @e"), ["x"]) == (
        "<details><summary>a &lt;b&gt; &amp; `c` *d* @&#8203;e</summary>\n\nx\n\n</details>"
    )


@pytest.mark.parametrize("view", list(View))
def test_every_table_row_has_as_many_cells_as_its_head(view: View) -> None:
    text = named("markdown").render(lantern(), RenderOptions(view=view, verbose=True))
    for block in text.split("\n\n"):
        rows = [line.count(" | ") for line in block.splitlines() if line.startswith("|")]
        assert len(set(rows)) <= 1, block


def test_findings_come_first_and_details_are_folded() -> None:
    text = named("md").render(lantern(), RenderOptions())
    order = ["# Figures compared", "**$1,700**".replace("$", "\\$"), "<details>", "**CC102 error**", "## Coverage"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "None." in named("md").render(clean(), RenderOptions())


def test_only_what_fits_is_told_and_the_rest_is_counted() -> None:
    report = many(errors=400)
    whole = named("md").render(report, RenderOptions())
    for room in (10_000, 40_000, len(whole.encode()) - 1):
        text = named("md").render(report, RenderOptions(room=room))
        assert len(text.encode()) <= room
        assert "left out: there is no room" in text
        assert text.endswith(whole[whole.index("## Coverage") :])
    assert named("md").render(report, RenderOptions(room=len(whole.encode()) + 1000)) == whole


def test_quiet_leaves_the_table() -> None:
    text = named("md").render(gate(), RenderOptions(quiet=True))
    assert "<mark>" not in text
    assert text.count("**CC") == 5
