"""Text to flat columns of tokens, for grammars that read figures: quick to make, cheap to look around in."""

import re

_TOKEN = re.compile(
    r"\d+(?:[.,．，]\d+|['’]\d{3}(?!\d))*"  # digits with separators inside
    r"|(?:[^\W\d_]\.){2,}"  # initials: U.S., p.m.
    r"|[^\W\d_]+(?:['’\u00ad][^\W\d_]+)*"  # a word; a soft hyphen is no end of it
    r"|\S"
)
_PAD = 8


class Tokens:
    """The tokens of one text as columns. `low` is lower case with plain apostrophes and without soft hyphens.

    Columns end in a few empty tokens, so that looking a little past either end finds "" instead of raising.
    """

    __slots__ = ("end", "low", "n", "source", "start", "text")

    def __init__(self, source: str) -> None:
        spans = [m.span() for m in _TOKEN.finditer(source)]
        size = len(source) + 1
        self.source = source
        self.n = len(spans)
        self.text = [source[first:last] for first, last in spans]
        self.start = [first for first, _ in spans]
        self.end = [last for _, last in spans]
        self.low = [word.lower() for word in self.text]
        if "’" in source or "\u00ad" in source:
            self.low = [word.replace("’", "'").replace("\u00ad", "") for word in self.low]
        self.text += [""] * _PAD
        self.low += [""] * _PAD
        self.start += [size] * _PAD
        self.end += [size + 1] * _PAD

    def glued(self, i: int) -> bool:
        """Whether nothing stands between token `i` and the one after it."""
        return self.end[i] == self.start[i + 1]

    def gap(self, i: int) -> str:
        """What stands between token `i` and the one after it: white space or nothing."""
        return self.source[self.end[i] : self.start[i + 1]]

    def is_number(self, i: int) -> bool:
        """Whether token `i` is written in digits."""
        return self.text[i][:1].isdecimal()

    def is_word(self, i: int) -> bool:
        """Whether token `i` is made of letters."""
        return self.text[i][:1].isalpha()

    def is_capital(self, i: int) -> bool:
        """Whether token `i` is a word that begins with a capital."""
        return self.text[i][:1].isupper()

    def surface(self, first: int, end: int) -> str:
        """The text from token `first` up to and without token `end`."""
        return self.source[self.start[first] : self.end[end - 1]]
