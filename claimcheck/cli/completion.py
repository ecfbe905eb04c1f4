"""`claimcheck completion`."""

import click

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_CLAIMCHECK_COMPLETE"
"""What the shells' scripts ask through; click derives the same name from the program's."""


@click.command("completion", short_help="Print the script that makes a shell complete commands.")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the script that makes SHELL complete commands, options, formats, checks and files.

    \b
    bash  eval "$(claimcheck completion bash)"                        in ~/.bashrc
    zsh   eval "$(claimcheck completion zsh)"                         in ~/.zshrc, below compinit
    fish  claimcheck completion fish > ~/.config/fish/completions/claimcheck.fish
    """  # noqa: D301  # click takes the backspace for: these lines stay as they are
    from click.shell_completion import get_completion_class

    from claimcheck.cli.output import write

    script = get_completion_class(shell)
    if script is None:  # a click that knows fewer shells
        raise click.UsageError(f"this click has no completion for {shell}")
    write(script(ctx.find_root().command, {}, "claimcheck", VARIABLE).source(), None)
