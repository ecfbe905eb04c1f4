"""From verdicts to sides, and the one who stands alone."""

from collections.abc import Mapping

from factories import article, claim, cluster

from claimcheck.compare import Standings, compare, disagreements, standings
from claimcheck.config.policy import default_policy
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Disagreement
from claimcheck.model.text import ArticleId

POLICY = default_policy()
NOBODY: Standings = {}


def _disagreements(
    figures: Mapping[str, str], origins: Mapping[str, str] | None = None, say: Standings = NOBODY
) -> tuple[Disagreement, ...]:
    return _of([claim(text, article=name) for name, text in figures.items()], origins, say)


def _of(
    claims: list[Claim], origins: Mapping[str, str] | None = None, say: Standings = NOBODY
) -> tuple[Disagreement, ...]:
    return disagreements(compare(cluster(claims, origins), POLICY), say)


def _words(one: Disagreement) -> list[list[str]]:
    return [[claim.quantity.surface for claim in side] for side in one.sides]


def _suspect(one: Disagreement) -> str | None:
    return one.suspect.quantity.surface if one.suspect else None


def test_agreement_is_no_disagreement() -> None:
    assert _disagreements({"a": "617", "b": "more than 600", "c": "617"}) == ()


def test_sides_come_best_supported_first() -> None:
    (one,) = _disagreements({"a": "542", "b": "617", "c": "617"})
    assert _words(one) == [["617", "617"], ["542"]]
    assert _suspect(one) == "542"


def test_roundings_and_bounds_stand_with_what_they_agree_with() -> None:
    (one,) = _disagreements({"a": "55 kg", "b": "16.55 kg", "c": "16.5 kg", "d": "36.5 lb", "e": "16 kg"})
    assert sorted(_words(one)[0]) == ["16 kilograms", "16.5 kilograms", "16.55 kilograms", "36.5 pounds"]
    assert _words(one)[1] == ["55 kilograms"]


def test_a_bound_that_both_sides_satisfy_is_left_out() -> None:
    (one,) = _disagreements({"a": "617", "b": "617", "c": "670", "d": "more than 600"})
    assert _words(one) == [["617", "617"], ["670"]]


def test_an_origin_counts_once() -> None:
    (one,) = _disagreements({"a": "617", "b": "617", "c": "542"}, {"b": "a"})
    assert _suspect(one) is None


def test_a_copied_error_still_stands_alone() -> None:
    (one,) = _disagreements({"a": "617", "b": "617", "c": "542", "d": "542"}, {"d": "c"})
    assert _suspect(one) == "542"


def test_two_origins_are_not_alone() -> None:
    (one,) = _disagreements({"a": "617", "b": "617", "e": "617", "c": "542", "d": "542"})
    assert _suspect(one) is None


def test_a_primary_source_settles_it() -> None:
    primary = article("a", url="https://www.dea.gov/press-releases/2025/09/08")
    say = standings({ArticleId("a"): primary}, POLICY)
    (one,) = _disagreements({"a": "617", "c": "542"}, say=say)
    assert _words(one)[0] == ["617"]
    assert _suspect(one) == "542"


def test_two_odd_figures_are_two_disagreements() -> None:
    found = _disagreements({"a": "617", "b": "617", "c": "542", "d": "390"})
    assert [_suspect(one) for one in found] == ["542", "390"]


def test_without_a_majority_all_sides_stand_in_one() -> None:
    (one,) = _disagreements({"a": "617", "c": "542", "d": "390"})
    assert len(one.sides) == 3
    assert one.suspect is None


def test_one_article_against_itself_is_not_between_articles() -> None:
    assert _of([claim("617", article="a"), claim("542", article="a", at=40)]) == ()


def test_different_scopes_never_stand_against_each_other() -> None:
    claims = [
        claim("617", article="a"),
        claim("25", article="b", scope="omaha"),
        claim("52", article="c", scope="omaha"),
    ]
    (one,) = _of(claims)
    assert _words(one) == [["25"], ["52"]]


def test_values_of_several_days_stand_together() -> None:
    figures = {"3": "2025-08-06", "4": "2025-08-12", "2": "2025-08-23"}
    claims = [claim(n, article=f"{n}.md", grows=True, as_of=day) for n, day in figures.items()]
    (one,) = _of(claims)
    assert sorted(_words(one)) == [["2"], ["3", "4"]]


def test_an_odd_figure_is_told_of_once() -> None:
    part = claim("$11,111,483", article="a", metric="cash", entity="cash", index=1, at=60)
    claims = [
        claim("$1,697,313", article="a", metric="assets", index=1),
        claim("about $1.7 million", article="b", metric="assets"),
        claim("around $12.8 million", article="c", metric="assets"),
        claim("nearly $1,700", article="d", metric="assets"),
    ]
    beside = {c.article: ((c, part) if c.article == "a" else (c,)) for c in claims}
    (one,) = disagreements(compare(cluster(claims), POLICY, beside), NOBODY)
    assert _suspect(one) == "nearly $1,700"


def test_a_slip_is_told_against_what_it_is_a_slip_of() -> None:
    figures = {"a": "263,515", "b": "263,515", "c": "263,515", "d": "227,708", "e": "227,708", "f": "222,708"}
    told = [_words(one) for one in _disagreements(figures)]
    assert [["227,708", "227,708"], ["222,708"]] in told
    assert [["263,515"] * 3, ["227,708"] * 2] in told


def test_what_is_no_slip_is_told_against_the_best_supported() -> None:
    figures = {"a": "263,515", "b": "263,515", "c": "263,515", "d": "227,708", "e": "227,708", "f": "241,336"}
    assert [["263,515"] * 3, ["241,336"]] in [_words(one) for one in _disagreements(figures)]
