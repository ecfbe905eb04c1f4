"""From the words around a figure to the thing it counts: canonical entities, and what a metric is called."""

from collections.abc import Iterable, Sequence

from claimcheck.language.lemmas import verb_lemma
from claimcheck.language.tokens import Tag, Token
from claimcheck.model.quantity import Dimension
from claimcheck.model.vocabulary import Vocabulary

PERSON = "person"
_STEM = 5


def is_name(token: Token) -> bool:
    """A name, or a word with a capital inside ("iPhone")."""
    return token.tag is Tag.NAME or any(c.isupper() for c in token.text[1:])


def lemma_of(token: Token) -> str:
    """A participle in a noun phrase is an adjective: its form is its name ("adjusted")."""
    return token.lower if token.tag is Tag.PARTICIPLE else token.lemma


def without_state(lemmas: list[str], vocabulary: Vocabulary) -> list[str]:
    """As in "21 people dead" counts people: a state behind its noun is what became of them, which "confirmed dead" has
    not.
    """
    if len(lemmas) < 2 or lemmas[-1] not in vocabulary.state_actions:
        return lemmas
    named = lemmas[:-1]
    return lemmas[-1:] if vocabulary.grammar.weak_modifiers.issuperset(named) else named


def is_stock(token: Token, dimension: Dimension) -> bool:
    """Whether "share" is what is traded: a price has "a share", a change "the shares"; "the urban share" is a part."""
    return token.lower != "share" or dimension not in (Dimension.PROPORTION, Dimension.POINTS)


def is_named_sum(lemmas: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a phrase names a sum by a change, so that it is a level all the same: "operating loss", "tax cut"."""
    changing = vocabulary.grammar.rising | vocabulary.grammar.falling
    return len(lemmas) > 1 and lemmas[-1] in changing and " ".join(lemmas[-2:]) in vocabulary.entities


def joint_entity(
    lemmas: Sequence[str], second: Sequence[str], vocabulary: Vocabulary
) -> tuple[str | None, frozenset[str]]:
    """The entity of a phrase, or of two joined by "and", which together are a thing of their own."""
    if second:
        joint = f"{' '.join(lemmas)} and {' '.join(second)}"
        if joint in vocabulary.entities:
            return vocabulary.entities[joint], frozenset((*lemmas, *second))
    if second and second[0] == "other":
        whole, named = canonical_entity(second, vocabulary)
        first, _ = canonical_entity(lemmas, vocabulary)
        kind = vocabulary.entity_kinds.get(first or "")
        if kind is None or kind in (whole, vocabulary.entity_kinds.get(whole or "")):
            return whole, named | frozenset((*lemmas, "other"))  # "homes and other buildings"
    entity, used = canonical_entity(lemmas, vocabulary)
    other, other_used = canonical_entity(second, vocabulary)
    if entity is None or other is None or other == entity:
        return entity, used | other_used
    kinds = {vocabulary.entity_kinds.get(entity), vocabulary.entity_kinds.get(other)}
    if len(kinds) == 1 and not kinds.isdisjoint((entity, other)):
        return next(iter(kinds)), used | other_used  # "homes and buildings"
    return "+".join(sorted((entity, other))), used | other_used


def entity_of(words: Sequence[Token], vocabulary: Vocabulary, *, also: Sequence[Token] = ()) -> str | None:
    """The entity of a phrase; `also` are those of its words that are a second noun joined to it."""
    second = {t.span for t in also}
    first = [lemma_of(t) for t in words if t.span not in second]
    return joint_entity(first, [lemma_of(t) for t in words if t.span in second], vocabulary)[0]


def canonical_entity(lemmas: Sequence[str], vocabulary: Vocabulary) -> tuple[str | None, frozenset[str]]:
    """The canonical entity of a noun phrase and the lemmas it used: the longest known run that ends the phrase wins,
    then the head noun as it is. A generic head gives way to the word before it ("overheating incidents").
    """
    if not lemmas:
        return None, frozenset()
    while len(lemmas) > 1 and lemmas[-1] in vocabulary.grammar.weak_modifiers and lemmas[-1] not in vocabulary.entities:
        lemmas = lemmas[:-1]  # "vehicles full"
    for size in (4, 3, 2, 1):
        form = " ".join(lemmas[-size:])
        grammar = vocabulary.grammar
        if size == 1 and form in grammar.generic_nouns and lemmas[-2:-1] and lemmas[-2] in grammar.weak_modifiers:
            break  # "California's own count of measles"
        if len(lemmas) >= size and form in vocabulary.entities:
            return vocabulary.entities[form], frozenset(lemmas[-size:])
    head = lemmas[-1]
    if _names_people(head, vocabulary):
        return PERSON, frozenset()  # "57 Kenyans": the name narrows down who
    if head in vocabulary.grammar.generic_nouns and len(lemmas) > 1:
        kept = list(lemmas[:-1])
        while len(kept) > 1 and kept[-1] in vocabulary.grammar.weak_modifiers:
            kept.pop()
        inner, used = canonical_entity(kept, vocabulary)
        return inner, used | {head}
    return head, frozenset({head})


def deeds_of(lemmas: Iterable[str], action: str | None, vocabulary: Vocabulary) -> frozenset[str]:
    """Those words that only name the deed which is told anyway: "24 people with injuries" were injured, "recalled cars"
    were recalled.
    """
    nouns, verbs, grammar = vocabulary.noun_actions, vocabulary.verb_actions, vocabulary.grammar
    told = {m for m in lemmas if nouns.get(m) == action}
    told |= {
        m
        for m in lemmas
        if m.endswith("ed") and verbs.get(verb_lemma(m, grammar.irregular_verbs, grammar.verbs)) == action
    }
    return frozenset(told) - vocabulary.roles if action is not None else frozenset()


def as_named(entity: str | None, action: str | None, vocabulary: Vocabulary) -> str | None:
    """The name that those have with whom the deed is done, where the packs know one: people and voters "registered to
    vote" are registered voters, people employed are employees.
    """
    known = vocabulary.actions.get(action or "")
    if known is not None and known.called is not None and entity == PERSON:
        return known.called
    if known is None or known.object is None or vocabulary.noun_actions.get(known.object) != action:
        return entity
    head = known.object.split()[-1]
    named = entity in (PERSON, vocabulary.entities.get(head, head)) and head != known.object
    return known.object if named else entity


def told_apart(one: str | None, other: str | None, vocabulary: Vocabulary) -> bool:
    """Whether two entities stand in one row of contrasts: "revenue" and "operating profit"."""
    rows = {row for row, _ in vocabulary.contrasts.get(other or "", ())}
    return one != other and any(row in rows for row, _ in vocabulary.contrasts.get(one or "", ()))


def _names_people(lemma: str, vocabulary: Vocabulary) -> bool:
    """Whether a head noun names people by where they are from; other nouns that end so are entities of the packs."""
    grammar = vocabulary.grammar
    return lemma in grammar.demonyms or (len(lemma) > _STEM and lemma.endswith(tuple(grammar.demonym_endings)))


def settled(
    action: str | None, entity: str | None, lemmas: Sequence[str], dimension: Dimension, vocabulary: Vocabulary
) -> tuple[str | None, str | None]:
    """As in "617 arrests", "688 incidents of overheating": the noun is the action, and what is counted is the action's
    usual object, or the action itself where it has none. A bare figure under a known verb likewise ("9% contained").
    """
    state = vocabulary.state_actions.get(entity or "") if entity not in vocabulary.entities else None
    if state is not None and dimension is Dimension.COUNT and vocabulary.actions[state].object == PERSON:
        return action or state, PERSON  # "those infected", "13 of the injured are in critical condition"
    for form in (" ".join(lemmas[-2:]), lemmas[-1] if lemmas else "", entity or ""):
        noun_action = vocabulary.noun_actions.get(form)
        other = action in vocabulary.actions and action != noun_action
        if other and lemmas and lemmas[-1] in vocabulary.person_nouns:
            return action, entity  # "arrested 40 protesters"
        if noun_action is not None and _can_be(noun_action, dimension, vocabulary):
            named = vocabulary.entities.get(form) if dimension is Dimension.MONEY else None
            thing = vocabulary.entities.get(lemmas[-2]) if dimension is Dimension.COUNT and lemmas[-2:-1] else None
            return noun_action, vocabulary.actions[noun_action].object or named or thing or noun_action
    if action in vocabulary.actions and entity is None and action is not None:
        usual = vocabulary.actions[action].object
        counted = usual is None or dimension is Dimension.COUNT or vocabulary.actions[action].dimension is not None
        if usual is None and dimension in (Dimension.MASS, Dimension.VOLUME):
            return action, None
        return action, (usual or action) if counted else None
    return action, entity


def as_persons(entity: str | None, action: str | None, vocabulary: Vocabulary) -> tuple[str | None, frozenset[str]]:
    """Persons named by their part in the events, as persons under a deed that is done to persons, and the part: "12
    passengers died" counts 12 dead. Of several parts together ("passengers and crew") none is left.
    """
    known = vocabulary.actions.get(action or "")
    if entity is None or known is None or (known.object != PERSON and PERSON not in known.of):
        return entity, frozenset()
    parts = entity.split("+")
    if not vocabulary.roles.issuperset(parts):
        return entity, frozenset()
    return PERSON, frozenset(parts) if len(parts) == 1 else frozenset()


def size_of(entity: str | None, action: str | None, dimension: Dimension, vocabulary: Vocabulary) -> str | None:
    """What is measured of a thing by whose name the action is known: "a 6,000-acre fire" has an area, which burned."""
    known = vocabulary.actions.get(action or "")
    if known is None or entity not in known.by_name or dimension is Dimension.COUNT:
        return entity
    return known.object or entity


def _can_be(action: str, dimension: Dimension, vocabulary: Vocabulary) -> bool:
    """Whether a figure of this dimension can count the action: "sales of $37.2 billion" are no sales made."""
    done = vocabulary.actions[action]
    if done.dimension is not None:
        return done.dimension == dimension.value
    return dimension is Dimension.COUNT or done.object != "person"


def ruled_name(entity: str, action: str | None, vocabulary: Vocabulary) -> str | None:
    """What the newsroom's rules call the metric, None when they do not name it."""
    return vocabulary.names.get(f"{entity}/{action}") or vocabulary.names.get(entity)


def metric_name(words: Sequence[Token], entity: str, action: str | None) -> str:
    """What a reader is shown: the words as printed, and the deed where they do not say it."""
    text = " ".join(t.text for t in words).lower() if words else entity
    if action is None or action in text or action == entity:
        return text
    return f"{text} ({action})"
