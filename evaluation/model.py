"""The values that the evaluation hands around: places in articles, labels of a story, and what the tool answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Half-open character offsets into one article's file. `doc` is the article's path inside its story."""

    doc: str
    start: int
    end: int

    def shared(self, other: "Place") -> int:
        """How many characters belong to both; 0 when the places do not overlap."""
        if self.doc != other.doc:
            return 0
        return max(0, min(self.end, other.end) - max(self.start, other.start))


class Bound(StrEnum):
    """What a figure's qualifier does to it, as the labels say it."""

    EXACT = "exact"
    APPROX = "approx"
    MIN = "min"
    MAX = "max"
    RANGE = "range"
    ORDER = "order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One figure as a careful reader reads it, in the unit as written. `low` and `high` are equal except for ranges.

    `open` labels are those on which careful readers differ: finding or leaving them is neither right nor wrong.
    `nth` is the quote's occurrence in its article.
    """

    place: Place
    quote: str
    nth: int
    low: Decimal
    high: Decimal
    unit: str
    bound: Bound
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NoClaim:
    """A number that is no claim (a date, a road's name), and why."""

    place: Place
    reason: str


class ItemList(StrEnum):
    """The lists of a story's key."""

    CONFLICTS = "conflicts"
    COMPATIBLE = "compatible"
    DISTINCT = "distinct"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyClaim:
    """A passage that the key speaks of. `side` is None where the key names none: then the claim is its own side."""

    place: Place
    quote: str
    side: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyItem:
    """What the key says of some claims taken together.

    `kind` is a conflict's kind ("unit", "typo"), empty elsewhere. `apart` marks a compatible item whose claims are
    parts, sums or different measures: they agree, but are not one thing. `check` and `suspect` name, for a conflict,
    the check that explains it and the article that stands alone; None where the key does not say.
    """

    list: ItemList
    metric: str
    kind: str
    why: str
    claims: tuple[KeyClaim, ...]
    apart: bool = False
    check: str | None = None
    suspect: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One labelled set of articles. `documents` maps an article's path inside the story to its whole text.

    `known` stories were seen while the tool was built and stay out of the first total. `labels` is None where the
    figures are not labelled. `unlabelled_before` gives per article the offset before which nothing was labelled
    (0 where the whole file was). `rules` is the rules file with which the story is measured a second time.
    """

    name: str
    known: bool
    documents: Mapping[str, str]
    items: tuple[KeyItem, ...]
    labels: tuple[Label, ...] | None
    no_claims: tuple[NoClaim, ...]
    unlabelled_before: Mapping[str, int]
    rules: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolClaim:
    """A claim as the tool printed it. `place` is None when its span does not hold its words in any known article."""

    id: str
    document: str
    place: Place | None
    text: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: Bound | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolGroup:
    """Claims that the tool holds to be of one thing, and what it concluded of them."""

    verdict: str
    claims: tuple[ToolClaim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolFinding:
    """What the tool reported. `sides` is empty where it named none: then every claim stands against every other.

    `suspect` is the claim that it holds to be the wrong one, None when it names none; `suggestion` its advice.
    """

    check: str
    severity: str
    metric: str
    claims: tuple[ToolClaim, ...]
    sides: tuple[tuple[ToolClaim, ...], ...]
    suspect: ToolClaim | None = None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One run's answer; suppressed findings are left out."""

    claims: tuple[ToolClaim, ...]
    groups: tuple[ToolGroup, ...] = ()
    findings: tuple[ToolFinding, ...] = ()
