"""Totals and majorities that the figures around them make up but for one slip: the votes for, against, and in all."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from claimcheck.checks.passages import Line, after, before, has_any, lines_of, plain_count
from claimcheck.model.claim import Claim
from claimcheck.model.digits import changed, dropped, significant_digits, swapped
from claimcheck.model.policy import WordingPolicy

_LONG_NUMBER = 5
_SHORT_NUMBER = 3
_SENTENCES = 4
_FIGURES = 8
_LEAD, _TAIL = 6, 4

Term = tuple[Claim, int]
"""A figure and its sign in the sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearly:
    """A total, the terms that should make it up, and what they do make."""

    total: Claim
    terms: tuple[Term, ...]
    makes: Decimal

    def corrections(self) -> Iterator[tuple[Claim, Decimal]]:
        """Each figure with the number that would make the sum right."""
        off = self.makes - _value(self.total)
        yield self.total, self.makes
        yield from ((claim, _value(claim) - sign * off) for claim, sign in self.terms)


def nearly(claims: Line, wording: WordingPolicy) -> tuple[Nearly, ...]:
    """Every total of one article that is one slip away from what the figures around it make. Numbers of five digits
    that tell come that close by no chance.
    """
    counts = tuple(claim for line in lines_of(claims) for claim in line if plain_count(claim))
    found: dict[frozenset[Claim], Nearly] = {}
    for place, claim in enumerate(counts):
        if _long(claim) and _is_total(claim, wording):
            around = (*counts[max(0, place - _FIGURES) : place], *counts[place + 1 : place + 1 + _FIGURES])
            for one in _made_up(claim, [c for c in around if _near(c, claim)]):
                found.setdefault(frozenset((claim, *(term for term, _ in one.terms))), one)
    return tuple(found.values())


def _near(a: Claim, b: Claim) -> bool:
    return abs(a.sentence.index - b.sentence.index) <= _SENTENCES


def _value(claim: Claim) -> Decimal:
    return claim.quantity.value or Decimal(0)


def _long(claim: Claim) -> bool:
    return _digits(claim) >= _LONG_NUMBER


def _digits(claim: Claim) -> int:
    return len(significant_digits(_value(claim)))


def _is_total(claim: Claim, wording: WordingPolicy) -> bool:
    behind = re.split(r"[,;:.]\s", after(claim), maxsplit=1)[0]
    near = " ".join((*before(claim).split()[-_LEAD:], "|", *behind.split()[:_TAIL]))
    return has_any(near, wording.made_up_cues)


def _made_up(total: Claim, window: list[Claim]) -> Iterator[Nearly]:
    """The one way in which the figures around it nearly make the total; none when some make it exactly."""
    tries = [Nearly(total=total, terms=terms, makes=_sum(terms)) for terms in _terms(window)]
    if any(one.makes == _value(total) for one in tries):
        return
    close = sorted((one for one in tries if _one_slip(one.makes, _value(total))), key=lambda one: len(one.terms))
    if len({one.makes for one in close}) == 1:
        yield close[0]


def _terms(window: list[Claim]) -> Iterator[tuple[Term, ...]]:
    """Sums of two and three, differences of two; each led by long numbers. A short one is added to a long one."""
    for a, b in combinations(window, 2):
        if _long(a) != _long(b) and min(map(_digits, (a, b))) >= _SHORT_NUMBER:
            yield (a, 1), (b, 1)
        if _long(a) and _long(b):
            yield (a, 1), (b, 1)
            large, small = (a, b) if _value(a) >= _value(b) else (b, a)
            yield (large, 1), (small, -1)
    for three in combinations(window, 3):
        if sum(map(_long, three)) >= len(three) - 1:
            yield tuple((claim, 1) for claim in three)


def _sum(terms: tuple[Term, ...]) -> Decimal:
    return sum((_value(claim) * sign for claim, sign in terms), Decimal(0))


def _one_slip(a: Decimal, b: Decimal) -> bool:
    left, right = (f"{value.normalize():f}" for value in (a, b))
    return changed(left, right) or swapped(left, right) or dropped(left, right) or dropped(right, left)


def most_often(found: tuple[Nearly, ...]) -> tuple[Claim, Decimal] | None:
    """The one correction that puts several totals right, None when there is none."""
    counted = Counter(correction for one in found for correction in one.corrections())
    best = [correction for correction, times in counted.items() if times > 1]
    return best[0] if len(best) == 1 else None
