"""Reads the thresholds that ship with the package and lays the newsroom's rules over them."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TypedDict, cast

import yaml

from claimcheck.config.vocabulary import read_vocabulary
from claimcheck.model.policy import ConversionPolicy, Policy, RoundingPolicy, RoundRule, TrailPolicy, WordingPolicy
from claimcheck.model.rules import Rules, SourceRule


class _CalendarData(TypedDict):
    units: list[str]
    up_to: str


class _RoundingData(TypedDict):
    bare: list[dict[str, str]]
    cap: str
    bare_cap: str
    truncation_cap: str
    headline_from: str
    calendar: _CalendarData


class _PolicyData(TypedDict):
    rounding: _RoundingData
    conversion: dict[str, str]
    wording: dict[str, list[str]]
    trail: dict[str, str]
    sources: list[dict[str, str]]
    loose_bound_ratio: str
    correction: str
    hourly_growth: str
    daily_growth: str
    exact_below: str
    exchange: str
    weak_link: str
    strong_link: str
    unexplained_ratio: str
    clear_ratio: str
    bound_ratio: str
    suspicious_ratio: str
    disputed_ratio: str
    neighbour_gap: int
    max_distinct: int
    max_core: int
    max_pairs: int


def policy_for(rules: Rules) -> Policy:
    """The shipped thresholds with everything that `rules` says about them put on top."""
    shipped = default_policy()
    return replace(
        shipped,
        loose_bound_ratio=rules.loose_bound_ratio,
        sources=rules.sources + shipped.sources,
        tolerances=MappingProxyType({m.name: m.tolerance for m in rules.metrics if m.tolerance}),
        severities=MappingProxyType(dict(rules.severities)),
        metric_severities=MappingProxyType({m.name: m.severity for m in rules.metrics if m.severity is not None}),
    )


@cache
def default_policy() -> Policy:
    """The thresholds of claimcheck/data/policy.yaml, read once."""
    text = files("claimcheck").joinpath("data", "policy.yaml").read_text(encoding="utf-8")
    data = cast("_PolicyData", yaml.load(text, Loader=yaml.CSafeLoader))
    return Policy(
        rounding=_rounding(data["rounding"]),
        conversion=_conversion(data["conversion"]),
        wording=WordingPolicy(**{name: tuple(words) for name, words in data["wording"].items()}),
        trail=_trail(data["trail"]),
        loose_bound_ratio=Decimal(data["loose_bound_ratio"]),
        correction=Decimal(data["correction"]),
        hourly_growth=Decimal(data["hourly_growth"]),
        daily_growth=Decimal(data["daily_growth"]),
        exact_below=Decimal(data["exact_below"]),
        exchange=Decimal(data["exchange"]),
        weak_link=float(data["weak_link"]),
        strong_link=float(data["strong_link"]),
        unexplained_ratio=Decimal(data["unexplained_ratio"]),
        clear_ratio=Decimal(data["clear_ratio"]),
        bound_ratio=Decimal(data["bound_ratio"]),
        suspicious_ratio=Decimal(data["suspicious_ratio"]),
        disputed_ratio=Decimal(data["disputed_ratio"]),
        neighbour_gap=data["neighbour_gap"],
        max_distinct=data["max_distinct"],
        max_core=data["max_core"],
        max_pairs=data["max_pairs"],
        sources=tuple(_source(entry) for entry in data["sources"]),
        worth=_worth(),
        persons=frozenset(entity for entity, kind in read_vocabulary().entity_kinds.items() if kind == "person"),
        tolerances=MappingProxyType({}),
        severities=MappingProxyType({}),
        metric_severities=MappingProxyType({}),
    )


def _worth() -> Mapping[str, tuple[Decimal, Decimal]]:
    text = files("claimcheck").joinpath("data", "worth.yaml").read_text(encoding="utf-8")
    data = cast("dict[str, list[str]]", yaml.load(text, Loader=yaml.CSafeLoader))
    return MappingProxyType({currency: (Decimal(low), Decimal(high)) for currency, (low, high) in data.items()})


def _rounding(data: _RoundingData) -> RoundingPolicy:
    bare = (RoundRule(magnitude=Decimal(r["magnitude"]), digits=int(r["digits"])) for r in data["bare"])
    return RoundingPolicy(
        bare=tuple(sorted(bare, key=lambda rule: rule.magnitude)),
        cap=Decimal(data["cap"]),
        bare_cap=Decimal(data["bare_cap"]),
        truncation_cap=Decimal(data["truncation_cap"]),
        headline_from=Decimal(data["headline_from"]),
        calendar_units=frozenset(data["calendar"]["units"]),
        calendar_up_to=Decimal(data["calendar"]["up_to"]),
    )


def _conversion(data: Mapping[str, str]) -> ConversionPolicy:
    return ConversionPolicy(slip=Decimal(data["slip"]), round_cap=Decimal(data["round_cap"]))


def _trail(data: Mapping[str, str]) -> TrailPolicy:
    return TrailPolicy(
        copy_alike=Decimal(data["copy_alike"]),
        copy_words=int(data["copy_words"]),
        reach=Decimal(data["reach"]),
        decisions=int(data["decisions"]),
    )


def _source(data: Mapping[str, str]) -> SourceRule:
    pattern = re.compile(data["pattern"], re.IGNORECASE)
    return SourceRule(pattern=pattern, kind=data["kind"], weight=Decimal(data["weight"]))
