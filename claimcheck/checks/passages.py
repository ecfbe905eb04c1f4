"""Figures in the words around them: an article's sentences, and what stands before, after and between figures."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby

from claimcheck.checks.base import Context
from claimcheck.model.claim import Aspect, Claim, MentionKind
from claimcheck.model.quantity import Dimension, Qualifier
from claimcheck.model.text import SentenceKind, Span

_CAPTION_LEAD = 24
_REACH = 600
"""Characters: no grammar of ours reaches further, and a page without a full stop costs no more than any other."""

Line = tuple[Claim, ...]
"""The claims of one sentence, in text order."""


def lines(context: Context) -> Iterator[Line]:
    """Every sentence that has figures, article by article."""
    for article in sorted(context.claims):
        yield from lines_of(context.claims[article])


def lines_of(claims: Iterable[Claim]) -> Iterator[Line]:
    """The sentences of one article's claims, in text order."""
    in_order = sorted(claims, key=lambda claim: (claim.sentence.index, claim.span.start, claim.span.end))
    for _, group in groupby(in_order, key=lambda claim: claim.sentence.index):
        yield tuple(group)


def before(claim: Claim) -> str:
    """The sentence's words up to the figure, the nearest of them where it is a very long one."""
    end = claim.span.start - claim.sentence.span.start
    return claim.sentence.text[max(0, end - _REACH) : end]


def after(claim: Claim) -> str:
    """The sentence's words behind the figure, the nearest of them where it is a very long one."""
    start = claim.span.end - claim.sentence.span.start
    return claim.sentence.text[start : start + _REACH]


def between(a: Claim, b: Claim) -> str:
    """The words from the end of one figure to the start of a later one of its sentence."""
    start = a.sentence.span.start
    return Span(a.span.end - start, b.span.start - start).of(a.sentence.text)


def bare(claim: Claim) -> bool:
    """Whether it is one number without a hedge or a bound, no age, score or rate."""
    quantity = claim.quantity
    exact = quantity.qualifier is Qualifier.EXACT and quantity.value is not None
    return exact and quantity.per is None and claim.kind is MentionKind.AMOUNT


def under_a_picture(claim: Claim, context: Context) -> bool:
    """Whether its paragraph is a picture's caption: "Picture: Four people have been killed"."""
    text = context.articles[claim.article].text
    start = text.rfind("\n", 0, claim.sentence.span.start) + 1
    lead, colon, _ = text[start : start + _CAPTION_LEAD].casefold().partition(":")
    return bool(colon) and lead.strip(" ([*_-") in context.policy.wording.caption_leads


def usable_part(claim: Claim) -> bool:
    """Whether it is one number, bare or "about" it, that can be added to others; no age, score or rate."""
    hedged = claim.quantity.qualifier is Qualifier.ABOUT and claim.kind is MentionKind.AMOUNT
    told = hedged and claim.quantity.value is not None and claim.quantity.per is None
    return bare(claim) or told


def in_prose(claim: Claim) -> bool:
    """Whether its sentence is one: no headline, heading or table row."""
    return claim.sentence.kind in (SentenceKind.PROSE, SentenceKind.LIST_ITEM)


def plain_count(claim: Claim) -> bool:
    """Whether it is a bare number of things in running text."""
    level = claim.aspect is Aspect.LEVEL and claim.quantity.unit.dimension is Dimension.COUNT
    return level and bare(claim) and in_prose(claim)


def around(claim: Claim) -> str:
    """The sentence's words before and behind the figure."""
    return f"{before(claim)} {after(claim)}"


def has_any(words: str, cues: tuple[str, ...]) -> bool:
    """Whether one of the cues stands in `words`, as whole words, whatever the case."""
    return bool(cues) and _any_of(cues).search(words.casefold()) is not None


@cache
def _any_of(cues: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, cues))})(?!\w)")


def current(claim: Claim, context: Context) -> bool:
    """Whether the passage neither withdraws the figure nor tells of another time or of one claimant's word."""
    return claim.id not in context.disputed and not has_any(around(claim), context.policy.wording.past_cues)
