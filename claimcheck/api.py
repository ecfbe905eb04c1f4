"""The stages in order: articles and rules in, a Report out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from claimcheck.checks.engine import run_checks
from claimcheck.checks.selection import Selection
from claimcheck.compare import compare
from claimcheck.config.lexicon import load_lexicon
from claimcheck.config.policy import policy_for
from claimcheck.config.vocabulary import read_vocabulary, read_weights
from claimcheck.extract.mentions import extract
from claimcheck.group import group, origins
from claimcheck.model.claim import Claim, Skipped
from claimcheck.model.finding import Group, Verdict
from claimcheck.model.report import Coverage, Report
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article, ArticleId
from claimcheck.resolve.claims import resolve
from claimcheck.resolve.reader import ReadArticle
from claimcheck.segment import segment
from claimcheck.triage.severity import apply

_NOBODY: frozenset[str] = frozenset()


def compare_articles(
    articles: Sequence[Article],
    rules: Rules,
    *,
    select: frozenset[str] = _NOBODY,
    ignore: frozenset[str] = _NOBODY,
) -> Report:
    """Every figure of `articles` put beside those that speak of the same thing, and what disagrees.

    `select` and `ignore` hold check codes or their beginnings, as `--select` and `--ignore` take them.
    """
    articles = _in_order(articles)
    claims, skipped = _claims(articles, rules)
    policy = policy_for(rules)
    origin_of = origins(articles)
    by_article = _by_article(articles, claims)
    grouping = group(claims, origin_of, read_vocabulary(rules.packs, rules.metrics), read_weights())
    groups = tuple(compare(cluster, policy, by_article) for cluster in grouping.clusters)
    found = run_checks(
        groups,
        {a.id: a for a in articles},
        by_article,
        policy,
        Selection(select=tuple(sorted(select)), ignore=tuple(sorted(ignore))),
    )
    return Report(
        articles=articles,
        origins=origin_of,
        claims=claims,
        skipped=skipped,
        groups=groups,
        findings=apply(found, rules, select=select, ignore=ignore),
        coverage=_coverage(claims, skipped, groups),
        apart=grouping.apart,
    )


def extract_claims(articles: Sequence[Article], rules: Rules) -> Report:
    """Every figure of `articles`, resolved, and every number that is no claim; nothing compared."""
    articles = _in_order(articles)
    claims, skipped = _claims(articles, rules)
    return Report(
        articles=articles,
        origins=origins(articles),
        claims=claims,
        skipped=skipped,
        groups=(),
        findings=(),
        coverage=_coverage(claims, skipped, ()),
    )


def _in_order(articles: Iterable[Article]) -> tuple[Article, ...]:
    return tuple(sorted(articles, key=lambda article: article.id))


def _claims(articles: Sequence[Article], rules: Rules) -> tuple[tuple[Claim, ...], tuple[Skipped, ...]]:
    lexicon = load_lexicon()
    read: list[ReadArticle] = []
    skipped: list[Skipped] = []
    for article in articles:
        sentences = segment(article)
        found = extract(article.id, sentences, lexicon)
        read.append(ReadArticle(article=article, sentences=sentences, mentions=found.mentions))
        skipped.extend(found.skipped)
    claims = resolve(read, read_vocabulary(rules.packs, rules.metrics), read_weights().stories, rules)
    return claims, tuple(skipped)


def _by_article(articles: Iterable[Article], claims: Iterable[Claim]) -> dict[ArticleId, tuple[Claim, ...]]:
    found: dict[ArticleId, list[Claim]] = {article.id: [] for article in articles}
    for claim in claims:
        found[claim.article].append(claim)
    return {article: tuple(own) for article, own in found.items()}


def _coverage(claims: Sequence[Claim], skipped: Sequence[Skipped], groups: Iterable[Group]) -> Coverage:
    """A claim counts as compared when its group put it beside another article's or its own article's figure."""
    alone = {Verdict.UNCORROBORATED, Verdict.NOT_COMPARABLE}
    compared = sum(len(g.cluster.claims) for g in groups if len(g.cluster.claims) > 1 and g.verdict not in alone)
    return Coverage(
        numbers=len(claims) + len(skipped),
        compared=compared,
        alone=len(claims) - compared,
        skipped=MappingProxyType(dict(sorted(Counter(s.reason for s in skipped).items()))),
    )
