"""From the reading around a figure to its metric: which thing is counted or measured, and what was done with it."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Aspect, Direction, Metric, MetricId
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.actions import action_of
from claimcheck.resolve.aspects import aspect_of
from claimcheck.resolve.reading import Reading, read

_PROPORTIONS = frozenset({Dimension.PROPORTION, Dimension.POINTS, Dimension.MULTIPLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricReading:
    """A metric with what led to it. `elliptic` means that no noun was found and the figure leans on the one before."""

    metric: Metric
    aspect: Aspect
    direction: Direction | None
    elliptic: bool
    partitive: bool
    noun_text: str
    why: str


def read_metric(
    tokens: Sequence[Token],
    at: int,
    quantity: Quantity,
    before: MetricReading | None,
    vocabulary: Vocabulary,
) -> MetricReading:
    """The metric of the figure at `tokens[at]`. `before` is the reading of the figure told before it, from which a bare
    figure ("49 in Massachusetts", "of those, 171") takes its noun.
    """
    measure = quantity.unit.dimension is not Dimension.COUNT
    reading = read(tokens, at, measure=measure, grammar=vocabulary.grammar)
    aspect, direction = aspect_of(tokens, at, quantity, reading, vocabulary)
    words, source = _words(reading, measure=measure, aspect=aspect, vocabulary=vocabulary)
    action, verb = action_of(tokens, at, reading, vocabulary)
    elliptic = not words
    if elliptic and before is not None and _can_lean(quantity, before, action, vocabulary):
        return _lean(before, aspect, direction, reading)
    metric = _metric(words, reading, action, quantity, aspect, vocabulary)
    text = " ".join(t.text for t in words)
    why = f"{source}: “{text}”" if words else "no noun beside the figure"
    if verb is not None:
        why += f"; done: “{verb.text}”"
    return MetricReading(
        metric=metric,
        aspect=aspect,
        direction=direction,
        elliptic=elliptic,
        partitive=reading.partitive,
        noun_text=text,
        why=why,
    )


def _words(reading: Reading, *, measure: bool, aspect: Aspect, vocabulary: Vocabulary) -> tuple[tuple[Token, ...], str]:
    """The noun phrase that names the metric, and where it was found."""
    if measure and aspect is Aspect.CHANGE:
        of_what = _without_change(reading.complement, vocabulary) or _without_change(reading.subject, vocabulary)
        if of_what:
            return of_what, "what changed"
    noun = _without_change(reading.noun, vocabulary) if measure else reading.noun
    if noun:
        return (*noun, *reading.also), "noun beside the figure"
    if reading.subject:
        return _without_change(reading.subject, vocabulary), "subject"
    return (), ""


def _without_change(words: Sequence[Token], vocabulary: Vocabulary) -> tuple[Token, ...]:
    grammar = vocabulary.grammar
    return tuple(t for t in words if t.lemma not in grammar.rising and t.lemma not in grammar.falling)


def _can_lean(quantity: Quantity, before: MetricReading, action: str | None, vocabulary: Vocabulary) -> bool:
    if action is not None and before.metric.action is not None and action in vocabulary.actions:
        return False
    return quantity.unit.dimension is Dimension.COUNT


def _lean(before: MetricReading, aspect: Aspect, direction: Direction | None, reading: Reading) -> MetricReading:
    return MetricReading(
        metric=before.metric,
        aspect=aspect,
        direction=direction,
        elliptic=True,
        partitive=reading.partitive,
        noun_text=before.noun_text,
        why=f"no noun of its own: leans on “{before.noun_text}” told before it",
    )


def _metric(
    words: Sequence[Token],
    reading: Reading,
    action: str | None,
    quantity: Quantity,
    aspect: Aspect,
    vocabulary: Vocabulary,
) -> Metric:
    lemmas = [t.lemma for t in words if t.tag is not Tag.DETERMINER]
    complement = [t.lemma for t in reading.complement]
    entity, used = canonical_entity(lemmas, vocabulary)
    if (entity is None or entity in vocabulary.grammar.generic_nouns) and complement:
        inner, inner_used = canonical_entity(complement, vocabulary)
        if inner is not None:
            entity, used = inner, used | inner_used
    action, entity = _settled(action, entity, lemmas, vocabulary)
    if entity is None:
        entity = _bare_entity(quantity)
    modifiers = frozenset(
        m
        for m in (*lemmas, *complement)
        if m not in used and m != entity and m not in vocabulary.grammar.weak_modifiers
    ) - {action or ""}
    known = action in vocabulary.actions or entity in vocabulary.entities
    grows = bool(action and action in vocabulary.actions and vocabulary.actions[action].grows)
    volatile = entity in vocabulary.volatile or bool(
        action and action in vocabulary.actions and vocabulary.actions[action].volatile
    )
    return Metric(
        id=MetricId("/".join(filter(None, (entity, action, quantity.unit.dimension.value)))),
        name=_name(words, entity, action, quantity, vocabulary),
        entity=entity,
        action=action,
        modifiers=modifiers,
        known=known,
        grows=grows or entity in vocabulary.growing,
        volatile=volatile,
    )


def canonical_entity(lemmas: Sequence[str], vocabulary: Vocabulary) -> tuple[str | None, set[str]]:
    """The canonical entity of a noun phrase and the lemmas it used: the longest known run that ends the phrase wins,
    then the head noun as it is.
    """
    if not lemmas:
        return None, set()
    for size in (4, 3, 2, 1):
        form = " ".join(lemmas[-size:])
        if len(lemmas) >= size and form in vocabulary.entities:
            return vocabulary.entities[form], set(lemmas[-size:])
    head = lemmas[-1]
    return head, {head}


def _settled(
    action: str | None, entity: str | None, lemmas: Sequence[str], vocabulary: Vocabulary
) -> tuple[str | None, str | None]:
    """ "617 arrests": the noun is the action, and the thing counted is the action's usual object."""
    head = lemmas[-1] if lemmas else None
    noun_action = vocabulary.noun_actions.get(head or "") or vocabulary.noun_actions.get(" ".join(lemmas[-2:]))
    if noun_action is not None:
        usual = vocabulary.actions[noun_action].object
        return noun_action, usual if usual is not None else entity
    if action in vocabulary.actions and entity is None:
        return action, vocabulary.actions[action].object if action else None
    return action, entity


def _bare_entity(quantity: Quantity) -> str:
    """A figure without any noun still measures its dimension: "131 square miles" an area."""
    return quantity.unit.dimension.value


def _name(words: Sequence[Token], entity: str, action: str | None, quantity: Quantity, vocabulary: Vocabulary) -> str:
    text = " ".join(t.text for t in words).lower() if words else entity
    if action is None or not action:
        return text
    verb = _PAST.get(action, action)
    if verb in text:
        return text
    return f"{text}, {verb}"


_PAST: dict[str, str] = {}
