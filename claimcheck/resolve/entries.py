"""Entries of fact boxes, whose figure stands before its name: "4,500: homes destroyed"."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token

_MARKS = frozenset({":", "—", "–", "-"})
_LONGEST = 14


def name_first(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens of an entry as if its name stood before the figure ("homes destroyed: 4,500"); those of any other
    sentence as they are. Places in the article stay what they are.
    """
    opening, rest = tokens[:2], tokens[2:]
    if len(opening) < 2 or opening[0].tag is not Tag.FIGURE or opening[1].lower not in _MARKS:
        return tuple(tokens)
    name = rest[:-1] if rest and rest[-1].tag is Tag.STOP else rest
    if not 0 < len(name) <= _LONGEST or any(t.tag in (Tag.FIGURE, Tag.STOP) or t.lower == ":" for t in name):
        return tuple(tokens)
    colon = opening[1] if opening[1].lower == ":" else _as_colon(opening[1])
    return (*name, colon, opening[0], *rest[len(name) :])


def _as_colon(mark: Token) -> Token:
    return Token(text=":", lower=":", lemma=":", tag=mark.tag, span=mark.span)
