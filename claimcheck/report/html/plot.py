"""The figures of several sources on one axis: a dot for what is printed, a bar for what it allows.

Places on the axis are percentages, so that a drawing is as wide as the page lets it be; rows are text beside a drawing
each, so that long names wrap and a screen reader has every figure. The lines of the ticks are the style sheet's: ticks
are evenly spaced, and a class says how many there are.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.quantity import Dimension, Interval, Unit
from claimcheck.report.html.markup import NOTHING, Html, join, lines, tag
from claimcheck.report.html.scale import Axis, axis, readable
from claimcheck.report.view import Places, circumstances, figure

SUSPECT_WORD = "suspect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A claim on the axis, in the axis' unit. `value` is None for a range; an end of `allowed` that is None is open.
    `times` counts how often the article prints this figure.
    """

    claim: Claim
    value: Decimal | None
    allowed: Interval
    times: int = 1


def plot(claims: Sequence[Claim], places: Places, labels: Mapping[ClaimId, str]) -> Html:
    """The plot of these claims, NOTHING where fewer than two share an axis. `labels` has the word for a claim's side,
    if it has one ("suspect", "side A").
    """
    unit = _unit(claims)
    marks = _marks(claims, unit) if unit is not None else ()
    scale = axis(_extent(marks), whole=unit is not None and unit.dimension is Dimension.COUNT and _whole(marks))
    if unit is None or scale is None or len(marks) < 2:
        return NOTHING
    grows = any(mark.claim.metric.grows for mark in marks)
    rows = (_row(mark, scale, places, labels.get(mark.claim.id, "")) for mark in _ordered(marks, places, grows=grows))
    caption = _caption(marks, unit, scale, grows=grows)
    return tag("figure", tag("figcaption", caption), tag("ol", join(rows, "\n")), _axis(scale), class_="plot")


def _unit(claims: Sequence[Claim]) -> Unit | None:
    """The unit that most of the claims are printed in."""
    units = [claim.quantity.unit for claim in claims]
    return max(units, key=units.count) if units else None


def _marks(claims: Iterable[Claim], unit: Unit) -> tuple[Mark, ...]:
    """Those that can stand on an axis of this unit; what an article prints twice is one mark."""
    found: dict[tuple[object, ...], Mark] = {}
    per: set[str | None] = set()
    for claim in claims:
        quantity = claim.quantity
        if not quantity.unit.comparable_to(unit):
            continue
        per.add(quantity.per)
        key = (claim.article, quantity.value, quantity.unit.id, quantity.interval, circumstances(claim))
        before = found.get(key)
        times = before.times + 1 if before else 1
        value = None if quantity.value is None else _in(unit, quantity.unit, quantity.value)
        shown = before.claim if before else claim
        found[key] = Mark(
            claim=shown, value=value, allowed=_allowed(quantity.interval, quantity.unit, unit), times=times
        )
    return tuple(found.values()) if len(per) == 1 else ()


def _in(unit: Unit, printed: Unit, value: Decimal) -> Decimal:
    return value if printed == unit else (printed.to_base(value) - unit.offset) / unit.factor


def _allowed(interval: Interval, printed: Unit, unit: Unit) -> Interval:
    low = None if interval.low is None else _in(unit, printed, interval.low)
    high = None if interval.high is None else _in(unit, printed, interval.high)
    return Interval(low=low, high=high, low_open=interval.low_open, high_open=interval.high_open)


def _extent(marks: Iterable[Mark]) -> list[Decimal]:
    ends = (end for mark in marks for end in (mark.value, mark.allowed.low, mark.allowed.high))
    return [end for end in ends if end is not None]


def _whole(marks: Iterable[Mark]) -> bool:
    return all(mark.value is None or mark.value == mark.value.to_integral_value() for mark in marks)


def _ordered(marks: Iterable[Mark], places: Places, *, grows: bool) -> list[Mark]:
    """By day for a figure that grows, else by value."""

    def key(mark: Mark) -> tuple[date, Decimal]:
        day = (places.as_of(mark.claim) or date.max) if grows else date.max
        return day, next(iter(_extent([mark])), Decimal(0))

    return sorted(marks, key=key)


def _caption(marks: Iterable[Mark], unit: Unit, scale: Axis, *, grows: bool) -> str:
    per = next(iter(marks)).claim.quantity.per
    name = "" if unit.dimension is Dimension.COUNT and not per else f" ({unit.id}{f' per {per}' if per else ''})"
    converted = any(mark.claim.quantity.unit != unit for mark in marks)
    parts = [
        f"Every source’s figure{name}",
        "converted where printed in another unit" if converted else "",
        "log scale" if scale.log else "",
        "oldest first" if grows else "",
    ]
    return ", ".join(part for part in parts if part)


def _row(mark: Mark, scale: Axis, places: Places, label: str) -> Html:
    claim = mark.claim
    day = places.as_of(claim)
    told = circumstances(claim)
    times = f" ×{mark.times}" if mark.times > 1 else ""
    name = tag(
        "span",
        places.source(claim),
        join([" ", tag("b", label, class_="side")]) if label else "",
        join([" ", tag("small", day.isoformat(), class_="day")]) if day else "",
        join([" ", tag("small", told)]) if told else "",
        class_="who",
    )
    shown = tag("span", f"{figure(claim)}{times}", class_="fig")
    odd = label == SUSPECT_WORD
    return tag("li", name, shown, _track(mark, scale, odd=odd), class_="odd" if odd else None)


def _track(mark: Mark, scale: Axis, *, odd: bool) -> Html:
    drawn = tag("svg", *_drawn(mark, scale, odd=odd), role="img", aria_label=_told(mark))
    return tag("span", drawn, class_=f"track t{scale.steps}")


def _drawn(mark: Mark, scale: Axis, *, odd: bool) -> Iterable[Html]:
    low, high = mark.allowed.low, mark.allowed.high
    if low is None or high is None or low != high:
        left, right = (0.0 if low is None else scale.percent(low)), (100.0 if high is None else scale.percent(high))
        yield tag("rect", x=f"{left}%", width=f"{round(max(right - left, 0), 2)}%", y="50%", height=6, class_="allows")
        if high is None:
            yield _at(100.0, tag("path", d="M0-5 7 0 0 5z", class_="arrow"))
        if low is None:
            yield _at(0.0, tag("path", d="M0-5-7 0 0 5z", class_="arrow"))
    if mark.value is not None:
        bound = mark.value in (low, high) and (low is None or high is None)
        shape = "M0-6 6 0 0 6-6 0z" if odd else "M5 0a5 5 0 1 1-10 0 5 5 0 1 1 10 0z"
        yield _at(scale.percent(mark.value), tag("path", d=shape, class_="dot open" if bound else "dot"))


def _at(percent: float, drawn: Html) -> Html:
    return tag("svg", drawn, x=f"{percent}%", y="50%", overflow="visible")


def _told(mark: Mark) -> str:
    """What the drawing shows, in words."""
    low, high = mark.allowed.low, mark.allowed.high
    if low is not None and low == high:
        return f"at {readable(low)}"
    if low is None and high is None:
        return "any value"
    if high is None and low is not None:
        return f"{'above' if mark.allowed.low_open else 'at least'} {readable(low)}"
    if low is None and high is not None:
        return f"{'below' if mark.allowed.high_open else 'at most'} {readable(high)}"
    between = f"{readable(low or Decimal(0))} to {readable(high or Decimal(0))}"
    return between if mark.value is None else f"at {readable(mark.value)}, allows {between}"


def _axis(scale: Axis) -> Html:
    """The ticks' labels; the drawing is for eyes, the rows have the figures."""
    labels = (
        tag("text", label, x=f"{round(100 * n / scale.steps, 2)}%", y=12, class_="mid" if n % 2 else None)
        for n, label in enumerate(scale.labels)
    )
    return lines(tag("div", tag("svg", *labels), class_="axis", aria_hidden="true"))
