"""Which way words of change go: "growth", "fell", "up"."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Direction
from claimcheck.model.vocabulary import Grammar


def way_of(words: Sequence[Token], grammar: Grammar) -> Direction | None:
    """Which way the first of the words goes that tells of a movement; None where none does."""
    for token in words:
        if token.tag is Tag.WORD and f"{token.lemma}ion" in grammar.falling:
            continue  # "a contract": what contracts is a contraction
        if token.lemma in grammar.falling or token.lower in grammar.falling:
            return Direction.DOWN
        if token.lemma in grammar.rising or token.lower in grammar.rising:
            return Direction.UP
    return None


def way_of_noun(words: Sequence[Token], grammar: Grammar) -> Direction | None:
    """Which way the last word says that something moved, if it is no part of the name of a thing: "storm surge"."""
    standing = " ".join(t.lemma for t in words[-2:]) in grammar.standing
    return None if standing else way_of(words[-1:], grammar)
