"""The circumstances of one figure, read in its own clause: for which part, when, of what standing, on whose word."""

from collections.abc import Sequence
from datetime import date

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet, Status
from claimcheck.model.text import Sentence, Span
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.dates import periods

_BREAKS = frozenset({".", ";", "!", "?", ":", "—", "-", "–", "|"})
_LISTED = frozenset({Tag.FIGURE, Tag.CONJUNCTION, Tag.COMMA, Tag.PREPOSITION, Tag.DETERMINER})
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_COUNTS = frozenset(
    {
        "estimate",
        "count",
        "number",
        "figure",
        "tally",
        "toll",
        "total",
        "data",
        "look",
        "reckoning",
        "survey",
        "analysis",
        "poll",
        "view",
    }
)
_STATUS_REACH = 7
_OFFICIAL = frozenset(
    {"agency", "administration", "commission", "department", "government", "officials", "authorities"}
)


def clause_bounds(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """First and one-past-last token of the figure's clause: up to a stop, or to a comma that opens a clause of its own."""
    start = at
    while start > 0 and tokens[start - 1].lower not in _BREAKS and not _clause_comma(tokens, start - 1):
        start -= 1
    end = at + 1
    while end < len(tokens) and tokens[end].lower not in _BREAKS and not _clause_comma(tokens, end):
        end += 1
    return start, end


def _clause_comma(tokens: Sequence[Token], at: int) -> bool:
    """A conjunction or comma behind which a subject and a verb of its own follow."""
    token = tokens[at]
    if token.tag is Tag.CONJUNCTION and token.lower in ("but", "while", "whereas", "although", "though"):
        return True
    if token.tag not in (Tag.COMMA, Tag.CONJUNCTION) or token.lower in ("or", "plus", "&"):
        return False
    subject = verb = False
    for following in tokens[at + 1 : at + 9]:
        if following.tag is Tag.FIGURE or following.tag in (Tag.COMMA, Tag.STOP, Tag.RELATIVE):
            return subject and verb and following.tag is Tag.FIGURE
        if following.tag in (Tag.VERB, Tag.AUXILIARY):
            if not subject:
                return False
            verb = True
        elif following.tag in (Tag.WORD, Tag.NAME, Tag.PRONOUN):
            subject = True
    return subject and verb


def _with_introduction(tokens: Sequence[Token], start: int) -> int:
    """A clause behind a colon is a list under what stands before it: "The New England office gave its own sheet: …"."""
    if not start or tokens[start - 1].lower != ":":
        return start
    return max([i + 1 for i in range(start - 1) if tokens[i].lower in (".", ";", "!", "?")], default=0)


def scope_of(tokens: Sequence[Token], at: int, focus: frozenset[str], vocabulary: Vocabulary) -> Facet | None:
    """The part that the figure covers: "in Vermont", "the Omaha Division", "of those"; None is the whole.

    A place or an actor that the story as a whole is about (`focus`) is no part of it.
    """
    start, end = clause_bounds(tokens, at)
    if any(t.lower in vocabulary.cues.whole for t in tokens[start:end]):
        return None
    return (
        _owner_before(tokens, at, focus)
        or _named_part(tokens, start, at, focus, vocabulary)
        or _place_after(tokens, at, end, focus)
        or _place_before(tokens, start, focus)
        or _other_subject(tokens, start, at, focus, vocabulary)
    )


def _owner_before(tokens: Sequence[Token], at: int, focus: frozenset[str]) -> Facet | None:
    """ "more than Wall Street's $1.29", "Brazil's 12,000": the figure is somebody else's."""
    token = tokens[at - 1]
    if not at or not token.lower.endswith("'s") or not token.text[0].isupper() or token.lower[:-2] in focus | _WEEKDAYS:
        return None
    return _facet(_names_ending(tokens, at - 1) or (token,))


def _place_before(tokens: Sequence[Token], start: int, focus: frozenset[str]) -> Facet | None:
    """The place that opens the clause ("In Ohio, agents seized …"), or that its "where" points back to."""
    if tokens[start].lower == "in" and start + 1 < len(tokens) and tokens[start + 1].tag is Tag.NAME:
        names = _names_from(tokens, start + 1, len(tokens))
    else:
        where = next((i for i in (start, start - 1) if i > 1 and tokens[i].lower == "where"), None)
        if where is None:
            return None
        last = where - 2 if tokens[where - 1].tag is Tag.COMMA else where - 1
        names = _names_ending(tokens, last)
    return _facet(names) if names and not any(n.lower in focus for n in names) else None


def _other_subject(
    tokens: Sequence[Token], start: int, at: int, focus: frozenset[str], vocabulary: Vocabulary
) -> Facet | None:
    """A proper name that is the clause's subject and does not carry the story: "Renfrewshire voted by
    62,067", "Japan got a teaspoon". Who only speaks is no subject of the figure."""
    index = start
    while index < at and tokens[index].tag in (Tag.DETERMINER, Tag.COMMA, Tag.ADVERB, Tag.CONJUNCTION):
        index += 1
    names = _names_from(tokens, index, at)
    end = index + len(names)
    if not names or end >= at or tokens[end].tag is not Tag.VERB or tokens[end].lemma in vocabulary.grammar.speech:
        return None
    return None if any(n.lower.removesuffix("'s") in focus for n in names) else _facet(names)


def _named_part(
    tokens: Sequence[Token], start: int, at: int, focus: frozenset[str], vocabulary: Vocabulary
) -> Facet | None:
    """A subject such as "DEA Omaha Division investigators", "the New England office", "New England alone"."""
    start = _with_introduction(tokens, start)
    for index in range(at - 1, start, -1):
        token = tokens[index]
        names = _names_ending(tokens, index - 1)
        if not names or names[-1].tag is not Tag.NAME:
            continue
        if token.lower == "alone":
            return _facet(names)
        own = [n for n in names if n.lower.removesuffix("'s") not in focus]
        if token.lemma in vocabulary.cues.part_nouns and own:
            return _facet((*own, token))
        if token.lemma in vocabulary.cues.place_nouns and len(own) == len(names):
            return _facet((*own, token))
    return None


def _names_ending(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    start = at
    while start >= 0 and tokens[start].text[:1].isupper() and at - start < 4:
        start -= 1
    return tuple(tokens[start + 1 : at + 1])


def _place_after(tokens: Sequence[Token], at: int, end: int, focus: frozenset[str]) -> Facet | None:
    for index in range(at + 1, min(end, at + 9)):
        token = tokens[index]
        if token.tag is Tag.FIGURE:
            return None
        if token.lower == "in" and index + 1 < end and tokens[index + 1].tag is Tag.NAME:
            names = _names_from(tokens, index + 1, end)
            after = index + 1 + len(names)
            modifies = after < len(tokens) and tokens[after].tag is Tag.WORD
            return None if modifies or any(n.lower in focus for n in names) else _facet(names)
    return None


def _names_from(tokens: Sequence[Token], start: int, end: int) -> tuple[Token, ...]:
    at = start
    while at < end and tokens[at].tag is Tag.NAME:
        at += 1
    return tuple(tokens[start:at])


def _facet(words: Sequence[Token]) -> Facet:
    label = " ".join(t.text for t in words)
    return Facet(key=label.lower(), label=label, span=Span(words[0].span.start, words[-1].span.end))


def period_of(
    sentence: Sentence, tokens: Sequence[Token], at: int, published: date | None, vocabulary: Vocabulary
) -> Facet | None:
    """The time that the figure's clause names for it; None when it names none.

    A time belongs to the nearest figure: one with another figure between counts only when it opens the clause ("In 2022,
    …"). When things were made or sold ("made between 2011 and 2014") is no time of the count.
    """
    start, end = clause_bounds(tokens, at)
    start = _with_introduction(tokens, start)
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
    if any(t.tag is Tag.FIGURE for t in between) and not all(t.tag in _LISTED for t in between):
        return span.start < min(t.span.start for t in tokens[start : at + 1] if t.tag is Tag.FIGURE)
    after = span.start > tokens[at].span.start
    return not (after and any(t.lemma in vocabulary.cues.origin_verbs for t in between))


def status_of(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[Status, Token | None]:
    """How sure the article says the figure is, and the word that shows it."""
    start, end = clause_bounds(tokens, at)
    high = min([i for i in range(at + 1, end) if tokens[i].tag in (Tag.FIGURE, Tag.COMMA)], default=end)
    for token in (*_ruling(tokens, start, at), *tokens[at + 1 : min(high, at + _STATUS_REACH)]):
        standing = vocabulary.cues.status.get(token.lower) or vocabulary.cues.status.get(token.lemma)
        if standing is not None:
            return Status(standing), token
    for index in range(max(start, at - _STATUS_REACH), at - 1):
        if tokens[index].lower in ("is", "are") and tokens[index + 1].lower == "to":
            return Status.PROJECTED, tokens[index + 1]
    return Status.CONFIRMED, None


def _ruling(tokens: Sequence[Token], start: int, at: int) -> list[Token]:
    """The words before a figure that may say of what standing it is, nearest first: those close by, and those of the
    verb and subject that rule it ("The consensus had been $1.27 a share on revenue of $88.9 billion")."""
    found: list[Token] = []
    verbs = 0
    for index in range(at - 1, start - 1, -1):
        token = tokens[index]
        verbs += token.tag is Tag.VERB
        if verbs > 1 or (verbs and token.tag is Tag.COMMA) or token.lower == "and" and at - index > _STATUS_REACH:
            break
        found.append(token)
    return found


def attribution_of(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Facet | None:
    """Who gives the figure, when the sentence names a claimant: the subject of a verb of speech, or "police put it at"."""
    sentence_start = max([i + 1 for i in range(at) if tokens[i].lower in (".", "!", "?", ";")], default=0)
    for index in range(at - 1, sentence_start - 1, -1):
        if tokens[index].lemma in vocabulary.grammar.speech and tokens[index].tag in (Tag.VERB, Tag.PARTICIPLE):
            who = _speaker(tokens, index, sentence_start, vocabulary) or _inverted_speaker(
                tokens, index, at, vocabulary
            )
            if who is not None:
                return who
    for index in range(sentence_start, len(tokens) - 1):
        if (
            tokens[index].lower in ("to", "by")
            and index
            and tokens[index - 1].lower in ("according", "said", "estimated")
        ):
            names = _names_from(tokens, index + 1, len(tokens))
            if names:
                return _facet(names)
    start, end = clause_bounds(tokens, at)
    return _own_count(tokens, start, at, vocabulary) or _own_count(tokens, at + 1, end, vocabulary)


def _own_count(tokens: Sequence[Token], start: int, at: int, vocabulary: Vocabulary) -> Facet | None:
    """Whose count it is: "the Met's number was", "by police estimates", "The Guardian's look at pictures suggested"."""
    for index in range(start, min(at, len(tokens) - 1)):
        token, after = tokens[index], tokens[index + 1]
        owner = token.lower.endswith("'s") and token.text[0].isupper() and token.tag is not Tag.CALENDAR
        if owner and not tokens[index].lower[:-2] in _WEEKDAYS and after.lemma in _COUNTS:
            return Facet(key=token.lemma, label=token.text[:-2], span=token.span)
        if token.lemma in vocabulary.cues.claimants and after.lemma in _COUNTS:
            return _claimant(token)
    return None


def _claimant(token: Token) -> Facet:
    return Facet(key=token.lemma, label=token.text, span=token.span)


def _inverted_speaker(tokens: Sequence[Token], verb: int, at: int, vocabulary: Vocabulary) -> Facet | None:
    """ "Not so, said the Metropolitan Police: it was …"."""
    index = verb + 1
    while index < at and tokens[index].tag is Tag.DETERMINER:
        index += 1
    names = _names_from(tokens, index, at)
    if names:
        return Facet(key=names[-1].lemma, label=" ".join(n.text for n in names), span=names[-1].span)
    return _claimant(tokens[index]) if index < at and tokens[index].lemma in vocabulary.cues.claimants else None


def _speaker(tokens: Sequence[Token], verb: int, start: int, vocabulary: Vocabulary) -> Facet | None:
    for index in range(verb - 1, max(verb - 8, start) - 1, -1):
        token = tokens[index]
        if token.tag is Tag.STOP:
            return None
        if token.lower in _OFFICIAL:
            return None
        if token.lemma in vocabulary.cues.claimants:
            return _claimant(token)
        if token.text[0].isupper() and token.tag is Tag.NAME:
            names = _names_ending(tokens, index)
            return Facet(key=names[-1].lemma, label=" ".join(n.text for n in names), span=names[-1].span)
    return None
