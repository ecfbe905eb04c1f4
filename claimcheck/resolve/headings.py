"""The head row of a table: what each column says of the figures below it, its time, a change, or the thing counted."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet
from claimcheck.model.text import Sentence, SentenceKind, Span
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.dates import periods
from claimcheck.resolve.entities import lemma_of

_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?:FY|CY|['’]|[QH][1-4] |[1-4][QH] ?)(?P<short>\d\d)(?!\d)", re.IGNORECASE
)
_PART = re.compile(r"\b(?:(?P<part>[QH])(?P<n>[1-4])|(?P<first>[1-4])(?P<then>[QH]))", re.IGNORECASE)
_SIDE_BY_SIDE = ("y/y", "q/q", "m/m", "yoy", "qoq", "mom", "+/-", "±")
_NOMINAL = frozenset({Tag.WORD, Tag.NAME, Tag.PARTICIPLE, Tag.VERB})
_SHARES = frozenset({"share", "%", "percent", "per", "cent", "percentage", "pct"})
_CUTS = {"q": 4, "h": 2, "m": 12}
_THIS_CENTURY = 2000
_SEVERAL = 2
"""One row alone that begins with a time is no table of times."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Time:
    """A column's time: a year (0 when only a part is told) cut into `cuts` parts, of which it is the `part`th, and a
    day of it, 0 for the whole.
    """

    year: int
    cuts: int = 1
    part: int = 1
    day: int = 0

    @property
    def count(self) -> int:
        """Parts since the year 0, so that neighbours differ by one."""
        return self.year * self.cuts + self.part


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One cell of a head row. `words` are its nouns; `period` a time that is not the table's latest, None for that one
    and where no time is told; `change` says that the column holds changes.
    """

    words: tuple[Token, ...] = ()
    period: Facet | None = None
    change: bool = False


Headings = Mapping[int, Heading]
"""The cells of a head row by their place: how many bars stand before them."""


def headings(sentence: Sentence, tokens: Sequence[Token], vocabulary: Vocabulary) -> Headings:
    """The cells of a row without figures; empty for a row of one cell, which heads nothing."""
    cells: dict[int, list[Token]] = {}
    place = 0
    for token in tokens:
        place += token.lower == "|"
        if token.lower != "|":
            cells.setdefault(place, []).append(token)
    texts = dict(enumerate(sentence.text.split("|")))
    times = {at: _time(texts.get(at, "")) for at in cells}
    latest = max((t for t in times.values() if t is not None), default=None)
    if len(cells) < 2:
        return {}
    told = {at: _heading(cell, texts.get(at, ""), times[at], latest, vocabulary) for at, cell in cells.items()}
    first = min(told)
    return {at: _of_neighbour(told, at, cells[at], first) for at in told}


def _of_neighbour(told: Headings, at: int, cell: Sequence[Token], first: int) -> Heading:
    """A column of shares, named by the column before it: "Candidate | Votes | Share"."""
    before = told.get(at - 1)
    shares = bool(cell) and all(t.lower in _SHARES for t in cell)
    if not shares or before is None or at - 1 <= first or told[at].change or told[at].period is not None:
        return told[at]
    return replace(told[at], words=before.words) if not before.change else told[at]


def timed_rows(sentences: Sequence[Sentence], with_figures: Collection[int]) -> Mapping[int, Heading]:
    """What the first cells of an article's table rows say of time, by their sentences' places, where they hold nothing
    else: "Q4 2021", "2019", "31 March 2024". The latest below a head row, which is one without figures, is the table's
    own time.
    """
    cells = {row.index: _first_cell(row) for row in sentences if row.kind is SentenceKind.TABLE_ROW}
    times = {index: time for index, (text, _) in cells.items() if _is_time(text) and (time := _time(text)) is not None}
    latest = _latest_below(sentences, times)
    found: dict[int, Heading] = {}
    own: _Time | None = None
    for sentence in sentences:
        index = sentence.index
        if index not in cells or index not in with_figures:
            own = latest.get(index)
        elif own is not None and index in times:
            found[index] = Heading(period=_period(times[index], own, *cells[index]))
    return found


def _latest_below(sentences: Sequence[Sentence], times: Mapping[int, _Time]) -> Mapping[int, _Time]:
    """For each row of a table the latest time of those below it, where there are several."""
    found: dict[int, _Time] = {}
    below: list[_Time] = []
    for sentence in reversed(sentences):
        if sentence.kind is not SentenceKind.TABLE_ROW:
            below = []
            continue
        if len(below) >= _SEVERAL:
            found[sentence.index] = below[-1]
        if sentence.index in times:
            below.append(max([times[sentence.index], *below[-1:]]))
    return found


def _first_cell(row: Sentence) -> tuple[str, Span]:
    """The text of a row's first cell, and where it stands."""
    lead = len(row.text) - len(row.text.lstrip("| "))
    text = row.text[lead:].split("|")[0].rstrip()
    start = row.span.start + lead
    return text, Span(start, start + len(text))


def _is_time(text: str) -> bool:
    """Whether a cell holds a time and no other words."""
    left = text
    for start, end, _, _ in sorted(periods(text, None), reverse=True):
        left = left[:start] + left[end:]
    left = _PART.sub(" ", _YEAR.sub(" ", left))
    return bool(text) and left != text and not any(c.isalnum() for c in left)


def _period(time: _Time, latest: _Time, text: str, span: Span) -> Facet | None:
    key = _key(time, latest)
    return Facet(key=key, label=text, span=span) if key is not None else None


def _heading(
    cell: Sequence[Token], text: str, time: _Time | None, latest: _Time | None, vocabulary: Vocabulary
) -> Heading:
    grammar = vocabulary.grammar
    moving = grammar.rising | grammar.falling | grammar.column_changes
    marks = text.replace(" ", "").lower()
    if any(t.lower in moving or t.lemma in moving for t in cell) or any(m in marks for m in _SIDE_BY_SIDE):
        return Heading(change=True)
    if time is not None and latest is not None:
        span = Span(cell[0].span.start, cell[-1].span.end)
        return Heading(period=_period(time, latest, text.strip(), span))
    passing = grammar.weak_modifiers | grammar.generic_nouns
    return Heading(words=tuple(t for t in cell if t.tag in _NOMINAL and lemma_of(t) not in passing))


def _time(text: str) -> _Time | None:
    """The time that a cell names: "Q4 2018", "FY15", "H1", "31 March 2024"; None when it names none."""
    for _, _, key, _ in periods(text, None):
        numbers = key.split("-")
        if 1 < len(numbers) <= 3 and all(n.isdigit() for n in numbers):
            return _Time(year=int(numbers[0]), cuts=_CUTS["m"], part=int(numbers[1]), day=int((*numbers, "0")[2]))
    year, part = _YEAR.search(text), _PART.search(text)
    if year is None and part is None:
        return None
    short = year.group("short") if year else None
    told = _THIS_CENTURY + int(short) if short else int(year.group()) if year else 0
    if part is None:
        return _Time(year=told)
    letter = (part.group("part") or part.group("then")).lower()
    return _Time(year=told, cuts=_CUTS[letter], part=int(part.group("n") or part.group("first")))


def _key(time: _Time, latest: _Time) -> str | None:
    """A column's time as seen from the table's latest one, which is the story's own: None."""
    if time.year == 0:
        return f"{'q' if time.cuts == _CUTS['q'] else 'h'}{time.part}"
    if time == latest:
        return None
    if (time.cuts, time.part) == (latest.cuts, latest.part) and latest.year - time.year == 1:
        return "year earlier"
    if time.cuts == latest.cuts == _CUTS["q"] and latest.count - time.count == 1:
        return "quarter earlier"
    if time.cuts == 1:
        return str(time.year)
    if time.cuts == _CUTS["m"]:
        return f"{time.year}-{time.part:02d}" + (f"-{time.day:02d}" if time.day else "")
    return f"{time.year}-{'q' if time.cuts == _CUTS['q'] else 'h'}{time.part}"
