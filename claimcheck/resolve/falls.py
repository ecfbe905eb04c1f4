"""How far a body fell: "the car dropped 150ft into a ravine" is a height, "the river fell 2 metres" a change."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.quantity import Dimension
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.entities import PERSON, canonical_entity, lemma_of
from claimcheck.resolve.subjects import clause_subject

HEIGHT = "height"
_LANDING = frozenset({"into", "onto", "off"})
_SOMEBODY = frozenset({"he", "she", "who"})
_OWN = frozenset({"his", "her", "their"})


def falls(tokens: Sequence[Token], at: int, dimension: Dimension, vocabulary: Vocabulary) -> bool:
    """Whether a length tells how far somebody or something fell, by what fell or by where it came down."""
    verb = at - 1
    while verb > 0 and tokens[verb].tag in (Tag.ADVERB, Tag.DETERMINER):
        verb -= 1
    if dimension is not Dimension.LENGTH or verb < 0 or tokens[verb].lemma not in vocabulary.grammar.dropping:
        return False
    somebody = verb > 0 and tokens[verb - 1].lower in _SOMEBODY
    return (
        somebody
        or _lands(tokens, at, vocabulary)
        or _is_body(clause_subject(tokens, verb, vocabulary.grammar), vocabulary)
    )


def _lands(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the words behind a length say where something came down: "into a gorge", "to the ground", "to her death";
    not "fell 2 metres to 3.5 metres".
    """
    behind = tokens[at + 1 : at + 4]
    if len(behind) < len(("into", "gorge")):
        return False
    if behind[0].lower in _LANDING:
        return behind[1].tag is not Tag.FIGURE
    owned = behind[1].tag is Tag.DETERMINER or behind[1].lower in _OWN
    ground = owned and any(t.lemma in vocabulary.grammar.grounds for t in behind[2:])
    return behind[0].lower in ("to", "on") and ground


def _is_body(subject: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether somebody, or a thing such as a car, is what fell."""
    if not subject:
        return False
    entity, _ = canonical_entity([lemma_of(t) for t in subject], vocabulary)
    person = entity == PERSON or vocabulary.entity_kinds.get(entity or "") == PERSON
    return person or subject[-1].lemma in vocabulary.grammar.bodies
