"""Levels that a figure's own sentence sets against a newer one: "up from 43", "an earlier count of 39"."""

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.quantity import Dimension
from claimcheck.model.vocabulary import Grammar, Vocabulary
from claimcheck.resolve.ellipsis import Told
from claimcheck.resolve.origins import is_origin
from claimcheck.resolve.reading import Reading

_FORMER = frozenset({"earlier", "previous", "prior", "former"})
_FORMERLY = frozenset({"earlier", "previously"})
_MARKS = frozenset({"record", "high", "low", "peak", "best", "report"})
_CORRECTING = frozenset({"revise", "upgrade", "downgrade", "change", "correct", "amend", "adjust", "update", "go"})
_SAID_BY = frozenset({"by", "in"})
_REACH = 8
_RELATIVE_REACH = 5
_BORDERS = frozenset({Tag.FIGURE, Tag.STOP, Tag.COMMA})


def is_superseded(
    tokens: Sequence[Token], at: int, dimension: Dimension, reading: Reading, told: Told, vocabulary: Vocabulary
) -> bool:
    """Whether the figure at `tokens[at]` is the level of an earlier time, and not the one that its clause is about."""
    grammar = vocabulary.grammar
    if reading.lead == "from" and not _is_left(tokens, at, reading, grammar):
        return False
    if [t.lower for t in tokens[max(0, at - 2) : at]] == ["compared", "with"] and _is_rival(tokens, at, grammar):
        return False
    moved = is_origin(tokens, at, dimension, told, vocabulary)
    return moved or _is_former(tokens, at, vocabulary) or _is_left_behind(tokens, at, grammar)


def _is_left(tokens: Sequence[Token], at: int, reading: Reading, grammar: Grammar) -> bool:
    """Whether "from" tells of a level that something left, and not where the counted come from ("208 people from five
    boats").
    """
    moving = grammar.rising | grammar.falling | grammar.transitive | _CORRECTING
    before = tokens[at - 2] if at > 1 else None
    if not reading.noun or before is None or before.lower in moving or before.lemma in moving:
        return True
    if before.tag not in (Tag.WORD, Tag.NAME):
        return not reading.before or reading.before[0].lemma in moving
    return bool(reading.before) and reading.before[0].lemma in moving


def _is_rival(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether somebody else's count of the same is told: "compared with 112 reported by the police"."""
    for index in range(at + 1, min(len(tokens) - 1, at + _RELATIVE_REACH)):
        if tokens[index].tag in _BORDERS:
            return False
        if tokens[index].tag in (Tag.VERB, Tag.PARTICIPLE):
            return tokens[index].lemma in grammar.speech and tokens[index + 1].lower in _SAID_BY
    return False


def _is_former(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """As in "an earlier count of 39", "the previous record of 1,185", "previously 39", "had earlier said that 39"."""
    if at and tokens[at - 1].lower == "previously":
        return True
    said = vocabulary.grammar.speech | vocabulary.grammar.placing
    for index in range(at - 1, max(-1, at - _REACH), -1):
        token = tokens[index]
        if token.tag in _BORDERS:
            return _opens_earlier(tokens, index, at)
        following = tokens[index + 1]
        named = following.lemma in vocabulary.cues.counts | _MARKS
        if token.lower in _FORMER and named:
            return True
        if token.lower in _FORMERLY and following.tag is Tag.VERB and following.lemma in said:
            return True
    return False


def _opens_earlier(tokens: Sequence[Token], comma: int, at: int) -> bool:
    """As in "Earlier, the ministry had said that 288 people were killed"."""
    opened = comma > 0 and tokens[comma].tag is Tag.COMMA and tokens[comma - 1].lower in _FORMERLY
    alone = comma == 1 or (comma > 1 and tokens[comma - 2].tag is Tag.STOP)
    return opened and alone and any(t.lower == "had" for t in tokens[comma:at])


def _is_left_behind(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """As in "the toll, which stood at 89 on Wednesday night, climbed to 103"."""
    relative = any(t.tag is Tag.RELATIVE for t in tokens[max(0, at - _RELATIVE_REACH) : at])
    comma = next((i for i in range(at + 1, min(len(tokens), at + _REACH)) if tokens[i].tag in _BORDERS), None)
    if not relative or comma is None or tokens[comma].tag is not Tag.COMMA:
        return False
    moved = tokens[comma + 1 : comma + _RELATIVE_REACH]
    verb = next((t for t in moved if t.tag in (Tag.VERB, Tag.PARTICIPLE)), None)
    leads = any(a.lower == "to" and b.tag is Tag.FIGURE for a, b in pairwise(moved))
    return leads and verb is not None and verb.lemma in grammar.rising | grammar.falling | grammar.transitive
