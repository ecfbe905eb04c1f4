"""Markup that articles cannot break out of: a string is words and is escaped, only `Html` is taken as it is."""

import re
from collections.abc import Iterable
from html import escape

from claimcheck.printable import visible

_VOID = frozenset({"input", "link", "meta", "wbr"})
_SHAPES = frozenset({"path", "rect"})
_SPECIAL = re.compile(r"[^ !#$%()*+,\-./0-9:;=?@A-Z\[\\\]^_`a-z{|}~\n]")
"""Whatever may need care: most strings are plain and are spared it."""
_WEB = re.compile(r"https?://[^\s/?#\\@]+(?:[/?#]\S*)?", re.IGNORECASE)
_NOT_NAME = re.compile(r"[^A-Za-z0-9_-]+")

Value = str | int | bool | None


class Html(str):
    """Markup, made by `tag`, `raw` or `join` only."""

    __slots__ = ()


NOTHING = Html("")


def words(text: str) -> Html:
    """`text` as it reads: control codes shown, nothing of it markup."""
    return text if isinstance(text, Html) else Html(_escaped(text))


def raw(markup: str) -> Html:
    """What this package itself wrote (its style sheet, its script), as it is. Never an article's words."""
    return Html(markup)


def join(parts: Iterable[str], between: str = "") -> Html:
    """The parts in a row, those that are no markup escaped."""
    return Html(words(between).join([part if isinstance(part, Html) else _escaped(part) for part in parts]))


def tag(name: str, /, *content: str, **attributes: Value) -> Html:
    """An element. An attribute that is None or False is left out, one that is True stands without a value; a trailing
    underscore is dropped (`class_`), any other becomes a hyphen (`aria_label`).
    """
    head = f"<{name}{''.join([_attribute(key, value) for key, value in attributes.items()])}>"
    if name in _SHAPES:
        return Html(f"{head[:-1]}/>")
    return Html(head) if name in _VOID else Html(f"{head}{join(content)}</{name}>")


def lines(*parts: str) -> Html:
    """The parts that are not empty, each on a line of its own."""
    return join((part for part in parts if part), "\n")


def web_address(url: str | None) -> str | None:
    """`url` when a browser may be sent there: http or https, a host, no user name. None for everything else."""
    return url if url is not None and _WEB.fullmatch(url) and url.isprintable() else None


def name_of(text: str) -> str:
    """`text` as the id of an element."""
    return _NOT_NAME.sub("-", text)


def _escaped(text: str) -> str:
    return escape(visible(text)) if _SPECIAL.search(text) else text


def _attribute(key: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{_escaped(str(value))}"'
