"""Markdown that shows what it is given: nothing in an article can become markup, a link, a mention or HTML."""

import re
from collections.abc import Iterable, Sequence

from claimcheck.errors import Place
from claimcheck.printable import one_line, visible
from claimcheck.protocols import Site
from claimcheck.report.spots import located, quoted

_ENTITIES = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "`": "&#96;", "@": "&#64;", "#": "&#35;"}
# Only what can start or close a construct inside a line; a hyphen or bracket in running text is left readable.
_INLINE = re.compile(r"[\\`*_\[\]<>#|~&@$]|!(?=\[)")
_HTML = str.maketrans({"<": "&lt;", ">": "&gt;", "&": "&amp;"})
_CALL = re.compile(r"[@#](?=\w)")
_APART = "&#8203;"
"""A blank of no width: code hosts look for mentions and numbers of issues behind the entities."""
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


def link(place: Place, site: Site = Site(), words: str | None = None) -> str:  # noqa: B008 it is frozen
    """A link to the line, with the place as its words unless others are given.

    A code host shows the lines of a markdown file only when asked for its plain text.
    """
    anchor = f"#L{place.line}" if place.line else ""
    hosted = "://" in site.links
    path = located(place.path, site) if hosted else place.path
    if hosted and anchor and path.lower().endswith((".md", ".markdown")):
        anchor = f"?plain=1{anchor}"
    before = "" if path.startswith("/") else site.links
    shown = cell(words if words is not None else str(place)).replace("/", "/<wbr>")
    return f"[{shown}]({before}{quoted(path)}{anchor})"


def summary_line(text: str) -> str:
    """`text` as literal words of a line of HTML, where markdown's escapes would be shown as they are."""
    return _CALL.sub(lambda found: found.group() + _APART, one_line(text).translate(_HTML))


def folded(title: str, blocks: Iterable[str]) -> str:
    """Blocks behind a line of HTML that opens them."""
    inner = "\n\n".join(blocks)
    return f"<details><summary>{title}</summary>\n\n{inner}\n\n</details>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """A pipe table; the columns in `right` are aligned right."""
    rule = ["---:" if number in right else "---" for number in range(len(head))]
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, rule, *rows))


def _inline(text: str) -> str:
    plain = _INLINE.sub(_literal, text)
    return _AUTOLINK.sub(lambda found: found.group().replace(":", "&#58;").replace(".", "&#46;"), plain)


def _literal(found: re.Match[str]) -> str:
    sign = found.group()
    apart = _APART if _CALL.match(found.string, found.start()) else ""
    return _ENTITIES.get(sign, "\\" + sign) + apart
