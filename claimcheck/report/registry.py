"""Finds the formats: every module or folder here that has NAMES and render. A new one needs no entry anywhere."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from claimcheck.protocols import ReportFormat


@cache
def _formats() -> dict[str, ReportFormat]:
    package = __name__.rpartition(".")[0]
    formats: dict[str, ReportFormat] = {}
    for info in iter_modules(import_module(package).__path__):
        if info.name == "registry":
            continue
        module = import_module(f"{package}.{info.name}")
        for name in getattr(module, "NAMES", ()):
            if name in formats:
                raise ValueError(f'two formats are called "{name}"')
            formats[name] = module
    return dict(sorted(formats.items()))


def names() -> tuple[str, ...]:
    """Every name that `--format` takes, sorted."""
    return tuple(_formats())


def main_names() -> tuple[str, ...]:
    """One name for each format, sorted: the one that its documentation uses."""
    return tuple(sorted({found.NAMES[0] for found in _formats().values()}))


def named(name: str) -> ReportFormat:
    """The format of one of `names()`."""
    return _formats()[name]
