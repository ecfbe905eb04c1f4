"""The registry finds every check, and refuses what breaks the contract."""

import re
from types import ModuleType

import pytest

from claimcheck.checks.base import Check, CheckInfo, Family
from claimcheck.checks.registry import BrokenCheckError, all_checks, load, ordered
from claimcheck.checks.selection import Selection
from claimcheck.model.finding import Severity

PARTS = ("What it does", "Why it matters", "Example", "Near miss", "How to fix it", "How to suppress it")


def _info(code: str = "CC199", family: Family = Family.ACROSS, *, default: bool = True) -> CheckInfo:
    return CheckInfo(code=code, name="test", severity=Severity.NOTE, family=family, default=default)


def _module(name: str, **names: object) -> ModuleType:
    module = ModuleType(f"claimcheck.checks.{name}", "A page.")
    for key, value in names.items():
        setattr(module, key, value)
    return module


def test_checks_come_by_code_and_each_once() -> None:
    codes = [check.info.code for check in all_checks()]
    assert codes == sorted(set(codes))
    assert {"CC101", "CC102", "CC103", "CC104", "CC105", "CC110", "CC201", "CC202", "CC301"} <= set(codes)


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.info.code)
def test_every_page_has_every_part_and_names_its_code(check: Check) -> None:
    assert tuple(re.findall(r"^## (.+)$", check.page, re.MULTILINE)) == PARTS
    assert check.info.code in check.page.split("## How to suppress it")[1]
    assert check.page.splitlines()[0].endswith(".")


def test_two_checks_of_one_code_are_refused() -> None:
    check = Check(info=_info(), page="A page.")
    with pytest.raises(BrokenCheckError, match="CC199"):
        ordered([check, check])


@pytest.mark.parametrize(
    "module",
    [
        _module("cc199_test"),
        _module("cc198_test", INFO=_info(), fit=print),
        _module("cc199_test", INFO=_info()),
        _module("cc199_test", INFO=_info(family=Family.INSIDE), fit=print),
        _module("cc199_test", INFO=_info(family=Family.EDITORIAL), fit=print, find=print),
    ],
    ids=["no info", "wrong name", "no function", "fit inside", "both, editorial"],
)
def test_a_module_that_breaks_the_contract_is_refused(module: ModuleType) -> None:
    with pytest.raises(BrokenCheckError):
        load(module)


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        (Selection(), ["CC101", "CC201"]),
        (Selection(select=("CC3",)), ["CC301"]),
        (Selection(select=("CC101", "CC301")), ["CC101", "CC301"]),
        (Selection(ignore=("CC1",)), ["CC201"]),
        (Selection(select=("CC1",), ignore=("CC101",)), []),
    ],
)
def test_selection(selection: Selection, wanted: list[str]) -> None:
    infos = [_info("CC101"), _info("CC201"), _info("CC301", default=False)]
    assert [info.code for info in infos if selection.wants(info, {})] == wanted


def test_rules_switch_checks_off_and_on() -> None:
    usual, asked = Selection(), Selection(select=("CC101",))
    assert not usual.wants(_info("CC101"), {"CC101": None})
    assert asked.wants(_info("CC101"), {"CC101": None})
    assert usual.wants(_info("CC301", default=False), {"CC301": Severity.WARNING})
