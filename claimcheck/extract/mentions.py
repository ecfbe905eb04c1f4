"""Sentences to mentions: every number becomes a figure, or is skipped for a stated reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claimcheck.extract.dates import date_at
from claimcheck.extract.figures import Figure, quantity, read_figure
from claimcheck.extract.names import links, name_at, phone_at
from claimcheck.extract.noise import boilerplate_at, counter_at, footnote_at, idiom_at, ordinal_at, pronoun_at
from claimcheck.extract.numerals import ONE, Numeral
from claimcheck.extract.people import age_at, score_at
from claimcheck.extract.phrases import ahead
from claimcheck.extract.skips import Skip
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import Mention, Skipped, SkipReason
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.text import ArticleId, Sentence, SentenceKind, Span

_UNSCALED = frozenset((Dimension.MONEY, Dimension.COUNT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The figures of one article in order, and the numbers that are no claims with the reason."""

    mentions: tuple[Mention, ...]
    skipped: tuple[Skipped, ...]


def extract(article_id: ArticleId, sentences: Sequence[Sentence], lexicon: Lexicon) -> Extraction:
    """Every figure of the sentences of one article. Nothing numeric vanishes: what is no figure is skipped with a reason."""
    reader = _Reader(article_id, lexicon)
    for sentence in sentences:
        reader.read(sentence)
    return Extraction(mentions=tuple(reader.mentions), skipped=tuple(reader.skipped))


class _Reader:
    """Reads an article sentence by sentence; remembers the scale that was stated for tables."""

    def __init__(self, article: ArticleId, lexicon: Lexicon) -> None:
        self.article = article
        self.lex = lexicon
        self.triggers = lexicon.numerals.triggers
        self.mentions: list[Mention] = []
        self.skipped: list[Skipped] = []
        self.scale = ONE
        self.rows = False

    def read(self, sentence: Sentence) -> None:
        """Read one sentence, left to right; each number is read once."""
        t = Tokens(sentence.text)
        self._note_scale(t, sentence)
        triggers, texts, lows = self.triggers, t.text, t.low
        positions = [i for i in range(t.n) if texts[i][0].isdecimal() or lows[i] in triggers or lows[i] == "no"]
        if not positions:
            return
        closed = links(t)
        floor = 0
        first_mention = len(self.mentions)
        for i in positions:
            if i >= floor:
                floor = max(floor, self._one(t, i, floor, sentence, closed))
        if len(self.mentions) - first_mention > 1:
            self._restate(t, sentence, first_mention)

    def _note_scale(self, t: Tokens, sentence: Sentence) -> None:
        if sentence.kind is SentenceKind.TABLE_ROW:
            self.rows = True
        elif self.rows:
            self.rows, self.scale = False, ONE
        if "illion" in sentence.text or "housand" in sentence.text or "$" in sentence.text:
            for i in range(t.n):
                found = ahead(self.lex.cues.scale_statements, t, i)
                if found is not None:
                    self.scale = found[0]

    def _one(self, t: Tokens, i: int, floor: int, sentence: Sentence, closed: list[tuple[int, int]]) -> int:
        """Read the number at token `i`; the token after what was taken."""
        if t.low[i] == "no":
            return self._none(t, i, floor, sentence)
        skip = self._link(t, i, closed) or self._rule_out(t, i, floor, sentence)
        if skip is None:
            figure = (
                age_at(t, i, self.lex, floor) or score_at(t, i, self.lex, floor) or read_figure(t, i, self.lex, floor)
            )
            if figure is not None and self._is_part(t, figure):
                self._keep(t, figure, sentence)
                return figure.end
            reason = SkipReason.UNREADABLE if t.is_number(i) else SkipReason.IDIOM
            skip = Skip(i, i + 1, reason)
        self._skip(t, skip, sentence)
        return skip.end

    def _is_part(self, t: Tokens, figure: Figure) -> bool:
        """Whether "half" is a share of something: "half of them", "half the", not "the half"."""
        if not figure.numeral.part or figure.end > figure.numeral.end or figure.numeral.end - figure.numeral.first > 1:
            return True
        return t.low[figure.end] in ("of", "the", "its", "their", "his", "her", "that", "a", "an", "those", "all", "as")

    def _rule_out(self, t: Tokens, i: int, floor: int, sentence: Sentence) -> Skip | None:
        lex = self.lex
        if t.is_number(i):
            return (
                footnote_at(t, i)
                or counter_at(t, i, sentence.kind)
                or idiom_at(t, i, lex, floor)
                or date_at(t, i, lex, floor)
                or phone_at(t, i)
                or ordinal_at(t, i, lex)
                or name_at(t, i, lex, floor)
                or boilerplate_at(t, i, lex)
            )
        return (
            idiom_at(t, i, lex, floor)
            or name_at(t, i, lex, floor)
            or ordinal_at(t, i, lex)
            or pronoun_at(t, i, lex, floor)
        )

    @staticmethod
    def _link(t: Tokens, i: int, closed: list[tuple[int, int]]) -> Skip | None:
        for start, end in closed:
            if start <= t.start[i] < end:
                last = i + 1
                while t.end[last] <= end:
                    last += 1
                return Skip(i, last, SkipReason.HANDLE)
        return None

    def _none(self, t: Tokens, i: int, floor: int, sentence: Sentence) -> int:
        """ "no deaths": none of something that is counted."""
        j = (
            i + 2
            if t.low[i + 1] in ("reported", "further", "new", "known", "other", "confirmed", "immediate", "civilian")
            else i + 1
        )
        if t.low[j] in self.lex.cues.harm_nouns and t.low[j] not in ("people", "damage"):
            zero = Decimal(0)
            numeral = Numeral(i, i + 1, zero, ONE, zero, 1, True)
            self._keep(t, Figure(i, i + 1, i, i + 1, numeral), sentence)
            return i + 1
        return floor

    def _keep(self, t: Tokens, figure: Figure, sentence: Sentence) -> None:
        if (
            sentence.kind is SentenceKind.TABLE_ROW
            and self.scale != ONE
            and figure.unit.dimension in _UNSCALED
            and not figure.numeral.scaled
        ):
            if not any(low in self.lex.cues.per_share for low in t.low):
                figure.table_scale = self.scale
        self.mentions.append(
            Mention(
                article=self.article,
                sentence=sentence.index,
                quantity=quantity(t, figure, self.lex, sentence.span.start),
                kind=figure.kind,
                margin=figure.margin,
            )
        )

    def _skip(self, t: Tokens, skip: Skip, sentence: Sentence) -> None:
        start, end = t.start[skip.first], t.end[skip.end - 1]
        offset = sentence.span.start
        self.skipped.append(
            Skipped(
                article=self.article,
                span=Span(start + offset, end + offset),
                surface=t.source[start:end],
                reason=skip.reason,
            )
        )

    def _restate(self, t: Tokens, sentence: Sentence, first: int) -> None:
        """Link "480 kilograms (1,058.2 pounds)" and "$1.6bn (£1.2bn)": one quantity said twice."""
        text, offset = t.source, sentence.span.start
        for index in range(first + 1, len(self.mentions)):
            a, b = self.mentions[index - 1], self.mentions[index]
            between = text[a.quantity.span.end - offset : b.quantity.span.start - offset].strip()
            if between in ("(", "[", "(or", ", or", "/", "(about", "or") and _same_thing(a.quantity, b.quantity):
                origin = a.restates or a.quantity.span
                self.mentions[index] = replace(b, restates=origin)


def _same_thing(a: Quantity, b: Quantity) -> bool:
    if a.unit.dimension is not b.unit.dimension or a.unit.id == b.unit.id:
        return False
    return a.unit.dimension not in (Dimension.COUNT, Dimension.OTHER)
