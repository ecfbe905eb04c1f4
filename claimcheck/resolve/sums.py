"""Sums and shares that no noun names: a verb tells what is measured ("took in $62.9 billion"), or a side of a vote."""

from collections.abc import Sequence
from dataclasses import replace

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Metric, MetricId
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.phrases import noun_phrase
from claimcheck.resolve.races import set_against

PER_SHARE = "earnings per share"
LOSS_PER_SHARE = "loss per share"
STOCK = "share price"
VALUE = "worth"
_VALUES = frozenset({"value", "worth"})
_PROFITS = frozenset({"net income", "net loss", "loss", "profit", "money", "improvement", "share price", "revenue"})
_LARGE = ("million", "billion", "m", "bn", "mln", "bln")
_BEARERS = frozenset({Tag.WORD, Tag.NAME, Tag.PRONOUN})
_EACH = frozenset({"each", "every"})
_PAYING = frozenset({"pay", "offer", "bid", "receive", "get"})
_LOSSES = frozenset({"net loss", "loss", "operating loss", LOSS_PER_SHARE})
_ADJUSTED = frozenset({"adjusted", "non-gaap", "excluding", "stripping"})
_ADJUSTED_REACH = 6
_AGAIN = 3
_A_SHARE = 1000
_OBJECT_REACH = 6
_PHRASE_REACH = 5
_SIDE_REACH = 4
_SOLD_REACH = 24
_CLOSE_REACH = 9
_VALUE_REACH = 7
_OBJECTS = frozenset({Tag.DETERMINER, Tag.PRONOUN, Tag.VERB, Tag.PARTICIPLE})
_PAPERS = frozenset({"vote", "voter", "registered voter", "eligible voter", "ballot paper", "respondent"})
_OTHER_SIDE = {"yes": "no", "no": "yes"}
_SHARES = ("%", "percent", "per cent", "pct")
_LOOSE_SIDES = frozenset({"for", "against", "no"})


def measured_by_verb(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[str, Token] | None:
    """What the verb before a sum says it is, None when none does: "took in $62.9 billion" is revenue, "cost Ford $650m"
    a cost. Only a person or firm may stand between, and anything between "sold" and its "for".
    """
    sold = _sold_for(tokens, at, vocabulary)
    if sold is not None:
        return sold
    for measured in (_by_phrase(tokens, at, vocabulary), _done_behind(tokens, at, vocabulary)):
        if measured is not None:
            return measured
    for index in range(at - 1, max(-1, at - _OBJECT_REACH), -1):
        token = tokens[index]
        if token.tag in (Tag.VERB, Tag.PARTICIPLE):
            measure = _measure(tokens, index, at, vocabulary)
            return (measure, token) if measure is not None else None
        if token.tag is Tag.WORD and index and tokens[index - 1].tag in _BEARERS:
            measure = _measure_of_noun(tokens, index, at, vocabulary)
            if measure is not None:
                return measure, token
        joined = token.tag is Tag.PREPOSITION and tokens[index - 1].tag in (Tag.VERB, Tag.PARTICIPLE)
        if token.tag in (Tag.FIGURE, Tag.STOP, Tag.COMMA, Tag.CONJUNCTION, Tag.RELATIVE) or (
            token.tag is Tag.PREPOSITION and not joined
        ):
            return None
    return None


def _by_phrase(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[str, Token] | None:
    """What a verb of several words measures, none of which may be left out: "made off with $5 million"."""
    for index in range(at - 2, max(-1, at - _PHRASE_REACH), -1):
        phrase = " ".join((tokens[index].lemma, *(t.lower for t in tokens[index + 1 : at])))
        if phrase in vocabulary.measure_verbs:
            return vocabulary.measure_verbs[phrase], tokens[index]
    return None


def _done_behind(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[str, Token] | None:
    """What is done with a sum that is the subject of its clause: "$5 million was stolen in the raid"."""
    if at and tokens[at - 1].tag not in (Tag.STOP, Tag.COMMA, Tag.CONJUNCTION, Tag.ADVERB):
        return None
    index = at + 1
    while index < len(tokens) and tokens[index].tag in (Tag.AUXILIARY, Tag.ADVERB):
        index += 1
    if index == at + 1 or index == len(tokens) or tokens[index].tag not in (Tag.VERB, Tag.PARTICIPLE):
        return None
    measure = vocabulary.measure_verbs.get(tokens[index].lemma)
    return (measure, tokens[index]) if measure is not None else None


def _measure(tokens: Sequence[Token], verb: int, at: int, vocabulary: Vocabulary) -> str | None:
    """What the sum of a verb measures, by its particle ("took in", "set the town back") and what the sum is for ("paid
    for the house", "paid to settle").
    """
    lemma, known = tokens[verb].lemma, vocabulary.measure_verbs
    behind = [t.lower for t in tokens[at + 1 : at + 2]] + [t.lemma for t in tokens[at + 2 : at + 3]]
    for_each = len(behind) > 1 and behind[1] in _EACH
    forms = [
        f"{lemma} {' '.join(behind)}",
        f"{lemma} {behind[0]}" if behind and not for_each else "",
        f"{lemma} {tokens[at - 1].lower}",
        f"{lemma} {tokens[verb + 1].lower}" if verb + 1 < at else "",
        lemma,
    ]
    return next((known[form] for form in forms if form in known), None)


def _measure_of_noun(tokens: Sequence[Token], index: int, at: int, vocabulary: Vocabulary) -> str | None:
    """What a form that is a noun as often measures behind its subject: "the group bid $38 million", "the winner takes
    home $3 million".
    """
    token = tokens[index]
    if index == at - 1:
        finite = token.lemma != token.lower or token.lower in vocabulary.grammar.irregular_verbs
        return vocabulary.measure_verbs.get(token.lemma) if finite else None
    particle = f"{token.lemma} {tokens[index + 1].lower}"
    return vocabulary.measure_verbs.get(particle) if index == at - 2 else None


def _sold_for(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[str, Token] | None:
    """As in "They were sold at hardware stores from June 2015 through March 2018 for between $60 and $110"."""
    index = at - 1
    while index > 0 and (tokens[index].tag in (Tag.ADVERB, Tag.DETERMINER) or tokens[index].lower.endswith("record")):
        index -= 1  # "for a club-record $90 million"
    if index < 1 or tokens[index].lower != "for":
        return None
    for place in range(index - 1, max(-1, index - _SOLD_REACH - 1), -1):
        token = tokens[place]
        if token.tag in (Tag.VERB, Tag.PARTICIPLE):
            with_object = f"{token.lemma} {tokens[place + 1].lower} for"  # "changed hands for"
            measure = vocabulary.measure_verbs.get(with_object) or vocabulary.measure_verbs.get(f"{token.lemma} for")
            return (measure, token) if measure is not None else None
        if place == index - 1 and token.lemma != token.lower and f"{token.lemma} for" in vocabulary.measure_verbs:
            return vocabulary.measure_verbs[f"{token.lemma} for"], token  # "Oil sells for"
        if token.tag in (Tag.STOP, Tag.FIGURE, Tag.RELATIVE):
            return None
    return None


def tells_value(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sum is what something is worth: "worth $38 million", "valued at $38 million", "with a value of $38
    million", "put the street value at $38 million".
    """
    for token in reversed(tokens[max(0, at - _VALUE_REACH) : at]):
        if token.lemma in _VALUES:
            return True
        if token.lower == ":" or (token.tag is Tag.NAME and tokens[at - 1].lower == "at"):
            continue
        if token.tag in (Tag.FIGURE, Tag.STOP, Tag.NAME, Tag.RELATIVE):
            return False
    return False


def per_share_of(
    tokens: Sequence[Token],
    at: int,
    quantity: Quantity,
    entity: str | None,
    vocabulary: Vocabulary,
    told: str | None = None,
) -> str | None:
    """What a sum for each share is: profit or loss, adjusted or not; None for what is neither ("a dividend of $1.64 a
    share"). `told` is the sum right before, which cents behind "or" tell again.
    """
    verb = tokens[at - 1] if at else None
    again = verb is not None and verb.lower == "or" and told is not None
    if again and told not in _PROFITS:
        return None  # "a deal worth $68.7 billion, or $95 a share"
    ruling = vocabulary.measure_verbs.get(verb.lemma) if verb is not None and verb.tag is Tag.VERB else None
    measured = ruling if ruling in _PROFITS and entity not in vocabulary.sums else entity
    measured = told if again else measured
    if not is_per_share(tokens, at, quantity, measured):
        return None
    name = LOSS_PER_SHARE if measured in _LOSSES else PER_SHARE
    return f"adjusted {name}" if _is_adjusted(tokens, at) else name


def is_market_price(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a sum for each share is what the market gave: "closed on Thursday up 8.2% at $42.97 a share", "to end at
    $36.54 a share".
    """
    if not at or tokens[at - 1].lower != "at":
        return False
    for token in reversed(tokens[max(0, at - _CLOSE_REACH) : at - 1]):
        if token.tag in (Tag.VERB, Tag.PARTICIPLE):
            return token.lemma in vocabulary.grammar.closing
        if token.tag is Tag.STOP:
            return False
    return False


def adjusted(metric: Metric, tokens: Sequence[Token], at: int) -> Metric:
    """The metric by its adjusted name, where a profit for each share is told so behind the figure: "EPS: $1.74,
    adjusted"; itself where it is not.
    """
    if metric.entity not in (PER_SHARE, LOSS_PER_SHARE) or not _is_adjusted(tokens, at):
        return metric
    entity = f"adjusted {metric.entity}"
    return replace(metric, entity=entity, id=MetricId(metric.id.replace(metric.entity, entity, 1)))


def _is_adjusted(tokens: Sequence[Token], at: int) -> bool:
    """As in "adjusted profit of $1.32 a share", "excluding one-time items, it earned $1.32 a share", "$1.32 a share,
    excluding items".
    """
    ends = (Tag.STOP,) if at and tokens[at - 1].lower == "or" else (Tag.STOP, Tag.FIGURE)
    first = at
    while first > 0 and tokens[first - 1].tag not in ends:
        first -= 1
    behind = tokens[at + 1 : at + _ADJUSTED_REACH]
    end = next((i for i, t in enumerate(behind) if t.tag in (Tag.STOP, Tag.FIGURE, Tag.CONJUNCTION)), len(behind))
    return any(t.lower in _ADJUSTED for t in (*tokens[first:at], *behind[:end]))


def is_per_share(tokens: Sequence[Token], at: int, quantity: Quantity, entity: str | None) -> bool:
    """Whether a rate for each share is of profit or of nothing named: "earned $2.91 a share", not "a dividend of $1.64
    a share". What is told after "or" of millions needs no "a share".
    """
    if quantity.unit.dimension is not Dimension.MONEY or (entity is not None and entity not in _PROFITS):
        return False
    if quantity.per is None:
        return _per_share_again(tokens, at, quantity)
    if at and tokens[at - 1].lemma in _PAYING:
        return False  # "will pay $128 a share"
    behind = tokens[at + 1].lemma if at + 1 < len(tokens) else ""
    return "share" in (quantity.per, behind)


def _per_share_again(tokens: Sequence[Token], at: int, quantity: Quantity) -> bool:
    """Whether a few dollars only say again what millions were for each share: "$510 million, or 95 cents"."""
    if at < _AGAIN or tokens[at - 1].lower != "or" or tokens[at - 2].tag is not Tag.COMMA:
        return False
    told = tokens[at - _AGAIN]
    large = told.tag is Tag.FIGURE and told.lower.endswith(_LARGE)
    return large and quantity.value is not None and quantity.value < _A_SHARE


def side_of(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> str | None:
    """The side of a vote that a share tells of, None when it tells of none: "voted 51.4 percent against", "voted Yes by
    62.1 percent", "the No side had 49.9 percent", "No: 49.9%". A word behind the figure is asked before those in front.
    Of two shares with "to" between them the words around both tell of the first: "63 percent to 37 percent in favour".
    """
    if _is_second(tokens, at):
        return _OTHER_SIDE.get(side_of(tokens, at - 2, vocabulary) or "")
    if at + 2 < len(tokens) and _is_second(tokens, at + 2):
        return _one_side(tokens, at, vocabulary) or _one_side(tokens, at + 2, vocabulary)
    return _one_side(tokens, at, vocabulary)


def _is_second(tokens: Sequence[Token], at: int) -> bool:
    """Whether a share is set against the one before it: "won 63 percent to 37 percent"; not "from 63 percent to 37"."""
    return set_against(tokens, at) == at - 2 and all(tokens[i].lower.endswith(_SHARES) for i in (at, at - 2))


def _one_side(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> str | None:
    if _is_cell(tokens, at, vocabulary):
        return vocabulary.sides[tokens[at - 2].lower]
    if at > 1 and tokens[1].lower == ":" and not any(t.lower == ":" for t in tokens[2:at]):
        return vocabulary.sides.get(tokens[0].lower) if tokens[0].lower not in _LOOSE_SIDES - {"no"} else None
    behind = _past_whole(tokens, at + 1, vocabulary)
    for index in range(behind, min(len(tokens), behind + _SIDE_REACH)):
        if tokens[index].tag in (Tag.FIGURE, Tag.STOP, Tag.COMMA):
            break
        side = _side(tokens, index, vocabulary) or _deed_side(tokens, index, vocabulary)
        if side is not None:
            return side
        if tokens[index].lower == "of" or tokens[index].tag is Tag.CONJUNCTION:
            break
    lead = at - 1
    while lead > 0 and tokens[lead].tag is Tag.ADVERB:
        lead -= 1
    by = lead > 0 and tokens[lead].lower == "by"
    for index in range(at - 1, max(-1, at - 1 - 2 * _SIDE_REACH), -1):
        if tokens[index].tag in (Tag.FIGURE, Tag.STOP, Tag.COMMA):
            return None
        side = _side(tokens, index, vocabulary)
        if side is None and (by or tokens[index + 1].lower == "by" or tokens[index - 1].tag is Tag.RELATIVE):
            side = _deed_side(tokens, index, vocabulary)  # "rejected it by 90%", "those who rejected it were 8%"
        if side is not None:
            return side
    return None


def _is_cell(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a side stands alone between a label and the share: "Vaud: no, 71%"."""
    parted = at > 2 and tokens[at - 1].tag is Tag.COMMA and tokens[at - 3].lower in (":", "|", "–", "—")
    return parted and tokens[at - 2].lower in vocabulary.sides


def cell_side(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> str | None:
    """The side that a cell of a table gives beside a share: "| Vaud | 71% no |"."""
    if at + 1 < len(tokens) and (at + 2 == len(tokens) or tokens[at + 2].lower == "|"):
        return vocabulary.sides.get(tokens[at + 1].lower)
    if at > 1 and tokens[at - 2].lower == "|":
        return vocabulary.sides.get(tokens[at - 1].lower)
    return None


def _past_whole(tokens: Sequence[Token], start: int, vocabulary: Vocabulary) -> int:
    """Over "of the ballots" behind a share, to what they say."""
    if start >= len(tokens) or tokens[start].lower != "of":
        return start
    first = start + 1
    while first < len(tokens) and tokens[first].tag in (Tag.DETERMINER, Tag.PRONOUN, Tag.ADVERB):
        first += 1
    whole, end = noun_phrase(tokens, first)
    papers = vocabulary.entities.get(whole[-1].lemma) if whole else None
    return end if papers in _PAPERS else start


def _deed_side(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> str | None:
    """The side that a verb takes: "backed the treaty", "opposed it"."""
    token = tokens[index]
    return vocabulary.sides.get(token.lemma) if token.tag in (Tag.VERB, Tag.PARTICIPLE) else None


def _side(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> str | None:
    token = tokens[index]
    side = vocabulary.sides.get(token.lower)
    if side is None or token.lower not in _LOOSE_SIDES:
        return side
    follows = tokens[index + 1].tag if index + 1 < len(tokens) else Tag.STOP
    if token.lower == "no":
        stands_alone = follows in (Tag.STOP, Tag.COMMA, Tag.CONJUNCTION, Tag.FIGURE)
        named = index > 0 and tokens[index - 1].lower == "the"
        return side if token.text != "no" or stands_alone or named else None
    if index and tokens[index - 1].tag is Tag.AUXILIARY and (follows in _OBJECTS or token.lower == "against"):
        return side  # "were against the treaty"
    return side if follows in (Tag.STOP, Tag.COMMA, Tag.CONJUNCTION) else None
