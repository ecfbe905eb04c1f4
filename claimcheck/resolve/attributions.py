"""On whose word a figure stands, where the sentence names a claimant."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.clauses import WEEKDAYS, clause_bounds, facet, names_ending, names_from


def attribution_of(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Facet | None:
    """Who gives the figure, when the sentence names one: the subject of a verb of speech ("police put it at")."""
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
            names = names_from(tokens, index + 1, len(tokens))
            if names:
                return facet(names)
    start, end = clause_bounds(tokens, at)
    return _own_count(tokens, start, at, vocabulary) or _own_count(tokens, at + 1, end, vocabulary)


def _own_count(tokens: Sequence[Token], start: int, at: int, vocabulary: Vocabulary) -> Facet | None:
    """Whose count it is: "the Met's number was", "by police estimates", "The Guardian's look at pictures suggested"."""
    for index in range(start, min(at, len(tokens) - 1)):
        token, after = tokens[index], tokens[index + 1]
        owner = token.lower.endswith("'s") and token.text[0].isupper() and token.tag is not Tag.CALENDAR
        if owner and tokens[index].lower[:-2] not in WEEKDAYS and after.lemma in vocabulary.cues.counts:
            return Facet(key=token.lemma, label=token.text[:-2], span=token.span)
        if token.lemma in vocabulary.cues.claimants and after.lemma in vocabulary.cues.counts:
            return _claimant(token)
    return None


def _claimant(token: Token) -> Facet:
    return Facet(key=token.lemma, label=token.text, span=token.span)


def _inverted_speaker(tokens: Sequence[Token], verb: int, at: int, vocabulary: Vocabulary) -> Facet | None:
    """As in "Not so, said the Metropolitan Police: it was …"."""
    index = verb + 1
    while index < at and tokens[index].tag is Tag.DETERMINER:
        index += 1
    names = names_from(tokens, index, at)
    if names:
        return Facet(key=names[-1].lemma, label=" ".join(n.text for n in names), span=names[-1].span)
    return _claimant(tokens[index]) if index < at and tokens[index].lemma in vocabulary.cues.claimants else None


def _speaker(tokens: Sequence[Token], verb: int, start: int, vocabulary: Vocabulary) -> Facet | None:
    for index in range(verb - 1, max(verb - 8, start) - 1, -1):
        token = tokens[index]
        if token.tag is Tag.STOP:
            return None
        if token.lower in vocabulary.cues.officials:
            return None
        if token.lemma in vocabulary.cues.claimants:
            return _claimant(token)
        if token.text[0].isupper() and token.tag is Tag.NAME:
            names = names_ending(tokens, index)
            return Facet(key=names[-1].lemma, label=" ".join(n.text for n in names), span=names[-1].span)
    return None
