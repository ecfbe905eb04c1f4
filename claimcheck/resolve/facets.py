"""The circumstances of one figure, read in its own clause: when, and of what standing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet, Status
from claimcheck.model.text import Sentence, Span
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.clauses import clause_bounds, with_introduction
from claimcheck.resolve.dates import periods
from claimcheck.resolve.forecasts import estimate_beside, expecting, outdone_by
from claimcheck.resolve.parts import is_brought_up
from claimcheck.resolve.standing import names_thing
from claimcheck.resolve.verbs import place_of

_LISTED = frozenset({Tag.FIGURE, Tag.CONJUNCTION, Tag.COMMA, Tag.PREPOSITION, Tag.DETERMINER})
_APART = frozenset({"compared", "from", "against", "versus", "than", "up", "down", "after"})
_MARKS = frozenset({"record", "level", "high", "low", "peak", "average", "mark", "total", "figure", "toll"})
_BASES = frozenset({"than", "on", "over", "above", "below", "against", "versus", "compared", "from", "under"})
_HEAD = frozenset({Tag.PREPOSITION, Tag.DETERMINER, Tag.ADVERB, Tag.CONJUNCTION, Tag.COMMA, Tag.CALENDAR, Tag.OTHER})
_OPENING = frozenset({"(", "["})
_BESIDE = frozenset({"than", "above", "below"})
_TELLING = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.FIGURE, Tag.STOP})
_RECORDS = frozenset({"most", "least", "best", "worst", "time", "high", "low", "level", "peak"})
_SHORT_WORD = 4
_ASIDE_REACH = 5
_STATUS_REACH = 7
_RECORD_REACH = 8
_NEW_PHRASE = frozenset({Tag.DETERMINER, Tag.RELATIVE, Tag.PRONOUN})
_THING = frozenset({Tag.WORD, Tag.NAME, Tag.COMMA, Tag.CALENDAR, Tag.PRONOUN, Tag.FIGURE, Tag.OTHER})
_MAIN = frozenset({Tag.AUXILIARY, Tag.VERB})
_PERFECT = frozenset({"did", "has", "had", "have", "was", "were"})
_PARTING = frozenset({";", "—", "–", "-", ",", "but", "and", "while"})
_ABILITY = frozenset({"could"})


def period_of(
    sentence: Sentence, tokens: Sequence[Token], at: int, published: date | None, vocabulary: Vocabulary
) -> Facet | None:
    """The time that the figure's clause names for it; None when it names none.

    A time belongs to the nearest figure: one with another figure between counts only when it opens the clause ("In
    2022, …"), or the whole sentence when the clause has none. When things were made or sold ("made between 2011 and
    2014") is no time of the count.
    """
    start, end = clause_bounds(tokens, at)
    start = with_introduction(tokens, start)
    best: tuple[int, Facet] | None = None
    opening: Facet | None = None
    total = is_brought_up(tokens, at)
    for first, last, key, label in periods(sentence.text, published):
        span = Span(first + sentence.span.start, last + sentence.span.start)
        if total and span.end <= tokens[at].span.start:
            continue
        behind = span.end <= tokens[start].span.start and _points_back(tokens, start, span)
        named = Facet(key=key, label=label, span=span)
        here = _pointed_at(named) if _is_taken_up(tokens, span, at) else named
        if here is named and key.startswith("since") and _of_record(tokens, span, vocabulary):
            continue
        fresh = opening is None or key[0].isdigit()
        if fresh and _opens(tokens, span, at) and not _turns(tokens, span, at, vocabulary):
            opening = here
        inside = span.start >= tokens[start].span.start and span.end <= tokens[end - 1].span.end
        if not (inside or behind):
            continue
        if tokens[at].span.overlaps(span) or not _belongs(tokens, start, at, span, vocabulary):
            continue
        distance = min(abs(span.start - tokens[at].span.end), abs(span.end - tokens[at].span.start))
        if best is None or distance < best[0]:
            best = distance, here
    return best[1] if best else opening


def _turns(tokens: Sequence[Token], span: Span, at: int, vocabulary: Vocabulary) -> bool:
    """Whether what stands between turns from the time at the head of a sentence to the present one: "The quarter before
    had surprised with a profit; this one brought a loss of $84 million".
    """
    between = [t for t in tokens[:at] if t.span.start >= span.end]
    return any(
        a.lower in _PARTING and b.lower == "this" and (c.lower == "one" or c.lower in vocabulary.grammar.calendar)
        for a, b, c in zip(between, between[1:], between[2:], strict=False)
    )


def _is_taken_up(tokens: Sequence[Token], span: Span, at: int) -> bool:
    """Whether the figure stands in a clause with a "when" that takes up the time right before it: "since 1953, when 307
    people died".
    """
    behind = [t for t in tokens[:at] if t.span.start >= span.end]
    if [t.lower for t in behind[:2] if t.tag is not Tag.COMMA][:1] != ["when"]:
        return False
    return not any(t.tag in (Tag.COMMA, Tag.STOP) for t in behind[2:])


def _pointed_at(period: Facet) -> Facet:
    """The time itself, where the words count from there: "the worst since 1953, when 307 people died"."""
    since, _, time = period.key.partition("since ")
    plain = not since and time[:1].isdigit()
    return replace(period, key=time, label=period.label.partition("since ")[2]) if plain else period


def is_base(tokens: Sequence[Token], at: int, period: Facet) -> bool:
    """Whether a time only says what a change is measured against: "20% on the year before", "11% more than in 2022"."""
    if period.span is None or period.span.start < tokens[at].span.end:
        return False
    before = [t for t in tokens if tokens[at].span.start <= t.span.start < period.span.start]
    return any(word in _BASES for token in before for word in token.lower.split())


def says_again(tokens: Sequence[Token], at: int) -> bool:
    """Whether a figure only says the one before it in another way, as in "$10.7 billion, or $2.07 per share": they are
    of one time.
    """
    said_again = at > 2 and tokens[at - 1].lower == "or" and tokens[at - 2].tag is Tag.COMMA
    return said_again and tokens[at - 3].tag is Tag.FIGURE


def was_before(tokens: Sequence[Token], at: int, period: Facet | None, shown: Token) -> bool:
    """Whether a figure of an earlier time is no forecast, as the one before it is: "sees a profit of 1.2 billion euros,
    against 900 million last year".
    """
    if period is None or period.span is None or period.key != "year earlier":
        return False
    return any(t.tag is Tag.FIGURE and t.span.start >= shown.span.end for t in tokens[:at])


def _opens(tokens: Sequence[Token], span: Span, at: int) -> bool:
    """Whether a time stands at the head of the sentence, before any name or verb: "A year ago, in January 2016, …"."""
    if span.start > tokens[at].span.start:
        return False
    head = tokens[0].span.start
    return all(t.tag in _HEAD for t in tokens if head <= t.span.start < span.start)


def _points_back(tokens: Sequence[Token], start: int, span: Span) -> bool:
    """Whether a clause opens with a "when" that takes up the time right before it: "1994, when there were 764"."""
    when = start if tokens[start].lower == "when" else start - 1
    if when < 1 or tokens[when].lower != "when":
        return False
    between = [t for t in tokens[:when] if t.span.start >= span.end]
    return all(t.tag is Tag.COMMA for t in between)


def _belongs(tokens: Sequence[Token], start: int, at: int, span: Span, vocabulary: Vocabulary) -> bool:
    low, high = min(span.end, tokens[at].span.end), max(span.start, tokens[at].span.start)
    between = [t for t in tokens if low <= t.span.start < high and t.span.end <= max(high, span.end)]
    after = span.start > tokens[at].span.start
    if not after and _possesses(tokens, span, at, vocabulary):
        return True
    if not after and [t.lower for t in between if t.tag is not Tag.COMMA][:1] == ["when"]:
        return True
    if after and (_owns(tokens, span) or _is_record(tokens, span)):
        return False
    listed = all(t.tag in _LISTED and _APART.isdisjoint(t.lower.split()) for t in between)
    if any(t.tag is Tag.FIGURE and not t.span.overlaps(span) for t in between) and not listed:
        return span.start < min(t.span.start for t in tokens[start : at + 1] if t.tag is Tag.FIGURE)
    if not after and _follows_figure(tokens, start, span):
        return False
    return not (after and _tells_origin(tokens, between, vocabulary))


def _tells_origin(tokens: Sequence[Token], between: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether words before a time tell when things were made; "the $2.9 billion it made in 2013" is a sum of then."""
    made = (place_of(tokens, t) for t in between if t.lemma in vocabulary.cues.origin_verbs)
    return any(not index or tokens[index - 1].tag is not Tag.PRONOUN for index in made)


def _owns(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a time has the figure behind it, or a level of its own: "last year's $618", "a year-ago profit of $19
    million", "below the 1997 record".
    """
    last = next((i for i, t in enumerate(tokens) if t.span.end >= span.end), None)
    if last is None:
        return False
    marked = last + 1 < len(tokens) and tokens[last + 1].lemma in _MARKS
    if marked or _heads(tokens, span, last):
        return True
    after = last + 1
    while after < len(tokens) and tokens[after].tag is Tag.WORD:
        after += 1
    named = after > last + 1 and after < len(tokens) and tokens[after].lower == "of"
    after += named
    owned = after < len(tokens) and tokens[after].tag is Tag.FIGURE and (named or after == last + 1)
    return owned and (tokens[last].lower.endswith("'s") or (named and "-" in tokens[last].text))


def _is_record(tokens: Sequence[Token], span: Span) -> bool:
    """Whether a time only says since when something was not so: "its lowest since 2004", "the first time since May"."""
    first = next((i for i, t in enumerate(tokens) if t.span.end > span.start), 0)
    since = first > 0 and tokens[first].lower == "since"
    word = tokens[first - 1].lower if since else ""
    return word in _RECORDS or (word.endswith("est") and len(word) > _SHORT_WORD)


def _heads(tokens: Sequence[Token], span: Span, last: int) -> bool:
    """Whether a time in brackets ends in a colon and heads what follows: "€1.9bn (2020: €1.4bn)"."""
    first = next((i for i, t in enumerate(tokens) if t.span.end > span.start), 0)
    opened = first > 0 and tokens[first - 1].lower in _OPENING
    return opened and last + 1 < len(tokens) and tokens[last + 1].lower == ":"


def _of_record(tokens: Sequence[Token], span: Span, vocabulary: Vocabulary) -> bool:
    """Whether a "since" only says for how long nothing went further: "the worst result since 1949"."""
    for token in reversed([t for t in tokens if t.span.end <= span.start][-_RECORD_REACH:]):
        if token.tag in (Tag.FIGURE, Tag.COMMA, Tag.STOP):
            return False
        if token.lower in vocabulary.cues.superlatives:
            return True
    return False


def _possesses(tokens: Sequence[Token], span: Span, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the figure is that of a time before it: "from the previous year's record 113.7 million"."""
    index = at - 1
    while index > 0 and not tokens[index].lower.endswith("'s"):
        if tokens[index].tag not in (Tag.WORD, Tag.ADVERB) and tokens[index].lower not in vocabulary.cues.superlatives:
            return False
        index -= 1
    return index >= 0 and tokens[index].span.start < span.end <= tokens[index].span.end


def _follows_figure(tokens: Sequence[Token], start: int, span: Span) -> bool:
    """Whether a time before one figure stands right behind another, and so belongs to that: "18% below 2007 and 49%
    below the average". One that opens a part of its own does not: "617 arrests, and in 2022 there were 940".
    """
    first = next((i for i, t in enumerate(tokens) if t.span.end > span.start), 0)
    index = first - 1
    while index > start and tokens[index].tag in (Tag.PREPOSITION, Tag.DETERMINER, Tag.WORD):
        index -= 1
    if index < start or tokens[index].tag in (Tag.COMMA, Tag.CONJUNCTION, Tag.STOP):
        return False
    return any(t.tag is Tag.FIGURE for t in tokens[start:first])


def status_of(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[Status, Token | None]:
    """How sure the article says the figure is, and the word that shows it."""
    forecaster = " ".join(t.lower.removesuffix("'s") for t in tokens[max(0, at - 2) : at])
    if forecaster in vocabulary.cues.status:
        return Status(vocabulary.cues.status[forecaster]), tokens[at - 1]  # "Wall Street's $1.29"
    looked_for = estimate_beside(tokens, at, vocabulary)
    if looked_for:
        return Status.PROJECTED, looked_for[0]
    start, end = clause_bounds(tokens, at)
    high = min([i for i in range(at + 1, end) if tokens[i].tag in (Tag.FIGURE, Tag.COMMA)], default=end)
    outdoing = vocabulary.grammar.outdoing
    inserted = any(
        t.tag is Tag.RELATIVE and _has_own_past(tokens, i, at) for i, t in enumerate(tokens[:at]) if i >= start
    )
    ending = _NEW_PHRASE | _MAIN if inserted else _NEW_PHRASE  # "a leak that killed 40 people | may have been"
    behind = takewhile(
        lambda t: t.tag not in ending and t.lemma not in outdoing and t.lower not in _BESIDE,
        tokens[at + 1 : min(high, at + _STATUS_REACH)],
    )
    ruling = () if _is_distance(tokens, at, vocabulary) else _ruling(tokens, start, at)
    for token in (*expecting(tokens, at, vocabulary), *ruling, *behind):
        if token.text == "May" or (token.lower in _ABILITY and not _of_size(tokens, token, at, vocabulary)):
            continue
        index = place_of(tokens, token)
        if token.lower == "would" and _supposes(tokens, index, vocabulary):
            return Status.PROJECTED, token
        if token.lower == "should" and _looks_for(tokens, index, vocabulary):
            return Status.PROJECTED, token
        standing = _standing(tokens, index, vocabulary) or _forecaster(tokens, token, vocabulary)
        if standing is not None and not names_thing(tokens, index, vocabulary):
            return Status(standing), token
    return Status.CONFIRMED, None


def _standing(tokens: Sequence[Token], index: int, vocabulary: Vocabulary) -> str | None:
    """The standing that a word tells, alone or with the one behind it ("on course for 350 seats"); a project is none,
    but what somebody projects is.
    """
    told, token = vocabulary.cues.status, tokens[index]
    doing = told.get(f"to {token.lemma}") if token.tag in (Tag.VERB, Tag.PARTICIPLE) else None
    two = tokens[index : index + 2]
    pair = " ".join(t.lower for t in two) if any(t.tag is Tag.PREPOSITION for t in two) else ""
    return doing or told.get(token.lower) or told.get(token.lemma) or told.get(pair)


def _supposes(tokens: Sequence[Token], modal: int, vocabulary: Vocabulary) -> bool:
    """Whether a "would" tells what follows from a guess: "That would be 35 of the 101 seats"; what somebody said would
    be done is announced, as with "will".
    """
    verb = next((t for t in tokens[modal + 1 : modal + 3] if _is_verb(t)), None)
    said = any(t.lemma in vocabulary.grammar.speech for t in tokens[:modal])
    return verb is not None and not said and (verb.lower == "be" or verb.lemma in vocabulary.grammar.linking)


def _looks_for(tokens: Sequence[Token], modal: int, vocabulary: Vocabulary) -> bool:
    """Whether a "should" tells what somebody looks for: "revenue should rise 43 percent", "should reach 50,000"; what
    ought to be done is no forecast ("should cut costs by 5 percent"), nor what ought to have been.
    """
    verb = next((t for t in tokens[modal + 1 : modal + 3] if t.tag is not Tag.ADVERB), None)
    if verb is None or verb.tag is not Tag.VERB:
        return False
    grammar = vocabulary.grammar
    happening = (grammar.rising | grammar.falling | grammar.linking) - grammar.transitive - grammar.pressing
    return verb.lemma in happening - {"be"}


def _is_distance(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> bool:
    """As in "beat forecasts by 12 cents": how far off something was is no forecast."""
    return outdone_by(tokens, at, vocabulary) is not None


def _forecaster(tokens: Sequence[Token], token: Token, vocabulary: Vocabulary) -> str | None:
    """The standing that a name of two words gives a figure: "Wall Street was looking for $9.8 billion"."""
    if token.text != "Street":
        return None
    index = tokens.index(token)
    return vocabulary.cues.status.get(f"{tokens[index - 1].lower} {token.lower}") if index else None


def _of_size(tokens: Sequence[Token], modal: Token, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the verb after "could" tells of a size ("could reach 300") or has the figure as its object ("could hit
    300 towns"), and not of what somebody is able to do.
    """
    grammar = vocabulary.grammar
    first = tokens.index(modal) + 1
    verb = next((i for i in range(first, len(tokens)) if _is_verb(tokens[i])), None)
    if verb is None:
        return False
    between = tokens[verb + 1 : at]
    governs = verb < at and all(t.tag in (Tag.ADVERB, Tag.DETERMINER) for t in between)
    return governs or tokens[verb].lemma in grammar.linking | grammar.rising | grammar.falling


def _is_verb(token: Token) -> bool:
    return token.tag in (Tag.VERB, Tag.PARTICIPLE) or token.lower in ("be", "have")


def _before(tokens: Sequence[Token], start: int, at: int) -> Iterator[int]:
    """The places before `at`, nearest first, over short asides: "analysts, on average, were looking for"."""
    index = at - 1
    while index >= start:
        opened = _aside(tokens, index) if tokens[index].tag is Tag.COMMA else index
        if opened == index:
            yield index
        index = opened - 1


def _aside(tokens: Sequence[Token], comma: int) -> int:
    """The comma that opens a short aside which ends at another; the latter itself for none."""
    opened = next((i for i in range(comma - 2, max(0, comma - _ASIDE_REACH), -1) if tokens[i].tag is Tag.COMMA), comma)
    inner = tokens[opened + 1 : comma]
    aside = bool(inner) and inner[0].tag is Tag.PREPOSITION and not any(t.tag in _TELLING for t in inner)
    return opened if aside else comma


def _describes(tokens: Sequence[Token], comma: int, at: int) -> bool:
    """Whether the figure only describes what a comma sets beside a name: "Postbank, a bank with 20,000 employees"."""
    lead = at - 1
    while lead > comma and tokens[lead].tag in (Tag.ADVERB, Tag.DETERMINER):
        lead -= 1
    return tokens[lead].lower == "with" and tokens[comma + 1].tag is Tag.DETERMINER


def _ruling(tokens: Sequence[Token], start: int, at: int) -> list[Token]:
    """The words before a figure that may say of what standing it is, nearest first: those close by, and those of the
    verb and subject that rule it ("The consensus had been $1.27 a share on revenue of $88.9 billion").
    """
    found: list[Token] = []
    verbs = 0
    for index in _before(tokens, start, at):
        token = tokens[index]
        if not verbs and token.tag is Tag.COMMA and _describes(tokens, index, at):
            break
        verbs += token.tag is Tag.VERB and not (index and tokens[index - 1].lower == "to")
        if verbs > 1 or (verbs and token.tag is Tag.COMMA) or (token.lower == "and" and at - index > _STATUS_REACH):
            break
        if _has_own_past(tokens, index, at):
            break
        found.append(token)
    return found


def _has_own_past(tokens: Sequence[Token], relative: int, at: int) -> bool:
    """Whether a relative clause tells what a thing did before, whatever the main clause supposes: "could be worse than
    the tornado that killed 158 people", "may top the quake of 2008, which has left 87,000 dead".
    """
    if tokens[relative].lower == "when":
        return _was_then(tokens, relative, at)
    if tokens[relative].tag is not Tag.RELATIVE or not relative or tokens[relative - 1].tag not in _THING:
        return False
    first = relative + 1
    while first < at and (tokens[first].tag is Tag.ADVERB or tokens[first].lower in _PERFECT):
        first += 1
    if first >= at:
        return tokens[at - 1].lower in _PERFECT  # "the storm, which did $12 billion in damage"
    verb = tokens[first]
    return _is_past(verb)


def _was_then(tokens: Sequence[Token], when: int, at: int) -> bool:
    """Whether a clause behind "when" tells of the past: "since 1987, when the Dow lost 22.6 percent", "of 1991, when 25
    people died"; not "could rise when 48 districts report".
    """
    doing = (t for t in tokens[when + 1 : at + _STATUS_REACH] if t.tag in (Tag.VERB, Tag.PARTICIPLE, Tag.AUXILIARY))
    verb = next(doing, None)
    return verb is not None and (verb.lower in _PERFECT - {"has", "have"} or _is_past(verb))


def _is_past(verb: Token) -> bool:
    past = verb.lower != verb.lemma and not verb.lower.endswith(("s", "ing"))
    return verb.tag in (Tag.VERB, Tag.PARTICIPLE) and past
