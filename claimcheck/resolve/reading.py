"""A shallow reading of the words around one figure: what it counts, and the verb that rules it.

No parser: a figure in news is followed by its noun, or by "of" and its noun, or it completes a verb whose subject is
the noun ("Arrests came to 617"). Each of these is looked for in that order, within the figure's own clause.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.vocabulary import Grammar

_NOMINAL = frozenset({Tag.WORD, Tag.NAME})
_MEASURE_LINKS = frozenset({"of", "in", "worth", "for", "on"})
_LOOSE_LINKS = frozenset({"in", "for", "on"})
_WORTH = frozenset({"worth", "valued", "totaling", "totalling", "estimated", "averaging"})
_MAX_REACH = 60
_MAX_PHRASE = 8
_SUBJECT_REACH = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What stands around a figure. Every part may be empty.

    `noun` is the noun phrase that the figure counts, its head last; `also` a second noun joined to it ("cash and
    assets"); `complement` the phrase after its "of", "in" or "with"; `subject` the noun phrase that a linking verb ties
    to the figure; `after` and `before` the ruling verbs on either side, nearest first; `governor` the verb whose object
    the figure's noun is; `lead` the word right before the figure; `partitive` that the figure is taken out of something
    told before ("171 of those"); `described` that a relative clause hangs on the noun, so that the verbs after it rule
    nothing; `predicated` that the verb after it is its predicate ("28 were unvaccinated"); `tied` that the subject
    stands right before the figure ("Cocaine: 7,469 kg"), `of` that "of" ties it ("damage of $19 million"); `predicate`
    the noun after "were".
    """

    noun: tuple[Token, ...] = ()
    also: tuple[Token, ...] = ()
    complement: tuple[Token, ...] = ()
    subject: tuple[Token, ...] = ()
    after: tuple[Token, ...] = ()
    before: tuple[Token, ...] = ()
    governor: Token | None = None
    lead: str = ""
    partitive: bool = False
    of_it: bool = False
    described: bool = False
    predicated: bool = False
    tied: bool = False
    of: bool = False
    predicate: tuple[Token, ...] = ()


def read(tokens: Sequence[Token], at: int, *, measure: bool, grammar: Grammar) -> Reading:
    """Read around the figure at `tokens[at]`. `measure` says that it carries a unit of its own, so that the noun beside
    it is not what is counted but what is measured.
    """
    noun, also, end = _noun_after(tokens, at, measure=measure)
    partitive = not noun and _is_partitive(tokens, at)
    if partitive and not measure:
        noun, end = _whole_of(tokens, at)
    complement, end = _complement(tokens, end) if noun else ((), end)
    after = _verbs_after(tokens, end, grammar)
    before = _verbs_before(tokens, at)
    subject, tied = _subject(tokens, at, grammar)
    return Reading(
        noun=noun,
        also=also,
        complement=complement,
        subject=subject,
        after=after,
        before=before,
        governor=_governor(tokens, at),
        lead=tokens[at - 1].lower if at else "",
        partitive=partitive,
        of_it=measure and _is_partitive(tokens, at) and tokens[at + 2].tag is Tag.PRONOUN,
        predicated=_is_predicated(tokens, end),
        described=end < len(tokens) and tokens[end].tag is Tag.RELATIVE,
        tied=tied,
        of=tied and tokens[at - 1].lower == "of",
        predicate=_predicate(tokens, end, grammar),
    )


def noun_phrase(tokens: Sequence[Token], start: int) -> tuple[tuple[Token, ...], int]:
    """The nouns and adjectives from `start` on, and where they end. A participle belongs only when a noun follows, and
    "per" only inside ("earnings per share").
    """
    at = start
    while at < len(tokens) and at - start < _MAX_PHRASE:
        tag = tokens[at].tag
        if tag in _NOMINAL and not (at > start and _starts_name(tokens, at)):
            at += 1
        elif tag is Tag.PARTICIPLE and _adjective_run(tokens, at):
            at += _adjective_run(tokens, at)
        elif tokens[at].lower == "per" and at > start and at + 1 < len(tokens) and tokens[at + 1].tag is Tag.WORD:
            at += 2
        else:
            break
    return tuple(t for t in tokens[start:at] if t.tag is not Tag.CONJUNCTION), at


def _adjective_run(tokens: Sequence[Token], at: int) -> int:
    """How many tokens a participle used as an adjective takes: 1 in "seized assets", 3 in "leased and owned buildings",
    0 when it is no adjective.
    """
    tags = [t.tag for t in tokens[at : at + 4]]
    if tags[1:2] == [Tag.WORD]:
        return 1
    if tags[1:4] in ([Tag.CONJUNCTION, Tag.PARTICIPLE, Tag.WORD], [Tag.CONJUNCTION, Tag.VERB, Tag.WORD]):
        return 3
    return 0


def _starts_name(tokens: Sequence[Token], at: int) -> bool:
    """A capitalised word after lower-case ones starts something else: "420 guns Washington said"."""
    return tokens[at].tag is Tag.NAME and tokens[at - 1].tag is Tag.WORD and tokens[at - 1].text[0].islower()


def _noun_after(tokens: Sequence[Token], at: int, *, measure: bool) -> tuple[tuple[Token, ...], tuple[Token, ...], int]:
    start = _past_restatement(tokens, at + 1)
    while start < len(tokens) and tokens[start].tag is Tag.ADVERB and tokens[start].lower != "so":
        start += 1
    linked = start < len(tokens) and tokens[start].lower in _MEASURE_LINKS
    if measure and linked:
        start = _past_links(tokens, start)
    elif linked and tokens[start].lower == "of" and not measure:
        return (), (), at + 1
    noun, end = noun_phrase(tokens, start)
    if measure and linked and noun and noun[-1].tag is Tag.NAME:
        return (), (), at + 1
    if end < len(tokens) and tokens[end].tag is Tag.CALENDAR:
        return (), (), at + 1
    named_before = at > 1 and tokens[at - 1].lower == "of" and tokens[at - 2].tag in _NOMINAL
    if not noun or (measure and linked and named_before and tokens[start - 1].lower in _LOOSE_LINKS):
        return (), (), at + 1
    also, end = _joined(tokens, end, governed=tokens[at - 1].tag is Tag.PREPOSITION if at else False)
    return noun, also, end


def _past_restatement(tokens: Sequence[Token], start: int) -> int:
    """Over "(1,058.2 pounds)" to the noun that both figures measure."""
    shape = tokens[start : start + 3]
    said_again = len(shape) == 3 and shape[0].lower == "(" and shape[1].tag is Tag.FIGURE and shape[2].lower == ")"
    return start + 3 if said_again else start


def _past_links(tokens: Sequence[Token], start: int) -> int:
    """Over "worth of", "in", "of the" to the noun."""
    while start < len(tokens) and (
        tokens[start].lower in _MEASURE_LINKS or tokens[start].tag is Tag.DETERMINER or tokens[start].tag is Tag.ADVERB
    ):
        start += 1
    return start


def _joined(tokens: Sequence[Token], end: int, *, governed: bool = False) -> tuple[tuple[Token, ...], int]:
    """A second noun after "and": "cash and assets", "firefighters and other personnel"; not a new clause or figure.

    `governed` says that a preposition rules the figure ("a plane with 58 passengers and crew went down"): then a verb
    behind the second noun has another subject.
    """
    if end + 1 >= len(tokens) or tokens[end].lower not in ("and", "&"):
        return (), end
    second, stop = noun_phrase(tokens, end + 1)
    if not second or any(t.tag is Tag.NAME for t in second):
        return (), end
    follows = tokens[stop].tag if stop < len(tokens) else Tag.STOP
    new_clause = follows is Tag.FIGURE or (follows is Tag.VERB and not governed)
    return ((), end) if new_clause else (second, stop)


def _complement(tokens: Sequence[Token], end: int) -> tuple[tuple[Token, ...], int]:
    """The phrases that narrow a noun down: "incidents of overheating", "damage to property"."""
    found: list[Token] = []
    while end < len(tokens) and tokens[end].lower in (
        "of",
        "in",
        "with",
        "to",
        "on",
        "for",
        "from",
        "against",
        "under",
    ):
        start = end + 1
        while start < len(tokens) and tokens[start].tag in (Tag.DETERMINER, Tag.ADVERB):
            start += 1
        phrase, stop = noun_phrase(tokens, start)
        if not phrase:
            break
        if tokens[end].lower in ("of", "to", "with"):
            found.extend(phrase)
        elif tokens[end].lower == "in":
            found.extend(phrase if phrase[-1].tag is Tag.WORD else ())
        end = stop
    return tuple(found), end


def _is_partitive(tokens: Sequence[Token], at: int) -> bool:
    return at + 2 < len(tokens) and tokens[at + 1].lower == "of" and tokens[at + 2].tag in (Tag.DETERMINER, Tag.PRONOUN)


def _whole_of(tokens: Sequence[Token], at: int) -> tuple[tuple[Token, ...], int]:
    """The noun that a part is taken out of: "34 of the patients", "two of the 35 fasteners"; none in "171 of those"."""
    start = at + 3 if at + 3 < len(tokens) and tokens[at + 3].tag is not Tag.FIGURE else at + 4
    noun, end = noun_phrase(tokens, start)
    return (noun, end) if noun else ((), at + 1)


def _verbs_after(tokens: Sequence[Token], end: int, grammar: Grammar) -> tuple[Token, ...]:
    """Verbs whose subject the figure's noun is, or participles that describe it, within the clause."""
    found: list[Token] = []
    at = end
    if at < len(tokens) and tokens[at].tag is Tag.COMMA:
        return ()
    while at < len(tokens) and at - end < 12:
        token = tokens[at]
        if token.tag in (Tag.VERB, Tag.PARTICIPLE):
            found.append(token)
            if _ends_verbs(tokens, at, grammar):
                break
        elif (
            (token.tag is Tag.WORD and any(t.tag is Tag.VERB for t in found))
            or token.tag in (Tag.STOP, Tag.FIGURE)
            or (token.tag is Tag.COMMA and not _is_parenthesis(tokens, at))
            or (token.tag is Tag.CONJUNCTION and not found)
            or (token.lower == "to" and found)
        ):
            break
        at += 1
    return tuple(found)


def _ends_verbs(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether the verb at `at` says what was done, and no second one is joined to it ("killed and wounded")."""
    if tokens[at].tag is not Tag.VERB or tokens[at].lemma in grammar.empty:
        return False
    joined = [t.tag for t in tokens[at + 1 : at + 3]]
    return joined not in ([Tag.CONJUNCTION, Tag.VERB], [Tag.CONJUNCTION, Tag.PARTICIPLE])


def _is_predicated(tokens: Sequence[Token], end: int) -> bool:
    """Whether an auxiliary and a verb come right behind the noun."""
    at = end
    while at < len(tokens) and tokens[at].tag in (Tag.AUXILIARY, Tag.ADVERB):
        at += 1
    return end < at < len(tokens) and tokens[at].tag in (Tag.VERB, Tag.PARTICIPLE)


def _is_parenthesis(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].tag is Tag.RELATIVE


def _verbs_before(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """Verbs left of the figure in its sentence, nearest first; a list under one verb shares it.

    Verbs of a relative clause ("pills laced …, which could kill …") rule nothing beyond it, and in a list with
    semicolons only what stands before the colon rules every item.
    """
    found: list[Token] = []
    index = at - 1
    while index >= max(0, at - _MAX_REACH):
        token = tokens[index]
        if token.lower in (".", "!", "?"):
            break
        if token.lower == ";":
            index = _colon_before(tokens, index)
            continue
        if token.tag in (Tag.VERB, Tag.PARTICIPLE):
            relative = _relative_before(tokens, index)
            if relative is not None and any(t.tag is Tag.COMMA for t in tokens[index:at]):
                index = relative - 1
                continue
            found.append(token)
        index -= 1
    return tuple(found)


def _governor(tokens: Sequence[Token], at: int) -> Token | None:
    """The verb right before the figure, with nothing but adverbs and articles between."""
    index = at - 1
    while index >= 0 and tokens[index].tag in (Tag.ADVERB, Tag.DETERMINER):
        index -= 1
    return tokens[index] if index >= 0 and tokens[index].tag is Tag.VERB else None


def _colon_before(tokens: Sequence[Token], at: int) -> int:
    """Index before the nearest colon left of `at`, -1 when there is none: then nothing rules beyond the semicolon."""
    for index in range(at - 1, -1, -1):
        if tokens[index].lower == ":":
            return index - 1
    return -1


def _relative_before(tokens: Sequence[Token], verb: int) -> int | None:
    """Index of the "which" that opens the clause of the verb, None when the clause is a main one."""
    for index in range(verb - 1, max(verb - 6, 0) - 1, -1):
        if tokens[index].tag is Tag.RELATIVE and tokens[index - 1].tag in (Tag.WORD, Tag.NAME, Tag.COMMA):
            return index
        if tokens[index].tag in (Tag.COMMA, Tag.STOP, Tag.FIGURE):
            return None
    return None


def _subject(tokens: Sequence[Token], at: int, grammar: Grammar) -> tuple[tuple[Token, ...], bool]:
    """The noun phrase that a linking verb, a colon, a bar or "of" ties to the figure, and whether it stands right
    there.
    """
    left = at - 1
    while left >= 0 and (tokens[left].tag is Tag.ADVERB or tokens[left].lower in ("at", "to", "by", "as", "a", "some")):
        left -= 1
    if left < 0:
        return (), False
    if tokens[left].lower in _WORTH:
        return _phrase_ending(tokens, left - 1), True
    if tokens[left].lower in (":", "|", "of", "–"):
        return _phrase_ending(tokens, left - 1), True
    if tokens[left].tag in (Tag.WORD, Tag.NAME) and left != at - 1:
        return _phrases_ending(tokens, left), False
    reach = 0
    while left >= 0 and reach < _SUBJECT_REACH:
        token = tokens[left]
        if token.tag is Tag.AUXILIARY or (token.tag in (Tag.VERB, Tag.PARTICIPLE) and token.lemma in grammar.linking):
            return _clause_subject(tokens, left), False
        if token.tag in (Tag.STOP, Tag.VERB):
            return (), False
        left -= 1
        reach += 1
    return (), False


def _clause_subject(tokens: Sequence[Token], verb: int) -> tuple[Token, ...]:
    """The first noun phrase of the clause that ends in the verb, without what hangs on it by a preposition."""
    start = verb
    while start > 0 and tokens[start - 1].tag not in (Tag.STOP, Tag.RELATIVE, Tag.CONJUNCTION):
        if tokens[start - 1].tag is Tag.COMMA and _opens_clause(tokens, start):
            break
        start -= 1
    at = start
    while at < verb and tokens[at].tag in (Tag.DETERMINER, Tag.ADVERB, Tag.COMMA, Tag.CALENDAR, Tag.OTHER):
        at += 1
    if tokens[at].tag is Tag.PREPOSITION:
        return _phrases_ending(tokens, verb - 1)
    phrase, end = noun_phrase(tokens, at)
    if end < verb and tokens[end].lower == "of" and phrase:
        inner, stop = noun_phrase(tokens, end + 2 if tokens[end + 1].tag is Tag.DETERMINER else end + 1)
        second, _ = _joined(tokens, stop)
        return (*inner, *second, *phrase)
    second, _ = _joined(tokens, end)
    return (*second, *phrase)


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].tag in (Tag.DETERMINER, Tag.PRONOUN, Tag.NAME, Tag.WORD)


def _phrase_ending(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The noun phrase whose last word is at or before `at`."""
    end = at
    while end >= 0 and tokens[end].tag in (Tag.ADVERB, Tag.DETERMINER, Tag.OTHER, Tag.PREPOSITION):
        end -= 1
    start = end
    while start >= 0 and tokens[start].tag in (Tag.WORD, Tag.NAME, Tag.PARTICIPLE) and end - start < 6:
        start -= 1
    return tuple(tokens[start + 1 : end + 1])


def _phrases_ending(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The noun phrase that ends at `at`, and the one that it hangs on by "of", the head last: "the population of the
    mainland".
    """
    inner = _phrase_ending(tokens, at)
    if not inner:
        return ()
    before = tokens.index(inner[0]) - 1
    if before > 0 and tokens[before].tag is Tag.DETERMINER:
        before -= 1
    if before <= 0 or tokens[before].lower != "of":
        return inner
    return (*inner, *_phrase_ending(tokens, before - 1))


def _predicate(tokens: Sequence[Token], end: int, grammar: Grammar) -> tuple[Token, ...]:
    """The noun after "were": "the other 14,000 were managers"."""
    if (
        end + 1 >= len(tokens)
        or tokens[end].tag is not Tag.AUXILIARY
        or tokens[end].lower not in ("was", "were", "are")
    ):
        return ()
    phrase, stop = noun_phrase(tokens, end + 1)
    verbal = stop < len(tokens) and tokens[stop].tag in (Tag.PARTICIPLE, Tag.VERB)
    return () if verbal or not phrase or phrase[-1].lemma in grammar.verbs else phrase
