"""How much an article's word weighs when the sides of a disagreement are counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.model.policy import Policy
from claimcheck.model.text import Article, ArticleId

PRIMARY = "primary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The kind of source an article comes from ("primary", "wire", "outlet") and its weight (1: one outlet's word)."""

    kind: str = "outlet"
    weight: Decimal = Decimal(1)


Standings = Mapping[ArticleId, Standing]
OUTLET = Standing()


def standings(articles: Mapping[ArticleId, Article], policy: Policy) -> Standings:
    """Every article's standing by the first source rule that matches it."""
    return {article.id: _standing(article, policy) for article in articles.values()}


def _standing(article: Article, policy: Policy) -> Standing:
    said = (article.source or "", article.url or "", article.path)
    for rule in policy.sources:
        if any(rule.pattern.search(words) for words in said):
            return Standing(kind=rule.kind, weight=rule.weight)
    return OUTLET
