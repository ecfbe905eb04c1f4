"""Lists of parts in running text: "34 patients: 29 were unvaccinated, one had one dose, and five had two"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.checks.passages import after, usable_part
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.policy import WordingPolicy

_SEGMENTS = re.compile(r"\s*[,;]\s+(?:(?:and|plus)\s+)?|\s+(?:and|plus)\s+(?=(?:the\s+)?\w)", re.IGNORECASE)
_ONE = re.compile(r"(?:just |only )?(?:one|an?|another|the other)\b(?!\s+of\b)", re.IGNORECASE)
_LEAD = re.compile(r"(?:(?:and|plus|the|other|another|remaining|rest|some|were|was|all)\s+)*$", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|plus)\b", re.IGNORECASE)
_SOMEBODY = 2
_DIGIT = re.compile(r"\d")
_END = re.compile(r"[.!?](?:\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The numbers that a list gives, in text order. `claims` are those that are figures of their own ("one" is none),
    `added` their sum, `closed` whether the last part is "the other", "the rest".
    """

    claims: tuple[Claim, ...]
    added: Decimal
    count: int
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """A total and parts that should make it."""

    total: Claim
    parts: Parts


def parts_in(text: str, start: int, claims: tuple[Claim, ...], wording: WordingPolicy) -> Parts | None:
    """The parts that `text` lists, one at the head of each segment; `start` is its offset in the article. None when a
    segment has no part at its head, unless it goes on about the part before it and has no number at all; "and himself"
    is a part that has none.
    """
    by_start = {claim.span.start: claim for claim in claims}
    found: list[Claim] = []
    added, count, closed, trailing = Decimal(0), 0, False, False
    for at, words, joined in _segments(text):
        claim = _at_head(start + at, words, by_start)
        if claim is not None:
            if not _is_part(claim, claims):
                return None
            found.append(claim)
            added += claim.quantity.value or Decimal(0)
            count += 1
        elif _ONE.match(words) and not trailing and not _numbers_in(start + at, words, claims):
            added, count = added + 1, count + 1
        elif joined and len(words.split()) <= _SOMEBODY:
            return None
        elif count and not _numbers_in(start + at, words, claims) and not _DIGIT.search(words):
            trailing = True
            continue
        else:
            return None
        closed = any(words.casefold().startswith(cue) for cue in wording.rest_cues)
    return Parts(claims=tuple(found), added=added, count=count, closed=closed) if found else None


def _segments(text: str) -> Iterator[tuple[int, str, bool]]:
    """The list's items with their offsets, without the commas and the "and" that join them, and whether "and" did."""
    at, joined = 0, False
    for found in _SEGMENTS.finditer(text):
        if found.start() > at:
            yield at, text[at : found.start()], joined
        at, joined = found.end(), _AND.search(found.group()) is not None
    if text[at:].strip(" .!?"):
        yield at, text[at:], joined


def _at_head(start: int, words: str, by_start: dict[int, Claim]) -> Claim | None:
    """The claim that begins the segment, perhaps behind "the other" or "and"."""
    for offset in range(len(words)):
        claim = by_start.get(start + offset)
        if claim is not None:
            return claim if _LEAD.fullmatch(words[:offset]) else None
    return None


def _numbers_in(start: int, words: str, claims: tuple[Claim, ...]) -> bool:
    return any(start <= claim.span.start < start + len(words) for claim in claims)


def _is_part(claim: Claim, claims: tuple[Claim, ...]) -> bool:
    """A number, bare or about it, not of a change or of something that is restated."""
    return usable_part(claim) and claim.aspect is Aspect.LEVEL and claim.restates is None and bool(claims)


def tail_of(claim: Claim) -> tuple[int, str]:
    """The words behind a figure up to the end of its sentence, with their offset in the article."""
    words = after(claim)
    end = _END.search(words)
    return claim.span.end, words if end is None else words[: end.start()]
