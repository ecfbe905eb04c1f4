"""Tools from outside Python that some tests drive. `.ci/run` installs them and asks that they be there; a developer who
has not got one sees the test skipped, with what to do.
"""

import os
import shutil
from pathlib import Path

import pytest

REQUIRED = "CLAIMCHECK_TEST_TOOLS"
"""Set to "required" where a missing tool is a failure."""


def wanting(what: str, remedy: str) -> None:
    """Skip the test that lacks `what`, or fail it where tools are required."""
    words = f"{what} is missing: {remedy}"
    if os.environ.get(REQUIRED) == "required":
        pytest.fail(words)
    pytest.skip(words)


def program(name: str) -> str:
    """The path of a program on PATH."""
    found = shutil.which(name)
    if found is None:
        wanting(name, "install it")
    return found or name


def npm_file(folder: Path, path: str) -> Path:
    """A file that npm installs below `folder`; `path` may hold wildcards."""
    found = next(iter(sorted((folder / "node_modules").glob(path))), None)
    if found is None:
        wanting(path, f"npm ci --prefix {folder.name}, in tests/")
    return found or folder / path
