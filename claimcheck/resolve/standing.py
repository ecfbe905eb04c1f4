"""Words that tell of a figure's standing elsewhere and here only name what is counted, or somebody."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.vocabulary import Vocabulary

_NOUN_REACH = 4
_NOMINAL = frozenset({Tag.WORD, Tag.NAME})
_DOING = frozenset({Tag.VERB, Tag.PARTICIPLE})


def names_thing(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> bool:
    """Whether the word at `index` says nothing of how sure a figure is: it is counted itself ("23 goals in 31 games"),
    stands inside the name of a thing ("the minimum wage", "likely voters"), or is a name ("at Walmart and Target").
    """
    token = tokens[index]
    if token.tag not in _NOMINAL or " " in token.lower:
        return False
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is not None and f"{token.lower} {behind.lemma}" in vocabulary.entities:
        return True
    if index and f"{tokens[index - 1].lemma} {token.lemma}" in vocabulary.entities:
        return True  # "market cap"
    return _is_counted(tokens, index, vocabulary) or _is_name(tokens, index, vocabulary)


def _is_counted(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a plural, or a noun after "one", has a figure before it that counts it."""
    token = tokens[index]
    plural = token.lemma != token.lower and token.lower not in vocabulary.cues.status
    at = index - 1
    while at >= 0 and index - at < _NOUN_REACH and tokens[at].tag in _NOMINAL | {Tag.ADVERB}:
        at -= 1
    figure = at >= 0 and tokens[at].tag is Tag.FIGURE
    return figure and (plural or (at == index - 1 and tokens[at].lower in ("one", "1")))


def _is_name(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a capital makes a name of a plain noun, in a sentence whose verbs have none."""
    token = tokens[index]
    if token.tag is not Tag.NAME or token.text.isupper() or token.lemma not in vocabulary.grammar.generic_nouns:
        return False
    return any(t.text[0].islower() for t in tokens if t.tag in _DOING)
