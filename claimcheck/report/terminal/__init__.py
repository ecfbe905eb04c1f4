"""The report for a terminal: a table per group with a finding, the groups that agree, the receipt."""

from claimcheck.model.report import Report
from claimcheck.protocols import RenderOptions

NAMES = ("text",)


def render(report: Report, options: RenderOptions) -> str:
    """See `claimcheck.protocols.ReportFormat`. Escape codes only with `options.color`."""
    from claimcheck.report.terminal.screen import draw  # rich is imported only when it is drawn with

    return draw(report, options)
