"""Figures and names in plain words, for messages and suggestions."""

from decimal import ROUND_HALF_EVEN, Decimal

from claimcheck.checks.style import figure as figure
from claimcheck.checks.style import has_digits, hedge_of, stated_scale
from claimcheck.checks.style import in_quotes as in_quotes
from claimcheck.checks.style import plain as plain
from claimcheck.checks.style import scale_word as scale_word
from claimcheck.compare.wording import unit_name as unit_name
from claimcheck.model.claim import Claim
from claimcheck.model.text import Article

_WHOLE_FROM = 100


def quoted(claim: Claim) -> str:
    """The figure as printed, on one line, in quotes, with the scale that its table states for it."""
    return f'"{" ".join(claim.quantity.surface.split())}"{stated_scale(claim)}'


def retold(claim: Claim, like: Claim) -> str:
    """What the claim says, in quotes, as the passage of `like` would print it: in its unit, with its scale word and
    signs, and with the claim's own hedge. As printed where that cannot be said in the other's unit.
    """
    hedge, value = hedge_of(claim), converted(claim, like)
    in_words = not (has_digits(claim) or has_digits(like))
    if hedge is None or value is None or like.quantity.value is None or in_words:
        return quoted(claim)
    told = in_quotes(value, like)
    return f'"{hedge}{told[1:]}'


def converted(claim: Claim, like: Claim) -> Decimal | None:
    """The claim's number in the unit of `like`, at a precision worth printing where it has to be converted; None for a
    range, or where the units measure different things.
    """
    value, own, other = claim.quantity.value, claim.quantity.unit, like.quantity.unit
    if value is None or not own.comparable_to(other):
        return None
    return value if own.id == other.id else sensible((own.to_base(value) - other.offset) / other.factor)


def source_name(article: Article) -> str:
    """How a reader knows the article: its source, else its path."""
    return article.source or article.path


def sensible(value: Decimal) -> Decimal:
    """A converted value at a precision worth printing: whole from 100, one decimal from 1, two digits below."""
    if abs(value) >= 1 or value == 0:
        step = Decimal(1) if abs(value) >= _WHOLE_FROM else Decimal("0.1")
    else:
        step = Decimal(1).scaleb(value.adjusted() - 1)
    return value.quantize(step, rounding=ROUND_HALF_EVEN)
