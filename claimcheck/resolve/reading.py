"""A shallow reading of the words around one figure: what it counts, and the verb that rules it.

No parser: a figure in news is followed by its noun, or by "of" and its noun, or it completes a verb whose subject is
the noun ("Arrests came to 617"). Each of these is looked for in that order, within the figure's own clause.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.vocabulary import Grammar
from claimcheck.resolve.insertions import past_insertion
from claimcheck.resolve.phrases import joined, noun_phrase, phrase_ending
from claimcheck.resolve.subjects import NOBODY, occurring, subject_of_figure
from claimcheck.resolve.verbs import (
    governor,
    is_predicated,
    is_reduced,
    oblique_of,
    past_counted,
    past_counted_places,
    past_partners,
    verbs_after,
    verbs_before,
)
from claimcheck.resolve.wholes import is_apposed, is_excepted, is_object, part_before, predicate_of

_DOINGS = frozenset({Tag.PARTICIPLE, Tag.VERB})
_NOMINAL = frozenset({Tag.WORD, Tag.NAME})
_MEASURE_LINKS = frozenset({"of", "in", "worth", "for", "on"})
_QUOTES = frozenset("\"“‘'")
_STRETCHES = frozenset({"period", "time"})
_LOOSE_LINKS = frozenset({"in", "for", "on"})
_ASIDE = frozenset({"time", "trading", "trade", "dealings"})
"""What tells when a sum was so much: "£890m last time", "to $88.10 in after-hours trading"."""
_PAYMENT = frozenset({"cash", "stock", "share"})
_COINS = frozenset({"bitcoin", "cryptocurrency", "crypto", "ether", "installment", "instalment"})
_RESTATED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What stands around a figure. Every part may be empty.

    `noun` is the noun phrase that the figure counts, its head last; `also` a second noun joined to it ("cash and
    assets"); `complement` the phrase after its "of", "in" or "with"; `subject` the noun phrase that a linking verb ties
    to the figure; `after` and `before` the ruling verbs on either side, nearest first; `governor` the verb whose object
    the figure's noun is; `lead` the word right before the figure; `partitive` that the figure is taken out of something
    told before ("171 of those"); `described` that a relative clause hangs on the noun, so that the verbs after it rule
    nothing; `predicated` that the verb after it is its predicate ("28 were unvaccinated"), `moved` that a plain verb
    is ("6,500 stations opened"), `acting` that a bare figure is the subject of its clause; `tied` that the subject
    stands right before the figure ("Cocaine: 7,469 kg"), `of` that "of" ties it ("damage of $19 million"), `owner` that
    it only has what the figure counts; `oblique` the preposition that keeps the figure from being a verb's object;
    `occurring` what is found in the part that a share tells ("a rash in 8% of them"), `toward` who gets a sum ("$300 to
    the injured"); `since` where the words begin that tell of a part and not of its whole; `until` where the words that
    tell of the counted end, None when only their clause ends them;
    `apposed` that a bare figure only says how or where some of those told before it were ("27 were hurt, two badly");
    `divided` the verbs that tell of a part of this whole.
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
    moved: bool = False
    acting: bool = False
    tied: bool = False
    of: bool = False
    owner: bool = False
    oblique: str = ""
    occurring: tuple[Token, ...] = ()
    toward: tuple[Token, ...] = ()
    since: int | None = None
    until: int | None = None
    apposed: bool = False
    divided: tuple[Token, ...] = ()


def read(tokens: Sequence[Token], at: int, *, measure: bool, amount: bool = False, grammar: Grammar) -> Reading:
    """Read around the figure at `tokens[at]`. `measure` says that it carries a unit of its own, so that the noun beside
    it is not what is counted but what is measured, `amount` that it is a sum or a share, which things gain and lose.
    """
    noun, also, end = _noun_after(tokens, at, grammar, measure=measure)
    partitive = not noun and _is_partitive(tokens, at)
    if partitive and not measure:
        noun, end = _whole_of(tokens, at)
    if not noun and not measure:
        noun = _antecedent(tokens, at)
    complement, end = _complement(tokens, end) if noun else ((), end)
    end = past_partners(tokens, at, end)
    end = past_counted(tokens, at, end) if noun and not measure else end
    end = past_counted_places(tokens, end) if noun and not measure else end
    after = verbs_after(tokens, end, grammar)
    before = verbs_before(tokens, at)
    subject = subject_of_figure(tokens, at, grammar, amount=amount)
    acting = not noun and not measure and not subject.tied and _is_subject(tokens, at)
    subject = NOBODY if acting else subject
    reading = Reading(
        noun=noun,
        also=also,
        complement=complement,
        subject=subject.words,
        owner=subject.owner,
        after=after,
        before=before,
        acting=acting,
        governor=governor(tokens, at),
        lead=tokens[at - 1].lower if at else "",
        partitive=partitive,
        of_it=measure and _is_partitive(tokens, at) and tokens[at + 2].tag is Tag.PRONOUN,
        predicated=is_predicated(tokens, past_insertion(tokens, end)),
        moved=end < len(tokens)
        and tokens[end].tag is Tag.VERB
        and not tokens[end].lower.endswith("ing")
        and not is_reduced(tokens, end),
        described=end < len(tokens) and tokens[end].tag is Tag.RELATIVE,
        tied=subject.tied,
        of=subject.tied and (tokens[at - 1].lower == "of" or tokens[at - 1].tag is Tag.WORD),
        oblique=oblique_of(tokens, at),
        toward=_toward(tokens, at) if amount and not noun else (),
        occurring=occurring(tokens, at, grammar) if measure else (),
        since=end if partitive and noun and end < len(tokens) and tokens[end].tag is Tag.AUXILIARY else None,
        apposed=not noun and not measure and is_apposed(tokens, at),
    )
    return reading if measure else _divided(tokens, at, end, reading, grammar)


def _divided(tokens: Sequence[Token], at: int, end: int, reading: Reading, grammar: Grammar) -> Reading:
    """The reading of a part or of its whole, each with those verbs alone that tell of it: of "25 of the 66 people
    killed were Egyptians" the 66 were killed, of "none of the 189 aboard survived" nobody was rescued, of "all but two
    of them died" the two are not told to have died. `end` is where the figure's noun ends.
    """
    if is_excepted(tokens, at):
        named = () if reading.partitive and tokens[at + 2].tag is Tag.PRONOUN else reading.noun
        return replace(
            reading, noun=named, after=(), before=(), governor=None, predicated=False, moved=False, until=end
        )
    part = part_before(tokens, at)
    if part is not None:
        until = predicate_of(tokens, part, end)
        after = tuple(t for t in tokens[end:until] if t.tag in _DOINGS)
        return replace(
            reading,
            after=after,
            before=(),
            governor=None,
            subject=(),
            tied=False,
            of=False,
            predicated=False,
            until=until,
            divided=reading.after,
        )
    whole = next((i for i in range(at + 2, min(len(tokens), at + 4)) if tokens[i].tag is Tag.FIGURE), None)
    if whole is None or part_before(tokens, whole) != at:
        return reading
    start = predicate_of(tokens, at, end)
    own = verbs_after(tokens, start, grammar)
    after = own or (() if is_object(tokens, at) else reading.after)
    return replace(
        reading, after=after, predicated=is_predicated(tokens, start), moved=bool(own) and reading.moved, since=start
    )


def _noun_after(
    tokens: Sequence[Token], at: int, grammar: Grammar, *, measure: bool
) -> tuple[tuple[Token, ...], tuple[Token, ...], int]:
    start = _past_restatement(tokens, at + 1) if measure else at + 1
    while start < len(tokens) and tokens[start].tag is Tag.ADVERB and tokens[start].lower != "so":
        start += 1
    if start < len(tokens) and tokens[start].text in _QUOTES and not measure:
        start += 1  # "seven “foreign regions”"
    linked = start < len(tokens) and tokens[start].lower in _MEASURE_LINKS
    if measure and linked:
        start = _past_links(tokens, start)
    elif linked and tokens[start].lower == "of" and not measure:
        if start + 1 < len(tokens) and tokens[start + 1].tag is Tag.FIGURE:
            start += 1  # "30 of 40 drones"
        elif not _names_things(tokens, start + 1):
            return (), (), at + 1
        start += 1
    start += not measure and _is_seasonal(tokens, start)
    noun, end = noun_phrase(tokens, start)
    if measure and noun and (noun[-1].lemma in _ASIDE or (linked and noun[-1].tag is Tag.NAME)):
        return (), (), at + 1
    if end < len(tokens) and tokens[end].tag is Tag.CALENDAR:
        return (), (), at + 1
    if noun and noun[-1].lower in _STRETCHES:
        return (), (), at + 1  # "2,100 in the same period", "18,032 last time"
    if len(noun) == 1 and noun[0].lower in grammar.greater | grammar.lesser and _than(tokens, end):
        return (), (), at + 1  # "ten fewer than in 2012"
    if measure and linked and noun and noun[-1].lemma in _COINS:
        return (), (), at + 1  # "demanded $17,000 in bitcoin"
    if measure and linked and noun and _goes_elsewhere(tokens, at, noun, start, end):
        return (), (), at + 1
    named_before = at > 1 and tokens[at - 1].lower == "of" and tokens[at - 2].tag in _NOMINAL
    if not noun or (measure and linked and named_before and tokens[start - 1].lower in _LOOSE_LINKS):
        return (), (), at + 1
    also, end = joined(tokens, end, governed=tokens[at - 1].tag is Tag.PREPOSITION if at else False)
    return noun, also, end


def _is_seasonal(tokens: Sequence[Token], at: int) -> bool:
    """Whether a time only narrows the counted down: "45,000 season tickets", "300 night flights"."""
    if at + 1 >= len(tokens) or tokens[at].tag is not Tag.CALENDAR or not tokens[at].text.islower():
        return False
    return tokens[at + 1].tag is Tag.WORD and tokens[at + 1].lemma != tokens[at + 1].lower


def _than(tokens: Sequence[Token], end: int) -> bool:
    return end < len(tokens) and tokens[end].lower == "than"


def _goes_elsewhere(tokens: Sequence[Token], at: int, noun: Sequence[Token], start: int, end: int) -> bool:
    """Whether what is linked to a sum is not what it measures: what it was paid in, what has a figure of its own."""
    paid = noun[-1].lemma in _PAYMENT and _is_price(tokens, at)
    return paid or (tokens[start - 1].lower != "of" and _measured_itself(tokens, end))


def _measured_itself(tokens: Sequence[Token], end: int) -> bool:
    """Whether a noun that ends here has a figure of its own: "earned $1.3 billion on revenue of $11.1 billion"."""
    first = end + 1
    while first < len(tokens) and tokens[first].tag in (Tag.ADVERB, Tag.DETERMINER):
        first += 1
    return first < len(tokens) and tokens[end].lower == "of" and tokens[first].tag is Tag.FIGURE


def _is_price(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sum is paid for something: "for $27.7 billion in cash and stock", "$128 a share in cash"."""
    return tokens[at].lower.endswith(" share") or (at > 0 and tokens[at - 1].lower == "for")


def _names_things(tokens: Sequence[Token], at: int) -> bool:
    """Whether plain things stand at `at`: "29 of children hurt" are 29 cases of them."""
    phrase, _ = noun_phrase(tokens, at)
    return bool(phrase) and phrase[-1].tag is Tag.WORD and phrase[-1].lemma != phrase[-1].lower


def _past_restatement(tokens: Sequence[Token], start: int) -> int:
    """Over "(1,058.2 pounds)" or ", or 480 kilograms," to the noun that both figures measure."""
    shape = [t for t in tokens[start : start + 5] if t.lower not in ("about", "or", "some") and t.tag is not Tag.ADVERB]
    if len(shape) < _RESTATED or shape[1].tag is not Tag.FIGURE:
        return start
    if (shape[0].lower, shape[2].lower) not in (("(", ")"), (",", ",")):
        return start
    return start + next(i for i, t in enumerate(tokens[start:], 1) if t is shape[2])


def _past_links(tokens: Sequence[Token], start: int) -> int:
    """Over "worth of", "in", "of the" to the noun."""
    while start < len(tokens) and (
        tokens[start].lower in _MEASURE_LINKS or tokens[start].tag is Tag.DETERMINER or tokens[start].tag is Tag.ADVERB
    ):
        start += 1
    return start


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
        if tokens[end].lower == "to" and found:
            found[:0] = phrase  # "reports of damage to property": the head last
        elif tokens[end].lower in ("of", "to", "with"):
            found.extend(phrase)
        elif tokens[end].lower == "in":
            found.extend(phrase if phrase[-1].tag is Tag.WORD and phrase[-1].lemma != "half" else ())
        end = stop
    return tuple(found), end


def _is_partitive(tokens: Sequence[Token], at: int) -> bool:
    return at + 2 < len(tokens) and tokens[at + 1].lower == "of" and tokens[at + 2].tag in (Tag.DETERMINER, Tag.PRONOUN)


def _is_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bare figure is itself what its clause tells of: "150 were on board", "22 of them went home"."""
    end = at + 1
    if _is_partitive(tokens, at):
        end = at + 3
    while end < len(tokens) and tokens[end].tag is Tag.ADVERB:
        end += 1
    return end < len(tokens) and tokens[end].tag in (Tag.AUXILIARY, Tag.VERB)


def _whole_of(tokens: Sequence[Token], at: int) -> tuple[tuple[Token, ...], int]:
    """The noun that a part is taken out of: "34 of the patients", "two of the 35 fasteners"; none in "171 of those"."""
    start = at + 3 if at + 3 < len(tokens) and tokens[at + 3].tag is not Tag.FIGURE else at + 4
    noun, end = noun_phrase(tokens, start)
    if noun and noun[-1].lower.endswith(("'s", "s'")) and end < len(tokens) and tokens[end].tag is Tag.FIGURE:
        noun, end = noun_phrase(tokens, end + 1)  # "ten of the carrier's 68 pilots"
    behind = start <= len(tokens) and tokens[start - 1].tag is Tag.FIGURE
    return (noun, end) if noun else ((), start if behind else at + 1)


def _antecedent(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The uncounted plural that a relative part takes up: "its UK stores, 43 of which will close". Where it has a
    figure of its own ("64 plants, 12 of which"), the part leans on that.
    """
    behind = tokens[at + 1 : at + 3]
    taken = len(behind) > 1 and behind[0].lower == "of" and behind[1].tag is Tag.RELATIVE
    if at < _RESTATED or tokens[at - 1].tag is not Tag.COMMA or not taken:
        return ()
    phrase = phrase_ending(tokens, at - 2)
    plural = bool(phrase) and phrase[-1].tag is Tag.WORD and phrase[-1].lemma != phrase[-1].lower
    counted = at - 2 - len(phrase) >= 0 and tokens[at - 2 - len(phrase)].tag is Tag.FIGURE
    return phrase if plural and phrase[-1] is tokens[at - 2] and not counted else ()


def _toward(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """Who or what a sum goes to: "$300 to the seriously injured"."""
    start = at + 2
    if start >= len(tokens) or tokens[at + 1].lower not in ("to", "for"):
        return ()
    while start < len(tokens) and tokens[start].tag in (Tag.DETERMINER, Tag.ADVERB):
        start += 1
    phrase, _ = noun_phrase(tokens, start)
    return phrase or tuple(tokens[start : start + 1] if start < len(tokens) and tokens[start].tag in _DOINGS else ())
