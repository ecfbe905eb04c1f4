"""The second unit of a rate: "per barrel", "a day", "/kg", and over a noun: "22.4 deaths per 100,000"."""

from claimcheck.extract.numeral import DASHES
from claimcheck.extract.units import unit_after
from claimcheck.language.lemmas import noun_lemma
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import Dimension

_NONE: dict[str, str] = {}
_MOST_NOUNS = 4
_NOT_PER = frozenset((Dimension.MONEY, Dimension.PROPORTION))


def rate_after(t: Tokens, j: int, lex: Lexicon) -> tuple[str, int] | None:
    """The second unit of a rate that begins at token `j`, and the token after it."""
    units = lex.units
    low = t.low[j]
    if low in units.per:
        return _per(t, j + 1, lex)
    if low in units.rate_articles:
        return _every(t, j + 1, lex)
    if t.text[j] == "-" and t.low[j + 1] in units.per and t.text[j + 2] == "-":
        return _per(t, j + 3, lex)
    if t.text[j] == "-" and t.low[j + 1] in units.rate_articles and t.text[j + 2] == "-":
        return _every(t, j + 3, lex)
    return None


def _every(t: Tokens, k: int, lex: Lexicon) -> tuple[str, int] | None:
    """The noun of "a day", "each year" at token `k`; "a year ago" and "a second time" are no rates."""
    units = lex.units
    k = _over_kind(t, k, lex)
    if t.low[k] not in units.rate_nouns or t.low[k + 1] in units.rate_blockers:
        return None
    if t.low[k] in units.ambiguous_rates and t.is_word(k + 1) and t.low[k + 1] not in lex.cues.function_words:
        return None
    return noun_lemma(t.low[k], _NONE), k + 1


def _over_kind(t: Tokens, k: int, lex: Lexicon) -> int:
    """Past the "diluted" of "a diluted share"; `k` itself where nothing of the sort stands."""
    told = t.low[k] in lex.units.rate_kinds and t.low[k + 1] in lex.units.rate_nouns
    return k + 1 if told else k


def _per(t: Tokens, k: int, lex: Lexicon) -> tuple[str, int] | None:
    """What stands after "per" at token `k`: a unit, a noun, or a round number of people."""
    scale = lex.numerals.scales.get(t.low[k + 1])
    if t.is_number(k):
        number = t.text[k].replace(",", "")
        if not number.isdecimal() or len(number) > 11:
            return None
        if scale is not None:
            return str(int(number) * int(scale)), k + 2
        unit = unit_after(t, k + 1, lex)
        if unit is not None and unit.unit.dimension not in _NOT_PER:
            return f"{number} {unit.unit.id}", unit.at
        return number, k + 1
    if t.low[k] in lex.numerals.cardinals and scale is not None:
        return str(int(lex.numerals.cardinals[t.low[k]] * scale)), k + 2
    k = _over_kind(t, k + 1 if t.low[k] in lex.numerals.articles else k, lex)
    scale = lex.numerals.scales.get(t.low[k])
    if scale is not None:
        return str(int(scale)), k + 1
    found = unit_after(t, k, lex)
    if found is not None and found.unit.dimension not in _NOT_PER:
        return str(found.unit.id), found.at
    return (noun_lemma(t.low[k], _NONE), k + 1) if t.is_word(k) else None


def rate_over_noun(t: Tokens, j: int, lex: Lexicon) -> tuple[str, int] | None:
    """A rate whose counted noun stands between: "22.4 deaths per 100,000", "5,000 people a day"."""
    k = j
    while t.is_word(k) and k < j + _MOST_NOUNS and t.low[k] not in lex.cues.function_words:
        k += 1
        if t.text[k] in DASHES and t.glued(k) and t.glued(k - 1):
            k += 1
    every = t.low[k + 1] in lex.units.rate_articles and t.low[k + 1] not in lex.numerals.articles
    if k > j and t.low[k] in lex.units.rate_links and every and t.is_number(k + 2):
        return _per(t, k + 2, lex)  # "12 deaths for every 1,000"; not "58 million phones for a 19 percent share"
    if k == j or (t.low[k] not in lex.units.per and t.low[k] not in lex.units.rate_articles):
        return None
    if t.text[k] == "/" or not is_counted(t.low[k - 1], lex):
        return None
    return rate_after(t, k, lex)


def is_counted(low: str, lex: Lexicon) -> bool:
    """Whether a word is a noun in the plural, as after a number."""
    return low in lex.cues.count_nouns or (low.endswith("s") and not low.endswith("ss"))
