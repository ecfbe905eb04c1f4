"""Which sum of money a figure is: its own name, what is worth so much, or the verb that says what was paid."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Aspect
from claimcheck.model.quantity import Quantity
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.entities import PERSON, canonical_entity, is_name, lemma_of
from claimcheck.resolve.phrases import noun_phrase, phrase_ending
from claimcheck.resolve.sums import VALUE, measured_by_verb, tells_value
from claimcheck.resolve.verbs import place_of

WAGE = "wage"
INSURER = "insurer"
EXECUTIVE = "executive"
INSURED = "insured loss"
MARKET_VALUE = "market value"
PRICE = "price"
FINE = "fine"
_PAID = frozenset({"net income", "payment"})
_BORNE = frozenset({"net loss", "loss", "cost", "payment", "damage", "claim"})
_EVERY = frozenset({"a", "per", "each", "every"})
_TIMES = frozenset({"year", "season", "month", "week", "day", "hour"})
_INFLICTING = frozenset({"cause", "inflict", "impose", "guarantee", "cover", "insure", "absorb", "wreak"})
_VERBAL = (Tag.VERB, Tag.PARTICIPLE)
_NOMINAL = (Tag.WORD, Tag.NAME)
_PURPOSE = frozenset({"for", "on", "to"})
_PASSING = (Tag.ADVERB, Tag.AUXILIARY, Tag.DETERMINER, Tag.COMMA)
_BRACKET_REACH = 8
_APPOSED = 3
_WORTH_REACH = 5
_FIRM_REACH = 7
_INSURED_REACH = 6
_GIVEN_REACH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What a sum is called and why; `settled` says that nothing else is done with it."""

    entity: str
    why: str
    settled: bool = False


def sum_of(
    tokens: Sequence[Token],
    at: int,
    quantity: Quantity,
    aspect: Aspect,
    words: Sequence[Token],
    vocabulary: Vocabulary,
) -> Sum | None:
    """The sum that a figure without a rate for each share is, None where the noun beside it says so alone."""
    entity = canonical_entity([lemma_of(t) for t in words], vocabulary)[0]
    found = (
        _worth(tokens, at, words, entity, vocabulary)
        or _from_operations(tokens, words, vocabulary)
        or _named(tokens, words, vocabulary)
        or _done(tokens, at, quantity, aspect, words, entity, vocabulary)
    )
    told = found.entity if found is not None else entity
    if told in _BORNE and _on_insurers(tokens, at, vocabulary):
        return Sum(entity=INSURED, why="a loss of insurers", settled=True)
    return found


def _worth(
    tokens: Sequence[Token], at: int, words: Sequence[Token], entity: str | None, vocabulary: Vocabulary
) -> Sum | None:
    """What something is worth, where it is no sum itself: "Assets of the miner worth $3 billion" are assets."""
    bearer = _bearer(tokens, at, vocabulary)
    if bearer is not None:
        return Sum(entity=bearer, why=f"the sum that is worth so much: “{bearer}”", settled=bearer == PRICE)
    if not tells_value(tokens, at):
        return None
    firm = _firm_valued(tokens, at, vocabulary)
    if firm is not None:
        return Sum(entity=firm, why="what a firm is put at")
    behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    beside = bool(words) and words[0].span.start > tokens[at].span.start and behind != "on"
    if beside or (words and entity in vocabulary.sums):
        return None
    return Sum(entity=VALUE, why="what something is worth")


def _bearer(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> str | None:
    """The sum that a "worth" or "valued at" before the figure, or a "worth of" behind it, tells the size of; None when
    none is named.
    """
    place = next((i for i in range(at - 1, max(-1, at - _WORTH_REACH), -1) if _tells_worth(tokens, i)), None)
    if place is None:
        return None
    end = place - 1
    while end >= 0 and (tokens[end].tag in _PASSING or tokens[end].lower in ("estimated", "said", "believed")):
        end -= 1
    if end >= 0 and tokens[end].tag is Tag.VERB and tokens[end].lemma in vocabulary.sums:
        return tokens[end].lemma  # "did damage worth $2 billion"
    while end >= 0:
        phrase = phrase_ending(tokens, end)
        if not phrase:
            return None
        named = _sum_name(phrase, vocabulary)
        if named is not None:
            return named
        end = place_of(tokens, phrase[0]) - 1
        while end >= 0 and tokens[end].tag is Tag.DETERMINER:
            end -= 1
        if end < 0 or tokens[end].lower not in ("of", "in"):
            return None
        end -= 1
    return None


def _firm_valued(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> str | None:
    """What a sum is that a firm is valued at: its price in a deal, else its market value; None where nothing is valued,
    or a thing is.
    """
    if tokens[at - 1].lower != "at":
        return None
    index = next((i for i in range(at - 2, max(-1, at - _FIRM_REACH), -1) if tokens[i].lemma == "value"), None)
    if index is None or tokens[index].tag not in _VERBAL or index == at - 2:
        return None
    phrase, _ = noun_phrase(tokens, index + 2 if tokens[index + 1].tag is Tag.DETERMINER else index + 1)
    firm = bool(phrase) and (
        phrase[-1].tag is Tag.NAME or canonical_entity([lemma_of(t) for t in phrase], vocabulary)[0] == "company"
    )
    if not firm and tokens[index + 1].lower != "it":
        return None
    subject = phrase_ending(tokens, index - 1)
    named = _sum_name(subject, vocabulary) if subject else None
    return PRICE if named in (PRICE, "bid") else MARKET_VALUE


def _tells_worth(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    return token.lower == "worth" or (token.lower == "valued" and tokens[index + 1].lower == "at")


def _sum_name(phrase: Sequence[Token], vocabulary: Vocabulary) -> str | None:
    """The sum that a noun phrase names: "aid package", "the frozen assets", "the deal"; None for a thing."""
    entity = canonical_entity([lemma_of(t) for t in phrase], vocabulary)[0]
    measure = vocabulary.sum_nouns.get(phrase[-1].lemma)
    return entity if entity in vocabulary.sums else measure


def _named(tokens: Sequence[Token], words: Sequence[Token], vocabulary: Vocabulary) -> Sum | None:
    """The sum that the head of a phrase is the name of: "a loss", "Beta's $2 billion takeover", "an arms deal"; "storm
    losses" are of a kind of their own.
    """
    telling = [w for w in words if w.lemma not in vocabulary.grammar.weak_modifiers]
    if not telling or telling[-1].tag not in _NOMINAL:
        return None
    head = telling[-1]
    measure = vocabulary.sum_nouns.get(head.lemma)
    if measure is None and len(telling) == 1 and head.lemma not in vocabulary.entities:
        measure = vocabulary.measure_verbs.get(head.lemma)
    if measure is None or _of_others(tokens, words[0]):
        return None
    if head.lemma in vocabulary.sum_nouns:
        if " ".join(lemma_of(t) for t in words[-2:]) in vocabulary.entities:
            return None
    elif not all(_plain(w, vocabulary) for w in telling[:-1]):
        return None
    deed = vocabulary.noun_actions.get(head.lemma) if head.lemma in vocabulary.sum_nouns else None
    return Sum(entity=measure, why=f"the name of a sum: “{head.text}”", settled=deed == "settle")


def _from_operations(tokens: Sequence[Token], words: Sequence[Token], vocabulary: Vocabulary) -> Sum | None:
    """As in "a loss from continuing operations of $965 million": what comes from operations is named before them."""
    if not words or words[-1].lemma != "operation":
        return None
    end = place_of(tokens, words[0]) - 1
    if end < 1 or tokens[end].lower != "from":
        return None
    phrase = phrase_ending(tokens, end - 1)
    lemmas = [lemma_of(t) for t in phrase]
    entity = canonical_entity(lemmas, vocabulary)[0]
    entity = vocabulary.measure_verbs.get(lemmas[-1], entity) if lemmas else None
    return Sum(entity=entity, why="what comes from operations") if entity is not None else None


def _plain(word: Token, vocabulary: Vocabulary) -> bool:
    """Whether a word before the name of a sum makes no other thing of it: a name, another such name, a deed."""
    return is_name(word) or word.lemma in vocabulary.sum_nouns or word.lemma in vocabulary.noun_actions


def _done(
    tokens: Sequence[Token],
    at: int,
    quantity: Quantity,
    aspect: Aspect,
    words: Sequence[Token],
    entity: str | None,
    vocabulary: Vocabulary,
) -> Sum | None:
    """What the verb before a sum says that it is."""
    behind = bool(words) and words[0].span.start > tokens[at].span.start
    if behind and (entity in vocabulary.sums or words[-1].lemma in vocabulary.sum_nouns):
        return _saved(tokens, at, entity, vocabulary)
    purpose = bool(tokens[at + 1 : at + 2]) and tokens[at + 1].lower in _PURPOSE
    ruled = (
        at > 0 and aspect is Aspect.LEVEL and entity not in vocabulary.volatile and _is_ruled(tokens, at, vocabulary)
    )
    recipient = _in_name_of(tokens, at, vocabulary) if purpose else None
    if recipient is not None:
        return Sum(entity=recipient, why="what it is given as")
    measured = measured_by_verb(tokens, at, vocabulary) if entity is None or purpose or ruled else None
    if measured is None and entity is None:
        named = _apposed(tokens, at, vocabulary)
        if named is not None:
            return Sum(entity=named, why="the sum that it stands beside")
    if measured is None:
        paid = quantity.per in _TIMES and at > 0 and tokens[at - 1].lower == "on" and entity is None
        return Sum(entity=WAGE, why="what somebody is on") if paid else None
    measure, verb = measured
    if measure == "payment" and _under_settlement(tokens, at, vocabulary):
        measure = FINE
    if measure in _PAID and (
        quantity.per in _TIMES or _each_time(tokens, at) or _is_pay(tokens, measure, verb, vocabulary)
    ):
        measure = WAGE
    return Sum(entity=measure, why=f"measured by “{verb.text}”")


def _under_settlement(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """As in "Under the settlement the firm pays $5 million"."""
    for index in range(at - 2):
        if tokens[index].lower == "under":
            start = index + 2 if tokens[index + 1].tag is Tag.DETERMINER else index + 1
            phrase, _ = noun_phrase(tokens, start)
            return bool(phrase) and _sum_name(phrase, vocabulary) == FINE
    return False


def _apposed(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> str | None:
    """The sum that a figure between commas tells the size of: "The fine, $5 billion, is a record"."""
    if at < _APPOSED or tokens[at - 1].tag is not Tag.COMMA or at + 1 >= len(tokens):
        return None
    if tokens[at + 1].tag is not Tag.COMMA or tokens[at - 2].tag not in _NOMINAL:
        return None
    phrase = phrase_ending(tokens, at - 2)
    return _sum_name(phrase, vocabulary) if phrase else None


def _each_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sum is paid again each time, told behind what it is in other money: "€100 million (£90 million) per
    season", "€42 million net per year".
    """
    lowers = [t.lower for t in tokens[at + 1 : at + _BRACKET_REACH]]
    closed = lowers.index(")") + 1 if ")" in lowers and lowers[0] in "()" else 0
    index = at + 1 + closed + (lowers[closed : closed + 1] in (["net"], ["gross"]))
    behind = [t.lower for t in tokens[index : index + 2]]
    return len(behind) == 2 and behind[0] in _EVERY and behind[1] in _TIMES


def _in_name_of(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> str | None:
    """The sum that is named behind who gets it: "will give $5 million to the town in aid"."""
    for index in range(at + 2, min(len(tokens), at + _GIVEN_REACH)):
        token = tokens[index]
        if token.lower in ("in", "as"):
            phrase, _ = noun_phrase(tokens, index + 1)
            return _sum_name(phrase, vocabulary) if phrase else None
        if token.tag not in (Tag.DETERMINER, Tag.WORD, Tag.NAME):
            return None
    return None


def _saved(tokens: Sequence[Token], at: int, entity: str | None, vocabulary: Vocabulary) -> Sum | None:
    """As in "will cut $1.5 billion of costs": a cost that is cut is saved."""
    if entity != "cost" or not at or tokens[at - 1].tag not in _VERBAL:
        return None
    verb = tokens[at - 1]
    cut = vocabulary.measure_verbs.get(verb.lemma) == "saving"
    return Sum(entity="saving", why=f"measured by “{verb.text}”") if cut else None


def _is_ruled(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a verb that names a sum stands right before it: "the brewer lost $4 billion", "was budgeted at $2m"."""
    verb, particle = tokens[at - 1], ""
    if verb.tag not in _VERBAL and at > 1:
        verb, particle = tokens[at - 2], verb.lower
    if not particle:
        return verb.tag is Tag.VERB
    known = vocabulary.measure_verbs
    return particle == "back" or f"{verb.lemma} {particle}" in known or tokens[at - 1].lemma in known


def _is_pay(tokens: Sequence[Token], measure: str, verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether a person earned a sum, or the head of a firm was paid it."""
    index = place_of(tokens, verb)
    if measure != "payment":
        return _by_person(tokens, verb, vocabulary)
    passive = index > 0 and tokens[index - 1].tag is Tag.AUXILIARY and verb.lower == "paid"
    phrase = phrase_ending(tokens, index - 2) if passive and index > 1 else ()
    return bool(phrase) and canonical_entity([lemma_of(t) for t in phrase], vocabulary)[0] == EXECUTIVE


def _by_person(tokens: Sequence[Token], verb: Token, vocabulary: Vocabulary) -> bool:
    """Whether a person is the subject of a verb: what he earned is no firm's profit."""
    index = place_of(tokens, verb) - 1
    while index >= 0 and tokens[index].tag in (Tag.ADVERB, Tag.AUXILIARY):
        index -= 1
    if index < 0:
        return False
    if tokens[index].tag is Tag.PRONOUN:
        return tokens[index].lower in ("he", "she", "who")
    known = canonical_entity([lemma_of(t) for t in phrase_ending(tokens, index)], vocabulary)[0]
    return known == PERSON or vocabulary.entity_kinds.get(known or "") == PERSON


def _on_insurers(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether insurers as such bear a loss: "will cost insurers $9 billion", "insured damage"; one insurer's own result
    is none.
    """
    first = max((i for i in range(at) if tokens[i].tag in (Tag.STOP, Tag.FIGURE)), default=-1) + 1
    for index in range(first, min(len(tokens), at + _INSURED_REACH)):
        token = tokens[index]
        if index > at and token.tag in (Tag.STOP, Tag.FIGURE, Tag.COMMA):
            return False
        if token.lower == "insured" and index + 1 < len(tokens) and tokens[index + 1].tag in _NOMINAL:
            return True
        if token.tag not in _NOMINAL:
            continue
        several = token.lemma != token.lower or token.lemma == "industry"
        phrase = [t.lemma for t in tokens[max(first, index - 1) : index + 1]]
        if several and (vocabulary.entities.get(" ".join(phrase)) or vocabulary.entities.get(token.lemma)) == INSURER:
            return True
    return False


def _of_others(tokens: Sequence[Token], first: Token) -> bool:
    """Whether the verb before a phrase that starts with `first` tells of a loss that is not its subject's result: "will
    guarantee losses of $9 billion", "caused losses worth $2 billion"; not "posted a loss", "narrowed its loss to".
    """
    at = place_of(tokens, first) - 1
    while at > 0 and tokens[at].tag in (Tag.DETERMINER, Tag.ADVERB):
        at -= 1
    return at >= 0 and tokens[at].tag in _VERBAL and tokens[at].lemma in _INFLICTING
