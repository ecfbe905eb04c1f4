"""The report as a page to look at: one self-contained file that needs no network and no server.

document.py  the parts in order, and the frame around them
markup.py    the only way to make markup: text is escaped unless it is markup already
findings.py · groups.py · drafts.py · lists.py   what stands on the page
scale.py     numbers to places on an axis; plot.py draws with it
page.css · page.js   shipped inside the page, and let in by their hashes alone
"""

from claimcheck.model.report import Report
from claimcheck.protocols import RenderOptions

NAMES = ("html",)


def render(report: Report, options: RenderOptions) -> str:
    """See `claimcheck.protocols.ReportFormat`. What is drawn does not hang on width or colour."""
    from claimcheck.report.html.document import page  # the page's parts are read only when a page is asked for

    return page(report, options)
