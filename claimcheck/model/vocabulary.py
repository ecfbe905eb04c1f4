"""Word lists that resolving and grouping work with, read once from claimcheck/data and frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from types import MappingProxyType


def _none() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Closed word classes and irregular forms of one language; every word is lower case.

    `irregular_nouns` and `irregular_verbs` map an inflected form to its lemma. `verbs` are lemmas known to be verbs,
    `verb_nouns` these and the lemmas that are nouns as often, of which only the past and the participles are told for
    verbs, `ly_words` end in -ly and are no adverbs, `abbreviated` words end in a dot that ends no clause. `linking` are
    verbs that tie a subject to its figure ("was", "came to", "reached"), `empty` those that say nothing of what was
    done ("saw", "had"). `speech` are verbs of saying and counting, `plain_speech` those of them that are never nouns,
    `speaking` those that take "of", `plain_verbs` others that never are. `rising` and `falling` are lemmas of change,
    verbs and nouns alike, `greater` and `lesser` comparatives, `shortfalls` sums that are lacking ("net loss"), `steps`
    nouns that tell how far an index or a rank moved, `paces` those at which something changes ("at a 4.9% rate"),
    `forecasts` those for what somebody looked for, `expecting` verbs by which it is looked for of something ("expects
    revenue to grow"), `seeing` those with a bare infinitive ("saw revenue fall"), `standing` things that only bear the
    name of a change ("storm surge"), `moving` verbs that leave the change to their "up" or "down" ("finished up 2%").
    `raising` are verbs whose infinitive tells the deed ("is known to have died"), `light` those that mean many things
    ("drew", "held"), `suffering` those that only carry a noun of action ("sustained injuries"), `covering` those that
    only say how far it reaches ("the recall covers"). `fillers` are nouns that stand for a product named beside them
    ("units"), `finite` past forms that are never adjectives ("remained"), `parting` verbs behind which a bare count
    with "in" or "into" counts pieces ("split in two"), `settlements` kinds of places to live in, `dropping` verbs by
    which `bodies` fall a length, or anything to `grounds`. `demonyms` name people of a place, and so does what ends in
    one of `demonym_endings`. `compared_marks` make a share a change ("14% YoY"), `column_changes` head a table's column
    of changes. `closing` are verbs that say where a price stood in the end ("closed up 3 percent"). An unknown word
    behind one of `modals` is a verb. `outdoing` are verbs that set a result beside what was looked for ("beat forecasts
    by 12 cents"), `lifting` and `pressing` those whose object moves up or down "by" the figure. `placing` are verbs
    whose object a figure behind "at" measures ("put the cost at $3 million"). `contesting` are verbs of a contest won
    or lost, `besting` those whose subject is ahead of their object ("led Jones").
    """

    determiners: frozenset[str]
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    pronouns: frozenset[str]
    auxiliaries: frozenset[str]
    relatives: frozenset[str]
    adverbs: frozenset[str]
    ly_words: frozenset[str]
    abbreviated: frozenset[str]
    calendar: frozenset[str]
    irregular_nouns: Mapping[str, str]
    irregular_verbs: Mapping[str, str]
    verbs: frozenset[str]
    verb_nouns: frozenset[str]
    linking: frozenset[str]
    empty: frozenset[str]
    speech: frozenset[str]
    plain_speech: frozenset[str]
    speaking: frozenset[str]
    plain_verbs: frozenset[str]
    transitive: frozenset[str]
    measures: frozenset[str]
    raising: frozenset[str]
    light: frozenset[str]
    suffering: frozenset[str]
    befalling: frozenset[str]
    covering: frozenset[str]
    fillers: frozenset[str]
    finite: frozenset[str]
    parting: frozenset[str]
    settlements: frozenset[str]
    dropping: frozenset[str]
    bodies: frozenset[str]
    grounds: frozenset[str]
    demonym_endings: frozenset[str]
    demonyms: frozenset[str]
    compared_marks: frozenset[str]
    column_changes: frozenset[str]
    placing: frozenset[str]
    closing: frozenset[str]
    besting: frozenset[str]
    contesting: frozenset[str]
    modals: frozenset[str]
    outdoing: frozenset[str]
    lifting: frozenset[str]
    pressing: frozenset[str]
    rising: frozenset[str]
    falling: frozenset[str]
    shortfalls: frozenset[str]
    standing: frozenset[str]
    steps: frozenset[str]
    paces: frozenset[str]
    expecting: frozenset[str]
    seeing: frozenset[str]
    forecasts: frozenset[str]
    greater: frozenset[str]
    lesser: frozenset[str]
    moving: frozenset[str]
    generic_nouns: frozenset[str]
    weak_modifiers: frozenset[str]
    common_capitals: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What can be done with a counted thing: the verbs, nouns, states and phrases that all tell of it.

    `persons` are those of the nouns that name people by the deed ("protesters"), to whom something else can be done;
    `holders` are things that have the counted in them ("a plane with 58 people"), `by_name` the counted whose name
    alone tells of it where nothing else is told ("150 passengers"), `events` what those take part in who do it ("took
    part in the referendum"), `stock` nouns of those who are there, whose fall is the deed ("a workforce that shrinks by
    5,800"). `object` is the entity that its nouns count when nothing else is named ("617 arrests" counts persons),
    `called` the name of people with whom it is done ("employs 1,700 people" counts employees).
    `dimension` limits it to figures of one dimension ("covers 131 square miles" burns, "covers 42 models" does not);
    `of` limits it to entities, or kinds of them, that it can be done with: people are arrested, bags are not; `never`
    keeps it from some (no house is killed); `only` limits single forms so ("are gone" destroys homes alone). `agent`
    says that the counted ones do it themselves ("92,003 fans watched the match"), `place` that it only says where they
    are, which gives way to what is done to them. `told_as` is another action that counts the same ("15 survived" and
    "15 were rescued"), None when it stands for itself. `grows` and `volatile` are as on Metric.
    """

    id: str
    verbs: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    holders: frozenset[str] = frozenset()
    by_name: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    stock: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    object: str | None = None
    called: str | None = None
    dimension: str | None = None
    told_as: str | None = None
    of: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    only: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    agent: bool = False
    place: bool = False
    grows: bool = False
    volatile: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """What a figure with a unit can tell of a thing ("width"), by words around it; each is a phrase, articles left out.

    `behind` stand right behind the figure ("wide"), `closing` too, where nothing more belongs to them ("23 km up"),
    `weak` where no verb tells more ("from"); `before` right before it ("as high as"). `nouns` name the quality, `verbs`
    have the thing for their subject, and of the things in `of` a figure tells it without another word. `plain` that
    every figure of the dimension does so when nothing else is told.
    """

    id: str
    behind: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    plain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualities:
    """Every quality, by the name of its dimension. Figures of things in `kept` stay these things' ("210 mm of rain"),
    and what is in `amounts` weighs what there is of it. `events` maps what lasts to one name.
    """

    dimensions: Mapping[str, tuple[Quality, ...]] = field(default_factory=lambda: MappingProxyType({}))
    kept: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    events: Mapping[str, str] = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A rate that a share tells without its name: "71% of the registered voters went to the polls" is turnout.

    `of` are the wholes, entities or plain words, that it is a share of. `does` is what the part does behind the figure,
    `done` what stands right before the figure ("owns 19.9 percent of the company"), `unless` what makes it another
    share ("voted for"); each is a word or a phrase, as lemmas or as printed. With neither `does` nor `done` its whole
    alone tells it. `bare` rates are told without a whole ("38% approve of the president").
    """

    id: str
    of: frozenset[str] = frozenset()
    does: tuple[tuple[str, ...], ...] = ()
    done: tuple[tuple[str, ...], ...] = ()
    unless: tuple[tuple[str, ...], ...] = ()
    bare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words that set a figure apart from its neighbours: who said so, for which part, of what standing, at which time.

    `status` maps a word to the value of Status it shows. `elsewhere` are words that lead away from the article's own
    event ("earlier", "separate", "previous"); `whole` are words that say that a figure is for everything
    ("nationwide"); `part_nouns` end the name of a part ("Omaha Division"), `place_nouns` the name of a place ("Kern
    County"), `place_tails` may be left out of it ("Guangdong province"), `directions` narrow it ("Kerry" to "South
    Kerry"). `owning` are verbs whose subject is the part that has the figure ("Utah has three", "Kerry voted").
    `increments` set what came on top apart from the whole ("another 41"), `ties` those of one cause ("linked to the
    plant"). `announcing` tell what will be ("will cut"). `bodies` are called like
    events ("Cal Fire"). `nations` maps every word for a country, its
    people and its adjective to one name. A "since" behind one of `superlatives` tells no time of a count; a time behind
    one of `origin_verbs` ("made between 2011 and 2014") is not the figure's own. `counts` are nouns of a
    count, `counting` verbs whose object is one, `giving` those that hand one out.
    """

    status: Mapping[str, str]
    elsewhere: frozenset[str]
    whole: frozenset[str]
    part_nouns: frozenset[str]
    place_nouns: frozenset[str]
    place_tails: frozenset[str]
    directions: frozenset[str]
    owning: frozenset[str]
    increments: frozenset[str]
    ties: frozenset[str]
    announcing: frozenset[str]
    bodies: frozenset[str]
    superlatives: frozenset[str]
    nations: Mapping[str, str]
    spans: Mapping[str, tuple[str, ...]]
    origin_verbs: frozenset[str]
    event_nouns: frozenset[str]
    claimants: frozenset[str]
    honorifics: frozenset[str]
    counts: frozenset[str]
    counting: frozenset[str]
    giving: frozenset[str]
    officials: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Grammar, cues, and the packs joined.

    `entities` maps a form (lemma, or two lemmas with a space) to its canonical entity. `entity_kinds` maps an entity to
    its kind ("person", "structure"): two entities of one kind are near, not same. `actions` maps an action's id to it;
    the four `…_actions` map a verb, noun, state or phrase to the action's id; `senses` has the forms that have several
    ("cut jobs", "homes are gone"), of which the counted thing decides; `phrases_from` has the phrases by their first
    word. `measure_verbs` map a verb to what its sum measures ("took in": revenue). `sums` are entities that are sums of
    money themselves ("asset", "price"), `sum_nouns` map a noun to the one that it names where it counts money ("deal":
    price). `sides` map a word to the side of a vote ("against": no), `rates` are shares told by their whole and a deed.
    `contrasts` maps a word to the rows in which it stands: two figures whose words stand in one row under different
    heads never merge. `volatile` are entities whose level changes from day to day without being a toll; `loose` those
    that name a measure of anything ("distance"), so that two of them speak of one thing only when more says so. `roles`
    are persons as their part in the events names them ("passengers", "troops"): who tells what was done to them counts
    persons. `marks` set a figure apart from one that says nothing of the kind ("adjusted").
    """

    grammar: Grammar
    cues: Cues
    qualities: Qualities = field(default_factory=Qualities)
    entities: Mapping[str, str] = field(default_factory=_none)
    entity_kinds: Mapping[str, str] = field(default_factory=_none)
    actions: Mapping[str, Action] = field(default_factory=lambda: MappingProxyType({}))
    verb_actions: Mapping[str, str] = field(default_factory=_none)
    noun_actions: Mapping[str, str] = field(default_factory=_none)
    state_actions: Mapping[str, str] = field(default_factory=_none)
    phrase_actions: Mapping[str, str] = field(default_factory=_none)
    phrases_from: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    person_nouns: frozenset[str] = frozenset()
    senses: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    measure_verbs: Mapping[str, str] = field(default_factory=_none)
    sum_nouns: Mapping[str, str] = field(default_factory=_none)
    sums: frozenset[str] = frozenset()
    sides: Mapping[str, str] = field(default_factory=_none)
    rates: tuple[Rate, ...] = ()
    contrasts: Mapping[str, tuple[tuple[int, str], ...]] = field(default_factory=lambda: MappingProxyType({}))
    volatile: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    growing: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=_none)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Weights of evidence in the manner of record linkage (log odds): positive speaks for, negative against; the sum
    must reach `threshold`. Each number is chosen on evaluation/, see docs/decisions.
    """

    threshold: float
    weights: Mapping[str, float]

    def __getitem__(self, name: str) -> float:
        """The weight called `name`; KeyError for a name that data/linking.yaml lacks."""
        return self.weights[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The scales of linking: articles of one event, claims whose figures agree, figures that differ. `slack` is how far
    apart two figures may be, relative to their size, and agree.
    """

    stories: Scale
    agree: Scale
    differ: Scale
    slack: Decimal


GRAMMAR_FIELDS = tuple(f.name for f in fields(Grammar))
