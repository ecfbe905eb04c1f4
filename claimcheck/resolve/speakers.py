"""Who speaks in a sentence: verbs of speech and their subjects, names and plain words for those who claim."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet
from claimcheck.model.text import Span
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.clauses import names_ending, names_from
from claimcheck.resolve.places import is_time

SPOKEN = frozenset({Tag.VERB, Tag.PARTICIPLE})
_GROUP = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.DETERMINER, Tag.WORD, Tag.PRONOUN, Tag.RELATIVE})
_SHARES = ("%", "percent", "per cent")
_SPEAKER_REACH = 8
_BESIDE = frozenset({"with", "against", "on", "in", "from", "for", "by", "at", "to", "near", "under", "after", "than"})


def speaks(tokens: Sequence[Token], at: int, figure: int, vocabulary: Vocabulary) -> bool:
    """Whether somebody speaks here: no "was told", no "the oedema known from other drugs", no "Foley added two"."""
    token = tokens[at]
    if token.lemma not in vocabulary.grammar.speech or token.tag not in SPOKEN:
        return False
    before = [t for t in tokens[max(0, at - 3) : at] if t.tag is Tag.AUXILIARY]
    passive = bool(before) and before[-1].lemma == "be" and not token.lower.endswith("ing")
    bare = token.tag is Tag.PARTICIPLE and not before and at > 0 and tokens[at - 1].tag not in (Tag.NAME, Tag.COMMA)
    object_only = token.lemma in vocabulary.grammar.transitive and figure == at + 1
    return not (passive or bare or object_only or _by_share(tokens, at))


def _by_share(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a share of people says something, so that nobody gives a figure: "in Geneva 61 percent said no"."""
    index = verb - 1
    while index > 0 and (tokens[index].tag in _GROUP or tokens[index].lower == "of"):
        index -= 1
    return index >= 0 and tokens[index].tag is Tag.FIGURE and tokens[index].lower.endswith(_SHARES)


def speaker(tokens: Sequence[Token], verb: int, start: int, vocabulary: Vocabulary) -> Facet | None:
    """The subject of a verb of speech. A name that only stands beside its noun ("officials in Beijing say") is none."""
    for index in range(verb - 1, max(verb - _SPEAKER_REACH, start) - 1, -1):
        token = tokens[index]
        if token.tag is Tag.STOP:
            return None
        if token.lower in vocabulary.cues.officials:
            return None
        if {token.lemma, token.lower} & vocabulary.cues.claimants:
            return claimant(token)
        if token.text[0].isupper() and token.tag is Tag.NAME and not is_time(token, vocabulary):
            names = names_ending(tokens, index)
            if not _is_beside(tokens, index - len(names)):
                return of_names(names, vocabulary)
    return None


def inverted_speaker(tokens: Sequence[Token], verb: int, at: int, vocabulary: Vocabulary) -> Facet | None:
    """As in "Not so, said the Metropolitan Police: it was …"."""
    return named(tokens, verb + 1, at, vocabulary) if tokens[verb].lower in ("said", "says") else None


def named(tokens: Sequence[Token], start: int, end: int, vocabulary: Vocabulary) -> Facet | None:
    """The claimant that begins at `start`: names, or a plain word for those who claim, words before it passed over."""
    while start < end and tokens[start].tag in (Tag.DETERMINER, Tag.ADVERB):
        start += 1
    names = names_from(tokens, start, end)
    if names:
        return None if names[0].lower.endswith("'s") and is_time(names[0], vocabulary) else of_names(names, vocabulary)
    for index in range(start, min(start + 3, end)):
        if tokens[index].lemma in vocabulary.cues.claimants:
            return claimant(tokens[index])
        if tokens[index].tag is not Tag.WORD:
            return None
    return None


def claimant(token: Token) -> Facet:
    """A single word as a claimant, known by its lemma."""
    label = token.text.removesuffix("'s").removesuffix("’s")
    return Facet(key=token.lemma.removesuffix("'"), label=label, span=token.span)


def of_names(names: Sequence[Token], vocabulary: Vocabulary) -> Facet:
    """Names as a claimant, who is known by the last of them: "Bernard Foley" and "Foley" are one."""
    names = [n for n in names if n.tag is not Tag.DETERMINER] or list(names)
    end = names[-1]
    last = end.lemma if end.lemma in vocabulary.cues.claimants else end.lower.removesuffix("'s")
    whole = " ".join(n.lower for n in names)
    key = vocabulary.cues.nations.get(whole, vocabulary.cues.nations.get(last, last))
    return Facet(key=key, label=" ".join(n.text for n in names), span=Span(names[0].span.start, names[-1].span.end))


def _is_beside(tokens: Sequence[Token], before: int) -> bool:
    while before >= 0 and tokens[before].tag is Tag.DETERMINER:
        before -= 1
    return before >= 0 and tokens[before].lower in _BESIDE
