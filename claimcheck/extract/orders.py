"""Orders of magnitude in words: "dozens", "tens of thousands", "several hundred", and a bare "dozen"."""

from decimal import Decimal

from claimcheck.extract.numeral import ZERO, Numeral
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Numerals


def order(t: Tokens, i: int, words: Numerals, floor: int) -> Numeral:
    """As in "dozens", "hundreds of thousands", "tens of millions"; token `i` holds the first of these words."""
    named = words.orders[t.low[i]]
    low, high = named.low, named.high
    end = i + 1
    while t.low[end] in words.of:
        further = words.orders.get(t.low[end + 1])
        unit = further.low / 2 if further is not None else words.scales.get(t.low[end + 1])
        if unit is None:
            break
        low, high = named.low * unit, min(named.high, named.low * 10) * unit
        end += 2
    first = i - 1 if i > floor and t.low[i - 1] in words.vague else i
    return Numeral(first, end, None, low, ZERO, 1, spelled=True, scale=low, low=low, high=high)


def bare_scale(t: Tokens, i: int, words: Numerals, floor: int) -> Numeral | None:
    """A vague number of a scale word ("several hundred", "a few thousand", "a couple of million"), or "a dozen"."""
    low = t.low[i]
    size = words.dozens.get(low) or words.scales.get(low) or Decimal(100)
    before = t.low[i - 1] if i > floor else ""
    if before in words.of and i - 1 > floor and t.low[i - 2] in words.vague:
        return _vague(t, i, size, i - 2, words, floor)
    if before in words.vague:
        return _vague(t, i, size, i - 1, words, floor)
    if before in words.articles and low in words.dozens:
        return Numeral(i - 1, i + 1, size, size, ZERO, 1, spelled=True)
    return None


def _vague(t: Tokens, i: int, size: Decimal, at: int, words: Numerals, floor: int) -> Numeral:
    vague = words.vague[t.low[at]]
    end = i + 1
    further = words.scales.get(t.low[end])
    if further is not None:
        size *= further
        end += 1
    first = at - 1 if at > floor and t.low[at - 1] in words.articles else at
    low, high = vague.low * size, vague.high * size
    return Numeral(first, end, None, low, ZERO, 1, spelled=True, scale=size, low=low, high=high)
