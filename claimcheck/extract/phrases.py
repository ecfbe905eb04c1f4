"""Finding the longest phrase of a table that begins, or ends, at a token."""

from typing import TypeVar

from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Phrases

T = TypeVar("T")


def ahead(table: Phrases[T], t: Tokens, i: int) -> tuple[T, int] | None:
    """The meaning of the longest phrase that begins at token `i`, and the token after it."""
    entries = table.get(t.low[i])
    if entries is None:
        return None
    low = t.low
    for words, meaning in entries:
        size = len(words)
        if size == 1 or (low[i + 1] == words[1] and tuple(low[i : i + size]) == words):
            return meaning, i + size
    return None


def behind(table: Phrases[T], t: Tokens, end: int, floor: int) -> tuple[T, int] | None:
    """The meaning of the longest phrase that ends just before token `end`, and its first token, not before `floor`."""
    if end <= floor:
        return None
    entries = table.get(t.low[end - 1])
    if entries is None:
        return None
    low = t.low
    for words, meaning in entries:
        first = end - len(words)
        if first >= floor and (len(words) == 1 or (low[first] == words[0] and tuple(low[first:end]) == words)):
            return meaning, first
    return None
