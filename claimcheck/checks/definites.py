"""A number that is spoken of as known ("the 16", "all 16 of them") and has not been told: one that is nearly it has."""

import re
from collections.abc import Iterator

from claimcheck.checks.headlines import noun_of
from claimcheck.checks.passages import Line, after, before, in_prose, usable_part
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.digits import digit_slip, one_slip, significant_digits
from claimcheck.model.quantity import Dimension
from claimcheck.model.text import Article

_KNOWN = re.compile(r"(?:^|[^\w'’])(?:the|these|those|all|all the|all of the)\s+$", re.IGNORECASE)
_OF_NUMBER = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|most|some|many))\s+(?:\w+\s+)?of\s+the\s+$",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"^\s*(?:[.,;:!?)]|$|(?:of\s+(?:them|those|these)|were|was|are|is|had|have|has|will|would|who|in|on|from|did|died|came)\b)"
)
_TOLD_NOW = re.compile(
    r"^(?:\s+(?!will\b|would\b|was\b|were\b|is\b|are\b|been?\b|had\b|have\b|has\b)[\w'’-]+){0,2}"
    r"\s+(?:that|who|which|whom|seen|told|made|set|\w{3,}ed)\b"
)
"""What tells the number here and now: "the 2.5 trillion won seen a year earlier"."""
_BACK = 12
_SMALL = 10


def untold(claims: Line, article: Article) -> Iterator[tuple[Claim, Claim]]:
    """Every number of one article that is spoken of as told before and is not, with the one that was told and is one
    slip away. Numbers under ten are too few to tell.
    """
    for place, claim in enumerate(claims):
        if not _is_known(claim) or _printed_before(claim, claims[:place], article):
            continue
        told = (c for c in claims[max(0, place - _BACK) : place] if c.sentence.index != claim.sentence.index)
        alike = [c for c in told if _could_be(c, claim)]
        if len({c.quantity.value for c in alike}) == 1:
            yield alike[0], claim


def nearly_alike(a: Claim, b: Claim) -> bool:
    """Whether two numbers of one unit, of two digits and more, are one slip apart."""
    if a.quantity.value is None or b.quantity.value is None or a.quantity.unit.id != b.quantity.unit.id:
        return False
    if len(significant_digits(a.quantity.value)) < 2 or a.quantity.value == b.quantity.value:
        return False
    slipped = digit_slip(a.quantity.value, b.quantity.value)
    return slipped or one_slip(abs(a.quantity.value), abs(b.quantity.value))


def _is_known(claim: Claim) -> bool:
    words = before(claim)
    level = claim.aspect is Aspect.LEVEL and usable_part(claim) and in_prose(claim)
    large = claim.quantity.value is not None and claim.quantity.value >= _SMALL
    known = _KNOWN.search(words) is not None and _OF_NUMBER.search(words) is None
    return level and large and known and _TOLD_NOW.match(after(claim)) is None


def _printed_before(claim: Claim, earlier: Line, article: Article) -> bool:
    """Whether the number stands before, as a figure or as any other number ("Century 16")."""
    if any(c.quantity.value == claim.quantity.value for c in earlier):
        return True
    number = re.escape(claim.quantity.number.of(article.text))
    return re.search(rf"(?<![\d,.]){number}(?![\d]|[,.]\d)", article.text[: claim.span.start]) is not None


def _could_be(earlier: Claim, claim: Claim) -> bool:
    """Whether an earlier number was of the same: the same noun, or nothing is said to the contrary."""
    if not (usable_part(earlier) and nearly_alike(earlier, claim)) or earlier.aspect is not Aspect.LEVEL:
        return False
    if claim.quantity.unit.dimension is not Dimension.COUNT:
        return True
    noun = noun_of(claim)
    return (bool(noun) and noun == noun_of(earlier)) or _ALONE.match(after(claim)) is not None
