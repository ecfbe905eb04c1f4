"""Who has what a figure counts, by name: "Barrow won 263,515 votes, Jammeh 212,099", a row of a table, a list."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Claim, Facet, Holder
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.attributions import Voice
from claimcheck.resolve.clauses import clause_bounds
from claimcheck.resolve.races import rival_at
from claimcheck.resolve.wholes import part_before

_BETWEEN = frozenset({Tag.AUXILIARY, Tag.ADVERB})
_ARTICLES = frozenset({Tag.DETERMINER})
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})
_PHRASE = frozenset({Tag.WORD, Tag.NAME, Tag.PARTICIPLE, Tag.DETERMINER, Tag.ADVERB})
_FORMED = frozenset({"form", "found", "create", "launch", "rename", "name"})
_HAVING = frozenset({Tag.VERB, Tag.AUXILIARY, Tag.PARTICIPLE})
_CAMPS = frozenset({"camp", "party", "bloc", "alliance", "coalition", "side", "list", "front", "movement"})
_GOING = frozenset({"go", "seat", "vote", "ballot", "mandate", "medal", "contract"})
"""What goes to somebody by being won; people go to places."""
_OWNING = ("'s", "s'", "’s", "s’")
_MOST_WORDS = 4
_ASIDE = 16


def holder_of(
    tokens: Sequence[Token], at: int, label: Sequence[Token], voice: Voice | None, vocabulary: Vocabulary
) -> Holder | None:
    """The name that labels the figure's row, stands right before the figure, or is the subject of the verb whose object
    the figure is, be it through a pronoun for the one who says so; None for anything else.
    """
    if label:
        return _named([t.text for t in label], vocabulary) if is_full_name(label) else None
    rival = rival_at(tokens, at, vocabulary.grammar)
    if rival is not None:
        opening = rival == 0 and tokens[0].tag in (Tag.WORD, Tag.NAME)
        name = tokens[:1] if opening else _name_ending(tokens, rival) or tokens[rival : rival + 1]
        return _named([t.text for t in name], vocabulary) if name[0].tag in (Tag.NAME, Tag.WORD) else None
    start = clause_bounds(tokens, at)[0]
    own = _before_brackets(tokens, at)
    far = None if voice is not None else _owner_apart(tokens, own, vocabulary) or _taker(tokens, own)
    if far:
        return _named([t.text for t in far], vocabulary)
    index = own - 1
    while index > start and tokens[index].tag in _ARTICLES:
        index -= 1
    have = index >= start and tokens[index].tag is Tag.AUXILIARY and tokens[index].lemma == "have"
    if index >= start and (have or _rules(tokens[index], vocabulary)):
        index -= 1
        while index > start and tokens[index].tag in _BETWEEN:
            index -= 1
    if voice is not None:
        speaker = index >= start and tokens[index].lower in _PRONOUNS and voice.who.label[:1].isupper()
        return _named(voice.who.label.split(), vocabulary) if speaker else None
    name = _name_ending(tokens, index) if index >= start else ()
    return _named([t.text for t in name], vocabulary) if name else None


def _rules(token: Token, vocabulary: Vocabulary) -> bool:
    return token.tag is Tag.VERB and token.lemma not in vocabulary.grammar.speech


def is_full_name(words: Sequence[Token]) -> bool:
    """Whether words are a name, of which only the first may look like any other word: "Mama Kandeh"."""
    return bool(words) and words[-1].tag is Tag.NAME and all(t.tag is Tag.NAME or t.text[0].isupper() for t in words)


def _owner_apart(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """The name that has the figure over what stands between: "Kandeh, who stood for a third party, won 102,969",
    "Kandeh of the new GDC had 15.7%", "third came Kandeh, with 17.8 percent", "the opposition camp had 292".
    """
    left = at - 1
    while left > 0 and tokens[left].tag in _ARTICLES | {Tag.ADVERB}:
        left -= 1
    if left < 1:
        return ()
    if tokens[left].lower == "with":
        left -= 1 + (tokens[left - 1].tag is Tag.COMMA)
        opened = _opened(tokens, left)
        return _name_ending(tokens, left) if opened else ()
    if not _has(tokens[left], vocabulary):
        return ()
    left -= 1
    while left > 0 and tokens[left].tag in _BETWEEN:
        left -= 1
    if left > 1 and tokens[left].tag is Tag.COMMA:
        opening = next((i for i in range(left - 1, max(0, left - _ASIDE), -1) if tokens[i].tag is Tag.COMMA), 0)
        told = tokens[opening + 1].tag in (Tag.RELATIVE, Tag.DETERMINER) or tokens[opening + 1].lower in ("who", "of")
        return _name_ending(tokens, opening - 1) if opening and told else ()
    return _over_origin(tokens, left) or _camp(tokens, left)


def _opened(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of place in a ranking stands before the name that ends at `at`: "third came Kandeh"."""
    first = at - len(_name_ending(tokens, at))
    while first > 0 and (tokens[first].tag in _ARTICLES or tokens[first].tag is Tag.NAME):
        first -= 1
    if first > 0 and tokens[first].tag is Tag.WORD and tokens[first].lower.endswith("'s"):
        first -= 1
    return tokens[first].lemma in ("come", "be", "finish", "follow", "lead", "by", "of") and first < at


def _has(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether a verb says that its subject has something."""
    return token.tag in _HAVING and token.lemma in vocabulary.cues.owning - {"be"}


def _over_origin(tokens: Sequence[Token], last: int) -> tuple[Token, ...]:
    """The name of a person behind whom a party or a place is told: "Kandeh of the newly formed GDC"."""
    first = last
    while first > 0 and (tokens[first].tag in _PHRASE or tokens[first].lemma in _FORMED):
        first -= 1
    linked = first > 0 and first < last and tokens[first].lower in ("of", "from", "for")
    return _name_ending(tokens, first - 1) if linked else ()


def _camp(tokens: Sequence[Token], last: int) -> tuple[Token, ...]:
    """A group that has a name by what it stands for: "the pro-Beijing camp"."""
    named = last > 0 and tokens[last].lemma in _CAMPS and "-" in tokens[last - 1].text
    return tuple(tokens[last - 1 : last + 1]) if named else ()


def _taker(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """Who took what the figure counts, where that is told behind it: "149 of the seats went to Syriza", "298 seats were
    held by the opposition camp".
    """
    if part_before(tokens, at) is not None:
        return ()
    whole = at + 1 < len(tokens) and tokens[at + 1].lower == "of"
    goes = whole or (at + 1 < len(tokens) and tokens[at + 1].lemma in _GOING)
    for index in range(at + 1, min(at + _ASIDE, len(tokens) - 1)):
        token, before = tokens[index], tokens[index - 1]
        if token.tag in (Tag.STOP, Tag.COMMA) or (token.tag is Tag.FIGURE and (not whole or index > at + 3)):
            return ()
        went = goes and token.lower == "to" and before.lemma == "go"
        taken = token.lower == "by" and before.lemma in ("win", "hold", "take", "control")
        if went or taken:
            return _named_at(tokens, index + 1)
    return ()


def _named_at(tokens: Sequence[Token], start: int) -> tuple[Token, ...]:
    """The name that begins at `start`, that of a camp included."""
    first = start
    while first < len(tokens) and tokens[first].tag in _ARTICLES:
        first += 1
    last = first
    while last < len(tokens) and tokens[last].tag is Tag.NAME:
        last += 1
    camp = first < last < len(tokens) and tokens[last].lemma in _CAMPS
    return tuple(tokens[first : last + camp])


def _name_ending(tokens: Sequence[Token], last: int) -> tuple[Token, ...]:
    """The name that ends at `last`, empty where none does; one that only says where something was is none."""
    first = last
    while first >= 0 and tokens[first].tag is Tag.NAME and last - first < _MOST_WORDS:
        owner = first < last and tokens[first].lower.endswith(_OWNING)  # "the National Front's Marine Le Pen"
        if owner:
            return tuple(tokens[first + 1 : last + 1])
        first -= 1
    placed = first >= 0 and tokens[first].tag is Tag.PREPOSITION and tokens[first].lower not in ("by", "of")
    opening = first == 0 and tokens[0].tag is Tag.WORD and first < last and tokens[0].text[0].isupper()
    return () if placed else tuple(tokens[first + (not opening) : last + 1])


def _before_brackets(tokens: Sequence[Token], at: int) -> int:
    """The figure that one in brackets goes with: "212,099 votes (36.7%)"; else the figure itself."""
    index = at - 1
    if index < 1 or tokens[index].lower != "(":
        return at
    index -= 1
    while index > 0 and tokens[index].tag is Tag.WORD:
        index -= 1
    return index if tokens[index].tag is Tag.FIGURE else at


def _named(name: Sequence[str], vocabulary: Vocabulary) -> Holder | None:
    plain = (word.casefold().removesuffix("'s").removesuffix("’s") for word in name)
    words = frozenset(word for word in plain if word not in vocabulary.cues.honorifics)
    return Holder(name=" ".join(name), words=words) if words else None


def beside_others(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims of one article, each holder with those that have figures of the same unit there."""
    told = tuple(claims)
    found: dict[str, set[frozenset[str]]] = {}
    for claim in told:
        if claim.holder is not None:
            found.setdefault(_unit(claim), set()).add(claim.holder.words)
    return tuple(_set_apart(claim, found.get(_unit(claim), ())) for claim in told)


def _set_apart(claim: Claim, holders: Iterable[frozenset[str]]) -> Claim:
    """The claim with its holder's others; one of theirs is no part that it holds for: in "Barrow won 263,515 votes and
    Jammeh 212,099" the subject of the sentence has only the first.
    """
    if claim.holder is None:
        return claim
    holder = _with_others(claim.holder, holders)
    theirs = claim.scope is not None and not holder.others.isdisjoint(claim.scope.key.split())
    scope = Facet(key=holder.name.split()[-1].casefold(), label=holder.name) if theirs else claim.scope
    return replace(claim, holder=holder, scope=scope)


def _unit(claim: Claim) -> str:
    return str(claim.quantity.unit.id)


def _with_others(holder: Holder, all_of_them: Iterable[frozenset[str]]) -> Holder:
    others = frozenset[str]().union(*(words for words in all_of_them if words.isdisjoint(holder.words)))
    return replace(holder, others=others)
