"""Figures that somebody looked for before they were told, and results set beside them."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Direction
from claimcheck.model.vocabulary import Vocabulary

_REACH = 9
_ENDS = frozenset({Tag.FIGURE, Tag.COMMA, Tag.STOP, Tag.PREPOSITION, Tag.CONJUNCTION})
_LOOKING = frozenset({Tag.NAME, Tag.PRONOUN, Tag.DETERMINER, Tag.WORD})
_BESIDE = frozenset({"vs", "versus", "against", "than", "above", "below", "over", "under", "compared"})
_LABELS = frozenset({"estimate", "estimates", "est", "consensus", "forecast"})
_OPENING = frozenset({",", ";", "(", "|", "/"})
_COUNTERS = frozenset({"police", "organiser", "organizer", "official"})
_UNDER = frozenset({"miss", "trail", "lag", "undershoot"})


def expecting(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """The verb of a clause that says who looked for the figure: "the $11.9 billion that analysts had forecast", "the 4
    million it had guided for", "the profit of €37m that it had predicted"; empty for any other figure.
    """
    named = at > 1 and tokens[at - 1].lower == "of" and tokens[at + 1 : at + 2] and tokens[at + 1].tag is Tag.RELATIVE
    if not at or not (tokens[at - 1].tag is Tag.DETERMINER or named):
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


def estimate_beside(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """The noun by which a figure is what analysts looked for, where a result is set beside it: "vs. $14.61 billion
    estimates", "missed the average estimate of $14.61 billion"; empty for any other figure.
    """
    first = at
    if tokens[at + 1 : at + 2] and tokens[at + 1].lemma == "estimate":
        noun = tokens[at + 1]
    elif at > 1 and tokens[at - 1].lower in ("of", "for") and tokens[at - 2].lemma == "estimate":
        noun, first = tokens[at - 2], at - 2
    elif _labels(tokens, at):
        return (tokens[at - 1],)
    else:
        return ()
    for token in reversed(tokens[max(0, first - _REACH) : first]):
        if token.lower in _BESIDE or token.lemma in vocabulary.grammar.outdoing:
            return (noun,)
        if token.tag in (Tag.FIGURE, Tag.STOP, Tag.COMMA) or token.lemma in _COUNTERS:
            return ()
    return ()


def _labels(tokens: Sequence[Token], at: int) -> bool:
    """As in "EPS: $0.39, estimate $0.73", "$26 billion (consensus $25.84 billion)", "revenue was $26 billion; the
    estimate was $25.84 billion".
    """
    noun = at - 1
    while noun > 0 and (tokens[noun].tag in (Tag.AUXILIARY, Tag.STOP) or tokens[noun].lower == "of"):
        noun -= 1
    opened = noun - 1
    while opened > 0 and tokens[opened].tag is Tag.DETERMINER:
        opened -= 1
    if opened <= 0 or tokens[noun].lower not in _LABELS or tokens[opened].lower not in _OPENING:
        return False
    return any(t.tag is Tag.FIGURE for t in tokens[max(0, opened - _REACH) : opened])


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
