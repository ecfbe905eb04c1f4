"""Findings as a whole: identity, order, severity by rule, figures in words."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

import pytest
from factories import article, claim, cluster

from claimcheck.checks.engine import run_checks
from claimcheck.checks.slips import slip
from claimcheck.checks.wording import figure, plain, quoted, scale_word, sensible
from claimcheck.compare import compare
from claimcheck.config.policy import default_policy, policy_for
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Severity, Verdict
from claimcheck.model.policy import Policy
from claimcheck.model.rules import MetricRule, Rules
from claimcheck.model.text import ArticleId

POLICY = default_policy()


def _run(claims: Sequence[Claim], policy: Policy = POLICY) -> tuple[Finding, ...]:
    articles = {c.article: article(c.article) for c in claims}
    by_article: dict[ArticleId, tuple[Claim, ...]] = {}
    for one in claims:
        by_article[one.article] = (*by_article.get(one.article, ()), one)
    return run_checks((compare(cluster(claims), policy),), articles, by_article, policy)


def _figures(*texts: str, prefix: str = "", **fields: object) -> list[Claim]:
    return [claim(text, article=f"{prefix}{n}.md", **fields) for n, text in enumerate(texts)]


def test_id_carries_the_code_and_twelve_digits() -> None:
    (finding,) = _run(_figures("617", "617", "542"))
    code, _, digest = finding.id.partition("-")
    assert code == "CC101"
    assert len(digest) == 12


def test_findings_come_gravest_first() -> None:
    claims = _figures("nearly 44 million", "nearly 44 million", "44 million", "12 million")
    assert [(f.check, f.severity) for f in _run(claims)] == [("CC101", Severity.ERROR), ("CC302", Severity.NOTE)]


def test_trail_tells_verdict_support_cause_and_runner_up() -> None:
    (finding,) = _run(_figures("8,497", "8,497", "8,397"))
    trail = finding.trail
    assert [(d.comparison.verdict, d.pairs) for d in trail.decisions] == [(Verdict.CONFLICT, 2)]
    assert [support.origins for support in trail.supports] == [("0.md", "1.md"), ("2.md",)]
    assert trail.suspect == "one origin stands alone against 2 independent origins"
    assert [(cause.check, cause.words) for cause in trail.causes] == [("CC104", "a wrong digit"), ("CC101", "")]
    assert trail.severity == ("CC104 is an error where nothing speaks against it",)
    assert (trail.doubts, trail.copies, trail.left_out) == ((), (), 0)


def test_the_trail_tells_which_cause_singles_the_suspect_out_behind_the_best_one() -> None:
    near = [
        claim(text, article="a.md", metric="lost", at=40 * n, index=n)
        for n, text in enumerate(("553", "332", "106"), 1)
    ]
    figures = [claim("9,910", article="a.md"), claim("991", article="b.md")]
    grouped = compare(cluster(figures), POLICY)
    articles = {one.article: article(one.article) for one in figures}
    by_article = {ArticleId("a.md"): (figures[0], *near), ArticleId("b.md"): (figures[1],)}
    (finding,) = run_checks((grouped,), articles, by_article, POLICY)
    assert (finding.check, finding.suspect) == ("CC102", figures[0])
    assert finding.trail.suspect is not None
    assert finding.trail.suspect.startswith("the cause tells which figure is the wrong one")
    assert finding.trail.suspect.endswith('other figures make a sum with "991"')


def test_trail_tells_what_moved_the_severity() -> None:
    claims = _figures("617", "617", "542", status="estimated")
    (doubted,) = _run(claims)
    assert doubted.trail.doubts == ("a figure is an estimate or preliminary",)
    assert doubted.trail.severity[1:] == ("a warning, for there is doubt",)
    by_rules = replace(
        POLICY,
        severities=MappingProxyType({"CC101": Severity.NOTE}),
        metric_severities=MappingProxyType({"arrests": Severity.ERROR}),
    )
    (told,) = _run(claims, by_rules)
    assert told.trail.severity[2:] == ("the rules set CC101 to note", "the rules set “arrests” to error")
    assert told.severity is Severity.ERROR


def test_the_trail_opens_with_the_pair_that_the_message_tells() -> None:
    claims = _figures("16.55 kg", "16.6 kg", "37 lb", "55 kg")
    (finding,) = _run(claims)
    assert finding.suspect is claims[3]
    first = finding.trail.decisions[0].comparison
    assert (first.a, first.b) == (claims[0].id, claims[3].id)
    assert len(finding.trail.decisions) == 3


def test_a_finding_of_one_article_tells_what_its_check_saw() -> None:
    claims = _figures("nearly 44 million", "nearly 44 million", "44 million")
    (finding,) = _run(claims)
    assert (finding.check, finding.trail.severity) == ("CC302", ("CC302 gives note here",))
    assert [d.comparison.verdict for d in finding.trail.decisions] == [Verdict.BOUNDED]
    assert finding.trail.decisions[0].refusals == ()


def test_rules_set_a_checks_severity_and_switch_it_off() -> None:
    claims = _figures("617", "617", "542")
    softer = replace(POLICY, severities=MappingProxyType({"CC101": Severity.NOTE}))
    assert [f.severity for f in _run(claims, softer)] == [Severity.NOTE]
    assert _run(claims, replace(POLICY, severities=MappingProxyType({"CC101": None}))) == ()


def test_rules_set_a_metrics_tolerance_and_severity() -> None:
    rule = MetricRule(name="arrests", tolerance=Decimal("0.02"), severity=Severity.WARNING)
    policy = policy_for(Rules(metrics=(rule,)))
    assert _run(_figures("617", "617", "620"), policy) == ()
    assert [f.severity for f in _run(_figures("617", "617", "542"), policy)] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("wrong", "right", "words"),
    [
        ("55", "16.55", "lost leading digits"),
        ("26", "2.6", "a lost decimal point"),
        ("2.6", "26", "a misplaced decimal point"),
        ("1463", "1436", "two digits swapped"),
        ("1346", "1436", "two digits swapped"),
        ("8397", "8497", "a wrong digit"),
        ("337", "3337", "a dropped digit"),
        ("22209", "2209", "a digit too many"),
    ],
)
def test_slips_of_the_keyboard(wrong: str, right: str, words: str) -> None:
    found = slip(wrong, right)
    assert found is not None
    assert found.words == words


@pytest.mark.parametrize(
    ("wrong", "right"), [("3", "4"), ("4631", "1436"), ("617", "542"), ("5", "16.55"), ("12", "9")]
)
def test_what_is_no_slip(wrong: str, right: str) -> None:
    assert slip(wrong, right) is None


@pytest.mark.parametrize(
    ("value", "like", "written"),
    [
        ("1700000", "nearly $1,700", "$1.7 million"),
        ("168000", "$168,000 million", "$168,000"),
        ("1058", "926 lb", "1,058 pounds"),
        ("1", "926 lb", "1 pound"),
        ("9.1", "48 m", "9.1 m"),
        ("40", "30 ft", "40 ft"),
        ("131", "12 sqmi", "131 sqmi"),
        ("2.6", "26 %", "2.6 %"),
        ("1436", "1,463", "1,436"),
    ],
)
def test_figures_in_words(value: str, like: str, written: str) -> None:
    assert figure(Decimal(value), claim(like)) == written


def test_numbers_in_words() -> None:
    assert [plain(Decimal(n)) for n in ("42", "714707", "1700000", "1697313", "21420000000")] == [
        "42",
        "714,707",
        "1.7 million",
        "1,697,313",
        "21.42 billion",
    ]
    assert [str(sensible(Decimal(n))) for n in ("1058.21", "9.144", "0.009144")] == ["1058", "9.1", "0.0091"]


@pytest.mark.parametrize(("text", "word"), [("$1.7 million", "million"), ("$1,700", None), ("16 kg", None)])
def test_scale_words(text: str, word: str | None) -> None:
    assert scale_word(claim(text)) == word


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        pytest.param("$1,539", "1539000000", '"$1,539" (in millions)', id="a table in millions"),
        pytest.param("22.4", "22400", '"22.4" (in thousands)', id="a table in thousands"),
        pytest.param("$1,539", "1539", '"$1,539"', id="a figure of its own scale"),
        pytest.param("$1.5 million", "1500000", '"$1.5 million"', id="a scale word of its own"),
    ],
)
def test_a_figure_is_quoted_with_the_scale_that_its_table_states(text: str, value: str, told: str) -> None:
    read = claim(text)
    assert quoted(replace(read, quantity=replace(read.quantity, value=Decimal(value)))) == told


def test_a_long_trail_says_how_much_it_leaves_out() -> None:
    claims = _figures("617", "617", *(str(n) for n in range(701, 760)))
    least = replace(POLICY, trail=replace(POLICY.trail, decisions=1))
    found = _run(claims, least)
    assert {len(f.trail.decisions) for f in found} == {1}
    assert max(f.trail.left_out for f in found) >= 0
    (one,) = _run(_figures("617", "617", "610", "542", scope=None), least)[:1]
    assert one.trail.left_out == len(_run(_figures("617", "617", "610", "542"))[0].trail.decisions) - 1
