"""The review page: one whole document that needs nothing from outside, and that no article can break out of."""

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_factory import desk_report
from report_factory import article, claim, clean, finding, group, lantern, report
from review_factory import lantern_draft

from claimcheck.model.finding import Severity, Suppression, Verdict
from claimcheck.model.report import Report
from claimcheck.protocols import CheckNote, RenderOptions, View
from claimcheck.report.html.markup import join, name_of, tag, web_address, words
from claimcheck.report.registry import named

VOID = {"input", "link", "meta", "wbr"}
MAY_VARY = {"a", "div", "label", "option", "p", "select", "small", "span", "wbr"}
"""What hangs on whether there are words at all, and how a path breaks."""
ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "xlink:href", "srcset"}


class Page(HTMLParser):
    """The elements with their attributes, the words, and whatever is wrong with the nesting."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.shipped: dict[str, str] = {}
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if self.open[-1:] in (["style"], ["script"]):
            self.shipped[self.open[-1]] = data
        else:
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)

    def tags(self, name: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag == name]


def shown(found: Report, **options: object) -> str:
    return named("html").render(found, RenderOptions(**options))  # type: ignore[arg-type] # options of any kind


REPORTS: dict[str, tuple[Report, dict[str, object]]] = {
    "lantern": (lantern(), {}),
    "verbose": (lantern(), {"verbose": True}),
    "quiet": (lantern(), {"quiet": True}),
    "extract": (lantern(), {"view": View.EXTRACT}),
    "draft": (lantern_draft(), {}),
    "clean": (clean(), {}),
    "desk": (desk_report(), {}),
}


@pytest.fixture(params=REPORTS)
def page(request: pytest.FixtureRequest) -> Page:
    found, options = REPORTS[request.param]
    return Page(shown(found, **options))


def test_what_is_opened_is_closed(page: Page) -> None:
    assert page.wrong == []
    assert page.open == []


def test_ids_are_unique_and_links_into_the_page_lead_somewhere(page: Page) -> None:
    ids = Counter(attributes["id"] for _, attributes in page.elements if "id" in attributes)
    assert [name for name, count in ids.items() if count > 1] == []
    inside = {link["href"][1:] for link in page.tags("a") if link["href"].startswith("#")}
    assert {name for name in inside if "=" not in name} <= set(ids)
    for _, attributes in page.elements:
        assert set(attributes.get("aria-labelledby", "").split()) <= set(ids)
        assert attributes.get("for", next(iter(ids))) in ids


def test_nothing_is_fetched_and_only_the_shipped_style_and_script_run(page: Page) -> None:
    policy = next(meta["content"] for meta in page.tags("meta") if meta.get("http-equiv"))
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for name, text in page.shipped.items():
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy, name
    assert len(page.tags("style")) == len(page.tags("script")) == 1
    for tag_name, attributes in page.elements:
        assert not any(name.startswith("on") or name == "style" for name in attributes), attributes
        for name in ADDRESSES & set(attributes):
            assert re.match(r"#|https?://" if tag_name == "a" else r"data:,", attributes[name]), attributes


def test_the_style_sheet_asks_for_nothing_outside() -> None:
    text = Page(shown(clean())).shipped["style"]
    assert "url(" not in text
    assert "@import" not in text


def test_it_is_the_same_every_time_and_ends_in_a_line_end() -> None:
    assert shown(desk_report()) == shown(desk_report())
    assert shown(clean()).endswith("</html>\n")


def test_findings_come_first_then_groups_then_what_was_skipped() -> None:
    text = shown(lantern())
    parts = ['id="findings"', "CC102-assets", "CC101-arrests", 'id="groups"', 'id="alone"', 'id="skipped"']
    parts[1:3] = ['id="finding-cc102-assets"', 'id="finding-cc101-arrests"']
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_every_claim_of_the_report_stands_on_the_page() -> None:
    text = Page(shown(lantern())).text
    for place in ("news/agency.md:7:15", "news/daily-a.md:6:15", "news/daily-b.md:5:14"):
        assert place in text


def test_the_suspect_is_named_in_words_and_its_side_comes_first() -> None:
    text = shown(lantern())
    one = text[text.index('id="finding-cc102-assets"') : text.index('id="finding-cc101-arrests"')]
    assert one.index("Stands alone") < one.index("Against it")
    assert '<b class="side">suspect</b>' in one
    assert one.count("side A") == 0


def test_sides_without_a_suspect_are_lettered_alike_in_plot_and_passages() -> None:
    text = shown(lantern())
    one = text[text.index('id="finding-cc101-arrests"') : text.index('id="groups"')]
    assert "Side A · 2 articles" in one
    assert "Side B · 1 article" in one
    assert one.count('<b class="side">side A</b>') == 2
    assert one.count('<b class="side">side B</b>') == 1


def test_decisions_are_told() -> None:
    page = Page(shown(desk_report()))
    assert "Suppressed by baseline: the statement was corrected" in page.text
    states = Counter(one["data-state"] for one in page.tags("article"))
    assert set(states) == {"new", "unchanged", "suppressed"}
    assert "No longer found" in page.text
    assert "accepted: the desk knows" in page.text
    assert "by-state" in {menu["id"] for menu in page.tags("select")}


def test_a_filter_stands_where_there_is_something_to_choose() -> None:
    assert [menu["name"] for menu in Page(shown(lantern())).tags("select")] == ["severity", "check", "metric", "source"]
    assert Page(shown(clean())).tags("select") == []
    assert [menu["name"] for menu in Page(shown(lantern(), view=View.EXTRACT)).tags("select")] == ["metric", "source"]


def test_the_receipt_adds_up() -> None:
    found = re.search(r"(\d+) numbers = (\d+) compared \+ (\d+) alone \+ (\d+) skipped", Page(shown(lantern())).text)
    assert found is not None
    total, *parts = map(int, found.groups())
    assert total == sum(parts) == lantern().coverage.numbers


def test_a_check_is_explained_where_its_page_is_known() -> None:
    note = CheckNote(
        code="CC102",
        name="magnitude slip",
        severity=Severity.ERROR,
        page="Lost.\n\n## What it does\nFinds `million`\nlost.\n\n## Example\n> no\n\n## How to fix it\nAsk <me>.",
    )
    text = shown(lantern(), checks=(note,))
    assert '<section id="check-CC102"' in text
    assert "<p>Finds <code>million</code> lost.</p>" in text
    assert "<p>Ask &lt;me&gt;.</p>" in text
    assert '<section id="check-CC101"' in text, "one without a page is named at least"


def test_differing_digits_are_marked() -> None:
    right = article("a.md", "They seized 3,373 pills.\n")
    wrong = article("b.md", "They seized 3,337 pills.\n")
    sides = [[claim(right, "3,373", "3373", "pills")], [claim(wrong, "3,337", "3337", "pills")]]
    one = finding("CC104", Severity.ERROR, "pills", sides, suspect=sides[1][0])
    text = shown(report([right, wrong], [group([*sides[0], *sides[1]], Verdict.CONFLICT)], [one]))
    assert "<mark>3,3<u>3</u><u>7</u></mark>" in text
    assert "<mark>3,3<u>7</u><u>3</u></mark>" in text


def test_a_long_side_is_folded_and_different_figures_stay_in_sight() -> None:
    papers = [article(f"{n}.md", f"There were {number} held.\n") for n, number in enumerate([40] * 6 + [41, 9])]
    claims = [claim(paper, paper.text.split()[2], paper.text.split()[2], "held") for paper in papers]
    one = finding("CC101", Severity.ERROR, "held", [claims[:7], claims[7:]], suspect=claims[7])
    text = shown(report(papers, [group(claims, Verdict.CONFLICT)], [one]))
    side = text[text.index("Against it · 7 articles") : text.index('id="groups"')]
    unfolded, _, folded = side.partition("<details>")
    assert "4 more that agree" in folded
    assert "<mark>41</mark>" in unfolded


HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
    "</style><style>*{display:none}",
    "<!-- --!> <svg onload=alert(1)>",
    "&lt;b&gt; &amp;#60;",
    "\u202eabc\x00\x1b[31m",
    "]]> {{7*7}} ${7*7}",
)


def hostile(text: str) -> Report:
    """A report that says `text` wherever an article or a rules file can put words."""
    address = "".join(char for char in text if char.isprintable() and not char.isspace())
    one = replace(
        article(f"{text}/a.md", f"There were 42 {text} held.\n", title=text, source=text, day=date(2024, 1, 2)),
        url=text,
    )
    two = article("b.md", f"{text} 7 held\n", source="B", url=f"https://x.example/{address}")
    claims = [
        claim(one, "42", "42", text, operation=text, scope=text or None),
        claim(two, " 7", "7", text, operation=text),
    ]
    found = finding(text or "CC101", Severity.ERROR, text, [claims[:1], claims[1:]], suspect=claims[0], suggestion=text,
                    suppressed=Suppression(by=text, reason=text))  # fmt: skip
    return report([one, two], [group(claims, Verdict.CONFLICT)], [replace(found, name=text)])


@cache
def _usual() -> Counter[str]:
    return Counter(name for name, _ in outline(hostile("harmless")))


def outline(found: Report) -> list[tuple[str, tuple[str, ...]]]:
    elements = Page(shown(found)).elements
    return [(name, tuple(attributes)) for name, attributes in elements if name != "wbr"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_change_nothing_but_words(text: str) -> None:
    page = Page(shown(hostile(text)))
    assert page.wrong == []
    assert outline(hostile(text)) == outline(hostile("harmless"))
    for link in page.tags("a"):
        assert link["href"].startswith(("#", "https://x.example/", "http"))


@settings(max_examples=40)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=40).filter(lambda text: text.strip() != ""))
def test_no_words_become_markup(text: str) -> None:
    page = Page(shown(hostile(text)))
    assert page.wrong == []
    tags = Counter(name for name, _ in page.elements)
    usual = _usual()
    assert {name for name in tags if tags[name] > usual[name]} <= MAY_VARY
    assert tags["script"] == tags["style"] == 1


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=c#d", True),
        ("http://example.org", True),
        ("HTTPS://EXAMPLE.ORG/", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        (" https://example.org", False),
        ("https://user@example.org/", False),
        ("https://example.org/a b", False),
        ("https:///nohost", False),
        ("//example.org", False),
        ("https://example.org/\u202e", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url: str | None, kept: bool) -> None:
    assert web_address(url) == (url if kept else None)


def test_words_are_escaped_once_and_markup_is_kept() -> None:
    assert tag("p", "a < b & c", tag("b", '"x"')) == "<p>a &lt; b &amp; c<b>&quot;x&quot;</b></p>"
    assert (
        tag("a", "x", href='"><', hidden=True, title=None, class_="k")
        == '<a href="&quot;&gt;&lt;" hidden class="k">x</a>'
    )
    assert join(["<", words("&")], "<") == "&lt;&lt;&amp;"
    assert name_of("cc 1/ä") == "cc-1-"


def test_only_the_suspect_is_called_so_and_not_who_agrees_with_it() -> None:
    text = shown(desk_report())
    one = text[text.index('id="finding-cc105-revenue"') : text.index('id="finding-cc108-dead"')]
    assert "The suspect · 2 articles" in one
    assert one.count('<b class="side">suspect</b>') == 2, "once in the plot, once among the passages"
    assert one.count('<b class="side">with the suspect</b>') == 1
