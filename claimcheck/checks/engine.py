"""`run_checks`: every check over every group and article, to findings in total order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, product
from typing import TypeVar

from claimcheck.checks.advice import open_advice
from claimcheck.checks.alike import told_apart
from claimcheck.checks.base import Cause, Check, Context, Family, Observation, number_of, thing_of
from claimcheck.checks.blame import may_be_blamed, singled_out
from claimcheck.checks.certainty import doubts, severity_of, weakly_linked
from claimcheck.checks.fingerprint import digest, distinct, fingerprint
from claimcheck.checks.messages import against
from claimcheck.checks.registry import all_checks
from claimcheck.checks.selection import EVERYTHING_USUAL, Selection
from claimcheck.checks.trail import copies_of, of_disagreement, of_observation
from claimcheck.checks.versus import disputed_share, versus
from claimcheck.compare import disagreements, standings
from claimcheck.compare.pair import order
from claimcheck.model.baseline import Lapsed
from claimcheck.model.claim import Claim, ClaimId, by_content
from claimcheck.model.finding import Disagreement, Finding, Group, Severity
from claimcheck.model.policy import Policy
from claimcheck.model.text import Article, ArticleId

Key = TypeVar("Key")
_EXPLAINS = Decimal("0.8")
_SINGLES_OUT = Decimal("0.75")
_WEAK = "the evidence that the figures are of one thing is weak"


def run_checks(
    groups: tuple[Group, ...],
    articles: Mapping[ArticleId, Article],
    claims: Mapping[ArticleId, tuple[Claim, ...]],
    policy: Policy,
    selection: Selection = EVERYTHING_USUAL,
) -> tuple[Finding, ...]:
    """The findings, gravest first, then by code, first claim and id. `claims` are every article's, grouped or not."""
    ordered = sorted((claim for own in claims.values() for claim in own), key=by_content)
    context = Context(
        groups=groups,
        articles=articles,
        claims=claims,
        standings=standings(articles, policy),
        policy=policy,
        origin_of={claim: origin for group in groups for claim, origin in group.cluster.origins().items()},
        group_of={claim.id: group.cluster.id for group in groups for claim in group.cluster.claims},
        numbers=_by(number_of, ordered),
        things=_by(thing_of, ordered),
        disputed=frozenset(_disputed(claims.values())),
        drafts=selection.drafts,
    )
    wanted = tuple(check for check in all_checks() if selection.wants(check.info, policy.severities))
    found = {(finding.check, finding.claims): finding for finding in _findings(wanted, context)}
    return tuple(sorted(distinct(found.values()), key=_rank))


def _by(key: Callable[[Claim], Key], claims: Iterable[Claim]) -> Mapping[Key, tuple[Claim, ...]]:
    found: dict[Key, list[Claim]] = {}
    for claim in claims:
        found.setdefault(key(claim), []).append(claim)
    return {one: tuple(same) for one, same in found.items()}


def _disputed(articles: Iterable[tuple[Claim, ...]]) -> Iterator[ClaimId]:
    for claims in articles:
        voices: dict[str, set[str]] = {}
        claimed = [(claim, claim.attribution.key) for claim in claims if claim.attribution is not None]
        for claim, who in claimed:
            voices.setdefault(claim.metric.entity, set()).add(who)
        yield from (claim.id for claim, _ in claimed if len(voices[claim.metric.entity]) > 1)


def judge_decisions(lapsed: Lapsed, policy: Policy, selection: Selection = EVERYTHING_USUAL) -> tuple[Finding, ...]:
    """The findings about decisions that do nothing any more, in order of check and of `lapsed`."""
    checks = (check for check in all_checks() if selection.wants(check.info, policy.severities))
    judged = ((check, seen) for check in checks if check.judge is not None for seen in check.judge(lapsed))
    return tuple(distinct(_of_decision(check, observation, policy) for check, observation in judged))


def ran(policy: Policy, selection: Selection) -> frozenset[str]:
    """The codes of the checks that a run with this selection asks, and that could have found something."""
    checks = (check for check in all_checks() if selection.drafts or not check.info.drafts_only)
    return frozenset(check.info.code for check in checks if selection.wants(check.info, policy.severities))


def _rank(finding: Finding) -> tuple[int, str, tuple[str, int, int, str], str]:
    return (-finding.severity.rank, finding.check, min(map(order, finding.claims)), finding.id)


def _findings(checks: tuple[Check, ...], context: Context) -> Iterator[Finding]:
    told = tuple(_across(checks, context))
    yield from told
    home = {claim.id: group for group in context.groups for claim in group.cluster.claims}
    raised = (finding for finding in told if finding.severity is not Severity.NOTE)
    pairs = {pair for finding in raised for pair in _opposed(finding.sides)}
    for check in checks:
        for observation in check.find(context) if check.find is not None else ():
            if not _already_told(check, observation, told, pairs):
                yield _observed(check, observation, home, context)


def _already_told(
    check: Check, observation: Observation, told: tuple[Finding, ...], pairs: set[frozenset[ClaimId]]
) -> bool:
    """Whether two of its figures have been told against each other; for a check inside one article by itself alone, or
    as the cause of what the figure it starts from says against others.
    """
    if check.info.family is Family.ACROSS:
        return not pairs.isdisjoint(_opposed(observation.sides))
    own = tuple(finding for finding in told if finding.check == check.info.code)
    opposed = {pair for finding in own for pair in _opposed(finding.sides)}
    blamed = {finding.suspect.id for finding in own if finding.suspect is not None}
    lead = [claim.id for claim in observation.sides[0]]
    return not opposed.isdisjoint(_opposed(observation.sides)) or (len(lead) == 1 and lead[0] in blamed)


def _across(checks: tuple[Check, ...], context: Context) -> Iterator[Finding]:
    causes = tuple(check for check in checks if check.fit is not None)
    for group in context.groups if causes else ():
        for disagreement in disagreements(group, context.standings):
            if disputed_share(disagreement) or not told_apart(disagreement.sides):
                yield from _explained(singled_out(disagreement, context), causes, context)


def _opposed(sides: tuple[tuple[Claim, ...], ...]) -> Iterator[frozenset[ClaimId]]:
    """Pairs of claims that a finding holds against each other: what is told once is not told again."""
    return (frozenset((a.id, b.id)) for x, y in combinations(sides, 2) for a, b in product(x, y))


def _explained(disagreement: Disagreement, checks: tuple[Check, ...], context: Context) -> Iterator[Finding]:
    """One finding with the best cause; the runner-up is told in the trail. None when no selected check explains it."""
    ranked = _ranked(disagreement, checks, context)
    witness = _witness(disagreement, ranked)
    if witness is not None:
        disagreement = replace(disagreement, suspect=witness.suspect)
        ranked = _ranked(disagreement, checks, context)
    if not ranked:
        return
    check, cause = ranked[0]
    explained = cause.score >= _EXPLAINS
    reasons = doubts(disagreement, context, explained=explained)
    weak = weakly_linked(disagreement, context.policy, explained=explained or bool(cause.words))
    disagreement = replace(disagreement, suspect=cause.suspect or disagreement.suspect)
    copied = copies_of(disagreement, context)
    reasons = (*reasons, *((_WEAK,) if weak else ()))
    cluster = disagreement.group.cluster
    yield Finding(
        id=fingerprint(check.info, disagreement.sides, context.articles),
        check=check.info.code,
        name=check.info.name,
        severity=_severity(check, severity_of(check.info.severity, reasons, weak=weak), cluster.metric, context.policy),
        operation=cluster.operation,
        metric=cluster.metric,
        message=against(disagreement, cause, copied, context.articles),
        suggestion=_advice(cause, disagreement, context),
        suspect=disagreement.suspect,
        sides=disagreement.sides,
        trail=of_disagreement(disagreement, ranked, witness or cause, reasons, copied, context),
    )


def _ranked(disagreement: Disagreement, checks: tuple[Check, ...], context: Context) -> list[tuple[Check, Cause]]:
    """The causes that fit, best first."""
    fits = ((check, _fit(check, disagreement, context)) for check in checks)
    return sorted(((c, cause) for c, cause in fits if cause is not None), key=lambda x: (-x[1].score, x[0].info.code))


def _witness(disagreement: Disagreement, ranked: list[tuple[Check, Cause]]) -> Cause | None:
    """The cause behind the best one that singles a figure out, where neither the best one nor the sources do: how a
    figure came about (a lost scale word) need not tell which of two it is, what its own article says of it does.
    """
    if not ranked or disagreement.suspect is not None or ranked[0][1].suspect is not None:
        return None
    return next((c for _, c in ranked if c.suspect is not None and c.score >= _SINGLES_OUT), None)


def _fit(check: Check, disagreement: Disagreement, context: Context) -> Cause | None:
    """The check's cause; it blames nobody where it would blame a primary source."""
    cause = None if check.fit is None else check.fit(disagreement, context)
    if cause is None or cause.suspect is None or may_be_blamed(cause.suspect, context):
        return cause
    return replace(cause, suspect=None, suggestion=None)


def _advice(cause: Cause, disagreement: Disagreement, context: Context) -> str | None:
    """What the cause advises, else what the others say, or all readings where nobody is singled out."""
    return cause.suggestion or versus(disagreement).others_say() or open_advice(disagreement, context.articles)


def _severity(check: Check, computed: Severity, metric: str, policy: Policy) -> Severity:
    """What the newsroom set for the metric, else for the check, else what certainty allows."""
    set_for_check = policy.severities.get(check.info.code)
    return policy.metric_severities.get(metric) or set_for_check or computed


def _observed(check: Check, observation: Observation, home: Mapping[ClaimId, Group], context: Context) -> Finding:
    claims = tuple(claim for side in observation.sides for claim in side)
    group = home.get(claims[0].id) if claims else None
    computed = observation.severity or check.info.severity
    return Finding(
        id=fingerprint(check.info, observation.sides, context.articles),
        check=check.info.code,
        name=check.info.name,
        severity=context.policy.severities.get(check.info.code) or computed,
        operation=observation.operation,
        metric=observation.metric,
        message=f"{observation.metric}: {observation.message}",
        suggestion=observation.suggestion,
        suspect=observation.suspect,
        sides=observation.sides,
        trail=of_observation(check, observation, group, context),
    )


def _of_decision(check: Check, observation: Observation, policy: Policy) -> Finding:
    return Finding(
        id=digest(check.info.code, (check.info.code, observation.key)),
        check=check.info.code,
        name=check.info.name,
        severity=policy.severities.get(check.info.code) or check.info.severity,
        operation=observation.operation,
        metric=observation.metric,
        message=f"{observation.metric}: {observation.message}",
        suggestion=observation.suggestion,
        suspect=None,
        sides=(),
        at=observation.at,
    )
