"""Numbers in digits and words: "1,234", "16 ½", "3 thousand 337", "two and a half million"."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from claimcheck.extract.digits import read_digits
from claimcheck.extract.fractions import article_part, digit_fraction, half, mixed_part, spelled_fraction
from claimcheck.extract.numeral import DASHES, ONE, ZERO, Head, Numeral, plain_numeral, round_step, significant
from claimcheck.extract.orders import bare_scale, order
from claimcheck.extract.spelled import spelled
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon, Numerals

_SPACES = frozenset(" \u00a0\u2009\u202f\u2007")
_LIKE = 24  # how many tokens back another "5.9m" says what this one means
_HUNDRED = Decimal(100)
_CROWD = 8  # how many tokens back a population says so
_MONEY_ONLY = frozenset(("b", "t", "mil", "mm"))
_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")


def read_numeral(
    t: Tokens, i: int, lex: Lexicon, floor: int = 0, *, money: bool = False, continental: bool = False
) -> Numeral | None:
    """The number that begins at token `i` (for a bare scale word, at the article before it, not before `floor`)."""
    words = lex.numerals
    low = t.low[i]
    digits = low[:1].isdecimal()
    if digits and _stands_alone(t, i, words):
        written = _written(t.text[i], continental=continental)
        if written is not None and not (written.digits_only and _decimal_point(t, i, floor)):
            return Numeral(i, i + 1, written.value, written.step, written.half, written.digits)
    if digits or low in words.glyphs:
        fraction = digit_fraction(t, i, lex, floor)
        if fraction is not None:
            return fraction
        head = _digits(t, i, lex, floor, continental=continental)
        found = None if head is None else _scaled(t, head, lex, money=money)
        return found._replace(part=True) if found is not None and low in words.glyphs and not found.scaled else found
    if low in words.orders:
        return None if t.text[i + 1] == ":" else order(t, i, words, floor)
    if low in words.articles:
        return article_part(t, i, lex, floor)
    if low in words.halves:
        return half(t, i, words)
    if low in words.cardinals:
        return spelled_fraction(t, i, words) or _of_head(t, i, spelled(t, i, words), lex)
    if low in words.dozens or low in words.scales or low in words.hundreds:
        return bare_scale(t, i, words, floor) or _of_head(t, i, _round_head(t, i, words, floor), lex)
    return None


class _Written(NamedTuple):
    """What digits say by themselves, in the words of Numeral; `digits_only`: no decimals are written."""

    value: Decimal
    step: Decimal
    half: Decimal
    digits: int
    digits_only: bool


@lru_cache(maxsize=4096)
def _written(text: str, *, continental: bool) -> _Written | None:
    """The number that `text` writes: articles say the same figures again and again."""
    read = read_digits(text, continental=continental)
    if read is None:
        return None
    head = Head(0, read.value, ONE.scaleb(-read.places) if read.places else ONE, 1, False)
    plain = plain_numeral(head)
    return _Written(read.value, plain.step, plain.half, plain.digits, not read.places)


def _stands_alone(t: Tokens, i: int, words: Numerals) -> bool:
    """Whether nothing that follows number `i` can go on with it, as after most numbers."""
    after = t.low[i + 1]
    return after not in words.going_on and after[:1] not in _SUPERSCRIPTS and not after[:1].isdecimal()


def _of_head(t: Tokens, i: int, head: Head | None, lex: Lexicon) -> Numeral | None:
    del i
    return None if head is None else _scaled(t, head, lex, money=False)


def _round_head(t: Tokens, i: int, words: Numerals, floor: int) -> Head | None:
    """The implied one of "a hundred and five", "a million", and of scale words that stand alone ("mil personas")."""
    low = t.low[i]
    article = i > floor and t.low[i - 1] in words.articles
    if not article and low not in words.standalone:
        return None
    first = i - 1 if article else i
    if low in words.hundreds:
        head = spelled(t, i + 1, words, Decimal(100)) or Head(first, Decimal(100), ONE, i + 1, True)
        return head._replace(first=first)
    return Head(first, ONE, ONE, i, True)


def _digits(t: Tokens, i: int, lex: Lexicon, floor: int, *, continental: bool) -> Head | None:
    words = lex.numerals
    glyph = words.glyphs.get(t.low[i])
    if glyph is not None:
        return Head(i, glyph, glyph, i + 1, False)
    read = read_digits(t.text[i], continental=continental)
    if read is None:
        return None
    value, places, grouped = read
    if not places and _decimal_point(t, i, floor):
        return Head(i - 1, Decimal("0." + t.text[i]), ONE.scaleb(-len(t.text[i])), i + 1, False)
    end = i + 1
    if not places and not grouped and len(t.text[i]) <= 3:
        value, end = _spaced_groups(t, i, value)
    if end == i + 1 and t.glued(i) and set(t.text[end]) <= _SUPERSCRIPTS and t.text[end]:
        end += 1
    mixed = None if places else mixed_part(t, end, words)
    if mixed is not None:
        return Head(i, value + mixed.value, mixed.step, mixed.end, False)
    return Head(i, value, ONE.scaleb(-places) if places else ONE, end, False)


def _decimal_point(t: Tokens, i: int, floor: int) -> bool:
    """Whether a point directly before token `i` begins a decimal: ".5 percent"."""
    if i - 1 < floor or t.text[i - 1] != "." or not t.glued(i - 1) or len(t.text[i]) > 4:
        return False
    return i == 1 or not t.glued(i - 2) or t.text[i - 2] in "-−($£€"


def _spaced_groups(t: Tokens, i: int, value: Decimal) -> tuple[Decimal, int]:
    """Groups of three digits after single spaces: "1 234 567"."""
    j = i + 1
    while len(t.text[j]) == 3 and t.text[j].isdecimal() and t.gap(j - 1) in _SPACES and j < t.n and j < i + 8:
        j += 1
    if j == i + 1 or (i and t.is_number(i - 1)) or t.is_number(j) or not value or (t.glued(j - 1) and t.low[j] == "s"):
        return value, i + 1
    return Decimal("".join(t.text[i:j])), j


def _scaled(t: Tokens, head: Head, lex: Lexicon, *, money: bool) -> Numeral:
    """`head` with the scale words after it, and smaller parts after those: "3 thousand 337"."""
    words = lex.numerals
    scale, end = _scale(t, head, lex, money=money)
    if scale is None:
        at = head.end + 1 if t.text[head.end] in DASHES else head.end
        dozen = words.dozens.get(t.low[at])
        if dozen is None:
            return plain_numeral(head)
        return Numeral(head.first, at + 1, head.value * dozen, dozen, ZERO, 1, head.spelled)
    total = head.value * scale
    step, loose = head.step * scale, head.step * scale / 2
    end, rest, rest_step = _remainder(t, end, scale, words, spelled=head.spelled)
    if rest:
        total += rest
        step, loose = rest_step, ZERO if rest_step == ONE else rest_step / 2
    if head.step == ONE:
        step = max(step, round_step(total))
    digits = significant(total)
    return Numeral(head.first, end, total, step, loose, digits, spelled=head.spelled, scale=scale)


def _scale(t: Tokens, head: Head, lex: Lexicon, *, money: bool) -> tuple[Decimal | None, int]:
    """The product of the scale words after `head`, and the token after them; None when there are none."""
    words = lex.numerals
    j = head.end
    k = j + 1 if t.text[j] in DASHES and t.low[j + 1] in words.scales else j
    scale = words.scales.get(t.low[k])
    if scale is not None:
        k += 1
        k += t.text[k] in DASHES and t.low[k + 1] in words.scales
        further = words.scales.get(t.low[k])
        if further is not None and further > scale:
            return scale * further, k + 1
        return scale, k
    suffix = None if head.spelled else words.suffixes.get(t.low[j])
    if suffix is not None and _means_scale(t, j, lex, money=money):
        return suffix, j + 1
    return None, j


def _means_scale(t: Tokens, j: int, lex: Lexicon, *, money: bool) -> bool:
    """Whether the letters at token `j` after digits are a scale ("3.5bn") and not a unit ("100m race")."""
    glued = t.glued(j - 1)
    low, text = t.low[j], t.text[j]
    if money:
        return glued or len(low) > 1
    if low in _MONEY_ONLY or (not glued and len(low) == 1):
        return False
    if low == "m":
        return _millions(t, j, lex)
    return not (text == "K" and not t.is_word(j + 1) and len(t.text[j - 1]) == 1)


def _millions(t: Tokens, j: int, lex: Lexicon) -> bool:
    """Whether "m" glued to digits means millions and not meters."""
    after = t.low[j + 1]
    if after in lex.cues.lengths or t.text[j + 1] in DASHES:
        return False
    if t.text[j] == "M" or after in lex.cues.count_nouns:
        return True
    if t.is_word(j + 1) and after.endswith("s") and not t.text[j + 1].isupper():
        return True
    if any(low in lex.cues.crowds for low in t.low[max(0, j - _CROWD) : j]):
        return True
    return any(_is_people(t, k, lex) for k in range(max(1, j - _LIKE), j - 1) if t.low[k] == "m" and t.glued(k - 1))


def _is_people(t: Tokens, k: int, lex: Lexicon) -> bool:
    """Whether an earlier "m" of the sentence counts: "5.9m passengers, up from 5.4m"."""
    return t.is_number(k - 1) and t.low[k + 1] in lex.cues.count_nouns


def _remainder(t: Tokens, j: int, scale: Decimal, words: Numerals, *, spelled: bool) -> tuple[int, Decimal, Decimal]:
    """What follows a scale word and belongs to the number: "3 thousand 337", "1 billion 411 million", "two million
    three hundred thousand". A number in digits goes on in words only with a scale of their own or with hundreds: not in
    "$150 million twelve months ago".
    """
    nothing = (j, ZERO, ONE)
    k = j + 1 if t.low[j] in words.conjunctions else j
    if t.text[k].isdecimal() and k == j and len(t.text[k]) <= 3 and scale == 1000:
        return k + 1, Decimal(t.text[k]), ONE
    head = _below_thousand(t, k, words) or (_digits_below_thousand(t, j, words) if k == j else None)
    if head is None:
        return nothing
    smaller = words.scales.get(t.low[head.end])
    if smaller is not None and smaller < scale:
        end, rest, _ = _remainder(t, head.end + 1, smaller, words, spelled=spelled)
        return end, head.value * smaller + rest, ONE if rest else smaller
    if smaller is not None or (k > j and head.value >= 1000) or (not spelled and head.value < _HUNDRED):
        return nothing
    return (head.end, head.value, ONE) if head.step == ONE and head.value < scale else nothing


def _digits_below_thousand(t: Tokens, j: int, words: Numerals) -> Head | None:
    """Up to three digits with a scale word of their own."""
    if not t.text[j].isdecimal() or len(t.text[j]) > 3 or t.low[j + 1] not in words.scales:
        return None
    return Head(j, Decimal(t.text[j]), ONE, j + 1, False)


def _below_thousand(t: Tokens, k: int, words: Numerals) -> Head | None:
    if t.low[k] in words.cardinals:
        return spelled(t, k, words)
    if t.low[k] in words.articles and t.low[k + 1] in words.hundreds:
        return spelled(t, k + 2, words, Decimal(100)) or Head(k, Decimal(100), ONE, k + 2, True)
    return None
