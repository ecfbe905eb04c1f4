"""Rates that a share tells by its whole and by what the part does: "71% of the registered voters went to the polls"."""

from collections.abc import Iterator, Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.vocabulary import Rate, Vocabulary
from claimcheck.resolve.entities import entity_of
from claimcheck.resolve.phrases import noun_phrase

_BETWEEN = frozenset({Tag.DETERMINER, Tag.ADVERB})
_ENDS = frozenset({Tag.STOP, Tag.COMMA, Tag.FIGURE})
_DENYING = frozenset({"not", "never", "cannot", "neither", "nor", "no"})
_PLAIN = frozenset({Tag.WORD, Tag.NAME, Tag.PARTICIPLE, Tag.VERB})
_REACH = 12


def rate_of(tokens: Sequence[Token], at: int, words: Sequence[Token], vocabulary: Vocabulary) -> str | None:
    """The rate that the share at `tokens[at]` is, None when its clause tells of none; `words` name what it measures
    where no whole stands behind it ("the beds were 94 percent full").
    """
    whole, end = whole_behind(tokens, at)
    told = whole or opening_whole(tokens, at) or tuple(words)
    names = frozenset(_names(told, vocabulary))
    return next((r.id for r in vocabulary.rates if _tells(tokens, at, end, names, r)), None)


def whole_behind(tokens: Sequence[Token], at: int) -> tuple[tuple[Token, ...], int]:
    """What the share at `at` is taken out of, and where the words for it end: "of the registered voters", "of those
    infected"; nothing and the place behind the figure for a share without "of".
    """
    if at + 2 >= len(tokens) or tokens[at + 1].lower != "of":
        return (), at + 1
    first = at + 2
    while first < len(tokens) and tokens[first].tag in _BETWEEN:
        first += 1
    whole, end = noun_phrase(tokens, first)
    if not whole and first < len(tokens) and tokens[first].tag in _PLAIN:
        return (tokens[first],), first + 1
    return whole, end


def opening_whole(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """What a bare share is taken out of where its sentence opens with that: "Of the 2,816 structures destroyed, 86
    percent were homes", "Of the cases 27 percent are confirmed"; empty for any other share.
    """
    left = at - 1
    while left > 0 and tokens[left].tag in _BETWEEN:
        left -= 1
    if left < 2 or tokens[left].tag not in (Tag.COMMA, Tag.WORD):
        return ()
    first = next((i for i in range(left - 1, -1, -1) if tokens[i].tag in (Tag.STOP, Tag.COMMA)), -1) + 1
    if tokens[first].lower not in ("of", "among"):
        return ()
    first += 1
    while first < left and (tokens[first].tag in _BETWEEN or tokens[first].tag is Tag.FIGURE):
        first += 1
    whole, end = noun_phrase(tokens, first)
    return whole if end == left + 1 or tokens[left].tag is Tag.COMMA else ()


def _names(whole: Sequence[Token], vocabulary: Vocabulary) -> Iterator[str]:
    """What a whole may be called in a pack: its entity, its last words, the kind of thing it is."""
    if not whole:
        return
    entity = entity_of(whole, vocabulary)
    yield from (whole[-1].lemma, whole[-1].lower, " ".join(t.lemma for t in whole[-2:]))
    if entity is not None:
        yield entity


def _tells(tokens: Sequence[Token], at: int, end: int, whole: frozenset[str], rate: Rate) -> bool:
    of_it = not whole.isdisjoint(rate.of)
    if not of_it and (not rate.bare or (tokens[at + 1 : at + 2] and tokens[at + 1].lower == "of")):
        return False
    behind = _clause_behind(tokens, end)
    if any(t.lower in _DENYING or t.lower.endswith("n't") for t in behind):
        return False
    if any(_found(behind, cue) is not None for cue in rate.unless):
        return False
    if of_it and not rate.does and not rate.done:
        return True
    return any(_found(behind, cue) is not None for cue in rate.does) or any(_ends(tokens, at, c) for c in rate.done)


def _clause_behind(tokens: Sequence[Token], end: int) -> Sequence[Token]:
    """The words that tell what the part does, to the end of the clause or to the next figure."""
    start = end + (tokens[end : end + 1] != () and tokens[end].tag is Tag.COMMA)
    stop = next((i for i in range(start, len(tokens)) if tokens[i].tag in _ENDS), len(tokens))
    return tokens[start : min(stop, start + _REACH)]


def _ends(tokens: Sequence[Token], at: int, cue: tuple[str, ...]) -> bool:
    """Whether a cue stands right before the figure, but for adverbs and articles."""
    last = at
    while last > 0 and tokens[last - 1].tag in _BETWEEN:
        last -= 1
    first = last - len(cue)
    return first >= 0 and _found(tokens[first:last], cue) == 0


def _found(tokens: Sequence[Token], cue: tuple[str, ...]) -> int | None:
    """Where a cue stands, each of its words as printed or as a lemma."""
    starts = range(len(tokens) - len(cue) + 1)
    same = (i for i in starts if all(w in (tokens[i + n].lower, tokens[i + n].lemma) for n, w in enumerate(cue)))
    return next(same, None)
