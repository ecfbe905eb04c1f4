"""Which digits of two printed numbers are marked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_factory import article, claim, finding

from claimcheck.model.finding import Finding, Severity
from claimcheck.report.differing import differing, slip_of


@pytest.mark.parametrize(
    ("a", "b", "marked"),
    [
        ("2,290", "2,209", ("2,2[9][0]", "2,2[0][9]")),
        ("617", "627", ("6[1]7", "6[2]7")),
        ("1,020", "120", ("1,[0]20", "120")),
        ("55", "16.55", ("55", "[1][6].55")),
        ("2.6", "26", ("2.6", "26")),
        ("480", "480", ("480", "480")),
        ("926", "1,058", ("926", "1,058")),
        ("four", "4", ("four", "4")),
        ("", "12", ("", "12")),
    ],
)
def test_a_slip_is_marked_and_what_has_nothing_in_common_is_not(a: str, b: str, marked: tuple[str, str]) -> None:
    places = differing(a, b)
    shown = tuple(
        "".join(f"[{char}]" if at in odd else char for at, char in enumerate(text))
        for text, odd in zip((a, b), places, strict=True)
    )
    assert shown == marked


def told(*figures: tuple[str, str], suspect: int | None = None) -> Finding:
    papers = [article(f"{n}.md", f"They seized {printed} pills.\n") for n, (printed, _) in enumerate(figures)]
    claims = [claim(paper, printed, value, "pills") for paper, (printed, value) in zip(papers, figures, strict=True)]
    odd = claims[suspect] if suspect is not None else None
    return finding("CC104", Severity.ERROR, "pills", [[one] for one in claims], suspect=odd)


@pytest.mark.parametrize(
    ("one", "shown"),
    [
        (told(("3,373", "3373"), ("3,337", "3337")), "3,3[37] / 3,3[73]"),
        (told(("3,373", "3373"), ("3,337", "3337"), suspect=0), "3,3[73] / 3,3[37]"),
        (told(("926", "926"), ("3,337", "3337"), ("936", "936"), suspect=0), "9[2]6 / 9[3]6"),
        (told(("926", "926"), ("4,711", "4711")), ""),
        (told(("1.7 million", "1700000"), ("1.8 million", "1800000")), ""),
        (told(("42", "42")), ""),
    ],
)
def test_a_finding_says_which_digits_differ_in_brackets(one: Finding, shown: str) -> None:
    assert slip_of(one) == shown


@given(st.text("0123456789,. ", max_size=60), st.text("0123456789,. ", max_size=60))
def test_marks_lie_inside(a: str, b: str) -> None:
    ours, theirs = differing(a, b)
    assert all(a[at].isdigit() for at in ours)
    assert all(b[at].isdigit() for at in theirs)
