"""What a newsroom wrote in rules.yaml, validated and frozen. Reading it is `claimcheck.config`'s work."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

from claimcheck.model.finding import Severity
from claimcheck.model.quantity import Dimension, Qualifier


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationRule:
    """A named event. `aliases` are other names, matched as whole words whatever the case; `patterns` are regular
    expressions; `excludes` are words whose presence in a sentence means another event.
    """

    name: str
    aliases: tuple[str, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()
    period: str | None = None
    scope: str | None = None
    agencies: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MetricRule:
    """A measure: `nouns` name it ("guns", "firearms"), `verbs` imply it ("seized"). `grows`: may only rise as reports
    come in. `tolerance`: relative difference that is still agreement, 0.02 for two percent.
    """

    name: str
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    dimension: Dimension | None = None
    grows: bool = False
    tolerance: Decimal = Decimal(0)
    severity: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRule:
    """`pattern` is searched in an article's source, url and path. `kind`: primary, wire or outlet; `weight` multiplies
    its say when sides are weighed.
    """

    pattern: re.Pattern[str]
    kind: str = "outlet"
    weight: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The whole of rules.yaml; the default value is what holds when there is none.

    `rounding` maps a number of significant digits rule by magnitude: see claimcheck/data/rounding in config.
    `severities` maps check codes to a severity, None there means the check is off. `widths` are the relative
    half-widths of approximate qualifiers, 0.1 for "about" meaning ten percent either side.
    """

    operations: tuple[OperationRule, ...] = ()
    metrics: tuple[MetricRule, ...] = ()
    sources: tuple[SourceRule, ...] = ()
    severities: Mapping[str, Severity | None] = field(default_factory=lambda: MappingProxyType({}))
    widths: Mapping[Qualifier, Decimal] = field(default_factory=lambda: MappingProxyType({}))
    loose_bound_ratio: Decimal = Decimal(2)
    packs: tuple[str, ...] = ()
