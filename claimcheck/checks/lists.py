"""A total and all of its parts in one sentence: "15 people: 12 firefighters and three civilians"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from claimcheck.checks.parts import Parts, parts_in, tail_of
from claimcheck.checks.passages import Line, after, before, between, has_any, plain_count
from claimcheck.checks.sums import complete, exact_part, makes, of_one_unit
from claimcheck.compare.intervals import share_apart
from claimcheck.model.claim import Claim
from claimcheck.model.policy import Policy, WordingPolicy

_LINKS = frozenset({",", ";", "and", "plus"})
_NOUN_WORDS = 6
_PARTS = 2
_NEAR = Decimal("0.2")
_JUST_OVER = Decimal("0.1")
_CUE = re.compile(r"^((?:\s+(?![:,;])[^\s:;,—–]+){0,7})\s*(:|\s[—–]\s|—)\s*")
_FAR_CUE = re.compile(r"^[^:;.()—–\d]{0,140}(:)\s*")
_APPOSED = re.compile(r"^\s+(?!of\b)([^,;:()—–]{2,60}?)\s*[,(]\s*$")
_AND = re.compile(r"\b(?:and|plus)\s+$")
_LAST_NOUN = re.compile(r"^(?:\s+(?!were\b|was\b|are\b)[a-z'’-]+){1,2}\s*(?:[,;)]|$)")
_ONE_ORDER = 4
_OF_THEM = re.compile(r"^\s+of\s+(?:them|these|those)\b")
_OF_THE = re.compile(r"(?:^|[\s(\"“])of\s+(?:(?:the|its|their|these|those|all)\s+)*$", re.IGNORECASE)
_COMMA = re.compile(r"^[^,;:.]{0,60},\s+")


Told = tuple[tuple[Claim, Parts], ...]
"""The totals of a sentence that its parts do not add up to."""


def not_adding_up(line: Line, policy: Policy) -> Told:
    """The totals of one sentence that the list beside them, which is complete, does not make, with its parts."""
    return next((told for told in _readings(line, policy) if told is not None), ())


def _readings(line: Line, policy: Policy) -> Iterator[Told | None]:
    """What each way of reading the sentence as a list says; None where it is none of that kind."""
    wording = policy.wording
    for total in line:
        if exact_part(total) and not _leaves_open(total, wording):
            yield _announced(total, line, policy)
            yield _of_the(total, line, policy)
            yield _apposed(total, line, policy)
    if not has_any(line[0].sentence.text, wording.open_cues):
        yield _summed_up(line, policy)


def _leaves_open(total: Claim, wording: WordingPolicy) -> bool:
    """Whether a word behind the figure says that parts are left out; it may be "48 of them" itself."""
    words = _OF_THEM.sub("", after(total))
    return has_any(words, wording.open_cues)


def _announced(total: Claim, line: Line, policy: Policy) -> Told | None:
    """Total, a few words (or more before a colon), a colon or dash, then a part at the head of every item."""
    start, tail = tail_of(total)
    cue = _CUE.match(tail) or _FAR_CUE.match(tail)
    behind = tuple(claim for claim in line if claim.span.start > total.span.start)
    if cue is None:
        return _announced_in_words(total, behind, policy)
    if any(claim.span.start < start + cue.end() for claim in behind):
        return None
    parts = parts_in(tail[cue.end() :], start + cue.end(), behind, policy.wording)
    if parts is None or not _parts_of(total, parts):
        return None
    earlier = [
        claim for claim in line if claim.span.end <= total.span.start and claim.quantity.unit == total.quantity.unit
    ]
    if any(makes((claim,), parts, policy) for claim in (*earlier, total)):
        return ()
    return ((total, parts),) if _may_be_all(total, parts, policy) else ()


def _parts_of(total: Claim, parts: Parts) -> bool:
    """Whether there are several, all of the total's unit."""
    return parts.count >= _PARTS and all(map(exact_part, parts.claims)) and of_one_unit((total, *parts.claims))


def _may_be_all(total: Claim, parts: Parts, policy: Policy) -> bool:
    """Whether the parts come near the total: four penalties and two conversions make up 19 points of another kind."""
    near = share_apart(parts.added, total.quantity.value or Decimal(0)) <= _NEAR
    return near or _people_all_told(total, parts, policy)


def _people_all_told(total: Claim, parts: Parts, policy: Policy) -> bool:
    """Whether people are listed as parts of people up to a closing "and", and total and sum are of one order."""
    people = all(claim.metric.entity in policy.persons for claim in (total, *parts.claims))
    values = sorted((parts.added, total.quantity.value or Decimal(0)))
    return people and _AND.search(before(parts.claims[-1])) is not None and values[1] <= values[0] * _ONE_ORDER


def _apposed(total: Claim, line: Line, policy: Policy) -> Told | None:
    """As in "15 people, 12 firefighters and three civilians", "nine soldiers died, two officers and seven men": people
    in general, or a clause that is complete, so that the list can name nothing but them.
    """
    parts = tuple(claim for claim in line if claim.span.start > total.span.start)
    if len(parts) < _PARTS or not all(map(plain_count, (total, *parts))) or not listed(parts):
        return None
    gap = _APPOSED.match(between(total, parts[0]))
    words = gap.group(1).casefold().split() if gap is not None else []
    general = bool(words) and words[-1] in policy.wording.general_nouns and len(words) <= _PARTS
    said = has_any(" ".join(words), policy.wording.member_verbs)
    if not (general or said) or not _AND.search(before(parts[-1])) or not _LAST_NOUN.match(tail_of(parts[-1])[1]):
        return None
    told = _compared(total, parts, policy)
    return told if told and _people_all_told(total, told[0][1], policy) else ()


def _announced_in_words(total: Claim, behind: Line, policy: Policy) -> Told | None:
    """The same after "made up of" and its like, where nothing but their nouns stands between the parts."""
    if len(behind) < _PARTS or not all(map(exact_part, behind)) or not of_one_unit((total, *behind)):
        return None
    lead = between(total, behind[0]).casefold().strip()
    said = any(lead.endswith(cue) for cue in policy.wording.sum_cues)
    if not said or len(lead.split()) > _PARTS + 2 or not listed(behind):
        return None
    told = _compared(total, behind, policy)
    return told if told and _may_be_all(total, told[0][1], policy) else ()


def _of_the(total: Claim, line: Line, policy: Policy) -> Told | None:
    """As in "Of the 39, 32 were unvaccinated, one … and the other seven …"."""
    start, tail = tail_of(total)
    comma = _COMMA.match(tail)
    if comma is None or not _OF_THE.search(before(total)):
        return None
    behind = tuple(claim for claim in line if claim.span.start >= start + comma.end())
    parts = parts_in(tail[comma.end() :], start + comma.end(), behind, policy.wording)
    if parts is None or not _parts_of(total, parts):
        return None
    whole = total.quantity.value or Decimal(0)
    apart = share_apart(parts.added, whole)
    wrong = apart <= _NEAR if parts.closed else parts.added > whole and apart <= _JUST_OVER
    return ((total, parts),) if wrong and not makes((total,), parts, policy) else ()


def _summed_up(line: Line, policy: Policy) -> Told | None:
    """The parts, then the total with a cue that it is one."""
    total, parts = line[-1], line[:-1]
    if len(parts) < _PARTS or not all(map(exact_part, line)) or not of_one_unit(line):
        return None
    if not has_any(tail_of(total)[1], policy.wording.total_cues) or not listed(line):
        return None
    return _compared(total, parts, policy)


def listed(parts: Line) -> bool:
    """Whether nothing but the counted nouns and a comma or "and" stands between the parts."""
    gaps = [re.sub(r"([,;])", r" \1 ", between(a, b).casefold()).split() for a, b in pairwise(parts)]
    return all(gap and gap[-1] in _LINKS and len(gap) <= _NOUN_WORDS for gap in gaps)


def _compared(total: Claim, claims: Line, policy: Policy) -> Told:
    parts = complete(claims)
    return () if makes((total,), parts, policy) else ((total, parts),)
