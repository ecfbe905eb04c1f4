"""`claimcheck extract`."""

from typing import Unpack

import click

from claimcheck.cli.inputs import read_inputs
from claimcheck.cli.options import Reading, read_request, reading
from claimcheck.protocols import RenderOptions, View
from claimcheck.triage.gate import ExitStatus


@click.command("extract", short_help="List the claims, nothing compared.")
@reading("text", View.EXTRACT)
def command(**given: Unpack[Reading]) -> ExitStatus:
    """List the claims of the articles and what each figure was taken for; nothing is compared.

    With -v also the numbers that are no claims, and why. Exits with 0, or 2 when an article could not be read.
    """
    from claimcheck.api import extract_claims
    from claimcheck.cli.output import emit
    from claimcheck.cli.progress import progress

    asked = read_request(given)
    articles, rules, _ = read_inputs(asked.paths, asked.rules)
    with progress(quiet=asked.quiet) as told:
        report = extract_claims(articles, rules, progress=told)
    emit(report, asked, RenderOptions(view=View.EXTRACT))
    return ExitStatus.CLEAN
