"""A labelled story to rows of the `differ` scale: the evidence between two figures that differ, read from the stages of
the tool itself, and whether the two are of one thing.

Conflicts are rare, so most of the figures that are of one thing are made: a figure that the key says others tell too is
told with another value, one at a time, in memory. Its words stay, and linking has to find its way by them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from claimcheck.api import extract_claims
from claimcheck.config.vocabulary import read_vocabulary, read_weights
from claimcheck.group.clusters import Linked, linked
from claimcheck.group.evidence import Feature
from claimcheck.group.figures import Fit
from claimcheck.model.claim import Claim
from claimcheck.model.quantity import Dimension, Interval, Quantity
from claimcheck.model.rules import Rules
from evaluation.linking.labels import Known, Relation, read_labels
from evaluation.model import Story
from evaluation.mutations.answers import article_of, place_of

BY_HAND = "value."
"""Features of the values have weights chosen by hand: the values of the figures told otherwise are made up."""
OTHER_VALUE = Decimal("1.37")
_WHOLE_BELOW = 1000
_LABELLED = 1.5
_FULL_STORY, _FEW, _MOST_WEIGHT = 25, 5, 2.0


class Label(StrEnum):
    """What two figures that differ are to each other."""

    RETOLD = "told otherwise"
    CONFLICT = "conflict"
    DISTINCT = "distinct"
    UNSAID = "unsaid"

    @property
    def positive(self) -> bool:
        """Whether they are of one thing."""
        return self in (Label.RETOLD, Label.CONFLICT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Two figures that differ. `amounts` is how much there is of each feature, by name in order; `weight` how much the
    row counts in a fit.
    """

    story: str
    label: Label
    weight: float
    amounts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRows:
    """The rows of one story; `barred` counts figures told otherwise that a bar keeps from their thing: no weight helps
    those.
    """

    rows: tuple[Row, ...]
    barred: int


def story_rows(story: Story) -> StoryRows:
    """All rows of a story."""
    articles = [article_of(doc, text) for doc, text in story.documents.items()]
    claims = extract_claims(articles, Rules()).claims
    known = read_labels(story.items, [place_of(claim) for claim in claims])
    retold = [_retold(claims, place, others) for place, others in _counterparts(claims, known)]
    open_fits = [fit for fit in retold if fit is not None and fit.barred is None]
    share = min(_MOST_WEIGHT, (_FULL_STORY / max(len(open_fits), _FEW)) ** 0.5)
    rows = [_row(story, Label.RETOLD, share, fit) for fit in open_fits]
    rows += [
        _row(story, label, 1.0 if label is Label.UNSAID else _LABELLED, fit) for label, fit in _as_told(claims, known)
    ]
    return StoryRows(rows=tuple(rows), barred=sum(fit is not None and fit.barred is not None for fit in retold))


def _as_told(claims: Sequence[Claim], known: Known) -> Iterator[tuple[Label, Fit]]:
    """The figures that differ in the articles as they are, without those that the key says agree, or leaves open."""
    found = linked_figures(claims)
    for (m, n), fit in found.fits.items():
        left, right = found.nodes[m], found.nodes[n]
        if fit.barred is None and known.open.isdisjoint([*left, *right]) and not _near(found, left, right):
            label = _label(known.between(left, right))
            if label is not None:
                yield label, fit


def _near(found: Linked, left: Iterable[int], right: Sequence[int]) -> bool:
    """Whether some telling of the one could be some telling of the other."""
    links = (found.links.get((min(i, j), max(i, j))) for i in left for j in right)
    return any(link is not None and link.near for link in links)


def _label(relation: Relation | None) -> Label | None:
    match relation:
        case Relation.CONFLICT:
            return Label.CONFLICT
        case Relation.DISTINCT | Relation.PARTS:
            return Label.DISTINCT
        case Relation.AGREE:
            return None
        case None:
            return Label.UNSAID


def _counterparts(claims: Sequence[Claim], known: Known) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Claims whose figure other articles tell too, with these tellings."""
    slack = read_weights().slack
    for place, tellings in known.agreeing().items():
        claim = claims[place]
        others = tuple(
            i
            for i in tellings
            if claims[i].article != claim.article
            and claims[i].quantity.value != 0
            and claims[i].quantity.near(claim.quantity, slack)
        )
        if others:
            yield place, others


def _retold(claims: Sequence[Claim], place: int, others: Sequence[int]) -> Fit | None:
    """How well the figure at `place`, told with another value, fits the best of `others`; None when it agrees still."""
    told = list(claims)
    told[place] = told_otherwise(claims[place])
    retold = linked_figures(told)
    home = {i: n for n, members in enumerate(retold.nodes) for i in members}
    own, theirs = home[place], {home[i] for i in others}
    found = [retold.fits[pair] for n in sorted(theirs) if (pair := (min(own, n), max(own, n))) in retold.fits]
    if own in theirs:
        return None
    return max(found, key=lambda fit: (fit.barred is None, fit.score), default=None)


def told_otherwise(claim: Claim) -> Claim:
    """The claim with another value, its words as they are. A small whole count stays whole."""
    quantity = claim.quantity
    value = None if quantity.value is None else _other(quantity, quantity.value)
    interval = quantity.interval
    if value is not None and interval.low == interval.high == quantity.value:
        interval = Interval(low=value, high=value)
    else:
        low, high = (None if end is None else end * OTHER_VALUE for end in (interval.low, interval.high))
        interval = replace(interval, low=low, high=high)
    return replace(claim, quantity=replace(quantity, value=value, interval=interval))


def _other(quantity: Quantity, value: Decimal) -> Decimal:
    small = quantity.unit.dimension is Dimension.COUNT and abs(value) < _WHOLE_BELOW
    if not small or value != value.to_integral_value():
        return value * OTHER_VALUE
    other = (value * OTHER_VALUE).to_integral_value()
    return other if other != value else value + 1


def linked_figures(claims: Sequence[Claim]) -> Linked:
    """The claims as the tool links them."""
    return linked(claims, read_vocabulary(), read_weights())


def _row(story: Story, label: Label, weight: float, fit: Fit) -> Row:
    return Row(story=story.name, label=label, weight=weight, amounts=_amounts(fit.reasons))


def _amounts(reasons: Iterable[Feature]) -> tuple[tuple[str, float], ...]:
    found: dict[str, float] = {}
    for feature in reasons:
        if not feature.name.startswith(BY_HAND):
            found[feature.name] = found.get(feature.name, 0.0) + feature.amount
    return tuple(sorted(found.items()))
