"""words.yaml as typed values."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitWord:
    """A unit: its size in the base of its dimension, how it is written, and the units it is taken for."""

    id: str
    dimension: str
    size: Decimal
    singular: str
    plural: str
    others: tuple[str, ...]
    signs: tuple[str, ...]
    taken_for: tuple[str, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """Every way to write it."""
        return (self.plural, self.singular, *self.others, *self.signs)

    def like(self, written: str, other: "UnitWord") -> str:
        """The form of this unit where `other` is written as `written`: singular for singular, sign for sign."""
        if written in other.signs and self.signs:
            return self.signs[0]
        return self.singular if written == other.singular and other.singular != other.plural else self.plural


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """All of words.yaml; `small` are the number words below a hundred with their values."""

    small: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    scale_signs: Mapping[str, int]
    scale_swaps: Mapping[str, tuple[str, ...]]
    currencies: tuple[str, ...]
    currency_swaps: Mapping[str, tuple[str, ...]]
    units: Mapping[str, UnitWord]
    qualifiers: Mapping[str, str]
    bound_swaps: Mapping[str, str]
    no_qualifier_after: frozenset[str]
    directions: Mapping[str, str]
    directions_after: Mapping[str, str]
    upward: frozenset[str]
    change_words: frozenset[str]
    composite: tuple[str, ...]
    over_time: tuple[str, ...]


@cache
def words() -> Words:
    """The tables, read once."""
    raw: dict[str, Any] = yaml.load((HERE / "words.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 strings only
    small = {word: n for n, word in enumerate(raw["units_in_words"])}
    tens = {word: int(n) for word, n in raw["tens_in_words"].items()}
    return Words(
        small=small,
        tens=tens,
        scales=_powers(raw["scales"]),
        scale_signs=_powers(raw["scale_signs"]),
        scale_swaps={k: tuple(v) for k, v in (raw["scale_swaps"] | raw["scale_sign_swaps"]).items()},
        currencies=tuple(sorted(raw["currencies"], key=len, reverse=True)),
        currency_swaps={k: tuple(v) for k, v in raw["currency_swaps"].items()},
        units={name: _unit(name, fields) for name, fields in raw["units"].items()},
        qualifiers={phrase: kind for kind, phrases in raw["qualifiers"].items() for phrase in phrases},
        bound_swaps=raw["bound_swaps"],
        no_qualifier_after=frozenset(raw["no_qualifier_after"]),
        directions=raw["directions"],
        directions_after=raw["directions_after"],
        upward=frozenset(raw["upward"]),
        change_words=frozenset(raw["change_words"]),
        composite=tuple(raw["composite"]),
        over_time=tuple(raw["over_time"]),
    )


def spelled(number: int) -> str | None:
    """The word for a number from two to ninety-nine; None for others."""
    table = words()
    if not 1 < number < 100:
        return None
    for word, value in table.small.items():
        if value == number:
            return word
    ten = next(word for word, value in table.tens.items() if value == number // 10 * 10)
    unit = next(word for word, value in table.small.items() if value == number % 10)
    return ten if number % 10 == 0 else f"{ten}-{unit}"


def _powers(raw: Mapping[str, str]) -> dict[str, int]:
    return {word: int(power) for word, power in raw.items()}


def _unit(name: str, raw: Mapping[str, Any]) -> UnitWord:
    return UnitWord(
        id=name,
        dimension=raw["dimension"],
        size=Decimal(raw["size"]),
        singular=raw["singular"],
        plural=raw["plural"],
        others=tuple(raw.get("others", ())),
        signs=tuple(raw.get("signs", ())),
        taken_for=tuple(raw.get("taken_for", ())),
    )
