"""What holds for whatever figures are put side by side."""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from random import Random

from factories import UNITS, claim, cluster
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.compare import compare, disagreements
from claimcheck.compare.copies import alike
from claimcheck.compare.ladder import LADDER, judge
from claimcheck.compare.pair import pair_of
from claimcheck.compare.unless import refusals
from claimcheck.config.policy import default_policy
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Verdict

POLICY = default_policy()
AGAINST = {Verdict.CONFLICT, Verdict.DISPUTED}
BOUNDS = ("more than", "at least", "fewer than", "up to", "about", "nearly")
WEIGHTS = ("", "kg", "lb", "g", "oz", "%")

numbers = st.one_of(
    st.integers(0, 2000).map(str),
    st.integers(1, 9_999_999).map("{:,}".format),
    st.decimals(min_value="0.01", max_value="999", places=2).map(str),
    st.decimals(min_value="0.1", max_value="99", places=1).map("{} million".format),
)
hedges = st.sampled_from(("", *BOUNDS))


@st.composite
def figures(draw: st.DrawFn, article: str | None = None) -> Claim:
    number, hedge = draw(numbers), draw(hedges)
    unit = "" if "million" in number else draw(st.sampled_from(WEIGHTS))
    facets = {
        "scope": draw(st.sampled_from((None, None, "omaha"))),
        "attribution": draw(st.sampled_from((None, None, "police", "army"))),
        "as_of": draw(st.sampled_from((None, "2025-08-06", "2025-08-07"))),
        "grows": draw(st.booleans()),
    }
    name = article or draw(st.sampled_from(("a", "b", "c", "d")))
    return claim(f"{hedge} {number} {unit}".strip(), article=name, at=draw(st.integers(0, 400)), **facets)


@given(figures("a"), figures("b"))
def test_symmetric(a: Claim, b: Claim) -> None:
    assert judge(pair_of(a, b, POLICY)) == judge(pair_of(b, a, POLICY))


@given(figures("a"))
def test_a_figure_agrees_with_itself(a: Claim) -> None:
    other = replace(a, id=type(a.id)("copy"), article=type(a.article)("b"))
    assert judge(pair_of(a, other, POLICY)).verdict is Verdict.SAME


@given(figures("a"), figures("b"))
def test_a_wider_figure_never_adds_a_conflict(a: Claim, b: Claim) -> None:
    before = judge(pair_of(a, b, POLICY)).verdict
    wide = Decimal("0.3") * (abs(a.quantity.value or Decimal(1)))
    interval = a.quantity.interval
    wider = replace(
        interval,
        low=None if interval.low is None else interval.low - wide,
        high=None if interval.high is None else interval.high + wide,
    )
    after = judge(pair_of(replace(a, quantity=replace(a.quantity, interval=wider)), b, POLICY)).verdict
    assert before in AGAINST or after not in AGAINST


@given(st.integers(1, 99_999), st.sampled_from(("more than", "about", "at least")), figures("b"))
def test_a_hedge_on_a_bare_number_never_adds_a_conflict_with_what_it_admits(n: int, hedge: str, b: Claim) -> None:
    bare, hedged = claim(str(n), article="a"), claim(f"{hedge} {n}", article="a")
    if judge(pair_of(bare, b, POLICY)).verdict is Verdict.SAME:
        assert judge(pair_of(hedged, b, POLICY)).verdict not in AGAINST


@given(st.integers(100, 99_999), st.sampled_from(("kg", "g", "oz", "lb")), st.sampled_from(("kg", "g", "oz", "lb")))
def test_an_exact_conversion_always_agrees(n: int, source: str, target: str) -> None:
    converted = UNITS[source].factor * n / UNITS[target].factor
    if converted < 1:
        return
    a, b = claim(f"{n} {source}", article="a"), claim(f"{round(converted, 2):f} {target}", article="b")
    assert judge(pair_of(a, b, POLICY)).verdict.agrees


@given(st.integers(1000, 9_999_999), st.integers(2, 4))
def test_rounding_to_two_digits_or_more_always_agrees(n: int, digits: int) -> None:
    coarse = round(n, digits - len(str(n)))
    a, b = claim(str(n), article="a"), claim(str(coarse), article="b")
    assert judge(pair_of(a, b, POLICY)).verdict.agrees, (n, coarse)


@given(st.lists(figures(), min_size=1, max_size=7, unique_by=lambda c: (c.article, c.span.start)), st.randoms())
def test_order_of_claims_does_not_matter(claims: list[Claim], random: Random) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)
    first, second = (compare(cluster(each), POLICY) for each in (claims, shuffled))
    assert first.comparisons == second.comparisons
    assert first.verdict == second.verdict
    sides = [[(d.sides, d.suspect) for d in disagreements(group)] for group in (first, second)]
    assert sides[0] == sides[1]


@given(st.lists(figures(), min_size=2, max_size=7, unique_by=lambda c: (c.article, c.span.start)))
def test_no_side_is_against_itself_and_every_side_is_against_another(claims: list[Claim]) -> None:
    group = compare(cluster(claims), POLICY)
    verdicts = {frozenset((c.a, c.b)): c.verdict for c in group.comparisons}
    for one in disagreements(group):
        assert len(one.sides) >= 2
        for n, side in enumerate(one.sides):
            others = [c for m, other in enumerate(one.sides) if m != n for c in other]
            assert all(verdicts.get(frozenset((x.id, y.id))) not in AGAINST for x in side for y in side if x != y)
            assert any(verdicts.get(frozenset((x.id, y.id))) in AGAINST for x in side for y in others)


@given(figures("a"), figures("b"))
def test_every_rung_above_a_verdict_is_told_and_the_same_from_both_ends(a: Claim, b: Claim) -> None:
    pair = pair_of(a, b, POLICY)
    told = refusals(pair)
    assert [r.verdict for r in told] == [verdict for verdict, _ in LADDER][: len(told)]
    assert LADDER[len(told)][0] is judge(pair).verdict
    assert told == refusals(pair_of(b, a, POLICY))
    assert all(r.fails and "\0" not in "".join((r.fails, *r.unless)) for r in told)


passages = st.lists(st.sampled_from("abcde"), max_size=14)


@given(passages, passages)
def test_likeness_is_the_longest_common_subsequence(a: list[str], b: list[str]) -> None:
    """Against the plain recursion, with common ends trimmed or not."""
    policy = replace(POLICY.trail, copy_words=1, copy_alike=Decimal(0))

    @cache
    def longest(i: int, j: int) -> int:
        if i == len(a) or j == len(b):
            return 0
        if a[i] == b[j]:
            return 1 + longest(i + 1, j + 1)
        return max(longest(i + 1, j), longest(i, j + 1))

    expected = Decimal(2 * longest(0, 0)) / (len(a) + len(b)) if a and b else Decimal(0)
    assert alike(a, b, policy) == expected.quantize(Decimal("0.01"))
    assert alike(b, a, policy) == alike(a, b, policy)
