"""The draft trial's key fits its drafts, and its counts count what they say."""

from collections import Counter
from dataclasses import replace

from evaluation.drafts import EXACT, FOLDER, HARMLESS, PLANTED, STORIES, Mark, answers, read_key, summary

MARK = Mark(draft="d.md", group=PLANTED, quote="671", kind="digit slip", start=10, end=13, standing="contradicted")


def document(standing: str, severity: str | None, check: str = "CC104") -> dict[str, object]:
    finding = {"id": "f", "check": check, "severity": severity, "claims": ["d.md#1"], "suggestion": 'should read "617"'}
    figure = {"claim": "d.md#1", "standing": standing, "severity": severity, "finding": "f"}
    return {
        "claims": [{"id": "d.md#1", "span": {"start": 10, "end": 13}}],
        "findings": [finding] if severity else [],
        "drafts": [{"figures": [figure]}],
    }


def test_twenty_planted_errors_and_thirty_harmless_figures() -> None:
    key = read_key()
    assert {path.name for path in FOLDER.glob("*.md")} == set(key)
    assert all((STORIES / story).is_dir() for story, _ in key.values())
    groups = Counter(mark.group for _, marks in key.values() for mark in marks)
    assert (groups[PLANTED], groups[HARMLESS]) == (20, 30)
    assert groups[EXACT]


def test_every_planted_error_says_what_it_should_be_told_as() -> None:
    planted = [mark for _, marks in read_key().values() for mark in marks if mark.group == PLANTED]
    assert {mark.standing for mark in planted} == {"contradicted", "stale", "qualifier lost"}


def test_named_is_an_alarm_with_the_right_standing() -> None:
    (right,) = answers(document("contradicted", "error"), [MARK])
    (other,) = answers(document("in no source", "warning"), [MARK])
    (silent,) = answers(document("supported", None), [MARK])
    (unread,) = answers(document("contradicted", "error"), [replace(MARK, start=20, end=23)])
    assert [a.named for a in (right, other, silent, unread)] == [True, False, False, False]
    assert [a.alarm for a in (right, other, silent, unread)] == [True, True, False, False]
    assert (right.hint, unread.standing) == ('should read "617"', None)


def test_the_counts() -> None:
    plain = replace(MARK, group=HARMLESS, standing=None)
    found = [
        *answers(document("contradicted", "error"), [MARK]),
        *answers(document("in no source", "warning"), [MARK]),
        *answers(document("supported", None), [plain]),
        *answers(document("in no source", "warning", "CC304"), [plain]),
    ]
    assert list(summary(found))[:3] == [
        "planted errors: 2 of 2 raise a warning or an error",
        "  1 named as what they are, 1 more told with the source's figure in the hint",
        "harmless re-tellings: 1 of 2 raise a false alarm, 1 are told as supported",
    ]
