"""The jobs that `claimcheck init` writes, and the action, run as their machines would: a failing build with the finding
at its line, and a passing one once the finding is accepted.
"""

import json
import os
from pathlib import Path

import pytest
from ci_machine import Github, Machine, actions, load, pinned
from ci_scratch import ROOT, claimcheck, commit

from claimcheck.cli.starter import CI

ACTION = load(ROOT / "action.yml")
STEPS = ACTION["runs"]["steps"]
ANNOTATION = "::error file=corpus/sample/draft.md,line=6,"
ACCEPT = ("baseline", "write", "--reason", "the county corrects on Monday", "corpus")


def given(**inputs: str) -> dict[str, str]:
    """The action's inputs, with the defaults that GitHub fills in."""
    assert inputs.keys() <= {name.replace("-", "_") for name in ACTION["inputs"]}
    named = {name.replace("_", "-"): value for name, value in inputs.items()}
    return {name: named.get(name, told["default"]) for name, told in ACTION["inputs"].items()}


@pytest.fixture(scope="module")
def installed(checkout: Path, hosted: Path, index: Path, tmp_path_factory: pytest.TempPathFactory) -> Github:
    """The action after its installing steps."""
    temp = tmp_path_factory.mktemp("runner")
    machine = Machine(work=temp, path=f"{hosted}{os.pathsep}{os.environ['PATH']}", index=index, temp=temp)
    job = Github(machine=machine, inputs=given(), action=checkout)
    ran = job.steps([step for step in STEPS if step.get("id") != "compare"])
    assert ran.code == 0, ran.out
    return job


def action(installed: Github, machine: Machine, **inputs: str) -> Github:
    return Github(machine=machine, inputs=given(**inputs), action=installed.action, outputs=dict(installed.outputs))


COMPARE = [step for step in STEPS if step.get("id") == "compare"]


def test_the_action_fails_at_the_line_and_passes_what_is_accepted(installed: Github, machine: Machine) -> None:
    claimcheck(machine.work, "init")
    job = action(installed, machine, paths="corpus\n", sarif="claimcheck.sarif", html="review.html")
    failed = job.steps(COMPARE)
    assert failed.code == 1, failed.out
    assert ANNOTATION in failed.out
    assert job.outputs["compare"] == {"exit-code": "1"}
    assert "CC104" in job.summary
    assert json.loads((machine.work / "claimcheck.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (machine.work / "review.html").read_text("utf-8").startswith("<!doctype html>")
    claimcheck(machine.work, *ACCEPT)
    passed = job.steps(COMPARE)
    assert passed.code == 0, passed.out
    assert "::error" not in passed.out
    assert job.outputs["compare"] == {"exit-code": "0"}


def test_the_actions_inputs_reach_the_command(installed: Github, machine: Machine) -> None:
    claimcheck(machine.work, "init", "desk dir")
    job = action(
        installed,
        machine,
        working_directory="desk dir",
        draft="corpus/sample/draft.md",
        paths="corpus/sample/agency.md\n\nrules.md\n",
        fail_on="never",
    )
    (machine.work / "desk dir" / "rules.md").write_text("The fair had 40 stalls.\n", "utf-8")
    ran = job.steps(COMPARE)
    assert ran.code == 0, ran.out
    assert "desk dir/corpus/sample/draft.md,line=6" in ran.out


@pytest.mark.parametrize("inputs", [{"paths": "gone/"}, {"select": "CC999"}, {"changed_since": "no-such-ref"}])
def test_what_cannot_be_checked_fails_the_action_with_2(
    installed: Github, machine: Machine, inputs: dict[str, str]
) -> None:
    claimcheck(machine.work, "init")
    job = action(installed, machine, **inputs)
    assert job.steps(COMPARE).code == 2
    assert job.outputs["compare"] == {"exit-code": "2"}


def test_an_input_is_no_command(installed: Github, machine: Machine) -> None:
    claimcheck(machine.work, "init")
    action(installed, machine, paths='corpus"; touch hit; "\n$(touch hit)', select="`touch hit`").steps(COMPARE)
    assert not (machine.work / "hit").exists()


def test_the_action_answers_for_changed_articles_alone(installed: Github, machine: Machine) -> None:
    claimcheck(machine.work, "init")
    commit(machine.work)
    job = action(installed, machine, changed_since="HEAD")
    assert job.steps(COMPARE).code == 0
    with (machine.work / "corpus" / "sample" / "draft.md").open("a", encoding="utf-8") as stream:
        stream.write("\nMore follows.\n")
    failed = job.steps(COMPARE)
    assert (failed.code, ANNOTATION in failed.out) == (1, True)


def test_the_action_installs_what_its_list_says(installed: Github) -> None:
    listed = (ROOT / ".github" / "action-constraints.txt").read_text("utf-8").splitlines()
    pins = {line.lower() for line in listed if line and not line.startswith("#")}
    python = installed.outputs["install"]["python"]
    frozen = installed.machine.run(f"python -m pip --python {python} freeze", ("bash",), installed.machine.temp, {}).out
    there = {line.lower() for line in frozen.splitlines() if not line.startswith("claimcheck")}
    assert there <= pins
    assert len(there) >= 5


def test_every_input_and_output_is_told_of() -> None:
    page = (ROOT / "docs" / "how-to-ci.md").read_text("utf-8")
    for name, told in (*ACTION["inputs"].items(), *ACTION["outputs"].items()):
        assert told["description"].endswith(".")
        assert f"`{name}`" in page


def test_nothing_from_elsewhere_moves() -> None:
    workflow = load(ROOT / "claimcheck" / "data" / "starter" / "github.yml")
    found = [*actions(STEPS), *actions(workflow["jobs"]["figures"]["steps"])]
    assert found
    assert [name for name in found if not pinned(name)] == []


def test_the_github_workflow(machine: Machine) -> None:
    claimcheck(machine.work, "init", "--ci", "github")
    steps = load(machine.work / CI["github"][0])["jobs"]["figures"]["steps"]
    job = Github(machine=machine)
    failed = job.steps(steps)
    assert failed.code == 1, failed.out
    assert ANNOTATION in failed.out
    assert (machine.work / "claimcheck.html").exists()
    claimcheck(machine.work, *ACCEPT)
    passed = job.steps(steps)
    assert passed.code == 0, passed.out


def test_the_gitlab_job(machine: Machine) -> None:
    claimcheck(machine.work, "init", "--ci", "gitlab")
    job = load(machine.work / CI["gitlab"][0])["claimcheck"]
    machine.more = {"GITLAB_CI": "true", "CI_PROJECT_DIR": str(machine.work)}
    failed = machine.shell("\n".join(job["script"]))
    assert failed.code == 1, failed.out
    (quality,) = json.loads((machine.work / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert quality["check_name"].startswith("CC104")
    assert quality["location"]["path"] == "corpus/sample/draft.md"
    assert quality["location"]["lines"]["begin"] == 6
    assert "<testsuite" in (machine.work / job["artifacts"]["reports"]["junit"]).read_text("utf-8")
    assert all((machine.work / path).exists() for path in job["artifacts"]["paths"])
    claimcheck(machine.work, *ACCEPT)
    assert machine.shell("\n".join(job["script"])).code == 0
    assert json.loads((machine.work / job["artifacts"]["reports"]["codequality"]).read_text("utf-8")) == []
