"""The file of accepted findings: what is written is read back; what is wrong is told with its place."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.config.baseline import read_baseline, to_yaml
from claimcheck.errors import InputFaults
from claimcheck.model.baseline import Accepted
from claimcheck.printable import one_line

words = st.text(max_size=40).map(one_line)
told = words.filter(bool)
entries = st.builds(
    Accepted,
    id=told,
    check=st.sampled_from(("CC101", "CC204", "CC304")),
    operation=words,
    metric=words,
    message=words,
    reason=told,
    owner=st.none() | told,
    expires=st.none() | st.dates(),
    articles=st.lists(told, max_size=3).map(tuple),
    sides=st.lists(st.lists(told, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple),
)


def read(text: str) -> tuple[Accepted, ...]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "b.yaml"
        path.write_text(text, "utf-8", newline="")
        return tuple(replace(entry, at=None) for entry in read_baseline(str(path)))


@settings(max_examples=60, deadline=None)
@given(st.lists(entries, max_size=4, unique_by=lambda entry: entry.id.casefold()))
def test_what_is_written_is_read_back(listed: list[Accepted]) -> None:
    assert list(read(to_yaml(listed))) == sorted(listed, key=lambda entry: (entry.check, entry.id))
    assert to_yaml(listed) == to_yaml(reversed(listed))


def test_a_file_that_holds_nothing() -> None:
    assert read("") == ()
    assert read("accepted: []\n") == ()
    assert read(to_yaml([])) == ()


def test_an_entry_by_hand_needs_three_keys() -> None:
    (entry,) = read("accepted:\n- {id: CC101-12, check: CC101, reason: both stand}\n")
    assert (entry.id, entry.sides, entry.owner, entry.expires) == ("CC101-12", (), None, None)


def test_entries_know_their_place(tmp_path: Path) -> None:
    path = tmp_path / "b.yaml"
    path.write_text(to_yaml([Accepted(id="x", check="CC101", operation="", metric="", message="", reason="r")]))
    (entry,) = read_baseline(str(path))
    assert entry.at is not None
    assert (entry.at.path, entry.at.line, entry.at.column) == (str(path), 6, 5)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("schema_version: 2\n", '1:17: error: unknown schema_version "2"'),
        ("accepted: {}\n", "1:11: error: expected a list, found a mapping"),
        ("accepted: [{id: a, check: CC101}]\n", '1:12: error: entry without "reason"'),
        ("accepted: [{id: a, check: CC402, reason: r}]\n", '1:27: error: unknown check "CC402"'),
        ("accepted: [{id: a, check: CC101, reason: }]\n", "1:42: error: expected text, found nothing"),
        ("accepted: [{id: a, check: CC101, reason: r, expires: 2026-02-30}]\n", "1:54: error: expected a day"),
        ("accepted: [{id: a, check: CC101, reason: r, owners: b}]\n", '1:45: error: unknown key in entry "owners"'),
        (
            "accepted:\n- {id: a, check: CC101, reason: r}\n- {id: a, check: CC102, reason: r}\n",
            '3:8: error: entry "a" is there already, on line 2',
        ),
        ("accepted: [\n", ": error: not valid YAML"),
    ],
)
def test_faults(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "b.yaml").write_text(text)
    with pytest.raises(InputFaults) as raised:
        read_baseline(str(tmp_path / "b.yaml"))
    assert said in str(raised.value)


def test_the_last_day_still_holds() -> None:
    entry = Accepted(
        id="x", check="CC101", operation="", metric="", message="", reason="r", expires=date(2026, 5, 31)
    )  # fmt: skip
    assert entry.holds_on(date(2026, 5, 31))
    assert not entry.holds_on(date(2026, 6, 1))
    assert entry.holds_on(None), "a run that does not ask for the day"
