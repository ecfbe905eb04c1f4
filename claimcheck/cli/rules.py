"""`claimcheck rules`."""

import click

from claimcheck.cli.completing import files
from claimcheck.config.rules import RulesFile


@click.group("rules", short_help="Show, check or describe the rules file.")
def command() -> None:
    """Look at the rules file: what holds, whether it is right, what can stand in it."""


@command.command("show")
@click.argument("file", required=False, shell_complete=files)
def show(file: str | None) -> None:
    """Print the rules that hold, with defaults filled in."""
    from claimcheck.cli.output import write
    from claimcheck.config.show import to_yaml

    found = _read(file)
    write(f"# {found.path or 'no rules file: the defaults'}\n{to_yaml(found.rules)}", None)


@command.command("check")
@click.argument("file", required=False, shell_complete=files)
def check(file: str | None) -> None:
    """Validate a rules file; every fault is shown with its line and column."""
    from claimcheck.cli.output import write

    found = _read(file)
    if found.path is None:
        raise click.UsageError("no rules.yaml here or above\n  hint: name the file: claimcheck rules check FILE")
    rules = found.rules
    counts = f"{len(rules.operations)} operations, {len(rules.metrics)} metrics, {len(rules.sources)} sources"
    write(f"{found.path}: ok: {counts}, {len(found.examples)} examples\n", None)


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema of a rules file, for editors."""
    from claimcheck.cli.output import write
    from claimcheck.config.schema import json_schema, root
    from claimcheck.config.tables import check_codes
    from claimcheck.config.vocabulary import pack_names
    from claimcheck.report.jsontext import dumps

    write(dumps(json_schema(root(pack_names(), check_codes()))) + "\n", None)


def _read(file: str | None) -> RulesFile:
    from claimcheck.config.discover import discover
    from claimcheck.config.rules import read_rules

    return read_rules(file or discover().rules)
