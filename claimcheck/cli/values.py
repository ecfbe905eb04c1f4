"""Option types that explain themselves: a wrong value names the right ones."""

import re
from datetime import date
from typing import TYPE_CHECKING

import click

from claimcheck.config.suggest import unknown
from claimcheck.protocols import View

if TYPE_CHECKING:
    _NameType = click.ParamType[str]
    _CodesType = click.ParamType[frozenset[str]]
    _TargetType = click.ParamType["Target"]
    _DayType = click.ParamType[date]
else:  # before click 8.5 the class takes no parameter
    _NameType = _CodesType = _TargetType = _DayType = click.ParamType

_WORD = re.compile(r"[a-z][a-z-]*")

Target = tuple[str | None, str]
"""Where a result goes: in which format (None: the one of --format), and to which file."""


class FormatName(_NameType):
    """A report format by one of its names. The formats are looked for when a value or the help is asked for."""

    name = "format"

    def __init__(self, view: View) -> None:
        self._view = view

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, if some format has it and shows this view."""
        if wrong := _wrong(value, self._view):
            self.fail(wrong, param, ctx)
        return value

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        """The formats' main names."""
        from claimcheck.report import registry

        return f"[{'|'.join(registry.main_names(self._view))}]"


class OutputTarget(_TargetType):
    """A file, or FORMAT=FILE."""

    name = "output"

    def __init__(self, view: View) -> None:
        self._view = view

    def convert(self, value: "str | Target", param: click.Parameter | None, ctx: click.Context | None) -> "Target":
        """The format, if one is named, and the file."""
        if not isinstance(value, str):
            return value
        name, equals, path = value.partition("=")
        if not equals or not _WORD.fullmatch(name):
            return None, value
        if wrong := _wrong(name, self._view):
            self.fail(f"{wrong}; for a file of that name write ./{value}", param, ctx)
        if not path:
            self.fail(f'"{value}" names no file', param, ctx)
        return name, path


def _wrong(value: str, view: View) -> str | None:
    """What is wrong with the name of a format; None: nothing."""
    from claimcheck.report import registry

    if value not in registry.names():
        message, hint = unknown("format", value, registry.names())
        return f"{message} ({hint})" if hint else message
    if value not in registry.names(view):
        return f'"{value}" shows findings, and {view.value} makes none (one of: {", ".join(registry.main_names(view))})'
    return None


class Codes(_CodesType):
    """Check codes or their beginnings, with commas between: CC102,CC2."""

    name = "codes"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> frozenset[str]:
        """The codes in upper case."""
        from claimcheck.config.tables import check_codes

        codes = frozenset(part.strip().upper() for part in value.split(",") if part.strip())
        for code in sorted(codes):
            if not any(known.startswith(code) for known in check_codes()):
                message, hint = unknown("check", code, check_codes())
                self.fail(f"{message} ({hint})" if hint else message, param, ctx)
        return codes


class Day(_DayType):
    """A day, YYYY-MM-DD."""

    name = "day"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f'"{value}" is not a day; write it like 2026-05-31', param, ctx)
