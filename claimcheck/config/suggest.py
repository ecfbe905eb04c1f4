"""A word that is not known, and the one that was probably meant."""

from collections.abc import Iterable


def unknown(what: str, word: str, known: Iterable[str]) -> tuple[str, str | None]:
    """Message and hint for `word`, which is none of the `known` names of a `what`."""
    from difflib import get_close_matches

    names = sorted(known)
    near = get_close_matches(word, names, n=1, cutoff=0.6) or get_close_matches(word.upper(), names, n=1)
    message = f'unknown {what} "{word}"'
    if near:
        message += f'; did you mean "{near[0]}"?'
    return message, f"expected one of: {', '.join(names)}" if names else None
