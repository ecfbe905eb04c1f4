"""Units and scales that one figure of a sentence tells for its neighbours."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.extract.figure import Figure
from claimcheck.extract.numeral import DASHES
from claimcheck.extract.phrases import behind
from claimcheck.extract.units import unit_after
from claimcheck.language.scan import Tokens
from claimcheck.model.claim import MentionKind
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import COUNT_UNIT, Dimension, Qualifier

_SHARED = frozenset((Dimension.PROPORTION, Dimension.POINTS))
_WHOLES = frozenset((Dimension.MONEY, Dimension.MASS, Dimension.AREA, Dimension.VOLUME, Dimension.LENGTH))
_MOVING = frozenset((Dimension.PROPORTION, Dimension.MONEY))
_THOUSAND = 1000
_NOUN_REACH = 6
_FIFTH, _FIVEFOLD = Decimal("0.2"), Decimal(5)
_SPREAD = 100
_MARGIN_REACH = 8
_OLDEST = 125
_LABEL_WORDS = 5
_LABEL_MARKS = frozenset((":", "|"))
_LINE_MARKS = frozenset(("*", "•", "·", "-", "–", "|"))
_COUNTING = frozenset(("number", "total", "the"))
_CARRY_REACH = 6
_CARRIED = frozenset((Dimension.AREA, Dimension.MASS, Dimension.LENGTH, Dimension.VOLUME, Dimension.SPEED))
_OPPOSING = frozenset(("compared with", "compared to", "up from", "down from", ", against", ", versus", ", from"))
_SENTENCE_MARKS = frozenset((";", ".", ":"))
_LIKELY = 8
_TWICE = 2
_MOST_BETWEEN = 5
_RIVAL_REACH = 12
_HUNDRED = 100
_TEN = 10


def take_labels(t: Tokens, figures: Sequence[Figure], lex: Lexicon) -> None:
    """Give bare numbers behind a label the unit that heads it: "Acres burned: 83,933"."""
    for figure in figures:
        _take_label(t, figure, lex)


def share(t: Tokens, figures: Sequence[Figure], lex: Lexicon) -> None:
    """Give every figure the unit and the scale that a neighbour tells for both."""
    _share_units(t, figures, lex)
    _share_money(t, figures, lex)
    _share_brackets(t, figures)
    _share_back(t, figures, lex)
    _share_rivals(t, figures, lex)
    _share_whole(t, figures, lex)
    _carry_scale(t, figures, lex)
    _carry_units(t, figures, lex)
    _share_ages(t, figures, lex)


def take_strengths(t: Tokens, figures: Sequence[Figure], lex: Lexicon) -> None:
    """Give bare decimals the unit in which the noun behind them is told ("the 7.0 earthquake"), and those in a list
    that of the one before ("of magnitude 6.3, 5.9 and 5.5").
    """
    for index, figure in enumerate(figures):
        unit = lex.units.strengths.get(t.low[figure.end])
        before = figures[index - 1] if index else None
        if before is not None and before.unit.dimension is Dimension.MAGNITUDE:
            link = t.low[before.end : figure.first]
            unit = (
                before.unit.id if link and all(low == "," or low in lex.numerals.conjunctions for low in link) else unit
            )
        value = figure.numeral.value
        if unit is not None and figure.is_bare and value is not None and "." in t.text[figure.first] and value < _TEN:
            figure.unit = lex.units.by_id[unit]


def _share_units(t: Tokens, figures: Sequence[Figure], lex: Lexicon) -> None:
    """As in "41, 44 and 52 percent", "8,000, 10,000, and 12,000 BTU": the unit at the end of a list is that of all."""
    for index in range(len(figures) - 1, 0, -1):
        last, before = figures[index], figures[index - 1]
        if last.is_bare and not last.numeral.scaled:
            continue
        link = t.low[before.end : last.first]
        if (
            last.signed
            or not before.is_bare
            or before.kind is not MentionKind.AMOUNT
            or not (_lists(t, before, link, lex) or _leads_to(t, before, last, link, lex))
        ):
            continue
        if not _alike(before, last):
            continue
        if last.unit is not COUNT_UNIT:
            before.unit, before.scale, before.per = last.unit, last.scale, last.per
        if last.numeral.scaled and not before.numeral.scaled and before.numeral.value is not None:
            before.numeral = before.numeral.times(last.numeral.scale)


def _share_whole(t: Tokens, figures: Sequence[Figure], lex: Lexicon) -> None:
    """As in "120 million of the 310 billion won", "4 of the 10 tonnes": the part has the unit of its whole."""
    for part, whole in pairwise(figures):
        link = t.low[part.end : whole.first]
        of_it = len(link) in (1, 2) and link[0] in lex.numerals.of and link[-1] in lex.numerals.of | lex.cues.anaphora
        if not of_it or not part.is_bare or part.numeral.part or part.kind is not MentionKind.AMOUNT:
            continue
        if whole.unit.dimension in _WHOLES and whole.numeral.value is not None and whole.upper is None:
            part.unit, part.scale = whole.unit, whole.scale


def _take_label(t: Tokens, figure: Figure, lex: Lexicon) -> None:
    """The unit that heads the label of a bare number: "Acres burned: 83,933", "Percent contained | 85", "83,933: acres
    burned".
    """
    if not figure.is_bare:
        return
    mark = figure.first - 1
    behind = t.text[figure.end] == ":" and (mark < 0 or t.text[mark] in _LINE_MARKS)
    if mark >= 1 and t.text[mark] in _LABEL_MARKS:
        start = mark
        while start > 0 and mark - start < _LABEL_WORDS and t.is_word(start - 1):
            start -= 1
        end = mark
    elif behind:
        start, end = figure.end + 1, len(t.text)
    else:
        return
    while start < end and (t.low[start] in _COUNTING or t.low[start] in lex.numerals.of):
        start += 1
    head = unit_after(t, start, lex)
    if head is None or head.at > end:
        return
    named = head.unit.dimension in _CARRIED and t.low[start].endswith("s")
    if named or head.unit.dimension is Dimension.PROPORTION:
        figure.unit, figure.scale = head.unit, head.scale


def _carry_units(t: Tokens, figures: Sequence[Figure], lex: Lexicon) -> None:
    """As in "from 2,500 acres on Friday to 50,000", "1.2 million acres, compared with 800,000 last year": a bare number
    that one with a unit is set against has its unit.
    """
    for before, last in pairwise(figures):
        if before.unit.dimension not in _CARRIED or not last.is_bare or last.numeral.value is None:
            continue
        link = t.low[before.end : last.first]
        led = before.first > 0 and t.low[before.first - 1] in lex.qualifiers.from_words
        opposed = " ".join(link[-2:]) in _OPPOSING or (led and link[-1:] == ["to"])
        near = len(link) <= _CARRY_REACH and _SENTENCE_MARKS.isdisjoint(link)
        if opposed and near and _stands_alone(t, last, lex) and _alike(before, last):
            last.unit, last.scale = before.unit, before.scale


def _leads_to(t: Tokens, before: Figure, last: Figure, link: list[str], lex: Lexicon) -> bool:
    """As in "rose from 61.2 (in 2014) to 64.8 percent", "won by 52 to 48 percent", "a 55-45 percent vote": two figures
    of one measure, of which the second alone has its name.
    """
    low, high = before.numeral.value, last.numeral.value
    if low is None or high is None or before.numeral.scaled:
        return False
    high = high / last.numeral.scale if last.numeral.scaled else high
    head = t.low[before.first - 1] if before.first else ""
    if link[-1:] == ["to"] and head in lex.qualifiers.from_words and len(link) <= _MOST_BETWEEN:
        return low <= high * _LIKELY and high <= low * _LIKELY
    falls = last.unit.dimension in _SHARED and low > high and len(link) == 1
    return falls and (link[0] in DASHES or (link[0] == "to" and head not in lex.qualifiers.change))


def _share_back(t: Tokens, figures: Sequence[Figure], lex: Lexicon) -> None:
    """As in "cut to 1.06 billion euros from 1.2 billion", "4.1 percent, against 3.8 in May": a bare number that is set
    against a measured one is of its unit, and of its scale where that makes the two alike.
    """
    for before, last in pairwise(figures):
        if before.unit is COUNT_UNIT or before.unit.dimension is Dimension.DURATION or not last.is_bare:
            continue
        if last.kind is not MentionKind.AMOUNT or before.kind is not MentionKind.AMOUNT or last.upper is not None:
            continue
        if not _sets_against(t, before, last, lex) or not _stands_alone(t, last, lex):
            continue
        numeral = last.numeral
        if before.numeral.scaled and not numeral.scaled:
            numeral = numeral.times(before.numeral.scale)
        low, high = before.numeral.value, numeral.value
        if low and high and not numeral.part and low <= high * _LIKELY and high <= low * _LIKELY:
            last.numeral, last.unit, last.scale, last.per = numeral, before.unit, before.scale, before.per


def _share_rivals(t: Tokens, figures: Sequence[Figure], lex: Lexicon) -> None:
    """As in "Macron won 66.1 percent of the votes, Le Pen 33.9": a bare number with decimals right behind a name, in a
    sentence that tells shares, is one.
    """
    for before, last in pairwise(figures):
        if before.unit.dimension is not Dimension.PROPORTION or not last.is_bare or last.kind is not MentionKind.AMOUNT:
            continue
        value, between = last.numeral.value, t.low[before.end : last.first]
        named = t.is_capital(last.first - 1) and last.first > before.end and len(between) <= _RIVAL_REACH
        apart = not _SENTENCE_MARKS.isdisjoint(between) or not {",", "and", "to"} & set(between)
        decimals = value is not None and value != value.to_integral_value() and value < _HUNDRED
        if named and decimals and not apart and _stands_alone(t, last, lex):
            last.unit = before.unit


def _sets_against(t: Tokens, before: Figure, last: Figure, lex: Lexicon) -> bool:
    """Whether nothing but words of a comparison stands between two figures: ", up from", ", against"."""
    link = behind(lex.qualifiers.set_before, t, last.first, before.end)
    return link is not None and all(low == "," for low in t.low[before.end : link[1]])


def _carry_scale(t: Tokens, figures: Sequence[Figure], lex: Lexicon) -> None:
    """As in "dropped from 221.64 million to 221.8": the number that a large one moved to has its scale."""
    for before, last in pairwise(figures):
        led = before.first > 0 and t.low[before.first - 1] in lex.qualifiers.from_words
        if not led or not before.is_bare or not before.numeral.scaled or t.low[before.end : last.first] != ["to"]:
            continue
        if not last.is_bare or last.numeral.scaled or last.numeral.part or not _stands_alone(t, last, lex):
            continue
        low, high = before.numeral.value, last.numeral.times(before.numeral.scale).value
        if low and high and low <= high * _TWICE and high <= low * _TWICE:
            last.numeral = last.numeral.times(before.numeral.scale)


def _stands_alone(t: Tokens, figure: Figure, lex: Lexicon) -> bool:
    """Whether no noun that the figure could count stands behind it."""
    low = t.low[figure.end]
    return low != "of" and (not t.is_word(figure.end) or low in lex.cues.function_words)


def _moves(t: Tokens, before: Figure, link: list[str], last: Figure, lex: Lexicon) -> bool:
    """Whether a share or a sum moved from the first figure to the last one: "from 14.1 to 15.6 percent"."""
    if last.unit.dimension not in _MOVING or not before.first:
        return False
    started = t.low[before.first - 1] in lex.qualifiers.from_words
    return started and len(link) == 1 and link[0] in lex.qualifiers.to - lex.qualifiers.spans_of_time


def _share_money(t: Tokens, figures: Sequence[Figure], lex: Lexicon) -> None:
    """As in "rose from $1.2 to $1.4 billion": the scale of the last sum is that of the first one."""
    for before, last in pairwise(figures):
        if _started(t, before, last, lex):
            before.unit, before.scale = last.unit, last.scale
        if before.unit.dimension is not Dimension.MONEY or before.per is not None:
            continue
        _share_scale(t, before, last, lex)
        _share_rival(t, before, last, lex)
        if not last.is_bare:
            continue
        if not (before.numeral.scaled and last.numeral.scaled) or last.kind is not MentionKind.AMOUNT:
            continue
        start = _over_noun(t, before.end, last.first, lex)
        link = behind(lex.qualifiers.set_before, t, start, before.end)
        apart = t.is_word(last.end) and t.low[last.end] not in lex.cues.function_words
        if link is None or apart or not _only_when(t, before.end, link[1], lex):
            continue
        last.unit, last.scale = before.unit, before.scale


def _started(t: Tokens, before: Figure, last: Figure, lex: Lexicon) -> bool:
    """Whether a bare number leads to a sum right behind it: "fell to 18 million from 73 million euros"."""
    if last.unit.dimension is not Dimension.MONEY or last.signed or not before.is_bare:
        return False
    scaled = before.numeral.scaled and last.numeral.scaled and before.kind is MentionKind.AMOUNT
    link = behind(lex.qualifiers.set_before, t, last.first, before.end)
    return scaled and link is not None and link[1] == before.end


def _only_when(t: Tokens, first: int, end: int, lex: Lexicon) -> bool:
    """Whether nothing but a comma, or a year with its preposition, stands from `first` to before `end`."""
    words = [at for at in range(first, end) if t.low[at] != ","]
    year = len(words) == 2 and t.low[words[0]] in lex.cues.function_words and t.text[words[1]].isdecimal()
    return not words or (year and len(t.text[words[1]]) == 4)


def _over_noun(t: Tokens, floor: int, end: int, lex: Lexicon) -> int:
    """Where "a loss of" begins that ends at token `end`; `end` itself for anything else."""
    if t.low[end - 1] not in lex.numerals.of:
        return end
    for first in range(end - 2, max(floor, end - _NOUN_REACH), -1):
        if t.low[first] in lex.numerals.articles:
            return first
        if not t.is_word(first):
            break
    return end


def _share_brackets(t: Tokens, figures: Sequence[Figure]) -> None:
    """As in "SEK 12,340 million (11,957)": the same sum at another time, as reports write it."""
    for before, last in pairwise(figures):
        value = before.numeral.value
        if before.unit.dimension is not Dimension.MONEY or not before.numeral.scaled or not last.is_bare or not value:
            continue
        alone = t.text[last.first - 1] == "(" and t.text[last.end] == ")" and before.end == last.first - 1
        if not alone or last.numeral.value is None or last.numeral.scaled:
            continue
        sized = last.numeral.value * before.numeral.scale / value
        if _FIFTH < sized < _FIVEFOLD:
            last.numeral = last.numeral.times(before.numeral.scale)
            last.unit, last.scale = before.unit, before.scale


def _share_scale(t: Tokens, before: Figure, last: Figure, lex: Lexicon) -> None:
    value, scale = before.numeral.value, last.numeral.scale
    if not last.signed or last.unit is not before.unit or not last.numeral.scaled or before.numeral.scaled:
        return
    small = value is not None and value < _THOUSAND
    if small and before.upper is None and _moves(t, before, t.low[before.end : last.first], last, lex):
        before.numeral = before.numeral.times(scale)


def _share_rival(t: Tokens, before: Figure, last: Figure, lex: Lexicon) -> None:
    """As in "$14.2 billion vs. $13.984 expected": a sum that is set right against another one is told in its scale."""
    numeral = last.numeral
    if not last.signed or last.unit is not before.unit or not before.numeral.scaled or numeral.scaled:
        return
    if last.per is not None or last.kind is not MentionKind.AMOUNT or last.upper is not None:
        return
    low, high = before.numeral.value, numeral.times(before.numeral.scale).value
    alike = low and high and low <= high * _TWICE and high <= low * _TWICE
    if alike and _sets_against(t, before, last, lex):
        last.numeral = numeral.times(before.numeral.scale)


def _share_ages(t: Tokens, figures: Sequence[Figure], lex: Lexicon) -> None:
    """As in "aged 41 and 38": bare numbers listed after an age are ages too."""
    for before, last in pairwise(figures):
        value = last.numeral.value
        if before.kind is not MentionKind.AGE or not last.is_bare or value is None or value > _OLDEST:
            continue
        alone = not t.is_word(last.end) or t.low[last.end] in lex.cues.function_words
        link = [low for low in t.low[before.end : last.first] if low != ","]
        if alone and before.first and t.low[before.first - 1] in lex.cues.age_heads and _only(link, lex):
            last.kind, last.unit = MentionKind.AGE, before.unit


def _only(link: list[str], lex: Lexicon) -> bool:
    return len(link) == 1 and link[0] in lex.numerals.conjunctions | lex.qualifiers.alternatives


def _lists(t: Tokens, before: Figure, link: list[str], lex: Lexicon) -> bool:
    """Whether the words between two figures only list them; a comma alone does inside a list that has its "and"."""
    joined = parted = False
    for low in link:
        if low == "/" or low in lex.numerals.conjunctions or low in lex.qualifiers.alternatives:
            joined = True
        elif low == ",":
            parted = True
        elif low not in DASHES:
            return False
    return joined or (parted and _list_follows(t, before, lex))


def _list_follows(t: Tokens, before: Figure, lex: Lexicon) -> bool:
    """Whether further numbers after a comma end in an "and": "41, 44 and 52"."""
    k = before.end
    for _ in range(2 * _MARGIN_REACH):
        if t.low[k] in lex.numerals.conjunctions or t.low[k] in lex.qualifiers.alternatives:
            return True
        if (
            t.text[k] != ","
            and t.text[k] not in DASHES
            and not t.is_number(k)
            and t.low[k] not in lex.numerals.cardinals
        ):
            return False
        k += 1
    return False


def _alike(before: Figure, last: Figure) -> bool:
    """Whether two figures could be of one list: percentages up to a hundred, others within two powers of ten."""
    low, high = before.numeral.value, last.numeral.value if last.upper is None else last.upper.value
    if low is None or high is None or before.negative or before.qualifier is not Qualifier.EXACT:
        return False
    if before.upper is not None or before.numeral.part:
        return False
    if last.numeral.scaled:
        high /= last.numeral.scale
    if last.unit.dimension in _SHARED:
        return low <= _SPREAD
    return low <= high * _SPREAD and high <= low * _SPREAD
