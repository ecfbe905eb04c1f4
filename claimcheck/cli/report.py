"""`claimcheck report`."""

from typing import Unpack

import click

from claimcheck.cli.compare import check
from claimcheck.cli.options import Gating, gating, reading
from claimcheck.protocols import View
from claimcheck.triage.gate import ExitStatus


@click.command("report", short_help="Write the comparison as a document.")
@reading("md", View.COMPARE)
@gating()
def command(**given: Unpack[Gating]) -> ExitStatus:
    """Write the comparison as a document for people.

    The same run as compare, with the same exit codes: give --fail-on never where only the document is wanted.
    """
    return check(given)
