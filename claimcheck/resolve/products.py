"""Nouns that stand for a product named beside them: "iPad sales eased to 9.7 million units" counts iPads."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.phrases import noun_phrase
from claimcheck.resolve.reading import Reading


def product_of(reading: Reading, label: Sequence[Token], vocabulary: Vocabulary) -> tuple[Token, ...]:
    """The words that name the product when the figure's noun is a filler: its own modifiers, what stands after its
    "of", the subject ("iPad sales"), the label of the list item; empty when none does.
    """
    grammar = vocabulary.grammar
    if not reading.noun or reading.noun[-1].lemma not in grammar.fillers:
        return ()
    for words in (reading.noun[:-1], reading.complement, reading.subject, tuple(label)):
        named = tuple(t for t in words if _names(t, vocabulary))
        if named and (named[-1].tag is Tag.NAME or any(c.isupper() for c in named[-1].text[1:]) or words is label):
            return named
        if named and words is reading.complement:
            return named
    return ()


def _names(token: Token, vocabulary: Vocabulary) -> bool:
    grammar = vocabulary.grammar
    carriers = grammar.weak_modifiers | grammar.generic_nouns | grammar.fillers
    return token.tag in (Tag.WORD, Tag.NAME) and token.lemma not in carriers | vocabulary.noun_actions.keys()


def products_told(tokens: Sequence[Token], vocabulary: Vocabulary) -> dict[str, tuple[Token, ...]]:
    """The things that a sentence without their number says something is done with, by the deed: "Gree recalled
    dehumidifiers", so that "1,560,000 units" recalled in the next sentence are these.
    """
    found: dict[str, tuple[Token, ...]] = {}
    for index, token in enumerate(tokens):
        if token.tag not in (Tag.VERB, Tag.PARTICIPLE):
            continue
        action = vocabulary.verb_actions.get(token.lemma)
        if action is None:
            continue
        at = index + 1
        while at < len(tokens) and tokens[at].tag in (Tag.DETERMINER, Tag.ADVERB, Tag.FIGURE, Tag.PARTICIPLE):
            at += 1
        phrase, _ = noun_phrase(tokens, at)
        if phrase and phrase[-1].lemma != phrase[-1].lower and phrase[-1].lemma not in vocabulary.grammar.fillers:
            found[action] = phrase
    return found
