"""The head row of a table: what each column says of the figures below it, its time, a change, or the thing counted."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet
from claimcheck.model.text import Sentence, Span
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.dates import periods
from claimcheck.resolve.entities import lemma_of

_YEAR = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?:FY|CY|['’]|[QH][1-4] |[1-4][QH] ?)(?P<short>\d\d)(?!\d)", re.IGNORECASE
)
_PART = re.compile(r"\b(?:(?P<part>[QH])(?P<n>[1-4])|(?P<first>[1-4])(?P<then>[QH]))", re.IGNORECASE)
_SIDE_BY_SIDE = ("y/y", "q/q", "m/m", "yoy", "qoq", "mom", "+/-", "±")
_NOMINAL = frozenset({Tag.WORD, Tag.NAME, Tag.PARTICIPLE, Tag.VERB})
_CUTS = {"q": 4, "h": 2, "m": 12}
_THIS_CENTURY = 2000


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
    return {at: _heading(cell, texts.get(at, ""), times[at], latest, vocabulary) for at, cell in cells.items()}


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
        key = _key(time, latest)
        return Heading(period=Facet(key=key, label=text.strip(), span=span) if key is not None else None)
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
