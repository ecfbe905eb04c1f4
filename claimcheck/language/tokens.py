"""Sentences to tokens with offsets and coarse word classes, figures kept whole."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from claimcheck.language.lemmas import noun_lemma, verb_lemma
from claimcheck.model.text import Span
from claimcheck.model.vocabulary import Grammar

_WORD = re.compile(
    r"\b(?:[QH][1-4]|[YQMWyqmw]/[YQMWyqmw]|[A-Z]{1,3}&[A-Z]{1,3})\b|(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d[\w.,]*\w|\d|[^\w\s]|_"
)

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DESTINATIONS = frozenset({"to", "by", "at", "above", "past", "up", "down", "from"})
_OBJECTS = frozenset({"it", "them"})
_PARTICLES = frozenset({"off", "out", "up", "down", "away", "back"})
_HAVING = frozenset({"had", "has", "have", "having"})
_HELPING = frozenset({"help", "let", "go", "come", "dare"})
_RELATIVE_TIMES = frozenset({"last", "next"})
_AGENT_LINKS = frozenset({"of", "by", "from", "between"})
_LOUD_WORDS, _LOUD_SHARE, _LABEL_WORDS, _ABBREVIATED = 4, 0.8, 4, 3

BOUND_VERBS = frozenset({"passed", "passes", "topped", "tops", "exceeded", "exceeds", "surpassed", "surpasses"})
"""Verbs with which a figure can begin: "passed 2 million" is more than that."""

Piece = tuple[str, Span, int | None]
"""A word or a mark as it stands, its place, and the number of the figure that it is."""


class Tag(Enum):
    """Coarse word class. WORD is a noun or an adjective: which of the two is seen from its place."""

    FIGURE = auto()
    WORD = auto()
    NAME = auto()
    VERB = auto()
    PARTICIPLE = auto()
    AUXILIARY = auto()
    DETERMINER = auto()
    PREPOSITION = auto()
    CONJUNCTION = auto()
    PRONOUN = auto()
    RELATIVE = auto()
    ADVERB = auto()
    CALENDAR = auto()
    COMMA = auto()
    STOP = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark, or a whole figure. `span` is in the article; `figure` is the index of the figure, else None."""

    text: str
    lower: str
    lemma: str
    tag: Tag
    span: Span
    figure: int | None = None


def tokenize(
    text: str, offset: int, figures: Sequence[Span], grammar: Grammar, proper: frozenset[str] = frozenset()
) -> tuple[Token, ...]:
    """Tokens of `text`, which stands at `offset` in its article. `figures` are spans in the article, in order; each
    becomes one FIGURE token, and words inside it are not told again.
    """
    raw: list[Piece] = []
    at = 0
    for number, figure in enumerate(figures):
        start, end = figure.start - offset, figure.end - offset
        if start < at:
            continue
        raw.extend(_words(text, at, start, offset))
        raw.append((text[start:end], figure, number))
        at = end
    raw.extend(_words(text, at, len(text), offset))
    return _tagged(_unshouted(_undotted(raw, grammar), grammar, proper), grammar, proper)


def _undotted(raw: Sequence[Piece], grammar: Grammar) -> Sequence[Piece]:
    """The pieces without the dots of abbreviations, which end no clause: "on Nov. 8", "Gov. Newsom said"."""
    return [
        piece
        for place, piece in enumerate(raw)
        if piece[0] != "."
        or not 0 < place < len(raw) - 1
        or raw[place - 1][0].lower() not in grammar.abbreviated
        or raw[place - 1][1].end != piece[1].start
    ]


def _unshouted(raw: Sequence[Piece], grammar: Grammar, proper: frozenset[str]) -> Sequence[Piece]:
    """Words of a line in capitals, and of a label in capitals before a colon, as other lines write them: small but for
    known names and what only abbreviations are ("GM", "US").
    """
    words = [i for i, (text, _, figure) in enumerate(raw) if figure is None and text[0].isalpha() and len(text) > 1]
    loud = [i for i in words if raw[i][0].isupper()]
    if len(loud) < _LOUD_WORDS or len(loud) < _LOUD_SHARE * len(words):
        colon = next((i for i, (text, _, _) in enumerate(raw[:_LABEL_WORDS]) if text == ":"), 0)
        loud = [i for i in range(colon) if raw[i][0].isupper() and len(raw[i][0]) > _ABBREVIATED]
    quiet = {i: _quiet(raw[i][0], grammar, proper) for i in loud}
    return [(quiet.get(i, text), span, figure) for i, (text, span, figure) in enumerate(raw)]


def _quiet(text: str, grammar: Grammar, proper: frozenset[str]) -> str:
    lower = text.lower().replace("’", "'")
    if lower == "us" or (len(text) <= _ABBREVIATED and _closed(lower, grammar) is None):
        return text
    return text.capitalize() if lower.removesuffix("'s") in proper else text.lower()


def _words(text: str, start: int, end: int, offset: int) -> list[Piece]:
    found = _WORD.finditer(text, start, end)
    return [
        (m.group(), Span(m.start() + offset, m.end() + offset), None)
        for m in found
        if not _is_emphasis(text, m.start())
    ]


def _is_emphasis(text: str, at: int) -> bool:
    """Whether a star only sets words in bold, as in "**Injuries:** 15"."""
    return text[at] == "*" and "*" in (text[at - 1 : at], text[at + 1 : at + 2])


def _tagged(raw: Sequence[Piece], grammar: Grammar, proper: frozenset[str]) -> tuple[Token, ...]:
    tokens: list[Token] = []
    for index, (text, span, figure) in enumerate(raw):
        before = tokens[-1] if tokens else None
        after = raw[index + 1] if index + 1 < len(raw) else None
        tag = Tag.FIGURE if figure is not None else _tag(text, before, after, grammar)
        lower = text.lower().replace("’", "'")
        if tag in (Tag.WORD, Tag.VERB) and text[0].isupper() and lower.removesuffix("'s") in proper:
            tag = Tag.NAME
        tokens.append(Token(text, lower, _lemma(text, lower, tag, grammar), tag, span, figure))
    return tuple(tokens)


def _lemma(text: str, lower: str, tag: Tag, grammar: Grammar) -> str:
    if tag in (Tag.VERB, Tag.PARTICIPLE, Tag.AUXILIARY):
        return verb_lemma(lower, grammar.irregular_verbs, grammar.verb_nouns)
    if tag in (Tag.WORD, Tag.NAME):
        plain = lower.removesuffix("'s").removesuffix("'")
        return plain if text.isupper() else noun_lemma(plain, grammar.irregular_nouns)
    return lower


def _tag(text: str, before: Token | None, after: Piece | None, grammar: Grammar) -> Tag:
    lower = text.lower().replace("’", "'")
    closed = _closed(lower, grammar)
    if lower == "so" and after is not None and after[0].lower() == "far":
        return Tag.ADVERB
    if lower == "going" and after is not None and after[0].lower() == "to" and _is_auxiliary(before):
        return Tag.AUXILIARY  # "the damage was going to be close to $6 billion"
    side = lower == "no" and text != lower and before is not None and before.tag is not Tag.STOP  # "the No side"
    if closed is not None:
        return Tag.WORD if side else closed
    if not lower[0].isalpha():
        if lower.isdecimal() and before is not None and before.tag is Tag.NAME and not _YEAR.fullmatch(lower):
            return Tag.NAME  # "the FTSE 100 fell", "a Boeing 737 carried"
        return Tag.COMMA if lower == "," else Tag.STOP if lower in ".!?;:—–|()[]" or lower == "-" else Tag.OTHER
    if lower.endswith("'s"):
        return Tag.NAME if text[0].isupper() else Tag.WORD
    if lower in _RELATIVE_TIMES and after is not None and after[0].lower() in grammar.calendar:
        return Tag.DETERMINER  # "delivered 340 jets last year"
    follows = _follows_nominal(before)
    carries = (
        lower in grammar.generic_nouns and after is not None and after[0].lower() == "of"
    )  # "the overall number of"
    named = before is not None and before.lower == "to" and text[0].isupper() and lower.endswith("ed")
    bare = _is_bare(lower, before, after, grammar)
    formed = not (carries or named or bare) and _is_verb_form(lower, grammar)
    if formed and not _noun_place(lower, before, after, grammar):
        past = lower.endswith("ed") or _is_irregular(lower, grammar)
        helped = before is not None and (before.tag in (Tag.AUXILIARY, Tag.ADVERB) or before.lower == "to")
        participle = past and not helped and (not follows or after is None or _is_reduced(lower, after, grammar))
        return Tag.PARTICIPLE if participle else Tag.VERB
    modal = before is not None and before.tag is Tag.AUXILIARY and before.lower in grammar.modals
    if modal and text.islower() and (_object_follows(after, grammar) or lower in grammar.lifting | grammar.pressing):
        return Tag.VERB  # "will inject 3.5 billion euros", "would lift costs by"
    if any(c.isupper() for c in text[1:]) or (text[0].isupper() and before is not None and before.tag is not Tag.STOP):
        return Tag.NAME
    return Tag.WORD


def _is_reduced(lower: str, after: Piece, grammar: Grammar) -> bool:
    """Whether a past form hangs on the noun before it: "people suspected of", "guns seized by"; not "they spoke of"."""
    link = after[0].lower()
    speaks = link == "of" and verb_lemma(lower, grammar.irregular_verbs, grammar.verbs) in grammar.speaking
    return link in _AGENT_LINKS and not speaks


def _is_bare(lower: str, before: Token | None, after: Piece | None, grammar: Grammar) -> bool:
    """Whether a form without an ending, before a word, follows what only a participle or an object follows, and so is
    an adjective or a noun: "had net income", "reported record sales"; not "helped cut costs".
    """
    if before is None or not _word_follows(after, grammar) or lower in grammar.irregular_verbs:
        return False
    has = before.tag is Tag.AUXILIARY and before.lower in _HAVING
    does = before.tag is Tag.VERB and _is_past(before, grammar) and before.lemma not in _HELPING
    ended = lower.endswith(("ed", "ing")) or verb_lemma(lower, grammar.irregular_verbs, grammar.verbs) != lower
    return (has or does) and not ended


def _is_auxiliary(before: Token | None) -> bool:
    return before is not None and before.tag is Tag.AUXILIARY


def _closed(lower: str, grammar: Grammar) -> Tag | None:
    for words, tag in (
        (grammar.calendar, Tag.CALENDAR),
        (grammar.auxiliaries, Tag.AUXILIARY),
        (grammar.relatives, Tag.RELATIVE),
        (grammar.determiners, Tag.DETERMINER),
        (grammar.prepositions, Tag.PREPOSITION),
        (grammar.conjunctions, Tag.CONJUNCTION),
        (grammar.pronouns, Tag.PRONOUN),
        (grammar.adverbs, Tag.ADVERB),
    ):
        if lower in words:
            return tag
    return Tag.ADVERB if lower.endswith("ly") and len(lower) > 5 and lower not in grammar.ly_words else None


def _is_verb_form(lower: str, grammar: Grammar) -> bool:
    if lower in grammar.verbs or _is_irregular(lower, grammar):
        return True
    lemma = verb_lemma(lower, grammar.irregular_verbs, grammar.verbs)
    return lemma in grammar.verbs or (lower.endswith("ed") and len(lower) > 4 and lower not in grammar.generic_nouns)


def _is_irregular(lower: str, grammar: Grammar) -> bool:
    """Whether an irregular form is that of a verb; of one that is a noun as often only its own past: "blew", "rode"."""
    base = grammar.irregular_verbs.get(lower, "")
    return base in grammar.verbs or (base != lower and base in grammar.verb_nouns)


def _follows_nominal(before: Token | None) -> bool:
    return before is not None and before.tag in (Tag.WORD, Tag.NAME, Tag.PRONOUN, Tag.FIGURE, Tag.RELATIVE)


def _noun_place(lower: str, before: Token | None, after: Piece | None, grammar: Grammar) -> bool:
    """Whether a form that could be a verb stands where a noun or an adjective stands: "the reports", "617 arrests"."""
    if before is None or before.tag is Tag.STOP:
        past = lower.endswith("ed") or lower in grammar.irregular_verbs
        return _word_follows(after, grammar) if past else not _object_follows(after, grammar)
    spoken = verb_lemma(lower, grammar.irregular_verbs, grammar.verbs) in grammar.plain_speech | grammar.plain_verbs
    if spoken and not (before.tag in (Tag.FIGURE, Tag.DETERMINER) and _word_follows(after, grammar)):
        return False  # but "617 alleged gang members"
    told = _by_neighbours(lower, before, after, grammar)
    if told is not None:
        return told
    if lower.endswith("ing"):
        things = before.tag in (Tag.WORD, Tag.NAME) and before.lemma != before.lower
        if things and after is not None and after[0].lower() in grammar.prepositions and after[0].lower() != "of":
            return False  # "gangs operating in Europe"
        return before.tag is not Tag.AUXILIARY and not _object_follows(after, grammar)
    if _moves(lower, before, after, grammar) or (before.tag is Tag.FIGURE and lower in grammar.finite):
        return False
    if before.tag is Tag.VERB and _in_s(lower, grammar) and not _object_follows(after, grammar):
        return True  # "cut costs by 5 percent"
    past = lower.endswith("ed") or (lower in grammar.irregular_verbs and lower != grammar.irregular_verbs[lower])
    if before.tag is Tag.FIGURE:
        return not past or (_word_follows(after, grammar) and not before.lower.endswith(("percent", "per cent", "%")))
    if before.tag is Tag.DETERMINER:
        return True
    if before.tag is Tag.PREPOSITION:
        return not past or _word_follows(after, grammar)
    if past:
        return False
    if before.tag is Tag.PARTICIPLE and lower.endswith("s") and not _object_follows(after, grammar):
        return True  # "people with alleged links to the gang"
    if lower == grammar.irregular_verbs.get(lower) and _object_follows(after, grammar):
        return False
    return (
        not _has_plural(before, lower)
        and before.tag in (Tag.WORD, Tag.NAME, Tag.CONJUNCTION, Tag.COMMA)
        and not _object_follows(after, grammar)
    )


def _by_neighbours(lower: str, before: Token, after: Piece | None, grammar: Grammar) -> bool | None:
    """Whether a form is a noun, where one word beside it decides; None where none does."""
    if before.lower == "to":
        return lower.endswith("s")
    behind = after[0].lower() if after is not None else ""
    if behind == ":" and lower not in grammar.irregular_verbs and not lower.endswith("ed"):
        return True  # "Chimney Tops fire: 17,006 acres"
    if before.lower in grammar.compared_marks and not lower.endswith("ed"):
        return True  # "an 8 percent year-on-year rise"
    if before.tag is Tag.CONJUNCTION and behind in _PARTICLES:
        return False  # "will close stores and lay off 3,500"
    if lower.endswith("s") and _says(lower, before, grammar):
        told = before.tag is Tag.NAME and "'" not in before.lower and _word_follows(after, grammar)
        if behind == "that" or (told and not _is_verb_form(behind, grammar)):
            return False  # "the terror group claims that", "Acme forecasts sales of"
    return None


def _says(lower: str, before: Token, grammar: Grammar) -> bool:
    """Whether a form in -s is a verb of speech behind its singular subject."""
    single = before.tag in (Tag.WORD, Tag.NAME) and before.lemma == before.lower
    return single and verb_lemma(lower, grammar.irregular_verbs, grammar.verbs) in grammar.speech


def _has_plural(before: Token, lower: str) -> bool:
    """Whether a plural stands before a form and is its subject: "ballots cast", "Votes cast"; not "the week's vote"."""
    many = before.lemma != before.lower and "'" not in before.lower
    return many and (before.tag is Tag.WORD or (before.tag is Tag.NAME and not lower.endswith("s")))


def _in_s(lower: str, grammar: Grammar) -> bool:
    """Whether a form of a verb is the plural of its noun too: "costs", not "press"."""
    plural = lower.endswith("s") and lower not in grammar.irregular_verbs
    return plural and verb_lemma(lower, grammar.irregular_verbs, grammar.verbs) != lower


def _moves(lower: str, before: Token, after: Piece | None, grammar: Grammar) -> bool:
    """Whether a form in -s is the verb of a singular subject and goes on to where it leads: "Toll rises to 31", "the
    settlement comes to $4.3 billion", "the number of homes destroyed stands at 340".
    """
    singular = before.tag in (Tag.WORD, Tag.NAME) and before.lemma == before.lower.removesuffix("'s")
    told = before.tag in (Tag.VERB, Tag.PARTICIPLE)
    done = told and _is_past(before, grammar) and before.lemma not in grammar.empty
    if after is None or not (singular or done or before.tag is Tag.COMMA):
        return False
    goes = after[0].lower() in _DESTINATIONS
    moving = grammar.linking | grammar.rising | grammar.falling
    return goes and lower.endswith("s") and verb_lemma(lower, grammar.irregular_verbs, grammar.verbs) in moving


def _is_past(token: Token, grammar: Grammar) -> bool:
    return token.lower.endswith("ed") or token.lower in grammar.irregular_verbs


def _object_follows(after: Piece | None, grammar: Grammar) -> bool:
    """Whether a figure, an article or "it" comes next, as after a verb; "that" opens a clause and is no article."""
    if after is None:
        return False
    word = after[0].lower()
    if after[2] is not None and word.partition(" ")[0] in BOUND_VERBS:
        return False  # "debt levels passed $3 trillion"
    return after[2] is not None or word in _OBJECTS or (word in grammar.determiners and word not in grammar.relatives)


def _word_follows(after: Piece | None, grammar: Grammar) -> bool:
    """Whether an open-class word comes next, so that a participle before it is an adjective: "seized assets"."""
    if after is None or after[2] is not None or not after[0][0].isalpha():
        return False
    return _closed(after[0].lower(), grammar) is None and after[0][0].islower()
