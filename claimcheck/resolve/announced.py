"""Figures that are told as what will be: no plan any more, and not done yet."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.clauses import clause_bounds

_REACH = 7
_LONGEST = 3


def is_announced(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """As in "will cut 9,000 jobs", "is to cost $2 billion", "12,000 employees are to go", "is axing 15,000 posts"."""
    start, end = clause_bounds(tokens, at)
    behind = range(at + 1, min(end, at + _REACH))
    return any(_says_so(tokens, index, vocabulary) for index in (*range(start, at), *behind))


def _says_so(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> bool:
    words = [token.lower for token in tokens[index : index + _LONGEST]]
    if any(" ".join(words[: n + 1]) in vocabulary.cues.announcing for n in range(len(words))):
        return True
    going_on = words[0] in ("is", "are", "'s") and len(words) > 1 and words[1].endswith("ing")
    return going_on and tokens[index + 1].tag in (Tag.VERB, Tag.PARTICIPLE)
