"""Articles, their sentences, and spans into them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

ArticleId = NewType("ArticleId", str)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets, 0-based, into the article's decoded text as it lies on disk."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether at least one character belongs to both."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words at this span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a file: the path as given, line and column from 1 (0: not known)."""

    path: str
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """An article's own word that findings of one check may stand: `code`, the `reason`, and the stretch of the article
    whose figures it `covers`. `span` is the code in the comment, `at` its place.
    """

    code: str
    reason: str
    span: Span
    at: Spot
    covers: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One document as loaded.

    `text` is the whole decoded file, front matter included, so every span can be checked against the file on disk;
    comments are blanks of the same length. `ignores` are the suppressions that its comments ask for, in text order.
    `body` is the part that is prose; `title_span` is where the title's words stand in `text` (None: no title there,
    and then `title` is empty or taken from elsewhere). `date` is the day of publication, None when not stated.
    """

    id: ArticleId
    path: str
    title: str
    source: str | None
    date: date | None
    url: str | None
    text: str
    body: Span
    title_span: Span | None
    ignores: tuple[Ignore, ...] = ()


class SentenceKind(StrEnum):
    """How a sentence stands on the page; a table row or list item has its own grammar."""

    HEADLINE = "headline"
    PROSE = "prose"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    HEADING = "heading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of one article. `index` and `paragraph` count from 0 over the article; the headline is paragraph -1.

    `text` is exactly `span.of(article.text)`.
    """

    article: ArticleId
    index: int
    paragraph: int
    span: Span
    text: str
    kind: SentenceKind
