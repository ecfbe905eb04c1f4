"""The review page in a real browser: drive.mjs does what a reader does, each scenario is a test.

It takes chromium, node, and the packages of package-lock.json (`npm ci` in this folder). Where one is missing the tests
are skipped and say which; with CLAIMCHECK_TEST_TOOLS=required, as `.ci/run` sets it, that is a failure.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from page_factory import desk_report
from report_factory import clean, lantern
from review_factory import lantern_draft

from claimcheck.protocols import RenderOptions, View
from claimcheck.report.registry import named

HERE = Path(__file__).parent
DRIVE = HERE / "drive.mjs"
SCENARIOS = tuple(re.findall(r'^  "([^"]+)": async', DRIVE.read_text("utf-8"), re.MULTILINE))
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
HOSTILE = "</script><script>window.hacked=1</script>\"'><img src=https://x.example/y onerror=alert(1)>"


def missing() -> str | None:
    if shutil.which("node") is None:
        return "node is not installed"
    if not any(map(shutil.which, BROWSERS)):
        return "chromium is not installed"
    return None if (HERE / "node_modules").is_dir() else "the packages are not installed: npm ci in tests/browser"


def pages(folder: Path) -> None:
    """A page of every kind, one of them full of markup that must stay words."""
    found = {
        "desk": (desk_report(), View.COMPARE),
        "lantern": (lantern(), View.COMPARE),
        "draft": (lantern_draft(), View.COMPARE),
        "extract": (lantern(), View.EXTRACT),
        "clean": (clean(), View.COMPARE),
    }
    for name, (report, view) in found.items():
        text = named("html").render(report, RenderOptions(view=view, verbose=True))
        (folder / f"{name}.html").write_text(text, "utf-8")
    hostile = named("html").render(desk_report(named=HOSTILE), RenderOptions())
    (folder / "hostile.html").write_text(hostile, "utf-8")


@pytest.fixture(scope="module")
def came(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str | None]:
    lacking = missing()
    if lacking is not None:
        if os.environ.get("CLAIMCHECK_TEST_TOOLS") == "required":
            pytest.fail(lacking)
        pytest.skip(lacking)
    folder = tmp_path_factory.mktemp("pages")
    pages(folder)
    browser = next(filter(None, map(shutil.which, BROWSERS)))
    ran = subprocess.run(
        ["node", str(DRIVE), str(folder), browser], capture_output=True, text=True, timeout=400, cwd=HERE, check=False
    )
    assert ran.returncode == 0, ran.stderr
    found: dict[str, str | None] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_in_a_browser(scenario: str, came: dict[str, str | None]) -> None:
    assert came[scenario] is None, came[scenario]


def test_every_scenario_is_a_test(came: dict[str, str | None]) -> None:
    assert set(came) == set(SCENARIOS)


def test_the_lock_names_no_host() -> None:
    text = (HERE / "package-lock.json").read_text("utf-8")
    assert "resolved" not in text
    assert "://" not in text.replace("https://opencollective.com", "").replace("https://github.com", "")
