"""How an article tells a figure: as a former one, as one that it denies, as one that still moves, as a part."""

import re
from functools import cache, lru_cache

from claimcheck.model.claim import Claim
from claimcheck.model.policy import WordingPolicy

_WORDS_NEAR = 5
_REACH = 80
_LONG = 600
_STOPS = re.compile(r"[,;:()—–]|\.\s")
_OF_THEM = re.compile(r"\s+of\s+(?:the|its|their|those|these|them)\b", re.IGNORECASE)


def former(claim: Claim, wording: WordingPolicy) -> bool:
    """Whether the words right around the figure say that it held before: "it had been given as 40", "up from 40"."""
    return _any(wording.former_cues, _before(claim)) or _any(wording.former_tails, _after(claim))


def denied(claim: Claim, wording: WordingPolicy) -> bool:
    """Whether the article says that the figure does not hold: "11, not 24", "without it there would have been 24"."""
    words = _last_words(_before(claim))
    return _any(wording.denied_cues, words) and not _any(wording.undenied_cues, words)


def moving(claim: Claim, wording: WordingPolicy) -> bool:
    """Whether the figure's sentence says that the count goes on: "so far", "and it keeps growing"."""
    return has_cue(wording.moving_cues, claim)


def of_a_whole(claim: Claim) -> bool:
    """Whether the words right behind the figure take it out of a whole: "14 of the patients", "189 of them"."""
    return _OF_THEM.match(claim.sentence.text, claim.span.end - claim.sentence.span.start) is not None


def has_cue(cues: tuple[str, ...], claim: Claim) -> bool:
    """Whether one of the cues stands in the figure's sentence."""
    return _said(cues, claim.sentence.text[:_LONG])


@lru_cache(maxsize=4096)
def _said(cues: tuple[str, ...], words: str) -> bool:
    return _any(cues, words)


def _before(claim: Claim) -> str:
    """The words of its clause that stand right before the figure."""
    end = claim.span.start - claim.sentence.span.start
    clause = _STOPS.split(claim.sentence.text[max(0, end - _REACH) : max(0, end)])[-1]
    return " ".join(clause.split()[-_WORDS_NEAR:])


def _last_words(words: str) -> str:
    return " ".join(words.split()[-3:])


def _after(claim: Claim) -> str:
    """The words of its clause that stand right behind the figure."""
    start = claim.span.end - claim.sentence.span.start
    clause = _STOPS.split(claim.sentence.text[start : start + _REACH])[0]
    return " ".join(clause.split()[: _WORDS_NEAR + 2])


def _any(cues: tuple[str, ...], words: str) -> bool:
    return bool(cues) and _pattern(cues).search(words.casefold()) is not None


@cache
def _pattern(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, cues))})(?!\w)")
