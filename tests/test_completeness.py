"""Nothing half there: every check has its page, cases and measured precision, every format its golden, every command
its help, every table entry its meaning. What a new part still lacks is said here.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from claimcheck.checks.base import Check
from claimcheck.checks.registry import all_checks
from claimcheck.cli.main import cli
from claimcheck.config.rules import read_rules
from claimcheck.config.schema import root
from claimcheck.config.shapes import Listing, Record
from claimcheck.config.tables import check_codes
from claimcheck.load import registry as loaders
from claimcheck.report import registry as formats
from claimcheck.triage.gate import ExitStatus, FailOn
from evaluation.precision.record import read_record

ROOT = Path(__file__).parents[1]
SECTIONS = ("## What it does", "## Why it matters", "## Example", "## How to fix it", "## How to suppress it")
MEASURED = {row.code: row for row in read_record()}


def commands() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {sub}", found) for sub, found in command.commands.items())


COMMANDS = dict(commands())


def of_code(check: Check) -> str:
    return check.info.code


@pytest.mark.parametrize("check", all_checks(), ids=of_code)
def test_a_check_explains_itself(check: Check) -> None:
    assert check.page.splitlines()[0].endswith("."), "the first line says what it flags"
    positions = [check.page.find(section) for section in SECTIONS]
    assert -1 not in positions, f"sections, in this order: {SECTIONS}"
    assert positions == sorted(positions)
    assert check.info.name == check.info.name.lower()


@pytest.mark.parametrize("check", all_checks(), ids=of_code)
def test_a_check_has_cases(check: Check) -> None:
    code = check.info.code.lower()
    assert list((ROOT / "tests" / "cases" / "checks").glob(f"{code}*")), f"tests/cases/checks/{code}.md is missing"


@pytest.mark.parametrize("check", all_checks(), ids=of_code)
def test_a_check_has_a_docs_page(check: Check) -> None:
    pages = list((ROOT / "docs" / "checks").glob(f"{check.info.code.lower()}*.md"))
    assert pages, f"docs/checks/{check.info.code.lower()}.md is missing"
    assert check.page.splitlines()[0] in pages[0].read_text("utf-8"), "the page is not the docstring's; make docs"


@pytest.mark.parametrize("check", all_checks(), ids=of_code)
def test_a_check_has_a_measured_precision(check: Check) -> None:
    code = check.info.code
    row = MEASURED.get(code)
    assert row is not None, f"how often {code} is right has not been measured: make precision CHECK={code}"
    how = f"python -m evaluation.precision --check {code} --write --reason TEXT"
    assert row.judged or row.reason, f"nothing of {code} could be judged, and nobody says why: {how}"


def test_no_precision_without_its_check() -> None:
    assert set(MEASURED) <= {check.info.code for check in all_checks()}, "make precision takes it out"


def test_checks_are_found_by_name_without_importing_them() -> None:
    assert check_codes() == tuple(check.info.code for check in all_checks())


@pytest.mark.parametrize("name", formats.names())
def test_a_format_has_goldens(name: str) -> None:
    found = formats.named(name)
    folder = ROOT / "tests" / "golden"
    for view in formats.views(found):
        golden = (folder / f"{view.value}-{found.NAMES[0]}.txt", folder / "formats" / f"{view.value}.{found.NAMES[0]}")
        assert any(path.exists() for path in golden)


@pytest.mark.parametrize("name", formats.main_names())
def test_a_format_has_a_section_in_the_docs(name: str) -> None:
    assert f"\n## {name}" in (ROOT / "docs" / "formats.md").read_text("utf-8")


@pytest.mark.parametrize("suffix", sorted(loaders.suffixes()))
def test_a_loader_is_documented(suffix: str) -> None:
    assert loaders.loader_for(suffix).read.__doc__
    assert suffix.startswith(".")
    assert suffix == suffix.lower()


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_has_help_for_itself_and_every_option(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    options = [option for option in command.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


def records(record: Record) -> Iterator[tuple[str, Record]]:
    yield record.what, record
    for key in record.keys.values():
        if isinstance(key.shape, Listing) and isinstance(key.shape.item, Record):
            yield from records(key.shape.item)


@pytest.mark.parametrize(("what", "record"), list(records(root((), ()))))
def test_every_key_of_the_rules_is_explained(what: str, record: Record) -> None:
    text = (ROOT / "docs" / "rules.md").read_text("utf-8")
    for name, key in record.keys.items():
        assert key.doc.endswith("."), f"{what}: {name}"
        assert re.search(rf"`{name}`", text), f"docs/rules.md does not tell of {what}'s {name}"


def test_every_exit_code_and_gate_is_documented() -> None:
    text = (ROOT / "docs" / "exit-codes.md").read_text("utf-8")
    for status in ExitStatus:
        assert f"| {status.value} |" in text
    for gate in FailOn:
        assert f"`{gate.value}`" in text


def test_the_rules_beside_the_corpus_are_right() -> None:
    found = read_rules(str(ROOT / "rules.yaml"))
    assert found.rules.operations
    assert found.examples
