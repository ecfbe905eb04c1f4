"""When one written number may be another one, rounded, cut off or converted."""

from decimal import Decimal

from claimcheck.compare.intervals import Reading, read, share_apart, widened
from claimcheck.model.claim import Claim
from claimcheck.model.policy import Policy, RoundingPolicy
from claimcheck.model.quantity import Interval

_ZERO = Decimal(0)


def rounds(a: Reading, b: Reading, policy: Policy) -> str | None:
    """How one of two bare numbers of the same unit is the other at a coarser written step, or None."""
    if a.value is None or b.value is None or a.step == b.step:
        return None
    coarse, fine = (a, b) if a.step > b.step else (b, a)
    if fine.value is None or coarse.value is None:
        return None
    gap = abs(coarse.value - fine.value)
    down = abs(coarse.value) < abs(fine.value)
    small = share_apart(coarse.value, fine.value) <= policy.rounding.cap
    if small and (gap < coarse.half or (gap <= coarse.half + fine.half and not down)):
        return "rounded"
    if _cut_off(coarse.value, fine.value, coarse.fine, policy.rounding):
        return "cut off"
    assumed = assumed_step(coarse, policy.rounding)
    near = share_apart(coarse.value, fine.value) <= policy.rounding.bare_cap
    if near and gap <= assumed / 2 + fine.half:
        return "a round number"
    if assumed > fine.fine and _cut_off(coarse.value, fine.value, assumed, policy.rounding):
        return "a round number, cut off"
    return None


def headline_rounds(head: Claim, claim: Claim, rounding: RoundingPolicy) -> bool:
    """Whether a headline's number is another of its unit, rounded to the headline's own zeros."""
    told, meant = head.quantity.value, claim.quantity.value
    if told is None or meant is None or told < rounding.headline_from:
        return False
    return abs(told - meant) <= min(head.quantity.step / 2, told * rounding.bare_cap)


def assumed_step(reading: Reading, rounding: RoundingPolicy) -> Decimal:
    """The step to which a bare whole number may have been rounded, 0 when it is taken at its word.

    It is never coarser than its trailing zeros, nor than the significant digits the policy keeps at its magnitude.
    """
    if reading.value is None or reading.step <= reading.fine:
        return _ZERO
    digits = _digits_kept(abs(reading.value), rounding)
    if digits is None:
        return _ZERO
    return min(reading.step, _place(abs(reading.value), digits))


def converts(a: Reading, b: Reading, policy: Policy) -> bool:
    """Whether two figures written in different units meet at the coarser of their written precisions."""
    return conversion_window(a, policy).meets(conversion_window(b, policy)) or _converted_cut_off(a, b, policy)


def _converted_cut_off(a: Reading, b: Reading, policy: Policy) -> bool:
    """Whether one was converted and then cut off: "16 kilograms" beside "36.5 pounds"."""
    if not (a.exact and b.exact) or a.value is None or b.value is None:
        return False
    coarse, fine = (a.value, b.value) if a.fine > b.fine else (b.value, a.value)
    return _cut_off(coarse, fine, max(a.fine, b.fine), policy.rounding)


def conversion_window(reading: Reading, policy: Policy) -> Interval:
    """What a figure allows when the other side is a conversion: its interval, the converter's slip, and for bare round
    numbers the rounding of a whole-number conversion.
    """
    if reading.value is None:
        return reading.interval
    magnitude = abs(reading.value)
    slip = magnitude * policy.conversion.slip
    if not reading.exact:
        return widened(reading.interval, slip)
    extra = _ZERO
    if reading.step > reading.fine:
        extra = max(_ZERO, min(reading.step / 2, magnitude * policy.conversion.round_cap) - reading.half)
    return widened(reading.interval, slip + extra)


def window(reading: Reading, policy: Policy) -> Interval:
    """What a figure allows beside a hedged one: its interval, and the rounding assumed for bare round numbers."""
    if not reading.exact or reading.value is None:
        return reading.interval
    assumed = min(assumed_step(reading, policy.rounding) / 2, abs(reading.value) * policy.rounding.bare_cap)
    return widened(reading.interval, max(_ZERO, assumed - reading.half))


def ends(claim: Claim, policy: Policy) -> tuple[Decimal, Decimal]:
    """The least and the most that a figure may be, the rounding of a bare round number included; its own number where
    it is open. In the base unit.
    """
    allowed, value = window(read(claim), policy), claim.quantity.unit.to_base(claim.quantity.value or _ZERO)
    return value if allowed.low is None else allowed.low, value if allowed.high is None else allowed.high


def _cut_off(coarse: Decimal, fine: Decimal, step: Decimal, rounding: RoundingPolicy) -> bool:
    shorter, longer = abs(coarse), abs(fine)
    same_sign = (coarse < 0) == (fine < 0)
    kept = shorter <= longer < shorter + step
    return same_sign and kept and share_apart(coarse, fine) <= rounding.truncation_cap


def _digits_kept(magnitude: Decimal, rounding: RoundingPolicy) -> int | None:
    digits = None
    for rule in rounding.bare:
        if magnitude >= rule.magnitude:
            digits = rule.digits
    return digits


def _place(magnitude: Decimal, digits: int) -> Decimal:
    """The size of the `digits`-th significant digit: 1000 for 31,234 and two."""
    return Decimal(1).scaleb(magnitude.adjusted() - digits + 1)
