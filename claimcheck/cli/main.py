"""The command group and the door: whatever goes wrong leaves here as a message and an exit code, never a traceback."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError, Fault, Place
from claimcheck.printable import one_line

COULD_NOT_CHECK = 2
INTERRUPTED = 130
"""128 + SIGINT, as shells report it."""

_COMMANDS = ("compare", "report", "extract", "explain", "baseline", "rules", "init", "completion")


class _LazyGroup(click.Group):
    """Commands by module name, imported when used: `claimcheck --version` must not pay for them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"claimcheck.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        misspelt = args and args[0] not in _COMMANDS and not args[0].startswith("-")
        if misspelt and not ctx.resilient_parsing:  # a shell that asks for completions wants no complaint
            from claimcheck.config.suggest import unknown

            message, hint = unknown("command", args[0], _COMMANDS)
            raise click.UsageError(f"{message}\n  hint: {hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 checked and nothing at or over the gate; 1 findings; 2 could not check.",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Find the figures that disagree across news articles, before publication."""


def main() -> None:
    """The `claimcheck` command."""
    sys.exit(run(sys.argv[1:]))


def run(args: Sequence[str]) -> int:
    """Run the command line `args`; the exit code."""
    try:
        code = cli.main(list(args), prog_name="claimcheck", standalone_mode=False)
    except ClaimcheckError as error:
        return _tell(error.faults)
    except click.Abort:
        click.echo("claimcheck: interrupted", err=True)
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return COULD_NOT_CHECK
    except OSError as error:
        place = Place(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else None
        return _tell((Fault(place, error.strerror or str(error)),))
    except Exception as error:
        if os.environ.get("CLAIMCHECK_TRACEBACK"):
            raise
        return _tell((_internal(error),))
    return int(code or 0)


def _tell(faults: Sequence[Fault]) -> int:
    for fault in faults:
        click.echo(str(fault), err=True)
    if len(faults) > 1:
        click.echo(f"claimcheck: {len(faults)} faults, nothing was checked", err=True)
    return COULD_NOT_CHECK


def _internal(error: Exception) -> Fault:
    """A fault of ours. Exit code 2, not Python's 1, which would read as findings."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else "?"
    what = f"internal error in {where}: {type(error).__name__}: {one_line(str(error))[:200]}"
    return Fault(None, what, "this is a bug; please report it with the output of CLAIMCHECK_TRACEBACK=1 claimcheck …")


if __name__ == "__main__":
    main()
