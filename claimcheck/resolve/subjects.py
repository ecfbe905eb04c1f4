"""The subject of a figure: the noun phrase that a linking verb, a colon or "of" ties to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.language.lemmas import verb_lemma
from claimcheck.language.tokens import BOUND_VERBS, Tag, Token
from claimcheck.model.vocabulary import Grammar
from claimcheck.resolve.phrases import joined, noun_phrase, object_ending, phrase_ending, phrases_ending
from claimcheck.resolve.ways import way_of_noun

_WORTH = frozenset({"worth", "valued", "totaling", "totalling", "estimated", "averaging"})
_TIES = frozenset({":", "|", "of", "–", "—"})
_LABELS = frozenset({":", "|", "–"})
_DOINGS = frozenset({Tag.VERB, Tag.PARTICIPLE})
_DEEDS = _DOINGS | {Tag.CONJUNCTION, Tag.ADVERB}
_BORDERS = frozenset({Tag.STOP, Tag.RELATIVE, Tag.CONJUNCTION})
_CARRIERS = frozenset({"at", "to", "by", "as", "a", "some", "+"})
_ASIDE = frozenset({"at", "of"})
_OBLIQUE = frozenset(
    {"with", "in", "on", "for", "among", "near", "across", "after", "within", "into", "through", "over"}
)
_COMPARATIVES = frozenset(
    {"higher", "lower", "smaller", "larger", "bigger", "stronger", "weaker", "more", "less", "up", "down"}
)
_CLOSED = frozenset({"up", "down", "higher", "lower", "at"})
_PLACING = frozenset({"in", "across", "at"})
_DESCRIBING = frozenset({Tag.VERB, Tag.PARTICIPLE})
_MEASURING = frozenset({"by", "at"})
_OCCURRENCES = frozenset({"incidence", "prevalence", "frequency"})
_OWNED = frozenset({"'", "’"})
_HAVE = frozenset({"have", "has", "had"})
_SUBJECT_REACH = 14
_IN_PART = 3
_PLACED_REACH = 10
_OWNED_REACH = 4
_PARTICLES = frozenset({"up", "out"})
_RELATIVE = ("%", "percent", "per cent", "pct", "points", "point")
_LISTING = frozenset({"and", "but", "with"})
_ASIDE_REACH = 24
_DAY = len(("on", "Sunday"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """`words` end in the head and are empty when nothing is tied to the figure. `tied` says that they stand right
    before it ("Cocaine: 7,469 kg"), `owner` that the subject only has what the figure counts ("the No side had
    49.9 percent").
    """

    words: tuple[Token, ...] = ()
    tied: bool = False
    owner: bool = False


NOBODY = Subject()


def subject_of_figure(tokens: Sequence[Token], at: int, grammar: Grammar, *, amount: bool = False) -> Subject:
    """The subject of the figure at `tokens[at]`. `amount`: a sum or a share, so that what gained or lost it is it."""
    placed = (
        _placed(tokens, at, grammar)
        or _moved_object(tokens, at, grammar)
        or _moved_beside(tokens, at, grammar)
        or moved_object(tokens, at, grammar)[1]
        or (_moved_without_verb(tokens, at) if amount else ())
        or _before_bound(tokens, at, grammar)
    )
    if placed:
        return Subject(words=placed)
    left = at - 1
    while left >= 0 and (tokens[left].tag is Tag.ADVERB or tokens[left].lower in _CARRIERS):
        left -= 1
    left = _before_bracket(tokens, left)
    if left < 0:
        return NOBODY
    if left == at - 1 and tokens[left].tag is Tag.WORD and tokens[at].lower.startswith("between "):
        return Subject(words=phrases_ending(tokens, left), tied=True)  # "a loss between $93m and $108m"
    if amount and left == at - 1 and _opens_line(tokens, left):
        return Subject(words=phrase_ending(tokens, left), tied=True)
    if tokens[left].lower in _WORTH and left and tokens[left - 1].tag in (Tag.AUXILIARY, Tag.ADVERB):
        return Subject(words=clause_subject(tokens, left, grammar))
    if tokens[left].lower in _WORTH or tokens[left].lower in _TIES:
        named = phrase_ending(tokens, _before_deeds(tokens, left) - 1)
        named = (() if amount else _labelled(tokens, at, left, grammar)) or named
        return NOBODY if _is_place(tokens, left, named) else Subject(words=named, tied=True)
    if tokens[left].tag is Tag.COMMA and tokens[at - 1].lower in _ASIDE:
        return Subject(words=phrases_ending(tokens, left - 1), tied=True)
    if tokens[at - 1].lower in _MEASURING and tokens[left].lemma in _COMPARATIVES:
        return _linked(tokens, left - 1, grammar, amount=amount)  # "sales were higher by 20%"
    verb = at - 1 if tokens[at].lower.startswith("from ") else at - 2
    if (verb == at - 1 or tokens[at - 1].lower in ("from", "by")) and _is_moved(tokens, verb, grammar):
        return Subject(words=clause_subject(tokens, verb, grammar))  # "the tax is raised from 7%"
    filler = tokens[left].lemma in grammar.fillers and tokens[left - 1].lower == "in"
    if tokens[left].tag in (Tag.WORD, Tag.NAME) and left != at - 1 and not filler:
        falling = left == at - 2 and tokens[at - 1].lower == "to" and _moving(tokens[left], grammar)
        return NOBODY if falling else Subject(words=object_ending(tokens, left))  # "before falling to 2%"
    if tokens[left].tag in (Tag.VERB, Tag.PARTICIPLE) and any(t.lower in ("at", "to") for t in tokens[left + 1 : at]):
        return Subject(words=clause_subject(tokens, left, grammar))
    if tokens[at - 1].lower in _OBLIQUE:
        return NOBODY
    return _linked(tokens, left, grammar, amount=amount)


def _labelled(tokens: Sequence[Token], at: int, tie: int, grammar: Grammar) -> tuple[Token, ...]:
    """What the label of a bare figure names, where phrases narrow it down: "Complaints about brakes: 210"; empty for a
    label without any.
    """
    closed = at + 1 >= len(tokens) or tokens[at + 1].tag is Tag.STOP
    start = tie
    while start > 0 and tie - start <= _SUBJECT_REACH and tokens[start - 1].tag not in (Tag.STOP, Tag.FIGURE):
        start -= 1
    label = tokens[start:tie]
    if tokens[tie].lower not in _LABELS or not closed or not label or label[0].tag not in (Tag.WORD, Tag.NAME):
        return ()
    if any(t.tag in (Tag.AUXILIARY, Tag.RELATIVE, Tag.COMMA, Tag.CONJUNCTION) for t in label):
        return ()
    narrowed = any(t.tag is Tag.PREPOSITION and t.lower != "of" for t in label)
    return clause_subject(tokens, tie, grammar) if narrowed else ()


def _before_deeds(tokens: Sequence[Token], tie: int) -> int:
    """Where what a label says was done begins: "Structures | damaged or destroyed: 4"; the `tie` itself for none."""
    at = tie
    while at > 0 and tokens[tie].lower in _LABELS and tokens[at - 1].tag in _DEEDS:
        at -= 1
    opens = at == 0 or tokens[at - 1].tag in (Tag.WORD, Tag.NAME) or tokens[at - 1].tag is Tag.STOP
    return at if at < tie and tokens[at].tag in _DOINGS and opens else tie


def _is_place(tokens: Sequence[Token], colon: int, named: Sequence[Token]) -> bool:
    """Whether what stands before a colon only says in how many places, and names nothing behind it: "dead in three
    states: 13 in Georgia".
    """
    first = colon - len(named) - 1
    counted = tokens[colon].lower == ":" and first > 0 and tokens[first].tag is Tag.FIGURE
    return counted and tokens[first - 1].lower in _PLACING


def _moved_object(tokens: Sequence[Token], at: int, grammar: Grammar) -> tuple[Token, ...]:
    """What a verb moves "from" one figure "to" another: "will shrink its headcount from 235,000 to about 200,000"."""
    lead = at - 1
    while lead > 0 and tokens[lead].tag is Tag.ADVERB:
        lead -= 1
    if lead > 1 and tokens[lead].lower == "to" and tokens[lead - 1].tag is Tag.FIGURE:
        lead -= 2
    if lead < _IN_PART or tokens[lead].lower != "from":
        return ()
    thing = phrase_ending(tokens, lead - 1)
    first = lead - 1 - len(thing)
    if not thing or first < 1 or tokens[first].tag is not Tag.DETERMINER:
        return ()
    verb = tokens[first - 1]
    moves = verb.lemma in grammar.lifting | grammar.pressing | grammar.rising | grammar.falling
    return thing if verb.tag in _DESCRIBING and moves else ()


def moved_object(tokens: Sequence[Token], at: int, grammar: Grammar) -> tuple[Token | None, tuple[Token, ...]]:
    """The verb and what it moves by the share right behind: "raised its dividend 5 percent", "cut output 3 percent"."""
    if at < _IN_PART or tokens[at - 1].tag is not Tag.WORD or not tokens[at].lower.endswith(_RELATIVE):
        return None, ()
    thing = phrase_ending(tokens, at - 1)
    verb = at - 1 - len(thing)
    while verb > 0 and tokens[verb].tag is Tag.DETERMINER:
        verb -= 1
    moves = tokens[verb].tag in _DESCRIBING and tokens[verb].lemma in grammar.lifting | grammar.pressing
    return (tokens[verb], thing) if moves and verb else (None, ())


def _moved_beside(tokens: Sequence[Token], at: int, grammar: Grammar) -> tuple[Token, ...]:
    """What moved by the figure, where a list goes on with it: "a loss of $6 million, and revenue up by 43 percent", "on
    sales of $9 million with costs rising 3 percent"; empty for any other figure.
    """
    way = at - 3 if at > _IN_PART and tokens[at - 1].lower == "to" and tokens[at - 2].tag is Tag.FIGURE else at - 1
    while way > 0 and (tokens[way].tag is Tag.ADVERB or tokens[way].lower in ("by", "a")):
        way -= 1
    if way < _IN_PART or not (tokens[way].lower in ("up", "down") or _moving(tokens[way], grammar)):
        return ()
    thing = phrase_ending(tokens, way - 1) if tokens[way - 1].tag is Tag.WORD else ()
    first = way - len(thing)
    first -= bool(thing) and tokens[first - 1].tag is Tag.DETERMINER
    listed = first > 0 and (tokens[first - 1].lower in _LISTING or tokens[first - 1].tag is Tag.COMMA)
    return thing if listed and any(t.tag is Tag.FIGURE for t in tokens[: first - 1]) else ()


def _before_bound(tokens: Sequence[Token], at: int, grammar: Grammar) -> tuple[Token, ...]:
    """The subject of a figure that begins with a verb: "the number of users passed 2 million"."""
    bound = at > 0 and tokens[at].lower.partition(" ")[0] in BOUND_VERBS
    return clause_subject(tokens, at, grammar) if bound and tokens[at - 1].tag in (Tag.WORD, Tag.NAME) else ()


def _moved_without_verb(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """What went up or down by the figure, in the manner of headlines or set off by a comma: "Revenue up 8%", "the
    bank's profit, up 8%, beat forecasts"; empty where a verb or another figure stands there.
    """
    way = at - 1 - (at > 1 and tokens[at - 1].lower in ("by", "about"))
    if way < 1 or tokens[way].lower not in ("up", "down"):
        return ()
    head = way - 1 - (tokens[way - 1].tag is Tag.COMMA)
    return phrases_ending(tokens, head) if head >= 0 and tokens[head].tag in (Tag.WORD, Tag.NAME) else ()


def _before_bracket(tokens: Sequence[Token], at: int) -> int:
    """Over an aside in brackets that holds a figure and ends at `at`: "increased 14% (11% in local currencies) to"."""
    if at < 0 or tokens[at].lower != ")":
        return at
    opened = next((i for i in range(at - 1, -1, -1) if tokens[i].lower == "("), at)
    told = any(t.tag is Tag.FIGURE for t in tokens[opened:at])
    return opened - 1 if told and opened and tokens[opened - 1].tag is Tag.FIGURE else at


def _moving(token: Token, grammar: Grammar) -> bool:
    """Whether a form in -ing is that of a verb of change."""
    changing = grammar.rising | grammar.falling
    return token.lower.endswith("ing") and verb_lemma(token.lower, grammar.irregular_verbs, changing) in changing


def _opens_line(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing but a plain noun phrase that ends at `at` stands before a figure: "Net income $812 million"."""
    if tokens[at].tag is not Tag.WORD:
        return False
    first = at
    while first > 0 and tokens[first - 1].tag in (Tag.WORD, Tag.PARTICIPLE, Tag.NAME):
        first -= 1
    return all(t.tag in (Tag.OTHER, Tag.CALENDAR) for t in tokens[:first])


def changed_in(tokens: Sequence[Token], subject: Sequence[Token], grammar: Grammar) -> tuple[Token, ...]:
    """What changed where the subject names a change: "wage growth was 2.9%", "the rise in rents was 5 percent"; empty
    where it names none, or a sum that is lacking ("the loss was").
    """
    if not subject or way_of_noun(subject, grammar) is None:
        return ()
    if subject[-1].lemma in grammar.shortfalls or subject[-1].tag is not Tag.WORD:
        return ()
    behind = next(i for i, t in enumerate(tokens) if t is subject[-1]) + 1
    if behind < len(tokens) and tokens[behind].lower in ("in", "of"):
        first = behind + 1
        while first < len(tokens) and tokens[first].tag is Tag.DETERMINER:
            first += 1
        return tuple(t for t in noun_phrase(tokens, first)[0] if t.tag is Tag.WORD)
    return tuple(subject[:-1])


def _placed(tokens: Sequence[Token], at: int, grammar: Grammar) -> tuple[Token, ...]:
    """The object of a verb that puts it "at" the figure: "put the cost of the repairs at $3 million"."""
    left = at - 1
    while left > 0 and tokens[left].tag is Tag.ADVERB:
        left -= 1
    if left < _IN_PART or tokens[left].lower != "at":
        return ()
    for verb in range(left - 1, max(-1, left - _PLACED_REACH), -1):
        token = tokens[verb]
        if token.tag in (Tag.VERB, Tag.PARTICIPLE):
            start = verb + 1
            while tokens[start].tag in (Tag.DETERMINER, Tag.ADVERB):
                start += 1
            return noun_phrase(tokens, start)[0] if token.lemma in grammar.placing else ()
        if token.tag in (Tag.FIGURE, Tag.STOP, Tag.COMMA, Tag.RELATIVE):
            return ()
    return ()


def occurring(tokens: Sequence[Token], at: int, grammar: Grammar) -> tuple[Token, ...]:
    """What a share of a group tells of: "a rash was seen in 8% of patients", "the rash had an incidence of 8%"; empty
    for any other figure.
    """
    if at >= _IN_PART and tokens[at - 1].lower == "of" and tokens[at - 2].lemma in _OCCURRENCES:
        for verb in range(at - 3, max(0, at - 3 - _OWNED_REACH), -1):
            if tokens[verb].lower in _HAVE:
                return clause_subject(tokens, verb, grammar)
    if at < _IN_PART or tokens[at - 1].lower not in ("in", "among", "affecting"):
        return ()
    verb = at - 2
    while verb > 0 and (tokens[verb].tag is Tag.ADVERB or tokens[verb].lower in _PARTICLES):
        verb -= 1
    if tokens[verb].tag in (Tag.VERB, Tag.PARTICIPLE) and at + 1 < len(tokens) and tokens[at + 1].lower == "of":
        return clause_subject(tokens, verb, grammar)
    return ()


def _is_moved(tokens: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a passive verb of change stands at `at`: "will be raised", "was cut"."""
    if (
        at < 1
        or tokens[at].tag not in (Tag.VERB, Tag.PARTICIPLE)
        or tokens[at - 1].tag not in (Tag.AUXILIARY, Tag.ADVERB)
    ):
        return False
    return tokens[at].lemma in grammar.transitive | grammar.rising | grammar.falling


def _linked(tokens: Sequence[Token], left: int, grammar: Grammar, *, amount: bool) -> Subject:
    """The subject of the linking verb that is met first, going left; of an amount one of change will do ("lost 4%")."""
    changing = grammar.rising | grammar.falling if amount else frozenset()
    for at in range(left, max(-1, left - _SUBJECT_REACH), -1):
        token = tokens[at]
        linking = (
            token.lemma in grammar.linking
            or token.lemma in changing
            or (token.lemma == "make" and tokens[at + 1].lower == "up")
            or (amount and token.lemma in grammar.closing and _has_closed(tokens, at + 1))
        )
        if token.tag is Tag.AUXILIARY or (token.tag in (Tag.VERB, Tag.PARTICIPLE) and linking):
            if at and tokens[at - 1].lower == "there":
                return NOBODY
            owner = token.lower in _HAVE and not _is_passed(tokens, at + 1)
            return Subject(words=clause_subject(tokens, at, grammar), owner=owner)
        if token.tag in (Tag.STOP, Tag.VERB, Tag.RELATIVE):
            return NOBODY
    return NOBODY


def _has_closed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words at `at` say how something closed: "closed up 3%", "ended Monday 3% higher"."""
    if tokens[at].lower in _CLOSED:
        return True
    while at + 1 < len(tokens) and tokens[at].tag is Tag.CALENDAR:
        at += 1
    return tokens[at].tag is Tag.FIGURE and at + 1 < len(tokens) and tokens[at + 1].lower in _CLOSED - {"at"}


def _is_passed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bound that is a verb opens the figure at `at`: "the number has passed 5 million"."""
    return tokens[at].tag is Tag.FIGURE and tokens[at].lower.partition(" ")[0].endswith("ed")


def clause_subject(tokens: Sequence[Token], verb: int, grammar: Grammar) -> tuple[Token, ...]:
    """The first noun phrase of the clause that ends in the verb, without what hangs on it by a preposition."""
    while verb > 0 and tokens[verb - 1].tag in (Tag.AUXILIARY, Tag.ADVERB):
        verb -= 1
    expected = _expected(tokens, verb, grammar)
    if expected:
        return expected
    verb = _before_aside(tokens, verb)
    start = _clause_start(tokens, verb, grammar)
    if start and tokens[start - 1].tag is Tag.RELATIVE and _has_own_verb(tokens, start, verb):
        hung = _hung_by(tokens, start - 1)
        if hung:
            return clause_subject(tokens, hung, grammar)  # "the number of homes burned in the blaze that killed 85 was"
        return _antecedent(tokens, start - 1)  # "the cocaine that officers seized weighs"
    at = start
    if verb - at > _DAY and tokens[at].tag is Tag.PREPOSITION and tokens[at + 1].tag is Tag.CALENDAR:
        at += _DAY  # "On Sunday the number of …"
    while at < verb and tokens[at].tag in (Tag.DETERMINER, Tag.ADVERB, Tag.COMMA, Tag.CALENDAR, Tag.OTHER):
        at += 1
    if at >= verb:
        return _antecedent(tokens, start - 1)
    if tokens[at].tag is Tag.PREPOSITION:
        return phrases_ending(tokens, verb - 1)
    phrase, end = noun_phrase(tokens, at)
    if end < verb and tokens[end].text in _OWNED and phrase and phrase[-1].lower.endswith("s"):
        phrase, end = noun_phrase(tokens, end + 1)  # "the rebels' count"
    if end < verb and tokens[end].lower == "of" and phrase:
        inner, stop = _behind_of(tokens, end)
        while inner and stop < verb and tokens[stop].lower == "of" and inner[-1].lemma in grammar.generic_nouns:
            further, stop = _behind_of(tokens, stop)
            inner = (*further, *inner)  # "the number of reports of burns"
        second, _ = joined(tokens, stop)
        return (*inner, *second, *phrase)
    second, _ = joined(tokens, end)
    return (*second, *phrase)


def _expected(tokens: Sequence[Token], verb: int, grammar: Grammar) -> tuple[Token, ...]:
    """What somebody expects, or sees, do what the verb says: "the company expects revenue to grow", "saw revenue fall";
    empty for other verbs.
    """
    if not 0 < verb < len(tokens) or tokens[verb].lower != tokens[verb].lemma:
        return ()
    infinitive = tokens[verb - 1].lower == "to"
    last = verb - 1 - infinitive
    if last < 1 or tokens[last].tag not in (Tag.WORD, Tag.NAME):
        return ()
    first = last
    while first > 0 and tokens[first - 1].tag in (Tag.WORD, Tag.NAME, Tag.DETERMINER, Tag.PREPOSITION, Tag.PARTICIPLE):
        first -= 1
    verbs = grammar.expecting if infinitive else grammar.seeing
    led = first > 0 and tokens[first - 1].tag is Tag.VERB and tokens[first - 1].lemma in verbs
    return phrases_ending(tokens, last) if led else ()


def _hung_by(tokens: Sequence[Token], relative: int) -> int:
    """Where the preposition stands by which the noun before a relative pronoun hangs on a participle: "homes burned in
    the blaze that"; 0 where it does not.
    """
    at = relative - 1
    while at > 0 and tokens[at].tag in (Tag.WORD, Tag.NAME, Tag.DETERMINER):
        at -= 1
    led = at > 1 and tokens[at].tag is Tag.PREPOSITION and tokens[at].lower != "of"
    return at if led and tokens[at - 1].tag in (Tag.PARTICIPLE, Tag.VERB) else 0


def _behind_of(tokens: Sequence[Token], of: int) -> tuple[tuple[Token, ...], int]:
    return noun_phrase(tokens, of + 2 if tokens[of + 1].tag is Tag.DETERMINER else of + 1)


def _has_own_verb(tokens: Sequence[Token], start: int, verb: int) -> bool:
    """Whether a relative clause that starts at `start` has a subject and a verb before the one at `verb`, so that it is
    the main clause's; what tells somebody's word ("said that officers were") has none.
    """
    if start < 2 or tokens[start - 2].tag not in (Tag.WORD, Tag.NAME):
        return False
    return any(t.tag in (Tag.VERB, Tag.AUXILIARY) for t in tokens[start:verb])


def _antecedent(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """What a relative pronoun at `at` stands for: "the number of missing, which had been more than 60"."""
    if at < 1 or tokens[at].tag is not Tag.RELATIVE:
        return ()
    return phrases_ending(tokens, at - 2 if tokens[at - 1].tag is Tag.COMMA else at - 1)


def _before_aside(tokens: Sequence[Token], verb: int) -> int:
    """Where the verb would stand without the relative clause before it: "Services, which take in Apple Pay, licensing
    and AppleCare, reached"; one without commas likewise ("the fines that it paid came to").
    """
    if verb < 1 or tokens[verb - 1].tag is not Tag.COMMA:
        return verb
    nearest: int | None = None
    for at in range(verb - 2, max(-1, verb - _ASIDE_REACH), -1):
        if tokens[at].tag is Tag.STOP:
            break
        if tokens[at].tag is Tag.COMMA:
            if tokens[at + 1].tag is Tag.RELATIVE or tokens[at + 2].tag is Tag.RELATIVE:
                return at
            nearest = at if nearest is None else nearest
    return verb if nearest is None else nearest


def _clause_start(tokens: Sequence[Token], verb: int, grammar: Grammar) -> int:
    """Index of the first word of the clause that ends in the verb."""
    start = verb
    while start > 0 and (
        tokens[start - 1].tag not in _BORDERS
        or _joins_deeds(tokens, start - 1)
        or _joins_states(tokens, start - 1, verb)
    ):
        if tokens[start - 1].tag is Tag.COMMA and _opens_clause(tokens, start):
            break
        if tokens[start - 1].lower == "because" or _tells(tokens, start - 1, verb, grammar):
            break  # "the police say officers were", "because the price went"
        start -= 1
    return start


def _joins_deeds(tokens: Sequence[Token], at: int) -> bool:
    """Whether a conjunction only joins two things done to the noun before it: "structures damaged or destroyed"."""
    done = 1 < at < len(tokens) - 1 and all(tokens[i].tag in _DOINGS for i in (at - 1, at + 1))
    return done and tokens[at].lower == "or" and tokens[at - 2].tag in (Tag.WORD, Tag.NAME)


def _joins_states(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """Whether a conjunction joins two participles that describe a noun: "structures damaged or destroyed is"."""
    if tokens[at].tag is not Tag.CONJUNCTION or at < 2 or verb == len(tokens):
        return False
    if tokens[verb].tag is not Tag.AUXILIARY:
        return False
    return at + 2 == verb and all(tokens[i].tag in _DESCRIBING for i in (at - 1, at + 1)) and _is_noun(tokens[at - 2])


def _is_noun(token: Token) -> bool:
    return token.tag in (Tag.WORD, Tag.NAME)


def _tells(tokens: Sequence[Token], at: int, verb: int, grammar: Grammar) -> bool:
    """Whether a verb of saying opens the clause: "the police say officers were"; not "people put under quarantine"."""
    if tokens[at].tag is not Tag.VERB or at + 1 >= verb or tokens[at].lemma not in grammar.speech:
        return False
    return tokens[at].lemma not in grammar.plain_verbs or tokens[at + 1].tag is not Tag.PREPOSITION


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].tag in (Tag.DETERMINER, Tag.PRONOUN, Tag.NAME, Tag.WORD)
