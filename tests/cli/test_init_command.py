"""`claimcheck init`: what it writes, what it leaves alone, what it asks."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from command_line import Outcome
from terminal import on_a_terminal

from claimcheck.cli.starter import CI

Run = Callable[..., Outcome]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


RULES = {"rules.yaml", "rules.schema.json"}
SAMPLE = {"corpus/sample/agency.md", "corpus/sample/draft.md"}


@pytest.mark.parametrize("kind", [*CI, "none"])
def test_what_is_written(here: Path, claimcheck: Run, kind: str) -> None:
    outcome = claimcheck("init", "--ci", kind)
    assert (outcome.code, outcome.err) == (0, "")
    assert written(here) == RULES | SAMPLE | ({CI[kind][0]} if kind in CI else set())
    for name in written(here):
        assert f"wrote {name}\n" in outcome.out


def test_what_is_written_works_at_once(here: Path, claimcheck: Run) -> None:
    claimcheck("init")
    assert claimcheck("rules", "check").code == 0
    compared = claimcheck("compare", "--quiet", "--format", "json")
    document = json.loads(compared.out)
    assert compared.code == 1
    assert [finding["check"] for finding in document["findings"]] == ["CC104"]
    draft = here / "corpus" / "sample" / "draft.md"
    draft.write_text(draft.read_text("utf-8").replace("148", "184"), "utf-8")
    assert claimcheck("compare").code == 0


def test_editors_find_the_schema(here: Path, claimcheck: Run) -> None:
    claimcheck("init")
    first = (here / "rules.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=rules.schema.json"
    assert (here / "rules.schema.json").read_text("utf-8") == claimcheck("rules", "schema").out


def test_the_examples_in_the_rules_are_right_when_they_are_taken_in(here: Path, claimcheck: Run) -> None:
    claimcheck("init")
    lines = (here / "rules.yaml").read_text("utf-8").splitlines()
    shown = [line.removeprefix("# ") for line in lines if line.startswith(("# operations", "# metrics", "# sources"))]
    assert len(shown) == 3
    taken = [
        line.removeprefix("# ") if line.startswith(("#   ", *(f"# {s}" for s in shown))) else line for line in lines
    ]
    (here / "rules.yaml").write_text("\n".join(taken), "utf-8")
    assert claimcheck("rules", "check").out == "rules.yaml: ok: 1 operations, 1 metrics, 1 sources, 0 examples\n"


@pytest.mark.parametrize("kind", CI)
def test_the_articles_folder_stands_in_the_job(here: Path, claimcheck: Run, kind: str) -> None:
    claimcheck("init", "desk", "--ci", kind, "--articles", "stories/out")
    text = (here / "desk" / CI[kind][0]).read_text("utf-8")
    assert " stories/out\n" in text
    assert "@" not in text.replace("@11bd", "").replace("@a26a", "").replace("@ea16", "")
    assert yaml.safe_load(text)
    assert (here / "desk" / "stories" / "out" / "sample" / "draft.md").exists()


@pytest.mark.parametrize("name", ["../up", "two words", "a;b", "/root", "-x", "$x"])
def test_a_folder_that_a_job_could_not_name(here: Path, claimcheck: Run, name: str) -> None:
    outcome = claimcheck("init", f"--articles={name}")
    assert outcome.code == 2
    assert "hint: as in --articles stories/published" in outcome.err
    assert written(here) == set()


def test_nothing_is_overwritten_unless_forced(here: Path, claimcheck: Run) -> None:
    (here / "rules.yaml").write_text("checks: {}\n", "utf-8")
    outcome = claimcheck("init", "--ci", "none")
    assert outcome.code == 0
    assert "kept  rules.yaml: it was there already (--force overwrites it)\n" in outcome.out
    assert (here / "rules.yaml").read_text("utf-8") == "checks: {}\n"
    assert claimcheck("init", "--force").code == 0
    assert "CC301: off" in (here / "rules.yaml").read_text("utf-8")


def test_a_job_file_of_others_gets_the_job_shown(here: Path, claimcheck: Run) -> None:
    (here / ".gitlab-ci.yml").write_text("build: {script: make}\n", "utf-8")
    shown = claimcheck("init").out
    assert ".gitlab-ci.yml was there; what claimcheck needs in it:" in shown
    assert "codequality: gl-code-quality-report.json" in shown
    (here / ".gitlab-ci.yml").write_text("# claimcheck is in here\n", "utf-8")
    assert "what claimcheck needs in it" not in claimcheck("init").out


def test_articles_that_are_there_need_no_sample(here: Path, claimcheck: Run) -> None:
    (here / "corpus").mkdir()
    (here / "corpus" / "a.md").write_text("Forty held.\n", "utf-8")
    claimcheck("init")
    assert written(here) == RULES | {"corpus/a.md"}
    claimcheck("init", "--sample")
    assert written(here) == RULES | {"corpus/a.md"} | SAMPLE


def test_a_person_is_asked_for_what_no_option_says(tmp_path: Path) -> None:
    code, shown = on_a_terminal("init", folder=tmp_path, keys="stories\ngithub\nn\n")
    assert code == 0
    assert "Folder of the articles [corpus]:" in shown
    assert "What runs the gate (github, gitlab, pre-commit, none) [none]:" in shown
    assert written(tmp_path) == RULES | {CI["github"][0]}
    _, again = on_a_terminal("init", "--ci", "none", "--articles", "a", "--no-sample", folder=tmp_path)
    assert "What runs the gate" not in again
