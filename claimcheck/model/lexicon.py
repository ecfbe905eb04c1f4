"""The words a language reads figures by, frozen: read once at the edge, handed to the extract stage."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from claimcheck.model.quantity import Qualifier, Unit, UnitId

T = TypeVar("T")

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], T], ...]]
"""Phrases by one of their words (the first, or the last where they are read backwards), longest first; each with the
tokens of the whole phrase and what it stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order of magnitude said in a word: "dozens" is 24 to 120. As a multiplier ("tens of …") it scales what follows."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals:
    """Number words. Ordinals and fractions share words; which it is depends on the words around."""

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
    fraction_step: Decimal
    triggers: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitName:
    """A way to write a unit. `scale` converts what is written to the unit ("cents": 0.01 of a dollar).

    `shy` names are read only where nothing else can be meant: glued to their digits ("6in"). `exact` is the only
    spelling that counts, where another unit differs by case alone (MB, mb); None: case does not matter.
    """

    unit: Unit
    scale: Decimal = Decimal(1)
    shy: bool = False
    exact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Units:
    """Units of measure by id, and the ways to write them after a number (names) or before it (signs)."""

    by_id: Mapping[UnitId, Unit]
    names: Phrases[UnitName]
    signs: Phrases[UnitName]
    per: frozenset[str]
    rate_articles: frozenset[str]
    rate_nouns: frozenset[str]
    times: frozenset[str]
    comparatives: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Width:
    """How far from a figure of `digits` significant digits an approximate qualifier may lie, as shares of the figure."""

    below: Decimal
    above: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifiers:
    """Hedges and bounds. `before` is keyed by the last word of each phrase, `after` by the first."""

    before: Phrases[Qualifier]
    after: Phrases[Qualifier]
    intensifiers: frozenset[str]
    during: frozenset[str]
    between: frozenset[str]
    conjunctions: frozenset[str]
    to: frozenset[str]
    change: frozenset[str]
    margin: Phrases[bool]
    widths: Mapping[Qualifier, tuple[Width, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Words that turn numbers into dates and times."""

    months: frozenset[str]
    weekdays: frozenset[str]
    meridiems: frozenset[str]
    zones: frozenset[str]
    year_cues: frozenset[str]
    eras: frozenset[str]
    quarters: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Words that tell a number from a name, a rank, an age, a score and other things that are not claims."""

    name_heads: frozenset[str]
    name_tails: frozenset[str]
    section_heads: frozenset[str]
    names: Phrases[bool]
    idioms: Phrases[bool]
    rank_heads: frozenset[str]
    streets: frozenset[str]
    age_heads: frozenset[str]
    age_tails: frozenset[str]
    score_verbs: frozenset[str]
    score_nouns: frozenset[str]
    one_nouns: frozenset[str]
    harm_nouns: frozenset[str]
    harm_verbs: frozenset[str]
    count_nouns: frozenset[str]
    zero: frozenset[str]
    boilerplate: Phrases[bool]
    scale_statements: Phrases[Decimal]
    per_share: frozenset[str]
    lengths: frozenset[str]
    function_words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All of one language's tables."""

    language: str
    numerals: Numerals
    units: Units
    qualifiers: Qualifiers
    calendar: Calendar
    cues: Cues
