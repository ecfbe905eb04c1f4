"""Numbers that point at something: links, telephones, addresses, dockets, ISBN, coordinates, versions, odds."""

import re

from claimcheck.extract.numeral import DASHES
from claimcheck.extract.phrases import behind
from claimcheck.extract.skips import Skip
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import SkipReason
from claimcheck.model.lexicon import Lexicon

_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![^\s(<,;])[^\s@]{1,64}@[^\s@]{1,255}|(?<!\w)[@#](?=\w{0,40}[^\W\d_])\w+(?:\.\w+)*"
    r"|\b[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}\.(?:com|org|net|gov|edu|co\.uk|html?)\b\S*",
    re.IGNORECASE,
)
_LINK_SIGN = re.compile(r"@|#|://|www\.|\.(?:com|html|org|net|gov|co\.uk|edu)")
_PHONE = re.compile(r"(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)\s?|\d{1,4}[\s.-]){1,3}\d{3,4}[\s.-]\d{3,4}\b|\+\d{7,14}\b")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+$")
_SHORT_PHONE = re.compile(r"\d{3}-\d{4}\b")
_ISBN = re.compile(r"[\d][\d -]{8,20}[\dXx]\b")
_DOCKET = re.compile(r"(?:\d{1,2}:)?\d{2,4}-?(?:[A-Za-z]{1,4}-)?\d{1,6}(?:-[A-Z]{1,4}\d?){0,3}\b")
_UK_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|[A-Z]\d[A-Z] \d[A-Z]\d\b")
_COORDINATE = re.compile(
    r"""\d{1,3}(?:\.\d+)?\s?[°º](?:\s?\d{1,2}(?:\.\d+)?\s?['’′])?(?:\s?\d{1,2}(?:\.\d+)?\s?["”″])?\s?[NSEW]\b"""
)
_LEAST_PHONE_DIGITS = 7
_REACH = 40
_CALL_REACH = 5
_DATE = 2
_GROUP = 3
_SHORT_ZIP = 4
_DEGREES = frozenset("°º")
_STREET_WORDS = 5
_ISBN_DIGITS = 9
_CODE_MARKS = DASHES | frozenset("/:(°º")
_OPENERS = frozenset("(+")
_PHONE_JOINTS = frozenset("-(")
_ODDS_MARKS = DASHES | frozenset("/:")
_ZIP = 5


def links(t: Tokens) -> list[tuple[int, int]]:
    """Character spans of web addresses, mail addresses, handles and hash tags."""
    if _LINK_SIGN.search(t.source) is None:
        return []
    return [m.span() for m in _LINK.finditer(t.source)]


def code_at(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """The code or address that number `i` is part of."""
    return any_code(t, i, lex, floor) if _may_be_code(t, i, lex) else None


def _may_be_code(t: Tokens, i: int, lex: Lexicon) -> bool:
    """Whether anything around number `i` could make it a code: for most figures nothing does, which spares the rules.

    Letters, a bracket or digits glued on, a number, a capital or a mark of codes after it, or a word that heads codes.
    """
    low, heads = t.low, lex.cues.code_heads
    after = t.text[i + 1][:1]
    if after in _CODE_MARKS or after.isdecimal() or after.isupper() or "." in t.text[i]:
        return True
    if low[i - 1] in heads or low[i - 2] in heads or low[i - 3] in heads or low[i - 4] in heads:
        return True
    if t.end[i - 1] == t.start[i] and (t.text[i - 1] in _OPENERS or t.is_word(i - 1)):
        return True
    if low[i + 1] in lex.cues.blocks or low[i + 1] in lex.cues.odds_links or low[i + 3] in lex.cues.coordinate_words:
        return True
    return low[i + 1] in lex.numerals.ordinal_endings or (after.isalpha() and t.end[i] == t.start[i + 1])


def any_code(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """The code or address that number `i` is part of, every rule tried."""
    return (
        _phone(t, i, lex)
        or _isbn(t, i, lex, floor)
        or _docket(t, i, lex, floor)
        or _postcode(t, i, lex, floor)
        or _address(t, i, lex, floor)
        or _coordinates(t, i, lex)
        or _odds(t, i, lex, floor)
        or _dashed(t, i)
    )


def _covered(t: Tokens, i: int, end: int) -> int:
    """The token after the last one that lies before character `end`."""
    last = i + 1
    while last < t.n and t.end[last] <= end:
        last += 1
    return last


def _phone(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """A telephone number that begins at number `i`, or with the mark before it."""
    start = t.start[i]
    while start and t.source[start - 1] in "(+":
        start -= 1
    first = i
    while first and t.start[first - 1] >= start:
        first -= 1
    before = t.low[first - 1] if first else ""
    called = any(low in lex.cues.call_words for low in t.low[max(0, i - _CALL_REACH) : i])
    found = _PHONE.match(t.source, start, start + _REACH) if _goes_on(t, i) or first < i else None
    if found is not None and _GROUPED.match(t.text[i]):
        found = None
    if found is not None and sum(c.isdecimal() for c in found.group()) >= _LEAST_PHONE_DIGITS:
        spaced = not any(mark in found.group() for mark in "()+-.")
        if not spaced or called:
            return Skip(first, _covered(t, i, found.end()), SkipReason.PHONE)
    if called:
        found = _SHORT_PHONE.match(t.source, start, start + _REACH)
        if found is not None:
            return Skip(first, _covered(t, i, found.end()), SkipReason.PHONE)
    if before in lex.cues.call_words:
        alone = not t.is_word(i + 1) or t.low[i + 1] in lex.cues.function_words
        if len(t.text[i]) == 3 and t.text[i].isdecimal() and alone:
            return Skip(i, i + 1, SkipReason.PHONE)
    return None


def _goes_on(t: Tokens, i: int) -> bool:
    """Whether further digits follow number `i` as in a telephone number: "555-0123", "555 0123", "555.0123"."""
    return "." in t.text[i] or t.text[i + 1] in _PHONE_JOINTS or t.is_number(i + 1)


def _isbn(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    if len(t.text[i]) < _ISBN_DIGITS and not _goes_on(t, i):
        return None
    for back in (1, 2, 3, 4):
        if i - back < floor or i - back < 0:
            return None
        if t.low[i - back] in lex.cues.isbn:
            found = _ISBN.match(t.source, t.start[i], t.start[i] + _REACH)
            return None if found is None else Skip(i - back, _covered(t, i, found.end()), SkipReason.ISBN)
    return None


def _docket(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """As in "No. 19-1392", "Case 2:20-cv-01234", "H.R. 3684", "Senate Bill 12"."""
    bill = behind(lex.cues.bill_heads, t, i, floor)
    if bill is not None and t.is_capital(bill[1]) and t.text[i].isdecimal():
        return Skip(bill[1], i + 1, SkipReason.DOCKET)
    found = _DOCKET.match(t.source, t.start[i], t.start[i] + _REACH) if t.glued(i) else None
    if found is None:
        return None
    head = behind(lex.cues.docket_heads, t, i, floor)
    if head is None and t.low[i + 2] in lex.qualifiers.to:
        return None  # "40-to-50 mph"
    coded = "-" in found.group() and (":" in found.group() or found.group().count("-") > 1)
    lettered = any(c.isalpha() for c in found.group())
    if (coded and lettered) or (head is not None and "-" in found.group()):
        first = i if head is None else head[1]
        return Skip(first, _covered(t, i, found.end()), SkipReason.DOCKET)
    return None


def _postcode(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """As in "CA 94105", "Ohio 44114-1234", "SW1A 1AA"."""
    j = i - 1
    if j < floor or j < 0:
        return None
    if t.text[i].isdecimal() and len(t.text[i]) == _SHORT_ZIP and t.low[j] in lex.cues.short_code_states:
        return Skip(i, i + 1, SkipReason.POSTCODE) if t.text[j].isupper() else None
    if t.text[i].isdecimal() and len(t.text[i]) == _ZIP:
        k = j - 1 if t.text[j] == "." and j > floor else j
        if t.low[k] in lex.cues.states and t.is_capital(k) and t.low[i + 1] not in lex.cues.count_nouns:
            extended = t.text[i + 1] == "-" and t.glued(i) and len(t.text[i + 2]) == 4
            if not (t.is_word(i + 1) and not t.is_capital(i + 1) and t.low[i + 1] not in lex.cues.function_words):
                return Skip(i, i + 3 if extended else i + 1, SkipReason.POSTCODE)
    if t.glued(j) and t.is_word(j):
        found = _UK_POSTCODE.match(t.source, t.start[j], t.start[j] + 9)
        if found is not None:
            return Skip(j, _covered(t, i, found.end()), SkipReason.POSTCODE)
    return None


def _address(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """As in "1600 Pennsylvania Avenue", "the 1200 block of Main Street", "P.O. Box 123"."""
    cues = lex.cues
    box = behind(cues.post_box_heads, t, i, floor)
    if box is not None:
        return Skip(box[1], i + 1, SkipReason.ADDRESS)
    if not t.text[i].isdecimal() or len(t.text[i]) > 5:
        return None
    if t.low[i + 1] in cues.blocks and t.low[i + 2] in lex.numerals.of and len(t.text[i]) >= 3:
        return Skip(i, i + 2, SkipReason.ADDRESS)
    k = i + 1
    while k <= i + _STREET_WORDS and (t.is_capital(k) or t.is_number(k) or t.low[k] in lex.numerals.ordinal_endings):
        if k > i + 1 and t.low[k] in cues.streets:
            return Skip(i, k + 1, SkipReason.ADDRESS)
        k += 2 if t.text[k + 1] == "." and t.low[k] in cues.directions else 1
    return None


def _coordinates(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """As in "40.7128° N", "36.7 degrees north latitude", "latitude 36.7"."""
    if t.text[i + 1] in _DEGREES:
        found = _COORDINATE.match(t.source, t.start[i], t.start[i] + _REACH)
        if found is not None:
            return Skip(i, _covered(t, i, found.end()), SkipReason.COORDINATES)
    if (i and t.low[i - 1] in lex.cues.coordinate_words) or (
        i > 1 and t.low[i - 2] in lex.cues.coordinate_words and t.text[i - 1] in "-−:"
    ):
        return Skip(i, i + 1, SkipReason.COORDINATES)
    if t.low[i + 1] in lex.units.names and t.low[i + 3] in lex.cues.coordinate_words:
        return Skip(i, i + 4, SkipReason.COORDINATES)
    return None


def _odds(t: Tokens, i: int, lex: Lexicon, floor: int) -> Skip | None:
    """As in "odds of 5-1", "at 7/2", "a 10-to-1 favorite"."""
    low = t.low
    end = i + 3
    if t.text[i + 1] not in _ODDS_MARKS and low[i + 1] not in lex.cues.odds_links:
        return None
    if t.text[i + 1] in DASHES and low[i + 2] in lex.cues.odds_links and t.text[i + 3] in DASHES:
        end = i + 5
    if not t.text[end - 1].isdecimal() or len(t.text[i]) > 4 or len(t.text[end - 1]) > 2:
        return None
    near = low[max(floor, i - 4, 0) : i] + low[end : end + 2]
    return Skip(i, end, SkipReason.ODDS) if any(word in lex.cues.odds_words for word in near) else None


def _dashed(t: Tokens, i: int) -> Skip | None:
    """Three groups of digits and more, joined by dashes, are the number of a thing: "123-45-6789"."""
    end = i + 1
    while t.text[end] == "-" and t.glued(end - 1) and t.glued(end) and t.text[end + 1].isdecimal() and end < i + 8:
        end += 2
    short = end <= i + 3 or len(t.text[i]) != _GROUP or not t.text[i].isdecimal() or t.is_word(end)
    return None if short or len(t.text[end - 1]) <= _DATE else Skip(i, end, SkipReason.CODE)


def version_at(t: Tokens, i: int, lex: Lexicon) -> Skip | None:
    """Versions and addresses of machines: "1.2.3"."""
    text = t.text[i]
    if i and t.low[i - 1] in lex.cues.version_heads:
        return Skip(i, i + 1, SkipReason.VERSION)
    if text.count(".") >= 2 and "," not in text:
        groups = text.split(".")
        if not all(len(group) == 3 for group in groups[1:]):
            return Skip(i, i + 1, SkipReason.VERSION)
    return None
