"""Comments of an article: none is text, and what one asks for covers its line, its paragraph or the article."""

import pytest

from claimcheck.api import extract_claims
from claimcheck.load import markdown, text
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article


def loaded(content: str, *, plain: bool = False) -> Article:
    found = (text if plain else markdown).read("a.md", content.encode())
    assert isinstance(found, Article), found
    return found


def faults(content: str, *, plain: bool = False) -> list[str]:
    found = (text if plain else markdown).read("a.md", content.encode())
    assert isinstance(found, tuple), found
    return [str(fault).splitlines()[0] for fault in found]


MARK = "<!-- claimcheck: ignore CC101 counted twice -->"
LONG = "<!-- claimcheck: ignore CC101 counted\ntwice -->"


@pytest.mark.parametrize(
    ("content", "covers"),
    [
        (f"Sixty fled. {MARK}\nForty came.\n", f"Sixty fled. {MARK}\n"),
        (f"{MARK}\nSixty fled.\nForty came.\n\nTen stayed.\n", "Sixty fled.\nForty came.\n"),
        (f"{MARK}\n\n<!-- a note -->\nSixty fled.\n", "Sixty fled.\n"),
        (f"> {MARK}\n> Sixty fled.\n", "> Sixty fled.\n"),
        (f"| fled {MARK} | 60 |\n| came | 40 |\n", f"| fled {MARK} | 60 |\n"),
        (f"# Sixty fled {MARK}\n\nForty came.\n", f"# Sixty fled {MARK}\n"),
        (f"Sixty fled.\n\n{MARK}\n", ""),
        (f"Sixty {LONG} fled.\nForty.\n", f"Sixty {LONG} fled.\n"),
        (f"Sixty fled.\r\n\r\n{MARK}\r\nForty came.\r\n", "Forty came.\r\n"),
    ],
    ids=["line", "paragraph", "over blanks", "quoted", "row", "heading", "nothing", "two lines", "crlf"],
)
def test_what_a_comment_covers(content: str, covers: str) -> None:
    assert [ignore.covers.of(content) for ignore in loaded(content).ignores] == [covers]


def test_a_whole_file() -> None:
    article = loaded("Sixty fled.\n\n<!-- claimcheck: ignore-file CC204 two editions -->\n")
    (ignore,) = article.ignores
    assert ignore.covers.of(article.text) == article.text
    assert (ignore.code, ignore.reason) == ("CC204", "two editions")


@pytest.mark.parametrize(
    ("asks", "codes", "reason"),
    [
        ("ignore CC101 the first count", ["CC101"], "the first count"),
        ("ignore cc101, CC104: the first count", ["CC101", "CC104"], "the first count"),
        ("ignore CC101 CC104 -- the first\n  count", ["CC101", "CC104"], "the first count"),
        ("IGNORE CC101 A380 deliveries, not orders", ["CC101"], "A380 deliveries, not orders"),
        ("ignore first count", ["FIRST"], "count"),
    ],
)
def test_codes_and_reason(asks: str, codes: list[str], reason: str) -> None:
    ignores = loaded(f"Sixty fled. <!-- claimcheck: {asks} -->\n").ignores
    assert [i.code for i in ignores] == codes
    assert {i.reason for i in ignores} == {reason}


def test_the_place_is_that_of_the_code() -> None:
    (ignore,) = loaded(f"One.\n\nSixty fled. {MARK}\n").ignores
    assert (ignore.at.line, ignore.at.column) == (3, 13 + len("<!-- claimcheck: ignore "))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Ten. <!-- claimcheck: ignro CC1 so -->", 'a.md:1:23: error: expected ignore or ignore-file, found "ignro"'),
        ("Sixty. <!-- claimcheck: -->", "a.md:1:24: error: expected ignore or ignore-file, found nothing"),
        ("Sixty. <!-- claimcheck: ignore -->", "a.md:1:25: error: ignore names no check"),
        ("Sixty. <!-- claimcheck: ignore CC101 -->", "a.md:1:32: error: ignore CC101 gives no reason"),
        ("Sixty. <!-- claimcheck: ignore CC101 --- -->", "a.md:1:32: error: ignore CC101 gives no reason"),
        ("Sixty. <!-- claimcheck: ignore CC101 why\nForty.", "a.md:1:8: error: the comment is not closed"),
        ("Sixty. <!-- claimcheck: ignore CC101 why\n<!-- x -->", "a.md:1:8: error: the comment is not closed"),
    ],
)  # fmt: skip
def test_faults_in_comments(content: str, expected: str) -> None:
    assert faults(content) == [expected]


def test_every_fault_is_told_at_once() -> None:
    content = "---\ndate: yesterday\n---\n<!-- claimcheck: ignore CC101 -->\nSixty. <!-- claimcheck: ignore -->\n"
    assert [fault.split(" error: ")[0] for fault in faults(content)] == ["a.md:4:25:", "a.md:5:25:", "a.md:2:7:"]


def test_no_comment_is_text_and_every_offset_stays() -> None:
    content = "Police held <!-- 17 in the\nfirst draft --> 60 people. <!-- 99 --> They let 40 people go.\n"
    article = loaded(content)
    claims = extract_claims([article], Rules()).claims
    assert [c.span.of(content) for c in claims] == ["60", "40"]
    assert len(article.text) == len(content)
    assert article.text.count("\n") == content.count("\n")
    assert article.ignores == ()


def test_an_unclosed_comment_of_somebody_else_is_text() -> None:
    assert loaded("Police held <!-- 60 people.\n").text == "Police held <!-- 60 people.\n"


def test_a_long_comment_does_not_unwrap_a_paragraph() -> None:
    body = (
        "Officers of three states said on Monday that they had\n{}seized 60 kilograms of cocaine and\nlet nobody go.\n"
    )
    plain, noted = (loaded(body.format(mark)) for mark in ("", f"<!-- {'so the desk says ' * 9} --> "))
    read = [extract_claims([article], Rules()).claims[0] for article in (plain, noted)]
    assert read[0].metric == read[1].metric
    assert read[0].sentence.text.split() == read[1].sentence.text.split()


def test_plain_text_has_lines_instead() -> None:
    content = "claimcheck: ignore CC101 counted twice\nSixty fled.\n\nClaimcheck: a tool that 40 desks ignore.\n"
    article = loaded(content, plain=True)
    (ignore,) = article.ignores
    assert ignore.covers.of(content) == "Sixty fled.\n"
    assert article.text == " " * 38 + content[38:]
    assert loaded(content).ignores == (), "in markdown it is text"


def test_a_line_in_the_midst_of_plain_text_is_none() -> None:
    assert loaded("The desk wrote claimcheck: ignore CC101 twice.\n", plain=True).ignores == ()
    assert faults("Sixty.\nclaimcheck: ignore\n", plain=True) == ["a.md:2:13: error: ignore names no check"]
    (typo,) = faults("claimcheck: ignroe CC101 why\nSixty.\n", plain=True)
    assert typo.endswith('expected ignore or ignore-file, found "ignroe"')


def test_many_comments_cost_no_more_than_their_length() -> None:
    content = "<!-- claimcheck: ignore CC101 why -->\n" * 3_000 + "<!-- " * 30_000 + "Sixty fled.\n" * 3_000
    assert len(loaded(content).ignores) == 3_000
