"""The findings as a SARIF 2.1.0 log, for code scanning and editors; docs/formats.md says what goes where."""

import re
from collections.abc import Mapping, Sequence

from claimcheck import __version__
from claimcheck.model.claim import Claim
from claimcheck.model.finding import Finding, Severity, Suppression
from claimcheck.model.report import Report
from claimcheck.model.text import Article, ArticleId
from claimcheck.printable import one_line
from claimcheck.protocols import CheckNote, RenderOptions, Site, View
from claimcheck.report.jsontext import Json, dumps
from claimcheck.report.spots import Region, Spots, address, leading, located, others

NAMES = ("sarif",)
VIEWS = (View.COMPARE,)
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
FINGERPRINT = "claimcheck/v1"

# GitHub rejects a file with more results and shows no more locations of one; SARIF itself knows no bounds.
MAX_RESULTS = 25_000
MAX_RELATED = 100
_SHORT = 1024
"""The longest short and full description of a rule that GitHub takes."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}
_MIME = {"md": "text/markdown", "markdown": "text/markdown", "txt": "text/plain"}
_HEADING = re.compile(r"^## (?P<title>.+)$", re.MULTILINE)


def render(report: Report, options: RenderOptions) -> str:
    """See `claimcheck.protocols.ReportFormat`."""
    log: dict[str, Json] = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, options)]}
    return dumps(log) + "\n"


def _run(report: Report, options: RenderOptions) -> dict[str, Json]:
    rules = {page.code: number for number, page in enumerate(options.checks)}
    index = {article.id: number for number, article in enumerate(report.articles)}
    writer = _Writer(Spots(report, options.site), rules, index)
    shown = report.findings[:MAX_RESULTS]
    return {
        "tool": {"driver": _driver(options.checks)},
        "invocations": [_invocation(report, options, len(report.findings) - len(shown))],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that paths are relative to."}}},
        "artifacts": [_artifact(article, options.site) for article in report.articles],
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [writer.result(finding) for finding in shown],
        "properties": _properties(report),
    }


def _driver(checks: Sequence[CheckNote]) -> dict[str, Json]:
    return {
        "name": "claimcheck",
        "version": __version__,
        "semanticVersion": __version__,
        "shortDescription": {"text": "Finds the figures that disagree across news articles."},
        "rules": [_rule(page) for page in checks],
    }


def _rule(page: CheckNote) -> dict[str, Json]:
    """A check with its whole page: SARIF wants a help URI to be absolute, and the page comes with the tool."""
    first, _, rest = page.page.partition("\n")
    sections = _HEADING.split(rest)
    what = one_line(dict(zip(sections[1::2], sections[2::2], strict=False)).get("What it does", "")) or first
    return {
        "id": page.code,
        "name": "".join(word.capitalize() for word in re.findall(r"\w+", page.name.replace("'", ""))),
        "shortDescription": {"text": first[:_SHORT]},
        "fullDescription": {"text": what[:_SHORT]},
        "help": {"text": page.page, "markdown": f"# {page.code} {page.name}\n\n{page.page}"},
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
        "properties": {"tags": ["figures"], "problem.severity": _PROBLEMS[page.severity]},
    }


def _invocation(report: Report, options: RenderOptions, left_out: int) -> dict[str, Json]:
    told = list(report.notices)
    if left_out:
        told.append(f"{left_out} findings are left out: a log holds at most {MAX_RESULTS}")
    found: dict[str, Json] = {"executionSuccessful": True, "exitCode": options.exit_code}
    if told:
        found["toolExecutionNotifications"] = [{"level": "note", "message": {"text": escaped(text)}} for text in told]
    return found


def _artifact(article: Article, site: Site) -> dict[str, Json]:
    found: dict[str, Json] = {"location": _location(located(article.path, site))}
    if mime := _MIME.get(article.path.rpartition(".")[2].lower()):
        found["mimeType"] = mime
    return found


def _location(path: str) -> dict[str, Json]:
    uri = address(path)
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _ROOT}


def _properties(report: Report) -> dict[str, Json]:
    """The receipt, and what the baseline holds in vain: as results GitHub would open an alert for each."""
    coverage = report.coverage
    receipt: dict[str, Json] = {
        "numbers": coverage.numbers,
        "compared": coverage.compared,
        "alone": coverage.alone,
        "skipped": sum(coverage.skipped.values()),
    }
    absent: list[Json] = [
        {"ruleId": entry.check, "message": entry.message, "reason": entry.reason, FINGERPRINT: entry.id}
        for entry in report.absent
    ]
    return {"coverage": receipt, "absent": absent}


class _Writer:
    """Findings to results. `rules` and `index` number the rules by code and the artifacts by article."""

    def __init__(self, spots: Spots, rules: Mapping[str, int], index: Mapping[ArticleId, int]) -> None:
        self._spots = spots
        self._rules = rules
        self._index = index

    def result(self, finding: Finding) -> dict[str, Json]:
        lead, against = leading(finding), others(finding)
        related = against[:MAX_RELATED]
        found: dict[str, Json] = {"ruleId": finding.check}
        if finding.check in self._rules:
            found["ruleIndex"] = self._rules[finding.check]
        found |= {
            "level": _LEVELS[finding.severity],
            "message": {"text": _message(finding, related, len(against), self._spots)},
        }
        found["locations"] = [{"physicalLocation": self._physical(lead)}] if lead else self._elsewhere(finding)
        if related:
            found["relatedLocations"] = [self._related(number, other) for number, other in enumerate(related, 1)]
        found["partialFingerprints"] = {FINGERPRINT: finding.id}
        if finding.state is not None:
            found["baselineState"] = finding.state.value
        if finding.suppressed is not None:
            found["suppressions"] = [_suppression(finding.suppressed)]
        found["properties"] = {"operation": finding.operation, "metric": finding.metric}
        return found

    def _elsewhere(self, finding: Finding) -> list[Json]:
        spot = self._spots.first(finding)
        if spot is None:
            return []
        region: dict[str, Json] = {"startLine": spot.line, "startColumn": spot.column}
        region |= {"endLine": spot.end_line, "endColumn": spot.end_column}
        return [{"physicalLocation": {"artifactLocation": _location(spot.path), "region": region}}]

    def _related(self, number: int, claim: Claim) -> dict[str, Json]:
        words = escaped(self._spots.words(claim))
        return {"id": number, "physicalLocation": self._physical(claim), "message": {"text": words}}

    def _physical(self, claim: Claim) -> dict[str, Json]:
        spot, sentence = self._spots.of(claim), claim.sentence
        return {
            "artifactLocation": {**_location(spot.path), "index": self._index[claim.article]},
            "region": _region(spot, claim.quantity.surface),
            "contextRegion": _region(self._spots.of(claim, sentence.span), sentence.text),
        }


def _message(finding: Finding, related: Sequence[Claim], against: int, spots: Spots) -> str:
    """The message, the hint, and a link to each related location; `against` counts those that have none, too."""
    parts = [f"{escaped(finding.message.rstrip('.'))}."]
    if finding.suggestion:
        parts.append(f"Hint: {escaped(finding.suggestion)}.")
    if related:
        links = (f"[{escaped(spots.words(claim))}]({number})" for number, claim in enumerate(related, 1))
        more = f"; and {against - len(related)} more" if against > len(related) else ""
        parts.append(f"Compare {'; '.join(links)}{more}.")
    return " ".join(parts)


def _region(spot: Region, words: str) -> dict[str, Json]:
    return {
        "startLine": spot.line,
        "startColumn": spot.column,
        "endLine": spot.end_line,
        "endColumn": spot.end_column,
        "snippet": {"text": words},
    }


def _suppression(told: Suppression) -> dict[str, Json]:
    return {
        "kind": "inSource" if told.by == "inline" else "external",
        "status": "accepted",
        "justification": f"{told.by}: {told.reason}",
    }


_SPECIAL = re.compile(r"[\\\[\]]")
_BRACES = re.compile(r"[{}]")


def escaped(text: str) -> str:
    """`text` in a SARIF message, where brackets make links and braces stand for arguments."""
    return _BRACES.sub(r"\g<0>\g<0>", _SPECIAL.sub(r"\\\g<0>", one_line(text)))
