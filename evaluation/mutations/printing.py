"""Numbers printed as the article prints them: with or without separators, in words, with its case."""

from decimal import ROUND_HALF_UP, Decimal

from evaluation.mutations.figures import Figure
from evaluation.mutations.words import spelled

GROUPED_FROM = 10_000
"""Whole numbers from here have a thousands separator even where the article shows none to go by."""


def with_digits(figure: Figure, digits: str) -> str:
    """Other digits (perhaps with a point) written with the separators of the figure's number."""
    whole, point, rest = digits.partition(".")
    plain = figure.number.text.isdigit() and len(figure.number.text) > 3
    return (whole if plain else f"{int(whole):,}") + point + rest


def with_value(figure: Figure, value: Decimal) -> str | None:
    """Another value for the number (before its scale word) in digits or words as printed; None where words end."""
    if figure.digits:
        places = len(figure.digits.partition(".")[2])
        return with_digits(figure, f"{value:.{places}f}")
    return with_case(figure.number.text, spelled(int(value))) if value == int(value) else None


def with_case(like: str, word: str | None) -> str | None:
    """The word in capitals or with a capital where the words it replaces are."""
    if word is None:
        return None
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word[0].upper() + word[1:] if like[:1].isupper() else word


def to_digits(value: Decimal, significant: int) -> Decimal:
    """The value at so many significant digits."""
    if value == 0:
        return value
    step = Decimal(1).scaleb(value.adjusted() - significant + 1)
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def newsprint(value: Decimal) -> str:
    """A bare value as newspapers print it: 1.7 million, 7,500, 16.6."""
    for power, word in ((12, "trillion"), (9, "billion"), (6, "million")):
        scaled = value.scaleb(-power).normalize()
        if scaled >= 1 and len(scaled.as_tuple().digits) <= 4:
            return f"{scaled:,f} {word}"
    return f"{value.normalize():,f}"
