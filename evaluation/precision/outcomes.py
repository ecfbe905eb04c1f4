"""What one finding turned out to be, and what that is worth."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Worth(StrEnum):
    """What an outcome counts as. The last stays out of precision."""

    RIGHT = "right"
    WRONG = "wrong"
    OPEN = "open"


class On(StrEnum):
    """What a check is measured on."""

    STORIES = "labelled stories"
    ERRORS = "errors put in"
    REWRITES = "harmless rewrites"
    HEDGES = "hedges taken out"
    SUMS = "lone sums"
    TRIAL = "draft trial"
    DRAFTS = "articles as drafts"
    BASELINES = "generated baselines"


class Outcome(StrEnum):
    """A finding's outcome; what each means is told at the head of the package."""

    HIT = "hit"
    FALSE = "false alarm"
    WIDE = "wide"
    MIXED = "mixed"
    UNLABELLED = "unlabelled"
    AMBIGUOUS = "ambiguous"
    NAMED = "right cause"
    OTHER_CAUSE = "other cause"
    ELSEWHERE = "elsewhere"
    REAL = "elsewhere and real"
    HARMLESS = "nothing wrong there"
    SO = "as it says"
    NOT_SO = "not as it says"
    UNKNOWN = "cannot be told"

    @property
    def worth(self) -> Worth:
        """Right, wrong or open."""
        return _WORTH[self]

    @property
    def called_for(self) -> bool:
        """Whether something was wrong there, named rightly or not."""
        return self.worth is Worth.RIGHT or self is Outcome.OTHER_CAUSE


_WORTH: Mapping[Outcome, Worth] = {
    Outcome.HIT: Worth.RIGHT,
    Outcome.FALSE: Worth.WRONG,
    Outcome.WIDE: Worth.WRONG,
    Outcome.MIXED: Worth.WRONG,
    Outcome.UNLABELLED: Worth.OPEN,
    Outcome.AMBIGUOUS: Worth.OPEN,
    Outcome.NAMED: Worth.RIGHT,
    Outcome.OTHER_CAUSE: Worth.WRONG,
    Outcome.ELSEWHERE: Worth.WRONG,
    Outcome.REAL: Worth.OPEN,
    Outcome.HARMLESS: Worth.WRONG,
    Outcome.SO: Worth.RIGHT,
    Outcome.NOT_SO: Worth.WRONG,
    Outcome.UNKNOWN: Worth.OPEN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One finding of the check `code`, judged; `detail` tells people which one it was."""

    code: str
    on: On
    outcome: Outcome
    detail: str
