"""Whatever an article says, a format stays what it is: it parses, holds every finding once, and keeps the words."""

import csv
import json
import re
from dataclasses import replace
from io import StringIO
from xml.etree import ElementTree

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from report_factory import article, claim, finding, group, report

from claimcheck.model.finding import Severity, Verdict
from claimcheck.model.report import Report
from claimcheck.protocols import RenderOptions
from claimcheck.report.registry import named

WORDS = st.text(st.characters() | st.sampled_from("|`<>&\"'[](){}\\#@*_~:%,=+-\r\n\t\x00\x1b\u2028\ufeff"), max_size=40)
OPTIONS = RenderOptions(gate=Severity.ERROR)
UNHURRIED = settings(deadline=None)


def of(words: str, path: str) -> Report:
    """Two articles that disagree, with these words everywhere that words can stand."""
    pages = [
        article(f"a{path}.md", f"{words} 12 {words}\n{words}", title="", source=words),
        article("b.md", f"{words} 7 vans.", source="B", url=words),
    ]
    claims = [claim(pages[0], " 12 ", "12", words), claim(pages[1], " 7 ", "7", words, operation=words)]
    found = finding("CC101", Severity.ERROR, words, [claims[:1], claims[1:]], suspect=claims[1], suggestion=words)
    return replace(report(pages, [group(claims, Verdict.CONFLICT)], [found]), notices=(words,))


PATHS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1, max_size=12)


@UNHURRIED
@given(words=WORDS, path=PATHS)
def test_what_is_parsed_holds_the_finding(words: str, path: str) -> None:
    told = of(words, path)
    log = json.loads(named("sarif").render(told, OPTIONS))
    (result,) = log["runs"][0]["results"]
    assert len(result["relatedLocations"]) == 1
    assert result["relatedLocations"][0]["physicalLocation"]["region"]["snippet"]["text"] == " 12 "
    assert len(json.loads(named("gitlab").render(told, OPTIONS))) == 1
    assert len(json.loads(named("rdjson").render(told, OPTIONS))["diagnostics"]) == 1
    assert len(json.loads(named("claimreview").render(told, OPTIONS))["@graph"]) == 1
    lines = named("jsonl").render(told, OPTIONS).split("\n")
    assert [json.loads(line)["type"] for line in lines[:-1]] == ["finding", "run"]
    suite = ElementTree.fromstring(named("junit").render(told, OPTIONS).encode()).find("testsuite")  # noqa: S314 our own
    assert suite is not None
    assert len(suite.findall("testcase/failure")) == 1


@UNHURRIED
@given(words=WORDS, path=PATHS)
def test_a_table_has_its_rows_and_no_formula(words: str, path: str) -> None:
    rows = list(csv.DictReader(StringIO(named("csv").render(of(words, path), OPTIONS), newline="")))
    assert [row["side"] for row in rows] == ["1", "2"]
    assert [row["value"] for row in rows] == ["12", "7"]
    assert not any(re.match(r"[=+@\t\r＝＋－＠]|-(?![\d.,]*$)", cell) for row in rows for cell in row.values())


@UNHURRIED
@given(words=WORDS, path=PATHS)
def test_github_is_given_one_command_and_no_other(words: str, path: str) -> None:
    lines = re.split(r"\r\n|\r|\n", named("github").render(of(words, path), OPTIONS))
    assert [line[:8] for line in lines if line.startswith(("::", "##["))] == ["::error "]
    assert len(lines) == 4


@UNHURRIED
@given(words=WORDS, path=PATHS)
def test_markdown_keeps_its_tables(words: str, path: str) -> None:
    text = named("markdown").render(of(words, path), OPTIONS)
    for block in text.split("\n\n"):
        cells = {len(re.findall(r" \| ", line)) for line in block.split("\n") if line.startswith("| ")}
        assert len(cells) <= 1, block
    assert text.count("<details>") == text.count("</details>") == 1


TAGS = re.compile(r"(?:</?(?:details|summary|b|mark)>|<br>|<wbr>|[^<>])*")
PAIRS = ("link", "strong", "em", "paragraph", "heading", "blockquote", *("table", "thead", "tbody", "tr", "th", "td"))
MADE = {f"{name}_{end}" for name in PAIRS for end in ("open", "close")}
MADE |= {"inline", "text", "text_special", "html_inline", "html_block", "softbreak", "hardbreak"}
"""The kinds of token that the report itself writes."""


def tokens(text: str) -> list[Token]:
    found = MarkdownIt("commonmark").enable("table").parse(text)
    return [*found, *(inner for token in found for inner in token.children or ())]


@UNHURRIED
@given(words=WORDS, path=PATHS)
@example(words="![a](b) <img src=x> `c` [d](e) | <!-- f --> &lt;", path="a")
@example(words="</summary><script>1</script>", path="](x)")
def test_words_become_no_markup(words: str, path: str) -> None:
    """As a renderer of markdown reads it: no tag, link, picture or code but what the report itself writes."""
    found = tokens(named("markdown").render(of(words, path), OPTIONS))
    assert {token.type for token in found} <= MADE
    assert all(TAGS.fullmatch(token.content) for token in found if token.type in ("html_inline", "html_block"))
    assert sum(token.type == "table_open" for token in found) == 2
    links = [str(token.attrs["href"]) for token in found if token.type == "link_open"]
    assert all(re.fullmatch(r"[^<>\s]*\.md#L\d", link) for link in links), links
    assert len(links) == 3
