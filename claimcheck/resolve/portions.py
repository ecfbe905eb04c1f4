"""What the part is that a share tells of its whole: "86% of the buildings were homes", "homes made up 86% of them"."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.entities import entity_of
from claimcheck.resolve.phrases import noun_phrase
from claimcheck.resolve.rates import whole_behind
from claimcheck.resolve.subjects import clause_subject

_BEING = frozenset({"is", "are", "was", "were", "be", "been"})
_PRONOUNS = frozenset({"them", "these", "those", "which", "whom"})
_SKIPPED = frozenset({Tag.ADVERB, Tag.COMMA})
_DESCRIBING = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.ADVERB})
_COMPRISING = (
    ("make", "up"),
    ("account", "for"),
    ("constitute",),
    ("comprise",),
    ("represent",),
    ("form",),
)
_ENDS = frozenset({Tag.STOP, Tag.COMMA, Tag.CONJUNCTION})
_REACH = 4


def portion_of(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> str | None:
    """The entity of which the part consists that the share at `tokens[at]` tells, or the state that it is in where
    that keeps parts apart; None when nothing known is named.
    """
    words = _behind(tokens, at) or _before(tokens, at, vocabulary)
    if len(words) == 1 and words[0].lemma == words[0].lower and words[0].lemma in vocabulary.contrasts:
        return words[0].lemma
    entity = entity_of(words, vocabulary) if words else None
    return entity if entity in vocabulary.entities else None


def _behind(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """As in "86% of the buildings were homes", "86% of them residences", "34 percent are probable"."""
    whole, end = whole_behind(tokens, at)
    of_them = not whole and end == at + 1 and at + 2 < len(tokens) and tokens[at + 2].lower in _PRONOUNS
    end = at + 3 if of_them and tokens[at + 1].lower == "of" else end
    start = end
    while start < len(tokens) and start - end < _REACH and tokens[start].tag in _DESCRIBING:
        start += 1
    linked = start < len(tokens) and tokens[start].lower in _BEING
    if not linked and not (of_them and start == end):
        return ()
    start += linked
    while start < len(tokens) and tokens[start].tag is Tag.ADVERB:
        start += 1
    noun, stop = noun_phrase(tokens, start)
    several = bool(noun) and noun[-1].lemma != noun[-1].lower
    state = len(noun) == 1 and (stop == len(tokens) or tokens[stop].tag in _ENDS)
    return noun if several or state else ()


def _before(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """As in "homes made up 86% of the buildings"."""
    last = at
    while last > 0 and tokens[last - 1].tag in _SKIPPED:
        last -= 1
    for form in _COMPRISING:
        first = last - len(form)
        if first > 0 and all(w in (tokens[first + i].lemma, tokens[first + i].lower) for i, w in enumerate(form)):
            return clause_subject(tokens, first, vocabulary.grammar)
    return ()
