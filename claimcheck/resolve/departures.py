"""Where a passage leaves the article's own event for another: an older recall, last year's march, a rival's numbers."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet
from claimcheck.model.text import Span
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.clauses import clause_bounds

_RELATIVE_REACH = 12
_LEAD = 3
_APART = 5
_INDEFINITE = frozenset({"a", "an", "another"})
_ANAPHORA = frozenset({"those", "these", "they", "them", "that", "it", "across", "their"})


def departure_of(
    tokens: Sequence[Token],
    at: int,
    *,
    focus: frozenset[str],
    own_event: str | None,
    others: Mapping[str, str],
    vocabulary: Vocabulary,
) -> Facet | None:
    """Another event that the clause of the figure at `tokens[at]` speaks of; None when it stays with the article's own.

    `others` maps the leading name of every other story in the folder to that story's id; `own_event` is the article's
    own event's name in lower case.
    """
    start, end = clause_bounds(tokens, at)
    return (
        _other_story(tokens, start, at, focus, others)
        or _other_named_event(tokens, _from_antecedent(tokens, start), end, own_event, vocabulary)
        or _set_apart(tokens, start, at, end, vocabulary)
    )


def _other_story(
    tokens: Sequence[Token], start: int, at: int, focus: frozenset[str], others: Mapping[str, str]
) -> Facet | None:
    """The clause's subject leads another story: "Amazon plans to do without 14,000 jobs"; not "For Iran alone HSBC
    moved …".
    """
    for index in range(start, at):
        token = tokens[index]
        if token.tag in (Tag.VERB, Tag.FIGURE):
            return None
        name = token.lower.removesuffix("'s")
        led = index > start and tokens[index - 1].tag is Tag.PREPOSITION
        if token.text[0].isupper() and name in others and name not in focus and not led:
            return Facet(key=others[name], label=token.text, span=token.span)
    return None


def _other_named_event(
    tokens: Sequence[Token], start: int, end: int, own_event: str | None, vocabulary: Vocabulary
) -> Facet | None:
    """A proper name that ends in an event noun and is not the article's own: "the Notting Hill Carnival"."""
    for index in range(start + 1, end):
        token = tokens[index]
        if token.lemma not in vocabulary.cues.event_nouns or not tokens[index - 1].text[0].isupper():
            continue
        first = index
        while first > start and tokens[first - 1].text[0].isupper() and tokens[first - 1].tag in (Tag.NAME, Tag.WORD):
            first -= 1
        label = " ".join(t.text for t in tokens[first : index + 1])
        known = own_event is None or label.lower() in own_event or own_event in label.lower()
        if first < index and not known and not _is_no_event(tokens, first, index, vocabulary):
            return Facet(key=label.lower(), label=label, span=Span(tokens[first].span.start, token.span.end))
    return None


def _is_no_event(tokens: Sequence[Token], first: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether a name that ends in an event's noun names no event: a body ("Cal Fire", "the LA County Fire Department"),
    whoever says so ("Oak Fire counts 12 homes"), or events of a place ("the fourth largest California fire").
    """
    name = " ".join(t.lower for t in tokens[first : last + 1])
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    before = [t.lower for t in tokens[max(0, first - _LEAD) : first]]
    goes_on = behind is not None and behind.text[:1].isupper() and behind.tag in (Tag.NAME, Tag.WORD)
    says = behind is not None and behind.tag is Tag.VERB and behind.lemma in vocabulary.grammar.speech
    told_by = before[-2:] == ["according", "to"]
    ranked = tokens[last].text.islower() and any(word in vocabulary.cues.superlatives for word in before)
    return name in vocabulary.cues.bodies or goes_on or says or told_by or ranked


def _from_antecedent(tokens: Sequence[Token], start: int) -> int:
    """Where the name begins that a relative clause hangs on: "the Camp Fire, which killed 85 people"."""
    first = start
    while first > 0 and tokens[first].tag is not Tag.RELATIVE and start - first < _RELATIVE_REACH:
        first -= 1
    if tokens[first].tag is not Tag.RELATIVE:
        return start
    while first > 0 and (tokens[first - 1].tag is Tag.COMMA or tokens[first - 1].text[:1].isupper()):
        first -= 1
    return first


def _set_apart(tokens: Sequence[Token], start: int, at: int, end: int, vocabulary: Vocabulary) -> Facet | None:
    """As in "A separate warning covers …", "the older recalls": an adjective that sets the event itself apart."""
    for index in range(start, min(end, len(tokens) - 1)):
        token, after = tokens[index], tokens[index + 1]
        if token.lower not in vocabulary.cues.elsewhere or index == at:
            continue
        several = after.lower != after.lemma
        if several and index and tokens[index - 1].tag is not Tag.DETERMINER:
            continue  # "five separate recalls", "died in separate incidents"
        if after.lemma in vocabulary.cues.event_nouns or after.lemma in ("notice", "warning", "case", "incident"):
            label = f"{token.text} {after.text}".lower()
            return Facet(key=label, label=label, span=Span(token.span.start, after.span.end))
    return None


def new_event(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Token | None:
    """The event that a clause brings up as one not told of before: "a quake killed 16"."""
    start, end = clause_bounds(tokens, at)
    for index in range(start + 1, end):
        if tokens[index].lemma not in vocabulary.cues.event_nouns or tokens[index].lower != tokens[index].lemma:
            continue
        first = index - 1
        while first > start and tokens[first].tag in (Tag.WORD, Tag.FIGURE, Tag.NAME, Tag.ADVERB):
            first -= 1
        if tokens[first].lower in _INDEFINITE:
            return tokens[index]
    return None


def on_another_day(event: Token, days: Iterable[date], own: Iterable[date]) -> Facet | None:
    """An event that is told of by its day alone, if that is an older one: "On July 29 a quake killed 16". `days` are
    those that the sentence names, `own` those that the article may call its own.
    """
    older = [day for day in days if all((mine - day).days >= _APART for mine in own)]
    if len(older) != 1:
        return None
    day = older[0].isoformat()
    return Facet(key=day, label=f"{event.lower} of {day}", span=event.span)


def leans_back(tokens: Sequence[Token]) -> bool:
    """Whether a sentence goes on about what the one before it spoke of: "Across those machines …", "… put down to
    them".
    """
    return any(t.lower in _ANAPHORA for t in tokens[:3]) or any(t.lower in ("them", "those") for t in tokens)


def sets_apart(tokens: Sequence[Token], vocabulary: Vocabulary) -> Facet | None:
    """Another event that a sentence without figures turns to, for the figures of the sentences that lean on it."""
    return _set_apart(tokens, 0, -1, len(tokens), vocabulary)
