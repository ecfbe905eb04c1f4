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
    text = str(fields.pop("text"))
    if "sentence" in fields:
        fields.setdefault("at", str(fields["sentence"]).index(text))
    return claim(text, **{"article": article, **fields})


def _beside(case: Case) -> tuple[Claim, ...]:
    """Other figures of the two articles; `at` keeps them apart where no sentence does."""
    table = cast("dict[str, list[object]]", case.get("beside", {}))
    return tuple(_claim(spec, f"{name}.md") for name, figures in sorted(table.items()) for spec in figures)


@pytest.mark.parametrize("case", _cases(), ids=lambda case: str(case["name"]))
def test_verdict(case: Case) -> None:
    a, b = _claim(case["a"], "a.md"), _claim(case["b"], "b.md")
    beside = (a, b, *_beside(case))
    group = (a, b, *(_claim(spec, f"{n}.md") for n, spec in enumerate(cast("list[object]", case.get("group", [])))))
    forward, backward = (judge(pair_of(x, y, default_policy(), group, beside)) for x, y in ((a, b), (b, a)))
    assert forward == backward
    assert forward.why
    assert forward.verdict is Verdict(str(case["verdict"])), forward.why


def test_there_are_enough_cases_and_no_two_of_one_name() -> None:
    names = [case["name"] for case in _cases()]
    assert len(names) >= 80
    assert len(set(names)) == len(names)


def test_every_rung_has_a_case() -> None:
    told_elsewhere = {Verdict.UNCORROBORATED}
    assert {Verdict(str(case["verdict"])) for case in _cases()} == set(Verdict) - told_elsewhere
