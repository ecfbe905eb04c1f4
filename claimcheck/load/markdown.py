"""Markdown: front matter, or a first heading of one # as the title."""

from claimcheck.errors import Fault
from claimcheck.load.article import build
from claimcheck.model.text import Article

SUFFIXES = frozenset({".md", ".markdown"})


def read(path: str, data: bytes) -> Article | tuple[Fault, ...]:
    """See `claimcheck.protocols.Loader`."""
    return build(path, data, markdown=True)
