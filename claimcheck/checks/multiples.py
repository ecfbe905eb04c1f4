"""Changes told as multiples beside the two levels: "rose threefold from 10 to 30", "150, twice as many as the 75"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from claimcheck.checks.passages import Line, before, between, usable_part
from claimcheck.compare.rounding import ends
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.policy import Policy
from claimcheck.model.quantity import Dimension, Interval, Qualifier

_TO = re.compile(r"^(?:\s+[\w'-]+){0,3}?\s+to\s+$", re.IGNORECASE)
_FROM = re.compile(r"^(?:\s+[\w'-]+){0,4}?,?\s+from\s+$", re.IGNORECASE)
_LEADS_FROM = re.compile(r"^(?:[^\d.;:,]{0,60})?,?\s*\bfrom\s+$", re.IGNORECASE)
_LEADS_TO = re.compile(r"^(?:[^\d.;:,]{0,60})?\bto\s+$", re.IGNORECASE)
_AS_MANY = re.compile(
    r"^\s+(?:as\s+(?:many|much|high|large|big|great)\b(?:\s+[\w'-]+){0,2}?\s+as\s+(?:the\s+)?|the\s+)$", re.IGNORECASE
)
_MORE_THAN = re.compile(
    r"^\s+(?:more|higher|larger|greater|bigger)(?:\s+[\w'-]+){0,2}?\s+than\s+(?:the\s+)?$", re.IGNORECASE
)
_LESS_THAN = re.compile(r"^\s+(?:less|lower|smaller|fewer)(?:\s+[\w'-]+){0,2}?\s+than\s+(?:the\s+)?$", re.IGNORECASE)
_OF_LEVEL = re.compile(r"^\s+(?:from\s+)?(?:(?:the|a|an|its|their|last)\b(?:\s+[\w'-]+){0,3}?\s+)?$", re.IGNORECASE)
_APPOSED = re.compile(
    r"^(?:\s+[\w'-]+){0,5}?\s*(?:,|\(|—|–)\s*(?:or\s+|which is\s+|that is\s+)?(?:more than\s+|about\s+)?$",
    re.IGNORECASE,
)
_IN_A_WORD = ("double", "triple", "quadruple")
_HEDGE = re.compile(
    r"\b(nearly|almost|close to|more than|over|at least|about|roughly|around|some)\s+(?:[\w]+\s+)?$", re.IGNORECASE
)
_WITHIN = {"": ("0.87", "1.2"), "nearly": ("0.75", "1.02"), "more than": ("0.97", "1.6"), "about": ("0.75", "1.3")}
_KIND = {
    "almost": "nearly",
    "close to": "nearly",
    "over": "more than",
    "at least": "more than",
    "roughly": "about",
    "around": "about",
    "some": "about",
}
_QUALIFIED = {
    Qualifier.NEARLY: "nearly",
    Qualifier.MORE_THAN: "more than",
    Qualifier.AT_LEAST: "more than",
    Qualifier.ABOUT: "about",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple:
    """A later level said to be `words` times an earlier one, and how many times it is, at least and at most."""

    earlier: Claim
    later: Claim
    words: str
    told: tuple[Interval, ...]
    is_really: Interval

    @property
    def fits(self) -> bool:
        """Whether the levels make the multiple, in one of the ways it may be meant."""
        return any(one.meets(self.is_really) for one in self.told)

    @property
    def middle(self) -> Decimal:
        """How many times the later level is the earlier one."""
        return ((self.is_really.low or Decimal(0)) + (self.is_really.high or Decimal(0))) / 2


def multiples(line: Line, policy: Policy) -> Iterator[Multiple]:
    """Every multiple of a sentence that its own words tie to two levels."""
    for a, b in pairwise(line):
        earlier, later = _ordered(a, b)
        if earlier is not None and later is not None:
            yield from _by_verb(a, earlier, later, policy)
    for a, b, c in zip(line, line[1:], line[2:], strict=False):
        if _is_times(a) and _LEADS_FROM.match(between(a, b)) and _TO.match(between(b, c)):
            yield from _told(b, c, a, (), policy)
        elif _is_times(b) and _APPOSED.match(between(a, b)):
            gap = between(b, c)
            if _AS_MANY.match(gap):
                yield from _told(c, a, b, (), policy)
            elif _MORE_THAN.match(gap):
                yield from _told(c, a, b, (Decimal(1),), policy)
            elif _LESS_THAN.match(gap):
                yield from _told(a, c, b, (Decimal(1),), policy)
            elif _OF_LEVEL.match(gap) and b.quantity.surface.casefold().endswith(_IN_A_WORD):
                yield from _told(c, a, b, (), policy)


def _ordered(a: Claim, b: Claim) -> tuple[Claim | None, Claim | None]:
    """The earlier and the later level of "from A to B" or "to B from A"."""
    if _TO.match(between(a, b)) and before(a).casefold().rstrip().endswith("from"):
        return a, b
    if _FROM.match(between(a, b)) and before(a).casefold().rstrip().endswith("to"):
        return b, a
    return None, None


def _by_verb(first: Claim, earlier: Claim, later: Claim, policy: Policy) -> Iterator[Multiple]:
    """As in "arrests doubled from 15 to 30", "tripled to 90 tonnes from 30"."""
    words = before(first).casefold()
    verbs = {verb: Decimal(n) for n, verb in enumerate(policy.wording.multiples, start=2)} | {"halved": Decimal("0.5")}
    for verb, times in verbs.items():
        at = words.rfind(f"{verb} ")
        lead = words[at + len(verb) :] if at >= 0 else ""
        if at >= 0 and (_LEADS_FROM.match(lead) or _LEADS_TO.match(lead)) and not words[at - 1 : at].isalnum():
            hedge = _HEDGE.search(words[:at])
            kind = "" if hedge is None else _KIND.get(hedge.group(1), hedge.group(1))
            yield from _compared(earlier, later, verb, (_around(times, kind),), policy)


def _told(earlier: Claim, later: Claim, times: Claim, more: tuple[Decimal, ...], policy: Policy) -> Iterator[Multiple]:
    value = times.quantity.value or Decimal(0)
    kind = _QUALIFIED.get(times.quantity.qualifier, "")
    told = tuple(_around(value + one, kind) for one in (Decimal(0), *more))
    yield from _compared(earlier, later, " ".join(times.quantity.surface.split()), told, policy)


def _compared(
    earlier: Claim, later: Claim, words: str, told: tuple[Interval, ...], policy: Policy
) -> Iterator[Multiple]:
    if not (_level(earlier) and _level(later)) or earlier.quantity.unit != later.quantity.unit:
        return
    (low, high), (least, most) = ends(earlier, policy), ends(later, policy)
    if low > 0:
        is_really = Interval(low=least / high, high=most / low)
        yield Multiple(earlier=earlier, later=later, words=words, told=told, is_really=is_really)


def _around(times: Decimal, kind: str) -> Interval:
    least, most = _WITHIN[kind]
    return Interval(low=times * Decimal(least), high=times * Decimal(most))


def _is_times(claim: Claim) -> bool:
    return claim.quantity.unit.dimension is Dimension.MULTIPLE and claim.quantity.value is not None


def _level(claim: Claim) -> bool:
    other = claim.quantity.unit.dimension in (Dimension.MULTIPLE, Dimension.POINTS, Dimension.TEMPERATURE)
    return usable_part(claim) and claim.aspect in (Aspect.LEVEL, Aspect.SHARE) and not other
