"""Character offsets to lines and columns, as an editor counts them."""

import re
from bisect import bisect_right
from dataclasses import dataclass

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Where the lines of one text start. Build once per text with `of`; each look-up is a bisection."""

    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "LineIndex":
        """The index of `text`; CRLF, LF and CR each end a line."""
        return cls((0, *(found.end() for found in _LINE_END.finditer(text))))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character offset, both from 1; columns count characters."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1
