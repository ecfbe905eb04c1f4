"""Figures that differ because one is a part of the other: other figures beside them make up the difference."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise

from claimcheck.compare.intervals import read, widened
from claimcheck.compare.pair import Pair
from claimcheck.compare.rounding import window
from claimcheck.compare.told import has_cue, of_a_whole
from claimcheck.model.claim import Aspect, Claim, MentionKind, Status, same_facet
from claimcheck.model.digits import significant_digits
from claimcheck.model.policy import Policy
from claimcheck.model.quantity import Dimension, Qualifier

_TELLING_DIGITS = 4
_TWO_DIGITS = 2
_MOST_PARTS = 8
_CHANCE = 10
_SOON = 4
_COUNTED_ON = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})


def composed(pair: Pair) -> str | None:
    """`small + x = large`, or both are parts of x, a list that `small` stands in adds up to `large`, or the article
    of `large` says that it was added up. Chance sums are
    kept out: x counts the same thing in the same paragraph, or stands in a sentence with `small` or `large` and enough
    digits are written; a hedged total is the sum as printed, or of telling parts.
    """
    small, large = _ordered(pair)
    if small is None or large is None:
        return None
    for other in pair.beside:
        if not _addable_to(small, large, other):
            continue
        on_top = _comes_on_top(other, small, pair.policy)
        if on_top or _related(other, small, large):
            if _adds_up((small, other), large, pair.policy, said=on_top) and not _within(other, small, pair):
                return _told((small, other), large)
            if _two_parts(small, large, other) and _adds_up((small, large), other, pair.policy):
                return _told((small, large), other)
    told = (_listed, _added, _all_but_one, _taken_out)
    return next((why for way in told if (why := way(small, large, pair)) is not None), None)


def _told(parts: Sequence[Claim], whole: Claim) -> str:
    words = [f'"{part.quantity.surface}"' for part in parts]
    return f'{", ".join(words[:-1])} and {words[-1]} make up "{whole.quantity.surface}"'


def _ordered(pair: Pair) -> tuple[Claim | None, Claim | None]:
    a, b = pair.left.value, pair.right.value
    if a is None or b is None or a <= 0 or b <= 0 or a == b:
        return None, None
    return (pair.a, pair.b) if a < b else (pair.b, pair.a)


def _addable_to(small: Claim, large: Claim, other: Claim) -> bool:
    """Whether `other` may be the missing part or the whole of the two; the large figure told again is neither, though
    beside "3 million" another 110,000 would be lost in rounding.
    """
    return other.id != small.id and other.quantity.value != large.quantity.value and _addable(other, small)


def _related(other: Claim, small: Claim, large: Claim) -> bool:
    return _counts_the_same(other, small, large) or _coordinated(other, small) or _differs_by(other, small, large)


def _addable(other: Claim, one: Claim) -> bool:
    """Whether a figure could be added to `one` at all: an amount of one unit, told for itself."""
    if other.aspect is not Aspect.LEVEL or other.kind is not MentionKind.AMOUNT or other.restates is not None:
        return False
    return other.quantity.unit.id == one.quantity.unit.id and other.quantity.per == one.quantity.per


def _counts_the_same(other: Claim, small: Claim, large: Claim) -> bool:
    near = any(c.article == other.article and c.sentence.paragraph == other.sentence.paragraph for c in (small, large))
    if small.scope is not None and same_facet(small.scope, large.scope) and not same_facet(small.scope, other.scope):
        return False  # 600 Chinese and four Kenyans make no 604 Chinese
    return near and other.metric.entity == small.metric.entity == large.metric.entity


def _coordinated(other: Claim, small: Claim) -> bool:
    return _one_sentence(other, small) and min(_digits(other), _digits(small)) >= _TELLING_DIGITS


def _differs_by(other: Claim, small: Claim, large: Claim) -> bool:
    """A measured part told in the sentence of the total: "4.9 billion, though just 0.3 billion was expected"."""
    counted = other.quantity.unit.dimension in (Dimension.COUNT, Dimension.PROPORTION)
    bare = all(c.quantity.qualifier is Qualifier.EXACT for c in (other, small, large))
    return not counted and bare and _one_sentence(other, large) and min(map(_digits, (small, large))) >= _TWO_DIGITS


def _comes_on_top(other: Claim, small: Claim, policy: Policy) -> bool:
    """Whether `other` is told soon behind `small` as what comes on top: "37.8 million in the U.S., in addition to 2.7
    million in Canada", "The fee is €100m. The club pays a further €12m".
    """
    behind = 0 <= other.sentence.index - small.sentence.index <= _SOON and small.span.end <= other.span.start
    if small.article != other.article or not behind:
        return False
    words = other.sentence.text[: other.span.start - other.sentence.span.start].casefold().rstrip()
    surface = other.quantity.surface.casefold()
    return any(words.endswith(cue) or surface.startswith(f"{cue} ") for cue in policy.wording.adding_cues)


def _two_parts(small: Claim, large: Claim, whole: Claim) -> bool:
    """Whether the two may be parts of one total. Told of one thing in two articles they are two words for it, and no
    sum of theirs means anything; nor is a forecast the sum of two outcomes.
    """
    if whole.status is Status.PROJECTED and Status.PROJECTED not in (small.status, large.status):
        return False
    if small.article != large.article and _thing(small) == _thing(large):
        return False
    return _counts_the_same(whole, small, large)


def _thing(claim: Claim) -> tuple[object, ...]:
    metric = claim.metric
    return (metric.entity, metric.modifiers, None if claim.scope is None else claim.scope.key)


def _one_sentence(a: Claim, b: Claim) -> bool:
    return a.article == b.article and a.sentence.index == b.sentence.index


def _within(other: Claim, small: Claim, pair: Pair) -> bool:
    """Whether `other` is told as a part of `small`: "10 died there and two in hospital" beside "12" is no 14."""
    part, whole = read(other).value, read(small).value
    if part is None or whole is None or part >= whole:
        return False
    return any(
        rest.article == other.article
        and rest.sentence.paragraph == other.sentence.paragraph
        and rest.id != other.id
        and _addable(rest, small)
        and read(rest).value == whole - part
        for rest in pair.beside
    )


def _digits(claim: Claim) -> int:
    """Significant digits as written, trailing zeros of whole numbers left out."""
    value = claim.quantity.value
    return 0 if value is None else len(significant_digits(value))


def _adds_up(parts: Sequence[Claim], whole: Claim, policy: Policy, *, said: bool = False) -> bool:
    """Whether the parts make up the whole as it is told, and none of them is lost in its rounding; `said` that their
    words already add them up.
    """
    readings = [read(part) for part in parts]
    told = [reading for reading in readings if reading.exact or (said and reading.qualifier is Qualifier.ABOUT)]
    values = [reading.value for reading in told if reading.value is not None]
    if len(values) < len(parts) or min(values) <= 0 or not _fit(parts, whole):
        return False
    total, target = sum(values, Decimal(0)), read(whole)
    if target.value is not None:
        if not target.value <= total * policy.loose_bound_ratio <= target.value * policy.loose_bound_ratio**2:
            return False
        telling = min(map(_digits, parts)) >= _TELLING_DIGITS
        if target.qualifier is not Qualifier.EXACT and not telling and not said:
            return target.qualifier not in _COUNTED_ON and target.value == total
    slack = sum((reading.half for reading in readings), Decimal(0))
    if said and target.qualifier is Qualifier.ABOUT and target.value is not None:
        return abs(total - target.value) <= target.step / 2 + slack
    allowed = widened(window(target, policy), slack)
    return allowed.contains(total) and (said or not allowed.contains(total - min(values)))


def _fit(parts: Sequence[Claim], whole: Claim) -> bool:
    """Whether nothing that is done to one part alone is what the whole counts: no dead among the injured."""
    doing = whole.metric.action
    actions = {part.metric.action for part in parts if part.metric.action is not None}
    return doing is None or doing not in actions or len(actions) == 1


def _listed(small: Claim, large: Claim, pair: Pair) -> str | None:
    """A whole list that makes up the larger figure: "53 passengers and five crew" beside "58 people"; not the first two
    of "142 passengers, two pilots and four cabin crew" beside 144.
    """
    whole = read(large)
    if not (whole.exact or whole.qualifier is Qualifier.ABOUT) or whole.value is None or whole.value < _CHANCE:
        return None
    row = sorted((c for c in pair.beside if _one_sentence(c, small)), key=lambda c: c.span.start)
    runs = [parts for parts in _runs(row, small) if all(_addable(part, small) for part in parts)]
    runs = [parts for parts in runs if _joined(parts, pair.policy)]
    longest = max(map(len, runs), default=0)
    for parts in runs:
        if len(parts) == longest and whole.value == sum((read(part).value or Decimal(0) for part in parts), Decimal(0)):
            return _told(parts, large)
    return None


def _all_but_one(small: Claim, large: Claim, pair: Pair) -> str | None:
    """The others and the one that they are the others of: "seven other parties" beside "a coalition of eight"."""
    values = [claim.quantity.value or Decimal(0) for claim in (small, large)]
    behind = small.sentence.text[small.span.end - small.sentence.span.start :].split(maxsplit=1)
    if values[1] - values[0] != 1 or small.quantity.unit.dimension is not Dimension.COUNT or not behind:
        return None
    if behind[0].casefold() not in pair.policy.wording.other_words:
        return None
    return f'"{small.quantity.surface}" {behind[0].casefold()} ones, and one more, are "{large.quantity.surface}"'


def _taken_out(small: Claim, large: Claim, _pair: Pair) -> str | None:
    """A part that its own words take out of a whole: "189 of the passengers were Dutch" beside 283 passengers."""
    counted = small.quantity.unit.dimension is Dimension.COUNT
    alike = small.metric.entity == large.metric.entity and small.metric.modifiers == large.metric.modifiers
    if not counted or not alike or not of_a_whole(small) or of_a_whole(large):
        return None
    return f'"{small.quantity.surface}" is told as a part of them'


def _added(small: Claim, large: Claim, pair: Pair) -> str | None:
    """A figure that its article tells as a sum, after the part: "over 90 in May … All three together make 140"."""
    if not has_cue(pair.policy.wording.added_cues, large):
        return None
    for part in pair.beside:
        before = part.article == large.article and part.sentence.index < large.sentence.index
        if before and _addable(part, small) and part.quantity.value == small.quantity.value:
            return f'"{large.quantity.surface}" is told as a sum, and "{part.quantity.surface}" before it'
    return None


def _runs(row: Sequence[Claim], one: Claim) -> Iterator[Sequence[Claim]]:
    """Every run of neighbours with `one` in it."""
    at = next((n for n, claim in enumerate(row) if claim.id == one.id), None)
    if at is not None:
        for start in range(max(0, at - _MOST_PARTS), at + 1):
            for end in range(max(at, start + 1) + 1, min(len(row), start + _MOST_PARTS) + 1):
                yield row[start:end]


def _joined(parts: Sequence[Claim], policy: Policy) -> bool:
    """Whether commas or words like "and" join every figure to the next, a few words apart."""
    text, start = parts[0].sentence.text, parts[0].sentence.span.start
    between = (text[a.span.end - start : b.span.start - start] for a, b in pairwise(parts))
    return all(_pattern(policy.wording.joining_cues).fullmatch(words.casefold()) for words in between)


@cache
def _pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    joins = "|".join(map(re.escape, cues))
    return re.compile(rf"(?:\s[\w'’-]+){{0,6}}(?:,|\s(?:{joins}))+(?:\s[\w'’-]+){{0,3}}\s?")
