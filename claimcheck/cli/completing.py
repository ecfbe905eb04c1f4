"""What a shell may complete a value with. The shells ask through click; each answer is for one word that was begun."""

from click import Context, Parameter
from click.shell_completion import CompletionItem

Items = list[CompletionItem]


def files(_ctx: Context, _param: Parameter, incomplete: str) -> Items:
    """Files and folders, which the shell knows best."""
    return [CompletionItem(incomplete, type="file")]


def formats(_ctx: Context, _param: Parameter, incomplete: str) -> Items:
    """Report formats, each by its main name."""
    from claimcheck.report import registry

    return _begun(registry.main_names(), incomplete)


def targets(ctx: Context, param: Parameter, incomplete: str) -> Items:
    """FORMAT=, or a file."""
    found = [CompletionItem(f"{item.value}=") for item in formats(ctx, param, incomplete)] if incomplete else []
    return found or files(ctx, param, incomplete.rpartition("=")[2])


def codes(_ctx: Context, _param: Parameter, incomplete: str) -> Items:
    """Codes of checks with their names; behind a comma, the next one."""
    from claimcheck.checks.registry import all_checks

    before, comma, begun = incomplete.rpartition(",")
    taken = {code.strip().upper() for code in before.split(",")}
    names = {check.info.code: check.info.name for check in all_checks()}
    fit = (code for code in names if code.startswith(begun.strip().upper()) and code not in taken)
    return [CompletionItem(f"{before}{comma}{code}", help=names[code]) for code in fit]


def pages(ctx: Context, param: Parameter, incomplete: str) -> Items:
    """What `explain` explains by name: the checks."""
    return codes(ctx, param, incomplete.rpartition(",")[2])


def _begun(names: tuple[str, ...], incomplete: str) -> Items:
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]
