"""What follows from claims put side by side."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from claimcheck.model.claim import Claim, ClaimId

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
class Finding:
    """What a check reports. `id` is a fingerprint that survives line moves and reformatting; `sides` as in
    Disagreement (one side of one claim for a finding inside a single claim). `trail` are the steps that led here.
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
    trail: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every side, once, in order of sides."""
        return tuple(dict.fromkeys(claim for side in self.sides for claim in side))


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """Who silenced a finding ("baseline", "inline", "rules") and why."""

    by: str
    reason: str
