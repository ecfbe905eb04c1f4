"""The tool's JSON (schema_version 1) as typed values, its spans placed in the articles."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypedDict

from evaluation.model import Bound, Output, Place, ToolClaim, ToolFinding, ToolGroup

BOUND_OF: Mapping[str, Bound] = {
    "exact": Bound.EXACT,
    "about": Bound.APPROX,
    "nearly": Bound.APPROX,
    "more_than": Bound.MIN,
    "at_least": Bound.MIN,
    "less_than": Bound.MAX,
    "at_most": Bound.MAX,
    "between": Bound.RANGE,
    "order": Bound.ORDER,
}


class _Quantity(TypedDict):
    text: str
    value: Decimal | int | None
    low: Decimal | int | None
    high: Decimal | int | None
    unit: str
    qualifier: str


class _Span(TypedDict):
    start: int
    end: int


class _Claim(TypedDict):
    id: str
    document: str
    quantity: _Quantity
    span: _Span


class _Group(TypedDict):
    verdict: str
    claims: list[str]


class _Finding(TypedDict):
    check: str
    severity: str
    metric: str
    claims: list[str]
    sides: list[list[str]]
    suspect: str | None
    suggestion: str | None
    suppressed: object


class _Answer(TypedDict, total=False):
    schema_version: int
    claims: list[_Claim]
    groups: list[_Group]
    findings: list[_Finding]


class AnswerError(ValueError):
    """The answer is not JSON of the version that is understood here."""


def parse_output(text: str, documents: Mapping[str, str]) -> Output:
    """The run's answer over `documents` (path inside the story -> whole text). Raises AnswerError."""
    try:
        answer: _Answer = json.loads(text, parse_float=Decimal)
        if answer.get("schema_version") != 1:
            raise AnswerError(f"schema_version is {answer.get('schema_version')!r}, not 1")
        claims = {raw["id"]: _claim(raw, documents) for raw in answer.get("claims", [])}
        return Output(
            claims=tuple(claims.values()),
            groups=tuple(
                ToolGroup(verdict=raw["verdict"], claims=_looked_up(raw["claims"], claims))
                for raw in answer.get("groups", [])
            ),
            findings=tuple(_finding(raw, claims) for raw in answer.get("findings", []) if not raw.get("suppressed")),
        )
    except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as fault:
        raise AnswerError(f"{type(fault).__name__}: {fault}") from fault


def _claim(raw: _Claim, documents: Mapping[str, str]) -> ToolClaim:
    quantity = raw["quantity"]
    return ToolClaim(
        id=raw["id"],
        document=raw["document"],
        place=_place(raw, documents),
        text=quantity["text"],
        value=_decimal(quantity["value"]),
        low=_decimal(quantity["low"]),
        high=_decimal(quantity["high"]),
        unit=quantity["unit"],
        bound=BOUND_OF.get(quantity["qualifier"]),
    )


def _finding(raw: _Finding, claims: Mapping[str, ToolClaim]) -> ToolFinding:
    suspect = raw.get("suspect")
    return ToolFinding(
        check=raw["check"],
        severity=raw["severity"],
        metric=raw.get("metric") or "",
        claims=_looked_up(raw["claims"], claims),
        sides=tuple(_looked_up(side, claims) for side in raw.get("sides") or []),
        suspect=None if suspect is None else claims[suspect],
        suggestion=raw.get("suggestion"),
    )


def _looked_up(ids: Iterable[str], claims: Mapping[str, ToolClaim]) -> tuple[ToolClaim, ...]:
    return tuple(claims[i] for i in ids)


def _place(raw: _Claim, documents: Mapping[str, str]) -> Place | None:
    """Where the claim stands; None when the article is unknown or the span does not hold the claim's words."""
    doc = next((d for d in documents if raw["document"] == d or raw["document"].endswith("/" + d)), None)
    if doc is None:
        return None
    start, end = raw["span"]["start"], raw["span"]["end"]
    words = squeezed(documents[doc][start:end])
    return Place(doc, start, end) if squeezed(raw["quantity"]["text"]) in words else None


def squeezed(text: str) -> str:
    """`text` with every run of white space as one blank."""
    return " ".join(text.split())


def _decimal(number: Decimal | int | None) -> Decimal | None:
    return None if number is None else Decimal(number)
