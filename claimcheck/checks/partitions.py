"""A number told before, split into its parts: "Seven are missing. Five of them are from China. The other two …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from claimcheck.checks.parts import Partition, Parts, parts_in
from claimcheck.checks.passages import Line, after, before, between, has_any, in_prose, lines_of, usable_part
from claimcheck.checks.sums import ADD_UP, complete, makes, of_one_unit, summable
from claimcheck.compare.intervals import share_apart
from claimcheck.model.claim import Claim
from claimcheck.model.policy import Policy, WordingPolicy

_BACK = 3
_LINES = 4
_PARTS = 2
_LONG = 40
_JUST_OVER = Decimal("0.34")
_OTHER_THING = 4
_OF_THEM = re.compile(r"^\s+of\s+(?:them|these|those)\b")
_OF_THE = re.compile(r"^\s+(?:[\w-]+\s+)?of\s+(?:the|its|their|these|those)\s+([\w'-]+)")
_OF_NUMBER = re.compile(r"^\s+of\s+(?:the|its|their|these|those)\s+$")
_REST = re.compile(r"^(?:and\s+)?(?:the\s+(?:other|others|remaining|rest)|another)\b", re.IGNORECASE)
_HEAD = re.compile(r"^(?:(?:and|only|just|the|other|another|remaining|some)\s+)*$", re.IGNORECASE)
_OF_IT = re.compile(r"\bof (?:it|that|this|the total|the sum)\b")
_PREPOSITION = re.compile(r"^\s+(?:[\w-]+\s+)?(from|in|at|on|to|by|with|for)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Split:
    """Parts of something told before. `complete`: all of it. `noun` is what they are said to be parts of, empty for
    "of them". `parallel`: one preposition leads all of them ("from Ohio, two from Iowa").
    """

    first: Claim
    last: int
    parts: Parts
    complete: bool
    noun: str
    parallel: bool


def partitions(claims: Line, policy: Policy) -> Iterator[Partition]:
    """Every number of one article that its parts, told in sentences after it, do not make. Where the sentences do not
    say that the parts are all, only parts that are more than the whole are told.
    """
    told = [line for line in lines_of(claims) if in_prose(line[0]) and len(line) <= _LONG]
    for place, line in enumerate(told):
        split = _split(line, told[place + 1 : place + 1 + _LINES], policy.wording)
        if split is None:
            continue
        total = _inside(split, line) or _told_before(split, told[max(0, place - _BACK) : place], policy)
        if total is not None and _wrong(total, split, policy):
            yield Partition(total=total, parts=split.parts)


def _split(line: Line, following: list[Line], wording: WordingPolicy) -> _Split | None:
    """The parts that a sentence, and those after it that go on with the rest, give of something told before."""
    if _leaves_open(line, wording):
        return None
    opened = _opened(line, wording)
    if opened is None:
        return _of_it(line)
    offset, complete, noun = opened
    sentence = line[0].sentence
    parts = parts_in(sentence.text[offset:], sentence.span.start + offset, line, wording)
    if parts is None:
        return None
    last, closed = sentence.index, parts.closed and not _another(parts)
    for more in following:
        rest = _rest(more, last, wording)
        if rest is None:
            break
        parts, last, closed = _joined(parts, rest), more[0].sentence.index, not _another(rest)
    if parts.count < _PARTS or not (of_one_unit(parts.claims) and all(map(summable, parts.claims))):
        return None
    return _Split(
        first=line[0],
        last=last,
        parts=parts,
        complete=complete or closed,
        noun=noun,
        parallel=_parallel(parts.claims),
    )


def _of_it(line: Line) -> _Split | None:
    """As in "Payouts make up about $400 million of it, pensions the other $250 million"."""
    closing = re.search(r"\bthe (?:other|remaining)\s+$", before(line[-1]), re.IGNORECASE)
    if len(line) < _PARTS or closing is None or not _OF_IT.search(between(line[0], line[-1]).casefold()):
        return None
    if not of_one_unit(line) or line[0].quantity.unit.dimension not in ADD_UP or not all(map(usable_part, line)):
        return None
    parts = complete(line)
    return _Split(first=line[0], last=line[0].sentence.index, parts=parts, complete=True, noun="", parallel=False)


def _opened(line: Line, wording: WordingPolicy) -> tuple[int, bool, str] | None:
    """Where the list begins, whether its lead says that it is complete, and the noun that it divides; None where the
    sentence divides nothing.
    """
    text = line[0].sentence.text
    folded = text.casefold()
    lead = next((cue for cue in wording.defining_leads if folded.startswith(f"{cue} ")), None)
    if lead is not None:
        return len(lead) + 1, True, ""
    colon = re.match(r"[^:]*:\s+", text)
    if colon is not None and has_any(colon.group(), wording.breakdown_cues) and len(before(line[0])) >= colon.end():
        return colon.end(), True, ""
    if folded.startswith("one "):
        return 0, False, ""
    first = line[0]
    if not _HEAD.match(before(first)) or _REST.match(before(first)):
        return None
    if _OF_THEM.match(after(first)):
        return 0, False, ""
    of_the = _OF_THE.match(after(first))
    return None if of_the is None else (0, False, of_the.group(1).casefold())


def _leaves_open(line: Line, wording: WordingPolicy) -> bool:
    """Whether a word says that parts are left out; "of them" is none where the parts are looked for."""
    cues = tuple(cue for cue in wording.open_cues if not cue.startswith("of "))
    return has_any(line[0].sentence.text, cues)


def _rest(line: Line, last: int, wording: WordingPolicy) -> Parts | None:
    """The parts of a sentence that goes on with "the other two", right behind the last one."""
    sentence = line[0].sentence
    if sentence.index - last > 1 or not _REST.match(sentence.text) or _leaves_open(line, wording):
        return None
    return parts_in(sentence.text, sentence.span.start, line, wording)


def _another(parts: Parts) -> bool:
    """Whether the last part is "another four", which says nothing of the rest."""
    return re.search(r"\banother\s+$", before(parts.claims[-1]), re.IGNORECASE) is not None


def _joined(one: Parts, other: Parts) -> Parts:
    return Parts(
        claims=(*one.claims, *other.claims),
        added=one.added + other.added,
        count=one.count + other.count,
        closed=other.closed,
    )


def _parallel(claims: Line) -> bool:
    """Whether one and the same preposition leads every part behind the first, and stands with the first too."""
    leads = {found.group(1) if (found := _PREPOSITION.match(after(claim))) else "" for claim in claims[1:]}
    gap = between(claims[0], claims[1]) if len(claims) > 1 and _same_sentence(claims[0], claims[1]) else ""
    return len(leads) == 1 and bool(leads & set(gap.split()))


def _same_sentence(a: Claim, b: Claim) -> bool:
    return a.sentence.index == b.sentence.index


def _inside(split: _Split, line: Line) -> Claim | None:
    """The whole that stands with the first part: "four of the 12 victims"."""
    for a, b in pairwise(line[:_PARTS]):
        if a in split.parts.claims[:1] and _OF_NUMBER.match(between(a, b)) and _whole(b, split):
            return b
    return None


def _whole(claim: Claim, split: _Split) -> bool:
    """Whether a figure could be what the parts are of."""
    return summable(claim) and claim.quantity.unit == split.parts.claims[0].quantity.unit


def _told_before(split: _Split, earlier: list[Line], policy: Policy) -> Claim | None:
    """The one number of the nearest sentence before that can be the whole; None when some number before is what the
    parts make, or when there is a choice.
    """
    start = split.first.sentence.index
    near = [line for line in earlier if start - line[0].sentence.index <= _BACK]
    wholes = [[claim for claim in line if _whole(claim, split)] for line in near]
    if any(makes((claim,), split.parts, policy) for line in wholes for claim in line):
        return None
    if any(makes((a, b), split.parts, policy) for line in wholes for a, b in pairwise(line)):
        return None
    for line in reversed(wholes):
        close = [claim for claim in line if _near(claim, split)]
        named = [claim for claim in close if _named(claim, split)] or close
        if named:
            return named[0] if len({claim.quantity.value for claim in named}) == 1 else None
    return None


def _near(claim: Claim, split: _Split) -> bool:
    """Whether whole and parts are of one order, so that one can be a slip of the other."""
    values = sorted((abs(claim.quantity.value or Decimal(0)), split.parts.added))
    return values[0] * _OTHER_THING > values[1]


def _named(claim: Claim, split: _Split) -> bool:
    """Whether the number counts what the parts are parts of."""
    part = split.parts.claims[0].metric
    words = after(claim).casefold().split()[:_PARTS]
    said = bool(split.noun) and split.noun in {word.strip(".,;:") for word in words}
    one = claim.metric.entity == part.entity or (claim.metric.action is not None and claim.metric.action == part.action)
    return said or one


def _wrong(total: Claim, split: _Split, policy: Policy) -> bool:
    if makes((total,), split.parts, policy):
        return False
    if split.complete:
        return True
    whole, added = total.quantity.value or Decimal(0), split.parts.added
    people = {total.metric.entity, split.first.metric.entity} <= policy.persons
    one = _named(total, split) or (people and split.first.sentence.index - total.sentence.index == 1)
    return split.parallel and one and added > whole and share_apart(added, whole) <= _JUST_OVER
