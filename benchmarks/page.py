"""How long the review page takes: to write it, to open it, and to filter it, with 2,000 findings.

    python benchmarks/page.py                   # the bundled corpus' findings, told 2,000 times over
    python benchmarks/page.py --findings 500 --keep page.html

The browser is the system's chromium, driven by page.mjs with the packages of tests/browser (`npm ci` there). A filter
is timed in the page, from the input to the frame after it. Nothing is asserted: a busy machine is slow.
"""

import argparse
import json
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from claimcheck.api import compare_articles
from claimcheck.cli.inputs import read_inputs
from claimcheck.model.claim import ClaimId
from claimcheck.model.finding import Finding, FindingId, Group, GroupId
from claimcheck.model.report import Report
from claimcheck.protocols import RenderOptions
from claimcheck.report.registry import named

ROOT = Path(__file__).resolve().parents[1]
COULD_NOT_CHECK = 2


def main() -> int:
    """Measure and print; 0 whatever the figures, 2 when the browser does not run."""
    asked = _arguments()
    report = _told_often(_bundled(), asked.findings)
    start = time.perf_counter()
    text = named("html").render(report, RenderOptions())
    written = time.perf_counter() - start
    print(f"{platform.machine()}, Python {platform.python_version()}, {asked.findings} findings")
    print(f"{'written':<44}{written * 1000:>8.0f} ms{len(text.encode()) / 1e6:>8.1f} MB")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(asked.keep or f"{folder}/page.html")
        page.write_text(text, "utf-8")
        return _in_a_browser(page.resolve())


def _in_a_browser(page: Path) -> int:
    chromium, node = shutil.which("chromium"), shutil.which("node")
    if chromium is None or node is None or not (ROOT / "tests" / "browser" / "node_modules").is_dir():
        print("no browser: it takes chromium, node, and npm ci in tests/browser", file=sys.stderr)
        return COULD_NOT_CHECK
    ran = subprocess.run(
        [node, str(ROOT / "benchmarks" / "page.mjs"), str(page), chromium], capture_output=True, text=True, check=False
    )
    if ran.returncode:
        print(ran.stderr, file=sys.stderr)
        return COULD_NOT_CHECK
    for what, milliseconds in json.loads(ran.stdout).items():
        print(f"{what:<44}{milliseconds:>8.0f} ms")
    return 0


def _bundled() -> Report:
    articles, rules, _ = read_inputs((str(ROOT / "corpus"),), str(ROOT / "rules.yaml"))
    return compare_articles(articles, rules)


def _told_often(report: Report, count: int) -> Report:
    """The report's findings with their groups over and over, named anew each time, until there are `count`."""
    groups = {claim.id: group for group in report.groups for claim in group.cluster.claims}
    found: list[Finding] = []
    beside: list[Group] = []
    for number in range(count):
        one = report.findings[number % len(report.findings)]
        group = groups[one.claims[0].id]
        own = {claim.id: replace(claim, id=ClaimId(f"{claim.id}-{number}")) for claim in group.cluster.claims}
        name = f"{one.metric} {number % 100}"
        sides = tuple(tuple(own[claim.id] for claim in side) for side in one.sides)
        suspect = own[one.suspect.id] if one.suspect else None
        found.append(replace(one, id=FindingId(f"{one.id}-{number}"), metric=name, sides=sides, suspect=suspect))
        cluster = replace(group.cluster, id=GroupId(f"{group.cluster.id}-{number}"), metric=name,
                          claims=tuple(own.values()))  # fmt: skip
        beside.append(replace(group, cluster=cluster))
    return replace(report, findings=tuple(found), groups=(*report.groups, *beside))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--findings", type=int, default=2000, help="how many findings the page has")
    parser.add_argument("--keep", metavar="FILE", help="leave the page there")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
