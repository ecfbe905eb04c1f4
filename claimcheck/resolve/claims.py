"""Mentions to claims: one article after another, with the stories they belong to as background."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.language.tokens import Token, tokenize
from claimcheck.model.claim import Claim, ClaimId, Evidence, Facet, Mention, Operation, OperationId
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article, ArticleId, Sentence, SentenceKind, Span
from claimcheck.model.vocabulary import Vocabulary, Weights
from claimcheck.resolve.departures import departure_of, leans_back, sets_apart
from claimcheck.resolve.facets import attribution_of, period_of, scope_of, status_of
from claimcheck.resolve.metrics import MetricReading, Told, read_metric, row_metric
from claimcheck.resolve.named import NamedEvents
from claimcheck.resolve.tables import columns, label_of
from claimcheck.resolve.stories import Story, profile, proper_names, stories

_COMPATIBLE_PERIODS = frozenset({"to date"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """An article with its sentences and the figures found in them."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]


def resolve(
    articles: Sequence[ReadArticle], vocabulary: Vocabulary, weights: Weights, rules: Rules
) -> tuple[Claim, ...]:
    """Every mention as a claim, in article order."""
    proper = proper_names([a.article for a in articles], vocabulary)
    told = stories([profile(a.article, a.mentions, proper, vocabulary) for a in articles], weights)
    named = NamedEvents(rules.operations)
    home = {article: story for story in told for article in story.articles}
    claims: list[Claim] = []
    for read in articles:
        claims.extend(_article_claims(read, home[read.article.id], told, named, vocabulary))
    return _own_periods(claims, home)


def _article_claims(
    read: ReadArticle, story: Story, told: Sequence[Story], named: NamedEvents, vocabulary: Vocabulary
) -> Iterator[Claim]:
    focus = frozenset(story.focus)
    others = {s.focus[0]: s.id for s in told if s is not story and s.focus and s.focus[0] not in focus}
    own_event = story.name.lower() if story.named else None
    main = named.of_article(read.article) or Operation(id=OperationId(story.id), name=story.name, named=story.named)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in read.mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    told_here = Told()
    away: Facet | None = None
    ids: dict[Span, ClaimId] = {}
    number = 0
    last: Sentence | None = None
    for sentence in read.sentences:
        mentions = by_sentence.get(sentence.index)
        if last is not None and sentence.paragraph != last.paragraph:
            told_here, away = Told(), None
        if not mentions:
            tokens = tokenize(sentence.text, sentence.span.start, (), vocabulary.grammar)
            away = sets_apart(tokens, vocabulary) or (away if leans_back(tokens) else None)
            told_here.note_topic(tokens, vocabulary)
            last = sentence
            continue
        spans = [m.quantity.span for m in mentions]
        tokens = tokenize(sentence.text, sentence.span.start, spans, vocabulary.grammar)
        places = {t.figure: i for i, t in enumerate(tokens) if t.figure is not None}
        away = away if away is not None and leans_back(tokens) else None
        label = label_of(tokens) if sentence.kind is SentenceKind.TABLE_ROW else ()
        roles = columns(mentions) if label else ()
        for order, mention in enumerate(mentions):
            if order not in places:
                continue
            at = places[order]
            if label:
                reading = row_metric(label, mention.quantity, roles[order], vocabulary)
            elif mention.restates is not None and told_here.last is not None:
                reading = told_here.last
            else:
                reading = read_metric(tokens, at, mention.quantity, told_here, vocabulary)
            left = departure_of(tokens, at, focus=focus, own_event=own_event, others=others, vocabulary=vocabulary)
            away = left or away
            number += 1
            claim_id = ClaimId(f"{read.article.id}#{number}")
            ids[mention.quantity.span] = claim_id
            operation = named.of_sentence(sentence) or _operation(main, away, told)
            larger = told_here.exceeds(mention.quantity)
            claim = _claim(
                claim_id,
                read,
                sentence,
                mention,
                reading,
                operation,
                tokens,
                at,
                story,
                ids,
                vocabulary,
                larger_told=larger,
            )
            yield replace(claim, period=roles[order].period or claim.period) if label else claim
            if mention.restates is None:
                told_here.add(reading, mention.quantity)
        told_here.note_topic(tokens, vocabulary)
        last = sentence


def _operation(main: Operation, away: Facet | None, told: Sequence[Story]) -> Operation:
    if away is None:
        return main
    for story in told:
        if story.id == away.key:
            return Operation(id=OperationId(story.id), name=story.name, named=story.named)
    return Operation(id=OperationId(f"{main.id}/{away.key}"), name=f"{main.name}: {away.label}")


def _claim(
    claim_id: ClaimId,
    read: ReadArticle,
    sentence: Sentence,
    mention: Mention,
    reading: MetricReading,
    operation: Operation,
    tokens: Sequence[Token],
    at: int,
    story: Story,
    ids: Mapping[Span, ClaimId],
    vocabulary: Vocabulary,
    *,
    larger_told: bool,
) -> Claim:
    status, shown = status_of(tokens, at, vocabulary)
    evidence = [Evidence(what=reading.why, span=mention.quantity.span)]
    if shown is not None:
        evidence.append(Evidence(what=f"standing: {status.value}", span=shown.span))
    scope = scope_of(tokens, at, frozenset(story.focus), vocabulary)
    if scope is None and reading.partitive and larger_told:
        scope = Facet(key="a part", label="a part")
    return Claim(
        id=claim_id,
        article=read.article.id,
        sentence=sentence,
        quantity=mention.quantity,
        kind=mention.kind,
        metric=reading.metric,
        operation=operation,
        scope=scope,
        period=_period(sentence, tokens, at, read, reading, vocabulary),
        as_of=read.article.date,
        status=status,
        aspect=reading.aspect,
        direction=reading.direction,
        attribution=None if sentence.kind is SentenceKind.HEADLINE else attribution_of(tokens, at, vocabulary),
        restates=ids.get(mention.restates) if mention.restates is not None else None,
        margin=mention.margin,
        evidence=tuple(evidence),
    )


def _period(
    sentence: Sentence,
    tokens: Sequence[Token],
    at: int,
    read: ReadArticle,
    reading: MetricReading,
    vocabulary: Vocabulary,
) -> Facet | None:
    """The named time; a level that something moved away from ("down from $1.99 billion") is an earlier one."""
    period = period_of(sentence, tokens, at, read.article.date, vocabulary)
    if reading.from_level and (period is None or not period.key[:1].isdigit()):
        label = period.label if period is not None else "before"
        return Facet(key="year earlier", label=label, span=period.span if period is not None else None)
    return period


def _own_periods(claims: Sequence[Claim], home: Mapping[ArticleId, Story]) -> tuple[Claim, ...]:
    """A story's own time is told in many ways or not at all; only a time that departs from it stays a facet.

    Own are: the period key that most of a story's figures carry, any day within five weeks before an article's date,
    the year of publication, and "so far".
    """
    keys: dict[str, Counter[str]] = {}
    for claim in claims:
        if claim.period is not None and _absolute(claim.period.key):
            keys.setdefault(home[claim.article].id, Counter())[claim.period.key] += 1
    usual = {story: counter.most_common(1)[0][0] for story, counter in keys.items()}
    return tuple(
        replace(c, period=None) if c.period is not None and _is_own(c, usual.get(home[c.article].id, "")) else c
        for c in claims
    )


def _absolute(key: str) -> bool:
    """Whether a period is named by itself and not by its distance from now."""
    return not key.endswith("earlier") and not key.startswith("since") and key not in _COMPATIBLE_PERIODS


def _is_own(claim: Claim, usual: str) -> bool:
    key = claim.period.key if claim.period is not None else ""
    if key in _COMPATIBLE_PERIODS or (key == usual and key.startswith("q")):
        return True
    published = claim.as_of
    if published is None:
        return False
    if key == str(published.year):
        return True
    parts = key.split("-")
    if all(p.isdigit() for p in parts) and len(parts) in (2, 3):
        months = (published.year - int(parts[0])) * 12 + published.month - int(parts[1])
        return 0 <= months <= 1
    return False
