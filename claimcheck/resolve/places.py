"""Names that say for which part a figure holds, each known by its place: behind "in", before a colon, as the one who
has the figure. A name that merely acts, speaks or stands elsewhere in the sentence is none.
"""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet
from claimcheck.model.vocabulary import Cues, Vocabulary
from claimcheck.resolve.clauses import facet

_LOCATIVE = frozenset({"in", "across", "throughout", "outside"})
_ORIGIN = "from"
_COMING = frozenset({"be", "come", "hail"})
_SUBORDINATE = frozenset({"when", "where", "after", "before", "as", "because", "while", "if", "since", "until"})
_REACH = 10
_NAMED_NOUN = 2
_MOST_NAMES = 4
_LISTING = frozenset({Tag.COMMA, Tag.CONJUNCTION})
_WITHIN = frozenset({Tag.AUXILIARY, Tag.ADVERB})


def place_facet(names: Sequence[Token], cues: Cues) -> Facet:
    """Names as the part they stand for, under one key for all of its wordings ("the US", "the Chinese mainland")."""
    plain = facet(names)
    words = [w for w in plain.key.split() if w not in cues.place_tails]
    words = [cues.nations.get(w, w) for w in words] if len(words) > 1 else words
    titled = any(w in cues.honorifics for w in words[:-1])
    key = words[-1] if titled else " ".join(words) or plain.key  # "Prime Minister Anna Berg" is "Berg"
    return Facet(key=cues.nations.get(key, key), label=plain.label, span=plain.span)


def is_main(names: Sequence[Token], focus: frozenset[str], cues: Cues) -> bool:
    """Whether names carry the story, and so are no part of it: "Dublin" is none, "Dublin North West" is one."""
    words = [n.lower.removesuffix("'s") for n in names]
    narrowed = any(w in cues.directions and w not in focus for w in words)
    return any(w in focus for w in words) and not narrowed


def place_after(
    tokens: Sequence[Token], at: int, end: int, focus: frozenset[str], vocabulary: Vocabulary, *, origin: bool
) -> Facet | None:
    """The place behind the figure's noun: "87 arrests in Nebraska", "two deaths on the island of Tanna".

    `origin` says that "from" tells of a part as well ("eight from Efate"), as it does of people and things.
    """
    if _is_whole(tokens, at):
        return None
    for index in range(_past_whole(tokens, at), min(end, at + _REACH)):
        token = tokens[index]
        if token.tag in (Tag.FIGURE, Tag.RELATIVE, Tag.COMMA) or token.lower in _SUBORDINATE:
            return None
        leads = token.lower in _LOCATIVE or (origin and token.lower == _ORIGIN and _comes(tokens[index - 1]))
        named = _place_at(tokens, index, end, vocabulary) if leads or token.lower in ("on", "at") else ()
        if named and (leads or named[0].text[0].islower()):
            named = tuple(t for t in named if t.text[0].isupper())
            main = not named or is_main(named, focus, vocabulary.cues)
            return None if main else place_facet(named, vocabulary.cues)
    return None


def _is_whole(tokens: Sequence[Token], at: int) -> bool:
    """Whether another figure is taken out of this one: the 12 of "four of the 12 came from Tafea"."""
    return at > 2 and tokens[at - 2].lower == "of" and tokens[at - 3].tag is Tag.FIGURE


def _past_whole(tokens: Sequence[Token], at: int) -> int:
    taken = at + 3 < len(tokens) and tokens[at + 1].lower == "of" and tokens[at + 3].tag is Tag.FIGURE
    return at + 4 if taken else at + 1


def _comes(before: Token) -> bool:
    """Whether "from" tells where the counted come from: "eight from Efate", "12 tourists from China", "were from"."""
    return before.tag not in (Tag.VERB, Tag.PARTICIPLE, Tag.AUXILIARY) or before.lemma in _COMING


def _place_at(
    tokens: Sequence[Token], preposition: int, end: int, vocabulary: Vocabulary, *, opening: bool = False
) -> tuple[Token, ...]:
    """The names behind a preposition, over an article, a direction and "the island of". None when they only modify
    another noun ("in Madison concerts"), unless they open a clause ("In Ohio agents seized"). A first token that is no
    name is the "island" of "the island of Tanna".
    """
    cues = vocabulary.cues
    at = preposition + 1
    skipped = cues.directions | cues.place_tails
    while at + 1 < end and tokens[at].tag is not Tag.NAME and not _is_country(tokens[at], cues):
        if tokens[at].tag is not Tag.DETERMINER and (tokens[at].lower not in skipped or tokens[at + 1].lower == "of"):
            break
        at += 1
    noun: tuple[Token, ...] = ()
    if at + _NAMED_NOUN < end and tokens[at + 1].lower == "of" and _is_place_noun(tokens[at], cues):
        noun = (tokens[at],)
        at += _NAMED_NOUN
    names = _names_at(tokens, at, end, cues)
    after = at + len(names)
    if not names or is_time(names[0], vocabulary):
        return ()
    follows = tokens[after] if after < len(tokens) else None
    place = follows is not None and _is_place_noun(follows, cues)
    modifies = follows is not None and follows.tag is Tag.WORD and not place and not opening
    owner = names[-1].lower.endswith("'s") and not place
    return () if modifies or owner else (*noun, *names)


def _names_at(tokens: Sequence[Token], start: int, end: int, cues: Cues) -> tuple[Token, ...]:
    """The run of names from `start` on; "US" is one, whatever word it looks like."""
    at = start
    while at < end and (tokens[at].tag is Tag.NAME or _is_country(tokens[at], cues)):
        at += 1
    return tuple(tokens[start:at])


def _is_country(token: Token, cues: Cues) -> bool:
    return token.text.isupper() and token.lower in cues.nations


def is_time(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a capitalised word is a day or a month: "mid-September", "January's"."""
    return token.lower.removesuffix("'s").rpartition("-")[2] in vocabulary.grammar.calendar


def _is_place_noun(token: Token, cues: Cues) -> bool:
    return token.lemma in cues.place_nouns or token.lower in cues.place_tails or token.lower in cues.directions


def opening_place(tokens: Sequence[Token], start: int, focus: frozenset[str], vocabulary: Vocabulary) -> Facet | None:
    """The place that opens a clause or the whole sentence: "In Ohio, agents seized …"."""
    if start >= len(tokens) or tokens[start].lower != "in":
        return None
    names = tuple(t for t in _place_at(tokens, start, len(tokens), vocabulary, opening=True) if t.text[0].isupper())
    return None if not names or is_main(names, focus, vocabulary.cues) else place_facet(names, vocabulary.cues)


def listed_place(tokens: Sequence[Token], at: int, focus: frozenset[str], vocabulary: Vocabulary) -> Facet | None:
    """The place right before the next figure of a list: "in Geneva 61 percent said no, and in Vaud 71 percent", "and in
    Hilo, Hawaii, 300 marched".
    """
    last = at - 1
    while last > 0 and tokens[last].tag in _WITHIN:
        last -= 1
    enclosed = tokens[last].tag is Tag.COMMA
    names = _name_run(tokens, last - enclosed) if last > 1 else ()
    first = last - enclosed - len(names)
    if names and enclosed and first > 1 and tokens[first].tag is Tag.COMMA:
        names = _name_run(tokens, first - 1)
        first -= 1 + len(names)
    if not names or first < 1 or tokens[first].lower != "in" or tokens[first - 1].tag not in _LISTING:
        return None
    told = any(t.tag is Tag.FIGURE for t in tokens[:first])
    return None if not told or is_main(names, focus, vocabulary.cues) else place_facet(names, vocabulary.cues)


def row_place(label: Sequence[Token], focus: frozenset[str], vocabulary: Vocabulary) -> Facet | None:
    """The place that a row of a vote's results is called by: "| Ticino | 86.2% yes |"."""
    plain = all(t.text[0].isupper() and t.lemma not in vocabulary.entities for t in label)
    whole = any(t.lower in vocabulary.cues.whole for t in label)
    return None if not plain or whole or is_main(label, focus, vocabulary.cues) else place_facet(label, vocabulary.cues)


def label_before(tokens: Sequence[Token], at: int, focus: frozenset[str], vocabulary: Vocabulary) -> Facet | None:
    """The name that a list gives a figure to: "Utah (3), Oregon (1)", "ahead of Kern County with 14", "ahead of
    Kern on 47.7 percent", "Kern 24.0%, Inyo 21.3%", "Superior: 332 destroyed, 60 damaged".
    """
    index = at - 1
    if index > 0 and (tokens[index].lower in ("(", "with")):
        names = _name_run(tokens, index - 1)
        listed = tokens[index].lower == "(" and at + 1 < len(tokens) and tokens[at + 1].lower in (")", ",", ";")
        apart = index - 1 - len(names) >= 0 and tokens[index - 1 - len(names)].lower in ("of", "by", "and", ",")
        if names and (listed or (apart and tokens[index].lower == "with")):
            return None if is_main(names, focus, vocabulary.cues) else place_facet(names, vocabulary.cues)
        return None
    if index > 0 and _is_share(tokens[at]) and (tokens[index].lower in ("on", "at") or _heads_list(tokens, at)):
        bare = tokens[index].lower not in ("on", "at")
        names = tuple(tokens[:at]) if bare else _name_run(tokens, index - 1)
        start = index - 1 - len(names)
        apart = start >= 0 and tokens[start].lower in ("of", "by", "and", ",")
        if names and (bare or apart):
            return None if is_main(names, focus, vocabulary.cues) else place_facet(names, vocabulary.cues)
    return _heading(tokens, at, focus, vocabulary)


def _is_share(token: Token) -> bool:
    return token.lower.endswith(("%", "percent", "per cent"))


def _heads_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name and its share open a list of such: "Macron 24.0%, Le Pen 21.3%, Fillon 20.0%"."""
    capital = all(t.text[0].isupper() and t.tag in (Tag.NAME, Tag.WORD) for t in tokens[:at])
    if not capital or not 0 < at <= _MOST_NAMES:
        return False
    behind = next((i for i in range(at + 1, len(tokens)) if _is_share(tokens[i]) and tokens[i].tag is Tag.FIGURE), 0)
    return behind > at + 1 and tokens[behind - 1].tag is Tag.NAME and tokens[behind - 1].text[0].isupper()


def _heading(tokens: Sequence[Token], at: int, focus: frozenset[str], vocabulary: Vocabulary) -> Facet | None:
    colon = next((i for i in range(1, min(at, 5)) if tokens[i].lower == ":"), None)
    if colon is None or any(_ends_heading(tokens, i) for i in range(colon + 1, at)):
        return None
    names = tokens[:colon]
    known = any(
        n.lemma in vocabulary.entities or n.lower in vocabulary.state_actions or is_time(n, vocabulary) for n in names
    )
    proper = all(n.tag in (Tag.NAME, Tag.WORD) and n.text[0].isupper() for n in names)
    if known or not proper or tokens[0].text.isupper() or not any(n.tag is Tag.NAME for n in names):
        return None
    return None if is_main(names, focus, vocabulary.cues) else place_facet(names, vocabulary.cues)


def _ends_heading(tokens: Sequence[Token], at: int) -> bool:
    """Whether a sentence of its own goes on behind a heading; "332 destroyed, 60 damaged" is none."""
    plain = tokens[at].tag is Tag.VERB and tokens[at - 1].tag is not Tag.FIGURE
    return plain or tokens[at].tag in (Tag.STOP, Tag.AUXILIARY)


def _name_run(tokens: Sequence[Token], last: int) -> tuple[Token, ...]:
    """The run of names and their place noun that ends at `last`: "Los Angeles County", "Washington state"."""
    first = last
    while first >= 0 and (tokens[first].tag is Tag.NAME or (first == last and tokens[first].tag is Tag.WORD)):
        first -= 1
    opener = first >= 0 and tokens[first].tag is Tag.WORD and tokens[first].text[0].isupper() and first < last
    names = tokens[first + (not opener) : last + 1]
    return tuple(names) if names and (opener or names[0].tag is Tag.NAME) else ()


def people_of(tokens: Sequence[Token], at: int, focus: frozenset[str], vocabulary: Vocabulary) -> Facet | None:
    """The country of the counted: "31 Chinese tourists"."""
    cues = vocabulary.cues
    for token in tokens[at + 1 : at + 3]:
        if token.tag not in (Tag.WORD, Tag.NAME):
            return None
        nation = cues.nations.get(token.lower)
        if nation is not None and token.text[0].isupper():
            carried = any(cues.nations.get(word) == nation for word in focus)
            return None if carried else Facet(key=nation, label=token.text, span=token.span)
    return None


def owner_before(tokens: Sequence[Token], at: int, focus: frozenset[str], vocabulary: Vocabulary) -> Facet | None:
    """As in "Brazil's 12,000", "more than Ohio's 12 cases": the figure is somebody else's; a day or a forecaster owns
    none.
    """
    token = tokens[at - 1]
    if not at or not token.lower.endswith("'s") or not token.text[0].isupper():
        return None
    first = at - 1
    while first > 0 and tokens[first - 1].tag is Tag.NAME and at - first < 4:
        first -= 1
    names = tokens[first:at]
    cues = vocabulary.cues
    said = " ".join(n.lower.removesuffix("'s") for n in tokens[max(0, at - 2) : at])
    if said in cues.status or is_time(token, vocabulary) or is_main(names, focus, cues):
        return None
    return place_facet(names, cues)


def having_subject(
    tokens: Sequence[Token], start: int, at: int, focus: frozenset[str], vocabulary: Vocabulary
) -> Facet | None:
    """A proper name that has the figure: "Renfrewshire voted by 62,067", "Utah has three". Who
    does something, or says it, owns no figure.
    """
    verb, main = ruling_verb(tokens, start, at)
    if verb is None or main is None or main.lemma not in vocabulary.cues.owning or _is_passive(tokens, main):
        return None
    last = verb - 1
    if last > start and tokens[last].tag is Tag.RELATIVE:
        last -= 2 if tokens[last - 1].tag is Tag.COMMA else 1
    names = _name_run(tokens, last)
    forecaster = " ".join(t.lower for t in names) in vocabulary.cues.status  # "where FactSet had $26 billion"
    if not names or not names[-1].text[0].isupper() or forecaster:
        return None
    return _owner(tokens, last - len(names), names, focus, vocabulary)


def _owner(
    tokens: Sequence[Token], before: int, names: tuple[Token, ...], focus: frozenset[str], vocabulary: Vocabulary
) -> Facet | None:
    """The names as the part, unless they are a thing that is counted, a side of a vote, or stand inside a phrase."""
    cues = vocabulary.cues
    while before >= 0 and tokens[before].tag is Tag.DETERMINER:
        before -= 1
    inside = before >= 0 and tokens[before].tag is Tag.PREPOSITION and tokens[before].lower != "in"
    joined = before >= 0 and tokens[before].tag in (Tag.WORD, Tag.VERB, Tag.PARTICIPLE)
    joined = joined and not (before and "-" in tokens[before].text and tokens[before - 1].tag is Tag.DETERMINER)
    lone = names[-1].lower
    thing = len(names) == 1 and (names[0].lemma in vocabulary.entities or lone in vocabulary.sides)
    speaks = lone in cues.claimants or lone in cues.officials
    if inside or joined or thing or speaks or is_time(names[-1], vocabulary) or is_main(names, focus, cues):
        return None
    return place_facet(names, cues)


def ruling_verb(tokens: Sequence[Token], start: int, at: int) -> tuple[int | None, Token | None]:
    """The verb group that rules a figure from before it: the index of its first word, and its main verb."""
    index = at - 1
    while index >= start and not _is_finite(tokens, index) and tokens[index].tag not in (Tag.RELATIVE, Tag.STOP):
        index -= 1
    if index < start or not _is_finite(tokens, index):
        return None, None
    main = tokens[index]
    while index > start and tokens[index - 1].tag in _WITHIN:
        index -= 1
    finite = index - 1
    while finite > start and tokens[index - 1].lower == "to" and not _is_finite(tokens, finite):
        finite -= 1
    if tokens[finite].tag is Tag.AUXILIARY:
        return finite, tokens[finite]  # "was the first to be declared"
    return index, main


def _is_passive(tokens: Sequence[Token], main: Token) -> bool:
    """Whether something was done to the subject: "where the watches are counted"."""
    if main.tag is Tag.AUXILIARY:
        return False
    before = tokens[max(0, tokens.index(main) - 2) : tokens.index(main)]
    return any(t.tag is Tag.AUXILIARY and t.lemma == "be" for t in before)


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    behind_name = tokens[at].tag is Tag.PARTICIPLE and at > 0 and tokens[at - 1].tag is Tag.NAME
    return tokens[at].tag in (Tag.VERB, Tag.AUXILIARY) or behind_name


def where_place(tokens: Sequence[Token], start: int, focus: frozenset[str], vocabulary: Vocabulary) -> Facet | None:
    """The place that a clause's "where" points back to: "Hardest hit was Dolakha, where the quake killed nine"."""
    where = next((i for i in (start, start - 1) if 1 < i < len(tokens) and tokens[i].lower == "where"), None)
    if where is None:
        return None
    names = _name_run(tokens, where - 2 if tokens[where - 1].tag is Tag.COMMA else where - 1)
    return None if not names or is_main(names, focus, vocabulary.cues) else place_facet(names, vocabulary.cues)
