"""Figures whose thing is told by more than a noun: shares of a vote, sums that a verb names, weights of bags, ages."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import COUNTED_SHARE, Aspect, Facet, Metric, MetricId
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.vocabulary import Action, Vocabulary
from claimcheck.resolve.amounts import sum_of
from claimcheck.resolve.clauses import names_ending
from claimcheck.resolve.ellipsis import SUBSTANTIAL, MetricReading, Told
from claimcheck.resolve.entities import PERSON, canonical_entity, lemma_of
from claimcheck.resolve.falls import HEIGHT, falls
from claimcheck.resolve.inhabitants import POPULATION, populates
from claimcheck.resolve.margins import LEAD, is_margin
from claimcheck.resolve.rates import rate_of
from claimcheck.resolve.sums import STOCK, is_market_price, per_share_of, side_of

_AT_A_PLACE = frozenset({"in", "at", "near", "from", "on"})
_VERBAL = (Tag.VERB, Tag.PARTICIPLE)
_PARTED = 3
_COUNTED_WORDS = 6
_LABEL_WORDS = 8
_BEFALLEN_REACH = 2
_LABEL_ENDS = frozenset({":", "|"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Special:
    """An entity that is told by more than a noun; `settled` says that nothing else is done with it. `words` are those
    for what has a quality, None where the figure measures none, and `modifiers` the thing's name.
    """

    entity: str | None = None
    action: str | None = None
    why: str = ""
    settled: bool = False
    words: tuple[Token, ...] | None = None
    modifiers: frozenset[str] = frozenset()


def special_entity(
    tokens: Sequence[Token],
    at: int,
    quantity: Quantity,
    aspect: Aspect,
    words: Sequence[Token],
    vocabulary: Vocabulary,
    landed: str | None = None,
    told: str | None = None,
) -> Special:
    """Shares of a vote, sums that their verb names, and profit for each share. `landed` is what the figure is the new
    level of, where a change of it was told right before ("the stock rose 5% to $98 a share"), `told` the sum told last.
    """
    dimension = quantity.unit.dimension
    if dimension is Dimension.PROPORTION and _tells_counted(tokens, at, vocabulary):
        return Special(entity=COUNTED_SHARE, why="how far the votes are counted", settled=True)
    if aspect is not Aspect.CHANGE and is_margin(tokens, at, quantity, vocabulary.grammar):
        return Special(entity=LEAD, why="by how much a vote was won", settled=True)
    if dimension is Dimension.PROPORTION and aspect is not Aspect.CHANGE:
        rate = rate_of(tokens, at, words, vocabulary)
        if rate is not None:
            return Special(entity=rate, why="a rate, by its whole and what the part does", settled=True)
        side = side_of(tokens, at, vocabulary)
        if side is not None:
            return Special(entity=f"{side} share", action="vote", why="side of a vote")
    if dimension is Dimension.PROPORTION and any(w.lemma == "margin" for w in words):
        known = canonical_entity([lemma_of(t) for t in words], vocabulary)[0]
        if known == "lead" and not _of_vote(tokens, vocabulary):
            return Special(entity="profit margin", why="a margin of no vote")
    if dimension is Dimension.MAGNITUDE:
        return Special(entity="magnitude", why="a magnitude", settled=True)
    if falls(tokens, at, dimension, vocabulary):
        return Special(entity=HEIGHT, why="how far it fell", settled=True)
    if dimension is Dimension.COUNT and populates(tokens, at, vocabulary):
        return Special(entity=POPULATION, why="how many live there", settled=True)
    if dimension is Dimension.COUNT:
        return Special() if words else _count(tokens, at, vocabulary)
    if dimension is not Dimension.MONEY:
        return Special()
    return _sum(tokens, at, quantity, aspect, words, vocabulary, landed, told)


def _count(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Special:
    """Of a count without a noun, what is told otherwise."""
    if tokens[at + 1 : at + 2] and tokens[at + 1].lower == "who":
        return Special(entity="person", why="counted as “who”")
    if _came_apart(tokens, at, vocabulary):
        return Special(entity="piece", why="what it came apart into", settled=True)
    label = label_action(tokens, at, vocabulary)
    if label is not None:
        return Special(entity=label.object, action=label.id, why="the label before it")
    return Special()


def is_kicker(tokens: Sequence[Token], at: int, label: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a label names no counted thing but the event, the place or the speaker of the clause behind its colon,
    which says itself what befell how many people: "Prison riot: 12 dead", "FBI: 230 charged".
    """
    if not label:
        return False
    head = label[-1]
    many = head.tag is Tag.WORD and head.lemma != head.lower
    if many and vocabulary.cues.claimants.isdisjoint((head.lower, head.lemma)):
        return False
    return any(_befalls_people(token, vocabulary) for token in tokens[at + 1 : at + 1 + _BEFALLEN_REACH])


def _befalls_people(token: Token, vocabulary: Vocabulary) -> bool:
    told = vocabulary.verb_actions.get(token.lemma) if token.tag in _VERBAL else None
    action = vocabulary.actions.get(told or vocabulary.state_actions.get(token.lower, ""))
    return action is not None and (action.object == PERSON or PERSON in action.of)


def label_action(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Action | None:
    """The action whose phrase is the label of a count: "Entitled to vote: 4,581,255", "Number of people entitled to
    vote: 4,581,255".
    """
    if at < _PARTED or tokens[at - 1].lower not in _LABEL_ENDS:
        return None
    end = at - 1
    while end > 0 and (tokens[end - 1].tag is Tag.ADVERB or tokens[end - 1].lower == "so"):
        end -= 1  # "People in quarantine so far: 4,856"
    first = end
    while first > 0 and tokens[first - 1].tag not in (Tag.STOP, Tag.FIGURE) and at - first <= _LABEL_WORDS:
        first -= 1
    for start in range(first, end - 1):
        phrase = " ".join(t.lower for t in tokens[start:end])
        action = vocabulary.actions.get(vocabulary.phrase_actions.get(phrase, ""))
        if action is not None and action.object is not None:
            return action
        if not _only_counts(tokens[start], vocabulary):
            break
    return None


def _only_counts(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a word before the phrase of a label says no more than that people are counted."""
    person = vocabulary.entities.get(token.lemma) == PERSON or token.lemma == PERSON
    silent = vocabulary.grammar.generic_nouns | vocabulary.grammar.empty
    return person or token.lemma in silent or token.tag in (Tag.PREPOSITION, Tag.DETERMINER)


def _sum(
    tokens: Sequence[Token],
    at: int,
    quantity: Quantity,
    aspect: Aspect,
    words: Sequence[Token],
    vocabulary: Vocabulary,
    landed: str | None,
    told: str | None,
) -> Special:
    """What a verb, its worth or a share says a sum is."""
    entity = canonical_entity([lemma_of(t) for t in words], vocabulary)[0]
    per_share = per_share_of(tokens, at, quantity, entity, vocabulary, told)
    if per_share is not None:
        before = bool(words) and words[-1].span.start < tokens[at].span.start
        if STOCK in (landed, entity if before else None) or is_market_price(tokens, at, vocabulary):
            return Special(entity=STOCK, why="what a share stood at", settled=True)
        return Special(entity=per_share, why="for each share", settled=True)
    named = sum_of(tokens, at, quantity, aspect, words, vocabulary)
    return Special() if named is None else Special(entity=named.entity, why=named.why, settled=named.settled)


def _of_vote(tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a sentence speaks of a vote, whose margin is a lead."""
    won = ("vote", "elect", "win")
    if any(t.lower == "by" and a.lemma in vocabulary.grammar.contesting for a, t in pairwise(tokens)):
        return True  # "lost by a slim margin of 0.7 percent"
    actions = (vocabulary.verb_actions.get(t.lemma) or vocabulary.noun_actions.get(t.lemma) for t in tokens)
    return any(a in won for a in actions) or any(t.lower in ("lead", "poll", "race", "seat") for t in tokens)


def _tells_counted(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """As in "99.08% of the votes counted": a share of the votes by which the result is known."""
    counted = vocabulary.actions.get("count")
    behind = " ".join(t.lower for t in tokens[at + 1 : at + 1 + _COUNTED_WORDS]) + " "
    return counted is not None and any(behind.startswith(f"{phrase} ") for phrase in counted.phrases)


def _came_apart(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """As in "split in two": a verb that parts a thing rules the count."""
    if at < _PARTED or tokens[at - 1].lower not in ("in", "into"):
        return False
    return any(t.lemma in vocabulary.grammar.parting for t in tokens[at - _PARTED : at - 1] if t.tag in _VERBAL)


def substance_told(tokens: Sequence[Token], at: int, dimension: Dimension, told: Told) -> str | None:
    """What bags hold whose weight is told beside their number: "237 bags of pangolin scales, 11.9 tonnes in all"."""
    close = at > 0 and tokens[at - 1].tag in (Tag.COMMA, Tag.STOP, Tag.ADVERB)
    if dimension not in SUBSTANTIAL or not close or told.last is None or told.last.dimension is not Dimension.COUNT:
        return None
    return told.last.substance


def named_person(tokens: Sequence[Token], at: int) -> Facet | None:
    """Whose age it is, where a name stands before it: two people's ages are two things."""
    owner = _owner(tokens, at)
    if not owner or any(t.tag not in (Tag.NAME, Tag.WORD) for t in owner) or tokens[at - 1].tag is Tag.DETERMINER:
        return None
    first = tokens.index(owner[0])
    if first and tokens[first - 1].lower in _AT_A_PLACE:  # "In Allen, 21-year-old …"
        return None
    return Facet(key=owner[-1].lower.removesuffix("'s"), label=owner[-1].text, span=owner[-1].span)


def _owner(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    left = at - 1
    while left >= 0 and (tokens[left].tag in (Tag.COMMA, Tag.DETERMINER) or tokens[left].lower in ("aged", "age")):
        left -= 1
    return names_ending(tokens, left) if left >= 0 else ()


def age_metric(tokens: Sequence[Token], at: int, quantity: Quantity) -> MetricReading:
    """An age, with the name of whose it is as its modifiers: "James Holmes, 24,"."""
    owner = _owner(tokens, at)
    names = frozenset(lemma_of(t) for t in owner if t.tag in (Tag.NAME, Tag.WORD))
    text = " ".join(t.text for t in owner)
    return MetricReading(
        metric=Metric(
            id=MetricId(f"age/{quantity.unit.dimension.value}"),
            name=f"age of {text}" if text else "age",
            entity="age",
            modifiers=names,
            proper=names,
        ),
        aspect=Aspect.LEVEL,
        direction=None,
        dimension=quantity.unit.dimension,
        elliptic=False,
        partitive=False,
        from_level=False,
        noun_text="age",
        why="an age",
    )
