"""Puts the parts of the terminal report in order on a rich console that writes to a string."""

import re
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

from claimcheck.model.report import Report
from claimcheck.printable import one_line
from claimcheck.protocols import RenderOptions, View
from claimcheck.report.terminal import claims, comparison, review
from claimcheck.report.view import Places, receipt, summary

NARROWEST = 60
"""Below this a table is no table any more; a narrower terminal wraps the lines itself."""
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


def console_on(stream: StringIO, width: int, *, color: bool) -> Console:
    """A console that writes to `stream`; escape codes only with `color`."""
    return Console(
        file=stream,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def draw(report: Report, options: RenderOptions) -> str:
    """The whole screen, ending in a line end."""
    width = max(options.width, NARROWEST)
    stream = StringIO()
    console = console_on(stream, width, color=options.color)
    for part in _parts(report, options, width):
        console.print(part, soft_wrap=options.quiet)  # one line per finding, for grep and editors
    text = stream.getvalue()
    return text if options.color else _TRAILING.sub("", text)


def _parts(report: Report, options: RenderOptions, width: int) -> list[RenderableType]:
    places = Places(report.articles)
    if options.view is View.EXTRACT:
        body = claims.parts(report, places, options, width)
    elif options.quiet and report.drafts:
        return review.lines(report, places)
    elif report.drafts:
        body = review.parts(report, places, options, width)
    elif options.quiet:
        return comparison.finding_lines(report, places)
    else:
        body = comparison.parts(report, places, options, width)
    return [*body, *(Text(one_line(notice), style="yellow") for notice in report.notices), *_closing(report)]


def _closing(report: Report) -> list[RenderableType]:
    return [Text(receipt(report.coverage), style="dim"), Text(summary(report), style="bold")]
