"""Do two claims speak of one metric of one operation? Evidence with weights, and bars that no evidence lifts."""

from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz import fuzz

from claimcheck.model.claim import Aspect, Claim, Metric, Status
from claimcheck.model.quantity import Dimension, Quantity, significant_digits
from claimcheck.model.vocabulary import Vocabulary, Weights

_FORWARD = frozenset({Status.PROJECTED, Status.TARGET})
_BARE = frozenset(str(dimension.value) for dimension in Dimension)
_MEASURED_BY_NAME = frozenset({Dimension.MONEY, Dimension.PROPORTION, Dimension.POINTS, Dimension.MULTIPLE})
_MIN_FUZZY = 88
_SCALED = 1000
_LARGE = 100
_FAR_CLAIM = 5
_PRINT_DIGITS = 3
_NARROW = Decimal("0.02")
_CONVERSION = Decimal("0.001")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The evidence between two claims. `barred` names what forbids a link whatever the score, None when nothing does;
    `near` that the two figures could be one; `silent` that the words
    of one say too little to speak for or against.
    """

    score: Decimal
    reasons: tuple[tuple[str, Decimal], ...]
    barred: str | None = None
    near: bool = False
    silent: bool = False


def link(a: Claim, b: Claim, vocabulary: Vocabulary, weights: Weights) -> Link:
    """Weighed evidence that `a` and `b` count the same thing of the same event. Symmetric."""
    if a.operation.id != b.operation.id:
        return Link(score=Decimal(0), reasons=(), barred="another operation")
    near = a.quantity.near(b.quantity, weights["figure.slack"])
    barred = _bar(a, b, vocabulary, near=near)
    reasons = (
        *_metric_evidence(a.metric, b.metric, a.quantity.unit.dimension, vocabulary, weights),
        *_figure_evidence(a, b, weights, near=near),
    )
    return Link(
        score=sum((w for _, w in reasons), Decimal(0)),
        reasons=reasons,
        barred=barred,
        near=near,
        silent=_silent(a.metric, b.metric, vocabulary),
    )


def _bar(a: Claim, b: Claim, vocabulary: Vocabulary, *, near: bool) -> str | None:
    if not a.quantity.unit.comparable_to(b.quantity.unit) or a.quantity.per != b.quantity.per:
        return "another unit"
    if a.kind is not b.kind:
        return "another kind of figure"
    if _speaks_of_change(a) != _speaks_of_change(b):
        return "a change is no level"
    if (a.status in _FORWARD) != (b.status in _FORWARD) and not near:
        return "a forecast or target is no outcome"
    if _contrast(a.metric, b.metric, vocabulary):
        return "words that never merge"
    fingerprint = _same_print(a.quantity, b.quantity) and a.metric.entity == b.metric.entity
    if _other_action(a.metric, b.metric, vocabulary) and not fingerprint:
        return "something else was done"
    if not near and _says_too_little(a, b, vocabulary):
        return "too little is said of what is counted"
    if a.article == b.article and not near and not two_claimants(a, b):
        return "one article tells them apart"
    if near:
        return None
    return next((f"another {name}" for name in _differing_facets(a, b)), None)


def _differing_facets(a: Claim, b: Claim) -> tuple[str, ...]:
    """Which circumstances differ: "scope", "period". None and a named one differ."""
    facets = (("scope", a.scope, b.scope), ("period", a.period, b.period))
    return tuple(n for n, left, right in facets if (left.key if left else None) != (right.key if right else None))


def _says_too_little(a: Claim, b: Claim, vocabulary: Vocabulary) -> bool:
    """Whether nothing but the figures themselves could join two figures that differ: no noun and no action, a measure
    of anything, a "one" of the story's telling, a decimal beside a count of things.
    """
    bare = _bare(a.metric, vocabulary) or _bare(b.metric, vocabulary)
    if a.metric.entity == b.metric.entity and (bare or a.metric.entity in vocabulary.loose):
        return True
    if a.quantity.unit.dimension is not Dimension.COUNT:
        return False
    values = [q.value for q in (a.quantity, b.quantity) if q.value is not None]
    whole = [v == v.to_integral_value() for v in values]
    return 1 in values or (len(whole) == 2 and whole[0] != whole[1] and max(values) < _SCALED)


def _speaks_of_change(claim: Claim) -> bool:
    return claim.aspect is Aspect.CHANGE


def _contrast(a: Metric, b: Metric, vocabulary: Vocabulary) -> bool:
    """Whether a word of one and a word of the other stand in one row of contrasts under different heads."""
    for mine in _contrast_words(a):
        for row, head in vocabulary.contrasts.get(mine, ()):
            for other in _contrast_words(b):
                if any(r == row and h != head for r, h in vocabulary.contrasts.get(other, ())):
                    shared = _contrast_words(a) & _contrast_words(b)
                    if mine not in shared and other not in shared:
                        return True
    return False


def _contrast_words(metric: Metric) -> frozenset[str]:
    return metric.modifiers | {metric.entity}


def _other_action(a: Metric, b: Metric, vocabulary: Vocabulary) -> bool:
    """Two known actions that differ; a verb that no pack knows bars nothing."""
    return a.action != b.action and a.action in vocabulary.actions and b.action in vocabulary.actions


def _metric_evidence(
    a: Metric, b: Metric, dimension: Dimension, vocabulary: Vocabulary, weights: Weights
) -> tuple[tuple[str, Decimal], ...]:
    reasons = [_entity_evidence(a, b, dimension, vocabulary, weights), _action_evidence(a, b, weights)]
    reasons.extend(
        (f"both say “{word}”", weights["metric.modifier_shared"]) for word in sorted(a.modifiers & b.modifiers)
    )
    if _bare(a, vocabulary) or _bare(b, vocabulary):
        return tuple(reasons)
    odd = sorted((a.modifiers ^ b.modifiers) - {a.entity, b.entity})
    nested = bool(a.modifiers & b.modifiers) and (a.modifiers <= b.modifiers or b.modifiers <= a.modifiers)
    kind = "nested" if nested else "missing_money" if dimension in _MEASURED_BY_NAME else "missing"
    weight = weights[f"metric.modifier_{kind}"]
    named = a.proper | b.proper
    reasons.extend(
        (f"only one says “{word}”", weights["metric.name_missing"] if word in named and not nested else weight)
        for word in odd[:4]
    )
    return tuple(reasons)


def _silent(a: Metric, b: Metric, vocabulary: Vocabulary) -> bool:
    """Whether one of the two names nothing, or only "people", without what was done."""
    kinds = frozenset(vocabulary.entity_kinds.values())
    return any(_bare(m, vocabulary) or (m.entity in kinds and m.action not in vocabulary.actions) for m in (a, b))


def _bare(metric: Metric, vocabulary: Vocabulary) -> bool:
    """Whether nothing is said of what is counted ("units", "cases"), nor of what was done."""
    done = metric.action in vocabulary.actions
    return not done and (metric.entity in _BARE or metric.entity in vocabulary.grammar.generic_nouns)


def _entity_evidence(
    a: Metric, b: Metric, dimension: Dimension, vocabulary: Vocabulary, weights: Weights
) -> tuple[str, Decimal]:
    if a.entity == b.entity:
        if _bare(a, vocabulary) or a.entity in vocabulary.loose:
            return f"both count “{a.entity}”, which says little", weights["metric.bare"]
        said = a.action in vocabulary.actions and b.action in vocabulary.actions
        if a.entity in vocabulary.entity_kinds.values() and not said:
            return f"both count “{a.entity}”, but not what was done", weights["metric.generic"]
        return f"both count “{a.entity}”", weights["metric.entity"]
    if _bare(a, vocabulary) or _bare(b, vocabulary):
        return "one does not say what it counts", weights["metric.bare"]
    inside = a.entity in b.modifiers or b.entity in a.modifiers
    if inside and dimension not in _MEASURED_BY_NAME:
        return f"“{a.entity}” and “{b.entity}” name one thing", weights["metric.in_modifiers"]
    if fuzz.ratio(a.entity, b.entity) >= _MIN_FUZZY:
        return f"“{a.entity}” and “{b.entity}” are spelled alike", weights["metric.fuzzy"]
    kind = vocabulary.entity_kinds.get(a.entity)
    if kind is not None and kind == vocabulary.entity_kinds.get(b.entity):
        if kind in (a.entity, b.entity):
            return f"“{a.entity}” and “{b.entity}” are of one kind", weights["metric.near_entity"]
        return f"“{a.entity}” and “{b.entity}” are of one kind", weights["metric.kind"]
    return f"“{a.entity}” is not “{b.entity}”", Decimal(0)


def _action_evidence(a: Metric, b: Metric, weights: Weights) -> tuple[str, Decimal]:
    if a.action is not None and a.action == b.action:
        return f"both say “{a.action}”", weights["metric.action"]
    if a.action is None or b.action is None:
        return "one does not say what was done", weights["metric.action_missing"]
    return f"“{a.action}” and “{b.action}” differ", weights["metric.action_unknown"]


def _figure_evidence(a: Claim, b: Claim, weights: Weights, *, near: bool) -> tuple[tuple[str, Decimal], ...]:
    if _same_print(a.quantity, b.quantity):
        return (("the same rare figure", weights["figure.print"]),)
    if near and _same_large(a.quantity, b.quantity):
        return (("the same large figure", weights["figure.large"]),)
    if near:
        facets = tuple((f"another {name}", weights["facet.differs"]) for name in _differing_facets(a, b))
        return (("figures that agree", weights["figure.near"]), *facets)
    slip = _digits(a.quantity)[:2] == _digits(b.quantity)[:2]
    if _ratio(a.quantity, b.quantity) > weights["figure.far_ratio"] and not slip and not two_claimants(a, b):
        return (("figures of another order", weights["figure.far"]),)
    return ()


def _same_large(a: Quantity, b: Quantity) -> bool:
    """The same number of a hundred or more in the same unit; a span of time is often the same by chance."""
    if a.value is None or a.value != b.value or a.unit != b.unit or a.unit.dimension is Dimension.DURATION:
        return False
    return abs(a.value) >= _LARGE


def _digits(quantity: Quantity) -> tuple[int, ...]:
    return () if quantity.value is None else significant_digits(quantity.value)


def _ratio(a: Quantity, b: Quantity) -> Decimal:
    """How many times the larger figure is the smaller, in base units; 1 when that says nothing."""
    small, large = sorted((abs(a.base_range()[1]), abs(b.base_range()[1])))
    return large / small if small > 0 else Decimal(1)


def two_claimants(a: Claim, b: Claim) -> bool:
    """Whether two people's word stands against each other: both are named, or the one who gives a far larger figure is,
    so that it could be no part of the article's own ("Robinson spoke of millions; 110,000 came").
    """
    keys = (a.attribution.key if a.attribution else None, b.attribution.key if b.attribution else None)
    if keys[0] == keys[1]:
        return False
    if None not in keys:
        return True
    claimed, told = (a, b) if keys[0] is not None else (b, a)
    return claimed.quantity.base_range()[0] > told.quantity.base_range()[1] * _FAR_CLAIM


def _same_print(a: Quantity, b: Quantity) -> bool:
    """One figure with at least three digits of its own, told twice, be it in another unit: chance hardly makes two."""
    if a.value is None or b.value is None or a.unit.dimension is Dimension.DURATION:
        return False
    if min(len(_digits(a)), len(_digits(b))) < _PRINT_DIGITS or not a.unit.comparable_to(b.unit):
        return False
    if a.value == b.value and a.unit == b.unit:
        return True
    (low, high), (other_low, other_high) = a.base_range(), b.base_range()
    narrow = high - low <= _NARROW * abs(high) and other_high - other_low <= _NARROW * abs(other_high)
    room = Decimal(0) if a.unit == b.unit else _CONVERSION * abs(high)
    return narrow and low - room <= other_high and other_low - room <= high
