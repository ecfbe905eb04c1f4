"""The run as JUnit XML, for dashboards that show tests: a test case for each group that was compared and each finding.

A finding fails its case where it fails the run; a lesser one passes and is told in the case's output, a suppressed one
is skipped. So the dashboard shows what the exit code says.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from claimcheck import __version__
from claimcheck.model.finding import Finding, Group, Severity
from claimcheck.model.report import Report
from claimcheck.printable import one_line
from claimcheck.protocols import RenderOptions, View
from claimcheck.report.spots import Spots, leading, others
from claimcheck.report.view import agreeing, figure, passage, typical

NAMES = ("junit",)
VIEWS = (View.COMPARE,)
# What XML 1.0 cannot hold, escaped or not.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def render(report: Report, options: RenderOptions) -> str:
    """See `claimcheck.protocols.ReportFormat`."""
    groups = agreeing(report)
    failures = sum(1 for finding in report.findings if _fails(finding, options.gate))
    skipped = sum(1 for finding in report.findings if finding.suppressed is not None)
    counts = {"tests": str(len(groups) + len(report.findings)), "failures": str(failures), "errors": "0"}
    suite = {"name": "claimcheck", **counts, "skipped": str(skipped), "time": "0"}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites{_attributes({'name': 'claimcheck', **counts, 'time': '0'})}>",
        f"  <testsuite{_attributes(suite)}>",
        *_properties(report),
        *_cases(report, groups, options.gate, Spots(report, options.site)),
        "  </testsuite>",
        "</testsuites>",
    ]
    return "\n".join(lines) + "\n"


def _properties(report: Report) -> Iterator[str]:
    coverage = report.coverage
    told = {
        "version": __version__,
        "articles": len(report.articles),
        "numbers": coverage.numbers,
        "compared": coverage.compared,
        "alone": coverage.alone,
        "skipped": sum(coverage.skipped.values()),
        "fixed": len(report.absent),
    }
    yield "    <properties>"
    for name, value in told.items():
        yield f"      <property{_attributes({'name': name, 'value': str(value)})}/>"
    yield "    </properties>"


def _cases(report: Report, groups: Iterable[Group], gate: Severity | None, spots: Spots) -> Iterator[str]:
    for finding in report.findings:
        spot = spots.first(finding)
        name = f"{finding.check} {finding.name}: {finding.metric} {finding.id}"
        yield from _case(name, spot.path if spot else finding.operation, _outcome(finding, gate, spots))
    for group in groups:
        name = f"{group.cluster.metric}: {figure(typical(group))}, {group.verdict.value}"
        yield from _case(name, group.cluster.operation, ())


def _case(name: str, where: str, inner: Iterable[str]) -> Iterator[str]:
    head = f"    <testcase{_attributes({'classname': one_line(where), 'name': one_line(name), 'time': '0'})}"
    told = tuple(inner)
    yield from (f"{head}>", *told, "    </testcase>") if told else (f"{head}/>",)


def _outcome(finding: Finding, gate: Severity | None, spots: Spots) -> Iterator[str]:
    told = _text("\n".join(_words(finding, spots)))
    if finding.suppressed is not None:
        yield f"      <skipped>{_text(f'{finding.suppressed.by}: {one_line(finding.suppressed.reason)}')}</skipped>"
    if _fails(finding, gate):
        attributes = {"type": finding.severity.value, "message": one_line(finding.message)}
        yield f"      <failure{_attributes(attributes)}>{told}</failure>"
    else:
        yield f"      <system-out>{told}</system-out>"


def _words(finding: Finding, spots: Spots) -> Iterator[str]:
    spot = spots.first(finding)
    where = f"{spot.path}:{spot.line}:{spot.column}: " if spot else ""
    yield f"{where}{finding.check} {finding.severity.value}: {one_line(finding.message)}"
    if finding.suggestion:
        yield f"hint: {one_line(finding.suggestion)}"
    lead = leading(finding)
    for claim in (*((lead,) if lead else ()), *others(finding)):
        place, shown = spots.of(claim), passage(claim)
        yield f"{place.path}:{place.line}: {shown.before}{shown.figure}{shown.after}"


def _fails(finding: Finding, gate: Severity | None) -> bool:
    return gate is not None and finding.suppressed is None and finding.severity.rank >= gate.rank


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name}="{_text(value)}"' for name, value in values.items())


def _text(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text).translate(_ENTITIES)
