"""Shares of a vote that only say who has them: "Macron had 24 percent, and Le Pen 21.3 percent"."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Aspect
from claimcheck.model.quantity import Dimension
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.ellipsis import Told
from claimcheck.resolve.holders import holder_of
from claimcheck.resolve.special import Special

VOTE = "vote"
_OF_VOTES = frozenset({"vote", "elect", "count"})


def vote_share(
    tokens: Sequence[Token], at: int, dimension: Dimension, aspect: Aspect, told: Told, vocabulary: Vocabulary
) -> Special | None:
    """The vote, where a share without a noun is what somebody has of the one that the article or its sentence tells
    of; None for any other figure.
    """
    bare = dimension is Dimension.PROPORTION and aspect is not Aspect.CHANGE
    if not bare or not (tells_vote(tokens, vocabulary) or not _OF_VOTES.isdisjoint((told.topic, told.theme))):
        return None
    held = holder_of(tokens, at, (), None, vocabulary) is not None
    return Special(entity=VOTE, action=VOTE, why="who has it, in a story of a vote") if held else None


def tells_vote(tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a sentence names a vote or an election."""
    actions = {vocabulary.noun_actions.get(t.lemma) for t in tokens if t.tag is Tag.WORD}
    return not _OF_VOTES.isdisjoint(actions)
