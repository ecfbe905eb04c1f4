"""`claimcheck compare`."""

from typing import Unpack

import click

from claimcheck.cli.inputs import read_inputs, read_review
from claimcheck.cli.options import Gating, gated_request, gating, reading
from claimcheck.protocols import View
from claimcheck.triage.gate import ExitStatus, FailOn, status


@click.command("compare", short_help="Compare the figures of all articles.")
@reading("text")
@gating()
def command(**given: Unpack[Gating]) -> ExitStatus:
    """Put the figures of all articles side by side and flag those that disagree.

    PATH is an article (.md, .txt) or a folder of them; without one, corpus/ is read. Exits with 1 when a finding is at
    or over --fail-on.

    With --draft (repeatable) the articles are the sources: every figure of the draft is told as supported,
    contradicted, stale, in no source, or without its sources' qualifier, and only findings about drafts are shown.
    """
    return check(given)


def check(given: Gating) -> ExitStatus:
    """Compare, show, and say whether the gate closes."""
    from claimcheck.api import compare_articles, review_drafts
    from claimcheck.cli.decided import decisions, read_accepted
    from claimcheck.cli.output import emit

    asked = gated_request(given)
    baseline = read_accepted(asked.decided, asked.rules)
    if asked.drafts:
        if asked.decided.changed_since is not None:
            raise click.UsageError("--changed-since narrows a comparison\n  hint: name the drafts that changed")
        drafts, articles, rules, settings = read_review(asked.drafts, asked.paths, asked.rules, baseline.faults)
        decided = decisions(asked.decided, baseline, (*drafts, *articles))
        report = review_drafts(drafts, articles, rules, select=asked.select, ignore=asked.ignore, decisions=decided)
    else:
        articles, rules, settings = read_inputs(asked.paths, asked.rules, baseline.faults)
        decided = decisions(asked.decided, baseline, articles)
        report = compare_articles(articles, rules, select=asked.select, ignore=asked.ignore, decisions=decided)
    emit(report, asked, View.COMPARE)
    return status(report.findings, FailOn(asked.fail_on or settings.fail_on or FailOn.ERROR), report.drafts)
