"""Finds the formats: every module or folder here that has NAMES and render. A new one needs no entry anywhere."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from claimcheck.protocols import ReportFormat, View


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


def names(view: View | None = None) -> tuple[str, ...]:
    """Every name that `--format` takes, sorted; with `view`, of the formats that can show it."""
    return tuple(name for name, found in _formats().items() if view is None or view in views(found))


def main_names(view: View | None = None) -> tuple[str, ...]:
    """One name for each of these formats, sorted: the one that its documentation uses."""
    return tuple(sorted({named(name).NAMES[0] for name in names(view)}))


def views(found: ReportFormat) -> tuple[View, ...]:
    """The views that a format shows: all of them, or those that it names."""
    return getattr(found, "VIEWS", tuple(View))


def named(name: str) -> ReportFormat:
    """The format of one of `names()`."""
    return _formats()[name]
