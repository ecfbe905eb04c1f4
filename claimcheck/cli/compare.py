"""`claimcheck compare`."""

from typing import Unpack

import click

from claimcheck.cli.annotations import annotating
from claimcheck.cli.inputs import read_inputs, read_review
from claimcheck.cli.options import Gating, gated_request, gating, reading
from claimcheck.protocols import View
from claimcheck.triage.gate import ExitStatus, FailOn, status


@click.command("compare", short_help="Compare the figures of all articles.")
@reading("text", View.COMPARE)
@gating()
def command(**given: Unpack[Gating]) -> ExitStatus:
    """Put the figures of all articles side by side and flag those that disagree.

    PATH is an article (.md, .txt) or a folder of them; without one, corpus/ is read. Exits with 1 when a finding is at
    or over --fail-on.

    With --draft (repeatable) the articles are the sources: every figure of the draft is told as supported,
    contradicted, stale, in no source, or without its sources' qualifier, and only findings about drafts are shown.
    """
    return check(given)


@annotating
def check(given: Gating) -> ExitStatus:
    """Compare, show, and say whether the gate closes."""
    from claimcheck.api import compare_articles, review_drafts
    from claimcheck.cli.output import emit, judged

    asked = gated_request(given)
    wanted = {"select": asked.select, "ignore": asked.ignore}
    if asked.drafts:
        drafts, articles, rules, settings = read_review(asked.drafts, asked.paths, asked.rules)
        report = review_drafts(drafts, articles, rules, **wanted)
    else:
        articles, rules, settings = read_inputs(asked.paths, asked.rules)
        report = compare_articles(articles, rules, **wanted)
    gate = FailOn(asked.fail_on or settings.fail_on or FailOn.ERROR)
    code = status(report.findings, gate, report.drafts)
    emit(report, asked, judged(gate, code))
    return code
