"""One article's mentions to claims, sentence by sentence, with what earlier sentences leave open for later ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from claimcheck.language.tokens import Token, tokenize
from claimcheck.model.claim import (
    PART,
    Aspect,
    Claim,
    ClaimId,
    Evidence,
    Facet,
    Mention,
    MentionKind,
    Metric,
    Operation,
    OperationId,
    Status,
)
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.text import Article, Sentence, SentenceKind, Span
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.announced import is_announced
from claimcheck.resolve.attributions import Voice, goes_on, voice_in, voice_of
from claimcheck.resolve.context import context_of
from claimcheck.resolve.dates import counted_up_to, days_named, periods, stated, told_day, within
from claimcheck.resolve.departures import departure_of, leans_back, new_event, on_another_day, sets_apart
from claimcheck.resolve.ellipsis import MetricReading, Told
from claimcheck.resolve.entities import entity_of
from claimcheck.resolve.entries import name_first
from claimcheck.resolve.facets import is_base, period_of, says_again, status_of, was_before
from claimcheck.resolve.headings import Headings, headings, timed_rows
from claimcheck.resolve.holders import holder_of
from claimcheck.resolve.metrics import read_metric
from claimcheck.resolve.named import NamedEvents, operation_of, own_words
from claimcheck.resolve.parts import Wholes, addition_of, is_taken_out, out_of_new, part_of, places_another, refers_back
from claimcheck.resolve.places import row_place
from claimcheck.resolve.rows import labelled, row_metric
from claimcheck.resolve.scopes import pronoun_subject, scope_of, subject_of
from claimcheck.resolve.shares import share_of_told
from claimcheck.resolve.special import age_metric, is_kicker, label_action, named_person
from claimcheck.resolve.stories import Story
from claimcheck.resolve.sums import LOSS_PER_SHARE, PER_SHARE, STOCK, adjusted, cell_side
from claimcheck.resolve.tables import Column, columns, headed, item_label, label_of, names_figure, own_label, timed

_PASSING = 2
_DIVIDEND, _FOR_ALL_SHARES = "dividend", 1000
"""A dividend below it is what each share gets, whether the words say so or not."""
_SIDE_SHARES = frozenset({"yes share", "no share"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """An article with its sentences and the figures found in them."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What resolving one article needs to know of the rest: its story, all stories, the newsroom's events, the words
    that the folder uses as proper names.
    """

    story: Story
    stories: tuple[Story, ...]
    named: NamedEvents
    proper: frozenset[str]
    vocabulary: Vocabulary

    def others(self, article: Article) -> dict[str, str]:
        """The leading name of every other story, with that story's id; names that the article keeps using left out."""
        own = frozenset(self.story.focus)
        text = article.body.of(article.text).lower()
        rest = (s for s in self.stories if s is not self.story and s.focus)
        return {s.focus[0]: s.id for s in rest if s.focus[0] not in own and text.count(s.focus[0]) <= _PASSING}


@dataclass(slots=True)
class _Memory:
    """What a paragraph has told so far. `away`: another event that it turned to; `subject`: the last sentence's actor;
    `period`: the time that a sentence without figures set for those after it; `latest`:
    that of the figure told last; `before`: the sentence told last; `voice`: who spoke in it.
    """

    told: Told = field(default_factory=Told)
    away: Facet | None = None
    subject: Facet | None = None
    period: Facet | None = None
    latest: Facet | None = None
    before: tuple[Token, ...] = ()
    voice: Facet | None = None


class ArticleReader:
    """Reads one article once. Use: `tuple(ArticleReader(read, around).claims())`."""

    def __init__(self, read: ReadArticle, around: Surroundings) -> None:
        self._read = read
        self._around = around
        self._vocabulary = around.vocabulary
        self._rule = around.named.of_article(read.article)
        self._focus = frozenset(around.story.focus) | own_words(self._rule)
        self._others = around.others(read.article)
        self._event = around.story.name.lower() if around.story.named else None
        self._focus |= frozenset((self._event or "").split())
        story = Operation(id=OperationId(around.story.id), name=around.story.name, named=around.story.named)
        self._main = operation_of(self._rule) if self._rule is not None else story
        self._memory = _Memory()
        self._wholes = Wholes()
        self._ids: dict[Span, ClaimId] = {}
        self._headings: Headings = {}
        self._days = self._own_days()
        self._times = timed_rows(read.sentences, self._told_sentences())

    def claims(self) -> Iterator[Claim]:
        """Every mention as a claim, in reading order."""
        waiting = {index: [m for m in self._read.mentions if m.sentence == index] for index in self._told_sentences()}
        paragraph: int | None = None
        for sentence in self._read.sentences:
            if sentence.paragraph != paragraph:
                self._memory = _Memory(told=self._memory.told.next_paragraph(), voice=self._memory.voice)
            paragraph = sentence.paragraph
            yield from self._sentence(sentence, waiting.get(sentence.index, []))

    def _older(self, sentence: Sentence, tokens: Sequence[Token], at: int) -> Facet | None:
        """An event of another day, where the article has a day of its own."""
        event = new_event(tokens, at, self._vocabulary) if self._days else None
        if event is None:
            return None
        return on_another_day(event, days_named(sentence.text, self._read.article.date), self._days)

    def _own_days(self) -> frozenset[date]:
        """The days that an article may call its own: that on which it was published, or that it tells of, and those of
        its first sentence that names any. Empty where it has no date.
        """
        published = self._read.article.date
        dated = (s.text for s in self._read.sentences if days_named(s.text, published))
        first = next(dated, "")
        own = told_day(first, published)
        return days_named(first, published) | {own} if own is not None else frozenset()

    def _told_sentences(self) -> set[int]:
        return {m.sentence for m in self._read.mentions}

    def _sentence(self, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Claim]:
        spans = [m.quantity.span for m in mentions]
        grammar = self._vocabulary.grammar
        tokens = name_first(tokenize(sentence.text, sentence.span.start, spans, grammar, self._around.proper))
        memory = self._memory
        memory.away = memory.away if memory.away is not None and leans_back(tokens) else None
        if not mentions:
            memory.away = sets_apart(tokens, self._vocabulary) or memory.away
            memory.period = self._set_period(sentence)
        memory.subject = (
            memory.subject if pronoun_subject(tokens) else subject_of(tokens, self._focus, self._vocabulary)
        )
        label = self._label(sentence, mentions, tokens)
        roles = columns(mentions) if label else tuple(Column() for _ in mentions)
        cell = 0
        for at, token in enumerate(tokens):
            cell += token.lower == "|"
            if token.figure is not None:
                mention = mentions[token.figure]
                column = headed(roles[token.figure], self._headings.get(cell), mention.quantity)
                name, column = timed(label, column, self._times.get(sentence.index))
                yield self._figure(sentence, mention, tokens, at, name, column)
        memory.told.note_topic(tokens, self._vocabulary)
        memory.told.next_sentence()
        memory.before = tokens
        memory.voice = voice_in(tokens, self._vocabulary) or (memory.voice if pronoun_subject(tokens) else None)

    def _label(self, sentence: Sentence, mentions: Sequence[Mention], tokens: Sequence[Token]) -> tuple[Token, ...]:
        """The first cell of a table row; a row without figures heads those that follow it."""
        if sentence.kind is not SentenceKind.TABLE_ROW:
            self._headings = {}
            return ()
        if not mentions:
            self._headings = headings(sentence, tokens, self._vocabulary)
        return label_of(tokens)

    def _figure(
        self,
        sentence: Sentence,
        mention: Mention,
        tokens: Sequence[Token],
        at: int,
        label: Sequence[Token],
        column: Column,
    ) -> Claim:
        memory, vocabulary, item = self._memory, self._vocabulary, item_label(tokens)
        item = () if is_kicker(tokens, at, item, vocabulary) else item
        voice = voice_of(tokens, at, vocabulary)
        label = (own_label(tokens, at) or label) if label else label
        named = label or (item if len(item) > 1 and names_figure(tokens, at) and entity_of(item, vocabulary) else ())
        if named and label_action(tokens, at, vocabulary) is None:
            side = (
                cell_side(tokens, at, vocabulary) if mention.quantity.unit.dimension is Dimension.PROPORTION else None
            )
            reading = row_metric(named, mention.quantity, column, vocabulary, side)
        elif mention.kind is MentionKind.AGE:
            reading = age_metric(tokens, at, mention.quantity)
        elif mention.restates is not None and memory.told.last is not None:
            reading = memory.told.last
        else:
            reading = share_of_told(tokens, at, mention.quantity, memory.told, vocabulary) or read_metric(
                tokens, at, mention.quantity, memory.told, vocabulary, item, voice
            )
        metric = adjusted(labelled(reading.metric, () if named else item, vocabulary), tokens, at)
        reading = replace(reading, metric=_without(metric, self._focus, mention.quantity))
        left = departure_of(
            tokens, at, focus=self._focus, own_event=self._event, others=self._others, vocabulary=vocabulary
        )
        left = left or self._older(sentence, tokens, at)
        memory.away = left or memory.away
        claim = self._claim(sentence, mention, reading, tokens, at, voice)
        claim = replace(claim, holder=holder_of(tokens, at, label or item, voice, vocabulary))
        if label and claim.scope is None and reading.metric.entity in _SIDE_SHARES:
            claim = replace(claim, scope=row_place(label, self._focus, vocabulary))
        self._ids[mention.quantity.span] = claim.id
        if claim.scope is None and mention.restates is None:
            self._wholes.add(claim.metric, claim.quantity)
        if mention.restates is None:
            memory.told.add(reading, mention.quantity, aside=is_taken_out(tokens, at) or places_another(tokens, at))
        return replace(claim, period=column.period or claim.period) if label else claim

    def _claim(
        self,
        sentence: Sentence,
        mention: Mention,
        reading: MetricReading,
        tokens: Sequence[Token],
        at: int,
        voice: Voice | None,
    ) -> Claim:
        vocabulary = self._vocabulary
        status, shown = status_of(tokens, at, vocabulary)
        evidence = [Evidence(what=reading.why, span=mention.quantity.span)]
        if shown is not None:
            evidence.append(Evidence(what=f"standing: {status.value}", span=shown.span))
        headline = sentence.kind is SentenceKind.HEADLINE
        aged = mention.kind is MentionKind.AGE
        quantity, aspect = _named_rate(_as_named(mention.quantity, reading, vocabulary), reading)
        period = self._memory.latest = self._period(sentence, tokens, at, reading)
        if shown is not None and was_before(tokens, at, period, shown):
            status = Status.CONFIRMED
        return Claim(
            id=ClaimId(f"{self._read.article.id}#{len(self._ids) + 1}"),
            article=self._read.article.id,
            sentence=sentence,
            quantity=quantity,
            kind=mention.kind,
            metric=reading.metric,
            operation=self._operation(sentence),
            scope=named_person(tokens, at) if aged else self._scope(tokens, at, mention.quantity, reading, period),
            period=period,
            as_of=counted_up_to(sentence.text, self._read.article.date) or self._read.article.date,
            stated=self._stated(sentence, period),
            status=status,
            announced=status is Status.CONFIRMED and is_announced(tokens, at, vocabulary),
            aspect=aspect,
            direction=reading.direction,
            attribution=None if headline else self._attribution(tokens, at, voice),
            restates=self._ids.get(mention.restates) if mention.restates is not None else None,
            margin=mention.margin,
            evidence=tuple(evidence),
            context=context_of(tokens, at, self._memory.before, vocabulary),
        )

    def _attribution(self, tokens: Sequence[Token], at: int, voice: Voice | None) -> Facet | None:
        """Who gives the figure, in its own sentence or, where that goes on with a pronoun, in the one before."""
        return voice.who if voice is not None else goes_on(tokens, at, self._memory.voice, self._vocabulary)

    def _operation(self, sentence: Sentence) -> Operation:
        named = self._around.named.of_sentence(sentence)
        away = self._memory.away
        if named is not None or away is None:
            return named or self._main
        for story in self._around.stories:
            if story.id == away.key:
                return Operation(id=OperationId(story.id), name=story.name, named=story.named)
        return Operation(id=OperationId(f"{self._main.id}/{away.key}"), name=f"{self._main.name}: {away.label}")

    def _scope(
        self, tokens: Sequence[Token], at: int, quantity: Quantity, reading: MetricReading, period: Facet | None
    ) -> Facet | None:
        """The part that a figure covers; one that says nothing of its own but that it is taken out of a larger one
        told before it is a part too.
        """
        countable = quantity.unit.dimension is Dimension.COUNT
        taken_out = countable and reading.partitive
        scope = scope_of(tokens, at, self._focus, self._vocabulary, countable=countable, part=taken_out)
        if scope is not None:
            return replace(scope, key=f"{scope.key}, new") if out_of_new(tokens, at) else scope
        part = self._part(tokens, at, quantity, reading)
        if part is None and period is None:
            part = addition_of(tokens, at, reading.metric, quantity, self._wholes, self._vocabulary)
        return part or (self._memory.subject if pronoun_subject(tokens) else None)

    def _part(self, tokens: Sequence[Token], at: int, quantity: Quantity, reading: MetricReading) -> Facet | None:
        """That a figure is taken out of another: out of one of the paragraph, when it says no deed of its own."""
        told = self._memory.told.by_dimension.get(quantity.unit.dimension)
        share = quantity.unit.dimension is Dimension.PROPORTION
        out_of_told = reading.partitive and not share and refers_back(tokens, at)
        plain = told is not None and reading.metric.action in (None, told.metric.action)
        if out_of_told and plain and self._memory.told.exceeds(quantity):
            return PART
        return part_of(tokens, at, reading.metric, quantity, self._wholes, self._vocabulary)

    def _period(self, sentence: Sentence, tokens: Sequence[Token], at: int, reading: MetricReading) -> Facet | None:
        """The named time; a level that something moved away from ("down from $1.99 billion") is an earlier one."""
        if says_again(tokens, at) and not reading.from_level:
            return self._memory.latest
        period = period_of(sentence, tokens, at, self._read.article.date, self._vocabulary)
        changed = reading.aspect is Aspect.CHANGE
        if changed and period is not None and period.key.endswith("earlier") and is_base(tokens, at, period):
            return None
        if reading.from_level and (period is None or not period.key[:1].isdigit()):
            label = period.label if period is not None else "before"
            return Facet(key="year earlier", label=label, span=period.span if period is not None else None)
        period = period if period is not None else self._memory.period
        ruled = self._rule.period if self._rule is not None else None
        return None if ruled is not None and period is not None and within(period.key, ruled) else period

    def _stated(self, sentence: Sentence, period: Facet | None) -> tuple[date, date] | None:
        """The calendar time of a period that the figure's own sentence names."""
        if period is None or period.span is None or not sentence.span.start <= period.span.start < sentence.span.end:
            return None
        start, end = (at - sentence.span.start for at in (period.span.start, period.span.end))
        return stated(sentence.text, start, end, period.key, self._read.article.date)

    def _set_period(self, sentence: Sentence) -> Facet | None:
        """The span of time that a sentence without figures names ("Both set records over the full fiscal year."): a
        year, a half, a quarter. Single days and "last week" tell when something happened, and set nothing.
        """
        for start, end, key, label in periods(sentence.text, self._read.article.date):
            if key == "full year" or key.startswith(("q", "quarter of")) or "-h" in key:
                return Facet(key=key, label=label, span=Span(sentence.span.start + start, sentence.span.start + end))
        return None


def _without(metric: Metric, focus: frozenset[str], quantity: Quantity) -> Metric:
    """The metric without the names that carry the story: "people with ties to the Sinaloa cartel" are the people. Of a
    count they stay as plain words: "Armenian soldiers" are not all soldiers.
    """
    if metric.proper.isdisjoint(focus):
        return metric
    kept = metric.modifiers if quantity.unit.dimension is Dimension.COUNT else metric.modifiers - focus
    return replace(metric, modifiers=kept, proper=metric.proper - focus)


def _as_named(quantity: Quantity, reading: MetricReading, vocabulary: Vocabulary) -> Quantity:
    """A minus that the name says already ("net loss: $(72) million", "diluted net loss per share: $(4.72)") is left
    out: it is a loss of 72 million.
    """
    below = quantity.value is not None and quantity.value < 0 and quantity.unit.dimension is Dimension.MONEY
    named = vocabulary.grammar.shortfalls.intersection(reading.metric.entity.split())
    return -quantity if below and named else quantity


def _named_rate(quantity: Quantity, reading: MetricReading) -> tuple[Quantity, Aspect]:
    """A rate that its name already tells ("earnings per share of $1.74 per share") is a level of that name."""
    named = reading.metric.entity.endswith((f" per {quantity.per}", PER_SHARE, LOSS_PER_SHARE, STOCK))
    if quantity.per is not None and named:
        return replace(quantity, per=None), Aspect.LEVEL if reading.aspect is Aspect.RATE else reading.aspect
    if quantity.per is None and reading.metric.entity == _DIVIDEND and quantity.unit.dimension is Dimension.MONEY:
        small = quantity.value is not None and abs(quantity.value) < _FOR_ALL_SHARES
        return (replace(quantity, per="share"), Aspect.RATE) if small else (quantity, reading.aspect)
    return quantity, reading.aspect
