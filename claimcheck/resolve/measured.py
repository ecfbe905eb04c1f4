"""What a figure with a unit measures: a quality of a thing, or what lasts so long."""

from collections.abc import Sequence

from claimcheck.language.tokens import Token
from claimcheck.model.claim import Aspect
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.durations import AGE, duration_of
from claimcheck.resolve.entities import entity_of
from claimcheck.resolve.qualities import bearer_name, quality_of
from claimcheck.resolve.reading import Reading
from claimcheck.resolve.special import Special

_PHYSICAL = frozenset(
    {
        Dimension.LENGTH,
        Dimension.SPEED,
        Dimension.MASS,
        Dimension.AREA,
        Dimension.VOLUME,
        Dimension.TEMPERATURE,
        Dimension.OTHER,
    }
)


def measured_of(
    tokens: Sequence[Token],
    at: int,
    quantity: Quantity,
    aspect: Aspect,
    reading: Reading,
    words: Sequence[Token],
    vocabulary: Vocabulary,
) -> Special | None:
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
        aged = bearer_name(lasting[1], vocabulary) if lasting[0] == AGE else None
        modifiers = frozenset({aged} if aged is not None else ())
        why = f"how long: {lasting[0]}"
        return Special(entity=lasting[0], words=lasting[1], settled=True, modifiers=modifiers, why=why)
    if dimension not in _PHYSICAL or _has_own_name(words, dimension, vocabulary):
        return None
    told = quality_of(tokens, at, quantity.unit, reading, vocabulary)
    if told is None or (told.quality in vocabulary.qualities.kept and told.quality == entity_of(words, vocabulary)):
        return None
    name = bearer_name(told.bearer, vocabulary)
    return Special(
        entity=told.quality,
        words=told.bearer,
        settled=True,
        modifiers=frozenset({name} if name is not None and name != told.quality else ()),
        why=f"its {told.quality}",
    )


def _has_own_name(words: Sequence[Token], dimension: Dimension, vocabulary: Vocabulary) -> bool:
    """Whether the packs know by name what is measured: a temperature is a wind chill or an overnight low."""
    if dimension is not Dimension.TEMPERATURE:
        return False
    entity = entity_of(words, vocabulary)
    return entity is not None and entity in vocabulary.entities.values()
