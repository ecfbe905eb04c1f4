"""What a figure is resolved to, held to the tables of tests/cases/resolve, through the real stages before it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from case_tables import Case, params, table
from factories import article

from claimcheck.api import extract_claims
from claimcheck.model.claim import Claim, Facet
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article

NEUTRAL = "Reporters were told of it on a quiet afternoon."
ANY = "any"


def news(name: str, text: str, *, title: str = "", lede: str = NEUTRAL, day: object = "2025-09-08") -> Article:
    """An article with an opening paragraph that names nobody, so that no name in `text` carries the story."""
    written = f"{lede}\n\n{text}" if lede else text
    return replace(article(name, written), title=title, date=date.fromisoformat(str(day)))


def claims_of(case: Case) -> tuple[Claim, ...]:
    fields = {key: case[key] for key in ("title", "lede", "day") if key in case}
    articles = [news("a.md", case["text"], **fields)]
    articles.extend(news(f"b{n}.md", text, lede="") for n, text in enumerate(case.get("beside", ())))
    return tuple(c for c in extract_claims(articles, Rules()).claims if c.article == "a.md")


def figure(claims: Sequence[Claim], printed: str) -> Claim:
    """The claim whose figure is printed so; "#2" asks for the second one."""
    words, _, place = printed.partition(" #")
    found = [c for c in claims if c.quantity.surface == words]
    assert found, (printed, [c.quantity.surface for c in claims])
    return found[int(place or 1) - 1]


METRICS = ("resolve/metrics", "resolve/beats", "resolve/amounts", "resolve/qualities", "resolve/headlines")


@pytest.mark.parametrize("case", [case for name in METRICS for case in params(name)])
def test_metric(case: Case) -> None:
    claim = figure(claims_of(case), case["figure"])
    metric = claim.metric
    said: Case = {"entity": metric.entity, "action": metric.action, "aspect": claim.aspect.value}
    said |= {"direction": claim.direction and claim.direction.value, "grows": metric.grows, "volatile": metric.volatile}
    wanted = {"action": None, "aspect": "level", "direction": None} | {k: v for k, v in case.items() if k in said}
    if wanted["aspect"] == ANY:
        del wanted["direction"]
    wanted = {k: v for k, v in wanted.items() if v != ANY}
    assert {k: said[k] for k in wanted} == wanted, claim.evidence
    assert set(case.get("modifiers", ())) <= metric.modifiers
    assert not set(case.get("lacks", ())) & {*metric.modifiers, metric.entity}
    if "period" in case:
        assert _key(claim.period) == case["period"]


def test_every_claim_says_where_it_comes_from() -> None:
    for case in [case for name in METRICS for case in table(name)]:
        for claim in claims_of(case):
            assert claim.evidence
            assert claim.metric.id
            assert claim.metric.name


@pytest.mark.parametrize("case", [*params("resolve/facets"), *params("resolve/parts")])
def test_circumstances(case: Case) -> None:
    claims = claims_of(case)
    claim = figure(claims, case["figure"])
    said = {name: _key(facet) for name, facet in _facets(claim).items()} | {"status": claim.status.value}
    wanted = dict.fromkeys(said) | {"status": "confirmed"} | {k: v for k, v in case.items() if k in said}
    wanted = {k: v for k, v in wanted.items() if v != ANY}
    assert {k: said[k] for k in wanted} == wanted
    left = claim.operation.id.partition("/")[2]
    assert left == case.get("operation", "")


def _facets(claim: Claim) -> dict[str, Facet | None]:
    return {"scope": claim.scope, "period": claim.period, "attribution": claim.attribution}


def _key(facet: Facet | None) -> str | None:
    return facet.key if facet is not None else None


@pytest.mark.parametrize("case", table("resolve/facets"), ids=lambda case: str(case["name"]))
def test_a_circumstance_stands_where_its_words_are(case: Case) -> None:
    for claim in claims_of(case):
        text = news("a.md", case["text"], lede=case.get("lede", NEUTRAL)).text
        for facet in filter(None, _facets(claim).values()):
            assert facet.label
            if facet.span is not None:
                words = facet.span.of(text).lower()
                assert words
                assert claim.sentence.paragraph >= 0


@pytest.mark.parametrize("case", params("resolve/stories"))
def test_story(case: Case) -> None:
    articles = [
        news(f"{n}.md", spec["text"], title=spec["title"], lede="", day=spec["day"])
        for n, spec in enumerate(case["articles"])
    ]
    for shown in (articles, articles[::-1]):
        home = {c.article: c.operation.id.partition("/")[0] for c in extract_claims(shown, Rules()).claims}
        assert set(home) == {a.id for a in articles}, "every article has a figure"
        told: dict[str, list[int]] = {}
        for name in sorted(home):
            told.setdefault(home[name], []).append(int(name.removesuffix(".md")))
        assert sorted(told.values()) == case["same"]


def test_the_tables_are_large_and_no_two_cases_share_a_name() -> None:
    for name, least in (("metrics", 70), ("beats", 120), ("facets", 50), ("parts", 85), ("stories", 12)):
        names = [case["name"] for case in table(f"resolve/{name}")]
        assert len(names) >= least
        assert len(set(names)) == len(names)
