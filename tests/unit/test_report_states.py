"""How every format tells what was decided of findings: new, unchanged, fixed, suppressed, and decisions that lapsed."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from report_factory import lantern

from claimcheck.model.baseline import Accepted, BaselineState
from claimcheck.model.finding import Finding, FindingId, Severity, Suppression
from claimcheck.model.report import Report
from claimcheck.model.text import Spot
from claimcheck.protocols import RenderOptions
from claimcheck.report import registry
from claimcheck.report.node import Node
from claimcheck.report.terminal.trail import draw
from claimcheck.report.view import Places, decided, place_of, sections, states

ENTRY = Accepted(
    id="CC101-0123456789ab",
    check="CC101",
    operation="Operation Lantern",
    metric="guns",
    message="guns, Operation Lantern: 7 here, 9 there",
    reason="the <first> count",
)
ABOUT = Finding(
    id=FindingId("CC402-0123456789ab"),
    check="CC402",
    name="unmatched acceptance",
    severity=Severity.NOTE,
    operation="decisions",
    metric="baseline entry",
    message="baseline entry: not found any more: guns, Operation Lantern: 7 here, 9 there",
    suggestion="claimcheck baseline prune takes the entry out",
    suspect=None,
    sides=(),
    state=BaselineState.NEW,
    at=Spot("claimcheck-baseline.yaml", 6, 5),
)


def decided_upon() -> Report:
    """One finding that is new, one that the baseline holds, one entry without a finding."""
    first, second = lantern().findings
    held = Suppression(by="baseline", reason="the *first* count")
    second = replace(second, state=BaselineState.UNCHANGED, suppressed=held)
    return replace(
        lantern(), findings=(replace(first, state=BaselineState.NEW), second, ABOUT), absent=(ENTRY,)
    )  # fmt: skip


def test_the_summary_counts_what_is_new_unchanged_and_fixed() -> None:
    assert states(lantern()) == ""
    assert states(decided_upon()) == "1 new, 1 unchanged, 1 fixed"
    assert states(replace(lantern(), findings=(), absent=(ENTRY,))) == "0 new, 0 unchanged, 1 fixed"


def test_what_is_said_of_a_finding() -> None:
    report = decided_upon()
    assert [decided(f) for f in report.findings] == ["new", "suppressed by baseline: the *first* count", "new"]
    assert [decided(f) for f in lantern().findings] == ["", ""]


def test_a_finding_without_claims_has_a_place_and_a_section() -> None:
    report = decided_upon()
    assert str(place_of(ABOUT, Places(report.articles))) == "claimcheck-baseline.yaml:6:5"
    *_, last = sections(report)
    assert (last.operation, last.metric, last.rows) == ("decisions", "baseline entry", ())


@pytest.mark.parametrize("name", sorted({*registry.main_names()} - {"claimreview"}))
@pytest.mark.parametrize("verbose", [False, True])
def test_every_format_can_show_it(name: str, *, verbose: bool) -> None:
    text = registry.named(name).render(decided_upon(), RenderOptions(verbose=verbose, width=200))
    assert "CC402" in text
    assert "7 here, 9 there" in text


def test_a_claim_review_is_of_articles_alone() -> None:
    text = registry.named("claimreview").render(decided_upon(), RenderOptions())
    assert "CC402" not in text
    assert "cc102-assets" in text


def test_programs_are_pointed_to_the_decision() -> None:
    def rendered(name: str) -> str:
        return registry.named(name).render(decided_upon(), RenderOptions())

    *_, result = json.loads(rendered("sarif"))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "claimcheck-baseline.yaml"
    assert place["region"] == {"startLine": 6, "startColumn": 5, "endLine": 6, "endColumn": 5}
    *_, entry = json.loads(rendered("gitlab"))
    assert entry["location"] == {"path": "claimcheck-baseline.yaml", "lines": {"begin": 6, "end": 6}}
    *_, diagnostic = json.loads(rendered("rdjson"))["diagnostics"]
    assert diagnostic["location"] == {"path": "claimcheck-baseline.yaml", "range": {"start": {"line": 6}}}
    assert "::notice file=claimcheck-baseline.yaml,line=6,endLine=6,col=5,endColumn=5,title=CC402 " in rendered(
        "github"
    )
    assert ",claimcheck-baseline.yaml,6,5," in rendered("csv")
    assert "[claimcheck-baseline.yaml:6](claimcheck-baseline.yaml#L6)" in rendered("markdown")


def test_text_leaves_out_what_may_stand_unless_asked() -> None:
    render = registry.named("text").render
    short = render(decided_upon(), RenderOptions(width=200))
    assert "39 here" not in short
    assert "CC402 note: baseline entry: not found any more" in short
    assert "1 suppressed; 1 new, 1 unchanged, 1 fixed" in short
    assert "[suppressed by baseline: the *first* count]" in render(
        decided_upon(), RenderOptions(width=200, verbose=True)
    )
    quiet = render(decided_upon(), RenderOptions(width=200, quiet=True))
    assert [line.split(": ")[1] for line in quiet.splitlines() if not line.startswith("  ")] == [
        "CC102 error",
        "CC402 note",
    ]


def test_markdown_lists_what_is_fixed() -> None:
    text = registry.named("markdown").render(decided_upon(), RenderOptions())
    assert "## Fixed\n\n- CC101-0123456789ab: guns, Operation Lantern: 7 here, 9 there" in text
    assert r"suppressed by baseline: the \*first\* count" in text


def test_json_has_state_place_and_absent() -> None:
    found = json.loads(registry.named("json").render(decided_upon(), RenderOptions()))
    assert [f["state"] for f in found["findings"]] == ["new", "unchanged", "new"]
    assert found["findings"][2]["at"] == {"path": "claimcheck-baseline.yaml", "line": 6, "column": 5}
    (absent,) = found["absent"]
    assert (absent["id"], absent["reason"], absent["owner"]) == (ENTRY.id, "the <first> count", None)


def test_explain_tells_who_suppressed_it_and_nothing_of_claims_that_are_none() -> None:
    document = Node(
        json.loads(registry.named("json").render(decided_upon(), RenderOptions()), parse_float=Decimal), "x"
    )
    _, held, about = document["findings"]
    assert "  suppressed by baseline: the *first* count\n" in draw(document, held, width=80, color=False)
    text = draw(document, about, width=80, color=False)
    assert "CC402-0123456789ab: unmatched acceptance, note" in text
    assert "compared on" not in text
