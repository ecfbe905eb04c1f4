"""Wheels, checkouts and scratch repositories for the tests of hooks, made once."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ci_machine import Machine
from outside import wanting

ROOT = Path(__file__).parents[1]
_SHIPPED = ("claimcheck", ".github", "action.yml", ".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as somebody else checks it out: a repository of its own, with one commit."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in _SHIPPED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    commit(folder)
    return folder


@pytest.fixture(scope="session")
def index(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheels of this project, of what it needs and of what builds it: all that pip is given after."""
    folder = tmp_path_factory.mktemp("index")
    pins = checkout / ".github" / "action-constraints.txt"
    wheel = [
        "wheel",
        "--quiet",
        "--constraint",
        str(pins),
        "--wheel-dir",
        str(folder),
        str(checkout),
        "hatchling",
    ]
    done = subprocess.run([sys.executable, "-m", "pip", *wheel], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        wanting("a wheel of this project", f"pip needs a package index for it: {done.stderr.strip()[-300:]}")
    return folder


@pytest.fixture(scope="session")
def hosted(index: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python as CI machines have it: with pip, without claimcheck. The folder of its programs."""
    pytest.importorskip("virtualenv", reason="virtualenv is missing: pip install -e '.[dev]'")
    folder = tmp_path_factory.mktemp("hosted")
    seeds = ("--app-data", str(index / "seeds"), "--symlink-app-data")
    subprocess.run([sys.executable, "-m", "virtualenv", "--quiet", *seeds, str(folder)], check=True)
    return folder / "bin"


@pytest.fixture
def machine(tmp_path: Path, hosted: Path, index: Path) -> Machine:
    """A machine with an empty scratch repository as its working folder."""
    work, temp = tmp_path / "work", tmp_path / "temp"
    work.mkdir()
    temp.mkdir()
    path = f"{hosted}{os.pathsep}{os.environ['PATH']}"
    made = Machine(work=work, path=path, index=index, temp=temp)
    assert made.shell("git init --quiet --initial-branch main").code == 0
    return made


def claimcheck(folder: Path, *args: str) -> None:
    """What somebody at the desk does with a claimcheck of their own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-m", "claimcheck", *args], cwd=folder, env=environment, check=True, capture_output=True
    )


def commit(folder: Path) -> None:
    """Everything in the folder as one more commit."""
    who = ("-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")
    for step in (("init", "--quiet"), ("add", "--all"), (*who, "commit", "--quiet", "--message", "as it is")):
        subprocess.run(["git", *step], cwd=folder, check=True, capture_output=True)
