"""What a figure does: how much there is, by how much it changed and which way, what part it is, how often."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Aspect, Direction
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.entities import canonical_entity, is_named_sum, lemma_of
from claimcheck.resolve.falls import falls
from claimcheck.resolve.forecasts import outdone_by
from claimcheck.resolve.margins import is_margin
from claimcheck.resolve.phrases import noun_phrase, phrase_ending
from claimcheck.resolve.qualities import lies_off
from claimcheck.resolve.races import rival_at
from claimcheck.resolve.reading import Reading
from claimcheck.resolve.subjects import clause_subject, moved_object
from claimcheck.resolve.ways import way_of, way_of_noun

_RELATIVE = frozenset({Dimension.PROPORTION, Dimension.POINTS, Dimension.MULTIPLE})
_STUFF = frozenset({Dimension.MASS, Dimension.VOLUME, Dimension.AREA, Dimension.LENGTH})
_PARTICLES = frozenset({"up", "down", "off"})
_THAN_REACH = 4
_ABOVE = ("above", "more", "higher", "larger", "bigger", "greater")
_BELOW = ("below", "less", "lower", "fewer", "smaller")
_TO = frozenset({"to", "at", "from"})
_MINUS = ("-", "−", "–")
_ASIDE = frozenset({",", "(", ";", "/", "|"})
_DISTANCES = (
    (("above",), Direction.UP),
    (("ahead", "of"), Direction.UP),
    (("better", "than"), Direction.UP),
    (("worse", "than"), Direction.DOWN),
    (("below",), Direction.DOWN),
    (("short", "of"), Direction.DOWN),
    (("shy", "of"), Direction.DOWN),
)
_POINTS = frozenset(
    {
        "what",
        "expected",
        "forecasts",
        "forecast",
        "estimates",
        "expectations",
        "consensus",
        "analysts",
        "analyst",
        "its",
        "their",
    }
)
_MAKE = frozenset({"make", "makes", "made", "making"})
_REACHED = ("as low as ", "as high as ")
_OBJECT_REACH = 8
_BRACKET = 9
_AGAIN = 3
_SHARES = ("%", "percent", "per cent", "pct")
_OWN_CLAUSE = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.PARTICIPLE, Tag.RELATIVE, Tag.PRONOUN})
_RULING = frozenset({"of", "than", "with", "against", "above", "below", "versus", "vs"})
_LEVELS = frozenset({"margin", "rate", "yield", "stake", "share", "premium"})
_ENDS = frozenset({".", "!", "?"})
_MOMENTS = frozenset({"after", "before", "later", "into"})
_BOUNDS = ("below ", "above ", "under ", "past ", "beyond ")
"""What falls or rises so stands on that side of the figure: "fell below $30"."""
_DEFINITE = frozenset({"the", "these", "those", "its", "their"})


def aspect_of(
    tokens: Sequence[Token], at: int, quantity: Quantity, reading: Reading, vocabulary: Vocabulary
) -> tuple[Aspect, Direction | None]:
    """Aspect and direction of the figure at `tokens[at]`.

    "fell 3.7 percent", "down $0.24", "a 26 percent drop" are changes; "fell to $21.4 billion" is a level; "70 percent
    of the staff" a share; "$80 a barrel" a rate. A plain percentage ("9% contained") is a level.
    """
    if falls(tokens, at, quantity.unit.dimension, vocabulary) or _is_doer(tokens, at, reading, vocabulary):
        return Aspect.LEVEL, None
    if rival_at(tokens, at, vocabulary.grammar) is not None or lies_off(tokens, at, quantity.unit, vocabulary):
        return Aspect.LEVEL, None  # "beat Jones by 51 percent to 48", "sank 10 miles off the coast"
    outdone = outdone_by(tokens, at, vocabulary)
    passive = outdone is not None and tokens[outdone[0] + 1].lower == "by"  # "he was beaten by 0.4 per cent"
    if (outdone is None or passive) and is_margin(tokens, at, quantity, vocabulary.grammar):
        return Aspect.LEVEL, None
    margin = outdone[1] if outdone is not None else _margin(tokens, at, vocabulary)
    relative = quantity.unit.dimension in _RELATIVE
    margin = _signed(tokens, at, vocabulary) if margin is None and relative else margin
    if margin is not None:
        return Aspect.CHANGE, margin
    paced = _paced(tokens, at, vocabulary) if relative else None
    if paced is not None:
        return Aspect.CHANGE, paced
    direction = _direction(tokens, at, quantity, reading, vocabulary)
    marked = relative and at + 1 < len(tokens) and tokens[at + 1].lower in vocabulary.grammar.compared_marks
    if marked and direction is not None and reading.lead not in _TO:
        return Aspect.CHANGE, direction
    if _is_part(tokens, at, quantity, vocabulary):
        return Aspect.SHARE, None
    if quantity.unit.dimension in _RELATIVE and compares(tokens, at):
        return Aspect.CHANGE, _side_of(tokens[at + 1])
    if [t.lower for t in tokens[at + 1 : at + 3]] in (["down", "on"], ["up", "on"]):
        return Aspect.CHANGE, way_of(tokens[at + 1 : at + 2], vocabulary.grammar)  # "850,000 down on the year before"
    if direction is Direction.UP and relative and quantity.value is not None and quantity.value < 0:
        direction = Direction.DOWN  # "an organic growth of -6%"
    led = reading.lead in _TO or tokens[at].lower.startswith(_BOUNDS)
    if direction is not None and not led and not _is_object(tokens, at, quantity, reading, vocabulary):
        return Aspect.CHANGE, direction
    if quantity.unit.dimension in _RELATIVE and at + 1 < len(tokens) and tokens[at + 1].lower == "of":
        return Aspect.SHARE, None
    if quantity.per is not None:
        return Aspect.RATE, None
    return Aspect.LEVEL, None


def _paced(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Direction | None:
    """Which way something went at the rate that the figure tells: "grew at a 4.9% annual rate", "at an annualised pace
    of 4.9%"; None for any other figure.
    """
    behind = next((t for t in tokens[at + 1 : at + 3] if t.lemma in vocabulary.grammar.paces), None)
    lead = at - 1
    while lead > 0 and tokens[lead].tag in (Tag.WORD, Tag.ADVERB, Tag.DETERMINER, Tag.PREPOSITION):
        if tokens[lead].lower == "at":
            break
        behind = tokens[lead] if tokens[lead].lemma in vocabulary.grammar.paces else behind
        lead -= 1
    verbs = [t for t in tokens[max(0, lead - 2) : max(0, lead)] if t.tag in (Tag.VERB, Tag.PARTICIPLE)]
    return way_of(verbs[-1:], vocabulary.grammar) if behind is not None and tokens[lead].lower == "at" else None


def _is_doer(tokens: Sequence[Token], at: int, reading: Reading, vocabulary: Vocabulary) -> bool:
    """Whether the counted did what a passive verb tells: "the match was watched by 45,000 people"."""
    if at < 2 or not reading.noun or tokens[at - 1].lower != "by" or tokens[at - 2].tag is not Tag.VERB:
        return False
    known = vocabulary.actions.get(vocabulary.verb_actions.get(tokens[at - 2].lemma, ""))
    grammar = vocabulary.grammar
    moving = grammar.rising | grammar.falling | grammar.lifting | grammar.pressing
    return known is not None and known.agent and tokens[at - 2].lemma not in moving


def _signed(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Direction | None:
    """Which way a sign in front of a share says that something moved: "+14%", "(-6% units)", "revenue -14% YoY". A
    minus is a movement only beside another figure or with what it is measured against: "the bank's -0.5% rate" is a
    level.
    """
    before = tokens[at - 1] if at else None
    if before is not None and before.text == "+" and before.span.end == tokens[at].span.start:
        return Direction.UP
    if tokens[at].text.startswith("+"):
        return Direction.UP
    if not tokens[at].text.startswith(_MINUS) or before is None:
        return None
    if at + 1 < len(tokens) and tokens[at + 1].lower in vocabulary.grammar.compared_marks:
        return Direction.DOWN
    if before.lower not in _ASIDE:
        return None
    told = takewhile(lambda t: t.tag is not Tag.VERB and t.lower not in _ENDS, reversed(tokens[:at]))
    return Direction.DOWN if any(t.tag is Tag.FIGURE for t in told) else None


def _is_part(tokens: Sequence[Token], at: int, quantity: Quantity, vocabulary: Vocabulary) -> bool:
    """As in "laid off 6% of its staff": a part, whatever the verb; "lost 6% of its value" is a change."""
    if quantity.unit.dimension is not Dimension.PROPORTION or at + 2 >= len(tokens) or tokens[at + 1].lower != "of":
        return False
    first = at + 2
    while first < len(tokens) and tokens[first].tag in (Tag.DETERMINER, Tag.PRONOUN, Tag.ADVERB):
        first += 1
    whole, _ = noun_phrase(tokens, first)
    return bool(whole) and whole[-1].lemma not in vocabulary.grammar.generic_nouns


def compares(tokens: Sequence[Token], at: int) -> bool:
    """As in "20% above the year before", "20% more": a share that is told as a distance."""
    return at + 1 < len(tokens) and tokens[at + 1].lower.partition(" than")[0] in (*_ABOVE, *_BELOW)


def _side_of(token: Token) -> Direction:
    return Direction.UP if token.lower.partition(" than")[0] in _ABOVE else Direction.DOWN


def _is_object(tokens: Sequence[Token], at: int, quantity: Quantity, reading: Reading, vocabulary: Vocabulary) -> bool:
    """Whether a verb of change takes the counted things as its object: "cut 48,000 jobs", "lost 12 seats". How many
    were cut is a level; "cut by 48,000" and "rose 12 places" are changes.
    """
    if not reading.noun or not at or reading.noun[-1].lemma in vocabulary.grammar.steps:
        return False
    before = tokens[at - 1]
    if quantity.unit.dimension in _STUFF and tokens[at + 1].lower == "of":
        return before.tag is Tag.VERB and before.lemma in vocabulary.grammar.transitive  # "lost 40 tonnes of ice"
    if quantity.unit.dimension is not Dimension.COUNT:
        return False
    if before.tag in (Tag.VERB, Tag.PARTICIPLE):
        return before.lemma in vocabulary.grammar.transitive
    if (
        at > 1
        and before.lower == "of"
        and f"{reading.noun[-1].lemma} {tokens[at - 2].lemma}" in vocabulary.noun_actions
    ):
        return True  # "the loss of 1,700 jobs"
    return at > 1 and f"{tokens[at - 2].lemma} {before.lower}" in vocabulary.verb_actions


def _margin(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Direction | None:
    """As in "400,000 more than their opponents", "12 percent higher than in May": a distance from something else."""
    bracketed = _behind_bracket(tokens, at, vocabulary)
    if bracketed is not None:
        return bracketed
    ahead = [t.lower for t in takewhile(lambda t: t.tag not in (Tag.COMMA, Tag.STOP), tokens[at + 1 : at + 7])]
    for place, word in enumerate(ahead):
        way = _compared(word, vocabulary)
        if way is not None and "than" in ahead[place + 1 : place + _THAN_REACH]:
            return None if _compares_other(tokens[: at + 1 + place], at) else way
    return _short_of(tokens, at)


def _behind_bracket(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Direction | None:
    """As in "3.29 million square kilometers (1.27 million square miles) less", for both figures."""
    ends = [place for place, token in enumerate(tokens[at + 1 : at + _BRACKET], start=at + 1) if token.text == ")"]
    between = tokens[at + 1 : ends[0]] if ends else ()
    inner = [t for t in between if t.text != "("]
    if not inner or any(t.tag in (Tag.VERB, Tag.AUXILIARY, Tag.COMMA, Tag.STOP) for t in inner):
        return None
    behind = ends[0] + 1
    closed = behind + 1 >= len(tokens) or tokens[behind + 1].tag in (Tag.COMMA, Tag.STOP)
    return _compared(tokens[behind].lower, vocabulary) if behind < len(tokens) and closed else None


def _compares_other(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comparative right behind `tokens` is that of a verb or of another figure than the one at `at`: "the
    cleaning of the four plants goes slower than planned", "the five factories made 40 percent more than".
    """
    between = tokens[at + 1 :]
    definite = at > 0 and tokens[at - 1].lower in _DEFINITE
    if any(t.tag in (Tag.VERB, Tag.AUXILIARY) for t in between) or (definite and between):
        return True
    return any(t.tag is Tag.FIGURE and before.lower != "or" for before, t in pairwise(tokens[at:]))


def _compared(word: str, vocabulary: Vocabulary) -> Direction | None:
    """Which way a comparative sets things apart: "faster", "fewer"; None for any other word."""
    if word in vocabulary.grammar.greater:
        return Direction.UP
    return Direction.DOWN if word in vocabulary.grammar.lesser else None


def _short_of(tokens: Sequence[Token], at: int) -> Direction | None:
    """As in "three cents above what the Street looked for", "$200 million short of the forecast"."""
    behind = [t.lower for t in tokens[at + 1 : at + 4]]
    for words, way in _DISTANCES:
        if tuple(behind[: len(words)]) == words and behind[len(words) :] and behind[len(words)] in _POINTS:
            return way
    return None


def _direction(
    tokens: Sequence[Token], at: int, quantity: Quantity, reading: Reading, vocabulary: Vocabulary
) -> Direction | None:
    """Which way the figure itself says that something moved; None when it does not speak of a movement."""
    if quantity.unit.dimension is Dimension.MONEY and _is_sum(tokens, at, reading, vocabulary):
        return None
    if tokens[at].lower.startswith(_REACHED):
        return None
    behind = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if quantity.unit.dimension is Dimension.DURATION and behind in _MOMENTS:
        return None  # "came down 13 minutes after take-off"
    named = " ".join(t.lemma for t in reading.noun[-2:]) in vocabulary.noun_actions  # "4,000 of the job cuts"
    several = bool(reading.noun) and reading.noun[-1].lower != reading.noun[-1].lemma  # "six Himars rockets"
    counted = quantity.unit.dimension is Dimension.COUNT and (len(reading.noun) == 1 or several or named)
    noun = None if counted else way_of_noun(reading.noun, vocabulary.grammar)
    if noun is not None:
        return noun
    if reading.of and _mover_of(tokens, at):
        return way_of(_mover_of(tokens, at), vocabulary.grammar)
    left = at - 1
    by = False
    while left >= 0 and (
        tokens[left].tag is Tag.ADVERB or tokens[left].lower in ("by", "of", "a", "an", "the", ",", "or")
    ):
        by = by or tokens[left].lower in ("by", "of")
        left -= 1
    if left < 0:
        return None
    before = tokens[left]
    parted = any(t.tag is Tag.COMMA for t in tokens[left + 1 : at])
    if parted and before.tag in (Tag.WORD, Tag.VERB, Tag.PARTICIPLE) and quantity.unit.dimension is Dimension.COUNT:
        return None  # "7,800 job cuts, 3,300 of them in Germany"
    if before.tag is Tag.FIGURE and at - left <= 3:
        return _direction(tokens, left, quantity, reading, vocabulary) if tokens[at - 1].lower == "or" else None
    if quantity.unit.dimension is Dimension.COUNT and _is_cut_off(tokens, left, at, reading):
        return None
    tail = tokens[max(0, left - 1) : left + 1]
    way = None if _is_particle(tokens, left, quantity, vocabulary) else way_of_noun(tail, vocabulary.grammar)
    if way is None and tokens[at - 1].lower == "by" and reading.oblique == "by" and before.tag is Tag.WORD:
        way = way_of(reading.before[:1], vocabulary.grammar)  # "cut its estimate of the toll by 100"
    if way is not None and reading.lead in _TO:
        return None
    if way is None and tokens[at - 1].lower == "by":
        return _moved_by(tokens, at, vocabulary)
    verb, _ = moved_object(tokens, at, vocabulary.grammar)
    return way or (_moving_way(verb, vocabulary) if verb is not None else None)


def _is_particle(tokens: Sequence[Token], at: int, quantity: Quantity, vocabulary: Vocabulary) -> bool:
    """Whether "up" or "down" belongs to a verb that tells no movement: "shot down, around 20 drones", "makes up 98
    percent", "racked up 31 points"; in "finished up 0.7 percent" it tells one.
    """
    if at and tokens[at - 1].lower in _MAKE:
        return True
    if not at or tokens[at - 1].tag not in (Tag.VERB, Tag.PARTICIPLE):
        return False
    verb, grammar = tokens[at - 1].lemma, vocabulary.grammar
    counts = quantity.unit.dimension is Dimension.COUNT or verb not in grammar.moving
    if f"{verb} {tokens[at].lower}" in vocabulary.verb_actions and counts:
        return True
    moves = verb in grammar.moving or verb in grammar.rising or verb in grammar.falling
    return tokens[at].lower in _PARTICLES and quantity.unit.dimension not in _RELATIVE and not moves


def _moved_by(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Direction | None:
    """Which way a verb moves its object "by" the figure: "cut output by 40 percent", "raised the rate by a quarter"."""
    for token in reversed(tokens[max(0, at - _OBJECT_REACH) : at - 1]):
        if token.tag in (Tag.FIGURE, Tag.COMMA, Tag.STOP, Tag.RELATIVE, Tag.CONJUNCTION):
            return None
        if token.tag in (Tag.VERB, Tag.PARTICIPLE):
            return _moving_way(token, vocabulary)
    return None


def _moving_way(verb: Token, vocabulary: Vocabulary) -> Direction | None:
    """Which way a verb moves its object."""
    if verb.lemma in vocabulary.grammar.lifting:
        return Direction.UP
    return Direction.DOWN if verb.lemma in vocabulary.grammar.pressing else way_of((verb,), vocabulary.grammar)


def is_gapped_object(tokens: Sequence[Token], at: int, reading: Reading, vocabulary: Vocabulary) -> bool:
    """As in "Labour gained 12 seats and the Greens lost 33": a bare count is the object of its own verb of change as
    the one with the noun was.
    """
    verb = reading.governor
    return not reading.noun and verb is tokens[at - 1] and verb.lemma in vocabulary.grammar.transitive


def carried(
    tokens: Sequence[Token], at: int, quantity: Quantity, before: tuple[Aspect, Direction | None], lead: str
) -> tuple[Aspect, Direction | None] | None:
    """The aspect of the figure told right `before`, where this one only goes on with it: a change said again ("fell
    1,175 points, or 4.6 percent"), in brackets ("up 19% (14% at constant currency)"), or of the next in a list ("food
    rose 10.4%, energy 41.6% and petrol 59.9%"). None for any other figure.
    """
    if before[0] is not Aspect.CHANGE or quantity.unit.dimension is not Dimension.PROPORTION:
        return None
    behind = list(takewhile(lambda t: t.tag is not Tag.FIGURE, reversed(tokens[:at])))
    last = at - len(behind) - 1
    if last < 0 or any(t.tag in _OWN_CLAUSE for t in behind) or lead in _TO | _RULING:
        return None
    words = [t.lower for t in behind]
    if words[:1] == ["or"]:
        return before if "," in words and len(words) <= _AGAIN else None
    if words == ["("] or (words[:1] == ["("] and len(words) <= _AGAIN):
        return before if tokens[last].lower.endswith(_SHARES) else None
    listed = any(t.tag in (Tag.COMMA, Tag.CONJUNCTION) for t in behind) and not any(t.tag is Tag.STOP for t in behind)
    levels = any(t.lemma in _LEVELS for t in behind)
    return before if listed and not levels and tokens[last].lower.endswith(_SHARES) else None


def _is_cut_off(tokens: Sequence[Token], word: int, at: int, reading: Reading) -> bool:
    """Whether an "up", "down" or "off" belongs to a verb, and tells nothing of the count behind it: "make up 21 of the
    88", "were shot down, 20 destroyed", "tore roofs off 600 houses".
    """
    if tokens[word].lower not in _PARTICLES or not word:
        return False
    before = tokens[word - 1]
    if tokens[word + 1].tag is Tag.COMMA or (before.lemma == "make" and word == at - 1):
        return before.tag in (Tag.VERB, Tag.PARTICIPLE)
    parted = before.tag in (Tag.WORD, Tag.NAME)
    return tokens[word].lower == "off" and parted and bool(reading.noun) and word == at - 1


def _mover_of(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The noun that another hangs on by "in" before the "of" of a figure: "a drop in revenue of $41 million"."""
    start = at - 2
    while start > 0 and tokens[start].tag in (Tag.WORD, Tag.NAME):
        start -= 1
    return tokens[start - 1 : start] if start > 0 and tokens[start].lower == "in" else ()


def _is_sum(tokens: Sequence[Token], at: int, reading: Reading, vocabulary: Vocabulary) -> bool:
    """Whether a sum is a level that its name or verb tells, though the word speaks of a change elsewhere: "an operating
    loss of $93 million", "the carrier lost $93 million"; not "the stock lost $2".
    """
    tied = phrase_ending(tokens, at - 2) if at > 1 and tokens[at - 1].lower == "of" else ()
    words = [lemma_of(t) for t in tied or (reading.subject if reading.of else reading.noun)]
    sums = vocabulary.measure_verbs
    changing = vocabulary.grammar.rising | vocabulary.grammar.falling
    if words and (is_named_sum(words, vocabulary) or (words[-1] in sums and words[-1] in changing)):
        return True
    if not at or tokens[at - 1].tag is not Tag.VERB or tokens[at - 1].lemma not in sums:
        return False
    subject = [lemma_of(t) for t in clause_subject(tokens, at - 1, vocabulary.grammar)]
    return canonical_entity(subject, vocabulary)[0] not in vocabulary.volatile
