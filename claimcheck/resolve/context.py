"""The words around a figure with how near they stand: what grammar does not read still tells what a figure is about."""

from collections.abc import Iterable, Iterator, Sequence
from math import exp

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.vocabulary import Vocabulary

_TELLING = frozenset({Tag.WORD, Tag.NAME, Tag.VERB, Tag.PARTICIPLE})
_BORDERS = frozenset({Tag.COMMA, Tag.STOP, Tag.FIGURE})
_WORD_STEP, _SMALL_STEP, _BORDER_STEP = 1.0, 0.5, 3.0
_DECAY = 6.0
_BEFORE, _BEFORE_PRONOUN = 0.12, 0.5
_OPENING = 2
_BACKWARD = frozenset({"it", "they", "he", "she", "this", "these", "those", "them", "its", "their", "both", "there"})

Context = tuple[tuple[str, float], ...]


def context_of(tokens: Sequence[Token], at: int, before: Sequence[Token], vocabulary: Vocabulary) -> Context:
    """Canonical words around `tokens[at]`, each with its nearness between 0 and 1, sorted by word.

    Nearness falls with every word between, and faster over commas and other figures, because in a list each figure has
    words of its own. The sentence `before` counts a little, and more where this one opens with a pronoun.
    """
    found: dict[str, float] = {}
    for side in (reversed(tokens[:at]), iter(tokens[at + 1 :])):
        for word, nearness in _along(side, vocabulary):
            found[word] = max(found.get(word, 0.0), nearness)
    leans = any(t.lower in _BACKWARD for t in tokens[:_OPENING])
    weight = _BEFORE_PRONOUN if leans else _BEFORE
    for token in before:
        if token.tag in _TELLING:
            word = canonical(token, vocabulary)
            found[word] = max(found.get(word, 0.0), weight)
    return tuple(sorted(found.items()))


def canonical(token: Token, vocabulary: Vocabulary) -> str:
    """The action or entity that a word stands for ("fatalities" kill, "guns" firearm), or else its lemma."""
    action = (
        vocabulary.verb_actions.get(token.lemma)
        or vocabulary.noun_actions.get(token.lemma)
        or vocabulary.state_actions.get(token.lower)
    )
    return action or vocabulary.entities.get(token.lemma, token.lemma)


def _along(tokens: Iterable[Token], vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    distance = 0.0
    for token in tokens:
        if token.tag in _BORDERS:
            distance += _BORDER_STEP
        elif token.tag in _TELLING:
            yield canonical(token, vocabulary), round(exp(-distance / _DECAY), 4)
            distance += _WORD_STEP
        else:
            distance += _SMALL_STEP
