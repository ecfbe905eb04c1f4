"""How a finding came about, put together for whoever asks `claimcheck explain`."""

from collections.abc import Iterator, Sequence

from claimcheck.checks.base import Cause, Check, Context, Observation
from claimcheck.checks.versus import versus
from claimcheck.compare.copies import Around, copies
from claimcheck.compare.decisions import decisions
from claimcheck.compare.support import supports, why_suspect
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Copy, Disagreement, Explanation, Group, Severity, Support, Tie, Trail

_TOLD_CAUSES = 2

Ranked = Sequence[tuple[Check, Cause]]


def of_disagreement(
    disagreement: Disagreement,
    ranked: Ranked,
    witness: Cause,
    doubts: tuple[str, ...],
    told: tuple[Copy, ...],
    context: Context,
) -> Trail:
    """The trail of a finding across articles. `ranked` are the causes that fit, best first, `witness` the one that may
    have singled the suspect out; `told` its copies.
    """
    group, sides = disagreement.group, disagreement.sides
    ends = versus(disagreement)
    judged, left_out = decisions(group, sides, (ends.odd, ends.voice), context.policy, context.claims)
    stand = supports(group, sides, context.standings)
    check = ranked[0][0]
    return Trail(
        ties=_ties(group, disagreement.sides),
        decisions=judged,
        left_out=left_out,
        causes=tuple(
            Explanation(check=c.info.code, name=c.info.name, fit=cause.score, words=cause.words)
            for c, cause in ranked[:_TOLD_CAUSES]
        ),
        supports=stand,
        suspect=_why(disagreement, stand, witness),
        doubts=doubts,
        severity=(*_own_severity(check, doubts), *_set_severity(check, group.cluster.metric, context)),
        copies=told,
    )


def _why(disagreement: Disagreement, stand: tuple[Support, ...], cause: Cause) -> str:
    """Why the suspect is one, or why nobody is; what the sides' own origins do not show is said in other words."""
    suspect = disagreement.suspect
    if cause.suspect is not None:
        return f"the cause tells which figure is the wrong one: {cause.words}"
    if suspect is None or len(stand) != len(("best", "odd")):
        return why_suspect(disagreement, stand)
    own, others = sorted(stand, key=lambda support: suspect.id not in support.claims)
    if len(own.origins) > 1:
        return "one origin stands alone: the others on its side only set a bound that admits its figure"
    if len(others.origins) == 1 and not others.primary:
        return "one origin stands alone: outside this group others have the other figure too"
    return why_suspect(disagreement, stand)


def of_observation(check: Check, observation: Observation, group: Group | None, context: Context) -> Trail:
    """The trail of any other finding: what its check tells, and how the claims of its `group` came to stand together
    (None: it is about claims that are in none).
    """
    rules = context.policy.severities.get(check.info.code)
    own = f"{check.info.code} gives {observation.severity or check.info.severity} here"
    severity = (own,) if rules is None else (own, f"the rules set {check.info.code} to {rules}")
    if group is None:
        return Trail(severity=severity, steps=observation.trail)
    judged, left_out = decisions(group, observation.sides, None, context.policy, context.claims)
    return Trail(
        ties=_ties(group, observation.sides),
        decisions=judged,
        left_out=left_out,
        severity=severity,
        steps=observation.trail,
    )


def copies_of(disagreement: Disagreement, context: Context) -> tuple[Copy, ...]:
    """Figures of the disagreement that changed from one article to the next."""
    around = Around(
        claims=context.claims,
        dates={article.id: article.date for article in context.articles.values()},
        suspect=disagreement.suspect,
        policy=context.policy.trail,
    )
    return copies(disagreement.group, disagreement.sides, around)


def _ties(group: Group, sides: tuple[tuple[Claim, ...], ...]) -> tuple[Tie, ...]:
    """The group's ties that have one of the finding's claims at an end, those across its sides first."""
    side_of = {claim.id: number for number, side in enumerate(sides) for claim in side}
    own = (tie for tie in group.cluster.ties if tie.a in side_of or tie.b in side_of)
    return tuple(sorted(own, key=lambda tie: side_of.get(tie.a, -1) == side_of.get(tie.b, -1)))


def _own_severity(check: Check, doubts: tuple[str, ...]) -> Iterator[str]:
    yield f"{check.info.code} is {_article(check.info.severity)} where nothing speaks against it"
    if doubts and check.info.severity is Severity.ERROR:
        yield "a warning, for there is doubt"


def _set_severity(check: Check, metric: str, context: Context) -> Iterator[str]:
    for_check = context.policy.severities.get(check.info.code)
    for_metric = context.policy.metric_severities.get(metric)
    if for_check is not None:
        yield f"the rules set {check.info.code} to {for_check}"
    if for_metric is not None:
        yield f"the rules set “{metric}” to {for_metric}"


def _article(severity: Severity) -> str:
    return f"an {severity}" if severity is Severity.ERROR else f"a {severity}"
