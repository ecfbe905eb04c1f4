"""How far back the level lies that a change is measured against: on the year, on the quarter, on the month."""

import re
from collections.abc import Mapping
from functools import lru_cache

from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.vocabulary import Vocabulary

_REACH = 70
_LEAD = 40
_END = re.compile(r"[\d;]|\.(?:\s|$)")


def of_other_span(a: Claim, b: Claim, vocabulary: Vocabulary) -> bool:
    """Whether both are changes, of which one is on the year and the other on the quarter or the month."""
    if a.aspect is not Aspect.CHANGE or b.aspect is not Aspect.CHANGE:
        return False
    ours, theirs = (_span_of(claim, vocabulary.cues.spans) for claim in (a, b))
    return ours is not None and theirs is not None and ours != theirs


def _span_of(claim: Claim, spans: Mapping[str, tuple[str, ...]]) -> str | None:
    start, end = (place - claim.sentence.span.start for place in (claim.span.start, claim.span.end))
    return _told(claim.sentence.text, start, end, tuple(spans.items()))


@lru_cache(maxsize=4096)
def _told(text: str, start: int, end: int, spans: tuple[tuple[str, tuple[str, ...]], ...]) -> str | None:
    """The span whose words stand behind the figure, up to the next one, or else right before it."""
    stop = _END.search(text, end)
    behind = text[end : min(end + _REACH, stop.start() if stop is not None else len(text))].casefold()
    begins = [match.end() for match in _END.finditer(text, max(0, start - _LEAD), start)]
    before = text[max(begins, default=max(0, start - _LEAD)) : start].casefold()
    for words in (behind, before):
        found = [(words.find(cue), span) for span, cues in spans for cue in cues if cue in words]
        if found:
            return min(found)[1]
    return None
