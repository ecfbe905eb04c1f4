"""What was done with the counted thing: the ruling verb, state or phrase around a figure, as an action of the packs."""

from collections.abc import Iterable, Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.reading import Reading

_PHRASE_REACH = 14


def action_of(
    tokens: Sequence[Token], at: int, reading: Reading, vocabulary: Vocabulary
) -> tuple[str | None, Token | None]:
    """The action's id (or an unknown verb's lemma) and the word it came from; (None, None) when nothing was done.

    Order of trust: a state or phrase beside the noun ("dead", "into custody"), a known verb whose subject the noun is,
    a noun of action in the complement ("incidents of overheating"), a known verb before it, then verbs no pack knows.
    """
    for found in (
        _phrase_after(tokens, at, vocabulary),
        _first(reading.after, vocabulary),
        _noun_action(reading, vocabulary),
        _first(_governing(reading, vocabulary), vocabulary),
        _unknown(reading.after, vocabulary),
        _unknown(reading.before[:1], vocabulary),
    ):
        if found[0] is not None:
            return found
    return None, None


def _governing(reading: Reading, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """Verbs to the left up to the first that says something: beyond it another clause begins."""
    kept: list[Token] = []
    for token in reading.before:
        kept.append(token)
        if token.tag is Tag.VERB and token.lemma not in vocabulary.grammar.empty:
            break
    return tuple(kept)


def _first(verbs: Iterable[Token], vocabulary: Vocabulary) -> tuple[str | None, Token | None]:
    for token in verbs:
        action = vocabulary.verb_actions.get(token.lemma) or vocabulary.state_actions.get(token.lower)
        if action is not None:
            return action, token
    return None, None


def _unknown(verbs: Iterable[Token], vocabulary: Vocabulary) -> tuple[str | None, Token | None]:
    for token in verbs:
        if token.lemma not in vocabulary.grammar.empty and token.lemma not in vocabulary.grammar.linking:
            return token.lemma, token
    return None, None


def _noun_action(reading: Reading, vocabulary: Vocabulary) -> tuple[str | None, Token | None]:
    for token in (*reversed(reading.noun), *reading.complement):
        action = vocabulary.noun_actions.get(token.lemma) or vocabulary.noun_actions.get(token.lower)
        if action is not None:
            return action, token
    return None, None


def _phrase_after(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[str | None, Token | None]:
    """A state or fixed phrase in the figure's own stretch: "12 people dead", "617 persons into custody"."""
    window: list[Token] = []
    for token in tokens[at + 1 : at + 1 + _PHRASE_REACH]:
        if token.tag in (Tag.FIGURE, Tag.STOP):
            break
        window.append(token)
    for token in window[:5]:
        action = vocabulary.state_actions.get(token.lower)
        if action is not None:
            return action, token
        if token.tag in (Tag.VERB, Tag.COMMA, Tag.CONJUNCTION):
            break
    words = " ".join(t.lower for t in window)
    padded = f" {words} "
    for phrase, action in vocabulary.phrase_actions.items():
        if f" {phrase} " in padded:
            return action, window[len(padded[: padded.index(f" {phrase} ")].split())]
    return None, None
