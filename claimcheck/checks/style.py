"""Numbers printed as a passage prints its own, so that advice can be pasted: sign, separators, scale word, unit."""

import re
from decimal import ROUND_HALF_EVEN, Decimal

from claimcheck.compare.wording import unit_name
from claimcheck.model.claim import Aspect, Claim
from claimcheck.model.quantity import Dimension, Qualifier, Unit

SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_SHORT = {"trillion": "tn", "billion": "bn", "million": "m"}
_PLACES = {
    "hundred": 2,
    "thousand": 3,
    "k": 3,
    "lakh": 5,
    "million": 6,
    "mn": 6,
    "m": 6,
    "crore": 7,
    "cr": 7,
    "billion": 9,
    "bn": 9,
    "b": 9,
    "trillion": 12,
    "tn": 12,
}
_SCALE = re.compile(
    r"(?P<joint>\s?-?)(?P<word>(?:\b|(?<=\d))(?:hundred|thousand|lakh|million|crore|billion|trillion|[mb]n|tn|cr|[kmb]))s?\b",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?:\b[A-Z][A-Za-z]{0,2}\s?)?[$£€¥₹₩₽₺₪₫฿₴₦]\s?$|\b(?:[A-Z]{3}|Rs\.?)\s?$")
_MAGNITUDE = re.compile(r"\bmagnitude\s$")
_HEDGE_BEHIND = re.compile(r"\s(?:or|and)\s.*$")
_DOTTED, _COMMA_DECIMAL = re.compile(r"-?\d{1,3}(?:\.\d{3})+"), re.compile(r"-?\d+,\d{1,2}")
_DIGIT, _NO_DIGIT = re.compile(r"\d"), re.compile(r"[^0-9.]")
_NUMBER = re.compile(r"[0-9]+(?:[.][0-9]+)?")
_STATED = {Decimal(10**9): "billions", Decimal(10**6): "millions", Decimal(10**3): "thousands"}
_SWAP = str.maketrans(",.", ".,")
_MILLION = Decimal(10**6)
_FRACTION = "fraction"
_SHORT_ENOUGH, _ROUGH = 4, 3
_TENTH, _THOUSAND = Decimal("0.1"), Decimal(1000)
_CENTS = Decimal("0.01")


def figure(value: Decimal, like: Claim) -> str:
    """`value`, in the claim's unit, as its passage would print it without a hedge: "$1.7 million" where that has
    "nearly $1,700", "1,058 lbs" for "926 lbs", "£1.2bn" for "£1.2m", "42" for "617". A change takes the claim's sign.
    """
    before, _, behind = parts(like)
    value = _signed(value, like)
    if like.quantity.unit.id == _FRACTION:
        return f"{plain(round(value * 100, 1))} percent"
    bracketed = before.endswith("(")
    number = _number(abs(value) if bracketed else value, like)
    return f"{_sign(like)}{_in_brackets(number, bracketed and value < 0)}{_unit(behind, value, like)}"


def with_unit(claim: Claim, unit: Unit) -> str:
    """The claim's own number with another unit: "4,870 pounds" for "4,870 kilograms"."""
    return f"{parts(claim)[1]} {unit_name(unit, claim.quantity.value or Decimal(0))}"


def with_sign(claim: Claim, like: Claim) -> str | None:
    """The claim's own sum with the other's currency: "$14.1 billion" for "£14.1 billion". None where one of the two has
    its currency as a word.
    """
    ours, theirs = _sign(claim), _sign(like)
    before, number, behind = parts(claim)
    return f"{theirs}{number}{_HEDGE_BEHIND.sub('', behind)}" if ours and theirs and before.endswith(ours) else None


def in_quotes(value: Decimal, like: Claim) -> str:
    """`figure` in quotes, with the scale that the passage's table states for it."""
    return f'"{figure(value, like)}"{stated_scale(like)}'


def parts(claim: Claim) -> tuple[str, str, str]:
    """The words of the figure before its number, the number with its scale word, the words behind it."""
    quantity = claim.quantity
    start, end = (place - quantity.span.start for place in (quantity.number.start, quantity.number.end))
    return quantity.surface[:start], quantity.surface[start:end], quantity.surface[end:]


def hedge_of(claim: Claim) -> str | None:
    """The words that hedge or bound the figure, with the blank behind them ("nearly "); "" for a bare one; None where
    they do not stand before it.
    """
    if claim.quantity.qualifier is Qualifier.EXACT:
        return ""
    words = parts(claim)[0].removesuffix("(").removesuffix(_sign(claim)).strip()
    if not words or words == "-":
        return None
    told = " ".join(words.split())
    return f"{told[:1].lower()}{told[1:]}{' ' if told[-1].isalpha() else ''}"


def scale_word(claim: Claim) -> str | None:
    """The scale word of a printed figure ("million", "bn"), None when it has none."""
    found = [match["word"] for match in _SCALE.finditer(claim.quantity.surface)]
    return found[-1].lower() if found else None


def has_digits(claim: Claim) -> bool:
    """Whether its number is not printed in words."""
    return _DIGIT.search(claim.quantity.surface) is not None


def scale_name(claim: Claim) -> str | None:
    """The scale word of a printed figure, else what its table states ("billion"); None when it has neither."""
    stated = table_scale(claim)
    return scale_word(claim) or (None if stated is None else _STATED[stated].removesuffix("s"))


def stated_scale(claim: Claim) -> str:
    """The scale that a table tells apart from its figures, as " (in millions)"; "" for a figure with its own."""
    scale = table_scale(claim)
    return "" if scale is None else f" (in {_STATED[scale]})"


def plain(value: Decimal) -> str:
    """A number as newspapers print it: 42, 1,058, 16.55, 1.7 million."""
    for size, word in SCALES:
        scaled = (value / size).normalize()
        if abs(value) >= size and len(scaled.as_tuple().digits) <= _SHORT_ENOUGH:
            return f"{scaled:,f} {word}"
    return f"{value.normalize():,f}"


def _sign(claim: Claim) -> str:
    """What stands right before the digits and is no hedge: a currency's sign or code, "magnitude"."""
    before, dimension = parts(claim)[0].removesuffix("("), claim.quantity.unit.dimension
    pattern = {Dimension.MONEY: _SIGN, Dimension.MAGNITUDE: _MAGNITUDE}.get(dimension)
    found = None if pattern is None else pattern.search(before)
    return found.group() if found else ""


def _signed(value: Decimal, like: Claim) -> Decimal:
    own = like.quantity.value
    return value if like.aspect is not Aspect.CHANGE or own is None else abs(value).copy_sign(own)


def _in_brackets(number: str, wanted: bool) -> str:
    return f"({number})" if wanted else number


def _number(value: Decimal, like: Claim) -> str:
    printed = parts(like)[1]
    scale, stated = _SCALE.search(printed), table_scale(like)
    if scale is not None and scale["word"].lower() != "hundred" and like.quantity.value is not None:
        return _punctuated(_scaled(value, scale, like), like)
    if stated is not None:
        return _punctuated(f"{(value / stated).normalize():,f}", like)
    own = abs(like.quantity.value or Decimal(0))
    if abs(value) >= _MILLION > own:
        return _punctuated(plain(value), like)
    return _punctuated(f"{_cents(value, printed, like):,f}", like)


def _scaled(value: Decimal, scale: re.Match[str], like: Claim) -> str:
    """With the passage's own scale word, or one of its kind where that gives no sensible number."""
    word = scale["word"]
    scaled = _shortened(value.scaleb(-_PLACES[word.lower()]), like)
    least, most = _fitting(like, word)
    if least <= abs(scaled) < most:
        return f"{scaled:,f}{scale['joint']}{word}"
    for size, name in SCALES:
        if abs(value) >= size:
            said = _SHORT[name] if len(word) <= len("mn") else name
            return f"{_shortened(value / size, like):,f}{scale['joint']}{said}"
    return f"{value.normalize():,f}"


def _fitting(like: Claim, word: str) -> tuple[Decimal, Decimal]:
    """What may stand before the scale word: no "0.2 million" and no "1,200 million", unless the passage has such."""
    own = abs(like.quantity.value or Decimal(0)).scaleb(-_PLACES[word.lower()])
    return _TENTH if own < 1 else Decimal(1), _THOUSAND if own < _THOUSAND else _THOUSAND * 10


def _shortened(scaled: Decimal, like: Claim) -> Decimal:
    """At most four digits, or one more than the passage has, before a scale word; others are rounded to a few."""
    scaled = scaled.normalize()
    own = len(_DIGIT.findall(parts(like)[1]))
    if len(scaled.as_tuple().digits) <= max(_SHORT_ENOUGH, own + 1):
        return scaled
    step = Decimal(1).scaleb(scaled.adjusted() - max(_ROUGH, own) + 1)
    return scaled.quantize(step, rounding=ROUND_HALF_EVEN).normalize()


def _cents(value: Decimal, printed: str, like: Claim) -> Decimal:
    """Two decimals for a sum of money that is printed with two."""
    whole = value.normalize()
    money = like.quantity.unit.dimension is Dimension.MONEY
    return value.quantize(_CENTS) if money and re.search(r"\.\d\d$", printed) and whole == round(whole, 2) else whole


def _punctuated(number: str, like: Claim) -> str:
    """With the passage's separators: "2.020.144" and "5,3 million" where it writes so, none where it has none."""
    digits = parts(like)[1].split(" ")[0]
    dotted = _DOTTED.fullmatch(digits) and Decimal(digits.replace(".", "")) == like.quantity.value
    if dotted or _COMMA_DECIMAL.fullmatch(digits):
        return number.translate(_SWAP)
    bare = digits.isdigit() and len(digits) > len("100")
    return number.replace(",", "") if bare else number


def _unit(behind: str, value: Decimal, like: Claim) -> str:
    """The passage's own word for the unit; singular and plural only where they change."""
    word, unit = _HEDGE_BEHIND.sub("", behind).removeprefix(")"), like.quantity.unit
    counts = (value == 1) != (like.quantity.value == 1)
    measured = unit.dimension not in (Dimension.COUNT, Dimension.MONEY, Dimension.PROPORTION)
    if (
        counts
        and measured
        and word.startswith(" ")
        and word.strip().lower() == unit_name(unit, like.quantity.value or value)
    ):
        return f" {unit_name(unit, value)}"
    return word


def table_scale(claim: Claim) -> Decimal | None:
    """The scale of a number that is printed without it, as a table's head states it ("Amounts in millions")."""
    value, digits = claim.quantity.value, _NO_DIGIT.sub("", claim.quantity.surface)
    if value is None or scale_word(claim) is not None or not _NUMBER.fullmatch(digits) or not Decimal(digits):
        return None
    if Decimal(digits.replace(".", "")) == abs(value):  # a point between thousands
        return None
    times = abs(value) / Decimal(digits)
    return times if times in _STATED else None
