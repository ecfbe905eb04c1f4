"""Plain text: front matter if there is some; otherwise no title, and a date only where one opens the file."""

from claimcheck.errors import Fault
from claimcheck.load.article import build
from claimcheck.model.text import Article

SUFFIXES = frozenset({".txt"})


def read(path: str, data: bytes) -> Article | tuple[Fault, ...]:
    """See `claimcheck.protocols.Loader`."""
    return build(path, data, markdown=False)
