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
        ("[tool.claimcheck\n", "pyproject.toml:1:17: error: not valid TOML"),
    ],
)
def test_faults_in_the_table(here: Path, table: str, expected: str) -> None:
    (here / "pyproject.toml").write_text(table)
    with pytest.raises(InputFaults) as raised:
        discover()
    assert str(raised.value).startswith(expected)


def test_every_key_of_the_table(here: Path) -> None:
    (here.parents[1] / "pyproject.toml").write_text(
        "[tool.claimcheck]\n"
        'rules = "desk.yaml"\nbaseline = "accepted.yaml"\nfail-on = "note"\nselect = ["cc1", "CC301"]\n'
        'ignore = "CC302"\npaths = ["desk/story", "wires/"]\ndraft = "draft.md"\n'
    )
    assert discover() == Settings(
        rules="../../desk.yaml",
        baseline="../../accepted.yaml",
        fail_on="note",
        select=frozenset({"CC1", "CC301"}),
        ignore=frozenset({"CC302"}),
        paths=(".", "../../wires"),
        draft=("../../draft.md",),
    )


def test_each_key_holds_from_the_nearest_file_that_has_it(here: Path) -> None:
    (here.parents[1] / "pyproject.toml").write_text('[tool.claimcheck]\nselect = "CC1"\nignore = "CC302"\n')
    (here.parent / "pyproject.toml").write_text("[tool.claimcheck]\nselect = []\n")
    assert discover() == Settings(select=frozenset(), ignore=frozenset({"CC302"}))


def test_all_faults_of_the_table_at_once(here: Path) -> None:
    (here / "pyproject.toml").write_text(
        '[tool.claimcheck]\npath = "a"\nselect = [1]\nignore = "CC999"\ndraft = ""\nbaseline = true\n'
        '[tool.other]\nignore = "x"\n'
    )
    with pytest.raises(InputFaults) as raised:
        discover()
    assert [str(fault).splitlines()[0] for fault in raised.value.faults] == [
        'pyproject.toml:2:1: error: unknown key in [tool.claimcheck] "path"; did you mean "paths"?',
        'pyproject.toml:3:1: error: "select" is not a list of texts',
        'pyproject.toml:4:1: error: unknown check "CC999"; did you mean "CC109"?',
        'pyproject.toml:5:1: error: "draft" is not a list of texts',
        'pyproject.toml:6:1: error: "baseline" is not text',
    ]


def test_toml_that_cannot_be_read_has_a_place(here: Path) -> None:
    (here / "pyproject.toml").write_text("[tool.claimcheck]\nrules = desk.yaml\n")
    with pytest.raises(InputFaults) as raised:
        discover()
    assert str(raised.value).startswith("pyproject.toml:2:9: error: not valid TOML: Invalid value\n  hint: ")
