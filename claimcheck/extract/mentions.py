"""Sentences to mentions: every number becomes a figure, or is skipped for a stated reason."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.extract.codes import code_at, links, version_at
from claimcheck.extract.dates import date_at
from claimcheck.extract.digits import is_continental
from claimcheck.extract.dollars import settle_cents, settle_dollars, settle_pounds
from claimcheck.extract.figure import Figure, quantity
from claimcheck.extract.figures import is_other_time, is_period, plain_count, read_figure, read_single
from claimcheck.extract.joins import join
from claimcheck.extract.multiples import multiple_at
from claimcheck.extract.names import name_at
from claimcheck.extract.noise import boilerplate_at, counter_at, footnote_at, idiom_at, ordinal_at, pronoun_at
from claimcheck.extract.numeral import ONE, ZERO
from claimcheck.extract.paid import settle_paid, settle_paid_pounds
from claimcheck.extract.people import age_at, score_at
from claimcheck.extract.phrases import ahead
from claimcheck.extract.restated import link_restated, settle_tons
from claimcheck.extract.skips import Skip
from claimcheck.extract.spoken import spoken_at
from claimcheck.extract.stopwatch import stopwatch_at
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import Mention, Skipped, SkipReason
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import Dimension, Qualifier
from claimcheck.model.text import ArticleId, Sentence, SentenceKind, Span

_UNSCALED = frozenset((Dimension.MONEY, Dimension.COUNT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The figures of one article in order, and the numbers that are no claims with the reason."""

    mentions: tuple[Mention, ...]
    skipped: tuple[Skipped, ...]


def extract(article_id: ArticleId, sentences: Sequence[Sentence], lexicon: Lexicon) -> Extraction:
    """Every figure of the sentences of one article; every number that is no figure is skipped with its reason."""
    habit = lexicon.numerals.comma_decimals
    continental = is_continental((sentence.text for sentence in sentences), by_habit=habit)
    reader = _Reader(article_id, lexicon, continental=continental)
    for sentence in sentences:
        reader.read(sentence)
    money = settle_pounds(
        settle_cents(settle_dollars(reader.mentions, sentences, lexicon), lexicon), sentences, lexicon
    )
    mentions = settle_tons(settle_paid(settle_paid_pounds(money, sentences, lexicon), sentences, lexicon), lexicon)
    return Extraction(mentions=tuple(mentions), skipped=tuple(reader.skipped))


class _Reader:
    """Reads an article sentence by sentence; remembers the scale that was stated for tables."""

    def __init__(self, article: ArticleId, lexicon: Lexicon, *, continental: bool) -> None:
        self.article = article
        self.lex = lexicon
        self.continental = continental
        self.triggers = lexicon.numerals.triggers
        self.mentions: list[Mention] = []
        self.skipped: list[Skipped] = []
        self.scale = ONE
        self.column: int | None = None
        self.in_table = False

    def read(self, sentence: Sentence) -> None:
        """Read one sentence, left to right; each number is read once."""
        t = Tokens(sentence.text)
        triggers, texts, lows = self.triggers, t.text, t.low
        positions = [i for i in range(t.n) if lows[i] in triggers or texts[i][0].isdecimal()]
        self._leave_table(sentence)
        if not positions:
            return
        closed = links(t)
        around = self.scale, self.column
        figures: list[Figure] = []
        floor = 0
        for i in positions:
            if i >= floor:
                taken = self._one(t, i, floor, sentence, closed)
                if isinstance(taken, Figure):
                    figures.append(taken)
                    floor = max(floor, taken.end)
                elif taken is not None:
                    self._skip(t, taken, sentence)
                    floor = max(floor, taken.end)
        first = len(self.mentions)
        bars = self._scaled_row(t, sentence)
        for figure in join(t, figures, self.lex):
            if bars is not None and self._scaled(figure, bars):
                figure.table_scale = self.scale
            self._keep(t, figure, sentence)
        if len(self.mentions) - first > 1:
            link_restated(self.mentions, first, t.source, sentence.span.start, self.lex)
        if sentence.kind is SentenceKind.TABLE_ROW and len(self.mentions) > first:
            self.scale, self.column = around  # "Revenue (billions USD)" is the scale of its own row

    def _leave_table(self, sentence: Sentence) -> None:
        """A scale stated for a table ends with it, and that of a column where a row heads other columns."""
        row = sentence.kind is SentenceKind.TABLE_ROW
        if (self.in_table and not row) or (self.column is not None and _heads(sentence.text)):
            self.scale, self.column = ONE, None
        self.in_table = row

    def _one(
        self, t: Tokens, i: int, floor: int, sentence: Sentence, closed: list[tuple[int, int]]
    ) -> Figure | Skip | None:
        """What the number at token `i` is; None: a word that is no number here, of which nothing needs to be said."""
        lex = self.lex
        if t.low[i] in lex.numerals.articles:
            return self._after_article(t, i, floor)
        stated = self._table_scale(t, i, floor, sentence)
        if stated is not None:
            return stated
        digits = t.is_number(i)
        if not digits and t.low[i] in lex.numerals.zero:
            return self._none(t, i)
        timed = stopwatch_at(t, i, lex, floor) if t.text[i + 1] == ":" else None
        if timed is not None:
            return timed
        skip = (_link(t, i, closed) if closed else None) or self._rule_out(t, i, floor, sentence)
        if skip is not None:
            return skip
        figure = age_at(t, i, lex, floor) or score_at(t, i, lex, floor) or multiple_at(t, i, lex, floor)
        if figure is None:
            figure = read_figure(t, i, lex, floor, continental=self.continental)
            if figure is not None and (is_other_time(t, figure, lex) or is_period(t, figure, lex)):
                return Skip(i, figure.end, SkipReason.DATE)
        if figure is not None and self._is_part(t, figure):
            return figure
        if not digits and t.low[i] in lex.numerals.silent:
            return None
        return Skip(i, i + 1, SkipReason.UNREADABLE if digits else SkipReason.IDIOM)

    def _after_article(self, t: Tokens, i: int, floor: int) -> Figure | None:
        """As in "a third of voters", "about a teaspoon": what an article alone begins."""
        if t.low[i + 1] in self.lex.numerals.denominators:
            return read_figure(t, i, self.lex, floor)
        return read_single(t, i, self.lex, floor)

    def _table_scale(self, t: Tokens, i: int, floor: int, sentence: Sentence) -> Skip | None:
        """As in "Amounts in millions": remembered for the tables that follow, and no figure itself. What heads a column
        beside others is the scale of that column.
        """
        statements = self.lex.cues.scale_statements
        if t.low[i] not in statements and t.low[i - 1] not in statements:
            return None
        for at in (i, i - 1):
            if at < floor or at < 0:
                break
            found = ahead(statements, t, at)
            if found is not None and found[1] > i and not t.is_number(at - 1):
                self.scale, self.column = found[0], None
                if sentence.kind is SentenceKind.TABLE_ROW:
                    cell = _cell([n for n, low in enumerate(t.low) if low == "|"], at)
                    self.column = cell if cell > 1 else None
                return Skip(at, found[1], SkipReason.BOILERPLATE)
        return None

    def _is_part(self, t: Tokens, figure: Figure) -> bool:
        """Whether "half" is a share of something: "half of them", "half the", not "the half"."""
        numeral = figure.numeral
        if (
            not numeral.part
            or figure.end > numeral.end
            or numeral.end - numeral.first > 1
            or t.is_number(numeral.first)
        ):
            return True
        if t.low[numeral.first] in self.lex.numerals.glyphs or figure.qualifier is not Qualifier.EXACT:
            return True
        before = t.low[figure.first - 1] if figure.first else ""
        return t.low[figure.end] in self.lex.cues.shares_of or before in self.lex.units.difference_before

    def _rule_out(self, t: Tokens, i: int, floor: int, sentence: Sentence) -> Skip | None:
        lex = self.lex
        if t.is_number(i):
            return (
                footnote_at(t, i)
                or counter_at(t, i, sentence.kind)
                or boilerplate_at(t, i, lex)
                or idiom_at(t, i, lex, floor)
                or code_at(t, i, lex, floor)
                or date_at(t, i, lex, floor)
                or version_at(t, i, lex)
                or ordinal_at(t, i, lex)
                or name_at(t, i, lex, floor)
            )
        return (
            idiom_at(t, i, lex, floor)
            or name_at(t, i, lex, floor)
            or ordinal_at(t, i, lex)
            or spoken_at(t, i, lex)
            or pronoun_at(t, i, lex, floor)
        )

    def _none(self, t: Tokens, i: int) -> Figure | None:
        """As in "no deaths": none of something that is counted."""
        j = i + 2 if t.low[i + 1] in self.lex.cues.none_modifiers else i + 1
        return plain_count(i, ZERO) if t.low[j] in self.lex.cues.harm_nouns else None

    def _keep(self, t: Tokens, figure: Figure, sentence: Sentence) -> None:
        found = quantity(t, figure, self.lex, sentence.span.start)
        margin: Decimal | None = figure.margin
        self.mentions.append(
            Mention(article=self.article, sentence=sentence.index, quantity=found, kind=figure.kind, margin=margin)
        )

    def _scaled_row(self, t: Tokens, sentence: Sentence) -> Sequence[int] | None:
        """The tokens that are bars in a row that the table's scale is for; None for what it is not for."""
        if self.scale == ONE or sentence.kind is not SentenceKind.TABLE_ROW:
            return None
        if not self.lex.cues.per_share.isdisjoint(t.low):
            return None
        return [at for at, low in enumerate(t.low) if low == "|"]

    def _scaled(self, figure: Figure, bars: Sequence[int]) -> bool:
        """Whether the table's scale is that of a figure of such a row."""
        if figure.numeral.scaled or self.column not in (None, _cell(bars, figure.first)):
            return False
        return figure.unit.dimension in _UNSCALED

    def _skip(self, t: Tokens, skip: Skip, sentence: Sentence) -> None:
        start, end = t.start[skip.first], t.end[skip.end - 1]
        offset = sentence.span.start
        span = Span(start + offset, end + offset)
        surface = t.source[start:end]
        self.skipped.append(Skipped(article=self.article, span=span, surface=surface, reason=skip.reason))


def _cell(bars: Sequence[int], at: int) -> int:
    """How many bars stand before a token of a table row; the bar that opens the row is counted with the first cell."""
    return max(1, bisect_right(bars, at))


def _heads(row: str) -> bool:
    """Whether a row has several cells and no number in any: it heads columns."""
    told = [cell for cell in row.split("|") if cell.strip()]
    return len(told) > 1 and not any(c.isdecimal() for c in row)


def _link(t: Tokens, i: int, closed: list[tuple[int, int]]) -> Skip | None:
    """The web address or handle that token `i` lies in."""
    for start, end in closed:
        if start <= t.start[i] < end:
            last = i + 1
            while last < t.n and t.end[last] <= end:
                last += 1
            return Skip(i, last, SkipReason.HANDLE)
    return None
