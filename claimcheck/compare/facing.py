"""A draft's claims and what the sources have beside each: what agrees, what does not, what came before and after."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from claimcheck.compare.fold import fold
from claimcheck.compare.intervals import read
from claimcheck.compare.pair import order
from claimcheck.compare.sides import OPPOSED
from claimcheck.model.claim import Claim, ClaimId
from claimcheck.model.finding import Comparison, Group, Verdict
from claimcheck.model.quantity import Qualifier
from claimcheck.model.review import Facing, How, Witness
from claimcheck.model.text import Article, ArticleId

Articles = Mapping[ArticleId, Article]
_HOW = {
    Verdict.SAME: How.EXACTLY,
    Verdict.ROUNDED: How.ROUNDING,
    Verdict.BOUNDED: How.ROUNDING,
    Verdict.CONVERTED: How.CONVERSION,
    Verdict.COMPOSED: How.ARITHMETIC,
    Verdict.LOOSE_BOUND: How.LOOSE_BOUND,
}
_HEDGES = frozenset(Qualifier) - {Qualifier.EXACT, Qualifier.BETWEEN, Qualifier.ORDER}
_RETOLD = frozenset({Verdict.SAME, Verdict.ROUNDED, Verdict.CONVERTED})


def facings(groups: Iterable[Group], drafts: frozenset[ArticleId], articles: Articles) -> Mapping[ClaimId, Facing]:
    """Every claim of `drafts` by id, with what the other articles have beside it.

    A figure that is told in two units is spoken of when one of the two is: "480 kilograms (1,058 pounds)".
    """
    found = {
        claim.id: _facing(claim, table, drafts, articles)
        for group in groups
        for table in [_Table(group)]
        for claim in group.cluster.claims
        if claim.article in drafts
    }
    told_twice = [(f.claim.id, f.claim.restates) for f in found.values() if f.claim.restates is not None]
    for copy, original in told_twice:
        for one, other in ((copy, original), (original, copy)):
            if one in found and other in found and not (found[one].spoken_of or found[one].earlier):
                found[one] = replace(found[one], agreeing=_by_conversion(found[other].agreeing))
    return found


def _by_conversion(agreeing: tuple[Witness, ...]) -> tuple[Witness, ...]:
    return tuple(replace(w, how=How.CONVERSION, why=f"told in another unit beside it; {w.why}") for w in agreeing)


class _Table:
    """A group's verdicts by figure, so that they are found for every pair of claims however many there are."""

    def __init__(self, group: Group) -> None:
        self.claims = group.cluster.claims
        self.origins = group.cluster.origins()
        classes = fold(group.cluster.claims)
        self._node = {claim.id: node for node, members in enumerate(classes) for claim in members}
        self._pairs: dict[frozenset[int], Comparison] = {}
        for pair in group.comparisons:
            self._pairs.setdefault(frozenset((self._node[pair.a], self._node[pair.b])), pair)

    def between(self, a: Claim, b: Claim) -> tuple[Verdict, str] | None:
        """The verdict on two claims with its reason; None where the two were not judged."""
        nodes = frozenset((self._node[a.id], self._node[b.id]))
        pair = self._pairs.get(nodes)
        if pair is not None:
            return pair.verdict, pair.why
        return (Verdict.SAME, f'both say "{a.quantity.surface}"') if len(nodes) == 1 else None


def _facing(claim: Claim, table: _Table, drafts: frozenset[ArticleId], articles: Articles) -> Facing:
    own = table.origins[claim.id]
    witnesses = tuple(_witnesses(claim, table, drafts))
    others = [w for w in witnesses if table.origins[w.claim.id] != own]
    agreeing = [w for w in others if w.how is not None]
    later = [w for w in others if _is_later(w, claim, agreeing, table, articles)]
    taken = {w.claim.id for w in later}
    return Facing(
        claim=claim,
        agreeing=tuple(w for w in agreeing if w.claim.id not in taken),
        opposed=tuple(w for w in witnesses if w.verdict in OPPOSED and w.claim.id not in taken),
        later=tuple(later),
        earlier=tuple(w for w in others if w.verdict is Verdict.SUPERSEDED and w.claim.id not in taken),
        hedged=tuple(_hedged(claim, others)),
        copies=tuple(w for w in witnesses if table.origins[w.claim.id] == own and w.how is not None),
    )


def _witnesses(claim: Claim, table: _Table, drafts: frozenset[ArticleId]) -> Iterator[Witness]:
    for other in sorted(table.claims, key=order):
        judged = None if other.article in drafts else table.between(claim, other)
        if judged is not None and judged[0] is not Verdict.NOT_COMPARABLE:
            verdict, why = judged
            yield Witness(claim=other, verdict=verdict, why=why, how=_HOW.get(verdict))


def _is_later(witness: Witness, claim: Claim, agreeing: Iterable[Witness], table: _Table, articles: Articles) -> bool:
    """Whether the source's value came after the draft's: the ladder says so of the two, or of the source that the draft
    agrees with. A figure of a day that the draft names is not stale; it is told as of that day.
    """
    if witness.how is not None:
        return False
    told = articles[claim.article].date if claim.article in articles else None
    agreed = [w.claim.as_of for w in agreeing if w.how is not How.LOOSE_BOUND]
    named_day = claim.as_of is not None and claim.as_of != told and claim.as_of in agreed
    if named_day or (agreed and not _after_all(witness.claim, agreed)):
        return False
    if witness.verdict is Verdict.SUPERSEDED and _came_after(witness.claim, claim):
        return True
    return any(
        (judged := table.between(w.claim, witness.claim)) is not None and judged[0] is Verdict.SUPERSEDED
        for w in agreeing
        if w.how is not How.LOOSE_BOUND
    )


def _after_all(claim: Claim, days: Iterable[date | None]) -> bool:
    return claim.as_of is not None and all(day is not None and day < claim.as_of for day in days)


def _came_after(source: Claim, draft: Claim) -> bool:
    """Later by its day; on one day the higher count of something that grows."""
    if source.as_of is None or draft.as_of is None:
        return False
    if source.as_of != draft.as_of:
        return source.as_of > draft.as_of
    grows = source.metric.grows or draft.metric.grows
    low, high = read(draft).value, read(source).value
    return grows and low is not None and high is not None and high > low


def _hedged(claim: Claim, others: Iterable[Witness]) -> Iterator[Witness]:
    """The sources that print the draft's bare number with a hedge, unless one of them has it bare or finer."""
    if claim.quantity.qualifier is not Qualifier.EXACT or claim.quantity.value is None:
        return
    listed = list(others)
    if any(w.verdict in _RETOLD and w.claim.quantity.qualifier is Qualifier.EXACT for w in listed):
        return
    number = (claim.quantity.value, claim.quantity.unit.id)
    for witness in listed:
        quantity = witness.claim.quantity
        if quantity.qualifier in _HEDGES and (quantity.value, quantity.unit.id) == number:
            yield witness
