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
    from claimcheck.cli.decided import decisions, read_accepted
    from claimcheck.cli.output import emit, judged
    from claimcheck.cli.progress import progress

    asked = gated_request(given)
    baseline = read_accepted(asked.decided, asked.rules)
    if asked.drafts:
        if asked.decided.changed_since is not None:
            raise click.UsageError("--changed-since narrows a comparison\n  hint: name the drafts that changed")
        drafts, articles, rules, _ = read_review(asked.drafts, asked.paths, asked.rules, baseline.faults)
        decided = decisions(asked.decided, baseline, (*drafts, *articles))
        with progress(quiet=asked.quiet) as told:
            report = review_drafts(
                drafts, articles, rules, select=asked.select, ignore=asked.ignore, decisions=decided, progress=told
            )
    else:
        articles, rules, _ = read_inputs(asked.paths, asked.rules, baseline.faults)
        decided = decisions(asked.decided, baseline, articles)
        with progress(quiet=asked.quiet) as told:
            report = compare_articles(
                articles, rules, select=asked.select, ignore=asked.ignore, decisions=decided, progress=told
            )
    gate = FailOn(asked.fail_on or FailOn.ERROR)
    code = status(report.findings, gate, report.drafts)
    emit(report, asked, judged(gate, code))
    return code
