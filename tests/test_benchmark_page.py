"""docs/benchmark.md can be followed as it stands: what it counts is there, and what it runs prints what it shows."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from test_readme import tells

from evaluation.mutations.kinds import kinds
from evaluation.stories import load_stories, story_names

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "benchmark.md").read_text("utf-8")
_RUN = re.compile(r"<!-- run: (?P<command>[^\n]+?) -->\n+```text\n(?P<block>.*?)\n```\n", re.DOTALL)


@pytest.mark.parametrize(("command", "block"), _RUN.findall(TEXT))
def test_a_run_prints_what_the_page_shows(command: str, block: str) -> None:
    program, *arguments = shlex.split(command)
    assert program == "python"
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    output = tuple(line.rstrip() for line in done.stdout.splitlines())
    assert tells(tuple(block.splitlines()), output), "\n".join((f"{command} now prints:", *output))


def test_the_page_runs_both_measures() -> None:
    assert [shlex.split(command)[2] for command, _ in _RUN.findall(TEXT)] == ["evaluation", "evaluation.mutations"]


def test_the_page_counts_what_is_there() -> None:
    stories = load_stories(story_names())
    labelled = [story for story in stories if story.labels is not None]
    items = [item.list.value for story in stories for item in story.items]
    told = [
        f"{len(stories)} sets on real events, {sum(len(story.documents) for story in stories)} articles",
        f"{items.count('conflicts')} conflicts that are real, {items.count('compatible')} items that only look",
        f"{items.count('distinct')} that belong to something else, {items.count('ambiguous')} left open",
        f"in {len(labelled)} stories every figure, {sum(len(story.labels or ()) for story in labelled)} in all",
        f"{sum(len(story.no_claims) for story in stories)} numbers that are no claims",
        f"{sum(k.is_error for k in kinds())} kinds of error, {sum(not k.is_error for k in kinds())} kinds of harmless",
    ]
    assert [words for words in told if words not in TEXT] == [], "docs/benchmark.md counts otherwise"


def test_the_toy_is_small_and_needs_nothing() -> None:
    code = (ROOT / "docs" / "examples" / "toy_tool.py").read_text("utf-8")
    imported = set(re.findall(r"^(?:import|from) (\w+)", code, re.MULTILINE))
    assert imported <= sys.stdlib_module_names
    assert len(code.splitlines()) < 40
