"""Tables of cases: YAML lists under tests/cases, one folder for each stage."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

Case = dict[str, Any]
_CASES = Path(__file__).parent / "cases"


@cache
def table(name: str) -> tuple[Case, ...]:
    """The cases of a table, named as "resolve/metrics"."""
    return tuple(yaml.load((_CASES / f"{name}.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader))


def params(name: str) -> list[Any]:
    """The cases of a table; what the code does not yet say right must fail, and passes never unnoticed."""
    return [
        pytest.param(case, id=case["name"], marks=[pytest.mark.xfail(reason=case["name"])] if "wrong" in case else [])
        for case in table(name)
    ]
