"""The verbs around a figure: those that its noun is the subject of, and those that rule it from the left."""

from bisect import bisect_left
from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.vocabulary import Grammar
from claimcheck.resolve.insertions import past_aside, past_insertion
from claimcheck.resolve.phrases import noun_phrase

_MAX_REACH = 60
_AFTER_REACH = 12
_VERBAL = (Tag.VERB, Tag.PARTICIPLE)
_OPENERS = frozenset({Tag.VERB, Tag.DETERMINER, Tag.PREPOSITION, Tag.CONJUNCTION, Tag.COMMA, Tag.FIGURE})
_PARTICLES = frozenset({"down", "out", "up", "off"})
_SUBJECTS = frozenset({Tag.DETERMINER, Tag.NAME, Tag.PRONOUN, Tag.WORD, Tag.PREPOSITION})
_INCLUSIVE = frozenset({"including", "of", "with", "like", "as", "than", "worth", "after", "before", "by"})
_LINKS = frozenset({"of", "per", "than", "as", "like", "including", "worth", "due"})
_SUBORDINATE = frozenset({"before", "after", "since", "until", "till", "as", "because"})
_SETTING = frozenset({"when", "while", "where", "although", "though", "whereas"})
_CONTRAST = frozenset({"but", "while", "whereas", "although", "though"})
_ACTORS = frozenset({"it", "they", "he", "she", "we", "i", "you", "who", "others", "there"})
_IN_PLACES = frozenset({Tag.PREPOSITION, Tag.DETERMINER, Tag.FIGURE, Tag.WORD, Tag.NAME, Tag.ADVERB})
_PLACES_REACH = 12
_CLAUSE_REACH = 24
_PREDICATES = frozenset({Tag.AUXILIARY, Tag.VERB, Tag.PARTICIPLE, Tag.ADVERB})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't"})


def verbs_after(tokens: Sequence[Token], end: int, grammar: Grammar) -> tuple[Token, ...]:
    """Verbs whose subject the figure's noun is, or participles that describe it, within the clause."""
    found: list[Token] = []
    helped: list[Token] = []
    ruled = False
    at = past_aside(tokens, past_insertion(tokens, end))
    behind = _past_clause(tokens, at)
    if behind is not None:
        return verbs_after(tokens, behind, grammar) or verbs_after(tokens[:behind], end, grammar)
    if at < len(tokens) and tokens[at].tag is Tag.COMMA and not _is_parenthesis(tokens, at):
        return ()
    while at < len(tokens) and at - end < _AFTER_REACH:
        token = tokens[at]
        if token.tag in _VERBAL:
            found.append(token)
            ruled = ruled or (token.tag is Tag.VERB and not is_reduced(tokens, at))
            if tokens[at - 1].tag in (Tag.AUXILIARY, Tag.ADVERB) and at - 1 >= end:
                helped.append(token)
            if _ends_verbs(tokens, at, grammar):
                break
        elif (
            (token.tag is Tag.WORD and ruled)
            or turns_away(tokens, at)
            or token.tag in (Tag.STOP, Tag.FIGURE)
            or (token.tag is Tag.COMMA and not _is_parenthesis(tokens, at))
            or (token.tag is Tag.CONJUNCTION and not found)
            or (token.lower == "to" and found and not _raises(tokens, at, found, grammar))
        ):
            break
        at += 1
    if helped and found[0].lower.endswith("ing") and found[0] is not helped[0]:
        return tuple(helped)  # "vans carrying fuel were stopped": the main verb is the one with an auxiliary
    return tuple(found)


def _past_clause(tokens: Sequence[Token], at: int) -> int | None:
    """Behind a relative clause between commas that parts a noun from its verb: "Four gunmen, who had barricaded
    themselves in a school, were killed"; None for any other place.
    """
    if at + 1 >= len(tokens) or tokens[at].tag is not Tag.COMMA or tokens[at + 1].tag is not Tag.RELATIVE:
        return None
    for close in range(at + 2, min(len(tokens) - 1, at + _CLAUSE_REACH)):
        if tokens[close].tag is Tag.STOP:
            return None
        if tokens[close].tag is Tag.COMMA and tokens[close + 1].tag is Tag.AUXILIARY:
            return close + 1
    return None


def turns_away(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause of its own circumstances opens at `at`, which tells nothing of what stands before it: "wounded
    nine before he was shot dead", "15 when a second bomb went off".
    """
    word = tokens[at].lower
    if word in _SETTING:
        return True
    return word in _SUBORDINATE and at + 1 < len(tokens) and tokens[at + 1].lower in _ACTORS


def past_partners(tokens: Sequence[Token], at: int, end: int) -> int:
    """Over others who share the verb of a figure that opens its clause: "two passengers and the pilot were killed";
    `end` itself where something rules the figure, or where they have no verb behind them.
    """
    stop = end
    while stop + 1 < len(tokens) and (tokens[stop].tag is Tag.COMMA or tokens[stop].lower == "and"):
        last = tokens[stop].lower == "and"
        start = stop + 2 if tokens[stop + 1].tag is Tag.DETERMINER else stop + 1
        phrase, stop = noun_phrase(tokens, start)
        if not phrase:
            return end
        if last:
            shared = stop < len(tokens) and tokens[stop].tag in _PREDICATES
            return stop if shared and not _is_ruled(tokens, at) else end
    return end


def past_counted(tokens: Sequence[Token], at: int, end: int) -> int:
    """Over others who are counted beside the figure and share its verb: "17 officers and 45 protesters were injured";
    `end` itself where something rules the figure, or where the verb is not theirs together.
    """
    stop = end
    while stop + 1 < len(tokens) and (tokens[stop].tag is Tag.COMMA or tokens[stop].lower == "and"):
        last, headline = tokens[stop].lower == "and", stop == end
        start = stop + 1
        while start < len(tokens) and tokens[start].tag in (Tag.ADVERB, Tag.DETERMINER):
            start += 1
        counted = start < len(tokens) and tokens[start].tag is Tag.FIGURE
        if headline and not counted:
            return end
        phrase, stop = noun_phrase(tokens, start + counted)  # "12 soldiers, three officers and a child were killed"
        if not phrase:
            return end
        if headline and not last and stop < len(tokens) and tokens[stop].tag in _VERBAL:
            return end if verbs_before(tokens, at) else stop  # "340 homes, 12 businesses destroyed in fire"
        if last:
            shared = stop < len(tokens) and tokens[stop].tag in (Tag.AUXILIARY, Tag.VERB)
            return stop if shared and not _is_ruled(tokens, at) else end
    return end


def _is_ruled(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb before the figure rules it; none does over a colon that opens a clause with a verb of its own."""
    return bool(at) and tokens[at - 1].lower != ":" and bool(verbs_before(tokens, at))


def past_counted_places(tokens: Sequence[Token], end: int) -> int:
    """Over phrases behind a noun that hold figures of their own, to the verb of the noun: "35 people from nine states
    have been sickened", "flights in and out of the three airports were cancelled"; `end` itself where no verb follows.
    """
    at, counted = end, False
    while at + 1 < len(tokens) and at - end < _PLACES_REACH:
        joins = tokens[at].tag is Tag.CONJUNCTION and tokens[at + 1].tag is Tag.PREPOSITION
        if tokens[at].tag not in _IN_PLACES and not joins:
            break
        counted = counted or tokens[at].tag is Tag.FIGURE
        at += 1
    opens = end < len(tokens) and tokens[end].tag is Tag.PREPOSITION
    verbal = at < len(tokens) and tokens[at].tag in (Tag.AUXILIARY, Tag.VERB)
    return at if opens and counted and verbal else end


def hangs_on_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether the figure stands in a phrase that only narrows down another noun, whose verb is not its own:
    "firefighters from 12 states are fighting".
    """
    index = at - 1
    while index >= 0 and tokens[index].tag in (Tag.ADVERB, Tag.DETERMINER):
        index -= 1
    if index < 1 or tokens[index].tag is not Tag.PREPOSITION or tokens[index].lower in _INCLUSIVE:
        return False
    return tokens[index - 1].tag in (Tag.WORD, Tag.NAME)


def _raises(tokens: Sequence[Token], at: int, found: Sequence[Token], grammar: Grammar) -> bool:
    """Whether the infinitive behind "to" tells what the subject does: "are known to have died"."""
    return found[-1].lemma in grammar.raising and any(
        t.tag in (Tag.VERB, Tag.AUXILIARY) for t in tokens[at + 1 : at + 3]
    )


def _ends_verbs(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether the verb at `at` says what was done, and no second one is joined to it ("killed and wounded")."""
    if tokens[at].tag is not Tag.VERB or tokens[at].lemma in grammar.empty or tokens[at].lemma in grammar.raising:
        return False
    if is_reduced(tokens, at) and tokens[at].lemma not in grammar.linking:
        return False  # "vans fitted with explosives were stopped"
    joined = [t.tag for t in tokens[at + 1 : at + 3]]
    return joined not in ([Tag.CONJUNCTION, Tag.VERB], [Tag.CONJUNCTION, Tag.PARTICIPLE])


def is_reduced(tokens: Sequence[Token], at: int) -> bool:
    """Whether a past form without an auxiliary only describes the noun before it: "pills laced with fentanyl"."""
    described = at + 1 < len(tokens) and tokens[at + 1].lower in ("with", "by")
    return (
        described and at > 0 and tokens[at - 1].tag in (Tag.WORD, Tag.NAME) and tokens[at].lower.endswith(("ed", "en"))
    )


def is_predicated(tokens: Sequence[Token], end: int) -> bool:
    """Whether an auxiliary and a verb come right behind the noun."""
    at = end
    while at < len(tokens) and tokens[at].tag in (Tag.AUXILIARY, Tag.ADVERB):
        at += 1
    return end < at < len(tokens) and tokens[at].tag in _VERBAL


def place_of(tokens: Sequence[Token], token: Token) -> int:
    """Where a token stands in its sentence."""
    return bisect_left(tokens, token.span.start, key=lambda t: t.span.start)


def takes_object(tokens: Sequence[Token], verb: Token) -> bool:
    """Whether an active verb has an object of its own ("40 officers arrested the man"), so that nothing was done with
    its subject.
    """
    at = place_of(tokens, verb)
    if at + 2 >= len(tokens) or verb.tag is not Tag.VERB:
        return False
    left = at - 1
    while left >= 0 and tokens[left].tag is Tag.ADVERB:
        left -= 1
    if left >= 0 and tokens[left].lower in _BE:
        return verb.lower.endswith("ing") and _is_object(tokens, at + 1)
    return _is_object(tokens, at + 1)


def _is_object(tokens: Sequence[Token], at: int) -> bool:
    named = at + 1 < len(tokens) and tokens[at + 1].tag not in (Tag.CALENDAR, Tag.FIGURE)
    return named and tokens[at].tag is Tag.DETERMINER


def _is_parenthesis(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].tag is Tag.RELATIVE


def verbs_before(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """Verbs left of the figure in its sentence, nearest first; a list under one verb shares it.

    Verbs of a relative clause ("pills laced …, which could kill …") rule nothing beyond it, and in a list with
    semicolons only what stands before the colon rules every item. A participle before its noun is an adjective.
    """
    found: list[Token] = []
    own = False
    index = at - 1
    while index >= max(0, at - _MAX_REACH):
        token = tokens[index]
        if token.lower in (".", "!", "?"):
            break
        if token.lower == ";":
            index = _colon_before(tokens, index)
            continue
        if token.lower in _CONTRAST and index + 1 == at:
            break  # "nobody was hurt, but 300 residents had to leave"
        own = own or token.tag is Tag.AUXILIARY
        opens = token.tag in (Tag.CONJUNCTION, Tag.COMMA) and _has_subject(tokens, index + 1)
        if opens and (found or (own and tokens[index + 1].tag is not Tag.PREPOSITION)):
            break
        if token.tag in _VERBAL and not _is_adjective(tokens, index):
            relative = _relative_before(tokens, index)
            if relative is not None and any(t.tag is Tag.COMMA for t in tokens[index:at]):
                index = relative - 1
                continue
            found.append(token)
        index -= 1
    return tuple(found)


def _has_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause with a subject of its own opens at `at`: ", and by then France had gone"."""
    return tokens[at].tag in _SUBJECTS


def _is_adjective(tokens: Sequence[Token], at: int) -> bool:
    """As in "passed modified handsets to"."""
    if tokens[at].tag is not Tag.PARTICIPLE or at + 1 >= len(tokens) or tokens[at + 1].tag is not Tag.WORD or not at:
        return False
    return tokens[at - 1].tag in _OPENERS


def oblique_of(tokens: Sequence[Token], at: int) -> str:
    """The preposition that keeps the figure from being a verb's object ("arrested in 16 countries"); empty for none."""
    index = at - 1
    while index >= 0 and tokens[index].tag in (Tag.ADVERB, Tag.DETERMINER):
        index -= 1
    if index < 0 or tokens[index].tag is not Tag.PREPOSITION or tokens[index].lower in _LINKS:
        return ""
    word, behind = tokens[index].lower, tokens[index - 1].tag if index else Tag.STOP
    if behind in _VERBAL and (word in _PARTICLES or word == "with"):
        return ""  # "shot down 14 drones", "filled with 8.8 tonnes"
    return word


def governor(tokens: Sequence[Token], at: int) -> Token | None:
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
