"""A figure that is the count of something by name: "the number of people put under quarantine rises to 4,856"."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.resolve.counted import NOTHING, Counted, Deed
from claimcheck.resolve.reading import Reading
from claimcheck.resolve.verbs import place_of, turns_away

_VERBAL = frozenset({Tag.VERB, Tag.PARTICIPLE})
_LINKED = 2
_LABELS = frozenset({":", "|"})


def tallied(tokens: Sequence[Token], at: int, reading: Reading, counted: Counted) -> Deed:
    """What was done with those of whom the subject is the number, as the words between it and its verb say: a verb that
    describes them, else a state or a phrase ("the number of children among the dead is now 12").
    """
    cues, grammar = counted.vocabulary.cues, counted.vocabulary.grammar
    if not reading.subject or reading.noun:
        return NOTHING
    start = place_of(tokens, reading.subject[-1]) + 1
    numbered = len(reading.subject) >= _LINKED and reading.subject[-1].lemma in cues.counts
    if numbered and (
        start >= at or tokens[start].lower != "of" or reading.subject[0].span.start < tokens[start].span.start
    ):
        return NOTHING
    if not numbered and not (reading.tied and tokens[at - 1].lower in _LABELS):
        return NOTHING
    told = _told(tokens, start, at)
    deeds = [t for t in told if t.tag in _VERBAL and t.lemma not in grammar.linking | grammar.empty]
    stated = _stated(told, counted)
    for place, token in enumerate(deeds):
        if stated[1] is not None and stated[1].span.start < token.span.start:
            return stated  # "people entitled to vote"
        action = counted.choose(token.lemma, counted.vocabulary.verb_actions, light=token.lemma in grammar.light)
        if action is not None:
            return _joint(told, action, deeds[place:], counted) or action, token
    return stated


def _told(tokens: Sequence[Token], start: int, at: int) -> Sequence[Token]:
    """The words that tell of the counted: up to the figure, or to what tells of something else."""
    for index in range(start, at):
        if turns_away(tokens, index) or tokens[index].lower == "which":
            return tokens[start:index]
    return tokens[start:at]


def _joint(told: Sequence[Token], action: str, deeds: Sequence[Token], counted: Counted) -> str | None:
    """Two deeds that "or" joins, of which the number counts both: "structures damaged or destroyed by the flames"."""
    if len(deeds) < _LINKED:
        return None
    between = [t.lower for t in told if deeds[0].span.end <= t.span.start < deeds[1].span.start]
    other = counted.choose(deeds[1].lemma, counted.vocabulary.verb_actions)
    if between not in (["or"], ["and"]) or other in (None, action):
        return None
    return " and ".join(sorted(filter(None, (action, other))))


def _stated(told: Sequence[Token], counted: Counted) -> Deed:
    vocabulary = counted.vocabulary
    words = [t.lower for t in told]
    for place, word in enumerate(words):
        action = counted.choose(word, vocabulary.state_actions)
        if action is not None:
            return action, told[place]
        for phrase in vocabulary.phrases_from.get(word, ()):
            parts = phrase.split()
            action = counted.choose(phrase, vocabulary.phrase_actions)
            if action is not None and words[place : place + len(parts)] == parts:
                return action, told[place]
    return NOTHING
