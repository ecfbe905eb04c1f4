"""From the reading around a figure to its metric: which thing is counted or measured, and what was done with it."""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Aspect, Direction, Metric, MetricId
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.text import Span
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.actions import action_of, topic_action
from claimcheck.resolve.aspects import aspect_of, carried, is_gapped_object
from claimcheck.resolve.attributions import Voice
from claimcheck.resolve.counted import NOTHING, Counted, Deed
from claimcheck.resolve.ellipsis import (
    ABSTRACT,
    SUBSTANTIAL,
    MetricReading,
    Told,
    acts,
    bears_change,
    can_lean,
    changes_told,
    estimated,
    is_shared,
    lands,
    leaning,
    new_subject,
    unnamed,
    with_object,
)
from claimcheck.resolve.entities import (
    PERSON,
    as_named,
    as_persons,
    canonical_entity,
    deeds_of,
    entity_of,
    is_name,
    is_stock,
    joint_entity,
    lemma_of,
    metric_name,
    ruled_name,
    settled,
    size_of,
    told_apart,
    without_state,
)
from claimcheck.resolve.forecasts import expecting, outdone_by
from claimcheck.resolve.lists import in_list
from claimcheck.resolve.measured import measured_of
from claimcheck.resolve.naming import kind_told, named
from claimcheck.resolve.phrases import phrase_ending
from claimcheck.resolve.portions import portion_of
from claimcheck.resolve.products import product_of
from claimcheck.resolve.rates import opening_whole
from claimcheck.resolve.reading import Reading, read
from claimcheck.resolve.special import is_kicker, label_action, special_entity, substance_told
from claimcheck.resolve.subjects import changed_in, clause_subject
from claimcheck.resolve.sums import VALUE
from claimcheck.resolve.superseded import is_superseded
from claimcheck.resolve.verbs import place_of
from claimcheck.resolve.votes import vote_share
from claimcheck.resolve.ways import way_of_noun
from claimcheck.resolve.words import compared_words, only_bears, words_of

_SHORTEST_CLAUSE = 3
_FALL = (Aspect.CHANGE, Direction.DOWN)
_ASIDE = frozenset({"in", "across", "at", "from"})
_BESIDES = frozenset({"other", "additional", "further", "extra", "more"})
"""For sums of money and weights "other assets" are assets; for counts "seven other groups" are not all groups."""


def read_metric(
    tokens: Sequence[Token],
    at: int,
    quantity: Quantity,
    told: Told,
    vocabulary: Vocabulary,
    label: Sequence[Token] = (),
    voice: Voice | None = None,
) -> MetricReading:
    """The metric of the figure at `tokens[at]`. From the figures `told` before it a bare figure ("49 in Massachusetts",
    "of those, 171", "down 14.8 percent") takes its noun; `label` opens the list item that it stands in,
    `voice` is who gives the figure.
    """
    dimension = quantity.unit.dimension
    measure = dimension is not Dimension.COUNT
    reading = read(tokens, at, measure=measure, amount=measure and dimension in ABSTRACT, grammar=vocabulary.grammar)
    reading = reading if measure else named(tokens, at, reading, told, vocabulary)
    beside = voice is not None and voice.beside
    reading = reading if voice is None else _without_voice(reading, [tokens[i].span for i in voice.words])
    reading = _looked_for(tokens, at, reading, vocabulary)
    if dimension is Dimension.COUNT:
        labelled = label_action(tokens, at, vocabulary) is not None or _under_kicker(tokens, at, reading, vocabulary)
        reading = replace(reading, subject=(), tied=False) if labelled else reading
    reading, whole = _of_opening(tokens, at, dimension, reading)
    reading, aspect, direction = _moved(tokens, at, quantity, reading, told, vocabulary)
    aspect = Aspect.SHARE if whole and aspect is Aspect.LEVEL else aspect
    reading, level = _own_sum(tokens, at, dimension, reading, told, vocabulary)
    gapped = told.counts_last(dimension) and is_gapped_object(tokens, at, reading, vocabulary)
    aspect, direction = (Aspect.LEVEL, None) if gapped or level else (aspect, direction)
    before = told.last if aspect is Aspect.CHANGE or reading.of_it else told.before(tokens, at, dimension)
    before = told.on_scale(before, quantity)
    if before is None and dimension is Dimension.COUNT and estimated(tokens, at, vocabulary):
        before = told.older
    found = told.occurring(tokens, at) if aspect is Aspect.SHARE and not reading.occurring else reading.occurring
    if found and aspect is not Aspect.CHANGE and dimension is Dimension.PROPORTION:
        reading = replace(reading, complement=(*reading.noun, *reading.complement), noun=found, occurring=found)
    words, source = words_of(reading, dimension, aspect, vocabulary, compared=compared_words(tokens, at, reading))
    kind = () if measure else kind_told(tokens, at, reading, vocabulary)
    words, source = (kind, "what they are said to be") if kind else (words, source)
    words = words or _showing(tokens, aspect, reading, vocabulary)
    opened = _before_colon(tokens, at, dimension, vocabulary)
    words, source = (opened, "what the colon opens") if opened else (words, source)
    beside_it = () if source == "subject" else words  # "sales fell 8% to £1bn and profit 30% to £9m"
    landed = told.last if lands(tokens, at, beside_it, told, vocabulary) else None
    words, aspect, direction = _named_change(tokens, words, dimension, (aspect, direction), vocabulary)
    on = changes_told(tokens, at, aspect, told) or bears_change(words, aspect, dimension, told, vocabulary)
    if landed is not None or on:
        words, before = (), landed or told.last
    if before is None and not words:
        before = told.taken_up(tokens, dimension)
    product = product_of(reading, label, vocabulary)
    words, source = (product, "product") if product else (words, source)
    words = _telling(words, quantity, vocabulary)
    moved = landed.metric.entity if landed is not None else None
    last = told.last.metric.entity if told.last is not None else None
    special = special_entity(tokens, at, quantity, aspect, words, vocabulary, moved, last)
    free = special.entity is None and landed is None and not on
    measured = measured_of(tokens, at, quantity, aspect, reading, words, vocabulary) if free else None
    special = measured or special
    special = (
        special if special.entity or words else vote_share(tokens, at, dimension, aspect, told, vocabulary) or special
    )
    words = words if special.words is None else special.words
    entity = special.entity or entity_of(words, vocabulary, also=reading.also)
    thing = entity if entity is not None or before is None or measure else before.metric.entity
    elided = before if not words and not measure else None
    action, verb = _deed(tokens, at, reading, Counted(dimension, thing, vocabulary), elided)
    if action is None and words:
        counted = Counted(dimension, thing, vocabulary)
        action = before.metric.action if kind and before else _shared_deed(tokens, at, told, counted)
    if (
        reading.noun
        and not product
        and action in told.products
        and reading.noun[-1].lemma in vocabulary.grammar.fillers
    ):
        words, source = told.products[action], "product told before"
    if (beside or reading.apposed) and before is not None and not words:
        action = before.metric.action
    elif not words and action not in vocabulary.actions and " and " not in (action or "") and not measure:
        action, verb = topic_action(tokens, at, vocabulary)
        far = before is None or before is told.older
        theme = told.theme if far and estimated(tokens, at, vocabulary) else None
        nothing_told = before is None or before.metric.entity == dimension.value
        same = before is not None and theme is not None and _one_kind(before.metric.entity, theme, vocabulary)
        action = action or ((told.topic or theme) if nothing_told else theme if same else None)
        if same and before is told.older and action == theme and before is not None and before.metric.action != theme:
            before = None  # what the article is about, and not the last count of another paragraph
    if (measure or not words) and verb is not None and before is not None and is_shared(tokens, at, verb):
        action = before.metric.action
    substance = substance_told(tokens, at, dimension, told) if not words else None
    own_object = _is_other(action, before, vocabulary)
    lean = (
        before is not None
        and not own_object
        and not words
        and special.entity is None
        and substance is None
        and (landed is not None or can_lean(dimension, aspect, before, action, vocabulary, of_it=reading.of_it))
    )
    elliptic = reading.predicated and dimension is Dimension.COUNT
    own_words = aspect is not Aspect.CHANGE and dimension not in SUBSTANTIAL and not elliptic
    goes_on = beside or gapped or landed is not None or not (own_words and new_subject(tokens, at, vocabulary))
    lean = lean and goes_on and not (dimension is Dimension.MONEY and acts(tokens, at, vocabulary))
    text = " ".join(t.text for t in words)
    if lean and before is not None:
        told_metric = before.metric if before is not told.last or words else unnamed(before.metric, tokens, at)
        if reading.of_it and before.substance is not None:
            told_metric = replace(told_metric, entity=before.substance, modifiers=frozenset())
        own = elliptic or measure or gapped or (action in vocabulary.actions and action != told.topic)
        metric, text = (
            leaning(told_metric, action if own else told_metric.action, quantity, aspect, vocabulary),
            before.noun_text,
        )
        why = f"no noun of its own: leans on “{text}” told before it"
    else:
        given = special.entity or substance
        action = special.action or action
        metric = metric_of(words, reading, action, quantity, vocabulary, given, dropped=special.settled)
        metric = replace(metric, modifiers=metric.modifiers | special.modifiers)
        bare = not words and special.words is None
        metric = with_object(metric, tokens, at, quantity, told, vocabulary) if bare else metric
        why = f"{source}: “{text}”" if words and special.words is None else special.why or "no noun beside the figure"
        why += f"; done: “{verb.text}”" if verb is not None else ""
    metric = _consisting(metric, tokens, at, (dimension, aspect), vocabulary)
    metric, aspect, direction = _fewer_hands(metric, words, quantity, (aspect, direction), vocabulary)
    return MetricReading(
        metric=_narrowed(metric, reading, before if lean else None, told),
        aspect=aspect,
        direction=direction,
        dimension=dimension,
        elliptic=lean,
        partitive=reading.partitive or (lean and dimension in SUBSTANTIAL and action is None),
        from_level=is_superseded(tokens, at, dimension, reading, told, vocabulary),
        noun_text=text,
        why=why,
        substance=canonical_entity([lemma_of(t) for t in reading.complement], vocabulary)[0],
        occurring=reading.occurring,
        toward=reading.toward,
        aside=dimension is Dimension.COUNT and bool(words) and reading.oblique in _ASIDE,
    )


def _fewer_hands(
    metric: Metric,
    words: Sequence[Token],
    quantity: Quantity,
    told: tuple[Aspect, Direction | None],
    vocabulary: Vocabulary,
) -> tuple[Metric, Aspect, Direction | None]:
    """A fall in the number of those who are there, as the deed that it is: "cut its workforce by 5,800" tells of 5,800
    jobs cut, "shrank its staff by 6 percent" of 6 percent of the staff. Any other metric as it is.
    """
    dimension = quantity.unit.dimension
    if told != _FALL or dimension not in (Dimension.COUNT, Dimension.PROPORTION) or not words:
        return metric, *told
    nouns = {lemma_of(words[-1]), " ".join(lemma_of(t) for t in words[-2:])}
    deed = next((action for action in vocabulary.actions.values() if not nouns.isdisjoint(action.stock)), None)
    if deed is None:
        return metric, *told
    if dimension is Dimension.PROPORTION:
        return metric, Aspect.SHARE, None
    return metric_of((), Reading(), deed.id, quantity, vocabulary, deed.object), Aspect.LEVEL, None


def _shared_deed(tokens: Sequence[Token], at: int, told: Told, counted: Counted) -> str | None:
    """The deed of the figure told last, where this one goes on its list or is a part of it ("145 people lost their
    lives, including 132 students").
    """
    shared = told.last.metric.action if told.last is not None else None
    if tokens[at - 1].lower == "including" and counted.fits(shared):
        return shared
    return shared if in_list(tokens, at, shared, counted) else None


def _showing(tokens: Sequence[Token], aspect: Aspect, reading: Reading, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """The sum that showed a change: "exports registered 5 percent growth"; empty for whoever else posted one."""
    verb = reading.governor
    if aspect is not Aspect.CHANGE or verb is None or verb.lemma not in vocabulary.grammar.empty or reading.complement:
        return ()
    subject = clause_subject(tokens, place_of(tokens, verb), vocabulary.grammar)
    return subject if subject and _is_sum(entity_of(subject, vocabulary), vocabulary) else ()


def _under_kicker(tokens: Sequence[Token], at: int, reading: Reading, vocabulary: Vocabulary) -> bool:
    return reading.tied and tokens[at - 1].lower == ":" and is_kicker(tokens, at, reading.subject, vocabulary)


def _before_colon(tokens: Sequence[Token], at: int, dimension: Dimension, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """The subject of the clause that a colon and a sum close, where it is known to be a sum: "The net loss got smaller:
    $136.7 million"; empty for any other figure.
    """
    if dimension is not Dimension.MONEY or at < _SHORTEST_CLAUSE or tokens[at - 1].lower != ":":
        return ()
    verb = next((i for i in range(at - 2, 0, -1) if tokens[i].tag in (Tag.VERB, Tag.AUXILIARY)), None)
    subject = clause_subject(tokens, verb, vocabulary.grammar) if verb is not None else ()
    entity = canonical_entity([lemma_of(t) for t in subject], vocabulary)[0] if subject else None
    return subject if _is_sum(entity, vocabulary) else ()


def _looked_for(tokens: Sequence[Token], at: int, reading: Reading, vocabulary: Vocabulary) -> Reading:
    """The reading without those who looked for the figure ("the 8.4 percent economists had expected"), and with what
    fell short or beat ("revenue missed estimates by $200 million").
    """
    if reading.noun and reading.noun[-1].lemma in vocabulary.cues.claimants and expecting(tokens, at, vocabulary):
        reading = replace(reading, noun=(), complement=())
    outdone = outdone_by(tokens, at, vocabulary)
    if outdone is None:
        return reading
    return replace(reading, subject=clause_subject(tokens[: outdone[0]], outdone[0], vocabulary.grammar))


def _own_kind(
    tokens: Sequence[Token], at: int, reading: Reading, before: MetricReading, vocabulary: Vocabulary
) -> Reading:
    """The reading with what changed in the next of a list, where it is of one kind with what is told before: "energy
    prices rose 38 percent and food prices 6.1 percent".
    """
    own = phrase_ending(tokens, at - 1) if tokens[at - 1].tag is Tag.WORD else ()
    return replace(reading, subject=own) if own and entity_of(own, vocabulary) == before.metric.entity else reading


def _own_sum(
    tokens: Sequence[Token],
    at: int,
    dimension: Dimension,
    reading: Reading,
    told: Told,
    vocabulary: Vocabulary,
) -> tuple[Reading, bool]:
    """The reading with the name of a sum that stands right before it without a verb: in a list ("Revenue was $5
    billion, operating profit $1.1 billion and net income $800 million"), or by itself where the name is known to be one
    of a sum ("EPS $1.30, revenue $5.1 billion"). "Services $19 billion" are a part, and stay one. And whether the sum
    is a level, whatever its name sounds like: a "net loss $2 million" loses nothing.
    """
    summed = dimension in ABSTRACT and dimension is not Dimension.COUNT
    if not summed or tokens[at - 1].tag not in (Tag.WORD, Tag.NAME):
        return reading, False
    last = told.last
    own = phrase_ending(tokens, at - 1)
    entity = entity_of(own, vocabulary)
    listed = last is not None and tokens[at - 1].tag is Tag.WORD
    apart = last is not None and listed and told_apart(entity, last.metric.entity, vocabulary)
    named = dimension is Dimension.MONEY and not reading.noun and _is_sum(entity, vocabulary)
    if not apart and not named:
        return reading, False
    return replace(reading, subject=own, noun=(), tied=True), last is None or last.aspect is not Aspect.CHANGE


def _is_sum(entity: str | None, vocabulary: Vocabulary) -> bool:
    """Whether a noun is known to be a sum of money: "revenue", "net loss", "earnings per share"."""
    return entity in vocabulary.sums or entity in vocabulary.measure_verbs.values()


def _telling(words: tuple[Token, ...], quantity: Quantity, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """The words that name what is counted: not the unit ("Acres burned: 83,933"), nor how sure the count is ("61 feared
    drowned").
    """
    if [lemma_of(t) for t in words] == [quantity.unit.id]:
        return ()
    last = words[-1].lower if words else ""
    counted = quantity.unit.dimension is Dimension.COUNT
    return words[:-1] if counted and last.endswith("ed") and last in vocabulary.cues.status else words


def _moved(
    tokens: Sequence[Token], at: int, quantity: Quantity, reading: Reading, told: Told, vocabulary: Vocabulary
) -> tuple[Reading, Aspect, Direction | None]:
    """Aspect and direction of a figure, taken over from the one before where it only goes on with that."""
    aspect, direction = aspect_of(tokens, at, quantity, reading, vocabulary)
    last = told.last
    if aspect is not Aspect.LEVEL or last is None:
        return reading, aspect, direction
    on = carried(tokens, at, quantity, (last.aspect, last.direction), reading.lead)
    if on is None:
        return reading, aspect, direction
    return _own_kind(tokens, at, reading, last, vocabulary), *on


def _named_change(
    tokens: Sequence[Token],
    words: tuple[Token, ...],
    dimension: Dimension,
    told: tuple[Aspect, Direction | None],
    vocabulary: Vocabulary,
) -> tuple[tuple[Token, ...], Aspect, Direction | None]:
    """What changed, and that it did, where the words of a share name the change of a known thing: "subscriber growth
    was 8%", a change of nothing else: "the increase was 5 percent", or the pace of one; otherwise words and aspect as
    they are.
    """
    grammar = vocabulary.grammar
    if told[0] is Aspect.CHANGE and words and words[-1].lemma in grammar.paces:
        lead = place_of(tokens, words[0]) - 1
        while lead > 0 and tokens[lead].tag in (Tag.DETERMINER, Tag.ADVERB):
            lead -= 1
        paced = lead > 0 and tokens[lead].lower == "at"  # "GDP grew at an annual rate of 4.9%"
        return (clause_subject(tokens, lead - 1, grammar) if paced else ()) or words, *told
    if dimension is not Dimension.PROPORTION or told[0] is not Aspect.LEVEL:
        return words, *told
    changed = changed_in(tokens, words, grammar)
    if len(words) == 1 and not changed and words[0].tag is Tag.WORD and words[0].lemma not in grammar.shortfalls:
        way = way_of_noun(words, grammar)
        return words if way is None else (), *(told if way is None else (Aspect.CHANGE, way))
    named = " ".join(lemma_of(t) for t in words[-2:]) in vocabulary.entities  # "economic growth"
    known = bool(changed) and entity_of(changed, vocabulary) in vocabulary.entities.values()
    if named or not known:
        return words, *told
    return changed, Aspect.CHANGE, way_of_noun(words, grammar) or Direction.UP


def _without_voice(reading: Reading, claimant: Sequence[Span]) -> Reading:
    """The reading without the words for who claims the figure: they name nothing that is counted."""
    if not claimant:
        return reading
    noun, subject = (tuple(t for t in words if t.span not in claimant) for words in (reading.noun, reading.subject))
    return replace(reading, noun=noun, subject=subject)


def _one_kind(entity: str, action: str, vocabulary: Vocabulary) -> bool:
    """Whether an action counts such entities."""
    usual = vocabulary.actions[action].object
    return usual is not None and usual in (entity, vocabulary.entity_kinds.get(entity))


def _narrowed(metric: Metric, reading: Reading, leant: MetricReading | None, told: Told) -> Metric:
    """The metric with what only the figure itself has: who gets the sum, where another sum leans on ("$900 to owners
    and $300 to renters"), and what is worth so much.
    """
    if metric.entity == VALUE and not metric.modifiers and told.last is not None:
        return replace(metric, modifiers=metric.modifiers | {told.last.metric.entity})
    if leant is None or not reading.toward:
        return metric
    others = frozenset(lemma_of(t) for t in leant.toward)
    return replace(metric, modifiers=metric.modifiers - others | {lemma_of(t) for t in reading.toward})


def _of_opening(tokens: Sequence[Token], at: int, dimension: Dimension, reading: Reading) -> tuple[Reading, bool]:
    """The reading of a share with the whole that its sentence opens with, and whether it has one: "Of the refugees, 52
    percent are children".
    """
    whole = opening_whole(tokens, at) if dimension is Dimension.PROPORTION and not reading.noun else ()
    return (replace(reading, noun=whole), True) if whole else (reading, False)


def _consisting(
    metric: Metric, tokens: Sequence[Token], at: int, kind: tuple[Dimension, Aspect], vocabulary: Vocabulary
) -> Metric:
    """The metric of a share, narrowed down by what the part consists of."""
    if kind[0] is not Dimension.PROPORTION or kind[1] is Aspect.CHANGE:
        return metric
    portion = portion_of(tokens, at, vocabulary)
    same = portion is None or portion == metric.entity
    return metric if same else replace(metric, modifiers=metric.modifiers | {str(portion)})


def _deed(tokens: Sequence[Token], at: int, reading: Reading, counted: Counted, before: MetricReading | None) -> Deed:
    """What was done with the counted; of a bare count also what was done to people, where things were told `before`."""
    vocabulary = counted.vocabulary
    deed = action_of(tokens, at, reading, counted, vocabulary)
    if deed[0] is not None or before is None:
        return deed
    other = action_of(tokens, at, reading, replace(counted, entity=None), vocabulary)
    return other if _is_other(other[0], before, vocabulary) else NOTHING


def _is_other(action: str | None, before: MetricReading | None, vocabulary: Vocabulary) -> bool:
    """Whether a deed done to people counts people where things were told before: "reached 12 cities and killed 40",
    "has 130 stores and employs 8,500".
    """
    known = vocabulary.actions.get(action or "")
    if known is None or before is None or not _is_person(known.object, vocabulary):
        return False
    return not all(_is_person(part, vocabulary) for part in before.metric.entity.split("+"))


def _is_person(entity: str | None, vocabulary: Vocabulary) -> bool:
    return entity == PERSON or vocabulary.entity_kinds.get(entity or "") == PERSON


def metric_of(
    words: Sequence[Token],
    reading: Reading,
    action: str | None,
    quantity: Quantity,
    vocabulary: Vocabulary,
    given: str | None = None,
    *,
    dropped: bool = False,
) -> Metric:
    """The metric of `words` under an action; `given` is an entity that is told otherwise, and `dropped` that nothing is
    done with it.
    """
    also = {t.span for t in reading.also}
    lemmas = without_state([lemma_of(t) for t in words if t.span not in also], vocabulary)
    if quantity.per is not None and " ".join((*lemmas[-2:], "per", quantity.per)) in vocabulary.entities:
        lemmas.extend(("per", quantity.per))
    second = [lemma_of(t) for t in words if t.span in also]
    state = _head(reading) in vocabulary.state_actions  # "114 hurt in a bus plunge"
    complement = [] if state else [lemma_of(t) for t in reading.complement]
    entity, used = joint_entity(lemmas, second, vocabulary)
    used = _named_by(given, lemmas, used, vocabulary) if given is not None else used
    if (entity is None or entity in vocabulary.grammar.generic_nouns) and complement:
        inner, inner_used = canonical_entity(complement, vocabulary)
        telling = inner is not None and inner not in vocabulary.grammar.generic_nouns
        entity, used = (inner, used | inner_used) if telling else (entity, used)
    toward = [lemma_of(t) for t in reading.toward] if quantity.unit.dimension is Dimension.MONEY else []
    bearer = [lemma_of(t) for t in reading.subject] if not words and only_bears(reading.subject, vocabulary) else []
    ruling = _ruling_verb(reading, action, vocabulary)
    named_deed = " ".join(lemmas[-2:]) in vocabulary.noun_actions
    longer = entity if len(used) > 1 and entity in vocabulary.entities.values() and not named_deed else None
    action, entity = settled(action, entity, [*complement, *lemmas], quantity.unit.dimension, vocabulary)
    entity = _product_in(words, entity, action) if quantity.unit.dimension is Dimension.COUNT else entity
    entity, part = as_persons(given or longer or entity, None if dropped else action, vocabulary)
    entity = as_named(entity, None if dropped else action, vocabulary)
    entity = size_of(entity, action, quantity.unit.dimension, vocabulary)
    if (
        words
        and entity == "share price"
        and (words[-1] in reading.noun or not is_stock(words[-1], quantity.unit.dimension))
    ):
        entity = "share"
    action = None if dropped or entity == VALUE else action  # what is worth so much was seized, not its worth
    if entity is None:
        entity = quantity.unit.dimension.value
    if ruling is not None and action is not None:
        action = f"{action}: {ruling}"
    weak = vocabulary.grammar.weak_modifiers | (used - part) | {entity, action or ""}
    weak |= deeds_of((*lemmas, *complement), action, vocabulary)
    weak |= _BESIDES if quantity.unit.dimension is not Dimension.COUNT else frozenset()
    known_action = vocabulary.actions.get(action) if action is not None else None
    return Metric(
        id=MetricId("/".join(filter(None, (entity, action, quantity.unit.dimension.value)))),
        name=ruled_name(entity, action, vocabulary) or metric_name(words, entity, action),
        entity=entity,
        action=action,
        modifiers=frozenset(m for m in (*lemmas, *second, *complement, *toward, *bearer, *part) if m not in weak),
        proper=frozenset((*bearer, *(lemma_of(t) for t in (*words, *reading.complement) if is_name(t)))) - weak,
        known=known_action is not None or entity in vocabulary.entities,
        grows=bool(known_action and known_action.grows) or not vocabulary.growing.isdisjoint((entity, *lemmas)),
        volatile=bool(known_action and known_action.volatile) or entity in vocabulary.volatile,
    )


def _product_in(words: Sequence[Token], entity: str | None, action: str | None) -> str | None:
    """The product before a noun of action that has no object of its own: "iPad sales"."""
    named = entity == action and len(words) > 1 and any(c.isupper() for c in words[-2].text[1:])
    return lemma_of(words[-2]) if named and not words[-2].text.isupper() else entity


def _named_by(given: str, lemmas: Sequence[str], used: frozenset[str], vocabulary: Vocabulary) -> frozenset[str]:
    """Which words of a phrase name a sum that is told otherwise; the others narrow it: "spent so much on roads"."""
    if given != VALUE and given not in vocabulary.measure_verbs.values() and given not in vocabulary.sums:
        return used
    named = (vocabulary.sum_nouns, vocabulary.measure_verbs, vocabulary.entities)
    pair = lemmas[-2:] if vocabulary.entities.get(" ".join(lemmas[-2:])) == given else ()  # "street value"
    return frozenset((*pair, *(lemma for lemma in lemmas if any(words.get(lemma) == given for words in named))))


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
