"""Things that are named by what is said of them: "1,240 ballots were spoiled" counts spoiled ballots."""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.language.lemmas import noun_lemma
from claimcheck.language.tokens import Tag, Token
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.ellipsis import Told
from claimcheck.resolve.entities import PERSON, entity_of
from claimcheck.resolve.phrases import noun_phrase
from claimcheck.resolve.reading import Reading
from claimcheck.resolve.verbs import place_of

_NAMING = frozenset({"list", "count", "class", "classify", "record", "register", "mark", "describe", "give", "regard"})
_JUDGING = frozenset({"declare", "rule", "leave", "find", "deem", "judge", "consider", "hold", "mark"})
_VERBAL = frozenset({Tag.VERB, Tag.PARTICIPLE})
_DESCRIBING = frozenset({Tag.WORD, Tag.VERB, Tag.PARTICIPLE})
_BE = frozenset({"is", "are", "was", "were"})
_PARTING = frozenset({Tag.STOP, Tag.COMMA, Tag.CONJUNCTION, Tag.RELATIVE})
_CLOSING = frozenset({Tag.STOP, Tag.COMMA, Tag.CONJUNCTION, Tag.PREPOSITION})
_PART_REACH = 10
_HELPING = frozenset({Tag.AUXILIARY, Tag.ADVERB})


def named(tokens: Sequence[Token], at: int, reading: Reading, told: Told, vocabulary: Vocabulary) -> Reading:
    """The reading of a count with the name that its predicate gives to what is counted; as it was, where it gives none.

    "4,210 votes were declared invalid" are invalid votes, "170,611 are listed as spoiled votes" are these, and so are
    "9,368 as blank" behind them, where the packs know blank votes.
    """
    if reading.noun:
        return _by_predicate(tokens, reading, vocabulary)
    start = _past(tokens, at + 1)
    if start < len(tokens) and tokens[start].tag in _VERBAL and tokens[start].lemma in _NAMING and start > at + 1:
        start += 1
    elif start != at + 1:
        return reading
    if start + 1 >= len(tokens) or tokens[start].lower != "as":
        return reading
    phrase, _ = noun_phrase(tokens, start + 1)
    plural = bool(phrase) and phrase[-1].lemma != phrase[-1].lower
    if start > at + 1 and plural:
        return replace(reading, noun=phrase, acting=False, predicated=False, after=())
    return _as_told(tokens[start + 1], reading, told, vocabulary)


def kind_told(tokens: Sequence[Token], at: int, reading: Reading, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """What a part of some people is said to be: "Of the 30 people killed, nine were children", "six of the dead were
    women"; empty for any other count.
    """
    if not (reading.partitive or reading.acting):
        return ()
    link = next((i for i in range(at + 1, min(len(tokens), at + _PART_REACH)) if tokens[i].lower in _BE), None)
    if link is None or any(t.tag in _PARTING for t in tokens[at + 1 : link] if t.tag is not Tag.FIGURE):
        return ()
    phrase, end = noun_phrase(tokens, _past(tokens, link + 1))
    plural = bool(phrase) and phrase[-1].tag is Tag.WORD and _is_many(phrase[-1], vocabulary)
    closed = end >= len(tokens) or tokens[end].tag in _CLOSING
    closed = closed and all(t.tag is not Tag.WORD for t in tokens[end + 1 : end + 2])  # "women and children"
    entity = entity_of(phrase, vocabulary) if plural and closed else None
    return phrase if PERSON in (entity, vocabulary.entity_kinds.get(entity or "")) else ()


def _is_many(head: Token, vocabulary: Vocabulary) -> bool:
    """Whether a noun names several: a plural, or a collective ("14 were crew")."""
    return head.lemma != head.lower or vocabulary.entities.get(head.lower, head.lower) != head.lower


def _past(tokens: Sequence[Token], at: int) -> int:
    """Over auxiliaries and adverbs."""
    while at < len(tokens) and tokens[at].tag in _HELPING:
        at += 1
    return at


def _by_predicate(tokens: Sequence[Token], reading: Reading, vocabulary: Vocabulary) -> Reading:
    end = place_of(tokens, reading.noun[-1]) + 1
    behind = tokens[end] if end < len(tokens) and tokens[end].tag in _VERBAL else None
    if behind is not None and behind.lower.endswith("ed"):  # "312 cases confirmed in the district"
        named = _named(behind, reading.noun[-1].lemma, vocabulary)
        if named is not None:
            return replace(reading, noun=(named, *reading.noun))
    at = _past(tokens, end)
    if at == end or at >= len(tokens) or reading.noun[-1].lemma == PERSON:
        return reading
    if tokens[at].tag in _VERBAL and tokens[at].lemma in _JUDGING and at + 1 < len(tokens):
        at += 1
    named = _named(tokens[at], reading.noun[-1].lemma, vocabulary)
    return replace(reading, noun=(named, *reading.noun)) if named is not None else reading


def _as_told(word: Token, reading: Reading, told: Told, vocabulary: Vocabulary) -> Reading:
    """The reading of a bare count that a word sets apart within the kind told before it."""
    if told.last is None or not told.last.noun_text:
        return reading
    text = told.last.noun_text.split()[-1].lower()
    head = noun_lemma(text, vocabulary.grammar.irregular_nouns)
    named = _named(word, head, vocabulary)
    if named is None:
        return reading
    return replace(reading, noun=(named, replace(word, text=text, lower=text, lemma=head, tag=Tag.WORD)))


def _named(word: Token, head: str, vocabulary: Vocabulary) -> Token | None:
    """The word as an adjective of the head, where the packs know both together as a thing of its own."""
    name = f"{word.lower} {head}"
    done = word.tag in _VERBAL and (word.lemma in vocabulary.verb_actions or word.lower in vocabulary.state_actions)
    known = vocabulary.noun_actions.get(name) or (None if done else vocabulary.entities.get(name))
    if word.tag not in _DESCRIBING or known is None or known == vocabulary.entities.get(head):
        return None
    return replace(word, lemma=word.lower, tag=Tag.PARTICIPLE)
