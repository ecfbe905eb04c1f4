"""A figure's own clause in its sentence, and small helpers over its words."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token
from claimcheck.model.claim import Facet
from claimcheck.model.text import Span

SENTENCE_ENDS = frozenset({".", "!", "?", ";"})
PRONOUNS = frozenset({"it", "they", "he", "she"})
"""With these a sentence goes on about somebody named before."""
_SCENE = 8
_BREAKS = frozenset({".", ";", "!", "?", ":", "—", "-", "–", "|"})


def clause_bounds(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """First and one-past-last token of the figure's clause: up to a stop, or a comma that opens another clause."""
    start = at
    while start > 0 and tokens[start - 1].lower not in _BREAKS and not _clause_comma(tokens, start - 1):
        start -= 1
    end = at + 1
    while end < len(tokens) and tokens[end].lower not in _BREAKS and not _clause_comma(tokens, end):
        end += 1
    return start, end


def _clause_comma(tokens: Sequence[Token], at: int) -> bool:
    """A conjunction or comma behind which a subject and a verb of its own follow, or a noun and its "that": ", a sting
    that has led to 500 arrests".
    """
    token = tokens[at]
    if token.tag is Tag.COMMA and _is_opening(tokens, at):
        return False
    if token.tag is Tag.CONJUNCTION and token.lower in ("but", "while", "whereas", "although", "though"):
        return True
    if token.tag not in (Tag.COMMA, Tag.CONJUNCTION) or token.lower in ("or", "plus", "&"):
        return False
    subject = verb = False
    for following in tokens[at + 1 : at + 9]:
        if following.tag is Tag.RELATIVE and following.lower == "that" and token.tag is Tag.COMMA:
            return subject and not verb and tokens[at + 1].tag is Tag.DETERMINER
        if following.tag is Tag.FIGURE or following.tag in (Tag.COMMA, Tag.STOP, Tag.RELATIVE):
            return subject and verb and following.tag is Tag.FIGURE
        if following.tag in (Tag.VERB, Tag.AUXILIARY):
            if not subject:
                return False
            verb = True
        elif following.tag in (Tag.WORD, Tag.NAME, Tag.PRONOUN):
            subject = True
    return subject and verb


def _is_opening(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands before a comma only sets the scene: "In Ohio, agents seized …", "On April 25, 2015, …"."""
    start = at
    while start > 0 and tokens[start - 1].lower not in _BREAKS:
        start -= 1
    opening = tokens[start:at]
    scene = bool(opening) and opening[0].tag is Tag.PREPOSITION and len(opening) <= _SCENE
    return scene and not any(t.tag in (Tag.VERB, Tag.AUXILIARY, Tag.FIGURE) for t in opening)


def sentence_start(tokens: Sequence[Token], at: int) -> int:
    """The first token behind the last full stop or semicolon before `at`."""
    return max([i + 1 for i in range(at) if tokens[i].lower in SENTENCE_ENDS], default=0)


def with_introduction(tokens: Sequence[Token], start: int) -> int:
    """A clause behind a colon is a list under what stands before it: "The New England office gave its own sheet: …"."""
    if not start or tokens[start - 1].lower != ":":
        return start
    return sentence_start(tokens, start - 1)


def names_ending(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """The capitalised words that end at `at`, four at most."""
    start = at
    while start >= 0 and tokens[start].text[:1].isupper() and at - start < 4:
        start -= 1
    return tuple(tokens[start + 1 : at + 1])


def names_from(tokens: Sequence[Token], start: int, end: int) -> tuple[Token, ...]:
    """The run of names that begins at `start`, empty when none does."""
    at = start
    while at < end and tokens[at].tag is Tag.NAME:
        at += 1
    return tuple(tokens[start:at])


def facet(words: Sequence[Token]) -> Facet:
    """The words as a circumstance; at least one word."""
    label = " ".join(t.text for t in words)
    key = " ".join(t.lower.removesuffix("'s") for t in words if t.tag is not Tag.DETERMINER)
    return Facet(key=key or label.lower(), label=label, span=Span(words[0].span.start, words[-1].span.end))
