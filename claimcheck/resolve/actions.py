"""What was done with the counted thing: the ruling verb, state or phrase around a figure, as an action of the packs."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.quantity import Dimension
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.reading import Reading

_PHRASE_REACH = 14
_PAIR = 2


def action_of(
    tokens: Sequence[Token], at: int, reading: Reading, dimension: Dimension, vocabulary: Vocabulary
) -> tuple[str | None, Token | None]:
    """The action's id (or an unknown verb's lemma) and the word it came from; (None, None) when nothing was done.

    Order of trust: a state or phrase beside the noun ("dead", "into custody"), a known verb whose subject the noun is,
    a noun of action in the complement ("incidents of overheating"), a known verb before it, then verbs no pack knows.
    A relative clause ("dehumidifiers that may burn") only describes: the verb before the figure comes first then.
    """
    following = {t.span.start: n.lower for t, n in pairwise(tokens)}
    after = _first(reading.after, following, dimension, vocabulary)
    before = _first(_governing(reading, vocabulary), following, dimension, vocabulary)
    candidates = (
        _verb_and_object(reading, dimension, vocabulary),
        _phrase_after(tokens, at, dimension, vocabulary),
        before if reading.described else after,
        _first((t for t in reading.noun if t.tag is Tag.PARTICIPLE), following, dimension, vocabulary),
        _unknown(reading.after, vocabulary) if reading.predicated else (None, None),
        _noun_action(
            (*reversed(reading.noun), *reversed(reading.complement), *reversed(reading.subject)), dimension, vocabulary
        ),
        after if reading.described else before,
        (None, None) if reading.described else _unknown(reading.after, vocabulary),
        _unknown(reading.before[:1], vocabulary),
    )
    return next((found for found in candidates if found[0] is not None), (None, None))


def _fits(action: str | None, dimension: Dimension, vocabulary: Vocabulary) -> bool:
    if action is None:
        return False
    done = vocabulary.actions[action]
    return done.dimension == dimension.value or (
        done.dimension is None and (done.object != "person" or dimension is Dimension.COUNT)
    )


def _governing(reading: Reading, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """Verbs to the left up to the first that says something: beyond it another clause begins."""
    kept: list[Token] = []
    for token in reading.before:
        kept.append(token)
        if token.tag is Tag.VERB and token.lemma not in vocabulary.grammar.empty:
            break
    return tuple(kept)


def _first(
    verbs: Iterable[Token], following: Mapping[int, str], dimension: Dimension, vocabulary: Vocabulary
) -> tuple[str | None, Token | None]:
    """The first verb that a pack knows, with its particle ("pick up") before it alone ("pick")."""
    verbs = tuple(verbs)
    joint = _joint(verbs, dimension, vocabulary)
    if joint is not None:
        return joint, verbs[0]
    for token in verbs:
        phrasal = f"{token.lemma} {following.get(token.span.start, '')}"
        for action in (
            vocabulary.verb_actions.get(phrasal),
            vocabulary.verb_actions.get(token.lemma),
            vocabulary.state_actions.get(token.lower),
        ):
            if _fits(action, dimension, vocabulary):
                return action, token
    return None, None


def _verb_and_object(reading: Reading, dimension: Dimension, vocabulary: Vocabulary) -> tuple[str | None, Token | None]:
    """A verb that says what was done only together with its object: "claimed 4,500 lives"."""
    if reading.noun:
        for verb in (*reading.before[:1], *reading.after[:1]):
            action = vocabulary.verb_actions.get(f"{verb.lemma} {reading.noun[-1].lemma}")
            if _fits(action, dimension, vocabulary):
                return action, verb
    return None, None


def _joint(verbs: Sequence[Token], dimension: Dimension, vocabulary: Vocabulary) -> str | None:
    """As in "550 killed and wounded" counts both together, and neither alone."""
    if len(verbs) < _PAIR or not 0 < verbs[1].span.start - verbs[0].span.end <= len(" and/or "):
        return None
    actions = [vocabulary.verb_actions.get(v.lemma) for v in verbs[:_PAIR]]
    fits = all(_fits(a, dimension, vocabulary) for a in actions) and len(set(actions)) == _PAIR
    return " and ".join(sorted(a for a in actions if a is not None)) if fits else None


def _unknown(verbs: Iterable[Token], vocabulary: Vocabulary) -> tuple[str | None, Token | None]:
    for token in verbs:
        if token.lemma in vocabulary.verb_actions or token.lemma in vocabulary.grammar.speech:
            continue
        if token.lemma not in vocabulary.grammar.empty and token.lemma not in vocabulary.grammar.linking:
            return token.lemma, token
    return None, None


def _noun_action(
    words: Iterable[Token], dimension: Dimension, vocabulary: Vocabulary
) -> tuple[str | None, Token | None]:
    for token in words:
        action = vocabulary.noun_actions.get(token.lemma) or vocabulary.noun_actions.get(token.lower)
        if _fits(action, dimension, vocabulary):
            return action, token
    return None, None


def _phrase_after(
    tokens: Sequence[Token], at: int, dimension: Dimension, vocabulary: Vocabulary
) -> tuple[str | None, Token | None]:
    """A state or fixed phrase in the figure's own stretch: "12 people dead", "617 persons into custody"."""
    window: list[Token] = []
    for token in tokens[at + 1 : at + 1 + _PHRASE_REACH]:
        if token.tag in (Tag.FIGURE, Tag.STOP):
            break
        window.append(token)
    for token in window[:5]:
        action = vocabulary.state_actions.get(token.lower)
        if _fits(action, dimension, vocabulary):
            return action, token
        if token.tag in (Tag.VERB, Tag.COMMA, Tag.CONJUNCTION):
            break
    padded = f" {' '.join(t.lower for t in window)} "
    for phrase, action in vocabulary.phrase_actions.items():
        if f" {phrase} " in padded and _fits(action, dimension, vocabulary):
            return action, window[len(padded[: padded.index(f" {phrase} ")].split())]
    return None, None


def topic_action(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[str | None, Token | None]:
    """For a bare count, the noun of action that its clause speaks of before it: "The number for Saturday's march was
    110,000", "the toll of the storm stood at 45".
    """
    for token in reversed(tokens[max(0, at - _PHRASE_REACH) : at]):
        if token.tag in (Tag.FIGURE, Tag.STOP):
            break
        action = vocabulary.noun_actions.get(token.lemma)
        if _fits(action, Dimension.COUNT, vocabulary):
            return action, token
    return None, None
