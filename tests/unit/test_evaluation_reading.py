"""How alike two tellings of one figure are read: which pairs count, and what is listed."""

from pathlib import Path

import pytest

from evaluation.model import Story
from evaluation.reading import APART, listed, main, table, told_pairs
from evaluation.stories import load_story

ARTICLES = {
    "a.md": "Police arrested 412 people in a raid on Port Ellis. They took 31 guns.\n",
    "b.md": "The raid on Port Ellis ended with 412 people arrested, police said. Harbour crews lost 31 guns in 2009.\n",
    "c.md": "The raid on Port Ellis brought in 412 dockers, police said.\n",
}
KEY = """
event: port raid
compatible:
  - metric: people arrested
    claims:
      - {doc: a.md, quote: 412 people}
      - {doc: b.md, quote: 412 people}
      - {doc: c.md, quote: 412 dockers}
    why: one count
distinct:
  - metric: guns
    claims:
      - {doc: a.md, quote: 31 guns}
      - {doc: b.md, quote: 31 guns}
    why: another year's loss
"""


@pytest.fixture
def raid(tmp_path: Path) -> Story:
    for doc, text in ARTICLES.items():
        (tmp_path / doc).write_text(text, encoding="utf-8")
    (tmp_path / "key.yaml").write_text(KEY, encoding="utf-8")
    return load_story(tmp_path)


def test_pairs_of_one_figure_and_of_two_are_told_apart(raid: Story) -> None:
    pairs = list(told_pairs(raid))
    assert [pair.one for pair in pairs].count(True) == 3
    assert [pair.one for pair in pairs].count(False) == 1
    assert not any(pair.undistinguished for pair in pairs if not pair.one)


def test_the_table_counts_what_is_read_alike(raid: Story) -> None:
    lines = list(table(list(told_pairs(raid))))
    assert lines[0] == "3 pairs of one figure; read alike:"
    entity = next(line.split() for line in lines if line.split()[0] == "entity")
    assert entity == ["entity", "1", "0.333"]


def test_pairs_that_are_read_in_two_ways_are_listed_with_their_words(raid: Story) -> None:
    pairs = list(told_pairs(raid))
    text = "\n".join(listed(pairs, "entity"))
    assert "»412« dockers" in text
    assert not list(listed(pairs, APART))


def test_the_command_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--set", "bennu-sample", "--show", "entity"]) == 0
    assert "pairs of two figures" in capsys.readouterr().out
