"""docs/configuration.md: its example is read, has every key, and its fault is what is told."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from claimcheck.config.discover import Settings, discover
from claimcheck.errors import InputFaults

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")


def block(language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


def test_the_example_settles_every_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text(block("toml"), "utf-8")
    monkeypatch.chdir(tmp_path)
    settings = discover()
    assert settings.paths == ("stories", "wires")
    assert [field.name for field in fields(Settings) if getattr(settings, field.name) is None] == []


def test_the_fault_is_what_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text('\n[tool.claimcheck]\n\nfail_on = "note"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputFaults) as raised:
        discover()
    assert str(raised.value) in PAGE
