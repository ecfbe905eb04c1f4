"""Figures that are a part of one told before, or come on top of it: "171 of those", "another 41", "the other 21"."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise, takewhile

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import MORE, PART, REST, Facet, Metric
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.clauses import SENTENCE_ENDS
from claimcheck.resolve.verbs import oblique_of
from claimcheck.resolve.wholes import is_apposed, is_excepted

_POSSESSIVE = frozenset({"its", "their", "his", "her", "our", "your", "my"})
_REMAINING = frozenset({"other", "remaining"})
_LAST = frozenset({"last", "final"})
_AMONG = frozenset({"among", "of"})
_PLACING = frozenset({"in", "across", "at", "on", "near", "from"})
_PLURAL = frozenset({"whom", "which", "them", "those", "these"})
_OPEN_REACH = 24
_BRING = frozenset({"bring", "take", "raise", "push", "lift", "drive"})
_BRINGING = frozenset({"bringing", "taking", "raising", "pushing", "lifting", "driving"})
_TOTAL_REACH = 9
_ALONE_REACH = 8
_NAMED_REACH = 5
_NAMING = frozenset({Tag.FIGURE, Tag.WORD, Tag.NAME, Tag.VERB, Tag.PARTICIPLE})


@dataclass(slots=True)
class Wholes:
    """The largest figure told so far of everything that an article counts."""

    largest: dict[tuple[str, str | None, str], Decimal] = field(default_factory=dict)

    def add(self, metric: Metric, quantity: Quantity) -> None:
        """Note a figure, in reading order."""
        if quantity.value is not None:
            key = self._key(metric, quantity)
            self.largest[key] = max(quantity.value, self.largest.get(key, quantity.value))

    def told(self, metric: Metric, quantity: Quantity) -> bool:
        """Whether a figure of this very thing was told before."""
        return self._key(metric, quantity) in self.largest

    def nothing_told(self, metric: Metric) -> bool:
        """Whether no figure of such a thing was told before, whatever was done with it: "nine died; another 27 were
        hurt" are others than the dead.
        """
        return all(entity != metric.entity for entity, _, _ in self.largest)

    def exceed(self, metric: Metric, quantity: Quantity) -> bool:
        """Whether a larger figure of this very thing was told before."""
        whole = self.largest.get(self._key(metric, quantity))
        return whole is not None and quantity.value is not None and whole > quantity.value

    @staticmethod
    def _key(metric: Metric, quantity: Quantity) -> tuple[str, str | None, str]:
        return metric.entity, metric.action, quantity.unit.dimension.value


def part_of(
    tokens: Sequence[Token], at: int, metric: Metric, quantity: Quantity, wholes: Wholes, vocabulary: Vocabulary
) -> Facet | None:
    """What keeps a figure from being the whole of what it counts: that it is the rest, or was taken out of a larger
    figure of the same thing. A part of which something else is told ("15 of them were hurt") is the whole of that, and
    a share says of itself what it is of.
    """
    if quantity.unit.dimension is Dimension.PROPORTION:
        return None
    if _brings_total(tokens, at):
        return MORE
    if _of_one_day(tokens, at) or is_excepted(tokens, at):
        return PART
    more = wholes.exceed(metric, quantity)
    if more and _is_rest(tokens, at):
        return REST
    taken = is_taken_out(tokens, at) or (metric.action is not None and _out_of_opening(tokens, at))
    if more and (taken or is_apposed(tokens, at) or _is_linked(tokens, at, vocabulary)):
        return PART
    return PART if _of_the_same(tokens, at, metric, vocabulary) else None


def addition_of(
    tokens: Sequence[Token], at: int, metric: Metric, quantity: Quantity, wholes: Wholes, vocabulary: Vocabulary
) -> Facet | None:
    """That a figure came on top of one of the same thing told before: "another 41", "two more bodies". "29 others" are
    others than the dead, not more of the hurt, and "29 percent more" is a change. Where nothing of the kind was told,
    the words themselves say so, as "the last three bodies" say that they are some of all.
    """
    if quantity.unit.dimension is Dimension.PROPORTION:
        return None
    if quantity.unit.dimension is Dimension.COUNT and _is_last(tokens, at):
        return PART
    counted = metric.grows and quantity.unit.dimension is Dimension.COUNT
    told = wholes.told(metric, quantity) or (counted and wholes.nothing_told(metric))
    return MORE if told and _is_on_top(tokens, at, vocabulary) else None


def _is_last(tokens: Sequence[Token], at: int) -> bool:
    """Whether a count is what was left to the end: "the last three bodies were found"; "the last three to arrive" and
    "the last 40 years" count otherwise.
    """
    last = at > 1 and tokens[at - 1].lower in _LAST and tokens[at - 2].tag is Tag.DETERMINER
    return last and at + 1 < len(tokens) and tokens[at + 1].tag in (Tag.WORD, Tag.NAME)


def refers_back(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure is taken out of what was told before: "171 of those", "14 of them"; not "600 of its staff"."""
    return at + 2 < len(tokens) and tokens[at + 2].lower not in _POSSESSIVE


def out_of_new(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure is a part of what came on top: "eight of the new cases are in Kern County"."""
    return [t.lower for t in tokens[at + 1 : at + 4]] == ["of", "the", "new"]


def _is_rest(tokens: Sequence[Token], at: int) -> bool:
    return at > 1 and tokens[at - 1].lower in _REMAINING and tokens[at - 2].tag is Tag.DETERMINER


def is_taken_out(tokens: Sequence[Token], at: int) -> bool:
    """As in "171 of those", "of whom 171", "171 of them", "among them 171"; "600 of its staff" are out of no figure."""
    after = tokens[at + 1 : at + 3]
    if len(after) > 1 and after[0].lower == "of" and after[1].tag in (Tag.DETERMINER, Tag.PRONOUN, Tag.RELATIVE):
        return after[1].lower not in _POSSESSIVE
    before = [t.lower for t in tokens[max(0, at - 3) : at]]
    led = any(a in _AMONG and b in _PLURAL for a, b in pairwise(before))
    return led or before[-1:] == ["including"]


def places_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure only tells where those were who were counted before it: "26 people are dead in three states"."""
    placed = oblique_of(tokens, at) in _PLACING
    return placed and any(t.tag is Tag.FIGURE for t in tokens[:at])


def _out_of_opening(tokens: Sequence[Token], at: int) -> bool:
    """As in "Of the 844 people who were hurt, 74 have complained": a figure behind the whole that opens it."""
    if at < 2 or at > _OPEN_REACH or tokens[0].lower != "of" or tokens[at - 1].tag is not Tag.COMMA:
        return False
    return not any(t.tag is Tag.STOP for t in tokens[:at])


def _brings_total(tokens: Sequence[Token], at: int) -> bool:
    """As in "The quake killed 12 people, bringing the toll to 41": what was added to a total that is told behind it."""
    for index in range(at + 1, min(len(tokens) - 2, at + _OPEN_REACH)):
        token = tokens[index]
        if token.lower in SENTENCE_ENDS:
            return False
        led = token.lower in _BRINGING or (token.lemma in _BRING and tokens[index - 1].tag is Tag.RELATIVE)
        if led and tokens[index - 1].tag in (Tag.COMMA, Tag.CONJUNCTION, Tag.RELATIVE, Tag.ADVERB):
            behind = tokens[index + 1 : index + _TOTAL_REACH]
            return any(a.lower == "to" and b.tag is Tag.FIGURE for a, b in pairwise(behind))
    return False


def is_brought_up(tokens: Sequence[Token], at: int) -> bool:
    """As in "14 died, bringing the toll to 41": the total that what is told before it was added to."""
    if not at or tokens[at - 1].lower != "to":
        return False
    for index in range(at - 2, max(0, at - _TOTAL_REACH), -1):
        if tokens[index].lower in _BRINGING:
            return any(t.tag is Tag.FIGURE for t in tokens[:index])
        if tokens[index].tag in (Tag.COMMA, Tag.STOP, Tag.FIGURE):
            return False
    return False


def _of_one_day(tokens: Sequence[Token], at: int) -> bool:
    """As in "On Monday alone 41 people died"."""
    for index in range(max(1, at - _ALONE_REACH), min(len(tokens), at + _ALONE_REACH)):
        if tokens[index].lower == "alone" and tokens[index - 1].tag is Tag.CALENDAR:
            between = tokens[min(index, at) + 1 : max(index, at)]
            return not any(t.tag in (Tag.FIGURE, Tag.STOP) for t in between)
    return False


def _is_linked(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """As in "42 of the cases were linked to the parks", "40 cases tied to the plant": those of one cause alone."""
    for index in range(at + 1, min(len(tokens) - 1, at + 8)):
        token = tokens[index]
        if token.tag in (Tag.FIGURE, Tag.STOP, Tag.COMMA):
            return False
        if token.lemma in vocabulary.cues.ties and tokens[index + 1].lower in ("to", "with"):
            return True
    return False


def _of_the_same(tokens: Sequence[Token], at: int, metric: Metric, vocabulary: Vocabulary) -> bool:
    """As in "15 of the injured are critical", "25 of the 66 people killed were Egyptians": out of all to whom the deed
    was done that the figure would count.
    """
    of_those = [t.lower for t in tokens[at + 1 : at + 3]]
    if metric.action is None or of_those != ["of", "the"]:
        return False
    named = takewhile(lambda t: t.tag in _NAMING, tokens[at + 3 : at + 3 + _NAMED_REACH])
    return any(
        metric.action
        in (
            vocabulary.state_actions.get(word.lower),
            vocabulary.noun_actions.get(word.lemma),
            vocabulary.verb_actions.get(word.lemma),
        )
        for word in named
    )


def _is_on_top(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """As in "another 41", "a further 29", "two more", "eight new cases"; "more than 41" is none."""
    before = tokens[at - 1].lower if at else ""
    surface = tokens[at].lower.split()
    if before in vocabulary.cues.increments - {"more", "new"} or surface[0] in vocabulary.cues.increments - {"more"}:
        return True
    after = [t.lower for t in tokens[at + 1 : at + 3]]
    return bool(after) and after[0] in vocabulary.cues.increments and after[1:] != ["than"]
