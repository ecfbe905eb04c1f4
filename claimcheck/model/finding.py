"""What follows from claims put side by side."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from claimcheck.model.baseline import BaselineState
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.text import Spot

GroupId = NewType("GroupId", str)
FindingId = NewType("FindingId", str)


class Verdict(StrEnum):
    """The ladder's rungs, in order: for two claims the first that holds."""

    NOT_COMPARABLE = "not comparable"
    SAME = "same"
    CONVERTED = "converted"
    ROUNDED = "rounded"
    BOUNDED = "bounded"
    COMPOSED = "composed"
    SUPERSEDED = "superseded"
    LOOSE_BOUND = "loose bound"
    DISPUTED = "disputed"
    CONFLICT = "conflict"
    UNCORROBORATED = "uncorroborated"

    @property
    def agrees(self) -> bool:
        """Whether both claims can be true of the same thing at the same time."""
        return self in (Verdict.SAME, Verdict.CONVERTED, Verdict.ROUNDED, Verdict.BOUNDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two claims of one group, the rung that decided, and why in words. `a` sorts before `b`."""

    a: ClaimId
    b: ClaimId
    verdict: Verdict
    why: str


class Severity(StrEnum):
    """error: both cannot be true under the most charitable reading; warning: a desk must look; note: the rest."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """Higher is graver: note 0, warning 1, error 2."""
        return ("note", "warning", "error").index(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One piece of evidence on whether two claims tell of one thing: what it says, and its weight (log odds; positive
    speaks for it).
    """

    says: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """The evidence that put claim `a` beside claim `b` in a cluster; `score` is the sum of the reasons' weights."""

    a: ClaimId
    b: ClaimId
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """Two claims whose words are alike and that were not compared all the same, and why."""

    a: ClaimId
    b: ClaimId
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Claims that the grouping stage holds to be of one metric of one operation, in document order.

    `origin_of` gives for each claim its origin (articles that copy each other share one). `ties` hold for every claim
    of a cluster of several the strongest evidence that put it here.
    """

    id: GroupId
    operation: str
    metric: str
    claims: tuple[Claim, ...]
    origin_of: tuple[str, ...]
    ties: tuple[Tie, ...] = ()

    def origins(self) -> dict[ClaimId, str]:
        """The origin of each claim, by its id."""
        return {claim.id: origin for claim, origin in zip(self.claims, self.origin_of, strict=True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """What the grouping stage concludes: every claim in exactly one cluster, and the likeliest pairs that it kept
    apart, best first.
    """

    clusters: tuple[Cluster, ...]
    apart: tuple[Apart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A cluster after comparison: every pair's rung, and the verdict drawn from them."""

    cluster: Cluster
    comparisons: tuple[Comparison, ...]
    verdict: Verdict

    @property
    def origins(self) -> int:
        """How many independent origins speak."""
        return len(set(self.cluster.origin_of))


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One conflict inside a group, before it has a cause: sides of claims that agree among themselves.

    `sides` come with the best supported first (most independent origins; primary sources weigh more). `suspect` is the
    claim that stands alone against independent others, None when the evidence is balanced.
    """

    group: Group
    sides: tuple[tuple[Claim, ...], ...]
    suspect: Claim | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A rung of the ladder that did not hold for a pair: why not, and every change of the texts that is known to make
    it hold (empty: none that a desk could look for).
    """

    verdict: Verdict
    fails: str
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A comparison across the sides of a finding, and for an opposed pair the rungs above its own, in their order.

    `pairs` is how many pairs of claims with these two figures it speaks for.
    """

    comparison: Comparison
    refusals: tuple[Refusal, ...] = ()
    pairs: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A cause that was considered: the check that offers it, how well it fits (0 to 1), and its words ("": none)."""

    check: str
    name: str
    fit: Decimal
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """Who stands behind a side: its independent origins, sorted, their weights added up, and whether a primary source
    is among them.
    """

    claims: tuple[ClaimId, ...]
    origins: tuple[str, ...]
    weight: Decimal
    primary: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Claim `copy` tells in the words of claim `original` but with another figure.

    `alike` is the share of words that the two passages have in common and in one order, figures left out (0 to 1);
    `one_origin` that the whole articles copy each other; `directed` that dates or the suspect tell which one is the
    copy.
    """

    copy: ClaimId
    original: ClaimId
    alike: Decimal
    one_origin: bool
    directed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """How a finding came about, step by step.

    `ties`: what put its claims into one group. `decisions`: the pairs across its sides, `left_out` counts those that
    are not listed. `causes`: the chosen one first, then the runner-up. `supports`: one for each side, in their order.
    `suspect`: why a claim is singled out or none is. `doubts`: what keeps it from being certain. `severity`: what made
    the severity, last word last. `copies`: figures that changed on their way. `steps`: what the check itself tells.
    """

    ties: tuple[Tie, ...] = ()
    decisions: tuple[Decision, ...] = ()
    left_out: int = 0
    causes: tuple[Explanation, ...] = ()
    supports: tuple[Support, ...] = ()
    suspect: str | None = None
    doubts: tuple[str, ...] = ()
    severity: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    steps: tuple[str, ...] = ()


NO_TRAIL = Trail()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check reports. `id` is a fingerprint that survives line moves, reformatting, renamed files and articles
    that are added; `sides` as in Disagreement (one side of one claim for a finding inside a single claim). `trail` is
    how it came about. `state` is None where no baseline is in use.

    A finding about a decision has no claims and no sides: `at` is then the place of the entry or comment that it is
    about. It is None for all others, whose place is a claim's.
    """

    id: FindingId
    check: str
    name: str
    severity: Severity
    operation: str
    metric: str
    message: str
    suggestion: str | None
    suspect: Claim | None
    sides: tuple[tuple[Claim, ...], ...]
    suppressed: "Suppression | None" = None
    state: BaselineState | None = None
    trail: Trail = NO_TRAIL
    at: Spot | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every side, once, in order of sides."""
        return tuple(dict.fromkeys(claim for side in self.sides for claim in side))


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """Who silenced a finding ("baseline", "inline", "rules") and why."""

    by: str
    reason: str
