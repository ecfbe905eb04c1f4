"""A small stand-in for the machines that run CI: it takes steps from action.yml, a workflow or .gitlab-ci.yml and runs
their shell lines as they stand, in a scratch repository. What it does not know, it refuses.
"""

import os
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")
_PINNED = re.compile(r"[\w-]+/[\w/-]+@[0-9a-f]{40}")
_OTHERS = frozenset({"PYTHONPATH", "VIRTUAL_ENV", "COLUMNS", "CI"})
_CI = re.compile(r"(?:GITHUB|GITLAB|CI|RUNNER|PIP|PRE_COMMIT|VIRTUALENV|CLAIMCHECK|GIT)(?:_\w+)?")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a job came to: the exit code of the step that failed (0: none did), and all that its steps printed."""

    code: int
    out: str


def load(path: Path) -> dict[str, Any]:
    """A YAML file as its consumers read it."""
    found = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def actions(steps: list[dict[str, Any]]) -> list[str]:
    """What the steps take from elsewhere."""
    return [step["uses"] for step in steps if "uses" in step]


def pinned(action: str) -> bool:
    """Whether it is one commit of an action, whatever its tags come to point to."""
    return _PINNED.fullmatch(action) is not None


@dataclass(slots=True, kw_only=True)
class Machine:
    """`path` has the programs of the steps, `index` is a folder of wheels: all that pip finds."""

    work: Path
    path: str
    index: Path
    temp: Path
    more: Mapping[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        """Nothing of the machine's that these tests run on, but what programs need to run and pip to find packages."""
        kept = {n: v for n, v in os.environ.items() if not _CI.fullmatch(n) and n not in _OTHERS}
        seeds = {"VIRTUALENV_OVERRIDE_APP_DATA": str(self.index / "seeds"), "VIRTUALENV_SYMLINK_APP_DATA": "1"}
        pip = {**seeds, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.index), "PIP_NO_COMPILE": "1"}
        git = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            **{f"GIT_{who}_{what}": "desk@example.org" for who in _WHO for what in _WHAT},
        }
        return {**kept, "PATH": self.path, "HOME": str(self.temp), **pip, **git, **self.more}

    def run(self, script: str, shell: tuple[str, ...], folder: Path, own: Mapping[str, str]) -> Ran:
        done = subprocess.run(
            [*shell, "-c", script],
            cwd=folder,
            env={**self.environment(), **own},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return Ran(done.returncode, done.stdout)

    def shell(self, script: str) -> Ran:
        """Lines that a person types."""
        return self.run(script, ("bash", "-eu"), self.work, {})


_WHO = ("AUTHOR", "COMMITTER")
_WHAT = ("NAME", "EMAIL")


@dataclass(slots=True, kw_only=True)
class Github:
    """A job of GitHub's: runs `run` steps with bash as GitHub does, keeps outputs, skips what comes from elsewhere."""

    machine: Machine
    inputs: Mapping[str, str] = field(default_factory=dict)
    action: Path | None = None
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    summary: str = ""

    def steps(self, steps: list[dict[str, Any]]) -> Ran:
        """Run them until one fails; after that, those that run always."""
        code, out = 0, ""
        for step in steps:
            assert set(step) <= {"name", "id", "uses", "with", "run", "shell", "env", "working-directory", "if"}, step
            if "uses" in step or (code and step.get("if") != "always()"):
                continue
            ran = self._step(step)
            code, out = code or ran.code, out + ran.out
        return Ran(code, out)

    def _step(self, step: dict[str, Any]) -> Ran:
        temp = self.machine.temp
        told, shown = temp / "output", temp / "summary"
        told.write_text("")
        shown.write_text("")
        assert _EXPRESSION.search(step["run"]) is None, "an input is never put into a script: it could be a command"
        own = {name: self.value(str(value)) for name, value in step.get("env", {}).items()}
        job = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(self.machine.work),
            "GITHUB_OUTPUT": str(told),
            "GITHUB_STEP_SUMMARY": str(shown),
            "RUNNER_TEMP": str(temp),
        }
        folder = self.machine.work / self.value(step.get("working-directory", "."))
        shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
        ran = self.machine.run(step["run"], shell, folder, {**job, **own})
        self.outputs[step.get("id", "")] = dict(line.split("=", 1) for line in told.read_text().splitlines())
        self.summary += shown.read_text("utf-8")
        return ran

    def value(self, text: str) -> str:
        """The text with its expressions worked out."""
        return _EXPRESSION.sub(lambda found: self._expression(found[1]), text)

    def _expression(self, text: str) -> str:
        match text.split("."):
            case ["inputs", name]:
                return self.inputs[name]
            case ["github", "action_path"] if self.action is not None:
                return str(self.action)
            case ["steps", step, "outputs", name]:
                return self.outputs[step][name]
        raise AssertionError(f"not known here: {text}")
