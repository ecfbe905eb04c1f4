"""What the key of a story, and the yardstick's own reader, make of a finding on it."""

from collections.abc import Iterable, Sequence

from evaluation.model import ItemList, KeyItem, Place
from evaluation.mutations.answers import Raised
from evaluation.mutations.figures import Figure, Hedge
from evaluation.mutations.targets import Material, Target
from evaluation.precision.material import as_finding, on, read_at, told_elsewhere
from evaluation.precision.outcomes import Outcome
from evaluation.scoring.findings import Judgement, judge
from evaluation.scoring.links import sets_sides_against_each_other, splits_one_side

QUALIFIER = "CC302"
Camp = tuple[Place, ...]

_BY_KEY = {
    Judgement.HIT: Outcome.HIT,
    Judgement.WIDE: Outcome.WIDE,
    Judgement.FALSE: Outcome.FALSE,
    Judgement.AMBIGUOUS: Outcome.AMBIGUOUS,
    Judgement.UNLABELLED: Outcome.UNLABELLED,
}


def against_each_other(raised: Raised, items: Sequence[KeyItem]) -> Outcome:
    """Of a finding that figures disagree: hit, false and so on, as the score of findings has it."""
    judged = judge(as_finding(raised), items)
    return Outcome.MIXED if judged.mixed else _BY_KEY[judged.judgement]


def spoilt(places: Iterable[Place], items: Sequence[KeyItem]) -> Outcome:
    """Of a finding that a figure is wrong: whether the key has it in a conflict."""
    where = tuple(places)
    lists = {i.list for i in items for claim in i.claims if any(claim.place.shared(place) for place in where)}
    if ItemList.CONFLICTS in lists:
        return Outcome.HIT
    return Outcome.AMBIGUOUS if ItemList.AMBIGUOUS in lists else Outcome.FALSE


def alone(story: Material, agreeing: Sequence[Target], places: Iterable[Place], docs: Sequence[str]) -> Outcome:
    """Of a finding that nobody else has the figures at the places: whether one of the articles `docs` of another origin
    prints one that agrees. `agreeing` are the story's figures that are known to be told by several.
    """
    where = tuple(places)
    if any(on(t.figure, spot) and any(p.doc in docs for p in t.peers) for t in agreeing for spot in where):
        return Outcome.NOT_SO
    read = [figure for figure in (read_at(story, spot) for spot in where) if figure is not None]
    if len(read) < len(where) or any(told_elsewhere(story, figure, docs) for figure in read):
        return Outcome.UNKNOWN
    return Outcome.SO


def lost(raised: Raised, story: Material) -> Outcome:
    """Of a finding that a hedge was lost: whether the key has its figures as one thing, and the second side really
    lacks a hedge that was there before.
    """
    hedged, bare = raised.sides
    one_thing = _one_thing(story.story.items, hedged, bare)
    if one_thing is False:
        return Outcome.NOT_SO
    read = [[read_at(story, place) for place in camp] for camp in (hedged, bare)]
    firm, told_bare = ([f for f in camp if f is not None] for camp in read)
    if one_thing is None or len(firm) < len(hedged) or len(told_bare) < len(bare):
        return Outcome.UNKNOWN
    return Outcome.SO if _firmer(story, firm, told_bare) else Outcome.NOT_SO


def unasked(raised: Raised, story: Material) -> Outcome:
    """Of a finding about figures that nobody touched, raised when another was changed: open when it is real or cannot
    be told, otherwise wrong.
    """
    if raised.check == QUALIFIER:
        return {Outcome.SO: Outcome.REAL, Outcome.UNKNOWN: Outcome.UNKNOWN}.get(lost(raised, story), Outcome.ELSEWHERE)
    found = against_each_other(raised, story.story.items)
    return {Outcome.HIT: Outcome.REAL, Outcome.AMBIGUOUS: Outcome.AMBIGUOUS}.get(found, Outcome.ELSEWHERE)


def _one_thing(items: Sequence[KeyItem], hedged: Camp, bare: Camp) -> bool | None:
    """Whether the key has the two camps as one thing; None where it says nothing or leaves it open."""
    camps = (hedged, bare)
    lists = {item.list for item in items if sets_sides_against_each_other(item, camps)}
    one_side = any(item.list is ItemList.CONFLICTS and splits_one_side(item, camps) for item in items)
    if ItemList.COMPATIBLE in lists or one_side:
        return True
    return False if lists & {ItemList.DISTINCT, ItemList.CONFLICTS} else None


def _firmer(story: Material, hedged: Sequence[Figure], bare: Sequence[Figure]) -> bool:
    """Whether none of `bare` has a hedge, some of `hedged` has one before the same number, and was not there later."""
    if any(figure.hedge is not Hedge.EXACT for figure in bare):
        return False
    return any(
        before.hedge is not Hedge.EXACT
        and (before.value, before.unit) == (after.value, after.unit)
        and not _later(story, before, after)
        for before in hedged
        for after in bare
    )


def _later(story: Material, one: Figure, other: Figure) -> bool:
    """Whether `one` was printed on a later day; days that are not known are no later."""
    first, second = story.dates[one.doc], story.dates[other.doc]
    return first is not None and second is not None and first > second
