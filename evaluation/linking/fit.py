"""Logistic regression: the weights that tell rows of one thing from rows of two best, held small by a penalty.

Newton's method, as in Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 4.4.1; each step is halved
until it leads downhill.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log1p

from evaluation.linking.rows import Row

Weights = Mapping[str, float]

PRIOR = "prior"
"""The feature that every row has once. It is not held small: how rare rows of one thing are is no evidence to doubt."""
HELD = frozenset({"action.other", "change.differs", "forward.differs", "period.differs", "scope.differs"})
"""Features that too few rows speak of: they keep the weights of linking.yaml, and the others are fitted beside them."""
RIDGE = 2.0
_MOST_STEPS, _MOST_HALVINGS = 60, 30
_STILL = 1e-7
_TRACE = 1e-9


class FitError(ValueError):
    """The rows give no weights."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A row for the solver: its amounts by the fitted feature's place, and the sum of those held."""

    amounts: tuple[tuple[int, float], ...]
    held: float
    positive: bool
    weight: float

    def decision(self, weights: Sequence[float]) -> float:
        """The weighed sum."""
        return self.held + sum(weights[place] * amount for place, amount in self.amounts)


def fit(rows: Sequence[Row], held: Weights) -> dict[str, float]:
    """The weights of all features of `rows` and of `held`, names in order. Raises FitError for rows of one kind."""
    if len({row.label.positive for row in rows}) < 2:
        raise FitError("a fit needs figures of one thing and figures of two")
    names = sorted({name for row in rows for name, _ in row.amounts} - set(held))
    place = {name: n for n, name in enumerate(names)}
    points = [_point(row, place, held) for row in rows]
    penalty = [_TRACE if name == PRIOR else RIDGE for name in names]
    found = dict(zip(names, _minimum(points, penalty), strict=True))
    return dict(sorted((found | dict(held)).items()))


def decision(row: Row, weights: Weights) -> float:
    """The weighed sum of a row; a feature without a weight says nothing."""
    return sum(weights.get(name, 0.0) * amount for name, amount in row.amounts)


def _point(row: Row, place: Mapping[str, int], held: Weights) -> _Point:
    return _Point(
        tuple((place[name], amount) for name, amount in row.amounts if name in place),
        sum(held[name] * amount for name, amount in row.amounts if name in held),
        row.label.positive,
        row.weight,
    )


def _minimum(points: Sequence[_Point], penalty: Sequence[float]) -> list[float]:
    """The weights of least loss. Raises FitError when the steps do not come to rest."""
    weights = [0.0] * len(penalty)
    loss = _loss(points, penalty, weights)
    for _ in range(_MOST_STEPS):
        step = solve(*_slopes(points, penalty, weights))
        for tried, loss_there in _downhill(points, penalty, weights, step):
            if loss_there <= loss:
                weights, loss = tried, loss_there
                break
        else:
            return weights
        if max(map(abs, step), default=0.0) < _STILL:
            return weights
    raise FitError(f"no rest after {_MOST_STEPS} steps")


def _downhill(
    points: Sequence[_Point], penalty: Sequence[float], weights: Sequence[float], step: Sequence[float]
) -> Iterator[tuple[list[float], float]]:
    """The step, then ever shorter ones, each with the loss it leads to."""
    for halving in range(_MOST_HALVINGS):
        tried = [w + s / 2**halving for w, s in zip(weights, step, strict=True)]
        yield tried, _loss(points, penalty, tried)


def _loss(points: Sequence[_Point], penalty: Sequence[float], weights: Sequence[float]) -> float:
    held_small = sum(p * w * w for p, w in zip(penalty, weights, strict=True)) / 2
    return held_small + sum(
        point.weight * _surprise(-z if point.positive else z) for point in points for z in [point.decision(weights)]
    )


def _surprise(z: float) -> float:
    """log(1 + e^z)."""
    return max(z, 0.0) + log1p(exp(-abs(z)))


def _chance(z: float) -> float:
    """1 / (1 + e^-z)."""
    small = exp(-abs(z))
    return 1 / (1 + small) if z >= 0 else small / (1 + small)


def _slopes(
    points: Sequence[_Point], penalty: Sequence[float], weights: Sequence[float]
) -> tuple[list[list[float]], list[float]]:
    """The curvature of the loss, and its slope downhill."""
    curvature = [[0.0] * len(penalty) for _ in penalty]
    slope = [-p * w for p, w in zip(penalty, weights, strict=True)]
    for point in points:
        chance = _chance(point.decision(weights))
        off = point.weight * (point.positive - chance)
        bend = point.weight * chance * (1 - chance)
        for n, (place, amount) in enumerate(point.amounts):
            slope[place] += off * amount
            line, scaled = curvature[place], bend * amount
            for other, beside in point.amounts[n:]:
                line[other] += scaled * beside
    for n, own in enumerate(penalty):
        curvature[n][n] += own
        for m in range(n):
            curvature[n][m] = curvature[m][n]
    return curvature, slope


def solve(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The x of matrix · x = right, by elimination; the matrix is symmetric and positive definite."""
    lines = [[*line, end] for line, end in zip(matrix, right, strict=True)]
    size = len(lines)
    for n in range(size):
        for m in range(n + 1, size):
            share = lines[m][n] / lines[n][n]
            if share:
                lines[m] = [a - share * b for a, b in zip(lines[m], lines[n], strict=True)]
    found = [0.0] * size
    for n in reversed(range(size)):
        rest = sum(lines[n][m] * found[m] for m in range(n + 1, size))
        found[n] = (lines[n][size] - rest) / lines[n][n]
    return found
