"""kinds.yaml as typed values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent


class Needs(StrEnum):
    """Which figures a kind takes: see the head of kinds.yaml."""

    AGREEMENT = "agreement"
    ARTICLE = "article"
    DATES = "dates"
    PARTS = "parts"
    REPEATS = "repeats"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of error or rewriting.

    `checks` are the codes that name its cause, none for rewriting; `weight` its share of a hundred; `variants` how many
    of one figure may be drawn; `sources` the pages that tell how often it is made; `suggests`: whether good advice
    names the old figure.
    """

    id: str
    needs: Needs
    weight: int
    checks: tuple[str, ...] = ()
    variants: int = 1
    sources: tuple[str, ...] = ()
    suggests: bool = True

    @property
    def is_error(self) -> bool:
        """Whether the tool should find it."""
        return bool(self.checks)


@cache
def kinds() -> tuple[Kind, ...]:
    """Errors, then rewrites, in the order of the file."""
    raw = _raw()
    errors = [
        Kind(
            id=k["id"],
            needs=Needs(k["needs"]),
            weight=k["weight"],
            checks=tuple(k["checks"]),
            variants=k["variants"],
            sources=tuple(k["sources"]),
            suggests=k.get("suggests", True),
        )
        for k in raw["errors"]
    ]
    rewrites = [Kind(id=k["id"], needs=Needs(k["needs"]), weight=k["share"]) for k in raw["rewrites"]]
    return (*errors, *rewrites)


def kind_of(name: str) -> Kind:
    """The kind of that id. Raises KeyError."""
    return {kind.id: kind for kind in kinds()}[name]


def sources() -> Mapping[str, Mapping[str, str]]:
    """The pages behind the weights: name -> page, says."""
    return dict(_raw()["sources"])


def _raw() -> dict[str, Any]:
    return dict(yaml.safe_load((HERE / "kinds.yaml").read_text(encoding="utf-8")))
