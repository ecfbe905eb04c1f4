"""rules.yaml to Rules: what is read, and what is said about every line that is wrong."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck.config.read import MAX_BYTES
from claimcheck.config.rules import Example, parse_rules, read_rules
from claimcheck.config.schema import json_schema, root
from claimcheck.config.show import to_yaml
from claimcheck.config.tables import check_codes
from claimcheck.config.vocabulary import pack_names
from claimcheck.errors import InputFaults
from claimcheck.model.finding import Severity
from claimcheck.model.quantity import Dimension, Qualifier
from claimcheck.model.rules import Rules
from claimcheck.report.jsontext import dumps

FULL = """\
extends: [general, crime]
operations:
  - name: Operation Lantern
    aliases: the Lantern raids
    patterns: ['lantern (?:raid|sweep)s?']
    period: 2024-03
    scope: nationwide
    agencies: [DEA, FBI]
    excludes: [Omaha]
metrics:
  - {name: arrests, nouns: [arrests], verbs: [arrest, detain], dimension: count, grows: yes, tolerance: 0.02,
     severity: warning}
sources:
  - {pattern: 'agency\\.example', kind: primary, weight: 2.5}
qualifiers: {about: 0.15, nearly: 0.1}
loose_bound_ratio: 3
checks: {CC101: note, CC102: off}
examples:
  - {text: Agents held 42 people., operation: Operation Lantern, metric: arrests}
  - {text: [One., Two.], expect: conflict}
"""


def faults(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(InputFaults) as raised:
        parse_rules("rules.yaml", data)
    return [str(fault) for fault in raised.value.faults]


def test_every_key_is_read() -> None:
    found = parse_rules("rules.yaml", FULL.encode())
    operation, metric, source = found.rules.operations[0], found.rules.metrics[0], found.rules.sources[0]
    assert found.rules.packs == ("general", "crime")
    assert (operation.name, operation.aliases) == ("Operation Lantern", ("the Lantern raids",))
    assert (operation.period, operation.scope) == ("2024-03", "nationwide")
    assert (operation.agencies, operation.excludes) == (("DEA", "FBI"), ("Omaha",))
    assert operation.patterns[0].search("The Lantern Sweeps")
    assert (metric.nouns, metric.verbs, metric.grows) == (("arrests",), ("arrest", "detain"), True)
    assert (metric.dimension, metric.tolerance) == (Dimension.COUNT, Decimal("0.02"))
    assert metric.severity is Severity.WARNING
    assert (source.kind, source.weight) == ("primary", Decimal("2.5"))
    assert found.rules.widths == {Qualifier.ABOUT: Decimal("0.15"), Qualifier.NEARLY: Decimal("0.1")}
    assert found.rules.loose_bound_ratio == Decimal(3)
    assert found.rules.severities == {"CC101": Severity.NOTE, "CC102": None}
    assert found.examples == (
        Example(text=("Agents held 42 people.",), operation="Operation Lantern", metric="arrests"),
        Example(text=("One.", "Two."), expect="conflict"),
    )


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "operations: []\n", "\ufeff"])
def test_nothing_written_means_the_defaults(text: str) -> None:
    assert parse_rules("rules.yaml", text.encode()).rules == Rules()


def test_shown_rules_read_back_to_themselves() -> None:
    rules = parse_rules("rules.yaml", FULL.encode()).rules
    assert parse_rules("shown.yaml", to_yaml(rules).encode()).rules == rules
    assert parse_rules("shown.yaml", to_yaml(Rules()).encode()).rules == Rules()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("metrics:\n  - {name: a, noun: b}\n", '2:15: error: unknown key in metric "noun"; did you mean "nouns"?'),
        ("extends: [crimes]\n", '1:11: error: unknown pack "crimes"; did you mean "crime"?'),
        ("extends: crimes\n", '1:10: error: unknown pack "crimes"; did you mean "crime"?'),
        ("checks: {CC120: off}\n", '1:10: error: unknown check "CC120"; did you mean "CC'),
        ("checks: {CC101: grave}\n", '1:17: error: unknown severity "grave"'),
        ("checks: {CC101: error, CC101: off}\n", '1:24: error: key "CC101" is there already, on line 1'),
        ("operations:\n  - scope: x\n", '2:5: error: operation without "name"'),
        ("operations:\n  - name:\n", "2:10: error: expected text, found nothing"),
        ("operations:\n  - name: A\n  - name: a\n", '3:11: error: operation "a" is there already, on line 2'),
        ("operations: {name: A}\n", "1:13: error: expected a list, found a mapping"),
        ("operations:\n  - {name: A, patterns: ['(']}\n", "2:26: error: not a regular expression: missing )"),
        ("operations:\n  - {name: A, aliases: {b: c}}\n", "2:24: error: expected a list, found a mapping"),
        ("metrics:\n  - {name: a, tolerance: 5%}\n", '2:26: error: expected a number, found "5%"'),
        ("metrics:\n  - {name: a, tolerance: 5}\n", "2:26: error: 5 is out of range\n  hint: expected 0 to 1"),
        ("metrics:\n  - {name: a, grows: maybe}\n", '2:22: error: expected true or false, found "maybe"'),
        ("metrics:\n  - {name: a, dimension: weight}\n", '2:26: error: unknown dimension "weight"'),
        ("loose_bound_ratio: 0.5\n", "1:20: error: 0.5 is out of range\n  hint: expected 1 or more"),
        ("- a\n", "1:1: error: expected a mapping (rules file), found a list"),
        ("? [a]\n: b\n", "1:3: error: expected a key, found a list"),
        ("a: [\n", "2:1: error: not valid YAML: "),
        ("a: \t'\n", "error: not valid YAML: "),
        ("extends: &a [*a]\n", "1:10: error: expected a pack, found a list"),
        (b"# caf\xe9\n", "1:6: error: byte 0xE9 at byte 5 is not UTF-8"),
        ("a: " + "[" * 30000, "error: nested too deeply"),
    ],
)
def test_faults_name_place_and_matter(text: str | bytes, expected: str) -> None:
    told = faults(text)
    assert any(expected in fault for fault in told), told
    assert all(fault.startswith("rules.yaml:") for fault in told)


def test_all_faults_of_a_file_in_order() -> None:
    told = faults("metrics:\n  - {nam: a}\nextend: x\nchecks: {X: off, Y: off}\n")
    assert [fault.split(" error:")[0] for fault in told] == [
        "rules.yaml:2:5:",
        "rules.yaml:2:6:",
        "rules.yaml:3:1:",
        "rules.yaml:4:10:",
        "rules.yaml:4:18:",
    ]


def test_missing_and_huge_files(tmp_path: Path) -> None:
    with pytest.raises(InputFaults, match="No such file"):
        read_rules(str(tmp_path / "rules.yaml"))
    path = tmp_path / "huge.yaml"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES * 100)
    with pytest.raises(InputFaults, match="too large for a rules file"):
        read_rules(str(path))
    assert read_rules(None).rules == Rules()


def test_schema_covers_every_key_of_the_table() -> None:
    schema = json.loads(dumps(json_schema(root(pack_names(), check_codes()))))
    assert set(schema["properties"]) == set(root((), ()).keys)
    metric = schema["properties"]["metrics"]["items"]
    assert metric["required"] == ["name"]
    assert metric["additionalProperties"] is False
    assert metric["properties"]["tolerance"]["maximum"] == 1
    assert "disasters" in schema["properties"]["extends"]["anyOf"][0]["anyOf"][0]["enum"]
