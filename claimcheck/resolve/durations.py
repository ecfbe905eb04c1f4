"""What lasts for how long: "the strike lasted six weeks", "three days of mourning", "the worst crash in 40 years"."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.quantity import Quantity
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.entities import PERSON, canonical_entity, lemma_of
from claimcheck.resolve.phrases import noun_phrase, phrase_ending
from claimcheck.resolve.qualities import bearer_of, event_name, quality_of
from claimcheck.resolve.reading import Reading
from claimcheck.resolve.subjects import clause_subject

AGE = "age"
PRECEDENT = "precedent"
"""How long ago the like was last seen."""

_PASSED = frozenset({Tag.ADVERB, Tag.DETERMINER})
_VERBAL = frozenset({Tag.VERB, Tag.PARTICIPLE})
_PAST = frozenset({"past", "last", "previous", "more", "than", "at", "least", "some", "almost", "nearly", "over"})
_SPANNING = frozenset({"in", "for", "within", "over"})
_LIKENESS = frozenset({"so", "as", "like", "such", "this", "worse"})
_NEGATIONS = frozenset({"no", "not", "nothing", "never", "none", "nobody", "without", "n't"})
_LASTING = frozenset({"last", "take", "continue", "run", "go", "drag", "stretch", "endure", "rage", "hold"})
_ENDING = frozenset({"end", "finish", "conclude", "stop", "close", "over", "collapse"})
_STARTING = frozenset({"begin", "start", "launch", "declare", "call"})
_STATES = frozenset({"on", "under", "without", "in"})
_STRETCHES = frozenset({"period", "time", "spell"})
_LENGTHS = frozenset({"duration", "length", "time"})
_REACH = 16
_LONGEST_TIMED = 86400
_SHORTEST_EST = 5


def duration_of(
    tokens: Sequence[Token], at: int, quantity: Quantity, reading: Reading, vocabulary: Vocabulary
) -> tuple[str, tuple[Token, ...]] | None:
    """What a duration measures, and the words for it; None where the words do not say."""
    if has_precedent(tokens, at, vocabulary):
        return PRECEDENT, ()
    if _is_old(tokens, at):
        return AGE, bearer_of(tokens, at, reading, (), vocabulary)
    told = quality_of(tokens, at, quantity.unit, reading, vocabulary)
    if told is not None and (told.quality != "time" or _is_timed(quantity)):
        return told.quality, ()
    if ":" in tokens[at].lower:
        return "time", ()
    event = _event(tokens, at, reading, vocabulary)
    name = event_name(event, vocabulary.qualities, vocabulary)
    return (name, event) if name is not None else None


def _is_old(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is how old a thing is: "the church is 850 years old", "the 850-year-old church"."""
    behind = [t.lower for t in tokens[at + 1 : at + 3]]
    return behind[:1] == ["old"] or behind == ["-", "old"]


def _is_timed(quantity: Quantity) -> bool:
    """Whether somebody can have been timed so: in hours, minutes and seconds."""
    return quantity.unit.factor < _LONGEST_TIMED


def has_precedent(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a duration tells how long nothing like it was seen: "the strongest quake in 18 years", "nothing so strong
    had hit it in the past 14 years", "the first strike in a decade".
    """
    index = at - 1
    while index >= 0 and (tokens[index].tag in _PASSED or tokens[index].lower in _PAST):
        index -= 1
    described = "-" in tokens[at].lower and tokens[at + 1 : at + 2] and tokens[at + 1].tag is Tag.WORD
    if index < 0 or tokens[index].lower not in _SPANNING or described:  # "the largest in its 230-year history"
        return False
    start = index - 1
    while start >= 0 and index - start <= _REACH and tokens[start].tag not in (Tag.STOP, Tag.FIGURE):
        start -= 1
    clause = tokens[start + 1 : index]
    words = {t.lower for t in clause}
    like = not words.isdisjoint(_NEGATIONS) and not words.isdisjoint(_LIKENESS)
    return like or any(_is_superlative(t, vocabulary) for t in clause)


def _is_superlative(token: Token, vocabulary: Vocabulary) -> bool:
    known = token.lower in vocabulary.cues.superlatives and token.lower != "only"
    formed = token.tag is Tag.WORD and len(token.lower) > _SHORTEST_EST and token.lower.endswith("iest")
    return known or formed


def _event(tokens: Sequence[Token], at: int, reading: Reading, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """The words for what lasts so long."""
    noun, _ = noun_phrase(tokens, at + 1)
    if len(noun) > 1 and noun[-1].lower in _STRETCHES:
        return noun[:-1]  # "a three-day mourning period"
    if reading.noun:
        return reading.noun
    labelled = tuple(t for t in reading.subject if t.lemma not in _LENGTHS)
    if reading.tied and labelled:
        return labelled
    lasting = _lasting(tokens, at, vocabulary) or _state(tokens, at) or _begun(tokens, at)
    return lasting or (_thing(reading.subject, vocabulary) if not reading.owner else ())


def _lasting(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """The subject of a verb that tells how long: "the siege went on for 17 hours", "ended after 17 hours"."""
    index = at - 1
    after = False
    while index >= 0 and (tokens[index].tag in _PASSED or tokens[index].lower in ("for", "on", "after", "into")):
        after |= tokens[index].lower == "after"
        index -= 1
    if index < 1 or tokens[index].lemma not in (_ENDING if after else _LASTING):
        return ()
    return _thing(clause_subject(tokens, index, vocabulary.grammar), vocabulary)


def _thing(subject: tuple[Token, ...], vocabulary: Vocabulary) -> tuple[Token, ...]:
    """A subject that is no person, so that it can last."""
    entity, _ = canonical_entity([lemma_of(t) for t in subject], vocabulary)
    somebody = PERSON in (entity, vocabulary.entity_kinds.get(entity or ""))
    return subject if subject and subject[-1].tag is Tag.WORD and not somebody else ()


def _state(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """What somebody is in for so long: "on strike for 40 days", "without power for five hours"."""
    index = at - 1
    while index >= 0 and tokens[index].tag in _PASSED:
        index -= 1
    if index < 1 or tokens[index].lower != "for" or tokens[index - 1].tag is not Tag.WORD:
        return ()
    phrase = phrase_ending(tokens, index - 1)
    before = index - 1 - len(phrase)
    return phrase if before >= 0 and tokens[before].lower in _STATES else ()


def _begun(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """What began so long ago: "they began the strike five weeks ago"."""
    if not (tokens[at + 1 : at + 2] and tokens[at + 1].lower == "ago") and not tokens[at].lower.endswith(" ago"):
        return ()
    index = at - 1
    while index >= 0 and tokens[index].tag in _PASSED:
        index -= 1
    phrase = phrase_ending(tokens, index) if index >= 0 else ()
    before = index - len(phrase)
    while before >= 0 and tokens[before].tag in _PASSED:
        before -= 1
    begun = before >= 0 and tokens[before].tag in _VERBAL and tokens[before].lemma in _STARTING
    return phrase if begun and phrase and lemma_of(phrase[-1]) != "year" else ()
