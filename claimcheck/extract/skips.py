"""What a rule says of a number that is not a claim."""

from typing import NamedTuple

from claimcheck.model.claim import SkipReason


class Skip(NamedTuple):
    """Tokens `first` up to and without `end` are no claim, for `reason`."""

    first: int
    end: int
    reason: SkipReason
