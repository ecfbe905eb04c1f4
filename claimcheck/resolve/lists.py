"""Deeds that are told beside a figure's own clause: the list that it stands in, the dead that include it, the vehicle
that holds it.
"""

from collections.abc import Iterator, Sequence

from claimcheck.language.lemmas import verb_lemma
from claimcheck.language.tokens import Tag, Token
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.counted import NOTHING, Counted, Deed
from claimcheck.resolve.phrases import noun_phrase
from claimcheck.resolve.reading import Reading
from claimcheck.resolve.subjects import clause_subject
from claimcheck.resolve.verbs import place_of

_PHRASE_REACH = 14
_LIST_REACH = 120
_PAIR = 2
_HOLDER_REACH = 8
_OTHERS = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.FIGURE, Tag.ADVERB})
_ENDS = frozenset({".", "!", "?"})


def listed(tokens: Sequence[Token], reading: Reading, counted: Counted) -> Deed:
    """What became of those among whom the figure counts some: "The dead include six children"."""
    verb = reading.governor
    if verb is None or verb.lemma != "include":
        return NOTHING
    subject = clause_subject(tokens, place_of(tokens, verb), counted.vocabulary.grammar)
    action = counted.vocabulary.noun_actions.get(subject[-1].lower) if subject else None
    state = bool(subject) and subject[-1].lower in counted.vocabulary.state_actions
    return (action, verb) if state and counted.fits(action) else NOTHING


def among(tokens: Sequence[Token], at: int, reading: Reading, counted: Counted) -> Deed:
    """What became of others among whom the counted are: "seven children were among those killed", "Seven children among
    30 dead".
    """
    if not reading.noun:
        return NOTHING
    near = range(at + 1, min(len(tokens) - 1, at + _HOLDER_REACH))
    start = next((i for i in near if tokens[i].lower in ("among", "amongst") or tokens[i].tag is Tag.STOP), None)
    if start is None or tokens[start].tag is Tag.STOP:
        return NOTHING
    return _befallen(tokens, start + 1, counted)


def out_of(tokens: Sequence[Token], at: int, reading: Reading, counted: Counted) -> Deed:
    """What became of those out of whom a bare figure is taken before it: "Of the dead 132 were children", "Of those
    killed on Tuesday, 12 were women".
    """
    if reading.noun:
        return NOTHING
    start = at - 1
    while start > 0 and at - start <= _HOLDER_REACH and tokens[start].tag not in (Tag.STOP, Tag.VERB, Tag.AUXILIARY):
        opens = start == 0 or tokens[start - 1].tag in (Tag.STOP, Tag.COMMA, Tag.CONJUNCTION)
        if opens and tokens[start].lower == "of":
            break
        start -= 1
    opens = tokens[start].lower == "of" and start + 1 < at and tokens[start + 1].tag in _OTHERS
    return _befallen(tokens, start + 1, counted) if opens else NOTHING


def _befallen(tokens: Sequence[Token], start: int, counted: Counted) -> Deed:
    """The deed by which people are called from `start` on: "the dead", "those killed", "the 30 people arrested"."""
    while start < len(tokens) and tokens[start].tag in _OTHERS:
        start += 1
    end = noun_phrase(tokens, start)[1]
    vocabulary = counted.vocabulary
    for token in tokens[start : end + 1]:
        done = verb_lemma(token.lower, vocabulary.grammar.irregular_verbs, vocabulary.grammar.verbs)
        action = counted.choose(token.lower, vocabulary.state_actions)
        if action is None and done != token.lower:
            action = counted.choose(done, vocabulary.verb_actions)
        if action is not None:
            return action, token
    return NOTHING


def held(tokens: Sequence[Token], at: int, reading: Reading, counted: Counted) -> Deed:
    """Those whom a vehicle has in it: "a plane with 58 passengers and crew went down", "170 were on the boat"."""
    vocabulary = counted.vocabulary
    if counted.entity is None or not counted.fits(next(iter(_carriers(vocabulary)), None)):
        return NOTHING
    if not all(vocabulary.entity_kinds.get(part) == "person" for part in counted.entity.split("+")):
        return NOTHING
    inside = reading.oblique == "with" and at >= _PAIR
    holder = tokens[at - _PAIR] if inside else _holder_behind(tokens, at)
    name = vocabulary.entities.get(holder.lemma) if holder is not None else None
    action = next((a for a in _carriers(vocabulary) if name in vocabulary.actions[a].holders), None)
    return (action, holder) if counted.fits(action) else NOTHING


def _carriers(vocabulary: Vocabulary) -> Iterator[str]:
    return (a.id for a in vocabulary.actions.values() if a.holders)


def _holder_behind(tokens: Sequence[Token], at: int) -> Token | None:
    """The noun of the phrase with "on" or "in" that comes first behind the figure's noun; None when a verb of its own
    says something else.
    """
    for index in range(at + 1, min(len(tokens) - 2, at + _HOLDER_REACH)):
        token = tokens[index]
        if token.tag in (Tag.STOP, Tag.COMMA, Tag.FIGURE, Tag.VERB, Tag.PARTICIPLE, Tag.CONJUNCTION):
            return None
        if token.lower in ("on", "in", "aboard"):
            start = index + 2 if tokens[index + 1].tag is Tag.DETERMINER else index + 1
            phrase, _ = noun_phrase(tokens, start)
            return next((t for t in phrase if t.tag is Tag.WORD or t.lemma == "flight"), None) if phrase else None
    return None


def named_so(counted: Counted, noun: Sequence[Token]) -> Deed:
    """What the counted are called by, where nothing else is told: "150 passengers" were carried."""
    parts = (counted.entity or "").split("+")
    action = next((a.id for a in counted.vocabulary.actions.values() if a.by_name.intersection(parts)), None)
    return (action, noun[-1]) if noun and counted.fits(action) else NOTHING


def introduced(tokens: Sequence[Token], at: int, counted: Counted) -> Deed:
    """The noun of action that a list stands under: "The list of seizures is long: 420 firearms, 714,707 pills"."""
    left = at - 1
    while left >= 0 and tokens[left].lower != ":" and at - left < _LIST_REACH:
        if tokens[left].tag in (Tag.VERB, Tag.AUXILIARY, Tag.RELATIVE) or tokens[left].lower in _ENDS:
            return NOTHING
        left -= 1
    if left < 0 or tokens[left].lower != ":":
        return NOTHING
    for token in tokens[max(0, left - _PHRASE_REACH) : left]:
        action = counted.vocabulary.noun_actions.get(token.lemma)
        if counted.fits(action):
            return action, token
    return NOTHING


def in_list(tokens: Sequence[Token], at: int, action: str | None, counted: Counted) -> bool:
    """Whether the figure goes on a list of which the figure before it has this action: "a haul of eight tonnes of
    cocaine, 22 tonnes of cannabis and 250 guns".
    """
    if action not in counted.vocabulary.actions or not counted.fits(action):
        return False
    person = action is not None and counted.vocabulary.actions[action].object == "person"
    if person and counted.vocabulary.entity_kinds.get(counted.entity or "") != "person":
        return False
    left = at - 1
    while left >= 0 and tokens[left].tag is not Tag.FIGURE:
        if tokens[left].tag in (Tag.VERB, Tag.AUXILIARY, Tag.RELATIVE) or tokens[left].lower in _ENDS:
            return False
        left -= 1
    return left >= 0 and any(t.tag in (Tag.COMMA, Tag.CONJUNCTION) or t.lower == ";" for t in tokens[left:at])
