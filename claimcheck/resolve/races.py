"""Two rivals and what each had: "Smith led Jones 51.2% to 47.9%", "beat Jones, 1,204,551 votes to 1,102,330"."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.vocabulary import Grammar

_BETWEEN = 4
_BEFORE = frozenset({Tag.ADVERB, Tag.DETERMINER, Tag.COMMA, Tag.PREPOSITION})
_VERBAL = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.WORD})
_BEFORE_VERB = frozenset({Tag.AUXILIARY, Tag.ADVERB})
_WHAT = frozenset({Tag.WORD, Tag.DETERMINER, Tag.PREPOSITION})


def rival_at(tokens: Sequence[Token], at: int, grammar: Grammar) -> int | None:
    """Where the one of two rivals ends whose figure this is: the first figure is the winner's, the second the loser's.
    None for a figure that is not one of such a pair.
    """
    first = set_against(tokens, at)
    second = first is not None
    if second and tokens[at + 1 : at + 2] and tokens[at + 1].lower == "for":
        last = at + 1
        while last + 1 < len(tokens) and tokens[last + 1].tag is Tag.NAME:
            last += 1
        if last > at + 1:
            return last  # "2,310 delegates to 1,542 for Sanders"
    if first is None:
        if not any(set_against(tokens, i) == at for i in range(at + 2, min(len(tokens), at + 2 + _BETWEEN))):
            return None
        first = at
    last = first - 1
    while last > 0 and tokens[last].tag in _BEFORE:
        last -= 1
    verb = last
    while verb > 0 and tokens[verb].tag in (Tag.NAME, Tag.DETERMINER):
        verb -= 1
    named = tokens[last].tag is Tag.NAME and 0 < verb < last
    if not named or tokens[verb].tag not in _VERBAL or tokens[verb].lemma not in grammar.besting:
        return None
    if second:
        return last
    verb -= 1
    while verb > 0 and tokens[verb].tag in _BEFORE_VERB:
        verb -= 1
    return verb


def set_against(tokens: Sequence[Token], at: int) -> int | None:
    """The figure that this one is set against by "to": "51.2% of the vote to 47.9%"; None where there is none, as in
    "from 51.2% to 47.9%".
    """
    if at < 2 or tokens[at].tag is not Tag.FIGURE or tokens[at - 1].lower != "to":
        return None
    first = at - 2
    while first > 0 and at - first <= _BETWEEN and tokens[first].tag in _WHAT:
        first -= 1
    apart = tokens[first].lower.startswith("from ") or (first > 0 and tokens[first - 1].lower == "from")
    return first if tokens[first].tag is Tag.FIGURE and not apart else None
