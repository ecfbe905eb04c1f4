"""Decoded text to an Article."""

import re
from datetime import date
from pathlib import PurePosixPath

from claimcheck.errors import Fault, Place
from claimcheck.lines import LineIndex
from claimcheck.load.comments import read_comments
from claimcheck.load.dates import leading_date, parse_date
from claimcheck.load.decode import decode
from claimcheck.load.frontmatter import Entry, Head, split
from claimcheck.model.text import Article, ArticleId, Ignore, Span

_HEADING = re.compile(r"\s*^# +(\S[^\r\n]*?)[ \t]*#*[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)


def build(path: str, data: bytes, *, markdown: bool) -> Article | tuple[Fault, ...]:
    """The article in `data`, or everything that keeps it from being one. In markdown a first heading can be the title;
    in other text a line of its own can speak to claimcheck without the marks of a comment.
    """
    text = decode(path, data)
    if isinstance(text, Fault):
        return (text,)
    head = split(path, text)
    if isinstance(head, Fault):
        return (head,)
    comments = read_comments(path, text, head.body, bare_lines=not markdown)
    faults = list(comments.faults)
    if not comments.text[head.body :].strip() and not _value(head, "title"):
        faults.append(Fault(Place(path), "the article is empty", "write it, or leave the file out"))
    day = _date(path, comments.text, head)
    if isinstance(day, Fault):
        faults.append(day)
    elif not faults:
        return _article(path, comments.text, head, day, comments.ignores, markdown)
    return tuple(faults)


def _article(
    path: str, text: str, head: Head, day: date | None, ignores: tuple[Ignore, ...], heading_is_title: bool
) -> Article:
    title, span, body = _title(text, head, heading_is_title)
    return Article(
        id=ArticleId(path),
        path=path,
        title=title,
        source=_value(head, "source") or PurePosixPath(path).stem,
        date=day,
        url=_value(head, "url"),
        text=text,
        body=Span(body, len(text)),
        title_span=span,
        ignores=ignores,
    )


def _title(text: str, head: Head, heading_is_title: bool) -> tuple[str, Span | None, int]:
    """Title, the span of its words, and where the body starts after it."""
    entry = head.entries.get("title")
    if entry is not None and entry.value and entry.value.strip():
        return " ".join(entry.value.split()), entry.span, head.body
    found = _HEADING.match(text, head.body) if heading_is_title else None
    if found is None:
        return "", None, head.body
    return found[1], Span(*found.span(1)), found.end()


def _date(path: str, text: str, head: Head) -> date | Fault | None:
    entry = head.entries.get("date")
    if entry is None or not (entry.value or "").strip():
        return leading_date(text[head.body : head.body + 200]) if entry is None else None
    return parse_date(entry.value or "") or _bad_date(path, text, entry)


def _bad_date(path: str, text: str, entry: Entry) -> Fault:
    place = Place(path, *LineIndex.of(text).place(entry.start))
    return Fault(place, f'"{entry.value}" is not a date; expected YYYY-MM-DD', "write it like 2023-05-06")


def _value(head: Head, key: str) -> str | None:
    entry = head.entries.get(key)
    return (entry.value or "").strip() or None if entry else None
