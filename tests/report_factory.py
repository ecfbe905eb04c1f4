"""Reports built by hand, for tests of formats and commands that must not depend on what the stages find."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from claimcheck.model.claim import (
    Claim,
    ClaimId,
    Facet,
    MentionKind,
    Metric,
    MetricId,
    Operation,
    OperationId,
    Skipped,
    SkipReason,
)
from claimcheck.model.finding import (
    NO_TRAIL,
    Apart,
    Cluster,
    Comparison,
    Copy,
    Decision,
    Explanation,
    Finding,
    FindingId,
    Group,
    GroupId,
    Reason,
    Refusal,
    Severity,
    Support,
    Suppression,
    Tie,
    Trail,
    Verdict,
)
from claimcheck.model.quantity import COUNT_UNIT, Dimension, Interval, Qualifier, Quantity, Unit, UnitId
from claimcheck.model.report import Coverage, Report
from claimcheck.model.text import Article, ArticleId, Sentence, SentenceKind, Span

USD = Unit(id=UnitId("USD"), dimension=Dimension.MONEY)
KILOGRAM = Unit(id=UnitId("kilogram"), dimension=Dimension.MASS)

AGENCY = """---
title: Agency closes Operation Lantern
source: Agency
date: 2024-03-01
url: https://agency.example/lantern
---
Officers made 42 arrests and took $1,697,313 in assets. They seized 16.55 kilograms of heroin.
The operation began in 2023.
"""
DAILY_A = """---
title: Lantern
source: Daily A
date: 2024-03-02
---
Police say <b>42</b> arrests | `42` were made, with *nearly* $1,700 in assets and 16.6 kilograms of heroin.
"""
DAILY_B = """---
title: Raids
source: Daily B, a paper with a very long name indeed
---
In the raids 39 arrests [bold]were[/bold] made \x1b[31min red\x1b[0m; 7 dogs helped.
"""


def article(
    path: str, text: str, *, title: str = "", source: str | None = None, day: date | None = None, url: str | None = None
) -> Article:
    start = text.index("---\n", 4) + 4 if text.startswith("---\n") else 0
    at = text.find(title) if title else -1
    return Article(
        id=ArticleId(path),
        path=path,
        title=title,
        source=source,
        date=day,
        url=url,
        text=text,
        body=Span(start, len(text)),
        title_span=Span(at, at + len(title)) if at >= 0 else None,
    )


def claim(
    where: Article,
    surface: str,
    value: str | None,
    metric: str,
    *,
    unit: Unit = COUNT_UNIT,
    qualifier: Qualifier = Qualifier.EXACT,
    operation: str = "Operation Lantern",
    scope: str | None = None,
    nth: int = 0,
) -> Claim:
    start = -1
    for _ in range(nth + 1):
        start = where.text.index(surface, start + 1)
    span = Span(start, start + len(surface))
    number = Decimal(value) if value is not None else None
    quantity = Quantity(
        value=number,
        interval=Interval(low=number, high=number),
        step=Decimal(1),
        unit=unit,
        qualifier=qualifier,
        surface=surface,
        span=span,
        number=span,
    )
    return Claim(
        id=ClaimId(f"{where.id}#{start}"),
        article=where.id,
        sentence=_sentence(where, span),
        quantity=quantity,
        kind=MentionKind.AMOUNT,
        metric=Metric(id=MetricId(metric), name=metric, entity=metric),
        operation=Operation(id=OperationId(operation), name=operation, named=True),
        scope=Facet(key=scope, label=scope) if scope else None,
    )


def _sentence(where: Article, span: Span) -> Sentence:
    breaks = [found + len(mark) for mark in (". ", "\n") if (found := where.text.rfind(mark, 0, span.start)) >= 0]
    start = max(breaks, default=0)
    ends = [end for mark in (". ", "\n") if (end := where.text.find(mark, span.end)) >= 0]
    whole = Span(start, min(ends, default=len(where.text)))
    return Sentence(
        article=where.id, index=0, paragraph=0, span=whole, text=whole.of(where.text), kind=SentenceKind.PROSE
    )


def group(
    claims: Sequence[Claim], verdict: Verdict, comparisons: Sequence[tuple[int, int, Verdict, str]] = ()
) -> Group:
    first = claims[0]
    name = f"{first.operation.name}/{first.metric.name}"
    cluster = Cluster(
        id=GroupId(name),
        operation=first.operation.name,
        metric=first.metric.name,
        claims=tuple(claims),
        origin_of=tuple(claim.article for claim in claims),
    )
    pairs = tuple(Comparison(a=claims[a].id, b=claims[b].id, verdict=rung, why=why) for a, b, rung, why in comparisons)
    return Group(cluster=cluster, comparisons=pairs, verdict=verdict)


def finding(
    code: str,
    severity: Severity,
    message: str,
    sides: Sequence[Sequence[Claim]],
    *,
    suspect: Claim | None = None,
    suggestion: str | None = None,
    suppressed: Suppression | None = None,
    trail: Trail = NO_TRAIL,
) -> Finding:
    first = sides[0][0]
    return Finding(
        id=FindingId(f"{code.lower()}-{first.metric.name}"),
        check=code,
        name=f"name of {code}",
        severity=severity,
        operation=first.operation.name,
        metric=first.metric.name,
        message=message,
        suggestion=suggestion,
        suspect=suspect,
        sides=tuple(tuple(side) for side in sides),
        suppressed=suppressed,
        trail=trail,
    )


def report(
    articles: Sequence[Article],
    groups: Sequence[Group],
    findings: Sequence[Finding] = (),
    skipped: Sequence[Skipped] = (),
    origins: Mapping[ArticleId, str] | None = None,
    apart: Sequence[Apart] = (),
) -> Report:
    claims = tuple(claim for group in groups for claim in group.cluster.claims)
    alone = sum(len(g.cluster.claims) for g in groups if g.verdict is Verdict.UNCORROBORATED)
    counts = {reason: sum(1 for s in skipped if s.reason is reason) for reason in {s.reason for s in skipped}}
    return Report(
        articles=tuple(articles),
        origins=origins or {a.id: a.id for a in articles},
        claims=tuple(sorted(claims, key=lambda claim: (claim.article, claim.span))),
        skipped=tuple(skipped),
        groups=tuple(groups),
        findings=tuple(findings),
        coverage=Coverage(
            numbers=len(claims) + len(skipped), compared=len(claims) - alone, alone=alone, skipped=counts
        ),
        apart=tuple(apart),
    )


def lantern() -> Report:
    """Three articles: a magnitude slip with a suspect, a conflict without one, an agreement, a lone figure, a year."""
    day = date(2024, 3, 1)
    agency = article(
        "news/agency.md",
        AGENCY,
        title="Agency closes Operation Lantern",
        source="Agency",
        day=day,
        url="https://agency.example/lantern",
    )
    one = article("news/daily-a.md", DAILY_A, title="Lantern", source="Daily A", day=date(2024, 3, 2))
    two = article("news/daily-b.md", DAILY_B, title="Raids", source="Daily B, a paper with a very long name indeed")
    arrests = [
        claim(agency, "42", "42", "arrests"),
        claim(one, "42", "42", "arrests"),
        claim(two, "39", "39", "arrests"),
    ]
    assets = [
        claim(agency, "$1,697,313", "1697313", "assets", unit=USD),
        claim(one, "$1,700", "1700", "assets", unit=USD, qualifier=Qualifier.NEARLY),
    ]
    heroin = [
        claim(agency, "16.55 kilograms", "16.55", "heroin", unit=KILOGRAM),
        claim(one, "16.6 kilograms", "16.6", "heroin", unit=KILOGRAM, scope="<nationwide>"),
    ]
    dogs = [claim(two, "7", "7", "dogs")]
    year = agency.text.index("2023")
    groups = [
        group(
            arrests,
            Verdict.CONFLICT,
            [(0, 1, Verdict.SAME, "the same figure"), (0, 2, Verdict.CONFLICT, "42 is not 39")],
        ),
        group(assets, Verdict.CONFLICT, [(0, 1, Verdict.CONFLICT, "a thousand times apart")]),
        group(heroin, Verdict.ROUNDED, [(0, 1, Verdict.ROUNDED, "16.6 rounds 16.55")]),
        group(dogs, Verdict.UNCORROBORATED),
    ]
    findings = [
        finding(
            "CC102",
            Severity.ERROR,
            "assets, Operation Lantern: nearly $1,700 here, $1,697,313 in news/agency.md:7:30: a lost scale word",
            [[assets[0]], [assets[1]]],
            suspect=assets[1],
            suggestion='should read "nearly $1.7 million"',
            trail=slip_trail(*assets),
        ),
        finding("CC101", Severity.WARNING, "arrests: 39 here, 42 elsewhere", [arrests[:2], arrests[2:]]),
    ]
    skipped = [
        Skipped(article=agency.id, span=Span(year, year + 4), surface="2023", reason=SkipReason.YEAR),
    ]
    apart = [Apart(a=arrests[0].id, b=dogs[0].id, why="words that never merge")]
    return report([agency, one, two], groups, findings, skipped, apart=apart)


def slip_trail(right: Claim, wrong: Claim) -> Trail:
    """A step of every kind."""
    reasons = (Reason(says="both count “asset”", weight=1.22), Reason(says="words near by", weight=-0.3))
    refusals = (
        Refusal(verdict=Verdict.NOT_COMPARABLE, fails="one dimension", unless=("one of them covered another part",)),
        Refusal(verdict=Verdict.SAME, fails="two different figures"),
        Refusal(verdict=Verdict.DISPUTED, fails="no claimant is named", unless=("two claimants said so",)),
    )
    pair = Comparison(a=right.id, b=wrong.id, verdict=Verdict.CONFLICT, why="a thousand times apart")
    return Trail(
        ties=(Tie(a=right.id, b=wrong.id, score=0.92, reasons=reasons),),
        decisions=(Decision(comparison=pair, refusals=refusals, pairs=2),),
        left_out=1,
        causes=(Explanation(check="CC102", name="magnitude slip", fit=Decimal("0.95"), words="a lost scale word"),),
        supports=(
            Support(claims=(right.id,), origins=(right.article,), weight=Decimal(3), primary=True),
            Support(claims=(wrong.id,), origins=(wrong.article,), weight=Decimal(1), primary=False),
        ),
        suspect="one origin stands alone against a primary source",
        doubts=("one article gives both figures",),
        severity=("CC102 is an error where nothing speaks against it",),
        copies=(Copy(copy=wrong.id, original=right.id, alike=Decimal("0.92"), one_origin=False, directed=True),),
        steps=("a step that the check itself tells",),
    )


def clean() -> Report:
    """One group that agrees, nothing found."""
    agency = article("news/agency.md", AGENCY, title="Agency closes Operation Lantern", source="Agency")
    heroin = [claim(agency, "16.55 kilograms", "16.55", "heroin", unit=KILOGRAM)]
    return report([agency], [group(heroin, Verdict.SAME)])
