"""The sentence of a finding across articles, with the cause and the copy that changed the figure."""

from collections.abc import Mapping, Sequence

from claimcheck.checks.advice import BALANCED
from claimcheck.checks.base import Cause
from claimcheck.checks.versus import Versus, by_firmness, versus
from claimcheck.checks.wording import quoted, source_name
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Copy, Disagreement
from claimcheck.model.text import Article, ArticleId

Articles = Mapping[ArticleId, Article]


def against(disagreement: Disagreement, cause: Cause, copied: tuple[Copy, ...], articles: Articles) -> str:
    """Both figures and who prints them, the cause in plain words, and which copy changed the figure."""
    ends = versus(disagreement)
    odd_side = next(side for side in disagreement.sides if ends.odd in side)
    rest = [side for side in disagreement.sides if side is not odd_side]
    others = ", ".join(told_by(_voice(side, ends), side, articles) for side in rest)
    probably = f"; probably {cause.words}" if cause.words else ""
    tail = f"{probably}{_mutation(disagreement, copied, articles)}{balance(settled=ends.settled)}"
    return f"{_subject(disagreement)}: {told_by(ends.odd, odd_side, articles)}, against {others}{tail}"


def balance(*, settled: bool) -> str:
    """What a message ends with where nothing singles a side out."""
    return "" if settled else f"; {BALANCED}"


def opposed(sides: Sequence[tuple[Claim, ...]], cause: str, articles: Articles, *, settled: bool) -> str:
    """The firmest claims of two sides, the weaker side's first, each with who prints it, and the cause."""
    told = ", against ".join(told_by(by_firmness(side)[0], side, articles) for side in reversed(sides))
    return f"{told}; probably {cause}{balance(settled=settled)}"


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


def _mutation(disagreement: Disagreement, copied: tuple[Copy, ...], articles: Articles) -> str:
    """Which copy changed the figure; "" when none is known to. Only the first is told, the trail has all."""
    if not copied:
        return ""
    claims = {claim.id: claim for side in disagreement.sides for claim in side}
    copy, original = claims[copied[0].copy], claims[copied[0].original]
    names = _name(copy.article, articles), _name(original.article, articles)
    if copied[0].directed:
        return f"; {names[0]} copies {names[1]} and has {quoted(copy)} where that has {quoted(original)}"
    return f"; {names[0]} and {names[1]} have the same words, with {quoted(copy)} here and {quoted(original)} there"
