"""For which part a figure holds: a place, a branch, an actor that does not carry the story; None is the whole."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet
from claimcheck.model.vocabulary import Grammar, Vocabulary
from claimcheck.resolve.clauses import (
    PRONOUNS,
    clause_bounds,
    facet,
    names_ending,
    sentence_start,
    with_introduction,
)
from claimcheck.resolve.entities import entity_of
from claimcheck.resolve.inhabitants import populated
from claimcheck.resolve.places import (
    having_subject,
    is_main,
    label_before,
    listed_place,
    opening_place,
    owner_before,
    people_of,
    place_after,
    place_facet,
    ruling_verb,
    where_place,
)

_OPENERS = frozenset({Tag.DETERMINER, Tag.COMMA, Tag.ADVERB, Tag.CONJUNCTION, Tag.STOP, Tag.CALENDAR})
_LEADING_IN = frozenset({"of", "for", "from", "to", "with"})
_ALONE = frozenset({"alone"})
_LIST_REACH = 12
_NOUN_WORDS = 4


def scope_of(
    tokens: Sequence[Token],
    at: int,
    focus: frozenset[str],
    vocabulary: Vocabulary,
    *,
    countable: bool = True,
    part: bool = False,
) -> Facet | None:
    """The part that the figure covers: "in Vermont", "the Omaha Division"; None is the whole.

    A place or an actor that the story as a whole is about (`focus`) is no part of it, unless the figure says that it is
    taken out of a whole (`part`: "35 of the cases are in California"). `countable` says that it counts people or
    things, which come from places.
    """
    start, end = clause_bounds(tokens, at)
    if _of_whole(tokens, start, at, end, vocabulary):
        return None
    own = frozenset[str]() if part or _among_places(tokens, at, end) else focus
    sentence = sentence_start(tokens, at)
    return (
        label_before(tokens, at, focus, vocabulary)
        or populated(tokens, at, focus, vocabulary)
        or owner_before(tokens, at, focus, vocabulary)
        or listed_place(tokens, at, focus, vocabulary)
        or place_after(tokens, at, end, own, vocabulary, origin=countable)
        or (people_of(tokens, at, focus, vocabulary) if countable else None)
        or _named_part(tokens, start, at, focus, vocabulary)
        or _gapped_subject(tokens, at, focus, vocabulary, countable=countable)
        or having_subject(tokens, start, at, focus, vocabulary)
        or _subjects_place(tokens, start, at, focus, vocabulary)
        or opening_place(tokens, start, focus, vocabulary)
        or where_place(tokens, start, focus, vocabulary)
        or opening_place(tokens, sentence, focus, vocabulary)
    )


def _among_places(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the figure's place is one of several that a list gives figures to ("94 in Mexico City, 71 in Morelos"),
    or stands "alone": then the story's own place is a part as well.
    """
    place = _place_behind(tokens, at, end)
    if place is None:
        return False
    if place < len(tokens) and tokens[place].lower in _ALONE:
        return True
    near = range(max(0, at - _LIST_REACH), min(len(tokens), at + _LIST_REACH))
    return any(i != at and tokens[i].tag is Tag.FIGURE and _place_behind(tokens, i, len(tokens)) for i in near)


def _place_behind(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Where a name that stands right behind a figure, its noun and its "in" ends; None where none does."""
    index = at + 1
    while index < min(end, at + _NOUN_WORDS) and tokens[index].tag in (Tag.WORD, Tag.PARTICIPLE):
        index += 1
    if index + 1 >= end or tokens[index].lower != "in" or tokens[index + 1].tag is not Tag.NAME:
        return None
    index += 1
    while index < len(tokens) and tokens[index].tag is Tag.NAME:
        index += 1
    return index


def _of_whole(tokens: Sequence[Token], start: int, at: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether the clause says that the figure is for everything ("nationwide"); of several figures each has its own:
    "6.4 million cars worldwide, including 2.3 million in Ohio".
    """
    whole = vocabulary.cues.whole
    parted = [i for i in range(start, at) if tokens[i].tag is Tag.COMMA or tokens[i].lower == "including"]
    figured = next((i for i in range(start, at) if tokens[i].tag is Tag.FIGURE), at)
    low = parted[-1] if parted and figured < parted[-1] else start
    high = next((i for i in range(at + 1, end) if tokens[i].tag is Tag.FIGURE), end)
    if high < end:
        high = next((i for i in range(at + 1, high) if tokens[i].tag is Tag.COMMA), high)
    return any(t.lower in whole for t in tokens[low:high])


def _named_part(
    tokens: Sequence[Token], start: int, at: int, focus: frozenset[str], vocabulary: Vocabulary
) -> Facet | None:
    """A subject such as "DEA Omaha Division investigators", "the New England office", "New England alone"."""
    start = with_introduction(tokens, start)
    for index in range(at - 1, start, -1):
        token = tokens[index]
        names = _capitals(tokens, index - 1)
        if not names or names[-1].tag is not Tag.NAME:
            continue
        if token.lower == "alone":
            return place_facet(names, vocabulary.cues)
        own = [n for n in names if n.lower.removesuffix("'s") not in focus]
        if token.lemma in vocabulary.cues.part_nouns and own:
            return None if _aside(tokens, index, len(names), vocabulary) else facet((*own, token))
        country = " ".join(t.lower for t in (*names, token)) in vocabulary.cues.nations
        if token.lemma in vocabulary.cues.place_nouns and len(own) == len(names) and not country:
            located = _locates_event(tokens, index - len(names), vocabulary)
            elsewhere = located or _aside(tokens, index, len(names), vocabulary)
            return None if elsewhere else place_facet((*own, token), vocabulary.cues)
    return None


def _capitals(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The names that end at `at`, without the preposition or article that a sentence opens with."""
    names = names_ending(tokens, at)
    while names and names[0].tag in (Tag.PREPOSITION, Tag.DETERMINER):
        names = names[1:]
    return names


def _aside(tokens: Sequence[Token], noun: int, length: int, vocabulary: Vocabulary) -> bool:
    """Whether an office only speaks, or stands inside somebody's title: "who runs the Kern Office, said two died"."""
    before = noun - length - 1
    while before >= 0 and tokens[before].tag is Tag.DETERMINER:
        before -= 1
    titled = before >= 0 and tokens[before].lower in _LEADING_IN
    after = next((t for t in tokens[noun + 1 : noun + 3] if t.tag in (Tag.VERB, Tag.PARTICIPLE)), None)
    return titled or (after is not None and after.lemma in vocabulary.grammar.plain_speech)


def _locates_event(tokens: Sequence[Token], first: int, vocabulary: Vocabulary) -> bool:
    """Whether a place only says where the event itself is: "The fire in Kern and Inyo counties has burned …"."""
    at = first - 1
    while at > 0 and tokens[at].tag in (Tag.NAME, Tag.CONJUNCTION, Tag.COMMA):
        at -= 1
    return at > 0 and tokens[at].lower == "in" and tokens[at - 1].lemma in vocabulary.cues.event_nouns


def _subjects_place(
    tokens: Sequence[Token], start: int, at: int, focus: frozenset[str], vocabulary: Vocabulary
) -> Facet | None:
    """The place inside the subject of a figure's verb: "A box in Monksland gave 332", "Officers in Kern seized 9"."""
    verb, main = ruling_verb(tokens, start, at)
    if verb is None or main is None:
        return None
    place = next((i for i in range(start + 1, verb) if tokens[i].lower == "in"), None)
    if place is None or any(t.tag is Tag.FIGURE for t in tokens[start:verb]):
        return None
    head = tokens[place - 1]
    many = head.lemma != head.lower or head.lemma in vocabulary.cues.claimants
    if (
        head.tag is not Tag.WORD
        or head.lemma in vocabulary.cues.event_nouns
        or main.lemma in vocabulary.grammar.plain_speech
    ):
        return None
    acts = many and main.lemma not in vocabulary.grammar.speech
    if not (acts or main.lemma in vocabulary.cues.owning):
        return None
    return opening_place(tokens, place, focus, vocabulary)


def subject_of(tokens: Sequence[Token], focus: frozenset[str], vocabulary: Vocabulary) -> Facet | None:
    """The actor that a sentence is about when it does not carry the story; None when it does or when none is named."""
    return _subject_from(tokens, 0, len(tokens), focus, vocabulary.grammar, vocabulary)


def pronoun_subject(tokens: Sequence[Token]) -> bool:
    """Whether a sentence goes on about the subject of the one before: it opens with "It", "They"."""
    return bool(tokens) and tokens[0].lower in PRONOUNS


def _subject_from(
    tokens: Sequence[Token], start: int, end: int, focus: frozenset[str], grammar: Grammar, vocabulary: Vocabulary
) -> Facet | None:
    """The proper name that is the subject of a sentence's last verb that has one, if that is a verb of having."""
    for verb in range(end - 1, start, -1):
        if tokens[verb].tag not in (Tag.VERB, Tag.PARTICIPLE, Tag.AUXILIARY):
            continue
        last = verb - 1
        while last > start and tokens[last].tag in (Tag.AUXILIARY, Tag.ADVERB):
            last -= 1
        first = last
        while first >= start and tokens[first].tag is Tag.NAME:
            first -= 1
        names = tokens[first + 1 : last + 1]
        if names and tokens[verb].lemma not in grammar.speech and (first < start or tokens[first].tag in _OPENERS):
            has = tokens[verb].lemma in vocabulary.cues.owning
            return place_facet(names, vocabulary.cues) if has and not is_main(names, focus, vocabulary.cues) else None
    return None


def _ends_share(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Whether a share and an "and" stand right before the words: "energy 41.6% and petrol 59.9%"."""
    joined = any(t.lower == "and" for t in tokens[at + 1 : first])
    return joined and tokens[at].tag is Tag.FIGURE and tokens[at].lower.endswith(("%", "percent", "per cent"))


def _ends_named(tokens: Sequence[Token], opener: int, words: Sequence[Token]) -> bool:
    """Whether the words are a name behind "and" and the figure of another one: "Texas had 12 cases and Utah nine"."""
    named = bool(words) and all(w.tag is Tag.NAME for w in words) and tokens[opener + 1].lower == "and"
    near = tokens[max(0, opener - 2) : opener + 1]
    figure = next((i for i, t in enumerate(near) if t.tag is Tag.FIGURE), None)
    return named and figure is not None and all(t.tag is Tag.WORD for t in near[figure + 1 :])


def _gapped_subject(
    tokens: Sequence[Token], at: int, focus: frozenset[str], vocabulary: Vocabulary, *, countable: bool
) -> Facet | None:
    """A list that leaves its verb out: "the iPhone earned $42.6 billion, services $19.2 billion, the Mac $11.5
    billion". Another sum is no part of the first ("revenue was $5 billion, operating profit $1.1 billion").
    """
    first = at
    while first > 0 and tokens[first - 1].tag in (Tag.WORD, Tag.NAME):
        first -= 1
    opener = first - 1
    while opener >= 0 and tokens[opener].tag in (Tag.DETERMINER, Tag.CONJUNCTION):
        opener -= 1
    listed = opener > 0 and (
        tokens[opener].tag is Tag.COMMA
        or _ends_share(tokens, opener, first)
        or _ends_named(tokens, opener, tokens[first:at])
    )
    if first == at or not listed or not any(t.tag is Tag.FIGURE for t in tokens[: opener + 1]):
        return None
    words = tokens[first:at]
    if tokens[opener].tag is Tag.FIGURE and words[-1].lemma in vocabulary.entities:
        return None  # "and food prices 6.1 percent"
    named = entity_of(words, vocabulary)
    if not countable and named in vocabulary.contrasts and named not in vocabulary.entity_kinds:
        return None
    spare = vocabulary.grammar.weak_modifiers | vocabulary.cues.increments | {"ones", "one"}
    if any(w.lower in spare for w in words) or words[-1].lemma in vocabulary.cues.claimants:
        return None
    return None if is_main(words, focus, vocabulary.cues) else place_facet(words, vocabulary.cues)
