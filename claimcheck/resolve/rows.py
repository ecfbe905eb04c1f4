"""The metric of a figure in a table or a list item: what its row, its column and its label say that it is."""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Metric
from claimcheck.model.quantity import Quantity
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.ellipsis import MetricReading
from claimcheck.resolve.entities import deeds_of, entity_of, is_name, lemma_of
from claimcheck.resolve.metrics import metric_of
from claimcheck.resolve.qualities import quality_named
from claimcheck.resolve.reading import Reading
from claimcheck.resolve.tables import Column

_VOTE = "vote"


def labelled(metric: Metric, label: Sequence[Token], vocabulary: Vocabulary) -> Metric:
    """The metric narrowed down by the label of its list item, unless the label is the metric's own name."""
    words = frozenset(lemma_of(t) for t in label) - vocabulary.grammar.weak_modifiers - {metric.entity}
    words -= deeds_of(words, metric.action, vocabulary)
    if not words or words <= metric.modifiers or entity_of(label, vocabulary) == metric.entity:
        return metric
    named = frozenset(lemma_of(t) for t in label if is_name(t)) & words
    return replace(metric, modifiers=metric.modifiers | words, proper=metric.proper | named)


def row_metric(
    label: Sequence[Token], quantity: Quantity, column: Column, vocabulary: Vocabulary, side: str | None = None
) -> MetricReading:
    """The metric of a figure in a table row, named by the row's first cell; `side` is that of a vote which the figure's
    own cell gives.
    """
    thing, part = (label, column.words) if _names_thing(label, column.words, vocabulary) else (column.words, label)
    deed = next((t for t in thing if t.tag in (Tag.VERB, Tag.PARTICIPLE) and t.lemma in vocabulary.verb_actions), None)
    nouns = tuple(t for t in thing if t is not deed)
    action = vocabulary.verb_actions[deed.lemma] if deed is not None else None
    named = nouns if action is not None and vocabulary.actions[action].object is not None else nouns or thing
    action = action if named != thing else None
    quality = quality_named((*label, *column.words), quantity.unit.dimension, vocabulary)
    metric = labelled(metric_of(named, Reading(), action, quantity, vocabulary, quality), part, vocabulary)
    if side is not None:
        metric = labelled(metric_of((), Reading(), _VOTE, quantity, vocabulary, f"{side} share"), label, vocabulary)
    text = " ".join(t.text for t in label)
    return MetricReading(
        metric=metric,
        aspect=column.aspect,
        direction=column.direction,
        dimension=quantity.unit.dimension,
        elliptic=False,
        partitive=False,
        from_level=False,
        noun_text=text,
        why=f"the row is called “{text}”",
    )


def _names_thing(label: Sequence[Token], heading: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a row's first cell names what is counted, and not the head of the column ("Deaths" over places)."""
    carriers = vocabulary.grammar.generic_nouns | vocabulary.grammar.weak_modifiers
    if not heading or all(t.lemma in carriers for t in label):
        return not heading  # "Total"
    rows, heads = (_is_known([t for t in w if t.tag is not Tag.VERB], vocabulary) for w in (label, heading))
    return rows or not heads


def _is_known(words: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether the packs know the thing that a phrase names."""
    entity = entity_of(words, vocabulary)
    return entity in vocabulary.entities or entity in vocabulary.noun_actions
