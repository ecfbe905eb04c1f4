"""The rungs on which two figures agree: same, converted, rounded, bounded; and the bound that says little."""

from decimal import Decimal

from claimcheck.compare.intervals import Reading, is_bound, ratio, read, share_apart
from claimcheck.compare.pair import Pair
from claimcheck.compare.rounding import conversion_window, converts, headline_rounds, rounds, window
from claimcheck.model.claim import Claim, MentionKind
from claimcheck.model.digits import dropped, significant_digits, transposed
from claimcheck.model.quantity import Dimension, Qualifier
from claimcheck.model.text import SentenceKind

_APPROXIMATE = frozenset({Qualifier.ABOUT})
_TELLING_DIGITS = 2


def same(pair: Pair) -> str | None:
    """One figure, printed twice: equal bare numbers, or equal words about them, in one unit."""
    a, b = pair.left, pair.right
    if pair.a.quantity.unit.id != pair.b.quantity.unit.id:
        return None
    if a.exact and b.exact:
        return f"both say {pair.surfaces[0]}" if a.value == b.value else None
    if a.qualifier is b.qualifier and a.interval == b.interval and a.value == b.value:
        return f"{pair.surfaces[0]} and {pair.surfaces[1]} say the same"
    return None


def converted(pair: Pair) -> str | None:
    """One figure in two units, at the coarser of the two written precisions."""
    a, b = pair.left, pair.right
    if a.value is None or b.value is None:
        return None
    if pair.a.quantity.unit.id == pair.b.quantity.unit.id:
        return _both_converted(pair)
    if is_bound(a.qualifier) or is_bound(b.qualifier):
        return None
    if not converts(a, b, pair.policy):
        return None
    return f"{pair.surfaces[0]} and {pair.surfaces[1]} are one figure in two units"


def rounded(pair: Pair) -> str | None:
    """One figure at two precisions, an approximate one that takes in the other, or a difference the rules tolerate."""
    a, b = pair.left, pair.right
    if a.exact and b.exact:
        return _exact_rounded(pair)
    if _transposed(pair):
        return None
    if _APPROXIMATE & {a.qualifier, b.qualifier} and not _loose(pair) and _meet(pair) and not _only_edges_meet(pair):
        return f"{pair.surfaces[0]} and {pair.surfaces[1]} agree at the precision they claim"
    return None


def bounded(pair: Pair) -> str | None:
    """A hedged figure that admits the other and stands close to it."""
    if (pair.left.exact and pair.right.exact) or _transposed(pair):
        return None
    if _same_but_hedged(pair):
        return f"{pair.surfaces[0]} and {pair.surfaces[1]} are the same figure, hedged once"
    if _hedged_and_rounded(pair):
        return f"{pair.surfaces[0]} and {pair.surfaces[1]} are the same figure, hedged once and rounded once"
    if _loose(pair) or not _meet(pair) or fallen(pair):
        return None
    return f"{pair.surfaces[0]} and {pair.surfaces[1]} admit each other"


def _transposed(pair: Pair) -> bool:
    """Whether the hedged figures are one number with two digits swapped ("some 17,800", "18,700"): too exact for their
    hedge to mean the other.
    """
    a, b = pair.a.quantity, pair.b.quantity
    hedges = {a.qualifier, b.qualifier}
    return a.unit.id == b.unit.id and hedges <= {Qualifier.EXACT, *_APPROXIMATE} and transposed(a.value, b.value)


def loose_bound(pair: Pair) -> str | None:
    """A bound that admits the other figure but stands too far away to be about the same count. Two bounds that are one
    number but for a slip of the keyboard ("more than $48 million", "more than $148 million") are none.
    """
    if not (_loose(pair) and _meet(pair)) or pair.rescaled or _one_slip_apart(pair):
        return None
    times = ratio_of(pair)
    far = "" if times is None else f", {times:.1f} times apart"
    return f"{pair.surfaces[0]} and {pair.surfaces[1]} admit each other{far}: a bound that loose says little"


def fallen(pair: Pair) -> bool:
    """Whether what only grows is told as a little less some days later: "at least 63" have been counted after "at least
    64". Of what was counted a lower bound says no less than a bare number; one far lower is about something else.
    """
    first, second = pair.a.as_of, pair.b.as_of
    if not (pair.a.metric.grows and pair.b.metric.grows) or first is None or second is None:
        return False
    if abs((first - second).days) <= 1:
        return False
    early, late = (pair.left, pair.right) if first < second else (pair.right, pair.left)
    before, after = counted(early), counted(late)
    if late.qualifier is not Qualifier.AT_LEAST or before is None or after is None:
        return False
    return after < before <= after * pair.policy.clear_ratio


def counted(reading: Reading) -> Decimal | None:
    """The number of what has been counted: a bare one, or a lower bound that is not round ("at least 63", not "at least
    60"); None for anything else.
    """
    told = reading.exact or reading.qualifier is Qualifier.AT_LEAST
    return reading.value if told and reading.step <= reading.fine else None


def ratio_of(pair: Pair) -> Decimal | None:
    """How many times the larger figure is the smaller one, by their printed numbers or nearest ends."""
    a, b = representative(pair.left), representative(pair.right)
    return None if a is None or b is None else ratio(a, b)


def representative(reading: Reading) -> Decimal | None:
    """One number for a reading: the printed one, or else a finite end."""
    if reading.value is not None:
        return reading.value
    return reading.interval.low if reading.interval.low is not None else reading.interval.high


def _exact_rounded(pair: Pair) -> str | None:
    a, b = pair.left, pair.right
    if pair.a.quantity.unit.id == pair.b.quantity.unit.id:
        how = rounds(a, b, pair.policy) or _in_headline(pair)
        if how is not None:
            coarse, fine = pair.surfaces if a.step > b.step else tuple(reversed(pair.surfaces))
            return f"{coarse} is {fine}, {how}"
    if _by_calendar(pair):
        return f"{pair.surfaces[0]} and {pair.surfaces[1]} may count one time from either end"
    if _exchanged(pair):
        return f"{pair.surfaces[0]} and {pair.surfaces[1]} restate another currency, each at a rate of its own"
    if _margin(pair) and a.interval.meets(b.interval):
        return f"{pair.surfaces[0]} and {pair.surfaces[1]} lie within the stated margin of error"
    return _tolerated(pair)


def _by_calendar(pair: Pair) -> bool:
    """Whether two times in months or years are one apart, as what began in June is in its sixth month in November, and
    five months old; an age is no such time.
    """
    a, b, rounding = pair.a.quantity, pair.b.quantity, pair.policy.rounding
    if (
        a.unit.id != b.unit.id
        or a.unit.id not in rounding.calendar_units
        or MentionKind.AGE in (pair.a.kind, pair.b.kind)
    ):
        return False
    if a.value is None or b.value is None or max(a.value, b.value) > rounding.calendar_up_to:
        return False
    return abs(a.value - b.value) <= 1


def _in_headline(pair: Pair) -> str | None:
    """Headlines round to their own zeros sooner than texts do: "250-lb load" over 254 pounds."""
    coarse, fine = sorted((pair.a, pair.b), key=lambda claim: claim.quantity.step, reverse=True)
    head = coarse.sentence.kind is SentenceKind.HEADLINE
    return "as headlines round" if head and headline_rounds(coarse, fine, pair.policy.rounding) else None


def _exchanged(pair: Pair) -> bool:
    """Whether one is a sum in brackets behind another currency, and the two differ by no more than rates do."""
    money = pair.a.quantity.unit.dimension is Dimension.MONEY
    if not money or (pair.a.restates is None and pair.b.restates is None):
        return False
    a, b = pair.left.value, pair.right.value
    return a is not None and b is not None and share_apart(a, b) <= pair.policy.exchange


def _tolerated(pair: Pair) -> str | None:
    tolerance = max(pair.policy.tolerances.get(c.metric.name, Decimal(0)) for c in (pair.a, pair.b))
    if not tolerance or pair.left.value is None or pair.right.value is None:
        return None
    if share_apart(pair.left.value, pair.right.value) > tolerance:
        return None
    return f"{pair.surfaces[0]} and {pair.surfaces[1]} are within the tolerance of {tolerance * 100:f} percent"


def _margin(pair: Pair) -> bool:
    return pair.a.margin is not None or pair.b.margin is not None


def _meet(pair: Pair) -> bool:
    one_unit = pair.a.quantity.unit.id == pair.b.quantity.unit.id
    if one_unit and _against(pair):
        a, b = pair.left.interval, pair.right.interval
        return a.meets(b) and not _touch(pair)
    widen = window if one_unit else conversion_window
    return widen(pair.left, pair.policy).meets(widen(pair.right, pair.policy))


def _only_edges_meet(pair: Pair) -> bool:
    """Whether two approximate figures allow a value between them, but neither the other's own number: "about 1.5
    million" and "about 2 million".
    """
    a, b = pair.left, pair.right
    if not {a.qualifier, b.qualifier} <= _APPROXIMATE or a.value is None or b.value is None:
        return False
    return not (a.interval.contains(b.value) or b.interval.contains(a.value))


def _against(pair: Pair) -> bool:
    return pair.left.qualifier.faces(pair.right.qualifier)


def _touch(pair: Pair) -> bool:
    """Whether the two share a single point: "up to 30,000" and "30,000 or more" cannot both be meant, while "no more
    than six" and "at least six" are six.
    """
    a, b = pair.left.interval, pair.right.interval
    one = (a.high is not None and a.high == b.low) or (b.high is not None and b.high == a.low)
    return one and pair.left.step > pair.left.fine


def _same_but_hedged(pair: Pair) -> bool:
    a, b = pair.left, pair.right
    equal = a.value is not None and a.value == b.value
    return equal and not _against(pair)


def _hedged_and_rounded(pair: Pair) -> bool:
    """Whether a bare number is the hedged one rounded: "6,000" beside "as many as 5,901"."""
    for bare, hedged in ((pair.left, pair.right), (pair.right, pair.left)):
        coarser = bare.exact and not hedged.exact and bare.step > hedged.step
        if coarser and pair.a.quantity.unit.id == pair.b.quantity.unit.id:
            return rounds(bare, hedged.bare(), pair.policy) is not None
    return False


def _loose(pair: Pair) -> bool:
    if not (is_bound(pair.left.qualifier) or is_bound(pair.right.qualifier)):
        return False
    times = ratio_of(pair)
    return times is not None and times > pair.policy.loose_bound_ratio


def _one_slip_apart(pair: Pair) -> bool:
    """Whether two bounds to one side have the same digits at two scales, or one has a digit more; single digits are
    alike by chance.
    """
    a, b = pair.left, pair.right
    if a.value is None or b.value is None or not is_bound(a.qualifier) or not is_bound(b.qualifier) or _against(pair):
        return False
    if pair.a.quantity.unit.id != pair.b.quantity.unit.id:
        return False
    short, long = sorted((significant_digits(a.value), significant_digits(b.value)), key=len)
    return len(short) >= _TELLING_DIGITS and (short == long or dropped(short, long))


def _both_converted(pair: Pair) -> str | None:
    """Two conversions of one figure: "16,466 pounds" and "16,468 pounds" beside "7,469 kilograms"."""
    a, b = pair.left, pair.right
    if pair.a.quantity.unit.dimension is Dimension.COUNT or not (a.exact and b.exact) or a.value == b.value:
        return None
    apart = share_apart(a.value or Decimal(0), b.value or Decimal(0))
    if apart <= pair.policy.conversion.round_cap / 2 and _restated_alike(pair):
        return f"{pair.surfaces[0]} and {pair.surfaces[1]} are told again as one figure in another unit"
    if apart > 2 * pair.policy.conversion.slip:
        return None
    for anchor in pair.group:
        if anchor.quantity.unit.id != pair.a.quantity.unit.id and _converts_to_both(anchor, pair):
            return f'{pair.surfaces[0]} and {pair.surfaces[1]} both convert from "{anchor.quantity.surface}"'
    return None


def _restated_alike(pair: Pair) -> bool:
    """Whether both are told again in brackets as one and the same figure: "525 feet (160 m)" and "530 feet (160 m)"."""
    again = [_again(claim, pair) for claim in (pair.a, pair.b)]
    return bool(again[0] & again[1])


def _again(claim: Claim, pair: Pair) -> frozenset[tuple[Decimal | None, str]]:
    """The numbers, with their units, that the claim's article tells it by a second time, or the first."""
    twins = (c for c in pair.beside if c.restates == claim.id or claim.restates == c.id)
    return frozenset((c.quantity.value, str(c.quantity.unit.id)) for c in twins)


def _converts_to_both(anchor: Claim, pair: Pair) -> bool:
    if not anchor.quantity.unit.comparable_to(pair.a.quantity.unit):
        return False
    reading = read(anchor)
    if not reading.exact:
        return False
    return converts(reading, pair.left, pair.policy) and converts(reading, pair.right, pair.policy)
