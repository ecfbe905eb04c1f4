"""Who has what a figure counts, by name: "Barrow won 263,515 votes, Jammeh 212,099", a row of a table, a list."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Claim, Facet, Holder
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.attributions import Voice
from claimcheck.resolve.clauses import clause_bounds

_BETWEEN = frozenset({Tag.AUXILIARY, Tag.ADVERB})
_ARTICLES = frozenset({Tag.DETERMINER})
_PRONOUNS = frozenset({"it", "he", "she", "they", "we", "i"})
_MOST_WORDS = 4


def holder_of(
    tokens: Sequence[Token], at: int, label: Sequence[Token], voice: Voice | None, vocabulary: Vocabulary
) -> Holder | None:
    """The name that labels the figure's row, stands right before the figure, or is the subject of the verb whose object
    the figure is, be it through a pronoun for the one who says so; None for anything else.
    """
    if label:
        names = all(t.tag is Tag.NAME for t in label)
        return _named([t.text for t in label], vocabulary) if names else None
    start = clause_bounds(tokens, at)[0]
    index = _before_brackets(tokens, at) - 1
    while index > start and tokens[index].tag in _ARTICLES:
        index -= 1
    if index >= start and tokens[index].tag is Tag.VERB and tokens[index].lemma not in vocabulary.grammar.speech:
        index -= 1
        while index > start and tokens[index].tag in _BETWEEN:
            index -= 1
    if voice is not None:
        speaker = index >= start and tokens[index].lower in _PRONOUNS and voice.who.label[:1].isupper()
        return _named(voice.who.label.split(), vocabulary) if speaker else None
    name: list[Token] = []
    while index >= start and tokens[index].tag is Tag.NAME and len(name) < _MOST_WORDS:
        name.insert(0, tokens[index])
        index -= 1
    placed = index >= start and tokens[index].tag is Tag.PREPOSITION  # "in Kandahar 40 people"
    return _named([t.text for t in name], vocabulary) if name and not placed else None


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
