"""Articles to sentences: blocks by layout, sentences in prose, offsets kept."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimcheck.model.text import Article, ArticleId, Sentence, SentenceKind, Span
from claimcheck.segment import segment


def _sentences(text: str, title: Span | None = None) -> tuple[Sentence, ...]:
    body = Span(0, len(text))
    return segment(
        Article(
            id=ArticleId("s.md"),
            path="s.md",
            title="" if title is None else title.of(text),
            source=None,
            date=None,
            url=None,
            text=text,
            body=body,
            title_span=title,
        )
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It fell. It rose.", ["It fell.", "It rose."], id="two_sentences"),
        pytest.param("It met Sen. Smith on Aug. 25 at 2 p.m. today.", None, id="abbreviations_end_nothing"),
        pytest.param("It cost U.S. $5 in all.", None, id="initials_end_nothing"),
        pytest.param("It was 2025.Two marches met.", ["It was 2025.", "Two marches met."], id="glued_sentences_part"),
        pytest.param("See news24.com today.", None, id="a_domain_is_not_parted"),
        pytest.param("One line\n\nAnother line", ["One line", "Another line"], id="blank_lines_part"),
        pytest.param(
            "The agency said that it had taken a great many\nguns off the street in the week.",
            None,
            id="wrapped_lines_join",
        ),
        pytest.param(
            "The ferry line closed for a week on March 8 and Nov.\n21. It carries 4,000 people a day in winter.",
            ["The ferry line closed for a week on March 8 and Nov.\n21.", "It carries 4,000 people a day in winter."],
            id="a_wrapped_day_is_no_list_item",
        ),
        pytest.param(
            "The ferry line has three rules for its winter season:\n1. No cars.\n2. No dogs.",
            ["The ferry line has three rules for its winter season:", "1. No cars.", "2. No dogs."],
            id="a_list_interrupts_a_paragraph",
        ),
        pytest.param(
            "1. No cars on the upper deck of any\nferry in winter.\n2. No dogs.",
            ["1. No cars on the upper deck of any", "ferry in winter.", "2. No dogs."],
            id="a_list_goes_on_after_a_wrapped_item",
        ),
        pytest.param(
            "The line told its riders in two words how it went: about\n4,000 of them came by train instead, they say.",
            None,
            id="a_colon_in_a_wrapped_line_is_no_label",
        ),
        pytest.param(
            "Riders: about 4,000\nShips: 3\nDelays on the first day of the winter: 12",
            ["Riders: about 4,000", "Ships: 3", "Delays on the first day of the winter: 12"],
            id="labelled_lines_part",
        ),
        pytest.param("- 5 guns\n- 6 knives", ["5 guns", "6 knives"], id="list_items_part"),
        pytest.param("1. Stop it.\n2. Call us.", ["1. Stop it.", "2. Call us."], id="counters_stay"),
        pytest.param("# Head\nText here.", ["Head", "Text here."], id="heading_marks_go"),
        pytest.param("| a | 5 |\n|---|---|\n| b | 6 |", ["| a | 5 |", "| b | 6 |"], id="rules_of_tables_go"),
        pytest.param("Above.\n\n* * *\n\nBelow.", ["Above.", "Below."], id="rules_go"),
    ],
)
def test_sentences(text: str, expected: list[str] | None) -> None:
    assert [s.text for s in _sentences(text)] == (expected if expected is not None else [text])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It fell by half.", SentenceKind.PROSE),
        ("- It fell", SentenceKind.LIST_ITEM),
        ("Arrests: 617", SentenceKind.LIST_ITEM),
        ("| a | 5 |", SentenceKind.TABLE_ROW),
        ("## What fell", SentenceKind.HEADING),
    ],
)
def test_kinds(text: str, kind: SentenceKind) -> None:
    assert [s.kind for s in _sentences(text)] == [kind]


def test_the_headline_comes_first_and_once() -> None:
    text = "600 held in raid\n\nThe agency held 600."
    found = _sentences(text, Span(0, 16))
    assert [(s.text, s.paragraph, s.kind) for s in found] == [
        ("600 held in raid", -1, SentenceKind.HEADLINE),
        ("The agency held 600.", 0, SentenceKind.PROSE),
    ]


@given(st.text(alphabet=st.sampled_from("aB5 .\n|-#>*\"'“”!?,()1:\t\r\u2028\xa0\u2009")))
@example("B\u2028.\u2028")
@example("Mr B\xa0. was held.")
@settings(max_examples=300, deadline=None)
def test_spans_slice_back_in_order(text: str) -> None:
    found = _sentences(text)
    assert all(s.span.of(text) == s.text for s in found)
    assert [s.index for s in found] == list(range(len(found)))
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
