"""On whose word a figure stands, where the sentence names a claimant."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.clauses import PRONOUNS, SENTENCE_ENDS, clause_bounds, sentence_start
from claimcheck.resolve.places import is_time
from claimcheck.resolve.speakers import SPOKEN, claimant, inverted_speaker, named, of_names, speaker, speaks

_SPEAKER_REACH = 8
_NOUN_REACH = 5
_GIVEN = frozenset({"according", "said", "estimated", "quoted", "cited", "claimed", "reported", "counted", "given"})
_PAIR = 2
_SET_AGAINST = frozenset({"against", "versus", "vs", "while", "whereas", "but", "not"})
_PARTED = frozenset({Tag.COMMA, Tag.CONJUNCTION, Tag.STOP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The claimant of one figure; `words` are the places of the tokens that name him and his count, which name no thing
    that is counted. `beside`: the figure stands beside another's of the same thing, without a noun of its own
    ("Police said 110,000 had come, organisers a million").
    """

    who: Facet
    words: frozenset[int] = frozenset()
    beside: bool = False


def voice_of(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Voice | None:
    """The claimant by the first way in which the sentence names one: what stands nearest to the figure comes first."""
    return next((found for way in _WAYS if (found := way(tokens, at, vocabulary)) is not None), None)


def goes_on(tokens: Sequence[Token], at: int, voice: Facet | None, vocabulary: Vocabulary) -> Facet | None:
    """The `voice` of the sentence before, where the figure's own goes on with a pronoun: "It put the dead at 14"."""
    for index in range(sentence_start(tokens, at) + 1, at):
        if speaks(tokens, index, at, vocabulary):
            return voice if tokens[index - 1].lower in PRONOUNS else None
    return None


def voice_in(tokens: Sequence[Token], vocabulary: Vocabulary) -> Facet | None:
    """Who speaks in a sentence, or is its subject in the words for those who claim: "The union called it a success"."""
    for index in range(len(tokens) - 1, 0, -1):
        if speaks(tokens, index, len(tokens), vocabulary):
            return speaker(tokens, index, 0, vocabulary)
    first = next((i for i, t in enumerate(tokens) if t.tag is not Tag.DETERMINER), len(tokens))
    verb = next((i for i in range(first, len(tokens)) if tokens[i].tag is Tag.VERB), 0)
    subject = tokens[first:verb]
    plain = bool(subject) and all(t.tag in (Tag.WORD, Tag.NAME) for t in subject)
    return claimant(subject[-1]) if plain and subject[-1].lemma in vocabulary.cues.claimants else None


def _in_brackets(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Voice | None:
    """As in "100,000 people (organisers) or 25,000 (police)"."""
    for index in range(at + 1, min(at + _NOUN_REACH, len(tokens) - 2)):
        token = tokens[index]
        if token.lower == "(" and tokens[index + 2].lower == ")":
            who = named(tokens, index + 1, index + 2, vocabulary)
            return None if who is None else Voice(who=who, words=frozenset({index + 1}), beside=index == at + 1)
        if token.tag not in (Tag.WORD, Tag.NAME, Tag.PARTICIPLE):
            return None
    return None


def _set_beside(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Voice | None:
    """Where the verb is left out: "Police said 110,000 had come, organisers a million"."""
    index = at - 1
    while index > 0 and tokens[index].tag in (Tag.ADVERB, Tag.DETERMINER):
        index -= 1
    index -= tokens[index].lower in ("at", "as") if index > 0 else 0
    end = index
    while index > 0 and tokens[index].tag in (Tag.NAME, Tag.WORD) and end - index < _NOUN_REACH:
        index -= 1
    names = tokens[index + 1 : end + 1]
    known = bool(names) and names[-1].lemma in vocabulary.cues.claimants
    if not known and not (names and _counts_too(tokens, names, index, vocabulary)):
        return None
    while index > 0 and tokens[index].tag is Tag.DETERMINER:
        index -= 1
    if tokens[index].tag not in _PARTED or not _told_before(tokens, index, vocabulary):
        return None
    who = of_names(names, vocabulary) if names[-1].tag is Tag.NAME else claimant(names[-1])
    return Voice(who=who, words=frozenset(range(index + 1, end + 1)), beside=True)


def _told_before(tokens: Sequence[Token], end: int, vocabulary: Vocabulary) -> bool:
    """Whether another claimant's figure comes first in the sentence."""
    spoken = any(speaks(tokens, i, end, vocabulary) or _estimates(tokens, i, vocabulary) for i in range(end))
    return spoken and any(t.tag is Tag.FIGURE for t in tokens[:end])


def _counts_too(tokens: Sequence[Token], names: Sequence[Token], index: int, vocabulary: Vocabulary) -> bool:
    """Whether names stand where another has just counted: "The ministry counted 391,000 protesters, the CGT 1.3
    million"; not "The ministry said Ohio had 12, Utah 10".
    """
    for at in range(index, 0, -1):
        if tokens[at].tag in (Tag.VERB, Tag.PARTICIPLE):
            counts = tokens[at].lemma in vocabulary.cues.counting and speaks(tokens, at, len(tokens), vocabulary)
            return counts and speaker(tokens, at, 0, vocabulary) is not None and all(n.tag is Tag.NAME for n in names)
    return False


def _estimates(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the hedge of a figure is the verb of somebody who gives it: "Police estimated 3,000 people came"."""
    if not at or tokens[at].tag is not Tag.FIGURE or not tokens[at].lower.startswith("estimated "):
        return False
    return tokens[at - 1].tag is Tag.NAME or tokens[at - 1].lemma in vocabulary.cues.claimants


def _before_colon(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Voice | None:
    """Whose count a label names: "(police count: 92,000)", "300,000 according to organisers (police: 92,000)"."""
    if at < _PAIR or tokens[at - 1].lower != ":":
        return None
    first = at - 1
    while first > 0 and tokens[first - 1].tag in (Tag.WORD, Tag.NAME, Tag.DETERMINER) and at - first < _NOUN_REACH:
        first -= 1
    label = [t for t in tokens[first : at - 1] if t.tag is not Tag.DETERMINER]
    who = next((t for t in label if t.lemma.removesuffix("'") in vocabulary.cues.claimants), None)
    rest = [t for t in label if t is not who]
    if who is None or not all(t.lemma in vocabulary.cues.counts for t in rest):
        return None
    given = any(_gives(tokens, i) for i in range(1, first)) or _told_before(tokens, first, vocabulary)
    if not rest and not (given and first and tokens[first - 1].lower == "("):
        return None
    return Voice(who=claimant(who), words=frozenset(range(first, at)), beside=True)


def _gave_count(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Voice | None:
    """As in "police gave a figure of 150,000", "the ministry issued its own estimate of 2,000"."""
    if at <= _PAIR or tokens[at - 1].lower != "of" or tokens[at - 2].lemma not in vocabulary.cues.counts:
        return None
    for index in range(at - 3, max(0, at - _SPEAKER_REACH), -1):
        token = tokens[index]
        if token.tag in (Tag.VERB, Tag.PARTICIPLE):
            who = speaker(tokens, index, sentence_start(tokens, at), vocabulary)
            given = token.lemma in vocabulary.cues.giving and who is not None
            return Voice(who=who, words=frozenset({at - 2}), beside=True) if given and who is not None else None
        if token.tag not in (Tag.DETERMINER, Tag.WORD, Tag.ADVERB):
            return None
    return None


def _right_behind(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Voice | None:
    """As in "the 200,000 claimed by the organisers", "580,000 by police count", "the 3 million that the council
    reported", "25,000 if one believes the police".
    """
    for index in range(at + 1, min(at + _SPEAKER_REACH, len(tokens) - 1)):
        token, before = tokens[index], tokens[index - 1]
        if token.tag is Tag.FIGURE or token.lower in SENTENCE_ENDS:
            return None
        start = None
        said = before.lower in _GIVEN or (token.lower == "by" and before.lemma in vocabulary.grammar.speech)
        if (token.lower in ("to", "by") and said) or _believed(tokens, index):
            start = index + 1
        elif token.lower == "by" and _is_count(tokens, index + 1, vocabulary):
            return _counted_by(tokens, index + 1, vocabulary)
        elif (token.lower == "by" and index == at + 1 and _told_so(tokens, at, vocabulary)) or (
            token.lower in ("that", "which") and _told_of(tokens, index + 1, vocabulary)
        ):
            start = index + 1
        who = None if start is None else named(tokens, start, len(tokens), vocabulary)
        if who is not None:
            plain = not any(t.tag in SPOKEN and t.lower not in _GIVEN for t in tokens[at + 1 : index])
            bare = plain and not any(t.tag in (Tag.WORD, Tag.NAME) for t in tokens[at + 1 : index])
            return Voice(who=who, beside=bare)
    return None


def _told_so(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the sentence tells the figure as somebody's word before: "The toll has been put at 14 by the army"."""
    told = vocabulary.grammar.speech | vocabulary.cues.counts
    return any(t.lemma in told for t in tokens[sentence_start(tokens, at) : at])


def _believed(tokens: Sequence[Token], index: int) -> bool:
    before = [t.lower for t in tokens[max(0, index - 2) : index]]
    return tokens[index].lower in ("believes", "believe") and "if" in before


def _told_of(tokens: Sequence[Token], start: int, vocabulary: Vocabulary) -> bool:
    """Whether a subject and a verb of speech follow, and then no other figure."""
    for index in range(start, min(start + _NOUN_REACH, len(tokens))):
        if tokens[index].lemma in vocabulary.grammar.speech and tokens[index].tag in SPOKEN:
            return index > start and not (index + 1 < len(tokens) and tokens[index + 1].tag is Tag.FIGURE)
        if tokens[index].tag not in (Tag.DETERMINER, Tag.WORD, Tag.NAME, Tag.AUXILIARY):
            return False
    return False


def _is_count(tokens: Sequence[Token], start: int, vocabulary: Vocabulary) -> bool:
    """Whether somebody's count stands here: "police count", "the organisers' estimate", "that of the organisers"."""
    words = tokens[start : start + _NOUN_REACH]
    if len(words) > 2 and (words[0].lower, words[1].lower) == ("that", "of"):
        return True
    nouns = [t for t in words if t.tag is not Tag.DETERMINER]
    owned = len(nouns) > 1 and nouns[0].lemma.removesuffix("'") in vocabulary.cues.claimants
    return owned and any(t.lemma in vocabulary.cues.counts for t in nouns[1:3])


def _counted_by(tokens: Sequence[Token], start: int, vocabulary: Vocabulary) -> Voice | None:
    start += 2 * (tokens[start].lower == "that")
    who = named(tokens, start, len(tokens), vocabulary)
    return None if who is None else Voice(who=who, beside=True)


def _before(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Voice | None:
    """The subject of the nearest verb of speech before the figure: "police put it at 110,000"."""
    start = sentence_start(tokens, at)
    if _estimates(tokens, at, vocabulary):
        who = speaker(tokens, at, start, vocabulary)
        return None if who is None else Voice(who=who)
    for index in range(at - 1, start - 1, -1):
        if speaks(tokens, index, at, vocabulary):
            who = speaker(tokens, index, start, vocabulary) or inverted_speaker(tokens, index, at, vocabulary)
            if who is not None:
                it = any(t.lower in ("it", "them") for t in tokens[index + 1 : at])
                return Voice(who=who, beside=it and not any(t.tag is Tag.FIGURE for t in tokens[index:at]))
    return None


def _according(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Voice | None:
    """The nearest "according to" behind the figure, else before it."""
    start = sentence_start(tokens, at)
    places = [i for i in range(start + 1, len(tokens) - 1) if _gives(tokens, i)]
    own = (i for i in places if not _of_another(tokens, at, i))
    for index in sorted(own, key=lambda i: (i < at, abs(i - at))):
        who = named(tokens, index + 1, len(tokens), vocabulary)
        if who is not None:
            return Voice(who=who)
    return None


def _of_another(tokens: Sequence[Token], at: int, index: int) -> bool:
    """Whether an "according to" is that of a figure set against this one: "300,000 (92,000 according to police)", "1.3
    million, against 391,000 according to the ministry".
    """
    between = tokens[at + 1 : index]
    for place, token in enumerate(between):
        opened = token.lower == "(" and all(t.lower != ")" for t in between[place:])
        if (opened or token.lower in _SET_AGAINST) and any(t.tag is Tag.FIGURE for t in between[place:]):
            return True
    return False


def _gives(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].lower in ("to", "by") and tokens[index - 1].lower in _GIVEN


def _told_behind(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Voice | None:
    """Who says so behind a comma: "… died, the ministry said", "… died, said Tim Shenk", "… died, as the army
    reported on Sunday". A verb of speech with another figure behind it tells of that one.
    """
    stops = (i for i in range(at + 1, len(tokens)) if tokens[i].lower in SENTENCE_ENDS or _opens_contrast(tokens, i))
    end = next(stops, len(tokens))
    for index in range(end - 1, at + 1, -1):
        token = tokens[index]
        if token.tag is Tag.FIGURE:
            return None
        if token.lemma not in vocabulary.grammar.speech or token.tag not in SPOKEN:
            continue
        comma = max((i for i in range(at + 1, index) if tokens[i].tag is Tag.COMMA), default=None)
        if comma is None or any(t.tag in SPOKEN or t.tag is Tag.FIGURE for t in tokens[comma + 1 : index]):
            continue
        if tokens[comma + 1].tag in (Tag.RELATIVE, Tag.CONJUNCTION) and tokens[comma + 1].lower != "as":
            continue
        who = speaker(tokens, index, comma + 1, vocabulary) or inverted_speaker(tokens, index, end, vocabulary)
        return None if who is None else Voice(who=who)
    return None


def _opens_contrast(tokens: Sequence[Token], index: int) -> bool:
    """As in "12 percent, the opposition said, not the 41.5 percent": what follows is another's figure."""
    return (
        tokens[index].lower in ("not", "while", "whereas", "though", "although") and tokens[index - 1].tag is Tag.COMMA
    )


def _own_count(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Voice | None:
    """Whose count it is: "the Met's number was", "by police estimates", "The Guardian's look at pictures suggested",
    "the organisers' was 100,000".
    """
    start, end = clause_bounds(tokens, at)
    for first, last in ((start, at), (at + 1, end)):
        for index in range(first, min(last, len(tokens) - 1)):
            token, after = tokens[index], tokens[index + 1]
            counts = after.lemma in vocabulary.cues.counts
            owner = token.lower.endswith("'s") and token.text[0].isupper() and token.tag is not Tag.CALENDAR
            its_name = owner and not is_time(token, vocabulary)
            claims = token.lemma.removesuffix("'") in vocabulary.cues.claimants
            left_out = claims and after.lower in ("'", "’") and first == start and tokens[at - 1].lemma == "be"
            if ((its_name or claims) and counts) or left_out:
                return Voice(who=claimant(token), words=frozenset({index, index + 1}), beside=first == start)
    return None


_WAYS: tuple[Callable[[Sequence[Token], int, Vocabulary], Voice | None], ...] = (
    _in_brackets,
    _before_colon,
    _set_beside,
    _right_behind,
    _gave_count,
    _before,
    _according,
    _own_count,
    _told_behind,
)
