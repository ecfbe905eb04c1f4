"""Numbers inside names, codes, sections, dockets, addresses, phone numbers and links."""

import re

from claimcheck.extract.phrases import ahead, behind
from claimcheck.extract.skips import Skip
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import SkipReason
from claimcheck.model.lexicon import Lexicon

_DASHES = frozenset("-‐‑–")
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|(?<!\w)[@#][\w.]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|co\.uk|html?)\b\S*",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)\s?|\d{1,4}[\s.-]){1,2}\d{3,4}[\s.-]\d{3,4}\b|\+\d{7,14}\b")
_DATE_PREFIX = frozenset(
    ("mid", "pre", "post", "early", "late", "since", "under", "over", "sub", "minus", "plus", "all", "non", "top", "u")
)


def links(t: Tokens) -> list[tuple[int, int]]:
    """Character spans of web addresses, mail addresses, handles and hash tags."""
    source = t.source
    if (
        "@" in source
        or "#" in source
        or "://" in source
        or ("." in source and (".com" in source or "www." in source or ".html" in source or ".org" in source))
    ):
        return [m.span() for m in _LINK.finditer(source)]
    return []


def phone_at(t: Tokens, i: int) -> Skip | None:
    """A telephone number that begins at number `i`, or with the mark before it."""
    start = t.start[i]
    while start and t.source[start - 1] in "(+":
        start -= 1
    found = _PHONE.match(t.source, start, start + 40)
    if found is None or sum(c.isdecimal() for c in found.group()) < 7:
        return None
    end = i + 1
    while t.end[end] <= found.end():
        end += 1
    first = i
    while first and t.start[first - 1] >= start:
        first -= 1
    return Skip(first, end, SkipReason.PHONE)


def name_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """A name, code, section or docket number that number `i` is part of."""
    phrase = _phrase(t, i, lex, floor)
    if phrase is not None:
        return phrase
    return _glued_before(t, i, lex, floor) or _glued_after(t, i, lex) or _headed(t, i, lex, floor) or _coded(t, i)


def _phrase(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    for back in range(3):
        if i - back < floor:
            break
        found = ahead(lex.cues.names, t, i - back)
        if found is not None and found[1] > i and t.text[i - back][:1].isupper() | t.is_number(i - back):
            return Skip(i - back, found[1], SkipReason.NAME)
    return None


def _glued_before(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """ "G20", "MH17", "COVID-19", "F-16", "iPhone11"."""
    if i - 1 < floor or not t.glued(i - 1) or not t.is_number(i):
        return None
    j = i - 1
    if t.text[j] in _DASHES and j - 1 >= floor and t.glued(j - 1):
        j -= 1
        if not t.is_word(j) or t.low[j] in _DATE_PREFIX or not any(c.isupper() for c in t.text[j]):
            return None
    if not t.is_word(j):
        return None
    if behind(lex.units.signs, t, i, floor) is not None and len(t.text[j]) > 1 and t.text[j] not in ("BD", "KD"):
        return None
    if (len(t.text[j]) > 6 and t.text[j].islower()) or "," in t.text[i]:
        return None
    return Skip(j, _name_end(t, i + 1), SkipReason.NAME)


def _name_end(t: Tokens, end: int) -> int:
    """Past parts that are glued on: "737-800", "A320neo", "U+"."""
    while t.end[end - 1] == t.start[end] and (t.is_word(end) or t.is_number(end)):
        end += 1
    if (
        t.text[end] in _DASHES
        and t.glued(end - 1)
        and t.glued(end)
        and (t.is_number(end + 1) or len(t.text[end + 1]) == 1)
    ):
        return _name_end(t, end + 2)
    return end


def _glued_after(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """ "3M", "49ers", "5G": letters glued to the digits that are no unit, scale, ordinal or part of the day."""
    j = i + 1
    if not t.glued(i) or not t.is_word(j) or not t.is_number(i):
        return None
    low = t.low[j]
    if (
        low in lex.numerals.suffixes
        or low in lex.numerals.scales
        or low in lex.units.names
        or low in lex.numerals.ordinal_endings
        or low in lex.calendar.meridiems
        or low == "s"
    ):
        return None
    if (len(low) > 3 and (t.is_capital(j) or "," in t.text[i])) or len(low) > 5:
        return None
    return Skip(i, j + 1, SkipReason.NAME)


def _headed(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """ "Highway 166", "Section 4", "No. 5", "page 12"."""
    j = i - 1
    if t.text[j] == "." and j > floor:
        j -= 1
    if j < floor or j < 0:
        return None
    low = t.low[j]
    text = t.text[i]
    if "," in text or len(text) > 6 or t.low[i + 1] in ("%", "percent"):
        return None
    capital = t.is_capital(j)
    if low in ("no", "nos", "number") and (t.text[j + 1] == "." or low == "number") and (capital or low == "number"):
        return Skip(j, i + 1, SkipReason.RANK if low == "number" or capital else SkipReason.NAME)
    if low in lex.cues.section_heads and (not capital or j == i - 1 or low in ("p", "pp", "fig", "vol")):
        return None if low == "p" and j == i - 1 and not capital else Skip(j, _name_end(t, i + 1), SkipReason.SECTION)
    if low in lex.cues.name_heads and capital and j == i - 1:
        return Skip(j, _name_end(t, i + 1), SkipReason.NAME)
    return None


def _coded(t: Tokens, i: int) -> Skip | None:
    """Versions and addresses of machines: "1.2.3", "v2"."""
    text = t.text[i]
    if text.count(".") >= 2 and "," not in text:
        groups = text.split(".")
        if not all(len(group) == 3 for group in groups[1:]):
            return Skip(i, i + 1, SkipReason.VERSION)
    return None
