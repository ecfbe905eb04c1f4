"""By how much a vote or a match was won: "he was beaten by 0.4 per cent", "she won by just 0.4 percentage points"."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.vocabulary import Grammar

LEAD = "lead"
_BESIDE = frozenset({Tag.ADVERB, Tag.COMMA, Tag.DETERMINER})
_HALF = 50


def is_margin(tokens: Sequence[Token], at: int, quantity: Quantity, grammar: Grammar) -> bool:
    """Whether a share behind "by" tells how far apart two were whose contest a verb tells; "won by 53 percent to 46" is
    what each had, and what loses by a share with an object before it changed ("lost revenue by 12 percent").
    """
    if quantity.unit.dimension not in (Dimension.PROPORTION, Dimension.POINTS):
        return False
    if quantity.value is None or abs(quantity.value) >= _HALF:
        return False
    by = at - 1
    while by > 0 and tokens[by].tag in _BESIDE:
        by -= 1
    if by < 1 or tokens[by].lower != "by" or (at + 1 < len(tokens) and tokens[at + 1].lower == "to"):
        return False
    verb = by - 1
    while verb > 0 and tokens[verb].tag in (Tag.NAME, Tag.COMMA, Tag.ADVERB):
        verb -= 1
    return tokens[verb].tag in (Tag.VERB, Tag.PARTICIPLE) and tokens[verb].lemma in grammar.contesting
