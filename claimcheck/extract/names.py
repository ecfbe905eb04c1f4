"""Numbers inside names: "G20", "COVID-19", "Highway 166", "Boeing 737", "7-Eleven"; sections and numbered things."""

from claimcheck.extract.numeral import DASHES
from claimcheck.extract.phrases import ahead
from claimcheck.extract.skips import Skip
from claimcheck.extract.units import sign_before
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import SkipReason
from claimcheck.model.lexicon import Lexicon

_BACK = 4
_DESIGNATION = 2
_YEAR = 4
_LONG_WORD = 6
_SHORT_TAIL = 3
_CODED_DIGITS = 3
_LONGEST_TAIL = 5
_LONGEST_NUMBER = 6
_SUPERSCRIPTS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")


def name_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """A name, or a numbered part or thing, that number `i` belongs to."""
    return (
        _phrase(t, i, lex, floor)
        or _glued_before(t, i, lex, floor)
        or _glued_after(t, i, lex)
        or _headed(t, i, lex, floor)
        or _tailed(t, i, lex)
    )


def _phrase(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    names, low = lex.cues.names, t.low
    for first in range(i, max(floor, i - _BACK + 1, 0) - 1, -1):
        found = ahead(names, t, first) if low[first] in names else None
        if found is None or found[1] <= i:
            continue
        written = t.surface(first, found[1])
        if written == found[0] or written.isupper():
            end = found[1]
            version = t.is_number(end) and len(t.text[end]) == 1 and t.text[end - 1].isupper()
            return Skip(first, end + version, SkipReason.NAME)  # "737 MAX" and "737 MAX 8"
    return None


def _glued_before(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """As in "G20", "MH17", "COVID-19", "F-16", "iPhone11"."""
    j = i - 1
    if j < floor or j < 0 or not t.glued(j) or not t.is_number(i):
        return None
    if t.text[j] in DASHES and j - 1 >= floor and t.glued(j - 1):
        j -= 1
        if not t.is_word(j) or t.low[j] in lex.cues.name_prefixes or t.text[j].islower():
            return None
    if not t.is_word(j):
        return None
    sign = sign_before(t, i, lex, floor)
    if sign is not None and (len(t.text[j]) > 1 or not t.text[i].isdecimal() or t.low[i + 1] in lex.numerals.scales):
        return None
    if (len(t.text[j]) > _LONG_WORD and t.text[j].islower()) or "," in t.text[i]:
        return None
    return Skip(j, _name_end(t, i + 1), SkipReason.NAME)


def _name_end(t: Tokens, end: int) -> int:
    """Past parts that are glued on: "737-800", "A320neo"."""
    while True:
        while t.glued(end - 1) and (t.is_word(end) or t.is_number(end)) and end < t.n:
            end += 1
        if t.text[end] not in DASHES or not (t.glued(end - 1) and t.glued(end)):
            return end
        if not (t.is_number(end + 1) or len(t.text[end + 1]) == 1):
            return end
        end += 2


def _glued_after(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """As in "3M", "49ers", "5G": letters glued to the digits that are no unit, scale, ordinal or part of the day."""
    j = i + 1
    if not t.glued(i) or not t.is_word(j) or not t.is_number(i) or set(t.text[j]) <= _SUPERSCRIPTS:
        return None
    low, words = t.low[j], lex.numerals
    if _coded(t, j):
        return Skip(i, j + 3, SkipReason.NAME)
    known = (words.suffixes, words.scales, lex.units.names, words.ordinal_endings, lex.calendar.meridiems)
    if any(low in table for table in known) or low in lex.cues.age_decades or low in words.multipliers:
        return None
    if t.text[j].isupper() and t.glued(j) and t.is_number(j + 1):
        return Skip(i, _name_end(t, j + 1), SkipReason.NAME)
    if (len(low) > _SHORT_TAIL and (t.is_capital(j) or "," in t.text[i])) or len(low) > _LONGEST_TAIL:
        return None
    return Skip(i, _name_end(t, j + 1), SkipReason.NAME)


def _coded(t: Tokens, j: int) -> bool:
    """As in "24V-077", "26E-318": a capital between digits, with a dash and three digits or more behind it."""
    dashed = t.text[j].isupper() and t.text[j + 1] in DASHES and t.glued(j) and t.glued(j + 1)
    return dashed and t.is_number(j + 2) and t.text[j + 2].isdecimal() and len(t.text[j + 2]) >= _CODED_DIGITS


def _headed(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """As in "Highway 166", "Section 4", "No. 5", "page 12"."""
    j = i - 1
    if j > floor and t.text[j] == ".":
        j -= 1
    if j < floor or j < 0:
        return None
    text = t.text[i]
    if "," in text or len(text) > _LONGEST_NUMBER or t.text[i + 1] == "%" or t.low[i + 1] in lex.numerals.scales:
        return None
    return _numbered(t, i, j, lex) or _series(t, i, j, lex) or _named(t, i, j, lex)


def _numbered(t: Tokens, i: int, j: int, lex: Lexicon) -> Skip | None:
    """As in "No. 5", "number 3", "#1", "top 10": a rank; "section 4", "pages 3-5": a part of a text."""
    low, cues = t.low[j], lex.cues
    dotted = t.text[j + 1] == "."
    tops = low in lex.qualifiers.modal_only and j > 0 and t.low[j - 1] in lex.qualifiers.modals
    if (
        low in cues.rank_heads
        and not tops
        and t.low[i + 1] not in lex.units.certain
        and (low not in cues.dotted_heads or dotted or t.is_capital(j))
    ):
        return Skip(j, _listed_end(t, i + 1, lex) if low in cues.dotted_heads else i + 1, SkipReason.RANK)
    if low in cues.section_heads and (t.is_number(i) or t.is_capital(j)) and not _measures(t, i, lex):
        return Skip(j, _section_end(t, _name_end(t, i + 1), lex, plural=low.endswith("s")), SkipReason.SECTION)
    return None


def _section_end(t: Tokens, end: int, lex: Lexicon, *, plural: bool) -> int:
    """Past the parts of a section: "Sections 3(1) and 4"."""
    while t.text[end] == "(" and t.glued(end - 1) and t.text[end + 2] == ")" and t.is_number(end + 1):
        end += 3
    listed = t.low[end] in lex.numerals.conjunctions and t.is_number(end + 1) and t.low[end + 2] in lex.numerals.of
    return end + 2 if listed else _listed_end(t, end, lex, plural=plural)


def _listed_end(t: Tokens, end: int, lex: Lexicon, *, plural: bool = False) -> int:
    """Past the further numbers of a list that a conjunction closes: "Nos. 155, 156 and 157 were", "pages 3 to 5"; "No.
    5 and 12 others" goes on with a count. Behind a `plural` head any word but another plural may follow.
    """
    k = end
    while t.text[k] == "," and _plain(t, k + 1):
        k += 2
    k += t.text[k] == ","
    joint = t.low[k] in lex.numerals.conjunctions or (k == end and t.low[k] in lex.qualifiers.to)
    if not joint or not _plain(t, k + 1):
        return end
    after = k + 2
    counts = (
        t.is_number(after) or t.text[after] == "%" or _measures(t, k + 1, lex) or t.low[after] in lex.cues.one_nouns
    )
    named = t.is_word(after) and t.low[after] not in lex.cues.function_words
    named = named and (not plural or t.low[after].endswith("s"))
    return end if counts or (named and k == end) else after


def _plain(t: Tokens, i: int) -> bool:
    return t.text[i].isdecimal() and len(t.text[i]) <= _LONGEST_NUMBER


def _series(t: Tokens, i: int, j: int, lex: Lexicon) -> Skip | None:
    """As in "Flights 370 and 17", "reactors 1, 2 and 3": a plural right before a list of numbers names its things."""
    if t.low[j] not in lex.cues.series_heads or j != i - 1 or not _plain(t, i):
        return None
    end = _listed_end(t, i + 1, lex, plural=True)
    return Skip(j, end, SkipReason.NAME) if end > i + 1 else None


def _named(t: Tokens, i: int, j: int, lex: Lexicon) -> Skip | None:
    if t.low[j] not in lex.cues.name_heads or t.text[j].islower() or j != i - 1 or _measures(t, i, lex):
        return None
    if not t.is_number(i) and t.low[i] not in lex.numerals.cardinals:
        return None
    return Skip(j, _name_end(t, i + 1), SkipReason.NAME)


def _measures(t: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether a unit or a counted noun follows, so that the capital before begins a sentence or a title."""
    return t.low[i + 1] in lex.cues.count_nouns or t.low[i + 1] in lex.units.certain


def _tailed(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """A capitalised word after a number that makes both a name."""
    designated = len(t.text[i]) == _YEAR and t.text[i + 1].isupper() and len(t.text[i + 1]) <= _DESIGNATION
    if designated and t.glued(i + 1) and t.is_number(i + 2):
        return Skip(i, i + 3, SkipReason.NAME)  # "2024 YR4"
    if t.low[i + 1] in lex.cues.name_tails and t.is_capital(i + 1) and t.is_capital(i):
        return Skip(i, i + 2, SkipReason.NAME)
    return None
