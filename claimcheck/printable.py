"""Text from outside made safe to show: no control codes, no direction overrides, one line where one line is meant."""

import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_PICTURES = 0x2400  # U+2400 to U+241F are drawn pictures of the first 32 control codes


def visible(text: str) -> str:
    """`text` with control codes shown as pictures, so that an article cannot steer the terminal it is printed on.

    Tabs and line ends stay; direction overrides and lone surrogates become U+FFFD.
    """
    return _CONTROL.sub(lambda found: _picture(found.group()), text)


def one_line(text: str) -> str:
    """`visible(text)` with every run of white space as one blank, ends trimmed."""
    return visible(_SPACE.sub(" ", text)).strip()


def _picture(char: str) -> str:
    return chr(_PICTURES + ord(char)) if char < " " else "\ufffd"
