"""How many live in a place: "Moore, a town of about 56,000", "home to 3 million people", "population 12,400"."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.clauses import names_ending
from claimcheck.resolve.places import is_main, place_facet

POPULATION = "population"
_LIVING = frozenset({"person", "resident", "inhabitant", "soul"})
_DWELLING = frozenset({"live", "reside", "dwell"})
_OWN = frozenset({"its", "their"})
_HAVING = frozenset({"has", "have", "had"})
_NOMINAL = frozenset({Tag.WORD, Tag.NAME})
_DOING = frozenset({Tag.VERB, Tag.PARTICIPLE})
_LABELS = frozenset({":", "("})
_PHRASE = frozenset({Tag.WORD, Tag.ADVERB})


def populates(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a count tells how many live somewhere. "A crowd of 56,000" is no place, and "the town lost 24 people",
    "a city of 12 districts" count something else.
    """
    if at and tokens[at - 1].lemma == POPULATION:
        return at + 1 >= len(tokens) or tokens[at + 1].tag not in _NOMINAL
    if at > 1 and tokens[at - 1].lower in _LABELS and tokens[at - 2].lemma == POPULATION:
        return True
    living = at + 1 < len(tokens) and tokens[at + 1].lemma in _LIVING
    if _settlement_of(tokens, at, vocabulary) is not None:
        return living or _is_alone(tokens, at)
    if not living:
        return False
    if at > 1 and (tokens[at - 2].lower, tokens[at - 1].lower) == ("home", "to"):
        return True
    return _has_residents(tokens, at, vocabulary) or _live_there(tokens, at, vocabulary)


def populated(tokens: Sequence[Token], at: int, focus: frozenset[str], vocabulary: Vocabulary) -> Facet | None:
    """The place that a population is told of beside its name: "Moore, a town of about 56,000,", "Joplin, population
    12,400"; None where it has no name there, or is the story's own.
    """
    index = _settlement_of(tokens, at, vocabulary)
    index = at - 1 if index is None and tokens[at - 1].lemma == POPULATION else index
    while index is not None and index > 0 and (tokens[index].tag in _PHRASE or tokens[index].tag is Tag.DETERMINER):
        index -= 1
    if not index or tokens[index].tag is not Tag.COMMA:
        return None
    names = names_ending(tokens, index - 1)
    return place_facet(names, vocabulary.cues) if names and not is_main(names, focus, vocabulary.cues) else None


def _settlement_of(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> int | None:
    """Where the kind of place stands that a count hangs on: "a town of 56,000", "this suburb with its 41,000"."""
    index = at - 1
    while index > 0 and (tokens[index].tag is Tag.ADVERB or tokens[index].lower in _OWN):
        index -= 1
    tied = index > 0 and (tokens[index].lower == "of" or (tokens[index].lower == "with" and at + 1 < len(tokens)))
    if not tied or tokens[index - 1].lemma not in vocabulary.grammar.settlements:
        return None
    people = _LIVING if tokens[at - 1].lower in _OWN else _LIVING - {"person"}
    return index - 1 if tokens[index].lower == "of" or tokens[at + 1].lemma in people else None


def _live_there(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """As in "some 40,000 people live in Mocoa", "in the town, where 8,000 people live"."""
    verb = at + 2
    if verb >= len(tokens) or tokens[verb].lemma not in _DWELLING or tokens[verb].tag is not Tag.VERB:
        return False
    behind = tokens[verb + 1 : verb + 4]
    if not behind or behind[0].tag in (Tag.STOP, Tag.COMMA):
        return any(t.lower == "where" for t in tokens[max(0, at - 2) : at])
    within = [t for t in behind[1:] if t.tag is not Tag.DETERMINER]
    place = bool(within) and (within[0].tag is Tag.NAME or within[0].lemma in vocabulary.grammar.settlements)
    return behind[0].lower == "in" and place


def _is_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether no noun follows a figure that it would count."""
    return at + 1 >= len(tokens) or tokens[at + 1].tag not in {*_NOMINAL, Tag.FIGURE, Tag.ADVERB}


def _has_residents(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """As in "Nepal's capital has 20 million residents", "Mocoa, which has about 40,000 people"; those it has "without
    power" are not all.
    """
    if at < 2 or tokens[at - 1].lower not in _HAVING:
        return False
    told_of = at > 3 and tokens[at - 2].lower == "which" and tokens[at - 3].tag is Tag.COMMA
    subject = tokens[at - 4 if told_of else at - 2]
    if tokens[at + 1].lemma not in (_LIVING if told_of else _LIVING - {"person"}):
        return False
    place = subject.tag is Tag.NAME or subject.lemma in vocabulary.grammar.settlements
    behind = tokens[at + 2] if at + 2 < len(tokens) else None
    return place and (behind is None or behind.tag in (Tag.STOP, Tag.COMMA, Tag.CONJUNCTION))
