"""Whether two figures can be one: the yardstick's own reading of rounding, conversion, hedges and bounds."""

from decimal import Decimal

from evaluation.mutations.figures import Figure, Hedge
from evaluation.mutations.words import words

ROUND_CAP = Decimal("0.05")
"""How far off a round number or a cut one may be from the figure it stands for, as a share of it."""
CONVERTED = Decimal("0.006")
"""How far off a converted figure may be beyond its written precision."""
ABOUT = Decimal("0.1")
"""The half-width of "about", and how far below its number "nearly" reaches."""


def dimension(figure: Figure) -> str:
    """What figures have to share to be put on one axis: the unit's dimension, or the currency, or a count."""
    unit = words().units.get(figure.unit)
    return unit.dimension if unit else f"money {figure.unit}" if figure.unit else "count"


def base(figure: Figure, value: Decimal) -> Decimal:
    """`value` of the figure's unit in the dimension's base."""
    unit = words().units.get(figure.unit)
    return value * unit.size if unit else value


def agrees(a: Figure, b: Figure) -> bool:
    """Whether both can be told of one thing."""
    if dimension(a) != dimension(b):
        return False
    if a.hedge.is_bound or b.hedge.is_bound or Hedge.NEARLY in (a.hedge, b.hedge):
        if a.value == b.value and a.unit == b.unit:
            return not _opposed(a, b)
        return _meet(_window(a), _window(b))
    if a.unit == b.unit and a.hedge is b.hedge is Hedge.EXACT:
        return _rounded(a, b)
    return _meet(_window(a), _window(b))


def one_figure(a: Figure, b: Figure) -> bool:
    """Whether both print the same value, or one is the other rounded or converted; bounds are neither."""
    return not (a.hedge.is_bound or b.hedge.is_bound) and agrees(a, b)


def _rounded(a: Figure, b: Figure) -> bool:
    """Equal, or the coarser one is the finer one rounded or cut off."""
    if a.value == b.value:
        return True
    coarse, fine = (a, b) if a.step > b.step else (b, a)
    gap = abs(coarse.value - fine.value)
    near = gap <= coarse.step / 2 or (fine.value > coarse.value and gap < coarse.step)
    return coarse.step > fine.step and near and gap <= ROUND_CAP * max(coarse.value, fine.value)


def _opposed(a: Figure, b: Figure) -> bool:
    return {a.hedge, b.hedge} == {Hedge.LOWER, Hedge.UPPER}


def _window(figure: Figure) -> tuple[Decimal, Decimal]:
    value, half = figure.value, min(figure.step / 2, figure.value * ROUND_CAP)
    low, high = value - half, value + half
    if figure.hedge is Hedge.ABOUT:
        low, high = value * (1 - ABOUT), value * (1 + ABOUT)
    elif figure.hedge is Hedge.NEARLY:
        low, high = value * (1 - ABOUT), value
    elif figure.hedge is Hedge.LOWER:
        low, high = value, Decimal("Infinity")
    elif figure.hedge is Hedge.UPPER:
        low, high = Decimal(0), value
    if figure.unit in words().units and not figure.hedge.is_bound:
        low, high = low * (1 - CONVERTED), high * (1 + CONVERTED)
    return base(figure, low), base(figure, high)


def _meet(a: tuple[Decimal, Decimal], b: tuple[Decimal, Decimal]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]
