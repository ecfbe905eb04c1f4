"""Noun phrases: where one begins and ends, from its first word or back from its last."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token

_NOMINAL = frozenset({Tag.WORD, Tag.NAME})
_IN_PHRASE = frozenset({Tag.WORD, Tag.NAME, Tag.PARTICIPLE})
_MAX_PHRASE = 8
_HANGING = frozenset({"in", "from", "on", "at", "by", "after", "of"})


def noun_phrase(tokens: Sequence[Token], start: int) -> tuple[tuple[Token, ...], int]:
    """The nouns and adjectives from `start` on, and where they end. A participle belongs only when a noun follows, and
    "per" only inside ("earnings per share").
    """
    at = start
    while at < len(tokens) and at - start < _MAX_PHRASE:
        tag = tokens[at].tag
        if tag in _NOMINAL and not (at > start and _starts_name(tokens, at)):
            at += 1
        elif tag is Tag.PARTICIPLE and _adjective_run(tokens, at):
            at += _adjective_run(tokens, at)
        elif tokens[at].lower == "per" and at > start and at + 1 < len(tokens) and tokens[at + 1].tag is Tag.WORD:
            at += 2
        else:
            break
    return tuple(t for t in tokens[start:at] if t.tag is not Tag.CONJUNCTION), at


def _adjective_run(tokens: Sequence[Token], at: int) -> int:
    """How many tokens a participle used as an adjective takes: 1 in "seized assets", 3 in "leased and owned buildings",
    0 when it is no adjective.
    """
    tags = [t.tag for t in tokens[at : at + 4]]
    if tags[1:2] == [Tag.WORD]:
        return 1
    if tags[1:4] in ([Tag.CONJUNCTION, Tag.PARTICIPLE, Tag.WORD], [Tag.CONJUNCTION, Tag.VERB, Tag.WORD]):
        return 3
    return 0


def _starts_name(tokens: Sequence[Token], at: int) -> bool:
    """A capitalised word after lower-case ones starts something else: "420 guns Washington said"."""
    return tokens[at].tag is Tag.NAME and tokens[at - 1].tag is Tag.WORD and tokens[at - 1].text[0].islower()


def joined(tokens: Sequence[Token], end: int, *, governed: bool = False) -> tuple[tuple[Token, ...], int]:
    """A second noun after "and": "cash and assets", "firefighters and other personnel"; not a new clause or figure.

    `governed` says that a preposition rules the figure ("a plane with 58 passengers and crew went down"): then a verb
    behind the second noun has another subject.
    """
    end = _past_list(tokens, end)
    if end + 1 >= len(tokens) or tokens[end].lower not in ("and", "&"):
        return (), end
    second, stop = noun_phrase(tokens, end + 1)
    if not second or any(t.tag is Tag.NAME for t in second):
        return (), end
    follows = tokens[stop].tag if stop < len(tokens) else Tag.STOP
    worth = stop < len(tokens) and tokens[stop].lower in ("worth", "valued")  # "and currencies worth $48 million"
    verb = follows is Tag.VERB and not governed and second[0].lower != "other"
    own = [t.tag for t in tokens[stop + 1 : stop + 4]] if stop < len(tokens) and tokens[stop].lower == "of" else []
    new_clause = follows is Tag.FIGURE or worth or verb or Tag.FIGURE in own  # "employees and revenue of $3 billion"
    return ((), end) if new_clause else (second, stop)


def _past_list(tokens: Sequence[Token], end: int) -> int:
    """Over the middle of a list that "and other" closes, to its "and": "2,400 houses, businesses and other structures".
    `end` itself for any other list: what stands behind the comma may be counted by nothing.
    """
    at = end
    while at < len(tokens) and tokens[at].tag is Tag.COMMA:
        phrase, stop = noun_phrase(tokens, at + 1)
        if not phrase or any(t.tag is Tag.NAME for t in phrase):
            return end
        at = stop
    closed = [t.lower for t in tokens[at : at + 2]] == ["and", "other"]
    return at if closed else end


def phrase_ending(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The noun phrase whose last word is at or before `at`."""
    end = at
    while end >= 0 and tokens[end].tag in (Tag.ADVERB, Tag.DETERMINER, Tag.OTHER, Tag.PREPOSITION):
        end -= 1
    start = end
    while start >= 0 and end - start < 6 and (tokens[start].tag in _IN_PHRASE or _is_inner_per(tokens, start)):
        start -= 1
    return tuple(tokens[start + 1 : end + 1])


def _is_inner_per(tokens: Sequence[Token], at: int) -> bool:
    """As in "loss per share"."""
    return tokens[at].lower == "per" and at > 0 and tokens[at - 1].tag is Tag.WORD


def phrases_ending(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The noun phrase that ends at `at`, and the one that it hangs on by "of", the head last: "the population of the
    mainland".
    """
    inner = phrase_ending(tokens, at)
    if not inner:
        return ()
    before = _before_phrase(tokens, at, inner)
    if before <= 0 or tokens[before].lower != "of":
        return inner
    return (*inner, *phrase_ending(tokens, before - 1))


def object_ending(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The object of a verb, whose last word is at `at`, with what hangs on it: "brought the deaths in Friday's quake
    to" has the deaths, and the quake is left out.
    """
    whole = phrases_ending(tokens, at)
    end = at
    while whole:
        before = _before_phrase(tokens, end, phrase_ending(tokens, end))
        if before <= 0 or tokens[before].lower not in _HANGING:
            return whole
        end = before - 1
        outer = phrases_ending(tokens, end)
        if not outer or outer[-1].tag is not Tag.WORD or tokens[end] is not outer[-1]:
            return whole
        whole = outer
    return whole


def _before_phrase(tokens: Sequence[Token], at: int, phrase: Sequence[Token]) -> int:
    """Index of the word before a phrase that ends at `at` and its article; -1 for none."""
    if not phrase:
        return -1
    before = at
    while tokens[before] is not phrase[0]:
        before -= 1
    before -= 1
    while before > 0 and tokens[before].tag in (Tag.DETERMINER, Tag.CALENDAR):
        before -= 1
    return before
