"""The JSON document keeps its promises: exact numbers, stable keys, spans that slice."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from report_factory import lantern

from claimcheck.protocols import RenderOptions, View
from claimcheck.report.json import render
from claimcheck.report.jsontext import dumps, number


def document(**options: bool) -> dict[str, list[dict[str, object]]]:
    text = render(lantern(), RenderOptions(verbose=options.get("verbose", False)))
    found: dict[str, list[dict[str, object]]] = json.loads(text, parse_float=Decimal)
    return found


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1697313", "1697313"),
        ("1.11E+7", "11100000"),
        ("16.55", "16.55"),
        ("16.550", "16.55"),
        ("500.0", "500"),
        ("0.1", "0.1"),
        ("-0", "0"),
        ("0E-3", "0"),
        ("1234567890123456789012345678901234567890.5", "1234567890123456789012345678901234567890.5"),
        ("NaN", "null"),
        ("Infinity", "null"),
    ],
)
def test_numbers_are_exact(value: str, text: str) -> None:
    assert number(Decimal(value)) == text


def test_text_is_kept_and_the_rest_escaped() -> None:
    assert dumps('é"\\\n\x1b') == '"é\\"\\\\\\n\\u001b"'
    assert json.loads(dumps("\ud800")) == "\ud800"
    assert dumps({"a": [], "b": {}, "c": [True, None, 1]}).replace("\n", "") == (
        '{  "a": [],  "b": {},  "c": [    true,    null,    1  ]}'
    )


def test_keys_in_the_published_order() -> None:
    head = ["schema_version", "tool", "documents", "claims", "skipped"]
    tail = ["coverage", "summary"]
    assert list(document()) == [*head, "groups", "findings", "absent", *tail]
    assert list(document(verbose=True)) == [*head, "groups", "comparisons", "apart", "findings", "absent", *tail]
    extract = json.loads(render(lantern(), RenderOptions(view=View.EXTRACT)))
    assert list(extract) == [*head, "coverage"]


def test_spans_slice_back_to_their_figures() -> None:
    texts = {article.id: article.text for article in lantern().articles}
    for claim in document()["claims"]:
        span, quantity = claim["span"], claim["quantity"]
        assert isinstance(span, dict)
        assert isinstance(quantity, dict)
        text = texts[str(claim["document"])]  # type: ignore[index]  # a NewType of str
        assert text[span["start"] : span["end"]] == quantity["text"]
        line = text.split("\n")[span["line"] - 1]
        assert line[span["column"] - 1 :].startswith(quantity["text"])
        assert str(claim["sentence"])[int(str(claim["at"])) :].startswith(quantity["text"])


def test_a_finding_lists_its_sides_and_suspect() -> None:
    slip, conflict = document()["findings"]
    assert slip["suspect"] == "news/daily-a.md#117"
    assert slip["sides"] == [["news/agency.md#149"], ["news/daily-a.md#117"]]
    assert slip["suppressed"] is None
    assert conflict["suspect"] is None
    assert conflict["claims"] == ["news/agency.md#129", "news/daily-a.md#70", "news/daily-b.md#88"]


def test_the_same_report_gives_the_same_bytes() -> None:
    report = lantern()
    again = replace(report, origins=dict(reversed(list(report.origins.items()))))
    assert render(report, RenderOptions(verbose=True)) == render(again, RenderOptions(verbose=True))
