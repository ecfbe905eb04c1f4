"""What a paragraph has told, and when a figure without a noun of its own leans on it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import takewhile

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Aspect, Direction, Metric, MetricId
from claimcheck.model.quantity import Dimension, Quantity
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.actions import topic_action
from claimcheck.resolve.aspects import compares
from claimcheck.resolve.entities import PERSON, as_persons
from claimcheck.resolve.products import products_told

SUBSTANTIAL = frozenset({Dimension.MASS, Dimension.VOLUME})
ABSTRACT = frozenset({Dimension.COUNT, Dimension.MONEY, Dimension.PROPORTION, Dimension.POINTS, Dimension.MULTIPLE})
_RANKS = frozenset(
    {"first", "second", "third", "fourth", "last", "latest", "final", "highest", "lowest", "largest", "biggest"}
)
_A_THOUSAND = 1000
_THEM = frozenset({"the", "them", "these", "those"})
_TAKEN_UP = frozenset({Dimension.MONEY, Dimension.PROPORTION})
_TAKING_UP = frozenset({"that", "this", "which"})
_FORECASTERS = frozenset({"analyst", "economist", "forecaster"})
_LANDING = frozenset({Tag.WORD, Tag.COMMA, Tag.CONJUNCTION, Tag.DETERMINER})
_LANDING_REACH = 8
_LED = 10
_BEHIND = 3
_VERBAL = (Tag.VERB, Tag.PARTICIPLE)
_ESTIMATE_REACH = 8
_COUNTED = frozenset({Tag.WORD, Tag.NAME, Tag.PARTICIPLE})
_CLOSING = frozenset({Tag.FIGURE, Tag.VERB, Tag.PARTICIPLE, Tag.AUXILIARY, Tag.STOP})


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricReading:
    """A metric with what led to it. `noun_text` is empty when no noun was found; `substance` what the
    counted things hold ("132 bags of ivory"), `occurring` what a share of a group tells of, `toward` who gets a sum;
    `elliptic` means that the figure leans on the one told before it, `aside` that it only says where or in how many
    others are counted ("arrests in 14 cities", "23 goals in 31 games").
    """

    metric: Metric
    aspect: Aspect
    direction: Direction | None
    dimension: Dimension
    elliptic: bool
    partitive: bool
    from_level: bool
    noun_text: str
    why: str
    substance: str | None = None
    occurring: tuple[Token, ...] = ()
    toward: tuple[Token, ...] = ()
    aside: bool = False


@dataclass(slots=True)
class Told:
    """The figures read so far in one paragraph: the last one, and the last of each dimension, asides left out in
    `whole`.
    """

    last: MetricReading | None = None
    by_dimension: dict[Dimension, MetricReading] = field(default_factory=dict)
    whole: dict[Dimension, MetricReading] = field(default_factory=dict)
    largest: dict[Dimension, Decimal] = field(default_factory=dict)
    topic: str | None = None
    older: MetricReading | None = None
    theme: str | None = None
    products: dict[str, tuple[Token, ...]] = field(default_factory=dict)
    levels: list[MetricReading] = field(default_factory=list)
    earlier: tuple[MetricReading, ...] = ()

    def taken_up(self, tokens: Sequence[Token], dimension: Dimension) -> MetricReading | None:
        """The one level of the sentence before that this one goes on about: "That compares with $188 million a year
        ago", "Analysts had forecast $3.38 billion".
        """
        if dimension not in _TAKEN_UP or not (_takes_up(tokens) or _picks_out(tokens)):
            return None
        told = [r for r in self.earlier if r.dimension is dimension]
        alike = bool(told) and all(r.metric.id == told[0].metric.id for r in told)
        return told[0] if len(told) == 1 or (alike and _picks_out(tokens)) else None

    def add(self, reading: MetricReading, quantity: Quantity, *, aside: bool = False) -> None:
        """Note a figure, in reading order. An `aside` counts only some of those told before it; on a reading that only
        stands aside of another count nothing leans.
        """
        if reading.aside and self.last is not None and self.last.dimension is reading.dimension:
            return
        self.last = reading
        if not aside:
            self.whole[reading.dimension] = reading
        self.by_dimension[reading.dimension] = reading
        if reading.aspect is not Aspect.CHANGE and not reading.from_level:
            self.levels.append(reading)
        size = quantity.value if quantity.value is not None else quantity.interval.high  # "dozens were hurt"
        if size is not None:
            self.largest[reading.dimension] = max(size, self.largest.get(reading.dimension, size))

    def counts_last(self, dimension: Dimension) -> bool:
        """Whether a count like this one was told last, as a level."""
        last = self.last
        return last is not None and last.dimension is dimension is Dimension.COUNT and last.aspect is Aspect.LEVEL

    def exceeds(self, quantity: Quantity) -> bool:
        """Whether a larger figure of the same dimension was told before."""
        largest = self.largest.get(quantity.unit.dimension)
        return largest is not None and quantity.value is not None and largest > quantity.value

    def before(self, tokens: Sequence[Token], at: int, dimension: Dimension) -> MetricReading | None:
        """The figure of a dimension that one at `at` may lean on: the last, but none of an aside that a verb of the
        clause has closed ("617 people, including 12 women, were arrested, and 40 charged").
        """
        last = self.by_dimension.get(dimension)
        whole = self.whole.get(dimension, last)
        if last is whole:
            return last
        index = at - 1
        while index >= 0 and tokens[index].tag not in _CLOSING:
            index -= 1
        return whole if index < 0 or tokens[index].tag is not Tag.FIGURE else last

    def on_scale(self, before: MetricReading | None, quantity: Quantity) -> MetricReading | None:
        """The figure to lean on, where the last one is for each share and this sum is of thousands at least: "42 cents
        per share and $13.7 billion in revenue, against 48 cents and $13.8 billion".
        """
        if before is None or not before.metric.entity.endswith("per share") or quantity.per is not None:
            return before
        if quantity.value is None or quantity.value < _A_THOUSAND:
            return before
        told = [r for r in self.levels if r.dimension is before.dimension]
        return next((r for r in reversed(told) if not r.metric.entity.endswith("per share")), None)

    def occurring(self, tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
        """What a share told before in the same list tells of: "in 8% of the drug group and 3% of the other"."""
        before = self.by_dimension.get(Dimension.PROPORTION)
        if before is None or not before.occurring:
            return ()
        index = at - 1
        while index >= 0 and tokens[index].tag not in (Tag.FIGURE, Tag.VERB, Tag.STOP, Tag.AUXILIARY):
            index -= 1
        return before.occurring if index >= 0 and tokens[index].tag is Tag.FIGURE else ()

    def next_sentence(self) -> None:
        """Sums and shares lean on nothing from another sentence; counts may ("of those, 171")."""
        self.last = None
        self.earlier, self.levels = tuple(self.levels), []
        self.by_dimension = {d: r for d, r in self.by_dimension.items() if d is Dimension.COUNT or d in SUBSTANTIAL}
        self.whole = {d: r for d, r in self.whole.items() if d in self.by_dimension}

    def next_paragraph(self) -> "Told":
        """What a new paragraph still knows: the last count, and the theme that the article opened with."""
        return Told(older=self.by_dimension.get(Dimension.COUNT), theme=self.theme)

    def note_topic(self, tokens: Sequence[Token], vocabulary: Vocabulary) -> None:
        """Note what a sentence speaks of, for bare counts and for "units" in the next one."""
        self.products.update(products_told(tokens, vocabulary))
        end = len(tokens)
        while end and tokens[end - 1].tag is Tag.STOP:
            end -= 1
        action, _ = topic_action(tokens, end, vocabulary)
        self.topic = action or self.topic
        self.theme = self.theme or action


def can_lean(
    dimension: Dimension,
    aspect: Aspect,
    before: MetricReading,
    action: str | None,
    vocabulary: Vocabulary,
    *,
    of_it: bool,
) -> bool:
    """A change leans on the level told before it; a bare count or sum on one of its own dimension, unless something
    else was done with it.
    """
    if aspect is Aspect.CHANGE:
        return True
    if dimension is Dimension.COUNT and before.metric.entity == dimension.value:
        return False  # that figure has nothing to take over
    if dimension is not before.dimension and not of_it:
        return False
    if dimension in SUBSTANTIAL or before.dimension is not dimension:
        return True
    if action is None or before.metric.action is None or action not in vocabulary.actions:
        return dimension in ABSTRACT
    return action == before.metric.action or _both_to_things(action, before.metric, vocabulary)


def _both_to_things(action: str, told: Metric, vocabulary: Vocabulary) -> bool:
    """Whether another deed is done to the things told before: "12,000 houses were damaged and 1,430 destroyed"."""
    deed, before = vocabulary.actions.get(action), vocabulary.actions.get(told.action or "")
    things = all(a.object is None and a.dimension in (None, "count") for a in (deed, before) if a is not None)
    known = deed is not None and told.entity in vocabulary.entities and told.entity not in vocabulary.actions
    return things and known and vocabulary.entity_kinds.get(told.entity) != PERSON


def is_shared(tokens: Sequence[Token], at: int, verb: Token) -> bool:
    """Whether another figure stands between the verb and this one, so that the verb rules both: "won 54 percent to 44
    percent for Jones".
    """
    index = at - 1
    while index >= 0 and tokens[index] is not verb and tokens[index].tag is not Tag.FIGURE:
        index -= 1
    return index >= 0 and tokens[index].tag is Tag.FIGURE and tokens[index].span.start > verb.span.start


def leaning(metric: Metric, action: str | None, quantity: Quantity, aspect: Aspect, vocabulary: Vocabulary) -> Metric:
    """The metric that a bare figure takes over. Of a substance it takes the substance alone: "4,180 tonnes of fuel were
    aboard; 3,184 tonnes have been pumped out".
    """
    leans_whole = quantity.unit.dimension not in SUBSTANTIAL | {Dimension.COUNT}
    if leans_whole or aspect is Aspect.CHANGE or action == metric.action:
        return metric
    known = vocabulary.actions.get(action or "")
    entity, _ = as_persons(metric.entity, action, vocabulary)
    return replace(
        metric,
        id=MetricId("/".join(filter(None, (entity, action, quantity.unit.dimension.value)))),
        entity=entity or metric.entity,
        action=action,
        grows=bool(known and known.grows),
        volatile=bool(known and known.volatile),
    )


def new_subject(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a subject and a verb of their own stand between this figure and the one before it, so that it leans on
    nothing: "Mac sales were $11.5 billion, and wearables made $9.65 billion".
    """
    index = at - 1
    verb = False
    while index >= 0 and tokens[index].tag is not Tag.FIGURE:
        token = tokens[index]
        if token.lemma in vocabulary.cues.status or token.lower in vocabulary.cues.status:
            return False
        verb = verb or token.tag is Tag.VERB
        if verb and token.tag in (Tag.WORD, Tag.NAME):
            return not _is_counted(tokens, index) and not estimated(tokens, at, vocabulary)
        index -= 1
    return False


def _is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun phrase that ends at `at` is what a figure before it counts: "991 structures destroyed, 127"."""
    while at >= 0 and tokens[at].tag in (Tag.WORD, Tag.NAME):
        at -= 1
    return at >= 0 and tokens[at].tag is Tag.FIGURE


def estimated(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the verb before a bare count only gives an estimate: "France 24 went as high as 150,000"."""
    counts = False
    for token in reversed(tokens[max(0, at - _ESTIMATE_REACH) : at]):
        if token.tag in (Tag.FIGURE, Tag.STOP):
            return False
        if token.tag is Tag.VERB:
            given = counts and token.lemma in vocabulary.cues.giving  # "gave a figure of nine"
            return given or token.lemma in vocabulary.grammar.speech | vocabulary.grammar.linking
        counts = counts or token.lemma in vocabulary.cues.counts
    return False


def _takes_up(tokens: Sequence[Token]) -> bool:
    """Whether a sentence opens by setting something beside the figure before it."""
    lowers = [t.lower for t in tokens[:2]]
    if len(lowers) > 1 and lowers[0] in _TAKING_UP and tokens[1].lemma == "compare":
        return True
    return bool(tokens) and (tokens[0].lemma in _FORECASTERS or lowers == ["wall", "street"])


def _picks_out(tokens: Sequence[Token]) -> bool:
    """Whether a sentence opens with one of those told before it: "The last of the three was $118 million"."""
    lowers = [t.lower for t in tokens[:4]]
    return len(lowers) == 4 and lowers[::2] == ["the", "of"] and lowers[1] in _RANKS and lowers[3] in _THEM


def lands(tokens: Sequence[Token], at: int, words: Sequence[Token], told: Told, vocabulary: Vocabulary) -> bool:
    """Whether a figure is only where the change before it led: "slumped 34 percent to 52,000 tonnes", "by 75 basis
    points to 2.25 percent", "fell 1 percent to 77.3 million units".
    """
    carriers = vocabulary.grammar.fillers | vocabulary.grammar.generic_nouns | {"range"}
    if told.last is None or told.last.aspect is not Aspect.CHANGE or any(w.lemma not in carriers for w in words):
        return False
    lead = at - 1
    while lead > 0 and (tokens[lead].tag in (Tag.ADVERB, Tag.DETERMINER) or tokens[lead].lower in ("range", "of")):
        lead -= 1
    if lead >= 1 and tokens[lead].lower == "at":
        changed = takewhile(lambda t: t.tag not in (Tag.VERB, Tag.STOP), reversed(tokens[max(0, lead - _LED) : lead]))
        return any(t.tag is Tag.FIGURE for t in changed)  # "down 6% from a year ago, at €6.2 billion"
    if lead < 1 or tokens[lead].lower != "to":
        return False
    for token in reversed(tokens[max(0, lead - _LANDING_REACH) : lead]):
        if token.tag is Tag.FIGURE:
            return True
        if token.tag not in _LANDING:
            return False
    return False


def changes_told(tokens: Sequence[Token], at: int, aspect: Aspect, told: Told) -> bool:
    """Whether a change stands right behind the level that it is of: "net income $20 million, down 3 percent", "had 288
    million users, only 4.6% more than before"; what a level said again in between changed is left to the words ("$64
    million, or $1.20 a share, up 12 percent").
    """
    level = told.last is not None and told.last.aspect is not Aspect.CHANGE
    if aspect is Aspect.CHANGE and level and _behind_counted(tokens, at):
        return True
    way = at - 1
    while way > 0 and (tokens[way].tag is Tag.ADVERB or tokens[way].lower == "by"):
        way -= 1
    if aspect is not Aspect.CHANGE or way < _BEHIND or tokens[way].lower not in ("up", "down"):
        return False
    told_so = tokens[way - 1].tag is Tag.COMMA and tokens[way - 2].tag is Tag.FIGURE
    return level and told_so and tokens[way - 3].lower != "or"


def _behind_counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a distance ("4.6% more than") stands behind a comma that closes a figure and its noun."""
    left = at - 1
    while left > 0 and tokens[left].tag is Tag.ADVERB:
        left -= 1
    if not compares(tokens, at) or left < 1 or tokens[left].tag is not Tag.COMMA:
        return False
    left -= 1
    while left > 0 and tokens[left].tag in _COUNTED:
        left -= 1
    return tokens[left].tag is Tag.FIGURE


def bears_change(
    words: Sequence[Token], aspect: Aspect, dimension: Dimension, told: Told, vocabulary: Vocabulary
) -> bool:
    """Whether what changed is only a name, a part of what changed before: "sales in Europe fell 2 percent, while Asia
    grew 9 percent".
    """
    if aspect is not Aspect.CHANGE or told.last is None or told.last.aspect is not Aspect.CHANGE:
        return False
    known = told.last.dimension is dimension and told.last.metric.entity in vocabulary.entities.values()
    return known and bool(words) and all(t.tag is Tag.NAME and t.lemma not in vocabulary.entities for t in words)


def unnamed(metric: Metric, tokens: Sequence[Token], at: int) -> Metric:
    """The metric that a figure with a subject of its own takes over, without the names of the part before: "America
    sales rose 4 percent, Europe fell 3 percent".
    """
    if not metric.proper:
        return metric
    for token in reversed(tokens[:at]):
        if token.tag is Tag.FIGURE:
            return metric
        if token.tag is Tag.NAME:
            return replace(metric, modifiers=metric.modifiers - metric.proper, proper=frozenset())
    return metric


def acts(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the verb right before a sum says that something was done with it: "raised $600 million"."""
    grammar = vocabulary.grammar
    verb = tokens[at - 1]
    if not at or verb.tag not in _VERBAL:
        return False
    return verb.lemma not in grammar.linking | grammar.empty | grammar.speech | grammar.rising | grammar.falling


def with_object(
    metric: Metric, tokens: Sequence[Token], at: int, quantity: Quantity, told: Told, vocabulary: Vocabulary
) -> Metric:
    """The metric of a bare count under a second verb, which shares the object of the first: "produced 237,823 vehicles
    and delivered 241,300".
    """
    before = told.by_dimension.get(Dimension.COUNT) if told.last is not None else None
    joined = at > 1 and tokens[at - 1].tag in _VERBAL and tokens[at - 2].tag is Tag.CONJUNCTION
    ends = at + 1 == len(tokens) or tokens[at + 1].tag in (Tag.STOP, Tag.COMMA, Tag.PREPOSITION, Tag.CALENDAR)
    if before is None or not (joined and ends) or quantity.unit.dimension is not Dimension.COUNT:
        return metric
    if metric.action not in vocabulary.actions or metric.entity != metric.action:
        return metric
    thing = before.metric.entity
    return replace(
        metric, id=MetricId(f"{thing}/{metric.action}/count"), entity=thing, modifiers=before.metric.modifiers
    )
