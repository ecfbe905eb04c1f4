"""A part that is taken out of a whole by "of": which verbs tell of the part, and which of the whole."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.resolve.verbs import governor, oblique_of

_PARTS = frozenset({"none", "half", "most", "many", "some", "few", "several", "one", "any", "neither", "majority"})
_EXCEPTING = frozenset({"but", "except"})
_EVERYONE = frozenset({"all", "everyone", "everybody", "every", "none"})
_OWNING = ("'s", "s'", "’s", "s’")
_SKIPPED = frozenset({Tag.DETERMINER, Tag.ADVERB, Tag.PRONOUN})
_VERBAL = frozenset({Tag.VERB, Tag.PARTICIPLE})
_PREDICATES = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.PARTICIPLE})
_VERB_GROUP = _PREDICATES | {Tag.ADVERB}
_WAYS = frozenset({"in", "at", "on", "by", "with", "when", "during", "near", "under"})
_ENDS = frozenset({Tag.STOP, Tag.COMMA, Tag.CONJUNCTION})


def part_before(tokens: Sequence[Token], at: int) -> int | None:
    """Where the part stands that is taken out of the figure at `at`: the 48 of "48 of the 54 drones", the "none" of
    "none of the 189 people"; None when none is.
    """
    left = at - 1
    if at > 1 and tokens[left].lower.endswith(_OWNING):
        left -= 1  # "900 of the island's 12,000 residents"
        while left > 0 and tokens[left].tag in (Tag.NAME, Tag.WORD):
            left -= 1
    while left >= 0 and tokens[left].tag in _SKIPPED and tokens[left].lower not in _PARTS:
        left -= 1
    if left < 1 or tokens[left].lower != "of":
        return None
    part = tokens[left - 1]
    return left - 1 if part.tag is Tag.FIGURE or part.lower in _PARTS else None


def predicate_of(tokens: Sequence[Token], part: int, end: int) -> int:
    """Where the words that describe a whole end and those begin that tell what became of the `part`. `end` is the end
    of the whole's noun: "25 of the 66 people killed | were Egyptians", "shot down 48 of 54 drones launched
    overnight |".
    """
    stop = next((i for i in range(end, len(tokens)) if tokens[i].tag in _ENDS), len(tokens))
    described = _past_relative(tokens, end)
    predicates = [i for i in range(described, stop) if tokens[i].tag in _PREDICATES]
    if not predicates:
        return stop
    first = predicates[0]
    if first == end == described and tokens[first].tag in _VERBAL and (len(predicates) > 1 or is_object(tokens, part)):
        return predicates[1] if len(predicates) > 1 else stop
    return stop if is_object(tokens, part) else first


def _past_relative(tokens: Sequence[Token], end: int) -> int:
    """Over the verbs of a relative clause that hangs on the noun: "300 people who were hurt", "123 patients being
    treated".
    """
    if end + 1 < len(tokens) and tokens[end].lower == "being" and tokens[end + 1].tag in _VERBAL:
        return end + 2
    if end >= len(tokens) or tokens[end].tag is not Tag.RELATIVE:
        return end
    at = end + 1
    while at < len(tokens) and tokens[at].tag in _VERB_GROUP:
        at += 1
    return at


def is_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb before a figure has it as its object: "shot down 48 of them"."""
    if governor(tokens, at) is not None:
        return True
    particle = at > 1 and tokens[at - 1].tag is Tag.PREPOSITION and tokens[at - 2].tag in _VERBAL
    return particle and not oblique_of(tokens, at)


def is_apposed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bare figure behind a comma only says how or where some of those were who were told before it: "27 were
    hospitalized, 14 in intensive care", "28 were killed, 13 in the first blast and 15 when it fell". Figures of which
    each has its own such phrase are none: "13 died on Monday, six on Tuesday".
    """
    way = _way_of(tokens, at)
    if way is None or at < 1:
        return False
    before = next((i for i in range(at - 1, -1, -1) if tokens[i].tag is Tag.FIGURE), None)
    if before is None or any(t.tag is Tag.STOP for t in tokens[before:at]):
        return False
    if tokens[at - 1].tag is Tag.CONJUNCTION:
        return is_apposed(tokens, before)
    told = tokens[before + 1 : at - 1]
    if tokens[at - 1].tag is not Tag.COMMA or not told:
        return False
    return all(t.lower != way for t in told) or is_apposed(tokens, before)


def _way_of(tokens: Sequence[Token], at: int) -> str | None:
    """The adverb, preposition or conjunction of manner, place or time that is all that stands behind a bare figure."""
    if at + 1 >= len(tokens):
        return None
    first = tokens[at + 1]
    if first.lower not in _WAYS and not (first.tag is Tag.ADVERB and first.lower.endswith("ly")):
        return None
    if first.lower == "when":
        return first.lower
    for token in tokens[at + 1 :]:
        if token.tag in _ENDS:
            break
        if token.tag in _PREDICATES - {Tag.PARTICIPLE}:
            return None
    return first.lower


def is_excepted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure counts those of whom the clause does not tell: "all but two of the 46 survived"."""
    if at < 2 or tokens[at - 1].lower not in _EXCEPTING:
        return False
    return tokens[at - 2].lower in _EVERYONE
