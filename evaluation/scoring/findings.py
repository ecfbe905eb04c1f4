"""Findings: what the tool reported against the disagreements that the key knows.

A finding sets its sides against each other, or every claim against every other when it names no sides. It is
  hit         when it sets two sides of a conflict of the key against each other,
  wide        when it does so for conflicts that have no claim in common, or when most of its claims are about
              something else: a finding is about one disagreement, so this one finds nothing and counts as false,
  false       when it hits nothing and sets claims against each other that the key has as compatible or distinct,
              or that stand on one side of a conflict,
  ambiguous   when it only concerns claims that the key leaves open (not scored),
  unlabelled  when the key says nothing of it (not scored).
A hit that also sets distinct claims against each other is mixed as well: found, and one false alarm.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evaluation.model import ItemList, KeyItem, Place, Story, ToolFinding
from evaluation.output import squeezed
from evaluation.scoring.counts import Case, Counts, Outcome, Score, Stage
from evaluation.scoring.links import places, sets_sides_against_each_other, splits_one_side, touches

NOT_SCORED = frozenset({"note", "info", "none"})
MAY_BE_BESIDE = 2  # claims about something else that a hit may list before it can be called wide


class Judgement(StrEnum):
    """What a finding turned out to be."""

    HIT = "hit"
    WIDE = "wide"
    FALSE = "false"
    AMBIGUOUS = "ambiguous"
    UNLABELLED = "unlabelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A finding, its judgement, the items that led to it by number, and whether it is mixed."""

    finding: ToolFinding
    judgement: Judgement
    hits: tuple[int, ...]
    against: tuple[int, ...]
    mixed: bool

    @property
    def is_false(self) -> bool:
        """Whether it costs precision."""
        return self.mixed or self.judgement in (Judgement.FALSE, Judgement.WIDE)


def score_findings(story: Story, findings: Sequence[ToolFinding], run: str) -> Score:
    """The score over all findings of severity warning and up; each conflict counts once however often it is hit."""
    scored = [f for f in findings if f.severity.lower() not in NOT_SCORED]
    judged = [judge(f, story.items) for f in scored]
    conflicts = [n for n, item in enumerate(story.items) if item.list is ItemList.CONFLICTS]
    found = {n for j in judged if j.judgement is Judgement.HIT for n in j.hits}
    causes = _cause_cases(story.items, judged, found)
    named = sum(case.outcome is Outcome.RIGHT for case in causes)
    return Score(
        stage=Stage.FINDINGS,
        set=run,
        measures={"conflicts": Counts(len(found), sum(j.is_false for j in judged), len(conflicts) - len(found))},
        breakdown=_by_kind(story.items, conflicts, found) | _by_check(judged),
        tallies=_tallies(judged, scored)
        | {"notes": len(findings) - len(scored), "causes named": named, "causes": len(causes)},
        cases=(*_conflict_cases(story.items, conflicts, found), *causes, *_finding_cases(judged, story.items)),
    )


def judge(finding: ToolFinding, items: Sequence[KeyItem]) -> Judged:
    """What the finding is, by the rules at the head of this module."""
    about = places(finding.claims)
    camps = [places(side) for side in finding.sides] or [[place] for place in about]
    apart = {n for n, item in enumerate(items) if sets_sides_against_each_other(item, camps)}
    split = {
        n
        for n, item in enumerate(items)
        if n not in apart and item.list is ItemList.CONFLICTS and splits_one_side(item, camps)
    }

    def among(*lists: ItemList) -> tuple[int, ...]:
        return tuple(n for n in sorted(apart) if items[n].list in lists)

    hits, wrong = among(ItemList.CONFLICTS), among(ItemList.COMPATIBLE, ItemList.DISTINCT)
    ambiguous = among(ItemList.AMBIGUOUS)
    judgement = _first_that_holds(hits, wrong, ambiguous, split)
    if judgement is Judgement.HIT and _too_wide(hits, items, about):
        judgement = Judgement.WIDE
    mixed = judgement is Judgement.HIT and bool(among(ItemList.DISTINCT))
    against = among(ItemList.DISTINCT) if mixed else (*wrong, *sorted(split), *ambiguous)
    return Judged(finding=finding, judgement=judgement, hits=hits, against=against, mixed=mixed)


def _first_that_holds(
    hits: Collection[int], wrong: Collection[int], ambiguous: Collection[int], split: Collection[int]
) -> Judgement:
    if hits:
        return Judgement.HIT
    if wrong:
        return Judgement.FALSE
    if ambiguous:
        return Judgement.AMBIGUOUS
    return Judgement.FALSE if split else Judgement.UNLABELLED


def _too_wide(hits: Sequence[int], items: Sequence[KeyItem], about: Sequence[Place]) -> bool:
    family = families(items)
    beside = [place for place in about if not any(touches(items[n], [place]) for n in hits)]
    to_the_point = len(about) - len(beside)
    return len({family[n] for n in hits}) > 1 or len(beside) > max(MAY_BE_BESIDE, to_the_point)


def families(items: Sequence[KeyItem]) -> dict[int, int]:
    """Conflicts that share a claim, directly or through others, belong to one family: item -> the family's number."""
    family: dict[int, int] = {}
    for n, item in enumerate(items):
        if item.list is not ItemList.CONFLICTS:
            continue
        mine = {claim.place for claim in item.claims}
        joined = {f for k, f in family.items() if mine & {claim.place for claim in items[k].claims}}
        root = min(joined | {n})
        family = {k: root if f in joined else f for k, f in family.items()} | {n: root}
    return family


def _by_kind(items: Sequence[KeyItem], conflicts: Sequence[int], found: set[int]) -> dict[str, Counts]:
    kinds: dict[str, Counts] = {}
    for n in conflicts:
        name = f"kind {items[n].kind}"
        kinds[name] = kinds.get(name, Counts()) + (Counts(right=1) if n in found else Counts(missed=1))
    return kinds


def _by_check(judged: Sequence[Judged]) -> dict[str, Counts]:
    checks: dict[str, Counts] = {}
    for j in judged:
        one = Counts(right=int(j.judgement is Judgement.HIT), false=int(j.is_false))
        name = f"check {j.finding.check}"
        checks[name] = checks.get(name, Counts()) + one
    return checks


def _tallies(judged: Sequence[Judged], scored: Sequence[ToolFinding]) -> dict[str, int]:
    counted = Counter(j.judgement for j in judged)
    unplaced = sum(claim.place is None for finding in scored for claim in finding.claims)
    by_judgement = {str(judgement): counted[judgement] for judgement in Judgement}
    return by_judgement | {"mixed": sum(j.mixed for j in judged), "unplaced": unplaced}


def _conflict_cases(items: Sequence[KeyItem], conflicts: Sequence[int], found: set[int]) -> Iterable[Case]:
    for n in conflicts:
        item = items[n]
        outcome = Outcome.RIGHT if n in found else Outcome.MISS
        yield Case(id=f"conflict: {item.metric} ({item.kind})", outcome=outcome, detail=item.why)


def _cause_cases(items: Sequence[KeyItem], judged: Sequence[Judged], found: set[int]) -> list[Case]:
    """Of the found conflicts whose cause the key names: whether some hit names that check and that article."""
    cases = []
    for n in sorted(found):
        item = items[n]
        if item.check is None:
            continue
        told = [j.finding for j in judged if j.judgement is Judgement.HIT and n in j.hits]
        right = any(f.check == item.check and item.suspect in (None, _suspect(f)) for f in told)
        said = ", ".join(f"{f.check} suspects {_suspect(f) or 'nobody'}" for f in told)
        outcome = Outcome.RIGHT if right else Outcome.MISS
        wanted = f"wanted {item.check} and {item.suspect or 'anybody'}"
        cases.append(Case(id=f"cause: {item.metric} ({item.kind})", outcome=outcome, detail=f"{said}; {wanted}"))
    return cases


def _suspect(finding: ToolFinding) -> str | None:
    suspect = finding.suspect
    return suspect.place.doc if suspect is not None and suspect.place is not None else None


_OUTCOME = {
    Judgement.HIT: Outcome.FALSE,  # only for mixed hits
    Judgement.WIDE: Outcome.FALSE,
    Judgement.FALSE: Outcome.FALSE,
    Judgement.AMBIGUOUS: Outcome.AMBIGUOUS,
    Judgement.UNLABELLED: Outcome.UNLABELLED,
}


def _finding_cases(judged: Sequence[Judged], items: Sequence[KeyItem]) -> Iterable[Case]:
    """The findings that are no clean hit."""
    for j in judged:
        if j.judgement is Judgement.HIT and not j.mixed:
            continue
        claims = " | ".join(_words(claim.document, claim.text) for claim in j.finding.claims)
        verdict = "mixed" if j.mixed else str(j.judgement)
        blamed = j.against if j.mixed else j.hits + j.against
        because = "; ".join(f"{items[n].list}: {items[n].metric}" for n in blamed)
        yield Case(
            id=f"{j.finding.check} {claims}",
            outcome=_OUTCOME[j.judgement],
            detail=f"{verdict} [{j.finding.metric}]" + (f" <- {because}" if because else ""),
        )


def _words(document: str, text: str) -> str:
    return f"{document.rpartition('/')[2]}: {squeezed(text)}"
