"""Mentions to claims: articles are told apart by story first, then read one after another."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from claimcheck.model.claim import Claim
from claimcheck.model.rules import Rules
from claimcheck.model.text import ArticleId
from claimcheck.model.vocabulary import Scale, Vocabulary
from claimcheck.resolve.holders import beside_others
from claimcheck.resolve.named import NamedEvents
from claimcheck.resolve.reader import ArticleReader, ReadArticle, Surroundings
from claimcheck.resolve.stories import Story, profile, proper_names, stories

_TO_DATE = "to date"
_ANNUAL_REPORTS = 3
"""Up to this month of a year, its news is of the year before: population counts, annual results."""


_NO_COPIES: Mapping[ArticleId, ArticleId] = MappingProxyType({})


def resolve(
    articles: Sequence[ReadArticle],
    vocabulary: Vocabulary,
    scale: Scale,
    rules: Rules,
    copied: Mapping[ArticleId, ArticleId] = _NO_COPIES,
) -> tuple[Claim, ...]:
    """Every mention as a claim, in article order. `copied` names for each article that only repeats another the one
    that it repeats: the two are of one story, and what is counted over a story counts them once.
    """
    proper = proper_names([a.article for a in articles], vocabulary)
    own = [a for a in articles if a.article.id not in copied]
    told = stories([profile(a.article, a.mentions, proper, vocabulary) for a in own], scale)
    named = NamedEvents(rules.operations)
    home = {article: story for story in told for article in story.articles}
    home.update({copy: home[first] for copy, first in copied.items()})
    claims: list[Claim] = []
    for read in articles:
        around = Surroundings(
            story=home[read.article.id], stories=told, named=named, proper=proper, vocabulary=vocabulary
        )
        claims.extend(beside_others(ArticleReader(read, around).claims()))
    usual = _usual_periods((claim for claim in claims if claim.article not in copied), home)
    return _own_voices(_own_periods(claims, home, usual), home)


def _usual_periods(claims: Iterable[Claim], home: Mapping[ArticleId, Story]) -> Mapping[str, str]:
    """The time that most of a story's dated figures carry, by story; of two the later one."""
    keys: dict[str, Counter[str]] = {}
    for claim in claims:
        if claim.period is not None and _absolute(claim.period.key):
            keys.setdefault(home[claim.article].id, Counter())[claim.period.key] += 1
    return {story: max(told, key=lambda key: (told[key], key)) for story, told in keys.items()}


def _own_periods(
    claims: Sequence[Claim], home: Mapping[ArticleId, Story], usual: Mapping[str, str]
) -> tuple[Claim, ...]:
    """A story's own time is told in many ways or not at all; only a time that departs from it stays a facet.

    Own are: the quarter that most of a story's figures carry, or the year if it has just ended, any day of the month
    before an article's date or of its own, the year of publication, and "so far".
    """
    return tuple(
        replace(c, period=None) if c.period is not None and _is_own(c, usual.get(home[c.article].id, "")) else c
        for c in claims
    )


def _own_voices(claims: Sequence[Claim], home: dict[ArticleId, Story]) -> tuple[Claim, ...]:
    """The one that a story is about gives most of its figures, named or not: it is a claimant only where somebody else
    speaks of the same thing.
    """
    voices: dict[tuple[str, str], set[str]] = {}
    for claim in claims:
        if claim.attribution is not None:
            voices.setdefault((home[claim.article].id, claim.metric.entity), set()).add(claim.attribution.key)

    def own(claim: Claim) -> bool:
        story = home[claim.article]
        if claim.attribution is None or claim.attribution.key not in story.focus:
            return False
        return len(voices[story.id, claim.metric.entity]) == 1

    return tuple(replace(c, attribution=None) if own(c) else c for c in claims)


def _absolute(key: str) -> bool:
    """Whether a period is named by itself and not by its distance from now."""
    return not key.endswith("earlier") and not key.startswith("since") and key != _TO_DATE


def _is_own(claim: Claim, usual: str) -> bool:
    key = claim.period.key if claim.period is not None else ""
    if key == _TO_DATE or (key == usual and key.startswith("q")):
        return True
    published = claim.as_of
    if published is None:
        return False
    if key == str(published.year) or (key == usual == str(published.year - 1) and published.month <= _ANNUAL_REPORTS):
        return True
    parts = key.split("-")
    if all(p.isdigit() for p in parts) and len(parts) in (2, 3):
        months = (published.year - int(parts[0])) * 12 + published.month - int(parts[1])
        return 0 <= months <= 1
    return False
