"""What holds for whatever articles go through the stages."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from case_tables import table
from factories import article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.api import compare_articles, extract_claims
from claimcheck.model.claim import Claim
from claimcheck.model.report import Report
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article
from claimcheck.protocols import RenderOptions, View
from claimcheck.report import registry

quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

WHO = ("Agents", "Police", "Officials", "The army", "Reporters", "The firm", "Analysts")
WHAT = (
    "seized {} kilograms of cocaine",
    "arrested {} people",
    "counted {} dead and {} injured",
    "seized ${} million in cash and {} guns",
    "said revenue rose {} percent to ${} billion",
    "expected ${} billion in sales",
    "moved {} people out of {} homes",
    "burned {} acres",
    "had {} votes, {} more than their rivals",
    "recalled {} million units after {} reports of fires",
)
MARKS = tuple(",;:|.()-“”")
WHERE = (
    "",
    " in Ohio",
    " in the first half of 2024",
    " on Monday",
    " a year earlier",
    ", down from {}",
    " (about {} pounds)",
)
HEDGES = ("", "more than ", "nearly ", "about ", "up to ", "at least ")
EVENTS = ("Operation Lantern", "the Gifford Fire", "Hurricane Ian", "the Nepal quake")
NUMBERS = st.sampled_from((1, 3, 7, 41, 55, 86, 480, 617, 671, 1_697, 4_455, 62_067, 714_707))


SCRAPS = (
    *("0123456789" * 3),
    *(":.,-–/()$%£ '\"½+|\n" + " " * 6),
    *(
        "million",
        "m",
        "bn",
        "half",
        " of ",
        "a ",
        "p.m.",
        "Nos. ",
        "to ",
        "from ",
        "the last ",
        "week of June",
        "per share",
    ),
    *("people ", "year-old", "between ", "five-to-ten ", "Smith ", "said ", "dropped ", "ft", "km ", "(46%)", "FY23 "),
    *("population ", "town of ", "quarter ", "1Q ", "were ", "paid ", "votes", "passengers ", "and ", "the others"),
)
"""Words and marks that the stages look out for, in no order that anybody would write."""


@st.composite
def sentences(draw: st.DrawFn) -> str:
    text = f"{draw(st.sampled_from(WHO))} {draw(st.sampled_from(WHAT))}{draw(st.sampled_from(WHERE))}."
    while "{}" in text:
        text = text.replace("{}", f"{draw(NUMBERS):,}", 1)
    return text


@st.composite
def reports(draw: st.DrawFn) -> Article:
    event = draw(st.sampled_from(EVENTS))
    paragraphs = draw(st.lists(st.lists(sentences(), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=3))
    text = "\n\n".join((f"Nobody could say on Monday how {event} would end.", *paragraphs))
    day = date(2025, 9, 8) + timedelta(days=draw(st.integers(0, 20)))
    return replace(article("?", text), title=f"What {event} has cost", date=day)


def named(articles: list[Article]) -> list[Article]:
    return [replace(a, id=type(a.id)(f"{n:02}.md"), path=f"{n:02}.md") for n, a in enumerate(articles)]


folders = st.lists(reports(), min_size=2, max_size=5).map(named)


def rendered(report: Report) -> str:
    return registry.named("json").render(
        report, RenderOptions(view=View.COMPARE, verbose=True, quiet=False, color=False, width=100)
    )


@quick
@given(folders, st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(folder: list[Article], random: Random) -> None:
    shuffled = list(folder)
    random.shuffle(shuffled)
    assert rendered(compare_articles(shuffled, Rules())) == rendered(compare_articles(folder, Rules()))


UNRELATED = replace(
    article("zz.md", "Mayor Ingrid Solheim opened the lighthouse museum at Hammerfest, which welcomed 23 schools."),
    title="Lighthouse museum opens",
    date=date(2025, 9, 10),
)


@quick
@given(folders)
def test_an_unrelated_article_changes_no_finding_among_the_others(folder: list[Article]) -> None:
    alone = compare_articles(folder, Rules())
    beside = compare_articles([*folder, UNRELATED], Rules())
    assert {f.id for f in beside.findings} == {f.id for f in alone.findings}


def told(report: Report, names: dict[str, str]) -> set[tuple[object, ...]]:
    """What every finding says, of whose figures; articles under their `names`, the others under their own."""

    def place(claim: Claim) -> tuple[str, int]:
        return names.get(claim.article, claim.article), claim.span.start

    return {
        (
            finding.check,
            finding.severity,
            finding.message,
            finding.suggestion,
            finding.suspect and place(finding.suspect),
            frozenset(frozenset(map(place, side)) for side in finding.sides),
            "-".join(finding.id.split("-")[:2]),
        )
        for finding in report.findings
    }


def verdicts(report: Report, names: dict[str, str]) -> set[tuple[object, ...]]:
    """The groups by their verdicts and figures, articles under their `names`."""
    return {
        (g.verdict, frozenset((names.get(c.article, c.article), c.span.start) for c in g.cluster.claims))
        for g in report.groups
    }


@quick
@given(folders, st.data())
def test_an_article_that_is_run_again_is_listed_and_changes_nothing_else(
    folder: list[Article], data: st.DataObject
) -> None:
    again = data.draw(st.sampled_from(folder))
    name = data.draw(st.sampled_from(("00-again.md", "zz-again.md")))
    copy = replace(again, id=type(again.id)(name), path=name, source="The Afternoon Wire")
    alone, beside = (compare_articles(each, Rules()) for each in (folder, [*folder, copy]))
    assert told(beside, {name: again.id}) == told(alone, {})
    assert verdicts(beside, {name: again.id}) == verdicts(alone, {})
    listed = {claim.article for finding in beside.findings for claim in finding.claims}
    assert (name in listed) == (again.id in listed)


@quick
@given(folders, st.randoms(use_true_random=False))
def test_what_files_are_called_changes_nothing(folder: list[Article], random: Random) -> None:
    folder = list({(a.date, a.title, a.text): a for a in folder}.values())
    called = [f"{n:02}.md" for n in range(len(folder))]
    random.shuffle(called)
    renamed = [replace(a, id=type(a.id)(n), path=n) for a, n in zip(folder, called, strict=True)]
    names = {n: str(a.id) for a, n in zip(folder, called, strict=True)}
    # Messages name articles without a source by their files.
    signed = [replace(a, source=f"Paper {n}") for n, a in enumerate(folder)]
    signed_again = [replace(a, source=f"Paper {n}") for n, a in enumerate(renamed)]
    one, other = (compare_articles(each, Rules()) for each in (signed, signed_again))
    assert told(other, names) == told(one, {})
    assert verdicts(other, names) == verdicts(one, {})


@quick
@given(folders)
def test_every_number_is_compared_alone_or_skipped(folder: list[Article]) -> None:
    for report in (compare_articles(folder, Rules()), extract_claims(folder, Rules())):
        coverage = report.coverage
        assert coverage.numbers == len(report.claims) + len(report.skipped)
        assert coverage.numbers == coverage.compared + coverage.alone + sum(coverage.skipped.values())
        assert Counter(s.reason for s in report.skipped) == Counter(coverage.skipped)


@quick
@given(folders)
def test_every_claim_is_in_exactly_one_group_and_the_group_is_of_one_event(folder: list[Article]) -> None:
    report = compare_articles(folder, Rules())
    grouped = [c.id for g in report.groups for c in g.cluster.claims]
    assert sorted(grouped) == sorted(c.id for c in report.claims)
    for g in report.groups:
        assert len({c.operation.id for c in g.cluster.claims}) == 1
        assert len({c.quantity.unit.dimension for c in g.cluster.claims}) == 1


@quick
@given(folders)
def test_spans_slice_back_to_the_words_they_stand_for(folder: list[Article]) -> None:
    texts = {a.id: a.text for a in folder}
    for claim in extract_claims(folder, Rules()).claims:
        text = texts[claim.article]
        assert claim.span.of(text) == claim.quantity.surface
        assert claim.sentence.span.covers(claim.span)
        for facet in filter(None, (claim.scope, claim.period, claim.attribution)):
            assert facet.span is None or facet.span.of(text)


@quick
@given(st.lists(st.text(max_size=300), min_size=1, max_size=3), st.text(max_size=60))
def test_any_text_is_resolved(texts: list[str], title: str) -> None:
    folder = [replace(a, title=title) for a in named([article("?", text) for text in texts])]
    report = compare_articles(folder, Rules())
    assert report.coverage.numbers == len(report.claims) + len(report.skipped)


words = st.sampled_from(MARKS) | st.sampled_from(
    ("617", "$1.7", "3%", "kg", "million", "people", "of", "in", "the", "and", "were", "killed", "Ohio", "Of", "those")
)


@quick
@given(st.lists(words, max_size=60).map(" ".join))
def test_any_heap_of_words_is_resolved(text: str) -> None:
    for claim in extract_claims([article("a.md", text)], Rules()).claims:
        assert claim.metric.entity
        assert claim.evidence


TOLD = tuple(case["text"] for name in ("beats", "amounts", "parts") for case in table(f"resolve/{name}"))
PUT_IN = (",", "and", "of", "to", "by", "for", "who", "that", "than", "at", "beating", "missed", "expected", "up", "(")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(TOLD), st.sampled_from(TOLD), st.sampled_from(PUT_IN), st.randoms(use_true_random=False))
def test_sentences_that_break_off_or_run_into_others_are_read(text: str, other: str, word: str, random: Random) -> None:
    words = text.split()
    cut = random.randrange(len(words) + 1)
    for broken in (words[:cut], words[cut:], [*words[:cut], word, *words[cut:]], [*words[:cut], *other.split()[-cut:]]):
        extract_claims([article("a.md", " ".join(broken))], Rules())


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join), min_size=1, max_size=3))
def test_garbled_articles_are_compared_all_the_same(texts: list[str]) -> None:
    report = compare_articles([article(f"{n}.md", text) for n, text in enumerate(texts)], Rules())
    assert all(claim.quantity.surface for claim in report.claims)
