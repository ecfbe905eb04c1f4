"""Numbers in digits and words: "1,234", "16 ½", "3 thousand 337", "two and a half million", "tens of thousands"."""

from decimal import Decimal
from typing import NamedTuple

from claimcheck.extract.digits import read_digits
from claimcheck.extract.phrases import ahead
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon, Numerals

ONE = Decimal(1)
ZERO = Decimal(0)
TWO = Decimal(2)
_DASHES = frozenset("-‐‑–")
_SPACES = frozenset(" \u00a0\u2009\u202f\u2007")
_MONEY_ONLY = frozenset(("b", "t", "mil", "mm"))


class Numeral(NamedTuple):
    """A number as written, from token `first` to before token `end`.

    `value` is None for a bare order of magnitude, which spans `low` to `high`. `step` is the last written digit's size,
    `half` how far rounding may have moved the value either way (zero: the number is taken as exact), `digits` how many
    significant digits are written. `part` marks a fraction of a whole ("two-thirds").
    """

    first: int
    end: int
    value: Decimal | None
    step: Decimal
    half: Decimal
    digits: int
    spelled: bool = False
    scaled: bool = False
    part: bool = False
    low: Decimal | None = None
    high: Decimal | None = None


class _Head(NamedTuple):
    """The part of a number before any scale word. `step` is the size of its last written digit."""

    value: Decimal
    step: Decimal
    end: int
    spelled: bool


def read_numeral(
    t: Tokens, i: int, lex: Lexicon, floor: int = 0, *, money: bool = False, continental: bool = False
) -> Numeral | None:
    """The number that begins at token `i` (for a bare scale word, at the article before it, not before `floor`)."""
    words = lex.numerals
    low = t.low[i]
    if t.is_number(i) or low in words.glyphs:
        head = _digits(t, i, words, continental=continental)
        return None if head is None else _scaled(t, i, head, lex, money=money)
    if low in words.orders:
        return _order(t, i, words, floor)
    if low in words.dozens or low in words.scales or low in words.hundreds:
        return _bare_scale(t, i, lex, floor)
    if low in words.halves:
        return _half(t, i, lex)
    if low in words.multipliers or low not in words.cardinals:
        return None
    fraction = _fraction(t, i, words)
    if fraction is not None:
        return fraction
    spelled = _spelled(t, i, words)
    return None if spelled is None else _scaled(t, i, spelled, lex, money=False)


def _digits(t: Tokens, i: int, words: Numerals, *, continental: bool) -> _Head | None:
    glyph = words.glyphs.get(t.low[i])
    if glyph is not None:
        return _Head(glyph, glyph, i + 1, False)
    read = read_digits(t.text[i], continental=continental)
    if read is None:
        return None
    value, places, grouped = read
    end = i + 1
    if not places and not grouped and len(t.text[i]) <= 3:
        value, end = _spaced_groups(t, i, value)
    step = ONE.scaleb(-places) if places else ONE
    mixed = None if places else _mixed(t, end, words)
    if mixed is not None:
        return _Head(value + mixed[0], mixed[1], mixed[2], False)
    return _Head(value, step, end, False)


def _spaced_groups(t: Tokens, i: int, value: Decimal) -> tuple[Decimal, int]:
    """Groups of three digits after single spaces: "1 234 567"."""
    j = i + 1
    while len(t.text[j]) == 3 and t.text[j].isdecimal() and t.gap(j - 1) in _SPACES and j < t.n:
        j += 1
    if j == i + 1 or (i and t.is_number(i - 1)) or t.is_number(j):
        return value, i + 1
    return Decimal("".join(t.text[i:j])), j


def _mixed(t: Tokens, j: int, words: Numerals) -> tuple[Decimal, Decimal, int] | None:
    """The fraction after a whole number: "½", "1/2", "and a half", "and three-quarter". Its value, its step, its end."""
    glyph = words.glyphs.get(t.low[j])
    if glyph is not None:
        return glyph, min(glyph, ONE - glyph), j + 1
    k = j + 1 if t.text[j] in _DASHES and t.glued(j) else j
    if (
        t.text[k].isdecimal()
        and t.text[k + 1] == "/"
        and t.text[k + 2].isdecimal()
        and len(t.text[k]) + len(t.text[k + 2]) <= 4
    ):
        over, under = Decimal(t.text[k]), Decimal(t.text[k + 2])
        if under > over > 0 and t.glued(k) and t.glued(k + 1) and k > 0:
            return over / under, ONE / under, k + 3
        return None
    return _and_part(t, j, words)


def _and_part(t: Tokens, j: int, words: Numerals) -> tuple[Decimal, Decimal, int] | None:
    """ "and a half", "and three-quarters", "and a quarter"."""
    if t.text[j] in _DASHES:
        j += 1
    if t.low[j] not in words.conjunctions:
        return None
    k = j + 2 if t.text[j + 1] in _DASHES else j + 1
    if t.low[k] in words.articles:
        k += 1 if t.text[k + 1] not in _DASHES else 2
        over = ONE
    elif t.low[k] in words.cardinals and t.low[k + 1] not in words.scales:
        over = words.cardinals[t.low[k]]
        k += 2 if t.text[k + 1] in _DASHES else 1
    else:
        return None
    under = words.denominators.get(t.low[k])
    if under is None or not over or over >= under:
        return None
    return over / under, ONE / under, k + 1


def _spelled(t: Tokens, i: int, words: Numerals, start: Decimal | None = None) -> _Head | None:
    """A number below a thousand in words ("twenty-one", "two hundred and five"), or of hundreds ("twenty-one hundred")."""
    group = start
    j = i
    while True:
        low = t.low[j]
        number = words.cardinals.get(low)
        if number is not None and (group is None or _fits(group, number)):
            group = number if group is None else group + number
            j += 1
        elif low in words.hundreds and group is not None and group < 100 and group:
            group *= 100
            j += 1
        elif (
            (
                t.text[j] in _DASHES
                and t.low[j + 1] in words.cardinals
                and group is not None
                and _fits(group, words.cardinals[t.low[j + 1]])
            )
            or (t.text[j] in _DASHES and t.low[j + 1] in words.hundreds and group is not None and group < 100)
            or (
                low in words.conjunctions
                and group is not None
                and group >= 100
                and t.low[j + 1] in words.cardinals
                and _fits(group, words.cardinals[t.low[j + 1]])
            )
        ):
            j += 1
        else:
            break
    if group is None:
        return None
    mixed = _and_part(t, j, words)
    if mixed is not None:
        return _Head(group + mixed[0], mixed[1], mixed[2], True)
    return _Head(group, ONE, j, True)


def _fits(group: Decimal, number: Decimal) -> bool:
    """Whether "group number" reads on as one number: twenty + five, a hundred + twelve."""
    if not number:
        return False
    if number < 10 and 20 <= group % 100 <= 90 and not group % 10:
        return True
    return group >= 100 and not group % 100


def _scaled(t: Tokens, first: int, head: _Head, lex: Lexicon, *, money: bool) -> Numeral:
    """`head` with the scale words after it, and smaller parts after those: "3 thousand 337"."""
    words = lex.numerals
    scale, end = _scale(t, head.end, lex, money=money, spelled=head.spelled)
    if scale is None:
        dozen = words.dozens.get(t.low[head.end])
        if dozen is not None:
            return Numeral(first, head.end + 1, head.value * dozen, dozen, ZERO, 1, head.spelled)
        return _plain(first, head)
    total = head.value * scale
    step, half = head.step * scale, head.step * scale / 2
    end, rest, rest_step = _remainder(t, end, scale, words)
    if rest:
        total += rest
        step, half = rest_step, ZERO if rest_step == ONE else rest_step / 2
    return Numeral(
        first,
        end,
        total,
        max(step, _round_step(total) if head.step == ONE else step),
        half,
        _significant(total),
        head.spelled,
        True,
    )


def _plain(first: int, head: _Head) -> Numeral:
    if head.step == ONE:
        spelled_small = head.spelled and head.value < 100
        return Numeral(
            first,
            head.end,
            head.value,
            ONE if spelled_small else _round_step(head.value),
            ZERO,
            _significant(head.value),
            head.spelled,
        )
    return Numeral(first, head.end, head.value, head.step, head.step / 2, _significant(head.value), head.spelled)


def _scale(t: Tokens, j: int, lex: Lexicon, *, money: bool, spelled: bool) -> tuple[Decimal | None, int]:
    """The product of the scale words at token `j`, and the token after them; None when there are none."""
    words = lex.numerals
    k = j + 1 if t.text[j] in _DASHES and t.low[j + 1] in words.scales else j
    scale = words.scales.get(t.low[k])
    if scale is not None:
        k += 1
        k += t.text[k] in _DASHES and t.low[k + 1] in words.scales
        further = words.scales.get(t.low[k])
        if further is not None and further > scale:
            return scale * further, k + 1
        return scale, k
    if spelled:
        return None, j
    suffix = words.suffixes.get(t.low[j])
    if suffix is not None and _means_scale(t, j, lex, money=money):
        return suffix, j + 1
    return None, j


def _means_scale(t: Tokens, j: int, lex: Lexicon, *, money: bool) -> bool:
    """Whether the letters at token `j` after digits are a scale ("3.5bn") and not a unit ("100m race")."""
    glued = t.glued(j - 1)
    low = t.low[j]
    if money:
        return glued or len(low) > 1
    if low in _MONEY_ONLY or (not glued and len(low) == 1):
        return False
    if low == "m":
        after = t.low[j + 1]
        if after in lex.cues.lengths or t.text[j + 1] in _DASHES:
            return False
        return (
            t.text[j] == "M"
            or after in lex.cues.count_nouns
            or (t.is_word(j + 1) and after.endswith("s") and not t.text[j + 1].isupper())
        )
    return not (low == "k" and t.text[j] == "K" and not t.is_word(j + 1) and len(t.text[j - 1]) == 1)


def _remainder(t: Tokens, j: int, scale: Decimal, words: Numerals) -> tuple[int, Decimal, Decimal]:
    """What follows a scale word and belongs to the number: "3 thousand 337", "two million three hundred thousand"."""
    k = j + 1 if t.low[j] in words.conjunctions else j
    if t.text[k].isdecimal() and k == j and len(t.text[k]) <= 3 and scale == 1000:
        return k + 1, Decimal(t.text[k]), ONE
    if t.low[k] not in words.cardinals:
        return j, ZERO, ONE
    head = _spelled(t, k, words)
    if head is None:
        return j, ZERO, ONE
    smaller = words.scales.get(t.low[head.end])
    if smaller is not None and smaller < scale:
        return head.end + 1, head.value * smaller, smaller
    if smaller is not None or (k > j and head.value >= 1000):
        return j, ZERO, ONE
    return (head.end, head.value, ONE) if head.step == ONE and head.value < scale else (j, ZERO, ONE)


def _order(t: Tokens, i: int, words: Numerals, floor: int) -> Numeral:
    """ "dozens", "hundreds of thousands", "tens of millions"."""
    order = words.orders[t.low[i]]
    low, high = order.low, order.high
    end = i + 1
    while t.low[end] in words.of:
        further = words.orders.get(t.low[end + 1])
        unit = further.low / 2 if further is not None else words.scales.get(t.low[end + 1])
        if (further is None and unit is None) or unit is None:
            break
        low, high = order.low * unit, min(order.high, order.low * 10) * unit
        end += 2
    first = i - 1 if i > floor and t.low[i - 1] in words.vague else i
    return Numeral(first, end, None, low, ZERO, 1, True, True, low=low, high=high)


def _bare_scale(t: Tokens, i: int, lex: Lexicon, floor: int) -> Numeral | None:
    """A scale word without digits before it: "a dozen", "a million", "several hundred", "a few thousand"."""
    words = lex.numerals
    low = t.low[i]
    size = words.dozens.get(low) or words.scales.get(low) or Decimal(100)
    before = t.low[i - 1] if i > floor else ""
    if before in words.of and i - 1 > floor and t.low[i - 2] in words.vague:
        return _vague(t, i, size, i - 2, words, floor)
    if before in words.vague:
        return _vague(t, i, size, i - 1, words, floor)
    if before not in words.articles:
        return None
    if low in words.dozens:
        return Numeral(i - 1, i + 1, size, size, ZERO, 1, True)
    if low in words.hundreds:
        head = _spelled(t, i + 1, words, Decimal(100)) or _Head(Decimal(100), ONE, i + 1, True)
        return _scaled(t, i - 1, head, lex, money=False)
    return _scaled(t, i - 1, _Head(ONE, ONE, i, True), lex, money=False)


def _vague(t: Tokens, i: int, size: Decimal, at: int, words: Numerals, floor: int) -> Numeral:
    vague = words.vague[t.low[at]]
    end = i + 1
    further = words.scales.get(t.low[end])
    if further is not None:
        size *= further
        end += 1
    first = at - 1 if at > floor and t.low[at - 1] in words.articles else at
    return Numeral(
        first, end, None, vague.low * size, ZERO, 1, True, True, low=vague.low * size, high=vague.high * size
    )


def _half(t: Tokens, i: int, lex: Lexicon) -> Numeral | None:
    """ "half a million", "half a dozen", "half a ton", "half of", "half the": not "first half", "in half"."""
    words = lex.numerals
    half = ONE / TWO
    after = t.low[i + 1]
    article = i + 2 if after in words.articles else i + 1
    scale = words.scales.get(t.low[article])
    if scale is not None:
        size = scale * half
        return Numeral(i, article + 1, size, size / 5, size / 10, 1, True, True)
    dozen = words.dozens.get(t.low[article])
    if dozen is not None:
        return Numeral(i, article + 1, dozen / 2, dozen / 2, ZERO, 1, True)
    return Numeral(i, article if article == i + 2 else i + 1, half, half / 5, half / 10, 1, True, part=True)


def _fraction(t: Tokens, i: int, words: Numerals) -> Numeral | None:
    """ "two-thirds", "three quarters", "one in five", "9 out of 10" (words only; digits are read elsewhere)."""
    over = words.cardinals[t.low[i]]
    k = i + 2 if t.text[i + 1] in _DASHES and t.glued(i) else i + 1
    under = words.denominators.get(t.low[k])
    if (
        under is not None
        and ZERO < over < under
        and (k == i + 2 or over > 1 or t.low[k + 1] in words.of)
        and (over == 1) != t.low[k].endswith("s")
    ):
        return Numeral(i, k + 1, over / under, words.fraction_step, words.fraction_step / 2, 1, True, part=True)
    return read_ratio(t, i, over, i + 1, words)


def read_ratio(t: Tokens, first: int, over: Decimal, j: int, words: Numerals) -> Numeral | None:
    """ "one in five", "9 out of 10", "three in every ten", from the words between at token `j`."""
    link = ahead(words.out_of, t, j)
    if link is None:
        return None
    end = link[1]
    under = words.cardinals.get(t.low[end])
    if under is None and t.text[end].isdecimal() and len(t.text[end]) <= 4:
        under = Decimal(t.text[end])
    if under is None or under <= over or under > 100 or (t.low[j] in words.of):
        return None
    return Numeral(first, end + 1, over / under, words.fraction_step, words.fraction_step / 2, 1, True, part=True)


def _round_step(value: Decimal) -> Decimal:
    """The size of the last digit of a whole number that is not zero: 700,000 may be rounded to 100,000."""
    if not value:
        return ONE
    exponent = value.normalize().as_tuple().exponent
    return ONE.scaleb(exponent) if isinstance(exponent, int) and exponent > 0 else ONE


def _significant(value: Decimal) -> int:
    return max(1, len(value.normalize().as_tuple().digits))
