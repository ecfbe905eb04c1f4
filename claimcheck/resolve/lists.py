"""Deeds that are told beside a figure's own clause: the list that it stands in, the dead that include it, the vehicle
that holds it.
"""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.resolve.counted import NOTHING, Counted, Deed
from claimcheck.resolve.reading import Reading
from claimcheck.resolve.subjects import clause_subject
from claimcheck.resolve.verbs import place_of

_PHRASE_REACH = 14
_LIST_REACH = 120
_PAIR = 2
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


def held(tokens: Sequence[Token], at: int, reading: Reading, counted: Counted) -> Deed:
    """Those whom a vehicle has in it: "a plane with 58 passengers and crew went down"."""
    vocabulary = counted.vocabulary
    if reading.oblique != "with" or at < _PAIR or counted.entity is None:
        return NOTHING
    if not all(vocabulary.entity_kinds.get(part) == "person" for part in counted.entity.split("+")):
        return NOTHING
    holder = vocabulary.entities.get(tokens[at - _PAIR].lemma)
    action = next((a.id for a in vocabulary.actions.values() if holder in a.holders), None)
    return (action, tokens[at - _PAIR]) if counted.fits(action) else NOTHING


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
