"""Figures to clusters: a slip of a rare figure goes with the figure whatever the others are, and never across a bar."""

import pytest

from claimcheck.group.evidence import Feature
from claimcheck.group.figures import Fit
from claimcheck.group.joining import join

THRESHOLD = 2.0
SLIP = (Feature("value.slip", 2.3, "the digits are alike"),)
TWO_DIGITS = (Feature("value.slip", 1.3, "the digits are alike"),)
BARRED = "words that never merge"


def fit(score: float, reasons: tuple[Feature, ...] = (), barred: str | None = None) -> Fit:
    return Fit(score=score, reasons=reasons, barred=barred, best=(0, 1))


@pytest.mark.parametrize(
    ("third", "fourth", "expected"),
    [
        pytest.param(fit(4.0, SLIP), fit(-3.0), [[0, 1, 2]], id="a slip of one of them"),
        pytest.param(fit(4.0, TWO_DIGITS), fit(-3.0), [[0, 1], [2]], id="near miss: two digits alike are chance"),
        pytest.param(fit(4.0), fit(-3.0), [[0, 1], [2]], id="near miss: no slip"),
        pytest.param(fit(4.0, SLIP), fit(0.0, barred=BARRED), [[0, 1], [2]], id="near miss: a bar to the other"),
        pytest.param(fit(1.0, SLIP), fit(-3.0), [[0, 1], [2]], id="near miss: too little speaks for it"),
        pytest.param(fit(4.0), fit(3.0), [[0, 1, 2]], id="one that fits both"),
        pytest.param(fit(5.5), fit(-3.0), [[0, 1, 2]], id="one that fits one of them very well"),
        pytest.param(fit(5.5), fit(-6.0), [[0, 1], [2]], id="near miss: the other speaks against it"),
    ],
)
def test_a_third_value(third: Fit, fourth: Fit, expected: list[list[int]]) -> None:
    fits = {(0, 1): fit(6.0), (0, 2): third, (1, 2): fourth}
    assert join(3, fits, THRESHOLD) == expected


def test_two_clusters_are_no_slip_of_each_other() -> None:
    fits = {
        (0, 1): fit(6.0),
        (2, 3): fit(6.0),
        (0, 2): fit(4.0, SLIP),
        **{p: fit(-3.0) for p in ((0, 3), (1, 2), (1, 3))},
    }
    assert join(4, fits, THRESHOLD) == [[0, 1], [2, 3]]
