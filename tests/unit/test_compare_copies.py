"""A figure that changed from one article to the next, held to tests/cases/trail/copies.yaml."""

import re
from datetime import date

import pytest
from case_tables import Case, params
from factories import claim, cluster

from claimcheck.compare import compare
from claimcheck.compare.copies import Around, alike, copies, masked
from claimcheck.config.policy import default_policy
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Copy
from claimcheck.model.text import ArticleId

POLICY = default_policy()
DAY = date(2024, 3, 1)
_FIGURE = re.compile("»(.+?)«")


def _claim(marked: str, name: str, index: int = 0) -> Claim:
    found = _FIGURE.search(marked)
    assert found is not None
    text = _FIGURE.sub(r"\1", marked)
    return claim(found[1], article=name, at=found.start(), sentence=text, index=index)


def _copies(case: Case) -> tuple[list[Claim], tuple[Copy, ...]]:
    second = "a.md" if case.get("one_article") else "b.md"
    claims = [_claim(case["a"], "a.md"), _claim(case["b"], second, index=1)]
    group = compare(cluster(claims, case.get("origins")), POLICY)
    around = Around(
        claims={ArticleId(c.article): (c,) for c in claims},
        dates={ArticleId(name): day for name, day in case.get("dates", {"a.md": DAY, "b.md": DAY}).items()},
        suspect=claims[1] if case.get("suspect", True) else None,
        policy=POLICY.trail,
    )
    return claims, copies(group, [claims[:1], claims[1:]], around)


@pytest.mark.parametrize("case", params("trail/copies"))
def test_who_copies_whom(case: Case) -> None:
    claims, found = _copies(case)
    if not case["copies"]:
        assert found == ()
        return
    (copy,) = found
    first, second = claims if case.get("original") != "b.md" else reversed(claims)
    assert (copy.original, copy.copy) == (first.id, second.id)
    assert copy.directed is case.get("directed", True)
    assert copy.one_origin is ("origins" in case)
    assert copy.one_origin or copy.alike >= POLICY.trail.copy_alike


def test_the_nearest_passage_is_the_original() -> None:
    words = "Officers made »{}« arrests across twelve states during the week, the agency said{}."
    near, nearer, odd = (
        _claim(words.format(figure, tail), name)
        for figure, tail, name in (("3,337", " on a Friday", "a.md"), ("3,337", "", "b.md"), ("3,373", "", "c.md"))
    )
    group = compare(cluster([near, nearer, odd]), POLICY)
    around = Around(claims={}, dates={}, suspect=odd, policy=POLICY.trail)
    (copy,) = copies(group, [[near, nearer], [odd]], around)
    assert (copy.original, str(copy.alike)) == (nearer.id, "1.00")


def test_every_figure_of_the_sentence_is_masked_by_its_claim_or_its_digits() -> None:
    one = _claim("Twelve officers made »3,337« arrests in 2024.", "a.md")
    twelve = claim("twelve", article="a.md", at=0, sentence=one.sentence.text)
    assert masked(one, {one.article: (one, twelve)}) == ("\0", "officers", "made", "\0", "arrests", "in", "\0")
    assert masked(one, {})[:2] == ("twelve", "officers")


def test_a_long_passage_is_looked_at_around_its_figure() -> None:
    one = _claim(f"{'before ' * 5000}»3,337«{' after' * 5000}", "a.md")
    words = masked(one, {})
    assert len(words) == 120
    assert words.index("\0") == 60


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        ("one two three four five six seven eight", "one two three four five six seven eight", "1.00"),
        ("one two three four five six seven eight", "one two three four five six seven nine", "0.88"),
        ("one two three four five six seven eight", "eight seven six five four three two one", "0.12"),
        ("one two three four five six seven eight", "nine ten eleven twelve five six seven eight", "0"),
        ("one two three", "one two three", "0"),
    ],
)
def test_likeness(a: str, b: str, share: str) -> None:
    assert str(alike(a.split(), b.split(), POLICY.trail)) == share
    assert str(alike(b.split(), a.split(), POLICY.trail)) == share
