"""Figures that somebody looked for before they were told, and results set beside them."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Direction
from claimcheck.model.vocabulary import Vocabulary

_REACH = 9
_ENDS = frozenset({Tag.FIGURE, Tag.COMMA, Tag.STOP, Tag.PREPOSITION, Tag.CONJUNCTION})
_LOOKING = frozenset({Tag.NAME, Tag.PRONOUN, Tag.DETERMINER, Tag.WORD})
_UNDER = frozenset({"miss", "trail", "lag", "undershoot"})


def expecting(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """The verb of a clause that says who looked for the figure: "the $11.9 billion that analysts had forecast", "the 4
    million it had guided for"; empty for any other figure.
    """
    if not at or tokens[at - 1].tag is not Tag.DETERMINER:
        return ()
    subject = False
    for token in tokens[at + 1 : at + _REACH]:
        if token.tag in _ENDS:
            return ()
        if token.tag in (Tag.VERB, Tag.PARTICIPLE):
            told = vocabulary.cues.status
            return (token,) if subject and (token.lower in told or token.lemma in told) else ()
        subject = subject or token.tag in _LOOKING
    return ()


def outdone_by(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[int, Direction] | None:
    """Where the verb stands that sets a result beside what was looked for, and on which side of it the result is, for a
    figure that says how far off it was: "beat forecasts by 12 cents", "missed estimates by $200 million".
    """
    if at < 1 or tokens[at - 1].lower != "by":
        return None
    for index in range(at - 2, max(-1, at - _REACH), -1):
        token = tokens[index]
        if token.lemma in vocabulary.grammar.outdoing and token.tag in (Tag.VERB, Tag.PARTICIPLE, Tag.WORD):
            return index, Direction.DOWN if token.lemma in _UNDER else Direction.UP
        if token.tag in (Tag.FIGURE, Tag.COMMA, Tag.STOP):
            return None
    return None
