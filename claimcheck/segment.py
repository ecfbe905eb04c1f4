"""Articles to sentences: blocks by layout (headings, list items, table rows, paragraphs), then sentences in prose."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import sentencex

from claimcheck.model.text import Article, Sentence, SentenceKind, Span

_RULE_MARKS = frozenset("-*_= \t")
_TABLE_RULE_MARKS = frozenset("|:+=- \t")
_LIST_MARK = re.compile(r"\s*(?:[-*+•‣▪●◦–·]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s+(?=\S)")
_NUMBERED = re.compile(r"\s*\(?(\d{1,3})[.)]\s")
_HEADING_MARK = re.compile(r"\s{0,3}#{1,6}\s+")
_COUNTER = re.compile(r"\s*\(?\d{1,3}[.)]\s*")
_QUOTE_MARK = re.compile(r"\s{0,3}(?:>\s?)+")
_COMMENT = re.compile(r"\s*<!--[^>]*-->\s*$")
_LABELLED = re.compile(r"[^\W\d_][^:|]{0,60}:\s+\S")
# it begins with the stop it needs and only then looks at what stands before: a scan skips faster to a stop
_GLUED_END = re.compile(r"[.!?](?<=[a-z0-9%)”\"][.!?])[”’\"')\]]*(?=[A-Z“][a-z]*[\s,’'])")
_STOPS = ".!?:;,…"
_CLOSERS = "\"'”’)]*_"
_GAP = re.compile(r" {4,}")
_HARD_WRAP = 120  # a line longer than this was not wrapped by an editor: it is a paragraph
_SHORT = 45  # a line shorter than this, without a full stop, is no part of a hard-wrapped paragraph
_HEADING = 90
# sentencex cuts inside of these blanks, which take several bytes, and panics: "B\u00a0."
_BLANKS = str.maketrans(
    dict.fromkeys("\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
)
_CHUNK = 6_000  # sentencex is quadratic on unpaired quotes: it never sees more at once
# after these a full stop ends no sentence, whatever sentencex says
_ABBREVIATION = re.compile(
    r"(?:no|nos|vs|rs|st|ft|mt|gov|sen|rep|gen|col|lt|sgt|capt|dr|mr|mrs|ms|prof|approx|est"
    r"|ca|fig|figs|pp|art|op|vol|ch|sec|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|mon"
    r"|tue|tues|wed|thu|thur|thurs|fri|sat|sun|u\.s|u\.k|u\.n|a\.m|p\.m)"
)
_ZONE = re.compile(r"(?:[A-Z]{1,3}T|UTC)\b")  # goes on with "p.m."


class _Block(NamedTuple):
    """A stretch of the article that sentences never cross."""

    start: int
    end: int
    kind: SentenceKind


class _Line(NamedTuple):
    start: int
    end: int  # without trailing white space
    text: str  # as from start to end

    @property
    def extent(self) -> int:
        """How long it looks to whoever wrapped the lines: a comment, which is blanks here, takes no room."""
        return len(_GAP.sub(" ", self.text)) if "    " in self.text else len(self.text)


def segment(article: Article) -> tuple[Sentence, ...]:
    """The sentences of `article` in order: the headline first (paragraph -1), then the body.

    Every sentence's text is exactly what stands at its span, trimmed of white space and of layout marks.
    """
    sentences: list[Sentence] = []
    title = article.title_span
    if title is not None:
        _append(sentences, article, title.start, title.end, SentenceKind.HEADLINE, -1)
    paragraph = 0
    for block in _blocks(article.text, article.body):
        if title is not None and title.overlaps(Span(block.start, block.end)):
            continue
        if block.kind is SentenceKind.PROSE or block.kind is SentenceKind.LIST_ITEM:
            for start, end in _sentences(article.text, block.start, block.end):
                _append(sentences, article, start, end, block.kind, paragraph)
        else:
            _append(sentences, article, block.start, block.end, block.kind, paragraph)
        paragraph += 1
    return tuple(sentences)


def _append(
    sentences: list[Sentence], article: Article, start: int, end: int, kind: SentenceKind, paragraph: int
) -> None:
    text = article.text[start:end].rstrip()
    size = len(text)
    text = text.lstrip()
    if text:
        start += size - len(text)
        sentences.append(
            Sentence(
                article=article.id,
                index=len(sentences),
                paragraph=paragraph,
                span=Span(start, start + len(text)),
                text=text,
                kind=kind,
            )
        )


def _blocks(text: str, body: Span) -> Iterator[_Block]:
    """Headings, list items, table rows and paragraphs of the body, in order."""
    group: list[_Line] = []
    for line in _lines(text, body):
        if not line.text or _COMMENT.match(line.text):
            yield from _group_blocks(group)
            group = []
        else:
            group.append(line)
    yield from _group_blocks(group)


def _lines(text: str, body: Span) -> Iterator[_Line]:
    at = body.start
    for raw in text[body.start : body.end].splitlines(keepends=True):
        stripped = raw.rstrip()
        yield _Line(at, at + len(stripped), stripped)
        at += len(raw)


def _group_blocks(lines: list[_Line]) -> Iterator[_Block]:
    """Blocks of lines that no blank line parts."""
    if not lines:
        return
    longest = max(line.extent for line in lines)
    open_at: int | None = None
    number = 0
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        marked = _marked(line, following)
        counted = _number(line) if marked is not None and marked.kind is SentenceKind.LIST_ITEM else None
        if counted is not None:
            if open_at is not None and counted not in (1, number + 1):
                marked = None  # "… and Aug." / "29. There …": only a list's first or next item interrupts a paragraph
            else:
                number = counted
        if marked is not None:
            if open_at is not None:
                yield _Block(open_at, lines[index - 1].end, SentenceKind.PROSE)
                open_at = None
            if marked.end > marked.start:
                yield marked
            continue
        start = open_at if open_at is not None else _after(_QUOTE_MARK, line)
        if following is None or _parts(line, following, longest):
            yield _Block(start, line.end, _plain_kind(line, len(lines) == 1, open_at is None))
            open_at = None
        else:
            open_at = start


def _after(mark: re.Pattern[str], line: _Line) -> int:
    found = mark.match(line.text)
    return line.start + (found.end() if found else 0)


def _marked(line: _Line, following: _Line | None) -> _Block | None:
    """The block of a line that its layout sets apart; an empty block for a mere rule; None for running text."""
    text = line.text
    if _is_rule(text):
        return _Block(line.end, line.end, SentenceKind.HEADING)
    if _is_row(text):
        return _Block(line.start, line.end, SentenceKind.TABLE_ROW)
    heading = _HEADING_MARK.match(text)
    if heading:
        return _Block(line.start + heading.end(), line.end, SentenceKind.HEADING)
    item = _LIST_MARK.match(text)
    counted = item is not None and any(map(str.isdecimal, item.group()))
    if item and not (following is None and len(text) > 2 * _HARD_WRAP and text[item.end() - 2] in "-–"):
        return _Block(line.start if counted else line.start + item.end(), line.end, SentenceKind.LIST_ITEM)
    return None


def _number(line: _Line) -> int | None:
    """The number that counts a list item, None where none does."""
    found = _NUMBERED.match(line.text)
    return int(found[1]) if found else None


def _is_rule(text: str) -> bool:
    """Whether a line only draws: "---", "* * *", "|---|:--:|"."""
    if text[0] not in _TABLE_RULE_MARKS and text[0] not in _RULE_MARKS:
        return False
    marks = set(text)
    if marks <= _RULE_MARKS:
        return sum(not c.isspace() for c in text) > 2
    return marks <= _TABLE_RULE_MARKS and ("--" in text or "==" in text)


def _is_row(text: str) -> bool:
    if "|" not in text and "\t" not in text:
        return False
    stripped = text.lstrip()
    if stripped.startswith("|"):
        return True
    return text.count(" | ") >= 2 or text.count("\t") >= 2 or (text.count(" | ") == 1 and len(text) < _HARD_WRAP)


def _parts(line: _Line, following: _Line, longest: int) -> bool:
    """Whether a paragraph ends with `line` although no blank line follows."""
    if longest > _HARD_WRAP:
        return True
    ended = line.text.rstrip(_CLOSERS)[-1:] in _STOPS[:3]
    if ended:
        return line.extent < 0.6 * longest
    starts_anew = following.text.lstrip()[:1].isupper() or following.text.lstrip()[:1].isdigit()
    if _LABELLED.match(line.text) and line.extent < _HEADING and starts_anew:
        return _LABELLED.match(following.text) is not None or _has_room(line, following, longest)
    return line.extent < _SHORT and starts_anew and line.text[-1] not in ",;-–—"


def _has_room(line: _Line, following: _Line, longest: int) -> bool:
    """Whether the next line's first word would have stood on this line, had an editor wrapped them."""
    return line.extent + 1 + len(following.text.split(None, 1)[0]) <= longest


def _plain_kind(line: _Line, alone: bool, single: bool) -> SentenceKind:
    if not single or line.extent > _HEADING:
        return SentenceKind.PROSE
    ended = line.text.rstrip(_CLOSERS)[-1:] in _STOPS
    if ended:
        return SentenceKind.PROSE
    if _LABELLED.match(line.text):
        return SentenceKind.LIST_ITEM
    return SentenceKind.HEADING if alone or line.extent < _SHORT else SentenceKind.PROSE


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentence spans of one block, at offsets into `text`."""
    pending: tuple[int, int] | None = None
    for first, last in _bounds(text, start, end):
        if pending is not None and _continues(text, pending, first):
            pending = (pending[0], last)
            continue
        if pending is not None:
            yield from _unglue(text, *pending)
        pending = (first, last)
    if pending is not None:
        yield from _unglue(text, *pending)


def _bounds(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while at < end:
        stop = end if end - at <= _CHUNK else _cut(text, at)
        for found in sentencex.get_sentence_boundaries("en", text[at:stop].translate(_BLANKS)):
            yield at + found["start_index"], at + found["end_index"]
        at = stop


def _cut(text: str, at: int) -> int:
    """Where to end a chunk that begins at `at`: after a full stop and space, else after a space, else anywhere."""
    limit = at + _CHUNK
    for mark in (". ", " "):
        found = text.rfind(mark, at + _CHUNK // 2, limit)
        if found != -1:
            return found + len(mark)
    return limit


def _continues(text: str, before: tuple[int, int], first: int) -> bool:
    """Whether the sentence that begins at `first` goes on with `before`: it was cut after an abbreviation."""
    if _COUNTER.fullmatch(text, *before):
        return True
    head = text[first : first + 1]
    said = text[before[0] : before[1]]
    tail = said[-24:].rstrip()
    if not tail or said[len(said.rstrip()) :].count("\n") > 1:
        return False
    if head.islower():
        return True
    if not tail.endswith("."):
        return False
    word = tail[:-1].rpartition(" ")[2].lstrip("(“\"'").lower()
    zone = word.endswith(".m") and _ZONE.match(text, first) is not None
    return _ABBREVIATION.fullmatch(word) is not None and (zone or head.isdigit() or head in "$£€")


def _unglue(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Parts of a sentence that a scraped page glued together: "2025.Two rival marches"."""
    at = start
    for found in _GLUED_END.finditer(text, start, end):
        word = text[max(at, found.start() - 24) : found.start()].rpartition(" ")[2]
        if "." in word and not word.replace(".", "").replace(",", "").isdigit():
            continue
        yield at, found.end()
        at = found.end()
    if at < end:
        yield at, end
