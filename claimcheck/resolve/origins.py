"""Whether a figure is what something moved away from, or what it is set against: the level before."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.quantity import Dimension
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.ellipsis import Told
from claimcheck.resolve.forecasts import expecting

_SUMS = frozenset({Dimension.MONEY, Dimension.PROPORTION})
_AGAINST = frozenset({"against", "versus", "vs"})
_WITHIN = frozenset({Tag.WORD, Tag.PARTICIPLE, Tag.ADVERB, Tag.CALENDAR})
_REACH = 6
_COUNTED = frozenset({Tag.WORD, Tag.NAME, Tag.DETERMINER, Tag.FIGURE})
_AMONG = frozenset({"in", "on", "among", "for", "at", "with"})
_TIMES = frozenset({"first", "last", "previous", "prior", "same", "earlier", "second", "round", "term", "time"})
_GROUP_REACH = 4


def is_origin(tokens: Sequence[Token], at: int, dimension: Dimension, told: Told, vocabulary: Vocabulary) -> bool:
    """As in "down from $1.99 billion", "compared with $3 billion", "from a previous 5 percent", "to a loss of $120
    million from a profit of $85 million", "943,000 jobs, after 938,000 in May". All but the first two need a figure of
    the same kind before them in the sentence.
    """
    lead = at - 1
    looked_for = at + 1 < len(tokens) and tokens[at + 1].lower in vocabulary.cues.status
    if (looked_for or expecting(tokens, at, vocabulary)) and tokens[max(0, lead)].lower != "from":
        return False  # "compared with 73 million forecast by analysts"
    if _of_other_group(tokens, at):
        return False
    if _opens(tokens, lead, bare=True):
        return True
    before = told.last
    if _is_bracketed(tokens, at) and before is not None and before.dimension is dimension is Dimension.MONEY:
        return True
    if before is None or before.dimension is not dimension:
        return False
    lead = _over_adjectives(tokens, lead, vocabulary)
    if lead < at - 1 and _opens(tokens, lead, bare=True):
        return True
    if lead > 0 and tokens[lead].lower in ("after", "following"):
        return tokens[lead - 1].tag is Tag.COMMA and dimension is not Dimension.DURATION
    if dimension not in _SUMS or tokens[lead].lower != "of":
        return dimension is Dimension.MONEY and tokens[lead].lower.rstrip(".") in _AGAINST
    noun = tokens[lead - 1].lemma
    start = _over_noun(tokens, lead - 1)
    result = noun in vocabulary.measure_verbs or vocabulary.entities.get(noun) in vocabulary.measure_verbs.values()
    return _opens(tokens, start, bare=False) and (result or tokens[start].lower != "from")


def _of_other_group(tokens: Sequence[Token], at: int) -> bool:
    """As in "compared with 162 of 21,728 on the placebo", "compared with 300 in Kentucky": no earlier figure, but that
    of others.
    """
    if [t.lower for t in tokens[max(0, at - 2) : at]] != ["compared", "with"]:
        return False
    index = at + 1
    while index < len(tokens) and (tokens[index].tag in _COUNTED or tokens[index].lower == "of"):
        index += 1
    if index >= len(tokens) or tokens[index].lower not in _AMONG:
        return False
    group = tokens[index + 1 : index + 1 + _GROUP_REACH]
    timed = (t.tag is Tag.CALENDAR or t.text[0].isdecimal() or t.lower in _TIMES for t in group)
    return bool(group) and not any(timed)


def _is_bracketed(tokens: Sequence[Token], at: int) -> bool:
    """As in "SEK 12,340 million (11,957)": a bare number that reports put behind the current one."""
    alone = 1 < at < len(tokens) - 1 and tokens[at - 1].lower == "(" and tokens[at + 1].lower == ")"
    return (
        alone and tokens[at - 2].tag is Tag.FIGURE and tokens[at].text[:1].isdigit() and tokens[at].text[-1].isdigit()
    )


def _opens(tokens: Sequence[Token], at: int, *, bare: bool) -> bool:
    """Whether the words that end at `at` set the earlier level beside a figure."""
    if at < 0:
        return False
    if tokens[at].lower == "from":
        return True
    compared = at > 0 and tokens[at - 1].lower == "compared" and tokens[at].lower in ("with", "to")
    return compared or (not bare and tokens[at].lower in _AGAINST)


def _over_adjectives(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> int:
    """Over the article and "previous" before a figure."""
    while at > 0 and (tokens[at].tag is Tag.DETERMINER or tokens[at].lower in vocabulary.cues.elsewhere):
        if tokens[at].lower in _AGAINST:
            break
        at -= 1
    return at


def _over_noun(tokens: Sequence[Token], at: int) -> int:
    """Over the noun that names a sum, and its article, which end at `at`."""
    end = at
    while at > 0 and end - at < _REACH and tokens[at].tag in _WITHIN:
        at -= 1
    while at > 0 and tokens[at].tag is Tag.DETERMINER:
        at -= 1
    return at if at < end else -1
