"""The language tables: every entry parses, and the factors of the units are pint's."""

import warnings
from decimal import Decimal

import pint
import pytest

from claimcheck.config.lexicon import load_lexicon
from claimcheck.extract import extract
from claimcheck.model.quantity import Dimension, Unit, UnitId
from claimcheck.model.text import ArticleId, Sentence, SentenceKind, Span

LEXICON = load_lexicon()
# our names for what pint calls otherwise; None: it has no such unit, or none with a meaning of its own
PINT_NAMES: dict[str, str | None] = {
    "tonne": "metric_ton",
    "ton": "short_ton",
    "kilotonne": "kilometric_ton",
    "hundredweight": "US_hundredweight",
    "quintal": None,
    "light-year": "light_year",
    "micrometer": "micrometer",
    "barrel": "oil_barrel",
    "cup": "cup",
    "bushel": "bushel",
    "acre-foot": "acre_foot",
    "quarter": None,
    "decade": None,
    "mile per hour": "mile_per_hour",
    "BTU": "Btu_it",
    "watt-hour": "watt_hour",
    "kilowatt-hour": "kilowatt_hour",
    "megawatt-hour": "megawatt_hour",
    "gigawatt-hour": "gigawatt_hour",
    "terawatt-hour": "terawatt_hour",
    "electronvolt": "electron_volt",
    "kilobit per second": None,
    "megabit per second": None,
    "terabit per second": None,
    "gigabit per second": None,
    "megabit": "megabit",
    "inch of mercury": "inHg",
    "millimeter of mercury": "mmHg",
    "pound per square inch": "psi",
    "revolution per minute": "revolutions_per_minute",
    "kelvin": None,
    "degree Celsius": None,
    "degree Fahrenheit": None,
    "Celsius degree": None,
    "Fahrenheit degree": None,
}
BASES = {
    Dimension.MASS: "kilogram",
    Dimension.LENGTH: "meter",
    Dimension.AREA: "meter ** 2",
    Dimension.VOLUME: "meter ** 3",
    Dimension.DURATION: "second",
    Dimension.SPEED: "kilometer / hour",
    Dimension.ENERGY: "joule",
    Dimension.POWER: "watt",
    Dimension.DATA: "byte",
    Dimension.PRESSURE: "pascal",
}
# pint keeps the old survey foot for these; the international one has been the law since 2023
SURVEY = Decimal("0.00001")
LOOSE = {"acre": SURVEY, "acre-foot": SURVEY, "furlong": SURVEY, "fathom": SURVEY, "inch of mercury": SURVEY}
TIGHT = Decimal("0.000001")
MEASURED = [u for u in LEXICON.units.by_id.values() if u.dimension in BASES and PINT_NAMES.get(u.id, u.id) is not None]


@pytest.fixture(scope="module")
def registry() -> "pint.UnitRegistry[Decimal]":
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pint.UnitRegistry(non_int_type=Decimal)


def _pint_name(unit: Unit) -> str:
    named = PINT_NAMES.get(unit.id)
    if named is not None:
        return named
    words = str(unit.id).split(" ")
    if words[0] in ("square", "cubic"):
        return f"{words[1]} ** {2 if words[0] == 'square' else 3}"
    if "per" in words:
        return f"{words[0]} / {words[2]}"
    return "_".join(words)


@pytest.mark.parametrize("unit", MEASURED, ids=lambda unit: str(unit.id))
def test_factor_is_that_of_pint(unit: Unit, registry: "pint.UnitRegistry[Decimal]") -> None:
    there = registry.Quantity(Decimal(1), _pint_name(unit)).to(BASES[unit.dimension]).magnitude
    assert abs(Decimal(there) / unit.factor - 1) <= LOOSE.get(unit.id, TIGHT)


@pytest.mark.parametrize(
    ("unit", "level", "fahrenheit"),
    [
        ("degree Celsius", 100, 212),
        ("degree Celsius", -40, -40),
        ("degree Fahrenheit", 98, 98),
        ("kelvin", 0, "-459.67"),
    ],
)
def test_temperatures_meet_on_one_scale(unit: str, level: int, fahrenheit: object) -> None:
    assert LEXICON.units.by_id[UnitId(unit)].to_base(Decimal(level)) == Decimal(str(fahrenheit))


def test_compounds_name_units_of_one_dimension() -> None:
    units = LEXICON.units
    for large, smaller in units.compounds.items():
        for small in smaller:
            assert units.by_id[large].dimension is units.by_id[small].dimension
            assert units.by_id[large].factor > units.by_id[small].factor


def _first(text: str, language: str) -> object:
    sentence = Sentence(
        article=ArticleId("a"), index=0, paragraph=0, span=Span(0, len(text)), text=text, kind=SentenceKind.PROSE
    )
    mentions = extract(ArticleId("a"), [sentence], load_lexicon(language)).mentions
    return mentions[0].quantity.unit.id if mentions else None


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_unit_name_is_read_after_a_number(language: str) -> None:
    """Each name in the tables is read as its unit, or as one that shares its spelling."""
    units = load_lexicon(language).units
    missed = []
    for entries in units.names.values():
        for words, name in entries:
            if name.shy or name.exact is not None or name.unit.id == "times" or not words[0].isalpha():
                continue
            allowed = {other.unit.id for _, other in entries} | set(units.differences.values())
            written = (
                " ".join(words).upper()
                if name.unit.dimension is Dimension.MONEY and len(words[0]) == 3
                else " ".join(words)
            )
            if _first(f"They counted 7 {written} there", language) not in allowed:
                missed.append(written)
    assert not missed


@pytest.mark.parametrize("language", ["en", "es"])
def test_at_least_forty_currencies_have_signs(language: str) -> None:
    signs = load_lexicon(language).units.signs
    assert len({name.unit.id for entries in signs.values() for _, name in entries}) >= 40
