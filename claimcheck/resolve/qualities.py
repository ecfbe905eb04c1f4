"""Which quality of a thing a figure with a unit tells: "1.3 miles wide", "a depth of 10 km", "a 17-metre asteroid"."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimcheck.language.lemmas import verb_lemma
from claimcheck.language.tokens import Tag, Token
from claimcheck.model.quantity import Dimension, Unit, UnitId
from claimcheck.model.vocabulary import Qualities, Quality, Vocabulary
from claimcheck.resolve.entities import canonical_entity, lemma_of
from claimcheck.resolve.phrases import noun_phrase, phrase_ending, phrases_ending
from claimcheck.resolve.reading import Reading
from claimcheck.resolve.subjects import clause_subject
from claimcheck.resolve.verbs import place_of

_DEGREE = UnitId("degree")
"""Of a turn or of a temperature whose scale is not told."""
_PLACES = frozenset({"distance", "height"})
_LONGEST = 4
_HYPHENS = frozenset("-‐‑")
_NOMINAL = frozenset({Tag.WORD, Tag.NAME})
_VERBAL = frozenset({Tag.VERB, Tag.PARTICIPLE})
_OPEN = _NOMINAL | {Tag.DETERMINER, Tag.FIGURE}
_PASSED = frozenset({Tag.ADVERB, Tag.DETERMINER})
_TIES = frozenset({"of", ":", "|", ",", "to", "at", "is", "was", "(", "–", "—"})
_ONWARD = frozenset({"to", "from", "on", "by", "into"})
_VERB_LINKS = frozenset({"him", "them", "to", "for", "at", "in", "on", "over", "up", "as", "scale", "scales"})
_ASIDE = frozenset({"in", "on", "for"})
"""What ties a place to a figure and no thing that has its size: "16 tons on a ship"."""
_PUTTING = frozenset({"give", "put", "estimate", "measure", "report", "record", "list", "reckon", "calculate"})
_SIZING = frozenset({"measure", "cover", "span", "occupy", "reach", "spread", "stand", "weigh", "have"})
_EACH = frozenset({"each", "apiece"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A quality and of what it is told; `bearer` is empty where a pronoun or nothing names the thing."""

    quality: str
    bearer: tuple[Token, ...] = ()


def quality_of(tokens: Sequence[Token], at: int, unit: Unit, reading: Reading, vocabulary: Vocabulary) -> Told | None:
    """The quality that the figure at `tokens[at]` tells; None where the words name none, or a thing that is measured
    itself ("210 mm of rain").
    """
    known, dimension = vocabulary.qualities, unit.dimension
    qualities = known.dimensions.get(dimension.value, ())
    if dimension is Dimension.OTHER and unit.id == _DEGREE:
        qualities = tuple(replace(q, plain=False) for q in known.dimensions[Dimension.TEMPERATURE.value])
    bearer = bearer_of(tokens, at, reading, qualities, vocabulary)
    if not qualities:
        return None
    kept = bearer_name(bearer, vocabulary)
    if kept in known.kept:
        return Told(quality=kept, bearer=bearer)
    if dimension is Dimension.MASS:
        return _weight(tokens, at, reading, bearer, vocabulary)
    found = _found(tokens, at, reading, bearer, qualities, vocabulary)
    return Told(quality=found.id, bearer=bearer) if found is not None else None


def quality_named(words: Sequence[Token], dimension: Dimension, vocabulary: Vocabulary) -> str | None:
    """The quality that the name of a row or column tells: "Diameter", "Depth of quake"; None for none."""
    qualities = vocabulary.qualities.dimensions.get(dimension.value, ())
    return next((q.id for q in qualities if not q.nouns.isdisjoint(_forms(words))), None)


def lies_off(tokens: Sequence[Token], at: int, unit: Unit, vocabulary: Vocabulary) -> bool:
    """Whether a length says where something is or how high it went, whatever its verb: "sank 10 miles off the coast",
    "came down 12 miles from the airport", "rose 14 kilometres into the sky", "within 8 kilometres of the crater".
    """
    if unit.dimension is not Dimension.LENGTH or not at:
        return False
    behind, before = _behind(tokens, at), tokens[at - 1].lower
    fell = before == "down" and at + 2 < len(tokens) and tokens[at + 2].tag is not Tag.FIGURE
    if before == "within" or (behind and (behind[0].lower == "off" or (fell and behind[0].lower == "from"))):
        return True
    lengths = vocabulary.qualities.dimensions[Dimension.LENGTH.value]
    return any(q.id in _PLACES and _opens(behind, q.behind) for q in lengths)


def _weight(
    tokens: Sequence[Token], at: int, reading: Reading, bearer: tuple[Token, ...], vocabulary: Vocabulary
) -> Told | None:
    """What one of several things weighs ("nine kilos of cocaine in each"), or a thing; what is told by the kilogram is
    an amount, not a weight.
    """
    (weight,) = vocabulary.qualities.dimensions[Dimension.MASS.value]
    if _is_each(tokens, at):
        return Told(quality=f"{weight.id} of each", bearer=bearer)
    head = lemma_of(bearer[-1]) if bearer else ""
    amounts = vocabulary.qualities.amounts
    if head not in weight.of and not amounts.isdisjoint((head, bearer_name(bearer, vocabulary))):
        return None
    named = not weight.nouns.isdisjoint(_named(tokens, at, reading, vocabulary))
    if not bearer and not named:
        return None  # "it weighed 16 tons": a haul as likely as a ship
    found = _found(tokens, at, reading, bearer, (weight,), vocabulary)
    return Told(quality=weight.id, bearer=bearer) if found is not None else None


def _is_each(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause tells of each of several: "nine kilos each", "each brick weighed nine kilos"."""
    for step in (1, -1):
        index = at + step
        while 0 <= index < len(tokens) and tokens[index].tag not in (Tag.FIGURE, Tag.STOP, Tag.COMMA):
            if tokens[index].lower in _EACH:
                return True
            index += step
    return False


def _found(
    tokens: Sequence[Token],
    at: int,
    reading: Reading,
    bearer: Sequence[Token],
    qualities: Sequence[Quality],
    vocabulary: Vocabulary,
) -> Quality | None:
    """The first of the qualities that the surest sign tells: its name, the words at the figure, the verb, the thing."""
    lead, own, behind = _leading(tokens, at), tokens[at].lower, _behind(tokens, at)
    verb = _verb(tokens, at)
    thing = _names(bearer, vocabulary)
    signs = (
        lambda q: any(lead.endswith(f" {phrase} ") or own.startswith(f"{phrase} ") for phrase in q.before),
        lambda q: not q.nouns.isdisjoint(_named(tokens, at, reading, vocabulary)),
        lambda q: _opens(behind, q.behind) or (_opens(behind, q.closing) and _closes(behind)),
        lambda q: verb is not None and verb_lemma(verb.lower, vocabulary.grammar.irregular_verbs, q.verbs) in q.verbs,
        lambda q: _opens(behind, q.weak),
        lambda q: not q.of.isdisjoint(thing) and _is_sized(tokens, at, reading),
        lambda q: q.plain,
    )
    return next((q for sign in signs for q in qualities if sign(q)), None)


def _named(tokens: Sequence[Token], at: int, reading: Reading, vocabulary: Vocabulary) -> frozenset[str]:
    """The nouns that may name what is measured: right before the figure, its subject's, and the noun behind it."""
    left = at - 1
    while left >= 0 and (tokens[left].tag in _PASSED or tokens[left].lower in _TIES):
        left -= 1
    before = phrases_ending(tokens, left) if left >= 0 and tokens[left].tag in _NOMINAL else ()
    subject = reading.subject if not reading.owner else ()
    verb = _verb(tokens, at)
    put = verb is not None and verb.lemma in _PUTTING
    told = clause_subject(tokens, place_of(tokens, verb), vocabulary.grammar) if verb is not None and put else ()
    return _forms(before) | _forms(subject) | _forms(told) | _forms(reading.noun[-2:])


def _forms(words: Sequence[Token]) -> frozenset[str]:
    """The nouns of a phrase, alone and with the one before."""
    lemmas = [lemma_of(t).removesuffix("'s") for t in words]
    return frozenset((*lemmas, *(f"{a} {b}" for a, b in pairwise(lemmas))))


def _behind(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The words right behind a figure, over its restatement in brackets and a hyphen; articles are left out."""
    start = at + 1
    if [t.lower for t in tokens[start : start + 1]] == ["("]:
        end = next((i for i in range(start, min(start + 6, len(tokens))) if tokens[i].lower == ")"), None)
        start = end + 1 if end is not None else start
    if start < len(tokens) and tokens[start].text in _HYPHENS:
        start += 1
    return tuple(t for t in tokens[start : start + 2 * _LONGEST] if t.tag is not Tag.DETERMINER or t.lower == "its")


def _opens(behind: Sequence[Token], phrases: Collection[str]) -> bool:
    return any(
        " ".join(t.lower.removesuffix("'s") if size > 1 else t.lower for t in behind[:size]) in phrases
        or " ".join(t.lower for t in behind[:size]) in phrases
        for size in range(1, min(_LONGEST, len(behind)) + 1)
    )


def _closes(behind: Sequence[Token]) -> bool:
    """Whether nothing that belongs to it stands behind the first word: "23 km up", not "23 km up the road"."""
    follows = behind[1:2]
    return not follows or not (follows[0].tag in _OPEN or follows[0].lower in _ONWARD)


def _leading(tokens: Sequence[Token], at: int) -> str:
    return " " + " ".join(t.lower for t in tokens[max(0, at - 6) : at] if t.tag is not Tag.DETERMINER) + " "


def _verb(tokens: Sequence[Token], at: int) -> Token | None:
    """The verb before the figure, with adverbs, articles and a preposition between; a form that could be a noun too,
    where it stands as a verb ("the platform weighs in at", "was going at").
    """
    index = at - 1
    while index >= 0 and (tokens[index].tag in _PASSED or tokens[index].lower in _VERB_LINKS):
        index -= 1
    if index < 0:
        return None
    word, before = tokens[index], tokens[index - 1].tag if index else Tag.STOP
    finite = word.lower.endswith("s") and before in _NOMINAL
    going = word.lower.endswith("ing") and before in (Tag.AUXILIARY, Tag.ADVERB)
    bare = index > 0 and tokens[index - 1].lower == "to"
    return word if word.tag in _VERBAL or (word.tag is Tag.WORD and (finite or going or bare)) else None


def _is_sized(tokens: Sequence[Token], at: int, reading: Reading) -> bool:
    """Whether a figure stands to a thing as its size does: "a 17-metre rock", "a rock of 17 metres", "it is"."""
    verb = _verb(tokens, at)
    aside = tokens[at + 1 : at + 2] and tokens[at + 1].lower in _ASIDE
    return bool((reading.noun and not aside) or reading.subject) or (verb is not None and verb.lemma in _SIZING)


def bearer_of(
    tokens: Sequence[Token], at: int, reading: Reading, qualities: Sequence[Quality], vocabulary: Vocabulary
) -> tuple[Token, ...]:
    """The words for the thing that is measured, without the name of the quality."""
    named = frozenset(("old", *(word for q in qualities for word in (*q.nouns, *q.behind))))
    left = at - 1
    while left >= 0 and tokens[left].tag in (Tag.ADVERB, Tag.COMMA):
        left -= 1
    beside = phrase_ending(tokens, left) if left >= 0 and tokens[left].tag in _NOMINAL else ()
    verb = _verb(tokens, at)
    ruling = clause_subject(tokens, place_of(tokens, verb), vocabulary.grammar) if verb is not None else ()
    aside = tokens[at + 1 : at + 2] and tokens[at + 1].lower in _ASIDE
    for phrase in (() if aside else reading.noun, _hyphened(tokens, at), reading.subject, beside, ruling):
        rest = tuple(t for t in phrase if t.lower not in named and t.lemma not in named)
        if (
            rest
            and rest[-1].lower not in _VERB_LINKS
            and not rest[-1].lower.endswith(("ing", "'s"))
            and lemma_of(rest[-1]) not in vocabulary.grammar.generic_nouns
        ):
            return rest
    return ()


def _hyphened(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The noun behind a compound that goes on with an adjective: "a 1.3-mile-wide tornado"."""
    joined = (
        at + 2 < len(tokens) and tokens[at + 1].text in _HYPHENS and tokens[at + 1].span.start == tokens[at].span.end
    )
    return noun_phrase(tokens, at + 2)[0] if joined else ()


def _names(words: Sequence[Token], vocabulary: Vocabulary) -> frozenset[str]:
    """What a thing may be called: its words, alone and two together, and the packs' name for it."""
    if not words:
        return frozenset()
    lemmas = [lemma_of(t) for t in words]
    entity, _ = canonical_entity(lemmas, vocabulary)
    return _forms(words) | ({entity} if entity is not None else frozenset())


def bearer_name(words: Sequence[Token], vocabulary: Vocabulary) -> str | None:
    """The one name of a thing, None for no words."""
    return canonical_entity([lemma_of(t) for t in words], vocabulary)[0] if words else None


def event_name(words: Sequence[Token], known: Qualities, vocabulary: Vocabulary) -> str | None:
    """The one name of what lasts so long."""
    if not words:
        return None
    lemmas = [lemma_of(t) for t in words]
    entity, _ = canonical_entity(lemmas, vocabulary)
    names = (" ".join(lemmas[-2:]), lemmas[-1], entity or "")
    return next((known.events[n] for n in names if n in known.events), entity)
