"""docs/how-to-ci.md, word by word: its jobs are those that init writes, its commands do what it says."""

import re
from pathlib import Path

import pytest
import yaml
from ci_machine import Machine, actions, pinned
from ci_scratch import ROOT

from claimcheck.cli.starter import CI, job

PAGE = (ROOT / "docs" / "how-to-ci.md").read_text("utf-8")
_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(language: str, heading: str = "") -> list[str]:
    """The blocks of a language, below a heading or on the whole page."""
    part = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0] if heading else PAGE
    return [found["text"] for found in _BLOCK.finditer(part) if found["language"] == language]


@pytest.mark.parametrize("kind", CI)
def test_the_page_shows_what_init_writes(kind: str) -> None:
    shown = re.search(rf"<!-- starter: {kind} -->\n```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert shown is not None
    assert shown[1] == job(kind, "corpus")


def test_every_piece_of_yaml_can_be_read_and_takes_nothing_that_moves() -> None:
    for text in blocks("yaml"):
        found = yaml.safe_load(text)
        steps = found if isinstance(found, list) else []
        assert [one for one in actions(steps) if not pinned(one) and one != "OWNER/claimcheck@COMMIT"] == []


def test_what_a_person_types_in_any_shell(machine: Machine, tmp_path: Path) -> None:
    """Set it up, see it fail, accept, see it pass."""
    remote = tmp_path / "remote"
    machine.shell(f"git init --quiet --bare {remote}; git remote add origin {remote}; git config push.default current")
    (set_up, commit), (install,), (accept,) = (
        blocks("sh", "Set it up"),
        blocks("sh", "Any shell"),
        blocks("sh", "Accept what may stand"),
    )
    *prepare, gate = install.splitlines()
    assert machine.shell("\n".join(prepare)).code == 0
    machine.path = f"{machine.work / '.claimcheck' / 'bin'}:{machine.path}"
    (machine.work / ".gitignore").write_text(".claimcheck/\n", "utf-8")
    for script in (set_up, commit):
        done = machine.shell(script)
        assert done.code == 0, done.out
    failed = machine.shell(gate)
    assert (failed.code, "CC104 error" in failed.out) == (1, True)
    accepted = machine.shell(accept)
    assert accepted.code == 0, accepted.out
    assert machine.shell(gate).code == 0
    assert "claimcheck-baseline.yaml" in machine.shell("git ls-files").out
