"""From the reading around a figure to its metric: which thing is counted or measured, and what was done with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Aspect, Direction, Metric, MetricId
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.actions import action_of, topic_action
from claimcheck.resolve.aspects import aspect_of
from claimcheck.resolve.reading import Reading, read
from claimcheck.resolve.tables import Column

_SUBSTANTIAL = frozenset({Dimension.MASS, Dimension.VOLUME})
_ESTIMATE_REACH = 8
_BESIDES = frozenset({"other", "additional", "further", "extra", "more"})
"""For sums of money and weights "other assets" are assets; for counts "seven other groups" are not all groups."""
_ABSTRACT = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.PROPORTION, Dimension.POINTS, Dimension.MULTIPLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricReading:
    """A metric with what led to it. `noun_text` is empty when no noun was found; `substance` what the
    counted things hold ("132 bags of ivory"); `elliptic` means that the figure leans
    on the one told before it.
    """

    metric: Metric
    aspect: Aspect
    direction: Direction | None
    dimension: Dimension
    elliptic: bool
    partitive: bool
    from_level: bool
    noun_text: str
    why: str
    substance: str | None = None


@dataclass(slots=True)
class Told:
    """The figures read so far in one paragraph: the last one, and the last of each dimension."""

    last: MetricReading | None = None
    by_dimension: dict[Dimension, MetricReading] = field(default_factory=dict)
    largest: dict[Dimension, Decimal] = field(default_factory=dict)
    topic: str | None = None
    older: MetricReading | None = None

    def add(self, reading: MetricReading, quantity: Quantity) -> None:
        """Note a figure, in reading order."""
        self.last = reading
        self.by_dimension[reading.dimension] = reading
        if quantity.value is not None:
            self.largest[reading.dimension] = max(quantity.value, self.largest.get(reading.dimension, quantity.value))

    def exceeds(self, quantity: Quantity) -> bool:
        """Whether a larger figure of the same dimension was told before."""
        largest = self.largest.get(quantity.unit.dimension)
        return largest is not None and quantity.value is not None and largest > quantity.value

    def next_sentence(self) -> None:
        """Sums and shares lean on nothing from another sentence; counts may ("of those, 171")."""
        self.last = None
        self.by_dimension = {d: r for d, r in self.by_dimension.items() if d is Dimension.COUNT or d in _SUBSTANTIAL}

    def note_topic(self, tokens: Sequence[Token], vocabulary: Vocabulary) -> None:
        """Note what a sentence speaks of, for bare counts in the next one."""
        action, _ = topic_action(tokens, len(tokens), vocabulary)
        self.topic = action or self.topic


def read_metric(
    tokens: Sequence[Token], at: int, quantity: Quantity, told: Told, vocabulary: Vocabulary
) -> MetricReading:
    """The metric of the figure at `tokens[at]`. From the figures `told` before it a bare figure ("49 in Massachusetts",
    "of those, 171", "down 14.8 percent") takes its noun.
    """
    dimension = quantity.unit.dimension
    measure = dimension is not Dimension.COUNT
    reading = read(tokens, at, measure=measure, grammar=vocabulary.grammar)
    aspect, direction = aspect_of(tokens, at, quantity, reading, vocabulary)
    before = told.last if aspect is Aspect.CHANGE or reading.of_it else told.by_dimension.get(dimension)
    if before is None and dimension is Dimension.COUNT and _estimated(tokens, at, vocabulary):
        before = told.older
    words, source = _words(reading, dimension, aspect, vocabulary)
    action, verb = action_of(tokens, at, reading, dimension, vocabulary)
    if not words and action not in vocabulary.actions and not measure:
        action, verb = topic_action(tokens, at, vocabulary)
        action = action or (told.topic if before is None else None)
    lean = (
        before is not None
        and not words
        and _can_lean(dimension, aspect, before, action, vocabulary, of_it=reading.of_it)
    )
    elliptic = reading.predicated and dimension is Dimension.COUNT
    own_words = aspect is not Aspect.CHANGE and dimension not in _SUBSTANTIAL and not elliptic
    lean = lean and not (own_words and _new_subject(tokens, at, vocabulary))
    text = " ".join(t.text for t in words)
    if lean and before is not None:
        told_metric = before.metric
        if reading.of_it and before.substance is not None:
            told_metric = replace(told_metric, entity=before.substance, modifiers=frozenset())
        metric, text = (
            _leaning(told_metric, action if elliptic or measure else told_metric.action, quantity, aspect, vocabulary),
            before.noun_text,
        )
        why = f"no noun of its own: leans on “{text}” told before it"
    else:
        metric = _metric(words, reading, action, quantity, vocabulary)
        why = f"{source}: “{text}”" if words else "no noun beside the figure"
        why += f"; done: “{verb.text}”" if verb is not None else ""
    return MetricReading(
        metric=metric,
        aspect=aspect,
        direction=direction,
        dimension=dimension,
        elliptic=lean,
        partitive=reading.partitive or (lean and dimension in _SUBSTANTIAL and action is None),
        from_level=reading.lead == "from" or [t.lower for t in tokens[max(0, at - 2) : at]] == ["compared", "with"],
        noun_text=text,
        why=why,
        substance=canonical_entity([_lemma(t) for t in reading.complement], vocabulary)[0],
    )


def labelled(metric: Metric, label: Sequence[Token], vocabulary: Vocabulary) -> Metric:
    """The metric narrowed down by the label of its list item, unless the label is the metric's own name."""
    words = frozenset(_lemma(t) for t in label) - vocabulary.grammar.weak_modifiers - {metric.entity}
    if not words or words <= metric.modifiers or _entity_of(label, vocabulary) == metric.entity:
        return metric
    named = frozenset(_lemma(t) for t in label if _is_name(t)) & words
    return replace(metric, modifiers=metric.modifiers | words, proper=metric.proper | named)


def _entity_of(words: Sequence[Token], vocabulary: Vocabulary) -> str | None:
    return canonical_entity([_lemma(t) for t in words], vocabulary)[0]


def row_metric(label: Sequence[Token], quantity: Quantity, column: Column, vocabulary: Vocabulary) -> MetricReading:
    """The metric of a figure in a table row, named by the row's first cell."""
    metric = _metric(label, Reading(), None, quantity, vocabulary)
    text = " ".join(t.text for t in label)
    return MetricReading(
        metric=metric,
        aspect=column.aspect,
        direction=column.direction,
        dimension=quantity.unit.dimension,
        elliptic=False,
        partitive=False,
        from_level=False,
        noun_text=text,
        why=f"the row is called “{text}”",
    )


def _words(
    reading: Reading, dimension: Dimension, aspect: Aspect, vocabulary: Vocabulary
) -> tuple[tuple[Token, ...], str]:
    """The noun phrase that names the metric and where it was found; empty when only carriers ("a total of") are."""
    measure = dimension is not Dimension.COUNT
    if measure and aspect is Aspect.CHANGE:
        for phrase in (reading.complement, reading.subject):
            changed = _telling(phrase, vocabulary, aspect)
            if changed:
                return changed, "what changed"
        return (), ""
    if measure and reading.of and _telling(reading.subject, vocabulary, aspect):
        return _telling(reading.subject, vocabulary, aspect), "measure of"
    noun = _telling(reading.noun, vocabulary, aspect) if measure else reading.noun
    if noun:
        return (*noun, *reading.also), "noun beside the figure"
    if dimension in _ABSTRACT or reading.tied or _names_measure(reading.subject, dimension, vocabulary):
        return _telling(reading.subject, vocabulary, aspect), "subject"
    return (), ""


def _names_measure(subject: Sequence[Token], dimension: Dimension, vocabulary: Vocabulary) -> bool:
    """Whether the subject of a measured figure is what is measured ("Rainfall was 210 millimetres") and not its bearer
    ("The Gifford Fire stands at 131,614 acres").
    """
    if any(t.lemma in vocabulary.grammar.measures for t in subject):
        return True
    return dimension not in (Dimension.AREA, Dimension.MAGNITUDE) and bool(subject) and subject[-1].tag is Tag.WORD


def _telling(words: Sequence[Token], vocabulary: Vocabulary, aspect: Aspect) -> tuple[Token, ...]:
    """`words` without those that only carry a figure or its change ("a decline", "a forecast", "the total"). Where the
    figure is a level, a loss is a loss.
    """
    grammar = vocabulary.grammar
    change = grammar.rising | grammar.falling if aspect is Aspect.CHANGE else frozenset()
    kept = tuple(t for t in words if t.lemma not in change)
    kept = tuple(t for t in kept if not t.lower.endswith("'s"))
    return () if all(t.lemma in grammar.generic_nouns or t.lemma in grammar.weak_modifiers for t in kept) else kept


def _can_lean(
    dimension: Dimension,
    aspect: Aspect,
    before: MetricReading,
    action: str | None,
    vocabulary: Vocabulary,
    *,
    of_it: bool,
) -> bool:
    """A change leans on the level told before it; a bare count or sum on one of its own dimension, unless something
    else was done with it.
    """
    if aspect is Aspect.CHANGE:
        return True
    if dimension is not before.dimension and not of_it:
        return False
    if dimension in _SUBSTANTIAL or before.dimension is not dimension:
        return True
    if action is None or before.metric.action is None or action not in vocabulary.actions:
        return dimension in _ABSTRACT
    return action == before.metric.action


def _leaning(metric: Metric, action: str | None, quantity: Quantity, aspect: Aspect, vocabulary: Vocabulary) -> Metric:
    """The metric that a bare figure takes over. Of a substance it takes the substance alone: "4,180 tonnes of fuel were
    aboard; 3,184 tonnes have been pumped out".
    """
    leans_whole = quantity.unit.dimension not in _SUBSTANTIAL | {Dimension.COUNT}
    if leans_whole or aspect is Aspect.CHANGE or action == metric.action:
        return metric
    known = vocabulary.actions.get(action or "")
    return replace(
        metric,
        id=MetricId("/".join(filter(None, (metric.entity, action, quantity.unit.dimension.value)))),
        action=action,
        grows=bool(known and known.grows),
        volatile=bool(known and known.volatile),
    )


def _new_subject(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a subject and a verb of their own stand between this figure and the one before it, so that it leans on
    nothing: "Mac sales were $11.5 billion, and wearables made $9.65 billion".
    """
    index = at - 1
    verb = False
    while index >= 0 and tokens[index].tag is not Tag.FIGURE:
        token = tokens[index]
        if token.lemma in vocabulary.cues.status or token.lower in vocabulary.cues.status:
            return False
        verb = verb or token.tag is Tag.VERB
        if verb and token.tag in (Tag.WORD, Tag.NAME):
            return not _estimated(tokens, at, vocabulary)
        index -= 1
    return False


def _estimated(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the verb before a bare count only gives an estimate: "France 24 went as high as 150,000"."""
    for token in reversed(tokens[max(0, at - _ESTIMATE_REACH) : at]):
        if token.tag in (Tag.FIGURE, Tag.STOP):
            return False
        if token.tag is Tag.VERB:
            return token.lemma in vocabulary.grammar.speech or token.lemma in vocabulary.grammar.linking
    return False


def _metric(
    words: Sequence[Token], reading: Reading, action: str | None, quantity: Quantity, vocabulary: Vocabulary
) -> Metric:
    also = {t.span for t in reading.also}
    lemmas = _without_state([_lemma(t) for t in words if t.span not in also], vocabulary)
    if quantity.per is not None and " ".join((*lemmas[-2:], "per", quantity.per)) in vocabulary.entities:
        lemmas.extend(("per", quantity.per))
    second = [_lemma(t) for t in words if t.span in also]
    complement = [_lemma(t) for t in reading.complement]
    entity, used = _joint_entity(lemmas, second, vocabulary)
    if (entity is None or entity in vocabulary.grammar.generic_nouns) and complement:
        inner, inner_used = canonical_entity(complement, vocabulary)
        entity, used = (inner, used | inner_used) if inner is not None else (entity, used)
    ruling = _ruling_verb(reading, action, vocabulary)
    named_deed = " ".join(lemmas[-2:]) in vocabulary.noun_actions
    longer = entity if len(used) > 1 and entity in vocabulary.entities.values() and not named_deed else None
    action, entity = _settled(action, entity, [*complement, *lemmas], quantity.unit.dimension, vocabulary)
    entity = longer or entity
    if entity is None:
        entity = quantity.unit.dimension.value
    if ruling is not None and action is not None:
        action = f"{action}: {ruling}"
    weak = vocabulary.grammar.weak_modifiers | used | {entity, action or ""}
    weak |= _BESIDES if quantity.unit.dimension is not Dimension.COUNT else frozenset()
    known_action = vocabulary.actions.get(action) if action is not None else None
    return Metric(
        id=MetricId("/".join(filter(None, (entity, action, quantity.unit.dimension.value)))),
        name=_ruled_name(entity, action, vocabulary) or _name(words, entity, action),
        entity=entity,
        action=action,
        modifiers=frozenset(m for m in (*lemmas, *second, *complement) if m not in weak),
        proper=frozenset(_lemma(t) for t in (*words, *reading.complement) if _is_name(t)) - weak,
        known=known_action is not None or entity in vocabulary.entities,
        grows=bool(known_action and known_action.grows) or not vocabulary.growing.isdisjoint((entity, *lemmas)),
        volatile=bool(known_action and known_action.volatile) or entity in vocabulary.volatile,
    )


def _ruling_verb(reading: Reading, action: str | None, vocabulary: Vocabulary) -> str | None:
    """What was done to a noun that is itself an action ("rejected 3,429 ballots"), when the verb tells something."""
    grammar = vocabulary.grammar
    if reading.governor is None or vocabulary.noun_actions.get(_head(reading)) != action:
        return None
    verb = reading.governor.lemma
    known = verb in vocabulary.verb_actions or verb in grammar.empty or verb in grammar.linking
    return None if known else verb


def _head(reading: Reading) -> str:
    return reading.noun[-1].lemma if reading.noun else ""


def _is_name(token: Token) -> bool:
    """A name, or a word with a capital inside ("iPhone")."""
    return token.tag is Tag.NAME or any(c.isupper() for c in token.text[1:])


def _lemma(token: Token) -> str:
    """A participle in a noun phrase is an adjective: its form is its name ("adjusted")."""
    return token.lower if token.tag is Tag.PARTICIPLE else token.lemma


def _without_state(lemmas: list[str], vocabulary: Vocabulary) -> list[str]:
    """As in "21 people dead" counts people: a state behind its noun is what became of them."""
    return lemmas[:-1] if len(lemmas) > 1 and lemmas[-1] in vocabulary.state_actions else lemmas


def _joint_entity(
    lemmas: Sequence[str], second: Sequence[str], vocabulary: Vocabulary
) -> tuple[str | None, frozenset[str]]:
    """The entity of a phrase, or of two joined by "and", which together are a thing of their own."""
    if second:
        joint = f"{' '.join(lemmas)} and {' '.join(second)}"
        if joint in vocabulary.entities:
            return vocabulary.entities[joint], frozenset((*lemmas, *second))
    entity, used = canonical_entity(lemmas, vocabulary)
    other, other_used = canonical_entity(second, vocabulary)
    if entity is None or other is None or other == entity:
        return entity, used | other_used
    return "+".join(sorted((entity, other))), used | other_used


def canonical_entity(lemmas: Sequence[str], vocabulary: Vocabulary) -> tuple[str | None, frozenset[str]]:
    """The canonical entity of a noun phrase and the lemmas it used: the longest known run that ends the phrase wins,
    then the head noun as it is. A generic head gives way to the word before it ("overheating incidents").
    """
    if not lemmas:
        return None, frozenset()
    for size in (4, 3, 2, 1):
        form = " ".join(lemmas[-size:])
        if len(lemmas) >= size and form in vocabulary.entities:
            return vocabulary.entities[form], frozenset(lemmas[-size:])
    head = lemmas[-1]
    if head in vocabulary.grammar.generic_nouns and len(lemmas) > 1:
        inner, used = canonical_entity(lemmas[:-1], vocabulary)
        return inner, used | {head}
    return head, frozenset({head})


def _settled(
    action: str | None, entity: str | None, lemmas: Sequence[str], dimension: Dimension, vocabulary: Vocabulary
) -> tuple[str | None, str | None]:
    """As in "617 arrests", "688 incidents of overheating": the noun is the action, and what is counted is the action's
    usual object, or the action itself where it has none. A bare figure under a known verb likewise ("9% contained").
    """
    for form in (" ".join(lemmas[-2:]), lemmas[-1] if lemmas else "", entity or ""):
        noun_action = vocabulary.noun_actions.get(form)
        if noun_action is not None:
            return noun_action, vocabulary.actions[noun_action].object or noun_action
    if action in vocabulary.actions and entity is None and action is not None:
        usual = vocabulary.actions[action].object
        counted = usual is None or dimension is Dimension.COUNT or vocabulary.actions[action].dimension is not None
        return action, (usual or action) if counted else None
    return action, entity


def _ruled_name(entity: str, action: str | None, vocabulary: Vocabulary) -> str | None:
    """What the newsroom's rules call the metric, None when they do not name it."""
    return vocabulary.names.get(f"{entity}/{action}") or vocabulary.names.get(entity)


def _name(words: Sequence[Token], entity: str, action: str | None) -> str:
    text = " ".join(t.text for t in words).lower() if words else entity
    if action is None or action in text or action == entity:
        return text
    return f"{text} ({action})"
