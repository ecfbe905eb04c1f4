"""pre-commit itself, against a scratch repository: with the hooks of a checkout, and with the file that init writes."""

import re
import sys
from pathlib import Path

import pytest
import yaml
from ci_machine import Machine, load
from ci_scratch import ROOT, claimcheck

pytest.importorskip("pre_commit", reason="pre-commit is missing: pip install -e '.[dev]'")

ACCEPT = ("baseline", "write", "--reason", "the county corrects on Monday", "corpus")
RUN = f"git add --all; {sys.executable} -m pre_commit run --color never"


@pytest.fixture
def desk(machine: Machine) -> Machine:
    machine.more = {"PRE_COMMIT_HOME": str(machine.temp / "pre-commit")}
    return machine


def test_the_hooks_of_a_checkout(desk: Machine, checkout: Path) -> None:
    claimcheck(desk.work, "init")
    rev = desk.run("git rev-parse HEAD", ("bash",), checkout, {}).out.strip()
    hooks = [{"id": "claimcheck", "args": ["corpus"]}, {"id": "claimcheck-rules"}]
    config = {"repos": [{"repo": checkout.as_uri(), "rev": rev, "hooks": hooks}]}
    (desk.work / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    failed = desk.shell(RUN)
    assert failed.code == 1, failed.out
    assert "corpus/sample/draft.md:6:43: CC104 error:" in failed.out
    assert re.search(r"^claimcheck rules\.+Passed$", failed.out, re.MULTILINE)
    claimcheck(desk.work, *ACCEPT)
    (desk.work / "rules.yaml").write_text("chekcs: {}\n", "utf-8")
    broken = desk.shell(RUN)
    assert broken.code == 1
    assert 'rules.yaml:1:1: error: unknown key in rules file "chekcs"' in broken.out
    (desk.work / "rules.yaml").write_text("checks: {}\n", "utf-8")
    passed = desk.shell(RUN)
    assert passed.code == 0, passed.out


def test_a_commit_that_touches_no_article_is_left_alone(checkout: Path) -> None:
    for hook in yaml.safe_load((checkout / ".pre-commit-hooks.yaml").read_text("utf-8")):
        assert hook["pass_filenames"] is False
        assert re.search(hook["files"], "desk/rules.yaml")
        assert not re.search(hook["files"], "Makefile")


def test_the_file_that_init_writes(desk: Machine) -> None:
    """As it stands, but for the environment: pre-commit would make one and put the package there, which takes long."""
    claimcheck(desk.work, "init", "--ci", "pre-commit")
    path = desk.work / ".pre-commit-config.yaml"
    config = load(path)
    (hook,) = config["repos"][0]["hooks"]
    (package,) = hook.pop("additional_dependencies")
    installed = desk.shell(f"python -m pip install --quiet {package}")
    assert installed.code == 0, installed.out
    hook["language"] = "system"
    path.write_text(yaml.safe_dump(config), "utf-8")
    failed = desk.shell(RUN)
    assert failed.code == 1, failed.out
    assert "corpus/sample/draft.md:6:43: CC104 error:" in failed.out
    claimcheck(desk.work, *ACCEPT)
    passed = desk.shell(RUN)
    assert passed.code == 0, passed.out


def test_the_two_ways_run_alike() -> None:
    (own, _), (local,) = (
        yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")),
        load(ROOT / "claimcheck" / "data" / "starter" / "pre-commit-config.yaml")["repos"][0]["hooks"],
    )
    for key in ("language", "files", "pass_filenames", "require_serial"):
        assert own[key] == local[key]
