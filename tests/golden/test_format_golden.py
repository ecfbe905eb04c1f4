"""Every format that other programs read, byte for byte, over a report that has all there is to tell. The files are what
a consumer would be handed; tests/consumers/ hands them to some. `make golden` rewrites; read the diff.
"""

import os
from pathlib import Path

import pytest
from gate_factory import CHECKS, gate
from report_factory import lantern

from claimcheck.model.finding import Severity
from claimcheck.protocols import RenderOptions, Site, View
from claimcheck.report.registry import named

HERE = Path(__file__).parent / "formats"
OPTIONS = RenderOptions(checks=CHECKS, gate=Severity.WARNING, exit_code=1)
HOSTED = Site(root="/srv/desk-repo", here="/srv/desk-repo/desk", links="https://code.example/o/r/blob/0a1b/")
CASES = {
    "compare.claimreview": OPTIONS,
    "compare.csv": OPTIONS,
    "compare.github": OPTIONS,
    "compare.gitlab": OPTIONS,
    "compare.jsonl": OPTIONS,
    "compare.junit": OPTIONS,
    "compare.markdown": OPTIONS,
    "compare.rdjson": OPTIONS,
    "compare.sarif": OPTIONS,
    "extract.claimreview": RenderOptions(view=View.EXTRACT),
    "extract.csv": RenderOptions(view=View.EXTRACT),
    "extract.jsonl": RenderOptions(view=View.EXTRACT),
    "hosted.github": RenderOptions(checks=CHECKS, gate=Severity.WARNING, exit_code=1, site=HOSTED),
    "hosted.markdown": RenderOptions(checks=CHECKS, gate=Severity.WARNING, exit_code=1, site=HOSTED),
    "hosted.sarif": RenderOptions(checks=CHECKS, gate=Severity.WARNING, exit_code=1, site=HOSTED),
}


@pytest.mark.parametrize("name", CASES)
def test_golden(name: str) -> None:
    options = CASES[name]
    report = gate() if options.view is View.COMPARE else lantern()
    data = named(name.rpartition(".")[2]).render(report, options).encode("utf-8")
    if os.environ.get("UPDATE_GOLDEN") == "1":
        HERE.mkdir(exist_ok=True)
        (HERE / name).write_bytes(data)
    assert data == (HERE / name).read_bytes()


def test_no_golden_is_left_over() -> None:
    assert {path.name for path in HERE.iterdir()} == set(CASES)
