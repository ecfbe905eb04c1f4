"""What a check is: its metadata, what it may look at, and what it answers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from claimcheck.compare import Standings
from claimcheck.model.baseline import Lapsed
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.digits import significant_digits
from claimcheck.model.finding import Disagreement, Group, GroupId, Severity
from claimcheck.model.policy import Policy
from claimcheck.model.text import Article, ArticleId, Spot


class Family(StrEnum):
    """across: a cause for figures that disagree between articles; inside: one article alone; editorial: advice;
    decisions: what was decided about findings.
    """

    ACROSS = "across articles"
    INSIDE = "inside one article"
    EDITORIAL = "editorial"
    DECISIONS = "decisions"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInfo:
    """A check's code ("CC102"), its name in words, the gravest severity it gives, and whether it runs unasked. With
    `drafts_only` it finds nothing where no draft is under review.
    """

    code: str
    name: str
    severity: Severity
    family: Family
    default: bool = True
    drafts_only: bool = False


Number = tuple[Decimal | None, str]
"""A printed number (None: a range or an order of magnitude) and its unit."""


Thing = tuple[str, str, str]
"""What is counted in which unit in which operation, as far as the noun tells: operation, entity and unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What every check may look at. Claims of an article are in text order; `drafts` are the articles under review.
    Worked out once from `groups` and `claims`: each grouped claim's origin and group, all claims by number and by what
    they are of, in the order of `by_content`, and `disputed`, the claims of a named claimant whose article names
    another one for a figure of the same thing: what one of them says is nobody else's contradiction.
    """

    groups: tuple[Group, ...]
    articles: Mapping[ArticleId, Article]
    claims: Mapping[ArticleId, tuple[Claim, ...]]
    standings: Standings
    policy: Policy
    origin_of: Mapping[ClaimId, str]
    group_of: Mapping[ClaimId, GroupId]
    numbers: Mapping[Number, tuple[Claim, ...]]
    things: Mapping[Thing, tuple[Claim, ...]]
    disputed: frozenset[ClaimId]
    drafts: frozenset[ArticleId] = field(default=frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """How well a cause explains a disagreement (`score` 0 to 1), in words that follow "probably", and the likely fix.

    `words` is empty for causes that only restate the disagreement. `suggestion` is None when nothing can be proposed.
    `suspect` is the claim that the cause itself singles out, where counting sources does not.
    """

    score: Decimal
    words: str
    suggestion: str | None = None
    suspect: Claim | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """What a check of a single article or group saw; `sides`, `suspect` and `suggestion` as in Finding.

    `severity` None: the check's own. Without claims, `at` is the place and `key` what the id is made of.
    """

    operation: str
    metric: str
    message: str
    sides: tuple[tuple[Claim, ...], ...]
    suspect: Claim | None = None
    suggestion: str | None = None
    severity: Severity | None = None
    trail: tuple[str, ...] = ()
    at: Spot | None = None
    key: str = ""


def number_of(claim: Claim) -> Number:
    """The printed number and its unit."""
    return claim.quantity.value, str(claim.quantity.unit.id)


def digits_of(claim: Claim) -> int:
    """How many digits of the printed number tell; 1 for a range."""
    return len(significant_digits(claim.quantity.value or Decimal(0)))


def acts_differ(a: Claim, b: Claim) -> bool:
    """Whether something else was done with each; a claim that says no deed differs from none."""
    return None not in (a.metric.action, b.metric.action) and a.metric.action != b.metric.action


def thing_of(claim: Claim) -> Thing:
    """The operation, the noun and the unit."""
    return str(claim.operation.id), claim.metric.entity, str(claim.quantity.unit.id)


Fit = Callable[[Disagreement, Context], Cause | None]
Find = Callable[[Context], Iterable[Observation]]
Judge = Callable[[Lapsed], Iterable[Observation]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check as the registry found it. `page` is its module's docstring, the documentation. `fit` names the cause of a
    disagreement that the groups show, and a check across articles or inside one may have it: an article that gives its
    own figure away is the best cause there is. `find` looks for what the groups do not show.
    `judge` is what a check about decisions has instead.
    """

    info: CheckInfo
    page: str
    fit: Fit | None = None
    find: Find | None = None
    judge: Judge | None = None
