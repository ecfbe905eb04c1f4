"""Two claims: the evidence on whether they tell of one thing, and the bars that no evidence lifts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from math import log, log10

from claimcheck.group.evidence import Feature, features
from claimcheck.group.spans import of_other_span
from claimcheck.group.wording import Wording
from claimcheck.model.claim import Aspect, Claim, MentionKind, Metric, basis, both_claimed, forward_apart, same_facet
from claimcheck.model.digits import at_two_scales, likeness, misprint, significant_digits, slips_in_scale
from claimcheck.model.quantity import Dimension, Qualifier, Quantity
from claimcheck.model.vocabulary import Scale, Vocabulary

_PRINT_DIGITS = 3
_SMALL = 20
_NARROW_DIGITS = 1.3
_CHANCE_DIGITS, _MOST_DIGITS = 0.7, 4
"""Of two numbers one digit is alike by chance, and with every further digit ten times fewer are."""
SLIP = "value.slip"
ANOTHER_HOLDER = "another one has it"
RECKONED = "one of them is reckoned otherwise"
_SCALE, _SCALE_SLACK = 3, 0.02
_FAR_CLAIM = 5
_NARROW = Decimal("0.02")
_CONVERSION = Decimal("0.001")
_CLOSE, _FAR, _FARTHER = 1.6, 5.0, 30.0
_BEYOND = 1000
_VAGUE = frozenset({Qualifier.ORDER})
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<=[\w,;(] )[A-Z][^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Link:
    """The evidence between two claims: `said` is what the words and circumstances say, `figures` what the values do.

    `barred` names what forbids a link whatever the evidence, None when nothing does; `near` that the two figures could
    be one. What is barred has no evidence.
    """

    said: tuple[Feature, ...]
    figures: tuple[Feature, ...]
    barred: str | None
    near: bool

    @property
    def reasons(self) -> tuple[Feature, ...]:
        """All of the evidence."""
        return (*self.said, *self.figures)


def total(evidence: Iterable[Feature], scale: Scale) -> float:
    """The weighed sum; KeyError for a feature that data/linking.yaml gives no weight."""
    return sum(scale[f.name] * f.amount for f in evidence)


def link(a: Claim, b: Claim, wording: tuple[Wording, Wording], vocabulary: Vocabulary, slack: Decimal) -> Link:
    """The evidence on whether `a` and `b` tell of the same thing of the same event. Symmetric."""
    near = a.quantity.near(b.quantity, slack)
    barred = _bar(a, b, vocabulary, near=near)
    if barred is not None:
        return Link(said=(), figures=(), barred=barred, near=near)
    figures = tuple(_agreement(a, b) if near else _difference(a, b))
    return Link(said=tuple(features(a, b, wording, vocabulary)), figures=figures, barred=None, near=near)


def restated(a: Claim, b: Claim) -> bool:
    """Whether one figure says the other again in another unit: then they are of one thing, whatever they say."""
    return a.restates == b.id or b.restates == a.id


def comparable(a: Claim, b: Claim) -> bool:
    """Whether the two figures can be put on one axis: what is per share by its name ("earnings per share") is so
    whether or not the figure says it again.
    """
    return a.quantity.unit.comparable_to(b.quantity.unit) and basis(a) == basis(b)


def _bar(a: Claim, b: Claim, vocabulary: Vocabulary, *, near: bool) -> str | None:
    if misprinted(a.quantity, b.quantity):
        return "one article tells them apart" if a.article == b.article and not both_claimed(a, b) else None
    alike = near and _same_print(a.quantity, b.quantity)
    if a.kind is not b.kind and not alike:
        return "another kind of figure"
    if a.holder is not None and b.holder is not None and a.holder.is_another(b.holder):
        return ANOTHER_HOLDER
    if _contrast(a.metric, b.metric, vocabulary):
        return "words that never merge"
    if restated(a, b):
        return None
    if a.article == b.article and a.sentence.index == b.sentence.index and _told_apart(a, b):
        return "one sentence tells them apart"
    if _other_action(a.metric, b.metric, vocabulary) and not (alike and a.metric.entity == b.metric.entity):
        return "something else was done"
    if (a.aspect is Aspect.CHANGE) != (b.aspect is Aspect.CHANGE) and not alike:
        return "a change is no level"
    if not near and of_other_span(a, b, vocabulary):
        return "changes since another time"
    if near:
        return "another year" if not alike and _of_other_years(a, b) else None
    return _bar_of_differing(a, b, vocabulary)


def _bar_of_differing(a: Claim, b: Claim, vocabulary: Vocabulary) -> str | None:
    """What keeps apart only figures that differ."""
    if _marked(a.metric, vocabulary) is not _marked(b.metric, vocabulary):
        return RECKONED
    if forward_apart(a, b) and not another_scale(a.quantity, b.quantity):
        return "a forecast or target is no outcome"
    if a.article == b.article and not both_claimed(a, b):
        return "one article tells them apart"
    if _of_another_order(a.quantity, b.quantity):
        return "figures of another order"
    if a.kind is b.kind is MentionKind.AGE and _of_strangers(a, b, vocabulary):
        return "nothing says that it is one person's age"
    return _too_small(a, b)


def _of_another_order(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are more than a thousand times apart, and no slip of the digits or of a scale word makes the
    one of the other: no telling of a thing is that wrong.
    """
    if a.value is None or b.value is None or a.value == 0 or b.value == 0:
        return False
    low, high = sorted((abs(a.base_range()[1]), abs(b.base_range()[1])))
    if low == 0 or high / low <= _BEYOND:
        return False
    if significant_digits(a.value) == significant_digits(b.value):
        return False
    return a.unit.id != b.unit.id or not (_scaled(a, b) or likeness(a.value, b.value))


def _of_strangers(a: Claim, b: Claim, vocabulary: Vocabulary) -> bool:
    """Whether two ages are of people that no name ties: neither their own nor one that both sentences tell, but for
    names of days and of the story itself.
    """
    if a.scope is not None and same_facet(a.scope, b.scope):
        return False
    known = set(_WORD.findall(f"{a.operation.name} {b.operation.name}"))
    named = (set(_NAME.findall(claim.sentence.text)) - known for claim in (a, b))
    return all(name.lower() in vocabulary.grammar.calendar for name in set.intersection(*named))


def _of_other_years(a: Claim, b: Claim) -> bool:
    """Whether one of two numbers that only admit each other is of a year long past, and the other of the day of its
    article: "at least 85" in 2018 and "93" now.
    """
    if a.quantity.value == b.quantity.value or (a.period is None) == (b.period is None):
        return False
    timed, plain = (a, b) if a.period is not None else (b, a)
    year = timed.period.key[:4] if timed.period is not None else ""
    return year.isdecimal() and plain.as_of is not None and int(year) < plain.as_of.year - 1


def _told_apart(a: Claim, b: Claim) -> bool:
    """Whether two figures of one sentence are of two things: they count two, or are two numbers of one unit."""
    x, y = a.quantity, b.quantity
    two_numbers = x.value is not None and y.value is not None and x.unit.id == y.unit.id and x.value != y.value
    return a.metric.entity != b.metric.entity or (two_numbers and not both_claimed(a, b))


def _too_small(a: Claim, b: Claim) -> str | None:
    """A decimal beside a small count of things, and a "one" of the story's telling, are no figures of one thing."""
    if a.quantity.unit.dimension is not Dimension.COUNT:
        return None
    values = [q.value for q in (a.quantity, b.quantity) if q.value is not None]
    whole = [v == v.to_integral_value() for v in values]
    if 1 in values:
        return "a single one"
    return "a decimal is no count" if len(whole) == 2 and whole[0] != whole[1] and max(values) < 1000 else None


def _marked(metric: Metric, vocabulary: Vocabulary) -> bool:
    """Whether a word says that the figure is reckoned in another way than a bare one: "adjusted earnings"."""
    return not vocabulary.marks.isdisjoint((*metric.entity.split(), *metric.modifiers))


def _contrast(a: Metric, b: Metric, vocabulary: Vocabulary) -> bool:
    """Whether a word of one and a word of the other stand in one row of contrasts under different heads."""
    words_a, words_b = a.modifiers | {a.entity}, b.modifiers | {b.entity}
    shared = words_a & words_b
    for mine in words_a - shared:
        for row, head in vocabulary.contrasts.get(mine, ()):
            for other in words_b - shared:
                if any(r == row and h != head for r, h in vocabulary.contrasts.get(other, ())):
                    return True
    return False


def _other_action(a: Metric, b: Metric, vocabulary: Vocabulary) -> bool:
    """Two known actions that differ; a verb that no pack knows bars nothing."""
    return a.action != b.action and a.action in vocabulary.actions and b.action in vocabulary.actions


def _agreement(a: Claim, b: Claim) -> Iterator[Feature]:
    """How little chance makes two figures agree that have nothing to do with each other."""
    x, y = a.quantity, b.quantity
    if x.qualifier in _VAGUE or y.qualifier in _VAGUE or x.value is None or y.value is None:
        yield Feature("value.vague", 1.0, "ranges that meet")
    elif _same_print(x, y):
        yield Feature("value.print", 1.0, "the same rare figure")
    elif x.value == y.value and x.unit.id == y.unit.id:
        small = abs(x.value) < _SMALL and x.value == x.value.to_integral_value()
        yield Feature("value.small" if small else "value.same", 1.0, "the same figure")
    else:
        yield Feature("value.near", _narrowness(x, y), "figures that agree")


def _narrowness(a: Quantity, b: Quantity) -> float:
    """How much it says that two figures meet: 1 within a twentieth of their size, 0 where a bound leaves all open."""
    wide = 0.0
    for low, high in (a.base_range(), b.base_range()):
        wide = max(wide, float((high - low) / abs(high)) if high else 1.0)
    return max(0.0, min(1.0, -log10(max(wide, 0.01)) / _NARROW_DIGITS))


def _difference(a: Claim, b: Claim) -> Iterator[Feature]:
    """How like a slip the difference is: a digit, a scale; or how close the two are, how far apart."""
    x, y = a.quantity, b.quantity
    if _is_small(x) and _is_small(y):
        yield Feature("value.few", 1.0, "small counts, of which a story has many")
        return
    if misprinted(x, y):
        yield Feature(SLIP, _MOST_DIGITS - _CHANCE_DIGITS, "one number but for a slip")
        return
    digits = 0 if x.value is None or y.value is None else likeness(x.value, y.value)
    if digits:
        yield Feature(SLIP, min(digits, _MOST_DIGITS) - _CHANCE_DIGITS, "the digits are alike")
        return
    low, high = sorted((abs(x.base_range()[1]), abs(y.base_range()[1])))
    ratio = float(high / low) if low > 0 else _FARTHER
    if ratio < _CLOSE:
        yield Feature("value.close", 1 - log(ratio) / log(_CLOSE), "figures of one size")
    elif _scaled(x, y):
        yield Feature("value.scale", 1.0, "a thousand or a million times apart")
    elif ratio > _FARTHER and not two_claimants(a, b):
        yield Feature("value.farther", 1.0, "figures of another order")
    elif ratio > _FAR and not two_claimants(a, b):
        yield Feature("value.far", 1.0, "figures far apart")


def _scaled(a: Quantity, b: Quantity) -> bool:
    """Whether a scale word makes the difference: a factor of a thousand, a million or a billion, all but rounding."""
    if a.value is None or b.value is None or a.value <= 0 or b.value <= 0 or a.unit.id != b.unit.id:
        return False
    apart = abs(log10(a.value) - log10(b.value))
    steps = round(apart / _SCALE)
    return steps >= 1 and abs(apart - _SCALE * steps) <= _SCALE_SLACK


def another_scale(a: Quantity, b: Quantity) -> bool:
    """Whether the figures are one rare figure at two scales: no other year, no part of a whole and no outcome has the
    same three digits by chance.
    """
    return slips_in_scale(a.value, b.value)


def is_misprint(evidence: Iterable[Feature]) -> bool:
    """Whether two figures that differ are one rare figure, of three digits or more, but for a slip."""
    return any(f.name == SLIP and f.amount >= _PRINT_DIGITS - _CHANCE_DIGITS for f in evidence)


def _is_small(quantity: Quantity) -> bool:
    return quantity.unit.dimension is Dimension.COUNT and quantity.value is not None and abs(quantity.value) < _SMALL


def two_claimants(a: Claim, b: Claim) -> bool:
    """Whether two people's word stands against each other: both are named, or the one who gives a far larger figure is
    ("Robinson spoke of millions; 110,000 came").
    """
    if (a.attribution is None) == (b.attribution is None):
        return both_claimed(a, b)
    claimed, told = (a, b) if a.attribution is not None else (b, a)
    return claimed.quantity.base_range()[0] > told.quantity.base_range()[1] * _FAR_CLAIM


def misprinted(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are one but for a slip: "206,749,248" and "206,749,258", $306 million and $306 billion, 926
    pounds and 926 kilograms.
    """
    if a.value is None or b.value is None or a.unit.dimension is Dimension.DURATION:
        return False
    if a.unit.id != b.unit.id:
        return _of_wrong_unit(a, b)
    return misprint(a.value, b.value) or _lost_from_count(a, b)


def _of_wrong_unit(a: Quantity, b: Quantity) -> bool:
    """Whether two units of one dimension were given to one number of three digits or more."""
    if a.value is None or a.value != b.value or not a.unit.comparable_to(b.unit):
        return False
    return len(significant_digits(a.value)) >= _PRINT_DIGITS


def _lost_from_count(a: Quantity, b: Quantity) -> bool:
    """Whether a scale word was lost from a count: nobody counts "2.7 people" where others count 2.7 million."""
    if a.unit.dimension is not Dimension.COUNT or a.value is None or b.value is None or a.value * b.value <= 0:
        return False
    small, large = sorted((a.value, b.value), key=abs)
    broken = small != small.to_integral_value() and large == large.to_integral_value()
    steps = large.adjusted() - small.adjusted()
    return broken and steps % _SCALE == 0 and at_two_scales(small, large, 1)


def _same_print(a: Quantity, b: Quantity) -> bool:
    """One figure with at least three digits of its own, told twice, be it in another unit: chance hardly makes two."""
    if a.value is None or b.value is None or a.unit.dimension is Dimension.DURATION:
        return False
    digits = min(len(significant_digits(a.value)), len(significant_digits(b.value)))
    if digits < _PRINT_DIGITS or not a.unit.comparable_to(b.unit):
        return False
    if a.value == b.value and a.unit == b.unit:
        return True
    (low, high), (other_low, other_high) = a.base_range(), b.base_range()
    narrow = high - low <= _NARROW * abs(high) and other_high - other_low <= _NARROW * abs(other_high)
    room = Decimal(0) if a.unit == b.unit else _CONVERSION * abs(high)
    return narrow and low - room <= other_high and other_low - room <= high
