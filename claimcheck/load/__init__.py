"""Edge: files to articles.

walk.py         paths and folders to the files that are to be read
decode.py       bytes to text, or the place of the first byte that is not text
frontmatter.py  the YAML head of a file: title, source, date, url, and where the title's words stand
comments.py     comments as blanks, and the suppressions that they ask for
article.py      decoded text to an Article; text.py and markdown.py say which suffixes and which bare forms
registry.py     finds the loaders in this folder
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimcheck.errors import Fault, Place, os_fault
from claimcheck.load import registry
from claimcheck.load.walk import Found, walk
from claimcheck.model.text import Article

MAX_BYTES = 50 * 1024 * 1024
"""Larger files are refused unread: no article is that long, so it is a wrong path or a whole archive."""


@dataclass(frozen=True, slots=True)
class LoadResult:
    """Articles by id, and every fault of every file. A run goes on only when `faults` is empty."""

    articles: tuple[Article, ...]
    faults: tuple[Fault, ...]


def load(paths: Iterable[str | os.PathLike[str]], *, max_bytes: int = MAX_BYTES) -> LoadResult:
    """Every article under `paths` (files, or folders walked in sorted order), each file once."""
    found, faults = walk([os.fspath(path) for path in paths], registry.suffixes())
    outcomes = [_read(file, max_bytes) for file in found]
    articles = [outcome for outcome in outcomes if isinstance(outcome, Article)]
    faults += [fault for outcome in outcomes if isinstance(outcome, tuple) for fault in outcome]
    if not articles and not faults:
        faults.append(_nothing_found(paths))
    articles.sort(key=lambda article: article.id)
    return LoadResult(tuple(articles), tuple(sorted(faults, key=_by_place)))


def _read(file: Found, max_bytes: int) -> Article | tuple[Fault, ...]:
    try:
        size = os.stat(file.real).st_size
        if size > max_bytes:
            return (_too_large(file.id, size, max_bytes),)
        with open(file.real, "rb") as stream:
            data = stream.read()
    except OSError as error:
        return (os_fault(file.id, error),)
    return registry.loader_for(file.suffix).read(file.id, data)


def _too_large(path: str, size: int, limit: int) -> Fault:
    what = f"too large for an article: {size / 1048576:,.1f} MB, the limit is {limit / 1048576:,.0f} MB"
    return Fault(Place(path), what, "leave it out, or split it into one file per article")


def _nothing_found(paths: Iterable[str | os.PathLike[str]]) -> Fault:
    given: Sequence[str] = [os.fspath(path) for path in paths]
    hint = "name a folder or files that end in " + " or ".join(sorted(registry.suffixes()))
    return Fault(Place(given[0]) if given else None, "no articles found", hint)


def _by_place(fault: Fault) -> tuple[Place, str]:
    return fault.where or Place(""), fault.what
