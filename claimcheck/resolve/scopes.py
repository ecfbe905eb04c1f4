"""For which part a figure holds: a place, a branch, an actor that does not carry the story; None is the whole."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet
from claimcheck.model.vocabulary import Grammar, Vocabulary
from claimcheck.resolve.clauses import WEEKDAYS, clause_bounds, facet, names_ending, names_from, with_introduction

_PRONOUNS = frozenset({"it", "they", "he", "she"})
_OPENERS = frozenset({Tag.DETERMINER, Tag.COMMA, Tag.ADVERB, Tag.CONJUNCTION, Tag.STOP, Tag.CALENDAR})


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
        or _gapped_subject(tokens, at, focus)
        or _subject_from(tokens, start, at, focus, vocabulary.grammar)
    )


def _owner_before(tokens: Sequence[Token], at: int, focus: frozenset[str]) -> Facet | None:
    """As in "more than Wall Street's $1.29", "Brazil's 12,000": the figure is somebody else's."""
    token = tokens[at - 1]
    if not at or not token.lower.endswith("'s") or not token.text[0].isupper() or token.lower[:-2] in focus | WEEKDAYS:
        return None
    return facet(names_ending(tokens, at - 1) or (token,))


def _place_before(tokens: Sequence[Token], start: int, focus: frozenset[str]) -> Facet | None:
    """The place that opens the clause ("In Ohio, agents seized …"), or that its "where" points back to."""
    if tokens[start].lower == "in" and start + 1 < len(tokens) and tokens[start + 1].tag is Tag.NAME:
        names = names_from(tokens, start + 1, len(tokens))
    else:
        where = next((i for i in (start, start - 1) if i > 1 and tokens[i].lower == "where"), None)
        if where is None:
            return None
        last = where - 2 if tokens[where - 1].tag is Tag.COMMA else where - 1
        names = names_ending(tokens, last)
    return facet(names) if names and not any(n.lower in focus for n in names) else None


def _named_part(
    tokens: Sequence[Token], start: int, at: int, focus: frozenset[str], vocabulary: Vocabulary
) -> Facet | None:
    """A subject such as "DEA Omaha Division investigators", "the New England office", "New England alone"."""
    start = with_introduction(tokens, start)
    for index in range(at - 1, start, -1):
        token = tokens[index]
        names = names_ending(tokens, index - 1)
        if not names or names[-1].tag is not Tag.NAME:
            continue
        if token.lower == "alone":
            return facet(names)
        own = [n for n in names if n.lower.removesuffix("'s") not in focus]
        if token.lemma in vocabulary.cues.part_nouns and own:
            return facet((*own, token))
        if token.lemma in vocabulary.cues.place_nouns and len(own) == len(names):
            located = _locates_event(tokens, index - len(names), vocabulary)
            return None if located else facet((*own, token))
    return None


def _locates_event(tokens: Sequence[Token], first: int, vocabulary: Vocabulary) -> bool:
    """Whether a place only says where the event itself is: "The fire in Kern and Inyo counties has burned …"."""
    at = first - 1
    while at > 0 and tokens[at].tag in (Tag.NAME, Tag.CONJUNCTION, Tag.COMMA):
        at -= 1
    return at > 0 and tokens[at].lower == "in" and tokens[at - 1].lemma in vocabulary.cues.event_nouns


def _place_after(tokens: Sequence[Token], at: int, end: int, focus: frozenset[str]) -> Facet | None:
    for index in range(at + 1, min(end, at + 9)):
        token = tokens[index]
        if token.tag is Tag.FIGURE:
            return None
        if token.lower in ("in", "for") and index + 1 < end and tokens[index + 1].tag is Tag.NAME:
            names = names_from(tokens, index + 1, end)
            after = index + 1 + len(names)
            modifies = after < len(tokens) and tokens[after].tag is Tag.WORD
            main = token.lower == "in" and any(n.lower in focus for n in names)
            return None if modifies or main else facet(names)
    return None


def subject_of(tokens: Sequence[Token], focus: frozenset[str], grammar: Grammar) -> Facet | None:
    """The actor that a sentence is about when it does not carry the story; None when it does or when none is named."""
    return _subject_from(tokens, 0, len(tokens), focus, grammar)


def pronoun_subject(tokens: Sequence[Token]) -> bool:
    """Whether a sentence goes on about the subject of the one before: it opens with "It", "They"."""
    return bool(tokens) and tokens[0].lower in _PRONOUNS


def _subject_from(
    tokens: Sequence[Token], start: int, end: int, focus: frozenset[str], grammar: Grammar
) -> Facet | None:
    """A proper name that is the clause's subject and does not carry the story: "Renfrewshire voted by 62,067", "Japan
    got a teaspoon". Who only speaks is no subject of the figure.
    """
    for verb in range(end - 1, start, -1):
        if tokens[verb].tag not in (Tag.VERB, Tag.PARTICIPLE, Tag.AUXILIARY):
            continue
        last = verb - 1
        while last > start and tokens[last].tag in (Tag.AUXILIARY, Tag.ADVERB):
            last -= 1
        first = last
        while first >= start and tokens[first].tag is Tag.NAME:
            first -= 1
        names = tokens[first + 1 : last + 1]
        if names and tokens[verb].lemma not in grammar.speech and (first < start or tokens[first].tag in _OPENERS):
            return None if any(n.lower.removesuffix("'s") in focus for n in names) else facet(names)
    return None


def _gapped_subject(tokens: Sequence[Token], at: int, focus: frozenset[str]) -> Facet | None:
    """A list that leaves its verb out: "the iPhone earned $42.6 billion, services $19.2 billion, the Mac $11.5
    billion".
    """
    first = at
    while first > 0 and tokens[first - 1].tag in (Tag.WORD, Tag.NAME):
        first -= 1
    opener = first - 1
    while opener >= 0 and tokens[opener].tag in (Tag.DETERMINER, Tag.CONJUNCTION):
        opener -= 1
    listed = opener > 0 and tokens[opener].tag is Tag.COMMA
    if first == at or not listed or not any(t.tag is Tag.FIGURE for t in tokens[: opener + 1]):
        return None
    words = tokens[first:at]
    return None if any(w.lower in focus for w in words) else facet(words)
