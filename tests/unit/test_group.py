"""Which figures belong together and which articles are one origin, held to the tables of tests/cases/group."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from inspect import getsource

import pytest
from case_tables import Case, params, table
from factories import article

from claimcheck.api import extract_claims
from claimcheck.config.vocabulary import read_vocabulary, read_weights
from claimcheck.group import copies, group, links, origins
from claimcheck.group.pairs import weigh
from claimcheck.model.claim import Claim
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article

LEDE = "Operation Lantern was told of on a quiet afternoon."
LINKED, WEAK = "linked", "weak"
ANOTHER_UNIT, ANOTHER_OPERATION = "another unit", "another operation"
CLASHES = ("one article tells both", "another scope", "another period")
VOCABULARY, WEIGHTS = read_vocabulary(), read_weights()


def news(name: str, text: str) -> Article:
    """An article on Operation Lantern: all of them tell of one event."""
    written = replace(article(name, f"{LEDE}\n\n{text}"), title="Operation Lantern ends")
    return replace(written, date=date(2025, 9, 8))


def figure(claims: Sequence[Claim], name: str, printed: str) -> Claim:
    """The claim of the article whose figure is printed so; "#2" asks for the second one."""
    words, _, place = printed.partition(" #")
    found = [c for c in claims if c.article == name and c.quantity.surface == words]
    assert found, (printed, [(c.article, c.quantity.surface) for c in claims])
    return found[int(place or 1) - 1]


def verdict(articles: Sequence[Article], *places: tuple[str, str]) -> str:
    """What linking says of two figures, by the pair's own evidence and by the clusters that come of all of them."""
    claims = extract_claims(articles, Rules()).claims
    a, b = (figure(claims, *place) for place in places)
    grouping = group(claims, origins(articles), VOCABULARY, WEIGHTS)
    together = any({a.id, b.id} <= {c.id for c in cluster.claims} for cluster in grouping.clusters)
    if a.operation.id != b.operation.id or not links.comparable(a, b):
        assert not together
        return ANOTHER_UNIT if a.operation.id == b.operation.id else ANOTHER_OPERATION
    places_of = {claim.id: n for n, claim in enumerate(claims)}
    pair = tuple(sorted((places_of[a.id], places_of[b.id])))
    found = weigh(claims, VOCABULARY, WEIGHTS.slack)[pair[0], pair[1]]
    if found.barred is not None:
        assert not together
        return found.barred
    if together:
        return LINKED
    why = next((x.why for x in grouping.apart if {x.a, x.b} == {a.id, b.id}), WEAK)
    return next((known for known in (*CLASHES, WEAK) if known in why), why)


@pytest.mark.parametrize("case", params("group/links"))
def test_link(case: Case) -> None:
    articles = [news("a.md", case["a"]), news("b.md", case.get("b", "Nothing more was said."))]
    first, second = case["figures"]
    other = "b.md" if "b" in case else "a.md"
    assert verdict(articles, ("a.md", first), (other, second)) == case["says"]


@pytest.mark.parametrize("case", params("group/origins"))
def test_origin(case: Case) -> None:
    articles = [article(f"{n:02}.md", text) for n, text in enumerate(case["articles"])]
    told: dict[str, list[int]] = {}
    for name, origin in origins(articles).items():
        told.setdefault(origin, []).append(int(name.removesuffix(".md")))
    assert sorted(told.values()) == case["same"]
    assert all(min(f"{n:02}.md" for n in places) == origin for origin, places in told.items())


@pytest.mark.parametrize("case", params("group/repeats"))
def test_repeat(case: Case) -> None:
    told = [entry if isinstance(entry, dict) else {"text": entry} for entry in case["articles"]]
    articles = [replace(article(f"{n:02}.md", one["text"]), date=one.get("date")) for n, one in enumerate(told)]
    weights = {a.id: Decimal(one.get("weight", 1)) for a, one in zip(articles, told, strict=True)}
    found = copies(articles, weights)
    assert {int(a.removesuffix(".md")): int(b.removesuffix(".md")) for a, b in found.items()} == case["repeats"]


def test_every_claim_is_in_exactly_one_cluster_and_the_clusters_are_in_order() -> None:
    articles = [news(f"{n}.md", case["a"]) for n, case in enumerate(table("group/links"))]
    claims = extract_claims(articles, Rules()).claims
    clusters = group(claims, origins(articles), VOCABULARY, WEIGHTS).clusters
    assert sorted(c.id for cluster in clusters for c in cluster.claims) == sorted(c.id for c in claims)
    place = {c.id: n for n, c in enumerate(claims)}
    firsts = [place[cluster.claims[0].id] for cluster in clusters]
    assert firsts == sorted(firsts)
    assert len({cluster.id for cluster in clusters}) == len(clusters)


def test_the_tables_are_large_and_no_two_cases_share_a_name() -> None:
    for name, least in (("links", 50), ("origins", 10), ("repeats", 8)):
        names = [case["name"] for case in table(f"group/{name}")]
        assert len(names) >= least
        assert len(set(names)) == len(names)


def test_every_bar_has_a_case() -> None:
    told = {case["says"] for case in table("group/links")}
    bars = set(re.findall(r'return "([^"]+)"', getsource(links._bar) + getsource(links._too_small)))
    assert len(bars) > 5
    assert bars <= told
    assert {LINKED, WEAK, "another scope", "another period"} <= told
