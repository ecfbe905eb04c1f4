"""`claimcheck init`."""

import os
import re
import sys

import click

from claimcheck.cli.completing import files
from claimcheck.cli.starter import CI, Wishes, job, likely_ci, planned

_KINDS = (*CI, "none")
_PLAIN = re.compile(r"[\w.][\w./-]*")


@click.command("init", short_help="Set a project up: rules, a sample, CI.")
@click.argument("folder", default=".", metavar="[DIR]", shell_complete=files)
@click.option("--articles", metavar="DIR", help="Folder of the articles, below DIR.  [default: corpus]")
@click.option("--ci", type=click.Choice(_KINDS), help="What runs the gate.  [default: what DIR shows traces of]")
@click.option("--sample/--no-sample", default=None, help="Two articles that disagree.  [default: if there are none]")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
def command(folder: str, articles: str | None, ci: str | None, sample: bool | None, force: bool) -> None:
    """Set DIR, or the working folder, up for claimcheck.

    Writes rules.yaml with the schema that editors complete it by, two articles that disagree to try it on, and a job
    for CI. On a terminal it asks for what no option says. A file that is there stays as it is, unless --force is given.
    """
    from claimcheck.cli.output import write

    wishes = _wishes(folder, articles, ci, sample)
    kept: list[str] = []
    for name, text in planned(wishes).items():
        path = os.path.join(folder, name)
        if os.path.exists(path) and not force:
            kept.append(name)
            continue
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        write(text, path)
        click.echo(f"wrote {_shown(path)}")
    for name in kept:
        click.echo(f"kept  {_shown(os.path.join(folder, name))}: it was there already (--force overwrites it)")
    click.echo(_next(folder, wishes, kept))


def _wishes(folder: str, articles: str | None, ci: str | None, sample: bool | None) -> Wishes:
    """The options, else answers, else defaults."""
    person = sys.stdin.isatty() and sys.stdout.isatty()
    if articles is None:
        articles = click.prompt("Folder of the articles", default="corpus") if person else "corpus"
    articles = _plain(articles)
    if ci is None:
        ci = likely_ci(folder)
        ci = click.prompt("What runs the gate", type=click.Choice(_KINDS), default=ci) if person else ci
    if sample is None:
        sample = not _holds_any(os.path.join(folder, articles))
        sample = click.confirm("Two articles that disagree, to try it on", default=sample) if person else sample
    return Wishes(articles=articles, ci=ci, sample=sample)


def _plain(articles: str) -> str:
    """The folder as a CI file can name it. Raises UsageError for one that leads out or would need quoting there."""
    path = articles.replace(os.sep, "/").removeprefix("./").rstrip("/") or "."
    if _PLAIN.fullmatch(path) is None or ".." in path.split("/"):
        what = (
            f'--articles "{articles}": expected a folder below the project\'s, of letters, digits, dots, dashes and /'
        )
        raise click.UsageError(f"{what}\n  hint: as in --articles stories/published")
    return path


def _holds_any(folder: str) -> bool:
    return os.path.isdir(folder) and bool(os.listdir(folder))


def _next(folder: str, wishes: Wishes, kept: list[str]) -> str:
    """What to do now."""
    where = "" if os.path.realpath(folder) == os.path.realpath(".") else f"cd {_shown(folder)} && "
    steps = [f"{where}claimcheck compare {wishes.articles}"]
    if wishes.sample:
        steps[0] += f"   # one finding, of {wishes.articles}/sample/; correct the draft there and it is gone"
    steps.append(f'claimcheck baseline write --reason "…" {wishes.articles}   # for findings that may stand')
    if wishes.ci == "pre-commit":
        steps.append("pre-commit install")
    told = "\n".join(["", "Next:", *(f"  {step}" for step in steps)])
    if wishes.ci in CI and CI[wishes.ci][0] in kept and not _speaks_of_us(os.path.join(folder, CI[wishes.ci][0])):
        told += f"\n\n{CI[wishes.ci][0]} was there; what claimcheck needs in it:\n\n{job(wishes.ci, wishes.articles)}"
    return told.rstrip("\n")


def _speaks_of_us(path: str) -> bool:
    with open(path, "rb") as stream:
        return b"claimcheck" in stream.read()


def _shown(path: str) -> str:
    return os.path.normpath(path).replace(os.sep, "/")
