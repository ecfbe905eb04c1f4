"""What a finding advises where nothing tells which side is wrong: all readings, each ready for the other's place."""

from collections.abc import Iterable, Mapping

from claimcheck.checks.versus import by_firmness, versus
from claimcheck.checks.wording import quoted, retold, source_name
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Disagreement
from claimcheck.model.text import Article, ArticleId

Articles = Mapping[ArticleId, Article]
BALANCED = "the evidence is balanced"
_TWO = 2


def open_advice(disagreement: Disagreement, articles: Articles) -> str:
    """The readings of a balanced disagreement: for each passage what would stand in it if the other is right."""
    if len(disagreement.sides) != _TWO:
        return one_of(by_firmness(side)[0] for side in disagreement.sides)
    ends = versus(disagreement)
    return either((retold(ends.voice, ends.odd), ends.odd), (retold(ends.odd, ends.voice), ends.voice), articles)


def either(one: tuple[str, Claim], other: tuple[str, Claim], articles: Articles) -> str:
    """Two readings in quotes, each with the claim in whose place it would stand."""
    (first, here), (second, there) = one, other
    names = [_name(claim, articles) for claim in (here, there)]
    return f"either {first} should stand in {names[0]}, or {second} in {names[1]}; {BALANCED}"


def one_of(claims: Iterable[Claim]) -> str:
    """Three readings and more."""
    told = [quoted(claim) for claim in claims]
    return f"one of {', '.join(told[:-1])} and {told[-1]} should stand everywhere; {BALANCED}"


def _name(claim: Claim, articles: Articles) -> str:
    return source_name(articles[claim.article]) if claim.article in articles else claim.article
