"""The stages in order: what the two doors of the library promise."""

from dataclasses import replace
from datetime import date

import pytest
from factories import article

from claimcheck.api import compare_articles, extract_claims
from claimcheck.model.claim import SkipReason
from claimcheck.model.finding import Severity, Verdict
from claimcheck.model.report import Report
from claimcheck.model.rules import OperationRule, Rules
from claimcheck.model.text import Article

LEDE = "The agency ended Operation Lantern on Monday."


def news(name: str, text: str) -> Article:
    return replace(article(name, f"{LEDE}\n\n{text}"), title="Operation Lantern ends", date=date(2025, 3, 3))


A = news("a.md", "Agents made 617 arrests. They seized 480 kilograms of cocaine.")
B = news(
    "b.md",
    "All told, 617 people were arrested. The raids brought in 480 kilograms of cocaine and 41 boats.",
)
C = news("c.md", "Agents made 671 arrests. The haul of cocaine was weighed at 10 a.m. on Tuesday.")


def figures(report: Report) -> list[tuple[str, str]]:
    return [(c.article, c.quantity.surface) for c in report.claims]


def test_claims_stand_in_order_of_article_and_place() -> None:
    report = extract_claims([C, A, B], Rules())
    assert [a.id for a in report.articles] == ["a.md", "b.md", "c.md"]
    assert figures(report) == sorted(figures(report), key=lambda pair: pair[0])
    places = [(c.article, c.span.start) for c in report.claims]
    assert places == sorted(places)
    assert len({c.id for c in report.claims}) == len(report.claims)


def test_extract_compares_nothing() -> None:
    report = extract_claims([A, B, C], Rules())
    assert report.groups == ()
    assert report.findings == ()
    assert report.coverage.compared == 0
    assert report.coverage.alone == len(report.claims)


def test_compare_reads_the_claims_that_extract_reads() -> None:
    assert compare_articles([A, B, C], Rules()).claims == extract_claims([A, B, C], Rules()).claims


def test_one_figure_against_two_is_a_finding_that_names_it() -> None:
    report = compare_articles([A, B, C], Rules())
    (finding,) = report.findings
    assert finding.suspect is not None
    assert (finding.suspect.article, finding.suspect.quantity.surface) == ("c.md", "671")
    assert finding.severity is Severity.ERROR
    assert report.count(Severity.ERROR) == 1


def test_a_check_that_is_not_selected_says_nothing() -> None:
    (finding,) = compare_articles([A, B, C], Rules()).findings
    ignoring = compare_articles([A, B, C], Rules(), ignore=frozenset({finding.check})).findings
    assert finding.check not in {f.check for f in ignoring}
    assert compare_articles([A, B, C], Rules(), ignore=frozenset({"CC1"})).findings == ()
    assert compare_articles([A, B, C], Rules(), select=frozenset({"CC2"})).findings == ()
    assert len(compare_articles([A, B, C], Rules(), select=frozenset({finding.check[:3]})).findings) == 1


def test_the_receipt_counts_every_number() -> None:
    coverage = compare_articles([A, B, C], Rules()).coverage
    assert coverage.numbers == coverage.compared + coverage.alone + sum(coverage.skipped.values())
    assert coverage.skipped == {SkipReason.TIME_OF_DAY: 1}
    assert (coverage.compared, coverage.alone) == (5, 1)


def test_a_group_of_one_origin_is_not_compared() -> None:
    copy = replace(A, id=type(A.id)("copy.md"), path="copy.md")
    report = compare_articles([A, copy], Rules())
    assert set(report.origins.values()) == {"a.md"}
    assert {g.verdict for g in report.groups} == {Verdict.UNCORROBORATED}
    assert report.coverage.compared == 0


def test_an_operation_of_the_rules_names_the_claims_of_its_articles() -> None:
    rules = Rules(operations=(OperationRule(name="The lantern raids", aliases=("Operation Lantern",)),))
    assert {c.operation.name for c in extract_claims([A, B], rules).claims} == {"The lantern raids"}
    assert {c.operation.named for c in extract_claims([A, B], rules).claims} == {True}


@pytest.mark.parametrize("articles", [[], [article("empty.md")], [article("words.md", "Nobody counted anything.")]])
def test_nothing_to_read_is_an_empty_report(articles: list[Article]) -> None:
    for report in (compare_articles(articles, Rules()), extract_claims(articles, Rules())):
        assert [*report.claims, *report.skipped, *report.groups, *report.findings] == []
        assert report.coverage.numbers == 0
        assert len(report.articles) == len(articles)
