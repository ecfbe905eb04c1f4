"""The findings as annotations of a GitHub job: workflow commands, one for each finding, as many as GitHub shows.

GitHub shows ten of each level from one step and drops the others without a word, so the others are counted here. The
command line writes all of them to the job's summary.
"""

from collections.abc import Iterable, Iterator, Mapping

from claimcheck.errors import Fault
from claimcheck.model.finding import Finding, Severity
from claimcheck.model.report import Report
from claimcheck.printable import one_line
from claimcheck.protocols import RenderOptions, Site, View
from claimcheck.report.spots import Region, Spots, live, located, others
from claimcheck.report.view import passage, plural, receipt, summary

NAMES = ("github",)
VIEWS = (View.COMPARE,)
SHOWN = 10
"""GitHub shows so many annotations of each level from one step."""
_PASSAGES = 5
_ROOM = 160
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, options: RenderOptions) -> str:
    """See `claimcheck.protocols.ReportFormat`."""
    lines = list(_commands(report, Spots(report, options.site)))
    return "\n".join([*lines, summary(report), receipt(report.coverage)]) + "\n"


def faults(found: Iterable[Fault], site: Site) -> str:
    """What kept a run from checking, as annotations: no more than are shown."""
    return "".join(f"{_fault(fault, site)}\n" for fault in list(found)[:SHOWN])


def _fault(fault: Fault, site: Site) -> str:
    given: dict[str, str] = {}
    if fault.where is not None and fault.where.line:
        given = {"file": located(fault.where.path, site), "line": str(fault.where.line)}
        given |= {"col": str(fault.where.column)} if fault.where.column else {}
    where = f"{fault.where}: " if fault.where is not None and not given else ""
    hint = f"\nhint: {one_line(fault.hint)}" if fault.hint else ""
    return _written("error", {**given, "title": "could not check"}, f"{where}{one_line(fault.what)}{hint}")


def _commands(report: Report, spots: Spots) -> Iterator[str]:
    findings = live(report.findings)
    for severity in sorted(_LEVELS, key=lambda severity: -severity.rank):
        of_it = [finding for finding in findings if finding.severity is severity]
        yield from (_command(finding, spots) for finding in of_it[:SHOWN])
        if more := len(of_it) - SHOWN if len(of_it) > SHOWN else 0:
            yield f"{plural(more, f'more {severity.value}')}: GitHub annotates {SHOWN}, the job's summary has all"


def _command(finding: Finding, spots: Spots) -> str:
    spot = spots.first(finding)
    given = {**(_place(spot) if spot else {}), "title": f"{finding.check} {finding.name}"}
    return _written(_LEVELS[finding.severity], given, "\n".join(_words(finding, spots)))


def _place(spot: Region) -> dict[str, str]:
    place = {"file": spot.path, "line": str(spot.line), "endLine": str(spot.end_line)}
    if spot.line == spot.end_line:  # columns of different lines are refused
        place |= {"col": str(spot.column), "endColumn": str(spot.end_column)}
    return place


def _words(finding: Finding, spots: Spots) -> Iterator[str]:
    yield one_line(finding.message)
    if finding.suggestion:
        yield f"hint: {one_line(finding.suggestion)}"
    against = others(finding)
    for claim in against[:_PASSAGES]:
        spot, shown = spots.of(claim), passage(claim, _ROOM)
        yield f"{spot.path}:{spot.line}: {shown.before}{shown.figure}{shown.after}"
    if len(against) > _PASSAGES:
        yield f"and {len(against) - _PASSAGES} more"


def _written(level: str, given: Mapping[str, str], message: str) -> str:
    properties = ",".join(f"{name}={_property(value)}" for name, value in given.items())
    return f"::{level} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
