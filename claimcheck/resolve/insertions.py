"""What is put between a subject and its verb: brackets, dashes, asides that name some of those told."""

from collections.abc import Sequence

from claimcheck.language.tokens import Tag, Token

_REACH = 12
_INSERTED_REACH = 16
_VERBAL = frozenset({Tag.VERB, Tag.PARTICIPLE})
_PREDICATES = frozenset({Tag.AUXILIARY, Tag.VERB, Tag.PARTICIPLE, Tag.ADVERB})
_ASIDES = frozenset(
    {"including", "among", "mostly", "most", "many", "some", "nearly", "almost", "both", "all", "aged", "one"}
)
_SOME = frozenset({"including", "among", "mostly", "most", "many", "some", "one"})
_INSERTIONS = {"(": ")", "—": "—", "–": "–", "-": "-"}


def names_some(tokens: Sequence[Token], at: int) -> bool:
    """Whether an aside that runs to the end of its clause tells of some alone: "20 of them, one in intensive care"."""
    aside = at < len(tokens) and tokens[at].lower in _SOME
    return aside and past_aside(tokens, at - 1) == at - 1


def past_aside(tokens: Sequence[Token], at: int) -> int:
    """Over an aside that names some of them: "12 people, including three children, died", "three of them children"."""
    if at + 2 >= len(tokens) or tokens[at].tag is not Tag.COMMA:
        return at
    taken = tokens[at + 1].tag is Tag.FIGURE and tokens[at + 2].lower == "of"
    if not taken and tokens[at + 1].lower not in _ASIDES:
        return at
    for close in range(at + 2, min(len(tokens), at + _REACH)):
        if tokens[close].tag in _VERBAL or tokens[close].tag is Tag.STOP:
            return at
        if tokens[close].tag is Tag.COMMA:
            return close + 1
    return at


def past_insertion(tokens: Sequence[Token], at: int) -> int:
    """Over what brackets or dashes put between a subject and its verb, from before it or from inside it: "eight people
    (five women and three men) were killed".
    """
    if at >= len(tokens):
        return at
    opened = tokens[at].lower in _INSERTIONS
    close = _closing(tokens, at + 1, _INSERTIONS[tokens[at].lower]) if opened else None
    if close is None:
        inside = _opened_before(tokens, at)
        close = _closing(tokens, at, _INSERTIONS[inside]) if inside is not None else None
        if close is not None and any(t.tag in _VERBAL for t in tokens[at:close]):
            return at
    behind = close is not None and close + 1 < len(tokens) and tokens[close + 1].tag in _PREDICATES
    return close + 1 if close is not None and behind else at


def _closing(tokens: Sequence[Token], start: int, mark: str) -> int | None:
    """Where an insertion that is open at `start` is closed."""
    near = range(start, min(len(tokens), start + _INSERTED_REACH))
    return next((i for i in near if tokens[i].lower == mark), None)


def _opened_before(tokens: Sequence[Token], at: int) -> str | None:
    """The mark that opened the insertion that `at` stands in, with nothing but a list of nouns and figures since."""
    for index in range(at - 1, max(0, at - _INSERTED_REACH), -1):
        if tokens[index].lower in _INSERTIONS:
            return tokens[index].lower if tokens[index - 1].tag in (Tag.WORD, Tag.NAME, Tag.FIGURE) else None
        if tokens[index].tag in _VERBAL or tokens[index].tag in (Tag.STOP, Tag.AUXILIARY):
            return None
    return None
