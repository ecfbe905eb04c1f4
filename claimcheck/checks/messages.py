"""The sentence of a finding across articles, and the steps that led to it."""

from collections.abc import Mapping

from claimcheck.checks.base import Cause
from claimcheck.checks.versus import Versus, by_firmness, versus
from claimcheck.checks.wording import quoted, source_name
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Disagreement
from claimcheck.model.text import Article, ArticleId

Articles = Mapping[ArticleId, Article]


def against(disagreement: Disagreement, cause: Cause, articles: Articles) -> str:
    """Both figures and who prints them, and the cause in plain words."""
    ends = versus(disagreement)
    odd_side = next(side for side in disagreement.sides if ends.odd in side)
    rest = [side for side in disagreement.sides if side is not odd_side]
    others = ", ".join(told_by(_voice(side, ends), side, articles) for side in rest)
    probably = f"; probably {cause.words}" if cause.words else ""
    balance = "" if ends.settled else "; the evidence is balanced"
    return f"{_subject(disagreement)}: {told_by(ends.odd, odd_side, articles)}, against {others}{probably}{balance}"


def _voice(side: tuple[Claim, ...], ends: Versus) -> Claim:
    return ends.voice if ends.voice in side else by_firmness(side)[0]


def _subject(disagreement: Disagreement) -> str:
    cluster = disagreement.group.cluster
    return f"{cluster.metric}, {cluster.operation}" if cluster.operation else cluster.metric


def told_by(claim: Claim, side: tuple[Claim, ...], articles: Articles) -> str:
    """The figure, the article that prints it, and how many others of its side do."""
    others = len({c.article for c in side} - {claim.article})
    more = "" if others == 0 else f" and {others} {'other' if others == 1 else 'others'}"
    return f"{quoted(claim)} in {_name(claim.article, articles)}{more}"


def _name(article: ArticleId, articles: Articles) -> str:
    return source_name(articles[article]) if article in articles else article


def trail_of(disagreement: Disagreement, causes: tuple[str, ...], doubts: tuple[str, ...]) -> tuple[str, ...]:
    """Verdict of the deciding pair, support of each side, causes, and what keeps it from being certain."""
    ends = versus(disagreement)
    origins = dict(
        zip((c.id for c in disagreement.group.cluster.claims), disagreement.group.cluster.origin_of, strict=True)
    )
    pair = {ends.odd.id, ends.voice.id}
    decided = [f"{c.verdict}: {c.why}" for c in disagreement.group.comparisons if {c.a, c.b} == pair]
    support = [
        f"{quoted(by_firmness(side)[0])}: {len({origins[c.id] for c in side})} independent"
        for side in disagreement.sides
    ]
    return (*decided, *support, *causes, *(f"doubt: {reason}" for reason in doubts))
