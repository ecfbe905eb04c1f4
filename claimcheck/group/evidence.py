"""The evidence for and against two claims' speaking of one thing, as named features; their weights are data."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from claimcheck.group.wording import BARE, Wording, alike, alongside
from claimcheck.model.claim import (
    Aspect,
    Claim,
    Facet,
    Metric,
    Status,
    both_claimed,
    forward_apart,
    one_holder,
    same_facet,
)
from claimcheck.model.quantity import Dimension
from claimcheck.model.vocabulary import Vocabulary

_SORT = {
    Dimension.COUNT: "count",
    Dimension.MONEY: "money",
    Dimension.PROPORTION: "proportion",
    Dimension.LENGTH: "length",
    Dimension.DURATION: "duration",
    Dimension.MAGNITUDE: "magnitude",
}
_MEASURED_BY_NAME = frozenset({Dimension.MONEY, Dimension.PROPORTION, Dimension.POINTS, Dimension.MULTIPLE})
_MIN_FUZZY = 88
_MOST = 3
_PASSAGE = 2


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that two claims have or lack in common: the `name` of its weight, how much of it, and in words."""

    name: str
    amount: float
    says: str


def features(a: Claim, b: Claim, wording: tuple[Wording, Wording], words: Vocabulary) -> Iterator[Feature]:
    """Everything in two claims that speaks for or against, values left out. Symmetric."""
    yield Feature("prior", 1.0, "two figures of one unit in one story")
    yield Feature(f"dimension.{_SORT.get(a.quantity.unit.dimension, 'measure')}", 1.0, "what is measured")
    near, every, shared = alike(*wording)
    yield Feature("words.shared", min(shared, 3.0), "rare words in common")
    yield Feature("words.near", near, "words near by")
    yield Feature("words.all", every, "words of the sentence")
    both = alongside(*wording)
    if both:
        yield Feature("alongside", min(both, 2.0), "other figures in both sentences")
    entity = _entity(a.metric, b.metric, words)
    yield entity
    one = entity.name == "entity.same" and _is_one_metric(a, b)
    if one:
        yield Feature("metric.one", 1.0, "nothing that is said of what is measured differs")
    if one and _told_against(a, b):
        yield Feature("claimants.beside", 1.0, "one passage tells what each of two says of it")
    action = _action(a.metric, b.metric, words)
    if action is not None:
        yield action
    yield from _modifiers(a.metric, b.metric)
    if one_holder(a, b):
        yield Feature("holder.same", 1.0, "both of one by name")
    elif (a.holder is None) is not (b.holder is None):
        yield Feature("holder.one", 1.0, "only one says whose it is")
    yield from _facets("scope", a.scope, b.scope)
    yield from _facets("period", a.period, b.period)
    yield from _standing(a, b)


def _is_one_metric(a: Claim, b: Claim) -> bool:
    """Whether what the two say of the thing that they measure agrees, down to part and time; one may say a little less
    of it, but no name.
    """
    if not (same_facet(a.scope, b.scope) and same_facet(a.period, b.period)):
        return False
    if a.metric.action is not None and b.metric.action is not None and a.metric.action != b.metric.action:
        return False
    odd = a.metric.modifiers ^ b.metric.modifiers
    spare = 0 if a.quantity.unit.dimension in _MEASURED_BY_NAME else 1
    return len(odd) <= spare and odd.isdisjoint(a.metric.proper | b.metric.proper)


def _told_against(a: Claim, b: Claim) -> bool:
    """Whether an article sets two people's word on one thing side by side: "Police put it at 98,600, organisers at
    510,000". Which of them is right it leaves open; that they speak of one thing it says.
    """
    if a.article != b.article or abs(a.sentence.index - b.sentence.index) > _PASSAGE:
        return False
    return both_claimed(a, b) and a.metric.action is not None and a.metric.action == b.metric.action


def bare(metric: Metric, words: Vocabulary) -> bool:
    """Whether nothing is said of what is counted ("units", "cases"), nor of what was done."""
    done = metric.action in words.actions
    return not done and (metric.entity in BARE or metric.entity in words.grammar.generic_nouns)


def _entity(a: Metric, b: Metric, words: Vocabulary) -> Feature:
    bare_a, bare_b = bare(a, words), bare(b, words)
    if a.entity == b.entity:
        if bare_a or bare_b:
            return Feature("entity.bare", 1.0, "neither says what is counted")
        if a.entity in words.loose:
            return Feature("entity.loose", 1.0, f"both count “{a.entity}”, which says little")
        said = a.action in words.actions and b.action in words.actions
        if a.entity in words.entity_kinds.values() and not said:
            return Feature("entity.generic", 1.0, f"both count “{a.entity}”, but not what was done")
        return Feature("entity.same", 1.0, f"both count “{a.entity}”")
    if bare_a or bare_b:
        return Feature("entity.bare", 1.0, "one does not say what it counts")
    if a.entity in b.modifiers or b.entity in a.modifiers:
        return Feature("entity.inside", 1.0, f"“{a.entity}” and “{b.entity}” stand in each other's words")
    if fuzz.ratio(a.entity, b.entity) >= _MIN_FUZZY:
        return Feature("entity.spelled_alike", 1.0, f"“{a.entity}” and “{b.entity}” are spelled alike")
    kind = words.entity_kinds.get(a.entity)
    if kind is not None and kind == words.entity_kinds.get(b.entity):
        name = "entity.kind" if kind in (a.entity, b.entity) else "entity.other_of_kind"
        return Feature(name, 1.0, f"“{a.entity}” and “{b.entity}” are of one kind")
    known = all(words.entities.get(m.entity) == m.entity for m in (a, b))
    return Feature("entity.other" if known else "entity.differs", 1.0, f"“{a.entity}” is not “{b.entity}”")


def _action(a: Metric, b: Metric, words: Vocabulary) -> Feature | None:
    if a.action is None or b.action is None:
        return None
    known = a.action in words.actions, b.action in words.actions
    if a.action == b.action:
        return Feature("action.same" if known[0] else "action.same_verb", 1.0, f"both say “{a.action}”")
    name = "action.other" if all(known) else "action.differs"
    return Feature(name, 1.0, f"“{a.action}” is not “{b.action}”")


def _modifiers(a: Metric, b: Metric) -> Iterator[Feature]:
    shared = sorted(a.modifiers & b.modifiers)
    if shared:
        yield Feature("modifier.shared", float(min(len(shared), _MOST)), "both say " + _quoted(shared))
    odd = (a.modifiers ^ b.modifiers) - {a.entity, b.entity}
    names = sorted(odd & (a.proper | b.proper))
    plain = sorted(odd - a.proper - b.proper)
    if names:
        yield Feature("modifier.name", float(min(len(names), _MOST)), "only one says " + _quoted(names))
    if plain:
        yield Feature("modifier.odd", float(min(len(plain), _MOST)), "only one says " + _quoted(plain))


def _facets(name: str, a: Facet | None, b: Facet | None) -> Iterator[Feature]:
    if a is not None and b is not None:
        if a.key == b.key:
            yield Feature(f"{name}.same", 1.0, f"both {name} “{a.label}”")
        else:
            yield Feature(f"{name}.differs", 1.0, f"{name} “{a.label}” is not “{b.label}”")
    elif a is not None or b is not None:
        label = (a or b or Facet(key="", label="")).label
        yield Feature(f"{name}.one", 1.0, f"only one has the {name} “{label}”")


def _standing(a: Claim, b: Claim) -> Iterator[Feature]:
    if a.quantity.unit.id == b.quantity.unit.id:
        yield Feature("unit.same", 1.0, "in one unit")
    if a.attribution is not None and b.attribution is not None and a.attribution.key == b.attribution.key:
        yield Feature("attribution.same", 1.0, f"both by “{a.attribution.label}”")
    if forward_apart(a, b):
        yield Feature("forward.differs", 1.0, "only one is a forecast or a target")
    elif a.status is b.status and a.status is not Status.CONFIRMED:
        yield Feature("status.same", 1.0, f"both {a.status.value}")
    if (a.aspect is Aspect.CHANGE) != (b.aspect is Aspect.CHANGE):
        yield Feature("change.differs", 1.0, "only one is a change")


def _quoted(words: list[str]) -> str:
    return ", ".join(f"“{word}”" for word in words[:_MOST])
