"""Footnotes, counters and boilerplate of scraped pages; ordinals, ranks, idioms and the pronoun "one"."""

from claimcheck.extract.phrases import ahead
from claimcheck.extract.skips import Skip
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import SkipReason
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.text import SentenceKind

_DASHES = frozenset("-‐‑–")


def footnote_at(t: Tokens, i: int) -> Skip | None:
    """ "[3]": digits alone in square brackets."""
    if i and t.text[i - 1] == "[" and t.text[i + 1] == "]" and len(t.text[i]) <= 3:
        return Skip(i - 1, i + 2, SkipReason.FOOTNOTE)
    return None


def counter_at(t: Tokens, i: int, kind: SentenceKind) -> Skip | None:
    """ "1." or "(1)" at the start of a sentence, when something follows."""
    if len(t.text[i]) > 2 or kind is SentenceKind.TABLE_ROW:
        return None
    if i == 0 and t.text[1] in (".", ")") and t.glued(0) and t.is_word(2):
        return Skip(0, 2, SkipReason.LIST_COUNTER)
    if i == 1 and t.text[0] == "(" and t.text[2] == ")":
        return Skip(0, 3, SkipReason.LIST_COUNTER)
    return None


def boilerplate_at(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """ "Comments (0)", "5 min read", "12 shares": the page talking of itself, in a line of its own."""
    if t.n > 8:
        return None
    found = ahead(lex.cues.boilerplate, t, i + 1)
    if found is not None and ((i == 0 and found[1] >= t.n) or "read" in t.low[i + 1 : found[1]]):
        return Skip(i, found[1], SkipReason.BOILERPLATE)
    if t.n <= 4 and t.low[0] in lex.cues.boilerplate and i in (1, 2):
        return Skip(0, t.n, SkipReason.BOILERPLATE)
    return None


def ordinal_at(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """ "14th", "third", "twenty-first": a place in an order, not a quantity."""
    words = lex.numerals
    if t.is_number(i):
        if t.low[i + 1] in words.ordinal_endings and t.glued(i):
            return Skip(i, i + 2, SkipReason.ORDINAL)
        return None
    if t.low[i] in words.ordinals:
        return Skip(i, i + 1, SkipReason.ORDINAL)
    end = i
    while (
        t.low[end] in words.cardinals
        or t.low[end] in words.hundreds
        or t.low[end] in words.conjunctions
        or (t.text[end] in _DASHES and t.glued(end))
    ):
        end += 1
        if end > i + 6:
            return None
    joined = (
        end > i
        and t.low[end] in words.ordinals
        and t.low[end - 1] != "and"
        and (t.text[end - 1] in _DASHES or t.low[end] not in words.denominators)
    )
    if (
        joined
        and t.low[end - 1] not in ("one",)
        and t.low[i] not in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    ):
        return Skip(i, end + 1, SkipReason.ORDINAL)
    return None


def idiom_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """A fixed phrase that number `i` stands in: "24/7", "one of the most", "no one"."""
    for back in range(3):
        if i - back < floor or i - back < 0:
            break
        found = ahead(lex.cues.idioms, t, i - back)
        if found is not None and found[1] > i:
            return Skip(i - back, found[1], SkipReason.IDIOM)
    return None


def pronoun_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """ "one" that counts nothing: "one leader confessed", "the one that", "one of them"."""
    if t.low[i] != "one" or _counts(t, i, lex, floor):
        return None
    return Skip(i, i + 1, SkipReason.PRONOUN)


def _counts(t: Tokens, i: int, lex: Lexicon, floor: int) -> bool:
    words = lex.numerals
    after, nxt = t.low[i + 1], t.low[i + 2]
    if t.text[i + 1] in _DASHES and t.glued(i):
        return nxt in words.denominators or nxt in lex.units.names
    if after in words.scales or after in words.hundreds or after in words.denominators or after in lex.cues.one_nouns:
        return True
    if after in words.conjunctions and nxt in words.articles and t.low[i + 3] in words.denominators:
        return True
    if after == "in":
        return t.is_capital(i + 2) or nxt in words.cardinals or t.is_number(i + 2) or nxt == "every"
    if after == "out":
        return True
    if (
        i > floor
        and t.low[i - 1] in lex.qualifiers.before
        and t.low[i - 1] not in ("some", "over", "under", "top", "near", "about", "passed")
    ):
        return after != "of" or t.low[i - 1] in ("least", "than")
    if after in lex.units.names and after not in lex.units.rate_articles and after not in ("day", "in"):
        return True
    casualty = after in ("was", "were", "is", "has", "died", "remains") and any(
        low in lex.cues.harm_verbs for low in t.low[i + 1 : i + 5]
    )
    return (
        casualty or after in lex.cues.harm_verbs or (nxt in lex.cues.one_nouns and after not in lex.cues.function_words)
    )
