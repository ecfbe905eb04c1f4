"""Shell completion: what click is told, and the shells themselves where they are installed."""

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from command_line import Outcome
from outside import program

from claimcheck.cli.completion import SHELLS, VARIABLE
from claimcheck.cli.main import cli

Run = Callable[..., Outcome]
ROOT = Path(__file__).parents[2]


def completions(*words: str) -> list[str]:
    """What the last word may become; "file": whatever file there is."""
    *before, last = words
    found = ShellComplete(cli, {}, "claimcheck", VARIABLE).get_completions(before, last)
    return ["file" if item.type == "file" else item.value for item in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("comp",), ["compare", "completion"]),
        (("compare", "--fail-on", "n"), ["note", "never"]),
        (("compare", "--format", "js"), ["json"]),
        (("compare", "--select", "cc10"), [f"CC10{n}" for n in range(1, 10)]),
        (("compare", "--select", "CC2,cc20"), [f"CC2,CC20{n}" for n in range(1, 8)]),
        (("compare", "--ignore", "CC201,CC202,CC20"), [f"CC201,CC202,CC20{n}" for n in range(3, 8)]),
        (("compare", "cor"), ["file"]),
        (("compare", "a.md", "b"), ["file"]),
        (("compare", "--rules", ""), ["file"]),
        (("compare", "--draft", "d"), ["file"]),
        (("compare", "--output", ""), ["file"]),
        (("compare", "--output", "js"), ["json="]),
        (("compare", "--output", "json=out"), ["file"]),
        (("explain", "CC105"), ["CC105"]),
        (("explain", "CC105-12", "sto"), ["file"]),
        (("rules", "sh"), ["show"]),
        (("rules", "check", ""), ["file"]),
        (("completion", ""), [*SHELLS]),
    ],
)
def test_what_is_completed(words: tuple[str, ...], expected: list[str]) -> None:
    found = completions(*words)
    assert found[: len(expected)] == expected
    assert len(found) == len(expected) or words[-1] == "js", "json is not the only format that starts so"


def test_a_misspelt_command_is_no_complaint_on_tab() -> None:
    assert completions("copmare", "") == completions("")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed(claimcheck: Run, shell: str) -> None:
    outcome = claimcheck("completion", shell)
    assert (outcome.code, outcome.err) == (0, "")
    assert f"{VARIABLE}={shell}_complete" in outcome.out


def test_an_unknown_shell_is_told_of(claimcheck: Run) -> None:
    outcome = claimcheck("completion", "tcsh")
    assert outcome.code == 2
    assert "'bash', 'zsh', 'fish'" in outcome.err


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A PATH on which `claimcheck` is this one."""
    own = tmp_path / "bin" / "claimcheck"
    own.parent.mkdir()
    own.write_text(f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {sys.executable} -m claimcheck "$@"\n')
    own.chmod(0o755)
    return f"{own.parent}{os.pathsep}{os.environ['PATH']}"


def test_bash_completes(path: str, tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    script = """
        eval "$(claimcheck completion bash)"
        COMP_WORDS=(claimcheck compare --select CC110); COMP_CWORD=3
        _claimcheck_completion claimcheck
        printf '%s\\n' "${COMPREPLY[@]}"
        complete -p claimcheck
    """
    assert said("bash", script, path, tmp_path) == ["CC110", "complete -o nosort -F _claimcheck_completion claimcheck"]


def test_zsh_takes_the_script(path: str, tmp_path: Path) -> None:
    script = """
        autoload -Uz compinit && compinit -u -D
        eval "$(claimcheck completion zsh)"
        print $_comps[claimcheck]
    """
    assert said("zsh", script, path, tmp_path) == ["_claimcheck_completion"]


def test_fish_completes(path: str, tmp_path: Path) -> None:
    script = """
        claimcheck completion fish | source
        complete --do-complete 'claimcheck compare --fail-on n'
    """
    assert said("fish", script, path, tmp_path) == ["never", "note"]


def said(shell: str, script: str, path: str, folder: Path) -> list[str]:
    quiet = {name: value for name, value in os.environ.items() if name != "CLAIMCHECK_TRACEBACK"}
    done = subprocess.run(
        [program(shell), "-c", script],
        cwd=folder,
        env={**quiet, "PATH": path, "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()
