"""What is recognised of a passage when it has moved: its figure, and the words next to it."""

import re
from hashlib import sha256
from unicodedata import normalize

from claimcheck.model.claim import Claim
from claimcheck.model.quantity import COUNT_UNIT, Interval, Qualifier, Quantity

NEAR = 4
"""Words on either side of the figure. Fewer, and two passages with one figure are taken for each other; more, and a
word that is mended at the sentence's other end makes a new passage.
"""
_WORD = re.compile(r"[^\W_]+")
_DIGITS = 8
_REACH = 2_000  # characters: a page without a full stop costs no more than any other


def imprint(claim: Claim) -> str:
    """The figure in canonical form and a digest of the words around it: no place, no path, no layout, no quotes."""
    return f"{figure_of(claim.quantity)} ~{_digest(near_words(claim))}"


def figure_part(mark: str) -> str:
    """The figure of an imprint."""
    return mark.rpartition(" ~")[0]


def figure_of(quantity: Quantity) -> str:
    """A figure as qualifier, number and unit: "42" and "forty-two" are one, "42" and "nearly 42" are not."""
    hedge = "" if quantity.qualifier is Qualifier.EXACT else f"{quantity.qualifier.value} "
    number = _ends(quantity.interval) if quantity.value is None else f"{quantity.value.normalize():f}"
    unit = "" if quantity.unit.id == COUNT_UNIT.id else f" {quantity.unit.id}"
    return f"{hedge}{number}{unit}{f' per {quantity.per}' if quantity.per else ''}"


def near_words(claim: Claim) -> tuple[str, ...]:
    """The words before and after the figure in its sentence, the nearest ones, in their order."""
    text = claim.sentence.text
    start, end = claim.span.start - claim.sentence.span.start, claim.span.end - claim.sentence.span.start
    before = _words(text[max(0, start - _REACH) : max(0, start)])[-NEAR:]
    return (*before, "", *_words(text[end : end + _REACH])[:NEAR])


def _words(text: str) -> list[str]:
    return _WORD.findall(normalize("NFKC", text).casefold())


def _ends(interval: Interval) -> str:
    low, high = ("" if end is None else f"{end.normalize():f}" for end in (interval.low, interval.high))
    return f"{low}..{high}"


def _digest(words: tuple[str, ...]) -> str:
    return sha256(" ".join(words).encode()).hexdigest()[:_DIGITS]
