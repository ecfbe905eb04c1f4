"""The circumstances of one figure, read in its own clause: when, and of what standing."""

from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet, Status
from claimcheck.model.text import Sentence, Span
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.clauses import clause_bounds, with_introduction
from claimcheck.resolve.dates import periods

_LISTED = frozenset({Tag.FIGURE, Tag.CONJUNCTION, Tag.COMMA, Tag.PREPOSITION, Tag.DETERMINER})
_APART = frozenset({"compared", "from", "against", "versus", "than", "up", "down", "after"})
_STATUS_REACH = 7
_NEW_PHRASE = frozenset({Tag.DETERMINER, Tag.RELATIVE, Tag.PRONOUN})
_ABILITY = frozenset({"could"})


def period_of(
    sentence: Sentence, tokens: Sequence[Token], at: int, published: date | None, vocabulary: Vocabulary
) -> Facet | None:
    """The time that the figure's clause names for it; None when it names none.

    A time belongs to the nearest figure: one with another figure between counts only when it opens the clause ("In
    2022, …"). When things were made or sold ("made between 2011 and 2014") is no time of the count.
    """
    start, end = clause_bounds(tokens, at)
    start = with_introduction(tokens, start)
    best: tuple[int, Facet] | None = None
    for first, last, key, label in periods(sentence.text, published):
        span = Span(first + sentence.span.start, last + sentence.span.start)
        if span.start < tokens[start].span.start or span.end > tokens[end - 1].span.end:
            continue
        if tokens[at].span.overlaps(span) or not _belongs(tokens, start, at, span, vocabulary):
            continue
        distance = min(abs(span.start - tokens[at].span.end), abs(span.end - tokens[at].span.start))
        if best is None or distance < best[0]:
            best = distance, Facet(key=key, label=label, span=span)
    return best[1] if best else None


def _belongs(tokens: Sequence[Token], start: int, at: int, span: Span, vocabulary: Vocabulary) -> bool:
    low, high = min(span.end, tokens[at].span.end), max(span.start, tokens[at].span.start)
    between = [t for t in tokens if t.span.start >= low and t.span.end <= high]
    listed = all(t.tag in _LISTED and t.lower not in _APART for t in between)
    if any(t.tag is Tag.FIGURE for t in between) and not listed:
        return span.start < min(t.span.start for t in tokens[start : at + 1] if t.tag is Tag.FIGURE)
    after = span.start > tokens[at].span.start
    return not (after and any(t.lemma in vocabulary.cues.origin_verbs for t in between))


def status_of(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[Status, Token | None]:
    """How sure the article says the figure is, and the word that shows it."""
    start, end = clause_bounds(tokens, at)
    high = min([i for i in range(at + 1, end) if tokens[i].tag in (Tag.FIGURE, Tag.COMMA)], default=end)
    behind = takewhile(lambda t: t.tag not in _NEW_PHRASE, tokens[at + 1 : min(high, at + _STATUS_REACH)])
    for token in (*_ruling(tokens, start, at), *behind):
        if token.text == "May" or (token.lower in _ABILITY and not _of_size(tokens, token, at, vocabulary)):
            continue
        standing = vocabulary.cues.status.get(token.lower) or vocabulary.cues.status.get(token.lemma)
        if standing is not None:
            return Status(standing), token
    for index in range(max(start, at - _STATUS_REACH), at - 1):
        if tokens[index].lower in ("is", "are") and tokens[index + 1].lower == "to":
            return Status.PROJECTED, tokens[index + 1]
    return Status.CONFIRMED, None


def _of_size(tokens: Sequence[Token], modal: Token, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the verb after "could" tells of a size ("could reach 300") or has the figure as its object ("could hit
    300 towns"), and not of what somebody is able to do.
    """
    grammar = vocabulary.grammar
    first = tokens.index(modal) + 1
    verb = next((i for i in range(first, len(tokens)) if _is_verb(tokens[i])), None)
    if verb is None:
        return False
    between = tokens[verb + 1 : at]
    governs = verb < at and all(t.tag in (Tag.ADVERB, Tag.DETERMINER) for t in between)
    return governs or tokens[verb].lemma in grammar.linking | grammar.rising | grammar.falling


def _is_verb(token: Token) -> bool:
    return token.tag in (Tag.VERB, Tag.PARTICIPLE) or token.lower in ("be", "have")


def _ruling(tokens: Sequence[Token], start: int, at: int) -> list[Token]:
    """The words before a figure that may say of what standing it is, nearest first: those close by, and those of the
    verb and subject that rule it ("The consensus had been $1.27 a share on revenue of $88.9 billion").
    """
    found: list[Token] = []
    verbs = 0
    for index in range(at - 1, start - 1, -1):
        token = tokens[index]
        verbs += token.tag is Tag.VERB and not (index and tokens[index - 1].lower == "to")
        if verbs > 1 or (verbs and token.tag is Tag.COMMA) or (token.lower == "and" and at - index > _STATUS_REACH):
            break
        found.append(token)
    return found
