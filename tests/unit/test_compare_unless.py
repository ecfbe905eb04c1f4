"""What is told of the rungs that did not hold, held to tests/cases/trail/unless.yaml and to the articles themselves."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

import pytest
from case_tables import Case, params
from factories import article, claim

from claimcheck.api import compare_articles
from claimcheck.compare.ladder import LADDER, judge
from claimcheck.compare.pair import pair_of
from claimcheck.compare.unless import explained, refusals
from claimcheck.config.policy import default_policy
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Refusal, Verdict
from claimcheck.model.rules import MetricRule, Rules

POLICY = default_policy()


def _claim(spec: object, name: str) -> Claim:
    fields = dict(cast("Mapping[str, Any]", spec)) if isinstance(spec, dict) else {"text": spec}
    plain = {key: value.isoformat() if isinstance(value, date) else value for key, value in fields.items()}
    return claim(str(plain.pop("text")), **{"article": name, **plain})


def _refused(case: Case) -> tuple[Refusal, ...]:
    pair = pair_of(_claim(case["a"], "a.md"), _claim(case["b"], "b.md"), POLICY)
    assert judge(pair).verdict is Verdict(case["verdict"])
    return refusals(pair)


@pytest.mark.parametrize("case", params("trail/unless"))
def test_the_rungs_above_are_all_told_in_order(case: Case) -> None:
    told = [refusal.verdict for refusal in _refused(case)]
    assert told == [verdict for verdict, _ in LADDER][: len(told)]
    assert LADDER[len(told)][0] is Verdict(case["verdict"])
    assert all(refusal.fails for refusal in _refused(case))


@pytest.mark.parametrize("case", params("trail/unless"))
def test_what_fails_and_what_would_help(case: Case) -> None:
    refused = _refused(case)
    for verdict, words in case.get("fails", {}).items():
        assert any(words in r.fails for r in refused if r.verdict.value == verdict), [r.fails for r in refused]
    for verdict, expected in case.get("unless", {}).items():
        told = [words for r in refused if r.verdict.value == verdict for words in r.unless]
        assert len(told) == len(expected), told
        assert all(part in words for part, words in zip(expected, told, strict=True)), told


def test_every_rung_but_the_last_can_be_explained() -> None:
    assert set(explained()) == {rung for _, rung in LADDER[:-1]}


TOLD = "Officers made {} arrests in Operation Lantern, the agency said."
OTHER = "Operation Lantern ended with {} arrests."


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("617", "645", True),
        ("at least 617", "645", False),
        ("617", "up to 645", False),
        ("617", "at least 645", True),
        ("up to 617", "645", True),
    ],
)
def test_an_article_that_says_so_is_no_conflict(one: str, other: str, *, conflict: bool) -> None:
    """The bounds that are told for 617 and 645, and their near misses, in the articles' own words."""
    found = compare_articles([article("a.md", TOLD.format(one)), article("b.md", OTHER.format(other))], Rules())
    assert bool(found.findings) is conflict


def test_the_tolerance_that_is_told_is_enough_and_a_little_less_is_not() -> None:
    """617 and 671 are 8.04 percent apart: 8.1 is told."""
    articles = [article("a.md", TOLD.format(617)), article("b.md", OTHER.format(671))]

    def found(tolerance: str) -> bool:
        rule = MetricRule(name="arrests", nouns=("arrest",), tolerance=Decimal(tolerance))
        return bool(compare_articles(articles, Rules(metrics=(rule,))).findings)

    assert (found("0.081"), found("0.08")) == (False, True)
