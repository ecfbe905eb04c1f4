"""Shares told beside the numbers that they follow from: which figure is part, which is whole, and what they make."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.checks.passages import Line, bare, before, between, has_any
from claimcheck.compare.intervals import fine_step, read
from claimcheck.compare.rounding import window
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.policy import Policy
from claimcheck.model.quantity import Dimension, Interval, Qualifier

_HUNDRED = Decimal(100)
_TEN = Decimal(10)
_TWO = 2
_OF = re.compile(
    r"^(?:\s+[\w'-]+){0,2}?\s+(?:out\s+)?of\s+(?:the\s+|its\s+|their\s+|all\s+|a\s+total\s+of\s+)?$", re.IGNORECASE
)
_AGAINST = re.compile(r"^(?:\s+[\w'-]+){0,3}?,?\s+(?:against|versus|vs\.?)\s+(?:the\s+)?$", re.IGNORECASE)
_TO = re.compile(r"^\s+to\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_OR = re.compile(r"^(?:\s+[\w'-]+){0,4}?\s*(?:,\s*(?:or|that is)\s+|\(\s*|\s[—–]\s*(?:or\s+)?)$", re.IGNORECASE)
_AMONG = re.compile(
    r"^(?:\s+[\w'-]+){0,4}?\s+(?:among|in|out of|for)\s+(?:(?:a|the|its|population|total|of|city|state)\s+)*$",
    re.IGNORECASE,
)
_BASIS = re.compile(r"1000+\b")
_SPLIT = re.compile(r"^\s*(?:to|and|against)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """A percentage or a rate, the figures that it should follow from, and what they make, as fractions. `basis` is what
    it is told of: a hundred for percent, 100,000 for "30 per 100,000".
    """

    numbers: tuple[Claim, ...]
    percent: Claim
    makes: Interval
    as_a: str
    basis: Decimal = _HUNDRED

    @property
    def fits(self) -> bool:
        """Whether the percentage is what they make, rounded or cut off; one that ends in 0 may be a rough one."""
        value, fine = self.percent.quantity.value or Decimal(0), fine_step(self.percent.quantity)
        rough = min(self.percent.quantity.step, _TEN) / 4
        low, high = value - max(fine / 2, rough), value + max(fine, rough)
        return Interval(low=low / self.basis, high=high / self.basis, high_open=True).meets(self.makes)

    @property
    def middle(self) -> Decimal:
        """What they make, in percent or per `basis`."""
        return ((self.makes.low or Decimal(0)) + (self.makes.high or Decimal(0))) / 2 * self.basis

    @property
    def unit(self) -> str:
        """The words behind the number."""
        return "percent" if self.basis == _HUNDRED else f"per {self.basis:,f}"


def workings(line: Line, policy: Policy) -> Iterator[Working]:
    """Every share or change of a sentence that its own words tie to two numbers before or behind it."""
    for a, b, c in zip(line, line[1:], line[2:], strict=False):
        if _is_percent(c) and _number(a) and _number(b) and _OR.match(between(b, c)):
            yield from _made(a, b, c, policy)
        elif _is_percent(a) and _number(b) and _number(c) and _OR.match(between(a, b)) and _OF.match(between(b, c)):
            yield from _made(b, c, a, policy)
        elif _is_percent(a) and _number(b) and _number(c) and _OF.match(between(a, b)) and _OR.match(between(b, c)):
            yield from _share(c, b, a, policy)
        elif _number(a) and _number(b) and _AMONG.match(between(a, b)) and _OR.match(between(b, c)):
            yield from _rate(a, b, c, policy)
    yield from _split_vote(line, policy)


def _is_percent(claim: Claim) -> bool:
    return claim.quantity.unit.id == "percent" and bare(claim)


def _number(claim: Claim) -> bool:
    proportional = claim.quantity.unit.dimension in (Dimension.PROPORTION, Dimension.POINTS, Dimension.DURATION)
    positive = claim.quantity.value is not None and claim.quantity.value > 0
    return bare(claim) and not proportional and positive and claim.aspect is Aspect.LEVEL


def _share(part: Claim, whole: Claim, percent: Claim, policy: Policy) -> Iterator[Working]:
    """As in "17 percent of 12 million users, or 2 million"."""
    one, other = _ends(part, policy), _ends(whole, policy)
    if part.quantity.unit == whole.quantity.unit and one[0] <= other[1]:
        makes = Interval(low=one[0] / other[1], high=one[1] / other[0])
        yield Working(numbers=(part, whole), percent=percent, makes=makes, as_a="share")


def _rate(part: Claim, whole: Claim, rate: Claim, policy: Policy) -> Iterator[Working]:
    """As in "120 deaths among 400,000 residents, or 30 per 100,000"."""
    basis = _BASIS.match(rate.quantity.per or "")
    exact = rate.quantity.qualifier is Qualifier.EXACT and rate.quantity.value is not None
    if basis is None or not exact or part.quantity.unit != whole.quantity.unit:
        return
    one, other = _ends(part, policy), _ends(whole, policy)
    makes = Interval(low=one[0] / other[1], high=one[1] / other[0])
    yield Working(numbers=(part, whole), percent=rate, makes=makes, as_a="rate", basis=Decimal(basis.group()))


def _made(a: Claim, b: Claim, percent: Claim, policy: Policy) -> Iterator[Working]:
    if a.quantity.unit != b.quantity.unit:
        return
    words = between(a, b)
    one, other = _ends(a, policy), _ends(b, policy)
    if _OF.match(words) and one[0] <= other[1]:
        makes, as_a = Interval(low=one[0] / other[1], high=one[1] / other[0]), "share"
    elif _AGAINST.match(words):
        makes, as_a = _part_of_both(one, other), "share"
    elif _TO.match(words) and _FROM.search(before(a)) and one[0] > 0:
        changes = sorted(abs(end / start - 1) for end in other for start in one)
        makes, as_a = Interval(low=changes[0], high=changes[-1]), "change"
    else:
        return
    yield Working(numbers=(a, b), percent=percent, makes=makes, as_a=as_a)


def _ends(claim: Claim, policy: Policy) -> tuple[Decimal, Decimal]:
    """The least and the most that the number may be, its rounding included."""
    allowed, value = window(read(claim), policy), claim.quantity.value or Decimal(0)
    low = value if allowed.low is None else allowed.low
    return max(low, value / _TWO), value if allowed.high is None else allowed.high


def _part_of_both(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> Interval:
    return Interval(low=one[0] / (one[0] + other[1]), high=one[1] / (one[1] + other[0]))


def _split_vote(line: Line, policy: Policy) -> Iterator[Working]:
    """Two numbers, then two shares of one hundred: "1,201,607 said yes and 734,300 said no, or 63 percent to 37"."""
    percents = [c for c in line if _is_percent(c)]
    if len(percents) != _TWO or not _SPLIT.match(between(*percents)):
        return
    numbers = [c for c in line if _number(c) and c.span.end <= percents[0].span.start][-_TWO:]
    whole = sum((c.quantity.value or Decimal(0) for c in percents), Decimal(0))
    if len(numbers) != _TWO or numbers[0].quantity.unit != numbers[1].quantity.unit or abs(whole - _HUNDRED) > 1:
        return
    if not _of_one_vote(numbers, percents[0], policy):
        return
    ends = [_ends(c, policy) for c in numbers]
    for percent, one, other in zip(percents, ends, reversed(ends), strict=True):
        yield Working(numbers=tuple(numbers), percent=percent, makes=_part_of_both(one, other), as_a="share")


def _of_one_vote(numbers: list[Claim], percent: Claim, policy: Policy) -> bool:
    """Whether the two numbers are for and against, by the words that follow each."""
    wording = policy.wording
    first, second = between(*numbers), between(numbers[1], percent)
    forth = has_any(first, wording.for_cues) and has_any(second, wording.against_cues)
    return forth or (has_any(first, wording.against_cues) and has_any(second, wording.for_cues))


def doubled(line: Line, policy: Policy) -> Iterator[tuple[str, Claim, int]]:
    """As in "Doubled …, 200 percent more": the word, the percentage, and what it should be."""
    for percent in line:
        if not _is_percent(percent) or percent.aspect is not Aspect.CHANGE:
            continue
        for times, word in enumerate(policy.wording.multiples, start=_TWO):
            if percent.quantity.value == times * _HUNDRED and _leads_to(before(percent), word):
                yield word, percent, (times - 1) * 100


def _leads_to(words: str, multiple: str) -> bool:
    """Whether the clause that leads to the percentage says so, and no other clause begins in between."""
    found = re.search(rf"\b{multiple}\b([^.;:]*)$", words.casefold())
    return found is not None and re.search(r"\b(?:and|but|while|as|when)\b", found.group(1)) is None
