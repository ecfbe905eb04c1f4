"""What is newly raised on stories in which one thing was changed."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from evaluation.model import Place
from evaluation.mutations.answers import Answer, Raised, in_process
from evaluation.mutations.generate import Mutant
from evaluation.mutations.judge import Pair, known_pairs, pairs_of
from evaluation.mutations.run import answer_on, parts
from evaluation.mutations.targets import Material
from evaluation.mutations.text import Origin
from evaluation.precision.keys import unasked
from evaluation.precision.material import Asked, Work, before_change, known, told
from evaluation.precision.outcomes import Case, On, Outcome

OF_ONE_KIND = ("CC1", "CC2")
"""How the codes begin of checks among which a disagreement is told once: a pair that one of them told is known."""
SPEAKS_OF = {"CC303": frozenset({"CC102"})}
"""For checks that no kind of error names: those whose kinds are theirs as well."""


def on_mutants(asked: Asked, mutants: Sequence[Mutant], where: On) -> list[Work]:
    """The mutants, each put in place of its article and shown to the tool."""
    return [partial(_judged, name, part, where) for name in asked.stories for part in parts(mutants, name)]


def _judged(name: str, mutants: Sequence[Mutant], where: On) -> list[Case]:
    story, before = known(name), answer_on(name, None)
    documents = story.story.documents
    answers = ((mutant, in_process({**documents, **mutant.changed})) for mutant in mutants)
    return [case for mutant, answer in answers for case in newly_raised(mutant, answer, before, story, where)]


def newly_raised(mutant: Mutant, answer: Answer, before: Answer, story: Material, where: On) -> Iterator[Case]:
    """A case for each finding that the changed story has and the unchanged one had not."""
    pairs = _known_pairs(before)
    documents = {**story.story.documents, **mutant.changed}
    change = f'"{mutant.now}" for "{mutant.before}"' if mutant.before else mutant.id
    for raised in answer.findings:
        outcome = _fresh(mutant, raised, pairs.get(_family(raised.check), frozenset()), story)
        if outcome is not None:
            detail = f"{mutant.kind.id}: {change}: {told(mutant.story, documents, raised.sides)}"
            yield Case(code=raised.check, on=where, outcome=outcome, detail=detail)


def _fresh(mutant: Mutant, raised: Raised, pairs: frozenset[Pair], story: Material) -> Outcome | None:
    """What a finding is that is new; None for one that was there before, in other words perhaps."""
    changed = changed_places(mutant)
    mine = list(pairs_of(raised, mutant.origins))
    fresh = [couple for pair, couple in mine if pair not in pairs]
    if any(place.shared(spot) for couple in fresh for place in couple for spot in changed):
        if not mutant.kind.is_error:
            return Outcome.HARMLESS
        codes = {raised.check, *SPEAKS_OF.get(raised.check, ())}
        return Outcome.NAMED if codes & set(mutant.checks) else Outcome.OTHER_CAUSE
    if not mine or len(fresh) < len(mine):
        return None
    return unasked(before_change(raised, mutant.origins), story)


def changed_places(mutant: Mutant) -> tuple[Place, ...]:
    """Where the mutant's articles have words that were not there before, its figure first; none where no figure was
    changed.
    """
    if mutant.place is None:
        return ()
    return (mutant.place, *(place for doc, origin in mutant.origins.items() for place in _put_in(doc, origin)))


def _put_in(doc: str, origin: Origin) -> Iterator[Place]:
    at = 0
    for piece in sorted(origin.pieces, key=lambda p: p.new):
        if piece.new > at:
            yield Place(doc, at, piece.new)
        at = max(at, piece.new + piece.length)


def _known_pairs(answer: Answer) -> Mapping[str, frozenset[Pair]]:
    families: dict[str, list[Raised]] = {}
    for raised in answer.findings:
        families.setdefault(_family(raised.check), []).append(raised)
    return {name: known_pairs(findings) for name, findings in families.items()}


def _family(code: str) -> str:
    return "figures" if code.startswith(OF_ONE_KIND) else code
