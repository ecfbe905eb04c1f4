"""The verdicts, an ordered ladder: the first rung that holds decides a pair."""

from collections.abc import Callable

from claimcheck.compare.agree import bounded, converted, loose_bound, ratio_of, rounded, same
from claimcheck.compare.composed import composed
from claimcheck.compare.facets import incomparable, separate_forecasts
from claimcheck.compare.pair import Pair
from claimcheck.compare.superseded import superseded
from claimcheck.model.claim import both_claimed
from claimcheck.model.finding import Comparison, Verdict

Rung = Callable[[Pair], str | None]
"""The reason why the rung's verdict holds, in words; None when it does not."""


def disputed(pair: Pair) -> str | None:
    """Two named claimants give figures that cannot both be true; one number at two scales is nobody's dispute."""
    a, b = pair.a.attribution, pair.b.attribution
    if a is None or b is None or not both_claimed(pair.a, pair.b) or pair.rescaled:
        return None
    return f"{a.label} says {pair.surfaces[0]}, {b.label} says {pair.surfaces[1]}"


def conflict(pair: Pair) -> str:
    """Everything else: no value is allowed by both."""
    times = ratio_of(pair)
    far = "" if times is None or times < 2 else f", {times:.1f} times apart"
    return f"no value is both {pair.surfaces[0]} and {pair.surfaces[1]}{far}"


LADDER: tuple[tuple[Verdict, Rung], ...] = (
    (Verdict.NOT_COMPARABLE, incomparable),
    (Verdict.SAME, same),
    (Verdict.CONVERTED, converted),
    (Verdict.ROUNDED, rounded),
    (Verdict.BOUNDED, bounded),
    (Verdict.NOT_COMPARABLE, separate_forecasts),
    (Verdict.COMPOSED, composed),
    (Verdict.SUPERSEDED, superseded),
    (Verdict.LOOSE_BOUND, loose_bound),
    (Verdict.DISPUTED, disputed),
    (Verdict.CONFLICT, conflict),
)


def judge(pair: Pair) -> Comparison:
    """The pair's verdict with its reason."""
    for verdict, rung in LADDER:
        why = rung(pair)
        if why is not None:
            return Comparison(a=pair.a.id, b=pair.b.id, verdict=verdict, why=why)
    raise AssertionError("the ladder's last rung always holds")
