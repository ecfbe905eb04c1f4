"""Which characters of two printed numbers differ, for formats that mark them."""

from difflib import SequenceMatcher

_MOST_CHANGES = 2
_LONGEST = 40


def differing(number: str, other: str) -> tuple[frozenset[int], frozenset[int]]:
    """The places in `number` and in `other` where they differ, when that tells something: both are written in digits
    and are a slip of one another (a digit or two changed, swapped, lost or added). Otherwise none: every digit of two
    numbers that have nothing in common differs, and to mark them all marks nothing.

    >>> [sorted(places) for places in differing("2,290", "2,209")]
    [[3, 4], [3, 4]]
    >>> [sorted(places) for places in differing("55", "16.55")]
    [[], [0, 1]]
    """
    ours, theirs = _digits(number), _digits(other)
    if not (ours and theirs) or max(len(number), len(other)) > _LONGEST:
        return frozenset(), frozenset()
    a, b = "".join(char for _, char in ours), "".join(char for _, char in theirs)
    left, right = _odd_equal(a, b) if len(a) == len(b) else _odd(a, b)
    if not _tells(left, right, a, b):
        return frozenset(), frozenset()
    return frozenset(ours[at][0] for at in left), frozenset(theirs[at][0] for at in right)


def _digits(text: str) -> list[tuple[int, str]]:
    return [(at, char) for at, char in enumerate(text) if char.isdigit()]


def _odd_equal(a: str, b: str) -> tuple[list[int], list[int]]:
    odd = [at for at, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return odd, odd


def _odd(a: str, b: str) -> tuple[list[int], list[int]]:
    left: list[int] = []
    right: list[int] = []
    for kind, a_from, a_to, b_from, b_to in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            left.extend(range(a_from, a_to))
            right.extend(range(b_from, b_to))
    return left, right


def _tells(left: list[int], right: list[int], a: str, b: str) -> bool:
    odd = max(len(left), len(right))
    return 0 < odd <= _MOST_CHANGES and 2 * min(len(a) - len(left), len(b) - len(right)) >= min(len(a), len(b))
