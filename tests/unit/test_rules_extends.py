"""`extends`: rules files that build on others."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from claimcheck.config.rules import read_rules
from claimcheck.config.show import to_yaml
from claimcheck.errors import InputFaults
from claimcheck.model.finding import Severity
from claimcheck.model.quantity import Qualifier
from claimcheck.model.rules import Rules

Write = Callable[..., None]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.chdir(tmp_path)

    def put(**files: str) -> None:
        for name, text in files.items():
            path = tmp_path / f"{name.replace('__', '/')}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    return put


def read(path: str = "rules.yaml") -> Rules:
    return read_rules(path).rules


def faults(path: str = "rules.yaml") -> list[str]:
    with pytest.raises(InputFaults) as raised:
        read_rules(path)
    return [str(fault) for fault in raised.value.faults]


HOUSE = """\
operations: [{name: Spring fair, period: 2031}, {name: Harbour strike}]
metrics: [{name: stalls, nouns: stall}]
sources: [{pattern: town hall, kind: primary}]
qualifiers: {about: 0.2, nearly: 0.05}
loose_bound_ratio: 3
checks: {CC101: note, CC302: off}
examples: [{text: Forty stalls.}]
"""


def test_a_file_builds_on_another(write: Write) -> None:
    write(house=HOUSE, desk__rules="extends: ../house.yaml\nmetrics: [{name: tents, nouns: tent}]\n")
    found = read_rules("desk/rules.yaml")
    assert [rule.name for rule in found.rules.operations] == ["Spring fair", "Harbour strike"]
    assert [rule.name for rule in found.rules.metrics] == ["tents", "stalls"]
    assert found.rules.loose_bound_ratio == 3
    assert found.examples == ()


def test_its_own_word_is_stronger(write: Write) -> None:
    write(
        house=HOUSE,
        rules="extends: house.yaml\noperations: [{name: SPRING FAIR, period: 2032}]\nsources: [{pattern: mayor}]\n"
        "qualifiers: {about: 0.1}\nchecks: {CC101: warning}\nloose_bound_ratio: 2\n",
    )
    rules = read()
    assert [(rule.name, rule.period) for rule in rules.operations] == [
        ("SPRING FAIR", "2032"),
        ("Harbour strike", None),
    ]
    assert [rule.pattern.pattern for rule in rules.sources] == ["mayor", "town hall"]
    assert rules.widths == {Qualifier.ABOUT: Decimal("0.1"), Qualifier.NEARLY: Decimal("0.05")}
    assert rules.severities == {"CC101": Severity.WARNING, "CC302": None}
    assert rules.loose_bound_ratio == 2


def test_of_two_that_are_extended_the_later_is_stronger(write: Write) -> None:
    write(
        one="checks: {CC101: note, CC102: note}\n",
        two="checks: {CC101: warning}\n",
        rules="extends: [one.yaml, two.yaml]\n",
    )
    assert read().severities == {"CC101": Severity.WARNING, "CC102": Severity.NOTE}


def test_packs_add_up_and_none_named_means_all(write: Write) -> None:
    write(house="extends: [general, crime]\n", bare="checks: {}\n", rules="extends: [house.yaml, sport, crime]\n")
    assert read().packs == ("general", "crime", "sport")
    write(rules="extends: bare.yaml\n")
    assert read().packs == ()
    write(rules="extends: [bare.yaml, sport]\n")
    assert read().packs == ("sport",)


def test_what_is_shown_reads_back_without_the_other_files(write: Write, tmp_path: Path) -> None:
    write(house=HOUSE, rules="extends: [house.yaml, sport]\n")
    write(shown=to_yaml(read()))
    (tmp_path / "house.yaml").unlink()
    assert read("shown.yaml") == read_rules("shown.yaml").rules
    assert read("shown.yaml").loose_bound_ratio == 3


def test_a_file_that_two_others_extend_is_no_circle(write: Write) -> None:
    write(
        base="operations: [{name: Spring fair}]\n",
        left="extends: base.yaml\n",
        right="extends: base.yaml\n",
        rules="extends: [left.yaml, right.yaml]\n",
    )
    assert [rule.name for rule in read().operations] == ["Spring fair"]


def test_a_circle_is_told_with_its_place_and_its_way(write: Write) -> None:
    write(rules="extends: [crime, a.yaml]\n", a="# house\nextends: b.yaml\n", b="extends:\n  - ./a.yaml\n")
    (fault,) = faults()
    head, hint = fault.splitlines()
    assert head == 'b.yaml:2:5: error: "./a.yaml" leads back to itself'
    assert hint == "  hint: take one of these out: a.yaml extends b.yaml extends a.yaml"
    write(rules="extends: rules.yaml\n")
    assert faults()[0].startswith('rules.yaml:1:10: error: "rules.yaml" leads back to itself')


def test_every_fault_of_every_file_at_once(write: Write) -> None:
    write(
        rules="extends: [gone.yaml, house.yaml, other.yaml]\n",
        house="operatons: []\n",
        other="extends: [house.yaml]\nchecks: {}\n",
    )
    assert [fault.splitlines()[0] for fault in faults()] == [
        'rules.yaml:1:11: error: no rules file "gone.yaml"',
        'house.yaml:1:1: error: unknown key in rules file "operatons"; did you mean "operations"?',
    ]


def test_a_misspelt_pack_is_no_file(write: Write) -> None:
    write(rules="extends: [crmie]\n")
    (fault,) = faults()
    assert fault.startswith('rules.yaml:1:11: error: unknown pack "crmie"; did you mean "crime"?')
    assert fault.endswith("; or the path of a file that ends in .yaml")
