"""Sentences and the figures in them: every table in tests/cases/extract, run by the same few lines."""

import sys
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import cast

import pytest
import yaml
from factories import article

from claimcheck.config.lexicon import load_lexicon
from claimcheck.extract import Extraction, extract
from claimcheck.model.claim import Mention, MentionKind, SkipReason
from claimcheck.model.quantity import Qualifier
from claimcheck.segment import segment

CASES = Path(__file__).parent.parent / "cases" / "extract"
HELD_OUT = "held_out"
HELD_OUT_FLOOR = 0.75
BOUNDS = {
    Qualifier.EXACT: "exact",
    Qualifier.ABOUT: "approx",
    Qualifier.NEARLY: "approx",
    Qualifier.MORE_THAN: "min",
    Qualifier.AT_LEAST: "min",
    Qualifier.LESS_THAN: "max",
    Qualifier.AT_MOST: "max",
    Qualifier.BETWEEN: "range",
    Qualifier.ORDER: "order",
}
Row = Mapping[str, object]
FIELDS = frozenset(("name", "group", "text", "language", "expect", "skip"))


@cache
def _tables() -> dict[str, list[Row]]:
    """Every table but the held-out ones, by its file's name."""
    paths = sorted(path for path in CASES.glob("*.yaml") if not path.stem.startswith(HELD_OUT))
    return {path.stem: cast("list[Row]", yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths}


def _read(text: str, language: str = "en") -> Extraction:
    told = article("case.md", text)
    return extract(told.id, segment(told), load_lexicon(language))


def _described(mention: Mention, text: str) -> dict[str, object]:
    """A figure as the tables write it: what is not said there is left out."""
    quantity = mention.quantity
    assert quantity.span.of(text) == quantity.surface
    row: dict[str, object] = {"text": quantity.surface}
    bound = BOUNDS[quantity.qualifier]
    if quantity.value is not None:
        row["value"] = quantity.value
    elif bound != "order":
        row |= {"low": quantity.interval.low, "high": quantity.interval.high}
    optional = {
        "unit": str(quantity.unit.id) if quantity.unit.id != "count" else None,
        "per": quantity.per,
        "bound": bound if bound != "exact" else None,
        "kind": mention.kind.value if mention.kind is not MentionKind.AMOUNT else None,
        "margin": mention.margin,
        "restates": True if mention.restates is not None else None,
    }
    return row | {key: value for key, value in optional.items() if value is not None}


def _number(value: object) -> object:
    return Decimal(str(value)) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _expected(row: Row, key: str) -> list[dict[str, object]]:
    return [{k: _number(v) for k, v in entry.items()} for entry in cast("list[dict[str, object]]", row.get(key) or [])]


PARAMS = [pytest.param(row, id=f"{stem}-{row['name']}") for stem, rows in _tables().items() for row in rows]


@pytest.mark.parametrize("row", PARAMS)
def test_case(row: Row) -> None:
    text = str(row["text"])
    found = _read(text, str(row.get("language", "en")))
    assert [_described(mention, text) for mention in found.mentions] == _expected(row, "expect")
    skipped: list[dict[str, object]] = [{"text": s.surface, "reason": s.reason.value} for s in found.skipped]
    assert skipped == _expected(row, "skip")


@pytest.mark.parametrize("stem", sorted(_tables()))
def test_tables_are_well_formed(stem: str) -> None:
    rows = _tables()[stem]
    names = [row["name"] for row in rows]
    assert len(names) == len(set(names))
    for row in rows:
        assert set(row) <= FIELDS
        assert {str(skip["reason"]) for skip in _expected(row, "skip")} <= {reason.value for reason in SkipReason}


def test_tables_are_large_enough() -> None:
    figures = sum(len(_expected(row, "expect")) for rows in _tables().values() for row in rows)
    others = sum(len(_expected(row, "skip")) for row in _tables()["non_claims"])
    assert figures >= 300
    assert others >= 125


def _agrees(row: Mapping[str, object], mention: Mention) -> bool:
    """Whether a figure has the value, unit, rate, bound and kind of a held-out label."""
    quantity = mention.quantity
    bound = str(row.get("bound", "range" if "low" in row else "exact"))
    if BOUNDS[quantity.qualifier] != bound or str(row.get("kind", "amount")) != mention.kind.value:
        return False
    if str(quantity.unit.id) != str(row.get("unit", "count")) or quantity.per != row.get("per"):
        return False
    if bound == "order":
        return True
    if "value" in row:
        return quantity.value == _number(row["value"])
    return (quantity.interval.low, quantity.interval.high) == (_number(row["low"]), _number(row["high"]))


def test_held_out_score(capsys: pytest.CaptureFixture[str]) -> None:
    """The sentences that the grammar was not written from: their score is reported and held above a floor."""
    right = wanted = found = skips = skips_right = 0
    for path in sorted(CASES.glob(f"{HELD_OUT}*.yaml")):
        for row in cast("list[Row]", yaml.safe_load(path.read_text(encoding="utf-8"))):
            extraction = _read(str(row["text"]))
            labels = cast("list[Mapping[str, object]]", row.get("expect") or [])
            mentions = list(extraction.mentions)
            wanted, found = wanted + len(labels), found + len(mentions)
            for label in labels:
                matched = next((m for m in mentions if m.quantity.surface == label["text"] and _agrees(label, m)), None)
                if matched is not None:
                    mentions.remove(matched)
                    right += 1
            surfaces = " ".join(m.quantity.surface for m in extraction.mentions)
            for skip in cast("list[Mapping[str, object]]", row.get("skip") or []):
                skips += 1
                skips_right += str(skip["text"]) not in surfaces
    if not wanted:
        pytest.skip("no held-out tables here")
    f1 = 2 * right / (wanted + found)
    with capsys.disabled():
        sys.stdout.write(
            f"\nheld out: F1 {f1:.3f} ({right} of {wanted} figures, {found} found), {skips_right} of {skips} skips\n"
        )
    assert f1 >= HELD_OUT_FLOOR
