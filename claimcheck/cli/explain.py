"""`claimcheck explain`."""

import inspect

import click

from claimcheck.config.suggest import unknown


@click.command("explain", short_help="Print a check's page.")
@click.argument("code")
def command(code: str) -> None:
    """Print the page of the check with this CODE: what it flags, why, and examples."""
    from claimcheck.checks.registry import all_checks
    from claimcheck.cli.output import write

    pages = {check.info.code: check for check in all_checks()}
    check = pages.get(code.strip().upper())
    if check is None:
        message, hint = unknown("check", code, pages)
        raise click.UsageError(f"{message}\n  hint: {hint}" if hint else message)
    write(f"{check.info.code} {inspect.cleandoc(check.page).strip()}\n", None)
