"""Percentages that are parts of a whole, by the words around them: no part is more than a hundred percent."""

import re
from decimal import Decimal

from claimcheck.checks.passages import Line, after, around, bare, before, has_any
from claimcheck.compare.intervals import fine_step
from claimcheck.model.claim import Aspect, Claim, Direction
from claimcheck.model.policy import WordingPolicy
from claimcheck.model.quantity import Qualifier

HUNDRED = Decimal(100)
_OF = re.compile(r"^\s*of\s+((?:[\w'’-]+\s+){0,4}[\w'’-]+)")
_OF_ALL = re.compile(r"^\s*of (?:all|the total)\s*(?:[.,;:)]|$)")
_OF_GROUP = re.compile(
    r"(?:^|[.;:,]\s+|\b(?:and|but|while)\s+)of\s+(?:the|those|these|all|its|their)\b[^.,;:]{0,80},?\s*(?:only|just|some)?$"
)
_CLAUSE = re.compile(r"(?:^|[.;:,]|(?<![\d%])\b(?:and|but|while))$")
_HOLDS = re.compile(r"^\s*(?:were|had|have|are)\s+(?!been\b|to\b)\w")
_LISTED = re.compile(r"(?:\d|%|percent|per cent),?(?:\s+and)?$")
_REST = re.compile(r"\bthe (?:rest,?|other|remaining)\s*$", re.IGNORECASE)
_OF_REST = re.compile(r"\bof the (?:rest|remaining|remainder|others?)\b", re.IGNORECASE)
_NEAR = 6
_PAIR = 2
_SLACK = Decimal(1)
_WIDER = 12


def over_all(claim: Claim, wording: WordingPolicy) -> str | None:
    """What a percentage says that cannot be, in words that follow it; None for any that can be."""
    if claim.quantity.unit.id != "percent" or _least(claim) <= HUNDRED:
        return None
    lead, following = before(claim).casefold().rstrip(), after(claim).casefold()
    if claim.aspect is Aspect.CHANGE and not has_any(_words(lead, -_NEAR), wording.composing_cues):
        return "is a loss of more than there was" if _lost(claim, wording) else None
    first, other = _words(following, 1), _OF.match(following)
    if other is not None and has_any(other.group(1), wording.other_whole_cues):
        return None
    if _starts(following, wording.whole_states) or lead.endswith(wording.whole_leads) or _OF_ALL.match(following):
        return "is more than the whole"
    members = _CLAUSE.search(lead) and not _LISTED.search(lead) and _HOLDS.match(following)
    if members or (_OF_GROUP.search(lead) and first in wording.member_verbs):
        return "is more than the whole"
    noun = _whole(lead, following, wording)
    return None if noun is None else f"of the whole ({noun}) is more than there is"


def rest_of_shares(line: Line) -> tuple[Line, Decimal] | None:
    """The percentages of a sentence of which the last is said to be the rest, and what they add up to where that is not
    a hundred, rounding allowed for; None where it is, or where one of them is the whole of the others.
    """
    shares = tuple(claim for claim in line if claim.quantity.unit.id == "percent")
    if len(shares) < _PAIR or not all(_told(c) and c.aspect is not Aspect.CHANGE for c in shares):
        return None
    if not _REST.search(before(shares[-1])) or _OF_REST.search(before(shares[0])):
        return None
    values = [claim.quantity.value or Decimal(0) for claim in shares]
    added = sum(values, Decimal(0))
    slack = _SLACK + sum(map(_half, shares), Decimal(0))
    halves = any(abs(added - 2 * value) <= slack for value in values)
    return None if halves or abs(added - HUNDRED) <= slack or added > 2 * HUNDRED else (shares, added)


def _told(claim: Claim) -> bool:
    return bare(claim) or (claim.quantity.qualifier is Qualifier.ABOUT and claim.quantity.value is not None)


def _half(claim: Claim) -> Decimal:
    """How far the share may be from its number: half its last digit, or what its "about" allows."""
    allowed = claim.quantity.interval
    return max(fine_step(claim.quantity), (allowed.high or Decimal(0)) - (allowed.low or Decimal(0))) / 2


def _least(claim: Claim) -> Decimal:
    """What the figure says at least; an upper bound says its number."""
    low = claim.quantity.interval.low
    return low if low is not None else claim.quantity.value or Decimal(0)


def _whole(lead: str, following: str, wording: WordingPolicy) -> str | None:
    """The noun behind "of" that nothing exceeds: a set of persons or things, whatever the verb composes, and the yearly
    output of a country where it is a yearly sum that is set against it.
    """
    found = _OF.match(following)
    if found is None or has_any(_words(following, _WIDER), wording.former_whole_cues):
        return None
    noun = next((word for word in found.group(1).split() if word in wording.whole_nouns), None)
    if noun is not None:
        return noun
    composed = has_any(_words(lead, -_NEAR), wording.composing_cues) or has_any(
        _words(following, _NEAR), wording.composed_cues
    )
    if composed and not has_any(found.group(1), wording.uncomposed_nouns):
        return found.group(1).split()[-1]
    if has_any(found.group(1), wording.output_nouns) and has_any(
        f"{lead} {_words(following, _NEAR)}", wording.flow_cues
    ):
        return None if has_any(f"{lead} {following}", wording.stock_cues) else found.group(1).split()[0]
    return None


def _lost(claim: Claim, wording: WordingPolicy) -> bool:
    """Whether it is a fall of what cannot go below zero."""
    return claim.direction is Direction.DOWN and not has_any(around(claim).casefold(), wording.signed_nouns)


def _starts(text: str, phrases: tuple[str, ...]) -> bool:
    stripped = text.lstrip()
    return any(stripped.startswith(phrase) and not stripped[len(phrase) :][:1].isalnum() for phrase in phrases)


def _words(text: str, count: int) -> str:
    """The first words, or with a negative count the last ones."""
    words = text.split()
    return " ".join(words[:count] if count > 0 else words[count:]).rstrip(".,;:")
