"""Option types that explain themselves: a wrong value names the right ones."""

from datetime import date
from typing import TYPE_CHECKING

import click

from claimcheck.config.suggest import unknown

if TYPE_CHECKING:
    _NameType = click.ParamType[str]
    _CodesType = click.ParamType[frozenset[str]]
    _DayType = click.ParamType[date]
else:  # before click 8.5 the class takes no parameter
    _NameType = _CodesType = _DayType = click.ParamType


class FormatName(_NameType):
    """A report format by one of its names. The formats are looked for when a value or the help is asked for."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, if some format has it."""
        from claimcheck.report import registry

        if value not in registry.names():
            message, hint = unknown("format", value, registry.names())
            self.fail(f"{message} ({hint})", param, ctx)
        return value

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        """The formats' main names."""
        from claimcheck.report import registry

        return f"[{'|'.join(registry.main_names())}]"


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
