"""A finding's id: made of what disagrees, not of who else agrees, where it stands or what the story is called."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256

from claimcheck.checks.base import CheckInfo, Family
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, FindingId
from claimcheck.model.imprint import figure_part, imprint
from claimcheck.model.text import Article, ArticleId

_DIGITS = 12
_ACROSS = "CC1"
Sides = tuple[tuple[Claim, ...], ...]
Articles = Mapping[ArticleId, Article]


def fingerprint(info: CheckInfo, sides: Sides, articles: Articles) -> FindingId:
    """The check's code and a digest, by docs/decisions/0006-fingerprints.md.

    Inside one article: of all figures and the words next to them. Otherwise of each side the figure that was printed
    first, and the words next to the first of them all: whoever repeats one of the figures later changes nothing. What
    the cause is called does not go in either, since another article can make another cause likelier.
    """
    if info.family is Family.INSIDE:
        said = (info.code, *sorted(imprint(claim) for side in sides for claim in side))
    else:
        firsts = sorted(min(_by_day(claim, articles) for claim in side) for side in sides if side)
        figures = sorted(figure_part(mark) for _, mark in firsts)
        said = (_ACROSS if info.family is Family.ACROSS else info.code, *figures, firsts[0][1])
    return digest(info.code, said)


def digest(code: str, said: Iterable[str]) -> FindingId:
    """The id of a finding of that check that is known by what is `said`."""
    text = "\n".join(said)
    return FindingId(f"{code}-{sha256(text.encode()).hexdigest()[:_DIGITS]}")


def distinct(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, those that share an id told apart by a counter: which is which depends on their passages alone, and
    on their places only where these are alike too.
    """
    seen: dict[FindingId, int] = {}
    for finding in sorted(findings, key=_by_words):
        bare = _bare(finding.id)
        seen[bare] = count = seen.get(bare, 0) + 1
        yield replace(finding, id=bare if count == 1 else FindingId(f"{bare}-{count}"))


def _bare(name: FindingId) -> FindingId:
    """The id without its counter."""
    return FindingId("-".join(name.split("-")[:2]))


def _by_words(finding: Finding) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    marks = tuple(sorted(imprint(claim) for claim in finding.claims))
    places = (str(finding.at),) if finding.at is not None else tuple(claim.id for claim in finding.claims)
    return (_bare(finding.id), marks, places)


def _by_day(claim: Claim, articles: Articles) -> tuple[date, str]:
    article = articles.get(claim.article)
    day = article.date if article is not None else None
    return (day or date.max, imprint(claim))
