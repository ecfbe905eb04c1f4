"""What neighbouring figures of one sentence say of each other: shared units, two bounds of one figure, margins."""

from collections.abc import Sequence
from itertools import pairwise

from claimcheck.extract.figure import Figure
from claimcheck.extract.points import settle_points
from claimcheck.extract.rates import is_counted, rate_after
from claimcheck.extract.shared import share, take_labels, take_strengths
from claimcheck.language.scan import Tokens
from claimcheck.model.lexicon import Lexicon
from claimcheck.model.quantity import COUNT_UNIT, Dimension, Qualifier, UnitId

_MARGIN_REACH = 8
_MOST_NOUNS = 3


def join(t: Tokens, figures: list[Figure], lex: Lexicon) -> list[Figure]:
    """The figures of a sentence, in order, each with what it takes from its neighbours."""
    settle_points(t, figures, lex)
    take_labels(t, figures, lex)
    take_strengths(t, figures, lex)
    if len(figures) < 2:
        return figures
    share(t, figures, lex)
    _spread_margin(t, figures, lex)
    _spread_speed(t, figures, lex)
    joined = [figures[0]]
    for figure in figures[1:]:
        if not _bounded_both_ways(t, joined[-1], figure, lex):
            joined.append(figure)
    return joined


def _spread_margin(t: Tokens, figures: Sequence[Figure], lex: Lexicon) -> None:
    """As in "… 52 percent, with a margin of error of 3 points": the margin belongs to the percentages before it."""
    if lex.qualifiers.margin_heads.isdisjoint(t.low):
        return
    for index, figure in enumerate(figures):
        head = t.low[max(0, figure.first - _MARGIN_REACH) : figure.first]
        if not any(low in lex.qualifiers.margin_heads for low in head) or figure.numeral.value is None:
            continue
        for earlier in figures[:index]:
            if earlier.unit.dimension is Dimension.PROPORTION and earlier.margin is None and not earlier.numeral.part:
                earlier.margin = figure.numeral.value


def _spread_speed(t: Tokens, figures: Sequence[Figure], lex: Lexicon) -> None:
    """As in "12,300 miles (19,795 km) per hour": what stands behind the bracket makes speeds of both."""
    for first, second in pairwise(figures):
        restated = t.text[first.end] == "(" and second.first == first.end + 1 and t.text[second.end] == ")"
        bare = first.per is second.per is None
        rate = rate_after(t, second.end + 1, lex) if restated and bare else None
        known = [lex.units.by_id.get(UnitId(f"{f.unit.id} per {rate[0]}")) for f in (first, second)] if rate else []
        if all(known):
            for figure, speed in zip((first, second), known, strict=False):
                figure.unit = speed or figure.unit


def _bounded_both_ways(t: Tokens, first: Figure, second: Figure, lex: Lexicon) -> bool:
    """Merge "more than 40 but fewer than 60" into the first figure; whether that was done."""
    lower, upper = first, second
    if first.qualifier.is_upper_bound and second.qualifier.is_lower_bound:
        lower, upper = second, first
    if not (lower.qualifier.is_lower_bound and upper.qualifier.is_upper_bound):
        return False
    low, high = lower.numeral.value, upper.numeral.value
    if low is None or high is None or low >= high or first.signed != second.signed:
        return False
    if not _contrasted(t, first, second, lex) or not _one_unit(first, second):
        return False
    unit = first.unit if first.unit is not COUNT_UNIT else second.unit
    first.unit, first.scale, first.per = (
        unit,
        first.scale if first.unit is unit else second.scale,
        first.per or second.per,
    )
    first.open_ends = (lower.qualifier is Qualifier.MORE_THAN, upper.qualifier is Qualifier.LESS_THAN)
    first.numeral, first.upper = lower.numeral, upper.numeral
    first.end, first.number_end, first.qualifier = second.end, second.number_end, Qualifier.BETWEEN
    return True


def _one_unit(first: Figure, second: Figure) -> bool:
    return first.unit.id == second.unit.id or COUNT_UNIT in (first.unit, second.unit)


def _contrasted(t: Tokens, first: Figure, second: Figure, lex: Lexicon) -> bool:
    """Whether "but" or "and", perhaps after the counted noun, stands between two bounds."""
    link = [low for low in t.low[first.end : second.first] if low != ","]
    if not link:
        return False
    if len(link) == 1:
        return link[0] in lex.qualifiers.contrast or link[0] in lex.qualifiers.conjunctions
    noun_ahead = is_counted(t.low[second.end], lex)
    return link[-1] in lex.qualifiers.contrast and len(link) <= _MOST_NOUNS and not noun_ahead
