"""The parts of `extract`: the claims of each article, and with -v the numbers that are none."""

from collections import defaultdict
from collections.abc import Sequence

from rich import box
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from claimcheck.model.claim import Claim, Skipped
from claimcheck.model.report import Report
from claimcheck.model.text import ArticleId
from claimcheck.printable import one_line
from claimcheck.protocols import RenderOptions
from claimcheck.report.terminal.cells import figure_width
from claimcheck.report.view import Places, circumstances, figure


def parts(report: Report, places: Places, options: RenderOptions, width: int) -> list[RenderableType]:
    """For each article a table of its claims, then its skipped numbers if they are asked for."""
    claims: dict[ArticleId, list[Claim]] = defaultdict(list)
    skipped: dict[ArticleId, list[Skipped]] = defaultdict(list)
    for claim in report.claims:
        claims[claim.article].append(claim)
    for number in report.skipped if options.verbose else ():
        skipped[number.article].append(number)
    found: list[RenderableType] = []
    for article in report.articles:
        if article.id in claims or article.id in skipped:
            found += [Text(one_line(article.path), style="bold")]
            found += [_table(claims[article.id], places, width)] if article.id in claims else []
            found += [_skipped(number, places) for number in skipped[article.id]]
            found += [""]
    return found


def _table(claims: Sequence[Claim], places: Places, width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=False, show_edge=False)
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


def _skipped(skipped: Skipped, places: Places) -> Text:
    line, column = places.line_column(skipped.article, skipped.span)
    return Text(one_line(f"{line}:{column} {skipped.surface} skipped: {skipped.reason.value}"), style="dim")
