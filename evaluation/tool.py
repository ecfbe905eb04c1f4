"""Runs the tool as a black box: on a copy of the articles alone, in a working folder without anything else."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from evaluation.model import Output, Story
from evaluation.output import AnswerError, parse_output

ARTICLES = "articles"
TIMEOUT_SECONDS = 600


class ToolError(Exception):
    """The tool could not be run, or gave no usable answer."""


def installed_tool() -> str:
    """The `claimcheck` that is installed beside the running interpreter."""
    return str(Path(sys.executable).with_name("claimcheck"))


def ask(command: Sequence[str], verb: str, story: Story, rules: Path | None) -> Output:
    """The answer of `command verb articles --format json` over the story. Raises ToolError.

    The working folder holds `rules` as rules.yaml, or no rules at all.
    """
    with tempfile.TemporaryDirectory(prefix="claimcheck-evaluation-") as folder:
        _lay_out(Path(folder), story, rules)
        line = [*map(_absolute, command), verb, ARTICLES, "--format", "json"]
        try:
            done = subprocess.run(
                line, cwd=folder, capture_output=True, encoding="utf-8", timeout=TIMEOUT_SECONDS, check=False
            )
        except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError) as fault:
            raise ToolError(f"{story.name}: {verb}: {fault}") from fault
    if done.returncode not in (0, 1):
        raise ToolError(f"{story.name}: {verb}: exit code {done.returncode}: {done.stderr.strip()[-800:]}")
    try:
        return parse_output(done.stdout, story.documents)
    except AnswerError as fault:
        raise ToolError(f"{story.name}: {verb}: unusable answer: {fault} {done.stderr.strip()[-400:]}") from fault


def _lay_out(folder: Path, story: Story, rules: Path | None) -> None:
    for doc, text in story.documents.items():
        target = folder / ARTICLES / doc
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
    if rules is not None:
        shutil.copy(rules, folder / "rules.yaml")


def _absolute(word: str) -> str:
    """Relative paths of the command are meant from where the evaluation was started."""
    return str(Path(word).absolute()) if "/" in word and Path(word).exists() else word
