"""Widths and contents of table cells. A figure is never cut: its column is as wide as the longest figure, and folds
where a figure alone would fill the screen.
"""

from collections.abc import Iterable

from rich.cells import cell_len
from rich.text import Text

from claimcheck.model.claim import Claim
from claimcheck.report.view import passage

_WIDEST_SOURCE = 26


def source_width(sources: Iterable[str], width: int) -> int:
    """As wide as the longest source, but no more than a quarter of the screen."""
    return max(6, min(max(map(cell_len, sources), default=6), width // 4, _WIDEST_SOURCE))


def longest_word(sources: Iterable[str]) -> int:
    """How wide a column must be for no word to be broken."""
    return max((cell_len(word) for source in sources for word in source.split()), default=0)


def figure_width(figures: Iterable[str], width: int) -> int:
    """As wide as the longest figure, up to a third of the screen."""
    return max(6, min(max(map(cell_len, figures), default=6), width // 3))


def passage_text(claim: Claim, room: int | None, style: str, *, plain: bool) -> Text:
    """The passage with its figure in `style`; without colour between » and «, so that it stands out all the same."""
    shown = passage(claim, room)
    marked = f"»{shown.figure}«" if plain else shown.figure
    return Text(shown.before, style="").append(marked, style=style).append(shown.after, style="not bold")
