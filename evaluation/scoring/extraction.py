"""Extraction: labelled figures against the claims that the tool extracted, matched one to one where they overlap."""

from collections.abc import Sequence
from decimal import Decimal
from enum import IntEnum
from typing import TypeAlias

from evaluation.model import Bound, Label, Story, ToolClaim
from evaluation.output import squeezed
from evaluation.scoring.counts import Case, Counts, Outcome, Score, Stage


class Agreement(IntEnum):
    """How far a claim agrees with the label it stands on. Each rung includes those below it."""

    PLACE = 0
    VALUE = 1
    UNIT = 2
    BOUND = 3


MEASURES = {"value": Agreement.VALUE, "value+unit": Agreement.UNIT, "value+unit+bound": Agreement.BOUND}
Match: TypeAlias = tuple[Label, ToolClaim, Agreement]


def score_extraction(story: Story, claims: Sequence[ToolClaim], run: str) -> Score:
    """The score of the claims. One on no label is false; one that only touches open labels is left out."""
    labels = story.labels or ()
    matches = match(labels, claims)
    matched = {claim.id for _, claim, _ in matches}
    scored = [m for m in matches if not m[0].open]
    false = [c for c in claims if c.id not in matched and _counts(c, story)]
    wanted = sum(not label.open for label in labels)
    measures = {}
    for name, rung in MEASURES.items():
        right = sum(agreement >= rung for _, _, agreement in scored)
        measures[name] = Counts(right, len(scored) - right + len(false), wanted - right)
    cases = [*_label_cases(labels, scored), *(_false_case(c, story) for c in false)]
    return Score(
        stage=Stage.EXTRACTION,
        set=run,
        measures=measures,
        tallies={"open": len(labels) - wanted, "unplaced": sum(c.place is None for c in claims)},
        cases=tuple(cases),
    )


def match(labels: Sequence[Label], claims: Sequence[ToolClaim]) -> list[Match]:
    """Labels and claims paired one to one: the pairs that agree furthest first, then those that share most text."""
    pairs = []
    for i, label in enumerate(labels):
        for j, claim in enumerate(claims):
            if claim.place is not None and (shared := label.place.shared(claim.place)):
                pairs.append((-agreement_of(label, claim), label.open, -shared, i, j))
    taken_labels: set[int] = set()
    taken_claims: set[int] = set()
    matches = []
    for against, _, _, i, j in sorted(pairs):
        if i not in taken_labels and j not in taken_claims:
            taken_labels.add(i)
            taken_claims.add(j)
            matches.append((labels[i], claims[j], Agreement(-against)))
    return matches


def agreement_of(label: Label, claim: ToolClaim) -> Agreement:
    """The highest rung that holds."""
    if not _same_value(label, claim):
        return Agreement.PLACE
    if label.unit != claim.unit:
        return Agreement.VALUE
    return Agreement.BOUND if label.bound is claim.bound else Agreement.UNIT


def _same_value(label: Label, claim: ToolClaim) -> bool:
    if claim.value is not None:
        return label.low == label.high == claim.value
    if label.bound is Bound.ORDER:
        # "hundreds" names 100 and begins at 100 or 200, as one likes
        return claim.low is not None and label.low <= claim.low <= 2 * label.low
    return (claim.low, claim.high) == (label.low, label.high)


def _counts(claim: ToolClaim, story: Story) -> bool:
    """Whether an unmatched claim is held against the tool: not where an open label, or no label at all, was set."""
    if claim.place is None:
        return True
    if claim.place.end <= story.unlabelled_before[claim.place.doc]:
        return False
    return not any(label.open and label.place.shared(claim.place) for label in story.labels or ())


def _label_cases(labels: Sequence[Label], scored: Sequence[Match]) -> list[Case]:
    found = {label.place: (claim, agreement) for label, claim, agreement in scored}
    cases = []
    for label in labels:
        if label.open:
            continue
        name = f"{label.place.doc}: {squeezed(label.quote)}" + (f" (occurrence {label.nth})" if label.nth > 1 else "")
        claim, agreement = found.get(label.place, (None, Agreement.PLACE))
        outcome = Outcome.RIGHT if agreement is Agreement.BOUND else Outcome.MISS
        cases.append(Case(id=name, outcome=outcome, detail=_reading(label, claim, agreement)))
    return cases


def _reading(label: Label, claim: ToolClaim | None, agreement: Agreement) -> str:
    if claim is None:
        return "not found"
    wrong = {Agreement.PLACE: "value", Agreement.VALUE: "unit", Agreement.UNIT: "bound"}.get(agreement)
    if wrong is None:
        return ""
    value = _number(claim.value) if claim.value is not None else f"{_number(claim.low)} to {_number(claim.high)}"
    label_value = _number(label.low) if label.low == label.high else f"{_number(label.low)} to {_number(label.high)}"
    return (
        f"{wrong}: {squeezed(claim.text)!r} read as {value} {claim.unit} {claim.bound}, "
        f"label {label_value} {label.unit} {label.bound}"
    )


def _number(number: Decimal | None) -> str:
    return "…" if number is None else f"{number.normalize():f}"


def _false_case(claim: ToolClaim, story: Story) -> Case:
    text = squeezed(claim.text)
    if claim.place is None:
        return Case(id=f"{claim.document}: {text}", outcome=Outcome.FALSE, detail="its span does not hold its words")
    reasons = [n.reason for n in story.no_claims if n.place.shared(claim.place)]
    return Case(
        id=f"{claim.place.doc}:{claim.place.start}: {text}",
        outcome=Outcome.FALSE,
        detail=f"no claim: {reasons[0]}" if reasons else "not labelled, or labelled once and found twice",
    )
