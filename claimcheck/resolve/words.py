"""The words around a figure that name what it measures, without those that only carry it or tell of a change."""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Aspect
from claimcheck.model.quantity import Dimension
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.aspects import compares
from claimcheck.resolve.ellipsis import ABSTRACT
from claimcheck.resolve.entities import PERSON, entity_of, is_named_sum, is_stock, lemma_of
from claimcheck.resolve.reading import Reading

_SUMS = frozenset({"revenue", "gdp", "gross domestic product", "economic output"})
_SIGNS = ("+", "-", "−", "–")
_RATIOS = frozenset(
    {"margin", "deficit", "gap", "shortfall", "surplus", "debt", "borrowing", "spending", "expenditure", "investment"}
)


def words_of(
    reading: Reading, dimension: Dimension, aspect: Aspect, vocabulary: Vocabulary, *, compared: tuple[Token, ...]
) -> tuple[tuple[Token, ...], str]:
    """The noun phrase that names the metric and where it was found; empty when only carriers ("a total of") are.
    `compared` is what a figure that tells a distance compares, a decline included ("27% less decline").
    """
    measure = dimension is not Dimension.COUNT
    if reading.of and len(reading.subject) > 1 and _is_forecast(reading.subject, vocabulary):
        reading = replace(reading, subject=(), of=False, tied=False)
    if measure and aspect is Aspect.CHANGE and _telling(compared, dimension, vocabulary, Aspect.LEVEL):
        return compared, "what is compared"
    if measure and aspect is Aspect.CHANGE:
        for phrase in (reading.complement, reading.subject):
            changed = _telling(phrase, dimension, vocabulary, aspect)
            if changed:
                return changed, "what changed"
        return (), ""
    cut = Aspect.CHANGE if aspect is Aspect.SHARE else aspect  # "cuts of 6 percent of the staff"
    if measure and reading.of and _telling(reading.subject, dimension, vocabulary, cut):
        return _telling(reading.subject, dimension, vocabulary, cut), "measure of"
    noun = _telling(reading.noun, dimension, vocabulary, aspect) if measure else reading.noun
    if _is_state(noun, vocabulary):
        if _befalls(noun[-1], reading, vocabulary):
            return (), ""
        noun = ()  # "14 dead, 20 hurt", "37 confirmed dead"
    if _is_forecast(noun, vocabulary):
        noun = ()
    ratio = aspect is Aspect.SHARE and _is_ratio(noun, reading.subject, vocabulary)
    if ratio or (aspect is Aspect.CHANGE and _is_step(noun, reading.subject, vocabulary)):
        return reading.subject, "subject"
    if noun:
        return (*noun, *reading.also), "noun beside the figure"
    if reading.owner and dimension is not Dimension.PROPORTION:
        return (), ""
    if dimension in ABSTRACT or reading.tied or _names_measure(reading.subject, dimension, vocabulary):
        subject = _telling(reading.subject, dimension, vocabulary, aspect)
        counted = len(subject) > 1 and subject[-1].lemma in vocabulary.grammar.generic_nouns & vocabulary.cues.counts
        subject = subject[:-1] if counted else subject  # "the count of structures is 2,460"
        owned = bool(subject) and dimension is Dimension.PROPORTION and _owns(reading, vocabulary)
        bears = owned or only_bears(subject, vocabulary)
        return ((), "") if bears else (subject, "subject")
    return (), ""


def _is_state(noun: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether what stands for a noun only says what became of the counted, and how sure that is."""
    if not noun or noun[-1].lower not in vocabulary.state_actions:
        return False
    if len(noun) == 1:
        return noun[0].lemma not in vocabulary.noun_actions
    sure = vocabulary.cues.status.keys() | vocabulary.grammar.weak_modifiers
    irregular, empty = vocabulary.grammar.irregular_verbs, vocabulary.grammar.empty
    return all((t.lower.endswith("ed") and t.lower in sure) or irregular.get(t.lower) in empty for t in noun[:-1])


def _befalls(state: Token, reading: Reading, vocabulary: Vocabulary) -> bool:
    """Whether a label before people who are so only names what befell them: "Salmonella outbreak: 35 sick"."""
    known = vocabulary.actions[vocabulary.state_actions[state.lower]]
    labelled = entity_of(reading.subject, vocabulary) if reading.tied and reading.subject else None
    told = known.object == PERSON and labelled is not None
    return told and PERSON not in (labelled, vocabulary.entity_kinds.get(labelled or ""))


def compared_words(tokens: Sequence[Token], at: int, reading: Reading) -> tuple[Token, ...]:
    """What a distance compares: the noun behind it ("27% less decline"), else the subject ("sales were 9% lower"); what
    a signed share is of ("-2% units, +3% revenue"); empty for any other figure.
    """
    beside = bool(reading.noun) and tokens[at + 1 : at + 2] and tokens[at + 1].span == reading.noun[0].span
    if beside and (tokens[at].text.startswith(_SIGNS) or (at and tokens[at - 1].text == "+")):
        return reading.noun
    if not compares(tokens, at):
        return ()
    beside = reading.noun and tokens[at + 2 : at + 3] and tokens[at + 2].span == reading.noun[0].span
    return reading.noun if beside else reading.subject


def _is_ratio(whole: Sequence[Token], subject: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a share of a sum is what its subject measures: "the margin was 7.1 percent of revenue"."""
    told = bool(whole) and bool(subject) and subject[-1].lemma in _RATIOS
    return told and entity_of(whole, vocabulary) in _SUMS


def _is_forecast(noun: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a noun only says that somebody looked for the figure: "73 million forecast by analysts", "Wall Street
    expectations of $12.1 billion".
    """
    status, grammar = vocabulary.cues.status, vocabulary.grammar
    if len(noun) == 1:
        return noun[0].lower in status and noun[0].lemma in grammar.generic_nouns
    sure = status.keys() | grammar.weak_modifiers
    named = bool(noun) and all(t.tag is Tag.NAME or t.lower in sure for t in noun[:-1])
    return named and noun[-1].lemma in grammar.forecasts


def _is_step(noun: Sequence[Token], subject: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a noun only tells how far its subject moved: "the FTSE 100 fell 24 points"."""
    step = bool(noun) and noun[-1].lemma in vocabulary.grammar.steps
    return step and bool(subject) and entity_of(subject, vocabulary) in vocabulary.entities.values()


def _owns(reading: Reading, vocabulary: Vocabulary) -> bool:
    """Whether the subject of a share is a name that has it ("Macron had 24 percent"), and not what it measures."""
    head = reading.subject[-1]
    named = head.text[0].isupper() and not any(c.isupper() for c in head.text[1:])
    known = entity_of(reading.subject, vocabulary) in vocabulary.entities.values()
    single = head.lemma == head.lower  # "Wages had 3 percent"
    return named and single and not known and (reading.owner or head.tag is Tag.NAME)


def only_bears(words: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a subject is only a name, of a place or a team, that has so many of something: "France 24 went as high as
    150,000". Names with a capital inside are products ("iPhone").
    """
    named = bool(words) and all(t.tag is Tag.NAME for t in words)
    known = any(lemma_of(t) in vocabulary.entities for t in words)
    return named and not known and not any(c.isupper() for t in words for c in t.text[1:])


def _names_measure(subject: Sequence[Token], dimension: Dimension, vocabulary: Vocabulary) -> bool:
    """Whether the subject of a measured figure is what is measured ("Rainfall was 210 millimetres") and not its bearer
    ("The Gifford Fire stands at 131,614 acres").
    """
    if any(t.lemma in vocabulary.grammar.measures for t in subject):
        return True
    return dimension not in (Dimension.AREA, Dimension.MAGNITUDE) and bool(subject) and subject[-1].tag is Tag.WORD


def _telling(words: Sequence[Token], dimension: Dimension, vocabulary: Vocabulary, aspect: Aspect) -> tuple[Token, ...]:
    """`words` without those that only carry a figure or its change ("a decline", "a forecast", "the total"). Where the
    figure is a level, a loss is a loss; a share that costs money is one.
    """
    if words and words[-1].lemma == "share" and is_stock(words[-1], dimension):
        return tuple(words)
    grammar = vocabulary.grammar
    change = grammar.rising | grammar.falling if aspect is Aspect.CHANGE else frozenset()
    kept = _unchanged(words, change, dimension, vocabulary)
    kept = tuple(t for t in kept if not t.lower.endswith("'s"))
    return () if all(t.lemma in grammar.generic_nouns or t.lemma in grammar.weak_modifiers for t in kept) else kept


def _unchanged(
    words: Sequence[Token], change: frozenset[str], dimension: Dimension, vocabulary: Vocabulary
) -> tuple[Token, ...]:
    """`words` without those of a change; a sum with a name of its own keeps them ("a tax cut of $2 billion")."""
    if dimension is Dimension.MONEY and is_named_sum([lemma_of(t) for t in words], vocabulary):
        return tuple(words)
    return tuple(t for t in words if t.lemma not in change)
