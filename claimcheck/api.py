"""The stages in order: articles and rules in, a Report out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from claimcheck.checks.engine import judge_decisions, ran, run_checks
from claimcheck.checks.repeats import listing_copies
from claimcheck.checks.selection import Selection
from claimcheck.compare import compare, standings
from claimcheck.config.lexicon import load_lexicon
from claimcheck.config.policy import policy_for
from claimcheck.config.vocabulary import read_vocabulary, read_weights
from claimcheck.extract.mentions import extract
from claimcheck.group import copies, group, origins, set_aside, with_copies
from claimcheck.model.baseline import NO_DECISIONS, BaselineState, Decisions
from claimcheck.model.claim import Claim, ClaimId, Skipped
from claimcheck.model.finding import Finding, Group, GroupId, Verdict
from claimcheck.model.policy import Policy
from claimcheck.model.report import Coverage, Report
from claimcheck.model.rules import Rules
from claimcheck.model.text import Article, ArticleId
from claimcheck.protocols import SILENT, Progress
from claimcheck.resolve.claims import resolve
from claimcheck.resolve.reader import ReadArticle
from claimcheck.review import CODES, Compared, hold
from claimcheck.segment import segment
from claimcheck.triage.decisions import Weighed, lapsed, touching, weigh
from claimcheck.triage.severity import apply, asked_for, report_order

_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """An article with its figures, and its numbers that are none."""

    text: ReadArticle
    skipped: tuple[Skipped, ...]


def compare_articles(
    articles: Sequence[Article],
    rules: Rules,
    *,
    select: frozenset[str] = _NOBODY,
    ignore: frozenset[str] = _NOBODY,
    decisions: Decisions = NO_DECISIONS,
    progress: Progress = SILENT,
) -> Report:
    """Every figure of `articles` put beside those that speak of the same thing, and what disagrees.

    `select` and `ignore` hold check codes or their beginnings, as `--select` and `--ignore` take them. `decisions` are
    those of a baseline; what the articles' own comments ask for always counts.
    """
    asked = _Asked(rules=rules, select=select, ignore=ignore, decisions=decisions, progress=progress)
    report = _compared(_read(_in_order(articles), progress), asked)
    weighed = weigh(report.findings, report.articles, decisions)
    return _closed(report, weighed, asked)


def review_drafts(
    drafts: Sequence[Article],
    sources: Sequence[Article],
    rules: Rules,
    *,
    select: frozenset[str] = _NOBODY,
    ignore: frozenset[str] = _NOBODY,
    decisions: Decisions = NO_DECISIONS,
    progress: Progress = SILENT,
) -> Report:
    """Every figure of `drafts` held against `sources`, each draft by itself: no draft speaks for or against another.

    The report's `drafts` has the standings; its findings are those that touch a draft. `select`, `ignore` and
    `decisions` as in `compare_articles`.
    """
    known = _read(_in_order(sources), progress)
    asked = _Asked(rules=rules, select=select, ignore=ignore, decisions=decisions, progress=progress)
    runs = [_reviewed(draft, known, asked) for draft in _in_order(drafts)]
    reports = [report for report, _ in runs]
    weighed = Weighed(
        findings=tuple(sorted((f for report in reports for f in report.findings), key=report_order)),
        found=frozenset().union(*(one.found for _, one in runs)),
        expired=frozenset().union(*(one.expired for _, one in runs)),
        used=frozenset().union(*(one.used for _, one in runs)),
    )
    return _closed(reports[0] if len(reports) == 1 else _joined(reports), weighed, asked)


def _reviewed(draft: Article, sources: Sequence[_Read], asked: "_Asked") -> tuple[Report, Weighed]:
    own = _read((draft,), SILENT)
    read = sorted((*sources, *own), key=lambda one: one.text.article.id)
    rules = asked.rules
    report = _compared(read, replace(asked, drafts=frozenset({draft.id})))
    weighed = weigh(report.findings, report.articles, asked.decisions)
    articles = {article.id: article for article in report.articles}
    run = Compared(
        groups=report.groups,
        findings=weighed.findings,
        articles=articles,
        origins=report.origins,
        standings=standings(articles, policy_for(rules)),
        policy=policy_for(rules),
        silent=frozenset(code for code in CODES if not asked.counts(code)),
        fixed=frozenset(rules.severities),
    )
    review, findings = hold(draft.id, run, len(own[0].skipped))
    return replace(report, findings=findings, drafts=(review,)), weighed


def _joined(runs: Sequence[Report]) -> Report:
    """One report of several drafts. What concerns the sources alone is told once."""
    first = runs[0]
    drafts = {run.drafts[0].document for run in runs}
    own = {claim.id for run in runs for claim in run.claims if claim.article in drafts}
    groups: dict[GroupId, Group] = {}
    for run in runs:
        for found in run.groups:
            if run is first or any(claim.id in own for claim in found.cluster.claims):
                groups.setdefault(found.cluster.id, found)
    claims = {claim.id: claim for run in reversed(runs) for claim in run.claims}
    skipped = {(s.article, s.span): s for run in runs for s in run.skipped}
    origin_of = {article: origin for run in reversed(runs) for article, origin in run.origins.items()}
    listed = tuple(sorted(claims.values(), key=lambda claim: (claim.article, claim.span, claim.id)))
    missed = tuple(skipped[key] for key in sorted(skipped))
    return Report(
        articles=_in_order({a.id: a for run in runs for a in run.articles}.values()),
        origins=dict(sorted(origin_of.items())),
        claims=listed,
        skipped=missed,
        groups=tuple(groups.values()),
        findings=(),
        coverage=_coverage(listed, missed, groups.values()),
        apart=tuple(dict.fromkeys(pair for run in runs for pair in run.apart)),
        drafts=tuple(run.drafts[0] for run in runs),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What one run is asked for."""

    rules: Rules
    select: frozenset[str]
    ignore: frozenset[str]
    decisions: Decisions
    progress: Progress = SILENT
    drafts: frozenset[ArticleId] = frozenset()

    def counts(self, code: str) -> bool:
        """Whether findings of the check count."""
        return asked_for(code, self.rules, select=self.select, ignore=self.ignore)

    def apply(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings that count, with the severity that holds."""
        return apply(findings, self.rules, select=self.select, ignore=self.ignore)


def _closed(report: Report, weighed: Weighed, asked: _Asked) -> Report:
    """The report with what was decided about its findings, and with findings about decisions that have lapsed."""
    decisions, policy = asked.decisions, policy_for(asked.rules)
    drafts = frozenset(review.document for review in report.drafts)
    selection = _selection(asked.select, asked.ignore, drafts)
    own = [a for a in report.articles if a.id in drafts or not drafts]
    codes = frozenset(code for code in ran(policy, selection) if asked.counts(code))
    done = lapsed(weighed, own, decisions, codes)
    about = asked.apply(judge_decisions(done, policy, selection))
    if decisions.baseline is not None:
        about = tuple(replace(finding, state=BaselineState.NEW) for finding in about)
    findings = tuple(sorted((*weighed.findings, *about), key=report_order))
    if decisions.changed is None:
        return replace(report, findings=findings, absent=done.unmatched)
    told = touching(findings, decisions.changed)
    notice = _narrowed(report, decisions.changed, len(findings) - len(told))
    return replace(report, findings=told, absent=done.unmatched, notices=(*report.notices, notice))


def _narrowed(report: Report, changed: frozenset[str], hidden: int) -> str:
    """What a run that tells only of changed articles says of the rest: nothing vanishes."""
    count = sum(article.id in changed for article in report.articles)
    articles = f"{count} of {len(report.articles)} articles changed"
    return (
        f"{articles}: only findings that touch them are told, {hidden} more {'is' if hidden == 1 else 'are'} left out"
    )


def _compared(read: Sequence[_Read], asked: _Asked) -> Report:
    """Copies of an article join its claims in groups and findings when all has been concluded."""
    rules, progress = asked.rules, asked.progress
    articles = tuple(one.text.article for one in read)
    policy = policy_for(rules)
    copied = _copied(articles, policy, asked.drafts)
    claims, skipped = _claims(read, rules, progress, copied)
    origin_of = origins(articles)
    aside = set_aside(claims, copied)
    repeated = {copy.article for copies_of in aside.copies.values() for copy in copies_of}
    speaking = {article.id: article for article in articles if article.id not in repeated}
    by_article = _by_article(speaking.values(), aside.own)
    progress.at("linking figures")
    grouping = group(aside.own, origin_of, read_vocabulary(rules.packs, rules.metrics), read_weights())
    groups = tuple(
        compare(cluster, policy, by_article) for cluster in progress.over("comparing figures", grouping.clusters)
    )
    progress.at("running checks")
    selection = _selection(asked.select, asked.ignore, asked.drafts)
    found = run_checks(groups, speaking, by_article, policy, selection)
    if aside.copies:
        everything = _by_article(articles, claims)
        groups = tuple(_with_copies(one, aside.copies, origin_of, policy, everything) for one in groups)
        found = listing_copies(found, aside.copies)
    return Report(
        articles=articles,
        origins=origin_of,
        claims=_with_told(claims, found),
        skipped=skipped,
        groups=groups,
        findings=asked.apply(found),
        coverage=_coverage(claims, skipped, groups),
        apart=grouping.apart,
    )


def _with_told(claims: Sequence[Claim], found: Iterable[Finding]) -> tuple[Claim, ...]:
    """The claims, and what a finding tells of that is no figure and so is among them only then: a date."""
    known = {claim.id for claim in claims}
    told = {claim.id: claim for finding in found for claim in finding.claims if claim.id not in known}
    if not told:
        return tuple(claims)
    return tuple(sorted((*claims, *told.values()), key=lambda claim: (claim.article, claim.span, claim.id)))


def _copied(
    articles: Sequence[Article], policy: Policy, drafts: frozenset[ArticleId] = frozenset()
) -> Mapping[ArticleId, ArticleId]:
    """The articles that only repeat another one, each with that one. Drafts are held against the rest as they are."""
    own = {article.id: article for article in articles if article.id not in drafts}
    return copies(own.values(), {name: standing.weight for name, standing in standings(own, policy).items()})


def _with_copies(
    told: Group,
    repeats: Mapping[ClaimId, tuple[Claim, ...]],
    origin_of: Mapping[ArticleId, str],
    policy: Policy,
    by_article: Mapping[ArticleId, tuple[Claim, ...]],
) -> Group:
    """The group with the copies of its claims beside them, its verdict as it was."""
    cluster = with_copies(told.cluster, repeats, origin_of)
    return told if cluster is told.cluster else replace(compare(cluster, policy, by_article), verdict=told.verdict)


def extract_claims(articles: Sequence[Article], rules: Rules, *, progress: Progress = SILENT) -> Report:
    """Every figure of `articles`, resolved, and every number that is no claim; nothing compared."""
    articles = _in_order(articles)
    copied = _copied(articles, policy_for(rules))
    claims, skipped = _claims(_read(articles, progress), rules, progress, copied)
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


def _selection(select: frozenset[str], ignore: frozenset[str], drafts: frozenset[ArticleId]) -> Selection:
    return Selection(select=tuple(sorted(select)), ignore=tuple(sorted(ignore)), drafts=drafts)


def _read(articles: Sequence[Article], progress: Progress) -> tuple[_Read, ...]:
    return tuple(map(_read_one, progress.over("reading articles", articles)))


def _read_one(article: Article) -> _Read:
    sentences = segment(article)
    found = extract(article.id, sentences, load_lexicon())
    text = ReadArticle(article=article, sentences=sentences, mentions=found.mentions)
    return _Read(text=text, skipped=tuple(found.skipped))


def _claims(
    read: Sequence[_Read], rules: Rules, progress: Progress, copied: Mapping[ArticleId, ArticleId]
) -> tuple[tuple[Claim, ...], tuple[Skipped, ...]]:
    progress.at("working out what is counted")
    vocabulary = read_vocabulary(rules.packs, rules.metrics)
    claims = resolve([one.text for one in read], vocabulary, read_weights().stories, rules, copied)
    return claims, tuple(skipped for one in read for skipped in one.skipped)


def _by_article(articles: Iterable[Article], claims: Iterable[Claim]) -> dict[ArticleId, tuple[Claim, ...]]:
    found: dict[ArticleId, list[Claim]] = {article.id: [] for article in articles}
    for claim in claims:
        found[claim.article].append(claim)
    return {article: tuple(own) for article, own in found.items()}


def _coverage(claims: Sequence[Claim], skipped: Sequence[Skipped], groups: Iterable[Group]) -> Coverage:
    """A claim counts as compared when its group put it beside another article's or its own article's figure."""
    alone = {Verdict.UNCORROBORATED, Verdict.NOT_COMPARABLE}
    beside = (g.cluster.claims for g in groups if len(g.cluster.claims) > 1 and g.verdict not in alone)
    compared = len({claim.id for claims_of_group in beside for claim in claims_of_group})
    return Coverage(
        numbers=len(claims) + len(skipped),
        compared=compared,
        alone=len(claims) - compared,
        skipped=MappingProxyType(dict(sorted(Counter(s.reason for s in skipped).items()))),
    )
