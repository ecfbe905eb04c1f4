"""What holds of extraction whatever the text: it ends, spans are true, no digit vanishes, notation does not matter."""

import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import FrameType

import pytest
import yaml
from factories import article
from hypothesis import example, given, settings
from hypothesis import strategies as st

import claimcheck
from claimcheck.config.lexicon import load_lexicon
from claimcheck.extract import Extraction, extract
from claimcheck.language.scan import Tokens
from claimcheck.segment import segment

DATA = Path(claimcheck.__file__).parent / "data" / "en"
PIECES = st.sampled_from(
    [
        *(
            "5",
            "1,234",
            "1.5",
            "2019",
            "$",
            "€",
            "%",
            "-",
            "–",
            "to",
            "and",
            "between",
            "more than",
            "about",
            "million",
        ),
        *("m", "kg", "a", "half", "dozen", "tens", "of", "thousands", "twice", "one", "in", "third", "no", "deaths"),
        *(
            "(",
            ")",
            "[",
            "]",
            "/",
            "°",
            ".",
            ",",
            ";",
            ":",
            ":1",
            ":30",
            "\n",
            "\n\n",
            "| ",
            "Aug.",
            "p.m.",
            "old",
            "aged",
            "per",
            "day",
        ),
        *("Smith", "#", "@x1", "±", "½", "feet", "'", '"'),
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)
)
_DIGIT = re.compile(r"\d")
HOSTILE = (
    *("1" * 50, "1,", "1.1.", "5 to ", "$", "(", "a of ", "one hundred and ", "a quarter of a ", "http://a.", "Aug. "),
    *(
        "x@",
        "-5-",
        "half ",
        "between 5 and ",
        "1 1/2 ",
        "[1",
        "'1",
        "more than ",
        "1 234 ",
        "5 feet ",
        "41, ",
        "\u00ad",
    ),
    *("|", "no ", "€1,2 ", "12:30:"),
)


NUMBERS = ("5", "12", "5.33", "1,234", "1430", "2019", "1.234.567", "00", "5:33", "5-10", "$5.3", "5%", "3/4", "5th")


@cache
def _words() -> tuple[str, ...]:
    """Every word that the English data files have for dates, numerals, qualifiers and units."""
    files = ("calendar", "numerals", "qualifiers", "units")
    tables = [yaml.safe_load((DATA / f"{name}.yaml").read_text("utf-8")) for name in files]
    return tuple(sorted({word for table in tables for word in _leaves(table) if word and "\n" not in word}))


def _leaves(table: object) -> Iterator[str]:
    if isinstance(table, dict):
        yield from (leaf for pair in table.items() for value in pair for leaf in _leaves(value))
    elif isinstance(table, list):
        yield from (leaf for value in table for leaf in _leaves(value))
    else:
        yield str(table)


def _read(text: str) -> Extraction:
    told = article("p.md", text)
    return extract(told.id, segment(told), load_lexicon())


@given(TEXTS)
@example("-TENS")
@example("12:1: half")
@settings(max_examples=200, deadline=None)
def test_any_text_parses_and_spans_slice_back(text: str) -> None:
    found = _read(text)
    for mention in found.mentions:
        quantity = mention.quantity
        assert quantity.span.of(text) == quantity.surface
        assert quantity.span.covers(quantity.number)
        assert quantity.step > 0
        low, high = quantity.interval.low, quantity.interval.high
        assert low is None or high is None or low <= high
    for skipped in found.skipped:
        assert skipped.span.of(text) == skipped.surface


@pytest.mark.parametrize("number", NUMBERS)
def test_any_number_beside_any_word_of_the_lexicon_parses(number: str) -> None:
    """What a word makes of a plain number it must make something of for any other: "1430 GMT", "5.33 GMT"."""
    text = "\n\n".join(f"It was {number} {word} here." for word in _words())
    found = _read(text)
    surfaces = [*(m.quantity.surface for m in found.mentions), *(s.surface for s in found.skipped)]
    told = sum(len(_DIGIT.findall(surface)) for surface in surfaces)
    assert told >= len(_words()) * len(_DIGIT.findall(number))


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_figures_and_skips_never_overlap(text: str) -> None:
    found = _read(text)
    spans = sorted([m.quantity.span for m in found.mentions] + [s.span for s in found.skipped])
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(st.lists(PIECES, max_size=30).map(" ".join))
@settings(max_examples=200, deadline=None)
def test_every_digit_is_accounted_for(text: str) -> None:
    found = _read(text)
    told = [m.quantity.span for m in found.mentions] + [s.span for s in found.skipped]
    for digit in _DIGIT.finditer(text):
        assert any(span.start <= digit.start() < span.end for span in told), text[max(0, digit.start() - 10) :][:30]


@given(st.integers(min_value=1, max_value=99), st.integers(min_value=0, max_value=9))
@settings(max_examples=60, deadline=None)
def test_one_figure_in_ten_notations(whole: int, tenth: int) -> None:
    value = (Decimal(whole) + Decimal(tenth) / 10) * 1_000_000
    grouped = f"{int(value):,}"
    spaced, thin = grouped.replace(",", " "), grouped.replace(",", chr(0x202F))
    short = f"{whole}.{tenth}"
    notations = [
        *(f"${short} million", f"${short}m", f"${short}M", f"${short}-million", f"US${short} mn", f"${grouped}"),
        *(f"${int(value)}", f"${spaced}", f"${thin}", f"USD {grouped}", f"{short} million dollars"),
        f"{short} million US dollars",
    ]
    for written in notations:
        figures = [m.quantity for m in _read(f"The haul was worth {written} in all.").mentions]
        assert [(q.value, q.unit.id) for q in figures] == [(value, "USD")], written


@given(
    st.lists(
        st.lists(PIECES.filter(lambda p: "\n" not in p), min_size=1, max_size=12).map(" ".join), min_size=2, max_size=4
    )
)
@settings(max_examples=100, deadline=None)
def test_splitting_at_a_paragraph_changes_nothing(paragraphs: list[str]) -> None:
    """Each paragraph alone gives the figures that it gives within the article."""
    prose = [f"It said {p} here." for p in paragraphs if "|" not in p]
    whole = [m.quantity.surface for m in _read("\n\n".join(prose)).mentions]
    apart = [m.quantity.surface for p in prose for m in _read(p).mentions]
    assert whole == apart


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repetition_ends_and_vanishes_nowhere(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    found = _read(text)
    told = sorted([m.quantity.span for m in found.mentions] + [s.span for s in found.skipped])
    at = 0
    for digit in _DIGIT.finditer(text):
        while at < len(told) and told[at].end <= digit.start():
            at += 1
        assert at < len(told)
        assert told[at].start <= digit.start()


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_repetition_takes_calls_in_proportion_to_its_length(piece: str) -> None:
    """Ten times the text, at most ten times the calls and a little: counted, because time depends on the machine."""
    short, long = (_calls(piece * (size // len(piece))) for size in (3_000, 30_000))
    assert long <= 11 * short + 1_000


def _calls(text: str) -> int:
    """Calls of functions, Python's and C's, that reading the text takes."""
    count = 0

    def profile(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        _read(text)
    finally:
        sys.setprofile(before)
    return count


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_tokens_cover_all_that_is_not_space(text: str) -> None:
    t = Tokens(text)
    assert "".join(t.text[: t.n]) == re.sub(r"\s", "", text)
