"""The examples in the documentation are the tool's own words, and the README's two commands can be pasted as they are.

A fenced block behind `<!-- example: claimcheck … -->` holds what that command prints in the repository's top folder, at
100 columns, without colour. A line `[...]` stands for any lines, or none. Where an example is out of date, the failure
shows what is printed now.
"""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import click
import pytest

from claimcheck.cli.main import cli

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
ELISION = "[...]"
_EXAMPLE = re.compile(r"<!-- example: (?P<command>[^\n]+?) -->\n+```(?:text|console)\n(?P<block>.*?)\n```\n", re.DOTALL)
_COMMAND = re.compile(r"<!-- command: (?P<name>\w+) -->\n+```\w*\n(?P<block>.*?)\n```\n", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    page: str
    command: str
    lines: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.page}: {self.command}"


def examples() -> Iterator[Example]:
    for page in PAGES:
        for found in _EXAMPLE.finditer(page.read_text("utf-8")):
            lines = tuple(line.rstrip() for line in found["block"].splitlines())
            yield Example(page=page.relative_to(ROOT).as_posix(), command=found["command"], lines=lines)


EXAMPLES = tuple(examples())


@cache
def printed(command: str) -> tuple[int, tuple[str, ...]]:
    """Exit code, and standard output line by line."""
    program, *args = shlex.split(command)
    assert program == "claimcheck"
    quiet = {name: value for name, value in os.environ.items() if name not in ("FORCE_COLOR", "CLAIMCHECK_TRACEBACK")}
    done = subprocess.run(
        [sys.executable, "-m", "claimcheck", *args],
        cwd=ROOT,
        env={**quiet, "COLUMNS": "100", "NO_COLOR": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, tuple(line.rstrip() for line in done.stdout.splitlines())


def stretches(lines: tuple[str, ...]) -> list[tuple[str, ...]]:
    """What stands between the elisions; empty where an elision opens or ends the block."""
    found: list[tuple[str, ...]] = [()]
    for line in lines:
        if line == ELISION:
            found.append(())
        else:
            found[-1] = (*found[-1], line)
    return found


def tells(lines: tuple[str, ...], output: tuple[str, ...]) -> bool:
    """Whether `output` is `lines` with something, or nothing, in the place of each elision."""
    first, *rest = stretches(lines)
    if output[: len(first)] != first:
        return False
    if not rest:
        return len(output) == len(first)
    *middle, last = rest
    at = len(first)
    for stretch in middle:
        places = (i for i in range(at, len(output) - len(stretch) + 1) if output[i : i + len(stretch)] == stretch)
        place = next(places, None)
        if place is None:
            return False
        at = place + len(stretch)
    return at + len(last) <= len(output) and (not last or output[-len(last) :] == last)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_is_what_the_tool_prints(example: Example) -> None:
    code, output = printed(example.command)
    assert code in (0, 1)
    assert tells(example.lines, output), "\n".join((f"{example} now prints:", *output))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_marked_example_has_a_block(page: Path) -> None:
    text = page.read_text("utf-8")
    assert text.count("<!-- example:") == len(_EXAMPLE.findall(text))


def test_the_readme_opens_with_an_example() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert any(example.page == "README.md" for example in EXAMPLES)
    assert text.index("<!-- example:") < text.index("<!-- command: try -->") < text.index("<!-- command: test -->")


def commands() -> dict[str, str]:
    text = (ROOT / "README.md").read_text("utf-8")
    return {found["name"]: found["block"] for found in _COMMAND.finditer(text)}


def test_the_readme_has_the_two_commands_and_no_third() -> None:
    assert list(commands()) == ["try", "test"]


@pytest.mark.parametrize("name", ["try", "test"])
def test_a_command_sets_everything_up_in_one_line(name: str) -> None:
    line = commands()[name]
    assert "\n" not in line
    steps = [shlex.split(step) for step in line.split("&&")]
    assert steps[0] == ["python3", "-m", "venv", ".venv"]
    assert steps[1][:3] == [".venv/bin/pip", "install", "-q"]
    assert [Path(step[0]).parent.as_posix() for step in steps[1:]] == [".venv/bin"] * (len(steps) - 1)


def test_the_first_command_runs_the_tool_on_the_bundled_articles() -> None:
    *_, step = (shlex.split(step) for step in commands()["try"].split("&&"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    program, command = step
    assert Path(program).name in project["scripts"]
    assert command in cli.list_commands(click.Context(cli))
    assert list((ROOT / "corpus").rglob("*.md"))


def test_the_second_command_runs_the_tests() -> None:
    _, install, step = (shlex.split(step) for step in commands()["test"].split("&&"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert install[-2:] == ["-e", ".[dev]"]
    assert any(need.startswith("pytest>") for need in project["optional-dependencies"]["dev"])
    assert Path(step[0]).name == "pytest"


@pytest.mark.parametrize(
    ("lines", "output", "right"),
    [
        (("a", "b"), ("a", "b"), True),
        (("a", "b"), ("a", "b", "c"), False),
        (("a", ELISION), ("a", "b", "c"), True),
        (("a", ELISION), ("b", "a"), False),
        (("a", ELISION, "c"), ("a", "c"), True),
        (("a", ELISION, "c"), ("a", "c", "d"), False),
        ((ELISION, "b", ELISION), ("a", "b", "c"), True),
        ((ELISION, "b", "d", ELISION), ("a", "b", "c", "d"), False),
        (("a", ELISION, "b", ELISION, "b"), ("a", "b"), False),
    ],
)
def test_an_elision_stands_for_any_lines(lines: tuple[str, ...], output: tuple[str, ...], *, right: bool) -> None:
    assert tells(lines, output) is right
