"""Mentions, claims, and what a claim is resolved to."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NewType

from claimcheck.model.quantity import Quantity
from claimcheck.model.text import ArticleId, Sentence, Span

ClaimId = NewType("ClaimId", str)
MetricId = NewType("MetricId", str)
OperationId = NewType("OperationId", str)


class MentionKind(StrEnum):
    """What sort of figure it is by form alone. Ages and scores are kept, and compared only with their like."""

    AMOUNT = "amount"
    AGE = "age"
    SCORE = "score"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A figure at a span, nothing inferred.

    `sentence` is the index of its sentence. `restates` is the span of the figure that this one says again in another
    unit ("480 kilograms (1,058.2 pounds)": the pounds restate the kilograms), None for most. `margin` is a stated
    margin of error in the same unit.
    """

    article: ArticleId
    sentence: int
    quantity: Quantity
    kind: MentionKind = MentionKind.AMOUNT
    restates: Span | None = None
    margin: Decimal | None = None


class SkipReason(StrEnum):
    """Why a number is not a claim."""

    DATE = "date"
    YEAR = "year"
    DECADE = "decade"
    TIME_OF_DAY = "time of day"
    PHONE = "phone number"
    ADDRESS = "address"
    POSTCODE = "postcode"
    NAME = "number in a name"
    DOCKET = "docket number"
    ORDINAL = "ordinal"
    RANK = "rank"
    VERSION = "version"
    LIST_COUNTER = "list counter"
    SECTION = "section number"
    HANDLE = "handle or link"
    ISBN = "isbn"
    COORDINATES = "coordinates"
    PRONOUN = "pronoun"
    IDIOM = "idiom"
    BOILERPLATE = "boilerplate"
    ODDS = "odds"
    FOOTNOTE = "footnote"
    CODE = "code"
    UNREADABLE = "unreadable"
    NO_METRIC = "no metric"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A number that is not a claim, and the reason; counted in the coverage receipt."""

    article: ArticleId
    span: Span
    surface: str
    reason: SkipReason


class Aspect(StrEnum):
    """What the figure does: says how much there is, by how much it changed, what part it is, how often."""

    LEVEL = "level"
    CHANGE = "change"
    RATE = "rate"
    SHARE = "share"
    RANK = "rank"


class Direction(StrEnum):
    """Which way a change goes."""

    UP = "up"
    DOWN = "down"


class Status(StrEnum):
    """How sure the article says the figure is."""

    CONFIRMED = "confirmed"
    PRELIMINARY = "preliminary"
    SUSPECTED = "suspected"
    ESTIMATED = "estimated"
    PROJECTED = "projected"
    TARGET = "target"
    REPORTED = "reported"

    @property
    def is_forward(self) -> bool:
        """Whether it is of what is looked for, not of what is."""
        return self in (Status.PROJECTED, Status.TARGET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason for a conclusion: what it says, and the words it came from (None: drawn from the whole article)."""

    what: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """What is measured.

    `entity` is the canonical noun that is counted or measured ("firearm", "person", "revenue"), `action` what was done
    with it ("seize", "arrest"; None: nothing said), `modifiers` the lemmas that narrow it down, `proper` those of
    them that are printed as names ("iPhone sales"). `known` means that the
    entity or action stands in a vocabulary pack or in the rules. `id` joins these; `name` is for people.
    `grows` says that the figure can only rise as reports come in (a death toll, an area burned). `volatile` says that
    it goes up and down by nature from one day to the next (crews on a fire, containment, a share price).
    """

    id: MetricId
    name: str
    entity: str
    action: str | None = None
    modifiers: frozenset[str] = frozenset()
    proper: frozenset[str] = frozenset()
    known: bool = False
    grows: bool = False
    volatile: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """The event, action or reporting subject that a figure belongs to. `named` means that a proper name was found."""

    id: OperationId
    name: str
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A typed circumstance of a claim. `key` is canonical and compares; `label` is for people; `span` is its words."""

    key: str
    label: str
    span: Span | None = None


PART = Facet(key="a part", label="a part")
MORE = Facet(key="on top", label="on top of the rest")
REST = Facet(key="the rest", label="the rest")
UNNAMED_PARTS = frozenset({PART.key, MORE.key, REST.key})
"""Scopes without a name of their own: "171 of those", "another 41", "the other 21"."""


def same_facet(a: Facet | None, b: Facet | None) -> bool:
    """Whether two circumstances are one: none at all, or one key."""
    return (a.key if a is not None else None) == (b.key if b is not None else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who has what is counted, by name: `words` of the name in lower case, `others` those of all whose figures in the
    same unit the article tells beside it.
    """

    name: str
    words: frozenset[str]
    others: frozenset[str] = frozenset()

    def is_another(self, other: "Holder") -> bool:
        """Whether an article sets the two apart: one of them is named beside the other with a figure of its own."""
        apart = self.words.isdisjoint(other.words)
        return apart and not (self.others.isdisjoint(other.words) and other.others.isdisjoint(self.words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A mention with metric, operation and circumstances resolved.

    `scope` is the part that the figure covers (None: the whole of the operation), `period` the time it covers (None:
    the operation's own), `as_of` the day on which the figure held (usually the article's date; None: unknown),
    `attribution` who gives the figure, where the article names somebody, `holder` who has what it counts. `stated` is
    the calendar time that the article itself puts the figure in, first and last day, the operation's own time included
    ("in 2023", "so far this year"); None where it names none. `announced` says that the figure is told as what will be
    ("will cut 9,000 jobs", "is to cost $2 billion"), which is neither a plan nor done. `context` holds the canonical
    words around the figure, each with its nearness between 0 and 1.
    """

    id: ClaimId
    article: ArticleId
    sentence: Sentence
    quantity: Quantity
    kind: MentionKind
    metric: Metric
    operation: Operation
    scope: Facet | None = None
    period: Facet | None = None
    as_of: date | None = None
    stated: tuple[date, date] | None = None
    status: Status = Status.CONFIRMED
    announced: bool = False
    aspect: Aspect = Aspect.LEVEL
    direction: Direction | None = None
    attribution: Facet | None = None
    holder: Holder | None = None
    restates: ClaimId | None = None
    margin: Decimal | None = None
    evidence: tuple[Evidence, ...] = ()
    context: tuple[tuple[str, float], ...] = ()

    @property
    def span(self) -> Span:
        """Where the figure stands in its article."""
        return self.quantity.span


COUNTED_SHARE = "counted share"
"""The entity of a share that says how far votes are counted: "99.08 percent of the votes counted"."""


def by_content(claim: Claim) -> tuple[date, int, str, int, int, str, str]:
    """A total order for choosing between claims that are equally good: by day, by how early its article tells it, and
    by its words. What the file is called comes in between claims of the same words only.
    """
    sentence, span = claim.sentence, claim.span
    start, end = span.start - sentence.span.start, span.end - sentence.span.start
    return (claim.as_of or date.max, sentence.index, sentence.text, start, end, claim.article, claim.id)


def basis(claim: Claim) -> str | None:
    """What the figure is told for each one of, by its unit ("$1.20 a share") or by its name ("earnings per share")."""
    _, per, told = claim.metric.entity.rpartition(" per ")
    return claim.quantity.per or (told if per else None)


def one_holder(a: Claim, b: Claim) -> bool:
    """Whether the two are told of one holder by name: "Jammeh" and "President Yahya Jammeh"."""
    return a.holder is not None and b.holder is not None and not a.holder.words.isdisjoint(b.holder.words)


def forward_apart(a: Claim, b: Claim) -> bool:
    """Whether one of two figures is of what is looked for and the other of what is. What is announced as what will be
    is set apart from neither.
    """
    forward, other = (a, b) if a.status.is_forward else (b, a)
    return forward.status.is_forward and not other.status.is_forward and not other.announced


def both_claimed(a: Claim, b: Claim) -> bool:
    """Whether two named claimants give the figures: then one article may well tell both of one thing. "The coroner" is
    "Coroner Seneh Dumbuya".
    """
    one, other = a.attribution, b.attribution
    return one is not None and other is not None and not (_is_of(one, other) or _is_of(other, one))


def _is_of(one: Facet, other: Facet) -> bool:
    return one.key == other.key or one.key in other.label.casefold().split()
