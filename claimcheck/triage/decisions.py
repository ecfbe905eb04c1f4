"""What the newsroom decided, laid over the findings: which may stand, which are new, which decisions have lapsed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claimcheck.model.baseline import Accepted, BaselineState, Decisions, Lapsed
from claimcheck.model.finding import Finding, Suppression
from claimcheck.model.text import Article, ArticleId, Ignore
from claimcheck.triage.baseline import match

_Index = Mapping[tuple[ArticleId, str], Sequence[Ignore]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The findings with their state and suppression. `found` are ids of the entries that speak of a finding, `expired`
    of those that would suppress one if they still held, `used` the comments that silence one.
    """

    findings: tuple[Finding, ...]
    found: frozenset[str] = frozenset()
    expired: frozenset[str] = frozenset()
    used: frozenset[Ignore] = frozenset()


def weigh(findings: Iterable[Finding], articles: Iterable[Article], decisions: Decisions) -> Weighed:
    """The findings in their order: a comment beside a figure silences those of its check, an entry of the baseline that
    has not expired the one that it accepted. Where a baseline is in use, what it does not hold is new.
    """
    findings = tuple(findings)
    matches = match(findings, decisions.accepted, decisions.today)
    index = _index(articles)
    used: set[Ignore] = set()
    expired: set[str] = set()
    told: list[Finding] = []
    for finding in findings:
        speaking = tuple(_speaking(finding, index))
        used.update(speaking)
        entry = matches.entry_of.get(finding.id)
        if entry is not None and not entry.holds_on(decisions.today):
            expired.add(entry.id)
            entry = None
        told.append(_decided(finding, speaking, entry, decisions))
    return Weighed(findings=tuple(told), found=matches.found, expired=frozenset(expired), used=frozenset(used))


def lapsed(weighed: Weighed, articles: Iterable[Article], decisions: Decisions, ran: frozenset[str]) -> Lapsed:
    """The decisions that do nothing any more, as far as this run can say: of checks that `ran`, over `articles` and
    over entries whose articles were all read.
    """
    judged = [entry for entry in decisions.accepted if entry.check in ran and entry.id not in decisions.unread]
    return Lapsed(
        expired=tuple(entry for entry in judged if entry.id in weighed.expired),
        unmatched=tuple(sorted((e for e in judged if e.id not in weighed.found), key=_by_check)),
        stale=tuple(i for a in articles for i in a.ignores if i.code in ran and i not in weighed.used),
    )


def touching(findings: Iterable[Finding], changed: frozenset[str]) -> tuple[Finding, ...]:
    """Those with a claim in one of these articles, or about a decision that stands in one of these files."""
    return tuple(f for f in findings if not changed.isdisjoint(_files(f)))


def _files(finding: Finding) -> Iterator[str]:
    yield from (claim.article for claim in finding.claims)
    if finding.at is not None:
        yield finding.at.path


def _index(articles: Iterable[Article]) -> _Index:
    index: dict[tuple[ArticleId, str], list[Ignore]] = {}
    for article in articles:
        for ignore in article.ignores:
            index.setdefault((article.id, ignore.code), []).append(ignore)
    return index


def _speaking(finding: Finding, index: _Index) -> Iterator[Ignore]:
    """The comments that silence the finding, in order of its claims: any of its figures may carry one."""
    for claim in finding.claims:
        for ignore in index.get((claim.article, finding.check), ()):
            if ignore.covers.overlaps(claim.span):
                yield ignore


def _decided(finding: Finding, speaking: Sequence[Ignore], entry: Accepted | None, decisions: Decisions) -> Finding:
    if decisions.baseline is not None:
        state = BaselineState.NEW if entry is None else BaselineState.UNCHANGED
        finding = replace(finding, state=state)
    if speaking:
        return replace(finding, suppressed=Suppression(by="inline", reason=speaking[0].reason))
    if entry is not None:
        return replace(finding, suppressed=Suppression(by="baseline", reason=entry.reason))
    return finding


def _by_check(entry: Accepted) -> tuple[str, str]:
    return (entry.check, entry.id)
