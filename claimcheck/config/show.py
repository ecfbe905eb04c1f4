"""Rules back to YAML: what holds, defaults included."""

from decimal import Decimal

import yaml

from claimcheck.model.rules import MetricRule, OperationRule, Rules, SourceRule


def to_yaml(rules: Rules) -> str:
    """The rules as a rules file that reads back to the same rules."""
    document = {
        "extends": list(rules.packs),
        "operations": [_operation(rule) for rule in rules.operations],
        "metrics": [_metric(rule) for rule in rules.metrics],
        "sources": [_source(rule) for rule in rules.sources],
        "qualifiers": {str(name): width for name, width in rules.widths.items()},
        "loose_bound_ratio": rules.loose_bound_ratio,
        "checks": {code: str(severity or "off") for code, severity in rules.severities.items()},
    }
    return yaml.dump(document, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)


def _operation(rule: OperationRule) -> dict[str, object]:
    return _filled(
        name=rule.name,
        aliases=list(rule.aliases),
        patterns=[pattern.pattern for pattern in rule.patterns],
        period=rule.period,
        scope=rule.scope,
        agencies=list(rule.agencies),
        excludes=list(rule.excludes),
    )


def _metric(rule: MetricRule) -> dict[str, object]:
    return _filled(
        name=rule.name,
        nouns=list(rule.nouns),
        verbs=list(rule.verbs),
        dimension=str(rule.dimension) if rule.dimension else None,
        grows=rule.grows,
        tolerance=rule.tolerance,
        severity=str(rule.severity) if rule.severity else None,
    )


def _source(rule: SourceRule) -> dict[str, object]:
    return {"pattern": rule.pattern.pattern, "kind": rule.kind, "weight": rule.weight}


def _filled(**values: object) -> dict[str, object]:
    return {key: value for key, value in values.items() if value is not None and value != []}


class _Dumper(yaml.SafeDumper):
    """Safe YAML plus exact decimals, with list items indented below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, False)


def _decimal(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
    tag = "int" if value == value.to_integral_value() and "." not in str(value) else "float"
    return dumper.represent_scalar(f"tag:yaml.org,2002:{tag}", format(value, "f"))


_Dumper.add_representer(Decimal, _decimal)
