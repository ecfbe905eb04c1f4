"""The review of a draft: every standing, held to the tables in tests/cases/review."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

import pytest
from case_tables import Case, params
from factories import article, claim, cluster
from report_factory import finding

from claimcheck.checks.engine import run_checks
from claimcheck.checks.selection import Selection
from claimcheck.compare import compare, standings
from claimcheck.config.policy import default_policy
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Severity, Verdict
from claimcheck.model.review import DraftReview, Facing, Figure, How, Standing, Witness
from claimcheck.model.text import Article, ArticleId
from claimcheck.review import Compared, hold
from claimcheck.review.findings import graded
from claimcheck.review.standing import review

DRAFT = ArticleId("draft")


def claims_of(name: str, specs: object) -> Iterator[Claim]:
    for spec in specs if isinstance(specs, list) else [specs]:
        given: dict[str, Any] = dict(spec) if isinstance(spec, dict) else {"text": spec}
        yield claim(given.pop("text"), **{"article": name, **given})


def told(name: str, case: Case) -> Article:
    day: date | None = case.get("told", {}).get(name)
    return replace(article(name), date=day)


def by_metric(claims: Iterable[Claim]) -> Iterator[tuple[Claim, ...]]:
    for _, members in groupby(sorted(claims, key=lambda c: c.metric.id), key=lambda c: c.metric.id):
        yield tuple(sorted(members, key=lambda c: (c.article, c.span)))


def run(case: Case) -> tuple[DraftReview, tuple[Finding, ...]]:
    claims = {name: tuple(claims_of(name, specs)) for name, specs in case["sources"].items()}
    claims["draft"] = tuple(claims_of("draft", case["draft"]))
    every = {ArticleId(name): own for name, own in claims.items()}
    articles = {name: told(name, case) for name in every}
    given: dict[str, str] = case.get("origins", {})
    policy = default_policy()
    listed = [c for own in every.values() for c in own]
    groups = tuple(compare(cluster(members, given), policy, every) for members in by_metric(listed))
    silent = frozenset[str](case.get("silent", []))
    chosen = Selection(drafts=frozenset({DRAFT}), ignore=tuple(silent))
    compared = Compared(
        groups=groups,
        findings=run_checks(groups, articles, every, policy, chosen),
        articles=articles,
        origins={name: given.get(name, name) for name in articles},
        standings=standings(articles, policy),
        policy=policy,
        silent=silent,
        fixed=frozenset[str](case.get("fixed", [])),
    )
    return hold(DRAFT, compared, 3)


def who(witnesses: tuple[Witness, ...]) -> list[str]:
    return [witness.claim.article for witness in witnesses]


def row(figure: Figure, findings: tuple[Finding, ...]) -> dict[str, object]:
    return {
        "standing": figure.standing.value,
        "how": figure.how.value if figure.how else None,
        "sources": who(figure.witnesses),
        "against": who(figure.against),
        "earlier": who(figure.earlier),
        "copies": who(figure.copies),
        "finding": next((f.check for f in findings if f.id == figure.finding), None),
        "severity": figure.severity.value if figure.severity else None,
    }


@pytest.mark.parametrize("case", params("review/standing"))
def test_standing(case: Case) -> None:
    told_of, findings = run(case)
    found = [row(figure, findings) for figure in told_of.figures]
    assert [{key: one[key] for key in wanted} for one, wanted in zip(found, case["expect"], strict=True)] == case[
        "expect"
    ]
    seen = [(f.check, f.severity.value) for f in findings]
    for wanted in case.get("findings", []):
        assert (wanted["check"], wanted["severity"]) in seen


@pytest.mark.parametrize("case", params("review/standing"))
def test_the_receipt_adds_up(case: Case) -> None:
    told_of, findings = run(case)
    receipt = told_of.receipt
    assert receipt.figures == sum(receipt.standings.values()) == len(told_of.figures)
    assert receipt.standings[Standing.SUPPORTED] == sum(receipt.how[how] for how in How)
    assert receipt.no_claims == 3
    assert all(any(c.article == DRAFT for c in f.claims) for f in findings)


@pytest.mark.parametrize("case", params("review/standing"))
def test_every_figure_that_weighs_says_why(case: Case) -> None:
    told_of, _ = run(case)
    for figure in told_of.figures:
        assert (figure.standing is Standing.SUPPORTED) == (figure.how is not None)
        if figure.standing is Standing.SUPPORTED:
            assert figure.severity is None
        if figure.standing is not Standing.IN_NO_SOURCE:
            assert figure.witnesses


def test_the_order_of_the_sources_says_nothing() -> None:
    for param in params("review/standing"):
        case: Case = param.values[0]
        turned = {**case, "sources": dict(reversed(case["sources"].items()))}
        assert run(case) == run(turned), case["name"]


def test_a_weak_contradiction_of_a_figure_that_nobody_has_is_a_warning() -> None:
    own, other = next(claims_of("draft", "540")), next(claims_of("a", "450"))
    weak = finding("CC104", Severity.NOTE, "540 against 450", [[other], [own]])
    against = Witness(claim=other, verdict=Verdict.CONFLICT, why="540 is not 450")
    friend = Witness(claim=other, verdict=Verdict.SAME, why="both", how=How.EXACTLY)
    alone, backed = Facing(claim=own, opposed=(against,)), Facing(claim=own, opposed=(against,), agreeing=(friend,))
    for facing, expected in ((alone, Severity.WARNING), (backed, Severity.NOTE)):
        figure = Figure(claim=own, standing=Standing.CONTRADICTED, how=None, witnesses=(against,))
        (found,) = graded([weak], [figure], {own.id: facing}, frozenset())
        assert found.severity is expected
        assert graded([weak], [figure], {own.id: facing}, frozenset({"CC104"})) == (weak,)


@pytest.mark.parametrize(
    ("code", "standing"),
    [("CC107", Standing.CONTRADICTED), ("CC108", Standing.STALE), ("CC101", Standing.SUPPORTED)],
)
def test_a_check_that_blames_the_draft_decides(code: str, standing: Standing) -> None:
    own, other = next(claims_of("draft", "540")), next(claims_of("a", "540"))
    blame = finding(code, Severity.WARNING, "of something else", [[other], [own]], suspect=own)
    facing = Facing(claim=own, agreeing=(Witness(claim=other, verdict=Verdict.SAME, why="both", how=How.EXACTLY),))
    told_of = review(DRAFT, [facing], [blame], {DRAFT: "draft", ArticleId("a"): "a"}, {}, no_claims=0)
    assert told_of.figures[0].standing is standing
    assert told_of.figures[0].witnesses
    assert (told_of.figures[0].finding == blame.id) == (standing is not Standing.SUPPORTED)
