"""On whose word a figure stands, where the sentence names a claimant."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet
from claimcheck.model.text import Span
from claimcheck.model.vocabulary import Vocabulary
from claimcheck.resolve.clauses import clause_bounds, names_ending, names_from
from claimcheck.resolve.places import is_time

_SPEAKER_REACH = 8
_BESIDE = frozenset({"with", "against", "on", "in", "from", "for", "by", "at", "to", "near", "under", "after", "than"})
_BETWEEN = frozenset({Tag.AUXILIARY, Tag.ADVERB, Tag.CALENDAR})
_GIVEN = frozenset({"according", "said", "estimated", "quoted", "cited"})


def attribution_of(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Facet | None:
    """Who gives the figure, when the sentence names one: the subject of a verb of speech ("police put it at"), the one
    whose count it is, or who it is according to.
    """
    sentence_start = max([i + 1 for i in range(at) if tokens[i].lower in (".", "!", "?", ";")], default=0)
    for index in range(at - 1, sentence_start - 1, -1):
        if _speaks(tokens, index, at, vocabulary):
            who = _speaker(tokens, index, sentence_start, vocabulary) or _inverted_speaker(
                tokens, index, at, vocabulary
            )
            if who is not None:
                return who
    for index in range(sentence_start + 1, len(tokens) - 1):
        if tokens[index].lower in ("to", "by") and tokens[index - 1].lower in _GIVEN:
            who = _named(tokens, index + 1, len(tokens), vocabulary)
            if who is not None:
                return who
    start, end = clause_bounds(tokens, at)
    return (
        _own_count(tokens, start, at, vocabulary)
        or _own_count(tokens, at + 1, end, vocabulary)
        or _told_behind(tokens, at, vocabulary)
    )


def _told_behind(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Facet | None:
    """Who says so behind a comma: "… died, the ministry said", "… died, said Tim Shenk", "… died, as the army
    reported on Sunday". A verb of speech with another figure behind it tells of that one.
    """
    end = next((i for i in range(at + 1, len(tokens)) if tokens[i].lower in (".", "!", "?", ";")), len(tokens))
    for index in range(end - 1, at + 1, -1):
        token = tokens[index]
        if token.tag is Tag.FIGURE:
            return None
        if token.lemma not in vocabulary.grammar.speech or token.tag not in (Tag.VERB, Tag.PARTICIPLE):
            continue
        comma = max((i for i in range(at + 1, index) if tokens[i].tag is Tag.COMMA), default=None)
        if comma is None or any(t.tag in (Tag.VERB, Tag.PARTICIPLE) for t in tokens[comma + 1 : index]):
            continue
        if tokens[comma + 1].tag in (Tag.RELATIVE, Tag.CONJUNCTION) and tokens[comma + 1].lower != "as":
            continue
        return _speaker(tokens, index, comma + 1, vocabulary) or _inverted_speaker(tokens, index, end, vocabulary)
    return None


def _speaks(tokens: Sequence[Token], at: int, figure: int, vocabulary: Vocabulary) -> bool:
    """Whether somebody speaks here: no "was told", no "the oedema known from other drugs", no "Foley added two"."""
    token = tokens[at]
    if token.lemma not in vocabulary.grammar.speech or token.tag not in (Tag.VERB, Tag.PARTICIPLE):
        return False
    before = [t for t in tokens[max(0, at - 3) : at] if t.tag is Tag.AUXILIARY]
    passive = bool(before) and before[-1].lemma == "be" and not token.lower.endswith("ing")
    bare = token.tag is Tag.PARTICIPLE and not before and at > 0 and tokens[at - 1].tag not in (Tag.NAME, Tag.COMMA)
    object_only = token.lemma in vocabulary.grammar.transitive and figure == at + 1
    return not (passive or bare or object_only)


def _own_count(tokens: Sequence[Token], start: int, at: int, vocabulary: Vocabulary) -> Facet | None:
    """Whose count it is: "the Met's number was", "by police estimates", "The Guardian's look at pictures suggested"."""
    for index in range(start, min(at, len(tokens) - 1)):
        token, after = tokens[index], tokens[index + 1]
        owner = token.lower.endswith("'s") and token.text[0].isupper() and token.tag is not Tag.CALENDAR
        if owner and not is_time(token, vocabulary) and after.lemma in vocabulary.cues.counts:
            return _claimant(token)
        if token.lemma in vocabulary.cues.claimants and after.lemma in vocabulary.cues.counts:
            return _claimant(token)
    return None


def _claimant(token: Token) -> Facet:
    return Facet(key=token.lemma, label=token.text.removesuffix("'s").removesuffix("’s"), span=token.span)


def _of_names(names: Sequence[Token], vocabulary: Vocabulary) -> Facet:
    """Names as a claimant, who is known by the last of them: "Bernard Foley" and "Foley" are one."""
    names = [n for n in names if n.tag is not Tag.DETERMINER] or list(names)
    end = names[-1]
    last = end.lemma if end.lemma in vocabulary.cues.claimants else end.lower.removesuffix("'s")
    whole = " ".join(n.lower for n in names)
    key = vocabulary.cues.nations.get(whole, vocabulary.cues.nations.get(last, last))
    return Facet(key=key, label=" ".join(n.text for n in names), span=Span(names[0].span.start, names[-1].span.end))


def _named(tokens: Sequence[Token], start: int, end: int, vocabulary: Vocabulary) -> Facet | None:
    """The claimant that begins at `start`: names, or a plain word for those who claim."""
    while start < end and tokens[start].tag in (Tag.DETERMINER, Tag.ADVERB):
        start += 1
    names = names_from(tokens, start, end)
    if names:
        return None if names[0].lower.endswith("'s") and is_time(names[0], vocabulary) else _of_names(names, vocabulary)
    return _claimant(tokens[start]) if start < end and tokens[start].lemma in vocabulary.cues.claimants else None


def _inverted_speaker(tokens: Sequence[Token], verb: int, at: int, vocabulary: Vocabulary) -> Facet | None:
    """As in "Not so, said the Metropolitan Police: it was …"."""
    return _named(tokens, verb + 1, at, vocabulary) if tokens[verb].lower in ("said", "says") else None


def _speaker(tokens: Sequence[Token], verb: int, start: int, vocabulary: Vocabulary) -> Facet | None:
    """The subject of a verb of speech. A name that only stands beside its noun ("officials in Beijing say") is none."""
    for index in range(verb - 1, max(verb - _SPEAKER_REACH, start) - 1, -1):
        token = tokens[index]
        if token.tag is Tag.STOP:
            return None
        if token.lower in vocabulary.cues.officials:
            return None
        if token.lemma in vocabulary.cues.claimants:
            return _claimant(token)
        if token.text[0].isupper() and token.tag is Tag.NAME and not is_time(token, vocabulary):
            names = names_ending(tokens, index)
            if not _is_beside(tokens, index - len(names)):
                return _of_names(names, vocabulary)
    return None


def _is_beside(tokens: Sequence[Token], before: int) -> bool:
    while before >= 0 and tokens[before].tag is Tag.DETERMINER:
        before -= 1
    return before >= 0 and tokens[before].lower in _BESIDE
