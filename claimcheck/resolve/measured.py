"""What a figure with a unit measures: a quality of a thing, or what lasts so long."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.language.tokens import Token
from claimcheck.model.claim import Aspect
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.durations import duration_of
from claimcheck.resolve.entities import entity_of
from claimcheck.resolve.qualities import bearer_name, quality_of
from claimcheck.resolve.reading import Reading

_PHYSICAL = frozenset({Dimension.LENGTH, Dimension.SPEED, Dimension.MASS, Dimension.AREA, Dimension.TEMPERATURE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What is measured: `entity` the quality or what lasts, `words` those for the thing, `modifiers` its name."""

    entity: str
    words: tuple[Token, ...]
    modifiers: frozenset[str]
    why: str


def measured_of(
    tokens: Sequence[Token],
    at: int,
    quantity: Quantity,
    aspect: Aspect,
    reading: Reading,
    words: Sequence[Token],
    vocabulary: Vocabulary,
) -> Measured | None:
    """What the level at `tokens[at]` measures; None for changes, for other dimensions and where no word says it, so
    that the noun beside the figure stands. `words` are those that the reading found.
    """
    dimension = quantity.unit.dimension
    if aspect is Aspect.CHANGE:
        return None
    if dimension is Dimension.DURATION:
        lasting = duration_of(tokens, at, quantity, reading, vocabulary)
        if lasting is None:
            return None
        return Measured(entity=lasting[0], words=lasting[1], modifiers=frozenset(), why=f"how long: {lasting[0]}")
    if dimension not in _PHYSICAL or _has_own_name(words, dimension, vocabulary):
        return None
    told = quality_of(tokens, at, dimension, reading, vocabulary)
    if told is None or told.quality == entity_of(words, vocabulary):
        return None
    name = bearer_name(told.bearer, vocabulary)
    return Measured(
        entity=told.quality,
        words=told.bearer,
        modifiers=frozenset({name} if name is not None and name != told.quality else ()),
        why=f"its {told.quality}",
    )


def _has_own_name(words: Sequence[Token], dimension: Dimension, vocabulary: Vocabulary) -> bool:
    """Whether the packs know by name what is measured: a temperature is a wind chill or an overnight low."""
    if dimension is not Dimension.TEMPERATURE:
        return False
    entity = entity_of(words, vocabulary)
    return entity is not None and entity in vocabulary.entities.values()
