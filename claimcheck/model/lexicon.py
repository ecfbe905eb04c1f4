"""The words a language reads figures by, frozen: read once at the edge, handed to the extract stage."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from claimcheck.model.calendar import Calendar
from claimcheck.model.quantity import Qualifier, Unit, UnitId

T = TypeVar("T")

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]
"""Phrases by one of their words (the first, or the last where they are read backwards), longest first; each with the
tokens of the whole phrase and what it stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order of magnitude said in a word: "dozens" is 24 to 120. "Tens of …" scales what follows."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals:
    """Number words. Ordinals and fractions share words; which it is depends on the words around.

    `tens_and` joins tens and units ("treinta y cinco"); `standalone` scale words need no number before them ("mil").
    `sure_multipliers` multiply wherever they stand ("twice"), others before what they multiply ("double the goal").
    `period_parts` after an ordinal name a part of the year ("third quarter"). `silent` words are numbers only inside a
    larger phrase, and nothing is said of them elsewhere. `comma_decimals` is the language's own habit: "1.234,5".
    `triggers` are all the words at which a number can begin, `going_on` all that can go on with one in digits.
    """

    cardinals: Mapping[str, Decimal]
    hundreds: frozenset[str]
    scales: Mapping[str, Decimal]
    suffixes: Mapping[str, Decimal]
    dozens: Mapping[str, Decimal]
    orders: Mapping[str, Order]
    vague: Mapping[str, Order]
    glyphs: Mapping[str, Decimal]
    denominators: Mapping[str, Decimal]
    halves: frozenset[str]
    ordinals: frozenset[str]
    ordinal_endings: frozenset[str]
    multipliers: Mapping[str, Decimal]
    folds: frozenset[str]
    articles: frozenset[str]
    conjunctions: frozenset[str]
    of: frozenset[str]
    out_of: Phrases[bool]
    tens_and: frozenset[str]
    standalone: frozenset[str]
    sure_multipliers: frozenset[str]
    period_parts: frozenset[str]
    silent: frozenset[str]
    zero: frozenset[str]
    minus: frozenset[str]
    decimal_points: frozenset[str]
    fraction_step: Decimal
    comma_decimals: bool
    triggers: frozenset[str]
    going_on: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitName:
    """A way to write a unit. `scale` converts what is written to the unit ("cents": 0.01 of a dollar).

    `shy` names are read only where nothing else can be meant: glued to their digits ("6in"). `exact` is the only
    spelling that counts, where another unit (MB, mb) or a name (GM, gm) differs by case alone. `per`: of a rate in one
    word ("bpd").
    """

    unit: Unit
    scale: Decimal = Decimal(1)
    shy: bool = False
    exact: str | None = None
    per: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """Units of measure by id, and the ways to write them after a number (names) or before it (signs).

    `heads` are units written out before the number ("magnitude 6.8"), `strengths` nouns whose decimals are of a unit of
    their own ("the 7.0 earthquake"). `certain` are unit words that are hardly ever
    anything else. `differences` gives the unit of a temperature's change for that of its level. `compounds` says which
    smaller units may follow a unit in one quantity ("5 feet 10 inches"). `point_names` are points of any kind,
    percentage points beside a share or one of `point_cues`, but never beside one of `point_bars`. `other_dollars` are
    the places whose own dollar is not the American one, `dollar_statements` the phrases that say which dollar an
    article means. `rate_kinds` may stand before what a rate is for ("per diluted share"). `paying` are verbs whose bare
    millions are money ("paid 13 million"), `buying` those whose "for" has them, `sums` nouns of which a sum is told ("a
    fee of 120 million").
    """

    by_id: Mapping[UnitId, Unit]
    names: Phrases[UnitName]
    signs: Phrases[UnitName]
    heads: Phrases[UnitId]
    strengths: Mapping[str, UnitId]
    per: frozenset[str]
    rate_articles: frozenset[str]
    rate_links: frozenset[str]
    rate_nouns: frozenset[str]
    comparatives: frozenset[str]
    multiple_marks: frozenset[str]
    rate_blockers: frozenset[str]
    rate_kinds: frozenset[str]
    ambiguous_rates: frozenset[str]
    not_single: frozenset[str]
    certain: frozenset[str]
    degree_letters: Mapping[str, UnitId]
    differences: Mapping[UnitId, UnitId]
    difference_before: frozenset[str]
    difference_after: frozenset[str]
    compounds: Mapping[UnitId, frozenset[UnitId]]
    point_names: frozenset[str]
    point_cues: frozenset[str]
    point_bars: frozenset[str]
    other_dollars: Mapping[UnitId, frozenset[str]]
    dollar_statements: Phrases[UnitId]
    paying: frozenset[str]
    buying: frozenset[str]
    sums: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Width:
    """How far off a figure may be under an approximate qualifier, as shares of it."""

    below: Decimal
    above: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifiers:
    """Hedges and bounds. `before` is keyed by the last word of each phrase, `after` by the first.

    What tells a bound from a mere preposition or verb: `not_bounds` are phrases that end like one ("adds up to");
    `lasting` words bound a time span only after one of `during`; `least` words bound no count below a number ("over two
    fasteners"), nor any before one of `titles` ("under 13 brand names"); `modal_only` verbs need one of `modals` before
    them ("could top 500"); `trailing` words after a figure need the end of a clause, `glued_only` ones no space. Words
    of `set_before` set an earlier figure of the same unit beside another one, words of `elsewhen` make a time span
    before them another time ("more than a year ago"), always where one of `levels` compares ("lower than a year ago").
    """

    before: Phrases[Qualifier]
    after: Phrases[Qualifier]
    not_bounds: Phrases[bool]
    intensifiers: frozenset[str]
    during: frozenset[str]
    lasting: frozenset[str]
    titles: frozenset[str]
    least: Mapping[str, Decimal]
    modal_only: frozenset[str]
    modals: frozenset[str]
    trailing: frozenset[str]
    glued: Mapping[str, Qualifier]
    glued_tails: frozenset[str]
    glued_only: frozenset[str]
    between: frozenset[str]
    conjunctions: frozenset[str]
    alternatives: frozenset[str]
    contrast: frozenset[str]
    to: frozenset[str]
    spans_of_time: frozenset[str]
    from_words: frozenset[str]
    set_before: Phrases[bool]
    elsewhen: frozenset[str]
    levels: frozenset[str]
    change: frozenset[str]
    range_verbs: frozenset[str]
    margin: Phrases[bool]
    margin_heads: frozenset[str]
    widths: Mapping[Qualifier, tuple[Width, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words that tell a number from a name, a rank, an age, a score and other things that are not claims.

    Phrase tables whose name ends in "heads" are read backwards from the number that follows them. `code_heads` are all
    the words before a number that can make it a code, a telephone number, an address or a coordinate.
    """

    name_heads: frozenset[str]
    crowds: frozenset[str]
    version_heads: frozenset[str]
    short_code_states: frozenset[str]
    name_tails: frozenset[str]
    name_prefixes: frozenset[str]
    section_heads: frozenset[str]
    series_heads: frozenset[str]
    names: Phrases[str]
    idioms: Phrases[bool]
    rank_heads: frozenset[str]
    dotted_heads: frozenset[str]
    streets: frozenset[str]
    blocks: frozenset[str]
    directions: frozenset[str]
    post_box_heads: Phrases[bool]
    states: frozenset[str]
    coordinate_words: frozenset[str]
    docket_heads: Phrases[bool]
    bill_heads: Phrases[bool]
    isbn: frozenset[str]
    call_words: frozenset[str]
    odds_words: frozenset[str]
    odds_links: frozenset[str]
    age_heads: frozenset[str]
    age_tails: frozenset[str]
    age_units: frozenset[str]
    age_bounds: frozenset[str]
    age_people: frozenset[str]
    age_prepositions: frozenset[str]
    age_pronouns: frozenset[str]
    age_decades: frozenset[str]
    age_somethings: frozenset[str]
    age_persons: frozenset[str]
    age_subjects: frozenset[str]
    age_clauses: frozenset[str]
    vote_joints: frozenset[str]
    score_verbs: frozenset[str]
    score_nouns: frozenset[str]
    pronoun_numbers: frozenset[str]
    one_nouns: frozenset[str]
    anaphora: frozenset[str]
    anaphora_tails: frozenset[str]
    weak_bounds: frozenset[str]
    strong_bounds: frozenset[str]
    copulas: frozenset[str]
    none_modifiers: frozenset[str]
    harm_nouns: frozenset[str]
    harm_verbs: frozenset[str]
    count_nouns: frozenset[str]
    shares_of: frozenset[str]
    boilerplate: Phrases[bool]
    reading: frozenset[str]
    scale_statements: Phrases[Decimal]
    per_share: frozenset[str]
    lengths: frozenset[str]
    length_heads: frozenset[str]
    function_words: frozenset[str]
    code_heads: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All of one language's tables."""

    language: str
    numerals: Numerals
    units: Units
    qualifiers: Qualifiers
    calendar: Calendar
    cues: Cues
