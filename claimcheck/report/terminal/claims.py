"""The parts of `extract`: the claims of each article, and with -v the numbers that are none."""

from itertools import groupby

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.text import ArticleId
from claimcheck.printable import one_line
from claimcheck.protocols import RenderOptions
from claimcheck.report.terminal.cells import figure_width
from claimcheck.report.view import Places, circumstances, figure


def parts(report: Report, places: Places, options: RenderOptions, width: int) -> list[RenderableType]:
    """A table of claims per article, then the skipped numbers if they are asked for."""
    found: list[RenderableType] = []
    for article, claims in groupby(report.claims, key=lambda claim: claim.article):
        found += [Text(one_line(places.article(article).path), style="bold"), _table(list(claims), places, width), ""]
        if options.verbose:
            found += [*_skipped(report, article, places), ""]
    return found


def _table(claims: list[Claim], places: Places, width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False, show_edge=False)
    table.add_column("place", justify="right", no_wrap=True)
    table.add_column("figure", justify="right", width=figure_width(map(figure, claims), width), overflow="fold")
    table.add_column("metric", overflow="fold")
    table.add_column("operation", overflow="fold")
    table.add_column("circumstances", overflow="fold")
    for claim in claims:
        line, column = places.line_column(claim.article, claim.span)
        cells = (f"{line}:{column}", figure(claim), claim.metric.name, claim.operation.name, circumstances(claim))
        table.add_row(*(Text(one_line(cell)) for cell in cells))
    return table


def _skipped(report: Report, article: ArticleId, places: Places) -> list[RenderableType]:
    rows = [skipped for skipped in report.skipped if skipped.article == article]
    lines = []
    for row in rows:
        line, column = places.line_column(article, row.span)
        lines.append(Text(one_line(f"{line}:{column}  {row.surface}  skipped: {row.reason.value}"), style="dim"))
    return [*lines]
