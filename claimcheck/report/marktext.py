"""Markdown that shows what it is given: nothing in an article can become markup, a link, a mention or HTML."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from claimcheck.errors import Place
from claimcheck.printable import one_line, visible

_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "`": "&#96;", "@": "&#64;", "#": "&#35;"}
# Only what can start or close a construct inside a line; a hyphen or bracket in running text is left readable.
_INLINE = re.compile(r"[\\`*_\[\]<>#|~&@$]|!(?=\[)")
_LINE_START = re.compile(r"^(\s*\d*)([-+=.)])(?=\s|$)")
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp)://|\bwww\.")


def escape(text: str) -> str:
    """`text` as literal words on one line."""
    return _LINE_START.sub(r"\1\\\2", _inline(one_line(text)))


def cell(text: str) -> str:
    """`text` as literal words of a table cell; blanks at its ends are kept."""
    return _inline(visible(re.sub(r"\s+", " ", text)))


def figure_cell(text: str, *, odd: bool) -> str:
    """A figure that a narrow table does not break: its blanks hold together."""
    words = cell(text).replace(" ", "&nbsp;")
    return f"**{words}**" if odd else words


def link(place: Place) -> str:
    """A link to the line, with the place as its words."""
    anchor = f"#L{place.line}" if place.line else ""
    return f"[{cell(str(place))}]({quote(place.path)}{anchor})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """A pipe table; the columns in `right` are aligned right."""
    rule = ["---:" if number in right else "---" for number in range(len(head))]
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, rule, *rows))


def _inline(text: str) -> str:
    plain = _INLINE.sub(lambda found: _ENTITIES.get(found.group(), "\\" + found.group()), text)
    return _AUTOLINK.sub(lambda found: found.group().replace(":", "&#58;").replace(".", "&#46;"), plain)
