"""What was done with the counted thing: the ruling verb, state or phrase around a figure, as an action of the packs."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from claimcheck.language.lemmas import verb_lemma
from claimcheck.language.tokens import Tag, Token
from claimcheck.model.quantity import Dimension
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.counted import NOTHING, Counted, Deed
from claimcheck.resolve.insertions import names_some, past_insertion
from claimcheck.resolve.lists import among, held, introduced, listed, named_so, out_of
from claimcheck.resolve.phrases import noun_phrase, phrase_ending
from claimcheck.resolve.reading import Reading
from claimcheck.resolve.tallies import tallied
from claimcheck.resolve.verbs import governor, hangs_on_noun, past_counted_places, place_of, takes_object, turns_away

_PHRASE_REACH = 14
_STATE_REACH = 5
_WINDOW = 64
_PAIR = 2
_CLOSED = frozenset({"up", "down", "at", "higher", "lower"})
_OWNERS = frozenset({"its", "their", "his", "her", "our"})
_TREATMENT = "treatment"
_TOWARD = frozenset({"of", "to", "against"})
_DOERS = frozenset({"by"})


def action_of(tokens: Sequence[Token], at: int, reading: Reading, counted: Counted, vocabulary: Vocabulary) -> Deed:
    """The action's id (or an unknown verb's lemma) and the word it came from; (None, None) when nothing was done.

    Order of trust: a verb with its object, a state or phrase beside the noun ("dead", "into custody"), a known verb
    whose subject the noun is, a noun of action in the complement ("incidents of overheating"), a known verb before it,
    then verbs no pack knows that rule the figure itself. A relative clause ("dehumidifiers that may burn") only
    describes: the verb before the figure comes first then.
    """
    inside = bool(reading.noun) and hangs_on_noun(tokens, at)
    following = {t.span.start: n.lower for t, n in pairwise(tokens[max(0, at - _WINDOW) : at + _WINDOW])}
    after = _done_to_subject(tokens, at, reading, following, counted)
    before = NOTHING if reading.acting else _done_to_object(reading, following, counted)
    if _changes_a_count(tokens, before, vocabulary):
        before = NOTHING
    phrase = _phrase_after(tokens, reading.since or at + 1, counted, reading.until)
    place = NOTHING
    if inside:
        phrase = NOTHING
    if phrase[0] is not None and vocabulary.actions[phrase[0]].place:
        place, phrase = phrase, NOTHING  # "all 58 people on board were killed"
    if _only_sets(phrase, after, vocabulary) and not _tells_whole(tokens, after, reading):
        phrase = NOTHING
    share = counted.dimension is Dimension.PROPORTION
    of_people = bool(reading.noun) and reading.noun[-1].lemma in vocabulary.person_nouns
    candidates = (
        _noun_of(tokens, at, counted),
        _verb_and_object(tokens, reading, counted),
        tallied(tokens, at, reading, counted),
        after if " and " in (after[0] or "") else phrase,
        before if reading.described else after,
        _nominal(tokens, at, reading, counted),
        place if before[0] is None else NOTHING,
        before if of_people else NOTHING,  # "arrested 40 protesters"
        _suffered(tokens, reading, counted),
        _covered(tokens, reading, counted),
        _first((t for t in reading.noun if t.tag is Tag.PARTICIPLE), following, counted),
        _unknown(reading.after, counted) if reading.predicated and not inside else NOTHING,
        _noun_action(
            (*reversed(reading.noun), *reversed(reading.complement), *reversed(reading.subject)), counted, reading
        ),
        after if reading.described else before,
        _adjectival(reading, counted),
        listed(tokens, reading, counted),
        among(tokens, at, reading, counted),
        out_of(tokens, at, reading, counted),
        introduced(tokens, at, counted),
        held(tokens, at, reading, counted),
        _unknown(reading.after[:1], counted) if reading.moved and (reading.noun or not share) else NOTHING,
        _unknown(filter(None, (reading.governor,)), counted) if not share else NOTHING,
        _of_origin(_first(reading.divided, following, counted), vocabulary),
        named_so(counted, reading.noun or reading.subject),
    )
    action, word = next((found for found in candidates if found[0] is not None), NOTHING)
    if word is not None and _only_sizes(tokens, at, word, reading, counted):
        return NOTHING
    action = _taking_part(tokens, action, word, vocabulary) or _treated_for(tokens, action, word, counted) or action
    known = vocabulary.actions.get(action or "")
    return (known.told_as or action, word) if known is not None else (action, word)


def _taking_part(tokens: Sequence[Token], action: str | None, word: Token | None, vocabulary: Vocabulary) -> str | None:
    """The deed of those who take part in such an event: "3.35 million people took part in the referendum" voted."""
    known = vocabulary.actions.get(action or "")
    if known is None or not known.agent or word is None or word.tag not in (Tag.VERB, Tag.PARTICIPLE):
        return None
    at = place_of(tokens, word) + 1
    at += tokens[at : at + 1] != () and tokens[at].lower == "part"
    if at + 1 >= len(tokens) or tokens[at].lower != "in":
        return None
    start = at + 1
    while start < len(tokens) and tokens[start].tag in (Tag.DETERMINER, Tag.CALENDAR, Tag.ADVERB):
        start += 1
    event, _ = noun_phrase(tokens, start)
    head = event[-1].lemma if event else ""
    return next((a.id for a in vocabulary.actions.values() if head in a.events), None)


def _treated_for(tokens: Sequence[Token], action: str | None, word: Token | None, counted: Counted) -> str | None:
    """What befell those who are treated for it: "176 people were treated for minor injuries"; None where the packs know
    no such deed ("24 patients treated for burns").
    """
    nouns = counted.vocabulary.noun_actions
    if word is None or action is None or nouns.get(_TREATMENT) != action:
        return None
    start = place_of(tokens, word)
    for at in range(start + 1, min(len(tokens) - 1, start + _PHRASE_REACH)):
        if tokens[at].tag in (Tag.STOP, Tag.COMMA):
            return None
        if tokens[at].lower == "for":
            phrase, _ = noun_phrase(tokens, at + 1)
            deed = nouns.get(phrase[-1].lemma) if phrase else None
            return deed if counted.fits(deed) else None
    return None


def _changes_a_count(tokens: Sequence[Token], before: Deed, vocabulary: Vocabulary) -> bool:
    """Whether a verb is done to a count and not to what it counts: "cut its estimate of the toll by 100"."""
    verb = before[1]
    if verb is None or verb.lemma not in vocabulary.grammar.transitive:
        return False
    return _object_of(tokens, verb) in vocabulary.cues.counts


def _of_origin(deed: Deed, vocabulary: Vocabulary) -> Deed:
    """A deed of a part that the whole has as well, because it befell nobody: "seven of the 12 came from China"."""
    known = vocabulary.actions.get(deed[0] or "")
    return deed if known is not None and known.agent and known.object is None else NOTHING


def _only_sets(phrase: Deed, after: Deed, vocabulary: Vocabulary) -> bool:
    """Whether a phrase only says where or how what the verb before it tells took place: "four died in hospital"."""
    if phrase[1] is None or after[1] is None or phrase[1].tag is not Tag.PREPOSITION:
        return False
    plain = after[1].lemma not in vocabulary.grammar.light | vocabulary.grammar.empty
    return plain and after[1].span.start < phrase[1].span.start


def _tells_whole(tokens: Sequence[Token], after: Deed, reading: Reading) -> bool:
    """Whether a verb only tells of the whole, and the phrase of its part: "17 of the 123 patients being treated are in
    unstable condition".
    """
    return reading.since is not None and after[1] is not None and place_of(tokens, after[1]) < reading.since


def _only_sizes(tokens: Sequence[Token], at: int, deed: Token, reading: Reading, counted: Counted) -> bool:
    """Whether the figure is no object of the deed: the whole that a part was taken out of ("80 of its 600 branches"),
    the level that a cut leads to ("cut its staff to 120,000"), the price that a market settled at.
    """
    grammar = counted.vocabulary.grammar
    if deed.lemma in grammar.closing and counted.dimension is not Dimension.COUNT:
        after = place_of(tokens, deed) + 1
        return after < len(tokens) and tokens[after].lower in _CLOSED
    if counted.dimension is not Dimension.COUNT or deed.span.start > tokens[at].span.start:
        return False
    if reading.lead == "to" and not reading.noun and deed.tag is Tag.VERB and deed.lemma in grammar.pressing:
        thing = tokens[place_of(tokens, deed) + 1].lemma
        return f"{deed.lemma} {thing}" not in counted.vocabulary.verb_actions  # "cut power to 64,000 homes"
    return _is_owned_whole(tokens, at)


def _is_owned_whole(tokens: Sequence[Token], at: int) -> bool:
    """As in "6 percent of the group's 98,000 employees", "80 of its 600 branches"."""
    owner = at - 1
    if owner < 1 or not (tokens[owner].lower in _OWNERS or tokens[owner].lower.endswith(("'s", "s'"))):
        return False
    while owner > 0 and tokens[owner].lower != "of":
        if tokens[owner].tag not in (Tag.WORD, Tag.NAME, Tag.DETERMINER, Tag.PRONOUN):
            return False
        owner -= 1
    return owner > 0 and tokens[owner - 1].tag is Tag.FIGURE


def _done_to_subject(
    tokens: Sequence[Token], at: int, reading: Reading, following: Mapping[int, str], counted: Counted
) -> Deed:
    """What the verb behind the noun says: in the passive, without an object, or as a deed of the counted themselves."""
    if reading.noun and hangs_on_noun(tokens, at):
        return NOTHING
    action, verb = _first(reading.after, following, counted)
    if action is None or verb is None or " and " in action:
        return action, verb
    own = counted.vocabulary.actions[action].agent
    return NOTHING if not own and takes_object(tokens, verb) else (action, verb)


def _done_to_object(reading: Reading, following: Mapping[int, str], counted: Counted) -> Deed:
    """What the verb before the figure says, unless a preposition keeps the figure from being its object ("arrested in
    16 countries"); those who did it stand behind "by".
    """
    particle = bool(reading.before) and any(
        f"{reading.before[0].lemma} {word}" in counted.vocabulary.verb_actions
        for word in (reading.oblique, following.get(reading.before[0].span.start, ""))
    )
    if (
        reading.oblique
        and reading.oblique not in _DOERS
        and not particle
        and (reading.noun or reading.oblique == "with")
    ):
        return NOTHING
    grammar = counted.vocabulary.grammar
    state = reading.before[-1] if reading.before and reading.lead in ("are", "were", "is") else None
    if state is not None and state.tag is Tag.PARTICIPLE:  # "Gone are at least 991 homes"
        gone = counted.choose(f"are {state.lower}", counted.vocabulary.phrase_actions)
        if gone is not None:
            return gone, state
    if reading.oblique == "by" and reading.before and reading.before[0].lemma in grammar.falling:
        return _first(reading.before[:1], following, counted)  # "cut its work force by 48,000 employees"
    ruling = _governing(reading, counted.vocabulary)
    verbs = (v for v in ruling if v is reading.governor or v.lemma not in grammar.speech)
    action, verb = _first(verbs, following, counted)
    if reading.oblique in _DOERS and action is not None and " and " not in action:
        return (action, verb) if counted.vocabulary.actions[action].agent else NOTHING
    return action, verb


def _governing(reading: Reading, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """Verbs to the left up to the first that says something: beyond it another clause begins."""
    kept: list[Token] = []
    for token in reading.before:
        kept.append(token)
        if token.tag is Tag.VERB and token.lemma not in vocabulary.grammar.empty:
            break
    return tuple(kept)


def _first(verbs: Iterable[Token], following: Mapping[int, str], counted: Counted) -> Deed:
    """The first verb that a pack knows, with its particle ("pick up") before it alone ("pick")."""
    verbs = tuple(verbs)
    vocabulary = counted.vocabulary
    joint = _joint(verbs, following, counted)
    if joint is not None:
        return joint, verbs[0]
    for token in verbs:
        phrasal = f"{token.lemma} {following.get(token.span.start, '')}"
        light = token.lemma in vocabulary.grammar.light
        action = (
            counted.choose(phrasal, vocabulary.verb_actions)
            or counted.choose(token.lemma, vocabulary.verb_actions, light=light)
            or counted.choose(token.lower, vocabulary.state_actions, light=light)
        )
        if action is not None:
            return action, token
    return NOTHING


def _verb_and_object(tokens: Sequence[Token], reading: Reading, counted: Counted) -> Deed:
    """A verb that says what was done only together with its object: "claimed 4,500 lives", "claimed the lives of 11
    climbers", "lost 16 servicemen".
    """
    vocabulary = counted.vocabulary
    objects = [reading.noun[-1].lemma] if reading.noun else []
    if counted.entity is not None:
        objects.append(counted.entity)
    owned = [reading.subject[-1].lemma] if reading.of and reading.subject else []
    if reading.oblique == "to":
        objects = [_object_of(tokens, verb) for verb in reading.before[:1]]  # "cut power to 64,000 homes"
    for verb in reading.before[:1]:
        for thing in (*owned, *(objects if reading.oblique in ("", "to") else ())):
            action = counted.choose(f"{verb.lemma} {thing}", vocabulary.verb_actions)
            if action is not None:
                return action, verb
    if owned and objects:
        action = vocabulary.noun_actions.get(f"{objects[0]} {owned[0]}")  # "the loss of 1,700 jobs"
        if counted.fits(action):
            return action, reading.subject[-1]
    if reading.governor is not None and reading.noun:
        thing = _object_of(tokens, reading.noun[-1])  # "cost 12 climbers their lives"
        action = counted.choose(f"{reading.governor.lemma} {thing}", vocabulary.verb_actions)
        if action is not None:
            return action, reading.governor
    for verb in reading.after[:1]:
        thing = _object_of(tokens, verb)
        action = counted.choose(f"{verb.lemma} {thing}", vocabulary.verb_actions)
        if action is not None:
            return action, verb
    return NOTHING


def _object_of(tokens: Sequence[Token], verb: Token) -> str:
    """The lemma of the head of a verb's object, empty when it has none."""
    at = place_of(tokens, verb) + 1
    while at < len(tokens) and (tokens[at].tag in (Tag.DETERMINER, Tag.ADVERB) or tokens[at].lower in ("out", "off")):
        at += 1
    phrase, _ = noun_phrase(tokens, at)
    return phrase[-1].lemma if phrase else ""


def _nominal(tokens: Sequence[Token], at: int, reading: Reading, counted: Counted) -> Deed:
    """A noun of action that is tied to its object: "damage to 5,300 houses", "charges against 29 people", "the killing
    of 12 journalists was condemned".
    """
    left = at - 1
    while left > 0 and tokens[left].tag in (Tag.ADVERB, Tag.DETERMINER):
        left -= 1
    if left < 1 or not reading.noun or tokens[left].lower not in _TOWARD:
        return NOTHING
    noun, vocabulary = _done_toward(tokens, left - 1, counted), counted.vocabulary
    if noun.tag is not Tag.WORD and (noun.tag is not Tag.VERB or noun.lower != noun.lemma):
        return NOTHING  # "there was damage to"
    action = vocabulary.noun_actions.get(noun.lemma)
    if action is None and tokens[left].lower == "against":
        action = vocabulary.verb_actions.get(noun.lemma)
    return (action, noun) if counted.fits(action) else NOTHING


def _done_toward(tokens: Sequence[Token], at: int, counted: Counted) -> Token:
    """The noun before "to" or "against"; of a passive verb that says nothing its subject: "Charges were brought"."""
    passive = at > 1 and tokens[at].tag is Tag.VERB and tokens[at - 1].tag is Tag.AUXILIARY
    if not passive or tokens[at].lemma not in counted.vocabulary.grammar.empty:
        return tokens[at]
    start = at
    while start > 0 and tokens[start - 1].tag is Tag.AUXILIARY:
        start -= 1
    phrase = phrase_ending(tokens, start - 1) if start else ()
    return phrase[-1] if phrase else tokens[at]


def _suffered(tokens: Sequence[Token], reading: Reading, counted: Counted) -> Deed:
    """A verb that only carries a noun of action: "30 passengers suffered injuries", "600 flights hit by delays"."""
    vocabulary = counted.vocabulary
    for verb in reading.after[:1]:
        at = place_of(tokens, verb)
        if verb.lemma in vocabulary.grammar.befalling and [t.lower for t in tokens[at + 1 : at + 2]] == ["by"]:
            action = vocabulary.noun_actions.get(_object_of(tokens, tokens[at + 1]))
            if counted.fits(action):
                return action, verb
        if verb.lemma in vocabulary.grammar.suffering:
            action = vocabulary.noun_actions.get(_object_of(tokens, verb))
            if counted.fits(action):
                return action, verb
    return NOTHING


def _covered(tokens: Sequence[Token], reading: Reading, counted: Counted) -> Deed:
    """A noun of action whose verb only says how far it reaches: "the recall covers 1.56 million units"."""
    verb = reading.governor
    if verb is None or verb.lemma not in counted.vocabulary.grammar.covering:
        return NOTHING
    subject = phrase_ending(tokens, place_of(tokens, verb) - 1)
    action = counted.vocabulary.noun_actions.get(subject[-1].lemma) if subject else None
    return (action, subject[-1]) if counted.fits(action) else NOTHING


def _joint(verbs: Sequence[Token], following: Mapping[int, str], counted: Counted) -> str | None:
    """As in "550 killed and wounded", "damaged or destroyed 40 homes": both are counted together, and neither alone. Of
    what was first "arrested and charged" each was both.
    """
    if len(verbs) < _PAIR:
        return None
    first, second = sorted(verbs[:_PAIR], key=lambda v: v.span.start)
    apart = second.span.start - first.span.end > len(" and/or ")
    if apart or (second is verbs[0] and following.get(first.span.start) != "or"):
        return None
    actions = [counted.vocabulary.verb_actions.get(v.lemma) for v in verbs[:_PAIR]]
    fits = all(counted.fits(a) for a in actions) and len(set(actions)) == _PAIR
    return " and ".join(sorted(a for a in actions if a is not None)) if fits else None


def _adjectival(reading: Reading, counted: Counted) -> Deed:
    """What a participle says that opens a label: "Recalled cars: 1.2 million"."""
    grammar = counted.vocabulary.grammar
    for token in reading.subject[:-1] if reading.tied and not reading.noun else ():
        done = verb_lemma(token.lower, grammar.irregular_verbs, grammar.verbs)
        action = counted.choose(done, counted.vocabulary.verb_actions) if done != token.lower else None
        if action is not None and token.lower.endswith("ed"):
            return action, token
    return NOTHING


def _unknown(verbs: Iterable[Token], counted: Counted) -> Deed:
    """A verb that no pack knows, by its lemma; of counts alone, and never one that says nothing."""
    vocabulary = counted.vocabulary
    if counted.dimension not in (Dimension.COUNT, Dimension.PROPORTION):
        return NOTHING
    silent = vocabulary.grammar.speech | vocabulary.grammar.empty | vocabulary.grammar.linking
    for token in verbs:
        senses = vocabulary.senses.get(token.lemma) or filter(None, (vocabulary.verb_actions.get(token.lemma),))
        unsaid = all(token.lemma in vocabulary.actions[a].only for a in senses)
        if unsaid and token.lemma not in silent - {"lose"}:
            return token.lemma, token
    return NOTHING


def _noun_action(words: Iterable[Token], counted: Counted, reading: Reading) -> Deed:
    own = {t.span for t in (*reading.noun, *reading.complement)}
    for token in words:
        if (reading.owner or (reading.oblique == "by" and reading.noun)) and token.span not in own:
            continue
        actions = counted.vocabulary.noun_actions
        action = actions.get(token.lemma) or actions.get(token.lower)
        if counted.fits(action):
            return action, token
    return NOTHING


def _phrase_after(tokens: Sequence[Token], start: int, counted: Counted, until: int | None) -> Deed:
    """A state or fixed phrase in the figure's own stretch, which opens at `start`: "12 people dead", "617 persons into
    custody".
    """
    vocabulary = counted.vocabulary
    window: list[Token] = []
    at, index, end = start - 1, start, until or len(tokens)
    while index < end and len(window) < _PHRASE_REACH and not turns_away(tokens, index):
        if tokens[index].tag in (Tag.FIGURE, Tag.STOP):
            behind = max(past_insertion(tokens, index), _past_place(tokens, index))
            if behind == index:
                break
            index = behind
            continue
        if tokens[index].tag is Tag.COMMA and names_some(tokens, index + 1):
            break
        if tokens[index].tag is Tag.CONJUNCTION and _has_verb(tokens, at, window):
            break
        window.append(tokens[index])
        index += 1
    passing = vocabulary.grammar.empty | vocabulary.grammar.linking | vocabulary.grammar.raising
    for place, token in enumerate(window[:_STATE_REACH]):
        action = counted.choose(token.lower, vocabulary.state_actions)
        if action is not None and not _is_active(tokens, at + 1 + place):
            return action, token
        if token.tag in (Tag.COMMA, Tag.CONJUNCTION) or (token.tag is Tag.VERB and token.lemma not in passing):
            break
    words = [t.lower for t in window]
    for place, word in enumerate(words):
        for phrase in vocabulary.phrases_from.get(word, ()):
            parts = phrase.split()
            if words[place : place + len(parts)] == parts:
                action = counted.choose(phrase, vocabulary.phrase_actions)
                if action is not None:
                    return action, window[place]
    return NOTHING


def _past_place(tokens: Sequence[Token], at: int) -> int:
    """Over a phrase of place that counts where the counted are: "35 people in nine states have fallen ill"."""
    start = at
    while start > 0 and tokens[start - 1].tag in (Tag.DETERMINER, Tag.ADVERB):
        start -= 1
    return max(at, past_counted_places(tokens, start - 1)) if start and tokens[start - 1].tag is Tag.PREPOSITION else at


def _has_verb(tokens: Sequence[Token], at: int, window: Sequence[Token]) -> bool:
    """Whether the figure's noun is the object of an active verb, so that what stands behind "and" is another deed:
    "employs 38,000 people and has let go 5,200".
    """
    ruling = governor(tokens, at)
    if ruling is None or any(t.tag in (Tag.VERB, Tag.AUXILIARY) for t in window) or not window:
        return False
    after = window[-1].span.end
    following = [t for t in tokens if t.span.start >= after][1:3]
    return bool(following) and following[0].tag is Tag.AUXILIARY


def _is_active(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that is a state elsewhere has an object here: "132 bags held 8.8 tonnes"."""
    if tokens[at].tag is not Tag.VERB or at + 1 >= len(tokens) or tokens[at - 1].tag is Tag.AUXILIARY:
        return False
    return tokens[at + 1].tag is Tag.FIGURE or takes_object(tokens, tokens[at])


def _noun_of(tokens: Sequence[Token], at: int, counted: Counted) -> Deed:
    """The deed whose plural noun "of" ties to the figure, whatever is told of these: "bodies of 49 men were found",
    "arrests of 40 people drew criticism".
    """
    if at < 2 or tokens[at - 1].lower != "of" or tokens[at - 2].lemma == tokens[at - 2].lower:
        return NOTHING
    noun = tokens[at - 2]
    action = counted.choose(noun.lemma, counted.vocabulary.noun_actions) if noun.tag is Tag.WORD else None
    return (action, noun) if action is not None and counted.dimension is Dimension.COUNT else NOTHING


def topic_action(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Deed:
    """For a bare count, the noun of action that its clause speaks of before it: "The number for Saturday's march was
    110,000", "the toll of the storm stood at 45".
    """
    bare = Counted(Dimension.COUNT, None, vocabulary)
    for token in reversed(tokens[max(0, at - _PHRASE_REACH) : at]):
        if token.tag in (Tag.FIGURE, Tag.STOP):
            break
        action = vocabulary.noun_actions.get(token.lemma)
        if bare.fits(action):
            return action, token
    return NOTHING
