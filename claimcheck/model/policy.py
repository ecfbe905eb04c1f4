"""The thresholds that decide when two figures agree, and how grave it is when they do not."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from claimcheck.model.finding import Severity
from claimcheck.model.rules import SourceRule


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRule:
    """Bare whole numbers of at least `magnitude` may have been rounded to `digits` significant digits."""

    magnitude: Decimal
    digits: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundingPolicy:
    """When a written number may stand for a finer one.

    `cap` is the largest difference, relative to the larger number, that rounding makes: nobody writes 2 million for
    1.5 million. `bare`: the rules for whole numbers that end in zeros, by rising magnitude; below the first one nothing
    is assumed.
    `bare_cap` and `truncation_cap` are the largest relative difference still taken for rounding of a bare round number,
    or for cutting digits off (16.55 told as 16). Both are fractions: 0.04 is four percent. `headline_from`: from this
    number on a headline rounds to its own zeros, up to `bare_cap`. Up to `calendar_up_to` of `calendar_units` may be
    one more or less, as they are counted from the first or to the last.
    """

    cap: Decimal
    bare: tuple[RoundRule, ...]
    bare_cap: Decimal
    truncation_cap: Decimal
    headline_from: Decimal
    calendar_units: frozenset[str]
    calendar_up_to: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionPolicy:
    """How exact a restatement in another unit has to be.

    `slip`: relative difference passed as the converter's own rounding. `round_cap`: the same for figures that end in
    zeros ("300 feet (90 meters)").
    """

    slip: Decimal
    round_cap: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailPolicy:
    """What is told of how a finding came about.

    `copy_alike`: a passage copies another one when it has this share of its words in one order, figures left out, and
    both have at least `copy_words` words. `reach`: a hedge or tolerance that had to reach further than this fraction of
    the figure is not offered as what would settle a conflict. `decisions`: so many pairs of figures are told of.
    """

    copy_alike: Decimal
    copy_words: int
    reach: Decimal
    decisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingPolicy:
    """Words that carry structure; lower case, matched as whole words.

    `sum_cues` stand between a total and all of its parts; `defining_leads` begin a sentence that lists all parts of
    a number told before, `breakdown_cues` before a colon say that all parts follow, `general_nouns` count people in
    general; a row named with `total_names` is the total of those above it; `total_cues` follow a list of parts and
    announce their total; `open_cues` say that a list is not complete, `rest_cues` before its last part that it is.
    `other_words` behind a figure leave out one; `past_cues` before a figure say that it no longer holds.
    `whole_nouns` after "percent of" name a whole that nothing exceeds, `whole_states` after "percent" and
    `whole_leads` before it do the same, unless `other_whole_cues` stand between or `former_whole_cues` follow.
    `composing_cues` before a percentage and `composed_cues` behind its whole say that it is a part, whatever the whole
    is, but for `uncomposed_nouns`, of
    which one part can be more than all together. `flow_cues` are yearly sums, of which nobody has more than
    `output_nouns`, as long as no `stock_cues` stand by. `signed_nouns` can go below zero;
    of a result, `gain_nouns` are above it and `loss_nouns` below. `person_nouns` count
    people (or their votes) in general, whatever else they are. `net_cues` excuse a number below zero.
    `member_verbs` after a number say that it counts members of a whole named before. `for_cues` and `against_cues`
    are the sides of a vote, `other_vote_cues` lead to another one. Of two
    deeds told together `grave_acts` are the graver one. `multiples` are the words for twice, three
    times, four times as much. `weekdays` and `months` are the names of days and months in their order, each with its
    short forms behind it. `up_cues` and `down_cues` next to a change tell its direction. `made_up_cues` next to
    a number say that others make it up. `former_cues` right before a figure and `former_tails` right behind it say
    that it was said before and another one holds now, `denied_cues` before it that it does not hold,
    `undenied_cues` that such a word denies nothing. `moving_cues` anywhere in a figure's sentence say that the
    count goes on. `adding_cues` right before a figure say that it comes on top of the one before; `joining_cues` stand
    between the parts of a list, as commas do; a row of `shared_currencies` has the signs, names and codes, or parts of
    them, of currencies that go by one name; `added_cues` in a sentence say that its figure is a sum of what was told
    before; a row of `halves` has two nouns for all people; `caption_leads` before a colon open a picture's caption;
    `ordinals` are the words for the first, the second and so on. A row of `timed_deeds` has the verbs of one deed
    whose hour is told, a row of `timed_nouns` the nouns that go with the same row of verbs; `untimed_verbs` are those
    of other deeds, to which an hour belongs that stands by them. `hour_bounds` before an hour make it no more than a
    limit, `hour_hedges` an approximate one and `hour_sides` one that is a little off. `hour_leads` before digits say
    that they are an hour, behind `hour_clefts` what happened follows in a clause of its own; `hour_joints` begin
    another clause. What `hour_openers` say of one of the `hour_subjects`, or of a noun of the first row, they say of
    the event itself; of anything else they tell its own hour. The two rows of `meridiems` say that an hour is before
    noon and after it, those of `noons` are words for twelve by day and by night. A row of `zones` has the names of a
    time zone and the hours that it is ahead of UTC, if those are known; `local_zones` say that the hour is that of the
    place.
    """

    sum_cues: tuple[str, ...]
    defining_leads: tuple[str, ...]
    breakdown_cues: tuple[str, ...]
    caption_leads: tuple[str, ...]
    ordinals: tuple[str, ...]
    timed_deeds: tuple[str, ...]
    timed_nouns: tuple[str, ...]
    untimed_verbs: tuple[str, ...]
    hour_bounds: tuple[str, ...]
    hour_hedges: tuple[str, ...]
    hour_sides: tuple[str, ...]
    hour_leads: tuple[str, ...]
    hour_clefts: tuple[str, ...]
    hour_openers: tuple[str, ...]
    hour_subjects: tuple[str, ...]
    hour_joints: tuple[str, ...]
    meridiems: tuple[str, ...]
    noons: tuple[str, ...]
    zones: tuple[str, ...]
    local_zones: tuple[str, ...]
    halves: tuple[str, ...]
    general_nouns: tuple[str, ...]
    total_names: tuple[str, ...]
    total_cues: tuple[str, ...]
    open_cues: tuple[str, ...]
    other_words: tuple[str, ...]
    past_cues: tuple[str, ...]
    whole_nouns: tuple[str, ...]
    person_nouns: tuple[str, ...]
    whole_states: tuple[str, ...]
    whole_leads: tuple[str, ...]
    other_whole_cues: tuple[str, ...]
    former_whole_cues: tuple[str, ...]
    composing_cues: tuple[str, ...]
    composed_cues: tuple[str, ...]
    uncomposed_nouns: tuple[str, ...]
    output_nouns: tuple[str, ...]
    flow_cues: tuple[str, ...]
    stock_cues: tuple[str, ...]
    signed_nouns: tuple[str, ...]
    gain_nouns: tuple[str, ...]
    loss_nouns: tuple[str, ...]
    net_cues: tuple[str, ...]
    member_verbs: tuple[str, ...]
    for_cues: tuple[str, ...]
    against_cues: tuple[str, ...]
    other_vote_cues: tuple[str, ...]
    grave_acts: tuple[str, ...]
    multiples: tuple[str, ...]
    rest_cues: tuple[str, ...]
    up_cues: tuple[str, ...]
    down_cues: tuple[str, ...]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    made_up_cues: tuple[str, ...]
    former_cues: tuple[str, ...]
    former_tails: tuple[str, ...]
    denied_cues: tuple[str, ...]
    undenied_cues: tuple[str, ...]
    moving_cues: tuple[str, ...]
    adding_cues: tuple[str, ...]
    joining_cues: tuple[str, ...]
    shared_currencies: tuple[str, ...]
    added_cues: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """Every threshold of the compare and check stages.

    `loose_bound_ratio`: a bound further than this from the other figure says little. `hourly_growth`: how many times
    its earlier self a growing figure may be within a day, `daily_growth` the same from one day to the next.
    `exact_below`: bare counts under it are taken at their word, also when they are corrected. `exchange`: how far sums
    converted from one currency may lie apart. `weak_link`: a disagreement between figures whose own link is weaker than
    this is a note; without a known cause so is one of figures that are `unexplained_ratio` times apart and whose link
    is weaker than `strong_link`. `correction`: the relative fall that it may show between two dates.
    `clear_ratio`: hedged figures further apart than this cannot both be true. `bound_ratio`: the largest ratio
    at which a wrong bound explains a conflict. `disputed_ratio`: from this ratio on two claimants do not speak of one
    thing. `suspicious_ratio` and `neighbour_gap` (characters): when a sum of money is out of proportion to one
    beside it. `max_distinct`: so many different figures of one cluster are compared each with each; later ones only
    with the first `max_core`. `max_pairs`: above so many claim pairs only one comparison for each pair of different
    figures is listed. `sources`: newsroom's patterns first, built-in ones after. `worth`: what a currency has been
    worth in US dollars, lowest and highest. `persons` are the entities of the vocabulary that are people. `tolerances`
    and `metric_severities` go by metric name; `severities` by check code, None there means off.
    """

    rounding: RoundingPolicy
    conversion: ConversionPolicy
    wording: WordingPolicy
    trail: TrailPolicy
    loose_bound_ratio: Decimal
    correction: Decimal
    hourly_growth: Decimal
    daily_growth: Decimal
    exact_below: Decimal
    exchange: Decimal
    weak_link: float
    strong_link: float
    unexplained_ratio: Decimal
    clear_ratio: Decimal
    bound_ratio: Decimal
    suspicious_ratio: Decimal
    disputed_ratio: Decimal
    neighbour_gap: int
    max_distinct: int
    max_core: int
    max_pairs: int
    sources: tuple[SourceRule, ...]
    worth: Mapping[str, tuple[Decimal, Decimal]]
    persons: frozenset[str]
    tolerances: Mapping[str, Decimal]
    severities: Mapping[str, Severity | None]
    metric_severities: Mapping[str, Severity]
