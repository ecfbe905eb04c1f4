"""Comments of an article: none of them is text, and those that speak to claimcheck are decisions.

`<!-- claimcheck: ignore CC101 reason -->` on a line with text speaks of that line, alone on its line of the paragraph
that follows; `ignore-file` of the whole article. In plain text `claimcheck: ignore CC101 reason` on a line of its own
does the same.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.errors import Fault, Place
from claimcheck.lines import LineIndex
from claimcheck.model.text import Ignore, Span, Spot

_OPEN, _CLOSE = "<!--", "-->"
_ADDRESSED = re.compile(r"\s*claimcheck\s*:", re.IGNORECASE)
_BARE = re.compile(r"^[ \t]*claimcheck[ \t]*:[ \t]*(?:ignore|[^\s]+[ \t]+CC\d)[^\r\n]*", re.MULTILINE | re.IGNORECASE)
_LINE_END = re.compile(r"[\r\n]")
_WORD = re.compile(r"[^\s,]+")
_CODE = re.compile(r"CC\d+", re.IGNORECASE)
_BETWEEN = " \t\r\n,"
_DASHES = " \t\r\n,:;-–—"
_LAYOUT = " \t\r\n>"
_NOT_BLANK = re.compile(r"[^\r\n]")
_VERBS = ("ignore", "ignore-file")
_FORM = "write it like <!-- claimcheck: ignore CC101 reason -->"


@dataclass(frozen=True, slots=True)
class Read:
    """The text with its comments as blanks, what they ask for, and every fault in them."""

    text: str
    ignores: tuple[Ignore, ...]
    faults: tuple[Fault, ...]


def read_comments(path: str, text: str, body: int, *, bare_lines: bool) -> Read:
    """The comments of `text` from `body` on; with `bare_lines` also lines that speak to claimcheck without marks."""
    found = sorted(_comments(text, body))
    if bare_lines:
        found = sorted([*found, *_bare(text, body, found)])
    if not found:
        return Read(text, (), ())
    blanked = _blanked(text, found)
    reader = _Reader(path, text, blanked)
    for span in found:
        reader.comment(span)
    return Read(blanked, tuple(reader.ignores), tuple(reader.faults))


def _comments(text: str, at: int) -> Iterator[Span]:
    """Every closed comment; an unclosed one only where it speaks to claimcheck, up to its line's end."""
    closes = True
    while (start := text.find(_OPEN, at)) >= 0:
        end = text.find(_CLOSE, start + len(_OPEN)) if closes else -1
        closes = end >= 0
        if closes:
            at = end + len(_CLOSE)
            yield Span(start, at)
            continue
        at = start + len(_OPEN)
        if _ADDRESSED.match(text, at):
            at = _line_end(text, at)
            yield Span(start, at)


def _bare(text: str, body: int, comments: list[Span]) -> Iterator[Span]:
    starts = [span.start for span in comments]
    for found in _BARE.finditer(text, body):
        before = bisect_right(starts, found.start()) - 1
        if before < 0 or comments[before].end <= found.start():
            yield Span(*found.span())


def _line_end(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.start() if found else len(text)


def _blanked(text: str, spans: list[Span]) -> str:
    parts: list[str] = []
    at = 0
    for span in spans:
        parts += [text[at : span.start], _NOT_BLANK.sub(" ", span.of(text))]
        at = span.end
    return "".join([*parts, text[at:]])


class _Reader:
    """Turns comments into what they ask for. `ignores` and `faults` fill up."""

    def __init__(self, path: str, text: str, blanked: str) -> None:
        self.path, self.text = path, text
        self.ignores: list[Ignore] = []
        self.faults: list[Fault] = []
        self._index = LineIndex.of(text)
        self._lines = _Lines(self._index.starts, blanked)

    def comment(self, span: Span) -> None:
        """Read one comment; one that does not speak to claimcheck says nothing."""
        start, end = span.start, span.end
        if self.text.startswith(_OPEN, start):
            start += len(_OPEN)
            if self.text.endswith(_CLOSE, start, end):
                end -= len(_CLOSE)
        addressed = _ADDRESSED.match(self.text, start, end)
        if addressed is None:
            return
        if start > span.start and (end == span.end or self.text.find(_OPEN, start, end) >= 0):
            self._fault(span.start, "the comment is not closed", f"end it with {_CLOSE}")
        else:
            self._ask(span, addressed.end(), end)

    def _ask(self, span: Span, at: int, end: int) -> None:
        verb = _WORD.search(self.text, at, end)
        if verb is None or verb.group().lower() not in _VERBS:
            said = f'"{verb.group()}"' if verb else "nothing"
            self._fault(verb.start() if verb else at, f"expected ignore or ignore-file, found {said}", _FORM)
            return
        codes = list(self._codes(verb.end(), end))
        if not codes:
            self._fault(verb.start(), f"{verb.group()} names no check", _FORM)
            return
        reason = " ".join(self.text[codes[-1].end : end].strip(_DASHES).split())
        if not any(map(str.isalpha, reason)):
            self._fault(codes[-1].start, f"{verb.group()} {codes[-1].of(self.text)} gives no reason", _FORM)
            return
        whole = verb.group().lower() == _VERBS[1]
        covers = Span(0, len(self.text)) if whole else self._lines.spoken_of(span)
        self.ignores += [self._ignore(code, reason, covers) for code in codes]

    def _codes(self, at: int, end: int) -> Iterator[Span]:
        """What names a check: the first word, every word after a comma, and whatever else looks like a code."""
        named = True
        while True:
            while at < end and self.text[at] in _BETWEEN:
                named |= self.text[at] == ","
                at += 1
            word = _WORD.match(self.text, at, end)
            token = word.group().rstrip(":;") if word else ""
            if not token or not (named or _CODE.fullmatch(token)):
                return
            yield Span(at, at + len(token))
            at += len(token)
            named = False

    def _ignore(self, code: Span, reason: str, covers: Span) -> Ignore:
        at = Spot(self.path, *self._index.place(code.start))
        return Ignore(code=code.of(self.text).upper(), reason=reason, span=code, at=at, covers=covers)

    def _fault(self, at: int, what: str, hint: str) -> None:
        self.faults.append(Fault(Place(self.path, *self._index.place(at)), what, hint))


class _Lines:
    """Which stretch of the text a comment speaks of."""

    def __init__(self, starts: tuple[int, ...], blanked: str) -> None:
        self._starts = (*starts, len(blanked))
        self._full = [bool(blanked[a:b].strip(_LAYOUT)) for a, b in zip(self._starts, self._starts[1:], strict=False)]
        self._next = self._runs()

    def _runs(self) -> list[tuple[int, int]]:
        """For every line the first and the last line of the paragraph that is at it or follows it."""
        count = len(self._full)
        runs = [(count, count)] * (count + 1)
        for line in range(count - 1, -1, -1):
            if not self._full[line]:
                runs[line] = runs[line + 1]
            elif line + 1 < count and self._full[line + 1]:
                runs[line] = (line, runs[line + 1][1])
            else:
                runs[line] = (line, line + 1)
        return runs

    def spoken_of(self, comment: Span) -> Span:
        """The lines that the comment shares with text; where it is alone on them, the paragraph that follows."""
        first = bisect_right(self._starts, comment.start) - 1
        last = bisect_right(self._starts, max(comment.start, comment.end - 1)) - 1
        first, last = (min(line, len(self._full) - 1) for line in (first, last))
        if any(self._full[first : last + 1]):
            return Span(self._starts[first], self._starts[last + 1])
        start, end = self._next[last]
        return Span(self._starts[start], self._starts[end])
