"""Fractions of a whole: "½", "1/2", "two-thirds", "half a million", "a quarter of", "one in five", "9 out of 10"."""

from decimal import Decimal
from typing import NamedTuple

from claimcheck.extract.numeral import DASHES, ONE, TINY, ZERO, Numeral, quotient
from claimcheck.extract.phrases import ahead
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon, Numerals

_COMMON = frozenset(Decimal(n) for n in (2, 3, 4, 5, 6, 8, 10, 16, 32))
_LONGEST_RATIO = 100_000


class Part(NamedTuple):
    """A fraction after a whole number: its value, its step, and the token after it."""

    value: Decimal
    step: Decimal
    end: int


def mixed_part(t: Tokens, j: int, words: Numerals) -> Part | None:
    """The fraction after a whole number in digits: "½", "1/2", "and a half", "and three-quarter"."""
    glyph = words.glyphs.get(t.low[j])
    if glyph is not None:
        return Part(glyph, min(glyph, ONE - glyph), j + 1)
    k = j + 1 if t.text[j] in DASHES and t.glued(j) else j
    slashed = _slashed(t, k)
    if slashed is not None:
        over, under = slashed
        return Part(quotient(over, under), quotient(ONE, under), k + 3)
    return and_part(t, j, words)


def _slashed(t: Tokens, k: int) -> tuple[Decimal, Decimal] | None:
    """The two numbers of "3/4", glued and smaller than one."""
    over, under = t.text[k], t.text[k + 2]
    if t.text[k + 1] not in ("/", "⁄") or not (over.isdecimal() and under.isdecimal()) or len(over) + len(under) > 4:
        return None
    above, below = Decimal(over), Decimal(under)
    return (above, below) if below > above > 0 and t.glued(k) and t.glued(k + 1) else None


def digit_fraction(t: Tokens, i: int, lex: Lexicon, floor: int) -> Numeral | None:
    """A fraction of its own in digits: "3/4 cup", "2/3 of voters"; "9/11" and "3/15" are none."""
    slashed = _slashed(t, i)
    if slashed is None or slashed[1] not in _COMMON or t.text[i + 3] == "/":
        return None
    if i - 1 >= floor and t.text[i - 1] == "/":
        return None
    k = i + 4 if t.text[i + 3] in DASHES else i + 3
    low = t.low[k]
    if low not in lex.units.names and low not in lex.numerals.of and low not in lex.cues.shares_of:
        return None
    over, under = slashed
    return Numeral(i, i + 3, quotient(over, under), quotient(ONE, under), ZERO, 1, part=True)


def and_part(t: Tokens, j: int, words: Numerals) -> Part | None:
    """As in "and a half", "and three-quarters", "and a quarter"."""
    if t.text[j] in DASHES:
        j += 1
    if t.low[j] not in words.conjunctions:
        return None
    k = j + 2 if t.text[j + 1] in DASHES else j + 1
    if t.low[k] in words.articles:
        k += 1 if t.text[k + 1] not in DASHES else 2
        over = ONE
    elif t.low[k] in words.halves:
        over = ONE
    elif t.low[k] in words.cardinals and t.low[k + 1] not in words.scales:
        over = words.cardinals[t.low[k]]
        k += 2 if t.text[k + 1] in DASHES else 1
    else:
        return None
    under = words.denominators.get(t.low[k])
    if under is None or not over or over >= under:
        return None
    return Part(quotient(over, under), quotient(ONE, under), k + 1)


def half(t: Tokens, i: int, words: Numerals) -> Numeral | None:
    """As in "half a million", "half a dozen", "half a ton", "half of", "half the": not "first half", "in half"."""
    value = ONE / 2
    at = i + 1 if t.text[i + 1] not in DASHES else i + 2
    after = at + 1 if t.low[at] in words.articles else at
    after += after > at and t.text[after] in DASHES
    scaled = _scaled_part(t, i, value, after, words)
    if scaled is not None:
        return scaled
    end = after if after > at else i + 1
    return Numeral(i, end, value, value / 5, value / 10, 1, spelled=True, part=True)


def _scaled_part(t: Tokens, first: int, value: Decimal, k: int, words: Numerals) -> Numeral | None:
    """A fraction of a scale word or a dozen: "half a million", "a quarter of a billion"."""
    scale = words.scales.get(t.low[k])
    if scale is not None:
        size = scale * value
        return Numeral(first, k + 1, size, size / 5, size / 10, 1, spelled=True, scale=scale)
    dozen = words.dozens.get(t.low[k])
    if dozen is not None:
        return Numeral(first, k + 1, dozen * value, dozen * value, ZERO, 1, spelled=True)
    return None


def article_part(t: Tokens, i: int, lex: Lexicon, floor: int) -> Numeral | None:
    """As in "a third of", "a quarter of a billion", "nearly a fifth"; the article is at token `i`."""
    words = lex.numerals
    under = words.denominators.get(t.low[i + 1])
    if under is None or (t.low[i + 1] in words.halves and t.low[i + 2] not in words.of):
        return None
    after = t.low[i + 2]
    value = quotient(ONE, under)
    dashed = t.text[i + 2] in DASHES
    if t.low[i + 1] not in words.ordinals and t.low[i + 2 + dashed] in lex.units.names:
        return Numeral(i, i + 2, value, value / 5, value / 10, 1, spelled=True, part=True)
    if dashed and t.low[i + 3] in words.scales:
        return _scaled_part(t, i, value, i + 3, words)
    hedged = i > floor and t.low[i - 1] in lex.qualifiers.before
    changed = i > floor and t.low[i - 1] in lex.units.difference_before
    loose = changed or (hedged and not t.is_word(i + 2)) or after in lex.units.comparatives
    if after not in words.of and not loose:
        return None
    if after in words.of and t.low[i + 3] in words.articles:
        scaled = _scaled_part(t, i, value, i + 4, words)
        if scaled is not None:
            return scaled
    return Numeral(i, i + 2, value, words.fraction_step, words.fraction_step / 2, 1, spelled=True, part=True)


def spelled_fraction(t: Tokens, i: int, words: Numerals) -> Numeral | None:
    """As in "two-thirds", "three quarters", "one-fifth" and "one in five"."""
    over = words.cardinals[t.low[i]]
    k = i + 2 if t.text[i + 1] in DASHES and t.glued(i) else i + 1
    under = words.denominators.get(t.low[k])
    modifies = t.text[k + 1] in DASHES and k == i + 2
    if under is None or not ZERO < over < under or ((over == 1) == t.low[k].endswith("s") and not modifies):
        return read_ratio(t, i, over, i + 1, words)
    if k == i + 2 or over > 1 or t.low[k + 1] in words.of:
        value = quotient(over, under)
        if t.low[k + 1] in words.of and t.low[k + 2] in words.articles:
            scaled = _scaled_part(t, i, value, k + 3, words)
            if scaled is not None:
                return scaled
        step = words.fraction_step
        return Numeral(i, k + 1, value, step, step / 2, 1, spelled=True, part=True)
    return None


def read_ratio(t: Tokens, first: int, over: Decimal, j: int, words: Numerals) -> Numeral | None:
    """As in "one in five", "9 out of 10", "three in every ten", from the words between at token `j`."""
    link = ahead(words.out_of, t, j)
    if link is None:
        return None
    end = link[1]
    written = t.text[end].replace(",", "")
    under = words.cardinals.get(t.low[end])
    if under is None and written.isdecimal() and len(written) <= 6:
        under = Decimal(written)
    if under is None or under <= over or under > _LONGEST_RATIO or not over:
        return None
    plain = end == j + 1
    if under > 100 and plain and not 1 <= over <= 10:
        return None
    if plain and over > 1 and under > 10 and str(under).strip("0") != "1":
        return None
    scale = words.scales.get(t.low[end + 1])
    if scale is not None:
        under, end = under * scale, end + 1
    step = min(words.fraction_step, quotient(ONE, under)) if under <= 100 else ZERO
    exact = quotient(over, under)
    return Numeral(first, end + 1, exact, step or TINY, step / 2, 1, spelled=True, part=True, ratio=True)
