"""A cluster's pairs, its verdict, and what the group's other figures explain."""

from dataclasses import replace

from factories import claim, cluster

from claimcheck.compare import compare
from claimcheck.config.policy import default_policy
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Cluster, Verdict

POLICY = default_policy()


def _of(*figures: str, origins: dict[str, str] | None = None) -> Cluster:
    return cluster((claim(text, article=f"{n}.md") for n, text in enumerate(figures)), origins)


def _verdicts(of: Cluster) -> list[Verdict]:
    return [c.verdict for c in compare(of, POLICY).comparisons]


def test_every_pair_is_listed_once_in_order() -> None:
    group = compare(_of("617", "617", "more than 600", "542"), POLICY)
    pairs = [(c.a, c.b) for c in group.comparisons]
    assert len(set(pairs)) == len(pairs) == 6
    assert all(a < b for a, b in pairs)
    assert pairs == sorted(pairs)


def test_group_takes_the_gravest_verdict() -> None:
    assert compare(_of("617", "617", "542"), POLICY).verdict is Verdict.CONFLICT
    assert compare(_of("617", "617", "more than 600"), POLICY).verdict is Verdict.BOUNDED
    assert compare(_of("617", "617"), POLICY).verdict is Verdict.SAME


def test_one_origin_is_uncorroborated_however_many_copies() -> None:
    assert compare(_of("617"), POLICY).verdict is Verdict.UNCORROBORATED
    assert compare(_of("617", "617", origins={"1.md": "0.md"}), POLICY).verdict is Verdict.UNCORROBORATED


def test_a_copy_that_garbles_the_figure_is_a_conflict_all_the_same() -> None:
    assert compare(_of("617", "671", origins={"1.md": "0.md"}), POLICY).verdict is Verdict.CONFLICT


def test_incomparable_figures_make_no_verdict_of_agreement() -> None:
    of = cluster([claim("617", article="a"), claim("25", article="b", scope="omaha")])
    assert compare(of, POLICY).verdict is Verdict.NOT_COMPARABLE


def test_coarse_figures_that_one_finer_figure_explains_do_not_clash() -> None:
    assert _verdicts(_of("16 kg", "17 kg")) == [Verdict.CONFLICT]
    assert set(_verdicts(_of("16 kg", "17 kg", "16.55 kg"))) == {Verdict.ROUNDED}


def test_a_conversion_is_as_hedged_as_what_it_converts() -> None:
    hedged = claim("about 2,200 kg", article="0.md")
    behind = claim("4,850 lb", article="0.md", at=40, restates=str(hedged.id))
    other = claim("4,870 lb", article="1.md")
    assert Verdict.CONFLICT not in _verdicts(cluster((hedged, behind, other)))
    bare = replace(behind, restates=None)
    assert Verdict.CONFLICT in _verdicts(cluster((hedged, bare, other)))
    plain = claim("4,850 lb", article="2.md")
    assert Verdict.CONFLICT in _verdicts(cluster((hedged, behind, other, plain)))
    far = claim("6,870 lb", article="1.md")
    assert Verdict.CONFLICT in _verdicts(cluster((hedged, behind, far)))


def test_decimals_that_were_cut_clash_with_those_that_were_rounded() -> None:
    assert Verdict.CONFLICT in _verdicts(_of("5.7 million", "5.8 million", "5,793,000"))
    assert set(_verdicts(_of("5.7 million", "5,793,000"))) == {Verdict.ROUNDED}
    assert set(_verdicts(_of("700,000", "710,000", "714,707"))) == {Verdict.ROUNDED}


def test_a_bound_does_not_explain_a_clash() -> None:
    assert Verdict.CONFLICT in _verdicts(_of("617", "670", "more than 600"))


def test_two_conversions_of_one_figure_do_not_clash() -> None:
    assert _verdicts(_of("16,466 lb", "16,468 lb")) == [Verdict.CONFLICT]
    assert set(_verdicts(_of("16,466 lb", "16,468 lb", "7,469 kg"))) == {Verdict.CONVERTED}


def test_a_slip_of_conversion_is_not_stretched() -> None:
    assert Verdict.CONFLICT in _verdicts(_of("16,466 lb", "16,566 lb", "7,469 kg"))


def test_a_sum_beside_it_explains_the_difference() -> None:
    parts = [
        claim("$11,111,483", article="a", metric="cash", entity="cash", index=1),
        claim("$1,697,313", article="a", metric="assets", entity="assets", index=1, at=40),
    ]
    total = claim("nearly $13 million", article="b", metric="cash", entity="cash")
    assert _with_beside([parts[0], total], parts) is Verdict.COMPOSED
    assert _with_beside([parts[0], total], [parts[0]]) is Verdict.CONFLICT


def test_a_part_counts_only_in_the_same_paragraph() -> None:
    near, far = (claim("75", article="a", at=40, paragraph=p, index=p) for p in (0, 4))
    pair = [claim("542", article="a"), claim("617", article="b")]
    assert _with_beside(pair, [near]) is Verdict.COMPOSED
    assert _with_beside(pair, [far]) is Verdict.CONFLICT


def test_a_part_of_something_else_does_not_count() -> None:
    other = claim("75", article="a", at=40, metric="firearms", entity="firearm")
    assert _with_beside([claim("542", article="a"), claim("617", article="b")], [other]) is Verdict.CONFLICT


def _with_beside(pair: list[Claim], beside: list[Claim]) -> Verdict:
    by_article = {one.article: tuple(b for b in beside if b.article == one.article) for one in pair}
    return compare(cluster(pair), POLICY, by_article).comparisons[0].verdict


def test_a_large_cluster_of_equal_figures_lists_no_square_of_pairs() -> None:
    policy = replace(POLICY, max_pairs=100)
    claims = [claim("617", article=f"{n:04}.md") for n in range(400)] + [claim("542", article="z.md")]
    group = compare(cluster(claims), policy)
    assert group.verdict is Verdict.CONFLICT
    assert len(group.comparisons) == 2


def test_above_the_cap_of_different_figures_only_the_first_are_compared_with_all() -> None:
    policy = replace(POLICY, max_distinct=10, max_core=2, max_pairs=0)
    group = compare(_of(*(str(n) for n in range(100, 130))), policy)
    assert len(group.comparisons) == 10 * 9 // 2 + 20 * 2
