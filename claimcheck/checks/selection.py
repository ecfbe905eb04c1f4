"""Which checks run."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.checks.base import CheckInfo
from claimcheck.model.finding import Severity
from claimcheck.model.text import ArticleId


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What a run asks for. `select` and `ignore` are codes or their beginnings ("CC1"); an empty `select` means every
    check that runs unasked. `drafts` are the articles under review: CC301 then speaks of their figures.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    drafts: frozenset[ArticleId] = frozenset()

    def wants(self, info: CheckInfo, severities: Mapping[str, Severity | None]) -> bool:
        """Whether the check runs; a check that the rules switch off runs only when selected by its whole code."""
        if info.code.startswith(self.ignore):
            return False
        if info.code in self.select:
            return True
        if info.code in severities and severities[info.code] is None:
            return False
        if self.select:
            return info.code.startswith(self.select)
        return info.default or info.code in severities or (bool(self.drafts) and info.code == "CC301")


EVERYTHING_USUAL = Selection()
