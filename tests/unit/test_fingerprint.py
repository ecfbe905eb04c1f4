"""A finding's id: what it survives, what makes it another, and what tells two apart that would share one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest
from factories import article, claim, cluster, quantity

from claimcheck.checks.base import CheckInfo
from claimcheck.checks.engine import run_checks
from claimcheck.checks.fingerprint import distinct, fingerprint
from claimcheck.checks.registry import all_checks
from claimcheck.compare import compare
from claimcheck.config.policy import default_policy
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding
from claimcheck.model.imprint import figure_of, imprint
from claimcheck.model.text import ArticleId, Span

POLICY = default_policy()
DAY = date(2026, 5, 1)


def said(text: str, figure: str, *, where: str = "a.md", before: str = "", **fields: object) -> Claim:
    """A claim whose figure stands at its place in the sentence `text`, which stands behind `before`."""
    made = claim(figure, article=where, at=text.index(figure), sentence=text, **fields)
    moved = Span(made.span.start + len(before), made.span.end + len(before))
    sentence = replace(made.sentence, span=Span(len(before), len(before) + len(text)))
    return replace(made, quantity=replace(made.quantity, span=moved, number=moved), sentence=sentence)


def info(code: str) -> CheckInfo:
    return next(check.info for check in all_checks() if check.info.code == code)


def found(claims: Sequence[Claim], days: Mapping[str, date] | None = None) -> Finding:
    articles = {c.article: replace(article(c.article), date=(days or {}).get(c.article)) for c in claims}
    by_article: dict[ArticleId, tuple[Claim, ...]] = {}
    for one in claims:
        by_article[one.article] = (*by_article.get(one.article, ()), one)
    (finding,) = run_checks((compare(cluster(claims), POLICY),), articles, by_article, POLICY)
    return finding


AGENCY = said("The agency counted 617 arrests on the first day.", "617", where="agency.md")
WIRE = said("In all 617 people were led away, it said.", "617", where="wire.md")
DAILY = said("Police took 542 suspects into custody that week.", "542", where="daily.md")
BEFORE = found([AGENCY, WIRE, DAILY])


@pytest.mark.parametrize(
    "text",
    [
        "Police took\n542 suspects  into\r\ncustody that week.",
        "Police took “542” suspects into custody that week.",
        "POLICE took *542* suspects into custody that week.",
        "Police took 542 suspects into custody that very busy week.",
    ],
    ids=["reflowed", "in quotes", "marked up", "edited at its other end"],
)
def test_it_survives_a_passage_told_in_other_dress(text: str) -> None:
    again = said(text, "542", where="daily.md", before="A new first paragraph.\n\n")
    assert found([AGENCY, WIRE, again]).id == BEFORE.id


def test_it_survives_renamed_files_and_another_name_for_the_story() -> None:
    renamed = [
        said("The agency counted 617 arrests on the first day.", "617", where="z/1.md", operation="The big sweep"),
        said("In all 617 people were led away, it said.", "617", where="y/2.md", metric="people (detain)"),
        said("Police took 542 suspects into custody that week.", "542", where="x/3.md"),
    ]
    assert found(renamed).id == BEFORE.id


def test_it_survives_who_else_agrees() -> None:
    days = {"agency.md": DAY, "daily.md": DAY}
    alone = found([AGENCY, DAILY], days)
    later = said("Some 617 were held, according to officials.", "617", where="later.md")
    with_one = found([AGENCY, DAILY, later], {**days, "later.md": date(2026, 5, 2)})
    also = said("Officers arrested 542 that day.", "542", where="also.md")
    with_two = found([AGENCY, DAILY, later, also], {**days, "later.md": date(2026, 5, 2)})
    assert alone.suspect is None
    assert with_one.suspect is DAILY
    assert alone.id == with_one.id == with_two.id


def test_it_survives_another_cause() -> None:
    """The code says what the cause is called by now; what is behind it is the disagreement."""
    sides = BEFORE.sides
    ids = [fingerprint(info(code), sides, {}) for code in ("CC101", "CC104")]
    assert [name[:6] for name in ids] == ["CC101-", "CC104-"]
    assert len({name[6:] for name in ids}) == 1


@pytest.mark.parametrize(
    "text",
    ["Police took 543 suspects into custody that week.", "Courts let 542 suspects go on bail that week."],
    ids=["another figure", "other words beside it"],
)
def test_another_passage_is_another_finding(text: str) -> None:
    figure = "543" if "543" in text else "542"
    days = {"daily.md": DAY, "agency.md": date(2026, 5, 2), "wire.md": date(2026, 5, 2)}
    again = said(text, figure, where="daily.md")
    assert found([AGENCY, WIRE, again], days).id != found([AGENCY, WIRE, DAILY], days).id


def test_a_corrected_counterpart_is_another_finding() -> None:
    others = [said(c.sentence.text.replace("617", "618"), "618", where=c.article) for c in (AGENCY, WIRE)]
    assert found([*others, DAILY]).id != BEFORE.id


def test_findings_with_one_id_are_counted_by_their_words_and_not_by_their_place() -> None:
    one, other = (replace(BEFORE, sides=((AGENCY,), (c,))) for c in (DAILY, WIRE))
    there = [replace(c, article=ArticleId(f"0/{c.article}")) for c in (DAILY, WIRE)]
    moved = [replace(BEFORE, sides=((AGENCY,), (c,))) for c in there]
    ids = {finding.claims[1].sentence.text: finding.id for finding in distinct([one, other])}
    assert sorted(ids.values()) == [BEFORE.id, f"{BEFORE.id}-2"]
    assert {f.claims[1].sentence.text: f.id for f in distinct(reversed(moved))} == ids
    assert {f.id for f in distinct(distinct([one, other]))} == set(ids.values())


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("1.7 million", "1,700,000", True),
        ("42", "43", False),
        ("nearly 42", "42", False),
        ("almost 42", "nearly 42", True),
        ("$42", "42", False),
        ("between 3 and 5", "3", False),
    ],
)
def test_a_figure_is_its_value_unit_and_qualifier(a: str, b: str, *, same: bool) -> None:
    assert (figure_of(quantity(a)) == figure_of(quantity(b))) is same


def test_an_imprint_is_legible() -> None:
    assert imprint(AGENCY).startswith("617 ~")
    assert len(imprint(AGENCY)) == len("617 ~") + 8
