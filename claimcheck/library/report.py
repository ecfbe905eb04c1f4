"""The report that `claimcheck.compare` and `claimcheck.extract` return."""

from dataclasses import fields
from typing import TYPE_CHECKING, ClassVar, Self

from claimcheck.config.suggest import unknown
from claimcheck.errors import ClaimcheckError
from claimcheck.model.report import Report as Run
from claimcheck.protocols import RenderOptions, View
from claimcheck.report import registry
from claimcheck.report.json import document
from claimcheck.report.jsontext import Json
from claimcheck.triage.gate import ExitStatus, FailOn, status

if TYPE_CHECKING:
    from claimcheck.library.frames import Frames


class Report(Run):
    """A run's result that can show itself. Its fields are those of `claimcheck.model.report.Report`: articles, claims,
    skipped, groups, findings, coverage and so on; everything in it is frozen.
    """

    __slots__ = ()

    view: ClassVar[View] = View.COMPARE

    @classmethod
    def of(cls, run: Run) -> Self:
        """The same result, with the methods of this class."""
        return cls(**{field.name: getattr(run, field.name) for field in fields(run)})

    def status(self, fail_on: str = FailOn.ERROR) -> ExitStatus:
        """What the command line would exit with: 0 clean, 1 findings at or over the gate, which is "error", "warning",
        "note" or "never".
        """
        if fail_on not in list(FailOn):
            raise ClaimcheckError(None, *unknown("gate", fail_on, FailOn))
        return status(self.findings, FailOn(fail_on), self.drafts)

    def render(self, format: str = "text", *, verbose: bool = False, quiet: bool = False, width: int = 100) -> str:  # noqa: A002  # as --format
        """What `--format` prints, without colour, `width` characters wide where a format has a width."""
        if format not in registry.names():
            raise ClaimcheckError(None, *unknown("format", format, registry.names()))
        options = RenderOptions(view=self.view, verbose=verbose, quiet=quiet, width=width)
        return registry.named(format).render(self, options)

    def to_dict(self) -> dict[str, Json]:
        """The JSON document (schema_version 1) as plain values; numbers are `Decimal`."""
        return document(self, RenderOptions(view=self.view))

    def to_pandas(self, *, exact: bool = False) -> "Frames":
        """Claims, groups and findings as pandas frames. Numbers are floats; with `exact` they are `Decimal`.

        Raises ClaimcheckError where pandas is not installed: it is the extra `notebook`.
        """
        from claimcheck.library.frames import frames

        return frames(self, exact=exact)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from claimcheck.library.notebook import claims_table, findings_table

        return findings_table(self) if self.view is View.COMPARE else claims_table(self)


class Extraction(Report):
    """What was read, nothing compared: `groups` and `findings` are empty."""

    __slots__ = ()

    view: ClassVar[View] = View.EXTRACT
