"""Slips of the keyboard: how one printed number comes from another."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from claimcheck.checks.style import has_digits, parts, scale_word, table_scale
from claimcheck.model.claim import Claim
from claimcheck.model.digits import changed, dropped, significant_digits, swapped
from claimcheck.model.quantity import Quantity

_CONVERTED, _LONG, _SHORT = 4, 3, 2
_HUNDRED = 100
_FEW_DIGITS, _ONE_DIGIT = Decimal("0.55"), Decimal("0.45")
_LESS = Decimal("0.05")
"""So much less it says that a number is a slip of another one rounded."""
_DIGITS_AND_POINT = frozenset("0123456789.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """How a number came about, in words; `score` as in Cause. `lossy`: by leaving out several digits, which nobody puts
    in by mistake.
    """

    score: Decimal
    words: str
    lossy: bool = False


_POINT = Slip(score=Decimal("0.92"), words="a lost decimal point")
_MOVED = replace(_POINT, words="a misplaced decimal point")
_TAIL = Slip(score=Decimal("0.9"), words="lost leading digits", lossy=True)
_SWAPPED = Slip(score=Decimal("0.9"), words="two digits swapped")
_WRONG = Slip(score=Decimal("0.8"), words="a wrong digit")
_DROPPED = Slip(score=Decimal("0.85"), words="a dropped digit")
_EXTRA = replace(_DROPPED, words="a digit too many")


def slip(wrong: str, right: str) -> Slip | None:
    """How `wrong` comes from `right` (digits, perhaps with a point) by one slip; None if it does not."""
    ours, theirs = wrong.replace(".", ""), right.replace(".", "")
    if ours.lstrip("0") == theirs.lstrip("0"):
        return None if ours == wrong and theirs == right else _POINT if ours == wrong else _MOVED
    if len(theirs) - len(ours) > 1 and len(ours) >= _SHORT and theirs.endswith(ours):
        return _TAIL
    return _one_digit(wrong, right)


def slip_between(odd: Claim, other: Claim) -> Slip | None:
    """The likeliest slip that made the odd figure out of the other one, or out of that rounded or converted."""
    ours, theirs = odd.quantity, other.quantity
    if ours.value is None or theirs.value is None or not (has_digits(odd) and has_digits(other)):
        return None
    if ours.unit.id != theirs.unit.id:
        return max(_of_converted(ours, theirs), key=lambda one: one.score, default=None)
    direct = [slip(*pair) for pair in _written(odd, other)]
    found = [one for one in direct if one is not None] or [*_of_rounded(odd, other)]
    return max(found, key=lambda one: one.score, default=None)


def _one_digit(wrong: str, right: str) -> Slip | None:
    ours, theirs = _without_zeros(wrong, right)
    if len(ours) == len(theirs):
        same_point = ours.find(".") == theirs.find(".")
        if not same_point or len(ours.replace(".", "")) < _SHORT:
            return None
        found = _WRONG if changed(ours, theirs) else _SWAPPED if swapped(ours, theirs) else None
        return found and _scored(found, ours, theirs)
    if dropped(wrong, right):
        return _scored(_DROPPED, wrong, right)
    return _scored(_EXTRA, right, wrong) if dropped(right, wrong) else None


def _scored(found: Slip, short: str, long: str) -> Slip | None:
    """Less for few digits, which are alike by chance; None where one digit tells nothing at all."""
    most, least = (len(_significant(number)) for number in (long, short))
    if most < _SHORT or len(short.replace(".", "")) < _SHORT:
        return None
    limit = Decimal(1) if most >= _LONG else _FEW_DIGITS if least >= _SHORT else _ONE_DIGIT
    return replace(found, score=min(found.score, limit))


def _significant(digits: str) -> str:
    """The digits without point, leading zeros and the zeros that end them."""
    return digits.replace(".", "").strip("0")


def _without_zeros(a: str, b: str) -> tuple[str, str]:
    """Whole numbers without the zeros that both end in."""
    while "." not in a + b and a.endswith("0") and b.endswith("0") and len(min(a, b, key=len)) > 1:
        a, b = a[:-1], b[:-1]
    return a, b


def _written(odd: Claim, other: Claim) -> Iterator[tuple[str, str]]:
    """Both numbers in plain digits: as printed where both are printed at one scale ("1.56" and "1.65" million), else at
    the odd one's scale, and their values.
    """
    ours, theirs = _printed(odd), _printed(other)
    at_one_scale = _scale(odd) == _scale(other)
    if ours is not None and theirs is not None and at_one_scale:
        places = min(map(_places, (ours, theirs)))
        yield _to_places(ours, places), _to_places(theirs, places)
        return
    values = [abs(claim.quantity.value or Decimal(0)) for claim in (odd, other)]
    if ours is not None and Decimal(ours):
        yield ours, f"{(values[1] * Decimal(ours) / values[0]).normalize():f}"
    yield f"{values[0].normalize():f}", f"{values[1].normalize():f}"


def _places(digits: str) -> int:
    return len(digits.partition(".")[2])


def _to_places(digits: str, least: int) -> str:
    """Without the zeros that end its decimals, where the other number has fewer places: "9.650" beside "9.56"."""
    while _places(digits) > least and digits.endswith("0"):
        digits = digits[:-1].removesuffix(".")
    return digits


def _scale(claim: Claim) -> tuple[str | None, Decimal | None]:
    return scale_word(claim), table_scale(claim)


def _printed(claim: Claim) -> str | None:
    """The digits as printed, None where they are not those of the value ("16 ½")."""
    digits = "".join(c for c in parts(claim)[1] if c in _DIGITS_AND_POINT).rstrip(".")
    if not digits or digits.count(".") > 1:
        return None
    value = claim.quantity.value or Decimal(0)
    if Decimal(digits.replace(".", "")) == abs(value):  # a point between thousands
        return digits.replace(".", "")
    return digits if significant_digits(Decimal(digits)) == significant_digits(abs(value)) else None


def _of_rounded(odd: Claim, other: Claim) -> Iterator[Slip]:
    """Slips of the other number as rounding leaves it: the odd one was printed with as many digits, one fewer, one
    more. What differs in the last digit alone is roughly the same, and no slip. Two digits that no scale word follows
    ("690") were not rounded to two, and are alike by chance.
    """
    ours, theirs = (abs(claim.quantity.value or Decimal(0)) for claim in (odd, other))
    own = len(significant_digits(ours))
    for keep, kinds in ((own, (_WRONG, _SWAPPED)), (own + 1, (_DROPPED,)), (own - 1, (_EXTRA,))):
        if not _SHORT <= keep < len(significant_digits(theirs)):
            continue
        rounded = theirs.quantize(Decimal(1).scaleb(theirs.adjusted() - keep + 1), rounding=ROUND_HALF_UP)
        found = _one_digit(f"{ours.normalize():f}", f"{rounded.normalize():f}")
        last = abs(ours - rounded) < Decimal(1).scaleb(rounded.adjusted() - keep + 2)
        chance = keep < _LONG and scale_word(odd) is None
        if found is None or ((last or chance) and found.words == _WRONG.words):
            continue
        if found.words in {kind.words for kind in kinds}:
            yield replace(found, score=found.score - _LESS)


def _of_converted(odd: Quantity, other: Quantity) -> Iterator[Slip]:
    """Slips of the other number in the odd one's unit, four digits and more of it; its last digit depends on how the
    other one was rounded.
    """
    keep = len(significant_digits(odd.value or Decimal(0)))
    told = len(significant_digits(other.value or Decimal(0)))
    if keep < _CONVERTED or told < _LONG or other.value is None or odd.value is None:
        return
    if not other.unit.comparable_to(odd.unit) or odd.unit.offset or other.unit.offset:
        return
    right = other.unit.to_base(other.value) / odd.unit.factor
    step = Decimal(1).scaleb(right.adjusted() - keep + 1)
    for off in (-1, 0, 1):
        near = right.quantize(step, rounding=ROUND_HALF_UP) + off * step
        found = _one_digit(f"{odd.value.normalize():f}", f"{near.normalize():f}")
        if found is not None and abs(odd.value - near) >= _HUNDRED * step:
            yield replace(found, score=found.score - _LESS)
