"""Which rules, baseline and settings hold: rules.yaml, claimcheck-baseline.yaml, and [tool.claimcheck] of
pyproject.toml, looked for upwards.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from claimcheck.config.project import Settings, read_settings, shown

RULES_FILE = "rules.yaml"
BASELINE_FILE = "claimcheck-baseline.yaml"


def discover(start: str | os.PathLike[str] = ".") -> Settings:
    """The nearest rules, baseline and settings at or above `start`, no higher than the repository's top folder.

    Each key of [tool.claimcheck] holds from the nearest pyproject.toml that has it. In one folder rules.yaml comes
    before the `rules` key of pyproject.toml, and the baseline likewise. Raises InputFaults for a broken table.
    """
    found = Settings()
    for folder in _upwards(Path(start)):
        here = read_settings(folder)
        rules, baseline = _file(folder, RULES_FILE), _file(folder, BASELINE_FILE)
        found = found.over(replace(here, rules=rules or here.rules, baseline=baseline or here.baseline))
    return found


def _file(folder: Path, name: str) -> str | None:
    return shown(folder / name) if (folder / name).is_file() else None


def _upwards(start: Path) -> Iterator[Path]:
    """The folder and its parents, up to the one that holds a repository; as seen from the working folder."""
    absolute = start.absolute()
    for folder in (absolute, *absolute.parents):
        yield folder
        if (folder / ".git").exists():
            return


__all__ = ["BASELINE_FILE", "RULES_FILE", "Settings", "discover"]
