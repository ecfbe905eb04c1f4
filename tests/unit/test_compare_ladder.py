"""The ladder, held to the tables of tests/cases/compare."""

from pathlib import Path
from typing import cast

import pytest
import yaml
from factories import claim

from claimcheck.compare.ladder import judge
from claimcheck.compare.pair import pair_of
from claimcheck.config.policy import default_policy
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Verdict

CASES = Path(__file__).parents[1] / "cases" / "compare"
Case = dict[str, object]


def _cases() -> list[Case]:
    found: list[Case] = []
    for path in sorted(CASES.glob("*.yaml")):
        found.extend(cast("list[Case]", yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)))
    return found


def _claim(spec: object, article: str) -> Claim:
    fields = dict(cast("Case", spec)) if isinstance(spec, dict) else {"text": spec}
    return claim(str(fields.pop("text")), **{"article": article, **fields})


@pytest.mark.parametrize("case", _cases(), ids=lambda case: str(case["name"]))
def test_verdict(case: Case) -> None:
    a, b = _claim(case["a"], "a.md"), _claim(case["b"], "b.md")
    forward, backward = (judge(pair_of(x, y, default_policy())) for x, y in ((a, b), (b, a)))
    assert forward == backward
    assert forward.why
    assert forward.verdict is Verdict(str(case["verdict"])), forward.why


def test_there_are_enough_cases_and_no_two_of_one_name() -> None:
    names = [case["name"] for case in _cases()]
    assert len(names) >= 80
    assert len(set(names)) == len(names)


def test_every_rung_has_a_case() -> None:
    told_elsewhere = {Verdict.COMPOSED, Verdict.UNCORROBORATED}
    assert {Verdict(str(case["verdict"])) for case in _cases()} == set(Verdict) - told_elsewhere
