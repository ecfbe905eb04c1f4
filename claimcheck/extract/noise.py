"""Footnotes, counters and boilerplate of scraped pages; ordinals, ranks, idioms and the pronoun "one"."""

from claimcheck.extract.fractions import and_part
from claimcheck.extract.numeral import DASHES
from claimcheck.extract.phrases import ahead
from claimcheck.extract.skips import Skip
from claimcheck.extract.units import unit_after
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import SkipReason
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.text import SentenceKind

_ITEM_END = frozenset((".", ")"))
_FEW_WORDS = 8
_LONGEST_ORDINAL = 6
_SMALL = 10
_BACK = 3
_SMALL_LINE = 3


def footnote_at(t: Tokens, i: int) -> Skip | None:
    """As in "[3]", "[3, 4]": digits alone in square brackets."""
    if not i or t.text[i - 1] != "[" or len(t.text[i]) > 3:
        return None
    end = i + 1
    while t.text[end] in (",", "-", "–") and t.is_number(end + 1) and end < i + _FEW_WORDS:
        end += 2
    return Skip(i - 1, end + 1, SkipReason.FOOTNOTE) if t.text[end] == "]" else None


def counter_at(t: Tokens, i: int, kind: SentenceKind) -> Skip | None:
    """As in "1." or "(1)" at the start of a sentence, when something follows."""
    if i > 1 or len(t.text[i]) > 2 or kind is SentenceKind.TABLE_ROW:
        return None
    if i == 0 and t.text[1] in _ITEM_END and t.glued(0) and t.is_word(2):
        return Skip(0, 2, SkipReason.LIST_COUNTER)
    if i == 1 and t.text[0] == "(" and t.text[2] == ")" and t.n > 3:
        return Skip(0, 3, SkipReason.LIST_COUNTER)
    return None


def boilerplate_at(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """As in "Comments (0)", "5 min read", "12 shares": the page talking of itself, in a line of its own."""
    k = i + 2 if t.low[i + 1] in lex.numerals.suffixes and t.glued(i) else i + 1
    found = ahead(lex.cues.boilerplate, t, k)
    paged = _paged(t, i, lex)
    if paged is not None:
        return paged
    if found is not None and any(low in lex.cues.reading for low in t.low[i + 1 : found[1]]):
        return Skip(i, found[1], SkipReason.BOILERPLATE)
    if t.n > _FEW_WORDS:
        return None
    if found is not None and i == 0 and found[1] >= t.n:
        return Skip(i, found[1], SkipReason.BOILERPLATE)
    if t.n <= 4 and t.low[0] in lex.cues.boilerplate and i in (1, 2):
        return Skip(0, t.n, SkipReason.BOILERPLATE)
    return None


def _paged(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """As in "Page 2 of 6", "Photo 2 of 9": a line of its own."""
    if i > 1 or t.n != i + _SMALL_LINE or t.low[i + 1] not in lex.numerals.of or not t.is_number(i + 2):
        return None
    return Skip(0, i + 3, SkipReason.BOILERPLATE) if t.is_word(0) or not i else None


def ordinal_at(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """As in "14th", "third quarter", "twenty-first": a place in an order, not a quantity."""
    words = lex.numerals
    end = None
    if t.is_number(i):
        if t.low[i + 1] in words.ordinal_endings and t.glued(i) and not _weighs(t, i, lex):
            end = i + 2
    elif t.low[i] in words.ordinals:
        end = i + 1
    else:
        end = _long_ordinal(t, i, lex)
    if end is None:
        return None
    k = end + 1 if t.text[end] in DASHES and t.glued(end) else end
    return Skip(i, k + 1 if t.low[k] in words.period_parts else end, SkipReason.ORDINAL)


def _weighs(t: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether "st" is a unit: "13st 6lb"."""
    unit = unit_after(t, i + 1, lex)
    if unit is None or not t.is_number(i + 2) or unit.unit.id not in lex.units.compounds:
        return False
    smaller = unit_after(t, i + 3, lex)
    return smaller is not None and smaller.unit.id in lex.units.compounds[unit.unit.id]


def _long_ordinal(t: Tokens, i: int, lex: Lexicon) -> int | None:
    """The end of an ordinal of several words: "twenty-first", "one hundred and fifth". "Two thirds" is a fraction."""
    words = lex.numerals
    end = i
    while end <= i + _LONGEST_ORDINAL and _in_ordinal(t, end, lex):
        end += 1
    if not i < end <= i + _LONGEST_ORDINAL or t.low[end] not in words.ordinals or t.low[end - 1] in words.conjunctions:
        return None
    if t.text[end - 1] not in DASHES and t.low[end] in words.denominators:
        return None
    number = words.cardinals.get(t.low[i])
    if t.low[end - 1] == t.low[i] or number is None or number < _SMALL:
        return end + 1 if end > i + 2 and t.low[i + 1] in words.hundreds else None
    return end + 1


def _in_ordinal(t: Tokens, j: int, lex: Lexicon) -> bool:
    low, words = t.low[j], lex.numerals
    if low in words.cardinals or low in words.hundreds or low in words.conjunctions:
        return True
    return t.text[j] in DASHES and t.glued(j)


def idiom_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """A fixed phrase that number `i` stands in: "24/7", "one of the most", "no one"."""
    idioms, low = lex.cues.idioms, t.low
    for first in range(i, max(floor, i - _BACK + 1, 0) - 1, -1):
        found = ahead(idioms, t, first) if low[first] in idioms else None
        halved = (
            found is not None and low[found[1] - 1] in lex.numerals.halves and low[found[1]] in lex.numerals.articles
        )
        if found is not None and found[1] > i and not halved:  # "in half", but "in half an hour"
            return Skip(first, found[1], SkipReason.IDIOM)
    return None


def pronoun_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """A "one" that counts nothing ("one leader confessed", "the one that"), and "the two" of those named before."""
    if t.low[i] in lex.cues.pronoun_numbers:
        return None if _counts(t, i, lex, floor) else Skip(i, i + 1, SkipReason.PRONOUN)
    if i <= floor or t.low[i - 1] not in lex.cues.anaphora or t.low[i] not in lex.numerals.cardinals:
        return None
    if lex.numerals.cardinals[t.low[i]] > _SMALL or t.text[i + 1] in DASHES:
        return None
    after = t.low[i + 1]
    alone = not t.is_word(i + 1) or after in lex.cues.function_words or after in lex.cues.anaphora_tails
    return (
        Skip(i, i + 1, SkipReason.PRONOUN)
        if alone and not t.is_number(i + 1) and after not in lex.numerals.of
        else None
    )


def _counts(t: Tokens, i: int, lex: Lexicon, floor: int) -> bool:
    """Whether "one" is a number here: before a unit, a person or a thing that is counted, or after a bound."""
    words = lex.numerals
    after, nxt = t.low[i + 1], t.low[i + 2]
    if and_part(t, i + 1, words) is not None:
        return True
    if t.text[i + 1] in DASHES and t.glued(i):
        return nxt in words.denominators or nxt in lex.units.names
    if after in words.scales or after in words.hundreds or after in words.denominators or after in lex.cues.one_nouns:
        return True
    if after in words.conjunctions and nxt in words.articles and t.low[i + 3] in words.denominators:
        return True
    if ahead(words.out_of, t, i + 1) is not None:
        return (
            t.is_capital(i + 2)
            or nxt in words.cardinals
            or t.is_number(i + 2)
            or nxt in lex.units.rate_articles
            or (ahead(words.out_of, t, i + 1) or (True, 0))[1] > i + 2
        )
    if i > floor and t.low[i - 1] in lex.qualifiers.before and t.low[i - 1] not in lex.cues.weak_bounds:
        return after not in words.of or t.low[i - 1] in lex.cues.strong_bounds
    if after in lex.units.names and after not in lex.units.not_single:
        return True
    return _suffered(t, i, lex)


def _suffered(t: Tokens, i: int, lex: Lexicon) -> bool:
    """As in "one was killed", "one injured", "one unarmed civilian"."""
    after, nxt = t.low[i + 1], t.low[i + 2]
    if after in lex.cues.harm_verbs or (nxt in lex.cues.one_nouns and after not in lex.cues.function_words):
        return True
    return after in lex.cues.copulas and any(low in lex.cues.harm_verbs for low in t.low[i + 1 : i + 5])
