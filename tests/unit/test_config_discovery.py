"""Which rules and settings hold where."""

from pathlib import Path

import pytest

from claimcheck.config.discover import Settings, discover
from claimcheck.errors import InputFaults


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repository" / "desk" / "story"
    folder.mkdir(parents=True)
    (tmp_path / "repository" / ".git").mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_nothing_to_find(here: Path) -> None:
    (here.parents[2] / "rules.yaml").write_text("outside the repository")
    assert discover() == Settings()


def test_the_nearest_rules_hold(here: Path) -> None:
    (here.parents[1] / "rules.yaml").write_text("")
    assert discover().rules == "../../rules.yaml"
    (here.parent / "pyproject.toml").write_text('[tool.claimcheck]\nrules = "desk.yaml"\nfail-on = "warning"\n')
    assert discover() == Settings(rules="../desk.yaml", fail_on="warning")
    (here / "rules.yaml").write_text("")
    assert discover() == Settings(rules="rules.yaml", fail_on="warning")


def test_the_nearest_baseline_holds(here: Path) -> None:
    (here.parents[1] / "claimcheck-baseline.yaml").write_text("")
    assert discover() == Settings(baseline="../../claimcheck-baseline.yaml")
    (here.parent / "pyproject.toml").write_text('[tool.claimcheck]\nbaseline = "accepted.yaml"\n')
    assert discover() == Settings(baseline="../accepted.yaml")
    (here.parent / "claimcheck-baseline.yaml").write_text("")
    assert discover() == Settings(baseline="../claimcheck-baseline.yaml")


def test_somebody_elses_pyproject_is_not_our_business(here: Path) -> None:
    (here / "pyproject.toml").write_text("[tool.other\n")
    assert discover() == Settings()


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            '[tool.claimcheck]\nfail_on = "error"\n',
            'pyproject.toml:2:1: error: unknown key in [tool.claimcheck] "fail_on"',
        ),
        ('[tool.claimcheck]\n\nfail-on = "all"\n', 'pyproject.toml:3:1: error: unknown severity "all"'),
        ("[tool.claimcheck]\nrules = 3\n", 'pyproject.toml:2:1: error: "rules" is not text'),
        ("[tool]\nclaimcheck = 1\n", "pyproject.toml: error: [tool.claimcheck] is not a table"),
        ("[tool.claimcheck\n", "pyproject.toml: error: not valid TOML"),
    ],
)
def test_faults_in_the_table(here: Path, table: str, expected: str) -> None:
    (here / "pyproject.toml").write_text(table)
    with pytest.raises(InputFaults) as raised:
        discover()
    assert str(raised.value).startswith(expected)
