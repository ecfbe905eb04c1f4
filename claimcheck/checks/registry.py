"""Finds the checks: every module of this package whose name starts with a code. Adding a check is adding a file."""

import pkgutil
import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from types import ModuleType

import claimcheck.checks
from claimcheck.checks.base import Check, CheckInfo, Family, Judge

_MODULE = re.compile(r"cc\d{3}_[a-z0-9_]+")


class BrokenCheckError(TypeError):
    """A check's module does not keep the contract: a programming fault, never an input's."""


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check, by code. Raises BrokenCheckError when one breaks the contract or two share a code."""
    names = (module.name for module in pkgutil.iter_modules(claimcheck.checks.__path__))
    return ordered(load(import_module(f"claimcheck.checks.{name}")) for name in names if _MODULE.fullmatch(name))


def ordered(checks: Iterable[Check]) -> tuple[Check, ...]:
    """`checks` by code; raises BrokenCheckError when two share a code."""
    by_code: dict[str, Check] = {}
    for check in checks:
        if check.info.code in by_code:
            raise BrokenCheckError(f"two checks have the code {check.info.code}")
        by_code[check.info.code] = check
    return tuple(by_code[code] for code in sorted(by_code))


def load(module: ModuleType) -> Check:
    """The check that a module holds."""
    info = getattr(module, "INFO", None)
    if not isinstance(info, CheckInfo) or not module.__doc__:
        raise BrokenCheckError(f"{module.__name__}: a check needs INFO and a docstring")
    if not module.__name__.rpartition(".")[2].startswith(f"{info.code.lower()}_"):
        raise BrokenCheckError(f"{module.__name__}: the file's name must start with {info.code.lower()}_")
    if info.family is Family.DECISIONS:
        return Check(info=info, page=module.__doc__, judge=_judge(module))
    fit, find = getattr(module, "fit", None), getattr(module, "find", None)
    if not callable(find) and not (callable(fit) and info.family is Family.ACROSS):
        raise BrokenCheckError(f"{module.__name__}: a check needs find(), or fit() when it is one across articles")
    if callable(fit) and info.family not in (Family.ACROSS, Family.INSIDE):
        raise BrokenCheckError(f"{module.__name__}: only what articles say can be the cause of a disagreement")
    return Check(info=info, page=module.__doc__, fit=fit, find=find)


def _judge(module: ModuleType) -> Judge:
    judge: Judge | None = getattr(module, "judge", None)
    if not callable(judge):
        raise BrokenCheckError(f"{module.__name__}: a check about decisions needs judge()")
    return judge
