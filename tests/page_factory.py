"""A report with everything that the review page shows, built by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from report_factory import USD, article, claim, finding, group, lantern, report

from claimcheck.model.baseline import Accepted, BaselineState
from claimcheck.model.claim import Claim, Skipped, SkipReason
from claimcheck.model.finding import Finding, Group, Severity, Suppression, Verdict
from claimcheck.model.quantity import Interval, Qualifier
from claimcheck.model.report import Report
from claimcheck.model.text import Article, Span

_PAPERS = ("Harbour Post", "The Daily Lantern of the Northern Islands and Beyond", "Wire One", "Evening Mail", "Agency")


def allowing(one: Claim, low: str | None, high: str | None, qualifier: Qualifier = Qualifier.EXACT) -> Claim:
    """The claim with what it allows set."""
    ends = Interval(low=Decimal(low) if low else None, high=Decimal(high) if high else None)
    return replace(one, quantity=replace(one.quantity, interval=ends, qualifier=qualifier))


def desk_report(*, named: str = "dead: an old count") -> Report:
    """Findings of every severity and state, a toll that grows, open bounds, roundings, an entry no longer found.
    `named` is the message of one finding, the title of an article, and its source.
    """
    base = lantern()
    first = replace(base.articles[0], title=named, source=named)
    base = replace(base, articles=(first, *base.articles[1:]))
    toll_papers, toll = _toll()
    money_papers, money = _money()
    slip, split = base.findings
    late = finding("CC108", Severity.NOTE, named, [toll.cluster.claims[2:], toll.cluster.claims[:2]])
    odd = finding("CC105", Severity.WARNING, "revenue: a bound", [money.cluster.claims[:2], money.cluster.claims[2:]],
                  suspect=money.cluster.claims[2], suggestion='should read "$1.7 million"')  # fmt: skip
    found: Sequence[Finding] = (
        replace(slip, state=BaselineState.NEW),
        replace(split, state=BaselineState.NEW),
        replace(odd, state=BaselineState.NEW),
        replace(late, state=BaselineState.UNCHANGED),
        replace(late, id=type(late.id)("CC108-kept"), state=BaselineState.UNCHANGED, suppressed=Suppression(
            by="baseline", reason="the statement was corrected")),
    )  # fmt: skip
    year = Skipped(article=toll_papers[0].id, span=Span(0, 3), surface="The", reason=SkipReason.NAME)
    whole = report(
        [*base.articles, *toll_papers, *money_papers], [*base.groups, toll, money], found, [*base.skipped, year]
    )
    gone = Accepted(id="CC101-gone", check="CC101", operation="Flood", metric="homes", message="homes: 40 against 44",
                    reason="the desk knows")  # fmt: skip
    return replace(whole, absent=(gone,))


def _toll() -> tuple[list[Article], Group]:
    papers, claims = [], []
    for number, (name, dead) in enumerate(zip(_PAPERS[:4], ("1,805", "4,310", "4,946", "4,964"), strict=True)):
        day = date(2024, 5, 10 + number)
        paper = article(
            f"flood/{number}.md", f"The flood killed {dead} people along the coast.\n", source=name, day=day
        )
        one = claim(paper, dead, dead.replace(",", ""), "dead", operation="Flood")
        papers.append(paper)
        claims.append(replace(one, metric=replace(one.metric, grows=True)))
    return papers, group(claims, Verdict.SUPERSEDED)


def _money() -> tuple[list[Article], Group]:
    rows = (
        ("$1.7 million", "1700000", "1650000", "1750000", Qualifier.EXACT),
        ("more than $1.2 million", "1200000", "1200000", None, Qualifier.MORE_THAN),
        ("less than $20,000", "20000", None, "20000", Qualifier.LESS_THAN),
        ("$1.2 to $1.9 million", None, "1200000", "1900000", Qualifier.BETWEEN),
    )
    papers, claims = [], []
    for number, (printed, value, low, high, qualifier) in enumerate(rows):
        paper = article(f"money/{number}.md", f"The fair took {printed} at the gate.\n", source=_PAPERS[number])
        one = claim(paper, printed, value, "revenue", unit=USD, operation="Spring fair")
        papers.append(paper)
        claims.append(allowing(one, low, high, qualifier))
    return papers, group(claims, Verdict.CONFLICT)
