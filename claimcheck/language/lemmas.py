"""Lemmas by rule: a table of irregular forms, then suffixes. Good enough to link words, and fast."""

from collections.abc import Mapping

_VOWELS = frozenset("aeiou")
_ES_STEMS = ("s", "x", "z", "ch", "sh")
_VOWEL_US = ("ous", "aus")
_KEEP_S = ("ss", "us", "is", "ics", "ews")


def noun_lemma(word: str, irregular: Mapping[str, str]) -> str:
    """The singular of a lower-case noun: "injuries" injury, "boxes" box, "deaths" death, "crisis" crisis.

    >>> [noun_lemma(w, {}) for w in ("injuries", "boxes", "losses", "gases", "houses", "doses", "viruses", "news")]
    ['injury', 'box', 'loss', 'gas', 'house', 'dose', 'virus', 'news']
    """
    if word in irregular:
        return irregular[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(_KEEP_S):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    stem = word[:-2]
    if word.endswith("es") and (
        stem.endswith(("ss", "zz", "x", "ch", "sh", "us", "gas")) and not stem.endswith(_VOWEL_US)
    ):
        return stem
    return word[:-1]


def verb_lemma(word: str, irregular: Mapping[str, str], known: frozenset[str]) -> str:
    """The base form of a lower-case verb form: "seized" seize, "stopped" stop, "injuring" injure, "carries" carry.

    A candidate that stands in `known` wins; otherwise the most regular reading is taken.
    """
    if word in irregular:
        return irregular[word]
    if word in known:
        return word
    candidates = _candidates(word)
    for candidate in candidates:
        if candidate in known:
            return candidate
    return candidates[0] if candidates else word


def _candidates(word: str) -> list[str]:
    if word.endswith("ied") and len(word) > 4:
        return [word[:-3] + "y"]
    if word.endswith("ies") and len(word) > 4:
        return [word[:-3] + "y"]
    for suffix in ("ing", "ed"):
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            return _unsuffixed(word[: -len(suffix)])
    if word.endswith("es") and len(word) > 4 and word[:-2].endswith(_ES_STEMS):
        return [word[:-2], word[:-1]]
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        return [word[:-1]]
    return []


def _unsuffixed(stem: str) -> list[str]:
    """Stems of -ed and -ing forms, likeliest first."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    if doubled and stem[-1] not in "lsfz":
        return [stem[:-1], stem]
    silent_e = stem[-1] in "cvuz" or stem.endswith(
        ("at", "ur", "iz", "ag", "as", "os", "rg", "ng", "dg", "us", "bl", "rs")
    )
    regular = (
        [stem + "e", stem] if silent_e and not stem.endswith(("ss", "ow", "ang", "ing", "ong")) else [stem, stem + "e"]
    )
    return [*regular, stem[:-1]] if doubled else regular
