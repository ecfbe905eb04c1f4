"""Text to flat columns of tokens, for grammars that read figures: quick to make, cheap to look around in."""

import re
from itertools import accumulate

# Words come first because they are most of a text; what is said once ("++") is never tried in a shorter way.
_TOKEN = re.compile(
    r"([^\W\d_]{2,}+(?:['’\u00ad][^\W\d_]++)*+"  # a word; a soft hyphen is no end of it
    r"|\d+(?:[.,．，]\d+|['’]\d{3}(?!\d))*"  # digits with separators inside
    r"|(?:[^\W\d_]\.){2,}"  # initials: U.S., p.m.
    r"|[^\W\d_](?:['’\u00ad][^\W\d_]+)*"  # a word that begins with a single letter: a, O'Neil
    r"|\S)"
)
_PAD = 8
_NO_WORDS = [""] * _PAD


class Tokens:
    """The tokens of one text as columns. `low` is lower case with plain apostrophes and without soft hyphens.

    Columns end in a few empty tokens, so that looking a little past either end finds "" instead of raising.
    """

    __slots__ = ("end", "low", "n", "source", "start", "text")

    def __init__(self, source: str) -> None:
        parts = _TOKEN.split(source)  # white space, token, white space, token, …, white space
        words = parts[1::2]
        offsets = list(accumulate(map(len, parts)))
        low = " ".join(words).lower()
        if "’" in low or "\u00ad" in low:
            low = low.replace("’", "'").replace("\u00ad", "")
        size = len(source) + 1
        self.source = source
        self.n = len(words)
        self.text = words + _NO_WORDS
        self.low = low.split(" ") + _NO_WORDS if words else _NO_WORDS
        self.start = offsets[0:-1:2] + [size] * _PAD
        self.end = offsets[1::2] + [size + 1] * _PAD

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
