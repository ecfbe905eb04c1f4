"""What a draft's figures are worth against the sources: a standing for each, and a receipt for all."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from claimcheck.model.claim import Claim
from claimcheck.model.finding import FindingId, Severity, Verdict
from claimcheck.model.quantity import Qualifier
from claimcheck.model.text import ArticleId


class Standing(StrEnum):
    """How a figure of a draft stands to the sources."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    STALE = "stale"
    QUALIFIER_LOST = "qualifier lost"
    IN_NO_SOURCE = "in no source"


class How(StrEnum):
    """By what a source supports a figure, the firmest first."""

    EXACTLY = "exactly"
    ROUNDING = "rounding"
    CONVERSION = "conversion"
    ARITHMETIC = "arithmetic"
    LOOSE_BOUND = "loose bound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """What one claim of a source has to do with a draft's figure: the ladder's verdict on the two, and why.

    `how` is None for one that does not support it.
    """

    claim: Claim
    verdict: Verdict
    why: str
    how: How | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facing:
    """A draft's claim and what the sources have beside it, each in claim order; sources that copy the draft are only in
    `copies` and `opposed`.

    `agreeing` can be true with it. `opposed` cannot. `later` are values that came after the draft's; `earlier` are
    values that the draft's has moved on from. `hedged` print its number with a hedge or a bound that the draft lacks,
    where no source has it bare. `copies` agree with it but tell the draft's own text.
    """

    claim: Claim
    agreeing: tuple[Witness, ...] = ()
    opposed: tuple[Witness, ...] = ()
    later: tuple[Witness, ...] = ()
    earlier: tuple[Witness, ...] = ()
    hedged: tuple[Witness, ...] = ()
    copies: tuple[Witness, ...] = ()

    @property
    def outgrown(self) -> bool:
        """Whether a plain figure only lies within the sources' bounds ("more than 600"), while an older plain value of
        theirs differs from it.
        """
        plain = any(witness.claim.quantity.qualifier is Qualifier.EXACT for witness in self.earlier)
        return plain and not any(is_firm(self, witness) for witness in self.agreeing)

    @property
    def spoken_of(self) -> bool:
        """Whether some source has this figure, or another in its place."""
        return bool(self.opposed or self.later or self.hedged or (self.agreeing and not self.outgrown))


def is_firm(facing: Facing, witness: Witness) -> bool:
    """Whether the witness supports the figure by more than a bound that the figure happens to lie within."""
    if witness.how is None or witness.how is How.LOOSE_BOUND:
        return False
    return _bounds(facing.claim) or not _bounds(witness.claim)


def _bounds(claim: Claim) -> bool:
    qualifier = claim.quantity.qualifier
    return qualifier.is_lower_bound or qualifier.is_upper_bound


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure of a draft with its standing.

    `witnesses` are the sources' claims that make the standing: those that support it (firmest first), contradict it,
    are later, or hedge; empty for a figure in no source. `how` is the firmest support, None unless supported.
    `against` are the claims of sources that differ from a figure that is supported all the same, `copies` those that
    agree but tell the draft's own text. `finding` names the finding about it that decides, None when there is none.
    `severity` None: nothing to do.
    """

    claim: Claim
    standing: Standing
    how: How | None
    witnesses: tuple[Witness, ...]
    against: tuple[Witness, ...] = ()
    earlier: tuple[Witness, ...] = ()
    copies: tuple[Witness, ...] = ()
    finding: FindingId | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Every number of a draft: figures = the sum over `standings`; `how` splits the supported; `no_claims` were none.
    Both mappings have every key.
    """

    figures: int
    standings: Mapping[Standing, int]
    how: Mapping[How, int]
    no_claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftReview:
    """A draft held against the sources: its figures in text order. `copies` are sources that tell its own text."""

    document: ArticleId
    figures: tuple[Figure, ...]
    copies: tuple[ArticleId, ...]
    receipt: Receipt
